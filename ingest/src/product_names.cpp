#include "product_names.hpp"

#include "subject_phrases.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

constexpr std::size_t most_words = 4;

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// Those of the spans that lie in the sentence, as offsets into it.
std::vector<Span> within(const std::vector<Span>& spans, const Sentence& sentence) {
    std::vector<Span> found;
    auto next = std::ranges::lower_bound(spans, sentence.begin, {}, &Span::begin);
    for (; next != spans.end() && next->begin < sentence.end; ++next) {
        found.push_back({next->begin - sentence.begin, next->end - sentence.begin});
    }
    return found;
}

/// The names of one sentence.
class NameReader : public SubjectPhrases {
  public:
    using SubjectPhrases::SubjectPhrases;

    struct Names {
        std::vector<std::string_view> things;
        std::vector<std::string_view> speakers;  ///< "Zephra said": a name of somebody.
        std::vector<std::string_view> others;    ///< Not known to be of a company or person.
    };

    Names read() const {
        Names found;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const Phrase name = name_at(i);
            if (!name.empty()) {
                const std::string_view text = words_.span(name.first, name.last - 1);
                if (has(name.last, classes_of(WordClass::speech))) {
                    found.speakers.push_back(text);
                } else if (!is_of_somebody(name)) {
                    (is_shown(name) ? found.things : found.others).push_back(text);
                }
                i = name.last - 1;
            }
        }
        return found;
    }

  private:
    bool may_be_of_name(std::size_t i) const {
        constexpr WordClasses others =
            classes_of(WordClass::time, WordClass::nationality, WordClass::determiner,
                       WordClass::possessive, WordClass::pronoun, WordClass::preposition,
                       WordClass::conjunction, WordClass::title, WordClass::court);
        const bool unknown_first = i == 0 && words_[0].capital && !has(0, ~WordClasses{0});
        return (is_name_word(i) || unknown_first) && !is_masked(i) && !has(i, others);
    }

    /// "Patents" in "Zephra Patents", "App" in "Nimbus App"
    bool is_no_name(std::size_t i) const {
        return is(i, SubjectClass::kind) || is(i, SubjectClass::right) ||
               is(i, SubjectClass::excluded) || is(i, SubjectClass::tail);
    }

    Phrase name_at(std::size_t i) const {
        if (!may_be_of_name(i) || (i > 0 && is_hyphened(i - 1))) {
            return {i, i};
        }
        std::size_t last = i + 1;
        while (last - i < most_words && last < words_.size() && !is_separated(last) &&
               !words_[last - 1].possessive && words_[last].gap == ' ' &&
               (may_be_of_name(last) || words_[last].number)) {
            ++last;
        }
        while (last > i && is_no_name(last - 1)) {
            --last;
        }
        return {i, last};
    }

    bool is_shown(const Phrase& name) const {
        const bool follows = name.first > 0 && !is_separated(name.first);
        const bool goes_on = !is_separated(name.last) && !words_[name.last - 1].possessive;
        return (follows && (is_presented(name.first) || is_owned(name))) ||
               (goes_on &&
                (is(name.last, SubjectClass::kind) || is(name.last, SubjectClass::made))) ||
               (words_[name.last - 1].possessive && is(name.last, SubjectClass::made));
    }

    /// "the drug Nimbus", "known as Nimbus"
    bool is_presented(std::size_t i) const {
        constexpr std::size_t longest = 3;
        for (std::size_t first = i; first > 0 && i - first < longest; --first) {
            const std::size_t words = std::max(match(first - 1, SubjectClass::kind).words,
                                               match(first - 1, SubjectClass::presents).words);
            if (words != 0 && first - 1 + words == i) {
                return true;
            }
        }
        return false;
    }

    /// "Zephra's Nimbus", "its Nimbus"; not "Zephra's Orbix unit".
    bool is_owned(const Phrase& name) const {
        const std::size_t owner = name.first - 1;
        const std::string_view word = words_.text(owner);
        const bool is_noun = name.last - name.first == 1 && has(name.first, ~WordClasses{0});
        const bool owned = (words_[owner].possessive && is_masked(owner)) ||
                           ((word == "its" || word == "their") && !is_noun);
        return owned && !is_somebody(name.last) &&
               !has(name.first, classes_of(WordClass::given_name)) &&
               !has(name.last, classes_of(WordClass::title, WordClass::org_noun));
    }

    bool is_of_somebody(const Phrase& name) const {
        constexpr WordClasses people =
            classes_of(WordClass::agency_noun, WordClass::org_noun, WordClass::company_word,
                       WordClass::legal_form, WordClass::role);
        const KnownName* known = tables_.names.find(words_.span(name.first, name.last - 1));
        return has(name.first, people) || has(name.last - 1, people) ||
               (known != nullptr && known->kind != NameKind::other);
    }
};

}  // namespace

std::vector<Span> masked_in(const Reading& reading, const Sentence& sentence) {
    return within(reading.masked_names, sentence);
}

ProductNames::ProductNames(const Reading& reading) : reading_(reading) {
    for (const Sentence& sentence : reading.document.sentences) {
        if (!sentence.is_dateline && !sentence.is_headline) {
            read(sentence);
        }
    }
    std::ranges::sort(things_);
    things_.erase(std::unique(things_.begin(), things_.end()), things_.end());
    for (const std::string& name : things_) {
        if (std::ranges::find(speakers_, name) == speakers_.end()) {
            add_uses(name, uses_);
        }
    }
    std::ranges::sort(uses_, {}, &Span::begin);
}

void ProductNames::read(const Sentence& sentence) {
    const FoldedWords words(reading_.document.bytes(sentence));
    const std::vector<Span> masked = masked_in(reading_, sentence);
    const NameReader::Names names = NameReader(words, reading_.tables, {masked, {}}).read();
    things_.insert(things_.end(), names.things.begin(), names.things.end());
    speakers_.insert(speakers_.end(), names.speakers.begin(), names.speakers.end());
    for (const std::string_view name : names.others) {
        if (is_named_after_party(name)) {
            things_.emplace_back(name);
        }
    }
}

bool ProductNames::is_named_after_party(std::string_view name) const {
    const std::string_view rest = name.substr(name.rfind(' ') + 1);
    const KnownName* known = reading_.tables.names.find(rest);
    const bool is_place = known != nullptr && known->kind != NameKind::other;
    return rest.size() < name.size() && !is_place &&
           std::ranges::any_of(reading_.parties, [&](const PartyObservation& party) {
               return name.size() > party.name.size() && name.starts_with(party.name) &&
                      name[party.name.size()] == ' ';
           });
}

void ProductNames::add_uses(std::string_view name, std::vector<Span>& uses) const {
    const std::string_view text = reading_.document.text;
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + name.size())) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !is_letter(text[at - 1])) &&
            (end == text.size() || !is_letter(text[end]))) {
            uses.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        }
    }
}

std::vector<Span> ProductNames::in(const Sentence& sentence) const {
    return within(uses_, sentence);
}

}  // namespace litigraph::ingest::detail
