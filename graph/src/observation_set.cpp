#include <litigraph/graph/observation_set.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace litigraph {

ObservationSet::ObservationSet(std::vector<ArticleObservations> articles)
    : articles_(std::move(articles)) {
    if (!std::ranges::is_sorted(articles_)) {
        std::ranges::sort(articles_);
    }
    articles_.erase(std::unique(articles_.begin(), articles_.end()), articles_.end());
}

bool ObservationSet::insert(ArticleObservations article) {
    const auto place = std::ranges::lower_bound(articles_, article);
    if (place != articles_.end() && *place == article) {
        return false;
    }
    articles_.insert(place, std::move(article));
    return true;
}

std::size_t ObservationSet::erase(std::string_view article_id) {
    return std::erase_if(articles_, [&](const ArticleObservations& observations) {
        return observations.article.id == article_id;
    });
}

void ObservationSet::merge(ObservationSet other) {
    std::vector<ArticleObservations> all;
    all.reserve(articles_.size() + other.articles_.size());
    std::set_union(std::make_move_iterator(articles_.begin()),
                   std::make_move_iterator(articles_.end()),
                   std::make_move_iterator(other.articles_.begin()),
                   std::make_move_iterator(other.articles_.end()), std::back_inserter(all));
    articles_ = std::move(all);
}

}  // namespace litigraph
