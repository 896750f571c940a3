/// \file
/// Articles about one suit, for tests of resolution.
#pragma once

#include <litigraph/graph/observation.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace litigraph::test {

inline Evidence words(const std::string& quote) {
    return {0, static_cast<std::uint32_t>(quote.size()), quote, "sue", Confidence::stated};
}

inline DateInterval days(const char* text) { return interval_from_string(text).value(); }

/// An article in which `parties[0]` sues `parties[1]`.
inline ArticleObservations suit(const std::string& id, const std::vector<std::string>& parties,
                                std::optional<DateInterval> filed = {}) {
    ArticleObservations article;
    article.article.id = id;
    article.article.fingerprint = std::hash<std::string>{}(id);
    for (const std::string& name : parties) {
        article.parties.push_back({name, PartyKind::company, {}, words(name)});
    }
    CaseObservation told;
    told.plaintiffs = {{.party = 0, .evidence = words(parties[0])}};
    told.defendants = {{.party = 1, .evidence = words(parties[1])}};
    told.evidence = {words(parties[0] + " sued " + parties[1])};
    told.filed = filed;
    article.cases.push_back(std::move(told));
    return article;
}

}  // namespace litigraph::test
