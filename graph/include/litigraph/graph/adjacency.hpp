/// \file
/// What a search reads: the half-edges of every node as flat columns, and filters over them.
///
/// Every edge appears as a half-edge at both of its ends. The half-edges of a node are one run,
/// first those of the class between parties, then the others; within a class by first possible
/// day, then by edge id, undated ones last. So a class is a range, and a date window a binary
/// search. This is the only header that hot loops need; it knows nothing of Boost.
#pragma once

#include <litigraph/graph/date.hpp>
#include <litigraph/graph/ids.hpp>
#include <litigraph/graph/kinds.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>

namespace litigraph {

/// Edges of one class lie side by side at every node.
enum class EdgeClass : std::uint8_t { between_parties, other };

/// sues and countersues are between parties; all else is other.
constexpr EdgeClass class_of(EdgeKind kind) noexcept {
    return kind <= EdgeKind::countersues ? EdgeClass::between_parties : EdgeClass::other;
}

/// A kind as seen from one end: 2 * kind, plus 1 at the end that the edge points at.
enum class HalfKind : std::uint8_t {};
constexpr HalfKind half_kind(EdgeKind kind, bool incoming) noexcept {
    return static_cast<HalfKind>(2 * static_cast<unsigned>(kind) + (incoming ? 1U : 0U));
}
constexpr EdgeKind kind_of(HalfKind kind) noexcept {
    return static_cast<EdgeKind>(static_cast<unsigned>(kind) / 2);
}
constexpr bool is_incoming(HalfKind kind) noexcept {
    return (static_cast<unsigned>(kind) & 1U) != 0;
}

/// A set of half-edge kinds: bit n is HalfKind n.
using HalfKinds = std::uint64_t;
static_assert(2 * edge_kind_count <= 64);
inline constexpr HalfKinds every_half_kind = (HalfKinds{1} << (2 * edge_kind_count)) - 1;
inline constexpr HalfKinds outgoing_half_kinds = 0x5555'5555'5555'5555U & every_half_kind;
inline constexpr HalfKinds incoming_half_kinds = every_half_kind & ~outgoing_half_kinds;
inline constexpr HalfKinds half_kinds_between_parties = 0b1111;

/// A day in 16 bits, in the order of days. 0 is beginning_of_time and 0xFFFF end_of_time; 1 and
/// 0xFFFE stand for every day before 1900-01-01 and after 2079-06-04.
using DayKey = std::uint16_t;
inline constexpr DayKey day_key_before = 1;
inline constexpr DayKey day_key_after = 0xFFFE;
inline constexpr DayKey undated = 0xFFFF;  ///< As the first day of an edge without a date.
inline constexpr std::int64_t day_key_shift = 25'567 + 2;  // 1900-01-01 is day -25567, key 2

/// The key of a day that bounds a window: a missing bound is like the day before, or after, every
/// day.
constexpr DayKey window_key(Day day) noexcept {
    return static_cast<DayKey>(std::clamp<std::int64_t>(
        static_cast<std::int64_t>(day) + day_key_shift, day_key_before, day_key_after));
}

constexpr DayKey day_key(Day day) noexcept {
    return day == beginning_of_time ? DayKey{0}
           : day == end_of_time     ? DayKey{0xFFFF}
                                    : window_key(day);
}

/// Days of an edge that do not fit DayKey.
struct FarDate {
    EdgeId edge{};
    Day first{};
    Day last{};
};

/// Borrowed columns; valid for the life of the graph that gave them.
struct Adjacency {
    /// Half-edges of node n: [runs[2n], runs[2n+2]); the class `other` begins at runs[2n+1].
    std::span<const std::uint32_t> runs;
    std::span<const NodeId> half_target;  ///< The other end.
    std::span<const EdgeId> half_edge;    ///< The edge it is half of.
    std::span<const DayKey> half_day;     ///< First possible day, or `undated`.
    std::span<const HalfKind> half_kind;
    /// For class c of node n at 2n+c, the most keys from first to last day of one edge. Empty if
    /// every date in the graph is a single day.
    std::span<const DayKey> spans;
    std::span<const DayKey> edge_first;  ///< Per edge; `undated` without a date.
    std::span<const DayKey> edge_last;   ///< Per edge; empty if every date is a single day.
    std::span<const FarDate> far_dates;  ///< By edge.
    std::span<const NodeId> edge_source;
    std::span<const NodeId> edge_target;
    std::span<const EdgeKind> edge_kind;
    /// Nodes outside [first, last) have no half-edge of the class.
    struct NodeRange {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    std::array<NodeRange, 2> class_nodes{};

    std::size_t node_count() const noexcept { return runs.size() / 2; }
    std::size_t edge_count() const noexcept { return edge_kind.size(); }
    /// Whether every date is a single day, told from all others by its key.
    bool has_only_days() const noexcept { return spans.empty() && far_dates.empty(); }
    DateInterval when(EdgeId id) const noexcept;
    /// Whether the edge has a date that shares a day with `window`.
    bool is_during(EdgeId id, DateInterval window) const noexcept;
};

/// Which half-edges count.
struct HalfEdgeSelection {
    HalfKinds kinds = every_half_kind;
    std::optional<DateInterval> during;  ///< An edge without a date is in no window.
};

/// Classes that a filter looks at: told when it is made, or by its type.
enum class ClassSet : std::uint8_t { any, all, between_parties };

/// A selection made ready for one graph. What it tests is in its type, so that a question pays only
/// for what it filters: whole classes are a range, windows over whole classes a binary search.
template <bool by_kind, bool by_date, bool by_interval = by_date, ClassSet classes = ClassSet::any>
class HalfEdgeFilter {
  public:
    /// Requires: by_kind unless the kinds are all of some classes; by_date if there is a window,
    /// and then by_interval unless the graph has only days; the kinds are of `classes`.
    HalfEdgeFilter(const Adjacency& adjacency, const HalfEdgeSelection& selection) noexcept;

    const Adjacency& adjacency() const noexcept { return *adjacency_; }

    /// For the same steps taken backwards. Whole classes are the same both ways, and a small
    /// question cannot afford a copy.
    auto reversed() const noexcept
        -> std::conditional_t<by_kind, HalfEdgeFilter, const HalfEdgeFilter&> {
        if constexpr (by_kind) {
            HalfEdgeFilter filter = *this;
            filter.kinds_ =
                (kinds_ & outgoing_half_kinds) << 1U | (kinds_ & incoming_half_kinds) >> 1U;
            return filter;
        } else {
            return *this;
        }
    }

    /// Calls visit(position of half-edge) in run order until it returns true; whether it did.
    template <class Visit>
    [[gnu::always_inline]] bool any_of(NodeId node, Visit visit) const;

    /// Half-edges in the classes that are looked at: no fewer than any_of visits. O(1).
    std::uint32_t degree_bound(NodeId node) const noexcept {
        return runs_[end_slot(node)] - runs_[begin_slot(node)];
    }
    /// Like degree_bound, but a window is narrowed.
    std::uint32_t close_bound(NodeId node) const noexcept;

    /// Nodes outside have no half-edge that counts.
    Adjacency::NodeRange nodes() const noexcept;

    /// Half-edges [begin, sure) must be checked against the window, [sure, end) are in it.
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t sure = 0;
        std::uint32_t end = 0;
    };
    /// The runs to look at for `node`: slots [begin_slot, end_slot), each with its range.
    std::size_t begin_slot(NodeId node) const noexcept {
        return 2 * to_index(node) + first_class();
    }
    std::size_t end_slot(NodeId node) const noexcept { return 2 * to_index(node) + last_class(); }
    [[gnu::always_inline]] Range range(std::size_t slot) const noexcept;
    /// Whether the half-edge counts, given that it is in a range; `unsure` if before Range::sure.
    bool counts(std::uint32_t position, bool unsure) const noexcept;
    /// Whether one of the edge's halves counts.
    bool counts_edge(EdgeId id) const noexcept;

  private:
    std::size_t first_class() const noexcept { return classes == ClassSet::any ? first_class_ : 0; }
    std::size_t last_class() const noexcept {
        return classes == ClassSet::any ? last_class_ : classes == ClassSet::all ? 2 : 1;
    }

    const Adjacency* adjacency_;
    const std::uint32_t* runs_;
    // Classes [first_class_, last_class_). No member has a type that searches write (32-bit numbers
    // and ids), so that compilers keep all of them in registers.
    std::uint16_t first_class_ = 0;
    std::uint16_t last_class_ = 2;
    HalfKinds kinds_;
    DayKey first_ = 0;
    DayKey last_ = 0;
    bool careful_ = false;  // some edges of a range must be checked one by one
    bool exact_ = true;     // keys decide whether a date is in the window
    DateInterval during_;
};

namespace detail {

template <bool by_date, bool by_interval, class F>
auto with_kinds_filter_type(HalfKinds kinds, F f) {
    switch (kinds) {
        case every_half_kind:
            return f(
                std::type_identity<HalfEdgeFilter<false, by_date, by_interval, ClassSet::all>>());
        case half_kinds_between_parties:
            return f(std::type_identity<
                     HalfEdgeFilter<false, by_date, by_interval, ClassSet::between_parties>>());
        case every_half_kind & ~half_kinds_between_parties:
            return f(std::type_identity<HalfEdgeFilter<false, by_date, by_interval>>());
        default:
            return f(std::type_identity<HalfEdgeFilter<true, by_date, by_interval>>());
    }
}

}  // namespace detail

/// Calls f(std::type_identity<Filter>) for the cheapest filter that does what `selection` says.
template <class F>
auto with_filter_type(const Adjacency& adjacency, const HalfEdgeSelection& selection, F f) {
    if (!selection.during) {
        return detail::with_kinds_filter_type<false, false>(selection.kinds, f);
    }
    return adjacency.has_only_days()
               ? detail::with_kinds_filter_type<true, false>(selection.kinds, f)
               : detail::with_kinds_filter_type<true, true>(selection.kinds, f);
}

/// Calls f(filter) with that filter.
template <class F>
auto with_filter(const Adjacency& adjacency, const HalfEdgeSelection& selection, F f) {
    return with_filter_type(adjacency, selection, [&]<class Filter>(std::type_identity<Filter>) {
        return f(Filter(adjacency, selection));
    });
}

// Implementation of the templates; declared inline so that compilers are bolder.

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
inline HalfEdgeFilter<by_kind, by_date, by_interval, classes>::HalfEdgeFilter(
    const Adjacency& adjacency, const HalfEdgeSelection& selection) noexcept
    : adjacency_(&adjacency),
      runs_(adjacency.runs.data()),
      first_class_((selection.kinds & half_kinds_between_parties) != 0 ? 0 : 1),
      last_class_((selection.kinds & every_half_kind & ~half_kinds_between_parties) != 0 ? 2 : 1),
      kinds_(selection.kinds) {
    if constexpr (by_date) {
        during_ = *selection.during;
        first_ = window_key(during_.first);
        last_ = window_key(during_.last);
    }
    if constexpr (by_interval) {
        const auto is_exact = [](Day day, DayKey key) {
            return day == beginning_of_time || day == end_of_time ||
                   (key != day_key_before && key != day_key_after);
        };
        exact_ = adjacency.far_dates.empty() ||
                 (is_exact(during_.first, first_) && is_exact(during_.last, last_));
        careful_ = !exact_ || !adjacency.spans.empty();
    }
}

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
inline auto HalfEdgeFilter<by_kind, by_date, by_interval, classes>::range(
    std::size_t slot) const noexcept -> Range {
    std::uint32_t begin = runs_[slot];
    std::uint32_t end = runs_[slot + 1];
    if constexpr (!by_date) {
        return {begin, begin, end};
    }
    const DayKey* const days = adjacency_->half_day.data();
    const auto lower = [days](std::uint32_t b, std::uint32_t e, DayKey key) {
        return static_cast<std::uint32_t>(std::lower_bound(days + b, days + e, key) - days);
    };
    DayKey from = first_;
    if (by_interval && !adjacency_->spans.empty()) {
        const DayKey span = adjacency_->spans[slot];
        from = first_ > span ? static_cast<DayKey>(first_ - span) : DayKey{0};
    }
    if (end - begin > 12) {
        begin = lower(begin, end, from);
        end = static_cast<std::uint32_t>(std::upper_bound(days + begin, days + end, last_) - days);
    } else {
        while (begin < end && days[begin] < from) {
            ++begin;
        }
        while (begin < end && days[end - 1] > last_) {
            --end;
        }
    }
    if (!by_interval || !careful_) {
        return {begin, begin, end};
    }
    return {begin, exact_ ? lower(begin, end, first_) : end, end};
}

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
inline bool HalfEdgeFilter<by_kind, by_date, by_interval, classes>::counts(
    std::uint32_t position, bool unsure) const noexcept {
    if constexpr (by_kind) {
        if ((kinds_ >> static_cast<unsigned>(adjacency_->half_kind[position]) & 1U) == 0) {
            return false;
        }
    }
    return !unsure || adjacency_->is_during(adjacency_->half_edge[position], during_);
}

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
inline bool HalfEdgeFilter<by_kind, by_date, by_interval, classes>::counts_edge(
    EdgeId id) const noexcept {
    const EdgeKind kind = adjacency_->edge_kind[to_index(id)];
    return (kinds_ >> static_cast<unsigned>(half_kind(kind, false)) & 3U) != 0 &&
           (!by_date || adjacency_->is_during(id, during_));
}

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
template <class Visit>
inline bool HalfEdgeFilter<by_kind, by_date, by_interval, classes>::any_of(NodeId node,
                                                                           Visit visit) const {
    const auto scan = [&](std::uint32_t begin, std::uint32_t end, auto unsure) {
        for (std::uint32_t at = begin; at < end; ++at) {
            if (counts(at, unsure) && visit(at)) {
                return true;
            }
        }
        return false;
    };
    if constexpr (!by_date) {  // neighbouring classes are one range
        return scan(runs_[begin_slot(node)], runs_[end_slot(node)], std::false_type());
    }
    for (std::size_t slot = begin_slot(node); slot < end_slot(node); ++slot) {
        const Range r = range(slot);
        if ((r.begin < r.sure && scan(r.begin, r.sure, std::true_type())) ||
            scan(r.sure, r.end, std::false_type())) {
            return true;
        }
    }
    return false;
}

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
std::uint32_t HalfEdgeFilter<by_kind, by_date, by_interval, classes>::close_bound(
    NodeId node) const noexcept {
    std::uint32_t sum = 0;
    for (std::size_t slot = begin_slot(node); slot < end_slot(node); ++slot) {
        const Range r = range(slot);
        sum += r.end - r.begin;
    }
    return sum;
}

template <bool by_kind, bool by_date, bool by_interval, ClassSet classes>
Adjacency::NodeRange HalfEdgeFilter<by_kind, by_date, by_interval, classes>::nodes()
    const noexcept {
    Adjacency::NodeRange all{~std::uint32_t{0}, 0};
    for (std::size_t c = first_class(); c < last_class(); ++c) {
        const Adjacency::NodeRange& nodes = adjacency_->class_nodes[c];
        if (nodes.first < nodes.last) {
            all = {std::min(all.first, nodes.first), std::max(all.last, nodes.last)};
        }
    }
    return all.first < all.last ? all : Adjacency::NodeRange{};
}

}  // namespace litigraph
