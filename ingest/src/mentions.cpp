#include "mentions.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

/// "the Zephra case", which a text may call so in brackets after any name.
bool names_document(std::string_view key) {
    return key.ends_with(" case") || key.ends_with(" release") || key.ends_with(" patent") ||
           key.ends_with(" patents") || key.ends_with(" lawsuit") || key.ends_with(" complaint");
}

/// ", a power company that goes by the name"
bool describes_by_short_form(std::string_view between) {
    return between.starts_with(',') &&
           (between.ends_with(" goes by the name") || between.ends_with(" goes by"));
}

/// What stands between a name and its short form, and whether it says so: "X, better known as Y".
bool introduces_short_form(std::string_view between) {
    std::string words;
    for (const char c : lower_case(between)) {
        if (c != ',' && c != '"' && !(c == '.' && words.empty()) &&
            !(c == ' ' && (words.empty() || words.back() == ' '))) {
            words.push_back(c);
        }
    }
    if (words.ends_with(' ')) {
        words.pop_back();
    }
    constexpr std::string_view phrases[] = {"known as",
                                            "also known as",
                                            "better known as",
                                            "formerly known as",
                                            "aka",
                                            "a.k.a.",
                                            "a/k/a",
                                            "d/b/a",
                                            "dba",
                                            "f/k/a",
                                            "doing business as",
                                            "trading as",
                                            "formerly",
                                            "commonly known as"};
    return std::find(std::begin(phrases), std::end(phrases), words) != std::end(phrases);
}

/// Whether the letters stand in the name in this order: "CPSC" in "Consumer Product Safety ...".
bool abbreviates(std::string_view letters, std::string_view name) {
    std::size_t at = 0;
    for (const char c : letters) {
        at = name.find(c, at);
        if (at == std::string_view::npos) {
            return false;
        }
        ++at;
    }
    return letters.size() >= 2 && letters.front() == name.front();
}

bool is_quote(std::string_view mark) {
    return mark == "\"" || mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" ||
           mark == "\xE2\x80\x98" || mark == "'";
}

}  // namespace

Mentions::Mentions(const Document& document, const Lexicon::Tables& tables)
    : view_{document, tables},
      uses_(view_),
      shapes_(view_, uses_),
      entities_(view_),
      name_at_(document.tokens.size(), no_index) {
    read_text();
    read_headlines();
}

void Mentions::read_text() {
    std::vector<const Sentence*> text;
    for (const Sentence& sentence : view_.document.sentences) {
        if (!sentence.is_dateline && style_of(view_, sentence) == CapitalStyle::sentence) {
            uses_.count(sentence);
            text.push_back(&sentence);
        }
    }
    std::stable_partition(text.begin(), text.end(),
                          [](const Sentence* s) { return !s->is_headline; });
    for (const Sentence* sentence : text) {
        for (std::uint32_t i = sentence->first_token; i < sentence->last_token;) {
            i = std::max(read_name(i, *sentence), i + 1);
        }
    }
    name_couples();
    entities_.unify();
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (spellings_[i] != no_index) {
            names_[i].entity = entities_.of_spelling(spellings_[i]);
        }
    }
    constexpr std::size_t enough = 3;  // sentences, to name the parties of a headline
    text_tells_names_ = text.size() >= enough && !names_.empty();
}

/// "Karl and Jane Merrow" are Karl Merrow and Jane Merrow.
void Mentions::name_couples() {
    using enum WordClass;
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
        const Name& given = names_[i];
        const Name& full = names_[i + 1];
        const bool are_couple =
            spellings_[i] != no_index && given.last == given.first + 1 &&
            full.first == given.last + 1 && full.last == full.first + 2 &&
            spellings_[i + 1] != no_index && view_.is_mark(given.last, "and") &&
            view_.has(given.first, classes_of(given_name)) &&
            !view_.has(full.last - 1, classes_of(legal_form, company_word, org_noun)) &&
            view_.tables.names.find(view_.bytes(given.first)) == nullptr;
        if (are_couple) {
            spellings_[i] = entities_.note_given_name({given.first, given.last}, full.last - 1);
        }
    }
}

void Mentions::read_headlines() {
    for (const Sentence& sentence : view_.document.sentences) {
        const CapitalStyle style = style_of(view_, sentence);
        if (sentence.is_dateline || style == CapitalStyle::sentence) {
            continue;
        }
        for (std::uint32_t i = sentence.first_token; i < sentence.last_token;) {
            i = std::max(read_headline_name(i, sentence, style), i + 1);
        }
    }
}

/// "GVN.L" in "Gorse <GVN.L>", "Gorse (GVN.L)" and "Gorse (LSE: GVN)"; "<Gorse Ltd>" is a name.
bool Mentions::is_ticker(std::uint32_t token) const {
    if (token < 2 || view_.shape(token) != TokenShape::all_caps) {
        return false;
    }
    const bool is_quoted = view_.bytes(token).find('.') != std::string_view::npos &&
                           view_.is_mark(token - 1, "(") && view_.is_mark(token + 1, ")");
    const bool has_exchange = (view_.is_mark(token - 1, ":") && view_.is_mark(token + 1, ")")) ||
                              (view_.is_mark(token - 1, "(") && view_.is_mark(token + 1, ":"));
    return has_exchange ||
           ((is_quoted || (view_.is_mark(token - 1, "<") && view_.is_mark(token + 1, ">"))) &&
            view_.is_capital(token - 2));
}

std::uint32_t Mentions::read_name(std::uint32_t token, const Sentence& sentence) {
    if ((!view_.is_capital(token) && view_.shape(token) != TokenShape::number) ||
        is_ticker(token)) {
        return token;
    }
    const TokenRange noted = read_noted(token, sentence);
    const std::uint32_t after =
        noted.size() > 0 ? token : read_known(token, sentence, CapitalStyle::sentence);
    if (after > token) {
        return after;
    }
    const TokenRange found =
        noted.size() > 0 ? noted : shapes_.read(token, sentence, CapitalStyle::sentence);
    if (found.size() == 0) {
        return token;
    }
    if (const std::uint32_t spelling = entities_.note(found); spelling != no_index) {
        add_name(found, no_index);
        spellings_.back() = spelling;
        note_short_form();
    }
    return found.last;
}

/// "Texas General" after "Texas General Hospital", "Smartphone Labs" after "Smartphone Labs LLC":
/// the beginning of a name that the text has used in full, two words or more; else empty.
TokenRange Mentions::read_noted(std::uint32_t token, const Sentence& sentence) const {
    std::uint32_t last = token;
    while (last < sentence.last_token && view_.is_capital(last) && !view_.is_punctuation(last)) {
        ++last;
    }
    const TokenRange run{token, last};
    const bool is_noted = run.size() > 1 && view_.tables.names.find(view_.bytes(run)) == nullptr &&
                          entities_.has_noted(entities_.key_of(run));
    return is_noted ? run : TokenRange{token, token};
}

std::uint32_t Mentions::read_headline_name(std::uint32_t token, const Sentence& sentence,
                                           CapitalStyle style) {
    if (!view_.is_capital(token) && view_.shape(token) != TokenShape::number) {
        return token;
    }
    if (const std::uint32_t after = read_repeated(token, sentence); after > token) {
        return after;
    }
    if (const std::uint32_t after = read_known(token, sentence, style); after > token) {
        return after;
    }
    if (text_tells_names_) {
        return token;
    }
    const TokenRange found = shapes_.read(token, sentence, style);
    if (found.size() == 0) {
        return token;
    }
    if (const std::uint32_t entity = entities_.headline_only(found); entity != no_index) {
        add_name(found, entity);
    }
    return found.last;
}

/// As the table spells it: "HOUSTON" is "Houston".
std::string Mentions::spelling(TokenRange range) const {
    std::string spelled(view_.bytes(range));
    if (spelled.starts_with("U.S ")) {
        spelled.insert(3, 1, '.');
    }
    const bool shouts = view_.shape(range.first) == TokenShape::all_caps && spelled.size() > 4 &&
                        spelled.find('.') == std::string::npos;
    if (shouts &&
        std::none_of(spelled.begin(), spelled.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
        for (std::size_t i = 1; i < spelled.size(); ++i) {
            const bool inside = spelled[i - 1] != ' ' && spelled[i] >= 'A' && spelled[i] <= 'Z';
            spelled[i] = inside ? static_cast<char>(spelled[i] - 'A' + 'a') : spelled[i];
        }
    }
    return spelled;
}

std::uint32_t Mentions::read_known(std::uint32_t token, const Sentence& sentence,
                                   CapitalStyle style) {
    const bool is_federal = (view_.is_mark(token, "U.S.") || view_.is_mark(token, "US")) &&
                            token + 2 < sentence.last_token && view_.is_capital(token + 1);
    const std::uint32_t agency_end = is_federal ? end_of_agency(token + 1, sentence) : token;
    if (agency_end > token + 1) {  // "U.S. Forest Service", which the table has without "U.S."
        const TokenRange range{token + 1, agency_end};
        const std::uint32_t entity = entities_.known(
            *view_.tables.names.find(view_.bytes(range)),
            {view_.document.tokens[token].begin, view_.document.tokens[agency_end - 1].end});
        add_name({token, agency_end}, entity);
        return agency_end;
    }
    const NameTable& table = view_.tables.names;
    const std::size_t longest = std::max({table.longest_from(view_.bytes(token)),
                                          table.longest_from(spelling({token, token + 1})),
                                          std::size_t{view_.bytes(token).ends_with('s')}});
    const std::uint32_t limit = std::min<std::uint32_t>(
        sentence.last_token, token + 2 * static_cast<std::uint32_t>(longest));
    for (std::uint32_t last = limit; last > token; --last) {
        const KnownName* known = table.find(view_.bytes(TokenRange{token, last}));
        known = known != nullptr ? known : table.find(spelling({token, last}));
        if (known == nullptr && last == token + 1 && view_.bytes(token).ends_with('s')) {
            known = table.find(view_.bytes(token).substr(0, view_.bytes(token).size() - 1));
            known = known != nullptr && known->kind == NameKind::other ? known : nullptr;
        }
        if (known == nullptr) {
            continue;
        }
        const bool is_place = known->kind == NameKind::place || known->kind == NameKind::government;
        const bool goes_on =
            style == CapitalStyle::sentence && shapes_.goes_on(last, sentence) &&
            (is_place || last == token + 1 ||
             view_.has(last, classes_of(WordClass::company_word, WordClass::org_noun)));
        if (goes_on) {
            return token;  // "Texas Air", "Boston Scientific", "Fox News Network"
        }
        const std::uint32_t entity = entities_.known(
            *known, {view_.document.tokens[token].begin, view_.document.tokens[last - 1].end});
        if (known->kind == NameKind::media && entities_.litigates({token, last})) {
            entities_.make_party(entity);
        }
        const bool has_form = style == CapitalStyle::sentence && last < sentence.last_token &&
                              view_.is_capital(last) &&
                              view_.has(last, classes_of(WordClass::legal_form));
        add_name({token, last + has_form}, entity);  // "Bloomberg LP"
        return last + has_form;
    }
    return token;
}

/// One past the name of a public body that begins at the token; `token` if the table knows none.
std::uint32_t Mentions::end_of_agency(std::uint32_t token, const Sentence& sentence) const {
    const std::size_t longest = view_.tables.names.longest_from(view_.bytes(token));
    const std::uint32_t limit =
        std::min<std::uint32_t>(sentence.last_token, token + static_cast<std::uint32_t>(longest));
    for (std::uint32_t last = limit; last > token + 1; --last) {
        const KnownName* known = view_.tables.names.find(view_.bytes(TokenRange{token, last}));
        if (known != nullptr && known->kind == NameKind::agency) {
            return last;
        }
    }
    return token;
}

/// In headlines: the longest run that is, in any case, a form of a name of the text.
std::uint32_t Mentions::read_repeated(std::uint32_t token, const Sentence& sentence) {
    if (shapes_.is_closed(token)) {
        return token;
    }
    for (std::uint32_t last = std::min(sentence.last_token, token + 6); last > token; --last) {
        const bool is_single = last == token + 1;
        if (view_.is_punctuation(last - 1) || shapes_.is_closed(last - 1) ||
            (is_single && view_.has(token, any_verb | classes_of(WordClass::suit)))) {
            continue;
        }
        const std::uint32_t entity = entities_.find(entities_.key_of({token, last}));
        if (entity != no_index) {
            add_name({token, last}, entity);
            return last;
        }
    }
    return token;
}

/// "Scotch Distillers Union (SDU)", "George Roe, better known as Rho".
void Mentions::note_short_form() {
    if (names_.size() < 2 || spellings_[names_.size() - 2] == no_index) {
        return;
    }
    const Name& full = names_[names_.size() - 2];
    const Name& added = names_.back();
    constexpr std::uint32_t nearby = 6;
    constexpr std::uint32_t apposition = 16;  // words of a description
    if (added.first <= full.last || added.first > full.last + apposition) {
        return;
    }
    const TokenRange between{full.last, added.first};
    if (describes_by_short_form(view_.bytes(between))) {
        entities_.note_short_form(spellings_.back(), spellings_[names_.size() - 2]);
        return;
    }
    if (between.size() > nearby) {
        return;
    }
    bool says_so = introduces_short_form(view_.bytes(between));
    if (view_.is_mark(between.first, "(") && added.last < view_.document.tokens.size()) {
        const bool closes = view_.is_mark(added.last, ")");
        const bool is_quoted =
            is_quote(view_.bytes(added.last)) || (closes && is_quote(view_.bytes(added.first - 1)));
        const bool is_near = between.size() <= 4;
        says_so =
            is_near && (is_quoted ||
                        (closes && between.size() == 1 &&
                         abbreviates(entities_.key_of({added.first, added.last}),
                                     lower_case(view_.bytes(TokenRange{full.first, full.last})))));
    }
    if (!says_so || names_document(entities_.key_of({added.first, added.last}))) {
        return;
    }
    entities_.note_short_form(spellings_.back(), spellings_[names_.size() - 2]);
    if (view_.is_mark(between.first, "(")) {
        return;
    }
    const std::uint32_t last = added.last;  // one name with two forms
    names_.pop_back();
    spellings_.pop_back();
    names_.back().last = last;
    const auto index = static_cast<std::uint32_t>(names_.size() - 1);
    std::fill(name_at_.begin() + names_.back().first, name_at_.begin() + last, index);
}

void Mentions::add_name(TokenRange range, std::uint32_t entity) {
    const auto index = static_cast<std::uint32_t>(names_.size());
    names_.push_back({range.first, range.last, entity});
    spellings_.push_back(no_index);
    std::fill(name_at_.begin() + range.first, name_at_.begin() + range.last, index);
}

bool Mentions::is_state(std::uint32_t entity) const {
    const std::vector<std::string>& forms = this->entity(entity).forms;
    const KnownName* known = forms.empty() ? nullptr : view_.tables.names.find(forms.front());
    return known != nullptr && known->kind == NameKind::government;
}

bool Mentions::can_be_party(std::uint32_t entity) const {
    const NameKind kind = entities_.all()[entity].kind;
    return kind == NameKind::agency || kind == NameKind::government || kind == NameKind::company;
}

}  // namespace litigraph::ingest::detail
