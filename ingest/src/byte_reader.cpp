#include "byte_reader.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace litigraph::ingest {

ByteReader::ByteReader(std::string_view bytes)
    : source_([bytes](std::span<char> room) mutable -> Result<std::size_t> {
          const std::size_t size = std::min(room.size(), bytes.size());
          std::copy_n(bytes.data(), size, room.data());
          bytes.remove_prefix(size);
          return size;
      }) {}

bool ByteReader::fill(std::size_t size) {
    if (end_ - begin_ >= size) {
        return true;
    }
    if (has_ended_) {
        return false;
    }
    if (begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= std::exchange(begin_, 0);
    }
    buffer_.resize(std::max(buffer_.size(), size + chunk + 1));
    while (end_ < size && !has_ended_) {
        const Result<std::size_t> count =
            source_({buffer_.data() + end_, buffer_.size() - end_ - 1});
        if (!count) {
            error_ = count.error();
        }
        has_ended_ = !count || *count == 0;
        end_ += count ? *count : 0;
    }
    return end_ >= size;
}

}  // namespace litigraph::ingest
