#include "entities.hpp"

#include <algorithm>
#include <numeric>

// Spellings find their bearer longest first, so that the order of the text does not matter: a short
// form joins the one longer spelling that it can stand for, and stays itself if there are two.

namespace litigraph::ingest::detail {

namespace {

using enum WordClass;

/// Whether `shorter` is the first words of `longer`.
bool is_prefix(std::string_view shorter, std::string_view longer) {
    return longer.size() > shorter.size() && longer.starts_with(shorter) &&
           longer[shorter.size()] == ' ';
}

bool is_suffix(std::string_view shorter, std::string_view longer) {
    return longer.size() > shorter.size() && longer.ends_with(shorter) &&
           longer[longer.size() - shorter.size() - 1] == ' ';
}

/// "life tech" for "life technologies": the last word is cut short.
bool cuts_last_word(std::string_view shorter, std::string_view longer) {
    constexpr std::size_t enough = 4;  // letters that tell the word
    const std::size_t last = shorter.rfind(' ');
    return last != std::string_view::npos && shorter.size() >= last + 1 + enough &&
           longer.size() > shorter.size() + 2 && longer.starts_with(shorter) &&
           longer.find(' ', shorter.size()) == std::string_view::npos &&
           longer[shorter.size()] != ' ';
}

std::string initials_of(std::string_view key) {
    std::string initials;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const bool begins = i == 0 || key[i - 1] == ' ' || key[i - 1] == '-';
        const std::string_view word = key.substr(i, key.find(' ', i) - i);
        if (begins && word != "of" && word != "and" && word != "the" && word != "&" &&
            word != "for") {
            initials.push_back(key[i]);
        }
    }
    return initials;
}

/// First words that many names share, so that the next one is used alone.
bool is_common_opener(std::string_view word) {
    constexpr std::string_view openers[] = {"allied",        "american", "associated",
                                            "consolidated",  "first",    "general",
                                            "international", "national", "united"};
    return std::find(std::begin(openers), std::end(openers), word) != std::end(openers);
}

PartyKind party_kind_of(NameKind kind) {
    return kind == NameKind::agency       ? PartyKind::agency
           : kind == NameKind::government ? PartyKind::government
                                          : PartyKind::unknown;
}

}  // namespace

std::uint32_t EntityTable::known(const KnownName& known, Span where) {
    std::string key = lower_case(known.common_name);
    const auto [found, is_new] =
        entity_by_key_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
    if (is_new) {
        Entity entity;
        entity.key = std::move(key);
        entity.kind = known.kind;
        entity.party_kind = party_kind_of(known.kind);
        entity.forms.emplace_back(known.common_name);
        entity.counts.push_back(1);
        entity.is_agreed = true;
        entity.is_media = known.kind == NameKind::media;
        entity.first_use = where;
        entities_.push_back(std::move(entity));
    }
    return found->second;
}

std::uint32_t EntityTable::described(std::string_view words, Span where) {
    std::string key = lower_case(words);
    const auto [found, is_new] =
        entity_by_key_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
    if (is_new) {
        Entity entity;
        entity.key = std::move(key);
        entity.party_kind = PartyKind::group;
        entity.forms.emplace_back(words);
        entity.counts.push_back(1);
        entity.first_use = where;
        entity.is_generic = true;
        entities_.push_back(std::move(entity));
    }
    return found->second;
}

std::uint32_t EntityTable::government(std::string_view words, Span where) {
    const std::uint32_t made = described(words, where);
    entities_[made].is_generic = false;
    make_government(made);
    return made;
}

void EntityTable::note_short_form(std::uint32_t short_form, std::uint32_t full) {
    if (short_form != full && spellings_[full].stands_for != short_form) {
        spellings_[short_form].stands_for = full;
    }
}

std::vector<std::uint32_t> EntityTable::longest_first() const {
    std::vector<std::uint32_t> order(spellings_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return spellings_[a].words > spellings_[b].words;
    });
    return order;
}

/// Persons are called by their last word, companies by their first.
void EntityTable::mark_persons() {
    for (Spelling& spelling : spellings_) {
        const bool may_be = spelling.kind == NameKind::company && !spelling.is_company &&
                            spelling.words >= 2 && spelling.words <= 4;
        if (!may_be) {
            continue;
        }
        const std::string last = spelling.key.substr(spelling.key.rfind(' ') + 1);
        const std::string first = spelling.key.substr(0, spelling.key.find(' '));
        const auto alone = spelling_by_key_.find(last);
        const bool by_last = alone != spelling_by_key_.end() &&
                             spellings_[alone->second].order > spelling.order &&
                             !entity_by_key_.contains(last);
        spelling.reads_like_person =
            spelling.reads_like_person ||
            (by_last && !spelling_by_key_.contains(first) && !is_common_opener(first));
        spelling.is_person = spelling.reads_like_person;
    }
}

/// "the Foundation"
bool EntityTable::is_head_noun(std::string_view word) const {
    constexpr WordClasses heads = classes_of(org_noun, agency_noun, company_noun, public_noun);
    const WordClasses classes = view_.tables.words[view_.tables.words.find(word)].classes;
    return (classes & heads) != 0 && (classes & classes_of(unit_noun)) == 0;
}

/// Whether the words are a beginning or an end of the full name that can stand for it.
bool EntityTable::drops_words(const Spelling& spelling, const Spelling& full) const {
    if (is_suffix(spelling.key, full.key)) {
        const std::string_view first = std::string_view(full.key).substr(0, full.key.find(' '));
        const bool is_titled = spelling.words == 1 && spelling.is_person;  // "Mr Roe"
        const bool is_surname = full.reads_like_person && !spelling.is_company &&
                                (is_titled || full.order < spelling.order);
        return is_surname ||
               (spelling.words == 1 &&
                (is_head_noun(spelling.key) ||
                 (full.words == 2 && spelling.key.size() > 4 && is_common_opener(first))));
    }
    if (!is_prefix(spelling.key, full.key) || full.is_product || full.is_unit ||
        (spelling.has_form && full.has_form)) {
        return false;
    }
    const bool is_introduced = full.order < spelling.order;
    return is_introduced || full.has_form;
}

bool EntityTable::is_short_for(const Spelling& spelling, const Spelling& full) const {
    if (full.words == spelling.words) {
        return cuts_last_word(spelling.key, full.key);
    }
    if (full.words < spelling.words) {
        return false;
    }
    const bool is_acronym = spelling.words == 1 && spelling.is_shouted &&
                            spelling.key.size() >= 2 && initials_of(full.key) == spelling.key;
    return is_acronym || drops_words(spelling, full);
}

/// The entity of the one spelling placed before that this one is short for.
std::uint32_t EntityTable::host_of(const Spelling& spelling,
                                   const std::vector<std::uint32_t>& placed) const {
    std::uint32_t host = no_index;
    std::uint32_t strong = no_index;  // as a company's name
    bool several = false;
    bool several_strong = false;
    for (const std::uint32_t index : placed) {
        const Spelling& full = spellings_[index];
        if (!is_short_for(spelling, full)) {
            continue;
        }
        several = several || (host != no_index && host != full.entity);
        host = full.entity;
        if (full.has_form && !full.is_unit) {
            several_strong = several_strong || (strong != no_index && strong != full.entity);
            strong = full.entity;
        }
    }
    return !several ? host : several_strong ? no_index : strong;
}

/// The known newspaper that "the Post" or "the Times" stands for; no_index if there is none.
std::uint32_t EntityTable::newspaper_of(const Spelling& spelling) const {
    constexpr std::string_view titles[] = {
        "examiner", "gazette", "globe", "guardian", "herald",    "independent", "journal", "mail",
        "mirror",   "post",    "star",  "sun",      "telegraph", "times",       "tribune"};
    const bool is_title =
        std::find(std::begin(titles), std::end(titles), spelling.key) != std::end(titles);
    std::uint32_t found = no_index;
    for (std::uint32_t i = 0; i < entities_.size() && is_title; ++i) {
        const bool is_paper = entities_[i].is_agreed && entities_[i].is_media &&
                              is_suffix(spelling.key, entities_[i].key);
        if (is_paper && found != no_index) {
            return no_index;
        }
        found = is_paper ? i : found;
    }
    return found;
}

/// "Eastern Texas"
bool EntityTable::is_part_of_region(const Spelling& spelling) const {
    constexpr std::string_view sides[] = {"central ",  "east ",     "eastern ",
                                          "north ",    "northern ", "south ",
                                          "southern ", "west ",     "western "};
    const auto side = std::find_if(std::begin(sides), std::end(sides), [&](std::string_view word) {
        return spelling.key.starts_with(word);
    });
    if (side == std::end(sides)) {
        return false;
    }
    const std::string_view form = spelling.forms.front();
    const KnownName* region = view_.tables.names.find(form.substr(side->size()));
    return region != nullptr &&
           (region->kind == NameKind::government || region->kind == NameKind::place);
}

std::uint32_t EntityTable::make_entity(const Spelling& spelling) {
    Entity made;
    made.key = spelling.key;
    const bool is_place =
        (spelling.uses_as_place == spelling.uses || is_part_of_region(spelling)) &&
        !spelling.litigates && !spelling.is_company && !spelling.is_person &&
        spelling.kind == NameKind::company;
    const bool is_noun = spelling.words == 1 && spelling.kind == NameKind::company &&
                         !spelling.litigates && is_head_noun(spelling.key);  // "the Board"
    const bool is_product = spelling.words == 1 && spelling.kind == NameKind::company &&
                            !spelling.litigates && !spelling.is_company && !spelling.is_unit &&
                            !spelling.is_person && 2 * spelling.uses_as_owned >= spelling.uses &&
                            spelling.uses > 1;
    constexpr std::string_view documents[] = {" case", " lawsuit", " litigation", " press release"};
    const bool is_document =
        spelling.kind == NameKind::company && !spelling.has_form &&
        std::any_of(std::begin(documents), std::end(documents),
                    [&](std::string_view ending) { return spelling.key.ends_with(ending); });
    const bool is_made = spelling.is_made && spelling.kind == NameKind::company &&
                         !spelling.litigates && !spelling.is_company && !spelling.is_person;
    made.kind = is_place                                          ? NameKind::place
                : is_noun || is_product || is_made || is_document ? NameKind::other
                                                                  : spelling.kind;
    const bool is_city = spelling.words > 1 && !spelling.is_company && !spelling.has_form &&
                         (spelling.key.ends_with(" city") || spelling.key.ends_with(" county") ||
                          spelling.key.ends_with(" province"));
    if (is_city && made.kind == NameKind::company) {
        made.kind = NameKind::government;  // "Oakmere County"
    }
    const bool is_bystander = spelling.kind == NameKind::media ||
                              (spelling.kind == NameKind::other && spelling.is_person);
    if (is_bystander && spelling.litigates) {
        made.kind = NameKind::company;
    }
    made.is_counsel = spelling.is_counsel;
    made.party_kind = spelling.is_person                          ? PartyKind::person
                      : spelling.party_kind != PartyKind::unknown ? spelling.party_kind
                      : spelling.is_company && made.kind == NameKind::company
                          ? PartyKind::company
                          : party_kind_of(made.kind);
    const Token& first = view_.document.tokens[spelling.first_token];
    made.first_use = {first.begin, first.end};
    const auto index = static_cast<std::uint32_t>(entities_.size());
    entities_.push_back(std::move(made));
    return index;
}

void EntityTable::join(const Spelling& spelling, std::uint32_t entity) {
    Entity& known = entities_[entity];
    for (std::size_t i = 0; i < spelling.forms.size(); ++i) {
        if (std::find(known.forms.begin(), known.forms.end(), spelling.forms[i]) ==
            known.forms.end()) {
            known.forms.push_back(spelling.forms[i]);
            known.counts.push_back(spelling.counts[i]);
        }
    }
    if (known.kind == NameKind::company && spelling.kind == NameKind::other &&
        !spelling.litigates) {
        known.kind = NameKind::other;  // "Judge Roe" is "Jane Roe"
    }
    entity_by_key_.emplace(spelling.key, entity);
}

/// "the Zephra maker", in headlines too.
void EntityTable::mark_products() {
    constexpr std::string_view makers[] = {"creator", "maker", "makers", "manufacturer"};
    const auto size = static_cast<std::uint32_t>(view_.document.tokens.size());
    for (std::uint32_t token = 1; token < size; ++token) {
        if (std::find(std::begin(makers), std::end(makers), view_.bytes(token)) ==
            std::end(makers)) {
            continue;
        }
        const auto found = spelling_by_key_.find(lower_case(view_.bytes(token - 1)));
        if (found != spelling_by_key_.end()) {
            spellings_[found->second].is_made = true;
        }
    }
}

void EntityTable::unify() {
    mark_persons();
    mark_products();
    std::vector<std::uint32_t> placed;
    for (const std::uint32_t index : longest_first()) {
        Spelling& spelling = spellings_[index];
        if (spelling.stands_for != no_index) {
            continue;
        }
        const auto found = entity_by_key_.find(spelling.key);
        spelling.entity = found != entity_by_key_.end() ? found->second : host_of(spelling, placed);
        if (spelling.entity == no_index) {
            spelling.entity = newspaper_of(spelling);
        }
        if (spelling.entity == no_index) {
            spelling.entity = make_entity(spelling);
        }
        join(spelling, spelling.entity);
        placed.push_back(index);
    }
    for (Spelling& spelling : spellings_) {
        if (spelling.stands_for == no_index) {
            continue;
        }
        const std::uint32_t full = spellings_[spelling.stands_for].entity;
        spelling.entity = full != no_index ? full : make_entity(spelling);
        join(spelling, spelling.entity);
    }
}

std::uint32_t EntityTable::find(std::string_view key) const {
    if (const auto found = entity_by_key_.find(std::string(key)); found != entity_by_key_.end()) {
        return entities_[found->second].is_generic ? no_index : found->second;
    }
    Spelling asked;
    asked.key = std::string(key);
    asked.words = static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ')) + 1;
    asked.order = no_index;
    asked.is_shouted = asked.words == 1 && key.size() > 2;  // as an acronym would be
    std::uint32_t host = no_index;
    for (const Spelling& spelling : spellings_) {
        if (is_short_for(asked, spelling)) {
            if (host != no_index && host != spelling.entity) {
                return no_index;
            }
            host = spelling.entity;
        }
    }
    return host;
}

std::uint32_t EntityTable::headline_only(TokenRange name) {
    const std::uint32_t spelling = note(name);
    if (spelling == no_index) {
        return no_index;
    }
    Spelling& noted = spellings_[spelling];
    if (noted.entity == no_index) {
        const auto found = entity_by_key_.find(noted.key);
        noted.entity = found != entity_by_key_.end() ? found->second : make_entity(noted);
        join(noted, noted.entity);
    }
    return noted.entity;
}

}  // namespace litigraph::ingest::detail
