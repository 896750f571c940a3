#include "support/tool.hpp"

#include "support/temporary_folder.hpp"

#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

namespace litigraph::test {

namespace {

/// In the child: never returns.
[[noreturn]] void become_tool(const std::vector<std::string>& arguments, const ToolInput& input,
                              const std::array<std::string, 3>& files) {
    for (int i = 0; i < 3; ++i) {
        const int flags = i == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC;
        dup2(open(files[static_cast<std::size_t>(i)].c_str(), flags, 0600), i);
    }
    unsetenv("NO_COLOR");
    unsetenv("XDG_CONFIG_HOME");
    for (const auto& [name, value] : input.environment) {
        setenv(name.c_str(), value.c_str(), 1);
    }
    if (!input.folder.empty() && chdir(input.folder.c_str()) != 0) {
        _exit(126);
    }
    std::vector<char*> words{const_cast<char*>(LITIGRAPH_TOOL)};
    for (const std::string& argument : arguments) {
        words.push_back(const_cast<char*>(argument.c_str()));
    }
    words.push_back(nullptr);
    execv(LITIGRAPH_TOOL, words.data());
    _exit(127);
}

}  // namespace

std::string tool_path() { return LITIGRAPH_TOOL; }

ToolRun run_tool(const std::vector<std::string>& arguments, const ToolInput& input) {
    const TemporaryFolder folder;
    const std::array<std::string, 3> files{folder.write("in", input.in), folder / "out",
                                           folder / "err"};
    const pid_t child = fork();
    if (child < 0) {
        throw std::runtime_error("cannot fork");
    }
    if (child == 0) {
        become_tool(arguments, input, files);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return {.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            .out = read_file(files[1]),
            .err = read_file(files[2])};
}

}  // namespace litigraph::test
