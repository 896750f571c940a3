#include <litigraph/query/filter.hpp>
