#include "scenario_runner.hpp"

#include "canonical.hpp"
#include "create_loader.hpp"
#include "plain_graph.hpp"
#include <litigraph/query/engine.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

namespace litigraph::tck {

namespace {

constexpr query::Budget budget{.max_rows = 1'000'000, .timeout = std::chrono::seconds(20)};

std::string spelled(const std::vector<std::string>& lines) {
    std::string result;
    for (const std::string& line : lines) {
        result += "\n      " + line;
    }
    return lines.empty() ? "\n      nothing" : result;
}

class Player {
  public:
    explicit Player(const std::filesystem::path& graphs) : graphs_(graphs) {}

    Outcome play(const Scenario& scenario) {
        for (const GherkinStep& step : scenario.steps) {
            perform(step);
            if (outcome_.kind != Outcome::Kind::passed) {
                break;
            }
        }
        if (outcome_.kind == Outcome::Kind::passed && error_) {
            fail("unexpected error: " + error_->message);
        }
        return outcome_;
    }

  private:
    void perform(const GherkinStep& step) {
        const std::string_view text = step.text;
        if (text == "any graph" || text == "an empty graph") {
            graph_ = std::make_unique<PlainGraph>();
        } else if (text.starts_with("the ") && text.ends_with(" graph")) {
            load_named(text.substr(4, text.size() - 10));
        } else if (text == "having executed:") {
            judge(load(step.document, *graph_));
        } else if (text == "parameters are:") {
            set_parameters(step.table);
        } else if (text == "executing query:" || text == "executing control query:") {
            execute(step.document);
        } else if (text.starts_with("the result should be")) {
            compare(step);
        } else if (text.find(" should be raised at ") != std::string_view::npos) {
            expect_error(text);
        } else if (text != "no side effects" && !text.starts_with("the side effects should be") &&
                   !text.starts_with("there exists a procedure")) {
            fail("no such step: " + step.text);
        }
    }

    void fail(std::string detail) { outcome_ = {Outcome::Kind::failed, std::move(detail)}; }

    bool is_refused(const Error& error) {
        if (error.code == ErrorCode::unsupported) {
            outcome_ = {Outcome::Kind::skipped, std::string(error.reason)};
        }
        return error.code == ErrorCode::unsupported;
    }

    void judge(const Status& loaded) {
        if (!loaded && !is_refused(loaded.error())) {
            fail("cannot set the graph up: " + loaded.error().message);
        }
    }

    void load_named(std::string_view name) {
        const auto file = graphs_ / name / (std::string(name) + ".cypher");
        std::ifstream in(file);
        const std::string script{std::istreambuf_iterator<char>(in), {}};
        if (script.empty()) {
            fail("cannot read " + file.string());
            return;
        }
        graph_ = std::make_unique<PlainGraph>();
        judge(load(script, *graph_));
    }

    void set_parameters(const Table& table) {
        for (const auto& row : table) {
            const auto value = query::run("RETURN " + row.at(1) + " AS x", *graph_);
            if (!value) {
                fail("cannot read the parameter " + row[0]);
                return;
            }
            parameters_.insert_or_assign(row[0], value->rows[0][0]);
        }
    }

    void execute(const std::string& statement) {
        answer_.reset();
        const auto prepared = query::prepare(statement, *graph_, parameters_);
        if (!prepared) {
            refuse(prepared.error(), "compile time");
            return;
        }
        auto answer = prepared->run(budget);
        if (!answer) {
            refuse(answer.error(), "runtime");
            return;
        }
        answer_ = *std::move(answer);
    }

    void refuse(const Error& error, std::string_view phase) {
        if (!is_refused(error)) {
            error_ = error;
            phase_ = phase;
        }
    }

    /// "a SyntaxError should be raised at compile time: UndefinedVariable"
    void expect_error(std::string_view text) {
        const std::string_view when = text.substr(text.find(" at ") + 4);
        const std::size_t colon = when.find(": ");
        const std::string_view reason = when.substr(colon + 2);
        const std::string_view phase = when.substr(0, colon);
        if (!error_) {
            fail("no error, expected " + std::string(text));
        } else if ((reason != "*" && error_->reason != reason) ||
                   (phase != "any time" && phase != phase_)) {
            fail("expected " + std::string(text) + ", found " + std::string(error_->reason) +
                 " at " + std::string(phase_) + ": " + error_->message);
        }
        error_.reset();
    }

    void compare(const GherkinStep& step) {
        if (error_) {
            fail("unexpected error: " + error_->message);
            return;
        }
        const bool ordered = step.text.find("in order") != std::string::npos;
        const bool loose = step.text.find("ignoring element order") != std::string::npos;
        const ListOrder order = loose ? ListOrder::ignored : ListOrder::kept;
        std::vector<std::string> expected;
        for (std::size_t i = 1; i < step.table.size(); ++i) {
            std::string line;
            for (const std::string& cell : step.table[i]) {
                const auto spelling = canonical_cell(cell, order);
                if (!spelling) {
                    fail(spelling.error().message);
                    return;
                }
                line += (line.empty() ? "" : " | ") + *spelling;
            }
            expected.push_back(std::move(line));
        }
        if (!step.table.empty() && step.table[0] != answer_->columns) {
            fail("expected the columns" + spelled(step.table[0]) + "\n    found" +
                 spelled(answer_->columns));
            return;
        }
        compare(std::move(expected), ordered, order);
    }

    void compare(std::vector<std::string> expected, bool ordered, ListOrder order) {
        std::vector<std::string> found;
        for (const auto& row : answer_->rows) {
            std::string line;
            for (const query::Value& value : row) {
                line += (line.empty() ? "" : " | ") + canonical(value, *graph_, order);
            }
            found.push_back(std::move(line));
        }
        if (!ordered) {
            std::ranges::sort(expected);
            std::ranges::sort(found);
        }
        if (expected != found) {
            fail("expected" + spelled(expected) + "\n    found" + spelled(found));
        }
    }

    const std::filesystem::path& graphs_;
    std::unique_ptr<PlainGraph> graph_ = std::make_unique<PlainGraph>();
    query::Parameters parameters_;
    std::optional<query::ResultTable> answer_;
    std::optional<Error> error_;
    std::string_view phase_;
    Outcome outcome_;
};

}  // namespace

Outcome play(const Scenario& scenario, const std::filesystem::path& graphs) {
    return Player(graphs).play(scenario);
}

}  // namespace litigraph::tck
