#include "entities.hpp"

#include <algorithm>

// What the words of a name and those around it say of its bearer.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

template <std::size_t size>
bool is_one_of(std::string_view word, const std::string_view (&list)[size]) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// "Clean Air Act", "Chapter 11"
bool is_law(const TokenView& view, TokenRange name) {
    constexpr std::string_view laws[] = {"act",          "agreement",  "amendment", "code",
                                         "constitution", "convention", "directive", "protocol",
                                         "regulation",   "treaty"};
    constexpr std::string_view parts[] = {"article",  "chapter", "exhibit", "rule",
                                          "schedule", "section", "title"};
    const std::string last = lower_case(view.bytes(name.last - 1));
    return is_one_of(last, laws) || last == "no" || last == "nos" ||  // "Patent Nos. 1 and 2"
           (view.shape(name.last - 1) == TokenShape::number && name.size() == 2 &&
            is_one_of(lower_case(view.bytes(name.first)), parts));
}

NameKind kind_of_word(const TokenView& view, TokenRange name, std::uint32_t token) {
    constexpr std::string_view papers[] = {"times",   "journal", "news",      "herald",  "tribune",
                                           "gazette", "daily",   "chronicle", "magazine"};
    const std::string word = lower_case(view.bytes(token));
    const bool at_end = token + 1 == name.last;
    if (view.has(token, classes_of(agency_noun)) && (at_end || token == name.first) &&
        name.size() > 1) {
        return NameKind::agency;
    }
    const bool is_bench = at_end && token > name.first && word == "division" &&
                          (view.is_mark(token - 1, "Chancery") || view.is_mark(token - 1, "Bench"));
    if (is_bench) {
        return NameKind::court;
    }
    if (word == "board" && token + 1 < name.last && view.is_mark(token + 1, "of")) {
        return NameKind::agency;  // "Board of Education"
    }
    if (view.has(token, classes_of(court)) && !view.has(token, classes_of(office, agency_noun))) {
        return NameKind::court;
    }
    return (at_end || token == name.first) && is_one_of(word, papers) ? NameKind::media
                                                                      : NameKind::company;
}

PartyKind party_kind_of_word(const TokenView& view, TokenRange name, std::uint32_t token) {
    constexpr std::string_view schools[] = {"university", "college", "institute"};
    constexpr std::string_view bodies[] = {"city",    "county",   "state",        "town",
                                           "village", "republic", "commonwealth", "kingdom"};
    const std::string word = lower_case(view.bytes(token));
    if (is_one_of(word, schools)) {
        return PartyKind::university;
    }
    const bool heads_of = token == name.first && name.size() > 2 && view.is_mark(token + 1, "of");
    const bool is_county = token + 1 == name.last && token > name.first && word == "county";
    if ((heads_of && is_one_of(word, bodies)) || is_county) {
        return PartyKind::government;
    }
    return token > name.first && view.has(token, classes_of(legal_form)) ? PartyKind::company
                                                                         : PartyKind::unknown;
}

/// Whether the words are the first of the key, but not all.
bool is_beginning(std::string_view words, std::string_view key) {
    return key.size() > words.size() && key.starts_with(words) && key[words.size()] == ' ';
}

}  // namespace

bool is_titled_form(std::string_view form) {
    constexpr std::string_view titles[] = {"Dame",     "Dr",    "King", "Lady", "Lord",
                                           "Mr",       "Mrs",   "Ms",   "Pope", "Prince",
                                           "Princess", "Queen", "Sir"};
    std::string_view first = form.substr(0, form.find(' '));
    first.remove_suffix(first.ends_with('.') ? 1 : 0);
    return first.size() < form.size() && is_one_of(first, titles);
}

TokenRange EntityTable::without_legal_form(TokenRange name) const {
    while (name.size() > 1 && view_.has(name.last - 1, classes_of(legal_form))) {
        --name.last;
        while (name.size() > 1 && view_.is_punctuation(name.last - 1)) {
            --name.last;
        }
    }
    if (name.size() > 1 &&
        (view_.is_mark(name.last - 1, "and") || view_.is_mark(name.last - 1, "&"))) {
        --name.last;  // "Tiffany and Co"
    }
    return name;
}

std::string EntityTable::key_of(TokenRange name) const {
    name = without_legal_form(name);
    std::string key;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        if (view_.is_punctuation(i) && view_.bytes(i) != "&") {
            continue;
        }
        if (!key.empty()) {
            key.push_back(' ');
        }
        key += lower_case(view_.bytes(i));
    }
    if (key.ends_with(".com") && key.size() > 6) {
        key.resize(key.size() - 4);
    }
    return key;
}

std::uint32_t EntityTable::note(TokenRange name) {
    std::string key = key_of(name);
    if (key.size() < 2) {
        return no_index;
    }
    const auto [found, is_new] =
        spelling_by_key_.try_emplace(key, static_cast<std::uint32_t>(spellings_.size()));
    if (is_new) {
        Spelling made;
        made.key = std::move(key);
        made.words =
            static_cast<std::uint32_t>(std::count(made.key.begin(), made.key.end(), ' ')) + 1;
        made.first_token = name.first;
        made.order = found->second;
        made.is_shouted = view_.shape(name.first) == TokenShape::all_caps;
        spellings_.push_back(std::move(made));
    }
    Spelling& spelling = spellings_[found->second];
    ++spelling.uses;
    spelling.uses_as_place += is_place_here(name);
    spelling.uses_as_owned += name.first > 0 && (view_.is_possessive_mark(name.first - 1) ||
                                                 view_.has(name.first - 1, classes_of(possessive)));
    spelling.is_unit = spelling.is_unit || is_named_unit(name);
    spelling.litigates = spelling.litigates || litigates(name);
    read_words(spelling, name);
    read_words_before(spelling, name);
    read_words_after(spelling, name);
    note_form(spelling, name);
    return found->second;
}

bool EntityTable::has_noted(std::string_view key) const {
    return std::ranges::any_of(spellings_, [&](const Spelling& noted) {
        return noted.key == key || (noted.is_company && is_beginning(key, noted.key));
    });
}

std::uint32_t EntityTable::note_given_name(TokenRange given, std::uint32_t surname) {
    const std::string form =
        std::string(view_.bytes(given)) + ' ' + std::string(view_.bytes(surname));
    const auto [found, is_new] = spelling_by_key_.try_emplace(
        lower_case(form), static_cast<std::uint32_t>(spellings_.size()));
    if (is_new) {
        Spelling made;
        made.key = found->first;
        made.words = 2;
        made.first_token = given.first;
        made.order = found->second;
        made.forms.push_back(form);
        made.counts.push_back(0);
        spellings_.push_back(std::move(made));
    }
    Spelling& spelling = spellings_[found->second];
    ++spelling.uses;
    ++spelling.counts.front();
    spelling.is_person = spelling.reads_like_person = true;
    return found->second;
}

void EntityTable::note_form(Spelling& spelling, TokenRange name) const {
    const TokenRange bare = without_legal_form(name);
    const auto add = [&](std::string_view form, std::uint32_t count) {
        const auto seen = std::find(spelling.forms.begin(), spelling.forms.end(), form);
        if (seen == spelling.forms.end()) {
            spelling.forms.emplace_back(form);
            spelling.counts.push_back(count);
        } else {
            spelling.counts[static_cast<std::size_t>(seen - spelling.forms.begin())] += count;
        }
    };
    if (bare.last != name.last) {
        add(view_.bytes(name), 0);
    }
    std::uint32_t title = name.first;
    title -= title > 1 && view_.is_mark(title - 1, ".") ? 1 : 0;
    title -= title > 0 ? 1 : 0;
    const std::string_view titled = view_.bytes(TokenRange{title, name.last});
    if (name.size() == 1 && is_titled_form(titled)) {
        add(titled, 1);
    }
    add(view_.bytes(bare), 1);
}

void EntityTable::read_words(Spelling& spelling, TokenRange name) const {
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        if (const NameKind kind = kind_of_word(view_, name, i); kind != NameKind::company) {
            spelling.kind = kind;
        }
        if (const PartyKind kind = party_kind_of_word(view_, name, i); kind != PartyKind::unknown) {
            spelling.party_kind = kind;
        }
        const bool inside = i > name.first;
        spelling.has_form = spelling.has_form || (inside && view_.has(i, classes_of(legal_form)));
        spelling.is_company = spelling.is_company || spelling.has_form || view_.is_mark(i, "&") ||
                              (inside && view_.has(i, classes_of(company_word, org_noun)));
        const bool is_initial = i + 1 < name.last && view_.bytes(i).size() == 1 &&
                                view_.shape(i) == TokenShape::all_caps;
        spelling.is_person = spelling.is_person || is_initial;
    }
    if (is_law(view_, name)) {
        spelling.kind = NameKind::other;
    }
    spelling.is_product = name.size() > 1 && view_.has(name.last - 1, classes_of(product_noun));
    const bool given =
        spelling.words >= 2 && spelling.words <= 4 && view_.has(name.first, classes_of(given_name));
    spelling.reads_like_person = spelling.is_person || given;
    spelling.is_person = spelling.reads_like_person && !spelling.is_company;
}

/// Titles. A judge is no party, nor a lawyer who speaks or files for one.
void EntityTable::read_words_before(Spelling& spelling, TokenRange name) const {
    if (name.first == 0) {
        return;
    }
    std::uint32_t before = name.first - 1;
    spelling.is_counsel = spelling.is_counsel || (before > 0 && view_.is_mark(before, "firm") &&
                                                  view_.is_mark(before - 1, "law"));
    before -= before > 0 && view_.is_mark(before, ".");
    before -= before > 0 && view_.is_mark(before, "General");
    const std::string word = lower_case(view_.bytes(before));
    constexpr std::string_view honorifics[] = {
        "mr", "mrs", "ms", "dr", "sir", "professor", "prince", "princess", "lord", "lady", "dame"};
    if (is_one_of(word, honorifics)) {
        spelling.is_person = true;
        return;
    }
    if (!view_.has(before, classes_of(office)) || spelling.is_company) {
        return;
    }
    constexpr std::string_view advocates[] = {"attorney", "lawyer", "counsel", "solicitor",
                                              "barrister"};
    spelling.is_counsel =
        spelling.is_counsel || (is_one_of(word, advocates) && before + 1 == name.first);
    constexpr std::string_view deciders[] = {"judge", "justice", "magistrate"};
    constexpr std::string_view speakers[] = {"analyst",     "attorney",     "lawyer",   "spokesman",
                                             "spokeswoman", "spokesperson", "reporter", "counsel",
                                             "solicitor",   "barrister"};
    const auto size = static_cast<std::uint32_t>(view_.document.tokens.size());
    const bool acts = name.last < size && view_.has(name.last, any_verb);
    const bool files = before > 0 && (view_.is_mark(before - 1, "by") ||
                                      (before > 1 && view_.is_mark(before - 2, "by")));
    spelling.is_person = true;
    if (is_one_of(word, deciders) || (is_one_of(word, speakers) && (acts || files))) {
        spelling.kind = NameKind::other;
    }
}

/// Appositions: ", an analyst at", ", a lawyer for". A former one may well be a party.
void EntityTable::read_words_after(Spelling& spelling, TokenRange name) const {
    constexpr std::string_view bystanders[] = {
        "analyst", "attorney", "lawyer", "spokesman", "spokeswoman", "spokesperson", "reporter"};
    constexpr std::string_view officers[] = {"director",  "engineer", "exec",    "executive",
                                             "head",      "manager",  "officer", "partner",
                                             "president", "principal"};
    const auto size = static_cast<std::uint32_t>(view_.document.tokens.size());
    if (!view_.is_mark(name.last, ",") || spelling.is_company) {
        return;
    }
    for (std::uint32_t i = name.last + 1; i < std::min(size, name.last + 6); ++i) {
        if (view_.is_punctuation(i) || view_.is_mark(i, "former") ||
            view_.has(i, any_verb | classes_of(be, have, do_, modal, preposition))) {
            return;
        }
        if (is_one_of(view_.bytes(i), bystanders)) {
            spelling.kind = NameKind::other;
            spelling.is_person = true;
            return;
        }
        const bool is_trader =
            view_.has(name.last + 1, classes_of(determiner)) &&
            view_.has(i, classes_of(company_noun)) && i + 1 < size &&
            (view_.is_punctuation(i + 1) || view_.has(i + 1, classes_of(preposition, relative)));
        spelling.is_company = spelling.is_company || is_trader;  // "X, a rival maker of Y"
        const bool holds_office = is_one_of(view_.bytes(i), officers) && i + 1 < size &&
                                  (view_.is_mark(i + 1, "at") || view_.is_mark(i + 1, "of"));
        spelling.is_person = spelling.is_person || holds_office;
        spelling.reads_like_person = spelling.reads_like_person || holds_office;
    }
}

/// "its subsidiary Lumenar Labs" is not Lumenar, nor is "Lumenar Labs, the chip unit of Lumenar".
bool EntityTable::is_named_unit(TokenRange name) const {
    constexpr std::uint32_t most_words = 4;
    const std::uint32_t begin = name.first > 3 ? name.first - 3 : 0;
    for (std::uint32_t i = name.first; i > begin; --i) {
        if (view_.has(i - 1, classes_of(unit_noun))) {
            return true;
        }
        if (view_.is_punctuation(i - 1) && !view_.is_mark(i - 1, ",")) {
            break;
        }
    }
    const auto tokens = static_cast<std::uint32_t>(view_.document.tokens.size());
    if (name.last + 1 >= tokens || !view_.is_mark(name.last, ",") ||
        !view_.has(name.last + 1, classes_of(determiner))) {
        return false;
    }
    for (std::uint32_t i = name.last + 2; i < std::min(tokens, name.last + 2 + most_words); ++i) {
        if (view_.has(i, classes_of(unit_noun)) || view_.is_punctuation(i)) {
            return view_.has(i, classes_of(unit_noun));
        }
    }
    return false;
}

/// "in Oakmere", "of Glenford, Ill.", "a Glenford, Illinois-based firm"
/// "Oakmere" in "Oakmere, Ohio"
bool EntityTable::is_in_region(TokenRange name) const {
    const auto size = static_cast<std::uint32_t>(view_.document.tokens.size());
    if (name.last + 1 >= size || !view_.is_mark(name.last, ",") ||
        !view_.is_capital(name.last + 1)) {
        return false;
    }
    const bool stops = name.last + 2 < size && view_.is_mark(name.last + 2, ".");
    const KnownName* region =
        view_.tables.names.find(view_.bytes(TokenRange{name.last + 1, name.last + 2 + stops}));
    return region != nullptr &&
           (region->kind == NameKind::government || region->kind == NameKind::place);
}

/// "Oakmere" in "Oakmere, Ohio-based Zephra" and "the Oakmere, Ohio, maker": only tells where the
/// one named next is.
bool EntityTable::is_seat_of_next(TokenRange name) const {
    constexpr std::uint32_t longest_region = 5;  // tokens of "Ill.-based"
    const auto size = static_cast<std::uint32_t>(view_.document.tokens.size());
    const bool may_be =
        name.last + 1 < size && view_.is_mark(name.last, ",") && view_.is_capital(name.last + 1);
    for (std::uint32_t i = name.last + 1;
         may_be && i < std::min(name.last + 1 + longest_region, size); ++i) {
        const bool is_split = view_.is_mark(i, "based") && view_.is_mark(i - 1, "-");
        if (is_split || view_.bytes(i).ends_with("-based")) {
            return true;
        }
    }
    return may_be && name.first > 0 && view_.has(name.first - 1, classes_of(determiner)) &&
           is_in_region(name);
}

bool EntityTable::is_place_here(TokenRange name) const {
    if (name.first == 0) {
        return false;
    }
    if (view_.is_mark(name.first - 1, "in") || view_.is_mark(name.first - 1, "near")) {
        return name.last == view_.document.tokens.size() || !view_.is_possessive_mark(name.last);
    }
    return is_seat_of_next(name) ||
           (view_.has(name.first - 1, classes_of(preposition, determiner, possessive)) &&
            is_in_region(name));
}

bool EntityTable::litigates(TokenRange name) const {
    const auto size = static_cast<std::uint32_t>(view_.document.tokens.size());
    const std::uint32_t sue = view_.tables.words.find("sue");
    const auto sues = [&](std::uint32_t token) {
        const std::uint32_t word = view_.document.tokens[token].word;
        return word != 0 && view_.tables.words[word].lemma == sue;
    };
    if (is_seat_of_next(name)) {
        return false;
    }
    std::uint32_t next = name.last;
    while (next < size && view_.has(next, classes_of(be, have, adverb))) {
        ++next;
    }
    if (next < size && (sues(next) || view_.is_mark(next, "v") || view_.is_mark(next, "vs"))) {
        return true;
    }
    const bool files = view_.is_mark(next, "filed") || view_.is_mark(next, "files");
    for (std::uint32_t i = next + 1; files && i < std::min(size, next + 5); ++i) {
        if (view_.has(i, classes_of(suit))) {
            return true;
        }
    }
    std::uint32_t before = name.first;
    before -= before > 0 && view_.has(before - 1, classes_of(determiner));
    before -= before > 1 && view_.is_mark(before - 1, ".") && view_.is_mark(before - 2, "v");
    if (before > 1 && view_.is_mark(before - 1, "by") && sues(before - 2)) {
        return true;
    }
    before -= before > 1 && view_.has(before - 1, classes_of(role, title, office));
    return before > 0 && (view_.is_mark(before - 1, "against") || view_.is_mark(before - 1, "v") ||
                          sues(before - 1));
}

}  // namespace litigraph::ingest::detail
