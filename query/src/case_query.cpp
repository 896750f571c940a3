#include "case_query.hpp"

#include <litigraph/query/names.hpp>

#include <algorithm>

namespace litigraph::query::detail {
namespace {

using Nodes = std::vector<NodeId>;

std::string joined_by(const std::vector<std::string>& parts, std::string_view by) {
    std::string text;
    for (const std::string& part : parts) {
        text += text.empty() ? "" : by;
        text += part;
    }
    return text;
}

/// How an aspect is found from a lawsuit `c`: a pattern that binds a node of the aspect's name, or,
/// if that is empty, an expression.
struct AspectText {
    std::string pattern;
    std::string value;
};

AspectText aspect_text(CaseAspect aspect) {
    switch (aspect) {
        case CaseAspect::plaintiff:
            return {"(c)<-[:PLAINTIFF_IN]-(plaintiff)", "plaintiff.name"};
        case CaseAspect::defendant:
            return {"(c)<-[:DEFENDANT_IN]-(defendant)", "defendant.name"};
        case CaseAspect::party:
            return {"(c)<-[:PLAINTIFF_IN|DEFENDANT_IN|PARTY_TO]-(party)", "party.name"};
        case CaseAspect::forum:
            return {"(c)-[:FILED_IN]->(forum)", "forum.name"};
        case CaseAspect::court:
            return {"(c)-[:FILED_IN]->(court:Court)", "court.name"};
        case CaseAspect::jurisdiction:
            return {"(c)-[:FILED_IN]->(jurisdiction:Jurisdiction)", "jurisdiction.name"};
        case CaseAspect::technology:
            return {"(c)-[:CONCERNS_TECHNOLOGY]->(technology)", "technology.name"};
        case CaseAspect::patent:
            return {"(c)-[:ASSERTS_PATENT]->(patent)", "patent.name"};
        case CaseAspect::judge:
            return {"(c)<-[:PRESIDES]-(judge)", "judge.name"};
        case CaseAspect::year:
            return {"", "c.filed.year"};
        case CaseAspect::status:
            return {"", "CASE c.status WHEN 'unknown' THEN null ELSE c.status END"};
        case CaseAspect::cause:
            return {"", "c.cause"};
        case CaseAspect::kind:
            return {"", "c.case_kind"};
    }
    return {};
}

/// The pattern without a name for the node: a predicate.
std::string predicate_of(CaseAspect aspect) {
    std::string pattern = aspect_text(aspect).pattern;
    if (const std::size_t name = pattern.find(to_string(aspect), 3); name != std::string::npos) {
        pattern.erase(name, to_string(aspect).size());
    }
    return pattern;
}

class CaseMatch {
  public:
    CaseMatch(const KnowledgeGraph& graph, const CaseFilter& filter)
        : graph_(graph), filter_(filter) {}

    std::string make() {
        add_lawsuits();
        add_parties(filter_.plaintiffs, "PLAINTIFF_IN");
        add_parties(filter_.defendants, "DEFENDANT_IN");
        add_parties(filter_.parties, "PLAINTIFF_IN|DEFENDANT_IN|PARTY_TO");
        for (const NodeId node : filter_.about) {
            add_pattern("(c:Lawsuit)--" + pattern_of(graph_, node));
        }
        if (!filter_.plaintiff_kinds.empty()) {
            add_pattern("(:" + joined_by(filter_.plaintiff_kinds, "|") +
                        ")-[:PLAINTIFF_IN]->(c:Lawsuit)");
        }
        if (patterns_.empty()) {
            add_pattern("(c:Lawsuit)");
        }
        add_conditions();
        return "MATCH " + joined_by(patterns_, ", ") +
               (conditions_.empty() ? "" : " WHERE " + joined_by(conditions_, " AND ")) +
               " WITH DISTINCT c";
    }

  private:
    void add_pattern(std::string pattern) {
        if (std::ranges::find(patterns_, pattern) == patterns_.end()) {
            patterns_.push_back(std::move(pattern));
        }
    }
    void add_lawsuits() {
        if (filter_.lawsuits.size() == 1) {
            add_pattern(pattern_of(graph_, filter_.lawsuits.front(), "c"));
        } else if (!filter_.lawsuits.empty()) {
            std::vector<std::string> ids;
            for (const NodeId lawsuit : filter_.lawsuits) {
                ids.push_back(literal(graph_.slug(lawsuit)));
            }
            conditions_.push_back("c.id IN [" + joined_by(ids, ", ") + ']');
        }
    }
    void add_parties(const Nodes& parties, const std::string& roles) {
        for (const NodeId party : parties) {
            std::string start = pattern_of(graph_, party);
            if (filter_.family) {
                const std::string member = "(m" + std::to_string(++members_) + ')';
                add_pattern(member + "-[:DIVISION_OF*0..]->" + start);
                start = member;
            }
            add_pattern(start + "-[:" + roles + "]->(c:Lawsuit)");
        }
    }
    void add_conditions() {
        if (filter_.during) {
            conditions_.push_back("during(c, " + literal(to_string(*filter_.during)) + ')');
        }
        if (filter_.open) {
            conditions_.push_back(
                std::string(*filter_.open ? "NOT " : "") +
                "coalesce(c.status, '') IN ['decided', 'settled', 'dismissed', 'withdrawn']");
        }
        add_condition("c.status", filter_.status);
        add_condition("c.case_kind", filter_.kind);
        add_condition("c.cause", filter_.cause);
        if (filter_.without) {
            const std::string predicate = predicate_of(*filter_.without);
            conditions_.push_back(predicate.empty() ? missing_value(*filter_.without)
                                                    : "NOT " + predicate);
        }
    }
    static std::string missing_value(CaseAspect aspect) {
        return aspect == CaseAspect::year ? "c.filed IS NULL"
                                          : '(' + aspect_text(aspect).value + ") IS NULL";
    }
    void add_condition(const std::string& property, const std::string& wanted) {
        if (!wanted.empty()) {
            conditions_.push_back(property + " = " + literal(wanted));
        }
    }

    const KnowledgeGraph& graph_;
    const CaseFilter& filter_;
    std::size_t members_ = 0;
    std::vector<std::string> patterns_;
    std::vector<std::string> conditions_;
};

}  // namespace

std::string match_cases(const KnowledgeGraph& graph, const CaseFilter& filter) {
    return CaseMatch(graph, filter).make();
}

std::string list_cases(const KnowledgeGraph& graph, const CaseFilter& filter) {
    return match_cases(graph, filter) +
           " RETURN c AS case, c.filed AS filed, coalesce(c.status, 'unknown') AS status "
           "ORDER BY c.filed, c.name";
}

std::string count_cases(const KnowledgeGraph& graph, const CaseFilter& filter,
                        const std::vector<CaseAspect>& aspects, std::size_t most) {
    std::string query = match_cases(graph, filter);
    std::string values;
    std::string names;
    std::vector<std::string> are_told;
    for (const CaseAspect aspect : aspects) {
        const AspectText text = aspect_text(aspect);
        const std::string name(to_string(aspect));
        query += text.pattern.empty() ? "" : " OPTIONAL MATCH " + text.pattern;
        values += ", " + text.value + " AS " + name;
        names += name + ", ";
        are_told.push_back(name + " IS NOT NULL");
    }
    query += " WITH DISTINCT c" + values + " ORDER BY c.filed, c.name";
    query += most == 0 ? "" : " WHERE " + joined_by(are_told, " AND ");
    query += " RETURN " + names + "count(c) AS lawsuits, collect(c) AS cases";
    if (!aspects.empty()) {
        query += " ORDER BY lawsuits DESC, " + names.substr(0, names.size() - 2);
    }
    return most == 0 ? query : query + " LIMIT " + std::to_string(most);
}

}  // namespace litigraph::query::detail
