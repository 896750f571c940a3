/// \file
/// One graph and everything that can be asked of it, in a line: a verb or a query.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/result.hpp>
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>
#include <litigraph/query/verbs.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::cli {

class Asker {
  public:
    using FindConflicts = std::function<std::vector<Conflict>()>;

    explicit Asker(KnowledgeGraph graph, FindConflicts conflicts = {});
    /// Reads the graph alone; the observations are read if conflicts are asked for.
    static Result<std::unique_ptr<Asker>> open(const std::string& path);

    const KnowledgeGraph& graph() const noexcept { return graph_; }

    /// One verb line or one statement of the query language, a ';' at its end or not. Errors have
    /// line and column in `line`.
    Result<query::Answer> ask(std::string_view line, const query::Parameters& parameters = {},
                              const query::Budget& budget = {}) const;

    /// What is wrong with a statement of the query language, without running it.
    std::optional<Error> fault_in(std::string_view statement,
                                  const query::Parameters& parameters = {}) const;

  private:
    Result<query::Answer> ask_verb(std::string_view line, const query::Budget& budget) const;

    KnowledgeGraph graph_;
    query::LitigationStore store_{graph_};
    FindConflicts conflicts_;
};

/// How many edges are kept as the support of a row, where somebody may want to see them.
inline constexpr std::size_t shown_support = 64;

}  // namespace litigraph::cli
