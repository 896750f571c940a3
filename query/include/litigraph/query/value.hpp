/// \file
/// What an expression of the query language can be, with the equality, order and three-valued
/// logic of openCypher.
#pragma once

#include <litigraph/graph/date.hpp>
#include <litigraph/graph/ids.hpp>
#include <litigraph/query/paths.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace litigraph::query {

class Value;
using List = std::vector<Value>;
using Map = std::map<std::string, Value, std::less<>>;

enum class ValueKind : std::uint8_t {
    null,
    boolean,
    integer,
    real,
    text,
    date,
    list,
    map,
    node,
    edge,
    path
};
std::string_view to_string(ValueKind kind) noexcept;  ///< In plain words: "a number", "a list".

/// A list or a map with its measures, so that they need not be taken again.
template <class T>
struct Measured {
    T value;
    std::size_t bytes = 0;
    std::size_t depth = 0;
};

/// A value; cheap to copy. Nodes, edges and paths belong to the graph that was asked, and a text
/// that came out of it is a view into it: they are good as long as that graph lives.
class Value {
  public:
    Value() noexcept = default;  ///< Null.
    explicit Value(bool value) noexcept : data_(value) {}
    explicit Value(std::int64_t value) noexcept : data_(value) {}
    explicit Value(double value) noexcept : data_(value) {}
    explicit Value(DateInterval value) noexcept : data_(value) {}
    explicit Value(NodeId value) noexcept : data_(value) {}
    explicit Value(EdgeId value) noexcept : data_(value) {}
    explicit Value(std::string value)
        : data_(std::make_shared<const std::string>(std::move(value))) {}
    explicit Value(List value);
    explicit Value(Map value);
    explicit Value(Path value) : data_(std::make_shared<const Path>(std::move(value))) {}
    explicit Value(const char*) = delete;  // would be a bool

    /// A text that is not copied; it must outlive the value.
    static Value view_of(std::string_view text) noexcept;

    ValueKind kind() const noexcept;
    bool is_null() const noexcept { return data_.index() == 0; }
    bool is_number() const noexcept;

    // Each requires the kind it names.
    bool boolean() const noexcept { return *std::get_if<bool>(&data_); }
    std::int64_t integer() const noexcept { return *std::get_if<std::int64_t>(&data_); }
    double real() const noexcept { return *std::get_if<double>(&data_); }
    std::string_view text() const noexcept;
    DateInterval date() const noexcept { return *std::get_if<DateInterval>(&data_); }
    const List& list() const noexcept { return (*std::get_if<ListPointer>(&data_))->value; }
    const Map& map() const noexcept { return (*std::get_if<MapPointer>(&data_))->value; }
    NodeId node() const noexcept { return *std::get_if<NodeId>(&data_); }
    EdgeId edge() const noexcept { return *std::get_if<EdgeId>(&data_); }
    const Path& path() const noexcept { return **std::get_if<PathPointer>(&data_); }

    double number() const noexcept;  ///< Requires is_number().

    /// Rough number of bytes behind it, itself included; what a list shares with itself counts as
    /// often as it stands there. O(1).
    std::size_t bytes() const noexcept;
    /// Levels of lists and maps. O(1).
    std::size_t depth() const noexcept;

  private:
    using TextPointer = std::shared_ptr<const std::string>;
    using ListPointer = std::shared_ptr<const Measured<List>>;
    using MapPointer = std::shared_ptr<const Measured<Map>>;
    using PathPointer = std::shared_ptr<const Path>;
    std::variant<std::monostate, bool, std::int64_t, double, TextPointer, std::string_view,
                 DateInterval, ListPointer, MapPointer, NodeId, EdgeId, PathPointer>
        data_;
};

/// True, false, or nothing for "unknown".
using Truth = std::optional<bool>;

/// The operator `=`. Null on either side, or deep inside, makes it unknown. Two dates are equal if
/// their intervals are the same, different if they share no day, else unknown.
Truth equals(const Value& a, const Value& b);

/// The operators `<`, `<=`, `>`, `>=`. Unknown for values of kinds that do not compare. A date is
/// before another only if every day it may be is.
enum class Comparison : std::uint8_t { less, less_equal, greater, greater_equal };
Truth compare(Comparison how, const Value& a, const Value& b);

/// The total order of ORDER BY, min and max: by kind (map, node, edge, list, path, date, text,
/// boolean, number, null), then within the kind. Dates: by first day, then by last.
std::weak_ordering order(const Value& a, const Value& b);

/// Sameness in DISTINCT and grouping: as `=`, but null is the same as null.
bool same(const Value& a, const Value& b);
/// Equal for values that are the same(). Not stable between programs.
std::size_t hash(const Value& value) noexcept;

}  // namespace litigraph::query
