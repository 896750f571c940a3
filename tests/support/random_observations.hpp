/// \file
/// Observations as a corpus of news would give them, made from a seed: a world of companies and
/// disputes, told by articles that abbreviate, leave out, copy, contradict and answer each other.
#pragma once

#include <litigraph/graph/observation_set.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace litigraph::test {

class ObservationGenerator {
  public:
    explicit ObservationGenerator(std::uint64_t seed, std::size_t articles) : random_(seed) {
        make_companies(articles / 3 + 4);
        make_disputes(articles / 2 + 3);
    }

    /// The next article; now and then a copy of the one before under another id.
    ArticleObservations next() {
        if (is_one_in(12) && !last_.article.id.empty()) {
            last_.article.id = next_id();
            last_.article.source = "Second Wire";
            return last_;
        }
        return last_ = tell();
    }

  private:
    struct Company {
        std::string name;       ///< "Norvane"
        std::string full_name;  ///< "Norvane Networks"; of namesakes only this differs.
        PartyKind kind = PartyKind::company;
    };
    struct Dispute {
        std::vector<std::size_t> plaintiffs, defendants;
        std::size_t court = 0;
        std::size_t technology = 0;
        std::string docket_number;
        Day filed{};
        std::uint32_t count = 1;
        bool is_answer = false;  ///< To the dispute before it, by the other side.
        CaseKind kind = CaseKind::lawsuit;
    };

    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_() % limit); }
    bool is_one_in(std::size_t count) { return below(count) == 0; }
    std::string next_id() { return "article-" + std::to_string(100'000 + articles_++); }

    std::string invented_name() {
        static const char* const begins[] = {"Nor", "Ze", "Vel", "Dun", "Qua", "Ost", "Bri", "Kel"};
        static const char* const middles[] = {"va", "ph",  "tro", "mo", "ri",
                                              "li", "sto", "ne",  "du"};
        static const char* const ends[] = {"ne", "ra", "nix", "re", "lo", "gate", "wick", "lum"};
        std::string name = begins[below(8)];
        for (std::size_t i = 1 + below(3); i > 0; --i) {
            name += middles[below(9)];
        }
        return name + ends[below(8)];
    }

    void make_companies(std::size_t count) {
        static const char* const trades[] = {" Networks", " Foods", " Air Lines", " Therapeutics"};
        for (std::size_t i = 0; i < count; ++i) {
            const bool is_namesake = i > 0 && is_one_in(20);
            Company company{is_namesake ? companies_.back().name : invented_name(), {}, {}};
            company.full_name = company.name + trades[i % 4];
            company.kind = is_one_in(15) ? PartyKind::agency : PartyKind::company;
            companies_.push_back(std::move(company));
        }
    }

    void make_disputes(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            Dispute dispute;
            if (i > 0 && is_one_in(4)) {
                dispute = disputes_.back();
                std::swap(dispute.plaintiffs, dispute.defendants);
                dispute.is_answer = true;
            } else {
                dispute.plaintiffs = {below(companies_.size())};
                dispute.defendants = {below(companies_.size())};
                if (is_one_in(5)) {
                    dispute.defendants.push_back(below(companies_.size()));
                }
            }
            dispute.court = below(8);
            dispute.technology = below(20);
            dispute.docket_number = "1:" + std::to_string(10 + below(15)) + "-cv-" +
                                    std::to_string(10'000 + below(5'000));
            dispute.filed = Day{static_cast<std::int32_t>(14'000 + below(6'000))};
            dispute.count = is_one_in(10) ? 2 + static_cast<std::uint32_t>(below(15)) : 1;
            dispute.kind = is_one_in(20) ? CaseKind::criminal : CaseKind::lawsuit;
            disputes_.push_back(std::move(dispute));
        }
    }

    Evidence words(std::string quote, const char* rule) {
        const auto begin = static_cast<std::uint32_t>(below(4'000));
        const auto confidence = is_one_in(8) ? Confidence::inferred : Confidence::stated;
        const auto end = begin + static_cast<std::uint32_t>(quote.size());
        return {begin, end, std::move(quote), rule, confidence};
    }

    PartyIndex party(ArticleObservations& article, std::size_t index) {
        const Company& company = companies_[index];
        for (PartyIndex i = 0; i < article.parties.size(); ++i) {
            if (article.parties[i].name == company.name ||
                article.parties[i].name == company.full_name) {
                return i;
            }
        }
        PartyObservation told{company.name, company.kind, {}, words(company.name, "named")};
        if (is_one_in(6)) {
            told.name = company.full_name;
        } else if (is_one_in(3)) {
            told.aliases = {company.full_name};
        } else if (is_one_in(6)) {
            told.name += " Inc.";
        }
        article.parties.push_back(std::move(told));
        return static_cast<PartyIndex>(article.parties.size() - 1);
    }

    DateInterval blurred(Day day) {
        const Day wrong = is_one_in(25) ? plus_days(day, 4) : day;
        switch (below(4)) {
            case 0:
                return {plus_days(wrong, -15), plus_days(wrong, 15)};
            case 1:
                return {plus_days(wrong, -200), plus_days(wrong, 160)};
            default:
                return {wrong, wrong};
        }
    }

    CaseObservation tell_case(ArticleObservations& article, const Dispute& dispute) {
        static const char* const courts[] = {"ded",  "txed", "cand",   "usitc",
                                             "nysd", "txwd", "upc-ld", "ilnd"};
        CaseObservation told;
        const std::string sentence = companies_[dispute.plaintiffs[0]].name + " sued " +
                                     companies_[dispute.defendants[0]].name +
                                     (is_one_in(2) ? " on patents" : " again");
        for (const std::size_t plaintiff : dispute.plaintiffs) {
            told.plaintiffs.push_back({party(article, plaintiff), words(sentence, "sue")});
        }
        for (const std::size_t defendant : dispute.defendants) {
            told.defendants.push_back({party(article, defendant), words(sentence, "sue")});
        }
        told.evidence = {words(sentence, "sue")};
        told.kind = dispute.kind;
        told.count = {dispute.count, dispute.count};
        if (!is_one_in(4)) {
            told.filed = blurred(dispute.filed);
        }
        if (!is_one_in(3)) {
            const std::size_t court = is_one_in(30) ? below(8) : dispute.court;
            told.courts = {{courts[court],
                            std::string("Court ") + courts[court],
                            {},
                            words("in court", "court-name")}};
        } else if (is_one_in(2)) {
            told.jurisdictions = {{"US", "United States", words("in the US", "place")}};
        }
        if (is_one_in(3)) {
            told.docket_number = dispute.docket_number;
        }
        if (!is_one_in(3)) {
            const std::string name = "technology " + std::to_string(dispute.technology);
            told.technologies = {
                {name, "t" + std::to_string(dispute.technology), words("over " + name, "over")}};
        }
        tell_outcome(told, dispute);
        return told;
    }

    void tell_outcome(CaseObservation& told, const Dispute& dispute) {
        if (is_one_in(5)) {
            told.status = is_one_in(2) ? CaseStatus::settled : CaseStatus::dismissed;
            const Day day = plus_days(dispute.filed, 300 + static_cast<int>(below(3)));
            told.events = {{told.status, "", DateInterval{day, day}, words("it ended", "end")}};
        }
        if (is_one_in(6)) {
            told.patents = {{"US" + std::to_string(9'000'000 + below(50)),
                             words("the patent", "patent-number")}};
            told.patent_count = CountInterval{1, CountInterval::unbounded};
        }
    }

    void tell_relations(ArticleObservations& article) {
        const std::size_t parties = article.parties.size();
        if (parties >= 2 && is_one_in(3)) {
            const EdgeKind kind = is_one_in(2) ? EdgeKind::division_of : EdgeKind::settles_with;
            article.relations.push_back({kind, 0, PartyIndex{1}, {}, {}, {}, words("of", "owned")});
        }
        if (parties >= 1 && is_one_in(4)) {
            article.relations.push_back(
                {EdgeKind::located_in, 0, {}, "FI", {}, {}, words("Finnish", "nationality")});
        }
    }

    ArticleObservations tell() {
        ArticleObservations article;
        const std::size_t first = below(disputes_.size());
        article.article = {next_id(), "", "First Wire", "", {}, random_()};
        if (!is_one_in(10)) {
            article.article.published =
                plus_days(disputes_[first].filed, static_cast<int>(below(900)));
        }
        article.cases.push_back(tell_case(article, disputes_[first]));
        if (disputes_[first].is_answer && !is_one_in(3)) {
            article.cases.push_back(tell_case(article, disputes_[first - 1]));
            article.cases[0].responds_to = {1};
            article.cases[0].countersuit =
                is_one_in(2) ? CountersuitForm::separate : CountersuitForm::unspecified;
            article.cases[0].countersuit_evidence = words("in response", "in-response");
        }
        if (is_one_in(4)) {
            article.cases.push_back(tell_case(article, disputes_[below(disputes_.size())]));
        }
        tell_relations(article);
        return article;
    }

    std::mt19937_64 random_;
    std::vector<Company> companies_;
    std::vector<Dispute> disputes_;
    ArticleObservations last_;
    std::size_t articles_ = 0;
};

inline std::vector<ArticleObservations> random_observations(std::uint64_t seed,
                                                            std::size_t articles) {
    ObservationGenerator generator(seed, articles);
    std::vector<ArticleObservations> all;
    all.reserve(articles);
    for (std::size_t i = 0; i < articles; ++i) {
        all.push_back(generator.next());
    }
    return all;
}

}  // namespace litigraph::test
