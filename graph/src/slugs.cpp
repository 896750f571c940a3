#include "slugs.hpp"

#include "sorted_texts.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

namespace {

void make_missing(KnowledgeGraph::Columns& columns, const NormalForms& forms) {
    const std::size_t nodes = columns.node_kind.size();
    std::size_t n = 0;
    while (n < nodes && !columns.slugs[n].empty()) {
        ++n;
    }
    if (n == nodes) {
        return;
    }
    TextTable slugs;
    slugs.ends.reserve(nodes);
    std::string slug;
    for (n = 0; n < nodes; ++n) {
        slug = columns.slugs[n];
        if (slug.empty()) {
            slug += to_string(columns.node_kind[n]);
            slug += ':';
            slug += forms.of_name(n);
            std::ranges::replace(slug, ' ', '-');
        }
        slugs.push_back(slug);
    }
    columns.slugs = std::move(slugs);
}

struct Renamed {
    std::uint32_t node = 0;
    std::string slug;
};

/// New slugs of the nodes whose slug an earlier node has, by node. `order`: nodes by slug, then by
/// number.
std::vector<Renamed> renamed(const TextTable& slugs, const std::vector<std::uint32_t>& order) {
    std::vector<Renamed> found;
    const auto slug_of = [&](std::uint32_t node) { return slugs[node]; };
    std::size_t number = 1;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (slug_of(order[i]) != slug_of(order[i - 1])) {
            number = 1;
            continue;
        }
        std::string name;
        do {
            name = std::string(slug_of(order[i])) + '-' + std::to_string(++number);
        } while (std::ranges::binary_search(order, std::string_view(name), {}, slug_of));
        found.push_back({order[i], std::move(name)});
    }
    std::ranges::sort(found, {}, &Renamed::node);
    return found;
}

void rename(TextTable& slugs, const std::vector<Renamed>& names) {
    TextTable all;
    all.ends.reserve(slugs.size());
    auto next = names.begin();
    for (std::uint32_t n = 0; n < slugs.size(); ++n) {
        const bool is_new = next != names.end() && next->node == n;
        all.push_back(is_new ? std::string_view(next->slug) : slugs[n]);
        next += is_new ? 1 : 0;
    }
    slugs = std::move(all);
}

/// Moves the renamed nodes to where their new slugs belong.
void reorder(std::vector<std::uint32_t>& order, const TextTable& slugs,
             const std::vector<Renamed>& names) {
    std::vector<std::uint32_t> moved;
    for (const Renamed& it : names) {
        moved.push_back(it.node);
    }
    std::erase_if(order, [&](std::uint32_t node) {
        return std::ranges::binary_search(moved, node);  // they are in order of node
    });
    const auto slug_of = [&](std::uint32_t node) { return slugs[node]; };
    std::ranges::sort(moved, {}, slug_of);
    std::vector<std::uint32_t> all(order.size() + moved.size());
    std::ranges::merge(order, moved, all.begin(), {}, slug_of, slug_of);
    order = std::move(all);
}

}  // namespace

void settle_slugs(KnowledgeGraph::Columns& columns, const NormalForms& forms, unsigned threads) {
    make_missing(columns, forms);
    std::vector<std::uint32_t> order(columns.slugs.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_by_text(order, threads, [&](std::uint32_t node) { return columns.slugs[node]; });
    const std::vector<Renamed> names = renamed(columns.slugs, order);
    if (!names.empty()) {
        rename(columns.slugs, names);
        reorder(order, columns.slugs, names);
    }
    columns.by_slug.resize(order.size());
    std::ranges::transform(order, columns.by_slug.begin(),
                           [](std::uint32_t node) { return static_cast<NodeId>(node); });
}

}  // namespace litigraph
