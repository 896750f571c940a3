#include "subject_lists.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace litigraph::ingest::detail {

namespace {

bool is_in_passing(const SubjectMention& mention) {
    return mention.place == SubjectPlace::content || mention.place == SubjectPlace::telling;
}

}  // namespace

std::size_t SubjectLists::list_at(std::size_t i) const {
    if (words_.text(i) == "including" || words_.text(i) == "like" || words_.text(i) == "namely") {
        return i + 1;
    }
    return words_.text(i) == "such" && words_.text(i + 1) == "as" ? i + 2 : 0;
}

void SubjectLists::read_things(const Cue& cue, std::size_t end) {
    for (std::size_t i = cue.last; i < end;) {
        const Phrase phrase = phrase_at(i);
        const Phrase thing = trimmed(before_tail(phrase));
        if (!thing.empty() && !begins_clause(thing.first) &&
            (is_quoted_name(thing) || !holds_excluded(thing))) {
            add_thing(thing, cue);
        }
        i = std::max(phrase.last, i + 1);
    }
}

void SubjectLists::add_thing(Phrase thing, const Cue& cue) {
    const bool acts = has(thing.first, classes_of(WordClass::verb_ing)) &&
                      !words_[thing.first].capital && !is_hyphened(thing.first) &&
                      thing.last - thing.first > 1;
    thing.first += acts ? 1 : 0;  // "stealing manuals"
    const bool in_passing = cue.place == SubjectPlace::telling;
    if (in_passing && is(thing.last - 1, SubjectClass::medium)) {
        return;
    }
    if (is_known(thing)) {
        add(thing, cue);
    } else if (!in_passing && is_concrete(thing)) {
        add(trimmed(thing), {cue.first, cue.last, SubjectPlace::content, Takes::thing});
    }
}

std::vector<SubjectMention> SubjectLists::take() {
    std::vector<Span> taken;
    for (const SubjectMention& each : found_) {
        if (!is_in_passing(each)) {
            taken.push_back({each.begin, each.end});
        }
    }
    std::erase_if(found_, [&](const SubjectMention& each) {
        return is_in_passing(each) && std::ranges::any_of(taken, [&](const Span& span) {
                   return each.begin < span.end && span.begin < each.end;
               });
    });
    return std::move(found_);
}

Phrase SubjectLists::before_tail(const Phrase& phrase) const {
    const bool is_described =
        phrase.first > 0 && has(phrase.first - 1, classes_of(WordClass::determiner));
    for (std::size_t i = phrase.first + 1; i < phrase.last; ++i) {
        if (is(i, SubjectClass::made) && is_somebody(i) && !is_hyphened(i - 1)) {
            return {phrase.first, is_described ? phrase.first : i};  // "the lamp maker"
        }
        if (is(i, SubjectClass::tail) && !is(i, SubjectClass::generic)) {
            return {phrase.first, i};
        }
    }
    return phrase;
}

std::size_t SubjectLists::clause_end(std::size_t i) const {
    constexpr std::size_t usual_length = 12;
    const std::size_t farthest = std::min(words_.size(), i + usual_length);
    while (i < farthest && !is_separated(i)) {
        ++i;
    }
    return i;
}

void SubjectLists::read_list(std::size_t i, Cue cue) {
    std::string_view shared;
    for (std::optional<std::size_t> item = i; item && *item < words_.size();) {
        Phrase phrase = phrase_at(*item);
        if (phrase.empty()) {
            return;
        }
        std::size_t end = phrase.last;
        if (const Phrase inner = inside_hollow(phrase); !inner.empty()) {
            phrase = inner;
            end = inner.last;
        }
        const bool taken = add_with_object(phrase, end, cue) || add(trimmed(phrase), cue, shared);
        add_purpose(end, cue);
        end = add_presented(end, cue);
        shared =
            shared.empty() && phrase.last - phrase.first == 2 ? words_.text(phrase.first) : shared;
        item = next_item(skip_attached(end));
        if (taken && cue.place == SubjectPlace::right) {
            cue.takes = Takes::anything;
        }
        if (item && begins_clause(*item)) {
            cue.takes = std::min(cue.takes, Takes::thing);
        }
    }
}

Phrase SubjectLists::inside_hollow(const Phrase& phrase) const {
    if (begins_quoted_name(phrase.last) &&
        (is(phrase.last - 1, SubjectClass::excluded) || is(phrase.last - 1, SubjectClass::kind))) {
        return phrase_at(phrase.last);  // 'the term "Nimbus"'
    }
    const std::string_view next = words_.text(phrase.last);
    const bool dash = phrase.last < words_.size() && is_after_dash(phrase.last);
    const std::size_t list = dash ? phrase.last : list_at(phrase.last);
    if (list != 0 && list < words_.size()) {
        const bool says_nothing = is(phrase.last - 1, SubjectClass::generic) ||
                                  is(phrase.last - 1, SubjectClass::excluded);
        return says_nothing ? phrase_at(list) : Phrase{};
    }
    if (!is(phrase.last - 1, SubjectClass::hollow)) {
        return {};
    }
    if (next == "that" || next == "which") {
        return inside_relative(phrase.last + 1);
    }
    const bool is_fault = is(phrase.last - 1, SubjectClass::abstract);
    const bool opens = next == "of" || next == "for" || next == "to" ||
                       (is_fault && (next == "in" || next == "with"));  // "defects in its brakes"
    if (!opens || is_separated(phrase.last)) {
        return {};
    }
    const std::size_t first = phrase.last + 1;
    const Phrase made = words_.text(first).ends_with("ing") ? phrase_at(first + 1) : Phrase{};
    return made.empty() ? phrase_at(first) : made;
}

bool SubjectLists::enables(std::size_t verb) const {
    constexpr std::array<std::string_view, 8> enabling = {"allow", "allows", "enable", "enables",
                                                          "help",  "helps",  "let",    "lets"};
    return std::ranges::find(enabling, words_.text(verb)) != enabling.end();
}

Phrase SubjectLists::inside_relative(std::size_t verb) const {
    constexpr std::array<std::string_view, 8> enabling = {"allow", "allows", "enable", "enables",
                                                          "help",  "helps",  "let",    "lets"};
    if (std::ranges::find(enabling, words_.text(verb)) != enabling.end()) {
        std::size_t act = phrase_at(verb + 1).last;  // "lets users share playlists"
        act += words_.text(act) == "to" ? 1 : 0;
        return phrase_at(has(act, any_verb) ? act + 1 : act);
    }
    if (words_.text(verb).ends_with('s') && !is_closed(verb)) {
        return phrase_at(verb + 1);  // "a device that monitors batteries"
    }
    const Phrase subject = phrase_at(verb);
    const bool is_told = has(subject.last, classes_of(WordClass::be));
    return is_told ? subject : Phrase{};  // "the way that video is streamed"
}

bool SubjectLists::add_with_object(const Phrase& act, std::size_t& end, const Cue& cue) {
    const std::size_t of = act.last;
    if (!is_abstract(of - 1) || words_.text(of) != "of" || is_separated(of) ||
        is(of - 1, SubjectClass::excluded)) {
        return false;
    }
    const Phrase phrase = phrase_at(of + 1);
    const Phrase object = trimmed(phrase);
    if (object.empty() || !is_subject(object, cue)) {
        return false;
    }
    push({act.first, object.last}, cue, term_in(object));
    end = phrase.last;
    return true;
}

void SubjectLists::add_purpose(std::size_t end, const Cue& cue) {
    if (words_.text(end) == "for" && !is_separated(end)) {
        const Phrase phrase = phrase_at(end + 1);
        const Phrase inner = phrase.empty() ? phrase : inside_hollow(phrase);
        add(trimmed(inner.empty() ? phrase : inner),
            {cue.first, cue.last, cue.place, Takes::thing});
    }
}

std::size_t SubjectLists::add_presented(std::size_t end, const Cue& cue) {
    const std::size_t name = end + match(end, SubjectClass::presents).words;
    const Phrase phrase = name == end ? Phrase{} : phrase_at(name);
    if (phrase.empty() || !is_name_word(phrase.first)) {
        return end;
    }
    add(trimmed(phrase), {cue.first, cue.last, cue.place, Takes::thing, true});
    return phrase.last;
}

std::size_t SubjectLists::skip_attached(std::size_t end) const {
    const bool attached =
        end < words_.size() && !is_separated(end) && has(end, classes_of(WordClass::preposition));
    const Phrase phrase = attached ? phrase_at(end + 1) : Phrase{};
    return phrase.empty() ? end : phrase.last;
}

std::optional<std::size_t> SubjectLists::next_item(std::size_t end) const {
    const auto is_and = [&](std::size_t i) {
        return words_.text(i) == "and" || words_.text(i) == "or";
    };
    if (end + 1 >= words_.size()) {
        return std::nullopt;
    }
    if (is_and(end)) {
        return end + 1;
    }
    if (words_[end].gap != ',') {
        return std::nullopt;
    }
    const Phrase item = phrase_at(end);
    const std::size_t after = skip_attached(item.last);
    const bool closed = after == words_.size() || is_after_dash(after);
    if (item.empty() || (!closed && !next_item(after))) {
        return std::nullopt;
    }
    return end;
}

std::string_view SubjectLists::shared_term(const Phrase& phrase, std::string_view shared) const {
    if (shared.empty() || phrase.last - phrase.first != 1) {
        return {};
    }
    const std::string text = std::string(shared) + ' ' + std::string(words_.text(phrase.first));
    const FoldedWords both(text);
    const auto match = tables_.technologies.match(both, 0);
    return match.words == 2 ? match.id : std::string_view{};
}

bool SubjectLists::add(const Phrase& phrase, const Cue& cue, std::string_view shared) {
    const Phrase subject = without_matter(phrase, cue);
    if (subject.empty() || !is_subject(subject, cue)) {
        return false;
    }
    const std::string_view term = shared_term(subject, shared);
    push(subject, cue, term.empty() ? term_in(subject) : term);
    return true;
}

Phrase SubjectLists::without_matter(const Phrase& phrase, const Cue& cue) const {
    const bool direct = cue.place == SubjectPlace::suit || cue.place == SubjectPlace::right;
    if (!direct || is_known(phrase)) {
        return phrase;
    }
    Phrase known = phrase;
    while (known.last - known.first > 1 && is(known.last - 1, SubjectClass::excluded)) {
        --known.last;
    }
    return known.last != phrase.last && is_known(known) ? known : phrase;
}

void SubjectLists::push(const Phrase& phrase, const Cue& cue, std::string_view term) {
    const std::uint32_t begin = words_[phrase.first].begin;
    const std::uint32_t end = words_[phrase.last - 1].end;
    const bool cued = cue.last > cue.first;
    found_.push_back({begin, end, cued ? words_[cue.first].begin : begin,
                      cued ? words_[cue.last - 1].end : end, cue.place, term, is_known(phrase),
                      is_quoted_name(phrase)});
}

bool SubjectLists::is_subject(const Phrase& phrase, const Cue& cue) const {
    const std::size_t head = phrase.last - 1;
    const bool alone = phrase.last - phrase.first == 1;
    if (is_company_name(phrase) || is(phrase.first, SubjectClass::right) ||
        is_long_number(words_.text(head))) {
        return false;
    }
    const bool named = ends_in_term(phrase) || is_quoted_name(phrase);
    if ((ends_in_excluded(phrase) && !named) || (alone && is(head, SubjectClass::generic))) {
        return false;
    }
    const bool is_maker = is(head, SubjectClass::made) && is_somebody(head);
    if (is_maker || has(head, classes_of(WordClass::group)) || is_amount(phrase)) {
        return false;
    }
    const bool numbered = words_[head].number && is_product(phrase);
    if ((words_[head].number ? !numbered : words_.text(head).size() < 2) ||
        (has(head, classes_of(WordClass::time)) && !is_quoted_name(phrase))) {
        return false;
    }
    if (!term_in(phrase).empty() || is_product(phrase) || is_quoted_name(phrase)) {
        return true;
    }
    const bool is_act =
        alone && has(head, any_verb) && !is_name_word(head) && !words_.text(head).ends_with("ing");
    return (cue.takes == Takes::anything && !is_act) ||
           (cue.takes == Takes::thing && is_concrete(phrase) &&
            (cue.names_thing || !is_bare_name(phrase)));
}

}  // namespace litigraph::ingest::detail
