/// \file
/// Work on ranges, divided among threads. Chunks are contiguous and numbered in order, so results
/// put together by chunk do not depend on the number of threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <utility>
#include <vector>

namespace litigraph {

inline constexpr std::size_t smallest_chunk = 64;  // that pays for a thread, if items are small

/// Chunks that for_each_chunk makes of `count` items: at most one a thread, none below `smallest`.
inline std::size_t chunk_count(std::size_t count, unsigned threads,
                               std::size_t smallest = smallest_chunk) {
    return std::clamp<std::size_t>(count / smallest, 1, std::max(threads, 1U));
}

/// Calls f(chunk, begin, end) for consecutive ranges that cover [0, count), each on its own thread,
/// the first on the caller's. What f throws is thrown here when all have ended.
template <class F>
void for_each_chunk(std::size_t count, unsigned threads, std::size_t smallest, const F& f) {
    const std::size_t chunks = chunk_count(count, threads, smallest);
    std::vector<std::exception_ptr> errors(chunks);
    const auto run = [&](std::size_t chunk) {
        try {
            f(chunk, count * chunk / chunks, count * (chunk + 1) / chunks);
        } catch (...) {
            errors[chunk] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> workers;
        workers.reserve(chunks - 1);
        for (std::size_t chunk = 1; chunk < chunks; ++chunk) {
            workers.emplace_back(run, chunk);
        }
        run(0);
    }
    for (const std::exception_ptr& error : errors) {
        if (error) {
            std::rethrow_exception(error);
        }
    }
}

template <class F>
void for_each_chunk(std::size_t count, unsigned threads, const F& f) {
    for_each_chunk(count, threads, smallest_chunk, f);
}

/// Calls f(i) for each i in [0, count).
template <class F>
void for_each_index(std::size_t count, unsigned threads, const F& f) {
    for_each_chunk(count, threads, [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            f(i);
        }
    });
}

/// One T for each chunk of `count` items, made by f(T&, begin, end).
template <class T, class F>
std::vector<T> map_chunks(std::size_t count, unsigned threads, const F& f) {
    std::vector<T> results(chunk_count(count, threads));
    for_each_chunk(count, threads, [&](std::size_t chunk, std::size_t begin, std::size_t end) {
        f(results[chunk], begin, end);
    });
    return results;
}

/// The parts one after the other.
template <class Rows>
Rows joined(std::vector<Rows> parts) {
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    Rows all;
    std::size_t size = 0;
    for (const Rows& part : parts) {
        size += part.size();
    }
    all.reserve(size);
    for (const Rows& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

/// std::merge of two sorted ranges that lie one after the other, by pieces of the first.
template <class It, class Less>
void parallel_merge(It first, It middle, It last, It to, unsigned threads, const Less& less) {
    const auto size = static_cast<std::size_t>(middle - first);
    const auto cut = [&](std::size_t at) {
        return at == 0      ? middle
               : at == size ? last
                            : std::lower_bound(middle, last, first[static_cast<long>(at)], less);
    };
    for_each_chunk(size, threads, [&](std::size_t /*chunk*/, std::size_t begin, std::size_t end) {
        const It other = cut(begin);
        std::merge(first + static_cast<long>(begin), first + static_cast<long>(end), other,
                   cut(end), to + static_cast<long>(begin) + (other - middle), less);
    });
}

/// Sorts by `less`, a total order of the values: equal values cannot be told apart.
template <class Values, class Less>
void parallel_sort(Values& values, unsigned threads, const Less& less) {
    const std::size_t chunks = chunk_count(values.size(), threads);
    const auto end_of = [&](std::size_t chunk) {
        return static_cast<long>(values.size() * std::min(chunk, chunks) / chunks);
    };
    for_each_chunk(values.size(), threads, [&](std::size_t chunk, std::size_t, std::size_t) {
        std::sort(values.begin() + end_of(chunk), values.begin() + end_of(chunk + 1), less);
    });
    Values merged(chunks == 1 ? 0 : values.size());
    for (std::size_t width = 1; width < chunks; width *= 2) {
        for (std::size_t chunk = 0; chunk < chunks; chunk += 2 * width) {
            parallel_merge(values.begin() + end_of(chunk), values.begin() + end_of(chunk + width),
                           values.begin() + end_of(chunk + 2 * width),
                           merged.begin() + end_of(chunk), threads, less);
        }
        values.swap(merged);
    }
}

}  // namespace litigraph
