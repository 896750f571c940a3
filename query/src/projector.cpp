#include "projector.hpp"

#include <algorithm>
#include <utility>

namespace litigraph::query {

namespace {

constexpr std::size_t least_to_cut = 1024;  // rows

}  // namespace

Row Projector::columns(const Row& row) const {
    Row result;
    result.reserve(projection_.columns.size());
    for (const Column& column : projection_.columns) {
        result.push_back(row[column.slot]);
    }
    return result;
}

Row Projector::projected(const Row& row) const {
    Row result = columns(row);
    if (max_support_ > 0) {
        result.push_back(row.size() > plan_.width ? row[plan_.width] : Value(List{}));
    }
    return result;
}

bool Projector::add(Row& row) {
    if (max_support_ == 0) {
        return take(row);
    }
    const Value inherited = row[plan_.width];
    List edges = inherited.is_null() ? List{} : inherited.list();
    for (std::size_t slot = 0; slot < plan_.width; ++slot) {
        add_edges(edges, row[slot], max_support_);
    }
    row[plan_.width] = Value(std::move(edges));
    const bool go_on = take(row);
    row[plan_.width] = inherited;  // the matcher goes on with this row
    return go_on;
}

bool Projector::take(Row& row) {
    if (projection_.is_aggregated) {
        return aggregate(row);
    }
    for (const Column& column : projection_.columns) {
        row[column.slot] = evaluate_(*column.expr, row);
    }
    return !evaluate_.failed() && deliver(row);
}

bool Projector::aggregate(const Row& row) {
    const auto group = groups_.find(row);
    if (!group) {
        return false;
    }
    if (max_support_ > 0) {
        groups_.add_support(*group, row[plan_.width]);
    }
    for (std::size_t i = 0; i < projection_.aggregates.size(); ++i) {
        const Expr& call = *projection_.aggregates[i];
        if (call.star) {
            groups_.count(*group, i);
        } else if (!groups_.add(*group, i, evaluate_(*call.args[0], row))) {
            return false;
        }
    }
    return !evaluate_.failed();
}

/// A projected row: merge, then sort or pass on.
bool Projector::deliver(Row& row) {
    if (projection_.distinct) {
        Row key = columns(row);
        const std::size_t size = size_of(key);
        if (!meter_.work(1 + size / bytes_per_unit)) {
            return false;
        }
        if (!seen_.insert(std::move(key)).second) {
            return true;
        }
        if (!meter_.keep_bytes(size)) {
            return false;
        }
    }
    if (projection_.order.empty()) {
        return emit(row);
    }
    sort_key_.clear();
    for (const SortKey& key : projection_.order) {
        sort_key_.push_back(evaluate_(*key.expr, row));
    }
    if (evaluate_.failed() || !meter_.work()) {
        return false;
    }
    if (is_cut_ && !is_before(sort_key_, sorted_[skip_ + limit_ - 1].keys)) {
        return true;
    }
    sorted_.push_back({sort_key_, row});
    const std::size_t size = size_of(sort_key_) + size_of(row);
    if (limit_ != unbounded && sorted_.size() >= std::max(least_to_cut, 2 * (skip_ + limit_))) {
        sort();
        cut(skip_ + limit_);
    }
    return meter_.keep_bytes(size);
}

/// In the order asked for. When a budget is used up nothing is before anything any more, which a
/// merge sort bears.
bool Projector::is_before(const Row& a, const Row& b) {
    for (std::size_t i = 0; i < projection_.order.size() && meter_.work(); ++i) {
        const auto result = order(a[i], b[i]);
        if (result != 0) {
            return projection_.order[i].descending ? result > 0 : result < 0;
        }
    }
    return false;
}

/// Equal rows stay as they came.
void Projector::sort() {
    std::ranges::stable_sort(
        sorted_, [this](const Row& a, const Row& b) { return is_before(a, b); }, &Sorted::keys);
}

/// Forgets rows that LIMIT will not let through.
void Projector::cut(std::size_t count) {
    for (std::size_t i = count; i < sorted_.size(); ++i) {
        meter_.release_bytes(size_of(sorted_[i].keys) + size_of(sorted_[i].row));
    }
    sorted_.resize(std::min(count, sorted_.size()));
    is_cut_ = count > 0 && sorted_.size() == count;
}

bool Projector::emit(const Row& row) {
    if (!meter_.work()) {
        return false;
    }
    if (skip_ > 0) {
        --skip_;
        return true;
    }
    if (limit_ == 0) {
        return false;
    }
    if (limit_ != unbounded) {
        --limit_;
    }
    if (projection_.where != nullptr && !evaluate_.holds(*projection_.where, row)) {
        return !evaluate_.failed() && limit_ > 0;
    }
    return next_(projected(row)) && limit_ > 0;
}

bool Projector::finish() {
    bool go_on = !evaluate_.failed();
    if (projection_.is_aggregated) {
        groups_.close();
    }
    Row row;
    for (std::size_t g = 0; g < groups_.size() && go_on; ++g) {
        groups_.take(g, row);
        go_on = !evaluate_.failed() && deliver(row);
    }
    if (evaluate_.failed()) {
        return false;
    }
    sort();
    for (const Sorted& sorted : sorted_) {
        if (!emit(sorted.row)) {
            break;
        }
    }
    return !evaluate_.failed();
}

}  // namespace litigraph::query
