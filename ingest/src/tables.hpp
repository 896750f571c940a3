/// \file
/// The tables of a lexicon, as reading uses them. One member a table; each is filled from its
/// TSV file by the function that lexicon.cpp lists for it.
#pragma once

#include "cause_table.hpp"
#include "court_table.hpp"
#include "frames.hpp"
#include "names.hpp"
#include "subject_words.hpp"
#include "technology_table.hpp"
#include "trigger_scan.hpp"
#include "word_table.hpp"
#include <litigraph/ingest/lexicon.hpp>

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace litigraph::ingest {

struct Lexicon::Tables {
    std::deque<std::string> texts;  ///< The files; views in the tables point into them.
    detail::WordTable words;
    detail::NameTable names;
    detail::FrameTable frames;
    detail::TechnologyTable technologies;
    detail::SubjectWords subjects;
    std::unique_ptr<const detail::CourtTable> own_courts;  ///< Null if no court file is loaded.
    const detail::CourtTable* courts = &detail::CourtTable::built_in();
    detail::CauseTable causes;
    std::optional<detail::TriggerScan> triggers;  ///< Set once `words` is complete.
};

}  // namespace litigraph::ingest
