// Parties first, then cases (case_identity), then the nodes and edges that they make. Everything is
// collected under sorted keys before it is numbered, so neither the order of the articles nor
// anything but their content reaches the graph.
#include "case_identity.hpp"
#include "party_identity.hpp"
#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/graph/resolution.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace litigraph {

namespace {

struct Quotation {
    std::uint32_t article = 0;
    Evidence evidence;

    friend auto operator<=>(const Quotation&, const Quotation&) = default;
};

using NodeKey = std::pair<NodeKind, std::string>;

struct NodeDraft {
    std::string name;
    DateInterval when;
    std::set<std::pair<AttributeKey, std::string>> attributes;
};

struct EdgeKey {
    NodeKey source;
    EdgeKind kind{};
    NodeKey target;
    NodeKey lawsuit;  ///< Its name is empty if the edge belongs to no case.

    friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
};

struct EdgeDraft {
    DateInterval when;
    std::set<Quotation> quotations;
};

/// Sorts before the others what shows a fact best.
auto telling(const Quotation& quotation) {
    return std::tuple(quotation.evidence.confidence, quotation.article, quotation.evidence.begin,
                      quotation.evidence.end);
}

std::string joined(const std::vector<std::string>& names) {
    return names.size() > 1 ? names.front() + " et al." : names.front();
}

class Drafting {
  public:
    Drafting(std::span<const ArticleObservations> articles, const PartyIdentity& parties,
             std::vector<ResolvedCase> cases)
        : articles_(articles), parties_(parties), cases_(std::move(cases)) {}

    void draft() {
        name_cases();
        for (std::uint32_t i = 0; i < articles_.size(); ++i) {
            draft_article(i);
        }
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            for (const CaseReport& report : cases_[i].reports) {
                draft_report(case_keys_[i], cases_[i], report);
            }
        }
        derive_countersuits();
    }

    Result<KnowledgeGraph> freeze() const {
        GraphBuilder builder;
        builder.reserve(nodes_.size(), edges_.size());
        std::map<NodeKey, NodeId> ids;
        for (const auto& [key, node] : nodes_) {
            const NodeId id = builder.add_node(key.first, node.name, {}, node.when);
            ids.emplace(key, id);
            for (const auto& [attribute, value] : node.attributes) {
                builder.add_attribute(id, attribute, value);
            }
        }
        for (const auto& [key, edge] : edges_) {
            add_edge(builder, ids, key, edge);
        }
        return std::move(builder).freeze();
    }

    std::vector<Conflict> conflicts(const KnowledgeGraph& graph) const {
        std::vector<Conflict> found;
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            std::map<std::string, std::set<std::string>> filed;
            for (const CaseReport& report : cases_[i].reports) {
                if (report.told->filed && !intersection(cases_[i].filed, *report.told->filed)) {
                    filed[to_string(cases_[i].filed)];
                    filed[to_string(*report.told->filed)].insert(article_id(report));
                } else if (report.told->filed) {
                    filed[to_string(cases_[i].filed)].insert(article_id(report));
                }
            }
            if (filed.size() > 1) {
                found.push_back(conflict(graph, i, "filed", filed));
            }
        }
        std::ranges::sort(found, {}, [](const Conflict& conflict) {
            return std::tuple(conflict.lawsuit, conflict.about);
        });
        return found;
    }

  private:
    std::string article_id(const CaseReport& report) const {
        return articles_[report.article].article.id;
    }

    NodeKey party_key(std::uint32_t party) const {
        // Parties are numbered in the order of their names; the number keeps namesakes apart.
        std::string number = std::to_string(party);
        return {NodeKind::party, std::string(10 - number.size(), '0') + number};
    }
    NodeKey article_key(std::uint32_t article) const {
        std::string number = std::to_string(article);
        return {NodeKind::article, std::string(10 - number.size(), '0') + number};
    }

    std::vector<std::string> names_of(const std::vector<std::uint32_t>& parties) const {
        std::vector<std::string> names;
        for (const std::uint32_t party : parties) {
            names.push_back(parties_.parties[party].name);
        }
        return names;
    }

    std::string case_name(const ResolvedCase& resolved) const {
        const CaseReport& best = resolved.reports.front();
        const CountInterval count = best.told->count;
        const bool has_both = !best.plaintiffs.empty() && !best.defendants.empty();
        if (count.high > 1 && !best.plaintiffs.empty()) {
            const std::string many = count.low > 1 ? std::to_string(count.low) + " " : "";
            return many + "proceedings by " + joined(names_of(best.plaintiffs));
        }
        if (has_both) {
            return joined(names_of(best.plaintiffs)) + " v. " + joined(names_of(best.defendants));
        }
        if (!best.told->title.empty()) {
            return best.told->title;
        }
        if (!best.defendants.empty()) {
            return "suit against " + joined(names_of(best.defendants));
        }
        return best.plaintiffs.empty() ? "suit" : "suit by " + joined(names_of(best.plaintiffs));
    }

    /// Cases in the order of their names, then of their dates, then of their best report.
    void name_cases() {
        std::ranges::stable_sort(cases_, {}, [this](const ResolvedCase& resolved) {
            return std::tuple(case_name(resolved), resolved.filed, resolved.reports.front().article,
                              resolved.reports.front().index);
        });
        for (std::size_t i = 0; i < cases_.size(); ++i) {
            std::string number = std::to_string(i);
            case_keys_.emplace_back(NodeKind::lawsuit,
                                    std::string(10 - number.size(), '0') + number);
            for (const CaseReport& report : cases_[i].reports) {
                case_of_[{report.article, report.index}] = i;
            }
        }
    }

    void draft_party(std::uint32_t party) {
        NodeDraft& node = nodes_[party_key(party)];
        const ResolvedParty& resolved = parties_.parties[party];
        node.name = resolved.name;
        node.attributes.insert({AttributeKey::party_kind, std::string(to_string(resolved.kind))});
        for (const std::string& alias : resolved.aliases) {
            node.attributes.insert({AttributeKey::alias, alias});
        }
    }

    void draft_article(std::uint32_t position) {
        const ArticleObservations& article = articles_[position];
        for (const RelationObservation& relation : article.relations) {
            draft_relation(position, relation);
        }
        if (article.cases.empty() && article.relations.empty()) {
            return;
        }
        NodeDraft& node = nodes_[article_key(position)];
        node.name = article.article.id;
        if (article.article.published) {
            node.when = {*article.article.published, *article.article.published};
        }
        const std::pair<AttributeKey, const std::string&> attributes[] = {
            {AttributeKey::publisher, article.article.source},
            {AttributeKey::title, article.article.title},
            {AttributeKey::url, article.article.url}};
        for (const auto& [key, value] : attributes) {
            if (!value.empty()) {
                node.attributes.insert({key, value});
            }
        }
    }

    void draft_relation(std::uint32_t article, const RelationObservation& relation) {
        const std::vector<std::uint32_t>& of = parties_.of[article];
        NodeKey from = party_key(of[relation.from]);
        NodeKey to{NodeKind::jurisdiction, relation.place};
        draft_party(of[relation.from]);
        if (relation.kind == EdgeKind::located_in) {
            draft_jurisdiction(relation.place, relation.place);
        } else {
            to = party_key(of[*relation.to]);
            draft_party(of[*relation.to]);
            if (relation.kind == EdgeKind::settles_with && to < from) {
                std::swap(from, to);
            }
        }
        if (from != to) {
            join(from, relation.kind, to, {}, relation.when.value_or(DateInterval{}), article,
                 relation.evidence);
        }
    }

    void draft_jurisdiction(const std::string& code, const std::string& name) {
        NodeDraft& node = nodes_[{NodeKind::jurisdiction, code}];
        node.attributes.insert({AttributeKey::code, code});
        if (node.name.empty() || node.name == code) {
            node.name = name;
        }
    }

    EdgeDraft& join(const NodeKey& source, EdgeKind kind, const NodeKey& target,
                    const NodeKey& lawsuit, DateInterval when, std::uint32_t article,
                    const Evidence& evidence) {
        EdgeDraft& edge = edges_[{source, kind, target, lawsuit}];
        edge.when = edge.quotations.empty() ? when : intersection(edge.when, when).value_or(when);
        const bool is_known = std::ranges::any_of(edge.quotations, [&](const Quotation& quotation) {
            return articles_[quotation.article].article.fingerprint ==
                       articles_[article].article.fingerprint &&
                   quotation.evidence.quote == evidence.quote &&
                   quotation.evidence.rule == evidence.rule;
        });
        if (!is_known) {
            edge.quotations.insert({article, evidence});
        }
        return edge;
    }

    void draft_report(const NodeKey& lawsuit, const ResolvedCase& resolved,
                      const CaseReport& report) {
        describe_case(lawsuit, resolved, report);
        draft_roles(lawsuit, resolved, report);
        draft_subjects(lawsuit, resolved, report);
        const CaseObservation& told = *report.told;
        for (const CaseIndex answered : told.responds_to) {
            const NodeKey other = case_keys_[case_of_.at({report.article, answered})];
            const Evidence& evidence =
                told.countersuit_evidence ? *told.countersuit_evidence : told.evidence.front();
            if (other != lawsuit) {
                join(lawsuit, EdgeKind::responds_to, other, {}, resolved.filed, report.article,
                     evidence);
            }
        }
        for (const Evidence& evidence : told.evidence) {
            join(lawsuit, EdgeKind::reported_by, article_key(report.article), {},
                 nodes_[article_key(report.article)].when, report.article, evidence);
        }
    }

    void describe_case(const NodeKey& lawsuit, const ResolvedCase& resolved,
                       const CaseReport& report) {
        const CaseObservation& told = *report.told;
        NodeDraft& node = nodes_[lawsuit];
        node.name = case_name(resolved);
        node.when = resolved.filed;
        const auto add = [&](AttributeKey key, std::string value) {
            if (!value.empty()) {
                node.attributes.insert({key, std::move(value)});
            }
        };
        add(AttributeKey::cause, told.cause);
        add(AttributeKey::case_kind, std::string(to_string(told.kind)));
        add(AttributeKey::docket_number, told.docket_number);
        add(AttributeKey::caption, told.title);
        add(AttributeKey::filed_words, told.filed_words);
        if (told.count != CountInterval{}) {
            add_count(node, AttributeKey::count_low, AttributeKey::count_high, told.count);
        }
        if (told.patent_count) {
            add_count(node, AttributeKey::patents_low, AttributeKey::patents_high,
                      *told.patent_count);
        }
        for (const EventObservation& event : told.events) {
            add(AttributeKey::event, std::string(to_string(event.what)) + ' ' +
                                         to_string(event.when.value_or(DateInterval{})) + ' ' +
                                         event.detail);
        }
        add_status(node, resolved);
    }

    static void add_count(NodeDraft& node, AttributeKey low, AttributeKey high,
                          CountInterval count) {
        node.attributes.insert({low, std::to_string(count.low)});
        node.attributes.insert(
            {high, count.high == CountInterval::unbounded ? "" : std::to_string(count.high)});
    }

    /// The status that the latest article to know more than the filing reports.
    void add_status(NodeDraft& node, const ResolvedCase& resolved) const {
        std::tuple<bool, std::optional<Day>, CaseStatus> latest{};
        for (const CaseReport& report : resolved.reports) {
            const CaseStatus status = report.told->status;
            latest = std::max(latest, {status > CaseStatus::filed,
                                       articles_[report.article].article.published, status});
        }
        node.attributes.insert(
            {AttributeKey::status, std::string(to_string(std::get<CaseStatus>(latest)))});
    }

    static bool makes_suits(CaseKind kind) {
        return kind != CaseKind::criminal && kind != CaseKind::bankruptcy &&
               kind != CaseKind::patent_office_review;
    }

    void draft_roles(const NodeKey& lawsuit, const ResolvedCase& resolved,
                     const CaseReport& report) {
        const CaseObservation& told = *report.told;
        const std::vector<std::uint32_t>& of = parties_.of[report.article];
        const auto place = [&](const auto& role, EdgeKind kind) {
            draft_party(of[role.party]);
            join(party_key(of[role.party]), kind, lawsuit, {}, resolved.filed, report.article,
                 role.evidence);
        };
        for (const RoleObservation& role : told.plaintiffs) {
            place(role, EdgeKind::plaintiff_in);
        }
        for (const RoleObservation& role : told.defendants) {
            place(role, EdgeKind::defendant_in);
        }
        for (const OtherRoleObservation& role : told.others) {
            place(role, EdgeKind::party_to);
        }
        for (const RoleObservation& plaintiff : told.plaintiffs) {
            for (const RoleObservation& defendant : told.defendants) {
                draft_suit(lawsuit, resolved, report, plaintiff, defendant);
            }
        }
    }

    void draft_suit(const NodeKey& lawsuit, const ResolvedCase& resolved, const CaseReport& report,
                    const RoleObservation& plaintiff, const RoleObservation& defendant) {
        const CaseObservation& told = *report.told;
        const std::vector<std::uint32_t>& of = parties_.of[report.article];
        const NodeKey from = party_key(of[plaintiff.party]);
        const NodeKey to = party_key(of[defendant.party]);
        if (from == to || told.evidence.empty()) {
            return;
        }
        Evidence evidence = told.evidence.front();
        evidence.confidence = std::max(
            {evidence.confidence, plaintiff.evidence.confidence, defendant.evidence.confidence});
        const auto add = [&](EdgeKind kind, const Evidence& shown) {
            join(from, kind, to, lawsuit, resolved.filed, report.article, shown);
        };
        if (told.kind == CaseKind::patent_office_review) {
            add(EdgeKind::challenges_validity, evidence);
        } else if (makes_suits(told.kind)) {
            if (told.countersuit == CountersuitForm::none ||
                told.countersuit == CountersuitForm::separate) {
                add(EdgeKind::sues, evidence);
            }
            if (told.countersuit != CountersuitForm::none) {
                add(EdgeKind::countersues, told.countersuit_evidence.value_or(evidence));
            }
        }
    }

    /// People say "District of Delaware" for the whole of the name.
    static void add_short_name(NodeDraft& court) {
        constexpr std::string_view office = "United States District Court for the ";
        if (court.name.starts_with(office)) {
            court.attributes.insert({AttributeKey::alias, court.name.substr(office.size())});
        }
    }

    void draft_subjects(const NodeKey& lawsuit, const ResolvedCase& resolved,
                        const CaseReport& report) {
        const CaseObservation& told = *report.told;
        const auto attach = [&](const NodeKey& node, EdgeKind kind, const Evidence& evidence) {
            join(lawsuit, kind, node, {}, resolved.filed, report.article, evidence);
        };
        for (const CourtObservation& court : told.courts) {
            const NodeKey key{NodeKind::court, court.id.empty() ? court.name : court.id};
            NodeDraft& node = nodes_[key];
            node.name = court.name;
            if (!court.id.empty()) {
                node.attributes.insert({AttributeKey::code, court.id});
                node.attributes.insert({AttributeKey::alias, court.id});
                add_short_name(node);
            }
            for (const std::string& candidate : court.candidates) {
                nodes_[lawsuit].attributes.insert({AttributeKey::court_candidate, candidate});
            }
            attach(key, EdgeKind::filed_in, court.evidence);
        }
        for (const JurisdictionObservation& place : told.jurisdictions) {
            if (told.courts.empty() || told.count.high > 1) {
                draft_jurisdiction(place.code, place.name);
                attach({NodeKind::jurisdiction, place.code}, EdgeKind::filed_in, place.evidence);
            }
        }
        for (const TechnologyObservation& technology : told.technologies) {
            attach(draft_technology(technology), EdgeKind::concerns_technology,
                   technology.evidence);
        }
        for (const PatentObservation& patent : told.patents) {
            const NodeKey key{NodeKind::patent, patent.number};
            nodes_[key].name = patent.number;
            attach(key, EdgeKind::asserts_patent, patent.evidence);
        }
    }

    /// A term of the taxonomy is one node, whatever the articles call it; the first of their
    /// wordings, in order of bytes, is its name.
    NodeKey draft_technology(const TechnologyObservation& technology) {
        NodeKey key{NodeKind::technology,
                    technology.term.empty() ? normal_form(technology.name) : technology.term};
        NodeDraft& node = nodes_[key];
        if (!technology.term.empty()) {
            node.attributes.insert({AttributeKey::code, technology.term});
        }
        if (node.name.empty() || technology.name < node.name) {
            std::string other = std::exchange(node.name, technology.name);
            node.attributes.erase({AttributeKey::alias, node.name});
            if (!other.empty()) {
                node.attributes.insert({AttributeKey::alias, std::move(other)});
            }
        } else if (technology.name != node.name) {
            node.attributes.insert({AttributeKey::alias, technology.name});
        }
        return key;
    }

    /// A suit that answers one between the same parties the other way round is a countersuit, even
    /// if no article calls it so: domain rule "countersues is an answer".
    void derive_countersuits() {
        std::vector<std::pair<EdgeKey, Quotation>> derived;
        for (const auto& [key, edge] : edges_) {
            if (key.kind != EdgeKind::sues) {
                continue;
            }
            for (const auto& [answer, words] : answers_of(key.lawsuit)) {
                const EdgeKey back{key.target, EdgeKind::sues, key.source, answer.target};
                EdgeKey counter = key;
                counter.kind = EdgeKind::countersues;
                if (edges_.contains(back) && !edges_.contains(counter)) {
                    Quotation quotation = *words->quotations.begin();
                    quotation.evidence.rule = "answers-suit-of-other-side";
                    quotation.evidence.confidence = Confidence::derived;
                    derived.emplace_back(counter, quotation);
                }
            }
        }
        for (const auto& [key, quotation] : derived) {
            edges_[key].when = edges_[{key.source, EdgeKind::sues, key.target, key.lawsuit}].when;
            edges_[key].quotations.insert(quotation);
        }
    }

    std::vector<std::pair<EdgeKey, const EdgeDraft*>> answers_of(const NodeKey& lawsuit) const {
        std::vector<std::pair<EdgeKey, const EdgeDraft*>> found;
        for (auto it = edges_.lower_bound({lawsuit, EdgeKind::responds_to, {}, {}});
             it != edges_.end() && it->first.source == lawsuit &&
             it->first.kind == EdgeKind::responds_to;
             ++it) {
            found.emplace_back(it->first, &it->second);
        }
        return found;
    }

    void add_edge(GraphBuilder& builder, const std::map<NodeKey, NodeId>& ids, const EdgeKey& key,
                  const EdgeDraft& edge) const {
        std::vector<Quotation> quotations(edge.quotations.begin(), edge.quotations.end());
        std::ranges::stable_sort(quotations, {}, telling);
        std::optional<NodeId> lawsuit;
        if (!key.lawsuit.second.empty()) {
            lawsuit = ids.at(key.lawsuit);
        }
        const EdgeId id =
            builder.add_edge(ids.at(key.source), key.kind, ids.at(key.target), edge.when, lawsuit,
                             quotations.front().evidence.confidence);
        for (const Quotation& quotation : quotations) {
            builder.add_evidence(id, ids.at(article_key(quotation.article)), quotation.evidence);
        }
    }

    Conflict conflict(const KnowledgeGraph& graph, std::size_t resolved, std::string about,
                      const std::map<std::string, std::set<std::string>>& values) const {
        Conflict found{
            .lawsuit = lawsuit_id(graph, resolved), .about = std::move(about), .sides = {}};
        for (const auto& [value, articles] : values) {
            found.sides.push_back({value, {articles.begin(), articles.end()}});
        }
        return found;
    }

    /// Lawsuits are the nodes after the parties, in the order of cases_.
    NodeId lawsuit_id(const KnowledgeGraph& graph, std::size_t resolved) const {
        std::uint32_t first = 0;
        while (first < graph.node_count() && graph.kind(NodeId{first}) < NodeKind::lawsuit) {
            ++first;
        }
        return NodeId{first + static_cast<std::uint32_t>(resolved)};
    }

    std::span<const ArticleObservations> articles_;
    const PartyIdentity& parties_;
    std::vector<ResolvedCase> cases_;
    std::vector<NodeKey> case_keys_;
    std::map<std::pair<std::uint32_t, CaseIndex>, std::size_t> case_of_;
    std::map<NodeKey, NodeDraft> nodes_;
    std::map<EdgeKey, EdgeDraft> edges_;
};

}  // namespace

Result<Resolution> resolve(const ObservationSet& observations, const ResolutionOptions& options) {
    const auto articles = observations.articles();
    const PartyIdentity parties = identify_parties(articles, options.aliases);
    Drafting drafting(articles, parties, identify_cases(articles, parties));
    drafting.draft();
    Resolution resolution;
    Result<KnowledgeGraph> graph = drafting.freeze();
    if (!graph) {
        return graph.error();
    }
    resolution.graph = *std::move(graph);
    resolution.conflicts = drafting.conflicts(resolution.graph);
    return resolution;
}

}  // namespace litigraph
