#include "utf8.hpp"

#include <cstdint>
#include <cstring>

namespace litigraph::ingest {

namespace {

bool is_between(char c, unsigned low, unsigned high) {
    const unsigned value = static_cast<unsigned char>(c);
    return low <= value && value <= high;
}

/// Length of the well-formed sequence at the start of `bytes`; 0 if there is none. The bounds on
/// the second byte keep out overlong forms, surrogates and code points past U+10FFFF.
std::size_t sequence_length(std::string_view bytes) {
    struct Form {
        unsigned first_low, first_high, second_low, second_high;
        std::size_t length;
    };
    static constexpr Form forms[] = {{0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                     {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3},
                                     {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
                                     {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4}};
    if (is_between(bytes[0], 0, 0x7F)) {
        return 1;
    }
    for (const Form& form : forms) {
        if (!is_between(bytes[0], form.first_low, form.first_high)) {
            continue;
        }
        if (bytes.size() < form.length ||
            !is_between(bytes[1], form.second_low, form.second_high)) {
            return 0;
        }
        for (std::size_t i = 2; i < form.length; ++i) {
            if (!is_between(bytes[i], 0x80, 0xBF)) {
                return 0;
            }
        }
        return form.length;
    }
    return 0;
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) noexcept {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::uint64_t word = 0;
        while (bytes.size() - at >= sizeof word) {
            std::memcpy(&word, bytes.data() + at, sizeof word);
            if ((word & high_bits) != 0) {
                break;
            }
            at += sizeof word;
        }
        if (at == bytes.size()) {
            break;
        }
        const std::size_t length = sequence_length(bytes.substr(at));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return at;
}

}  // namespace litigraph::ingest
