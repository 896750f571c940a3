#include "input_files.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <cstring>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace litigraph::ingest {

namespace {

struct FreeArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using ArchivePtr = std::unique_ptr<archive, FreeArchive>;

/// Only formats that are data: libarchive's others run programs or unpack what nobody packs.
ArchivePtr make_archive() {
    ArchivePtr a(archive_read_new());
    archive_read_support_filter_gzip(a.get());
    archive_read_support_filter_bzip2(a.get());
    archive_read_support_filter_xz(a.get());
    archive_read_support_filter_zstd(a.get());
    archive_read_support_format_empty(a.get());
    archive_read_support_format_raw(a.get());
    archive_read_support_format_tar(a.get());
    archive_read_support_format_zip(a.get());
    return a;
}

Error archive_error(archive* a) {
    const char* const reason = archive_error_string(a);
    return {ErrorCode::io, reason != nullptr ? reason : "cannot be read"};
}

/// A few bytes must not unpack to the size of a disk.
bool is_bomb(archive* a, std::uint64_t unpacked) {
    constexpr std::uint64_t harmless = std::uint64_t{64} << 20;
    constexpr std::uint64_t max_ratio = 200;
    const auto packed = static_cast<std::uint64_t>(archive_filter_bytes(a, -1));
    return unpacked > harmless && unpacked / max_ratio > packed;
}

ByteReader::Source entry_source(archive* a) {
    return [a, unpacked = std::uint64_t{0}](std::span<char> room) mutable -> Result<std::size_t> {
        const la_ssize_t count = archive_read_data(a, room.data(), room.size());
        if (count < 0) {
            return archive_error(a);
        }
        unpacked += static_cast<std::uint64_t>(count);
        if (is_bomb(a, unpacked)) {
            return Error{ErrorCode::limit_exceeded, "unpacks to more than 200 times its size"};
        }
        return static_cast<std::size_t>(count);
    };
}

std::string entry_name(archive_entry* entry) {
    const char* name = archive_entry_pathname_utf8(entry);
    name = name != nullptr ? name : archive_entry_pathname(entry);
    return name != nullptr ? name : "unnamed";
}

}  // namespace

std::optional<Error> visit_files(
    const std::string& path, const std::function<void(const std::string&, ByteReader&)>& visit) {
    constexpr std::size_t block = std::size_t{1} << 18;
    const ArchivePtr a = make_archive();
    const bool is_stdin = path == "-";
    struct stat status {};
    if (!is_stdin && (stat(path.c_str(), &status) != 0 || access(path.c_str(), R_OK) != 0)) {
        return Error{ErrorCode::io, std::strerror(errno)};
    }
    const int opened = is_stdin ? archive_read_open_fd(a.get(), STDIN_FILENO, block)
                                : archive_read_open_filename(a.get(), path.c_str(), block);
    archive_entry* entry = nullptr;
    int status_code = opened;
    while (status_code == ARCHIVE_OK || status_code == ARCHIVE_WARN) {
        status_code = archive_read_next_header(a.get(), &entry);
        if (status_code != ARCHIVE_OK && status_code != ARCHIVE_WARN) {
            break;
        }
        const bool is_packed = archive_format(a.get()) != ARCHIVE_FORMAT_RAW &&
                               archive_format(a.get()) != ARCHIVE_FORMAT_EMPTY;
        if (is_packed && archive_entry_filetype(entry) != AE_IFREG) {
            continue;
        }
        ByteReader bytes(entry_source(a.get()));
        visit(is_packed ? entry_name(entry) : std::string(), bytes);
    }
    if (status_code == ARCHIVE_EOF) {
        return std::nullopt;
    }
    return archive_error(a.get());
}

}  // namespace litigraph::ingest
