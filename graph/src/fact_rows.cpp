#include "fact_rows.hpp"

#include <algorithm>
#include <utility>

namespace litigraph {

namespace {

DateInterval publication(const ArticleInfo& article) {
    return article.published ? DateInterval{*article.published, *article.published}
                             : DateInterval{};
}

bool makes_suits(CaseKind kind) {
    return kind != CaseKind::criminal && kind != CaseKind::bankruptcy &&
           kind != CaseKind::patent_office_review;
}

/// The one court that a single case is filed in: the best told with an id, else the best told.
std::string_view chosen_court(std::span<const CaseReport> reports) {
    std::string_view chosen;
    for (const CaseReport& report : reports) {
        for (const CourtObservation& court : report.told->courts) {
            if (!court.id.empty()) {
                return court.id;
            }
            chosen = chosen.empty() ? key_of(court) : chosen;
        }
    }
    return chosen;
}

/// Writes the rows of one case.
class CaseFacts {
  public:
    CaseFacts(const Resolved& resolved, FactRows& rows)
        : resolved_(resolved), numbers_(resolved.numbers), rows_(rows) {}

    void add(std::uint32_t index) {
        const ResolvedCase& found = resolved_.cases.cases[index];
        const std::span<const CaseReport> reports = resolved_.cases.reports_of(found);
        lawsuit_ = numbers_.lawsuit(index);
        filed_ = found.filed;
        court_ = is_group(*reports.front().told) ? std::string_view() : chosen_court(reports);
        for (const CaseReport& report : reports) {
            article_ = report.article;
            add_roles(*report.told);
            add_suits(*report.told);
            add_forums(*report.told);
            add_subjects(*report.told);
            add_answers(*report.told);
            for (const Evidence& evidence : report.told->evidence) {
                row(lawsuit_, EdgeKind::reported_by, numbers_.article(article_), evidence).when =
                    publication(resolved_.articles[article_].article);
            }
        }
    }

  private:
    FactRow& row(std::uint32_t source, EdgeKind kind, std::uint32_t target,
                 const Evidence& evidence) {
        rows_.facts.push_back({.source = source,
                               .target = target,
                               .article = article_,
                               .kind = kind,
                               .confidence = evidence.confidence,
                               .when = filed_,
                               .evidence = &evidence});
        return rows_.facts.back();
    }

    std::uint32_t party(PartyIndex index) const {
        return numbers_.party(resolved_.parties.of(article_, index));
    }

    void add_roles(const CaseObservation& told) {
        for (const RoleObservation& role : told.plaintiffs) {
            row(party(role.party), EdgeKind::plaintiff_in, lawsuit_, role.evidence);
        }
        for (const RoleObservation& role : told.defendants) {
            row(party(role.party), EdgeKind::defendant_in, lawsuit_, role.evidence);
        }
        for (const OtherRoleObservation& role : told.others) {
            row(party(role.party), EdgeKind::party_to, lawsuit_, role.evidence);
        }
    }

    void add_suits(const CaseObservation& told) {
        if (told.evidence.empty()) {
            return;
        }
        for (const RoleObservation& plaintiff : told.plaintiffs) {
            for (const RoleObservation& defendant : told.defendants) {
                if (party(plaintiff.party) != party(defendant.party)) {
                    add_suit(told, plaintiff, defendant);
                }
            }
        }
    }

    /// A suit between two rests on the words that name each of them on its side, and is as sure as
    /// the less sure of these.
    void add_suit(const CaseObservation& told, const RoleObservation& plaintiff,
                  const RoleObservation& defendant) {
        const Confidence least =
            std::max(plaintiff.evidence.confidence, defendant.evidence.confidence);
        const auto suit = [&](EdgeKind kind, const Evidence& evidence, Confidence at_least) {
            FactRow& added = row(party(plaintiff.party), kind, party(defendant.party), evidence);
            added.lawsuit = lawsuit_;
            added.confidence = std::max(added.confidence, at_least);
        };
        const auto of_both = [&](EdgeKind kind) {
            suit(kind, plaintiff.evidence, least);
            if (defendant.evidence != plaintiff.evidence) {
                suit(kind, defendant.evidence, least);
            }
        };
        if (told.kind == CaseKind::patent_office_review) {
            of_both(EdgeKind::challenges_validity);
            return;
        }
        if (!makes_suits(told.kind)) {
            return;
        }
        const bool is_separate = told.countersuit == CountersuitForm::separate;
        if (told.countersuit == CountersuitForm::none || is_separate) {
            of_both(EdgeKind::sues);
        }
        if (told.countersuit != CountersuitForm::none) {
            // "in response to" links two suits; only the word countersuit says that one is
            suit(EdgeKind::countersues,
                 told.countersuit_evidence ? *told.countersuit_evidence : told.evidence.front(),
                 is_separate ? std::max(least, Confidence::inferred) : least);
        }
    }

    void add_forums(const CaseObservation& told) {
        for (const CourtObservation& court : told.courts) {
            if (court_.empty() || court_ == key_of(court)) {
                const std::uint32_t node = numbers_.court(court);
                rows_.names.push_back({node, court.name});
                row(lawsuit_, EdgeKind::filed_in, node, court.evidence);
            }
        }
        if (!told.courts.empty() && !is_group(told)) {
            return;  // the place of the court
        }
        for (const JurisdictionObservation& place : told.jurisdictions) {
            const std::uint32_t node = numbers_.jurisdiction(place.code);
            rows_.names.push_back({node, place.name});
            row(lawsuit_, EdgeKind::filed_in, node, place.evidence);
        }
    }

    void add_subjects(const CaseObservation& told) {
        for (const TechnologyObservation& technology : told.technologies) {
            const std::uint32_t node = numbers_.technology(technology);
            rows_.names.push_back({node, technology.name});
            row(lawsuit_, EdgeKind::concerns_technology, node, technology.evidence);
        }
        for (const PatentObservation& patent : told.patents) {
            row(lawsuit_, EdgeKind::asserts_patent, numbers_.patent(patent), patent.evidence);
        }
    }

    void add_answers(const CaseObservation& told) {
        for (const CaseIndex answered : told.responds_to) {
            const std::uint32_t other = numbers_.lawsuit(resolved_.cases.of(article_, answered));
            if (other != lawsuit_ && (told.countersuit_evidence || !told.evidence.empty())) {
                row(lawsuit_, EdgeKind::responds_to, other,
                    told.countersuit_evidence ? *told.countersuit_evidence : told.evidence.front());
            }
        }
    }

    const Resolved& resolved_;
    const NodeNumbers& numbers_;
    FactRows& rows_;
    std::uint32_t lawsuit_ = 0;
    std::uint32_t article_ = 0;
    DateInterval filed_;
    std::string_view court_;
};

}  // namespace

void add_case_facts(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows) {
    CaseFacts facts(resolved, rows);
    for (std::size_t i = begin; i < end; ++i) {
        facts.add(static_cast<std::uint32_t>(i));
    }
}

void add_relations(const Resolved& resolved, std::size_t begin, std::size_t end, FactRows& rows) {
    for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
        for (const RelationObservation& relation : resolved.articles[i].relations) {
            std::uint32_t from = resolved.numbers.party(resolved.parties.of(i, relation.from));
            std::uint32_t to = relation.to
                                   ? resolved.numbers.party(resolved.parties.of(i, *relation.to))
                                   : resolved.numbers.jurisdiction(relation.place);
            if (relation.kind == EdgeKind::settles_with && to < from) {
                std::swap(from, to);
            }
            if (from != to) {
                rows.facts.push_back({.source = from,
                                      .target = to,
                                      .article = i,
                                      .kind = relation.kind,
                                      .confidence = relation.evidence.confidence,
                                      .when = relation.when.value_or(DateInterval{}),
                                      .evidence = &relation.evidence});
            }
        }
    }
}

}  // namespace litigraph
