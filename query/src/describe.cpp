#include "planner.hpp"

#include <string>

namespace litigraph::query {

namespace {

std::string name_of(const Element& element) {
    return element.variable ? std::string(element.variable.text) : std::string("_");
}

std::string labels_of(const NodePattern& node) {
    std::string result;
    for (const auto& alternatives : node.labels) {
        char separator = ':';
        for (const Word& label : alternatives) {
            result += separator + std::string(label.text);
            separator = '|';
        }
    }
    return result;
}

std::string node_of(const NodePattern& node) { return "(" + name_of(node) + labels_of(node) + ")"; }

std::string rel_of(const PlanStep& step) {
    std::string types;
    const bool all_but = step.rel->all_but;
    for (const Word& type : step.rel->types) {
        types += types.empty() ? (all_but ? ":!" : ":") : (all_but ? "&!" : "|");
        types += type.text;
    }
    const bool in = step.filter.direction == Direction::in;
    const bool out = step.filter.direction == Direction::out;
    return std::string(in ? "<-[" : "-[") + (step.rel->variable ? name_of(*step.rel) : "") + types +
           (out ? "]->" : "]-");
}

std::string source_of(const PlanStep& step) {
    if (step.candidates) {
        return "look up " + node_of(*step.node) + ", " + std::to_string(step.candidates->size()) +
               (step.candidates->size() == 1 ? " node" : " nodes");
    }
    return (step.label ? "scan by type " : "scan all nodes ") + node_of(*step.node);
}

std::string line_of(const PlanStep& step) {
    const std::string far = step.node != nullptr ? node_of(*step.node) : "";
    switch (step.kind) {
        case PlanStep::Kind::scan:
            return source_of(step);
        case PlanStep::Kind::check:
            return "start at " + far;
        case PlanStep::Kind::expand:
            return (step.closes ? "close " : "step ") + rel_of(step) + far;
        case PlanStep::Kind::walk:
            return "walk trails " + rel_of(step) + far;
        case PlanStep::Kind::shortest:
            return std::string(step.closes ? "shortest paths, from both ends, "
                                           : "shortest paths, breadth first, ") +
                   rel_of(step) + far;
        case PlanStep::Kind::path:
            return "path " + std::string(step.pattern->variable.text);
    }
    return {};
}

void describe(const PartPlan& part, bool is_last, std::string& out) {
    const ProjectionPlan& projection = part.projection;
    out += part.in_columns            ? "aggregate in columns into "
           : projection.is_aggregated ? "aggregate into "
           : is_last                  ? "return "
                                      : "with ";
    for (const Column& column : projection.columns) {
        out += (&column == projection.columns.data() ? "" : ", ") + column.name;
    }
    out += projection.distinct ? ", distinct" : "";
    out += projection.order.empty() ? "" : ", sort";
    out += projection.skip != nullptr ? ", skip" : "";
    out += projection.limit != nullptr ? ", limit" : "";
    out += projection.where != nullptr ? ", filter" : "";
    out += '\n';
}

}  // namespace

std::string describe(const Plan& plan) {
    std::string out;
    for (const PartPlan& part : plan.parts) {
        for (const MatchPlan& match : part.matches) {
            const std::string indent = match.optional ? "  " : "";
            out += match.optional ? "optional\n" : "";
            for (const PlanStep& step : match.steps) {
                out += indent + line_of(step);
                if (!step.conditions.empty()) {
                    out += ", " + std::to_string(step.conditions.size()) +
                           (step.conditions.size() == 1 ? " condition" : " conditions");
                }
                out += '\n';
            }
        }
        describe(part, &part == &plan.parts.back(), out);
    }
    return out;
}

}  // namespace litigraph::query
