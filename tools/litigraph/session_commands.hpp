/// \file
/// The commands of a session that begin with a dot.
#pragma once

#include "session.hpp"

namespace litigraph::cli {

/// Runs ".name arguments"; says so if there is no such command or an argument is wrong.
void run_dot_command(Session& session, std::string_view line);

}  // namespace litigraph::cli
