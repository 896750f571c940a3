// Words that tell apart what the litigation graph stores, for aggregation in columns. A text is its
// address in the graph's tables; small numbers, which are no addresses, stand for what is no text.
#include "litigation_keys.hpp"
#include <litigraph/query/litigation_store.hpp>

#include <bit>
#include <optional>

namespace litigraph::query {

namespace {

constexpr std::uint64_t nothing = 0;
constexpr std::uint64_t empty_text = 1;
constexpr std::uint64_t implied = 2;

std::uint64_t word_of(std::string_view text) noexcept {
    return text.empty() ? empty_text : std::bit_cast<std::uintptr_t>(text.data());
}

std::uint64_t word_of(DateInterval days) noexcept {
    return std::uint64_t{static_cast<std::uint32_t>(days.first)} << 32U |
           static_cast<std::uint32_t>(days.last);
}

/// Writes word(element) for each.
template <class Id, class Word>
bool fill(std::span<const Id> elements, std::span<std::uint64_t> words, Word word) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        words[i] = word(elements[i]);
    }
    return true;
}

}  // namespace

bool LitigationStore::stored_words(KeyId key, std::span<const NodeId> nodes,
                                   std::span<std::uint64_t> words) const {
    const auto is_lawsuit = [this](NodeId node) {
        return (labels_[to_index(node)] >> static_cast<unsigned>(NodeKind::lawsuit) & 1U) != 0;
    };
    const auto of_date = [&](bool of_lawsuits) {
        return fill(nodes, words, [&](NodeId node) {
            return word_of(is_lawsuit(node) == of_lawsuits ? graph_.when(node) : DateInterval{});
        });
    };
    const auto of_attribute = [&](AttributeKey attribute) {
        return fill(nodes, words, [&](NodeId node) {
            const auto text = graph_.attribute(node, attribute);
            return text ? word_of(*text) : nothing;
        });
    };
    const auto index = static_cast<std::size_t>(key);
    if (index >= key_names.size()) {
        return index < key_names.size() + attribute_key_count &&
               of_attribute(static_cast<AttributeKey>(index - key_names.size()));
    }
    switch (static_cast<Key>(index)) {
        case Key::kind:
            return fill(nodes, words, [&](NodeId node) { return labels_[to_index(node)]; });
        case Key::filed:
            return of_date(true);
        case Key::published:
            return of_date(false);
        case Key::count:
            return fill(nodes, words, [&](NodeId node) {
                const auto low = graph_.attribute(node, AttributeKey::count_low);
                return low                                      ? word_of(*low)
                       : graph_.kind(node) == NodeKind::lawsuit ? implied
                                                                : nothing;
            });
        case Key::status:
            return of_attribute(AttributeKey::status);
        default:
            return false;
    }
}

bool LitigationStore::stored_words(KeyId key, std::span<const EdgeId> edges,
                                   std::span<std::uint64_t> words) const {
    const auto of_edge = [&](auto word) {
        return fill(edges, words, [&](EdgeId edge) { return word(graph_.edge(edge)); });
    };
    switch (static_cast<Key>(key)) {
        case Key::kind:
            return of_edge([](const EdgeView& edge) { return std::uint64_t(edge.kind); });
        case Key::status:
            return of_edge([](const EdgeView& edge) { return std::uint64_t(edge.confidence); });
        case Key::date:
            return of_edge([](const EdgeView& edge) { return word_of(edge.when); });
        case Key::lawsuit:
            return of_edge([](const EdgeView& edge) {
                return edge.lawsuit ? std::uint64_t{to_index(*edge.lawsuit)} + 1 : nothing;
            });
        default:
            return false;
    }
}

}  // namespace litigraph::query
