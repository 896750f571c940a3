/// \file
/// The frame of an archive: a header, a table of sections, and the sections, each padded to 64
/// bytes.
///
/// Every byte is under a fingerprint (XXH3): the header's covers itself, the header has the
/// table's, and the table has each section's with its padding. Sections are whole columns, written
/// and read through Boost.Serialization without its own header, which would tie a file to a Boost
/// release.
#pragma once

#include <litigraph/graph/result.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph {

inline constexpr std::uint32_t archive_version = 1;

/// One row of the table, as it is in the file.
struct SectionRow {
    std::uint32_t number = 0;  ///< Which column; its place in for_each_section.
    std::uint32_t element_size = 0;
    std::uint64_t count = 0;
    std::uint64_t offset = 0;
    std::uint64_t fingerprint = 0;
};
static_assert(sizeof(SectionRow) == 32);

/// Writes an archive to a new file. The first failure sticks; finish tells.
class ArchiveWriter {
  public:
    ArchiveWriter(std::filesystem::path path, std::size_t section_count);
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;
    ~ArchiveWriter();

    void add_section(const char* bytes, std::size_t element_size, std::size_t count);
    /// Writes table and header, syncs and closes.
    Status finish();

  private:
    struct File;
    std::filesystem::path path_;
    std::unique_ptr<File> file_;
    std::vector<SectionRow> rows_;
};

/// Reads an archive. Nothing in the file is believed before it is checked.
class ArchiveReader {
  public:
    explicit ArchiveReader(std::filesystem::path path);
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;
    ~ArchiveReader();

    /// Opens the file, reads and checks header and table.
    Status open(std::size_t section_count);

    /// Number of elements of a section; an error if its elements are of another size.
    Result<std::size_t> count(std::size_t section, std::string_view name,
                              std::size_t element_size) const;
    /// Reads a section to `bytes`, which have room for its elements, and checks its fingerprint.
    /// Threads may read at a time.
    Status read_section(std::size_t section, std::string_view name, char* bytes) const;

    /// The error that blames a part of the file.
    Error corrupt(std::string_view section, std::string_view what) const;

  private:
    class File;
    Status check_table(std::uint64_t file_size, File& file) const;
    Error cannot_read(int error_number) const;
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::vector<SectionRow> rows_;
};

/// "cannot write /tmp/x: No space left on device"
Error io_error(std::string_view action, const std::filesystem::path& path, int error_number);

}  // namespace litigraph
