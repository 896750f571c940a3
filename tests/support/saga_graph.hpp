/// \file
/// A graph built by hand with every kind of fact that questions are about: four companies, a
/// division, an agency, eight cases with judges, law firms, patents, threats and a settlement. The
/// names are placeholders, no real company or person.
#pragma once

#include "dispute_graph.hpp"

#include <string>
#include <string_view>

namespace litigraph::test {

class SagaBuilder {
  public:
    KnowledgeGraph make() {
        add_cases();
        add_context();
        return b_.freeze();
    }

  private:
    struct Case {
        std::string_view name, filed, status, cause, kind = "lawsuit";
    };
    NodeId add(const Case& told) {
        const NodeId lawsuit = b_.node(NodeKind::lawsuit, told.name,
                                       told.filed.empty() ? DateInterval{} : days(told.filed));
        b_.attribute(lawsuit, AttributeKey::status, told.status);
        b_.attribute(lawsuit, AttributeKey::case_kind, told.kind);
        if (!told.cause.empty()) {
            b_.attribute(lawsuit, AttributeKey::cause, told.cause);
        }
        return lawsuit;
    }
    void join(NodeId from, EdgeKind kind, NodeId to, NodeId article) {
        b_.edge(from, kind, to, "words", article);
    }
    void sue(NodeId plaintiff, NodeId defendant, NodeId lawsuit, NodeId article) {
        join(plaintiff, EdgeKind::plaintiff_in, lawsuit, article);
        join(defendant, EdgeKind::defendant_in, lawsuit, article);
        b_.edge(plaintiff, EdgeKind::sues, defendant, "sued", article, Confidence::stated, lawsuit);
        join(lawsuit, EdgeKind::reported_by, article, article);
    }
    NodeId party(std::string_view name, std::string_view kind) {
        const NodeId id = b_.node(NodeKind::party, name);
        b_.attribute(id, AttributeKey::party_kind, kind);
        return id;
    }

    void add_cases() {
        using enum EdgeKind;
        const NodeId first = add({"Acme v. Bolt", "2023-03-10", "settled", "patent"});
        b_.attribute(first, AttributeKey::event, "settled 2024-05-20 licence");
        sue(acme_, bolt_, first, old_);
        join(first, reported_by, copy_, copy_);
        join(first, filed_in, north_, old_);
        join(first, concerns_technology, video_, old_);
        join(first, asserts_patent, p1_, old_);
        join(judge_, presides, first, old_);

        const NodeId answer = add({"Bolt v. Acme", "2023-04-15", "stayed", "patent"});
        b_.attribute(answer, AttributeKey::event, "transferred 2023-06-01 North Court");
        b_.attribute(answer, AttributeKey::event, "stayed 2023-09-01 ");
        sue(bolt_, acme_, answer, old_);
        b_.edge(bolt_, countersues, acme_, "countersued", old_, Confidence::stated, answer);
        join(answer, responds_to, first, old_);
        join(answer, filed_in, south_, old_);
        join(answer, filed_in, north_, old_);
        join(answer, concerns_technology, radio_, old_);

        const NodeId campaign = add({"Delta v. Acme Cloud", "2024-07-20", "filed", "patent"});
        sue(delta_, cloud_, campaign, new_);
        join(campaign, filed_in, north_, new_);
        join(campaign, concerns_technology, machines_, new_);
        join(campaign, asserts_patent, p2_, new_);
        join(judge_, presides, campaign, new_);
        const NodeId second = add({"Delta v. Bolt", "2024-08-02", "filed", "patent"});
        sue(delta_, bolt_, second, new_);
        join(second, filed_in, east_, new_);
        join(second, concerns_technology, video_, new_);
        join(second, asserts_patent, p2_, new_);

        const NodeId review =
            add({"review of Delta's patent", "2024-08-03", "filed", "", "patent-office-review"});
        join(acme_, plaintiff_in, review, new_);
        join(delta_, defendant_in, review, new_);
        b_.edge(acme_, challenges_validity, delta_, "challenged", new_, Confidence::stated, review);
        join(review, responds_to, campaign, new_);

        sue(agency_, acme_, add({"Agency v. Acme", "2024-02-01", "filed", "antitrust"}), new_);
        const NodeId rate = add({"Bolt v. Corex", "2024-01-05", "decided", "frand"});
        b_.attribute(rate, AttributeKey::event, "decided 2024-07-30 injunction");
        sue(bolt_, corex_, rate, new_);
        join(rate, filed_in, east_, new_);
        join(rate, concerns_technology, radio_, new_);
        const NodeId vague = add({"suit against Corex", "", "filed", ""});
        b_.edge(corex_, defendant_in, vague, "was sued", new_, Confidence::inferred);
    }

    void add_context() {
        using enum EdgeKind;
        join(cloud_, division_of, acme_, old_);
        join(bolt_, threatens_suit, corex_, old_);
        join(acme_, threatens_suit, corex_, old_);
        join(acme_, settles_with, bolt_, new_);
        join(firm_, represents, acme_, old_);
        join(firm_, represents, corex_, new_);
        join(rival_, represents, bolt_, old_);
    }

    DisputeBuilder b_;
    NodeId old_ = b_.node(NodeKind::article, "old-digest", days("2023-05-01"));
    NodeId copy_ = b_.node(NodeKind::article, "second-report", days("2023-05-02"));
    NodeId new_ = b_.node(NodeKind::article, "new-digest", days("2024-08-05"));
    NodeId acme_ = party("Acme", "company");
    NodeId cloud_ = party("Acme Cloud", "division");
    NodeId bolt_ = party("Bolt", "company");
    NodeId corex_ = party("Corex", "company");
    NodeId delta_ = party("Delta", "company");
    NodeId agency_ = party("Agency", "agency");
    NodeId north_ = b_.node(NodeKind::court, "North Court");
    NodeId south_ = b_.node(NodeKind::court, "South Court");
    NodeId east_ = b_.node(NodeKind::court, "East Court");
    NodeId video_ = b_.node(NodeKind::technology, "video coding");
    NodeId radio_ = b_.node(NodeKind::technology, "radio");
    NodeId machines_ = b_.node(NodeKind::technology, "virtual machines");
    NodeId p1_ = b_.node(NodeKind::patent, "US0000001");
    NodeId p2_ = b_.node(NodeKind::patent, "US0000002");
    NodeId judge_ = b_.node(NodeKind::person, "Judge One");
    NodeId firm_ = b_.node(NodeKind::law_firm, "Firm One");
    NodeId rival_ = b_.node(NodeKind::law_firm, "Firm Two");
};

inline KnowledgeGraph make_saga_graph() { return SagaBuilder().make(); }

}  // namespace litigraph::test
