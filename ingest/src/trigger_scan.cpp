#include "trigger_scan.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace litigraph::ingest::detail {

namespace {

constexpr WordClasses wanted = classes_of(WordClass::trigger);

/// 0 for bytes that are in no word; letters of both cases alike, other word bytes as 27 and up.
constexpr std::array<std::uint8_t, 256> make_codes() {
    std::array<std::uint8_t, 256> codes{};
    for (unsigned c = 0; c < 26; ++c) {
        codes['a' + c] = static_cast<std::uint8_t>(c + 1);
        codes['A' + c] = static_cast<std::uint8_t>(c + 1);
    }
    for (unsigned c = '0'; c <= '9'; ++c) {
        codes[c] = 27;
    }
    codes['-'] = 28;
    return codes;
}
constexpr std::array<std::uint8_t, 256> codes = make_codes();

std::uint8_t code(char c) { return codes[static_cast<unsigned char>(c)]; }

}  // namespace

TriggerScan::TriggerScan(const WordTable& words) : words_(words) {
    for (std::uint32_t entry = 0; entry < words.size(); ++entry) {
        if ((words[entry].classes & wanted) != 0) {
            beginnings_.set(key_of(words[entry].text));
        }
    }
}

std::size_t TriggerScan::key_of(std::string_view word) {
    std::size_t key = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        key = key << 5U | (i < word.size() ? code(word[i]) : 0U);
    }
    return key;
}

bool TriggerScan::any(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        if (code(text[at]) == 0) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < text.size() && code(text[end]) != 0) {
            ++end;
        }
        std::string_view word = text.substr(at, end - at);
        at = end;
        while (word.ends_with('-')) {
            word.remove_suffix(1);
        }
        if (beginnings_.test(key_of(word)) && (words_[words_.find(word)].classes & wanted) != 0) {
            return true;
        }
    }
    return false;
}

}  // namespace litigraph::ingest::detail
