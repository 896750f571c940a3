/// \file
/// Which edges a question may use.
#pragma once

#include <litigraph/graph/adjacency.hpp>
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
    constexpr EdgeKindSet(std::initializer_list<EdgeKind> kinds) noexcept : halves_(0) {
        for (const EdgeKind kind : kinds) {
            halves_ |= halves_of(kind);
        }
    }
    static constexpr EdgeKindSet nothing() noexcept {
        EdgeKindSet set;
        set.halves_ = 0;
        return set;
    }
    constexpr EdgeKindSet with(EdgeKind kind) const noexcept {
        EdgeKindSet set = *this;
        set.halves_ |= halves_of(kind);
        return set;
    }
    constexpr EdgeKindSet without(EdgeKind kind) const noexcept {
        EdgeKindSet set = *this;
        set.halves_ &= ~halves_of(kind);
        return set;
    }
    constexpr bool contains(EdgeKind kind) const noexcept {
        return (halves_ & halves_of(kind)) != 0;
    }
    constexpr bool is_everything() const noexcept { return halves_ == every_half_kind; }
    /// Both halves of every edge of these kinds.
    constexpr HalfKinds halves() const noexcept { return halves_; }
    friend constexpr bool operator==(EdgeKindSet, EdgeKindSet) noexcept = default;

  private:
    static constexpr HalfKinds halves_of(EdgeKind kind) noexcept {
        return HalfKinds{1} << static_cast<unsigned>(half_kind(kind, false)) |
               HalfKinds{1} << static_cast<unsigned>(half_kind(kind, true));
    }
    HalfKinds halves_ = every_half_kind;
};

enum class Direction : std::uint8_t { out, in, both };

struct EdgeFilter {
    EdgeKindSet kinds;
    Direction direction = Direction::both;  ///< Seen from the node that a step leaves.
    /// Edges whose date interval overlaps this one; an edge without a date never does.
    std::optional<DateInterval> during;
};

}  // namespace litigraph::query
