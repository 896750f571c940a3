/// \file
/// From bytes to articles: plain text, JSON, JSON Lines, HTML, RSS and Atom, WARC, folders,
/// archives.
///
/// The format is told by content first, by name second. Text is checked UTF-8: nothing is guessed.
#pragma once

#include <litigraph/graph/result.hpp>
#include <litigraph/ingest/article.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::ingest {

enum class ArticleFormat { automatic, text, html, json, json_lines, rss, warc };

struct ReadOptions {
    ArticleFormat format = ArticleFormat::automatic;
    std::size_t max_article_bytes = std::size_t{16} << 20;  ///< A larger article is a bad item.
};

/// An item that was skipped, with its place.
struct BadItem {
    std::string input;  ///< The path as given, "-" for standard input.
    Error error;
};

struct ReadReport {
    std::size_t articles = 0;
    std::vector<BadItem> bad;
};

/// Part of an input that any thread can parse: articles, or the lines that hold them.
class ArticleBatch {
  public:
    ArticleBatch(ArticleBatch&&) noexcept;
    ArticleBatch& operator=(ArticleBatch&&) noexcept;
    ~ArticleBatch();

    /// What came of a batch.
    struct Report {
        std::size_t articles = 0;
        std::vector<BadItem> bad;
        std::string whole;  ///< The file that the batch is a part of; empty if it holds whole ones.
        bool ends = false;  ///< Whether it is the last part.
    };
    /// Hands each article to `sink`, in the order of the input. To be called once.
    Report parse(const std::function<void(Article&&)>& sink);

  private:
    friend class BatchMaker;
    struct Content;
    explicit ArticleBatch(std::unique_ptr<Content> content) noexcept;
    std::unique_ptr<Content> content_;
};

/// What came of the batches of one input, added in their order.
class ReadTally {
  public:
    void add(ArticleBatch::Report&& batch);
    const ReadReport& report() const noexcept { return report_; }

  private:
    ReadReport report_;
    std::size_t items_of_file_ = 0;  ///< Of the file that is read in parts.
};

/// Reads one input as read_articles() does, but leaves as much of the parsing as it can to those
/// who take the batches. Memory is bounded by the batches that are kept and the largest article.
void read_batches(const std::string& input, const std::function<void(ArticleBatch&&)>& sink,
                  const ReadOptions& options = {});

/// Reads one input (a file, a folder, or "-") and hands each article to `sink`, in the order of the
/// file, folders in the order of their names. Bad items are skipped and reported. Memory is bounded
/// by the largest article, not by the input.
ReadReport read_articles(const std::string& input, const std::function<void(Article&&)>& sink,
                         const ReadOptions& options = {});

/// One article from bytes; `name` gives the id where the content has none.
Result<std::vector<Article>> parse_articles(std::string_view bytes, std::string_view name,
                                            const ReadOptions& options = {});

}  // namespace litigraph::ingest
