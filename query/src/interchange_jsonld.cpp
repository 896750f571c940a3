#include "interchange_rdf.hpp"
#include "json_cell.hpp"

#include <ostream>

namespace litigraph::query {
namespace {

using detail::RdfFacts;
using detail::RdfPrefix;
using detail::RdfResource;
using detail::RdfValue;

void add_facts(CellRecord& record, const RdfFacts& facts);

Cell cell_of(const RdfValue& value) {
    switch (value.kind) {
        case RdfValue::Kind::name:
            return CellRecord{{"@id", value.text}};
        case RdfValue::Kind::text:
            return value.text;
        case RdfValue::Kind::day:
            return CellRecord{{"@value", value.text}, {"@type", "xsd:date"}};
        case RdfValue::Kind::number:
            return CellRecord{{"@value", value.text}, {"@type", "xsd:integer"}};
        case RdfValue::Kind::nameless:
            break;
    }
    CellRecord record{{"@type", value.text}};
    add_facts(record, value.facts);
    return record;
}

// Always a list, so that a program need not ask.
void add_facts(CellRecord& record, const RdfFacts& facts) {
    for (const auto& [predicate, value] : facts) {
        if (record.empty() || record.back().first != predicate) {
            record.emplace_back(predicate, CellList{});
        }
        std::get<CellList>(record.back().second.value).push_back(cell_of(value));
    }
}

CellRecord record_of(const RdfResource& resource) {
    CellList types;
    for (const std::string& type : resource.types) {
        types.emplace_back(type);
    }
    CellRecord record{{"@id", resource.name}, {"@type", std::move(types)}};
    add_facts(record, resource.facts);
    return record;
}

}  // namespace

void write_json_ld(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                   const ArticleText& text) {
    CellRecord context;
    for (const RdfPrefix& prefix : detail::rdf_prefixes()) {
        context.emplace_back(std::string(prefix.name), prefix.iri);
    }
    out << "{\"@context\":" << detail::json_text(std::move(context)) << ",\n\"@graph\":[";
    std::string_view separator = "\n";
    detail::for_each_resource(graph, selection, text, [&](const RdfResource& resource) {
        out << separator << detail::json_text(record_of(resource));
        separator = ",\n";
    });
    out << "\n]}\n";
}

}  // namespace litigraph::query
