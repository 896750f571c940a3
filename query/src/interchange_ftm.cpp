// FollowTheMoney knows people, cases and documents. Courts, places, technologies and patents have
// no schema there: they become properties of the case. A suit is told by its case and who is on
// which side; other relations are links. Offsets of quotations have no property and are lost.

#include "interchange_columns.hpp"
#include "json_cell.hpp"
#include <litigraph/query/interchange.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <ostream>
#include <set>

namespace litigraph::query {
namespace {

/// A property has each value once.
class Entity {
  public:
    Entity(std::string id, std::string_view schema) : id_(std::move(id)), schema_(schema) {}

    void add(std::string_view property, std::string_view value) {
        if (!value.empty()) {
            properties_[std::string(property)].insert(std::string(value));
        }
    }
    void write(std::ostream& out) const {
        CellRecord properties;
        for (const auto& [name, values] : properties_) {
            CellList list(values.begin(), values.end());
            properties.emplace_back(name, std::move(list));
        }
        const CellRecord entity{
            {"id", id_}, {"schema", schema_}, {"properties", std::move(properties)}};
        out << detail::json_text(entity) << '\n';
    }

  private:
    std::string id_;
    std::string_view schema_;
    std::map<std::string, std::set<std::string>> properties_;
};

/// The slug in letters, digits and "-"; other bytes in hexadecimal, so that ids stay different.
std::string id_of(const KnowledgeGraph& graph, NodeId node) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string id;
    for (const char c : graph.slug(node)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == ':')) {
            id += c == ':' ? '-' : c;
        } else {
            id += {'.', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return id;
}

std::string_view schema_of_party(const KnowledgeGraph& graph, NodeId party) {
    const std::string_view kind = graph.attribute(party, AttributeKey::party_kind).value_or("");
    switch (party_kind_from_string(kind).value_or(PartyKind::unknown)) {
        case PartyKind::company:
        case PartyKind::division:
            return "Company";
        case PartyKind::person:
            return "Person";
        case PartyKind::agency:
        case PartyKind::government:
            return "PublicBody";
        case PartyKind::university:
            return "Organization";
        case PartyKind::group:
        case PartyKind::unknown:
            break;
    }
    return "LegalEntity";
}

/// Empty for what is a property of something else.
std::string_view schema_of(const KnowledgeGraph& graph, NodeId node) {
    switch (graph.kind(node)) {
        case NodeKind::party:
            return schema_of_party(graph, node);
        case NodeKind::person:
            return "Person";
        case NodeKind::law_firm:
            return "Organization";
        case NodeKind::lawsuit:
            return "CourtCase";
        case NodeKind::article:
            return "Article";
        case NodeKind::court:
        case NodeKind::jurisdiction:
        case NodeKind::technology:
        case NodeKind::patent:
            break;
    }
    return {};
}

// ---- values

/// The finest form that FollowTheMoney has for what is known: a day, a year, else months.
void add_dates(Entity& entity, std::string_view from, std::string_view to, DateInterval when) {
    const std::string whole = to_string(when);
    if (whole.size() == 4 || when.first == when.last) {
        entity.add(from, whole);
        return;
    }
    constexpr std::size_t month = 7;
    if (when.first != beginning_of_time) {
        entity.add(from, to_string(when.first).substr(0, month));
    }
    if (when.last != end_of_time) {
        entity.add(to, to_string(when.last).substr(0, month));
    }
}

std::string country_of(const KnowledgeGraph& graph, NodeId place) {
    const std::string_view code = graph.attribute(place, AttributeKey::code).value_or("");
    const bool is_country = code.size() == 2 || (code.size() > 2 && code[2] == '-');
    if (!is_country || code.starts_with("X")) {
        return {};  // a code of our own
    }
    std::string country(code.substr(0, 2));
    std::ranges::transform(country, country.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return country;
}

void add_words(Entity& entity, const KnowledgeGraph& graph, NodeId node) {
    using Key = AttributeKey;
    for (const auto& [key, value] : graph.attributes(node)) {
        switch (key) {
            case Key::alias:
                entity.add("alias", value);
                break;
            case Key::docket_number:
                entity.add("caseNumber", value);
                break;
            case Key::cause:
                entity.add("category", value);
                break;
            case Key::case_kind:
                entity.add("type", value);
                break;
            case Key::status:
                entity.add("status", value);
                break;
            case Key::event:
            case Key::filed_words:
                entity.add("notes", value);
                break;
            default:
                break;
        }
    }
}

/// What an edge says of the case or party that it leaves.
void add_edge(Entity& entity, const KnowledgeGraph& graph, const EdgeView& edge) {
    switch (edge.kind) {
        case EdgeKind::filed_in:
            if (graph.kind(edge.target) == NodeKind::court) {
                entity.add("court", graph.name(edge.target));
                break;
            }
            [[fallthrough]];
        case EdgeKind::located_in:
            entity.add("country", country_of(graph, edge.target));
            break;
        case EdgeKind::concerns_technology:
        case EdgeKind::asserts_patent:
            entity.add("keywords", graph.name(edge.target));
            break;
        default:
            break;
    }
}

// ---- nodes

Entity article_entity(const KnowledgeGraph& graph, NodeId node) {
    Entity entity(id_of(graph, node), "Article");
    const std::string_view title =
        graph.attribute(node, AttributeKey::title).value_or(graph.name(node));
    entity.add("name", title);
    entity.add("title", title);
    entity.add("fileName", graph.name(node));
    entity.add("publisher", graph.attribute(node, AttributeKey::publisher).value_or(""));
    entity.add("sourceUrl", graph.attribute(node, AttributeKey::url).value_or(""));
    add_dates(entity, "publishedAt", "publishedAt", graph.when(node));
    return entity;
}

Entity thing_entity(const KnowledgeGraph& graph, const Selection& selection, NodeId node) {
    Entity entity(id_of(graph, node), schema_of(graph, node));
    entity.add("name", detail::display_name(graph, node));
    add_words(entity, graph, node);
    if (graph.kind(node) == NodeKind::lawsuit) {
        add_dates(entity, "fileDate", "fileDate", graph.when(node));
    }
    for (const EdgeId id : graph.incident_edges(node)) {
        if (!std::ranges::binary_search(selection.edges, id)) {
            continue;
        }
        if (const EdgeView edge = graph.edge(id); edge.source == node) {
            add_edge(entity, graph, edge);
        }
        for (std::size_t i = 0; i < graph.evidence_count(id); ++i) {
            entity.add("proof", id_of(graph, graph.evidence(id, i).article));
        }
    }
    return entity;
}

// ---- edges

/// How an edge is said: between which properties, and in which role.
struct Relation {
    std::string_view schema, source, target;
    std::string role;
};

Relation relation_of(EdgeKind kind) {
    std::string role(to_string(kind));
    std::ranges::replace(role, '-', ' ');
    switch (kind) {
        case EdgeKind::plaintiff_in:
            return {"CourtCaseParty", "party", "case", "plaintiff"};
        case EdgeKind::defendant_in:
            return {"CourtCaseParty", "party", "case", "defendant"};
        case EdgeKind::party_to:
            return {"CourtCaseParty", "party", "case", "party"};
        case EdgeKind::presides:
            return {"CourtCaseParty", "party", "case", "judge"};
        case EdgeKind::represents:
            return {"Representation", "agent", "client", "counsel"};
        default:
            return {"UnknownLink", "subject", "object", std::move(role)};
    }
}

bool is_written(const KnowledgeGraph& graph, const Selection& selection, const EdgeView& edge) {
    const bool is_told_by_case = edge.kind == EdgeKind::sues && edge.lawsuit &&
                                 std::ranges::binary_search(selection.nodes, *edge.lawsuit);
    return !is_told_by_case && edge.kind != EdgeKind::reported_by &&
           !schema_of(graph, edge.source).empty() && !schema_of(graph, edge.target).empty();
}

Entity edge_entity(const KnowledgeGraph& graph, const EdgeView& edge) {
    const Relation relation = relation_of(edge.kind);
    Entity entity(detail::id_of(edge.id), relation.schema);
    entity.add(relation.source, id_of(graph, edge.source));
    entity.add(relation.target, id_of(graph, edge.target));
    entity.add("role", relation.role);
    entity.add("status", to_string(edge.confidence));
    if (!edge.when.is_unknown()) {
        add_dates(entity, "startDate", "endDate", edge.when);
    }
    for (std::size_t i = 0; i < graph.evidence_count(edge.id); ++i) {
        const EvidenceView evidence = graph.evidence(edge.id, i);
        entity.add("summary", evidence.quote);
        entity.add("publisher",
                   graph.attribute(evidence.article, AttributeKey::publisher).value_or(""));
    }
    return entity;
}

}  // namespace

void write_follow_the_money(std::ostream& out, const KnowledgeGraph& graph,
                            const Selection& selection) {
    const Selection whole = with_sources(graph, selection);
    for (const NodeId node : whole.nodes) {
        if (graph.kind(node) == NodeKind::article) {
            article_entity(graph, node).write(out);
        } else if (!schema_of(graph, node).empty()) {
            thing_entity(graph, whole, node).write(out);
        }
    }
    for (const EdgeId id : whole.edges) {
        if (const EdgeView edge = graph.edge(id); is_written(graph, whole, edge)) {
            edge_entity(graph, edge).write(out);
        }
    }
}

}  // namespace litigraph::query
