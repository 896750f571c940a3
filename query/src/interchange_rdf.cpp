// A fact is a plain triple, which queries follow, and a reified statement, which carries what the
// plain one cannot: how it is known, when, in which lawsuit, and the quotations. A quotation is a
// resource of the Web Annotation vocabulary: our spans count bytes, which is what its
// DataPositionSelector does; its TextPositionSelector counts characters and needs the text.

#include "interchange_rdf.hpp"

#include "interchange_columns.hpp"
#include "utf8.hpp"
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <cctype>

namespace litigraph::query::detail {
namespace {

using Kind = RdfValue::Kind;

constexpr std::string_view hex_digits = "0123456789ABCDEF";

/// A slug as the local part of a name, in Turtle and in an address.
std::string local_name(std::string_view slug) {
    std::string name;
    for (const char c : slug) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_');
        if (is_plain || c == ':') {
            name += c;
        } else {
            name += {'%', hex_digits[byte >> 4U], hex_digits[byte & 15U]};
        }
    }
    return name;
}

/// "filed-in", "docket_number" as filedIn, docketNumber.
std::string camel_case(std::string_view words) {
    std::string name;
    bool begins_word = false;
    for (const char c : words) {
        if (c == '-' || c == '_') {
            begins_word = true;
        } else {
            name +=
                begins_word ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
            begins_word = false;
        }
    }
    return name;
}

std::string name_of(const KnowledgeGraph& graph, NodeId node) {
    return "d:" + local_name(graph.slug(node));
}

std::string name_of(EdgeKind kind) { return "lg:" + camel_case(to_string(kind)); }

RdfValue name(std::string text) { return {Kind::name, std::move(text)}; }
RdfValue text(std::string_view words) { return {Kind::text, made_valid(words)}; }
RdfValue number(std::size_t value) { return {Kind::number, std::to_string(value)}; }

void add_interval(RdfFacts& facts, const std::string& stem, DateInterval when) {
    if (when.first != beginning_of_time) {
        facts.emplace_back(stem + "From", RdfValue{Kind::day, to_string(when.first)});
    }
    if (when.last != end_of_time) {
        facts.emplace_back(stem + "To", RdfValue{Kind::day, to_string(when.last)});
    }
}

// ---- nodes

std::vector<std::string> types_of(const KnowledgeGraph& graph, NodeId node) {
    const std::string_view kind = query_name(graph.kind(node));
    const std::string_view label = label_of(graph, node);
    std::vector<std::string> types{"lg:" + std::string(label)};
    if (label != kind) {
        types.push_back("lg:" + std::string(kind));
    }
    if (graph.kind(node) == NodeKind::article) {
        types.emplace_back("schema:NewsArticle");
    } else if (label == "Person") {
        types.emplace_back("schema:Person");
    } else if (label == "Company" || label == "LawFirm") {
        types.emplace_back("schema:Organization");
    }
    return types;
}

std::string predicate_of(AttributeKey key) {
    switch (key) {
        case AttributeKey::alias:
            return "skos:altLabel";
        case AttributeKey::title:
            return "schema:headline";
        case AttributeKey::publisher:
            return "schema:publisher";
        case AttributeKey::url:
            return "schema:url";
        default:
            return "lg:" + camel_case(to_string(key));
    }
}

bool is_count(AttributeKey key) {
    return key == AttributeKey::count_low || key == AttributeKey::count_high ||
           key == AttributeKey::patents_low || key == AttributeKey::patents_high;
}

bool is_digits(std::string_view words) {
    return !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos;
}

void add_attributes(RdfFacts& facts, const KnowledgeGraph& graph, NodeId node) {
    for (const auto& [key, value] : graph.attributes(node)) {
        if (is_count(key) && !is_digits(value)) {
            continue;  // no upper bound is known
        }
        facts.emplace_back(predicate_of(key), is_count(key)
                                                  ? RdfValue{Kind::number, std::string(value)}
                                                  : text(value));
    }
}

void add_plain_triples(RdfFacts& facts, const KnowledgeGraph& graph, const Selection& selection,
                       NodeId node) {
    std::vector<std::pair<EdgeKind, NodeId>> edges;
    for (const EdgeId id : graph.incident_edges(node)) {
        const EdgeView edge = graph.edge(id);
        if (edge.source == node && std::ranges::binary_search(selection.edges, id)) {
            edges.emplace_back(edge.kind, edge.target);
        }
    }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    for (const auto& [kind, target] : edges) {
        facts.emplace_back(name_of(kind), name(name_of(graph, target)));
    }
}

RdfResource node_resource(const KnowledgeGraph& graph, const Selection& selection, NodeId node) {
    RdfResource resource{name_of(graph, node), types_of(graph, node), {}};
    resource.facts.emplace_back("rdfs:label", text(display_name(graph, node)));
    if (graph.kind(node) != NodeKind::article) {
        add_interval(resource.facts, "lg:filed", graph.when(node));
    } else if (graph.when(node).first != beginning_of_time) {
        resource.facts.emplace_back("schema:datePublished",
                                    RdfValue{Kind::day, to_string(graph.when(node).first)});
    }
    add_attributes(resource.facts, graph, node);
    add_plain_triples(resource.facts, graph, selection, node);
    return resource;
}

// ---- edges

std::size_t count_characters(std::string_view words) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.size(); i += decode(words, i).length) {
        ++count;
    }
    return count;
}

RdfValue selector(std::string_view type, std::size_t start, std::size_t end) {
    return {Kind::nameless,
            "oa:" + std::string(type),
            {{"oa:start", number(start)}, {"oa:end", number(end)}}};
}

/// Where the quotation stands in `article`, counted in characters; nothing if it does not.
void add_text_position(RdfFacts& facts, const EvidenceView& evidence, std::string_view article) {
    if (evidence.end > article.size() ||
        article.substr(evidence.begin, evidence.end - evidence.begin) != evidence.quote) {
        return;
    }
    const std::size_t start = count_characters(article.substr(0, evidence.begin));
    facts.emplace_back("oa:hasSelector", selector("TextPositionSelector", start,
                                                  start + count_characters(evidence.quote)));
}

RdfValue evidence_resource(const KnowledgeGraph& graph, const EvidenceView& evidence,
                           const ArticleText& article_text) {
    RdfFacts facts{{"oa:hasSource", name(name_of(graph, evidence.article))},
                   {"lg:rule", text(evidence.rule)},
                   {"lg:status", text(to_string(evidence.confidence))}};
    if (!evidence.quote.empty()) {
        facts.emplace_back(
            "oa:hasSelector",
            RdfValue{Kind::nameless, "oa:TextQuoteSelector", {{"oa:exact", text(evidence.quote)}}});
        facts.emplace_back("oa:hasSelector",
                           selector("DataPositionSelector", evidence.begin, evidence.end));
        if (const auto article = article_text ? article_text(evidence.article) : std::nullopt) {
            add_text_position(facts, evidence, *article);
        }
    }
    return {Kind::nameless, "oa:SpecificResource", std::move(facts)};
}

RdfResource edge_resource(const KnowledgeGraph& graph, EdgeId id, const ArticleText& article_text) {
    const EdgeView edge = graph.edge(id);
    RdfResource resource{"d:" + id_of(id), {"rdf:Statement", "prov:Entity"}, {}};
    RdfFacts& facts = resource.facts;
    facts.emplace_back("rdf:subject", name(name_of(graph, edge.source)));
    facts.emplace_back("rdf:predicate", name(name_of(edge.kind)));
    facts.emplace_back("rdf:object", name(name_of(graph, edge.target)));
    facts.emplace_back("lg:status", text(to_string(edge.confidence)));
    add_interval(facts, "lg:when", edge.when);
    if (edge.lawsuit) {
        facts.emplace_back("lg:lawsuit", name(name_of(graph, *edge.lawsuit)));
    }
    std::vector<NodeId> articles;
    RdfFacts quotations;
    for (std::size_t i = 0; i < graph.evidence_count(id); ++i) {
        const EvidenceView evidence = graph.evidence(id, i);
        articles.push_back(evidence.article);
        quotations.emplace_back("lg:evidence", evidence_resource(graph, evidence, article_text));
    }
    std::ranges::sort(articles);
    articles.erase(std::unique(articles.begin(), articles.end()), articles.end());
    for (const NodeId article : articles) {
        facts.emplace_back("prov:hadPrimarySource", name(name_of(graph, article)));
    }
    std::ranges::move(quotations, std::back_inserter(facts));
    return resource;
}

}  // namespace

std::vector<RdfPrefix> rdf_prefixes() {
    return {{"d", "https://litigraph.example/id/"},
            {"lg", "https://litigraph.example/ns#"},
            {"oa", "http://www.w3.org/ns/oa#"},
            {"prov", "http://www.w3.org/ns/prov#"},
            {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
            {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
            {"schema", "https://schema.org/"},
            {"skos", "http://www.w3.org/2004/02/skos/core#"},
            {"xsd", "http://www.w3.org/2001/XMLSchema#"}};
}

void for_each_resource(const KnowledgeGraph& graph, const Selection& selection,
                       const ArticleText& article_text,
                       const std::function<void(const RdfResource&)>& visit) {
    const Selection whole = with_sources(graph, selection);
    for (const NodeId node : whole.nodes) {
        visit(node_resource(graph, whole, node));
    }
    for (const EdgeId edge : whole.edges) {
        visit(edge_resource(graph, edge, article_text));
    }
}

}  // namespace litigraph::query::detail
