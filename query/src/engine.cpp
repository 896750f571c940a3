#include "binder.hpp"
#include "column_matcher.hpp"
#include "matcher.hpp"
#include "parser.hpp"
#include "plan.hpp"
#include "planner.hpp"
#include "projector.hpp"
#include <litigraph/query/engine.hpp>

#include <algorithm>
#include <deque>
#include <utility>

namespace litigraph::query {

Deadline::Deadline(const Budget& budget)
    : timeout_(budget.timeout),
      end_(std::chrono::steady_clock::now() + budget.timeout),
      cancel_(budget.cancel) {}

std::optional<Error> Deadline::passed() const {
    if (cancel_ != nullptr && cancel_->load(std::memory_order_relaxed)) {
        return Error{ErrorCode::interrupted, "interrupted"};
    }
    if (std::chrono::steady_clock::now() > end_) {
        return Error{ErrorCode::limit_exceeded, "time budget: the query took longer than " +
                                                    std::to_string(timeout_.count()) +
                                                    " ms; ask for less, or raise the limit"};
    }
    return std::nullopt;
}

struct PreparedQuery::State {
    const PropertyGraph& graph;
    std::string text;
    ParsedStatement parsed;
    Plan plan;
};

namespace {

/// One run: rows go from part to part as they are found.
class Run {
  public:
    Run(std::string_view text, const Plan& plan, const PropertyGraph& graph, const Budget& budget)
        : max_support_(budget.max_support),
          text_(text),
          plan_(plan),
          graph_(graph),
          meter_(budget),
          evaluate_(text, graph, meter_),
          matcher_(plan, graph, evaluate_, meter_) {
        evaluate_.exists = [this](std::size_t subplan, const Row& row) {
            return matcher_.exists(subplan, row);
        };
    }

    Result<ResultTable> operator()() {
        if (const auto error = prepare()) {
            return *error;
        }
        start();
        for (std::size_t part = 0; part < projectors_.size(); ++part) {
            if (evaluate_.failed() || !projectors_[part].finish()) {
                break;
            }
        }
        if (evaluate_.failed()) {
            return evaluate_.error();
        }
        return std::move(table_);
    }

  private:
    std::optional<Error> prepare() {
        table_.notes = plan_.notes;
        for (std::size_t i = 0; i < plan_.parts.size(); ++i) {
            const bool is_last = i + 1 == plan_.parts.size();
            projectors_.emplace_back(
                plan_.parts[i], evaluate_, meter_, [this, i, is_last](Row columns) {
                    return is_last ? keep(std::move(columns)) : push(i + 1, std::move(columns));
                });
            projectors_.back().keep_support(max_support_);
            const ProjectionPlan& projection = plan_.parts[i].projection;
            std::size_t range[] = {0, unbounded};
            const Expr* const exprs[] = {projection.skip, projection.limit};
            for (std::size_t which = 0; which < 2; ++which) {
                if (exprs[which] != nullptr) {
                    const auto count = row_count(text_, graph_, *exprs[which]);
                    if (!count) {
                        return count.error();
                    }
                    range[which] = *count;
                }
            }
            projectors_.back().set_range(range[0], range[1]);
        }
        for (const Column& column : plan_.parts.back().projection.columns) {
            table_.columns.push_back(column.name);
        }
        return std::nullopt;
    }

    void start() {
        const PartPlan& first = plan_.parts.front();
        if (first.in_columns) {
            ColumnMatcher columns(first, graph_, matcher_, evaluate_, meter_,
                                  projectors_.front().groups());
            columns.match();
        } else {
            push(0, {});
        }
    }

    bool push(std::size_t part, Row row) {
        Value support = take_support(row);
        row.resize(plan_.parts[part].width);
        if (max_support_ > 0) {
            row.push_back(std::move(support));
        }
        return match(part, 0, row);
    }

    bool match(std::size_t part, std::size_t at, Row& row) {
        const PartPlan& plan = plan_.parts[part];
        if (at == plan.matches.size()) {
            return projectors_[part].add(row);
        }
        return matcher_.match(plan.matches[at], row, [this, part, at](Row& matched) {
            return match(part, at + 1, matched);
        });
    }

    // The list that follows the last column of a row from another part, taken off.
    Value take_support(Row& row) const {
        Value support;
        if (max_support_ > 0 && !row.empty()) {
            support = std::move(row.back());
            row.pop_back();
        }
        return support;
    }

    bool keep(Row columns) {
        const std::size_t size = size_of(columns);
        if (max_support_ > 0) {
            std::vector<EdgeId>& edges = table_.support.emplace_back();
            const Value support = take_support(columns);
            for (const Value& edge : support.list()) {
                edges.push_back(edge.edge());
            }
            std::ranges::sort(edges);
        }
        table_.rows.push_back(std::move(columns));
        return meter_.add_row() && meter_.keep_bytes(size);
    }

    std::size_t max_support_;
    std::string_view text_;
    const Plan& plan_;
    const PropertyGraph& graph_;
    Meter meter_;
    Evaluator evaluate_;
    Matcher matcher_;
    std::deque<Projector> projectors_;
    ResultTable table_;
};

ResultTable plan_table(const std::string& plan) {
    ResultTable table{{"plan"}, {}, {}, {}};
    for (std::size_t begin = 0; begin < plan.size();) {
        const std::size_t end = std::min(plan.find('\n', begin), plan.size());
        table.rows.push_back({Value(plan.substr(begin, end - begin))});
        begin = end + 1;
    }
    return table;
}

}  // namespace

PreparedQuery::PreparedQuery(std::unique_ptr<State> state) noexcept : state_(std::move(state)) {}
PreparedQuery::PreparedQuery(PreparedQuery&&) noexcept = default;
PreparedQuery& PreparedQuery::operator=(PreparedQuery&&) noexcept = default;
PreparedQuery::~PreparedQuery() = default;

std::string PreparedQuery::plan() const { return describe(state_->plan); }

Result<ResultTable> PreparedQuery::run(const Budget& budget) const {
    if (state_->parsed.statement.explain) {
        return plan_table(plan());
    }
    return Run(state_->text, state_->plan, state_->graph, budget)();
}

Result<PreparedQuery> prepare(std::string_view statement, const PropertyGraph& graph,
                              const Parameters& parameters) {
    auto state = std::make_unique<PreparedQuery::State>(
        PreparedQuery::State{graph, std::string(statement), {}, {}});
    auto parsed = parse(state->text);
    if (!parsed) {
        return parsed.error();
    }
    state->parsed = *std::move(parsed);
    auto plan = make_plan(state->text, state->parsed.statement, graph, parameters);
    if (!plan) {
        return plan.error();
    }
    state->plan = *std::move(plan);
    return PreparedQuery(std::move(state));
}

Result<ResultTable> run(std::string_view statement, const PropertyGraph& graph,
                        const Parameters& parameters, const Budget& budget) {
    const auto prepared = prepare(statement, graph, parameters);
    if (!prepared) {
        return prepared.error();
    }
    return prepared->run(budget);
}

std::string format_error(std::string_view text, const Error& error) {
    if (error.line == 0) {
        return "query: " + error.message + "\n";
    }
    std::string result = "query:" + std::to_string(error.line) + ":" +
                         std::to_string(error.column) + ": " + error.message + "\n";
    std::size_t begin = 0;
    for (std::size_t line = 1; line < error.line && begin < text.size(); ++line) {
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    }
    const std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    const std::size_t before = std::min(error.column - 1, line.size());
    const std::size_t length =
        std::min(std::max<std::size_t>(error.length, 1), line.size() - before);
    const auto characters = [](std::string_view s) {
        return static_cast<std::size_t>(std::ranges::count_if(
            s, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    };
    result += "  " + std::string(line) + "\n  ";
    for (const char c : line.substr(0, before)) {  // tabs keep their width
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            result += c == '\t' ? '\t' : ' ';
        }
    }
    result.append(std::max<std::size_t>(characters(line.substr(before, length)), 1), '^');
    return result + "\n";
}

}  // namespace litigraph::query
