/// \file
/// A small graph built by hand: one dispute with a suit, a group of 13 proceedings that it answers,
/// and two bystanders.
#pragma once

#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/graph/knowledge_graph.hpp>

#include <string_view>

namespace litigraph::test {

inline DateInterval days(std::string_view text) { return *interval_from_string(text); }

/// Adds nodes and edges in the words of a test.
class DisputeBuilder {
  public:
    NodeId node(NodeKind kind, std::string_view name, DateInterval when = {}) {
        return builder_.add_node(kind, name, {}, when);
    }
    NodeId company(std::string_view name) {
        const NodeId id = node(NodeKind::party, name);
        builder_.add_attribute(id, AttributeKey::party_kind, "company");
        return id;
    }
    void attribute(NodeId id, AttributeKey key, std::string_view value) {
        builder_.add_attribute(id, key, value);
    }
    EdgeId edge(NodeId from, EdgeKind kind, NodeId to, std::string_view quote, NodeId article,
                Confidence confidence = Confidence::stated, std::optional<NodeId> lawsuit = {},
                DateInterval when = {}) {
        const EdgeId id = builder_.add_edge(from, kind, to, when, lawsuit, confidence);
        Evidence evidence;
        evidence.begin = 17;
        evidence.end = 17 + static_cast<std::uint32_t>(quote.size());
        evidence.quote = quote;
        evidence.rule = "test-rule";
        evidence.confidence = confidence;
        builder_.add_evidence(id, article, evidence);
        return id;
    }
    KnowledgeGraph freeze() { return *std::move(builder_).freeze(); }

  private:
    GraphBuilder builder_;
};

inline KnowledgeGraph make_dispute_graph() {
    using enum EdgeKind;
    DisputeBuilder b;
    const NodeId amazon = b.company("Amazon");
    const NodeId nokia = b.company("Nokia");
    const NodeId aws = b.company("Amazon Web Services");
    b.attribute(aws, AttributeKey::alias, "AWS");
    const NodeId apple = b.company("Apple");
    const NodeId ericsson = b.company("Ericsson");
    const NodeId suit =
        b.node(NodeKind::lawsuit, "Amazon v. Nokia", days("2024-07-29..2024-08-01"));
    b.attribute(suit, AttributeKey::filed_words, "earlier this week");
    b.attribute(suit, AttributeKey::status, "filed");
    b.attribute(suit, AttributeKey::cause, "patent");
    b.attribute(suit, AttributeKey::patents_low, "12");
    b.attribute(suit, AttributeKey::patents_high, "12");
    const NodeId group =
        b.node(NodeKind::lawsuit, "Nokia video-patent proceedings", days("2023-10..2023-12"));
    b.attribute(group, AttributeKey::count_low, "13");
    b.attribute(group, AttributeKey::count_high, "13");
    b.attribute(group, AttributeKey::filed_words, "late last year");
    b.attribute(group, AttributeKey::status, "settled");
    b.attribute(group, AttributeKey::event, "settled 2025-03-31 licence");
    const NodeId court = b.node(NodeKind::court, "D. Delaware");
    const NodeId germany = b.node(NodeKind::jurisdiction, "Germany");
    const NodeId brazil = b.node(NodeKind::jurisdiction, "Brazil");
    const NodeId cloud = b.node(NodeKind::technology, "cloud computing");
    const NodeId video = b.node(NodeKind::technology, "video");
    const NodeId article = b.node(NodeKind::article, "techradar-20240801", days("2024-08-01"));
    b.attribute(article, AttributeKey::url, "https://example.org/a");
    const auto inferred = Confidence::inferred;
    const std::string_view filed = "Amazon has filed a lawsuit against Nokia";
    const std::string_view reply =
        "The lawsuit comes in response to 13 legal proceedings filed by Nokia late last year";
    b.edge(amazon, sues, nokia, filed, article, Confidence::stated, suit, days("2024-07-29"));
    b.edge(amazon, countersues, nokia, reply, article, inferred, suit);
    b.edge(amazon, plaintiff_in, suit, filed, article);
    b.edge(nokia, defendant_in, suit, filed, article);
    b.edge(nokia, plaintiff_in, group, reply, article);
    b.edge(amazon, defendant_in, group, reply, article, inferred);
    b.edge(nokia, sues, amazon, reply, article, inferred, group);
    b.edge(suit, responds_to, group, reply, article, inferred);
    b.edge(suit, filed_in, court, "in the Delaware federal court", article);
    b.edge(group, filed_in, germany, "Germany, the UK and the EU", article);
    b.edge(group, filed_in, brazil, "the US, Brazil, India", article);
    b.edge(suit, concerns_technology, cloud, "cloud computing technology", article);
    b.edge(group, concerns_technology, video, "relating to video patents", article);
    b.edge(aws, division_of, amazon, "its cloud division, Amazon Web Services", article);
    b.edge(suit, reported_by, article, filed, article);
    b.edge(group, reported_by, article, reply, article);
    b.edge(ericsson, threatens_suit, apple, "Ericsson threatened to sue Apple", article);
    return b.freeze();
}

}  // namespace litigraph::test
