#include "word_uses.hpp"

#include <bit>

namespace litigraph::ingest::detail {

namespace {

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(folded(c))) * 1099511628211ULL;
    }
    return hash ^ hash >> 29U;
}

bool same_word(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (folded(a[i]) != folded(b[i])) {
            return false;
        }
    }
    return true;
}

}  // namespace

WordUses::WordUses(const TokenView& view)
    : view_(view), slots_(std::bit_ceil(2 * view.document.tokens.size() + 2)) {
    const auto size = static_cast<std::uint32_t>(view.document.tokens.size());
    word_.reserve(size);
    for (std::uint32_t token = 0; token < size; ++token) {
        word_.push_back(find_or_add(token));
    }
    counts_.resize(size);
}

/// A word is named by the first token that spells it.
std::uint32_t WordUses::find_or_add(std::uint32_t token) {
    const std::string_view word = view_.bytes(token);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash_of(word) & mask;; at = (at + 1) & mask) {
        if (slots_[at] == 0) {
            slots_[at] = token + 1;
            return token;
        }
        if (same_word(view_.bytes(slots_[at] - 1), word)) {
            return slots_[at] - 1;
        }
    }
}

/// After "Wendy's", how sure it is that it owns nothing: 2 before a verb, 1 before an end.
std::uint32_t WordUses::weight_as_subject(std::uint32_t next, const Sentence& sentence) const {
    using enum WordClass;
    if (next >= sentence.last_token || view_.is_punctuation(next)) {
        return 1;
    }
    if (view_.has(next, classes_of(be, have, do_, modal, speech))) {
        return 2;
    }
    const bool has_object =
        next + 1 < sentence.last_token &&
        (view_.is_capital(next + 1) || view_.has(next + 1, classes_of(determiner)));
    if (view_.shape(next) == TokenShape::lower && has_object &&
        view_.has(next, classes_of(verb_past))) {
        return 2;
    }
    return view_.has(next, classes_of(preposition, conjunction, relative)) ? 1 : 0;
}

void WordUses::count(const Sentence& sentence) {
    for (std::uint32_t i = sentence.first_token; i < sentence.last_token; ++i) {
        Counts& counts = counts_[word_[i]];
        if (view_.shape(i) == TokenShape::lower) {
            ++counts.small;
        }
        if (!view_.is_capital(i)) {
            continue;
        }
        ++counts.capital;
        counts.inside += i > sentence.first_token;
        if (i + 1 < sentence.last_token && view_.is_possessive_mark(i + 1)) {
            ++counts.owns;
            counts.owns_nobody += weight_as_subject(i + 2, sentence);
        }
        if (i + 2 < sentence.last_token && view_.is_capital(i + 2) &&
            (view_.is_mark(i + 1, "and") || view_.is_mark(i + 1, "&"))) {
            count_pair(i, sentence);
        }
    }
}

/// What follows tells whether the two are one: a legal form, or the number of the verb.
void WordUses::count_pair(std::uint32_t left, const Sentence& sentence) {
    using enum WordClass;
    Pair& pair = pairs_[pair_key(left, left + 2)];
    ++pair.count;
    std::uint32_t next = left + 3;
    while (next < sentence.last_token && view_.is_capital(next) &&
           !view_.has(next, classes_of(legal_form))) {
        ++next;
    }
    if (next >= sentence.last_token) {
        return;
    }
    const bool alone = next == left + 3;
    const bool is_one = view_.has(next, classes_of(legal_form)) ||
                        (alone && (view_.is_mark(next, "has") || view_.is_mark(next, "is") ||
                                   view_.is_mark(next, "was")));
    const bool are_many = alone && (view_.is_mark(next, "have") || view_.is_mark(next, "are") ||
                                    view_.is_mark(next, "were"));
    pair.as_one += is_one;
    pair.as_many += are_many;
}

WordUses::Pair WordUses::pair_of(std::uint32_t left, std::uint32_t right) const {
    const auto found = pairs_.find(pair_key(left, right));
    return found == pairs_.end() ? Pair{} : found->second;
}

}  // namespace litigraph::ingest::detail
