#include "frontier.hpp"

#include <algorithm>
#include <utility>

namespace litigraph::query {

Frontier::Frontier(std::size_t count)
    : words_(std::make_unique<Word[]>(
          count / word_bits + 1)),  // NOLINT: see the member
                                    // One more than nodes: reach() writes past the last new node.
      node_(new NodeId[count + 1]),
      parent_(new std::uint32_t[count + 1]),
      via_(new std::uint32_t[count + 1]),
      word_count_(count / word_bits + 1) {}

void Frontier::clear_all() noexcept { std::fill_n(words_.get(), word_count_, Word{0}); }

std::size_t Frontier::find(NodeId node, std::size_t from) const noexcept {
    const NodeId* const first = node_.get();
    const NodeId* found = std::find(first + from, first + size_, node);
    if (found == first + size_) {
        found = std::find(first, first + from, node);
    }
    return static_cast<std::size_t>(found - first);
}

SearchScratch& grow_scratch(std::size_t count) {
    thread_local SearchScratch scratch;
    SearchScratch larger{{Frontier(count), Frontier(count)}, count};
    scratch = std::move(larger);
    this_thread_scratch = &scratch;
    return scratch;
}

}  // namespace litigraph::query
