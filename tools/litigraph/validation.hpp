/// \file
/// Does every fact of a graph rest on words of an article?
#pragma once

#include <litigraph/graph/archive.hpp>
#include <litigraph/ingest/article.hpp>
#include <litigraph/query/table.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace litigraph::cli {

/// Checks an archive, alone and against the articles that it was read from. `archive` must outlive
/// it. A finding has the columns article, fact, problem, quote.
class Validation {
  public:
    /// Resolves the observations anew and compares the graphs; looks at every edge. O(n log n).
    explicit Validation(const Archive& archive);

    /// Checks each quotation of this article against its bytes, and that the names of its parties
    /// occur in it. Articles that the graph does not know are ignored.
    void compare(const ingest::Article& article);

    const query::Table& findings() const noexcept { return findings_; }
    /// "24 edges and 61 quotations of 3 articles checked, 1 article not given".
    std::string summary() const;

  private:
    void check_edges();
    void check_quote(const ingest::Article& article, const Evidence& evidence,
                     std::string_view fact);
    void compare(const ingest::Article& article, const ArticleObservations& observations);
    void find(std::string_view article, std::string_view fact, std::string_view problem,
              std::string_view quote);

    const Archive& archive_;
    query::Table findings_{.columns = {"article", "fact", "problem", "quote"}, .rows = {}};
    std::size_t quotes_ = 0;
    std::size_t articles_ = 0;
};

}  // namespace litigraph::cli
