#include "slugs.hpp"

#include "sorted_texts.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>

namespace litigraph {

namespace {

std::string slug_of_name(NodeKind kind, std::string_view name) {
    std::string slug(to_string(kind));
    slug += ':';
    slug += normal_form(name);
    std::ranges::replace(slug, ' ', '-');
    return slug;
}

void make_missing(KnowledgeGraph::Columns& columns) {
    const auto has_text = [&](std::size_t n) { return !columns.slugs[n].empty(); };
    const std::size_t nodes = columns.node_kind.size();
    std::size_t n = 0;
    while (n < nodes && has_text(n)) {
        ++n;
    }
    if (n == nodes) {
        return;
    }
    TextTable slugs;
    slugs.ends.reserve(nodes);
    for (n = 0; n < nodes; ++n) {
        slugs.push_back(has_text(n) ? std::string(columns.slugs[n])
                                    : slug_of_name(columns.node_kind[n], columns.names[n]));
    }
    columns.slugs = std::move(slugs);
}

std::vector<TextSortItem> sorted_by_slug(const TextTable& slugs) {
    std::vector<TextSortItem> items(slugs.size());
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        items[i].id = i;
    }
    sort_by_text(std::span(items), [&](std::uint32_t i) { return slugs[i]; });
    return items;
}

/// New slugs of the nodes whose slug an earlier node has.
std::map<std::uint32_t, std::string> renamed(const TextTable& slugs,
                                             const std::vector<TextSortItem>& items) {
    std::map<std::uint32_t, std::string> names;
    const auto slug_of = [&](const TextSortItem& item) { return slugs[item.id]; };
    std::size_t number = 1;
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (slug_of(items[i]) != slug_of(items[i - 1])) {
            number = 1;
            continue;
        }
        std::string name;
        do {
            name = std::string(slug_of(items[i])) + '-' + std::to_string(++number);
        } while (std::ranges::binary_search(items, std::string_view(name), {}, slug_of));
        names[items[i].id] = name;
    }
    return names;
}

}  // namespace

void settle_slugs(KnowledgeGraph::Columns& columns) {
    make_missing(columns);
    std::vector<TextSortItem> items = sorted_by_slug(columns.slugs);
    const std::map<std::uint32_t, std::string> names = renamed(columns.slugs, items);
    if (!names.empty()) {
        TextTable slugs;
        for (std::uint32_t n = 0; n < columns.slugs.size(); ++n) {
            const auto found = names.find(n);
            slugs.push_back(found == names.end() ? columns.slugs[n] : found->second);
        }
        columns.slugs = std::move(slugs);
        items = sorted_by_slug(columns.slugs);
    }
    columns.by_slug.resize(items.size());
    std::ranges::transform(items, columns.by_slug.begin(),
                           [](const TextSortItem& item) { return static_cast<NodeId>(item.id); });
}

}  // namespace litigraph
