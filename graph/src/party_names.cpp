#include "party_names.hpp"

#include "normal_form.hpp"
#include "parallel.hpp"
#include "sorted_texts.hpp"
#include "text_numbers.hpp"

namespace litigraph {

PartyNames::PartyNames(const Observed& observed, unsigned threads)
    : places_(observed.texts.size(), Place()) {
    const auto add = [&](std::uint32_t text) {
        if (places_[text].rank == none) {
            places_[text].rank = 0;
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
        places_[texts_[rank]].rank = static_cast<std::uint32_t>(rank);
        names_[rank] = observed.texts[texts_[rank]];
        forms[rank] = HashedText(normal_forms_[rank]);
    });
    TextNumbers numbers = number_texts(forms, threads);
    keys_ = std::move(numbers.texts);
    const Column<std::uint32_t> new_number = sort_texts(keys_, threads);
    for_each_index(texts_.size(), threads, [&](std::size_t rank) {
        places_[texts_[rank]].key = new_number[numbers.number_of[rank]];
    });
}

}  // namespace litigraph
