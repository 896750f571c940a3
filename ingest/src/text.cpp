#include "text.hpp"

#include "word_table.hpp"

#include <algorithm>
#include <cctype>

// One loop over the bytes cuts tokens; sentence ends are decided at each full stop from the words
// around it. A line is a paragraph of its own unless the text is wrapped (no line is long), where
// only an empty line ends a paragraph.

namespace litigraph::ingest::detail {

namespace {

/// Abbreviations that no sentence ends with. Sorted.
constexpr std::string_view never_last[] = {
    "Atty", "Capt", "Cf", "Dr",  "Ft",   "Gen", "Gov", "Hon", "Lt", "Messrs", "Mr", "Mrs",
    "Ms",   "Mt",   "No", "Nos", "Prof", "Rep", "Sen", "Sgt", "St", "cf",     "v",  "vs"};

/// Abbreviations that a sentence may end with; those of courts and captions are from the Bluebook's
/// tables T6 and T10. Sorted.
constexpr std::string_view abbreviations[] = {
    "Adm",    "Ala",   "Apr",   "Ariz",  "Ark",   "Assocs", "Aug",    "Ave",  "Bhd",  "Blvd",
    "Bros",   "Cal",   "Calif", "Chem",  "Chems", "Cia",    "Cir",    "Co",   "Colo", "Conn",
    "Corp",   "Cos",   "Ct",    "Cty",   "Dec",   "Del",    "Dept",   "Dist", "Div",  "Elec",
    "Elecs",  "Feb",   "Fin",   "Fla",   "Ga",    "Grp",    "Hldgs",  "Hosp", "Ill",  "Inc",
    "Ind",    "Indus", "Ins",   "Jan",   "Jr",    "Kan",    "Ky",     "L.P",  "La",   "Ltd",
    "Mar",    "Mass",  "Md",    "Me",    "Mfg",   "Mich",   "Minn",   "Miss", "Mo",   "Mont",
    "N.A",    "Nab",   "Neb",   "Nev",   "Nov",   "Oct",    "Okla",   "Ore",  "Pa",   "Pharm",
    "Pharms", "Prods", "Props", "Pte",   "Pty",   "Rd",     "Rests",  "Sdn",  "Sept", "Servs",
    "Sr",     "Sys",   "Tech",  "Techs", "Tenn",  "Tex",    "Transp", "Univ", "Va",   "Vt",
    "Wash",   "Wis",   "Wyo",   "al"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_alnum(char c) { return is_upper(c) || is_lower(c) || is_digit(c); }

/// Bytes of the mark at `at` if it is typographic punctuation (U+2010..U+2026, no-break space).
std::size_t typographic_mark(std::string_view text, std::size_t at) {
    const std::string_view here = text.substr(at, 3);
    if (here.size() == 3 && here[0] == '\xE2' && here[1] == '\x80') {
        return 3;
    }
    return here.size() >= 2 && here[0] == '\xC2' &&
                   (here[1] == '\xA0' || here[1] == '\xBB' || here[1] == '\xAB')
               ? 2
               : 0;
}

bool is_apostrophe(std::string_view mark) { return mark == "'" || mark == "\xE2\x80\x99"; }
bool is_closing(std::string_view mark) {
    return mark == "\"" || mark == "\xE2\x80\x9D" || mark == "\xE2\x80\x99" || mark == "'" ||
           mark == ")" || mark == "]";
}

/// "k9x", "over0flow": letters on both sides of a digit.
bool holds_digit(std::string_view word) {
    const std::size_t digit = word.find_first_of("0123456789");
    return word.size() > 2 && digit != std::string_view::npos && is_lower(word.front()) &&
           is_lower(word.back()) && word.find_first_of("-./") == std::string_view::npos;
}

TokenShape shape_of(std::string_view word) {
    if (is_digit(word.front())) {
        return TokenShape::number;
    }
    if (holds_digit(word)) {
        return TokenShape::mixed;
    }
    const auto upper = std::count_if(word.begin(), word.end(), is_upper);
    const auto lower = std::count_if(word.begin(), word.end(), is_lower);
    if (upper == 0) {
        return is_high(word.front()) && word.front() == '\xC3' ? TokenShape::capitalised
                                                               : TokenShape::lower;
    }
    if (lower == 0) {
        return TokenShape::all_caps;
    }
    return is_upper(word.front()) ? TokenShape::capitalised : TokenShape::mixed;
}

bool is_wrapped(std::string_view text) {
    std::size_t longest = 0;
    std::size_t lines = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        longest = std::max(longest, end);
        lines += end > 0;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines > 4 && longest < 100;
}

/// Tokens. Prose stays far below; reading a sentence takes more than linear time, so that one
/// without an end is cut.
constexpr std::size_t longest_sentence = 1000;

class Segmenter {
  public:
    Segmenter(const Article& article, const WordTable& words)
        : text_(article.text), words_(words), wrapped_(is_wrapped(article.text)) {
        document_.text = text_;
        document_.tokens.reserve(text_.size() / 5 + 8);
    }

    Document run(std::size_t headline_size, std::size_t body_begin) {
        if (headline_size > 0) {
            read(0, headline_size);
            close_sentence();
            mark_headline(0);
        }
        read(std::max(body_begin, headline_size), text_.size());
        close_paragraph();
        return std::move(document_);
    }

  private:
    void read(std::size_t begin, std::size_t end) {
        for (std::size_t at = begin; at < end;) {
            const char c = text_[at];
            if (c == '\n') {
                at = read_line_end(at, end);
            } else if (is_space(c)) {
                ++at;
            } else if (const std::size_t mark = typographic_mark(text_, at)) {
                at = read_mark(at, mark);
            } else if (is_alnum(c) || is_high(c)) {
                at = read_word(at, end);
            } else {
                const bool is_dash = text_.substr(at, 2) == "--";
                at = read_mark(at, is_dash ? 2 : 1);
            }
        }
    }

    std::size_t read_line_end(std::size_t at, std::size_t end) {
        std::size_t next = at;
        std::size_t lines = 0;
        for (; next < end && is_space(text_[next]); ++next) {
            lines += text_[next] == '\n';
        }
        if ((lines > 1 || !wrapped_) && !list_goes_on(at, next, end)) {
            close_paragraph();
        }
        return next;
    }

    /// A list told line by line, "the respondents:", "X; and", "Y.", is one sentence.
    bool list_goes_on(std::size_t line_end, std::size_t next, std::size_t end) const {
        if (ends_with_semicolon(line_end)) {
            return true;
        }
        const std::size_t next_end = std::min(text_.find('\n', next), end);
        return text_up_to(line_end).ends_with(':') && next_end > next &&
               ends_with_semicolon(next_end);
    }

    /// Whether the line that ends there ends in ";", "; and" or "; or".
    bool ends_with_semicolon(std::size_t line_end) const {
        const std::string_view line = text_up_to(line_end);
        const std::size_t joiner = line.ends_with(" and") ? 4 : line.ends_with(" or") ? 3 : 0;
        return text_up_to(line.size() - joiner).ends_with(';');
    }

    /// Without the spaces at its end.
    std::string_view text_up_to(std::size_t end) const {
        while (end > 0 && is_space(text_[end - 1])) {
            --end;
        }
        return text_.substr(0, end);
    }

    std::size_t read_word(std::size_t at, std::size_t end) {
        std::size_t next = at;
        while (next < end) {
            const char c = text_[next];
            if (is_alnum(c) || (is_high(c) && typographic_mark(text_, next) == 0)) {
                ++next;
            } else if (joins(at, next, end)) {
                ++next;
            } else {
                break;
            }
        }
        next = read_contraction(at, next, end);
        next = read_elision(at, next, end);
        push(at, next, shape_of(text_.substr(at, next - at)));
        return next;
    }

    /// The end of "O'Brien", "Ja'far" and "D'Arc" whose word ends at `next` so far: a capital on
    /// either side of the apostrophe, and more than the "s" of an owner after it.
    std::size_t read_elision(std::size_t at, std::size_t next, std::size_t end) const {
        const std::size_t mark = next < end && text_[next] == '\''         ? 1
                                 : text_.substr(next, 3) == "\xE2\x80\x99" ? 3
                                                                           : 0;
        std::size_t last = next + mark;
        while (mark > 0 && last < end && is_alnum(text_[last])) {
            ++last;
        }
        const bool may_end = text_[next - 1] == 's' && last > next + mark &&
                             !is_upper(text_[next + mark]);  // "Associates'software"
        const bool is_name = mark > 0 && !may_end && is_upper(text_[at]) &&
                             last > next + mark + 1 && contracted_auxiliary(next + mark) == 0 &&
                             text_.substr(next + mark, last - next - mark) != "ll";
        return is_name ? last : next;
    }

    /// Whether the mark at `next` is inside the word: "AT&T", "e-book", "Match.com", "U.S.",
    /// "1,750".
    bool joins(std::size_t at, std::size_t next, std::size_t end) const {
        const char c = text_[next];
        const bool followed = next + 1 < end && is_alnum(text_[next + 1]);
        switch (c) {
            case '&':
            case '-':
                return followed && next > at;
            case '/':
                return followed && is_digit(text_[next + 1]) && is_digit(text_[next - 1]);
            case ',':
            case ':':
                return followed && is_digit(text_[next - 1]) && is_digit(text_[next + 1]);
            case '.':
                return followed ? is_alnum(text_[next - 1]) : is_initials(at, next);
            default:
                return false;
        }
    }

    /// "U.S" or "F.T.C": the full stop after it is part of the word.
    bool is_initials(std::size_t at, std::size_t next) const {
        return next - at >= 3 && text_[next - 2] == '.' && is_upper(text_[next - 1]);
    }

    /// "didn't" is one word; "Apple's" is two.
    std::size_t read_contraction(std::size_t at, std::size_t next, std::size_t end) const {
        const std::size_t mark =
            next < end && text_[next] == '\'' ? 1 : typographic_mark(text_, next);
        if (mark == 0 || next + mark >= end || !is_apostrophe(text_.substr(next, mark))) {
            return next;
        }
        if (next > at && text_[next - 1] == 'n' && text_[next + mark] == 't') {
            return next + mark + 1;
        }
        const bool name_like =
            next - at == 1 && is_upper(text_[at]) && is_upper(text_[next + mark]);
        return name_like ? read_letters(next + mark, end) : next;  // "O'Brien"
    }

    std::size_t read_letters(std::size_t next, std::size_t end) const {
        while (next < end && (is_alnum(text_[next]))) {
            ++next;
        }
        return next;
    }

    std::size_t read_mark(std::size_t at, std::size_t size) {
        std::size_t end = at + size;
        if (is_apostrophe(text_.substr(at, size)) && at > 0 && !is_space(text_[at - 1])) {
            const char next = end < text_.size() ? text_[end] : ' ';
            const char after = end + 1 < text_.size() ? text_[end + 1] : ' ';
            if ((next == 's' || next == 'S') && !is_alnum(after)) {
                ++end;
            } else if (const std::size_t letters = contracted_auxiliary(end)) {
                push(at, end + letters, TokenShape::lower);
                return end + letters;
            }
        }
        push(at, end, TokenShape::punctuation);
        if (size == 1 && (text_[at] == '.' || text_[at] == '!' || text_[at] == '?')) {
            end = end_sentence_if_done(at, end);
        } else if (text_[at] == '-' || size == 3) {
            end_dateline(at, end);
        } else if (text_[at] == ')') {
            end_wire_dateline(end);
        }
        return end;
    }

    /// "MUNICH (AP)" at the head of a paragraph, without a dash.
    void end_wire_dateline(std::size_t end) {
        const std::size_t begin = first_byte_of_sentence();
        if (begin == text_.size() || end - begin > 60 || end >= text_.size() ||
            !is_space(text_[end]) || !opens_paragraph()) {
            return;
        }
        const std::string_view place = text_.substr(begin, end - begin);
        std::size_t next = end;
        while (next < text_.size() && is_space(text_[next])) {
            ++next;
        }
        if (next < text_.size() && is_alnum(text_[next]) && is_dateline(place) &&
            is_shouted_place(place)) {
            close_sentence();
            document_.sentences.back().is_dateline = true;
        }
    }

    bool opens_paragraph() const {
        return document_.sentences.empty() || document_.sentences.back().paragraph != paragraph_;
    }

    /// Bytes of "d", "ve", "re" or "ll" after an apostrophe; 0 if none stands at `at`.
    std::size_t contracted_auxiliary(std::size_t at) const {
        constexpr std::string_view auxiliaries[] = {"d", "ve", "re", "ll"};
        for (const std::string_view form : auxiliaries) {
            const std::size_t end = at + form.size();
            if (text_.substr(at, form.size()) == form &&
                (end >= text_.size() || !is_alnum(text_[end]))) {
                return form.size();
            }
        }
        return 0;
    }

    std::size_t end_sentence_if_done(std::size_t at, std::size_t end) {
        std::size_t next = end;
        while (next < text_.size()) {
            const std::size_t mark = std::max<std::size_t>(typographic_mark(text_, next), 1);
            if (!is_closing(text_.substr(next, mark))) {
                break;
            }
            push(next, next + mark, TokenShape::punctuation);
            next += mark;
        }
        if (next >= text_.size() || !is_space(text_[next])) {
            return next;
        }
        std::size_t word = next;
        while (word < text_.size() && is_space(text_[word])) {
            ++word;
        }
        if (text_[at] != '.' || ends_sentence(at, word)) {
            close_sentence();
        }
        return next;
    }

    /// Whether the full stop at `at` ends the sentence, given that the next word is at `word`.
    bool ends_sentence(std::size_t at, std::size_t word) const {
        if (word >= text_.size() || is_lower(text_[word])) {
            return false;
        }
        std::size_t begin = at;
        while (begin > 0 && (is_alnum(text_[begin - 1]) || text_[begin - 1] == '.')) {
            --begin;
        }
        const std::string_view before = text_.substr(begin, at - begin);
        if (before.size() == 1 && is_upper(before[0])) {
            return false;  // "Johnson C. Smith"
        }
        if (std::ranges::binary_search(never_last, before)) {
            return false;
        }
        if (before.find('.') != std::string_view::npos || is_abbreviation(before)) {
            return starts_like_sentence(word);
        }
        return true;
    }

    bool starts_like_sentence(std::size_t word) const {
        std::size_t end = word;
        while (end < text_.size() && is_alnum(text_[end])) {
            ++end;
        }
        constexpr WordClasses openers =
            classes_of(WordClass::determiner, WordClass::pronoun, WordClass::preposition,
                       WordClass::possessive, WordClass::conditional);
        return (words_[words_.find(text_.substr(word, end - word))].classes & openers) != 0;
    }

    /// A sentence of its own: "LOS ANGELES, March 5 - ", "PARIS (Reuters) - ", "DALLAS, May 5
    /// /Wire/ -- " and, with a long dash at the head of a paragraph, "HOUSTON, Texas -- ".
    void end_dateline(std::size_t at, std::size_t end) {
        const std::size_t begin = first_byte_of_sentence();
        if (begin == text_.size() || at - begin > 60 || end >= text_.size() || at == 0 ||
            !is_space(text_[end]) || !is_space(text_[at - 1])) {
            return;
        }
        const std::string_view place = text_.substr(begin, at - begin - 1);
        if (is_dateline(place) || (opens_paragraph() && end - at > 1 && is_shouted_place(place))) {
            close_sentence();
            document_.sentences.back().is_dateline = true;
        }
    }

    static bool is_dateline(std::string_view place) {
        const std::string_view first_word = place.substr(0, place.find_first_of(" ,"));
        const bool shouts = first_word.size() < place.size() &&
                            std::none_of(first_word.begin(), first_word.end(), is_lower);
        const bool names_wire = place.find("(Reuters)") != std::string_view::npos ||
                                place.find("(AP)") != std::string_view::npos ||
                                (shouts && place.find(" /") != std::string_view::npos);
        const bool is_dated = place.size() > 2 && (is_digit(place[place.size() - 1]) ||
                                                   is_digit(place[place.size() - 2]));
        return names_wire || (is_dated && (shouts || place.find(',') != std::string_view::npos));
    }

    /// "HOUSTON", "COLUMBUS, Ohio", "RENO, Nev. (AP)"
    static bool is_shouted_place(std::string_view place) {
        constexpr std::size_t longest_state = 16;
        const std::string_view named = place.substr(0, place.find(" ("));
        const std::string_view city = named.substr(0, named.find(','));
        return city.size() > 4 && std::count_if(city.begin(), city.end(), is_space) <= 2 &&
               std::none_of(city.begin(), city.end(), is_lower) &&
               named.size() - city.size() <= longest_state &&
               (named.size() == place.size() || place.ends_with(')'));
    }

    std::size_t first_byte_of_sentence() const {
        return sentence_first_ < document_.tokens.size() ? document_.tokens[sentence_first_].begin
                                                         : text_.size();
    }

    void push(std::size_t begin, std::size_t end, TokenShape shape) {
        Token token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.shape = shape;
        if (shape != TokenShape::punctuation) {
            token.word = words_.find(text_.substr(begin, end - begin));
            const bool is_compound =
                text_.substr(begin, end - begin).find('-') != std::string_view::npos;
            if (token.word == 0 && token.shape == TokenShape::lower && !is_compound) {
                token.word = WordTable::guess(text_.substr(begin, end - begin));
            }
        }
        document_.tokens.push_back(token);
        if (document_.tokens.size() - sentence_first_ >= longest_sentence) {
            close_sentence();
        }
    }

    void close_sentence() {
        const auto last = static_cast<std::uint32_t>(document_.tokens.size());
        if (last == sentence_first_) {
            return;
        }
        Sentence sentence;
        sentence.begin = document_.tokens[sentence_first_].begin;
        sentence.end = document_.tokens[last - 1].end;
        sentence.first_token = sentence_first_;
        sentence.last_token = last;
        sentence.paragraph = paragraph_;
        document_.sentences.push_back(sentence);
        sentence_first_ = last;
    }

    void close_paragraph() {
        const std::size_t before = document_.sentences.size();
        const bool stops = ends_with_stop();
        close_sentence();
        if (document_.sentences.size() > before && !stops &&
            document_.sentences.back().last_token - document_.sentences.back().first_token < 24 &&
            (before == 0 || document_.sentences[before - 1].paragraph != paragraph_)) {
            mark_headline(before);
        }
        ++paragraph_;
    }

    bool ends_with_stop() const {
        for (std::size_t i = document_.tokens.size(); i > sentence_first_; --i) {
            const std::string_view mark = document_.bytes(document_.tokens[i - 1]);
            if (!is_closing(mark)) {
                return mark == "." || mark == "!" || mark == "?" || mark == ":" ||
                       mark == "\xE2\x80\xA6";
            }
        }
        return true;
    }

    void mark_headline(std::size_t from) {
        for (std::size_t i = from; i < document_.sentences.size(); ++i) {
            document_.sentences[i].is_headline = true;
        }
        ++paragraph_;
    }

    std::string_view text_;
    const WordTable& words_;
    bool wrapped_;
    Document document_;
    std::uint32_t sentence_first_ = 0;
    std::uint32_t paragraph_ = 0;
};

}  // namespace

bool is_abbreviation(std::string_view word) {
    return std::ranges::binary_search(abbreviations, word);
}

Document segment(const Article& article, const WordTable& words) {
    return Segmenter(article, words).run(article.headline_size, article.body_begin);
}

}  // namespace litigraph::ingest::detail
