#include "litigraph_causes.hpp"
#include "litigraph_frames.hpp"
#include "litigraph_name_words.hpp"
#include "litigraph_names.hpp"
#include "litigraph_subjects.hpp"
#include "litigraph_technologies.hpp"
#include "litigraph_verbs.hpp"
#include "litigraph_words.hpp"
#include "tables.hpp"
#include "tsv.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>

namespace litigraph::ingest {

namespace {

using detail::TsvRow;

Error unknown(const TsvRow& row, std::string_view what, std::string_view found) {
    return {ErrorCode::syntax,
            "expected " + std::string(what) + ", found '" + std::string(found) + "'", row.line, 1};
}

/// The bits of the classes named, split by spaces.
template <class Bits, class FromString, class BitOf>
Result<Bits> read_bits(const TsvRow& row, std::string_view names, const char* what,
                       FromString from_string, BitOf bit_of) {
    Bits classes = 0;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        const auto found = from_string(names.substr(0, end));
        if (!found) {
            return unknown(row, what, names.substr(0, end));
        }
        classes |= bit_of(*found);
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return classes;
}

Result<detail::WordClasses> read_classes(const TsvRow& row, std::string_view names) {
    return read_bits<detail::WordClasses>(
        row, names, "a word class", detail::word_class_from_string,
        [](detail::WordClass one) { return detail::classes_of(one); });
}

Status read_word(Lexicon::Tables& tables, const TsvRow& row) {
    const auto classes = read_classes(row, row.fields[1]);
    if (!classes) {
        return classes.error();
    }
    tables.words.add(row.fields[0], *classes);
    return Success{};
}

Status read_verb(Lexicon::Tables& tables, const TsvRow& row) {
    const auto classes = read_classes(row, row.fields[3]);
    if (!classes) {
        return classes.error();
    }
    tables.words.add_verb(row.fields[0], row.fields[1], row.fields[2], *classes);
    return Success{};
}

Status read_name(Lexicon::Tables& tables, const TsvRow& row) {
    const auto kind = detail::name_kind_from_string(row.fields[1]);
    if (!kind) {
        return unknown(row, "a kind of name", row.fields[1]);
    }
    tables.names.add(row.fields[0], {*kind, row.fields[2].empty() ? row.fields[0] : row.fields[2]});
    return Success{};
}

Status read_frame(Lexicon::Tables& tables, const TsvRow& row) {
    return tables.frames.add(row, tables.words);
}

Status read_technology(Lexicon::Tables& tables, const TsvRow& row) {
    tables.technologies.add(row.fields[0], row.fields[1], row.fields[3]);
    return Success{};
}

Status read_subject_word(Lexicon::Tables& tables, const TsvRow& row) {
    const auto classes =
        read_bits<detail::SubjectClasses>(row, row.fields[1], "a class of subjects",
                                          detail::subject_class_from_string, detail::subject_bit);
    if (!classes) {
        return classes.error();
    }
    tables.subjects.add(row.fields[0], *classes);
    return Success{};
}

Status read_cause(Lexicon::Tables& tables, const TsvRow& row) {
    tables.causes.add(row.fields[0], row.fields[1]);
    return Success{};
}

struct TableFile {
    std::string_view name;
    std::span<const std::string_view> built_in;
    std::size_t columns;
    Status (*read)(Lexicon::Tables& tables, const TsvRow& row);
};

/// In the order of reading: frames name verbs.
const TableFile table_files[] = {
    {"words.tsv", detail::words_text, 2, read_word},
    {"name_words.tsv", detail::name_words_text, 2, read_word},
    {"verbs.tsv", detail::verbs_text, 4, read_verb},
    {"names.tsv", detail::names_text, 3, read_name},
    {"frames.tsv", detail::frames_text, 8, read_frame},
    {"technologies.tsv", detail::technologies_text, 5, read_technology},
    {"causes.tsv", detail::causes_text, 2, read_cause},
    {"subjects.tsv", detail::subjects_text, 2, read_subject_word},

};

Status read_rows(Lexicon::Tables& tables, const TableFile& file, std::string text) {
    tables.texts.push_back(std::move(text));
    return detail::read_tsv(tables.texts.back(), file.columns,
                            [&](const TsvRow& row) { return file.read(tables, row); });
}

std::string built_in_text(const TableFile& file) {
    std::string text;
    for (const std::string_view part : file.built_in) {
        text.append(part);
    }
    return text;
}

/// The text of a user's table; empty if the folder has none.
Result<std::string> user_text(const std::filesystem::path& path) {
    std::error_code failure;
    if (!std::filesystem::exists(path, failure)) {
        return std::string();
    }
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        return Error{ErrorCode::io, "cannot read " + path.string()};
    }
    return text;
}

constexpr std::string_view replace_mark = "#replace";

Result<std::unique_ptr<Lexicon::Tables>> make_tables(const std::filesystem::path* folder) {
    auto tables = std::make_unique<Lexicon::Tables>();
    for (const TableFile& file : table_files) {
        std::string own;
        if (folder != nullptr) {
            auto text = user_text(*folder / file.name);
            if (!text) {
                return text.error();
            }
            own = std::move(*text);
        }
        if (!own.starts_with(replace_mark)) {
            if (const Status read = read_rows(*tables, file, built_in_text(file)); !read) {
                Error error = read.error();
                error.message = std::string(file.name) + ": " + error.message;
                return error;
            }
        }
        if (const Status read = read_rows(*tables, file, std::move(own)); !read) {
            Error error = read.error();
            error.message = (*folder / file.name).string() + ": " + error.message;
            return error;
        }
    }
    tables->triggers.emplace(tables->words);
    return tables;
}

struct CourtFile {
    std::string_view name;
    std::size_t columns;
    detail::CourtTexts::Text detail::CourtTexts::*text;
};

const CourtFile court_files[] = {
    {"regions.tsv", 4, &detail::CourtTexts::regions},
    {"courts_us.tsv", 6, &detail::CourtTexts::courts_us},
    {"courts_world.tsv", 6, &detail::CourtTexts::courts_world},
    {"court_places.tsv", 4, &detail::CourtTexts::court_places},
    {"state_courts.tsv", 6, &detail::CourtTexts::state_courts},
};

Status check_court_row(const TsvRow& row) {
    if (row.fields[0].empty() || row.fields[1].empty()) {
        return Error{ErrorCode::syntax, "the first two fields may not be empty", row.line, 1};
    }
    return Success{};
}

/// The court files of the folder over the compiled-in ones; those stay if the folder has none.
Status load_courts(Lexicon::Tables& tables, const std::filesystem::path& folder) {
    detail::CourtTexts texts = detail::CourtTable::built_in_texts();
    bool any = false;
    for (const CourtFile& file : court_files) {
        auto own = user_text(folder / file.name);
        if (!own) {
            return own.error();
        }
        if (own->empty()) {
            continue;
        }
        any = true;
        const std::string_view text = tables.texts.emplace_back(std::move(*own));
        if (const Status read = detail::read_tsv(text, file.columns, check_court_row); !read) {
            Error error = read.error();
            error.message = (folder / file.name).string() + ": " + error.message;
            return error;
        }
        if (text.starts_with(replace_mark)) {
            (texts.*file.text).clear();
        }
        (texts.*file.text).push_back(text);
    }
    if (any) {
        tables.own_courts = std::make_unique<const detail::CourtTable>(texts);
        tables.courts = tables.own_courts.get();
    }
    return Success{};
}

}  // namespace

Lexicon::Lexicon(std::unique_ptr<const Tables> tables) noexcept : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

const Lexicon& Lexicon::built_in() {
    static const Lexicon lexicon = [] {
        auto tables = make_tables(nullptr);
        assert(tables);  // A test reads every table.
        return Lexicon(std::move(*tables));
    }();
    return lexicon;
}

Result<Lexicon> Lexicon::load(const std::filesystem::path& folder) {
    std::error_code failure;
    if (!std::filesystem::is_directory(folder, failure)) {
        return Error{ErrorCode::io,
                     "expected a folder of lexicon tables, found " + folder.string()};
    }
    auto tables = make_tables(&folder);
    if (!tables) {
        return tables.error();
    }
    if (const Status courts = load_courts(**tables, folder); !courts) {
        return courts.error();
    }
    return Lexicon(std::move(*tables));
}

}  // namespace litigraph::ingest
