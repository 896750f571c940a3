#include "html_text.hpp"

#include <gtest/gtest.h>

#include <ostream>

namespace litigraph::ingest {
namespace {

struct Fragment {
    std::string_view html;
    std::string_view text;

    friend std::ostream& operator<<(std::ostream& out, const Fragment& fragment) {
        return out << fragment.html;
    }
};

class HtmlToText : public testing::TestWithParam<Fragment> {};
TEST_P(HtmlToText, KeepsTheProse) { EXPECT_EQ(html_to_text(GetParam().html), GetParam().text); }
constexpr Fragment fragments[] = {
    {"Amazon sued Nokia.", "Amazon sued Nokia."},
    {"Amazon\n  sued &amp; won.", "Amazon sued & won."},
    {"AT&amp;T <b>sued</b> Xerox", "AT&T sued Xerox"},
    {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
    {"<div>One <p>Two</p> tail</div>", "Two"},
    {"<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"},
    {"One<br>two<br/><br>Three", "One two\n\nThree"},
    {"<p>A <a href='x'>linked</a> word</p>", "A linked word"},
    {"<p>A</p><p><a href='x'>Read more</a></p>", "A"},
    {"<p>A</p><script>p('<p>B</p>')</script><style>p {}</style>", "A"},
    {"<nav><p>Home</p></nav><p>A</p><footer><p>Imprint</p></footer>", "A"},
    {"<ul><li>A sued B.</li><li>C sued D.</li></ul>", "A sued B.\n\nC sued D."},
    {"<p>Soci&eacute;t&eacute;&nbsp;G&eacute;n&eacute;rale</p>",
     "Soci\xC3\xA9t\xC3\xA9 G\xC3\xA9n\xC3\xA9rale"},
    {"<p>unclosed <b>bold", "unclosed bold"},
    {"<!-- only a comment -->", ""},
    {"", ""},
};
INSTANTIATE_TEST_SUITE_P(Table, HtmlToText, testing::ValuesIn(fragments));

TEST(HtmlToText, WalksAsDeepAsThePageGoes) {
    std::string html;
    for (int i = 0; i < 20000; ++i) {
        html += "<div>";
    }
    html_to_text(html + "A sued B.");  // must return; what libxml2 makes of it is its own affair
}

ArticleFields page(std::string_view html) { return read_html_page(html, true); }

TEST(HtmlPage, TakesMetadataFromJsonLdFirst) {
    const ArticleFields fields = page(R"(<html><head>
        <meta property="og:title" content="Social title"><title>T | Site</title>
        <meta property="og:site_name" content="Site"><link rel="canonical" href="https://e.org/a">
        <script type="application/ld+json">{"@graph": [
          {"@type": "WebSite", "name": "Site", "description": "All news"},
          {"@type": "NewsArticle", "headline": "A sues B", "datePublished": "2024-08-01T10:00:00Z",
           "publisher": {"@type": "Organization", "name": "The Wire"}}]}</script>
        </head><body><p>Cookie notice</p><article><h1>A sues B</h1><p>A sued B.</p></article>
        <article><p>C</p></article></body></html>)");
    EXPECT_EQ(fields[Field::headline], "A sues B");
    EXPECT_EQ(fields[Field::date], "2024-08-01T10:00:00Z");
    EXPECT_EQ(fields[Field::source], "The Wire");
    EXPECT_EQ(fields[Field::url], "https://e.org/a");
    EXPECT_EQ(fields[Field::body], "A sued B.");
}

TEST(HtmlPage, TakesTheBodyFromJsonLdIfItIsThere) {
    const ArticleFields fields = page(R"(<script type="application/ld+json">
        {"headline": "H", "articleBody": "Full text."}</script><p>Teaser</p>)");
    EXPECT_EQ(fields[Field::body], "Full text.");
}

TEST(HtmlPage, FallsBackToMetaElementsAndThenToTheText) {
    const ArticleFields fields = page(R"(<html><head><title>A sues B</title>
        <meta property="article:published_time" content="2024-08-01"></head>
        <body><main><p>A sued B.</p></main><p>Other</p></body></html>)");
    EXPECT_EQ(fields[Field::headline], "A sues B");
    EXPECT_EQ(fields[Field::date], "2024-08-01");
    EXPECT_EQ(fields[Field::body], "A sued B.");
}

TEST(HtmlPage, ConvertsADeclaredEncoding) {
    const ArticleFields fields = read_html_page(
        "<html><head><meta charset=\"iso-8859-1\"></head><body><p>Soci\xE9t\xE9</p></body></html>",
        false);
    EXPECT_EQ(fields[Field::body], "Soci\xC3\xA9t\xC3\xA9");
}

TEST(HtmlPage, OfBrokenJsonLdKeepsTheRest) {
    EXPECT_EQ(
        page(R"(<script type="application/ld+json">{"headline": </script><p>A.</p>)")[Field::body],
        "A.");
}

}  // namespace
}  // namespace litigraph::ingest
