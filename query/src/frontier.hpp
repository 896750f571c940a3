/// \file
/// Scratch memory of searches, one per thread, kept between questions.
///
/// A question touches only what it visits: sets are bits, and the words of the nodes visited are
/// cleared afterwards. So between questions every bit is zero, whatever graph comes next.
#pragma once

#include <litigraph/graph/ids.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace litigraph::query {

/// The nodes that a breadth-first search has reached, in order. Nodes are written to the end of the
/// queue whether new or not, and the end moves only if new: about half of them are, and a branch
/// there would be mispredicted all the time.
class Frontier {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    /// Makes room for nodes below `count`. To be called before start.
    void fit(std::size_t count) {
        if (count >= capacity_) {
            grow(count);
        }
    }
    void start(NodeId node) noexcept {
        node_[0] = node;
        parent_[0] = via_[0] = none;
        size_ = 1;
        next_ = 0;
        add(node);
    }
    /// Forgets everything. O(nodes reached).
    void clear() noexcept;

    bool has(NodeId node) const noexcept {
        return (words_[to_index(node) >> 6U] >> (to_index(node) & 63U) & 1U) != 0;
    }
    /// Appends the node, reached over half-edge `via` from the node at `parent`, unless it is here.
    void reach(NodeId node, std::size_t parent, std::uint32_t via) noexcept {
        node_[size_] = node;
        parent_[size_] = static_cast<std::uint32_t>(parent);
        via_[size_] = via;
        size_ += add(node);
    }
    /// The same where the way does not matter.
    void reach(NodeId node) noexcept {
        node_[size_] = node;
        size_ += add(node);
    }

    std::size_t size() const noexcept { return size_; }
    NodeId node(std::size_t position) const noexcept { return node_[position]; }
    std::uint32_t parent(std::size_t position) const noexcept { return parent_[position]; }
    std::uint32_t via(std::size_t position) const noexcept { return via_[position]; }
    /// Position of a node that is here. O(size).
    std::size_t find(NodeId node) const noexcept;

    /// Nodes from here on have not been expanded.
    std::size_t next() const noexcept { return next_; }
    bool is_done() const noexcept { return next_ == size_; }
    void advance() noexcept { ++next_; }

  private:
    void grow(std::size_t count);
    std::uint32_t add(NodeId node) noexcept {  // 1 if it is new, without a branch
        std::uint64_t& word = words_[to_index(node) >> 6U];
        const unsigned bit = to_index(node) & 63U;
        const auto fresh = static_cast<std::uint32_t>(~(word >> bit) & 1U);
        word |= std::uint64_t{1} << bit;
        return fresh;
    }

    std::vector<std::uint64_t> words_;
    std::unique_ptr<NodeId[]> node_;           // NOLINT(modernize-avoid-c-arrays): left unset
    std::unique_ptr<std::uint32_t[]> parent_;  // NOLINT(modernize-avoid-c-arrays)
    std::unique_ptr<std::uint32_t[]> via_;     // NOLINT(modernize-avoid-c-arrays)
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;
    std::size_t next_ = 0;
};

/// The calling thread's two frontiers, with room for `count` nodes.
std::array<Frontier, 2>& frontiers(std::size_t count);

/// Clears what a question leaves behind, on every way out of it.
class FrontierGuard {
  public:
    explicit FrontierGuard(Frontier& frontier) noexcept : frontier_(&frontier) {}
    FrontierGuard(const FrontierGuard&) = delete;
    FrontierGuard& operator=(const FrontierGuard&) = delete;
    ~FrontierGuard() { frontier_->clear(); }

  private:
    Frontier* frontier_;
};

}  // namespace litigraph::query
