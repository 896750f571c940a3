/// \file
/// The words of a verb's line, taken one after the other.
#pragma once

#include <litigraph/graph/date.hpp>
#include <litigraph/graph/knowledge_graph.hpp>
#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::query::detail {

struct Word {
    std::string text;
    bool is_quoted = false;
    std::size_t column = 1;  ///< 1-based byte.
};

class Words {
  public:
    /// Splits at spaces and commas; a comma is a word. Quotes ("..." or '...') keep a name whole.
    static Result<Words> split(std::string_view line);

    bool empty() const noexcept { return next_ == words_.size(); }
    /// Requires !empty().
    const Word& front() const noexcept { return words_[next_]; }
    void pop() noexcept { ++next_; }
    /// Takes the word if it is next, in any case, and not quoted.
    bool take(std::string_view keyword);
    bool take_any(std::initializer_list<std::string_view> keywords);

    /// Takes the longest run of words that names a node. A run is tried as it is written, so names
    /// may hold spaces, commas and keywords.
    Result<NodeId> take_name(const KnowledgeGraph& graph);
    /// Takes names until none is next: separated by spaces, commas or "and". At least one.
    Result<std::vector<NodeId>> take_names(const KnowledgeGraph& graph);
    Result<std::size_t> take_number(std::size_t least, std::size_t most);
    /// A date, or "A..B".
    Result<DateInterval> take_dates();
    /// Takes "a,b,c": one word and those that commas join to it.
    Result<std::vector<std::string>> take_list();

    /// "expected a number, found 'x'", at the next word.
    Error expected(std::string_view what) const;
    /// An error at the next word if there is one, listing what could stand there.
    Status at_end(std::string_view what_could_follow) const;

  private:
    std::string run_text(std::size_t count) const;

    std::string line_;
    std::vector<Word> words_;
    std::vector<std::size_t> ends_;  ///< Byte after each word in line_.
    std::size_t next_ = 0;
};

}  // namespace litigraph::query::detail
