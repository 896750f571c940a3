#include "case_draft.hpp"
#include "case_facts.hpp"
#include "tables.hpp"
#include <litigraph/ingest/extractor.hpp>

namespace litigraph::ingest {

ArticleObservations extract(const Article& article, const Lexicon& lexicon) {
    ArticleObservations result;
    result.article.id = article.id;
    result.article.title = article.text.substr(0, article.headline_size);
    result.article.source = article.source;
    result.article.url = article.url;
    result.article.published = article.published;
    detail::Reading reading{article, lexicon.tables(), {}, {}, {}, {}};
    reading.document = detail::segment(article, lexicon.tables().words);
    detail::attach_case_facts(reading);
    for (detail::CaseDraft& draft : reading.drafts) {
        result.cases.push_back(std::move(draft.observation));
    }
    result.parties = std::move(reading.parties);
    return result;
}

std::string explain(const Article& /*article*/, const Lexicon& /*lexicon*/) { return {}; }

}  // namespace litigraph::ingest
