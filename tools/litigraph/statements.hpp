/// \file
/// From lines to what can be asked.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::cli {

/// A verb and a command that begins with a dot are a line each. A query goes on until ';', an empty
/// line or the end. Lines that begin with "//" or "--" outside a query are comments.
class StatementReader {
  public:
    /// Tells whether one line is a whole query, so that it needs no ';'.
    using IsWhole = std::function<bool(std::string_view)>;

    /// Without `is_whole` no query ends at the end of its line: right for scripts, where it may go
    /// on below.
    explicit StatementReader(IsWhole is_whole = {});

    /// What the line, given without its end, completes; often nothing or one.
    std::vector<std::string> add(std::string_view line);
    /// What is left when there are no more lines.
    std::optional<std::string> finish();
    /// Whether a query has begun and waits for more.
    bool is_open() const noexcept { return !pending_.empty(); }
    void clear() noexcept { pending_.clear(); }

  private:
    IsWhole is_whole_;
    std::string pending_;
};

/// Every statement of a text.
std::vector<std::string> statements_of(std::string_view text);

/// Without blanks, ';' and line ends on either side.
std::string_view trimmed(std::string_view text) noexcept;

}  // namespace litigraph::cli
