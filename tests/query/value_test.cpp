#include <litigraph/query/value.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace litigraph::query {
namespace {

Value number(std::int64_t value) { return Value(value); }
Value text(std::string value) { return Value(std::move(value)); }
Value date(const char* words) { return Value(*interval_from_string(words)); }

TEST(Value, EqualityIsThreeValued) {
    EXPECT_EQ(equals(number(1), Value(1.0)), Truth(true));
    EXPECT_EQ(equals(number(1), text("1")), Truth(false));
    EXPECT_EQ(equals(Value(), Value()), Truth());
    EXPECT_EQ(equals(Value(List{number(1), Value()}), Value(List{number(1), number(2)})), Truth());
    EXPECT_EQ(equals(Value(List{number(1), Value()}), Value(List{number(2), Value()})),
              Truth(false));
    EXPECT_EQ(equals(Value(Map{{"a", number(1)}}), Value(Map{{"b", number(1)}})), Truth(false));
    const Value nan(std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(equals(nan, nan), Truth(false));
    EXPECT_TRUE(same(nan, nan));
}

TEST(Value, LargeIntegersDoNotRoundIntoEqualDoubles) {
    const std::int64_t large = (std::int64_t{1} << 53) + 1;
    EXPECT_EQ(equals(number(large), Value(std::ldexp(1.0, 53))), Truth(false));
}

TEST(Value, DatesCompareOnlyWhenEveryDayAgrees) {
    EXPECT_EQ(compare(Comparison::less, date("2023"), date("2024-01-01")), Truth(true));
    EXPECT_EQ(compare(Comparison::less, date("2023"), date("2023-06")), Truth());
    EXPECT_EQ(compare(Comparison::greater_equal, date("2024"), date("2024-01-01")), Truth(true));
    EXPECT_EQ(equals(date("2023"), date("2023")), Truth(true));
    EXPECT_EQ(equals(date("2023"), date("2023-06")), Truth());
    EXPECT_EQ(equals(date("2023"), date("2024")), Truth(false));
}

TEST(Value, OrderRanksKindsAndPutsNullLast) {
    const std::vector<Value> ascending{Value(Map{}),  Value(NodeId{0}), Value(EdgeId{0}),
                                       Value(List{}), Value(Path{}),    date("2024"),
                                       text("a"),     Value(false),     number(1),
                                       Value(1.5),    Value()};
    for (std::size_t i = 0; i + 1 < ascending.size(); ++i) {
        EXPECT_TRUE(order(ascending[i], ascending[i + 1]) < 0) << i;
    }
}

TEST(Value, SameValuesHashAlike) {
    EXPECT_EQ(hash(number(3)), hash(Value(3.0)));
    EXPECT_EQ(hash(text("abc")), hash(Value::view_of("abc")));
    EXPECT_EQ(hash(Value(List{number(1)})), hash(Value(List{Value(1.0)})));
}

}  // namespace
}  // namespace litigraph::query
