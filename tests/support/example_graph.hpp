/// \file
/// The graph of examples/articles, made the way `litigraph ingest` makes it.
#pragma once

#include <litigraph/graph/resolution.hpp>
#include <litigraph/ingest/article_reader.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <utility>
#include <vector>

namespace litigraph::test {

inline const Resolution& example_resolution() {
    static const Resolution resolution = [] {
        std::vector<ArticleObservations> told;
        ingest::read_articles(
            LITIGRAPH_SOURCE_DIR "/examples/articles",
            [&](ingest::Article&& article) { told.push_back(ingest::extract(article)); });
        return *resolve(ObservationSet(std::move(told)));
    }();
    return resolution;
}

}  // namespace litigraph::test
