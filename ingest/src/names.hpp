/// \file
/// Names that are known beforehand: agencies, governments, places, media.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace litigraph::ingest::detail {

enum class NameKind : std::uint8_t { agency, government, place, media, court, company, other };

std::optional<NameKind> name_kind_from_string(std::string_view name);

struct KnownName {
    NameKind kind = NameKind::other;
    std::string_view common_name;
};

/// From the exact spelling of a name to what it is.
class NameTable {
  public:
    void add(std::string_view name, KnownName known);
    const KnownName* find(std::string_view name) const;
    /// As many words as the longest known name has that begins with this word; 0 if none does.
    std::size_t longest_from(std::string_view first_word) const;

  private:
    std::unordered_map<std::string_view, KnownName> names_;
    std::unordered_map<std::string_view, std::size_t> first_words_;
};

}  // namespace litigraph::ingest::detail
