/// \file
/// From what articles say to one graph: who is the same party, which reports are of the same case.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/observation_set.hpp>
#include <litigraph/graph/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

/// Decisions of the user about names, from a plain text file; they win over every rule.
struct AliasRule {
    enum class Decision : std::uint8_t { same, different };
    Decision decision = Decision::same;
    std::string name;  ///< With `same`, the name that is kept.
    std::string other;

    friend auto operator<=>(const AliasRule&, const AliasRule&) = default;
};

/// Lines "Amazon = AWS" (same) and "Delta Air Lines != Delta Faucet" (different); '#' comments and
/// empty lines are skipped. The error has line and column.
/// The sign stands between blanks: other '=' and '!' belong to the name.
Result<std::vector<AliasRule>> parse_alias_rules(std::string_view text);

/// The line that parse_alias_rules reads back.
std::string to_string(const AliasRule& rule);

struct ResolutionOptions {
    std::vector<AliasRule> aliases;
    unsigned threads = 1;  ///< At least 1. The result does not depend on it.
};

/// Sources that disagree about one case. Both stay in the graph's evidence.
struct Conflict {
    NodeId lawsuit{};
    std::string about;  ///< "court", "filed", "count", ...
    struct Side {
        std::string value;
        std::vector<std::string> articles;  ///< Ids of the articles that say so, sorted.
    };
    std::vector<Side> sides;  ///< At least two, by value.
};

struct Resolution {
    KnowledgeGraph graph;
    std::vector<Conflict> conflicts;
};

/// Pure: equal sets and options give byte-identical graphs, whatever the number of threads.
/// Near-linear: candidates are blocked by sorted keys, never compared all with all.
/// A case is identified by court and docket number, else by parties, forum and intersecting
/// filing intervals; an empty intersection forbids a merge. The rules in full: graph/README.md.
/// Requires: is_valid of every article. Fails with limit_exceeded if the graph would outgrow 32-bit
/// indices (see GraphBuilder::freeze).
Result<Resolution> resolve(const ObservationSet& observations,
                           const ResolutionOptions& options = {});

}  // namespace litigraph
