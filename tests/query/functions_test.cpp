// Functions and operators of the language, value by value; dates on a lawsuit in a graph.

#include "support/dispute_graph.hpp"
#include <litigraph/query/engine.hpp>
#include <litigraph/query/litigation_store.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace litigraph::query {
namespace {

std::string words(const Value& value);

std::string words(const List& list) {
    std::string text;
    for (const Value& member : list) {
        text += (text.empty() ? "" : ", ") + words(member);
    }
    return "[" + text + "]";
}

std::string words(const Value& value) {
    switch (value.kind()) {
        case ValueKind::null:
            return "null";
        case ValueKind::boolean:
            return value.boolean() ? "true" : "false";
        case ValueKind::integer:
            return std::to_string(value.integer());
        case ValueKind::text:
            return "'" + std::string(value.text()) + "'";
        case ValueKind::date:
            return to_string(value.date());
        case ValueKind::list:
            return words(value.list());
        default:
            return std::string(to_string(value.kind()));
    }
}

/// The value of the expression, or its error after "!".
std::string value_of(const std::string& expression) {
    static const KnowledgeGraph graph = test::make_dispute_graph();
    static const LitigationStore store(graph);
    const auto table =
        run("MATCH (c:Lawsuit {name: 'Amazon v. Nokia'}) RETURN " + expression, store);
    if (!table) {
        return "!" + table.error().message;
    }
    return words(table->rows.at(0).at(0));
}

struct ExpressionCase {
    std::string expression;
    std::string value;
};
void PrintTo(const ExpressionCase& c, std::ostream* out) { *out << c.expression; }

class Expressions : public testing::TestWithParam<ExpressionCase> {};
TEST_P(Expressions, HaveTheValue) {
    EXPECT_THAT(value_of(GetParam().expression), testing::StartsWith(GetParam().value));
}

const ExpressionCase texts[] = {
    {"size('Société')", "7"},
    {"reverse('été!')", "'!été'"},
    {"substring('Société', 4)", "'été'"},
    {"substring('abc', 1, 9)", "'bc'"},
    {"substring('abc', 9)", "''"},
    {"substring('abc', -1)", "!a length cannot be negative"},
    {"left('éab', 1)", "'é'"},
    {"right('abé', 1)", "'é'"},
    {"right('ab', 9)", "'ab'"},
    {"split('a,b,', ',')", "['a', 'b', '']"},
    {"split('', ',')", "['']"},
    {"split(null, ',')", "null"},
    {"replace('aaa', 'a', 'b')", "'bbb'"},
    {"replace('aaa', '', 'b')", "'aaa'"},
    {"trim(' \t a b \n')", "'a b'"},
    {"lTrim(' a ')", "'a '"},
    {"rTrim(' a ')", "' a'"},
    {"toUpper('nokia é')", "'NOKIA é'"},
    {"toLower(null)", "null"},
    {"toLower(1)", "!expected"},
    {"toString(true)", "'true'"},
    {"toString(1.0)", "'1.0'"},
    {"toString(1e300)", "'1e+300'"},
    {"toString([1])", "!toString() takes"},
    {"'a' + 1 + null", "null"},
    {"'abc' CONTAINS ''", "true"},
    {"'abc' ENDS WITH 1", "null"},
    {"'it' STARTS WITH null", "null"},
};
INSTANTIATE_TEST_SUITE_P(Texts, Expressions, testing::ValuesIn(texts));

const ExpressionCase lists[] = {
    {"head([])", "null"},
    {"last([1, 2])", "2"},
    {"tail([])", "[]"},
    {"range(3, 1)", "[]"},
    {"range(3, 1, -1)", "[3, 2, 1]"},
    {"range(1, 2, 0)", "!the step of range() cannot be 0"},
    {"range(9223372036854775806, 9223372036854775807)",
     "[9223372036854775806, 9223372036854775807]"},
    {"[1, 2, 3][-1]", "3"},
    {"[1, 2, 3][3]", "null"},
    {"[1, 2, 3][-2..]", "[2, 3]"},
    {"[1, 2, 3][2..1]", "[]"},
    {"[1, 2, 3][null..1]", "null"},
    {"[1][0.5]", "!the position in a list must be a whole number"},
    {"[1] + [2] + 3", "[1, 2, 3]"},
    {"[1, null] = [1, null]", "null"},
    {"[1, null] = [2, null]", "false"},
    {"2 IN [1, null]", "null"},
    {"null IN []", "false"},
    {"1 IN 2", "!expected a list"},
    {"size([1, [2, 3]])", "2"},
    {"{a: 1}.b", "null"},
    {"{`a``b`: 1}.`a``b`", "1"},
    {"{``: 2}.``", "2"},
    {"{`a``: 2}", "!the name that begins here has no closing backtick"},
    {"{a: 1}['a']", "1"},
    {"keys({b: 1, a: 2})", "['a', 'b']"},
    {"coalesce(null, 'x', 1)", "'x'"},
};
INSTANTIATE_TEST_SUITE_P(Lists, Expressions, testing::ValuesIn(lists));

const ExpressionCase numbers[] = {
    {"7 / 2", "3"},
    {"-7 % 3", "-1"},
    {"1 / 0", "!division by zero"},
    {"9223372036854775807 + 1", "!the result does not fit 64 bits"},
    {"-9223372036854775808", "-9223372036854775808"},
    {"9223372036854775808", "!this whole number does not fit 64 bits"},
    {"abs(-3)", "3"},
    {"sign(-0.5)", "-1"},
    {"toInteger(round(-2.5))", "-2"},
    {"toInteger(ceil(1.1))", "2"},
    {"toInteger(floor(-1.1))", "-2"},
    {"toInteger(' 12')", "12"},
    {"toInteger('1.9')", "1"},
    {"toInteger('x')", "null"},
    {"toInteger([1])", "!toInteger() takes"},
    {"toFloat('x')", "null"},
    {"toBoolean('TRUE')", "true"},
    {"toBoolean('x')", "null"},
    {"sqrt(-1) = sqrt(-1)", "false"},
    {"1 = 1.0", "true"},
    {"1 < 'a'", "null"},
    {"1 < 2 < 2", "false"},
    {"0x1F + 0o17", "46"},
    {"0xZ", "!this is not a number"},
    {"toInteger(degrees(pi()))", "180"},
    {"toInteger(10 * atan2(1, 1))", "7"},
};
INSTANTIATE_TEST_SUITE_P(Numbers, Expressions, testing::ValuesIn(numbers));

const ExpressionCase truths[] = {
    {"null AND false", "false"},
    {"null AND true", "null"},
    {"null OR true", "true"},
    {"null XOR true", "null"},
    {"NOT null", "null"},
    {"NOT 1", "!expected a condition"},
    {"null IS NULL", "true"},
    {"CASE WHEN null THEN 1 ELSE 2 END", "2"},
    {"CASE null WHEN null THEN 1 END", "null"},
    {"CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END", "'b'"},
};
INSTANTIATE_TEST_SUITE_P(Truths, Expressions, testing::ValuesIn(truths));

// The suit was filed on one of the days 2024-07-29 .. 2024-08-01.
const ExpressionCase dates[] = {
    {"c.filed", "2024-07-29..08-01"},
    {"c.filed.begin", "2024-07-29"},
    {"c.filed.end", "2024-08-01"},
    {"c.filed.year", "2024"},
    {"c.filed.month", "null"},
    {"c.filed.day", "null"},
    {"date('2024-07').month", "7"},
    {"date('2024-07-03').day", "3"},
    {"date('July')", "!"},
    {"c.filed > date('2024-07-28')", "true"},
    {"c.filed > date('2024-07-30')", "null"},
    {"c.filed > date('2024-08-01')", "false"},
    {"c.filed = date('2024-07-30')", "null"},
    {"c.filed = date('2023')", "false"},
    {"during(c, '2024-07')", "true"},
    {"surely_during(c, '2024-07')", "false"},
    {"surely_during(c, '2024-07', '2024-08')", "true"},
    {"during(c, '2023')", "false"},
    {"during(c, '2025', '2024')", "!"},
    {"date('2024') + 1", "!temporal arithmetic is not part of this language"},
    {"toString(c.filed)", "'2024-07-29..08-01'"},
};
INSTANTIATE_TEST_SUITE_P(Dates, Expressions, testing::ValuesIn(dates));

const ExpressionCase elements[] = {
    {"labels(c)", "['Lawsuit']"},
    {"c:Lawsuit", "true"},
    {"c:Company", "false"},
    {"c.kind", "'Lawsuit'"},
    {"c['name']", "'Amazon v. Nokia'"},
    {"c[1]", "!the name of a property must be a text"},
    {"properties(c).status", "'filed'"},
    {"type(c)", "!expected"},
    {"length(c)", "!expected"},
    {"length('abc')", "!expected"},
    {"c.patents_low", "12"},
    {"c.docket_number", "null"},
    {"nosuch(c)", "!no function is called nosuch"},
    {"size()", "!size() takes 1 argument"},
    {"count(c, c)", "!count() takes 1 argument"},
    {"count(count(c))", "!count() can only stand"},
};
INSTANTIATE_TEST_SUITE_P(Elements, Expressions, testing::ValuesIn(elements));

}  // namespace
}  // namespace litigraph::query
