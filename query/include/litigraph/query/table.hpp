/// \file
/// What a question is answered with: a table of typed cells, free of any graph.
///
/// Whoever answers (verbs, the query language) makes one of these; whoever shows (render.hpp) takes
/// one. Neither knows the other.
#pragma once

#include <litigraph/graph/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace litigraph::query {

struct Cell;
using CellList = std::vector<Cell>;
/// Fields in the order in which they are shown; no name twice.
using CellRecord = std::vector<std::pair<std::string, Cell>>;

/// A node, an edge, a path or a date: words for people, a value for programs.
struct Thing {
    std::string words;  ///< "Amazon --sues--> Nokia"
    CellRecord fields;  ///< What JSON shows; if empty, JSON shows the words.
};

/// One value of an answer. A default cell is null.
struct Cell {
    using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, CellList,
                               CellRecord, Thing>;

    Value value;

    Cell() = default;
    Cell(bool flag) : value(flag) {}                      // NOLINT(google-explicit-constructor)
    Cell(std::int64_t number) : value(number) {}          // NOLINT(google-explicit-constructor)
    Cell(double number) : value(number) {}                // NOLINT(google-explicit-constructor)
    Cell(std::string text) : value(std::move(text)) {}    // NOLINT(google-explicit-constructor)
    Cell(const char* text) : value(std::string(text)) {}  // NOLINT(google-explicit-constructor)
    Cell(std::string_view text)
        : value(std::string(text)) {}                      // NOLINT(google-explicit-constructor)
    Cell(CellList list) : value(std::move(list)) {}        // NOLINT(google-explicit-constructor)
    Cell(CellRecord record) : value(std::move(record)) {}  // NOLINT(google-explicit-constructor)
    Cell(Thing thing) : value(std::move(thing)) {}         // NOLINT(google-explicit-constructor)

    bool is_null() const noexcept { return value.index() == 0; }
};

using Row = std::vector<Cell>;

/// Every row has as many cells as there are columns.
struct Table {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    /// The edges that each row rests on, for "why": empty, or as many as there are rows.
    std::vector<std::vector<EdgeId>> support = {};
    /// Why rows may be missing (a budget ran out); empty if the answer is whole.
    std::string incomplete = {};
};

/// What people read in a table or a list: null is "", text is itself, lists are "[a, b]", records
/// "{name: a}", things their words. Numbers never depend on the locale.
std::string to_string(const Cell& cell);

}  // namespace litigraph::query
