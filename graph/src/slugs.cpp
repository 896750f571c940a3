#include "slugs.hpp"

#include "sorted_texts.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

namespace {

void make_missing(KnowledgeGraph::Columns& columns, const NormalForms& forms, unsigned threads) {
    TextTable slugs;
    const TextTable& given = columns.slugs;
    slugs.append(
        given.size(), threads,
        [&](std::size_t n) {
            return !given[n].empty()
                       ? given[n].size()
                       : to_string(columns.node_kind[n]).size() + 1 + forms.of_name(n).size();
        },
        [&](std::size_t n, char* to) {
            if (!given[n].empty()) {
                std::ranges::copy(given[n], to);
                return;
            }
            to = std::ranges::copy(to_string(columns.node_kind[n]), to).out;
            *to++ = ':';
            std::ranges::replace_copy(forms.of_name(n), to, ' ', '-');
        });
    columns.slugs = std::move(slugs);
}

struct Renamed {
    std::uint32_t node = 0;
    std::string slug;
};

/// Nodes in the order of their slugs, then of their numbers.
using SlugOrder = std::span<const std::uint32_t>;

/// Those of `order` whose slug is `slug` with something behind a '-'. Requires: no slug of them
/// is before `slug`.
SlugOrder numbered_forms(SlugOrder order, const TextTable& slugs, std::string_view slug) {
    if (order.empty() || !slugs[order.front()].starts_with(slug)) {
        return {};
    }
    const auto place = [&](char next) {
        return std::ranges::lower_bound(order, std::string(slug) + next, {},
                                        [&](std::uint32_t node) { return slugs[node]; });
    };
    return {place('-'), place('.')};  // '.' is the character after '-'
}

/// New slugs of the nodes whose slug an earlier node has, by node.
std::vector<Renamed> renamed(const TextTable& slugs, SlugOrder order, unsigned threads) {
    Column<char> is_taken(order.size(), 0);
    for_each_index(order.size(), threads, [&](std::size_t i) {
        is_taken[i] = i > 0 && slugs[order[i]] == slugs[order[i - 1]] ? 1 : 0;
    });
    std::vector<Renamed> found;
    for (std::size_t i = 0, end = 0; i < order.size(); i = end) {
        for (end = i + 1; end < order.size() && is_taken[end] != 0;) {
            ++end;
        }
        const std::string_view slug = slugs[order[i]];
        const SlugOrder taken =
            end - i == 1 ? SlugOrder() : numbered_forms(order.subspan(end), slugs, slug);
        std::size_t number = 1;
        for (const std::uint32_t node : order.subspan(i + 1, end - i - 1)) {
            std::string name;
            do {
                name = std::string(slug) + '-' + std::to_string(++number);
            } while (std::ranges::binary_search(taken, std::string_view(name), {},
                                                [&](std::uint32_t it) { return slugs[it]; }));
            found.push_back({node, std::move(name)});
        }
    }
    std::ranges::sort(found, {}, &Renamed::node);
    return found;
}

void rename(TextTable& slugs, const std::vector<Renamed>& names, unsigned threads) {
    TextTable all;
    const auto new_name = [&](std::size_t n) {
        return std::ranges::lower_bound(names, n, {}, &Renamed::node);
    };
    auto next = names.begin();
    all.append(
        slugs.size(), threads,
        [&](std::size_t n) {
            const bool is_new = next != names.end() && next->node == n;
            return is_new ? (next++)->slug.size() : slugs[n].size();
        },
        [&](std::size_t n, char* to) {
            const auto found = new_name(n);
            std::ranges::copy(
                found != names.end() && found->node == n ? std::string_view(found->slug) : slugs[n],
                to);
        });
    slugs = std::move(all);
}

/// Moves the renamed nodes to where their new slugs belong.
void reorder(Column<std::uint32_t>& order, const TextTable& slugs,
             const std::vector<Renamed>& names) {
    Column<std::uint32_t> moved;
    for (const Renamed& it : names) {
        moved.push_back(it.node);
    }
    std::erase_if(order, [&](std::uint32_t node) {
        return std::ranges::binary_search(moved, node);  // they are in order of node
    });
    const auto slug_of = [&](std::uint32_t node) { return slugs[node]; };
    std::ranges::sort(moved, {}, slug_of);
    Column<std::uint32_t> all(order.size() + moved.size());
    std::ranges::merge(order, moved, all.begin(), {}, slug_of, slug_of);
    order = std::move(all);
}

}  // namespace

void settle_slugs(KnowledgeGraph::Columns& columns, const NormalForms& forms, unsigned threads) {
    make_missing(columns, forms, threads);
    Column<std::uint32_t> order(columns.slugs.size());
    std::iota(order.begin(), order.end(), 0U);
    sort_by_text(order, threads, [&](std::uint32_t node) { return columns.slugs[node]; });
    const std::vector<Renamed> names = renamed(columns.slugs, order, threads);
    if (!names.empty()) {
        rename(columns.slugs, names, threads);
        reorder(order, columns.slugs, names);
    }
    columns.by_slug.resize(order.size());
    std::ranges::transform(order, columns.by_slug.begin(),
                           [](std::uint32_t node) { return static_cast<NodeId>(node); });
}

}  // namespace litigraph
