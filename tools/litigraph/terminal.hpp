/// \file
/// Lines that a person types at a terminal, with editing, history and completion.
#pragma once

#include "line_completion.hpp"
#include "line_history.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace litigraph::cli {

class Terminal {
  public:
    /// What could follow a line that ends at the cursor.
    using Complete = std::function<LineCompletion(std::string_view)>;

    /// `history` must outlive it. Sets the locale's character type, which line editing needs.
    Terminal(LineHistory& history, Complete complete);
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal();

    enum class Outcome : std::uint8_t { line, dropped, end };  ///< Return, Ctrl-C, Ctrl-D.
    struct Input {
        Outcome outcome = Outcome::end;
        std::string text;  ///< What was typed, without the end of the line.
    };
    Input read_line(std::string_view prompt);

    struct State;

  private:
    std::unique_ptr<State> state_;
};

}  // namespace litigraph::cli
