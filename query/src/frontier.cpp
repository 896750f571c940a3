#include "frontier.hpp"

#include <algorithm>

namespace litigraph::query {

void Frontier::grow(std::size_t count) {
    capacity_ = 0;                           // until all of it is there
    const std::size_t capacity = count + 1;  // one more: reach() writes past the last new node
    words_.assign(capacity / 64 + 1, 0);
    node_.reset(new NodeId[capacity]);
    parent_.reset(new std::uint32_t[capacity]);
    via_.reset(new std::uint32_t[capacity]);
    capacity_ = capacity;
}

void Frontier::clear() noexcept {
    if (size_ > words_.size()) {
        std::ranges::fill(words_, 0);
    } else {
        for (std::size_t i = 0; i < size_; ++i) {
            words_[to_index(node_[i]) >> 6U] = 0;
        }
    }
    size_ = next_ = 0;
}

std::size_t Frontier::find(NodeId node) const noexcept {
    return static_cast<std::size_t>(std::find(node_.get(), node_.get() + size_, node) -
                                    node_.get());
}

std::array<Frontier, 2>& frontiers(std::size_t count) {
    thread_local std::array<Frontier, 2> scratch;
    for (Frontier& frontier : scratch) {
        frontier.fit(count);
    }
    return scratch;
}

}  // namespace litigraph::query
