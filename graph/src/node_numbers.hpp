/// \file
/// A number for every node that a set of articles may yield, in the order of the graph: parties,
/// lawsuits, courts, jurisdictions, technologies, patents, articles; each kind by its key.
#pragma once

#include "observed.hpp"
#include <litigraph/graph/kinds.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace litigraph {

class NodeNumbers {
  public:
    /// The observations must outlive it.
    NodeNumbers(const Observed& observed, std::size_t parties, std::size_t lawsuits,
                unsigned threads);

    std::uint32_t party(std::uint32_t index) const noexcept { return index; }
    std::uint32_t lawsuit(std::uint32_t index) const noexcept { return first_lawsuit_ + index; }
    /// The court, jurisdiction, technology or patent that has the key. Requires: it was observed.
    std::uint32_t subject(Topic topic, std::uint32_t key) const noexcept {
        const Subjects& subjects = of(topic);
        return subjects.first + subjects.place_of[key];
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
    /// Those of one topic, in ascending order of key.
    struct Subjects {
        std::uint32_t first = 0;
        Column<std::uint32_t> keys;
        Column<std::uint32_t> place_of;  // by key
        Column<char> is_code;            // by key

        void add(std::uint32_t key, bool is_a_code);
    };
    Subjects& of(Topic topic) noexcept {
        return subjects_[static_cast<std::size_t>(topic) - static_cast<std::size_t>(Topic::court)];
    }
    const Subjects& of(Topic topic) const noexcept {
        return subjects_[static_cast<std::size_t>(topic) - static_cast<std::size_t>(Topic::court)];
    }
    const Subjects* subjects_of(std::uint32_t node) const noexcept;

    const Observed& observed_;
    std::vector<Subjects> subjects_;  // of courts, jurisdictions, technologies and patents
    std::uint32_t first_lawsuit_ = 0;
    std::uint32_t first_article_ = 0;
    std::size_t articles_ = 0;
};

}  // namespace litigraph
