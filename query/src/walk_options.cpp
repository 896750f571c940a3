#include "walk_options.hpp"

#include <algorithm>

namespace litigraph::query::detail {
namespace {

// An article that reports two cases does not tie them.
constexpr EdgeKindSet all_but_reports = EdgeKindSet{}.without(EdgeKind::reported_by);

Status take_kinds(WalkOptions& options, Words& words) {
    const Words before = words;
    const Result<std::vector<std::string>> names = words.take_list();
    if (!names) {
        return names.error();
    }
    options.filter.kinds = EdgeKindSet::nothing();
    for (const std::string& name : *names) {
        const std::optional<EdgeKind> kind = edge_kind_from_string(name);
        if (!kind) {
            return before.expected("kinds of edges, such as sues,countersues");
        }
        options.filter.kinds = options.filter.kinds.with(*kind);
    }
    return Success{};
}

Status take_labels(WalkOptions& options, Words& words) {
    const Words before = words;
    const Result<std::vector<std::string>> names = words.take_list();
    if (!names) {
        return names.error();
    }
    for (const std::string& name : *names) {
        const std::optional<NodeKind> kind = node_kind_from_string(name);
        const std::optional<PartyKind> party = party_kind_from_string(name);
        if (!kind && !party) {
            return before.expected("kinds of nodes, such as Company,Lawsuit");
        }
        options.labels.emplace_back(party ? query_name(*party) : query_name(*kind));
    }
    return Success{};
}

Status take_max(std::size_t& max, Words& words) {
    const Result<std::size_t> number = words.take_number(1, longest_walk);
    if (!number) {
        return number.error();
    }
    max = *number;
    return Success{};
}

Status take_option(WalkOptions& options, Words& words) {
    if (words.take("via")) {
        return take_kinds(options, words);
    }
    if (words.take("type")) {
        return take_labels(options, words);
    }
    if (words.take_any({"max", "depth"})) {
        return take_max(options.max, words);
    }
    if (words.take("during")) {
        const Result<DateInterval> dates = words.take_dates();
        if (!dates) {
            return dates.error();
        }
        options.filter.during = *dates;
        return Success{};
    }
    if (words.take_any({"out", "directed"})) {
        options.filter.direction = Direction::out;
        return Success{};
    }
    if (words.take("in")) {
        options.filter.direction = Direction::in;
        return Success{};
    }
    if (words.take("all")) {
        options.all = true;
        return Success{};
    }
    if (words.take("shortest")) {
        const Result<std::size_t> number = words.take_number(1, most_paths);
        if (!number) {
            return number.error();
        }
        options.paths = *number;
        return Success{};
    }
    return words.expected(
        "'via', 'type', 'max', 'during', 'in', 'out', 'all' or 'shortest' and a number");
}

}  // namespace

Result<WalkOptions> take_walk_options(Words& words, std::size_t max) {
    WalkOptions options;
    options.max = max;
    options.filter.kinds = all_but_reports;
    while (!words.empty()) {
        if (const Status status = take_option(options, words); !status) {
            return status.error();
        }
    }
    return options;
}

// "-[:SUES|COUNTERSUES*1..4]->", "-[:!REPORTED_BY*1..4]->", whichever is shorter
std::string step_pattern(const WalkOptions& options) {
    std::string named;
    std::string others;
    for (const EdgeKind kind : all_edge_kinds()) {
        const bool is_named = options.filter.kinds.contains(kind);
        std::string& types = is_named ? named : others;
        types += types.empty() ? (is_named ? ":" : ":!") : (is_named ? "|" : "&!");
        types += query_name(kind);
    }
    const std::string& types = named.size() < others.size() ? named : others;
    const bool is_in = options.filter.direction == Direction::in;
    const bool is_out = options.filter.direction == Direction::out;
    return (is_in ? "<-[" : "-[") + types + "*1.." + std::to_string(options.max) +
           (is_out ? "]->" : "]-");
}

}  // namespace litigraph::query::detail
