/// \file
/// Which edges a question may use.
#pragma once

#include <litigraph/graph/date.hpp>
#include <litigraph/graph/kinds.hpp>

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace litigraph::query {

/// A set of edge kinds; all kinds by default.
class EdgeKindSet {
  public:
    constexpr EdgeKindSet() noexcept = default;
    constexpr EdgeKindSet(std::initializer_list<EdgeKind> kinds) noexcept : bits_(0) {
        for (const EdgeKind kind : kinds) {
            bits_ |= bit(kind);
        }
    }
    static constexpr EdgeKindSet nothing() noexcept {
        EdgeKindSet set;
        set.bits_ = 0;
        return set;
    }
    constexpr EdgeKindSet with(EdgeKind kind) const noexcept {
        EdgeKindSet set = *this;
        set.bits_ |= bit(kind);
        return set;
    }
    constexpr EdgeKindSet without(EdgeKind kind) const noexcept {
        EdgeKindSet set = *this;
        set.bits_ &= ~bit(kind);
        return set;
    }
    constexpr bool contains(EdgeKind kind) const noexcept { return (bits_ & bit(kind)) != 0; }
    constexpr bool is_everything() const noexcept { return bits_ == everything; }
    constexpr std::uint32_t bits() const noexcept { return bits_; }  ///< Bit n: kind number n.
    friend constexpr bool operator==(EdgeKindSet, EdgeKindSet) noexcept = default;

  private:
    static constexpr std::uint32_t everything = (std::uint32_t{1} << edge_kind_count) - 1;
    static constexpr std::uint32_t bit(EdgeKind kind) noexcept {
        return std::uint32_t{1} << static_cast<unsigned>(kind);
    }
    std::uint32_t bits_ = everything;
};

enum class Direction : std::uint8_t { out, in, both };

struct EdgeFilter {
    EdgeKindSet kinds;
    Direction direction = Direction::both;  ///< Seen from the node that a step leaves.
    /// Edges whose date interval overlaps this one; an edge without a date never does.
    std::optional<DateInterval> during;
};

}  // namespace litigraph::query
