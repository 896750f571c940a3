/// \file
/// A court as words describe it ("federal court", "in Marshall", "Texas"), and which court that is.
#pragma once

#include "court_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest::detail {

/// Which court, as far as the words say.
struct CourtAnswer {
    std::string id;                       ///< Empty if the words fit no one court.
    std::vector<std::string> candidates;  ///< When ambiguous, the likeliest first.
    std::string jurisdiction;             ///< Code of the region; empty if none is named.
    bool city_default = false;            ///< Chosen by the city alone, no court was named.
};

/// Everything that the words of one phrase say. Filled word by word.
struct CourtDescription {
    enum Flag : std::uint32_t {
        federal = 1U << 0U,
        state = 1U << 1U,
        bankruptcy = 1U << 2U,
        appeals = 1U << 3U,
        supreme = 1U << 4U,
        superior = 1U << 5U,
        circuit = 1U << 6U,
        district = 1U << 7U,   ///< "district court", "district judge"
        districts = 1U << 8U,  ///< "district of": names a US district
        patent = 1U << 9U,
        upc = 1U << 10U,
        central = 1U << 11U,
        high = 1U << 12U,
        chancery = 1U << 13U,
        united_states = 1U << 14U,
        county = 1U << 15U,
        court = 1U << 16U,  ///< Any word for a court or judge.
        panel = 1U << 17U,
        council = 1U << 18U,
        common_trial = 1U << 19U,  ///< A kind of court that only states have.
        people = 1U << 20U,        ///< "People's Court"
    };
    std::uint32_t flags = 0;
    char direction = 0;         ///< 'n', 's', 'e', 'w', 'm' or 'c' of a district.
    char division = 0;          ///< The same of a division, which may only repeat it.
    int ordinal = 0;            ///< Of a circuit or district; 0 if none.
    std::string_view locality;  ///< The county's name, folded; empty if none.
    const Region* country = nullptr;
    const Region* region = nullptr;  ///< A state of the US.
    std::vector<const CourtTable::Meaning*> places;

    bool has(std::uint32_t flag) const noexcept { return (flags & flag) != 0; }
};

/// What one folded word adds to a description; false if it is no word of court names.
bool add_court_word(std::string_view word, CourtDescription& description) noexcept;

/// 'n' for "northern", "north", "n"; 0 for other words.
char direction_of(std::string_view word) noexcept;
/// 9 for "ninth" and "9th"; 0 for other words.
int ordinal_of(std::string_view word) noexcept;

/// What surrounds the words.
struct CourtContext {
    /// Patent, copyright, trademark, antitrust, securities: cases that US federal courts hear.
    bool federal_subject = false;
    std::string_view dateline;  ///< What "here" stands for: "Columbus, Ohio"; empty if nothing.
    std::string_view country;   ///< Region code where a bare "High Court" would be; empty if none.
    const CourtTable* courts = &CourtTable::built_in();  ///< Never null.
};

/// Which court is described. Empty if the words name neither court nor region.
CourtAnswer court_of(const CourtDescription& description, const CourtContext& context);

/// The US district court of a state and direction; null if there is none.
const Court* district_court(const Region& state, char direction) noexcept;

/// "edtx", "sdny", "dnj": direction if the state has several, district, state; null for other
/// words.
const Court* district_by_acronym(std::string_view word, const CourtTable& courts);

}  // namespace litigraph::ingest::detail
