/// \file
/// Docket and patent numbers, as courts and offices write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

struct LegalNumber {
    std::uint32_t begin = 0;  ///< Byte offsets into the text searched.
    std::uint32_t end = 0;
    std::string number;
};

/// "2:23-cv-00456" (judges' initials left off), "337-TA-1380", "IPR2024-01234", "C-123/45".
/// O(bytes).
std::vector<LegalNumber> find_docket_numbers(std::string_view text);

/// Patents: "US9999001", "EP3999111", "GB2415714", "USD618677", and "'001" where only the last
/// digits are given. Plain numbers count only after a word for a patent. O(bytes).
std::vector<LegalNumber> find_patent_numbers(std::string_view text);

}  // namespace litigraph::ingest::detail
