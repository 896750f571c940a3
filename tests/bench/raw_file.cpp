#include "raw_file.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>
#include <xxhash.h>

namespace litigraph::bench {

void read_and_checksum(const std::string& path) {
    const std::size_t size = std::filesystem::file_size(path);
    constexpr std::size_t huge_page = std::size_t{2} << 20U;
    const std::unique_ptr<char, decltype(&std::free)> bytes(
        static_cast<char*>(std::aligned_alloc(huge_page, (size / huge_page + 1) * huge_page)),
        &std::free);
    ::madvise(bytes.get(), size, MADV_HUGEPAGE);
    const int file = ::open(path.c_str(), O_RDONLY);
    for (std::size_t done = 0; done < size;) {
        done += static_cast<std::size_t>(
            std::max<::ssize_t>(0, ::read(file, bytes.get() + done, size - done)));
    }
    ::close(file);
    volatile std::uint64_t sink = XXH3_64bits(bytes.get(), size);
    static_cast<void>(sink);
}

void write_bytes(const std::string& path, const std::vector<char>& bytes) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0666);
    for (std::size_t done = 0; done < bytes.size();) {
        done += static_cast<std::size_t>(
            std::max<::ssize_t>(0, ::write(file, bytes.data() + done, bytes.size() - done)));
    }
    ::fsync(file);
    ::close(file);
}

}  // namespace litigraph::bench
