// The example articles against tests/corpus/gold.jsonl: what is read must be right, and what is
// missed must be known. A miss that is no longer one has to leave tests/corpus/known_misses.tsv.

#include <litigraph/ingest/article_reader.hpp>
#include <litigraph/ingest/extractor.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace litigraph::ingest {
namespace {

using Facts = std::set<std::string>;
using FactsByArticle = std::map<std::string, Facts>;
using Names = std::map<std::string, std::string>;

const std::string corpus = LITIGRAPH_SOURCE_DIR "/tests/corpus/";

std::string resolved(const Names& names, const std::string& name) {
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
}

/// Gold has one court for a case: of several named in one breath, any may be found.
constexpr const char* several_courts = ", in several";

/// "Nokia > Amazon", each pair of a case.
std::vector<std::string> pairs(const std::vector<std::string>& plaintiffs,
                               const std::vector<std::string>& defendants) {
    std::vector<std::string> all;
    for (const std::string& plaintiff : plaintiffs) {
        for (const std::string& defendant : defendants) {
            all.push_back(plaintiff + " > " + defendant);
        }
    }
    return all;
}

/// What a perfect reader gets; what may be found but need not be; and the names of each party.
struct Gold {
    FactsByArticle required;
    FactsByArticle allowed;
    std::map<std::string, Names> names;
};

std::vector<std::string> parties(const rapidjson::Value& list, const Names& names) {
    std::vector<std::string> found;
    for (const auto& each : list.GetArray()) {
        found.push_back(resolved(names, each.GetString()));
    }
    return found;
}

void add_case(const rapidjson::Value& told, const Names& names, Facts& required, Facts& allowed) {
    for (const std::string& pair :
         pairs(parties(told["plaintiffs"], names), parties(told["defendants"], names))) {
        Facts facts{pair};
        if (!told["countersuit_to"].IsNull()) {
            facts.insert(pair + ", countersuit");
        }
        if (told["court"].IsObject() && told["court"]["id"].IsString()) {
            facts.insert(pair + ", in " + told["court"]["id"].GetString());
        }
        allowed.insert(facts.begin(), facts.end());
        if (told["court"].IsObject() && told["court"]["id"].IsNull()) {
            allowed.insert(pair + several_courts);
        }
        if (told["required"].GetBool()) {
            required.insert(facts.begin(), facts.end());
        }
    }
}

Gold read_gold() {
    Gold gold;
    std::ifstream file(corpus + "gold.jsonl");
    for (std::string line; std::getline(file, line);) {
        rapidjson::Document article;
        article.Parse(line.data(), line.size());
        const std::string id = article["id"].GetString();
        Names& names = gold.names[id];
        for (const auto& entity : article["entities"].GetArray()) {
            for (const auto& alias : entity["aliases"].GetArray()) {
                names[alias.GetString()] = entity["name"].GetString();
            }
        }
        Facts& required = gold.required[id];
        Facts& allowed = gold.allowed[id];
        for (const auto& told : article["cases"].GetArray()) {
            add_case(told, names, required, allowed);
        }
    }
    return gold;
}

std::vector<std::string> parties(const ArticleObservations& article,
                                 const std::vector<RoleObservation>& side, const Names& names) {
    std::vector<std::string> found;
    for (const RoleObservation& role : side) {
        found.push_back(resolved(names, article.parties[role.party].name));
    }
    return found;
}

Facts facts_of(const ArticleObservations& article, const Names& names) {
    Facts facts;
    for (const CaseObservation& told : article.cases) {
        for (const std::string& pair : pairs(parties(article, told.plaintiffs, names),
                                             parties(article, told.defendants, names))) {
            facts.insert(pair);
            if (told.countersuit != CountersuitForm::none) {
                facts.insert(pair + ", countersuit");
            }
            for (const CourtObservation& court : told.courts) {
                facts.insert(pair + ", in " + court.id);
            }
        }
    }
    return facts;
}

FactsByArticle read_examples(const Gold& gold) {
    FactsByArticle found;
    read_articles(LITIGRAPH_SOURCE_DIR "/examples/articles", [&](Article&& article) {
        const auto names = gold.names.find(article.id);
        found[article.id] =
            facts_of(extract(article), names == gold.names.end() ? Names{} : names->second);
    });
    return found;
}

/// "article: fact" for what the first holds and the second does not.
Facts difference(const FactsByArticle& from, const FactsByArticle& without) {
    Facts found;
    for (const auto& [id, facts] : from) {
        const auto other = without.find(id);
        for (const std::string& fact : facts) {
            const std::string pair = fact.substr(0, fact.find(", in "));
            const bool is_there = other != without.end() &&
                                  (other->second.contains(fact) ||
                                   (pair != fact && other->second.contains(pair + several_courts)));
            if (!is_there) {
                found.insert(id + '\t' + fact);
            }
        }
    }
    return found;
}

TEST(Corpus, EveryArticleHasGold) {
    const Gold gold = read_gold();
    Facts without;
    for (const auto& [id, facts] : read_examples(gold)) {
        if (!gold.required.contains(id)) {
            without.insert(id);
        }
    }
    EXPECT_THAT(without, testing::IsEmpty());
    EXPECT_GE(gold.required.size(), 6U);
}

TEST(Corpus, NothingWrongIsRead) {
    const Gold gold = read_gold();
    EXPECT_THAT(difference(read_examples(gold), gold.allowed), testing::IsEmpty());
}

TEST(Corpus, WhatIsMissedIsKnown) {
    const Gold gold = read_gold();
    Facts known;
    std::ifstream file(corpus + "known_misses.tsv");
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with('#')) {
            known.insert(line);
        }
    }
    EXPECT_EQ(difference(gold.required, read_examples(gold)), known);
}

}  // namespace
}  // namespace litigraph::ingest
