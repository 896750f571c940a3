/// \file
/// Docket numbers as articles write them, made comparable.
#pragma once

#include <cstdint>
#include <string_view>

namespace litigraph {

/// "1:24-cv-00891-RGA" and "24-cv-891" have equal numbers; the first has an office, too. Zero is
/// what is not told.
struct DocketKey {
    std::uint64_t number = 0;
    std::uint64_t office = 0;
};

DocketKey docket_key(std::string_view docket_number);

}  // namespace litigraph
