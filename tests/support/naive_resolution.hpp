/// \file
/// Resolution in the obvious way: the twin that resolve() is compared with on small sets.
#pragma once

#include "naive_cases.hpp"

namespace litigraph::test {

struct NaiveNode {
    NodeKind kind{};
    std::string key;         ///< Of a court to a patent; otherwise empty.
    std::size_t number = 0;  ///< Among parties, cases or articles; otherwise 0.

    friend bool operator<(const NaiveNode& a, const NaiveNode& b) {
        return std::tie(a.kind, a.key, a.number) < std::tie(b.kind, b.key, b.number);
    }
};

/// What an article says for an edge. In the order in which an edge shows them.
struct NaiveEvidence {
    Confidence confidence{};
    std::size_t article = 0;
    Evidence words;
    DateInterval when;

    friend auto operator<=>(const NaiveEvidence&, const NaiveEvidence&) = default;
};

class NaiveResolution {
  public:
    /// The articles of a set, in its order.
    NaiveResolution(const std::vector<ArticleObservations>& articles,
                    const std::vector<AliasRule>& rules)
        : articles_(articles), parties_(articles, rules), cases_(articles, parties_) {
        for (std::size_t i = 0; i < cases_.cases().size(); ++i) {
            used_.insert({NodeKind::lawsuit, {}, i});
            for (const NaiveReport& report : cases_.cases()[i].reports) {
                add_report(cases_.cases()[i], i, report);
            }
        }
        add_relations();
        add_derived();
        for (const auto& [edge, rows] : edges_) {
            used_.insert(std::get<0>(edge));
            used_.insert(std::get<2>(edge));
            for (const NaiveEvidence& row : rows) {
                used_.insert({NodeKind::article, {}, row.article});
            }
        }
    }

    /// One line for each node and edge, in the order of the graph.
    std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        for (const NaiveNode& node : used_) {
            lines.push_back(line_of(node));
        }
        for (const auto& [edge, rows] : edges_) {
            lines.push_back(line_of(edge, rows));
        }
        return lines;
    }

  private:
    // source, kind, target, lawsuit and one, or 0
    using Edge = std::tuple<NaiveNode, EdgeKind, NaiveNode, std::size_t>;

    void add(const NaiveNode& source, EdgeKind kind, const NaiveNode& target, std::size_t lawsuit,
             const NaiveEvidence& row) {
        edges_[{source, kind, target, lawsuit}].insert(row);
    }
    NaiveNode party(std::size_t article, PartyIndex index) const {
        return {NodeKind::party, {}, parties_.of(article, index)};
    }

    void add_report(const NaiveCase& found, std::size_t number, const NaiveReport& report) {
        const CaseObservation& told = *report.told;
        const NaiveNode lawsuit{NodeKind::lawsuit, {}, number};
        const auto say = [&](const NaiveNode& source, EdgeKind kind, const NaiveNode& target,
                             const Evidence& words) {
            add(source, kind, target, 0, {words.confidence, report.article, words, found.filed});
        };
        const auto roles = [&](const auto& list, EdgeKind kind) {
            for (const auto& role : list) {
                say(party(report.article, role.party), kind, lawsuit, role.evidence);
            }
        };
        roles(told.plaintiffs, EdgeKind::plaintiff_in);
        roles(told.defendants, EdgeKind::defendant_in);
        roles(told.others, EdgeKind::party_to);
        const std::string chosen = chosen_court(found);
        for (const CourtObservation& it : told.courts) {
            if (chosen.empty() || chosen == key_of(it)) {
                say(lawsuit, EdgeKind::filed_in, {NodeKind::court, key_of(it), 0}, it.evidence);
            }
        }
        for (const JurisdictionObservation& it : told.jurisdictions) {
            if (told.courts.empty() || report.is_group()) {
                say(lawsuit, EdgeKind::filed_in, {NodeKind::jurisdiction, it.code, 0}, it.evidence);
            }
        }
        for (const TechnologyObservation& it : told.technologies) {
            const std::string key = it.term.empty() ? normal_form(it.name) : it.term;
            say(lawsuit, EdgeKind::concerns_technology, {NodeKind::technology, key, 0},
                it.evidence);
        }
        for (const PatentObservation& it : told.patents) {
            say(lawsuit, EdgeKind::asserts_patent, {NodeKind::patent, it.number, 0}, it.evidence);
        }
        for (const Evidence& words : told.evidence) {
            const DateInterval day = report.published
                                         ? DateInterval{*report.published, *report.published}
                                         : DateInterval{};
            add(lawsuit, EdgeKind::reported_by, {NodeKind::article, {}, report.article}, 0,
                {words.confidence, report.article, words, day});
        }
        if (told.countersuit_evidence || !told.evidence.empty()) {
            for (const CaseIndex other : told.responds_to) {
                const std::size_t answered = cases_.of(report.article, other);
                if (answered != number) {
                    say(lawsuit, EdgeKind::responds_to, {NodeKind::lawsuit, {}, answered},
                        told.countersuit_evidence.value_or(
                            told.evidence.empty() ? Evidence{} : told.evidence.front()));
                }
            }
        }
        add_suits(found, number, report);
    }

    static std::string key_of(const CourtObservation& court) {
        return court.id.empty() ? court.name : court.id;
    }

    static std::string chosen_court(const NaiveCase& found) {
        std::string chosen;
        for (const NaiveReport& report : found.reports) {
            for (const CourtObservation& court : report.told->courts) {
                if (!court.id.empty() && !found.reports.front().is_group()) {
                    return court.id;
                }
                chosen = chosen.empty() ? key_of(court) : chosen;
            }
        }
        return found.reports.front().is_group() ? std::string() : chosen;
    }

    void add_suits(const NaiveCase& found, std::size_t number, const NaiveReport& report) {
        const CaseObservation& told = *report.told;
        const bool is_suit = told.kind != CaseKind::criminal && told.kind != CaseKind::bankruptcy;
        for (const RoleObservation& a : told.plaintiffs) {
            for (const RoleObservation& b : told.defendants) {
                const NaiveNode plaintiff = party(report.article, a.party);
                const NaiveNode defendant = party(report.article, b.party);
                if (plaintiff.number == defendant.number || told.evidence.empty() || !is_suit) {
                    continue;
                }
                const Confidence least = std::max(a.evidence.confidence, b.evidence.confidence);
                const auto say = [&](EdgeKind kind, const Evidence& words, Confidence at_least) {
                    add(plaintiff, kind, defendant, number + 1,
                        {std::max(words.confidence, at_least), report.article, words, found.filed});
                };
                const bool attacks_patent = told.kind == CaseKind::patent_office_review;
                const bool is_separate = told.countersuit == CountersuitForm::separate;
                const bool is_countersuit = told.countersuit != CountersuitForm::none;
                const EdgeKind kind =
                    attacks_patent ? EdgeKind::challenges_validity : EdgeKind::sues;
                if (attacks_patent || !is_countersuit || is_separate) {
                    say(kind, a.evidence, least);
                    say(kind, b.evidence, least);
                }
                if (is_countersuit && !attacks_patent) {
                    say(EdgeKind::countersues,
                        told.countersuit_evidence.value_or(told.evidence.front()),
                        is_separate ? std::max(least, Confidence::inferred) : least);
                }
            }
        }
    }

    void add_relations() {
        for (std::size_t i = 0; i < articles_.size(); ++i) {
            for (const RelationObservation& it : articles_[i].relations) {
                NaiveNode from = party(i, it.from);
                NaiveNode to =
                    it.to ? party(i, *it.to) : NaiveNode{NodeKind::jurisdiction, it.place, 0};
                if (it.kind == EdgeKind::settles_with && to < from) {
                    std::swap(from, to);
                }
                if (from < to || to < from) {
                    add(from, it.kind, to, 0,
                        {it.evidence.confidence, i, it.evidence, it.when.value_or(DateInterval{})});
                }
            }
        }
    }

    /// A suit that answers one of the other side is a countersuit, even if no article says so.
    void add_derived() {
        const auto told = edges_;
        for (const auto& [answer, rows] : told) {
            if (std::get<EdgeKind>(answer) != EdgeKind::responds_to) {
                continue;
            }
            const std::size_t lawsuit = std::get<0>(answer).number + 1;
            const std::size_t answered = std::get<2>(answer).number + 1;
            for (const auto& [suit, suit_rows] : told) {
                const auto& [plaintiff, kind, defendant, number] = suit;
                if (kind == EdgeKind::sues && number == lawsuit &&
                    !told.contains({plaintiff, EdgeKind::countersues, defendant, lawsuit}) &&
                    told.contains({defendant, EdgeKind::sues, plaintiff, answered})) {
                    NaiveEvidence row = *rows.begin();
                    row.confidence = Confidence::derived;
                    row.words.rule = "answers-suit-of-other-side";
                    row.when = suit_rows.begin()->when;
                    add(plaintiff, EdgeKind::countersues, defendant, lawsuit, row);
                }
            }
        }
    }

    std::size_t index_of(const NaiveNode& node) const {
        return static_cast<std::size_t>(std::distance(used_.begin(), used_.find(node)));
    }

    std::string line_of(const NaiveNode& node) const {
        std::string line = std::string(to_string(node.kind)) + ' ';
        if (node.kind == NodeKind::party) {
            const NaiveParty& party = parties_.parties()[node.number];
            line += party.name + " is a " + std::string(to_string(party.kind));
            for (const std::string& alias : party.aliases) {
                line += ", " + alias;
            }
        } else if (node.kind == NodeKind::lawsuit) {
            line +=
                cases_.name(node.number) + " of " + to_string(cases_.cases()[node.number].filed);
        } else if (node.kind == NodeKind::article) {
            line += articles_[node.number].article.id;
        }
        return line;
    }

    std::string line_of(const Edge& edge, const std::set<NaiveEvidence>& rows) const {
        const auto& [source, kind, target, lawsuit] = edge;
        DateInterval days = rows.begin()->when;
        for (const NaiveEvidence& row : rows) {
            if (kind == EdgeKind::division_of && !days.is_unknown() && !row.when.is_unknown()) {
                days = {std::min(days.first, row.when.first), std::max(days.last, row.when.last)};
            } else if (!row.when.is_unknown()) {
                days = intersection(days, row.when).value_or(days);
            }
        }
        std::string line =
            std::to_string(index_of(source)) + ' ' + std::string(to_string(kind)) + ' ' +
            std::to_string(index_of(target)) + " in " +
            (lawsuit == 0 ? "none"
                          : std::to_string(index_of({NodeKind::lawsuit, {}, lawsuit - 1}))) +
            " on " + to_string(days);
        std::set<std::tuple<std::uint64_t, std::string, std::string>> shown;
        for (const NaiveEvidence& row : rows) {
            const std::uint64_t copy = articles_[row.article].article.fingerprint;
            if (shown.insert({copy, row.words.quote, row.words.rule}).second) {
                line += line_of(articles_[row.article].article.id, row.words.begin, row.words.quote,
                                row.words.rule, row.confidence);
            }
        }
        return line;
    }

  public:
    static std::string line_of(std::string_view article, std::uint32_t begin,
                               std::string_view quote, std::string_view rule,
                               Confidence confidence) {
        std::string line = "; ";
        line.append(article).append(":").append(std::to_string(begin)).append(" ");
        line.append(quote).append(" by ").append(rule).append(" ");
        return line.append(to_string(confidence));
    }

  private:
    const std::vector<ArticleObservations>& articles_;
    NaiveParties parties_;
    NaiveCases cases_;
    std::map<Edge, std::set<NaiveEvidence>> edges_;
    std::set<NaiveNode> used_;
};

/// The lines that NaiveResolution makes of what resolve() made.
inline std::vector<std::string> lines_of(const KnowledgeGraph& graph) {
    std::vector<std::string> lines;
    for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
        const NodeId id{i};
        std::string line = std::string(to_string(graph.kind(id))) + ' ';
        if (graph.kind(id) == NodeKind::party) {
            line += std::string(graph.name(id)) + " is a " +
                    std::string(graph.attribute(id, AttributeKey::party_kind).value_or("?"));
            for (const auto& [key, value] : graph.attributes(id)) {
                line += key == AttributeKey::alias ? ", " + std::string(value) : std::string();
            }
        } else if (graph.kind(id) == NodeKind::lawsuit) {
            line += std::string(graph.name(id)) + " of " + to_string(graph.when(id));
        } else if (graph.kind(id) == NodeKind::article) {
            line += graph.name(id);
        }
        lines.push_back(line);
    }
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        std::string line = std::to_string(to_index(edge.source)) + ' ' +
                           std::string(to_string(edge.kind)) + ' ' +
                           std::to_string(to_index(edge.target)) + " in " +
                           (edge.lawsuit ? std::to_string(to_index(*edge.lawsuit)) : "none") +
                           " on " + to_string(edge.when);
        for (std::size_t e = 0; e < graph.evidence_count(edge.id); ++e) {
            const EvidenceView it = graph.evidence(edge.id, e);
            line += NaiveResolution::line_of(graph.name(it.article), it.begin, it.quote, it.rule,
                                             it.confidence);
        }
        lines.push_back(line);
    }
    return lines;
}

}  // namespace litigraph::test
