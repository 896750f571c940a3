#include "court_words.hpp"

namespace litigraph::ingest::detail {

void CourtWords::add_place(std::size_t i, CourtDescription& description) const {
    const CourtTable::Meaning& meaning = *items_[i].meaning;
    const Region* region = meaning.region;
    const bool both = region != nullptr && !meaning.places.empty();
    const bool elsewhere = both && meaning.places.front()->region != region;
    const bool of_state = description.direction != 0 || description.has(CourtDescription::state);
    if (!meaning.places.empty() && !(elsewhere && of_state)) {
        description.places.push_back(&meaning);
    }
    const bool after_place = gap(i) == ',';  // "Tacoma, Washington"
    if (region == nullptr ||
        (elsewhere && !of_state && description.places.size() <= 1 && !after_place)) {
        return;
    }
    if (region->code == "US") {
        description.flags |= CourtDescription::united_states;
    }
    if (region->code.starts_with("US-")) {
        description.region = description.region == nullptr ? region : description.region;
    } else if (description.country == nullptr || description.country->code == "EU") {
        description.country = region;
    }
}

}  // namespace litigraph::ingest::detail
