/// \file
/// Flat arrays of plain values, and tables of texts made of them.
#pragma once

#include "parallel.hpp"
#include <litigraph/graph/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <sys/mman.h>
#include <type_traits>
#include <utility>
#include <vector>

namespace litigraph {

/// From here on a block is worth pages of its own.
inline constexpr std::size_t large_block = std::size_t{64} << 10U;

/// Pages, which go back to the system when they are given up: huge ones if the system has them and
/// the block, or those made beside it while a PageReuse lives, fill them. What is in them is not
/// defined. Throws bad_alloc. Requires: bytes is at least large_block.
void* map_pages(std::size_t bytes);
void unmap_pages(void* block, std::size_t bytes) noexcept;

/// While one lives, pages that any thread gives up are kept for whoever needs some next: fresh ones
/// cost the system the time to clear them. For work that fills one array after the other.
class PageReuse {
  public:
    /// Of the pages that are kept in the end, that many bytes stay for the next one.
    explicit PageReuse(std::size_t staying = 0);
    ~PageReuse();
    PageReuse(const PageReuse&) = delete;
    PageReuse& operator=(const PageReuse&) = delete;

  private:
    std::size_t staying_;
};

/// Puts large arrays on huge pages (fewer page faults to fill them, fewer TLB misses to read them)
/// and leaves new plain values unset, whatever their type says that they begin with, so that a
/// column is touched once when it is filled.
template <class T>
struct ColumnAllocator {
    using value_type = T;
    ColumnAllocator() = default;
    template <class U>
    ColumnAllocator(const ColumnAllocator<U>& /*other*/) noexcept {}  // NOLINT: required form

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(bytes < large_block ? ::operator new(bytes) : map_pages(bytes));
    }
    void deallocate(T* block, std::size_t count) noexcept {
        const std::size_t bytes = count * sizeof(T);
        if (bytes < large_block) {
            ::operator delete(block);
        } else {
            unmap_pages(block, bytes);
        }
    }
    template <class U>
    void construct(U* place) {
        if constexpr (!std::is_trivially_copyable_v<U>) {  // plain values need no beginning
            ::new (static_cast<void*>(place)) U;
        }
    }
    template <class U, class... Args>
    void construct(U* place, Args&&... args) {
        ::new (static_cast<void*>(place)) U(std::forward<Args>(args)...);
    }
    friend bool operator==(ColumnAllocator, ColumnAllocator) noexcept { return true; }
};

template <class T>
using Column = std::vector<T, ColumnAllocator<T>>;

/// The n-th text added has index n. At most 4 GiB of text: has_room says whether that still holds.
struct TextTable {
    Column<std::uint32_t> ends;  ///< One past the last byte of each text.
    Column<char> bytes;

    std::size_t size() const noexcept { return ends.size(); }
    bool has_room() const noexcept {
        return bytes.size() <= std::numeric_limits<std::uint32_t>::max();
    }
    std::string_view operator[](std::size_t index) const noexcept {
        const std::uint32_t begin = index == 0 ? 0 : ends[index - 1];
        return {bytes.data() + begin, ends[index] - begin};
    }
    void push_back(std::string_view text) {
        bytes.insert(bytes.end(), text.begin(), text.end());
        ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    /// `count` texts: the n-th has size_of(n) bytes, which write(n, place) puts there. Sizes are
    /// asked for in order, once; threads write side by side.
    template <class SizeOf, class Write>
    void append(std::size_t count, unsigned threads, const SizeOf& size_of, const Write& write);
};

template <class SizeOf, class Write>
void TextTable::append(std::size_t count, unsigned threads, const SizeOf& size_of,
                       const Write& write) {
    const std::size_t first = ends.size();
    ends.resize(first + count);
    std::size_t size = bytes.size();
    const std::size_t begin = size;
    for (std::size_t n = 0; n < count; ++n) {
        size += size_of(n);
        ends[first + n] = static_cast<std::uint32_t>(size);
    }
    bytes.resize(size);
    if (has_room()) {
        for_each_index(count, threads, [&](std::size_t n) {
            write(n, bytes.data() + (n == 0 ? begin : ends[first + n - 1]));
        });
    }
}

}  // namespace litigraph
