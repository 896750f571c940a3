/// \file
/// The files behind an input: the file itself, unpacked if it is compressed, or each file of an
/// archive (tar, zip). Through libarchive.
#pragma once

#include "byte_reader.hpp"

#include <functional>
#include <optional>
#include <string>

namespace litigraph::ingest {

/// Calls `visit` with each file's bytes, and its name if it is one of an archive (else empty), in
/// the order of the archive. "-" is standard input. Returns why not all could be visited.
std::optional<Error> visit_files(const std::string& path,
                                 const std::function<void(const std::string&, ByteReader&)>& visit);

}  // namespace litigraph::ingest
