#include "functions.hpp"
#include "scalar_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>

// Positions and lengths count characters (code points), not bytes.

namespace litigraph::query {

namespace {

using Args = std::span<const Value>;

constexpr std::uint16_t text_kind = kinds({ValueKind::text});

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::size_t length_of(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, continues));
}

/// Byte position of the character with that number; the end if there are fewer.
std::size_t byte_of(std::string_view text, std::size_t character) {
    std::size_t i = 0;
    for (; i < text.size() && character > 0; --character) {
        ++i;
        while (i < text.size() && continues(text[i])) {
            ++i;
        }
    }
    return i;
}

bool any_null(Args args) { return std::ranges::any_of(args, &Value::is_null); }

bool are_texts(CallContext& context, Args args) {
    for (const Value& arg : args) {
        if (arg.kind() != ValueKind::text) {
            context.fail("expected a text, found " + std::string(to_string(arg.kind())));
            return false;
        }
    }
    return true;
}

/// A function of one text.
template <std::string (*function)(std::string_view)>
Value text_function(CallContext& context, Args args) {
    if (any_null(args) || !are_texts(context, args)) {
        return {};
    }
    return Value(function(args[0].text()));
}

template <char first, char last, int shift>
std::string shift_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= first && c <= last) {
            c = static_cast<char>(c + shift);
        }
    }
    return result;
}

constexpr std::string_view blanks = " \t\r\n";
std::string trim_left(std::string_view text) {
    return std::string(text.substr(std::min(text.find_first_not_of(blanks), text.size())));
}
std::string trim_right(std::string_view text) {
    return std::string(text.substr(0, text.find_last_not_of(blanks) + 1));
}
std::string trim(std::string_view text) { return trim_right(trim_left(text)); }

std::string reversed(std::string_view text) {
    std::string result;
    for (std::size_t end = text.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && continues(text[begin])) {
            --begin;
        }
        result += text.substr(begin, end - begin);
        end = begin;
    }
    return result;
}

Value reverse(CallContext& context, Args args) {
    if (args[0].kind() == ValueKind::list) {
        return Value(List(args[0].list().rbegin(), args[0].list().rend()));
    }
    return text_function<reversed>(context, args);
}

std::size_t occurrences(std::string_view text, std::string_view search) {
    std::size_t count = 0;
    for (std::size_t at = text.find(search); at != std::string_view::npos;
         at = text.find(search, at + search.size())) {
        ++count;
    }
    return count;
}

Value replace(CallContext& context, Args args) {
    if (any_null(args) || !are_texts(context, args)) {
        return {};
    }
    const std::string_view text = args[0].text();
    const std::string_view search = args[1].text();
    if (search.empty()) {
        return args[0];
    }
    if (!context.meter.fits(text.size() + occurrences(text, search) * args[2].text().size())) {
        return {};
    }
    std::string result;
    std::size_t from = 0;
    for (std::size_t at = text.find(search); at != std::string_view::npos;
         at = text.find(search, from)) {
        result += text.substr(from, at - from);
        result += args[2].text();
        from = at + search.size();
    }
    result += text.substr(from);
    return Value(std::move(result));
}

Value split(CallContext& context, Args args) {
    if (any_null(args) || !are_texts(context, args)) {
        return {};
    }
    std::string_view text = args[0].text();
    const std::string_view separator = args[1].text();
    const std::size_t most = separator.empty() ? text.size() : occurrences(text, separator);
    if (!context.meter.fits(text.size() + (most + 1) * (sizeof(Value) + sizeof(std::string)))) {
        return {};
    }
    List parts;
    while (true) {
        const std::size_t at =
            separator.empty() ? byte_of(text, 1) : std::min(text.find(separator), text.size());
        parts.push_back(Value(std::string(text.substr(0, at))));
        if (at + separator.size() > text.size() || at == text.size()) {
            return Value(std::move(parts));
        }
        text.remove_prefix(at + separator.size());
    }
}

/// Checks whole numbers from the second argument on.
bool are_lengths(CallContext& context, Args args) {
    for (const Value& arg : args.subspan(1)) {
        if (arg.kind() != ValueKind::integer) {
            context.fail("expected a whole number, found " + std::string(to_string(arg.kind())));
            return false;
        }
        if (arg.integer() < 0) {
            context.fail("a length cannot be negative", "NegativeIntegerArgument");
            return false;
        }
    }
    return true;
}

Value substring(CallContext& context, Args args) {
    if (any_null(args) || !are_texts(context, args.first(1)) || !are_lengths(context, args)) {
        return {};
    }
    std::string_view text = args[0].text();
    text.remove_prefix(byte_of(text, static_cast<std::size_t>(args[1].integer())));
    if (args.size() > 2) {
        text = text.substr(0, byte_of(text, static_cast<std::size_t>(args[2].integer())));
    }
    return Value(std::string(text));
}

Value left(CallContext& context, Args args) {
    if (any_null(args) || !are_texts(context, args.first(1)) || !are_lengths(context, args)) {
        return {};
    }
    const std::string_view text = args[0].text();
    return Value(
        std::string(text.substr(0, byte_of(text, static_cast<std::size_t>(args[1].integer())))));
}

Value right(CallContext& context, Args args) {
    if (any_null(args) || !are_texts(context, args.first(1)) || !are_lengths(context, args)) {
        return {};
    }
    const std::string_view text = args[0].text();
    const std::size_t length = length_of(text);
    const std::size_t keep = std::min(length, static_cast<std::size_t>(args[1].integer()));
    return Value(std::string(text.substr(byte_of(text, length - keep))));
}

Value size(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::text:
            return Value(static_cast<std::int64_t>(length_of(args[0].text())));
        case ValueKind::list:
            return Value(static_cast<std::int64_t>(args[0].list().size()));
        default:
            return context.fail("size() takes a text or a list; of a path, use length()");
    }
}

Value to_text(CallContext& context, Args args) {
    switch (args[0].kind()) {
        case ValueKind::null:
            return {};
        case ValueKind::text:
            return args[0];
        case ValueKind::boolean:
            return Value(std::string(args[0].boolean() ? "true" : "false"));
        case ValueKind::date:
            return Value(to_string(args[0].date()));
        case ValueKind::integer:
        case ValueKind::real:
            return Value(text_of_number(args[0]));
        default:
            return context.fail("toString() takes a number, a text, a date or a boolean",
                                "InvalidArgumentValue");
    }
}

constexpr std::array functions{
    Function{"toString", 1, 1, to_text},
    Function{"toUpper", 1, 1, text_function<shift_case<'a', 'z', 'A' - 'a'>>, {}, text_kind},
    Function{"toLower", 1, 1, text_function<shift_case<'A', 'Z', 'a' - 'A'>>, {}, text_kind},
    Function{"trim", 1, 1, text_function<trim>, {}, text_kind},
    Function{"lTrim", 1, 1, text_function<trim_left>, {}, text_kind},
    Function{"rTrim", 1, 1, text_function<trim_right>, {}, text_kind},
    Function{"reverse", 1, 1, reverse, {}, kinds({ValueKind::text, ValueKind::list})},
    Function{"replace", 3, 3, replace, {}, text_kind},
    Function{"split", 2, 2, split, {}, text_kind},
    Function{"substring", 2, 3, substring, {}, text_kind},
    Function{"left", 2, 2, left, {}, text_kind},
    Function{"right", 2, 2, right, {}, text_kind},
    Function{"size", 1, 1, size, {}, kinds({ValueKind::text, ValueKind::list})}};

}  // namespace

std::span<const Function> text_functions() noexcept { return functions; }

/// Shortest decimal form that reads back as the same number; a real always shows that it is one.
std::string text_of_number(const Value& number) {
    std::array<char, 32> digits{};
    const auto end = number.kind() == ValueKind::integer
                         ? std::to_chars(digits.begin(), digits.end(), number.integer())
                         : std::to_chars(digits.begin(), digits.end(), number.real());
    std::string text(digits.begin(), end.ptr);
    if (number.kind() == ValueKind::real &&
        text.find_first_of(".en") == std::string::npos) {  // not in inf and nan
        text += ".0";
    }
    return text;
}

}  // namespace litigraph::query
