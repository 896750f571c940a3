#include "docket_number.hpp"

#include "text_hash.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace litigraph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_number(const std::string& part) { return std::ranges::all_of(part, is_digit); }

/// Runs of letters and digits, in small letters.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts(1);
    for (char c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (is_digit(c) || is_letter(c) || (c & 0x80) != 0) {
            parts.back().push_back(c);
        } else if (!parts.back().empty()) {
            parts.emplace_back();
        }
    }
    if (parts.back().empty()) {
        parts.pop_back();
    }
    return parts;
}

bool is_year(const std::string& part) {
    return (part.size() == 2 || part.size() == 4) && is_number(part);
}

/// Where year, kind of case and number stand in the form of US district courts: "24-cv-891".
std::size_t find_district_form(const std::vector<std::string>& parts) {
    for (std::size_t i = 0; i + 2 < parts.size() && i < 2; ++i) {
        if (is_year(parts[i]) && parts[i + 1].size() <= 4 &&
            std::ranges::all_of(parts[i + 1], is_letter) && is_number(parts[i + 2])) {
            return i;
        }
    }
    return parts.size();
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        text += part + '-';
    }
    return text;
}

}  // namespace

DocketKey docket_key(std::string_view docket_number) {
    if (docket_number.empty()) {
        return {};
    }
    const std::vector<std::string> parts = parts_of(docket_number);
    const std::size_t at = find_district_form(parts);
    if (at == parts.size()) {
        return {hash_of(joined(parts)) | 1U, 0};
    }
    const std::string year = parts[at].substr(parts[at].size() - 2);
    const std::string number =
        parts[at + 2].substr(std::min(parts[at + 2].find_first_not_of('0'), parts[at + 2].size()));
    return {hash_of(joined({year, parts[at + 1], number})) | 1U,
            at == 0 ? 0 : hash_of(parts[0]) | 1U};
}

}  // namespace litigraph
