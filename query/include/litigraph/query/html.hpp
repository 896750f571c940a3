/// \file
/// A graph as one page that can be mailed and looked at offline.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/query/dot.hpp>
#include <litigraph/query/selection.hpp>

#include <cstddef>
#include <iosfwd>
#include <string>

namespace litigraph::query {

struct HtmlOptions {
    DotView view = DotView::full;
    /// Of a larger graph, cases between the most connected parties are kept, whole; 0 keeps all.
    std::size_t max_nodes = 2000;
    bool articles = false;   ///< Draw articles and reported-by too.
    std::string title = {};  ///< Of the page; empty for "litigraph".
};

/// One file, without a library and without any request to anywhere: the picture with every node in
/// its place, search, filters, and for each fact its quotations with their sources. Looks as DOT
/// pictures do. Text of articles is data of the page and never its markup or script. Equal
/// selections give equal bytes.
PictureReport write_html(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                         const HtmlOptions& options = {});

}  // namespace litigraph::query
