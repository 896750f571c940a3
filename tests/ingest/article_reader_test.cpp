#include "support/temporary_folder.hpp"
#include <litigraph/ingest/article_reader.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>

namespace litigraph::ingest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Article only_article(std::string_view bytes, std::string_view name) {
    const Result<std::vector<Article>> articles = parse_articles(bytes, name);
    EXPECT_TRUE(articles.has_value()) << (articles ? "" : articles.error().message);
    EXPECT_EQ(articles ? articles->size() : 0, 1U);
    return articles && !articles->empty() ? articles->front() : Article{};
}

std::string headline(const Article& article) {
    return article.text.substr(0, article.headline_size);
}
std::string body(const Article& article) { return article.text.substr(article.body_begin); }
std::string published(const Article& article) {
    return article.published ? to_string(*article.published) : "";
}

/// What reading an input gave, short enough to compare.
struct Reading {
    std::vector<std::string> ids;
    std::vector<std::string> errors;  ///< "line:column message"
};
Reading read(const std::string& input, const ReadOptions& options = {}) {
    Reading reading;
    const ReadReport report = read_articles(
        input, [&](Article&& article) { reading.ids.push_back(article.id); }, options);
    EXPECT_EQ(report.articles, reading.ids.size());
    for (const BadItem& item : report.bad) {
        reading.errors.push_back(std::to_string(item.error.line) + ":" +
                                 std::to_string(item.error.column) + " " + item.error.message);
    }
    return reading;
}

// ---- WARC

struct WarcRecord {
    std::string type;
    std::string address;
    std::string block;
    std::string content_type = "application/http; msgtype=response";
};

std::string warc(const std::vector<WarcRecord>& records) {
    std::string bytes;
    for (const WarcRecord& record : records) {
        bytes += "WARC/1.0\r\nWARC-Type: " + record.type +
                 "\r\nWARC-Target-URI: " + record.address +
                 "\r\nWARC-Date: 2024-08-05T10:00:00Z\r\nContent-Type: " + record.content_type +
                 "\r\ncontent-length: " + std::to_string(record.block.size()) + "\r\n\r\n" +
                 record.block + "\r\n\r\n";
    }
    return bytes;
}

std::string response(const std::string& status, const std::string& headers,
                     const std::string& body) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n" + body;
}

const std::string web_page =
    "<!doctype html><title>Zephra sues Quorex</title><p>Zephra Inc. sued Quorex Corp. in Texas.";

TEST(WebArchive, PagesAreArticlesAndNothingElseIs) {
    const std::string html = "Content-Type: text/html; charset=utf-8";
    const std::string bytes = warc({
        {"warcinfo", "", "software: none\r\n", "application/warc-fields"},
        {"request", "https://example.org/", "GET / HTTP/1.1\r\n\r\n"},
        {"response", "https://example.org/", response("200 OK", html, web_page)},
        {"response", "https://example.org/a.png",
         response("200 OK", "Content-Type: image/png", "x")},
        {"response", "https://example.org/old", response("301 Moved", html, web_page)},
        {"resource", "https://example.org/b.txt", "Zephra sued Quorex again.", "text/plain"},
        {"resource", "https://example.org/c.css", "p {}", "text/css"},
    });
    const Result<std::vector<Article>> articles = parse_articles(bytes, "crawl.warc");
    ASSERT_TRUE(articles.has_value());
    ASSERT_EQ(articles->size(), 2U);
    const Article& page = articles->front();
    EXPECT_EQ(page.id, "https://example.org/");
    EXPECT_EQ(page.url, "https://example.org/");
    EXPECT_EQ(headline(page), "Zephra sues Quorex");
    EXPECT_EQ(body(page), "Zephra Inc. sued Quorex Corp. in Texas.");
    EXPECT_EQ(page.published, std::nullopt) << "the day of the crawl is not that of publication";
    EXPECT_EQ(articles->back().text, "Zephra sued Quorex again.");
}

TEST(WebArchive, ABodySentInChunksIsWhole) {
    const std::string chunked =
        response("200 OK", "Content-Type: text/plain\r\nTransfer-Encoding: chunked",
                 "7;x=y\r\nZephra \r\nC\r\nsued Quorex.\r\n0\r\n\r\n");
    EXPECT_EQ(only_article(warc({{"response", "https://example.org/a", chunked}}), "a").text,
              "Zephra sued Quorex.");
}

TEST(WebArchive, WhatCannotBeReadIsToldAndTheRestIsRead) {
    const test::TemporaryFolder folder;
    const std::string good = response("200 OK", "Content-Type: text/html", web_page);
    const std::string bytes = warc({
        {"response", "https://example.org/gz",
         response("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", "\x1f\x8b")},
        {"response", "https://example.org/latin",
         response("200 OK", "Content-Type: text/html", "<p>Soci\xe9t\xe9")},
        {"response", "https://example.org/good", good},
    });
    const Reading all = read(folder.write("a.warc", bytes));
    EXPECT_THAT(all.ids, ElementsAre("https://example.org/good"));
    EXPECT_THAT(all.errors,
                ElementsAre("0:0 https://example.org/gz: sent as gzip, which is not read",
                            HasSubstr("https://example.org/latin: not UTF-8")));
    const Reading cut = read(folder.write("b.warc", bytes.substr(0, bytes.size() - 20)));
    EXPECT_THAT(cut.errors.back(), HasSubstr("cut off"));
    EXPECT_THAT(read(folder.write("c.warc", "WARC/1.0\r\nno end")).errors,
                ElementsAre(HasSubstr("expected the header of a WARC record")));
    EXPECT_THAT(read(folder.write("d.warc", warc({{"metadata", "", "x"}}))).errors,
                ElementsAre(HasSubstr("without articles")));
    EXPECT_THAT(
        read(folder.write("e.warc",
                          warc({{"response", "https://example.org/big", std::string(200'000, 'x')},
                                {"response", "https://example.org/good", good}})),
             {.max_article_bytes = 1000})
            .ids,
        ElementsAre("https://example.org/good"));
}

TEST(PlainText, IsTheFileByteForByte) {
    const Article article = only_article("Amazon sued Nokia.\r\n", "in/wire.txt");
    EXPECT_EQ(article.id, "wire.txt");
    EXPECT_EQ(article.text, "Amazon sued Nokia.\r\n");
    EXPECT_EQ(article.headline_size, 0U);
    EXPECT_EQ(article.body_begin, 0U);
    EXPECT_EQ(article.published, std::nullopt);
}

struct DateLine {
    std::string_view text;
    std::string_view published;
    std::string_view body;

    friend std::ostream& operator<<(std::ostream& out, const DateLine& line) {
        return out << line.text;
    }
};
class PlainTextDate : public testing::TestWithParam<DateLine> {};
TEST_P(PlainTextDate, IsReadFromTheFront) {
    const Article article = only_article(GetParam().text, "a.txt");
    EXPECT_EQ(published(article), GetParam().published);
    EXPECT_EQ(body(article), GetParam().body);
    EXPECT_EQ(article.text, GetParam().text);
}
constexpr DateLine date_lines[] = {
    {" date 2024-08-01 Amazon sued.", "2024-08-01", "Amazon sued."},
    {"Date: 2024-08-01\n\nAmazon sued.", "2024-08-01", "Amazon sued."},
    {"\xEF\xBB\xBF"
     "date 2024-08-01 A.",
     "2024-08-01", "A."},
    {"date 2024-02-30 A.", "", "date 2024-02-30 A."},
    {"date 2024-08-011 A.", "", "date 2024-08-011 A."},
    {"dates 2024-08-01 A.", "", "dates 2024-08-01 A."},
    {"Update 2024-08-01 A.", "", "Update 2024-08-01 A."},
    {"A date 2024-08-01 B.", "", "A date 2024-08-01 B."},
};
INSTANTIATE_TEST_SUITE_P(Table, PlainTextDate, testing::ValuesIn(date_lines));

TEST(Json, ReadsTheFieldNamesOfNewsServices) {
    const Article article = only_article(
        R"({"source": {"id": "tr", "name": "TechRadar"}, "author": "X", "title": "A v. B",
            "description": null, "url": "https://e.org/1", "urlToImage": null,
            "publishedAt": "2024-08-01T23:59:59Z", "content": "A sued B."})",
        "news.json");
    EXPECT_EQ(article.id, "https://e.org/1");
    EXPECT_EQ(article.source, "TechRadar");
    EXPECT_EQ(article.url, "https://e.org/1");
    EXPECT_EQ(published(article), "2024-08-01");
    EXPECT_EQ(article.text, "A v. B\n\nA sued B.");
    EXPECT_EQ(headline(article), "A v. B");
    EXPECT_EQ(body(article), "A sued B.");
}

TEST(Json, FindsTheListOfArticlesInItsWrapping) {
    const Result<std::vector<Article>> articles = parse_articles(
        R"({"status": "ok", "title": "feed", "articles": [{"id": 7, "text": "one",
            "related": [{"id": 9, "text": "not an article"}]}, {"text": "two"}]})",
        "n.json");
    ASSERT_TRUE(articles.has_value());
    ASSERT_EQ(articles->size(), 2U);
    EXPECT_EQ((*articles)[0].id, "7");
    EXPECT_EQ((*articles)[0].text, "one");
    EXPECT_EQ((*articles)[1].id, "n.json#2");
}

TEST(Json, PrefersTheBetterKeyWhateverTheOrder) {
    EXPECT_EQ(only_article(R"({"content": "c", "text": "t"})", "a.json").text, "t");
    EXPECT_EQ(only_article(R"({"text": "t", "content": "c"})", "a.json").text, "t");
    EXPECT_EQ(only_article(R"({"description": "d", "content": ""})", "a.json").text, "d");
}

TEST(Json, CompletesACutBodyWithTheSummary) {
    EXPECT_EQ(only_article(R"({"description": "A sued B today.",
                               "content": "A sued… [+1234 chars]"})",
                           "a.json")
                  .text,
              "A sued B today.");
    EXPECT_EQ(only_article(R"({"content": "A sued B [+1 for that]."})", "a.json").text,
              "A sued B [+1 for that].");
}

TEST(Json, DecodesEscapesAndKeepsUtf8) {
    EXPECT_EQ(
        only_article(R"({"text": "Soci\u00e9t\u00e9 \"d’Été\"\n\ud83d\ude00"})", "a.json").text,
        "Soci\xC3\xA9t\xC3\xA9 \"d\xE2\x80\x99\xC3\x89t\xC3\xA9\"\n\xF0\x9F\x98\x80");
}

TEST(Json, DocumentAndLinesOfTheSameArticlesReadAlike) {
    std::string lines;
    std::string document = "[";
    for (int i = 0; i < 5000; ++i) {  // more than the window of the reader
        const std::string object = R"({"id": "a)" + std::to_string(i) +
                                   R"(", "title": "T \u00e9", "text": "\n\n)" +
                                   std::string(static_cast<std::size_t>(i % 300), 'x') + "\"}";
        lines += object + "\n";
        document += (i == 0 ? "" : ",\n") + object;
    }
    const auto from_lines = parse_articles(lines, "a.jsonl");
    const auto from_document = parse_articles(document + "]", "a.json");
    ASSERT_TRUE(from_lines.has_value());
    ASSERT_TRUE(from_document.has_value());
    ASSERT_EQ(from_lines->size(), 5000U);
    ASSERT_EQ(from_document->size(), 5000U);
    for (std::size_t i = 0; i < from_lines->size(); ++i) {
        ASSERT_EQ((*from_lines)[i].id, (*from_document)[i].id);
        ASSERT_EQ((*from_lines)[i].text, (*from_document)[i].text);
    }
}

struct Broken {
    std::string_view name;
    std::string_view bytes;
    std::size_t line;
    std::size_t column;
    std::string_view message;

    friend std::ostream& operator<<(std::ostream& out, const Broken& broken) {
        return out << broken.name << ": " << broken.message;
    }
};
class BrokenArticle : public testing::TestWithParam<Broken> {};
TEST_P(BrokenArticle, IsRefusedWithItsPlace) {
    const Result<std::vector<Article>> articles = parse_articles(GetParam().bytes, GetParam().name);
    ASSERT_FALSE(articles.has_value());
    EXPECT_EQ(articles.error().line, GetParam().line);
    EXPECT_EQ(articles.error().column, GetParam().column);
    EXPECT_THAT(articles.error().message, HasSubstr(GetParam().message));
}
constexpr std::string_view zero_byte("a\0b", 3);
constexpr std::string_view zero_byte_in_line("{\"text\": \"a\0\"}", 14);
constexpr Broken broken_articles[] = {
    {"a.txt", "", 0, 0, "empty"},
    {"a.txt", " \n\t", 0, 0, "empty"},
    {"a.txt", "date 2024-08-01 \n", 0, 0, "empty"},
    {"a.txt", "A sued\nB \xE9t\xE9.", 2, 3, "not UTF-8: found byte 0xE9"},
    {"a.txt", "\xED\xA0\x80", 1, 1, "not UTF-8"},
    {"a.txt", "\xC0\xAF", 1, 1, "not UTF-8"},
    {"a.txt", "\xF4\x90\x80\x80", 1, 1, "not UTF-8"},
    {"a.txt", "A \xE2\x80", 1, 3, "not UTF-8"},
    {"a.bin", zero_byte, 0, 0, "binary"},
    {"a.json", "{\"title\": \"x\"\n \"text\": \"y\"}", 2, 2, "missing a comma or '}'"},
    {"a.json", "{\"text\": \"y\"", 1, 13, "missing a comma or '}'"},
    {"a.json", "{\"text\": \"\\ud800\"}", 1, 11, "surrogate"},
    {"a.json", "[{\"text\": \"\xE9\"}]", 1, 12, "encoding"},
    {"a.json", "{\"name\": \"x\"}", 1, 1, "without text"},
    {"a.jsonl", "{\"text\": \"a\"}\n{\"text\": }\n", 2, 10, "invalid value"},
    {"a.jsonl", "{\"text\": \"a\xE9\"}\n", 1, 12, "not UTF-8"},
    {"a.jsonl", zero_byte_in_line, 1, 12, "zero byte"},
};
INSTANTIATE_TEST_SUITE_P(Table, BrokenArticle, testing::ValuesIn(broken_articles));

TEST(JsonLines, GoOnAfterABrokenLine) {
    const test::TemporaryFolder folder;
    const Reading reading = read(folder.write(
        "a.jsonl",
        "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\n\n{\"id\":\"3\",\"text\":\"c\"}"));
    EXPECT_THAT(reading.ids, ElementsAre("1", "3"));
    EXPECT_THAT(reading.errors, ElementsAre("2:11 broken JSON: missing a name for object member"));
}

TEST(JsonLines, AreNamedByTheirLine) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("n.jsonl",
                                          "{\"text\": \"A\"}\n"
                                          "\n"
                                          "{\"text\": \"B\"}\n"
                                          "[{\"text\": \"C\"}, {\"text\": \"D\"}]");
    EXPECT_THAT(read(file).ids, ElementsAre("n.jsonl", "n.jsonl#3", "n.jsonl#4", "n.jsonl#4.2"));
}

TEST(JsonLines, WithoutAnItemAreAnError) {
    const test::TemporaryFolder folder;
    EXPECT_THAT(read(folder.write("n.jsonl", "\n \n")).errors, ElementsAre("0:0 no article in it"));
    EXPECT_THAT(read(folder.write("m.jsonl", "")).errors, ElementsAre("0:0 no article in it"));
}

/// Many lines, some of them broken or blank, the last without a newline.
std::string many_lines() {
    std::string lines;
    for (int i = 0; i < 5000; ++i) {
        const std::string text(static_cast<std::size_t>(i % 97), 'x');
        lines += i % 100 == 7 ? "{\"text\": " : i % 100 == 8 ? "" : "{\"text\": \"a" + text + "\"}";
        lines += i < 4999 ? "\n" : "";
    }
    return lines;
}

TEST(Batches, MayBeParsedInAnyOrder) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("n.jsonl", many_lines());
    std::vector<ArticleBatch> batches;
    read_batches(file, [&](ArticleBatch&& batch) { batches.push_back(std::move(batch)); });
    ASSERT_GT(batches.size(), 2U);
    std::vector<std::vector<std::string>> ids(batches.size());
    std::vector<ArticleBatch::Report> reports(batches.size());
    for (std::size_t i = batches.size(); i-- > 0;) {
        reports[i] = batches[i].parse([&](Article&& article) { ids[i].push_back(article.id); });
    }
    ReadTally tally;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        all.insert(all.end(), ids[i].begin(), ids[i].end());
        tally.add(std::move(reports[i]));
    }
    const Reading whole = read(file);
    EXPECT_EQ(all, whole.ids);
    EXPECT_EQ(all.size(), 4900U);
    EXPECT_EQ(tally.report().articles, all.size());
    ASSERT_EQ(tally.report().bad.size(), 50U);
    EXPECT_EQ(tally.report().bad.back().error.line, 4908U);
}

TEST(JsonLines, AreToldByContent) {
    const test::TemporaryFolder folder;
    const std::string lines = "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}\n";
    EXPECT_THAT(read(folder.write("download", lines)).ids, ElementsAre("1", "2"));
    EXPECT_THAT(read(folder.write("mark", "\xEF\xBB\xBF" + lines)).ids, ElementsAre("1", "2"));
    EXPECT_THAT(read(folder.write("note.txt", "[Reuters] A sued B.")).ids, ElementsAre("note.txt"));
}

TEST(JsonLines, SkipWhatIsTooLarge) {
    const test::TemporaryFolder folder;
    const std::string line = "{\"id\":\"big\",\"text\":\"" + std::string(1 << 20, 'x') + "\"}\n";
    const std::string small = "{\"id\":\"small\",\"text\":\"a\"}\n";
    const Reading reading =
        read(folder.write("a.jsonl", small + line + small), {.max_article_bytes = 1000});
    EXPECT_THAT(reading.ids, ElementsAre("small", "small"));
    EXPECT_THAT(reading.errors,
                ElementsAre("2:1 larger than 1000 bytes, the limit for one article"));
}

TEST(Json, RefusesABottomlessDocument) {
    const Result<std::vector<Article>> deep =
        parse_articles("[{\"text\":" + std::string(1 << 20, '['), "a.json");
    ASSERT_FALSE(deep.has_value());
    EXPECT_THAT(deep.error().message, HasSubstr("too deep"));
    const Result<std::vector<Article>> long_string = parse_articles(
        "[{\"text\": \"" + std::string(1 << 20, 'x'), "a.json", {.max_article_bytes = 1000});
    ASSERT_FALSE(long_string.has_value());
    EXPECT_EQ(long_string.error().code, ErrorCode::limit_exceeded);
}

TEST(Feed, GivesItsItems) {
    const Result<std::vector<Article>> articles = parse_articles(R"(<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Court &amp; law</title><image><title>logo</title></image>
<item><guid>g1</guid><title>A sues B</title><link>https://e.org/1</link>
<pubDate>Thu, 01 Aug 2024 09:00:00 GMT</pubDate><description>short</description>
<content:encoded><![CDATA[<p>A sued B.</p><p>More.</p>]]></content:encoded></item>
<item><title>C v. D</title><link>https://e.org/2</link></item>
</channel></rss>)",
                                                                 "feed");
    ASSERT_TRUE(articles.has_value()) << articles.error().message;
    ASSERT_EQ(articles->size(), 2U);
    const Article& first = articles->front();
    EXPECT_EQ(first.id, "g1");
    EXPECT_EQ(first.source, "Court & law");
    EXPECT_EQ(first.url, "https://e.org/1");
    EXPECT_EQ(published(first), "2024-08-01");
    EXPECT_EQ(first.text, "A sues B\n\nA sued B.\n\nMore.");
    EXPECT_EQ((*articles)[1].id, "https://e.org/2");
    EXPECT_EQ(headline((*articles)[1]), "C v. D");
}

TEST(Feed, MayBeAtom) {
    const Article article = only_article(
        R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><id>urn:1</id>
           <title>A sues B</title><link rel="self" href="s"/><link rel="alternate" href="a"/>
           <updated>2024-08-02T00:00:00Z</updated><published>2024-08-01T00:00:00Z</published>
           <summary type="html">A &lt;b&gt;sued&lt;/b&gt; B.</summary></entry></feed>)",
        "feed.xml");
    EXPECT_EQ(article.id, "urn:1");
    EXPECT_EQ(article.url, "a");
    EXPECT_EQ(published(article), "2024-08-01");
    EXPECT_EQ(body(article), "A sued B.");
}

TEST(Feed, KeepsTheItemsBeforeTheBreak) {
    const test::TemporaryFolder folder;
    const Reading reading = read(folder.write(
        "a.rss", "<rss><channel>\n<item><guid>1</guid><title>A</title></item>\n<item><guid>2"));
    EXPECT_THAT(reading.ids, ElementsAre("1"));
    EXPECT_THAT(reading.errors, ElementsAre(HasSubstr("3:13 broken XML")));
}

TEST(Feed, ExpandsNoBombs) {
    std::string bomb = "<!DOCTYPE r [<!ENTITY a0 \"lol\">";
    for (int i = 1; i < 30; ++i) {
        const std::string inner = "&a" + std::to_string(i - 1) + ";";
        bomb += "<!ENTITY a" + std::to_string(i) + " \"" + inner + inner + inner + "\">";
    }
    const auto articles =
        parse_articles(bomb + "]><rss><item><title>&a29;</title></item></rss>", "a.rss");
    EXPECT_TRUE(!articles || articles->front().text.size() < 1000);
}

TEST(Html, IsToldByContent) {
    EXPECT_EQ(only_article("<!DOCTYPE html><title>T</title><p>A sued B.", "page").text,
              "T\n\nA sued B.");
    EXPECT_EQ(only_article("<NOK> SUED AGAIN", "wire.txt").text, "<NOK> SUED AGAIN");
    EXPECT_EQ(only_article("<html><p>A.</html>", "in/page.html").id, "page.html");
}

TEST(Html, InAnUndeclaredEncodingIsRefused) {
    const auto articles = parse_articles("<html><p>\xE9", "page.html");
    ASSERT_FALSE(articles.has_value());
    EXPECT_EQ(articles.error().column, 10U);
}

TEST(Archive, IsReadFileByFile) {
    const test::TemporaryFolder folder;
    folder.write("in/b.txt", "B.");
    folder.write("in/a.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\"2\",\"text\":\"b\"}\n");
    const std::string tar = folder / "news.tar.gz";
    ASSERT_EQ(
        std::system(
            ("tar -C " + folder.path().native() + " --sort=name -czf " + tar + " in").c_str()),
        0);
    EXPECT_THAT(read(tar).ids, ElementsAre("1", "2", "b.txt"));
    const std::string bytes = test::read_file(tar);
    EXPECT_THAT(read(folder.write("cut.tar.gz", bytes.substr(0, bytes.size() - 20))).errors,
                ElementsAre(HasSubstr("truncated gzip input")));
}

TEST(Archive, MayBeOneCompressedFile) {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("a.jsonl", "{\"id\":\"1\",\"text\":\"a\"}\n");
    ASSERT_EQ(std::system(("gzip " + path).c_str()), 0);
    EXPECT_THAT(read(path + ".gz").ids, ElementsAre("1"));
}

TEST(Folder, IsReadInTheOrderOfNamesWithoutHiddenFiles) {
    const test::TemporaryFolder folder;
    folder.write("b.txt", "B.");
    folder.write("a/z.txt", "Z.");
    folder.write("c.json", "{\"text\":\"C\"}");
    folder.write("README.md", "About these articles.");
    folder.write(".git/x.txt", "X.");
    folder.write(".hidden", "X.");
    const Reading reading = read(folder.path());
    EXPECT_THAT(reading.ids, ElementsAre("z.txt", "b.txt", "c.json"));
    EXPECT_THAT(reading.errors, IsEmpty());
}

TEST(Folder, WithoutArticlesIsAnError) {
    const test::TemporaryFolder folder;
    EXPECT_THAT(read(folder.path()).errors, ElementsAre("0:0 a folder without articles"));
}

TEST(MissingFile, IsAnError) {
    EXPECT_THAT(read("/nonexistent/article.txt").errors, ElementsAre(HasSubstr("No such file")));
}

}  // namespace
}  // namespace litigraph::ingest
