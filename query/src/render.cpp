// Formats for programs are written row by row. Formats for people first make every cell visible
// text, measure the columns, and shrink the widest until the table fits the screen.

#include "json_cell.hpp"
#include "utf8.hpp"
#include <litigraph/query/render.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <ostream>
#include <utility>

namespace litigraph::query {
namespace {

constexpr std::array<std::string_view, format_count> format_names = {
    "box", "table", "markdown", "csv", "tsv", "json", "jsonl", "line"};

// ---- for programs

bool is_structure(const Cell& cell) {
    return std::holds_alternative<CellList>(cell.value) ||
           std::holds_alternative<CellRecord>(cell.value);
}

std::string field_text(const Cell& cell) {
    if (!is_structure(cell)) {
        return detail::made_valid(to_string(cell));
    }
    rapidjson::StringBuffer buffer;
    detail::JsonWriter writer(buffer);
    detail::write_json(writer, cell);
    return {buffer.GetString(), buffer.GetSize()};
}

void write_csv_field(std::ostream& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    for (const char c : text) {
        out << (c == '"' ? "\"" : "") << c;
    }
    out << '"';
}

void write_tsv_field(std::ostream& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\t':
                out << "\\t";
                break;
            case '\n':
                out << "\\n";
                break;
            case '\r':
                out << "\\r";
                break;
            case '\\':
                out << "\\\\";
                break;
            default:
                out << c;
        }
    }
}

using WriteField = void (*)(std::ostream&, std::string_view);

void write_separated(std::ostream& out, const Table& table, char separator, WriteField write) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out << (i == 0 ? "" : std::string_view(&separator, 1));
        write(out, detail::made_valid(table.columns[i]));
    }
    out << '\n';
    for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << (i == 0 ? "" : std::string_view(&separator, 1));
            write(out, field_text(row[i]));
        }
        out << '\n';
    }
}

std::string json_row(const Table& table, const Row& row) {
    rapidjson::StringBuffer buffer;
    detail::JsonWriter writer(buffer);
    writer.StartObject();
    for (std::size_t i = 0; i < row.size(); ++i) {
        detail::write_json_text(writer, table.columns[i]);
        detail::write_json(writer, row[i]);
    }
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

void write_json_array(std::ostream& out, const Table& table) {
    out << '[';
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        out << (i == 0 ? "" : ",") << json_row(table, table.rows[i]);
    }
    out << "]\n";
}

void write_json_lines(std::ostream& out, const Table& table) {
    for (const Row& row : table.rows) {
        out << json_row(table, row) << '\n';
    }
}

// ---- for people

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view plain = "\x1b[0m";

bool is_number(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell.value) ||
           std::holds_alternative<double>(cell.value);
}

struct Grid {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> body;
    std::vector<std::size_t> widths;
    std::vector<bool> is_right;  ///< Columns of numbers are set flush right.
};

std::size_t shown_rows(const Table& table, std::size_t max_rows) {
    return max_rows == 0 ? table.rows.size() : std::min(max_rows, table.rows.size());
}

bool is_numeric_column(const Table& table, std::size_t column) {
    bool has_number = false;
    for (const Row& row : table.rows) {
        has_number = has_number || is_number(row[column]);
        if (!is_number(row[column]) && !row[column].is_null()) {
            return false;
        }
    }
    return has_number;
}

Grid make_grid(const Table& table, const RenderOptions& options) {
    Grid grid;
    for (const std::string& column : table.columns) {
        grid.head.push_back(detail::made_visible(column));
        grid.widths.push_back(display_width(grid.head.back()));
        grid.is_right.push_back(is_numeric_column(table, grid.is_right.size()));
    }
    for (std::size_t i = 0; i < shown_rows(table, options.max_rows); ++i) {
        std::vector<std::string>& line = grid.body.emplace_back();
        for (std::size_t j = 0; j < table.columns.size(); ++j) {
            line.push_back(detail::made_visible(to_string(table.rows[i][j])));
            grid.widths[j] = std::max(grid.widths[j], display_width(line.back()));
        }
    }
    return grid;
}

// The largest bound for every column with which the table is at most `room` columns wide.
std::size_t column_bound(const std::vector<std::size_t>& widths, std::size_t room) {
    constexpr std::size_t narrowest = 6;
    std::size_t bound = *std::ranges::max_element(widths);
    const auto total = [&] {
        return std::accumulate(
            widths.begin(), widths.end(), std::size_t{0},
            [&](std::size_t sum, std::size_t w) { return sum + std::min(w, bound); });
    };
    while (bound > narrowest && total() > room) {
        --bound;
    }
    return bound;
}

std::string cut(const std::string& text, std::size_t width) {
    if (display_width(text) <= width) {
        return text;
    }
    std::string result;
    std::size_t used = 1;  // the ellipsis
    for (std::size_t i = 0; i < text.size();) {
        const detail::CodePoint point = detail::decode(text, i);
        used += detail::width_of(point.value);
        if (used > width) {
            break;
        }
        result += text.substr(i, point.length);
        i += point.length;
    }
    return result += ellipsis;
}

// Width of the frame and the padding: "| a | b |".
std::size_t frame_width(const Grid& grid) { return 3 * grid.widths.size() + 1; }

bool fits(const Grid& grid, std::size_t width) {
    const std::size_t cells =
        std::accumulate(grid.widths.begin(), grid.widths.end(), std::size_t{0});
    return width == 0 || cells + frame_width(grid) <= width;
}

void fit(Grid& grid, std::size_t width) {
    if (grid.widths.empty() || fits(grid, width)) {
        return;
    }
    const std::size_t room = width > frame_width(grid) ? width - frame_width(grid) : 0;
    const std::size_t bound = column_bound(grid.widths, room);
    for (std::size_t j = 0; j < grid.widths.size(); ++j) {
        grid.widths[j] = std::min(grid.widths[j], bound);
        grid.head[j] = cut(grid.head[j], bound);
        for (std::vector<std::string>& line : grid.body) {
            line[j] = cut(line[j], bound);
        }
    }
}

std::string padded(const std::string& text, std::size_t width, bool is_right) {
    const std::string spaces(width - std::min(width, display_width(text)), ' ');
    return is_right ? spaces + text : text + spaces;
}

struct Frame {
    std::string_view bar, dash;
    std::array<std::string_view, 3> top, middle, bottom;  ///< Left, between and right.
};
constexpr Frame box_frame = {"\u2502",
                             "\u2500",
                             {"\u250C", "\u252C", "\u2510"},
                             {"\u251C", "\u253C", "\u2524"},
                             {"\u2514", "\u2534", "\u2518"}};
constexpr Frame ascii_frame = {"|", "-", {"+", "+", "+"}, {"+", "+", "+"}, {"+", "+", "+"}};

void write_rule(std::ostream& out, const Grid& grid, const Frame& frame,
                const std::array<std::string_view, 3>& corners) {
    for (std::size_t j = 0; j < grid.widths.size(); ++j) {
        out << corners[j == 0 ? 0 : 1];
        for (std::size_t i = 0; i < grid.widths[j] + 2; ++i) {
            out << frame.dash;
        }
    }
    out << corners[2] << '\n';
}

void write_line(std::ostream& out, const Grid& grid, const std::vector<std::string>& line,
                const Frame& frame, bool is_bold) {
    for (std::size_t j = 0; j < line.size(); ++j) {
        const std::string text = padded(line[j], grid.widths[j], grid.is_right[j]);
        out << frame.bar << ' ' << (is_bold ? bold : "") << text << (is_bold ? plain : "") << ' ';
    }
    out << frame.bar << '\n';
}

void write_framed(std::ostream& out, const Table& table, const RenderOptions& options,
                  const Frame& frame) {
    if (table.columns.empty()) {
        return;
    }
    Grid grid = make_grid(table, options);
    fit(grid, options.width);
    write_rule(out, grid, frame, frame.top);
    write_line(out, grid, grid.head, frame, options.colour);
    write_rule(out, grid, frame, frame.middle);
    for (const std::vector<std::string>& line : grid.body) {
        write_line(out, grid, line, frame, false);
    }
    write_rule(out, grid, frame, frame.bottom);
}

// A cell must not end its row, nor start markup of its own.
std::string markdown_text(const std::string& text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '|':
                result += "\\|";
                break;
            case '<':
                result += "&lt;";
                break;
            case '&':
                result += "&amp;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

void write_markdown(std::ostream& out, const Table& table, const RenderOptions& options) {
    const Grid grid = make_grid(table, options);
    const auto write = [&](const std::vector<std::string>& line) {
        for (const std::string& text : line) {
            out << "| " << markdown_text(text) << ' ';
        }
        out << "|\n";
    };
    write(grid.head);
    for (const bool is_right : grid.is_right) {
        out << (is_right ? "| ---: " : "| --- ");
    }
    out << "|\n";
    std::ranges::for_each(grid.body, write);
}

void write_lines(std::ostream& out, const Table& table, const RenderOptions& options) {
    std::size_t width = 0;
    for (const std::string& column : table.columns) {
        width = std::max(width, display_width(column));
    }
    for (std::size_t i = 0; i < shown_rows(table, options.max_rows); ++i) {
        out << (i == 0 ? "" : "\n");
        for (std::size_t j = 0; j < table.columns.size(); ++j) {
            const std::string head = padded(detail::made_visible(table.columns[j]), width, true);
            out << (options.colour ? bold : "") << head << (options.colour ? plain : "") << " = "
                << detail::made_visible(to_string(table.rows[i][j])) << '\n';
        }
    }
}

bool is_for_people(Format format) {
    return format == Format::box || format == Format::table || format == Format::markdown ||
           format == Format::line;
}

bool cuts_cells(const Table& table, const RenderOptions& options) {
    const bool can_cut = options.format == Format::box || options.format == Format::table;
    return can_cut && options.width != 0 && !fits(make_grid(table, options), options.width);
}

}  // namespace

std::string_view to_string(Format format) noexcept {
    return format_names[static_cast<std::size_t>(format)];
}

std::optional<Format> format_from_string(std::string_view text) noexcept {
    const auto found = std::ranges::find(format_names, text);
    if (found == format_names.end()) {
        return std::nullopt;
    }
    return static_cast<Format>(found - format_names.begin());
}

void render(std::ostream& out, const Table& table, const RenderOptions& options) {
    switch (options.format) {
        case Format::box:
            return write_framed(out, table, options, box_frame);
        case Format::table:
            return write_framed(out, table, options, ascii_frame);
        case Format::markdown:
            return write_markdown(out, table, options);
        case Format::csv:
            return write_separated(out, table, ',', write_csv_field);
        case Format::tsv:
            return write_separated(out, table, '\t', write_tsv_field);
        case Format::json:
            return write_json_array(out, table);
        case Format::jsonl:
            return write_json_lines(out, table);
        case Format::line:
            return write_lines(out, table, options);
    }
}

std::string summary(const Table& table, const RenderOptions& options) {
    const std::size_t count = table.rows.size();
    std::string text =
        count == 0 ? "no rows" : std::to_string(count) + (count == 1 ? " row" : " rows");
    const std::size_t shown =
        is_for_people(options.format) ? shown_rows(table, options.max_rows) : count;
    if (shown < count) {
        text += ", " + std::to_string(shown) + " shown";
    }
    if (cuts_cells(table, options)) {
        text += ", some cells cut to fit the screen";
    }
    if (!table.incomplete.empty()) {
        text += "; incomplete: " + table.incomplete;
    }
    return text;
}

}  // namespace litigraph::query
