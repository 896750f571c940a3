// litigraph-tck FOLDER: runs the feature files of the openCypher conformance kit that lie in FOLDER
// or below. A scenario is skipped only if the query language itself names a construct that it
// leaves out; every other disagreement is a failure.

#include "gherkin.hpp"
#include "scenario_runner.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using litigraph::tck::Outcome;
using litigraph::tck::Scenario;

struct Tally {
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t skipped = 0;
    std::map<std::string, std::size_t> skipped_by;

    void add(const Outcome& outcome) {
        switch (outcome.kind) {
            case Outcome::Kind::passed:
                ++passed;
                break;
            case Outcome::Kind::failed:
                ++failed;
                break;
            case Outcome::Kind::skipped:
                ++skipped;
                ++skipped_by[outcome.detail];
                break;
        }
    }
};

std::vector<fs::path> feature_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        if (it->path().extension() == ".feature") {
            files.push_back(it->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// The folder "graphs" beside the features or above them.
fs::path graphs_of(const fs::path& folder) {
    for (fs::path here = fs::absolute(folder).lexically_normal();; here = here.parent_path()) {
        if (fs::is_directory(here / "graphs") || here == here.parent_path()) {
            return here / "graphs";
        }
    }
}

bool run_file(const fs::path& file, const fs::path& graphs, Tally& tally) {
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto scenarios = litigraph::tck::read_feature(text);
    if (!scenarios) {
        std::cout << file.string() << ":" << scenarios.error().line << ": "
                  << scenarios.error().message << "\n";
        return false;
    }
    for (const Scenario& scenario : *scenarios) {
        const Outcome outcome = play(scenario, graphs);
        tally.add(outcome);
        if (outcome.kind == Outcome::Kind::failed) {
            std::cout << file.string() << ":" << scenario.line << ": " << scenario.name << "\n    "
                      << outcome.detail << "\n";
        }
    }
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: litigraph-tck FOLDER\n";
        return 2;
    }
    const std::vector<fs::path> files = feature_files(argv[1]);
    if (files.empty()) {
        std::cerr << "litigraph-tck: no .feature files in " << argv[1] << "\n";
        return 1;
    }
    const fs::path graphs = graphs_of(argv[1]);
    Tally tally;
    bool all_read = true;
    for (const fs::path& file : files) {
        all_read = run_file(file, graphs, tally) && all_read;
    }
    for (const auto& [construct, count] : tally.skipped_by) {
        std::cout << "skipped " << count << ": " << construct << "\n";
    }
    std::cout << tally.passed << " passed, " << tally.failed << " failed, " << tally.skipped
              << " skipped\n";
    return all_read && tally.failed == 0 ? 0 : 1;
}
