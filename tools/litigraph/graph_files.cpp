#include "graph_files.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <thread>
#include <utility>

namespace litigraph::cli {

namespace {

/// By the value of the Confidence, `derived` being the last.
using Counts = std::array<std::size_t, static_cast<std::size_t>(Confidence::derived) + 1>;

Counts edges_by_confidence(const KnowledgeGraph& graph) {
    Counts counts{};
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        ++counts[static_cast<std::size_t>(graph.edge(EdgeId{i}).confidence)];
    }
    return counts;
}

std::string plural(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

query::Table size_table(const std::string& path, const Archive& archive) {
    query::Table table{.columns = {"file", "articles", "nodes", "edges"},
                       .rows = {{path, std::int64_t(archive.observations.articles().size()),
                                 std::int64_t(archive.graph.node_count()),
                                 std::int64_t(archive.graph.edge_count())}}};
    const Counts counts = edges_by_confidence(archive.graph);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        table.columns.emplace_back(to_string(static_cast<Confidence>(i)));
        table.rows.front().emplace_back(std::int64_t(counts[i]));
    }
    return table;
}

}  // namespace

Result<Archive> make_archive(ObservationSet observations, std::vector<AliasRule> aliases) {
    ResolutionOptions options{.aliases = aliases,
                              .threads = std::max(1U, std::thread::hardware_concurrency())};
    Result<Resolution> resolution = resolve(observations, options);
    if (!resolution) {
        return resolution.error();
    }
    return Archive{.observations = std::move(observations),
                   .aliases = std::move(aliases),
                   .graph = std::move(resolution->graph)};
}

std::string describe(const Archive& archive) {
    std::string text = plural(archive.observations.articles().size(), "article") + ": " +
                       plural(archive.graph.node_count(), "node") + ", " +
                       plural(archive.graph.edge_count(), "edge");
    const Counts counts = edges_by_confidence(archive.graph);
    std::string_view separator = " (";
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] != 0) {
            text += separator;
            text += std::to_string(counts[i]) + ' ';
            text += to_string(static_cast<Confidence>(i));
            separator = ", ";
        }
    }
    return separator == ", " ? text + ')' : text;
}

void tell_size(Console& console, const std::string& path, const Archive& archive) {
    if (console.options.format == "json" || console.options.format == "jsonl") {
        query::render(console.out, size_table(path, archive), {.format = query::Format::jsonl});
    }
    if (!console.options.quiet) {
        console.err << path << ": " << describe(archive) << '\n';
    }
}

int change_archive(Console& console, const std::string& path,
                   const std::function<Result<Archive>(Archive&&)>& change) {
    const Result<ArchiveLock> lock = ArchiveLock::acquire(path);
    if (!lock) {
        return report(console, lock.error());
    }
    Result<Archive> before = load_archive(path);
    if (!before) {
        return report(console, before.error());
    }
    const Result<Archive> after = change(*std::move(before));
    if (!after) {
        return report(console, after.error());
    }
    if (const Status saved = save_archive(*lock, *after); !saved) {
        return report(console, saved.error());
    }
    tell_size(console, path, *after);
    return success;
}

}  // namespace litigraph::cli
