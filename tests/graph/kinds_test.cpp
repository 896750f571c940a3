#include <litigraph/graph/kinds.hpp>

#include <gtest/gtest.h>

namespace litigraph {
namespace {

class EdgeKindSpelling : public testing::TestWithParam<EdgeKind> {};

TEST_P(EdgeKindSpelling, RoundTripsInBothSpellings) {
    EXPECT_EQ(edge_kind_from_string(to_string(GetParam())), GetParam());
    EXPECT_EQ(edge_kind_from_string(query_name(GetParam())), GetParam());
}
INSTANTIATE_TEST_SUITE_P(AllKinds, EdgeKindSpelling, testing::ValuesIn(all_edge_kinds()));

TEST(EdgeKind, ReadsEverySpelling) {
    for (const char* text : {"filed-in", "FILED_IN", "filed_in", "Filed-In", "filedin"}) {
        EXPECT_EQ(edge_kind_from_string(text), EdgeKind::filed_in) << text;
    }
    EXPECT_EQ(edge_kind_from_string("files-in"), std::nullopt);
    EXPECT_EQ(edge_kind_from_string(""), std::nullopt);
}

TEST(NodeKind, IsReadInBothSpellings) {
    for (const NodeKind kind : all_node_kinds()) {
        EXPECT_EQ(node_kind_from_string(to_string(kind)), kind);
        EXPECT_EQ(node_kind_from_string(query_name(kind)), kind);
    }
}

TEST(EdgeKind, JoinsOnlyItsOwnEnds) {
    EXPECT_TRUE(may_join(EdgeKind::sues, NodeKind::party, NodeKind::party));
    EXPECT_FALSE(may_join(EdgeKind::sues, NodeKind::jurisdiction, NodeKind::party));
    EXPECT_TRUE(may_join(EdgeKind::filed_in, NodeKind::lawsuit, NodeKind::jurisdiction));
    EXPECT_FALSE(may_join(EdgeKind::filed_in, NodeKind::lawsuit, NodeKind::party));
}

}  // namespace
}  // namespace litigraph
