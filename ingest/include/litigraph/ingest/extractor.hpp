/// \file
/// From an article to what it says. The one call that everything before the graph serves.
#pragma once

#include <litigraph/graph/observation.hpp>
#include <litigraph/ingest/article.hpp>
#include <litigraph/ingest/lexicon.hpp>

#include <string>

namespace litigraph::ingest {

/// Pure: the same article and lexicon give equal observations. Never fails: text that is not
/// understood yields nothing. O(bytes); may run on many threads with one lexicon.
ArticleObservations extract(const Article& article, const Lexicon& lexicon = Lexicon::built_in());

/// For people: every sentence that holds a trigger, its mentions, and the frame that fired, or why
/// none did. Same reading as extract().
std::string explain(const Article& article, const Lexicon& lexicon = Lexicon::built_in());

}  // namespace litigraph::ingest
