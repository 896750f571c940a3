#include "answer_output.hpp"

#include "pager.hpp"
#include <litigraph/query/dot.hpp>
#include <litigraph/query/engine.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>

namespace litigraph::cli {

namespace {

bool is_for_people(query::Format format) {
    return format == query::Format::box || format == query::Format::table ||
           format == query::Format::markdown || format == query::Format::line;
}

// The node that a cell is, told by its id: only nodes show one.
void add_node(std::vector<NodeId>& nodes, const KnowledgeGraph& graph, const query::Cell& cell) {
    const auto* const thing = std::get_if<query::Thing>(&cell.value);
    if (thing == nullptr || thing->fields.empty() || thing->fields.front().first != "id") {
        return;
    }
    if (const auto node = graph.find_slug(to_string(thing->fields.front().second))) {
        nodes.push_back(*node);
    }
}

void say_what_was_asked(Console& console, const query::Answer& answer) {
    if (!answer.query.empty()) {
        const bool colour = console.err_is_terminal && console.colour();
        console.err << (colour ? "\x1b[2m" : "") << "-- " << answer.query
                    << (colour ? "\x1b[0m" : "") << '\n';
    }
}

bool is_prose(const query::Answer& answer, const AnswerStyle& style) {
    return style.table.format == query::Format::box && !answer.prose.empty();
}

// Somebody who reads a file would not know what is missing in it.
bool is_cut(const query::Answer& answer, const AnswerStyle& style) {
    const query::Table& table = answer.table;
    const bool has_bound = is_for_people(style.table.format) && style.table.max_rows != 0;
    return !table.incomplete.empty() ||
           (has_bound && !is_prose(answer, style) && table.rows.size() > style.table.max_rows);
}

void say_what_to_know(Console& console, const query::Answer& answer, const AnswerStyle& style) {
    for (const std::string& note : answer.notes) {
        console.err << "note: " << note << '\n';
    }
    const bool is_table = !style.is_picture && answer.prose.empty();
    const bool says_size = style.says_size && (is_table || answer.table.rows.empty());
    if (says_size || (!style.is_picture && is_cut(answer, style))) {
        console.err << query::summary(answer.table, style.table) << '\n';
    }
}

void draw(Console& console, const KnowledgeGraph& graph, const query::Answer& answer) {
    const query::PictureReport report =
        query::write_dot(console.out, graph, selection_of(graph, answer.table));
    if (!console.options.quiet) {
        console.err << report.to_string() << '\n';
    }
}

void write_table(std::ostream& out, const query::Answer& answer, const AnswerStyle& style) {
    if (is_prose(answer, style)) {
        out << answer.prose;
    } else {
        query::render(out, answer.table, style.table);
    }
}

}  // namespace

AnswerStyle style_for(const Console& console, std::size_t max_rows) {
    AnswerStyle style;
    style.is_picture = console.options.format == "dot";
    style.table.format = console.format();
    style.table.max_rows = max_rows;
    style.table.width = console.out_is_terminal ? console.width : 0;
    style.table.colour = console.colour();
    style.says_size = console.out_is_terminal && is_for_people(style.table.format);
    return style;
}

query::Selection selection_of(const KnowledgeGraph& graph, const query::Table& table) {
    std::vector<EdgeId> edges;
    for (const std::vector<EdgeId>& some : table.support) {
        edges.insert(edges.end(), some.begin(), some.end());
    }
    query::Selection selection = query::spanned_by(graph, std::move(edges));
    for (const query::Row& row : table.rows) {
        for (const query::Cell& cell : row) {
            add_node(selection.nodes, graph, cell);
        }
    }
    std::ranges::sort(selection.nodes);
    selection.nodes.erase(std::unique(selection.nodes.begin(), selection.nodes.end()),
                          selection.nodes.end());
    return selection;
}

int show_answer(Console& console, const KnowledgeGraph& graph, const query::Answer& answer,
                const AnswerStyle& style) {
    if (!console.options.quiet) {
        say_what_was_asked(console, answer);
    }
    if (style.is_picture) {
        draw(console, graph, answer);
    } else if (console.out_is_terminal) {
        std::ostringstream page;
        write_table(page, answer, style);
        show_page(console, page.str());
    } else {
        write_table(console.out, answer, style);
    }
    console.out.flush();
    if (!console.options.quiet) {
        say_what_to_know(console, answer, style);
    }
    return console.options.fail_empty && answer.table.rows.empty() ? no_rows : success;
}

int report_question(Console& console, std::string_view line, const Error& error) {
    if (error.line == 0) {
        return report(console, error);
    }
    console.err << "litigraph: " << query::format_error(line, error);
    return exit_code(error.code);
}

}  // namespace litigraph::cli
