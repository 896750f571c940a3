#include "court_table.hpp"

#include "fields.hpp"
#include "folded_words.hpp"
#include "litigraph_court_places.hpp"
#include "litigraph_courts_us.hpp"
#include "litigraph_courts_world.hpp"
#include "litigraph_regions.hpp"
#include "litigraph_state_courts.hpp"

#include <algorithm>
#include <charconv>

namespace litigraph::ingest::detail {
namespace {

// All-capital names of up to five letters are also names of other things.
bool is_acronym(std::string_view alias) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    return alias.size() <= 5 && std::ranges::all_of(alias, upper);
}

// "northern district of texas": what follows the court's generic name, in several forms.
std::string_view district_name(std::string_view name) {
    const std::size_t at = name.find(" for the ");
    return at == std::string_view::npos ? std::string_view{} : name.substr(at + 9);
}

}  // namespace

std::string_view CourtPlace::under(std::string_view cue) const noexcept {
    for (std::string_view rest = courts; !rest.empty();) {
        const std::string_view entry = take_field(rest, ' ');
        if (entry.size() > cue.size() && entry.starts_with(cue) && entry[cue.size()] == '=') {
            return entry.substr(cue.size() + 1);
        }
    }
    return {};
}

const CourtTable& CourtTable::built_in() {
    static const CourtTable table(built_in_texts());
    return table;
}

CourtTexts CourtTable::built_in_texts() {
    const auto parts = [](const auto& text) {
        return CourtTexts::Text(std::begin(text), std::end(text));
    };
    return {parts(regions_text), parts(courts_us_text), parts(courts_world_text),
            parts(court_places_text), parts(state_courts_text)};
}

CourtTable::CourtTable(const CourtTexts& texts) {
    meanings_.reserve(4096);
    add_regions(texts.regions);
    add_courts(texts.courts_us);
    add_courts(texts.courts_world);
    add_places(texts.court_places);
    add_state_rules(texts.state_courts);
}

CourtTable::Meaning& CourtTable::add(std::string_view phrase) {
    std::string key = folded_phrase(phrase);
    const std::string first = key.substr(0, key.find(' '));
    const auto spaces = static_cast<std::size_t>(std::ranges::count(key, ' '));
    std::size_t& longest = longest_[first];
    longest = std::max(longest, spaces + 1);
    return meanings_[std::move(key)];
}

void CourtTable::add_regions(const Text& text) {
    for_each_row(text, [this](std::string_view row) {
        auto region = std::make_unique<Region>();
        region->code = take_field(row, '\t');
        region->name = take_field(row, '\t');
        add(region->name).region = region.get();
        for (std::string_view forms = take_field(row, '\t'); !forms.empty();) {
            add(take_field(forms, '|')).region = region.get();
        }
        for (std::string_view forms = take_field(row, '\t'); !forms.empty();) {
            Meaning& meaning = add(take_field(forms, '|'));
            meaning.abbreviation = meaning.region == nullptr;
            meaning.region = region.get();
        }
        by_code_[std::string(region->code)] = region.get();
        regions_.push_back(std::move(region));
    });
}

void CourtTable::add_courts(const Text& text) {
    for_each_row(text, [this](std::string_view row) {
        auto court = std::make_unique<Court>();
        court->id = take_field(row, '\t');
        court->name = take_field(row, '\t');
        court->kind = take_field(row, '\t');
        court->jurisdiction = take_field(row, '\t');
        court->city = take_field(row, '\t');
        add_names(*court, row);
        if (const auto region = by_code_.find(court->jurisdiction);
            court->kind == "us-district" && region != by_code_.end()) {
            region->second->districts.push_back(court.get());
        }
        by_id_[std::string(court->id)] = court.get();
        courts_.push_back(std::move(court));
    });
}

void CourtTable::add_names(const Court& court, std::string_view aliases) {
    add(court.name).court = &court;
    if (court.kind == "us-district") {
        if (const std::string_view district = district_name(court.name); !district.empty()) {
            add(district).court = &court;
        }
    }
    while (!aliases.empty()) {
        const std::string_view alias = take_field(aliases, '|');
        if (alias.empty()) {
            continue;
        }
        Meaning& meaning = add(alias);
        meaning.court = &court;
        meaning.acronym = is_acronym(alias);
    }
}

void CourtTable::add_places(const Text& text) {
    for_each_row(text, [this](std::string_view row) {
        auto place = std::make_unique<CourtPlace>();
        place->name = take_field(row, '\t');
        take_field(row, '\t');  // the rows of one name stand in the order of this column
        const auto region = by_code_.find(take_field(row, '\t'));
        place->region = region == by_code_.end() ? nullptr : region->second;
        place->courts = row;
        add(place->name).places.push_back(place.get());
        places_.push_back(std::move(place));
    });
}

void CourtTable::add_state_rules(const Text& text) {
    for_each_row(text, [this](std::string_view row) {
        StateCourtRule rule;
        rule.region = take_field(row, '\t');
        rule.words = take_field(row, '\t');
        rule.statewide = take_field(row, '\t');
        rule.prefix = take_field(row, '\t');
        const std::string_view letters = take_field(row, '\t');
        std::from_chars(letters.data(), letters.data() + letters.size(), rule.letters);
        for (std::string_view rest = row; !rest.empty();) {
            std::string_view pair = take_field(rest, ' ');
            const std::string_view locality = take_field(pair, '=');
            irregular_[std::string(rule.region) + ' ' + std::string(rule.words) + ' ' +
                       std::string(locality)] = pair;
        }
        state_rules_.push_back(rule);
    });
}

const Court* CourtTable::find(std::string_view id) const noexcept {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
}

const CourtTable::Meaning* CourtTable::meaning(std::string_view phrase) const noexcept {
    const auto found = meanings_.find(phrase);
    return found == meanings_.end() ? nullptr : &found->second;
}

std::size_t CourtTable::longest(std::string_view word) const noexcept {
    const auto found = longest_.find(word);
    return found == longest_.end() ? 0 : found->second;
}

const Region* CourtTable::region(std::string_view code) const noexcept {
    const auto found = by_code_.find(code);
    return found == by_code_.end() ? nullptr : found->second;
}

std::string_view CourtTable::irregular(std::string_view key) const noexcept {
    const auto found = irregular_.find(key);
    return found == irregular_.end() ? std::string_view{} : found->second;
}

}  // namespace litigraph::ingest::detail
