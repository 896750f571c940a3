#include "line_history.hpp"

#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace litigraph::cli {
namespace {

namespace fs = std::filesystem;
using test::read_file;
using test::TemporaryFolder;
using testing::ElementsAre;

TEST(LineHistory, IsKeptOverSessions) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "state" / "history";
    LineHistory(file).add("who sues Nokia");
    LineHistory second(file);
    second.add("show Soci\u00E9t\u00E9");
    EXPECT_THAT(LineHistory(file).lines(), ElementsAre("who sues Nokia", "show Soci\u00E9t\u00E9"));
}

TEST(LineHistory, IsForItsOwnerAlone) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "state" / "history";
    LineHistory(file).add("who sues Nokia");
    EXPECT_EQ(fs::status(file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(file.parent_path()).permissions(), fs::perms::owner_all);
}

TEST(LineHistory, SkipsRepetitionsAndWhatBeginsWithABlank) {
    LineHistory history;
    for (const char* const line : {"a", "a", "", " secret", "b", "a"}) {
        history.add(line);
    }
    EXPECT_THAT(history.lines(), ElementsAre("a", "b", "a"));
}

TEST(LineHistory, SessionsAtTheSameTimeKeepEachOthersLines) {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "history";
    LineHistory one(file);
    LineHistory other(file);
    one.add("one");
    other.add("other");
    EXPECT_EQ(read_file(file), "one\nother\n");
}

TEST(LineHistory, IsShortenedWhenItHasGrown) {
    const TemporaryFolder folder;
    const std::string file = folder.write("history", "a\nb\nc\nd\n");
    EXPECT_THAT(LineHistory(file, 3).lines(), ElementsAre("b", "c", "d"));
    EXPECT_EQ(read_file(file), "a\nb\nc\nd\n");
    EXPECT_THAT(LineHistory(file, 2).lines(), ElementsAre("c", "d"));
    EXPECT_EQ(read_file(file), "c\nd\n");
}

TEST(LineHistory, LivesWithoutItsFile) {
    LineHistory history("/dev/null/history");
    history.add("a");
    EXPECT_THAT(history.lines(), ElementsAre("a"));
}

}  // namespace
}  // namespace litigraph::cli
