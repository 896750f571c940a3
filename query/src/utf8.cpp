#include "utf8.hpp"

#include "width_ranges.hpp"
#include <litigraph/query/render.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>

namespace litigraph::query {
namespace detail {
namespace {

constexpr CodePoint broken{0xFFFD, 1, false};

bool is_in(std::span<const CodePointRange> ranges, char32_t code) noexcept {
    const auto after = std::ranges::upper_bound(ranges, code, {}, &CodePointRange::first);
    return after != ranges.begin() && code <= std::prev(after)->last;
}

bool is_control(char32_t code) noexcept { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

// Marks that reorder what follows them: a name could otherwise be shown backwards.
bool is_direction_mark(char32_t code) noexcept {
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

std::string escaped(char32_t code) {
    switch (code) {
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            break;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = code < 0x100 ? "\\x" : "\\u";
    for (int shift = code < 0x100 ? 4 : 12; shift >= 0; shift -= 4) {
        result += digits[(code >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return result;
}

template <class Replace>
std::string rewritten(std::string_view text, Replace replace) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        if (point.is_valid) {
            result += replace(point.value, text.substr(i, point.length));
        } else {
            result += "\uFFFD";
        }
        i += point.length;
    }
    return result;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t position) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[position + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return {lead, 1, true};
    }
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - position < length) {
        return broken;
    }
    char32_t value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return broken;
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[length] || value > 0x10FFFF || is_surrogate) {
        return broken;
    }
    return {value, length, true};
}

std::size_t width_of(char32_t code) noexcept {
    if (code < 0x300) {
        return 1;
    }
    return is_in(zero_width, code) ? 0 : is_in(double_width, code) ? 2 : 1;
}

std::string made_visible(std::string_view text) {
    return rewritten(text, [](char32_t code, std::string_view bytes) {
        return is_control(code) || is_direction_mark(code) ? escaped(code) : std::string(bytes);
    });
}

std::string made_valid(std::string_view text) {
    return rewritten(text, [](char32_t, std::string_view bytes) { return bytes; });
}

}  // namespace detail

std::size_t display_width(std::string_view text) noexcept {
    using namespace detail;
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        if (is_control(point.value) || is_direction_mark(point.value)) {
            const bool is_short = point.value == '\n' || point.value == '\r' || point.value == '\t';
            width += is_short ? 2 : point.value < 0x100 ? 4 : 6;
        } else {
            width += width_of(point.value);
        }
        i += point.length;
    }
    return width;
}

}  // namespace litigraph::query
