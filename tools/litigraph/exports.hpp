/// \file
/// The formats that a graph is exported in, by name.
#pragma once

#include <litigraph/graph/result.hpp>
#include <litigraph/query/dot.hpp>
#include <litigraph/query/html.hpp>
#include <litigraph/query/interchange.hpp>
#include <litigraph/query/selection.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace litigraph::cli {

struct ExportChoice {
    std::string format = "dot";  ///< One of export_formats().
    query::DotOptions dot = {};
    query::HtmlOptions html = {};
    query::ArticleText text = {};  ///< For formats that count characters.
};

std::vector<std::string> export_formats();

/// Returns what there is to say: "4 nodes, 7 edges". Errors: unsupported if the format is several
/// files.
Result<std::string> write_export(std::ostream& out, const KnowledgeGraph& graph,
                                 const query::Selection& selection, const ExportChoice& choice);

/// The same into a file, or, if the format is several files, into a folder, which is made. Errors:
/// io.
Result<std::string> save_export(const std::string& path, const KnowledgeGraph& graph,
                                const query::Selection& selection, const ExportChoice& choice);

}  // namespace litigraph::cli
