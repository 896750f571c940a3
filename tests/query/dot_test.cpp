#include "support/dispute_graph.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/query/dot.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace litigraph::query {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string drawn(const KnowledgeGraph& graph, const DotOptions& options = {}) {
    std::ostringstream out;
    write_dot(out, graph, everything(graph), options);
    return out.str();
}

const char* const hostile_names[] = {"Amazon",
                                     "AT&T",
                                     "AT&amp;T",
                                     "Node",
                                     "graph",
                                     "strict",
                                     "Johnson & Johnson",
                                     "Back\\",
                                     "C:\\path\\new",
                                     "The \"Firm\" LLP",
                                     "\\N tricky",
                                     "\\G \\E \\T \\H \\L",
                                     "a\\nb",
                                     "<b>x</b>",
                                     "<<b>>",
                                     "3M",
                                     "-",
                                     "\u682A\u5F0F\u4F1A\u793E\u65E5\u7ACB",
                                     "Soci\u00E9t\u00E9 d'\u00C9t\u00E9",
                                     "O'Brien; x",
                                     "{rec|ord}",
                                     "R&D; Labs",
                                     "&lt;script&gt;",
                                     "\u201Cquoted\u201D",
                                     "tab\there",
                                     "100% GmbH & Co. KG",
                                     "na\u00EFve \u202Ertl",
                                     "a  b",
                                     "\U0001F600 emoji"};

bool has_graphviz() { return std::system("dot -V >/dev/null 2>&1") == 0; }  // NOLINT

std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// Text of the svg:text elements between `begin` and the end of the group.
std::string svg_text(const std::string& svg, std::size_t begin) {
    std::string text;
    const std::size_t end = svg.find("</g>", begin);
    for (std::size_t at = svg.find("<text", begin); at < end; at = svg.find("<text", at + 1)) {
        const std::size_t open = svg.find('>', at) + 1;
        text += text.empty() ? "" : " ";  // lines that the label was broken into
        text += svg.substr(open, svg.find("</text>", open) - open);
    }
    for (const auto& [from, to] :
         {std::pair("&#160;", " "), std::pair("\u00A0", " "), std::pair("&lt;", "<"),
          std::pair("&gt;", ">"), std::pair("&quot;", "\""), std::pair("&#39;", "'"),
          std::pair("&#45;", "-"), std::pair("&amp;", "&")}) {
        text = replaced(text, from, to);
    }
    return text;
}

// What dot makes of it; a warning fails the test.
std::string svg_of(const std::string& dot) {
    const test::TemporaryFolder folder;
    const std::filesystem::path in = folder.path() / "picture.dot";
    const std::filesystem::path out = folder.path() / "picture.svg";
    std::ofstream(in) << dot;
    const std::string command =
        "dot -Tsvg '" + in.string() + "' -o '" + out.string() + "' 2>'" + out.string() + ".err'";
    EXPECT_EQ(std::system(command.c_str()), 0);  // NOLINT
    EXPECT_EQ(contents(out.string() + ".err"), "");
    return contents(out);
}

// Cases between the first `busy` parties pair by pair, and one between two others for each of them.
KnowledgeGraph many_cases(std::size_t busy) {
    test::DisputeBuilder b;
    const NodeId article = b.node(NodeKind::article, "digest");
    const NodeId court = b.node(NodeKind::court, "United States District Court for the District");
    const auto sue = [&](NodeId plaintiff, NodeId defendant, const std::string& name) {
        const NodeId suit = b.node(NodeKind::lawsuit, name);
        b.edge(plaintiff, EdgeKind::plaintiff_in, suit, "sued", article);
        b.edge(defendant, EdgeKind::defendant_in, suit, "sued", article);
        b.edge(plaintiff, EdgeKind::sues, defendant, "sued", article, Confidence::stated, suit);
        b.edge(suit, EdgeKind::filed_in, court, "in court", article);
    };
    std::vector<NodeId> parties;
    for (std::size_t i = 0; i < busy; ++i) {
        parties.push_back(b.company("Busy " + std::to_string(i)));
    }
    for (std::size_t i = 0; i < busy; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            sue(parties[i], parties[j], "case " + std::to_string(i) + ' ' + std::to_string(j));
        }
        const std::string number = std::to_string(i);
        sue(b.company("Quiet " + number), b.company("Still " + number), "side case " + number);
    }
    return b.freeze();
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

TEST(Dot, SurvivesHostileNamesThroughGraphviz) {
    if (!has_graphviz()) {
        GTEST_SKIP() << "NOT CHECKED: Graphviz (dot) is not installed";
    }
    test::DisputeBuilder b;
    const NodeId lawsuit = b.node(NodeKind::lawsuit, "suit");
    const NodeId article = b.node(NodeKind::article, "article");
    for (const char* name : hostile_names) {
        b.edge(b.company(name), EdgeKind::plaintiff_in, lawsuit, name, article);
    }
    const std::string picture = svg_of(drawn(b.freeze()));
    std::vector<std::string> found;
    for (std::size_t at = picture.find("class=\"node party\""); at != std::string::npos;
         at = picture.find("class=\"node party\"", at + 1)) {
        found.push_back(svg_text(picture, at));
    }
    std::vector<std::string> expected;
    for (const char* name : hostile_names) {
        expected.push_back(replaced(name, "\t", " "));
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
}

TEST(Dot, ShowsHostileNamesOfLawsuits) {
    if (!has_graphviz()) {
        GTEST_SKIP() << "NOT CHECKED: Graphviz (dot) is not installed";
    }
    test::DisputeBuilder b;
    const NodeId party = b.company("Zephra");
    const NodeId article = b.node(NodeKind::article, "article");
    for (const char* name : hostile_names) {
        const NodeId suit = b.node(NodeKind::lawsuit, name, test::days("2024-07-30"));
        b.edge(party, EdgeKind::plaintiff_in, suit, name, article);
    }
    b.edge(party, EdgeKind::plaintiff_in, b.node(NodeKind::lawsuit, " \x01 "), "", article);
    const std::string picture = svg_of(drawn(b.freeze()));
    std::vector<std::string> found;
    for (std::size_t at = picture.find("class=\"node lawsuit\""); at != std::string::npos;
         at = picture.find("class=\"node lawsuit\"", at + 1)) {
        found.push_back(svg_text(picture, at));
    }
    std::vector<std::string> expected{""};
    for (const char* name : hostile_names) {
        expected.push_back(replaced(name, "\t", " ") + " filed 2024-07-30");
    }
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected));
}

TEST(Dot, RendersWithoutAWarningAtEverySize) {
    if (!has_graphviz()) {
        GTEST_SKIP() << "NOT CHECKED: Graphviz (dot) is not installed";
    }
    for (const std::size_t busy : std::initializer_list<std::size_t>{0, 2, 5, 9, 14}) {
        const KnowledgeGraph graph = many_cases(busy);
        for (const DotView view : {DotView::full, DotView::cases, DotView::parties}) {
            const std::string picture =
                svg_of(drawn(graph, {.view = view, .max_nodes = 0, .legend = true}));
            EXPECT_EQ(count(picture, "class=\"node party\""), 3 * busy);
        }
    }
}

TEST(Dot, ShowsAnyTitle) {
    if (!has_graphviz()) {
        GTEST_SKIP() << "NOT CHECKED: Graphviz (dot) is not installed";
    }
    const std::string picture = svg_of(
        drawn(test::make_dispute_graph(), {.title = "A & B <b>\"v.\"</b> &amp; \\N\n\xFF\x01"}));
    EXPECT_THAT(picture, HasSubstr("A &amp; B &lt;b&gt;&quot;v.&quot;&lt;/b&gt; &amp;amp; \\N"));
}

TEST(DotQuoted, IsExact) {
    const std::pair<std::string_view, const char*> rows[] = {
        {"", R"("")"},
        {"Node", R"("Node")"},
        {"Back\\", R"("Back\\")"},
        {"a\"b", R"("a\"b")"},
        {"AT&T", R"("AT&amp;T")"},
        {"a\nb\tc\rd", R"("a\nb cd")"},
        {"x\xFFy\x1Bz", R"("xyz")"},
    };
    for (const auto& [text, quoted] : rows) {
        EXPECT_EQ(dot_quoted(text), quoted);
    }
}

TEST(Dot, TellsKindsByShapeColourAndWord) {
    const std::string text = drawn(test::make_dispute_graph());
    EXPECT_THAT(text, HasSubstr("\"party:amazon\" [class=\"party\", label=\"Amazon\", shape=box"));
    EXPECT_THAT(text, HasSubstr("shape=note"));
    EXPECT_THAT(text, HasSubstr("peripheries=2"));
    EXPECT_THAT(text, HasSubstr("shape=house"));
    EXPECT_THAT(text, HasSubstr("style=dotted"));
    EXPECT_THAT(text, Not(HasSubstr("reported-by")));
    EXPECT_THAT(text, Not(HasSubstr("legend")));
}

TEST(Dot, DrawsACountersuitInsteadOfASuit) {
    const std::string text = drawn(test::make_dispute_graph());
    EXPECT_THAT(text, HasSubstr("\"party:amazon\" -> \"party:nokia\" [class=\"countersues\""));
    EXPECT_THAT(text, Not(HasSubstr("\"party:amazon\" -> \"party:nokia\" [class=\"sues\"")));
}

TEST(Dot, DashesOnlyWhatIsNotStated) {
    const std::string text = drawn(test::make_dispute_graph());
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.find(" -> ") == std::string::npos) {
            continue;
        }
        const bool is_inferred = line.find("inferred") != std::string::npos;
        EXPECT_EQ(line.find("style=dashed") != std::string::npos, is_inferred) << line;
    }
}

TEST(Dot, CarriesTheEvidence) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    const char* const quote = "its cloud division, Amazon Web Services (techradar-20240801)";
    EXPECT_THAT(drawn(graph), HasSubstr(std::string("tooltip=\"") + quote));
    EXPECT_THAT(drawn(graph, {.evidence = DotEvidence::none}), Not(HasSubstr(quote)));
}

TEST(Dot, HasViews) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    const std::string parties = drawn(graph, {.view = DotView::parties});
    EXPECT_THAT(parties, Not(HasSubstr("shape=note")));
    EXPECT_THAT(parties, HasSubstr("1 group (13)"));
    const std::string cases = drawn(graph, {.view = DotView::cases});
    EXPECT_THAT(cases, HasSubstr("shape=note"));
    EXPECT_THAT(cases, Not(HasSubstr("shape=ellipse")));
}

TEST(Dot, HasABudgetAndSaysSo) {
    const KnowledgeGraph graph = test::make_dispute_graph();
    std::ostringstream out;
    const PictureReport report = write_dot(out, graph, everything(graph), {.max_nodes = 3});
    EXPECT_LE(report.nodes, 3U);
    EXPECT_THAT(report.to_string(), HasSubstr("use --max-nodes 0 for all"));
    const PictureReport all = write_dot(out, graph, everything(graph), {.max_nodes = 0});
    EXPECT_EQ(all.left_out, 0U);
    EXPECT_EQ(all.nodes, 12U);
}

TEST(Dot, KeepsWholeCasesOfTheMostConnectedParties) {
    const std::string text = drawn(many_cases(8), {.max_nodes = 20});
    EXPECT_THAT(text, Not(HasSubstr("Quiet")));
    EXPECT_THAT(text, HasSubstr("20 of 61 nodes"));
    const std::size_t cases = count(text, "[class=\"lawsuit\"");
    EXPECT_GT(cases, 5U);
    EXPECT_EQ(count(text, "[class=\"plaintiff-in\""), cases);
    EXPECT_EQ(count(text, "[class=\"defendant-in\""), cases);
    EXPECT_EQ(count(text, "[class=\"filed-in\""), cases);
}

TEST(Dot, LeavesWordsOfLargerPicturesToTheLegend) {
    const std::string small = drawn(many_cases(3));
    EXPECT_THAT(small, HasSubstr("layout=dot"));
    EXPECT_THAT(small, HasSubstr("[class=\"sues\""));
    EXPECT_THAT(small, HasSubstr("label=\"plaintiff\""));
    EXPECT_THAT(small, Not(HasSubstr("is plaintiff in")));
    const std::string medium = drawn(many_cases(7));
    EXPECT_THAT(medium, HasSubstr("layout=dot"));
    EXPECT_THAT(medium, Not(HasSubstr("[class=\"sues\"")));  // its case says it
    EXPECT_THAT(medium, Not(HasSubstr("label=\"plaintiff\"")));
    EXPECT_THAT(medium, HasSubstr("is plaintiff in"));
    EXPECT_THAT(drawn(many_cases(14), {.max_nodes = 0}), HasSubstr("layout=sfdp"));
}

TEST(Dot, PutsDefendantsBeyondTheirCasesWhereCasesTellTheSuit) {
    const KnowledgeGraph graph = many_cases(7);
    const std::string medium = drawn(graph, {.view = DotView::cases});
    EXPECT_THAT(medium, HasSubstr("\"lawsuit:case-1-0\" -> \"party:busy-0\" "
                                  "[class=\"defendant-in\", dir=back, arrowtail=tee"));
    EXPECT_THAT(medium, HasSubstr("\"party:busy-1\" -> \"lawsuit:case-1-0\" "
                                  "[class=\"plaintiff-in\", arrowhead=normal"));
    EXPECT_THAT(drawn(many_cases(3), {.view = DotView::cases}), Not(HasSubstr("dir=back")));
    EXPECT_THAT(drawn(many_cases(14), {.view = DotView::cases, .max_nodes = 0}),
                Not(HasSubstr("dir=back")));
}

TEST(Dot, LaysOutManyPartiesByForces) {
    const KnowledgeGraph graph = many_cases(14);
    EXPECT_THAT(drawn(graph, {.view = DotView::parties}), HasSubstr("layout=sfdp"));
    EXPECT_THAT(drawn(many_cases(9), {.view = DotView::parties}), HasSubstr("layout=dot"));
}

TEST(Dot, FillsTheBudgetOfPartiesWithPairsThatSue) {
    std::ostringstream out;
    const KnowledgeGraph graph = many_cases(4);
    const PictureReport report =
        write_dot(out, graph, everything(graph), {.view = DotView::parties, .max_nodes = 8});
    EXPECT_EQ(report.nodes, 8U);
    EXPECT_EQ(report.edges, 8U) << "six between the busy, two more pairs";
}

TEST(Dot, NamesFederalCourtsAsTheyAreCited) {
    const std::pair<const char*, const char*> rows[] = {
        {"United States District Court for the Northern District of California",
         "<N.D. California<BR/>"},
        {"United States District Court for the District of Delaware", "<D. Delaware<BR/>"},
        {"United States Court of Appeals for the Federal Circuit",
         "\"U.S. Court of Appeals for\\nthe Federal Circuit\""},
        {"Munich I Regional Court", "\"Munich I Regional Court\""},
    };
    for (const auto& [name, label] : rows) {
        test::DisputeBuilder b;
        b.node(NodeKind::court, name);
        EXPECT_THAT(drawn(b.freeze()), HasSubstr(std::string("label=") + label));
    }
}

TEST(Dot, ExplainsInTheLegendWhatItDraws) {
    const std::string text = drawn(test::make_dispute_graph(), {.legend = true});
    for (const char* meaning : {"technology", "sues, and countersues", "threatens to sue",
                                "is defendant in", "dashed: no source says it"}) {
        EXPECT_THAT(text, HasSubstr(meaning));
    }
    EXPECT_THAT(text, Not(HasSubstr("asserts a patent")));
    EXPECT_THAT(text, Not(HasSubstr("law firm")));
}

TEST(Dot, RefusesAddressesThatAreNotWeb) {
    test::DisputeBuilder b;
    const NodeId suit = b.node(NodeKind::lawsuit, "suit");
    const NodeId article = b.node(NodeKind::article, "article");
    b.attribute(article, AttributeKey::url, "javascript:alert(1)");
    b.edge(suit, EdgeKind::reported_by, article, "quote", article);
    const std::string text = drawn(b.freeze(), {.articles = true});
    EXPECT_THAT(text, HasSubstr("shape=tab"));
    EXPECT_THAT(text, Not(HasSubstr("URL=")));
}

TEST(Dot, DrawsAnEmptyGraph) { EXPECT_THAT(drawn(KnowledgeGraph()), testing::EndsWith("}\n")); }

}  // namespace
}  // namespace litigraph::query
