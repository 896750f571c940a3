/// \file
/// The graph as resources and facts, before it is written as Turtle or JSON-LD.
#pragma once

#include <litigraph/query/interchange.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph::query::detail {

/// What a prefix of a name stands for.
struct RdfPrefix {
    std::string_view name, iri;
};
std::vector<RdfPrefix> rdf_prefixes();

struct RdfValue;
/// Facts of one predicate stand together.
using RdfFacts = std::vector<std::pair<std::string, RdfValue>>;

/// The object of a fact. Names are "prefix:local", safe to write as they are.
struct RdfValue {
    enum class Kind : std::uint8_t { name, text, day, number, nameless };
    Kind kind = Kind::text;
    std::string text = {};
    RdfFacts facts = {};  ///< Of a nameless resource; its text is its type.
};

struct RdfResource {
    std::string name;
    std::vector<std::string> types;
    RdfFacts facts;
};

/// Every node with the edges that leave it, then every edge with its evidence.
void for_each_resource(const KnowledgeGraph& graph, const Selection& selection,
                       const ArticleText& text,
                       const std::function<void(const RdfResource&)>& visit);

}  // namespace litigraph::query::detail
