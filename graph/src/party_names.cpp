#include "party_names.hpp"

#include "normal_form.hpp"
#include "parallel.hpp"
#include "sorted_texts.hpp"
#include "text_numbers.hpp"

namespace litigraph {

PartyNames::PartyNames(const Observed& observed, unsigned threads)
    : rank_of_(observed.texts.size(), none) {
    const auto add = [&](std::uint32_t text) {
        if (rank_of_[text] == none) {
            rank_of_[text] = 0;
            texts_.push_back(text);
        }
    };
    for (const Mention& mention : observed.mentions) {
        add(mention.name);
    }
    for (const std::uint32_t alias : observed.aliases) {
        add(alias);
    }
    for (const Observed::RuleNames& rule : observed.rules) {
        add(rule.name);
        add(rule.other);
    }
    sort_by_text(texts_, threads, [&](std::uint32_t text) { return observed.texts[text]; });
    names_.resize(texts_.size());
    normal_forms_ = MadeTexts(texts_.size(), threads, [&](std::size_t rank, std::string& form) {
        append_normal_form(form, observed.texts[texts_[rank]]);
    });
    Column<HashedText> forms(texts_.size());
    for_each_index(texts_.size(), threads, [&](std::size_t rank) {
        rank_of_[texts_[rank]] = static_cast<std::uint32_t>(rank);
        names_[rank] = observed.texts[texts_[rank]];
        forms[rank] = HashedText(normal_forms_[rank]);
    });
    TextNumbers numbers = number_texts(forms, threads);
    keys_ = std::move(numbers.texts);
    const Column<std::uint32_t> new_number = sort_texts(keys_, threads);
    key_of_rank_ = std::move(numbers.number_of);
    for (std::uint32_t& key : key_of_rank_) {
        key = new_number[key];
    }
}

}  // namespace litigraph
