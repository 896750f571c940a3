/// \file
/// Bytes of an input through a window that slides forward: memory holds what is looked at, not the
/// input.
#pragma once

#include <litigraph/graph/result.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace litigraph::ingest {

class ByteReader {
  public:
    /// Writes up to `room.size()` bytes and returns how many; 0 at the end of the input.
    using Source = std::function<Result<std::size_t>(std::span<char> room)>;

    explicit ByteReader(Source source) : source_(std::move(source)) {}
    /// Reads `bytes`, which must outlive the reader.
    explicit ByteReader(std::string_view bytes);

    /// The unread bytes in memory. They may be overwritten, and so may the one byte after them.
    std::span<char> window() noexcept { return {buffer_.data() + begin_, end_ - begin_}; }
    std::string_view view() const noexcept { return {buffer_.data() + begin_, end_ - begin_}; }

    /// Makes view() at least `size` long, unless the input ends before. Invalidates window().
    /// Returns whether it is that long.
    bool fill(std::size_t size);

    /// Moves past the first `size` bytes of the window.
    void skip(std::size_t size) noexcept { begin_ += size; }

    /// Whether no byte is left: the window is empty and the input has ended.
    bool at_end() { return !fill(1); }

    /// Why the input ended early, if it did.
    const std::optional<Error>& error() const noexcept { return error_; }

  private:
    static constexpr std::size_t chunk = std::size_t{1} << 18;

    Source source_;
    std::vector<char> buffer_ = std::vector<char>(chunk + 1);
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool has_ended_ = false;
    std::optional<Error> error_;
};

}  // namespace litigraph::ingest
