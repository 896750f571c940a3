#include "archive_file.hpp"
#include "sections.hpp"
#include <litigraph/graph/archive.hpp>

#include <cerrno>
#include <fcntl.h>
#include <new>
#include <optional>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace litigraph {

namespace {

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

/// Reads columns one after the other; after the first failure it reads no more.
class SectionReader {
  public:
    explicit SectionReader(const std::filesystem::path& path) : reader_(path) {
        note(reader_.open(section_count));
    }
    template <class T>
    void operator()(const char* name, Column<T>& column) {
        if (error_) {
            return;
        }
        const Result<std::size_t> count = reader_.next_count(name, sizeof(T));
        if (!count) {
            error_ = count.error();
            return;
        }
        column.resize(*count);
        note(reader_.read_section(name, reinterpret_cast<char*>(column.data())));
    }
    void blame(std::string_view section, std::string_view what) {
        error_ = error_ ? error_ : reader_.corrupt(section, what);
    }
    const std::optional<Error>& error() const noexcept { return error_; }

  private:
    void note(const Status& status) {
        if (!status) {
            error_ = status.error();
        }
    }
    ArchiveReader reader_;
    std::optional<Error> error_;
};

Result<KnowledgeGraph> read_graph(SectionReader& sections) {
    auto columns = std::make_unique<KnowledgeGraph::Columns>();
    for_each_column(*columns, std::ref(sections));
    if (!sections.error()) {
        if (const char* const section = first_invalid_section(*columns)) {
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
    Result<KnowledgeGraph> graph = read_graph(sections);
    Encoded observations;
    Encoded aliases;
    for_each_truth(observations, aliases, std::ref(sections));
    if (sections.error()) {
        return *sections.error();
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

Result<Archive> load_archive(const std::filesystem::path& path) { return read_archive(path); }

Result<KnowledgeGraph> load_graph(const std::filesystem::path& path) {
    SectionReader sections(path);
    return read_graph(sections);
}

}  // namespace litigraph
