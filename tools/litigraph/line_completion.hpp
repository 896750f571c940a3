/// \file
/// What could follow what is typed so far: words of the language, of verbs and commands, and the
/// graph's own names.
#pragma once

#include <litigraph/graph/knowledge_graph.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::cli {

struct LineCompletion {
    std::size_t begin = 0;           ///< Byte at which each of the words would stand.
    std::vector<std::string> words;  ///< Of names, the most connected first.
    bool ends_word = false;          ///< Whether a blank follows, if one of them is taken.
};

/// `line` ends at the cursor. Names are found by any spelling that normal_form() folds, so "soci"
/// finds "Société"; a name may have several words. At most `limit` words.
LineCompletion complete_line(const KnowledgeGraph& graph, std::string_view line,
                             std::size_t limit = 40);

/// What all words begin with, whatever the case of ASCII letters, as the first of them is written.
/// Never ends inside a character.
std::string common_beginning(const std::vector<std::string>& words);

}  // namespace litigraph::cli
