#include "column.hpp"

#include "parallel.hpp"

#include <algorithm>
#include <memory>
#include <sys/mman.h>

namespace litigraph {

namespace {

std::size_t whole_pages(std::size_t bytes) noexcept {
    constexpr std::size_t page = 4'096;
    return (bytes + page - 1) / page * page;
}

}  // namespace

void* map_pages(std::size_t bytes) {
    // Huge pages begin at multiples of their size: map more, and give back what sticks out.
    const std::size_t size = whole_pages(bytes);
    std::size_t space = size + huge_page;
    void* const mapped = size < bytes ? MAP_FAILED
                                      : ::mmap(nullptr, space, PROT_READ | PROT_WRITE,
                                               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (mapped == MAP_FAILED) {
        throw std::bad_alloc();
    }
    void* block = mapped;
    std::align(huge_page, size, block, space);
    auto* const begin = static_cast<char*>(mapped);
    auto* const aligned = static_cast<char*>(block);
    if (aligned != begin) {
        ::munmap(begin, static_cast<std::size_t>(aligned - begin));
    }
    if (space > size) {
        ::munmap(aligned + size, space - size);
    }
    ::madvise(block, size, MADV_HUGEPAGE);  // advice only: failure changes nothing
    return block;
}

void unmap_pages(void* block, std::size_t bytes) noexcept { ::munmap(block, whole_pages(bytes)); }

void TextTable::append(std::span<const std::string_view> texts, unsigned threads) {
    const std::size_t first = ends.size();
    ends.reserve(first + texts.size());
    std::size_t size = bytes.size();
    for (const std::string_view text : texts) {
        size += text.size();
        ends.push_back(static_cast<std::uint32_t>(size));
    }
    bytes.resize(size);
    if (has_room()) {
        for_each_index(texts.size(), threads, [&](std::size_t i) {
            const std::string_view text = texts[i];
            std::ranges::copy(text, bytes.data() + (ends[first + i] - text.size()));
        });
    }
}

}  // namespace litigraph
