/// \file
/// Keeps each text once.
#pragma once

#include "column.hpp"

#include <functional>
#include <string_view>
#include <unordered_set>

namespace litigraph {

/// Adds texts to a table unless it has them. The table must outlive it and not move.
class TextInterner {
  public:
    explicit TextInterner(TextTable& table)
        : table_(&table), known_(0, Hash{&table}, Equal{&table}) {}

    TextId add(std::string_view text) {
        const auto found = known_.find(text);
        if (found != known_.end()) {
            return *found;
        }
        const auto id = static_cast<TextId>(table_->size());
        table_->push_back(text);
        known_.insert(id);
        return id;
    }

  private:
    struct Hash {
        using is_transparent = void;
        const TextTable* table;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>()(text);
        }
        std::size_t operator()(TextId id) const noexcept {
            return (*this)((*table)[static_cast<std::size_t>(id)]);
        }
    };
    struct Equal {
        using is_transparent = void;
        const TextTable* table;
        std::string_view text(std::string_view text) const noexcept { return text; }
        std::string_view text(TextId id) const noexcept {
            return (*table)[static_cast<std::size_t>(id)];
        }
        template <class A, class B>
        bool operator()(const A& a, const B& b) const noexcept {
            return text(a) == text(b);
        }
    };

    TextTable* table_;
    std::unordered_set<TextId, Hash, Equal> known_;
};

}  // namespace litigraph
