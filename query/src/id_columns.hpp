/// \file
/// Matches by the thousand: a column of ids for every variable, and expressions over them that are
/// computed once for all that the graph stores alike.
///
/// A million lawsuits have a few thousand filing dates. So the year of `c.filed` is computed for
/// every date, not for every lawsuit: what tells dates apart is a word of 64 bits that the graph
/// gives for each property (PropertyGraph::stored_words), and a memo from words to values.
#pragma once

#include "budget.hpp"
#include "plan.hpp"
#include <litigraph/query/property_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace litigraph::query {

/// Ids of what one variable is bound to. One of the two vectors is in use.
struct IdColumn {
    Slot slot = no_slot;
    bool is_edge = false;
    std::vector<NodeId> nodes;
    std::vector<EdgeId> edges;

    Value value(std::size_t match) const {
        return is_edge ? Value(edges[match]) : Value(nodes[match]);
    }
    std::size_t number(std::size_t match) const {
        return is_edge ? to_index(edges[match]) : to_index(nodes[match]);
    }
};

/// Some matches, side by side.
class IdColumns {
  public:
    // To be called before there are matches.
    void add(Slot slot, bool is_edge);
    void add_columns_of(const IdColumns& other);

    std::size_t size() const noexcept { return size_; }
    std::size_t row_bytes() const noexcept { return columns_.size() * sizeof(NodeId); }
    /// Null if there is no such column.
    const IdColumn* find(Slot slot) const noexcept;
    IdColumn* find(Slot slot) noexcept;

    /// Forgets all matches.
    void clear() noexcept;
    /// Appends matches of `other`, which has the first columns of this; the caller fills the rest.
    void append(const IdColumns& other, const std::vector<std::uint32_t>& matches);
    /// To be called when the caller has given every column so many values.
    void grow(std::size_t count) noexcept { size_ += count; }
    /// Keeps the matches with these positions, which ascend.
    void keep(const std::vector<std::uint32_t>& matches);
    /// Writes a match to the slots of a row.
    void write(std::size_t match, Row& row) const;

  private:
    std::size_t size_ = 0;
    std::vector<IdColumn> columns_;
};

/// What an expression is computed from.
struct Source {
    enum class Kind : std::uint8_t { id, property, type };
    Kind kind = Kind::id;
    Slot slot = no_slot;
    KeyId key{};

    friend bool operator==(const Source&, const Source&) = default;
};

/// Adds what `expr` reads of the variables that it names.
void add_sources(const Expr& expr, std::vector<Source>& sources);

/// Values by the words of their sources. It may forget: where two meet at one place, the later one
/// stays.
class Memo {
  public:
    Memo(const PropertyGraph& graph, Meter& meter, std::vector<Source> sources)
        : graph_(graph), meter_(meter), sources_(std::move(sources)), held_(meter) {}

    /// Calls use(match, value) for every match. compute(match) gives the value if it is not known,
    /// nothing to stop. False if stopped.
    template <class Compute, class Use>
    bool for_each(const IdColumns& matches, Compute compute, Use use) {
        read(matches);
        return words_.size() == 1 ? for_each<true>(matches.size(), compute, use)
                                  : for_each<false>(matches.size(), compute, use);
    }

  private:
    struct Entry {
        std::uint64_t word = 0;  // of the first source
        bool is_used = false;
        Value value;
    };

    template <bool one_source, class Compute, class Use>
    bool for_each(std::size_t count, Compute compute, Use use) {
        for (std::size_t match = 0; match < count; ++match) {
            std::size_t place = place_of<one_source>(match);
            if (!is_at<one_source>(place, match)) {
                auto value = compute(match);
                if (!value || !make_room()) {
                    return false;
                }
                place = place_of<one_source>(match);
                if (!put(place, match, *std::move(value))) {
                    return false;
                }
            }
            use(match, entries_[place].value);
        }
        return true;
    }

    void read(const IdColumns& matches);
    void read(const IdColumn& column, const Source& source, std::vector<std::uint64_t>& words);

    template <bool one_source>
    std::size_t place_of(std::size_t match) const noexcept {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < (one_source ? 1 : words_.size()); ++i) {
            sum = (sum ^ words_[i][match]) * 0x9E3779B97F4A7C15U;
            sum ^= sum >> 32U;
        }
        return sum & mask_;
    }
    template <bool one_source>
    bool is_at(std::size_t place, std::size_t match) const noexcept {
        const Entry& entry = entries_[place];
        const std::size_t count = words_.size();
        bool result = entry.is_used;
        for (std::size_t i = 0; i < (one_source ? 1 : count) && result; ++i) {
            result = words_[i][match] == (i == 0 ? entry.word : rest_[place * (count - 1) + i - 1]);
        }
        return result;
    }
    bool make_room();
    bool put(std::size_t place, std::size_t match, Value value);

    const PropertyGraph& graph_;
    Meter& meter_;
    std::vector<Source> sources_;
    std::vector<std::vector<std::uint64_t>> words_;       // by source, then by match
    std::vector<Entry> entries_ = std::vector<Entry>(1);  // by place
    std::vector<std::uint64_t> rest_;                     // words of the other sources, by place
    std::size_t mask_ = 0;
    std::size_t misses_ = 0;  // since the table was made
    HeldBytes held_;
};

/// A set of pairs of numbers below 2^32 - 1.
class PairSet {
  public:
    explicit PairSet(Meter& meter) : meter_(meter), held_(meter) {}

    /// Whether the pair is new; nothing if the query must stop.
    std::optional<bool> insert(std::size_t first, std::size_t second);

  private:
    std::uint64_t& place_of(std::uint64_t pair);
    bool grow();

    Meter& meter_;
    std::vector<std::uint64_t> pairs_;  // open addressing, 0 if free
    std::size_t size_ = 0;
    HeldBytes held_;
};

}  // namespace litigraph::query
