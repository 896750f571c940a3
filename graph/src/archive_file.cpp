#include "archive_file.hpp"

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/serialization/array_wrapper.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <new>
#include <streambuf>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <xxhash.h>

namespace litigraph {

namespace {

constexpr std::array<char, 8> magic{'L', 'I', 'T', 'I', 'G', 'R', 'P', 'H'};
constexpr std::uint32_t byte_order_mark = 0x01020304;
constexpr std::uint64_t alignment = 64;
constexpr std::size_t chunk = std::size_t{1} << 18U;  // hashed while it is in the cache
constexpr unsigned archive_flags = boost::archive::no_header | boost::archive::no_codecvt;

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t byte_order = byte_order_mark;
    std::uint32_t version = archive_version;
    std::uint64_t file_size = 0;
    std::uint64_t section_count = 0;
    std::uint64_t table_fingerprint = 0;
    std::array<std::uint64_t, 2> reserved{};
    std::uint64_t fingerprint = 0;  // of all before it
};
static_assert(sizeof(Header) == alignment);

std::uint64_t padded(std::uint64_t bytes) noexcept {
    return (bytes + alignment - 1) / alignment * alignment;
}

std::uint64_t fingerprint_of(const Header& header) noexcept {
    return XXH3_64bits(&header, offsetof(Header, fingerprint));
}

std::uint64_t fingerprint_of(const std::vector<SectionRow>& rows) noexcept {
    return XXH3_64bits(rows.data(), rows.size() * sizeof(SectionRow));
}

class Hash {
  public:
    Hash() : state_(XXH3_createState(), &XXH3_freeState) {
        if (!state_) {
            throw std::bad_alloc();
        }
        reset();
    }
    void reset() { XXH3_64bits_reset(state_.get()); }
    void update(const char* bytes, std::size_t size) {
        XXH3_64bits_update(state_.get(), bytes, size);
    }
    std::uint64_t digest() const { return XXH3_64bits_digest(state_.get()); }

  private:
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state_;
};

/// A stream buffer straight over an open file, from a place in it on, which hashes what passes.
class HashedFile : public std::streambuf {
  public:
    HashedFile(int descriptor, std::uint64_t place) : file_(descriptor), place_(place) {}

    int error() const noexcept { return error_; }  ///< errno of the first failure, else 0.
    void fail(int error) { error_ = error_ == 0 ? error : error_; }
    void seek(std::uint64_t place) noexcept { place_ = place; }
    std::uint64_t place() const noexcept { return place_; }
    Hash& hash() noexcept { return hash_; }

  protected:
    std::streamsize xsgetn(char* bytes, std::streamsize size) override {
        return transfer(
            size,
            [&](std::size_t done, std::size_t count) {
                return ::pread(file_, bytes + done, count, static_cast<::off_t>(place_));
            },
            bytes);
    }
    std::streamsize xsputn(const char* bytes, std::streamsize size) override {
        return transfer(
            size,
            [&](std::size_t done, std::size_t count) {
                return ::pwrite(file_, bytes + done, count, static_cast<::off_t>(place_));
            },
            bytes);
    }

  private:
    template <class Move>
    std::streamsize transfer(std::streamsize size, const Move& move, const char* bytes) {
        const auto all = static_cast<std::size_t>(size);
        std::size_t done = 0;
        while (done < all && error_ == 0) {
            const ::ssize_t moved = move(done, std::min(chunk, all - done));
            if (moved < 0 && errno != EINTR) {
                error_ = errno;
            }
            if (moved == 0) {  // the end of the file
                break;
            }
            if (moved > 0) {
                hash_.update(bytes + done, static_cast<std::size_t>(moved));
                done += static_cast<std::size_t>(moved);
                place_ += static_cast<std::uint64_t>(moved);
            }
        }
        return static_cast<std::streamsize>(done);
    }

    int file_;
    std::uint64_t place_;
    int error_ = 0;
    Hash hash_;
};

}  // namespace

Error io_error(std::string_view action, const std::filesystem::path& path, int error_number) {
    return {.code = ErrorCode::io,
            .message = "cannot " + std::string(action) + ' ' + path.native() + ": " +
                       std::strerror(error_number)};
}

struct ArchiveWriter::File {
    explicit File(const std::filesystem::path& path)
        : descriptor(
              ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666)) {
        if (descriptor < 0) {
            buffer.fail(errno);
        }
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { close(); }

    void write(const void* bytes, std::size_t size) {
        try {
            const auto* const chars = static_cast<const char*>(bytes);
            archive << boost::serialization::make_array(chars, size);
        } catch (const boost::archive::archive_exception&) {
            buffer.fail(EIO);  // unless the buffer has noted a better reason
        }
    }
    void sync() {
        if (buffer.error() == 0 && ::fsync(descriptor) != 0) {
            buffer.fail(errno);
        }
    }
    void close() {
        if (descriptor >= 0 && ::close(std::exchange(descriptor, -1)) != 0) {
            buffer.fail(errno);
        }
    }

    int descriptor;
    HashedFile buffer{descriptor, 0};
    boost::archive::binary_oarchive archive{buffer, archive_flags};
};

ArchiveWriter::ArchiveWriter(std::filesystem::path path, std::size_t section_count)
    : path_(std::move(path)), file_(std::make_unique<File>(path_)) {
    rows_.reserve(section_count);
    file_->buffer.seek(sizeof(Header) + padded(section_count * sizeof(SectionRow)));
}
ArchiveWriter::~ArchiveWriter() = default;

void ArchiveWriter::add_section(const char* bytes, std::size_t element_size, std::size_t count) {
    static constexpr std::array<char, alignment> zeros{};
    const std::uint64_t size = std::uint64_t{element_size} * count;
    const std::uint64_t offset = file_->buffer.place();
    file_->buffer.hash().reset();
    file_->write(bytes, size);
    file_->write(zeros.data(), padded(size) - size);
    rows_.push_back({.number = static_cast<std::uint32_t>(rows_.size()),
                     .element_size = static_cast<std::uint32_t>(element_size),
                     .count = count,
                     .offset = offset,
                     .fingerprint = file_->buffer.hash().digest()});
}

Status ArchiveWriter::finish() {
    HashedFile& buffer = file_->buffer;
    Header header{.magic = magic,
                  .file_size = buffer.place(),
                  .section_count = rows_.size(),
                  .table_fingerprint = fingerprint_of(rows_)};
    header.fingerprint = fingerprint_of(header);
    buffer.seek(0);
    file_->write(&header, sizeof header);
    file_->write(rows_.data(), rows_.size() * sizeof(SectionRow));
    file_->sync();
    file_->close();
    if (buffer.error() != 0) {
        return io_error("write", path_, buffer.error());
    }
    return Success{};
}

/// Reads from one place of the open file on; threads have one each.
class ArchiveReader::File {
  public:
    File(int descriptor, std::uint64_t place) : buffer_(descriptor, place) {}

    bool read(void* bytes, std::size_t size) {
        try {
            auto array = boost::serialization::make_array(static_cast<char*>(bytes), size);
            archive_ >> array;
            return true;
        } catch (const boost::archive::archive_exception&) {
            return false;
        }
    }
    std::uint64_t fingerprint() { return buffer_.hash().digest(); }
    int error() const noexcept { return buffer_.error(); }

  private:
    HashedFile buffer_;
    boost::archive::binary_iarchive archive_{buffer_, archive_flags};
};

ArchiveReader::ArchiveReader(std::filesystem::path path) : path_(std::move(path)) {}
ArchiveReader::~ArchiveReader() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

Error ArchiveReader::corrupt(std::string_view section, std::string_view what) const {
    return {.code = ErrorCode::corrupt_archive,
            .message = path_.native() + " is damaged: section '" + std::string(section) + "' " +
                       std::string(what)};
}

Error ArchiveReader::cannot_read(int error_number) const {
    return io_error("read", path_, error_number);
}

Status ArchiveReader::open(std::size_t section_count) {
    descriptor_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    struct ::stat status {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
        return cannot_read(errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return cannot_read(S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
    }
    File file(descriptor_, 0);
    Header header;
    if (!file.read(&header, sizeof header) || header.magic != magic) {
        return file.error() != 0 ? cannot_read(file.error())
                                 : corrupt("header", "does not begin as an archive does");
    }
    if (header.fingerprint != fingerprint_of(header)) {
        return corrupt("header", "does not have its fingerprint");
    }
    if (header.version != archive_version || header.byte_order != byte_order_mark) {
        return Error{.code = ErrorCode::unsupported,
                     .message = path_.native() + " is an archive of version " +
                                std::to_string(header.version) + "; this program reads version " +
                                std::to_string(archive_version) +
                                ", on machines of one byte order"};
    }
    const auto file_size = static_cast<std::uint64_t>(status.st_size);
    if (header.file_size != file_size || header.section_count != section_count) {
        return corrupt("header", "does not fit the size of the file");
    }
    rows_.resize(section_count);
    if (!file.read(rows_.data(), section_count * sizeof(SectionRow)) ||
        header.table_fingerprint != fingerprint_of(rows_)) {
        return file.error() != 0 ? cannot_read(file.error())
                                 : corrupt("table", "does not have its fingerprint");
    }
    return check_table(file_size, file);
}

Status ArchiveReader::check_table(std::uint64_t file_size, File& file) const {
    const std::uint64_t table_end = sizeof(Header) + rows_.size() * sizeof(SectionRow);
    std::array<char, alignment> gap{};
    const std::uint64_t first = padded(table_end);
    if (!file.read(gap.data(), first - table_end) ||
        std::ranges::any_of(gap, [](char c) { return c != 0; })) {
        return corrupt("table", "is not padded with zeros");
    }
    std::uint64_t offset = first;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const SectionRow& row = rows_[i];
        if (row.number != i || row.offset != offset || offset > file_size ||
            row.element_size == 0 || row.count > (file_size - offset) / row.element_size) {
            return corrupt("table", "has a row that does not fit the file");
        }
        offset += padded(row.count * row.element_size);
    }
    if (offset != file_size) {
        return corrupt("table", "does not cover the file");
    }
    return Success{};
}

Result<std::size_t> ArchiveReader::count(std::size_t section, std::string_view name,
                                         std::size_t element_size) const {
    if (rows_[section].element_size != element_size) {
        return corrupt(name, "has elements of another size");
    }
    return static_cast<std::size_t>(rows_[section].count);
}

Status ArchiveReader::read_section(std::size_t section, std::string_view name, char* bytes) const {
    const SectionRow& row = rows_[section];
    const std::uint64_t size = row.count * row.element_size;
    std::array<char, alignment> padding{};
    File file(descriptor_, row.offset);
    if (!file.read(bytes, size) || !file.read(padding.data(), padded(size) - size)) {
        return file.error() != 0 ? cannot_read(file.error()) : corrupt(name, "is cut short");
    }
    if (file.fingerprint() != row.fingerprint) {
        return corrupt(name, "does not have its fingerprint");
    }
    return Success{};
}

}  // namespace litigraph
