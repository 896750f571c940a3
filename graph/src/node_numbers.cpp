#include "node_numbers.hpp"

#include <litigraph/graph/knowledge_graph.hpp>

namespace litigraph {

namespace {

/// The distinct texts that get(case, add) hands to `add` for every case of the articles.
template <class Get>
TextIds texts_of_cases(std::span<const ArticleObservations> articles, unsigned threads,
                       const Get& get) {
    return distinct_texts(articles.size(), threads, [&](std::size_t i, const auto& add) {
        for (const CaseObservation& told : articles[i].cases) {
            get(told, add);
        }
    });
}

}  // namespace

NodeNumbers::NodeNumbers(std::span<const ArticleObservations> articles, std::size_t parties,
                         std::size_t lawsuits, unsigned threads)
    : articles_(articles.size()) {
    courts_ = texts_of_cases(articles, threads, [](const CaseObservation& told, const auto& add) {
        for (const CourtObservation& court : told.courts) {
            add(key_of(court));
        }
    });
    court_ids_ =
        texts_of_cases(articles, threads, [](const CaseObservation& told, const auto& add) {
            for (const CourtObservation& court : told.courts) {
                add(court.id);
            }
        });
    jurisdictions_ = distinct_texts(articles.size(), threads, [&](std::size_t i, const auto& add) {
        for (const CaseObservation& told : articles[i].cases) {
            for (const JurisdictionObservation& place : told.jurisdictions) {
                add(place.code);
            }
        }
        for (const RelationObservation& relation : articles[i].relations) {
            add(relation.place);
        }
    });
    patents_ = texts_of_cases(articles, threads, [](const CaseObservation& told, const auto& add) {
        for (const PatentObservation& patent : told.patents) {
            add(patent.number);
        }
    });
    number_technologies(articles, threads);
    const auto after = [](std::uint32_t first, std::size_t count) {
        return first + static_cast<std::uint32_t>(count);
    };
    first_lawsuit_ = after(0, parties);
    first_court_ = after(first_lawsuit_, lawsuits);
    first_jurisdiction_ = after(first_court_, courts_.size());
    first_technology_ = after(first_jurisdiction_, jurisdictions_.size());
    first_patent_ = after(first_technology_, technologies_.size());
    first_article_ = after(first_patent_, patents_.size());
}

void NodeNumbers::number_technologies(std::span<const ArticleObservations> articles,
                                      unsigned threads) {
    const auto list = [&](bool has_term) {
        return texts_of_cases(articles, threads,
                              [has_term](const CaseObservation& told, const auto& add) {
                                  for (const TechnologyObservation& it : told.technologies) {
                                      if (it.term.empty() != has_term) {
                                          add(has_term ? it.term : it.name);
                                      }
                                  }
                              });
    };
    terms_ = list(true);
    technologies_ = terms_;
    technology_words_ = list(false);
    for (std::size_t i = 0; i < technology_words_.size(); ++i) {
        normal_technologies_.push_back(normal_form(technology_words_[i]));
    }
    for (const std::string& key : normal_technologies_) {
        technologies_.add(key);
    }
    technologies_.sort();
}

std::uint32_t NodeNumbers::technology(const TechnologyObservation& technology) const noexcept {
    return first_technology_ +
           technologies_.find(technology.term.empty()
                                  ? normal_technologies_[technology_words_.find(technology.name)]
                                  : technology.term);
}

NodeKind NodeNumbers::kind(std::uint32_t node) const noexcept {
    return node < first_lawsuit_        ? NodeKind::party
           : node < first_court_        ? NodeKind::lawsuit
           : node < first_jurisdiction_ ? NodeKind::court
           : node < first_technology_   ? NodeKind::jurisdiction
           : node < first_patent_       ? NodeKind::technology
           : node < first_article_      ? NodeKind::patent
                                        : NodeKind::article;
}

std::string_view NodeNumbers::key(std::uint32_t node) const noexcept {
    switch (kind(node)) {
        case NodeKind::court:
            return courts_[node - first_court_];
        case NodeKind::jurisdiction:
            return jurisdictions_[node - first_jurisdiction_];
        case NodeKind::technology:
            return technologies_[node - first_technology_];
        case NodeKind::patent:
            return patents_[node - first_patent_];
        default:
            return {};
    }
}

std::string_view NodeNumbers::code(std::uint32_t node) const noexcept {
    const std::string_view text = key(node);
    switch (kind(node)) {
        case NodeKind::court:
            return court_ids_.find(text) == TextIds::none ? std::string_view() : text;
        case NodeKind::jurisdiction:
            return text;
        case NodeKind::technology:
            return terms_.find(text) == TextIds::none ? std::string_view() : text;
        default:
            return {};
    }
}

}  // namespace litigraph
