#include "support/tool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string_view>

namespace litigraph::test {
namespace {

using testing::HasSubstr;

TEST(Manual, HasEveryCommandThatTheHelpLists) {
    const std::string manual = run_tool({"help", "--man"}).out;
    std::istringstream help(run_tool({"--help"}).out);
    std::string line;
    while (std::getline(help, line) && line != "Subcommands:") {
    }
    std::size_t commands = 0;
    while (std::getline(help, line) && line.starts_with("  ")) {
        EXPECT_THAT(manual, HasSubstr("\n.SS litigraph " + line.substr(2, line.find(' ', 2) - 2)));
        ++commands;
    }
    EXPECT_GE(commands, 10U);
}

TEST(Manual, NoTextIsTakenForARequest) {
    std::istringstream manual(run_tool({"help", "--man"}).out);
    const std::string_view requests[] = {".TH ", ".SH ", ".SS ", ".TP", ".B ", ".I ",
                                         ".RI ", ".PP",  ".br",  ".nf", ".fi"};
    for (std::string line; std::getline(manual, line);) {
        if (line.starts_with('.') || line.starts_with('\'')) {
            EXPECT_TRUE(std::ranges::any_of(requests, [&](std::string_view request) {
                return line.starts_with(request);
            })) << line;
        }
    }
}

TEST(Help, OfACommandShowsItsExample) {
    const ToolRun run = run_tool({"help", "ingest"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_THAT(run.out, HasSubstr("litigraph ingest examples/articles -o dispute.lg"));
    EXPECT_EQ(run_tool({"help", "ingset"}).exit_code, 2);
}

}  // namespace
}  // namespace litigraph::test
