#include "column.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <sys/mman.h>

namespace litigraph {

namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20U;
// Blocks begin and end at multiples of this: small, so that blocks fill the huge pages they share.
constexpr std::size_t granule = std::size_t{16} << 10U;
constexpr std::size_t smallest_region = std::size_t{32} << 20U;

std::size_t rounded_up(std::size_t bytes, std::size_t unit) noexcept {
    return (bytes + unit - 1) / unit * unit;
}

/// Huge pages begin at multiples of their size: maps more, and gives back what sticks out.
char* map_aligned(std::size_t size) {
    std::size_t space = size + huge_page;
    void* const mapped =
        ::mmap(nullptr, space, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
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
    return aligned;
}

/// The pages that wait to be used again, by address; no two ranges touch.
class KeptPages {
  public:
    void begin() {
        const std::scoped_lock lock(mutex_);
        ++users_;
    }

    void end(std::size_t staying) noexcept {
        const std::scoped_lock lock(mutex_);
        if (--users_ > 0) {
            return;
        }
        for (auto it = ranges_.begin(); it != ranges_.end();) {
            const std::size_t kept = std::min(it->second, staying);
            staying -= kept;
            if (it->second > kept) {
                ::munmap(it->first + kept, it->second - kept);
            }
            it->second = kept;
            it = kept == 0 ? ranges_.erase(it) : std::next(it);
        }
    }

    bool is_used() noexcept {
        const std::scoped_lock lock(mutex_);
        return users_ > 0;
    }

    /// From the smallest range that has room; null if none has.
    char* take(std::size_t size) {
        const std::scoped_lock lock(mutex_);
        auto best = ranges_.end();
        for (auto it = ranges_.begin(); it != ranges_.end(); ++it) {
            if (it->second >= size && (best == ranges_.end() || it->second < best->second)) {
                best = it;
            }
        }
        if (best == ranges_.end()) {
            return nullptr;
        }
        const auto [block, space] = *best;
        ranges_.erase(best);
        if (space > size) {
            ranges_.emplace(block + size, space - size);
        }
        return block;
    }

    /// Keeps the pages if somebody may want them.
    void give_up(char* block, std::size_t size) noexcept {
        const std::scoped_lock lock(mutex_);
        if (users_ == 0) {
            ::munmap(block, size);
            return;
        }
        auto next = ranges_.lower_bound(block);
        if (next != ranges_.end() && block + size == next->first) {
            size += next->second;
            next = ranges_.erase(next);
        }
        if (next != ranges_.begin()) {
            const auto before = std::prev(next);
            if (before->first + before->second == block) {
                before->second += size;
                return;
            }
        }
        try {
            ranges_.emplace_hint(next, block, size);
        } catch (const std::bad_alloc&) {
            ::munmap(block, size);
        }
    }

  private:
    std::mutex mutex_;
    std::map<char*, std::size_t> ranges_;
    unsigned users_ = 0;
};

KeptPages& kept_pages() {
    static KeptPages pages;
    return pages;
}

}  // namespace

void* map_pages(std::size_t bytes) {
    const std::size_t size = rounded_up(bytes, granule);
    if (size < bytes) {
        throw std::bad_alloc();
    }
    if (char* const kept = kept_pages().take(size)) {
        return kept;
    }
    const bool is_shared = kept_pages().is_used();
    const std::size_t space =
        is_shared ? rounded_up(std::max(size, smallest_region), huge_page) : size;
    char* const block = map_aligned(space);
    // Who has pages to himself should not take a huge one for the last few bytes.
    ::madvise(block, space / huge_page * huge_page, MADV_HUGEPAGE);  // failure changes nothing
    if (space > size) {
        kept_pages().give_up(block + size, space - size);
    }
    return block;
}

void unmap_pages(void* block, std::size_t bytes) noexcept {
    kept_pages().give_up(static_cast<char*>(block), rounded_up(bytes, granule));
}

PageReuse::PageReuse(std::size_t staying) : staying_(staying) { kept_pages().begin(); }
PageReuse::~PageReuse() { kept_pages().end(staying_); }

}  // namespace litigraph
