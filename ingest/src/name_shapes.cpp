#include "name_shapes.hpp"

#include <algorithm>

// A name is a run of capitalised words. What is left to decide is whether the first word of a
// sentence belongs to it, which small words it may hold ("Bank of X", "Eduardo de los Y"), and
// where the next name begins ("Texas Monday", "X Chief Executive Y").

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

constexpr WordClasses ordinary =
    never_name | any_verb |
    classes_of(suit, weak_suit, court, group, company_noun, role, title, nationality, common,
               undirected, hypothetical, new_case, outcome, unit_noun);

/// "Sh100", "N1.04trn", "Rs2bn": a currency, figures and perhaps a measure.
bool is_sum(std::string_view word) {
    const std::size_t digit = std::min(word.find_first_of("0123456789"), word.size());
    const std::size_t after = std::min(word.find_first_not_of("0123456789.,", digit), word.size());
    const std::string_view measure = word.substr(after);
    constexpr std::string_view measures[] = {"m", "mn", "bn", "tn", "trn"};
    constexpr std::string_view currencies[] = {"EUR", "KSh", "Ksh", "Rs", "Sh", "USD"};
    const auto is_one = [](const auto& words, std::string_view asked) {
        return std::find(std::begin(words), std::end(words), asked) != std::end(words);
    };
    return digit > 0 && digit < after &&
           (measure.empty() ? is_one(currencies, word.substr(0, digit))
                            : digit <= 3 && is_one(measures, measure));
}

/// "C-355/12", "GB2415714": a number of something, no part of its name.
bool is_reference(std::string_view word) {
    const auto digits =
        std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 4 || (digits > 0 && word.find('/') != std::string_view::npos) ||
           (digits >= 3 && word.find('-') != std::string_view::npos) || is_sum(word);
}

/// "7-Eleven", "23andMe": a name in one word; "1-800" in "1-800 Mattress" begins one.
bool begins_with_number(const TokenView& view, std::uint32_t token) {
    const std::string_view word = view.bytes(token);
    const auto upper =
        std::find_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool is_word =
        upper != word.end() && upper + 1 != word.end() && upper[1] >= 'a' && upper[1] <= 'z';
    const bool is_short =  // "3D" in "3D Realms", not in "4G LTE" or "3D printers"
        word.size() == 2 && upper != word.end() && token + 1 < view.document.tokens.size() &&
        view.shape(token + 1) == TokenShape::capitalised &&
        !view.has(token + 1, classes_of(product_noun, common));
    const bool is_call = word.size() == 5 && word[1] == '-' &&
                         token + 1 < view.document.tokens.size() && view.is_capital(token + 1) &&
                         word.find_first_not_of("0123456789-") == std::string_view::npos;
    return view.shape(token) == TokenShape::number && (is_word || is_call || is_short);
}

/// "19" in "by 19 Recordings, a label": not in "by 19 Samsung phones", "on May 19 Samsung sued".
bool begins_with_count(const TokenView& view, std::uint32_t token, const Sentence& sentence) {
    if (view.shape(token) != TokenShape::number || view.bytes(token).size() > 3 ||
        view.bytes(token).find_first_not_of("0123456789") != std::string_view::npos ||
        (token > sentence.first_token && view.has(token - 1, any_verb | classes_of(time)))) {
        return false;
    }
    std::uint32_t next = token + 1;
    while (next < sentence.last_token && view.is_capital(next) &&
           (view.has(next, classes_of(legal_form)) ||
            (view.shape(next) == TokenShape::capitalised &&
             !view.has(next, ordinary & ~any_verb & ~classes_of(common))))) {
        ++next;
    }
    return next > token + 1 && (next == sentence.last_token || view.is_punctuation(next) ||
                                view.has(next, any_verb | classes_of(be, have, modal)));
}

/// "US" in "US Freightlines" and "US Wireless Corp", not in "US Navy".
bool begins_with_country(const TokenView& view, std::uint32_t token, const Sentence& sentence) {
    if (!view.is_mark(token, "US") && !view.is_mark(token, "U.S.")) {
        return false;
    }
    std::uint32_t next = token + 1;
    while (next < sentence.last_token && view.is_capital(next) &&
           !view.has(next, closed | classes_of(court, agency_noun))) {
        if (view.has(next, classes_of(company_word, legal_form))) {
            return next > token + 1 || view.has(next, classes_of(company_word));
        }
        ++next;
    }
    return false;
}

/// "Espoo-based", "ex-Apple": an adjective, not the name itself.
bool is_compound_adjective(std::string_view word) {
    constexpr std::string_view beginnings[] = {"ex-", "Ex-", "then-", "Then-"};
    constexpr std::string_view endings[] = {"-based",   "-owned", "-backed", "-listed", "-born",
                                            "-led",     "-made",  "-style",  "-funded", "-run",
                                            "-related", "-maker", "-owner",  "-parent"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return word.ends_with(ending); }) ||
           std::any_of(std::begin(beginnings), std::end(beginnings),
                       [&](std::string_view beginning) { return word.starts_with(beginning); });
}

/// Legal forms that are written small too.
bool is_small_form(std::string_view word) {
    return word == "plc" || word == "llc" || word == "inc" || word == "ltd" || word == "gmbh";
}

}  // namespace

CapitalStyle style_of(const TokenView& view, const Sentence& sentence) {
    unsigned words = 0;
    unsigned capitals = 0;
    unsigned shouted = 0;
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const TokenShape shape = view.shape(i);
        if (shape == TokenShape::punctuation || shape == TokenShape::number) {
            continue;
        }
        const bool is_small = view.has(i, closed) && shape != TokenShape::all_caps;
        words += !is_small;
        capitals += !is_small && view.is_capital(i);
        shouted += !is_small && shape == TokenShape::all_caps;
    }
    if (words >= 2 && shouted * 10 >= words * 7 && sentence.is_headline) {
        return CapitalStyle::capitals;
    }
    return words >= 3 && capitals * 10 >= words * 7 && sentence.is_headline
               ? CapitalStyle::title
               : CapitalStyle::sentence;
}

bool NameShapes::is_ordinary(std::uint32_t token) const { return view_.has(token, ordinary); }
bool NameShapes::is_closed(std::uint32_t token) const { return view_.has(token, closed); }

/// The text capitalises it inside sentences and never writes it small.
bool NameShapes::is_taught(std::uint32_t token) const {
    return uses_.of(token).inside > 0 && uses_.of(token).small == 0;
}

bool NameShapes::may_begin(std::uint32_t token, const Sentence& sentence,
                           CapitalStyle style) const {
    if (begins_with_number(view_, token) || begins_with_country(view_, token, sentence)) {
        return true;
    }
    if (style == CapitalStyle::sentence &&
        (begins_with_count(view_, token, sentence) || begins_with_preposition(token, sentence))) {
        return true;
    }
    if (!view_.is_capital(token) || view_.has(token, closed) ||
        is_compound_adjective(view_.bytes(token)) || is_double_title(token)) {
        return false;
    }
    if (style == CapitalStyle::capitals) {  // only a ticker tells a name that the body does not
        std::uint32_t next = token + 1;
        while (next < sentence.last_token && !view_.is_punctuation(next)) {
            ++next;
        }
        return !is_ordinary(token) && next < sentence.last_token && view_.is_mark(next, "<");
    }
    if (style == CapitalStyle::title) {
        return !is_ordinary(token) && uses_.of(token).small == 0;
    }
    if ((view_.has(token, classes_of(time, pronoun, legal_form, office)) &&
         !begins_with_day(token, sentence)) ||
        is_reference(view_.bytes(token))) {
        return false;
    }
    if (view_.is_mark(token, "General") && token > sentence.first_token &&
        view_.has(token - 1, classes_of(office))) {
        return false;  // "Attorney General"
    }
    const bool is_after_versus = token >= sentence.first_token + 2 &&
                                 view_.is_mark(token - 1, ".") && view_.is_mark(token - 2, "v");
    const bool is_first = token == sentence.first_token ||
                          (view_.is_punctuation(token - 1) && !view_.is_mark(token - 1, "<") &&
                           !view_.is_mark(token - 1, ",") && !is_after_versus);
    return is_first ? begins_sentence(token, sentence)
                    : !view_.has(token, classes_of(title)) || is_name_of_title(token, sentence) ||
                          (view_.has(token + 1, classes_of(company_word)) &&
                           view_.is_capital(token + 1)) ||
                          end_of_firm(token + 1, sentence) > token + 1;  // "Star Transport"
}

/// "Under" in "said Under Armour": a word that the article capitalises inside sentences and never
/// writes small.
bool NameShapes::begins_with_preposition(std::uint32_t token, const Sentence& sentence) const {
    return view_.has(token, classes_of(preposition)) &&
           view_.shape(token) == TokenShape::capitalised && is_taught(token) &&
           (token == sentence.first_token ? view_.is_capital(token + 1)
                                          : !view_.is_punctuation(token - 1));
}

/// "Russians", "Nigerians": people of a country.
bool NameShapes::are_people(std::uint32_t token) const {
    std::string_view word = view_.bytes(token);
    if (!word.ends_with("ns")) {
        return false;
    }
    word.remove_suffix(1);
    const WordTable& words = view_.tables.words;
    return (words[words.find(word)].classes & classes_of(nationality)) != 0;
}

/// "Singer-songwriter" in "Singer-songwriter Jane Roe"
bool NameShapes::is_double_title(std::uint32_t token) const {
    const std::string_view word = view_.bytes(token);
    const std::size_t dash = word.rfind('-');
    const std::string_view last = dash == std::string_view::npos ? "" : word.substr(dash + 1);
    const WordTable& words = view_.tables.words;
    return !last.empty() && last.front() >= 'a' && last.front() <= 'z' &&
           (words[words.find(last)].classes & classes_of(title, role, group, office)) != 0;
}

/// "Duke" in "sued Duke last June", short for "Duke Energy": a title without a name.
bool NameShapes::is_name_of_title(std::uint32_t token, const Sentence& sentence) const {
    return view_.shape(token) == TokenShape::capitalised && view_.bytes(token).size() > 3 &&
           is_taught(token) && !view_.has(token, classes_of(office, court, role)) &&
           token > sentence.first_token &&
           !view_.has(token - 1, classes_of(determiner, possessive)) &&
           (token + 1 == sentence.last_token || !view_.is_capital(token + 1)) &&
           !view_.is_mark(token + 1, ".") && !view_.is_mark(token + 1, "of");
}

/// "Sun" in "Sun Labs", not the day in "Sun May 3".
bool NameShapes::begins_with_day(std::uint32_t token, const Sentence& sentence) const {
    if (!view_.is_mark(token, "Sun")) {
        return false;
    }
    const bool is_dated =
        token + 1 < sentence.last_token &&
        (view_.has(token + 1, classes_of(time)) || view_.shape(token + 1) == TokenShape::number);
    return !is_dated &&
           (is_taught(token) || (token + 1 < sentence.last_token && view_.is_capital(token + 1) &&
                                 !view_.has(token + 1, never_name)));
}

/// Whether the capital of a first word is more than the sentence's.
bool NameShapes::begins_sentence(std::uint32_t token, const Sentence& sentence) const {
    const bool runs_on = token + 1 < sentence.last_token && view_.is_capital(token + 1) &&
                         !view_.has(token + 1, never_name | classes_of(office, title));
    const bool is_kind = token + 1 < sentence.last_token && view_.bytes(token + 1).size() <= 3 &&
                         view_.shape(token + 1) == TokenShape::all_caps;  // "Canadian AI firm"
    if (view_.has(token, classes_of(nationality)) && runs_on && !is_kind) {
        return true;  // "British Printing"
    }
    if (begins_with_day(token, sentence) ||
        (runs_on && initials_follow(token, token + 1, sentence))) {
        return true;
    }
    if (view_.has(token, never_name)) {
        return false;
    }
    if (is_ordinary(token)) {
        return is_taught(token);
    }
    const std::uint32_t end = end_of_firm(token + 1, sentence);
    if (runs_on && end > token + 2 &&
        (!view_.has(end - 1, classes_of(legal_form)) || view_.is_mark(token, "New"))) {
        return true;  // "Software Liberty Foundation", not "Partners Zephra Corp"
    }
    const WordUses::Counts& uses = uses_.of(token);
    return uses.small == 0 || uses.inside > 2 * uses.small;
}

bool NameShapes::may_continue(std::uint32_t token, const Sentence& sentence,
                              CapitalStyle style) const {
    if (!view_.is_capital(token) || is_reference(view_.bytes(token)) ||
        is_compound_adjective(view_.bytes(token))) {
        return false;
    }
    if (style != CapitalStyle::sentence) {
        return !is_ordinary(token) && uses_.of(token).small == 0;
    }
    if (view_.bytes(token).size() == 1 &&
        (view_.is_mark(token + 1, ".") || view_.is_mark(token + 1, "/"))) {
        return true;  // "Dennis A. Roe", "Roe A/S"
    }
    const bool holds_article = view_.is_mark(token, "The") && token + 1 < sentence.last_token &&
                               view_.is_capital(token + 1);  // "Beyond The Hills Records"
    const bool is_paper =                                    // "Zephra Today", "Zephra One"
        view_.is_mark(token, "Today") || view_.is_mark(token, "One");
    return (holds_article || is_paper ||
            !view_.has(token, never_name & ~classes_of(number, adverb, preposition))) &&
           !is_office_of_person(token, sentence) &&
           !(view_.has(token, classes_of(title)) && view_.shape(token) == TokenShape::all_caps);
}

bool NameShapes::goes_on(std::uint32_t token, const Sentence& sentence) const {
    if (end_of_firm(token, sentence) > token + 1) {
        return true;  // "Oakmere Police Department"
    }
    return token < sentence.last_token && view_.is_capital(token) &&
           may_continue(token, sentence, CapitalStyle::sentence) &&
           !view_.has(token, classes_of(court, title, role, group, legal_form) | never_name);
}

/// "Chief" in "Nokia Chief Executive Jane Roe": a person's name follows.
bool NameShapes::is_office_of_person(std::uint32_t token, const Sentence& sentence) const {
    if (!view_.has(token, classes_of(office))) {
        return false;
    }
    std::uint32_t next = token + 1;
    while (next < sentence.last_token &&
           (view_.has(next, classes_of(office)) || view_.is_mark(next, "General"))) {
        ++next;
    }
    return next < sentence.last_token && view_.is_capital(next) &&
           !view_.has(next, classes_of(agency_noun, legal_form, company_word, org_noun));
}

TokenRange NameShapes::read(std::uint32_t token, const Sentence& sentence,
                            CapitalStyle style) const {
    TokenRange name{token, token};
    if (const std::uint32_t end = end_of_brackets(token, sentence); end > token + 1) {
        return {token, end};
    }
    if (!may_begin(token, sentence, style)) {
        return name;
    }
    name.last = std::max(token + 1, end_of_partners(token, sentence));
    while (name.last < sentence.last_token) {
        const std::uint32_t next = step(name, sentence, style);
        if (next == name.last) {
            break;
        }
        name.last = next;
    }
    const bool is_of_adjective = name.size() == 1 && name.last < sentence.last_token &&
                                 view_.is_capital(name.last) &&
                                 is_compound_adjective(view_.bytes(name.last));
    if (is_of_adjective) {
        return {token, token};  // "Las" in "Las Vegas-style"
    }
    if (name.size() == 1 && (are_people(token) || (style == CapitalStyle::sentence &&
                                                   !is_single_word(name, sentence)))) {
        return {token, token};
    }
    const bool ends_in_office =
        style == CapitalStyle::sentence && name.size() > 1 &&
        view_.has(name.last - 1, classes_of(office)) &&
        !view_.has(name.last - 1, classes_of(agency_noun)) &&
        !(name.last + 1 < sentence.last_token && view_.is_possessive_mark(name.last) &&
          view_.is_capital(name.last + 1));  // "Oakmere County Sheriff", not "Sheriff's Department"
    name.last -= ends_in_office;
    if (name.size() > 1 && lower_case(view_.bytes(token)) == "case") {
        ++name.first;
    }
    const WordUses::Counts& uses = uses_.of(name.last - 1);
    const bool is_brand = name.last < sentence.last_token && uses.owns == uses.capital &&
                          uses.owns_nobody >= 2 && view_.is_possessive_mark(name.last);
    name.last += is_brand;  // "Wendy's"
    return name;
}

/// "US" in "Norvane US sued": not "Norvane US patents".
bool NameShapes::is_branch(std::uint32_t token, const Sentence& sentence) const {
    return (view_.is_mark(token, "US") || view_.is_mark(token, "UK")) &&
           (token + 1 == sentence.last_token ||
            (!view_.is_capital(token + 1) && stands_like_name(token + 1, sentence)));
}

/// One past what belongs to the name next; its end if nothing does.
std::uint32_t NameShapes::step(TokenRange name, const Sentence& sentence,
                               CapitalStyle style) const {
    const std::uint32_t next = name.last;
    const bool is_complete = name.size() > 1 && view_.has(next - 1, classes_of(legal_form));
    if (is_complete && view_.has(next, classes_of(legal_form)) && view_.is_capital(next)) {
        return next + 1;  // "X Holdings Ltd"
    }
    if (is_complete && view_.is_mark(next, "of") && view_.is_mark(next + 1, "America")) {
        return next + 2;  // "X Corp of America", not "X Corp of Japan"
    }
    if (is_complete && view_.is_mark(next, ",") && view_.is_capital(next + 1) &&
        view_.has(next + 1, classes_of(legal_form))) {
        return next + 2;  // "X Holdings, Inc"
    }
    if (is_complete && view_.is_mark(next, ".") && view_.is_mark(next + 1, ",") &&
        next + 2 < sentence.last_token && view_.has(next + 2, classes_of(legal_form))) {
        return next + 3;  // "X Co., Ltd"
    }
    if (is_complete && !view_.is_mark(next, "&") && !view_.is_mark(next, ".")) {
        return next;
    }
    if (view_.shape(next) == TokenShape::lower && is_small_form(view_.bytes(next))) {
        return next + 1;  // "X plc"
    }
    if (view_.shape(next) == TokenShape::number && !view_.is_capital(next)) {
        const bool short_number = view_.bytes(next).size() <= 3;
        const bool before_form = next + 1 < sentence.last_token && view_.is_capital(next + 1) &&
                                 view_.has(next + 1, classes_of(legal_form));
        return next + (style == CapitalStyle::sentence && (short_number || before_form));
    }
    if (view_.is_punctuation(next)) {
        return step_over_mark(name, sentence);
    }
    if (ends_dateline(name, sentence)) {
        return next;
    }
    if (view_.is_capital(next)) {
        return next + (may_continue(next, sentence, style) || is_branch(next, sentence) ||
                       view_.has(next, classes_of(legal_form)));
    }
    return step_over_small_word(name, sentence);
}

/// Whether one capitalised word is a name: not one that the text mostly writes small ("the
/// Court"), and at the head of a sentence only if what follows goes with a name.
bool NameShapes::is_single_word(TokenRange name, const Sentence& sentence) const {
    const WordUses::Counts& uses = uses_.of(name.first);
    if (uses.small > uses.inside || (uses.small > 0 && is_ordinary(name.first))) {
        return false;
    }
    if (view_.has(name.first, classes_of(nationality))) {
        return false;
    }
    return name.first != sentence.first_token || uses.inside > 0 ||
           view_.shape(name.first) != TokenShape::capitalised ||
           stands_like_name(name.last, sentence);
}

/// Whether the word at the token can follow the name of a party that opens the sentence.
bool NameShapes::stands_like_name(std::uint32_t token, const Sentence& sentence) const {
    if (token >= sentence.last_token) {
        return false;
    }
    if (view_.is_punctuation(token)) {
        const bool is_adverb = view_.is_mark(token, ",") && view_.bytes(token - 1).ends_with("ly");
        return !is_adverb;
    }
    constexpr WordClasses followers =
        any_verb |
        classes_of(be, have, do_, modal, adverb, conjunction, relative, unit_noun, office);
    const bool is_time =  // "X this week sued", "X on Monday sued"
        token + 1 < sentence.last_token && view_.has(token + 1, classes_of(time)) &&
        (view_.is_mark(token, "this") || view_.is_mark(token, "last") ||
         view_.is_mark(token, "on"));
    return view_.is_capital(token) || view_.has(token, followers) || is_time ||
           view_.is_mark(token, "v") || view_.is_mark(token, "vs") || view_.is_mark(token, "vs.");
}

}  // namespace litigraph::ingest::detail
