#include <litigraph/query/case_filter.hpp>
#include <litigraph/query/cases.hpp>
#include <litigraph/query/names.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace litigraph::query {
namespace {

constexpr std::array<std::string_view, 13> aspect_names = {
    "plaintiff", "defendant", "party", "forum",  "court", "jurisdiction", "technology",
    "patent",    "judge",     "year",  "status", "cause", "kind"};

using Nodes = std::vector<NodeId>;

void append(Nodes& nodes, const Nodes& more) {
    nodes.insert(nodes.end(), more.begin(), more.end());
}

bool intersects(const Nodes& sorted, const Nodes& wanted) {
    return std::ranges::any_of(
        wanted, [&](NodeId node) { return std::ranges::binary_search(sorted, node); });
}

// The party itself and, with `family`, its divisions at any depth.
Nodes family_of(const KnowledgeGraph& graph, NodeId party, bool family) {
    Nodes members{party};
    for (std::size_t i = 0; family && i < members.size(); ++i) {
        for (const NodeId division : sources(graph, members[i], EdgeKind::division_of)) {
            if (std::ranges::find(members, division) == members.end()) {
                members.push_back(division);
            }
        }
    }
    return members;
}

Nodes parties_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    Nodes parties = sources(graph, lawsuit, EdgeKind::plaintiff_in);
    append(parties, sources(graph, lawsuit, EdgeKind::defendant_in));
    append(parties, sources(graph, lawsuit, EdgeKind::party_to));
    std::ranges::sort(parties);
    parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
    return parties;
}

// What a lawsuit is about, where it is and who tells of it: everything but parties and lawsuits.
Nodes surroundings_of(const KnowledgeGraph& graph, NodeId lawsuit) {
    Nodes nodes;
    for (const EdgeKind kind : {EdgeKind::filed_in, EdgeKind::concerns_technology,
                                EdgeKind::asserts_patent, EdgeKind::reported_by}) {
        append(nodes, targets(graph, lawsuit, kind));
    }
    append(nodes, sources(graph, lawsuit, EdgeKind::presides));
    std::ranges::sort(nodes);
    return nodes;
}

bool has_attribute(const KnowledgeGraph& graph, NodeId lawsuit, AttributeKey key,
                   const std::string& wanted) {
    return wanted.empty() || graph.attribute(lawsuit, key).value_or("") == wanted;
}

bool has_parties(const KnowledgeGraph& graph, NodeId lawsuit, const CaseFilter& filter) {
    const auto all_in = [&](const Nodes& wanted, const Nodes& present) {
        return std::ranges::all_of(wanted, [&](NodeId party) {
            return intersects(present, family_of(graph, party, filter.family));
        });
    };
    return all_in(filter.parties, parties_of(graph, lawsuit)) &&
           all_in(filter.plaintiffs, sources(graph, lawsuit, EdgeKind::plaintiff_in)) &&
           all_in(filter.defendants, sources(graph, lawsuit, EdgeKind::defendant_in));
}

bool has_plaintiff_kind(const KnowledgeGraph& graph, NodeId lawsuit,
                        const std::vector<std::string>& wanted) {
    return wanted.empty() ||
           std::ranges::any_of(sources(graph, lawsuit, EdgeKind::plaintiff_in), [&](NodeId party) {
               return std::ranges::any_of(wanted, [&](const std::string& label) {
                   return has_label(graph, party, label);
               });
           });
}

bool passes(const KnowledgeGraph& graph, NodeId lawsuit, const CaseFilter& filter) {
    const DateInterval filed = graph.when(lawsuit);
    if (filter.during && (filed.is_unknown() || !intersection(filed, *filter.during))) {
        return false;
    }
    if (filter.open && is_open(graph, lawsuit) != *filter.open) {
        return false;
    }
    if (!filter.about.empty()) {
        const Nodes present = surroundings_of(graph, lawsuit);
        if (!std::ranges::all_of(filter.about, [&](NodeId node) {
                return std::ranges::binary_search(present, node);
            })) {
            return false;
        }
    }
    return has_attribute(graph, lawsuit, AttributeKey::status, filter.status) &&
           has_attribute(graph, lawsuit, AttributeKey::case_kind, filter.kind) &&
           has_attribute(graph, lawsuit, AttributeKey::cause, filter.cause) &&
           has_plaintiff_kind(graph, lawsuit, filter.plaintiff_kinds) &&
           has_parties(graph, lawsuit, filter) &&
           (!filter.without || is_missing(graph, lawsuit, *filter.without));
}

// Lawsuits that could pass, from the most selective node that the filter names.
Nodes candidates(const KnowledgeGraph& graph, const CaseFilter& filter) {
    if (!filter.lawsuits.empty()) {
        return filter.lawsuits;
    }
    Nodes named = filter.about;
    append(named, filter.parties);
    append(named, filter.plaintiffs);
    append(named, filter.defendants);
    Nodes found;
    if (named.empty() || filter.family) {
        for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
            found.push_back(NodeId{i});
        }
    } else {
        const NodeId start =
            *std::ranges::min_element(named, {}, [&](NodeId node) { return graph.degree(node); });
        for (const EdgeId id : graph.incident_edges(start)) {
            append(found, {graph.edge(id).source, graph.edge(id).target});
        }
    }
    return found;
}

Nodes nodes_of(const KnowledgeGraph& graph, NodeId lawsuit, CaseAspect aspect) {
    switch (aspect) {
        case CaseAspect::plaintiff:
            return sources(graph, lawsuit, EdgeKind::plaintiff_in);
        case CaseAspect::defendant:
            return sources(graph, lawsuit, EdgeKind::defendant_in);
        case CaseAspect::party:
            return parties_of(graph, lawsuit);
        case CaseAspect::forum:
        case CaseAspect::court:
        case CaseAspect::jurisdiction:
            return targets(graph, lawsuit, EdgeKind::filed_in);
        case CaseAspect::technology:
            return targets(graph, lawsuit, EdgeKind::concerns_technology);
        case CaseAspect::patent:
            return targets(graph, lawsuit, EdgeKind::asserts_patent);
        case CaseAspect::judge:
            return sources(graph, lawsuit, EdgeKind::presides);
        case CaseAspect::year:
        case CaseAspect::status:
        case CaseAspect::cause:
        case CaseAspect::kind:
            break;
    }
    return {};
}

std::string year_text(DateInterval when) {
    if (when.is_unknown() || when.first == beginning_of_time || when.last == end_of_time) {
        return {};
    }
    const int first = civil_from_day(when.first).year;
    const int last = civil_from_day(when.last).year;
    const std::string text = std::to_string(first);
    return first == last ? text : text + ".." + std::to_string(last);
}

std::string text_of(const KnowledgeGraph& graph, NodeId lawsuit, CaseAspect aspect) {
    const auto attribute = [&](AttributeKey key) {
        return std::string(graph.attribute(lawsuit, key).value_or(""));
    };
    switch (aspect) {
        case CaseAspect::year:
            return year_text(graph.when(lawsuit));
        case CaseAspect::status:
            return status_of(graph, lawsuit) == "unknown" ? "" : attribute(AttributeKey::status);
        case CaseAspect::cause:
            return attribute(AttributeKey::cause);
        case CaseAspect::kind:
            return attribute(AttributeKey::case_kind);
        default:
            return {};
    }
}

}  // namespace

std::optional<CaseAspect> case_aspect_from_string(std::string_view text) noexcept {
    constexpr std::pair<std::string_view, CaseAspect> others[] = {
        {"tech", CaseAspect::technology},       {"technologies", CaseAspect::technology},
        {"parties", CaseAspect::party},         {"company", CaseAspect::party},
        {"companies", CaseAspect::party},       {"date", CaseAspect::year},
        {"place", CaseAspect::jurisdiction},    {"country", CaseAspect::jurisdiction},
        {"countries", CaseAspect::jurisdiction}};
    if (const auto other =
            std::ranges::find(others, text, &std::pair<std::string_view, CaseAspect>::first);
        other != std::end(others)) {
        return other->second;
    }
    const std::string_view singular =
        text.ends_with('s') && text != "status" ? text.substr(0, text.size() - 1) : text;
    const auto found = std::ranges::find(aspect_names, singular);
    if (found == aspect_names.end()) {
        return std::nullopt;
    }
    return static_cast<CaseAspect>(found - aspect_names.begin());
}

std::string_view to_string(CaseAspect aspect) noexcept {
    return aspect_names[static_cast<std::size_t>(aspect)];
}

std::vector<NodeId> find_cases(const KnowledgeGraph& graph, const CaseFilter& filter,
                               const std::function<bool()>& go_on) {
    Nodes found = candidates(graph, filter);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    bool is_stopped = false;
    std::erase_if(found, [&](NodeId node) {
        is_stopped = is_stopped || (go_on && !go_on());
        return is_stopped || graph.kind(node) != NodeKind::lawsuit || !passes(graph, node, filter);
    });
    std::ranges::sort(found, {}, [&](NodeId node) {
        const DateInterval when = graph.when(node);
        return std::tuple(when.is_unknown(), when, graph.name(node), node);
    });
    return found;
}

std::vector<std::string> aspect_values(const KnowledgeGraph& graph, NodeId lawsuit,
                                       CaseAspect aspect) {
    std::set<std::string> values;
    for (const NodeId node : nodes_of(graph, lawsuit, aspect)) {
        const bool is_wrong_kind =
            (aspect == CaseAspect::court && graph.kind(node) != NodeKind::court) ||
            (aspect == CaseAspect::jurisdiction && graph.kind(node) != NodeKind::jurisdiction);
        if (!is_wrong_kind) {
            values.insert(std::string(graph.name(node)));
        }
    }
    if (std::string text = text_of(graph, lawsuit, aspect); !text.empty()) {
        values.insert(std::move(text));
    }
    return {values.begin(), values.end()};
}

bool is_missing(const KnowledgeGraph& graph, NodeId lawsuit, CaseAspect aspect) {
    return aspect == CaseAspect::year ? graph.when(lawsuit).is_unknown()
                                      : aspect_values(graph, lawsuit, aspect).empty();
}

}  // namespace litigraph::query
