// One list of fields per type serves both ways: an Encoder appends them, a Decoder fills them. A
// decoder that meets anything odd gives up: it is then at its end, and reads nothing but zeros.
#include "observation_codec.hpp"

#include <string>
#include <type_traits>

namespace litigraph {

namespace {

class Encoder {
  public:
    template <class T>
    using Value = const T;

    template <class... Ts>
    void operator()(const Ts&... values) {
        (put(values), ...);
    }
    Encoded take() && { return std::move(encoded_); }

  private:
    template <class T>
    void put(const T& value) {
        if constexpr (std::is_enum_v<T>) {
            word(static_cast<std::uint32_t>(value));
        } else if constexpr (std::is_same_v<T, std::uint32_t>) {
            word(value);
        } else if constexpr (std::is_same_v<T, std::uint64_t>) {
            word(static_cast<std::uint32_t>(value));
            word(static_cast<std::uint32_t>(value >> 32U));
        } else {
            visit(*this, value);
        }
    }
    void put(const std::string& text) {
        word(static_cast<std::uint32_t>(text.size()));
        encoded_.text.insert(encoded_.text.end(), text.begin(), text.end());
    }
    template <class T>
    void put(const std::vector<T>& list) {
        word(static_cast<std::uint32_t>(list.size()));
        for (const T& item : list) {
            put(item);
        }
    }
    template <class T>
    void put(const std::optional<T>& maybe) {
        word(maybe ? 1 : 0);
        if (maybe) {
            put(*maybe);
        }
    }
    void word(std::uint32_t value) { encoded_.words.push_back(value); }

    Encoded encoded_;
};

class Decoder {
  public:
    template <class T>
    using Value = T;

    explicit Decoder(const Encoded& encoded) : words_(encoded.words), text_(encoded.text) {}

    template <class... Ts>
    void operator()(Ts&... values) {
        (get(values), ...);
    }
    /// Whether everything was read and nothing was odd.
    bool is_complete() const noexcept { return is_sound_ && words_.empty() && text_.empty(); }

  private:
    template <class T>
    void get(T& value) {
        if constexpr (std::is_enum_v<T>) {
            using Number = std::underlying_type_t<T>;
            const std::uint32_t number = word();
            value = static_cast<T>(static_cast<Number>(number));
            if (static_cast<std::uint32_t>(value) != number) {
                give_up();
            }
        } else if constexpr (std::is_same_v<T, std::uint32_t>) {
            value = word();
        } else if constexpr (std::is_same_v<T, std::uint64_t>) {
            const std::uint64_t low = word();
            value = low | std::uint64_t{word()} << 32U;
        } else {
            visit(*this, value);
        }
    }
    void get(std::string& text) {
        const std::size_t size = word();
        if (size > text_.size()) {
            give_up();
            return;
        }
        text.assign(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(size));
        text_ = text_.subspan(size);
    }
    template <class T>
    void get(std::vector<T>& list) {
        const std::size_t size = word();
        if (size > words_.size()) {  // every item has a word at least
            give_up();
            return;
        }
        for (std::size_t i = 0; i < size && is_sound_; ++i) {
            get(list.emplace_back());
        }
    }
    template <class T>
    void get(std::optional<T>& maybe) {
        const std::uint32_t has_value = word();
        if (has_value > 1) {
            give_up();
        } else if (has_value == 1) {
            get(maybe.emplace());
        }
    }
    std::uint32_t word() {
        if (words_.empty()) {
            give_up();
            return 0;
        }
        const std::uint32_t value = words_.front();
        words_ = words_.subspan(1);
        return value;
    }
    void give_up() noexcept {
        is_sound_ = false;
        words_ = {};
        text_ = {};
    }

    std::span<const std::uint32_t> words_;
    std::span<const char> text_;
    bool is_sound_ = true;
};

template <class C>
void visit(C& c, typename C::template Value<DateInterval>& v) {
    c(v.first, v.last);
}
template <class C>
void visit(C& c, typename C::template Value<CountInterval>& v) {
    c(v.low, v.high);
}
template <class C>
void visit(C& c, typename C::template Value<Evidence>& v) {
    c(v.begin, v.end, v.quote, v.rule, v.confidence);
}
template <class C>
void visit(C& c, typename C::template Value<ArticleInfo>& v) {
    c(v.id, v.title, v.source, v.url, v.published, v.fingerprint);
}
template <class C>
void visit(C& c, typename C::template Value<PartyObservation>& v) {
    c(v.name, v.kind, v.aliases, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<CourtObservation>& v) {
    c(v.id, v.name, v.candidates, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<JurisdictionObservation>& v) {
    c(v.code, v.name, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<TechnologyObservation>& v) {
    c(v.name, v.term, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<PatentObservation>& v) {
    c(v.number, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<EventObservation>& v) {
    c(v.what, v.detail, v.when, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<RoleObservation>& v) {
    c(v.party, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<OtherRoleObservation>& v) {
    c(v.party, v.role, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<CaseObservation>& v) {
    c(v.plaintiffs, v.defendants, v.others, v.evidence, v.kind, v.cause, v.title, v.docket_number,
      v.count, v.filed, v.filed_words, v.filed_evidence, v.courts, v.jurisdictions, v.technologies,
      v.patents, v.patent_count, v.status, v.events, v.countersuit, v.responds_to,
      v.countersuit_evidence);
}
template <class C>
void visit(C& c, typename C::template Value<RelationObservation>& v) {
    c(v.kind, v.from, v.to, v.place, v.when, v.detail, v.evidence);
}
template <class C>
void visit(C& c, typename C::template Value<ArticleObservations>& v) {
    c(v.article, v.parties, v.cases, v.relations);
}
template <class C>
void visit(C& c, typename C::template Value<AliasRule>& v) {
    c(v.decision, v.name, v.other);
}

template <class T>
Encoded encode_all(std::span<const T> values) {
    Encoder encoder;
    encoder(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) {
        encoder(value);
    }
    return std::move(encoder).take();
}

template <class T>
std::optional<std::vector<T>> decode_all(const Encoded& encoded) {
    Decoder decoder(encoded);
    std::vector<T> values;
    decoder(values);
    return decoder.is_complete() ? std::optional(std::move(values)) : std::nullopt;
}

}  // namespace

Encoded encode(std::span<const ArticleObservations> articles) { return encode_all(articles); }
Encoded encode(std::span<const AliasRule> rules) { return encode_all(rules); }

std::optional<std::vector<ArticleObservations>> decode_articles(const Encoded& encoded) {
    auto articles = decode_all<ArticleObservations>(encoded);
    return articles && std::ranges::all_of(*articles, is_valid) ? std::move(articles)
                                                                : std::nullopt;
}

std::optional<std::vector<AliasRule>> decode_rules(const Encoded& encoded) {
    auto rules = decode_all<AliasRule>(encoded);
    const auto is_known = [](const AliasRule& rule) {
        return rule.decision == AliasRule::Decision::same ||
               rule.decision == AliasRule::Decision::different;
    };
    return rules && std::ranges::all_of(*rules, is_known) ? std::move(rules) : std::nullopt;
}

}  // namespace litigraph
