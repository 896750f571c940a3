// Near spellings are found by walking the sorted normal forms as if they were a trie: a row of the
// edit distance table is kept for each byte of the current prefix, and a prefix that no name near
// enough can begin with is jumped over by binary search.
#include "name_index.hpp"

#include "normal_form.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace litigraph {

namespace {

/// First position in [from, size) for which is_before is false, given that it is true, then false.
/// Steps double, so near positions are cheap.
template <class IsBefore>
std::size_t gallop(std::size_t from, std::size_t size, const IsBefore& is_before) {
    std::size_t step = 1;
    std::size_t low = from;
    while (low + step <= size && is_before(low + step - 1)) {
        low += step;
        step *= 2;
    }
    std::size_t high = std::min(low + step - 1, size);
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (is_before(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/// Rows of the edit distance table between one word and a prefix that grows and shrinks. A swap of
/// neighbours is one edit.
class DistanceRows {
  public:
    explicit DistanceRows(std::string_view word) : word_(word), rows_(1) {
        for (std::size_t i = 0; i <= word.size(); ++i) {
            rows_[0].push_back(i);
        }
    }
    void cut(std::size_t length) {
        rows_.resize(std::min(rows_.size(), length + 1));
        prefix_.resize(rows_.size() - 1);
    }
    std::size_t length() const noexcept { return rows_.size() - 1; }
    void append(char c) {
        const std::vector<std::size_t>& above = rows_.back();
        std::vector<std::size_t> row{above[0] + 1};
        for (std::size_t i = 1; i <= word_.size(); ++i) {
            const std::size_t replace = above[i - 1] + (word_[i - 1] == c ? 0 : 1);
            row.push_back(std::min({replace, above[i] + 1, row[i - 1] + 1}));
            const bool is_swap =
                i > 1 && !prefix_.empty() && word_[i - 1] == prefix_.back() && word_[i - 2] == c;
            if (is_swap) {
                row[i] = std::min(row[i], rows_[rows_.size() - 2][i - 2] + 1);
            }
        }
        rows_.push_back(std::move(row));
        prefix_ += c;
    }
    std::size_t distance() const noexcept { return rows_.back().back(); }
    /// No longer prefix has a smaller distance.
    std::size_t least() const noexcept {
        const std::size_t last = std::ranges::min(rows_.back());
        return rows_.size() < 2 ? last
                                : std::min(last, std::ranges::min(rows_[rows_.size() - 2]) + 1);
    }

  private:
    std::string_view word_;
    std::string prefix_;
    std::vector<std::vector<std::size_t>> rows_;  // by length of the prefix
};

std::size_t common_prefix(std::string_view a, std::string_view b) noexcept {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::string_view NameIndex::entry_name(std::uint32_t entry) const noexcept {
    const std::size_t nodes = columns_->node_kind.size();
    if (entry < nodes) {
        return columns_->names[entry];
    }
    return columns_->texts[static_cast<std::size_t>(columns_->attribute_text[entry - nodes])];
}

NodeId NameIndex::node(std::size_t position) const noexcept {
    const std::uint32_t entry = columns_->by_name[position];
    const std::size_t nodes = columns_->node_kind.size();
    return entry < nodes ? static_cast<NodeId>(entry) : columns_->attribute_node[entry - nodes];
}

std::string NameIndex::form(std::size_t position) const {
    return normal_form(entry_name(columns_->by_name[position]));
}

std::size_t NameIndex::lower_bound(std::string_view text, std::size_t from) const {
    return gallop(from, size(), [&](std::size_t at) { return form(at) < text; });
}

std::size_t NameIndex::end_of_prefix(std::string_view prefix, std::size_t from) const {
    return gallop(from, size(), [&](std::size_t at) {
        return std::string_view(form(at)).substr(0, prefix.size()) <= prefix;
    });
}

std::vector<NodeId> NameIndex::find(std::string_view name) const {
    const std::string wanted = normal_form(name);
    std::vector<NodeId> nodes;
    if (wanted.empty()) {
        return nodes;
    }
    for (std::size_t at = lower_bound(wanted); at < size() && form(at) == wanted; ++at) {
        nodes.push_back(node(at));
    }
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
}

std::vector<NodeId> NameIndex::most_connected(std::vector<NodeId> nodes, std::size_t limit) const {
    std::ranges::sort(nodes);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    const auto& runs = columns_->runs;
    const auto degree = [&](NodeId id) {
        return runs[2 * to_index(id) + 2] - runs[2 * to_index(id)];
    };
    const auto is_ahead = [&](NodeId a, NodeId b) {
        return degree(a) != degree(b) ? degree(a) > degree(b) : a < b;
    };
    const std::size_t kept = std::min(limit, nodes.size());
    std::ranges::partial_sort(nodes, nodes.begin() + static_cast<std::ptrdiff_t>(kept), is_ahead);
    nodes.resize(kept);
    return nodes;
}

std::vector<NodeId> NameIndex::complete(std::string_view prefix, std::size_t limit) const {
    const std::string wanted = folded_words(prefix);
    const std::size_t begin = lower_bound(wanted);
    const std::size_t end = end_of_prefix(wanted, begin);
    std::vector<NodeId> nodes;
    for (std::size_t at = begin; at < end; ++at) {
        nodes.push_back(node(at));
    }
    return most_connected(std::move(nodes), limit);
}

std::vector<NodeId> NameIndex::similar(std::string_view name, std::size_t limit) const {
    const std::string wanted = normal_form(name);
    const std::size_t most_edits = std::min<std::size_t>(2, wanted.size() / 3);
    std::array<std::vector<NodeId>, 3> found;  // by distance
    DistanceRows rows(wanted);
    std::string current;
    for (std::size_t at = 0; at < size() && !wanted.empty();) {
        const std::string next = form(at);
        rows.cut(common_prefix(current, next));
        current = next;
        while (rows.length() < current.size() && rows.least() <= most_edits) {
            rows.append(current[rows.length()]);
        }
        if (rows.least() > most_edits) {  // nothing that begins like this is near
            at = end_of_prefix(current.substr(0, rows.length()), at + 1);
            continue;
        }
        if (rows.distance() <= most_edits) {
            found[rows.distance()].push_back(node(at));
        }
        ++at;
    }
    std::vector<NodeId> nodes;
    for (std::vector<NodeId>& group : found) {
        for (const NodeId id : most_connected(std::move(group), limit)) {
            if (nodes.size() < limit && std::ranges::find(nodes, id) == nodes.end()) {
                nodes.push_back(id);
            }
        }
    }
    return nodes;
}

}  // namespace litigraph
