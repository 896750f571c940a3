#include "id_columns.hpp"

#include "binder.hpp"
#include "functions.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace litigraph::query {

// ---- columns

void IdColumns::add(Slot slot, bool is_edge) {
    IdColumn& column = columns_.emplace_back();
    column.slot = slot;
    column.is_edge = is_edge;
}

void IdColumns::add_columns_of(const IdColumns& other) {
    for (const IdColumn& column : other.columns_) {
        add(column.slot, column.is_edge);
    }
}

const IdColumn* IdColumns::find(Slot slot) const noexcept {
    const auto found = std::ranges::find(columns_, slot, &IdColumn::slot);
    return found == columns_.end() ? nullptr : &*found;
}

IdColumn* IdColumns::find(Slot slot) noexcept {
    const auto found = std::ranges::find(columns_, slot, &IdColumn::slot);
    return found == columns_.end() ? nullptr : &*found;
}

void IdColumns::clear() noexcept {
    size_ = 0;
    for (IdColumn& column : columns_) {
        column.nodes.clear();
        column.edges.clear();
    }
}

void IdColumns::append(const IdColumns& other, const std::vector<std::uint32_t>& matches) {
    const auto append_to = [&](auto& ids, const auto& others) {
        ids.reserve(matches.size());
        for (const std::uint32_t match : matches) {
            ids.push_back(others[match]);
        }
    };
    for (std::size_t i = 0; i < other.columns_.size(); ++i) {
        const IdColumn& column = other.columns_[i];
        column.is_edge ? append_to(columns_[i].edges, column.edges)
                       : append_to(columns_[i].nodes, column.nodes);
    }
    size_ += matches.size();
}

void IdColumns::keep(const std::vector<std::uint32_t>& matches) {
    const auto keep_of = [&](auto& ids) {
        for (std::size_t i = 0; i < matches.size(); ++i) {
            ids[i] = ids[matches[i]];
        }
        ids.resize(matches.size());
    };
    for (IdColumn& column : columns_) {
        column.is_edge ? keep_of(column.edges) : keep_of(column.nodes);
    }
    size_ = matches.size();
}

void IdColumns::write(std::size_t match, Row& row) const {
    for (const IdColumn& column : columns_) {
        row[column.slot] = column.value(match);
    }
}

// ---- sources

namespace {

bool is_variable(const Expr& expr) { return expr.kind == ExprKind::variable; }

void add(const Source& source, std::vector<Source>& sources) {
    if (std::ranges::find(sources, source) == sources.end()) {
        sources.push_back(source);
    }
}

}  // namespace

void add_sources(const Expr& expr, std::vector<Source>& sources) {
    const bool of_variable = expr.args.size() == 1 && expr.args[0] && is_variable(*expr.args[0]);
    if (of_variable && expr.kind == ExprKind::property) {
        add({Source::Kind::property, expr.args[0]->slot, expr.key}, sources);
        return;
    }
    if (of_variable && expr.kind == ExprKind::call && expr.function->name == "type") {
        add({Source::Kind::type, expr.args[0]->slot, {}}, sources);
        return;
    }
    if (is_variable(expr)) {
        add({Source::Kind::id, expr.slot, {}}, sources);
    }
    for (const ExprPtr& arg : expr.args) {
        if (arg) {
            add_sources(*arg, sources);
        }
    }
    if (expr.pattern) {
        for_each_slot(expr, [&](Slot slot) { add({Source::Kind::id, slot, {}}, sources); });
    }
}

// ---- memo

void Memo::read(const IdColumns& matches) {
    words_.clear();
    for (const Source& source : sources_) {
        if (const IdColumn* column = matches.find(source.slot)) {
            read(*column, source, words_.emplace_back(matches.size()));
        }
    }
}

void Memo::read(const IdColumn& column, const Source& source, std::vector<std::uint64_t>& words) {
    const std::span<std::uint64_t> out(words);
    const bool is_stored =
        source.kind == Source::Kind::property &&
        (column.is_edge ? graph_.stored_words(source.key, std::span(column.edges), out)
                        : graph_.stored_words(source.key, std::span(column.nodes), out));
    if (is_stored) {
        return;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!column.is_edge) {
            words[i] = to_index(column.nodes[i]);
        } else if (source.kind == Source::Kind::type) {
            words[i] = reinterpret_cast<std::uintptr_t>(graph_.type(column.edges[i]).data());
        } else {
            words[i] = to_index(column.edges[i]);
        }
    }
}

/// More places if there have been as many misses as there are. Forgets what was known.
bool Memo::make_room() {
    constexpr std::size_t least = 64;
    constexpr std::size_t most = std::size_t{1} << 14U;  // so that it stays in the cache
    const bool is_first = entries_.size() == 1;
    if (!is_first && (misses_++ < entries_.size() || entries_.size() == most)) {
        return true;
    }
    const std::size_t others = words_.empty() ? 0 : words_.size() - 1;
    const std::size_t size = std::max(least, 4 * entries_.size());
    entries_.assign(size, {});
    rest_.assign(size * others, 0);
    mask_ = size - 1;
    misses_ = 0;
    held_ = HeldBytes(meter_);
    return held_.add(size * (sizeof(Entry) + others * sizeof(std::uint64_t)));
}

bool Memo::put(std::size_t place, std::size_t match, Value value) {
    Entry& entry = entries_[place];
    held_.remove(entry.value.bytes());
    entry = {words_.empty() ? 0 : words_[0][match], true, std::move(value)};
    for (std::size_t i = 1; i < words_.size(); ++i) {
        rest_[place * (words_.size() - 1) + i - 1] = words_[i][match];
    }
    return held_.add(entry.value.bytes());
}

// ---- pairs

std::optional<bool> PairSet::insert(std::size_t first, std::size_t second) {
    if (2 * size_ >= pairs_.size() && !grow()) {
        return std::nullopt;
    }
    const std::uint64_t pair = (std::uint64_t{first} << 32U | second) + 1;
    std::uint64_t& place = place_of(pair);
    const bool is_new = place == 0;
    place = pair;
    size_ += is_new ? 1 : 0;
    return is_new;
}

std::uint64_t& PairSet::place_of(std::uint64_t pair) {
    const std::size_t mask = pairs_.size() - 1;
    std::uint64_t hash = pair * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
    std::size_t place = hash & mask;
    while (pairs_[place] != 0 && pairs_[place] != pair) {
        place = (place + 1) & mask;
    }
    return pairs_[place];
}

bool PairSet::grow() {
    constexpr std::size_t least = 64;
    const std::vector<std::uint64_t> old = std::move(pairs_);
    pairs_.assign(std::max(least, 2 * old.size()), 0);
    for (const std::uint64_t pair : old) {
        if (pair != 0) {
            place_of(pair) = pair;
        }
    }
    held_ = HeldBytes(meter_);
    return held_.add(pairs_.size() * sizeof(std::uint64_t));
}

}  // namespace litigraph::query
