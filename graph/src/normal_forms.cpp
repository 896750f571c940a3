#include "normal_forms.hpp"

#include "name_index.hpp"
#include "normal_form.hpp"
#include "parallel.hpp"
#include "sorted_texts.hpp"

#include <numeric>

namespace litigraph {

NormalForms::NormalForms(const KnowledgeGraph::Columns& columns, unsigned threads)
    : entries_(columns.node_kind.size()) {
    std::iota(entries_.begin(), entries_.end(), 0U);
    for (std::size_t a = 0; a < columns.attribute_key.size(); ++a) {
        if (columns.attribute_key[a] == AttributeKey::alias) {
            entries_.push_back(static_cast<std::uint32_t>(columns.node_kind.size() + a));
        }
    }
    const NameIndex names(columns);
    forms_ = MadeTexts(entries_.size(), threads, [&](std::size_t i, std::string& form) {
        append_normal_form(form, names.entry_name(entries_[i]));
    });
}

Column<std::uint32_t> NormalForms::sorted(unsigned threads) const {
    Column<std::uint32_t> order;
    order.reserve(entries_.size());
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        if (!forms_[i].empty()) {
            order.push_back(i);
        }
    }
    sort_by_text(order, threads, [this](std::uint32_t i) { return forms_[i]; });
    Column<std::uint32_t> sorted(order.size());
    for_each_index(order.size(), threads, [&](std::size_t i) { sorted[i] = entries_[order[i]]; });
    return sorted;
}

}  // namespace litigraph
