#include "exports.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>

namespace litigraph::cli {

namespace {

using Write = std::string (*)(std::ostream&, const KnowledgeGraph&, const query::Selection&,
                              const ExportChoice&);

std::string write_dot(std::ostream& out, const KnowledgeGraph& graph,
                      const query::Selection& selection, const ExportChoice& choice) {
    return query::write_dot(out, graph, selection, choice.dot).to_string();
}

struct ExportFormat {
    std::string_view name;
    Write write;
};
constexpr ExportFormat formats[] = {
    {"dot", write_dot},
};

}  // namespace

std::vector<std::string> export_formats() {
    std::vector<std::string> names;
    for (const ExportFormat& format : formats) {
        names.emplace_back(format.name);
    }
    return names;
}

std::string write_export(std::ostream& out, const KnowledgeGraph& graph,
                         const query::Selection& selection, const ExportChoice& choice) {
    for (const ExportFormat& format : formats) {
        if (format.name == choice.format) {
            return format.write(out, graph, selection, choice);
        }
    }
    return {};
}

Result<std::string> save_export(const std::string& path, const KnowledgeGraph& graph,
                                const query::Selection& selection, const ExportChoice& choice) {
    std::ofstream file(path, std::ios::binary);
    const std::string said = file ? write_export(file, graph, selection, choice) : "";
    if (!file.flush()) {
        return Error{ErrorCode::io, "cannot write " + path + ": " + std::strerror(errno)};
    }
    return said;
}

}  // namespace litigraph::cli
