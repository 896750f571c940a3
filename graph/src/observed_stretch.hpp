/// \file
/// What each thread reads of the articles, and putting it together.
#pragma once

#include "observed.hpp"
#include "text_hash.hpp"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <vector>

namespace litigraph {

/// The rows of a stretch of articles. Positions and texts count from its beginning; mentions and
/// reports are numbered already.
struct Stretch {
    Column<HashedText> texts;
    std::deque<std::string> made;
    Column<std::uint32_t> aliases;
    Column<Statement> statements;
    Column<ReportAttribute> attributes;
    Column<ObservedRelation> relations;
    Column<ObservedEvidence> evidence;

    /// Makes room for `times` as many rows as there are, and some more.
    void reserve(std::size_t times) {
        const auto make_room = [times](auto& rows) {
            rows.reserve(rows.size() * times + rows.size());
        };
        make_room(texts), make_room(aliases), make_room(statements);
        make_room(attributes), make_room(relations), make_room(evidence);
    }
};

/// Where the rows of a stretch begin among those of all.
struct Begins {
    std::uint32_t texts = 0;
    std::uint32_t aliases = 0;
    std::uint32_t statements = 0;
    std::uint32_t attributes = 0;
    std::uint32_t relations = 0;
    std::uint32_t evidence = 0;

    Begins behind(const Stretch& rows) const noexcept {
        const auto plus = [](std::uint32_t begin, const auto& column) {
            return begin + static_cast<std::uint32_t>(column.size());
        };
        return {plus(texts, rows.texts),           plus(aliases, rows.aliases),
                plus(statements, rows.statements), plus(attributes, rows.attributes),
                plus(relations, rows.relations),   plus(evidence, rows.evidence)};
    }
};

/// Puts the rows of stretches together.
class Joiner {
  public:
    Joiner(std::span<Stretch> stretches, unsigned threads);

    /// Those of the stretches are given up.
    Column<HashedText> texts();

    /// Fills the lists of `all`, and numbers the texts of its mentions and reports. `number_of`: by
    /// occurrence, the number of the text.
    void join(std::span<const std::uint32_t> number_of, Observed& all);

  private:
    template <class T, class Settle>
    void copy(Column<T> Stretch::*rows, std::uint32_t Begins::*begin, Column<T>& all,
              const Settle& settle);

    std::span<Stretch> stretches_;
    unsigned threads_;
    std::vector<Begins> begins_;  // by stretch, and the numbers of rows of all
};

}  // namespace litigraph
