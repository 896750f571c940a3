// What other programs' own readers make of our exports: networkx, rdflib, and a browser.

#include "support/dispute_file.hpp"
#include "support/tool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace litigraph::test {
namespace {

using testing::HasSubstr;

/// All that a shell command prints.
std::string output_of(const std::string& command) {
    std::FILE* const pipe = popen(command.c_str(), "r");
    std::string text;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
        text += static_cast<char>(c);
    }
    pclose(pipe);
    return text;
}

bool succeeds(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;  // NOLINT
}

class Readers : public testing::Test {
  protected:
    /// What `script` prints; its first argument is the export.
    std::string read(const std::string& format, const std::string& script) const {
        const std::string target = folder / ("graph." + format);
        const ToolRun run = run_tool({"export", file.path(), "--to", format, "-o", target});
        EXPECT_EQ(run.exit_code, 0) << run.err;
        const std::string program = folder.write("read.py", script);
        return output_of("/usr/bin/python3 " + program + ' ' + target + " 2>&1");
    }

    const DisputeFile file;
    const TemporaryFolder folder;
};

TEST_F(Readers, NetworkxReadsGexfAndGraphMl) {
    if (!succeeds("/usr/bin/python3 -c 'import networkx'")) {
        GTEST_SKIP() << "NOT CHECKED: python3-networkx is not installed";
    }
    const std::string script = R"(
import sys, networkx
read = networkx.read_gexf if sys.argv[1].endswith('gexf') else networkx.read_graphml
g = read(sys.argv[1])
group = g.nodes['lawsuit:nokia-video-patent-proceedings']
print(len(g), g.number_of_edges(), g.is_directed(), g.is_multigraph(), group['count_low'])
)";
    EXPECT_EQ(read("gexf", script), "13 17 True True 13\n");
    EXPECT_EQ(read("graphml", script), "13 17 True True 13\n");
}

TEST_F(Readers, RdflibFindsTheSameTriplesInTurtleAndJsonLd) {
    if (!succeeds("/usr/bin/python3 -c 'import rdflib'")) {
        GTEST_SKIP() << "NOT CHECKED: python3-rdflib is not installed";
    }
    const std::string first = folder / "first.ttl";
    ASSERT_EQ(run_tool({"export", file.path(), "--to", "ttl", "-o", first}).exit_code, 0);
    EXPECT_EQ(read("jsonld", R"(
import sys, rdflib
from rdflib.compare import isomorphic
a = rdflib.Graph().parse(')" + first +
                                 R"(', format='turtle')
b = rdflib.Graph().parse(sys.argv[1], format='json-ld')
print(isomorphic(a, b), len(a) > 250)
for row in a.query('''
    SELECT ?quote ?start ?url {
      ?e rdf:predicate lg:threatensSuit ; prov:hadPrimarySource ?article ; lg:evidence ?evidence .
      ?evidence oa:hasSource ?article ; oa:hasSelector ?words ; oa:hasSelector ?place .
      ?words oa:exact ?quote . ?place oa:start ?start . ?article schema:url ?url }'''):
    print(*row)
)"),
              "True True\nEricsson threatened to sue Apple 17 https://example.org/a\n");
}

TEST_F(Readers, ABrowserShowsThePageAndRunsNoTextOfIt) {
    if (!succeeds("chromium --version")) {
        GTEST_SKIP() << "NOT CHECKED: chromium is not installed";
    }
    DisputeBuilder b;
    const NodeId one = b.company("</script><img src=x onerror=\"document.title='broken'\">");
    const NodeId article = b.node(NodeKind::article, "<svg onload=\"document.title='broken'\">");
    b.attribute(article, AttributeKey::url, "javascript:document.title='broken'");
    b.edge(one, EdgeKind::sues, b.company("Zephra"), "<b>it</b> sued Zephra", article);
    const std::string graph = folder / "hostile.lg";
    ASSERT_TRUE(save_archive(graph, {{}, {}, b.freeze()}).has_value());
    const std::string page = folder / "page.html";
    ASSERT_EQ(
        run_tool({"export", graph, "--to", "html", "--title", "<i>Two</i>", "-o", page}).exit_code,
        0);
    const std::string shown =
        output_of("timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir=" +
                  (folder / "profile") + " --dump-dom 'file://" + page +
                  "#name=Zephra' 2>/dev/null || echo '(no page)'");
    if (shown.find("(no page)") != std::string::npos) {
        GTEST_SKIP() << "NOT CHECKED: chromium does not run here";
    }
    EXPECT_THAT(shown, HasSubstr("<title>&lt;i&gt;Two&lt;/i&gt;</title>"));
    EXPECT_THAT(shown, HasSubstr("<b id=\"name\">Zephra</b>"));
    EXPECT_THAT(shown, HasSubstr("&lt;b&gt;it&lt;/b&gt; sued Zephra"));
    EXPECT_THAT(shown, testing::Not(HasSubstr("href=\"javascript:")));
}

}  // namespace
}  // namespace litigraph::test
