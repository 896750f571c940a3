// The real binary at a terminal, as a person uses it.

#include "support/dispute_file.hpp"
#include "support/tmux.hpp"
#include "support/tool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace litigraph::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class AtATerminal : public testing::Test {
  protected:
    void SetUp() override {
        if (!TmuxTerminal::is_available()) {
            GTEST_SKIP() << "tmux is not installed: nothing at a terminal is tested";
        }
        open();
    }
    void open(const std::string& arguments = "") {
        run(file.path() + " " + arguments);
        ASSERT_TRUE(terminal->shows("litigraph>")) << terminal->screen();
    }
    /// Runs the tool with these arguments instead.
    void run(const std::string& arguments, const std::string& environment = "PAGER=") {
        terminal.reset();
        terminal = std::make_unique<TmuxTerminal>(
            "env -u NO_COLOR XDG_STATE_HOME='" + state.path().native() + "' " + environment + ' ' +
            tool_path() + ' ' + arguments + "; echo left with $?");
    }
    void expect(std::string_view text) {
        EXPECT_TRUE(terminal->shows(text)) << "missing: " << text << '\n' << terminal->screen();
    }

    DisputeFile file;
    TemporaryFolder state;
    std::unique_ptr<TmuxTerminal> terminal;
};

TEST_F(AtATerminal, AnswersAreBoxes) {
    expect("13 nodes, 17 edges, 1 article 2024-08-01");
    terminal->enter("who sues nokia");
    expect("-- MATCH (p)-[:SUES|COUNTERSUES]->(:Company {name: 'Nokia'})");
    expect("\u2502 Amazon \u2502");
    expect("1 row");
    terminal->enter(".why 1");
    expect("\"Amazon has filed a lawsuit against Nokia\"");
    terminal->enter(".quit");
    expect("left with 0");
}

TEST_F(AtATerminal, AQueryMayHaveSeveralLines) {
    terminal->enter("MATCH (c:Court)");
    expect("      ...>");
    terminal->enter("RETURN c.name;");
    expect("\u2502 D. Delaware \u2502");
}

TEST_F(AtATerminal, TabCompletesWordsAndNames) {
    terminal->type("neigh");
    terminal->press("Tab");
    expect("litigraph> neighbors");
    terminal->type("amazon w");
    terminal->press("Tab");
    expect("litigraph> neighbors Amazon Web Services");
    terminal->press("Enter");
    expect("Company  Amazon");
    terminal->type("MATCH (a {name: 'eri");
    terminal->press("Tab");
    expect("MATCH (a {name: 'Ericsson");
    terminal->press("C-c");
    terminal->type("show amazon");
    terminal->press("Tab");
    expect("Amazon               Amazon v. Nokia");
}

TEST_F(AtATerminal, CtrlCDropsTheLineAndThenLeaves) {
    terminal->type("who su");
    terminal->press("C-c");
    expect("who su^C");
    terminal->enter("MATCH (a)");
    expect("      ...>");
    terminal->press("C-c");
    terminal->enter("who sues nokia");
    expect("1 row");
    terminal->press("C-c");
    expect("Ctrl-C again leaves");
    terminal->press("C-c");
    expect("left with 0");
}

TEST_F(AtATerminal, CtrlCStopsAQueryAndNotTheSession) {
    terminal->enter(
        "RETURN 'begun' AS s; MATCH (a),(b),(c),(d),(e),(f),(g),(h),(i),(j) RETURN count(*);");
    expect("\u2502 begun \u2502");
    terminal->press("C-c");
    expect("litigraph: interrupted");
    terminal->enter("who sues nokia");
    expect("1 row");
}

TEST_F(AtATerminal, CtrlDLeaves) {
    terminal->press("C-d");
    expect("left with 0");
}

TEST_F(AtATerminal, HistoryIsKeptForItsOwner) {
    terminal->enter("who sues nokia");
    expect("1 row");
    terminal->enter(".quit");
    expect("left with 0");
    const std::filesystem::path kept = state.path() / "litigraph" / "history";
    EXPECT_EQ(read_file(kept), "who sues nokia\n.quit\n");
    EXPECT_EQ(std::filesystem::status(kept).permissions(),
              std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    open();
    terminal->press("Up");
    terminal->press("Up");
    expect("litigraph> who sues nokia");
}

TEST_F(AtATerminal, NoHistoryIsKeptIfNotWanted) {
    open("--no-history");
    terminal->enter("who sues nokia");
    expect("1 row");
    EXPECT_EQ(read_file(state.path() / "litigraph" / "history"), "");
}

TEST_F(AtATerminal, WideAnswersAreCutToTheScreen) {
    terminal->enter("MATCH (a)-[r:SUES]->(b) RETURN r.quote, evidence(r), a, b");
    expect("some cells cut to fit the screen");
    EXPECT_THAT(terminal->screen(), HasSubstr("\u2026"));
}

TEST_F(AtATerminal, APagerShowsWhatIsTallerThanTheScreen) {
    const std::string pager = "PAGER='sed -n \"4s/.*/by the pager/p\"'";
    run("query " + file.path() + " 'MATCH (a)-->(b), (c) RETURN a.name, b.name'", pager);
    expect("by the pager");
    run("query " + file.path() + " 'MATCH (a)-->(b) RETURN a.name'", pager);
    expect("left with 0");
    EXPECT_THAT(terminal->screen(), Not(HasSubstr("by the pager")));
}

TEST_F(AtATerminal, OneQuestionIsAnsweredForPeople) {
    run("path " + file.path() + " AWS Amazon");
    expect("Amazon Web Services --division-of--> Amazon      1 step");
    expect("left with 0");
}

}  // namespace
}  // namespace litigraph::test
