// Threads read stretches of articles into rows whose texts are numbered by occurrence; then equal
// texts get one number, and the rows of all stretches are put together.
#include "observed.hpp"

#include "observed_stretch.hpp"
#include "parallel.hpp"
#include "text_numbers.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace litigraph {

namespace {

/// Remembers texts that occurred a short while ago: most texts of an article are such.
class RecentTexts {
  public:
    /// The last occurrence of the text that is remembered, else `next`, which is remembered then.
    std::uint32_t occurrence(const HashedText& text, const Column<HashedText>& texts,
                             std::uint32_t next) {
        std::uint32_t& slot = slots_[text.hash % slot_count];
        const bool is_known =
            slot < next && texts[slot].hash == text.hash && texts[slot].text == text.text;
        if (!is_known) {
            slot = next;
        }
        return slot;
    }

  private:
    static constexpr std::size_t slot_count = std::size_t{1} << 14U;
    std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(slot_count, none);
};

/// Reads articles into a stretch, and their mentions and reports to their places.
class Reader {
  public:
    Reader(Observed& all, Stretch& stretch) : all_(all), rows_(stretch) {}

    void read(std::uint32_t article) {
        article_ = article;
        observed_ = &all_.articles[article];
        quoted_.clear();
        const std::size_t statements = rows_.statements.size();
        const std::size_t relations = rows_.relations.size();
        for (std::uint32_t p = 0; p < observed_->parties.size(); ++p) {
            read_party(observed_->parties[p], all_.mentions[mention(p)]);
        }
        for (std::uint32_t c = 0; c < observed_->cases.size(); ++c) {
            read_case(observed_->cases[c], all_.reports[all_.first_report[article_] + c]);
        }
        for (const RelationObservation& relation : observed_->relations) {
            read_relation(relation);
        }
        settle_evidence(statements, relations);
    }

  private:
    std::uint32_t mention(PartyIndex party) const { return all_.first_mention[article_] + party; }

    std::uint32_t text(std::string_view text) {
        const HashedText hashed(text);
        const auto next = static_cast<std::uint32_t>(rows_.texts.size());
        const std::uint32_t occurrence = recent_.occurrence(hashed, rows_.texts, next);
        if (occurrence == next) {
            rows_.texts.push_back(hashed);
        }
        return occurrence;
    }

    std::uint32_t made(std::string text_of_parts) {
        return text(rows_.made.emplace_back(std::move(text_of_parts)));
    }

    /// For now, its place among the quotations of the article.
    std::uint32_t evidence(const Evidence& evidence) {
        quoted_.push_back(&evidence);
        return static_cast<std::uint32_t>(quoted_.size() - 1);
    }

    void read_party(const PartyObservation& party, Mention& mention) {
        mention = {article_, text(party.name), {}, party.kind};
        mention.aliases.begin = static_cast<std::uint32_t>(rows_.aliases.size());
        for (const std::string& alias : party.aliases) {
            rows_.aliases.push_back(text(alias));
        }
        mention.aliases.end = static_cast<std::uint32_t>(rows_.aliases.size());
    }

    void read_case(const CaseObservation& told, CaseReport& report) {
        report = CaseReport();
        report.article = article_;
        report.kind = told.kind;
        report.status = told.status;
        report.countersuit = told.countersuit;
        report.has_date = told.filed.has_value();
        report.has_events = !told.events.empty();
        report.count = told.count;
        report.patent_count = told.patent_count;
        report.published = observed_->article.published;
        report.filed = told.filed.value_or(
            DateInterval{beginning_of_time, report.published.value_or(end_of_time)});
        report.told = &told;
        if (!told.docket_number.empty()) {
            report.docket = docket_key(told.docket_number);
            report.docket_text = text(told.docket_number);
        }
        if (const std::string_view court = court_of(told); !court.empty()) {
            report.court = text(court);
        }
        if (told.countersuit_evidence || !told.evidence.empty()) {
            report.countersuit_evidence = evidence(
                told.countersuit_evidence ? *told.countersuit_evidence : told.evidence.front());
        }
        read_statements(told, report);
        read_attributes(told, report);
    }

    void read_statements(const CaseObservation& told, CaseReport& report) {
        report.statements.begin = static_cast<std::uint32_t>(rows_.statements.size());
        read_roles(told.plaintiffs, Topic::plaintiff);
        report.defendants.begin = static_cast<std::uint32_t>(rows_.statements.size());
        read_roles(told.defendants, Topic::defendant);
        report.defendants.end = static_cast<std::uint32_t>(rows_.statements.size());
        read_roles(told.others, Topic::other_role);
        for (const Evidence& it : told.evidence) {
            state(Topic::source, none, none, it);
        }
        for (const CourtObservation& it : told.courts) {
            const std::uint32_t key = text(it.id.empty() ? it.name : it.id);
            state(Topic::court, key, text(it.name), it.evidence).is_code = !it.id.empty();
            if (report.forum == none || (!report.is_forum_code && !it.id.empty())) {
                report.forum = key;
                report.is_forum_code = !it.id.empty();
            }
        }
        for (const JurisdictionObservation& it : told.jurisdictions) {
            state(Topic::jurisdiction, text(it.code), text(it.name), it.evidence).is_code = true;
        }
        for (const TechnologyObservation& it : told.technologies) {
            const std::uint32_t key = it.term.empty() ? made(normal_form(it.name)) : text(it.term);
            state(Topic::technology, key, text(it.name), it.evidence).is_code = !it.term.empty();
        }
        for (const PatentObservation& it : told.patents) {
            state(Topic::patent, text(it.number), none, it.evidence);
        }
        if (report.countersuit_evidence != none) {
            for (const CaseIndex other : told.responds_to) {
                rows_.statements.push_back({all_.first_report[article_] + other, none,
                                            report.countersuit_evidence, Topic::answered});
            }
        }
        report.statements.end = static_cast<std::uint32_t>(rows_.statements.size());
    }

    Statement& state(Topic topic, std::uint32_t what, std::uint32_t name, const Evidence& words) {
        rows_.statements.push_back({what, name, evidence(words), topic});
        return rows_.statements.back();
    }

    template <class Role>
    void read_roles(const std::vector<Role>& roles, Topic topic) {
        for (const Role& role : roles) {
            state(topic, mention(role.party), none, role.evidence);
        }
    }

    void add_attribute(AttributeKey key, std::string_view value) {
        if (!value.empty()) {
            rows_.attributes.push_back({key, text(value)});
        }
    }

    void read_attributes(const CaseObservation& told, CaseReport& report) {
        report.attributes.begin = static_cast<std::uint32_t>(rows_.attributes.size());
        add_attribute(AttributeKey::cause, told.cause);
        add_attribute(AttributeKey::case_kind, to_string(told.kind));
        add_attribute(AttributeKey::docket_number, told.docket_number);
        add_attribute(AttributeKey::caption, told.title);
        add_attribute(AttributeKey::filed_words, told.filed_words);
        for (const EventObservation& event : told.events) {
            rows_.attributes.push_back(
                {AttributeKey::event,
                 made(std::string(to_string(event.what)) + ' ' +
                      to_string(event.when.value_or(DateInterval{})) + ' ' + event.detail)});
        }
        for (const CourtObservation& court : told.courts) {
            for (const std::string& candidate : court.candidates) {
                add_attribute(AttributeKey::court_candidate, candidate);
            }
        }
        for (const OtherRoleObservation& other : told.others) {
            rows_.attributes.push_back(
                {AttributeKey::role,
                 made(other.role + ' ' + observed_->parties[other.party].name)});
        }
        if (told.countersuit != CountersuitForm::none) {
            add_attribute(AttributeKey::countersuit, to_string(told.countersuit));
        }
        report.attributes.end = static_cast<std::uint32_t>(rows_.attributes.size());
    }

    void read_relation(const RelationObservation& relation) {
        rows_.relations.push_back({.kind = relation.kind,
                                   .from = mention(relation.from),
                                   .to = relation.to ? mention(*relation.to) : none,
                                   .place = relation.to ? none : text(relation.place),
                                   .evidence = evidence(relation.evidence),
                                   .when = relation.when.value_or(DateInterval{})});
    }

    /// Numbers the quotations of the article by place and words, each once.
    void settle_evidence(std::size_t first_statement, std::size_t first_relation) {
        order_.resize(quoted_.size());
        std::iota(order_.begin(), order_.end(), 0U);
        std::ranges::sort(order_, {},
                          [this](std::uint32_t i) -> const Evidence& { return *quoted_[i]; });
        number_.resize(quoted_.size());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const Evidence& it = *quoted_[order_[i]];
            if (i == 0 || it != *quoted_[order_[i - 1]]) {
                rows_.evidence.push_back(
                    {article_, it.begin, it.end, text(it.quote), text(it.rule), it.confidence});
            }
            number_[order_[i]] = static_cast<std::uint32_t>(rows_.evidence.size() - 1);
        }
        const auto settle = [this](std::uint32_t& evidence) { evidence = number_[evidence]; };
        for (std::size_t i = first_statement; i < rows_.statements.size(); ++i) {
            settle(rows_.statements[i].evidence);
        }
        for (std::size_t i = first_relation; i < rows_.relations.size(); ++i) {
            settle(rows_.relations[i].evidence);
        }
        for (std::uint32_t i = all_.first_report[article_]; i < all_.first_report[article_ + 1];
             ++i) {
            if (all_.reports[i].countersuit_evidence != none) {
                settle(all_.reports[i].countersuit_evidence);
            }
        }
    }

    Observed& all_;
    Stretch& rows_;
    std::uint32_t article_ = 0;
    const ArticleObservations* observed_ = nullptr;
    RecentTexts recent_;
    std::vector<const Evidence*> quoted_;  // by the article that is read
    Column<std::uint32_t> order_;
    Column<std::uint32_t> number_;
};

/// Asks for what is read of the article soon.
void prefetch(const ArticleObservations& article) {
    constexpr std::size_t line = 64;
    const auto ask = [](const auto& list) {
        const auto* const begin = reinterpret_cast<const char*>(list.data());
        const auto* const end = reinterpret_cast<const char*>(list.data() + list.size());
        for (const char* at = begin; at < end; at += line) {
            __builtin_prefetch(at);
        }
    };
    ask(article.parties);
    ask(article.cases);
    ask(article.relations);
}

/// Numbers mentions and reports.
Observed counted(std::span<const ArticleObservations> articles) {
    Observed all;
    all.articles = articles;
    all.first_mention.assign(1, 0);
    all.first_report.assign(1, 0);
    for (const ArticleObservations& article : articles) {
        all.first_mention.push_back(all.first_mention.back() +
                                    static_cast<std::uint32_t>(article.parties.size()));
        all.first_report.push_back(all.first_report.back() +
                                   static_cast<std::uint32_t>(article.cases.size()));
    }
    all.mentions.resize(all.first_mention.back());
    all.reports.resize(all.first_report.back());
    return all;
}

/// Articles with one fingerprint are copies of one text.
Column<std::uint32_t> number_wires(std::span<const ArticleObservations> articles,
                                   unsigned threads) {
    Column<std::pair<std::uint64_t, std::uint32_t>> order(articles.size());
    for_each_index(articles.size(), threads, [&](std::size_t i) {
        order[i] = {articles[i].article.fingerprint, static_cast<std::uint32_t>(i)};
    });
    parallel_sort(order, threads, std::less<>());
    Column<std::uint32_t> wires(articles.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const bool is_copy = i > 0 && order[i].first == order[i - 1].first;
        wires[order[i].second] = is_copy ? wires[order[i - 1].second] : order[i].second;
    }
    return wires;
}

}  // namespace

Observed observe(std::span<const ArticleObservations> articles, std::span<const AliasRule> rules,
                 unsigned threads) {
    Observed all = counted(articles);
    std::vector<Stretch> stretches = map_chunks<Stretch>(
        articles.size(), threads, [&](Stretch& stretch, std::size_t begin, std::size_t end) {
            constexpr std::size_t parts = 16;
            Reader reader(all, stretch);
            for (std::size_t i = begin; i < end; ++i) {
                if (i == begin + (end - begin) / parts) {
                    stretch.reserve(parts);
                }
                if (i + 2 < end) {
                    prefetch(articles[i + 2]);
                }
                reader.read(static_cast<std::uint32_t>(i));
            }
        });
    Joiner joiner(stretches, threads);
    Column<HashedText> occurrences = joiner.texts();
    const std::size_t of_articles = occurrences.size();
    for (const AliasRule& rule : rules) {
        occurrences.emplace_back(rule.name);
        occurrences.emplace_back(rule.other);
    }
    TextNumbers numbers = number_texts(occurrences, threads);
    joiner.join(numbers.number_of, all);
    for (std::size_t i = of_articles; i < occurrences.size(); i += 2) {
        all.rules.push_back({numbers.number_of[i], numbers.number_of[i + 1]});
    }
    all.texts = std::move(numbers.texts);
    all.wires = number_wires(articles, threads);
    for (Stretch& stretch : stretches) {
        all.made.push_back(std::move(stretch.made));
    }
    return all;
}

}  // namespace litigraph
