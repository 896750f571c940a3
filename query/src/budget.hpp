/// \file
/// Counts what a running query uses up.
#pragma once

#include <litigraph/query/engine.hpp>
#include <litigraph/query/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::query {

/// After the first budget that is used up, every call says no.
class Meter {
  public:
    explicit Meter(const Budget& budget) : budget_(budget), deadline_(budget) {}
    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;

    /// Some units of work, each of well below a microsecond; false if the query must stop.
    bool work(std::size_t units = 1) {
        work_ += units;
        return (work_ < units_between_checks || check()) && !error_;
    }

    /// Looks at the clock and for an interruption now.
    bool check() {
        work_ = 0;
        if (!error_) {
            error_ = deadline_.passed();
        }
        return !error_;
    }

    bool keep_bytes(std::size_t bytes) {
        bytes_ += bytes;
        return fits(0);
    }
    void release_bytes(std::size_t bytes) noexcept { bytes_ -= bytes; }

    /// Whether something of that size may be made beside what is kept.
    bool fits(std::size_t bytes) {
        if (bytes_ > budget_.max_bytes || bytes > budget_.max_bytes - bytes_) {
            fail(ErrorCode::limit_exceeded, "memory budget: the query needs more than " +
                                                size_in_words(budget_.max_bytes) +
                                                "; ask for less, or raise the limit");
        }
        return !error_;
    }

    bool add_row() {
        if (++rows_ > budget_.max_rows) {
            fail(ErrorCode::limit_exceeded, "row budget: the answer has more than " +
                                                std::to_string(budget_.max_rows) +
                                                " rows; use LIMIT, or raise the limit");
        }
        return !error_;
    }

    const std::optional<Error>& error() const { return error_; }

  private:
    static constexpr std::size_t units_between_checks = 4096;

    static std::string size_in_words(std::size_t bytes) {
        return bytes < (std::size_t{1} << 20U) ? std::to_string(bytes) + " bytes"
                                               : std::to_string(bytes >> 20U) + " MB";
    }

    void fail(ErrorCode code, std::string message) {
        if (!error_) {
            error_ = Error{code, std::move(message)};
        }
    }

    Budget budget_;
    Deadline deadline_;
    std::size_t work_ = 0;
    std::size_t bytes_ = 0;
    std::size_t rows_ = 0;
    std::optional<Error> error_;
};

/// Memory that is given back when this goes.
class HeldBytes {
  public:
    explicit HeldBytes(Meter& meter) noexcept : meter_(&meter) {}
    HeldBytes(const HeldBytes&) = delete;
    HeldBytes& operator=(const HeldBytes&) = delete;
    HeldBytes(HeldBytes&& other) noexcept
        : meter_(other.meter_), bytes_(std::exchange(other.bytes_, 0)) {}
    HeldBytes& operator=(HeldBytes&& other) noexcept {
        std::swap(meter_, other.meter_);
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    ~HeldBytes() { meter_->release_bytes(bytes_); }

    bool add(std::size_t bytes) {
        bytes_ += bytes;
        return meter_->keep_bytes(bytes);
    }
    void remove(std::size_t bytes) noexcept {
        bytes_ -= bytes;
        meter_->release_bytes(bytes);
    }

  private:
    Meter* meter_;
    std::size_t bytes_ = 0;
};

inline constexpr std::size_t bytes_per_unit = 256;  ///< That a unit of work can look at.

/// Rough number of bytes behind a row, itself included.
std::size_t size_of(const std::vector<Value>& row);

}  // namespace litigraph::query
