/// \file
/// A terminal without a screen, for tests of what a person sees.
#pragma once

#include "temporary_folder.hpp"

#include <string>
#include <string_view>

namespace litigraph::test {

/// A tmux server of its own with one window of 100 columns and 40 lines.
class TmuxTerminal {
  public:
    static bool is_available();

    /// Runs a shell command in the window, which stays when the command ends.
    explicit TmuxTerminal(const std::string& command);
    TmuxTerminal(const TmuxTerminal&) = delete;
    TmuxTerminal& operator=(const TmuxTerminal&) = delete;
    ~TmuxTerminal();

    void type(std::string_view text);  ///< As it is; no key names.
    void press(std::string_view key);  ///< "Enter", "Tab", "C-c", ...
    /// Types and presses Enter.
    void enter(std::string_view text);

    /// Looks at the screen until the text is on it; false if it does not come.
    bool shows(std::string_view text);
    /// What is on the screen, without blanks at the ends of lines.
    std::string screen();

  private:
    std::string tmux(const std::string& arguments) const;

    TemporaryFolder folder_;
};

}  // namespace litigraph::test
