#include "graph_maker.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <numeric>
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

/// Calls f(begin, end) for consecutive ranges that cover [0, count). What f makes of one has the
/// memory of what it made of the one before.
template <class F>
void for_each_block(std::size_t count, unsigned threads, const F& f) {
    const std::size_t block = (std::size_t{1} << 16U) * threads;
    for (std::size_t begin = 0; begin < count; begin += block) {
        f(begin, std::min(begin + block, count));
    }
}

/// People say "ded", and "District of Delaware" for the whole of the name.
void add_court_aliases(std::string_view name, std::string_view code,
                       Column<AttributeRow>& attributes) {
    constexpr std::string_view office = "United States District Court for the ";
    attributes.push_back({AttributeKey::alias, {}, code});
    if (name.starts_with(office)) {
        attributes.push_back({AttributeKey::alias, {}, name.substr(office.size())});
    }
}

}  // namespace

GraphMaker::GraphMaker(const Resolved& resolved, const MadeTexts& case_names, unsigned threads)
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
    add_texts();
    add_nodes();
    translate_evidence();
    add_edges();
    facts_ = {};  // their room is of use now
    shown_ = {};
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
    Column<char> is_used(observed_.texts.size(), 0);
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
    ids_.assign(numbers_.size(), NodeId{});
    std::uint32_t id = 0;
    for_each_block(numbers_.size(), threads_, [&](std::size_t first, std::size_t last) {
        const auto parts = map_chunks<Nodes>(last - first, threads_,
                                             [&](Nodes& nodes, std::size_t begin, std::size_t end) {
                                                 list_nodes(first + begin, first + end, nodes);
                                             });
        std::vector<GraphBuilder::NodeRows> rows;
        rows.reserve(parts.size());
        for (const Nodes& nodes : parts) {
            rows.push_back({nodes.rows, nodes.attributes});
            for (const std::uint32_t number : nodes.numbers) {
                ids_[number] = static_cast<NodeId>(id++);
            }
        }
        builder_.add_nodes(rows, threads_);
    });
}

void GraphMaker::list_nodes(std::size_t begin, std::size_t end, Nodes& nodes) const {
    const std::span<const NameRow> names = facts_.names();
    auto name = std::ranges::lower_bound(names, begin, {}, &NameRow::node);
    for (std::size_t node = begin; node < end; ++node) {
        const auto first = name;
        while (name != names.end() && name->node == node) {
            ++name;
        }
        if (is_used_[node] != 0) {
            list_node(static_cast<std::uint32_t>(node), {first, name}, nodes);
        }
    }
}

void GraphMaker::list_node(std::uint32_t node, std::span<const NameRow> names, Nodes& nodes) const {
    const std::size_t before = nodes.attributes.size();
    switch (numbers_.kind(node)) {
        case NodeKind::party:
            list_party(node, nodes);
            break;
        case NodeKind::lawsuit:
            list_lawsuit(node, nodes);
            break;
        case NodeKind::article:
            list_article(node, nodes);
            break;
        default:
            list_subject(node, names, nodes);
    }
    nodes.numbers.push_back(node);
    nodes.rows.back().kind = numbers_.kind(node);
    nodes.rows.back().attributes = static_cast<std::uint32_t>(nodes.attributes.size() - before);
}

void GraphMaker::list_party(std::uint32_t node, Nodes& nodes) const {
    const ResolvedParty& party = resolved_.parties.parties[node];
    nodes.rows.push_back({.name = observed_.texts[party.name], .when = {}});
    for (const std::uint32_t alias : party.aliases) {
        nodes.attributes.push_back({AttributeKey::alias, text_of_[alias], {}});
    }
    nodes.attributes.push_back({AttributeKey::party_kind, {}, to_string(party.kind)});
}

void GraphMaker::list_lawsuit(std::uint32_t node, Nodes& nodes) const {
    const std::size_t i = node - numbers_.lawsuit(0);
    const ResolvedCase& found = resolved_.cases.cases[i];
    nodes.rows.push_back({.name = case_names_[i], .when = found.filed});
    for (const ReportAttribute& attribute : told_.of(i)) {
        nodes.attributes.push_back({attribute.key, text_of_[attribute.text], {}});
    }
    const DerivedAttributes derived = derived_attributes(observed_, resolved_.cases, found);
    const auto add_count = [&](AttributeKey low, AttributeKey high, CountInterval count) {
        const std::string most =
            count.high == CountInterval::unbounded ? "" : std::to_string(count.high);
        nodes.attributes.push_back({low, {}, nodes.made.emplace_back(std::to_string(count.low))});
        nodes.attributes.push_back({high, {}, nodes.made.emplace_back(most)});
    };
    if (derived.count) {
        add_count(AttributeKey::count_low, AttributeKey::count_high, *derived.count);
    }
    if (derived.patents) {
        add_count(AttributeKey::patents_low, AttributeKey::patents_high, *derived.patents);
    }
    nodes.attributes.push_back({AttributeKey::status, {}, to_string(derived.status)});
}

/// The first of the names, in order of bytes, is the name; a jurisdiction's code is one only for
/// want of another.
void GraphMaker::list_subject(std::uint32_t node, std::span<const NameRow> rows,
                              Nodes& nodes) const {
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
    nodes.rows.push_back({.name = name, .when = {}});
    for (const std::string_view other : names) {
        if (kind == NodeKind::technology && other != name) {
            nodes.attributes.push_back({AttributeKey::alias, {}, other});
        }
    }
    if (const std::string_view code = numbers_.code(node); !code.empty()) {
        nodes.attributes.push_back({AttributeKey::code, {}, code});
        if (kind == NodeKind::court) {
            add_court_aliases(name, code, nodes.attributes);
        }
    }
}

void GraphMaker::list_article(std::uint32_t node, Nodes& nodes) const {
    const ArticleInfo& article = observed_.articles[node - numbers_.article(0)].article;
    const DateInterval when =
        article.published ? DateInterval{*article.published, *article.published} : DateInterval{};
    nodes.rows.push_back({.name = article.id, .when = when});
    const std::pair<AttributeKey, std::string_view> attributes[] = {
        {AttributeKey::publisher, article.source},
        {AttributeKey::title, article.title},
        {AttributeKey::url, article.url}};
    for (const auto& [key, value] : attributes) {
        if (!value.empty()) {
            nodes.attributes.push_back({key, {}, value});
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
    const auto is_inside = [rows](std::size_t at) {  // an edge, whose rows begin before
        return at > 0 && at < rows.size() && edge_key(rows[at - 1]) == edge_key(rows[at]);
    };
    const auto end_of_edge = [&](std::size_t at) {  // the first one from `at` on
        while (is_inside(at)) {
            ++at;
        }
        return at;
    };
    const auto counts = map_chunks<std::size_t>(
        rows.size(), threads_, [&](std::size_t& count, std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; ++at) {
                count += is_inside(at) ? 0 : 1;
            }
        });
    builder_.reserve(0, std::accumulate(counts.begin(), counts.end(), std::size_t{0}), rows.size());
    for_each_block(rows.size(), threads_, [&](std::size_t first, std::size_t last) {
        const auto parts = map_chunks<Edges>(
            last - first, threads_, [&](Edges& edges, std::size_t begin, std::size_t end) {
                const std::size_t from = end_of_edge(first + begin);
                list_edges(rows.subspan(from, end_of_edge(first + end) - from), edges);
            });
        std::vector<GraphBuilder::EdgeRows> edges;
        edges.reserve(parts.size());
        for (const Edges& part : parts) {
            edges.push_back({part.rows, part.evidence});
        }
        builder_.add_edges(edges, threads_);
    });
}

void GraphMaker::list_edges(std::span<const FactRow> rows, Edges& edges) const {
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
        edges.rows.push_back(
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
