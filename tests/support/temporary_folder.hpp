/// \file
/// A folder of its own for a test, gone with the object.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace litigraph::test {

class TemporaryFolder {
  public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    const std::filesystem::path& path() const noexcept { return path_; }
    std::string operator/(std::string_view name) const { return (path_ / name).native(); }

    /// Makes the file (and the folders that it needs) and returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;

  private:
    std::filesystem::path path_;
};

/// All bytes of a file; empty if it cannot be read.
std::string read_file(const std::filesystem::path& path);

}  // namespace litigraph::test
