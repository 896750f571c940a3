/// \file
/// Result of an operation on outside input. A subset of std::expected (C++23).
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace litigraph {

enum class ErrorCode {
    syntax,           ///< The text does not follow its grammar (a query, JSON, a lexicon row).
    unknown_name,     ///< A name, kind, property or verb that nothing answers to.
    ambiguous_name,   ///< A name that several nodes answer to; the message lists them.
    type_mismatch,    ///< An operation on values that it is not defined for.
    unsupported,      ///< Understood, but outside what litigraph does; the message names it.
    limit_exceeded,   ///< A budget (rows, time, memory, depth, size) was used up.
    interrupted,      ///< The user stopped it.
    io,               ///< The operating system refused: missing file, no space, no permission.
    corrupt_archive,  ///< The bytes are not what was saved; the message names the section.
    invalid_input     ///< An article that cannot be read (not UTF-8, binary, empty).
};

/// What went wrong in outside input, fit to be shown to a user.
struct Error {
    ErrorCode code{};
    std::string message;     ///< One sentence, no trailing newline.
    std::size_t line = 0;    ///< 1-based; 0 if the input has no lines.
    std::size_t column = 0;  ///< 1-based byte column; 0 if unknown.
    std::size_t length = 0;  ///< Bytes of the faulty text from there on; 0 if unknown.
    /// Name of the exact rule that was broken, for programs ("UndefinedVariable"); a literal, empty
    /// if the code says enough.
    std::string_view reason = {};
};

/// Holds a T or an Error. Access through `*` and `->` requires has_value().
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
    Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

    bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    const T& operator*() const& noexcept {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    T&& operator*() && noexcept {
        assert(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    T& operator*() & noexcept {
        assert(has_value());
        return *std::get_if<0>(&state_);
    }
    const T* operator->() const noexcept { return &**this; }
    T* operator->() noexcept { return &**this; }

    const Error& error() const noexcept {
        assert(!has_value());
        return *std::get_if<1>(&state_);
    }

  private:
    std::variant<T, Error> state_;
};

/// Result of an operation that yields nothing but its success.
struct Success {};
using Status = Result<Success>;

}  // namespace litigraph
