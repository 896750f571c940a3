/// \file
/// The graph of dispute_graph.hpp in a file.
#pragma once

#include "dispute_graph.hpp"
#include "temporary_folder.hpp"
#include <litigraph/graph/archive.hpp>

#include <stdexcept>
#include <string>

namespace litigraph::test {

/// Removed with the object.
class DisputeFile {
  public:
    DisputeFile() {
        const Status saved = save_archive(path(), {{}, {}, make_dispute_graph()});
        if (!saved) {
            throw std::runtime_error(saved.error().message);
        }
    }
    std::string path() const { return folder_ / "dispute.lg"; }

  private:
    TemporaryFolder folder_;
};

}  // namespace litigraph::test
