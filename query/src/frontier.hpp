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
#include <type_traits>

namespace litigraph::query {

/// The nodes that a breadth-first search has reached, in order. Nodes are written to the end of the
/// queue whether new or not, and the end moves only if new: about half of them are, and a branch
/// there would be mispredicted all the time.
class Frontier {
  public:
    Frontier() noexcept = default;
    /// Has room for nodes below `count`.
    explicit Frontier(std::size_t count);

    void start(NodeId node) noexcept {
        node_[0] = node;
        size_ = 1;
        next_ = 0;
        add(node);
    }
    /// Forgets everything. O(nodes reached).
    void clear() noexcept {
        if (size_ > word_count_) {
            clear_all();
        } else {
            for (std::size_t i = 0; i < size_; ++i) {
                unmark(node_[i]);
            }
        }
        size_ = next_ = 0;
    }

    bool has(NodeId node) const noexcept {
        return (words_[to_index(node) / word_bits] >> (to_index(node) % word_bits) & 1U) != 0;
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

    /// Makes has(node) true; 1 if it was not, without a branch. clear() does not undo it.
    std::size_t mark(NodeId node) noexcept { return add(node); }
    /// Makes has(node) false, and that of some others.
    void unmark(NodeId node) noexcept { words_[to_index(node) / word_bits] = 0; }

    std::size_t size() const noexcept { return size_; }
    NodeId node(std::size_t position) const noexcept { return node_[position]; }
    /// How the node was reached; the one at position 0 was not.
    std::uint32_t parent(std::size_t position) const noexcept { return parent_[position]; }
    std::uint32_t via(std::size_t position) const noexcept { return via_[position]; }
    /// Position of a node that is here, most probably at `from` or after. O(size).
    std::size_t find(NodeId node, std::size_t from) const noexcept;

    /// Nodes from here on have not been expanded.
    std::size_t next() const noexcept { return next_; }
    bool is_done() const noexcept { return next_ == size_; }
    void advance() noexcept { ++next_; }

  private:
    // Not the type of size_: writing a word must not look like writing the size, or every step
    // would have to read the size again.
    using Word = unsigned long long;
    static_assert(!std::is_same_v<Word, std::size_t>);
    static constexpr unsigned word_bits = std::numeric_limits<Word>::digits;

    void clear_all() noexcept;
    std::size_t add(NodeId node) noexcept {  // 1 if it is new, without a branch
        const auto number = static_cast<std::uint32_t>(node);
        Word& word = words_[number / word_bits];
        const Word before = word;
        word = before | Word{1} << number % word_bits;
        return word != before ? 1 : 0;
    }

    // Arrays, so that the queues are left unset.
    std::unique_ptr<Word[]> words_;            // NOLINT(modernize-avoid-c-arrays)
    std::unique_ptr<NodeId[]> node_;           // NOLINT(modernize-avoid-c-arrays)
    std::unique_ptr<std::uint32_t[]> parent_;  // NOLINT(modernize-avoid-c-arrays)
    std::unique_ptr<std::uint32_t[]> via_;     // NOLINT(modernize-avoid-c-arrays)
    std::size_t word_count_ = 0;
    std::size_t size_ = 0;
    std::size_t next_ = 0;
};

/// A thread's two frontiers.
struct SearchScratch {
    std::array<Frontier, 2> frontiers;
    std::size_t capacity = 0;  ///< Both have room for nodes below it.
};

/// The calling thread's scratch, null before its first search; frontiers() owns what it points at.
/// A plain pointer in the first block of thread storage costs a search one read and no call.
[[gnu::tls_model(
    "initial-exec")]] inline constinit thread_local SearchScratch* this_thread_scratch = nullptr;

/// Makes this_thread_scratch larger. Throws bad_alloc; then the old one stays.
SearchScratch& grow_scratch(std::size_t count);

/// The calling thread's two frontiers, with room for `count` nodes.
inline std::array<Frontier, 2>& frontiers(std::size_t count) {
    SearchScratch* const scratch = this_thread_scratch;
    const bool fits = scratch != nullptr && count <= scratch->capacity;
    return (fits ? *scratch : grow_scratch(count)).frontiers;
}

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
