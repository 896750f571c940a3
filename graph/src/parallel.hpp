/// \file
/// Work on ranges, divided among threads. Chunks are contiguous and numbered in order, so results
/// put together by chunk do not depend on the number of threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
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
Rows joined(const std::vector<Rows>& parts) {
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

/// Sorts by `less`, a total order of the values: equal values cannot be told apart.
template <class Values, class Less>
void parallel_sort(Values& values, unsigned threads, const Less& less) {
    const std::size_t chunks = chunk_count(values.size(), threads);
    const auto at = [&](std::size_t chunk) {
        return values.begin() + static_cast<std::ptrdiff_t>(values.size() * chunk / chunks);
    };
    for_each_chunk(values.size(), threads, [&](std::size_t chunk, std::size_t, std::size_t) {
        std::sort(at(chunk), at(chunk + 1), less);
    });
    for (std::size_t width = 1; width < chunks; width *= 2) {
        for (std::size_t chunk = 0; chunk + width < chunks; chunk += 2 * width) {
            std::inplace_merge(at(chunk), at(chunk + width),
                               at(std::min(chunk + 2 * width, chunks)), less);
        }
    }
}

}  // namespace litigraph
