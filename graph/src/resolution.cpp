// Parties first, then cases, then a row for each thing that articles say, then the nodes and edges
// that rows make. Every number is the position of a key among sorted keys, so neither the order of
// the articles nor the number of threads reaches the graph.
#include "case_description.hpp"
#include "conflicts.hpp"
#include "fact_table.hpp"
#include "parallel.hpp"
#include <litigraph/graph/graph_builder.hpp>
#include <litigraph/graph/resolution.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace litigraph {

namespace {

/// Numbers cases by name, then by date, then by their best report; returns their names.
std::vector<std::string> name_cases(CaseIdentity& cases, std::span<const ResolvedParty> parties,
                                    unsigned threads) {
    std::vector<std::string> names(cases.cases.size());
    for_each_chunk(names.size(), threads,
                   [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                       for (std::size_t i = begin; i < end; ++i) {
                           const ResolvedCase& found = cases.cases[i];
                           names[i] = name_of_case(found, cases.reports[found.begin], parties);
                       }
                   });
    std::vector<std::uint32_t> order(names.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto rank = [&](std::uint32_t i) {
        const ResolvedCase& found = cases.cases[i];
        const CaseReport& best = cases.reports[found.begin];
        return std::tuple(std::string_view(names[i]), found.filed, best.article, best.index);
    };
    parallel_sort(order, threads,
                  [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    cases.renumber(order);
    std::vector<std::string> sorted(names.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted[i] = std::move(names[order[i]]);
    }
    return sorted;
}

/// Adds the nodes that occur in a fact, then the facts, to a builder.
class GraphMaker {
  public:
    GraphMaker(const Resolved& resolved, std::span<const std::string> case_names, unsigned threads)
        : resolved_(resolved),
          numbers_(resolved.numbers),
          case_names_(case_names),
          threads_(threads),
          facts_(resolved, threads) {}

    Result<KnowledgeGraph> make() {
        mark_nodes();
        builder_.reserve(numbers_.size(), facts_.size());
        add_nodes();
        for (std::uint32_t node = 0; node < numbers_.size(); ++node) {
            add_edges_from(node);
        }
        return std::move(builder_).freeze();
    }

    /// By case.
    std::vector<NodeId> lawsuits() const {
        const auto begin = ids_.begin() + numbers_.lawsuit(0);
        return {begin, begin + static_cast<std::ptrdiff_t>(case_names_.size())};
    }

  private:
    /// Cases are nodes whatever is said of them; anything else needs a fact.
    void mark_nodes() {
        is_used_.assign(numbers_.size(), 0);
        for (std::uint32_t i = 0; i < case_names_.size(); ++i) {
            is_used_[numbers_.lawsuit(i)] = 1;
        }
        for (std::uint32_t node = 0; node < numbers_.size(); ++node) {
            for (const FactRow& row : facts_.from(node)) {
                is_used_[node] = is_used_[row.target] = 1;
                is_used_[numbers_.article(row.article)] = 1;
            }
        }
    }

    void add_nodes() {
        const std::vector<Attributes> attributes = describe_cases();
        ids_.resize(numbers_.size());
        auto names = facts_.names().begin();
        for (std::uint32_t node = 0; node < numbers_.size(); ++node) {
            auto end = names;
            while (end != facts_.names().end() && end->node == node) {
                ++end;
            }
            if (is_used_[node] != 0) {
                add_node(node, {names, end}, attributes);
            }
            names = end;
        }
    }

    std::vector<Attributes> describe_cases() const {
        std::vector<Attributes> attributes(case_names_.size());
        for_each_chunk(attributes.size(), threads_,
                       [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
                           for (std::size_t i = begin; i < end; ++i) {
                               const ResolvedCase& found = resolved_.cases.cases[i];
                               attributes[i] = attributes_of_case(
                                   found, resolved_.cases.reports_of(found), resolved_.articles);
                           }
                       });
        return attributes;
    }

    void add_node(std::uint32_t node, std::span<const NameRow> names,
                  const std::vector<Attributes>& attributes) {
        switch (numbers_.kind(node)) {
            case NodeKind::party:
                return add_party(node);
            case NodeKind::lawsuit: {
                const std::size_t i = node - numbers_.lawsuit(0);
                ids_[node] = builder_.add_node(NodeKind::lawsuit, case_names_[i], {},
                                               resolved_.cases.cases[i].filed);
                for (const auto& [key, value] : attributes[i]) {
                    builder_.add_attribute(ids_[node], key, value);
                }
                return;
            }
            case NodeKind::article:
                return add_article(node);
            default:
                return add_subject(node, names);
        }
    }

    void add_party(std::uint32_t node) {
        const ResolvedParty& party = resolved_.parties.parties[node];
        ids_[node] = builder_.add_node(NodeKind::party, party.name);
        for (const std::string_view alias : party.aliases) {
            builder_.add_attribute(ids_[node], AttributeKey::alias, alias);
        }
        builder_.add_attribute(ids_[node], AttributeKey::party_kind, to_string(party.kind));
    }

    /// The first of the names, in order of bytes, is the name; a jurisdiction's code is one only
    /// for want of another.
    void add_subject(std::uint32_t node, std::span<const NameRow> names) {
        const std::string_view key = numbers_.key(node);
        const NodeKind kind = numbers_.kind(node);
        std::string_view name = key;
        for (const NameRow& row : names) {
            if (name == key || (row.name < name && row.name != key)) {
                name = row.name;
            }
        }
        if (kind != NodeKind::jurisdiction && !names.empty()) {
            name = names.front().name;
        }
        ids_[node] = builder_.add_node(kind, name);
        for (const NameRow& row : names) {
            if (kind == NodeKind::technology && row.name != name) {
                builder_.add_attribute(ids_[node], AttributeKey::alias, row.name);
            }
        }
        if (!numbers_.code(node).empty()) {
            builder_.add_attribute(ids_[node], AttributeKey::code, numbers_.code(node));
            if (kind == NodeKind::court) {
                add_court_aliases(ids_[node], name, numbers_.code(node));
            }
        }
    }

    /// People say "ded", and "District of Delaware" for the whole of the name.
    void add_court_aliases(NodeId court, std::string_view name, std::string_view code) {
        constexpr std::string_view office = "United States District Court for the ";
        builder_.add_attribute(court, AttributeKey::alias, code);
        if (name.starts_with(office)) {
            builder_.add_attribute(court, AttributeKey::alias, name.substr(office.size()));
        }
    }

    void add_article(std::uint32_t node) {
        const ArticleInfo& article = resolved_.articles[node - numbers_.article(0)].article;
        const DateInterval when = article.published
                                      ? DateInterval{*article.published, *article.published}
                                      : DateInterval{};
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

    void add_edges_from(std::uint32_t node) {
        const std::span<const FactRow> rows = facts_.from(node);
        for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
            while (end < rows.size() && edge_key(rows[end]) == edge_key(rows[begin])) {
                ++end;
            }
            add_edge(rows.subspan(begin, end - begin));
        }
    }

    void add_edge(std::span<const FactRow> rows) {
        const FactRow& best = rows.front();
        std::optional<NodeId> lawsuit;
        if (best.lawsuit != no_lawsuit) {
            lawsuit = ids_[best.lawsuit];
        }
        const EdgeId edge = builder_.add_edge(ids_[best.source], best.kind, ids_[best.target],
                                              days_of(rows), lawsuit, best.confidence);
        show_once(rows, resolved_.articles, shown_);
        for (const FactRow* row : shown_) {
            const Evidence& evidence = *row->evidence;
            builder_.add_evidence(
                edge, {.article = ids_[numbers_.article(row->article)],
                       .begin = evidence.begin,
                       .end = evidence.end,
                       .quote = evidence.quote,
                       .rule = row->is_derived ? "answers-suit-of-other-side" : evidence.rule,
                       .confidence = row->confidence});
        }
    }

    /// A family link holds from the first day to the last that articles tell; other facts have one
    /// date, which every article narrows that does not contradict the better ones.
    static DateInterval days_of(std::span<const FactRow> rows) {
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

    const Resolved& resolved_;
    const NodeNumbers& numbers_;
    std::span<const std::string> case_names_;
    unsigned threads_;
    FactTable facts_;
    GraphBuilder builder_;
    std::vector<char> is_used_;  // by number
    std::vector<NodeId> ids_;    // by number
    std::vector<const FactRow*> shown_;
};

}  // namespace

Result<Resolution> resolve(const ObservationSet& observations, const ResolutionOptions& options) {
    const auto articles = observations.articles();
    const unsigned threads = std::max(options.threads, 1U);
    const PartyIdentity parties = identify_parties(articles, options.aliases, threads);
    CaseIdentity cases = identify_cases(articles, parties, threads);
    const std::vector<std::string> names = name_cases(cases, parties.parties, threads);
    const NodeNumbers numbers(articles, parties.parties.size(), cases.cases.size(), threads);
    const Resolved resolved{articles, parties, cases, numbers};
    GraphMaker maker(resolved, names, threads);
    Result<KnowledgeGraph> graph = maker.make();
    if (!graph) {
        return graph.error();
    }
    const std::vector<NodeId> lawsuits = maker.lawsuits();
    return Resolution{.graph = *std::move(graph),
                      .conflicts = find_conflicts(articles, cases, lawsuits)};
}

}  // namespace litigraph
