/// \file
/// Runs statements of the query language; GRAMMAR.md says what they can be.
#pragma once

#include <litigraph/graph/result.hpp>
#include <litigraph/query/property_graph.hpp>
#include <litigraph/query/result_table.hpp>
#include <litigraph/query/value.hpp>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace litigraph::query {

/// Values of `$name`, by name without the dollar sign.
using Parameters = std::map<std::string, Value, std::less<>>;

/// What a query may use up before it is stopped with limit_exceeded.
struct Budget {
    std::size_t max_rows = 10'000'000;              ///< Of the answer.
    std::size_t max_bytes = std::size_t{1} << 30U;  ///< Of rows that are kept, estimated.
    std::chrono::milliseconds timeout{60'000};
    std::size_t max_support = 0;  ///< Edges that are kept as the support of a row; 0 keeps none.
    /// Set from elsewhere (a signal handler) to stop with interrupted; may be null.
    const std::atomic<bool>* cancel = nullptr;
};

/// When a question that begins now must stop.
class Deadline {
  public:
    explicit Deadline(const Budget& budget);
    /// limit_exceeded if the time is used up, interrupted if somebody said so, else nothing.
    std::optional<Error> passed() const;

  private:
    std::chrono::milliseconds timeout_;
    std::chrono::steady_clock::time_point end_;
    const std::atomic<bool>* cancel_;
};

/// A statement that is parsed, checked against one graph's vocabulary and planned.
class PreparedQuery {
  public:
    PreparedQuery(PreparedQuery&&) noexcept;
    PreparedQuery& operator=(PreparedQuery&&) noexcept;
    ~PreparedQuery();

    /// May be called again. Errors: type_mismatch, limit_exceeded, interrupted.
    Result<ResultTable> run(const Budget& budget = {}) const;
    /// One line per step, in order; what EXPLAIN prints.
    std::string plan() const;

    struct State;
    explicit PreparedQuery(std::unique_ptr<State> state) noexcept;

  private:
    std::unique_ptr<State> state_;
};

/// `graph` must outlive the result. Errors carry line, column and length, and in `reason` the name
/// that the openCypher conformance kit gives the fault, where it has one.
Result<PreparedQuery> prepare(std::string_view statement, const PropertyGraph& graph,
                              const Parameters& parameters = {});

/// Prepares and runs. "EXPLAIN ..." gives the plan as a table of one column.
Result<ResultTable> run(std::string_view statement, const PropertyGraph& graph,
                        const Parameters& parameters = {}, const Budget& budget = {});

/// Number of bytes of the first statement in `text`, its ';' included; 0 if no ';' ends it yet.
/// A ';' in a string, a quoted name or a comment ends nothing.
std::size_t statement_length(std::string_view text) noexcept;

/// The message, the line of `text` that it is about and a caret below the place:
///
///     query:1:10: no node type is called Compny; did you mean Company?
///       MATCH (a:Compny)-[:SUES]->(b) RETURN a.nam
///                ^^^^^^
std::string format_error(std::string_view text, const Error& error);

}  // namespace litigraph::query
