/// \file
/// A number for every node that a set of articles may yield, in the order of the graph: parties,
/// lawsuits, courts, jurisdictions, technologies, patents, articles; each kind by its key.
#pragma once

#include "text_ids.hpp"
#include <litigraph/graph/kinds.hpp>
#include <litigraph/graph/observation.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

/// What makes a court of an observation one with others: its id, else its words.
inline std::string_view key_of(const CourtObservation& court) noexcept {
    return court.id.empty() ? court.name : court.id;
}

/// The articles must outlive it. Each look-up takes what the articles hold.
class NodeNumbers {
  public:
    NodeNumbers(std::span<const ArticleObservations> articles, std::size_t parties,
                std::size_t lawsuits, unsigned threads);

    std::uint32_t party(std::uint32_t index) const noexcept { return index; }
    std::uint32_t lawsuit(std::uint32_t index) const noexcept { return first_lawsuit_ + index; }
    std::uint32_t court(const CourtObservation& court) const noexcept {
        return first_court_ + courts_.find(key_of(court));
    }
    std::uint32_t jurisdiction(std::string_view code) const noexcept {
        return first_jurisdiction_ + jurisdictions_.find(code);
    }
    /// A term of the taxonomy is one node, whatever articles call it; other words are taken by
    /// their normal form.
    std::uint32_t technology(const TechnologyObservation& technology) const noexcept;
    std::uint32_t patent(const PatentObservation& patent) const noexcept {
        return first_patent_ + patents_.find(patent.number);
    }
    std::uint32_t article(std::uint32_t index) const noexcept { return first_article_ + index; }

    std::size_t size() const noexcept { return first_article_ + articles_; }
    NodeKind kind(std::uint32_t node) const noexcept;
    /// Key of a court, jurisdiction, technology or patent.
    std::string_view key(std::uint32_t node) const noexcept;
    /// The key if it is an id of the court table, a jurisdiction's code or a term of the taxonomy;
    /// empty if it is made of an article's words.
    std::string_view code(std::uint32_t node) const noexcept;

  private:
    void number_technologies(std::span<const ArticleObservations> articles, unsigned threads);

    TextIds courts_;
    TextIds court_ids_;
    TextIds jurisdictions_;
    TextIds technologies_;
    TextIds terms_;
    TextIds patents_;
    TextIds technology_words_;                      // those without a term
    std::vector<std::string> normal_technologies_;  // by words
    std::uint32_t first_lawsuit_ = 0;
    std::uint32_t first_court_ = 0;
    std::uint32_t first_jurisdiction_ = 0;
    std::uint32_t first_technology_ = 0;
    std::uint32_t first_patent_ = 0;
    std::uint32_t first_article_ = 0;
    std::size_t articles_ = 0;
};

}  // namespace litigraph
