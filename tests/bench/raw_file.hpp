/// \file
/// The least that storing bytes costs, to compare archives with.
#pragma once

#include <string>
#include <vector>

namespace litigraph::bench {

/// What any program must do to have the bytes in memory and know them to be right.
void read_and_checksum(const std::string& path);

/// What any program must do to have the bytes on disk.
void write_bytes(const std::string& path, const std::vector<char>& bytes);

}  // namespace litigraph::bench
