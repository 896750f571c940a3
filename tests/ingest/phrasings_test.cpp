// The ways in which English news tells of litigation, row by row: who sues and countersues whom.

#include "support/party_pairs.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

namespace litigraph::ingest {
namespace {

using Pairs = std::set<std::pair<std::string, std::string>>;

struct Facts {
    Pairs sues;  ///< Of all cases, countersuits included.
    Pairs countersues;
    Pairs weak_countersues;  ///< Known by order and direction only: not to be told as fact.
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(' ');
    const std::size_t last = text.find_last_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

/// "group: banks" is "banks"; agencies have ids.
std::string party_name(std::string text) {
    static const std::map<std::string, std::string> agencies = {
        {"us-ftc", "federal trade commission"},
        {"us-sec", "securities and exchange commission"},
        {"united states doj", "us department of justice"}};
    text = lower(trimmed(text));
    for (const std::string prefix : {"group:", "individual:"}) {
        if (text.starts_with(prefix)) {
            text = trimmed(text.substr(prefix.size()));
        }
    }
    const auto agency = agencies.find(text);
    return agency == agencies.end() ? text : agency->second;
}

/// Reads "sues(A, B; case=c1)"; nothing from facts of other kinds.
void add_fact(const std::string& fact, Facts& facts) {
    const bool counters = fact.starts_with("countersues(");
    if (!counters && !fact.starts_with("sues(")) {
        return;
    }
    const std::size_t begin = fact.find('(') + 1;
    const std::string parties = fact.substr(begin, fact.find_first_of(";)", begin) - begin);
    const std::size_t comma = parties.find(',');
    const std::pair pair{party_name(parties.substr(0, comma)),
                         party_name(parties.substr(comma + 1))};
    if (pair.first == "unknown" || pair.second == "unknown") {
        return;
    }
    if (counters && fact.find("derived=reciprocal") != std::string::npos) {
        facts.weak_countersues.insert(pair);
        return;
    }
    facts.sues.insert(pair);
    if (counters) {
        facts.countersues.insert(pair);
    }
}

Facts facts_of(const ArticleObservations& observations) {
    Facts facts;
    for (const std::string& pair : test::party_pairs(observations)) {
        const bool counters = pair.find(">>") != std::string::npos;
        const std::size_t mark = pair.find('>');
        const std::pair names{lower(pair.substr(0, mark)),
                              lower(pair.substr(mark + (counters ? 2 : 1)))};
        facts.sues.insert(names);
        if (counters) {
            facts.countersues.insert(names);
        }
    }
    return facts;
}

/// "texas" is "state of texas": all words of the one are words of the other.
bool same_party(const std::string& a, const std::string& b) {
    const auto words = [](const std::string& text) {
        std::istringstream in(text);
        return std::set<std::string>{std::istream_iterator<std::string>(in), {}};
    };
    const std::set<std::string> first = words(a), second = words(b);
    return std::includes(first.begin(), first.end(), second.begin(), second.end()) ||
           std::includes(second.begin(), second.end(), first.begin(), first.end());
}

bool same_pairs(const Pairs& a, const Pairs& b) {
    const auto is_in = [](const auto& pair, const Pairs& pairs) {
        return std::any_of(pairs.begin(), pairs.end(), [&](const auto& other) {
            return same_party(pair.first, other.first) && same_party(pair.second, other.second);
        });
    };
    return a.size() == b.size() &&
           std::all_of(a.begin(), a.end(), [&](const auto& pair) { return is_in(pair, b); });
}

Facts read_facts(const rapidjson::Value& row) {
    Facts facts;
    for (const rapidjson::Value& fact : row["facts"].GetArray()) {
        add_fact(fact.GetString(), facts);
    }
    return facts;
}

std::string told(const Pairs& pairs) {
    std::string line;
    for (const auto& [from, to] : pairs) {
        line += " " + from + ">" + to;
    }
    return line.empty() ? " nothing" : line;
}

TEST(Phrasings, GiveTheFactsOfTheirRow) {
    const std::filesystem::path path =
        std::filesystem::path(LITIGRAPH_SHARED_DATA) / "domain/phrasings.jsonl";
    std::ifstream rows(path);
    if (!rows) {
        GTEST_SKIP() << "no test material at " << path;
    }
    int all = 0, right = 0, traps = 0, clean = 0;
    std::string misses;
    for (std::string line; std::getline(rows, line);) {
        rapidjson::Document row;
        row.Parse(line.data(), line.size());
        ASSERT_FALSE(row.HasParseError()) << line;
        Article article;
        article.id = row["id"].GetString();
        article.text = row["sentence"].GetString();
        article.published = day_from_civil(2024, 8, 1);
        const Facts wanted = read_facts(row);
        const Facts found = facts_of(extract(article));
        Pairs countersues = found.countersues;
        for (const auto& weak : wanted.weak_countersues) {
            countersues.erase(weak);
        }
        const bool is_right =
            same_pairs(wanted.sues, found.sues) && same_pairs(wanted.countersues, countersues);
        ++all;
        right += is_right ? 1 : 0;
        traps += wanted.sues.empty() ? 1 : 0;
        clean += wanted.sues.empty() && found.sues.empty() ? 1 : 0;
        if (!is_right) {
            misses += article.id + " " + article.text + "\n  found" + told(found.sues) + "\n";
        }
    }
    EXPECT_GE(right * 100, all * 97) << right << " of " << all << "\n" << misses;
    EXPECT_EQ(clean, traps) << misses;
}

}  // namespace
}  // namespace litigraph::ingest
