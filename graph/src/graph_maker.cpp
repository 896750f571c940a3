#include "graph_maker.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace litigraph {

namespace {

/// A family link holds from the first day to the last that articles tell; other facts have one
/// date, which every article narrows that does not contradict the better ones.
DateInterval days_of(std::span<const FactRow> rows) {
    DateInterval days = rows.front().when;
    for (const FactRow& row : rows) {
        if (row.when.is_unknown()) {
            continue;
        }
        if (rows.front().kind == EdgeKind::division_of && !days.is_unknown()) {
            days = {std::min(days.first, row.when.first), std::max(days.last, row.when.last)};
        } else {
            days = intersection(days, row.when).value_or(days);
        }
    }
    return days;
}

}  // namespace

GraphMaker::GraphMaker(const Resolved& resolved, std::span<const std::string> case_names,
                       unsigned threads)
    : resolved_(resolved),
      observed_(resolved.observed),
      numbers_(resolved.numbers),
      case_names_(case_names),
      threads_(threads),
      facts_(resolved, threads),
      told_(resolved.observed, resolved.cases, threads) {}

Result<KnowledgeGraph> GraphMaker::make() {
    mark_evidence();
    mark_nodes();
    builder_.reserve(numbers_.size(), facts_.size());
    add_texts();
    add_nodes();
    translate_evidence();
    add_edges();
    return std::move(builder_).freeze(threads_);
}

void GraphMaker::mark_evidence() {
    is_shown_.assign(observed_.evidence.size(), 0);
    for (const FactRow& row : facts_.rows()) {
        is_shown_[row.evidence] = 1;
    }
}

/// Cases are nodes whatever is said of them; anything else needs a fact.
void GraphMaker::mark_nodes() {
    is_used_.assign(numbers_.size(), 0);
    for (std::uint32_t i = 0; i < case_names_.size(); ++i) {
        is_used_[numbers_.lawsuit(i)] = 1;
    }
    for (const FactRow& row : facts_.rows()) {
        is_used_[row.source] = is_used_[row.target] = 1;
    }
    for (std::size_t i = 0; i < is_shown_.size(); ++i) {
        if (is_shown_[i] != 0) {
            is_used_[numbers_.article(observed_.evidence[i].article)] = 1;
        }
    }
}

/// Adds those that nodes or edges have, in the order of the articles.
void GraphMaker::add_texts() {
    std::vector<char> is_used(observed_.texts.size());
    for (const ReportAttribute& attribute : observed_.attributes) {
        is_used[attribute.text] = 1;
    }
    for (std::uint32_t i = 0; i < resolved_.parties.parties.size(); ++i) {
        if (is_used_[numbers_.party(i)] != 0) {
            for (const std::uint32_t alias : resolved_.parties.parties[i].aliases) {
                is_used[alias] = 1;
            }
        }
    }
    for (std::size_t i = 0; i < is_shown_.size(); ++i) {
        if (is_shown_[i] != 0) {
            is_used[observed_.evidence[i].quote] = is_used[observed_.evidence[i].rule] = 1;
        }
    }
    answer_rule_ = builder_.add_text("answers-suit-of-other-side");
    const std::size_t first = static_cast<std::size_t>(answer_rule_) + 1;
    text_of_.assign(observed_.texts.size(), answer_rule_);  // of those not used, any
    Column<std::string_view> used;
    used.reserve(observed_.texts.size());
    for (std::size_t text = 0; text < text_of_.size(); ++text) {
        if (is_used[text] != 0) {
            text_of_[text] = static_cast<TextId>(first + used.size());
            used.push_back(observed_.texts[text]);
        }
    }
    builder_.add_texts(used, threads_);
}

void GraphMaker::add_nodes() {
    ids_.resize(numbers_.size());
    auto names = facts_.names().begin();
    for (std::uint32_t node = 0; node < numbers_.size(); ++node) {
        auto end = names;
        while (end != facts_.names().end() && end->node == node) {
            ++end;
        }
        if (is_used_[node] != 0) {
            add_node(node, {names, end});
        }
        names = end;
    }
}

void GraphMaker::add_node(std::uint32_t node, std::span<const NameRow> names) {
    switch (numbers_.kind(node)) {
        case NodeKind::party:
            return add_party(node);
        case NodeKind::lawsuit:
            return add_lawsuit(node);
        case NodeKind::article:
            return add_article(node);
        default:
            return add_subject(node, names);
    }
}

void GraphMaker::add_party(std::uint32_t node) {
    const ResolvedParty& party = resolved_.parties.parties[node];
    ids_[node] = builder_.add_node(NodeKind::party, observed_.texts[party.name]);
    for (const std::uint32_t alias : party.aliases) {
        builder_.add_attribute(ids_[node], AttributeKey::alias, text_of_[alias]);
    }
    builder_.add_attribute(ids_[node], AttributeKey::party_kind, to_string(party.kind));
}

void GraphMaker::add_lawsuit(std::uint32_t node) {
    const std::size_t i = node - numbers_.lawsuit(0);
    const ResolvedCase& found = resolved_.cases.cases[i];
    ids_[node] = builder_.add_node(NodeKind::lawsuit, case_names_[i], {}, found.filed);
    for (const ReportAttribute& attribute : told_.of(i)) {
        builder_.add_attribute(ids_[node], attribute.key, text_of_[attribute.text]);
    }
    for (const auto& [key, value] : derived_attributes(observed_, resolved_.cases, found)) {
        builder_.add_attribute(ids_[node], key, value);
    }
}

/// The first of the names, in order of bytes, is the name; a jurisdiction's code is one only for
/// want of another.
void GraphMaker::add_subject(std::uint32_t node, std::span<const NameRow> rows) {
    const std::string_view key = numbers_.key(node);
    const NodeKind kind = numbers_.kind(node);
    std::vector<std::string_view> names;
    for (const NameRow& row : rows) {
        names.push_back(observed_.texts[row.name]);
    }
    std::ranges::sort(names);
    if (kind == NodeKind::jurisdiction) {
        std::erase(names, key);
    }
    const std::string_view name = names.empty() ? key : names.front();
    ids_[node] = builder_.add_node(kind, name);
    for (const std::string_view other : names) {
        if (kind == NodeKind::technology && other != name) {
            builder_.add_attribute(ids_[node], AttributeKey::alias, other);
        }
    }
    if (const std::string_view code = numbers_.code(node); !code.empty()) {
        builder_.add_attribute(ids_[node], AttributeKey::code, code);
        if (kind == NodeKind::court) {
            add_court_aliases(ids_[node], name, code);
        }
    }
}

/// People say "ded", and "District of Delaware" for the whole of the name.
void GraphMaker::add_court_aliases(NodeId court, std::string_view name, std::string_view code) {
    constexpr std::string_view office = "United States District Court for the ";
    builder_.add_attribute(court, AttributeKey::alias, code);
    if (name.starts_with(office)) {
        builder_.add_attribute(court, AttributeKey::alias, name.substr(office.size()));
    }
}

void GraphMaker::add_article(std::uint32_t node) {
    const ArticleInfo& article = observed_.articles[node - numbers_.article(0)].article;
    const DateInterval when =
        article.published ? DateInterval{*article.published, *article.published} : DateInterval{};
    ids_[node] = builder_.add_node(NodeKind::article, article.id, {}, when);
    const std::pair<AttributeKey, std::string_view> attributes[] = {
        {AttributeKey::publisher, article.source},
        {AttributeKey::title, article.title},
        {AttributeKey::url, article.url}};
    for (const auto& [key, value] : attributes) {
        if (!value.empty()) {
            builder_.add_attribute(ids_[node], key, value);
        }
    }
}

void GraphMaker::translate_evidence() {
    shown_.resize(observed_.evidence.size());
    for_each_index(shown_.size(), threads_, [this](std::size_t i) {
        const ObservedEvidence& it = observed_.evidence[i];
        shown_[i] = {{.article = ids_[numbers_.article(it.article)],
                      .begin = it.begin,
                      .end = it.end,
                      .quote = text_of_[it.quote],
                      .rule = text_of_[it.rule]},
                     observed_.wires[it.article]};
    });
}

void GraphMaker::add_edges() {
    const std::span<const FactRow> rows = facts_.rows();
    const auto end_of_edge = [&](std::size_t at) {  // the first one from `at` on
        while (at > 0 && at < rows.size() && edge_key(rows[at - 1]) == edge_key(rows[at])) {
            ++at;
        }
        return at;
    };
    const auto parts = map_chunks<EdgeRows>(
        rows.size(), threads_, [&](EdgeRows& edges, std::size_t begin, std::size_t end) {
            const std::size_t first = end_of_edge(begin);
            list_edges(rows.subspan(first, end_of_edge(end) - first), edges);
        });
    for (const EdgeRows& part : parts) {
        auto evidence = part.evidence.begin();
        for (const EdgeRow& row : part.edges) {
            const EdgeId edge = builder_.add_edge(row.source, row.kind, row.target, row.when,
                                                  row.lawsuit, row.confidence);
            for (const auto end = evidence + row.evidence; evidence != end; ++evidence) {
                builder_.add_evidence(edge, *evidence);
            }
        }
    }
}

void GraphMaker::list_edges(std::span<const FactRow> rows, EdgeRows& edges) const {
    constexpr std::size_t ahead = 24;  // evidence lies anywhere: ask for it before it is needed
    std::vector<Quotation> scratch;
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        while (end < rows.size() && edge_key(rows[end]) == edge_key(rows[begin])) {
            if (end + ahead < rows.size()) {
                __builtin_prefetch(&shown_[rows[end + ahead].evidence]);
            }
            ++end;
        }
        const FactRow& best = rows[begin];
        const std::size_t before = edges.evidence.size();
        list_evidence(rows.subspan(begin, end - begin), scratch, edges.evidence);
        edges.edges.push_back(
            {.source = ids_[best.source],
             .target = ids_[best.target],
             .lawsuit =
                 best.lawsuit == no_lawsuit ? std::nullopt : std::optional(ids_[best.lawsuit]),
             .when = days_of(rows.subspan(begin, end - begin)),
             .kind = best.kind,
             .confidence = best.confidence,
             .evidence = static_cast<std::uint32_t>(edges.evidence.size() - before)});
    }
}

/// Each quotation of an edge once: of copies of one text the first row counts.
void GraphMaker::list_evidence(std::span<const FactRow> rows, std::vector<Quotation>& scratch,
                               Column<SharedEvidence>& shown) const {
    scratch.clear();
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const ShownEvidence& it = shown_[rows[i].evidence];
        scratch.push_back({it.wire, it.shared.quote, it.shared.rule, i});
    }
    std::ranges::sort(scratch);
    const auto is_copy = [](const Quotation& a, const Quotation& b) {
        return a.wire == b.wire && a.quote == b.quote && a.rule == b.rule;
    };
    scratch.erase(std::unique(scratch.begin(), scratch.end(), is_copy), scratch.end());
    std::ranges::sort(scratch, {}, &Quotation::row);
    for (const Quotation& it : scratch) {
        const FactRow& row = rows[it.row];
        shown.push_back(shown_[row.evidence].shared);
        shown.back().confidence = row.confidence;
        shown.back().rule = row.is_derived ? answer_rule_ : it.rule;
    }
}

}  // namespace litigraph
