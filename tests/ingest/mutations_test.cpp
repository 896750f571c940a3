// Sentences of the frames, torn and joined at random: whatever they say, reading them stays within
// the text (the sanitizers see to it) and quotes it exactly.

#include "tables.hpp"
#include <litigraph/ingest/extractor.hpp>

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace litigraph::ingest {
namespace {

class Mutator {
  public:
    explicit Mutator(unsigned seed) : random_(seed) {
        for (const detail::Frame& frame : Lexicon::built_in().tables().frames.frames()) {
            examples_.emplace_back(frame.example);
            examples_.emplace_back(frame.counterexample);
        }
    }

    std::string text() {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < 1 + below(6); ++i) {
            std::istringstream example(examples_[below(examples_.size())]);
            for (std::string word; example >> word;) {
                words.push_back(word);
            }
        }
        for (std::size_t i = below(30); i > 0; --i) {
            mutate(words);
        }
        std::string text;
        for (const std::string& word : words) {
            text += word + " ";
        }
        return text;
    }

  private:
    std::size_t below(std::size_t bound) { return random_() % bound; }

    void mutate(std::vector<std::string>& words) {
        const std::vector<std::string> joints = {
            ",",      "'s",      ", and",      " and",      ";\n",         ":\n",
            " of",    " v.",     " vs.",       " (",        ")",           "\"",
            ".",      " which",  " that",      " filed by", " each other", ", 34,",
            " suing", " one of", " including", " them",     " against",    " the following"};
        const std::size_t at = below(words.size());
        switch (below(4)) {
            case 0:
                words[at] += joints[below(joints.size())];
                break;
            case 1:
                words[at] = words[below(words.size())];
                break;
            case 2:
                words.insert(words.begin() + static_cast<std::ptrdiff_t>(at),
                             words[below(words.size())]);
                break;
            default:
                if (words.size() > 1) {
                    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
                }
        }
    }

    std::mt19937 random_;
    std::vector<std::string> examples_;
};

TEST(Mutations, AreReadWithinTheirBoundsAndQuotedExactly) {
    Mutator mutator(1);
    std::size_t told = 0;
    for (int i = 0; i < 3000; ++i) {
        Article article;
        article.id = "mutation";
        article.text = mutator.text();
        const ArticleObservations observations = extract(article);
        for (const CaseObservation& lawsuit : observations.cases) {
            for (const Evidence& evidence : lawsuit.evidence) {
                ASSERT_LE(evidence.begin, evidence.end) << article.text;
                ASSERT_LE(evidence.end, article.text.size()) << article.text;
                ASSERT_EQ(evidence.quote,
                          article.text.substr(evidence.begin, evidence.end - evidence.begin));
                ++told;
            }
        }
        ASSERT_EQ(extract(article), observations) << article.text;
    }
    EXPECT_GT(told, 1000U);
}

}  // namespace
}  // namespace litigraph::ingest
