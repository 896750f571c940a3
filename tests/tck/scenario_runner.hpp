/// \file
/// Plays a scenario of the conformance kit.
#pragma once

#include "gherkin.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace litigraph::tck {

struct Outcome {
    enum class Kind : std::uint8_t { passed, failed, skipped };
    Kind kind = Kind::passed;
    /// What went wrong; of a skipped one, the construct that the language names in its own refusal.
    std::string detail;
};

/// `graphs` is the folder of the graphs that scenarios name.
Outcome play(const Scenario& scenario, const std::filesystem::path& graphs);

}  // namespace litigraph::tck
