#include "party_reader.hpp"

#include <algorithm>

// Parties told by a phrase and then named: "three firms, X, Y and Z", "the following: X and Y",
// "the attorneys general of X and Y".

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

}  // namespace

/// "states" for "a group of 12 states"; no_index if the nominal is the party itself.
std::uint32_t PartyReader::phrase_inside(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool goes_on = chunk + 2 < chunks.size() &&
                         chunks[chunk + 1].kind == ChunkKind::preposition &&
                         clauses_.word(chunks[chunk + 1].head) == "of" &&
                         chunks[chunk + 2].kind == ChunkKind::nominal;
    if (!goes_on || !clauses_.has(chunks[chunk].head, classes_of(transparent, number))) {
        return no_index;
    }
    const bool is_owned = chunks[chunk + 2].is_possessive && chunk + 3 < chunks.size() &&
                          chunks[chunk + 3].possessor == chunk + 2;
    return chunk + (is_owned ? 3 : 2);  // "a coalition of the state's unions"
}

Parties PartyReader::members_of(std::uint32_t chunk) {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    const bool is_group = nominal.kind == ChunkKind::nominal && nominal.name == no_index &&
                          !nominal.is_pronoun && clauses_.word(nominal.first) == "the" &&
                          clauses_.has(nominal.head, classes_of(group, title));
    if (!is_group) {
        return {};
    }
    const auto is_be = [&](std::uint32_t at) {
        return at < chunks.size() && chunks[at].kind == ChunkKind::verb && !chunks[at].is_passive &&
               clauses_.has(chunks[at].head, classes_of(be));
    };
    const auto is_of = [&](std::uint32_t at) {
        return clauses_.word(chunks[at].head) == "of" || clauses_.word(chunks[at].head) == "among";
    };
    const bool is_one_of = chunk >= 4 && is_of(chunk - 1) && is_be(chunk - 3) &&
                           clauses_.word(chunks[chunk - 2].head) == "one";
    const bool is_among = chunk >= 3 && is_of(chunk - 1) && is_be(chunk - 2);
    if (is_one_of || is_among) {
        return read(clauses_.clause_of(chunk - (is_one_of ? 3 : 2)).subjects);
    }
    std::uint32_t verb = chunk + 1;
    while (verb < chunks.size() && !is_be(verb) && chunks[verb].kind != ChunkKind::comma) {
        ++verb;  // "the officers named in the suit are X and Y"
    }
    std::vector<std::uint32_t> named = names_in_apposition(chunk);
    if (named.empty() && is_be(verb) && verb + 1 < chunks.size() &&
        clauses_.clause_of(verb).subjects == std::vector<std::uint32_t>{chunk}) {
        named = clauses_.coordinated_after(verb + 1);
    }
    std::erase_if(named, [&](std::uint32_t at) { return chunks[at].name == no_index; });
    return read(named);
}

/// "X" in "five companies whose names were copied: X, Y and Z", if such a list ends the sentence,
/// and in "named the following as defendants: X, of Oakmere"; no_index if there is none.
std::uint32_t PartyReader::phrase_after_colon(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_announced = clauses_.word(chunks[chunk].first) == "the" &&
                              clauses_.word(chunks[chunk].first + 1) == "following";
    const bool is_counted =
        is_announced || clauses_.modifier_has(chunks[chunk], classes_of(number));
    for (std::uint32_t i = chunk + 1; is_counted && i + 1 < chunks.size(); ++i) {
        if (chunks[i].kind != ChunkKind::stop) {
            continue;
        }
        const bool is_colon = document_.bytes(document_.tokens[chunks[i].first]) == ":";
        const bool begins =
            is_colon && chunks[i + 1].kind == ChunkKind::nominal && chunks[i + 1].name != no_index;
        const std::vector<std::uint32_t> members =
            begins ? clauses_.coordinated_after(i + 1) : std::vector<std::uint32_t>{};
        const bool ends =
            begins && (is_announced || (members.size() > 1 && members.back() + 1 >= chunks.size()));
        return ends ? i + 1 : no_index;
    }
    return no_index;
}

/// "X" and "Y" in "the plaintiffs, X and Y, sued", "a pair of publishers, X and Y, sued", "several
/// publishers including X and Y".
std::vector<std::uint32_t> PartyReader::names_in_apposition(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const bool is_side = clauses_.has(chunks[chunk].head, classes_of(accuser, accused));
    const std::uint32_t inner = phrase_inside(chunk);
    std::uint32_t last = inner == no_index ? chunk : inner;
    const bool may_be_several =
        chunks[last].name == no_index && !chunks[last].is_pronoun && is_plural(chunks[last]);
    const bool are_several =
        may_be_several &&
        clauses_.has(chunks[last].head, classes_of(group, company_noun, unit_noun));
    const bool are_following = clauses_.word(chunks[last].head) == "following";
    if ((are_several || are_following) && phrase_after_colon(last) != no_index) {
        return clauses_.coordinated_after(phrase_after_colon(last));
    }
    const bool is_of = last + 2 < chunks.size() && clauses_.word(chunks[last + 1].head) == "of" &&
                       chunks[last + 2].kind == ChunkKind::nominal;
    last += are_several && is_of ? 2 : 0;  // "three units of the firm - X, Y and Z"
    const bool is_in_suit = is_side && last + 2 < chunks.size() &&
                            chunks[last + 1].kind == ChunkKind::preposition &&
                            chunks[last + 2].kind == ChunkKind::nominal &&
                            clauses_.has(chunks[last + 2].head, classes_of(suit, weak_suit));
    last += is_in_suit ? 2 : 0;  // "the plaintiffs in the case, X and Y"
    std::uint32_t at = last + 1;
    at += at < chunks.size() &&
          (chunks[at].kind == ChunkKind::comma || chunks[at].kind == ChunkKind::stop);
    const bool are_among = at + 1 < chunks.size() && chunks[at + 1].is_pronoun &&
                           clauses_.word(chunks[at].head) == "among";  // "among them X and Y"
    const std::uint32_t verb =  // ", which also include X and Y"
        at + 1 < chunks.size() && chunks[at + 1].kind == ChunkKind::adverbial ? at + 2 : at + 1;
    const bool are_included = verb + 1 < chunks.size() &&
                              clauses_.word(chunks[at].head) == "which" &&
                              chunks[verb].kind == ChunkKind::verb &&
                              clauses_.word(chunks[verb].head).starts_with("include");
    const bool are_examples = at < chunks.size() && (are_among || are_included ||
                                                     clauses_.word(chunks[at].head) == "including");
    at = are_included ? verb + 1 : at + (are_among ? 2 : are_examples ? 1 : 0);
    at += are_examples && at < chunks.size() && chunks[at].kind == ChunkKind::comma;
    const bool is_list = at > last + 1 && at < chunks.size() &&
                         chunks[at].kind == ChunkKind::nominal && chunks[at].name != no_index;
    const bool are_told = are_several || (may_be_several && are_examples);
    if (!is_list || (!is_side && !are_told)) {
        return {};
    }
    std::vector<std::uint32_t> names = clauses_.coordinated_after(at);
    if (are_examples) {
        return names;
    }
    const std::uint32_t after = names.back() + 1;
    const bool closes = after >= chunks.size() || chunks[after].kind == ChunkKind::comma ||
                        chunks[after].kind == ChunkKind::stop;
    return is_side || (names.size() > 1 && closes) ? names : std::vector<std::uint32_t>{};
}

/// "Ohio" and "Iowa" for "the attorneys general of Ohio and Iowa".
std::vector<std::uint32_t> PartyReader::states_of(std::uint32_t chunk) const {
    const std::vector<Chunk>& chunks = clauses_.chunks();
    const Chunk& nominal = chunks[chunk];
    const bool are_attorneys =
        nominal.name == no_index && nominal.head > nominal.first &&
        lower_case(document_.bytes(document_.tokens[nominal.head])) == "general" &&
        lower_case(document_.bytes(document_.tokens[nominal.head - 1])) == "attorneys";
    const bool are_told = are_attorneys && chunk + 2 < chunks.size() &&
                          chunks[chunk + 1].kind == ChunkKind::preposition;
    if (!are_told) {
        return {};
    }
    if (chunks[chunk + 2].name == no_index) {
        return names_in_apposition(chunk + 2);  // "of 10 states, including X and Y"
    }
    std::vector<std::uint32_t> states = clauses_.coordinated_after(chunk + 2);
    const std::uint32_t next = states.back() + 2;
    if (next < chunks.size() && chunks[next - 1].kind == ChunkKind::conjunction &&
        chunks[next].name != no_index) {
        states.push_back(next);  // no clause begins with "Iowa" in "of Ohio and Iowa sued"
    }
    return states;
}

}  // namespace litigraph::ingest::detail
