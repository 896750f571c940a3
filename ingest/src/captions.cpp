#include "captions.hpp"

#include <algorithm>

namespace litigraph::ingest::detail {

namespace {

class CaptionReader {
  public:
    CaptionReader(const Document& document, const Mentions& mentions, const ClauseReader& clauses,
                  std::uint32_t sentence)
        : document_(document),
          mentions_(mentions),
          clauses_(clauses),
          sentence_(sentence),
          first_(document.sentences[sentence].first_token),
          last_(document.sentences[sentence].last_token) {}

    std::vector<Claim> read() const {
        std::vector<Claim> found;
        for (std::uint32_t i = first_ + 1; i + 1 < last_; ++i) {
            if ((is_versus(i) || is_against(i)) && !is_precedent(i)) {
                add_caption(i, found);
            }
        }
        return found;
    }

  private:
    bool is_versus(std::uint32_t token) const {
        const std::string_view mark = document_.bytes(document_.tokens[token]);
        return mark == "v" || mark == "v.";
    }
    /// "X vs. Y", as headlines have it: who sued is not told.
    bool is_against(std::uint32_t token) const {
        const std::string_view mark = document_.bytes(document_.tokens[token]);
        return mark == "vs" || mark == "vs." || mark == "Vs" || mark == "Vs.";
    }
    /// "et al", "& Ors"
    bool is_and_others(std::uint32_t token) const {
        constexpr std::string_view words[] = {"al", "et", "anor", "Anor", "ors", "Ors"};
        return std::find(std::begin(words), std::end(words),
                         document_.bytes(document_.tokens[token])) != std::end(words);
    }
    bool is_mark(std::uint32_t token) const {
        return document_.tokens[token].shape == TokenShape::punctuation;
    }

    /// "the test from Merrow v. Reill" is about law, not about these parties.
    bool is_precedent(std::uint32_t token) const {
        constexpr std::uint32_t reach = 8;
        for (std::uint32_t i = token > first_ + reach ? token - reach : first_; i < token; ++i) {
            if (clauses_.has(i, classes_of(WordClass::precedent))) {
                return true;
            }
        }
        return false;
    }

    bool is_party(std::uint32_t name) const {
        return name != no_index && mentions_.can_be_party(mentions_.name(name).entity);
    }

    /// Names joined to the one at this token, towards `step`: "A, B and C". Without an "and" the
    /// comma is that of the sentence.
    std::vector<std::uint32_t> names_from(std::uint32_t token, int step) const {
        std::vector<std::uint32_t> names;
        bool saw_and = false;
        while (token >= first_ && token < last_ && is_party(mentions_.name_at(token))) {
            const Name& name = mentions_.name(mentions_.name_at(token));
            if (!names.empty() && is_of_other_caption(name, step)) {
                break;
            }
            names.push_back(mentions_.name_at(token));
            const std::uint32_t edge = step > 0 ? name.last : name.first;
            std::uint32_t next = edge;
            for (std::uint32_t at = step > 0 ? next : next - 1;
                 next > first_ && at < last_ && is_joint(at); at = step > 0 ? next : next - 1) {
                saw_and = saw_and || !is_mark(at);
                next = step > 0 ? next + 1 : next - 1;
            }
            if (next == edge) {
                break;
            }
            token = step > 0 ? next : next - 1;
        }
        if (!saw_and && names.size() > 1) {
            names.erase(names.begin() + 1, names.end());
        }
        return names;
    }

    /// "Y" and "X" in the middle of "X v. Y and X v. Z"
    bool is_of_other_caption(const Name& name, int step) const {
        if (step < 0 && name.first == first_) {
            return false;
        }
        std::uint32_t at = step > 0 ? name.last : name.first - 1;
        while (at > first_ && at + 1 < last_ && document_.bytes(document_.tokens[at]) == ".") {
            at = step > 0 ? at + 1 : at - 1;
        }
        return at >= first_ && at < last_ && (is_versus(at) || is_against(at));
    }

    bool is_joint(std::uint32_t token) const {
        const std::string_view mark = document_.bytes(document_.tokens[token]);
        return mark == "and" || mark == "&" || mark == "," || mark == ".";  // "Inc."
    }

    Parties entities(const std::vector<std::uint32_t>& names) const {
        Parties found;
        for (const std::uint32_t name : names) {
            add_all(found, {mentions_.name(name).entity});
        }
        return found;
    }

    /// "in the matter of X vs. Y", "X et al. vs. Y", "The case is X vs. Y": a court's words, not a
    /// headline's.
    bool is_cited(std::uint32_t first, std::uint32_t last, std::uint32_t versus) const {
        if (first >= first_ + 2) {
            const std::string_view before = document_.bytes(document_.tokens[first - 1]);
            const std::string_view noun = clauses_.word(first - 2);
            const bool is_case = noun == "case" || noun == "cases" || noun == "lawsuit";
            if (is_case && (before == "," || before == "is" || before == ":" || before == "are")) {
                return true;
            }
        }
        const bool has_others = versus > last + 1 && is_and_others(versus - 2);
        const bool is_matter = first >= first_ + 2 &&
                               document_.bytes(document_.tokens[first - 1]) == "of" &&
                               document_.bytes(document_.tokens[first - 2]) == "matter";
        return has_others || is_matter;
    }

    void add_caption(std::uint32_t versus, std::vector<Claim>& found) const {
        std::uint32_t left = versus - 1;
        while (left > first_ && (is_mark(left) || is_and_others(left))) {
            --left;
        }
        const bool stops = document_.bytes(document_.tokens[versus + 1]) == ".";
        const std::vector<std::uint32_t> before = names_from(left, -1);
        const std::vector<std::uint32_t> after = names_from(versus + (stops ? 2 : 1), 1);
        if (before.empty() || after.empty()) {
            return;
        }
        Claim claim;
        claim.plaintiffs = entities(before);
        claim.defendants = entities(after);
        const PartyKind accuser = mentions_.entity(claim.plaintiffs.front()).party_kind;
        const bool is_criminal = accuser == PartyKind::government && !is_against(versus);
        if (is_criminal) {
            return;  // "United States v. X" is most often criminal.
        }
        claim.sentence = sentence_;
        claim.clause = {document_.tokens[mentions_.name(before.back()).first].begin,
                        document_.tokens[mentions_.name(after.back()).last - 1].end};
        claim.anchor = document_.tokens[versus].begin;
        claim.act = Act::sues;
        claim.tells_filing = true;
        claim.is_caption = true;
        claim.rule = "caption";
        if (is_against(versus) && !is_cited(mentions_.name(before.back()).first, left, versus)) {
            claim.both = std::move(claim.plaintiffs);
            add_all(claim.both, claim.defendants);
            claim.defendants.clear();
            claim.tells_filing = false;
        }
        found.push_back(std::move(claim));
    }

    const Document& document_;
    const Mentions& mentions_;
    const ClauseReader& clauses_;
    std::uint32_t sentence_;
    std::uint32_t first_;
    std::uint32_t last_;
};

}  // namespace

std::vector<Claim> read_captions(const Document& document, const Mentions& mentions,
                                 const ClauseReader& clauses, std::uint32_t sentence) {
    return CaptionReader(document, mentions, clauses, sentence).read();
}

}  // namespace litigraph::ingest::detail
