#include <litigraph/ingest/lexicon.hpp>
