#include "name_shapes.hpp"

#include <algorithm>

// Marks and small words inside names: "X, Inc", "Johnson C. Smith", "Gas and Electric".

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

/// "Bank of X", "University for Y"
bool takes_of(const TokenView& view, std::uint32_t token) {
    constexpr std::string_view heads[] = {
        "state",      "city",     "county",    "republic",     "town",     "village",
        "house",      "court",    "courts",    "company",      "corp",     "corporation",
        "institute",  "district", "center",    "centre",       "kingdom",  "commonwealth",
        "institutes", "centers",  "defenders", "municipality", "bank",     "friends",
        "people",     "citizens", "parents",   "families",     "mothers",  "doctors",
        "physicians", "alliance", "coalition", "office",       "township", "borough",
        "parish"};
    const std::string word = lower_case(view.bytes(token));
    return view.has(token, classes_of(agency_noun, org_noun)) ||
           std::find(std::begin(heads), std::end(heads), word) != std::end(heads);
}

}  // namespace

/// "SAN FRANCISCO" in "SAN FRANCISCO Zephra has agreed", whose dash is lost.
bool NameShapes::ends_dateline(TokenRange name, const Sentence& sentence) const {
    if (name.first != sentence.first_token || view_.shape(name.last) != TokenShape::capitalised) {
        return false;
    }
    std::string place;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        if (view_.shape(i) != TokenShape::all_caps) {
            return false;
        }
        const std::string_view word = view_.bytes(i);
        place += (place.empty() ? "" : " ") + std::string(word.substr(0, 1)) +
                 lower_case(word.substr(1));
    }
    const KnownName* known = view_.tables.names.find(place);
    return known != nullptr && place.size() > 3 &&
           (known->kind == NameKind::place || known->kind == NameKind::government);
}

std::uint32_t NameShapes::step_over_mark(TokenRange name, const Sentence& sentence) const {
    const std::uint32_t mark = name.last;
    const bool follows = mark + 1 < sentence.last_token && view_.is_capital(mark + 1);
    if (!follows) {
        return mark;
    }
    if (view_.is_mark(mark, "(")) {
        return holds_parenthesis(mark, sentence) ? mark + 4 : mark;
    }
    if (view_.is_mark(mark, "&")) {
        return joins_pair(name, mark, sentence) ? mark + 2 : mark;
    }
    const bool is_clipped = (view_.is_mark(mark, "'") || view_.is_mark(mark, "\xE2\x80\x99")) &&
                            view_.bytes(mark - 1).ends_with("in") &&
                            mark + 1 < sentence.last_token && view_.is_capital(mark + 1);
    if (is_clipped) {
        return mark + 2;  // "Rockin' Records"
    }
    const bool may_part = view_.is_mark(mark, ",") || view_.is_possessive_mark(mark);
    if (view_.is_possessive_mark(mark) && is_brand_of_owner(mark, sentence)) {
        return mark + 2;
    }
    const bool is_form = may_part && view_.has(mark + 1, classes_of(legal_form));
    const bool is_initial =
        view_.is_mark(mark, ".") && !view_.has(mark + 1, classes_of(time)) &&
        (view_.bytes(mark - 1).size() == 1 || is_abbreviation(view_.bytes(mark - 1))) &&
        (!view_.has(mark - 1, classes_of(legal_form)) ||
         view_.has(mark + 1, classes_of(legal_form)));
    const bool is_slash = view_.is_mark(mark, "/") &&  // "A/S", not "Zephra/Quillon"
                          (view_.bytes(mark - 1).size() < 3 || view_.bytes(mark + 1).size() < 3) &&
                          view_.document.tokens[mark - 1].end == view_.document.tokens[mark].begin;
    return is_form || is_initial || is_slash ? mark + 2 : mark;  // "X, Inc", "Johnson C. Smith"
}

/// "Baker's Corner Foods Inc", "Baker's Corner": the article never writes the first word without
/// "'s", and either a firm ends there or the next word never stands without the first.
bool NameShapes::is_brand_of_owner(std::uint32_t mark, const Sentence& sentence) const {
    const WordUses::Counts& owner = uses_.of(mark - 1);
    const bool always_owns =
        owner.owns == owner.capital && view_.tables.names.find(view_.bytes(mark - 1)) == nullptr;
    return always_owns && (end_of_firm(mark + 1, sentence) > mark + 1 ||
                           (owner.owns > 1 && uses_.of(mark + 1).capital <= owner.owns));
}

/// "X (Suzhou) Optoelectronics", not "X (XYZ)".
bool NameShapes::holds_parenthesis(std::uint32_t mark, const Sentence& sentence) const {
    return mark + 3 < sentence.last_token && view_.is_mark(mark + 2, ")") &&
           view_.shape(mark + 1) == TokenShape::capitalised && view_.is_capital(mark + 3) &&
           !view_.has(mark + 3, closed);
}

std::uint32_t NameShapes::step_over_small_word(TokenRange name, const Sentence& sentence) const {
    const std::uint32_t word = name.last;
    std::uint32_t next = word;
    while (next < sentence.last_token && view_.shape(next) == TokenShape::lower &&
           view_.has(next, classes_of(particle)) && next - word < 2) {
        ++next;
    }
    if (next > word && next < sentence.last_token && view_.is_capital(next) &&
        !view_.has(next, closed)) {
        return next + 1;  // "Eduardo de los Y"
    }
    if (word + 1 >= sentence.last_token) {
        return word;
    }
    const bool holds_small_word =  // "Promise in Sound Inc"
        (view_.is_mark(word, "in") || view_.is_mark(word, "on") || view_.is_mark(word, "to")) &&
        name.size() == 1 && word + 2 < sentence.last_token && view_.is_capital(word + 1) &&
        view_.has(word + 2, classes_of(legal_form)) && view_.is_capital(word + 2) &&
        view_.tables.names.find(view_.bytes(word + 1)) == nullptr;
    if (holds_small_word) {
        return word + 2;
    }
    const bool is_of = view_.is_mark(word, "of") || view_.is_mark(word, "for");
    if (is_of && takes_of(view_, word - 1)) {
        const std::uint32_t head = word + 1 + view_.is_mark(word + 1, "the");
        return head < sentence.last_token && view_.is_capital(head) ? head + 1 : word;
    }
    return view_.is_mark(word, "and") && view_.is_capital(word + 1) &&
                   joins_pair(name, word, sentence)
               ? word + 2
               : word;
}

/// One past the legal form or organisation word that ends the name at the token; `token` if it
/// ends in none.
std::uint32_t NameShapes::end_of_firm(std::uint32_t token, const Sentence& sentence) const {
    std::uint32_t end = token;
    for (std::uint32_t i = token; i < std::min(sentence.last_token, token + 6); ++i) {
        if (!view_.is_capital(i) || view_.has(i, closed)) {
            break;
        }
        if (view_.has(i, classes_of(legal_form, org_noun, agency_noun))) {
            end = i + 1;
        }
    }
    return end;
}

/// One past "Roe, Doe and Poe" after "law firm"; `token` if no such name stands there.
std::uint32_t NameShapes::end_of_partners(std::uint32_t token, const Sentence& sentence) const {
    if (token < sentence.first_token + 2 || !view_.is_mark(token - 1, "firm") ||
        !view_.is_mark(token - 2, "law")) {
        return token;
    }
    std::uint32_t next = token + 1;
    while (next + 1 < sentence.last_token && view_.is_mark(next, ",") &&
           view_.is_capital(next + 1)) {
        next += 2;
    }
    const std::uint32_t last = next + view_.is_mark(next, ",");
    const bool ends = last + 1 < sentence.last_token &&
                      (view_.is_mark(last, "and") || view_.is_mark(last, "&")) &&
                      view_.is_capital(last + 1);
    return ends && next > token + 1 ? last + 2 : token;
}

/// The end of "Roe and Doe Inc" in "<Roe and Doe Inc>", as a wire service marks companies; `token`
/// if no such name begins there.
std::uint32_t NameShapes::end_of_brackets(std::uint32_t token, const Sentence& sentence) const {
    constexpr std::uint32_t longest = 10;
    if (token == sentence.first_token || !view_.is_mark(token - 1, "<") ||
        !view_.is_capital(token)) {
        return token;
    }
    for (std::uint32_t i = token; i < std::min(sentence.last_token, token + longest); ++i) {
        if (view_.is_mark(i, ">")) {
            return i;
        }
    }
    return token;
}

/// Whether the name is a later member of a list: "X, Y and Z Corp".
bool NameShapes::is_listed(std::uint32_t first, const Sentence& sentence) const {
    return first > sentence.first_token + 1 && view_.is_mark(first - 1, ",") &&
           (view_.is_capital(first - 2) || view_.is_mark(first - 2, ">"));
}

/// "Bank of Oakmere and Norvane (BON)": the letters in brackets are those of the whole.
bool NameShapes::initials_follow(std::uint32_t first, std::uint32_t after,
                                 const Sentence& sentence) const {
    std::string initials;
    std::uint32_t token = first;
    for (; token < sentence.last_token && !view_.is_punctuation(token); ++token) {
        if (view_.is_capital(token)) {
            initials += view_.bytes(token).front();
        }
    }
    return token > after && token + 2 < sentence.last_token && view_.is_mark(token, "(") &&
           view_.is_mark(token + 1, initials) && view_.is_mark(token + 2, ")");
}

/// "Black and Decker" is one name; "Apple and Samsung" are two.
bool NameShapes::joins_pair(TokenRange left, std::uint32_t conjunction,
                            const Sentence& sentence) const {
    const std::uint32_t before = conjunction - 1;
    const std::uint32_t after = conjunction + 1;
    if (view_.has(after, never_name & ~classes_of(number)) ||
        view_.has(before, classes_of(legal_form)) != view_.has(after, classes_of(legal_form))) {
        return view_.has(after, classes_of(legal_form));  // "Tiffany and Co"
    }
    const std::string word = lower_case(view_.bytes(after));
    if (word == "sons" || word == "associates" || word == "partners" || word == "brothers") {
        return true;
    }
    for (std::uint32_t i = left.first; i + 1 < conjunction; ++i) {
        if (view_.has(i, classes_of(agency_noun)) && view_.is_mark(i + 1, "of")) {
            return true;  // "Department of Housing and Urban Development"
        }
    }
    if (initials_follow(left.first, after, sentence)) {
        return true;
    }
    const bool are_several =
        left.first > sentence.first_token &&  // "the units X and Y"
        view_.has(left.first - 1, classes_of(unit_noun, company_noun, group)) &&
        view_.bytes(left.first - 1).ends_with('s');
    if (are_several) {
        return false;
    }
    const WordUses::Counts& first = uses_.of(before);
    const WordUses::Counts& second = uses_.of(after);
    const WordUses::Pair pair = uses_.pair_of(before, after);
    const bool twins = uses_.same(before, after);
    const bool apart = twins ? first.capital > 2 * pair.count + 1
                             : first.capital > pair.count + 1 || second.capital > pair.count + 1;
    if (view_.is_mark(conjunction, "&")) {
        const bool stands_alone = second.capital > pair.count + 1;
        const bool are_initials = view_.bytes(before).size() == 1 && view_.bytes(after).size() == 1;
        return left.size() > 1 || !apart || !stands_alone || are_initials ||
               end_of_firm(after, sentence) > after;
    }
    if (left.size() == 1 && !apart && pair.as_many == 0 && pair.count >= 2 &&
        (twins || pair.as_one > 0)) {
        return true;
    }
    const bool trade_words = view_.has(before, classes_of(company_word, org_noun)) &&
                             view_.has(after, classes_of(company_word, org_noun));
    const std::uint32_t end = end_of_firm(after, sentence);
    if (trade_words && end > after + 1) {
        return true;  // "Savings and Loan Association"
    }
    const bool is_half = pair.as_many > 0 ? false
                         : left.size() == 1
                             ? first.capital <= std::max(1U, pair.count * (1U + twins))
                             : view_.has(before, classes_of(company_word)) || first.small > 0;
    return end > after + (left.size() > 1 ? 1U : 0U) && is_half &&
           second.capital <= std::max(1U, pair.count * (1U + twins)) &&
           !is_listed(left.first, sentence) && (left.size() == 1 || end <= after + 2) &&
           view_.tables.names.find(view_.bytes(left)) == nullptr;
}

}  // namespace litigraph::ingest::detail
