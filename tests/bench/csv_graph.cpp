#include "csv_graph.hpp"

#include <litigraph/graph/graph_builder.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace litigraph::bench {

namespace {

/// Fields of lines one after the other.
class Fields {
  public:
    explicit Fields(std::string_view text) : rest_(text) { line_end(); }

    bool is_done() const noexcept { return rest_.empty(); }
    std::size_t line_count() const noexcept {
        return static_cast<std::size_t>(std::ranges::count(rest_, '\n'));
    }
    std::string_view text() { return cut(','); }
    std::string_view line_end() { return cut('\n'); }
    std::uint32_t number() { return to_number(text()); }
    std::uint32_t last_number() { return to_number(line_end()); }
    Day day() { return to_day(text()); }
    Day last_day() { return to_day(line_end()); }

  private:
    std::string_view cut(char end) {
        const std::size_t at = std::min(rest_.find(end), rest_.size());
        const std::string_view field = rest_.substr(0, at);
        rest_.remove_prefix(std::min(at + 1, rest_.size()));
        return field;
    }
    static std::uint32_t to_number(std::string_view field) {
        std::uint32_t value = 0;
        const auto read = std::from_chars(field.data(), field.data() + field.size(), value);
        if (read.ec != std::errc()) {
            throw std::runtime_error("not a number: " + std::string(field));
        }
        return value;
    }
    static Day to_day(std::string_view field) {
        const std::optional<Day> day = day_from_string(field);
        if (!day) {
            throw std::runtime_error("not a date: " + std::string(field));
        }
        return *day;
    }

    std::string_view rest_;
};

std::string read_file(const std::filesystem::path& path) {
    std::string bytes(std::filesystem::file_size(path), '\0');
    std::ifstream(path, std::ios::binary)
        .read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

NodeKind node_kind(std::string_view name) {
    return name == "company" ? NodeKind::party
           : name == "case"  ? NodeKind::lawsuit
                             : node_kind_from_string(name).value();
}

void add_nodes(GraphBuilder& builder, Fields rows) {
    while (!rows.is_done()) {
        const std::string_view id = rows.text();
        const std::string_view kind = rows.text();
        builder.add_node(node_kind(kind), rows.line_end(), id);
    }
}

void add_edges(GraphBuilder& builder, Fields rows) {
    while (!rows.is_done()) {
        const NodeId source{rows.number()};
        const NodeId target{rows.number()};
        const EdgeKind kind = edge_kind_from_string(rows.text()).value();
        const Day day = rows.day();
        const NodeId lawsuit{rows.last_number()};
        builder.add_edge(source, kind, target, {day, day}, lawsuit);
    }
}

}  // namespace

KnowledgeGraph read_graph(const std::filesystem::path& folder) {
    GraphBuilder builder;
    {
        const std::string nodes = read_file(folder / "nodes.csv");
        const std::string edges = read_file(folder / "edges.csv");
        builder.reserve(Fields(nodes).line_count(), Fields(edges).line_count());
        add_nodes(builder, Fields(nodes));
        add_edges(builder, Fields(edges));
    }
    Result<KnowledgeGraph> graph = std::move(builder).freeze();
    if (!graph) {
        throw std::runtime_error(graph.error().message);
    }
    return *std::move(graph);
}

std::vector<PathQuestion> read_path_questions(const std::filesystem::path& folder) {
    std::vector<PathQuestion> questions;
    const std::string text = read_file(folder / "paths.csv");
    for (Fields rows(text); !rows.is_done();) {
        rows.text();  // number of the question
        const NodeId from{rows.number()};
        const NodeId to{rows.number()};
        const Day first = rows.day();
        questions.push_back({from, to, {first, rows.last_day()}});
    }
    return questions;
}

std::vector<HopQuestion> read_hop_questions(const std::filesystem::path& folder) {
    std::vector<HopQuestion> questions;
    const std::string text = read_file(folder / "khop.csv");
    for (Fields rows(text); !rows.is_done();) {
        rows.text();
        const NodeId start{rows.number()};
        const Day first = rows.day();
        questions.push_back({start, {first, rows.last_day()}});
    }
    return questions;
}

}  // namespace litigraph::bench
