/// \file
/// Counts what a running query uses up.
#pragma once

#include <litigraph/query/engine.hpp>

#include <chrono>
#include <optional>
#include <string>

namespace litigraph::query {

class Meter {
  public:
    explicit Meter(const Budget& budget)
        : budget_(budget), deadline_(Clock::now() + budget.timeout) {}

    /// One unit of work; false if the query must stop.
    bool work() { return (++work_ % units_between_checks != 0 || check()) && !error_; }

    bool keep_bytes(std::size_t bytes) {
        bytes_ += bytes;
        if (bytes_ > budget_.max_bytes) {
            fail(ErrorCode::limit_exceeded, "the query needs more than " +
                                                std::to_string(budget_.max_bytes >> 20U) +
                                                " MB; ask for less, or raise the limit");
        }
        return !error_;
    }

    bool add_row() {
        if (++rows_ > budget_.max_rows) {
            fail(ErrorCode::limit_exceeded, "the answer has more than " +
                                                std::to_string(budget_.max_rows) +
                                                " rows; use LIMIT, or raise the limit");
        }
        return !error_;
    }

    const std::optional<Error>& error() const { return error_; }

  private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t units_between_checks = 1024;

    bool check() {
        if (budget_.cancel != nullptr && budget_.cancel->load(std::memory_order_relaxed)) {
            fail(ErrorCode::interrupted, "interrupted");
        } else if (Clock::now() > deadline_) {
            fail(ErrorCode::limit_exceeded, "the query took longer than " +
                                                std::to_string(budget_.timeout.count()) +
                                                " ms; ask for less, or raise the limit");
        }
        return !error_;
    }

    void fail(ErrorCode code, std::string message) {
        if (!error_) {
            error_ = Error{code, std::move(message)};
        }
    }

    const Budget& budget_;
    Clock::time_point deadline_;
    std::size_t work_ = 0;
    std::size_t bytes_ = 0;
    std::size_t rows_ = 0;
    std::optional<Error> error_;
};

/// Rough number of bytes behind a value, itself included.
std::size_t size_of(const Value& value);
std::size_t size_of(const std::vector<Value>& row);

}  // namespace litigraph::query
