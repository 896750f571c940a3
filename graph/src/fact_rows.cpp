#include "fact_rows.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace litigraph {

namespace {

bool makes_suits(CaseKind kind) {
    return kind != CaseKind::criminal && kind != CaseKind::bankruptcy &&
           kind != CaseKind::patent_office_review;
}

/// Writes the rows of one report.
class ReportFacts {
  public:
    ReportFacts(const Resolved& resolved, FactRows& rows)
        : resolved_(resolved), observed_(resolved.observed), rows_(rows) {}

    void add(std::uint32_t id) {
        const std::uint32_t index = resolved_.cases.case_of[id];
        case_ = &resolved_.cases.cases[index];
        lawsuit_ = resolved_.numbers.lawsuit(index);
        const CaseReport& report = observed_.reports[id];
        for (const Statement& it : report.statements.of(observed_.statements)) {
            add(report, it);
        }
        add_suits(report);
    }

  private:
    void add(const CaseReport& report, const Statement& it) {
        switch (it.topic) {
            case Topic::plaintiff:
                row(party(it), EdgeKind::plaintiff_in, lawsuit_, it.evidence);
                break;
            case Topic::defendant:
                row(party(it), EdgeKind::defendant_in, lawsuit_, it.evidence);
                break;
            case Topic::other_role:
                row(party(it), EdgeKind::party_to, lawsuit_, it.evidence);
                break;
            case Topic::source:
                add_source(report, it);
                break;
            case Topic::court:
                if (case_->court == none || case_->court == it.what) {
                    add_subject(EdgeKind::filed_in, it);
                }
                break;
            case Topic::jurisdiction:
                if (report.forum == none || report.is_group()) {  // else the place of the court
                    add_subject(EdgeKind::filed_in, it);
                }
                break;
            case Topic::technology:
                add_subject(EdgeKind::concerns_technology, it);
                break;
            case Topic::patent:
                add_subject(EdgeKind::asserts_patent, it);
                break;
            case Topic::answered:
                add_answer(it);
                break;
        }
    }

    FactRow& row(std::uint32_t source, EdgeKind kind, std::uint32_t target,
                 std::uint32_t evidence) {
        rows_.facts.push_back({.source = source,
                               .target = target,
                               .evidence = evidence,
                               .when = case_->filed,
                               .kind = kind,
                               .confidence = observed_.evidence[evidence].confidence});
        return rows_.facts.back();
    }

    std::uint32_t party(const Statement& role) const {
        return resolved_.numbers.party(resolved_.parties.party_of[role.what]);
    }

    void add_source(const CaseReport& report, const Statement& source) {
        const std::uint32_t article = resolved_.numbers.article(report.article);
        row(lawsuit_, EdgeKind::reported_by, article, source.evidence).when =
            report.published ? DateInterval{*report.published, *report.published} : DateInterval{};
    }

    void add_subject(EdgeKind kind, const Statement& subject) {
        const std::uint32_t node = resolved_.numbers.subject(subject.topic, subject.what);
        if (subject.name != none) {
            rows_.names.push_back({node, subject.name});
        }
        row(lawsuit_, kind, node, subject.evidence);
    }

    void add_answer(const Statement& answered) {
        const std::uint32_t other =
            resolved_.numbers.lawsuit(resolved_.cases.case_of[answered.what]);
        if (other != lawsuit_) {
            row(lawsuit_, EdgeKind::responds_to, other, answered.evidence);
        }
    }

    void add_suits(const CaseReport& report) {
        if (observed_.said(report, Topic::source).empty()) {
            return;
        }
        const auto defendants = observed_.said(report, Topic::defendant);
        for (const Statement& plaintiff : observed_.said(report, Topic::plaintiff)) {
            for (const Statement& defendant : defendants) {
                if (party(plaintiff) != party(defendant)) {
                    add_suit(report, plaintiff, defendant);
                }
            }
        }
    }

    /// A suit between two rests on the words that name each of them on its side, and is as sure as
    /// the less sure of these.
    void add_suit(const CaseReport& report, const Statement& plaintiff,
                  const Statement& defendant) {
        const Confidence least = std::max(observed_.evidence[plaintiff.evidence].confidence,
                                          observed_.evidence[defendant.evidence].confidence);
        const auto suit = [&](EdgeKind kind, std::uint32_t evidence, Confidence at_least) {
            FactRow& added = row(party(plaintiff), kind, party(defendant), evidence);
            added.lawsuit = lawsuit_;
            added.confidence = std::max(added.confidence, at_least);
        };
        const auto of_both = [&](EdgeKind kind) {
            suit(kind, plaintiff.evidence, least);
            if (defendant.evidence != plaintiff.evidence) {
                suit(kind, defendant.evidence, least);
            }
        };
        if (report.kind == CaseKind::patent_office_review) {
            of_both(EdgeKind::challenges_validity);
            return;
        }
        if (!makes_suits(report.kind)) {
            return;
        }
        const bool is_separate = report.countersuit == CountersuitForm::separate;
        if (report.countersuit == CountersuitForm::none || is_separate) {
            of_both(EdgeKind::sues);
        }
        if (report.countersuit != CountersuitForm::none) {
            // "in response to" links two suits; only the word countersuit says that one is
            suit(EdgeKind::countersues, report.countersuit_evidence,
                 is_separate ? std::max(least, Confidence::inferred) : least);
        }
    }

    const Resolved& resolved_;
    const Observed& observed_;
    FactRows& rows_;
    const ResolvedCase* case_ = nullptr;
    std::uint32_t lawsuit_ = 0;
};

}  // namespace

void add_case_facts(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows) {
    ReportFacts facts(resolved, rows);
    for (std::size_t i = begin; i < end; ++i) {
        facts.add(static_cast<std::uint32_t>(i));
    }
}

void add_relations(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows) {
    const auto party = [&](std::uint32_t mention) {
        return resolved.numbers.party(resolved.parties.party_of[mention]);
    };
    for (std::size_t i = begin; i < end; ++i) {
        const ObservedRelation& relation = resolved.observed.relations[i];
        std::uint32_t from = party(relation.from);
        std::uint32_t to = relation.to == none
                               ? resolved.numbers.subject(Topic::jurisdiction, relation.place)
                               : party(relation.to);
        if (relation.kind == EdgeKind::settles_with && to < from) {
            std::swap(from, to);
        }
        if (from != to) {
            rows.facts.push_back(
                {.source = from,
                 .target = to,
                 .evidence = relation.evidence,
                 .when = relation.when,
                 .kind = relation.kind,
                 .confidence = resolved.observed.evidence[relation.evidence].confidence});
        }
    }
}

}  // namespace litigraph
