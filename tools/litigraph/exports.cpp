#include "exports.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>

namespace litigraph::cli {

namespace {

using query::Selection;
using Write = std::string (*)(std::ostream&, const KnowledgeGraph&, const Selection&,
                              const ExportChoice&);

std::string write_dot(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                      const ExportChoice& choice) {
    return query::write_dot(out, graph, selection, choice.dot).to_string();
}

std::string write_html(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                       const ExportChoice& choice) {
    return query::write_html(out, graph, selection, choice.html).to_string();
}

std::string counted(std::size_t count, std::string_view noun) {
    return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string size_of(const Selection& selection) {
    return counted(selection.nodes.size(), "node") + ", " + counted(selection.edges.size(), "edge");
}

template <void (*write)(std::ostream&, const KnowledgeGraph&, const Selection&)>
std::string write_all(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                      const ExportChoice&) {
    write(out, graph, selection);
    return size_of(selection);
}

template <void (*write)(std::ostream&, const KnowledgeGraph&, const Selection&,
                        const query::ArticleText&)>
std::string write_triples(std::ostream& out, const KnowledgeGraph& graph,
                          const Selection& selection, const ExportChoice& choice) {
    write(out, graph, selection, choice.text);
    return size_of(selection);
}

struct ExportFormat {
    std::string_view name;
    Write write;
    std::string_view file = {};  ///< Of a format that is several files, one row each.
};
constexpr ExportFormat formats[] = {
    {"dot", write_dot},
    {"html", write_html},
    {"json", write_all<query::write_json>},
    {"csv", write_all<query::write_neo4j_nodes>, "nodes.csv"},
    {"csv", write_all<query::write_neo4j_relationships>, "relationships.csv"},
    {"graphml", write_all<query::write_graphml>},
    {"gexf", write_all<query::write_gexf>},
    {"cyjs", write_all<query::write_cytoscape>},
    {"ftm", write_all<query::write_follow_the_money>},
    {"ttl", write_triples<query::write_turtle>},
    {"jsonld", write_triples<query::write_json_ld>},
};

Error write_error(const std::string& path, const std::string& reason) {
    return {ErrorCode::io, "cannot write " + path + ": " + reason};
}

Result<std::string> save(const std::string& path, const ExportFormat& format,
                         const KnowledgeGraph& graph, const Selection& selection,
                         const ExportChoice& choice) {
    std::ofstream file(path, std::ios::binary);
    const std::string said = file ? format.write(file, graph, selection, choice) : "";
    if (!file.flush()) {
        return write_error(path, std::strerror(errno));
    }
    return said;
}

}  // namespace

std::vector<std::string> export_formats() {
    std::vector<std::string> names;
    for (const ExportFormat& format : formats) {
        if (std::ranges::find(names, format.name) == names.end()) {
            names.emplace_back(format.name);
        }
    }
    return names;
}

Result<std::string> write_export(std::ostream& out, const KnowledgeGraph& graph,
                                 const Selection& selection, const ExportChoice& choice) {
    const auto* const format =
        std::ranges::find(formats, std::string_view(choice.format), &ExportFormat::name);
    if (format == std::end(formats)) {
        return Error{ErrorCode::unsupported, "no format is called " + choice.format};
    }
    if (!format->file.empty()) {
        return Error{ErrorCode::unsupported,
                     choice.format + " is several files: name a folder for them with -o"};
    }
    return format->write(out, graph, selection, choice);
}

Result<std::string> save_export(const std::string& path, const KnowledgeGraph& graph,
                                const Selection& selection, const ExportChoice& choice) {
    Result<std::string> said =
        Error{ErrorCode::unsupported, "no format is called " + choice.format};
    for (const ExportFormat& format : formats) {
        if (format.name != choice.format) {
            continue;
        }
        std::filesystem::path target = path;
        if (!format.file.empty()) {
            std::error_code error;
            std::filesystem::create_directories(path, error);
            if (error) {
                return write_error(path, error.message());
            }
            target /= format.file;
        }
        said = save(target.native(), format, graph, selection, choice);
        if (!said) {
            break;
        }
    }
    return said;
}

}  // namespace litigraph::cli
