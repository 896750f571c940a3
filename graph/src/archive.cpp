#include "archive_file.hpp"
#include "parallel.hpp"
#include "sections.hpp"
#include <litigraph/graph/archive.hpp>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <new>
#include <optional>
#include <sys/file.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace litigraph {

namespace {

constexpr std::size_t smallest_share = std::size_t{4} << 20U;  // bytes that pay for a thread

constexpr unsigned most_threads = 4;  // keep memory busy

/// A file of the same folder with another ending.
std::filesystem::path beside(const std::filesystem::path& path, const char* ending) {
    return std::filesystem::path(path) += ending;
}

template <class T>
const char* bytes_of(const Column<T>& column) {
    return reinterpret_cast<const char*>(column.data());
}

Status write_sections(const std::filesystem::path& path, const Archive& archive) {
    ArchiveWriter writer(path, section_count);
    const auto write = [&](const char* /*name*/, const auto& column) {
        writer.add_section(bytes_of(column), sizeof(column[0]), column.size());
    };
    for_each_column(archive.graph.columns(), write);
    const Encoded observations = encode(archive.observations.articles());
    const Encoded aliases = encode(archive.aliases);
    for_each_truth(observations, aliases, write);
    return writer.finish();
}

Status sync_folder(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool is_synced = file >= 0 && ::fsync(file) == 0;
    const int error = errno;
    if (file >= 0) {
        ::close(file);
    }
    if (!is_synced) {
        return io_error("sync", folder, error);
    }
    return Success{};
}

/// Makes room for columns and lists them; then threads read them side by side.
class SectionReader {
  public:
    explicit SectionReader(const std::filesystem::path& path) : reader_(path) {
        const Status opened = reader_.open(section_count);
        if (!opened) {
            error_ = opened.error();
        }
    }
    template <class T>
    void operator()(const char* name, Column<T>& column) {
        if (error_) {
            return;
        }
        const Result<std::size_t> count = reader_.count(sections_.size(), name, sizeof(T));
        if (!count) {
            error_ = count.error();
            return;
        }
        column.resize(*count);
        sections_.push_back({name, reinterpret_cast<char*>(column.data())});
        bytes_.push_back(bytes_.back() + *count * sizeof(T));
    }

    /// Reads all that was listed.
    void read() {
        std::vector<std::optional<Error>> errors(sections_.size());
        const auto read_from = [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
            for (std::size_t i = first_from(begin); i < first_from(end); ++i) {
                const auto& [name, bytes] = sections_[i];
                if (const Status read = reader_.read_section(i, name, bytes); !read) {
                    errors[i] = read.error();
                    return;
                }
            }
        };
        if (!error_) {
            for_each_chunk(share_count(), threads(), smallest_share, read_from);
            const auto first = std::ranges::find_if(
                errors, [](const std::optional<Error>& error) { return error.has_value(); });
            error_ = first == errors.end() ? std::nullopt : *first;
        }
    }

    /// As many as pay for so many bytes.
    unsigned threads() const {
        const unsigned most = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
        return static_cast<unsigned>(chunk_count(share_count(), most, smallest_share));
    }

    void blame(std::string_view section, std::string_view what) {
        error_ = error_ ? error_ : reader_.corrupt(section, what);
    }
    const std::optional<Error>& error() const noexcept { return error_; }

  private:
    struct Section {
        const char* name;
        char* bytes;
    };

    /// One more than there are bytes, so that empty sections at the end are shared out, too.
    std::size_t share_count() const noexcept { return bytes_.back() + 1; }

    /// The first section that begins at this byte or behind it.
    std::size_t first_from(std::size_t byte) const {
        const auto place = std::lower_bound(bytes_.begin(), bytes_.end(), byte);
        return std::min(static_cast<std::size_t>(place - bytes_.begin()), sections_.size());
    }

    ArchiveReader reader_;
    std::vector<Section> sections_;
    std::vector<std::size_t> bytes_ = {0};  // before each section, and of all
    std::optional<Error> error_;
};

Result<KnowledgeGraph> checked_graph(SectionReader& sections,
                                     std::unique_ptr<KnowledgeGraph::Columns> columns) {
    if (!sections.error()) {
        if (const char* const section = first_invalid_section(*columns, sections.threads())) {
            sections.blame(section, "does not fit the others");
        }
    }
    if (sections.error()) {
        return *sections.error();
    }
    columns->bind_adjacency();
    return KnowledgeGraph(std::move(columns));
}

Result<Archive> read_archive(const std::filesystem::path& path) {
    SectionReader sections(path);
    auto columns = std::make_unique<KnowledgeGraph::Columns>();
    Encoded observations;
    Encoded aliases;
    for_each_column(*columns, std::ref(sections));
    for_each_truth(observations, aliases, std::ref(sections));
    sections.read();
    Result<KnowledgeGraph> graph = checked_graph(sections, std::move(columns));
    if (!graph) {
        return graph.error();
    }
    auto articles = decode_articles(observations);
    auto rules = decode_rules(aliases);
    if (!articles || !rules) {
        sections.blame(articles ? "alias numbers" : "observation numbers",
                       "does not hold what it should");
        return *sections.error();
    }
    return Archive{.observations = ObservationSet(std::move(*articles)),
                   .aliases = std::move(*rules),
                   .graph = *std::move(graph)};
}

}  // namespace

ArchiveLock::ArchiveLock(std::filesystem::path path, int file) noexcept
    : path_(std::move(path)), file_(file) {}
ArchiveLock::ArchiveLock(ArchiveLock&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}
ArchiveLock& ArchiveLock::operator=(ArchiveLock&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(file_, other.file_);
    return *this;
}
ArchiveLock::~ArchiveLock() {
    if (file_ >= 0) {
        ::close(file_);  // which gives the lock back
    }
}

Result<ArchiveLock> ArchiveLock::acquire(const std::filesystem::path& path) {
    const std::filesystem::path side = beside(path, ".lock");
    ArchiveLock lock(path, ::open(side.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (lock.file_ < 0) {
        return io_error("lock", side, errno);
    }
    if (::flock(lock.file_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return Error{.code = ErrorCode::io,
                         .message = "another program is writing " + path.native() + " just now"};
        }
        return io_error("lock", side, errno);
    }
    return lock;
}

Status save_archive(const ArchiveLock& lock, const Archive& archive) {
    // One writer at a time holds the lock, so a fixed name will do; what a killed writer left there
    // is overwritten.
    const std::filesystem::path draft = beside(lock.path(), ".tmp");
    const Status written = write_sections(draft, archive);
    if (written && ::rename(draft.c_str(), lock.path().c_str()) == 0) {
        return sync_folder(lock.path());
    }
    const int error = errno;
    ::unlink(draft.c_str());
    return written ? Status(io_error("replace", lock.path(), error)) : written;
}

Status save_archive(const std::filesystem::path& path, const Archive& archive) {
    const Result<ArchiveLock> lock = ArchiveLock::acquire(path);
    if (!lock) {
        return lock.error();
    }
    return save_archive(*lock, archive);
}

Result<Archive> load_archive(const std::filesystem::path& path) {
    const PageReuse reuse;
    return read_archive(path);
}

Result<KnowledgeGraph> load_graph(const std::filesystem::path& path) {
    const PageReuse reuse;
    SectionReader sections(path);
    auto columns = std::make_unique<KnowledgeGraph::Columns>();
    for_each_column(*columns, std::ref(sections));
    sections.read();
    return checked_graph(sections, std::move(columns));
}

}  // namespace litigraph
