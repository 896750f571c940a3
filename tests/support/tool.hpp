/// \file
/// Runs the real binary, as a shell would.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace litigraph::test {

struct ToolRun {
    int exit_code = 0;  ///< As a shell gives it: 128 + signal if a signal ended the program.
    std::string out;
    std::string err;
};

struct ToolInput {
    std::string_view in = {};  ///< Standard input.
    /// Set beside the test's own environment, from which NO_COLOR and what litigraph reads is gone.
    std::vector<std::pair<std::string, std::string>> environment = {};
    std::string folder = {};  ///< Where it runs; empty: where the test does.
};

/// Path of the binary, for tests that need a shell around it.
std::string tool_path();

/// Runs `litigraph arguments...` to its end.
ToolRun run_tool(const std::vector<std::string>& arguments, const ToolInput& input = {});

}  // namespace litigraph::test
