#include "groups.hpp"

#include "binder.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace litigraph::query {

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

// ---- support

namespace {

void add_edge(List& edges, const Value& edge, std::size_t most) {
    const auto is_it = [&](const Value& known) { return known.edge() == edge.edge(); };
    if (edge.kind() == ValueKind::edge && edges.size() < most &&
        std::ranges::none_of(edges, is_it)) {
        edges.push_back(edge);
    }
}

}  // namespace

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

// ---- one aggregate

bool Accumulator::add(const Expr& call, const Value& value, Fault& fault) {
    const Aggregate what = call.function->aggregate;
    if (!state_ && needs_state(call)) {
        state_ = std::make_unique<State>();
    }
    if (value.is_null() || (call.distinct && !state_->seen.insert(value).second)) {
        return true;
    }
    ++count_;
    switch (what) {
        case Aggregate::min:
            if (count_ == 1 || order(value, state_->best) < 0) {
                state_->best = value;
            }
            return true;
        case Aggregate::max:
            if (count_ == 1 || order(value, state_->best) > 0) {
                state_->best = value;
            }
            return true;
        case Aggregate::collect:
            state_->list.push_back(value);
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
    Numbers& sums = state_->numbers;
    const double number = value.number();
    const double before = sums.mean;
    sums.mean += (number - before) / static_cast<double>(count_);
    sums.squares += (number - before) * (number - sums.mean);
    sums.real += number;
    if (value.kind() == ValueKind::real) {
        sums.is_real = true;
    } else if (__builtin_add_overflow(sums.whole, value.integer(), &sums.whole) && !sums.is_real) {
        fault = {"the sum does not fit 64 bits", "NumberOutOfRange"};
        return false;
    }
    return true;
}

Value Accumulator::result(const Expr& call) const {
    static const State nothing;
    const State& state = state_ ? *state_ : nothing;
    const Numbers& sums = state.numbers;
    const auto count = static_cast<double>(count_);
    switch (call.function->aggregate) {
        case Aggregate::count:
            return Value(count_);
        case Aggregate::sum:
            return sums.is_real ? Value(sums.real) : Value(sums.whole);
        case Aggregate::avg:
            return count_ == 0 ? Value() : Value(sums.real / count);
        case Aggregate::deviation:
            return Value(count_ < 2 ? 0.0 : std::sqrt(sums.squares / (count - 1)));
        case Aggregate::min:
        case Aggregate::max:
            return state.best;
        case Aggregate::collect:
            return Value(state.list);
        case Aggregate::none:
            break;
    }
    return {};
}

// ---- groups

Groups::Groups(const PartPlan& plan, Evaluator& evaluate, Meter& meter)
    : plan_(plan), evaluate_(evaluate), meter_(meter) {
    for (const Column& column : plan.projection.columns) {
        if (!column.is_aggregated) {
            key_columns_.push_back(&column);
            continue;
        }
        for_each_slot(*column.expr, [this](Slot slot) {
            if (std::ranges::find(row_slots_, slot) == row_slots_.end()) {
                row_slots_.push_back(slot);
            }
        });
    }
    bytes_each_ = row_slots_.size() * sizeof(Value);
    for (const Expr* call : plan.projection.aggregates) {
        bytes_each_ += Accumulator::bytes(*call);
    }
}

std::optional<std::size_t> Groups::find(const Row& row) {
    key_.clear();
    for (const Column* column : key_columns_) {
        key_.push_back(evaluate_(*column->expr, row));
    }
    const std::size_t size = size_of(key_);
    if (!meter_.work(1 + size / bytes_per_unit) || evaluate_.failed()) {
        return std::nullopt;
    }
    // Rows of one group often follow each other: those of the node that the match started from.
    if (last_ < hashes_.size() && has_key(last_)) {
        return last_;
    }
    if (2 * hashes_.size() >= table_.size()) {
        grow_table();
    }
    const std::size_t hash = RowHash()(key_);
    std::uint32_t& entry = table_[place_of(hash)];
    if (entry == 0) {
        start(row, hash);
        entry = static_cast<std::uint32_t>(hashes_.size());
        if (!meter_.keep_bytes(size + bytes_each_)) {
            return std::nullopt;
        }
    }
    last_ = entry - 1;
    return last_;
}

bool Groups::has_key(std::size_t group) const {
    const Value* known = keys_.data() + group * key_.size();
    return std::equal(key_.begin(), key_.end(), known, same);
}

/// Where the group of key_ stands, or would stand.
std::size_t Groups::place_of(std::size_t hash) const {
    const std::size_t mask = table_.size() - 1;
    std::size_t place = hash & mask;
    while (table_[place] != 0) {
        const std::size_t group = table_[place] - 1;
        if (hashes_[group] == hash && has_key(group)) {
            break;
        }
        place = (place + 1) & mask;
    }
    return place;
}

void Groups::start(const Row& row, std::size_t hash) {
    hashes_.push_back(hash);
    keys_.insert(keys_.end(), key_.begin(), key_.end());
    for (const Slot slot : row_slots_) {
        rows_.push_back(row[slot]);
    }
    if (keeps_support()) {
        support_.emplace_back();
    }
    accumulators_.resize(hashes_.size() * plan_.projection.aggregates.size());
}

void Groups::grow_table() {
    constexpr std::size_t least = 16;
    table_.assign(std::max(least, 4 * table_.size()), 0);
    const std::size_t mask = table_.size() - 1;
    for (std::size_t group = 0; group < hashes_.size(); ++group) {
        std::size_t place = hashes_[group] & mask;
        while (table_[place] != 0) {
            place = (place + 1) & mask;
        }
        table_[place] = static_cast<std::uint32_t>(group + 1);
    }
}

bool Groups::add(std::size_t group, std::size_t aggregate, const Value& value) {
    const Expr& call = *plan_.projection.aggregates[aggregate];
    Fault fault;
    if (!accumulator(group, aggregate).add(call, value, fault)) {
        evaluate_.fail(call, ErrorCode::type_mismatch, fault.message, fault.reason);
        return false;
    }
    const bool keeps = call.distinct || call.function->aggregate == Aggregate::collect;
    return !keeps || meter_.keep_bytes(value.bytes());
}

void Groups::close() {
    if (hashes_.empty() && key_columns_.empty()) {
        start(Row(plan_.width), 0);
    }
}

void Groups::take(std::size_t group, Row& row) {
    row.assign(plan_.width, Value());
    for (std::size_t i = 0; i < row_slots_.size(); ++i) {
        row[row_slots_[i]] = std::move(rows_[group * row_slots_.size() + i]);
    }
    for (std::size_t i = 0; i < key_columns_.size(); ++i) {
        row[key_columns_[i]->slot] = std::move(keys_[group * key_columns_.size() + i]);
    }
    for (std::size_t i = 0; i < plan_.projection.aggregates.size(); ++i) {
        const Expr& call = *plan_.projection.aggregates[i];
        row[call.slot] = accumulator(group, i).result(call);
    }
    for (const Column& column : plan_.projection.columns) {
        if (column.is_aggregated) {
            row[column.slot] = evaluate_(*column.expr, row);
        }
    }
    if (keeps_support()) {
        row.emplace_back(std::move(support_[group]));
    }
}

}  // namespace litigraph::query
