/// \file
/// Terminal transcripts in documents: what a reader sees is what the program prints.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace litigraph::test {

/// A block that begins with "```console": lines "$ litigraph ..." are commands, lines after a
/// prompt of the REPL are questions, all others are what is printed.
struct Transcript {
    std::size_t begin = 0;  ///< Bytes [begin, end) of the document, without the fences.
    std::size_t end = 0;
    std::size_t line = 0;  ///< 1-based, of the first line of the block.
    std::string text;
};

std::vector<Transcript> transcripts_in(const std::string& document);

/// The transcript that its commands and questions really give on a terminal of 100 columns without
/// colours, both streams together. Commands run in the working folder.
std::string replay(const Transcript& transcript);

}  // namespace litigraph::test
