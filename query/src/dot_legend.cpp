#include "dot_legend.hpp"

#include "dot_look.hpp"

#include <algorithm>
#include <ostream>

namespace litigraph::query::detail {
namespace {

struct NodeRow {
    NodeKind kind;
    std::string_view sign;  ///< The nearest that letters have to the shape.
    std::string_view meaning;
};
constexpr NodeRow node_rows[] = {
    {NodeKind::party, "&#9634;", "party"},
    {NodeKind::lawsuit, "&#9715;", "case; double frame: several"},
    {NodeKind::court, "&#8962;", "court"},
    {NodeKind::jurisdiction, "&#9645;", "country or other jurisdiction"},
    {NodeKind::technology, "&#9711;", "technology"},
    {NodeKind::patent, "&#9636;", "patent"},
    {NodeKind::person, "&#9634;", "person"},
    {NodeKind::law_firm, "&#9707;", "law firm"},
    {NodeKind::article, "&#9647;", "article"},
};

struct EdgeRow {
    EdgeKind kind;
    std::string_view sign, meaning;
};
constexpr EdgeRow edge_rows[] = {
    {EdgeKind::sues, "&#9473;&#9473;&#9654;", "sues"},
    {EdgeKind::countersues, "&#9473;&#9473;&#9654;&#9654;", "sues, and countersues"},
    {EdgeKind::threatens_suit, "&#9473;&#9473;&#9654;", "threatens to sue"},
    {EdgeKind::plaintiff_in, "&#9472;&#9472;&#9654;", "is plaintiff in"},
    {EdgeKind::defendant_in, "&#9472;&#9472;&#9508;", "is defendant in"},
    {EdgeKind::party_to, "&#9472;&#9472;&#9675;", "is a party to"},
    {EdgeKind::responds_to, "&#9472;&#9472;&#9654;", "answers another case"},
    {EdgeKind::appeals, "&#9472;&#9472;&#9654;", "appeals another case"},
    {EdgeKind::filed_in, "&#9472;&#9472;&gt;", "was filed in"},
    {EdgeKind::located_in, "&#9472;&#9472;&#9655;", "is located in"},
    {EdgeKind::concerns_technology, "&#8231;&#8231;&#8231;&#9655;", "concerns a technology"},
    {EdgeKind::asserts_patent, "&#9472;&#9472;&#9670;", "asserts a patent"},
    {EdgeKind::challenges_validity, "&#9472;&#9472;&#9632;", "attacks a right of"},
    {EdgeKind::settles_with, "&#9473;&#9473;", "has settled with"},
    {EdgeKind::division_of, "&#9472;&#9472;&#9671;", "is a division of"},
    {EdgeKind::presides, "&#9472;&#9472;&gt;", "presides over"},
    {EdgeKind::represents, "&#9472;&#9472;&gt;", "represents"},
    {EdgeKind::reported_by, "&#9472;&#9472;", "is reported by"},
};

void write_row(std::ostream& out, const NodeRow& row) {
    const NodeLook look = look_of(row.kind);
    out << "      <TR><TD BORDER=\"1\" COLOR=\"" << look.line << "\" BGCOLOR=\"" << look.fill
        << "\"><FONT COLOR=\"" << look.line << "\">" << row.sign
        << "</FONT></TD><TD ALIGN=\"LEFT\">" << row.meaning << "</TD></TR>\n";
}

void write_row(std::ostream& out, const EdgeRow& row) {
    out << "      <TR><TD ALIGN=\"RIGHT\"><FONT COLOR=\"" << look_of(row.kind).colour << "\"><B>"
        << row.sign << "</B></FONT></TD><TD ALIGN=\"LEFT\">" << row.meaning << "</TD></TR>\n";
}

}  // namespace

void write_legend(std::ostream& out, const Drawing& drawing) {
    out << "  \"legend\" [class=\"legend\", shape=plain, tooltip=\"legend\", label=<\n"
           "    <TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"2\" CELLPADDING=\"2\">\n";
    for (const NodeRow& row : node_rows) {
        if (std::ranges::count(drawing.nodes, row.kind, &DrawnNode::kind) > 0) {
            write_row(out, row);
        }
    }
    for (const EdgeRow& row : edge_rows) {
        if (std::ranges::count(drawing.edges, row.kind, &DrawnEdge::kind) > 0) {
            write_row(out, row);
        }
    }
    if (std::ranges::count(drawing.edges, false, &DrawnEdge::is_stated) > 0) {
        out << "      <TR><TD ALIGN=\"RIGHT\"><B>&#9473; &#9473;</B></TD><TD ALIGN=\"LEFT\">"
               "dashed: no source says it in so many words</TD></TR>\n";
    }
    out << "    </TABLE>>];\n";
}

}  // namespace litigraph::query::detail
