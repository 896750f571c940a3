#include "projector.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace litigraph::query {

namespace {

constexpr std::size_t bytes_per_unit = 256;  // of work
constexpr std::size_t least_to_cut = 1024;   // rows

}  // namespace

std::size_t size_of(const Row& row) {
    std::size_t size = 64;  // what the containers around it cost
    for (const Value& value : row) {
        size += value.bytes();
    }
    return size;
}

std::size_t RowHash::operator()(const Row& row) const noexcept {
    std::size_t result = row.size();
    for (const Value& value : row) {
        result = (result ^ hash(value)) * 0x9E3779B97F4A7C15U;
    }
    return result;
}

bool RowSame::operator()(const Row& a, const Row& b) const {
    return std::ranges::equal(a, b, same);
}

// ---- aggregates

bool Accumulator::add(const Expr& call, const Value& value, Fault& fault) {
    if (call.star) {
        ++count_;
        return true;
    }
    const Aggregate what = call.function->aggregate;
    if (!kept_ && (call.distinct || what == Aggregate::collect)) {
        kept_ = std::make_unique<Kept>();
    }
    if (value.is_null() || (call.distinct && !kept_->seen.insert({value}).second)) {
        return true;
    }
    ++count_;
    switch (what) {
        case Aggregate::min:
            best_ = count_ == 1 || order(value, best_) < 0 ? value : best_;
            return true;
        case Aggregate::max:
            best_ = count_ == 1 || order(value, best_) > 0 ? value : best_;
            return true;
        case Aggregate::collect:
            kept_->list.push_back(value);
            return true;
        case Aggregate::sum:
        case Aggregate::avg:
        case Aggregate::deviation:
            return add_number(value, fault);
        case Aggregate::count:
        case Aggregate::none:
            break;
    }
    return true;
}

bool Accumulator::add_number(const Value& value, Fault& fault) {
    if (!value.is_number()) {
        fault = {"expected numbers, found " + std::string(to_string(value.kind())),
                 "InvalidArgumentType"};
        return false;
    }
    const double number = value.number();
    const double before = mean_;
    mean_ += (number - mean_) / static_cast<double>(count_);
    squares_ += (number - before) * (number - mean_);
    real_ += number;
    if (value.kind() == ValueKind::real) {
        is_real_ = true;
    } else if (__builtin_add_overflow(whole_, value.integer(), &whole_) && !is_real_) {
        fault = {"the sum does not fit 64 bits", "NumberOutOfRange"};
        return false;
    }
    return true;
}

Value Accumulator::result(const Expr& call) const {
    switch (call.function->aggregate) {
        case Aggregate::count:
            return Value(count_);
        case Aggregate::sum:
            return is_real_ ? Value(real_) : Value(whole_);
        case Aggregate::avg:
            return count_ == 0 ? Value() : Value(real_ / static_cast<double>(count_));
        case Aggregate::deviation:
            return Value(count_ < 2 ? 0.0 : std::sqrt(squares_ / static_cast<double>(count_ - 1)));
        case Aggregate::min:
        case Aggregate::max:
            return best_;
        case Aggregate::collect:
            return Value(kept_ ? kept_->list : List());
        case Aggregate::none:
            break;
    }
    return {};
}

// ---- support

namespace {

void add_edge(List& edges, const Value& edge, std::size_t most) {
    const auto is_it = [&](const Value& known) { return known.edge() == edge.edge(); };
    if (edge.kind() == ValueKind::edge && edges.size() < most &&
        std::ranges::none_of(edges, is_it)) {
        edges.push_back(edge);
    }
}

/// The edge that the value is, or those of the list or path that it is.
void add_edges(List& edges, const Value& value, std::size_t most) {
    if (value.kind() == ValueKind::list) {
        for (const Value& item : value.list()) {
            add_edge(edges, item, most);
        }
    } else if (value.kind() == ValueKind::path) {
        for (const Step& step : value.path().steps) {
            add_edge(edges, Value(step.edge), most);
        }
    } else {
        add_edge(edges, value, most);
    }
}

}  // namespace

// ---- rows

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

/// Makes the group of key_ the last one; whether it is new.
bool Projector::find_group() {
    auto found = group_of_.find(key_);
    const bool is_new = found == group_of_.end();
    if (is_new) {
        found = group_of_.emplace(key_, groups_.size()).first;
    }
    last_group_ = &*found;
    return is_new;
}

bool Projector::aggregate(const Row& row) {
    key_.clear();
    for (const Column& column : projection_.columns) {
        if (!column.is_aggregated) {
            key_.push_back(evaluate_(*column.expr, row));
        }
    }
    if (!meter_.work(1 + size_of(key_) / bytes_per_unit)) {
        return false;
    }
    // Rows of one group often follow each other: those of the node that the match started from.
    const bool again = last_group_ != nullptr && RowSame()(last_group_->first, key_);
    const bool is_new = !again && find_group();
    if (is_new) {
        groups_.push_back({row, std::vector<Accumulator>(projection_.aggregates.size())});
        if (!meter_.keep_bytes(size_of(row) + size_of(key_))) {
            return false;
        }
    }
    Group& group = groups_[last_group_->second];
    if (max_support_ > 0 && !is_new && group.row[plan_.width].list().size() < max_support_) {
        List edges = group.row[plan_.width].list();
        add_edges(edges, row[plan_.width], max_support_);
        group.row[plan_.width] = Value(std::move(edges));
    }
    for (std::size_t i = 0; i < projection_.aggregates.size(); ++i) {
        const Expr& call = *projection_.aggregates[i];
        const Value value = call.star ? Value() : evaluate_(*call.args[0], row);
        Fault fault;
        if (!group.values[i].add(call, value, fault)) {
            evaluate_.fail(call, ErrorCode::type_mismatch, fault.message, fault.reason);
        }
        const bool keeps = call.distinct || call.function->aggregate == Aggregate::collect;
        if (keeps && !meter_.keep_bytes(value.bytes())) {
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
    Sorted sorted;
    for (const SortKey& key : projection_.order) {
        sorted.keys.push_back(evaluate_(*key.expr, row));
    }
    sorted.row = row;
    const std::size_t size = size_of(sorted.keys) + size_of(sorted.row);
    sorted_.push_back(std::move(sorted));
    if (limit_ != unbounded && sorted_.size() >= std::max(least_to_cut, 2 * (skip_ + limit_))) {
        sort();
        cut(skip_ + limit_);
    }
    return !evaluate_.failed() && meter_.keep_bytes(size) && meter_.work();
}

/// Rows before others in the order asked for; equal ones as they came. When a budget is used up
/// nothing is before anything any more, which a merge sort bears.
void Projector::sort() {
    std::ranges::stable_sort(sorted_, [this](const Sorted& a, const Sorted& b) {
        for (std::size_t i = 0; i < projection_.order.size() && meter_.work(); ++i) {
            const auto result = order(a.keys[i], b.keys[i]);
            if (result != 0) {
                return projection_.order[i].descending ? result > 0 : result < 0;
            }
        }
        return false;
    });
}

/// Forgets rows that LIMIT will not let through.
void Projector::cut(std::size_t count) {
    for (std::size_t i = count; i < sorted_.size(); ++i) {
        meter_.release_bytes(size_of(sorted_[i].keys) + size_of(sorted_[i].row));
    }
    sorted_.resize(std::min(count, sorted_.size()));
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
    const bool only_aggregates = std::ranges::all_of(projection_.columns, &Column::is_aggregated);
    if (projection_.is_aggregated && groups_.empty() && only_aggregates) {
        groups_.push_back(
            {Row(plan_.width), std::vector<Accumulator>(projection_.aggregates.size())});
    }
    bool go_on = !evaluate_.failed();
    for (std::size_t g = 0; g < groups_.size() && go_on; ++g) {
        Row row = std::move(groups_[g].row);
        for (std::size_t i = 0; i < projection_.aggregates.size(); ++i) {
            const Expr& call = *projection_.aggregates[i];
            row[call.slot] = groups_[g].values[i].result(call);
        }
        for (const Column& column : projection_.columns) {
            row[column.slot] = evaluate_(*column.expr, row);
        }
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
