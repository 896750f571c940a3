// litigraph-archive-campaign kills COUNT: writers killed during save and append.
// litigraph-archive-campaign flips COUNT ARTICLES: bytes changed in an archive of so many articles.
// Prints what it did; exit status 1 at the first archive that is lost, or damaged without notice.
#include "killed_process.hpp"
#include "support/random_observations.hpp"
#include "support/temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace litigraph::test {
namespace {

constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

void require(bool holds, const std::string& what) {
    if (!holds) {
        throw std::runtime_error(what);
    }
}

Archive archive_of(ObservationSet observations) {
    Result<Resolution> resolution = resolve(observations);
    require(resolution.has_value(), "cannot resolve the observations");
    return {.observations = std::move(observations),
            .aliases = {},
            .graph = std::move(resolution->graph)};
}

/// One change of an archive on disk, which can be undone.
class Change {
  public:
    /// From `before` articles, none meaning that there is no archive, to one more.
    Change(std::string path, std::size_t before)
        : path_(std::move(path)), articles_(random_observations(before, before + 1)) {
        std::filesystem::remove(path_);
        added_ = articles_.back();
        articles_.pop_back();
        if (before != 0) {
            require(save_archive(path_, archive_of(ObservationSet(articles_))).has_value(),
                    "cannot save the first archive");
            old_ = read_file(path_);
        }
    }
    /// In the way of `ingest`, or of `ingest --append`.
    bool write() const {
        if (old_.empty()) {
            return save_archive(path_, archive_of(ObservationSet({added_}))).has_value();
        }
        const Result<ArchiveLock> lock = ArchiveLock::acquire(path_);
        if (!lock) {
            return false;
        }
        Result<Archive> archive = load_archive(path_);
        return archive && archive->observations.insert(added_) &&
               save_archive(*lock, archive_of(std::move(archive->observations))).has_value();
    }
    void undo() const {
        std::filesystem::remove(path_);
        if (!old_.empty()) {
            std::ofstream(path_, std::ios::binary) << old_;
        }
    }
    const std::string& old_bytes() const noexcept { return old_; }
    const std::string& path() const noexcept { return path_; }

  private:
    std::string path_;
    std::vector<ArticleObservations> articles_;
    ArticleObservations added_;
    std::string old_;
};

struct KillCounts {
    std::size_t old = 0;
    std::size_t changed = 0;
    std::size_t finished = 0;  ///< Before the kill: memory costs a call more or less.
};

/// Kills `count` writers of one change, each at another point of it.
void kill_writers(const Change& change, std::size_t count, KillCounts& counts) {
    const auto write = [&] { return change.write(); };
    const std::size_t stops = run_killed_at(never, write).value();
    const std::string new_bytes = read_file(change.path());
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t stop = count == 1 ? 0 : i * (stops - 1) / (count - 1);
        const std::string where = "killed at " + std::to_string(stop) + " of " +
                                  std::to_string(stops) + " entries and exits";
        change.undo();
        if (run_killed_at(stop, write)) {
            ++counts.finished;
            continue;
        }
        const std::string left = read_file(change.path());
        require(left == change.old_bytes() || left == new_bytes, where + ": archive lost");
        require(left.empty() || load_archive(change.path()).has_value(), where + ": unreadable");
        left == new_bytes ? ++counts.changed : ++counts.old;
        change.undo();
        require(change.write() && read_file(change.path()) == new_bytes,
                where + ": the next writer failed");
    }
}

void kill_campaign(std::size_t count) {
    const TemporaryFolder folder;
    constexpr std::size_t kills_per_change = 200;
    KillCounts counts;
    for (std::size_t done = 0, articles = 0; done < count; ++articles) {
        const std::size_t kills = std::min(kills_per_change, count - done);
        // The first time there is no archive yet; with one change only, that one is an append.
        const std::size_t before = count <= kills_per_change ? 3 : articles * articles * 10;
        kill_writers(Change(folder / "x.lg", before), kills, counts);
        done += kills;
    }
    std::cout << count - counts.finished << " writers killed, " << counts.finished
              << " too late: " << counts.old << " times the old archive was left, "
              << counts.changed << " times the new one, each whole\n";
}

void flip_campaign(std::size_t count, std::size_t articles) {
    const TemporaryFolder folder;
    const std::string path = folder / "x.lg";
    const Archive archive = archive_of(ObservationSet(random_observations(7, articles)));
    require(save_archive(path, archive).has_value(), "cannot save");
    const std::size_t size = std::filesystem::file_size(path);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    std::mt19937_64 random(7);
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = static_cast<std::streamoff>(random() % size);
        const auto flip = static_cast<int>(1 + random() % 255);
        const int before = file.seekg(at).get();
        const auto put = [&](int byte) { file.seekp(at).put(static_cast<char>(byte)).flush(); };
        put(before ^ flip);
        const Result<Archive> loaded = load_archive(path);
        require(!loaded && loaded.error().code == ErrorCode::corrupt_archive,
                "byte " + std::to_string(at) + " changed without notice");
        put(before);
    }
    require(load_archive(path).has_value(), "cannot load the archive at the end");
    std::cout << count << " changed bytes of an archive of " << size << " bytes, all noticed\n";
}

std::size_t number(std::string_view text) {
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    require(std::from_chars(text.data(), end, value).ptr == end && value != 0,
            "not a count: " + std::string(text));
    return value;
}

int run(std::span<char*> arguments) {
    try {
        const std::string_view what = arguments.size() > 1 ? arguments[1] : "";
        if (what == "kills" && arguments.size() == 3) {
            kill_campaign(number(arguments[2]));
        } else if (what == "flips" && arguments.size() == 4) {
            flip_campaign(number(arguments[2]), number(arguments[3]));
        } else {
            std::cerr << "usage: litigraph-archive-campaign kills COUNT | flips COUNT ARTICLES\n";
            return 2;
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}

}  // namespace
}  // namespace litigraph::test

int main(int argc, char** argv) {
    return litigraph::test::run({argv, static_cast<std::size_t>(argc)});
}
