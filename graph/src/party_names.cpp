#include "party_names.hpp"

namespace litigraph {

PartyNames::PartyNames(std::span<const ArticleObservations> articles,
                       std::span<const AliasRule> rules, unsigned threads) {
    spellings_ = distinct_texts(articles.size() + rules.size(), threads,
                                [&](std::size_t i, const auto& add) {
                                    if (i >= articles.size()) {
                                        add(rules[i - articles.size()].name);
                                        add(rules[i - articles.size()].other);
                                        return;
                                    }
                                    for (const PartyObservation& party : articles[i].parties) {
                                        add(party.name);
                                        for (const std::string& alias : party.aliases) {
                                            add(alias);
                                        }
                                    }
                                });
    normal_forms_.resize(spellings_.size());
    for_each_chunk(spellings_.size(), threads,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       for (std::size_t i = begin; i < end; ++i) {
                           normal_forms_[i] = normal_form(spellings_[i]);
                       }
                   });
    for (const std::string& form : normal_forms_) {
        keys_.add(form);
    }
    keys_.sort();
    key_of_.reserve(normal_forms_.size());
    for (const std::string& form : normal_forms_) {
        key_of_.push_back(keys_.find(form));
    }
}

}  // namespace litigraph
