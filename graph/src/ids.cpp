#include <litigraph/graph/ids.hpp>

#include <ostream>

namespace litigraph {

std::ostream& operator<<(std::ostream& out, NodeId id) { return out << 'n' << to_index(id); }
std::ostream& operator<<(std::ostream& out, EdgeId id) { return out << 'e' << to_index(id); }

}  // namespace litigraph
