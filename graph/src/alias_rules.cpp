#include <litigraph/graph/resolution.hpp>

#include <utility>

namespace litigraph {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Names may hold '=' and '!' but not between blanks, so the mark is looked for with its blanks.
struct Mark {
    std::size_t place = std::string_view::npos;
    std::size_t size = 0;
    AliasRule::Decision decision = AliasRule::Decision::same;
};

Mark find_mark(std::string_view line) {
    constexpr std::string_view same = " = ";
    constexpr std::string_view different = " != ";
    const std::size_t equal = line.find(same);
    const std::size_t unequal = line.find(different);
    if (unequal < equal) {
        return {unequal, different.size(), AliasRule::Decision::different};
    }
    return {equal, same.size(), AliasRule::Decision::same};
}

Result<AliasRule> parse_rule(std::string_view line, std::size_t number) {
    const auto error = [&](std::size_t column, std::string message) {
        return Error{ErrorCode::syntax, std::move(message), number, column + 1};
    };
    const Mark mark = find_mark(line);
    if (mark.place == std::string_view::npos) {
        return error(0, "Expected 'Name = Other name' or 'Name != Other name'.");
    }
    const std::string_view name = trimmed(line.substr(0, mark.place));
    const std::string_view other = trimmed(line.substr(mark.place + mark.size));
    if (normal_form(name).empty()) {
        return error(0, "Expected a name before the sign.");
    }
    if (normal_form(other).empty() || find_mark(other).place != std::string_view::npos) {
        return error(mark.place + mark.size, "Expected one name after the sign.");
    }
    return AliasRule{mark.decision, std::string(name), std::string(other)};
}

}  // namespace

Result<std::vector<AliasRule>> parse_alias_rules(std::string_view text) {
    std::vector<AliasRule> rules;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::string_view content = trimmed(line.substr(0, line.find('#')));
        if (content.empty()) {
            continue;
        }
        const std::size_t indent = line.find(content.front());
        Result<AliasRule> rule = parse_rule(line.substr(indent, content.size()), number);
        if (!rule) {
            Error error = rule.error();
            error.column += indent;
            return error;
        }
        rules.push_back(*std::move(rule));
    }
    return rules;
}

std::string to_string(const AliasRule& rule) {
    return rule.name + (rule.decision == AliasRule::Decision::same ? " = " : " != ") + rule.other;
}

}  // namespace litigraph
