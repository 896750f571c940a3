/// \file
/// What is known of courts: their names, the places they sit in, the regions they serve.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace litigraph::ingest::detail {

struct Court {
    std::string_view id;
    std::string_view name;
    std::string_view kind;          ///< "us-district", "nat-trial", "regulator", ...
    std::string_view jurisdiction;  ///< Code of a region, "INTL", ...
    std::string_view city;
};

/// A country, state or the like.
struct Region {
    std::string_view code;  ///< ISO 3166 ("DE", "US-TX") or "EU".
    std::string_view name;
    std::vector<const Court*> districts;  ///< US federal district courts.
};

/// A city, or a part of one, with its courts by cue ("federal", "trial", "upc", ...).
struct CourtPlace {
    std::string_view name;
    const Region* region = nullptr;
    std::string_view courts;  ///< "federal=txed state=us-tx-distct-harrison"

    /// Ids under a cue, split by commas, the likeliest first; empty if there is none.
    std::string_view under(std::string_view cue) const noexcept;
};

/// How a state forms the ids of its courts of one kind.
struct StateCourtRule {
    std::string_view region;
    std::string_view words;      ///< All must occur in the name, split by spaces.
    std::string_view statewide;  ///< Id of a name without locality; empty if there is none.
    std::string_view prefix;     ///< Of ids with locality; empty: `statewide` serves all.
    std::size_t letters = 15;    ///< Most letters of the locality in an id.
};

/// Allows look-up by string_view in a map of strings.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

/// The files of a court table, each in parts.
struct CourtTexts {
    using Text = std::vector<std::string_view>;
    Text regions, courts_us, courts_world, court_places, state_courts;
};

/// Immutable once made.
class CourtTable {
  public:
    /// Of the compiled-in tables; made once.
    static const CourtTable& built_in();
    static CourtTexts built_in_texts();

    /// A later row of a court's id or names wins. The texts are borrowed. O(bytes).
    explicit CourtTable(const CourtTexts& texts);

    /// Null if there is no such court.
    const Court* find(std::string_view id) const noexcept;

    /// What a folded phrase may name.
    struct Meaning {
        const Court* court = nullptr;  ///< A name or alias of it.
        bool acronym = false;          ///< Short, all capitals: needs them, and a legal word.
        const Region* region = nullptr;
        bool abbreviation = false;              ///< `region` by an abbreviation ("Cal").
        std::vector<const CourtPlace*> places;  ///< Homonyms, the likeliest first.
    };
    const Meaning* meaning(std::string_view phrase) const noexcept;

    /// FoldedWords of the longest phrase that begins with `word`; 0 if none does.
    std::size_t longest(std::string_view word) const noexcept;

    const Region* region(std::string_view code) const noexcept;
    std::span<const StateCourtRule> state_rules() const noexcept { return state_rules_; }
    /// An id that the rules do not give; empty if there is none. Key: "region words locality".
    std::string_view irregular(std::string_view key) const noexcept;

  private:
    using Text = CourtTexts::Text;

    Meaning& add(std::string_view phrase);
    void add_regions(const Text& text);
    void add_courts(const Text& text);
    void add_names(const Court& court, std::string_view aliases);
    void add_places(const Text& text);
    void add_state_rules(const Text& text);

    std::vector<std::unique_ptr<Court>> courts_;
    std::vector<std::unique_ptr<Region>> regions_;
    std::vector<std::unique_ptr<CourtPlace>> places_;
    std::vector<StateCourtRule> state_rules_;
    StringMap<const Court*> by_id_;
    StringMap<Region*> by_code_;
    StringMap<std::string_view> irregular_;
    StringMap<Meaning> meanings_;
    StringMap<std::size_t> longest_;
};

}  // namespace litigraph::ingest::detail
