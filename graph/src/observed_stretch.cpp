#include "observed_stretch.hpp"

#include "parallel.hpp"

#include <utility>

namespace litigraph {

namespace {

/// By stretch, and the numbers of rows of all.
std::vector<Begins> begins_of(std::span<const Stretch> stretches) {
    std::vector<Begins> begins(1);
    for (const Stretch& stretch : stretches) {
        begins.push_back(begins.back().behind(stretch));
    }
    return begins;
}

/// Makes what a row of a stretch refers to that of all rows.
class Renumberer {
  public:
    Renumberer(const Begins& begins, std::span<const std::uint32_t> number_of)
        : begins_(begins), number_of_(number_of) {}

    void settle(Mention& mention) const {
        number(mention.name);
        shift(mention.aliases, begins_.aliases);
    }
    void settle(CaseReport& report) const {
        number(report.docket_text);
        number(report.court);
        number(report.forum);
        report.countersuit_evidence += report.countersuit_evidence == none ? 0 : begins_.evidence;
        shift(report.statements, begins_.statements);
        shift(report.defendants, begins_.statements);
        shift(report.attributes, begins_.attributes);
    }
    void settle(std::uint32_t& alias) const { number(alias); }
    void settle(Statement& statement) const {
        const bool has_key = statement.topic >= Topic::court && statement.topic <= Topic::patent;
        if (has_key) {
            number(statement.what);
        }
        number(statement.name);
        statement.evidence += begins_.evidence;
    }
    void settle(ReportAttribute& attribute) const { number(attribute.text); }
    void settle(ObservedRelation& relation) const {
        number(relation.place);
        relation.evidence += begins_.evidence;
    }
    void settle(ObservedEvidence& evidence) const {
        number(evidence.quote);
        number(evidence.rule);
    }

  private:
    void number(std::uint32_t& text) const {
        text = text == none ? none : number_of_[begins_.texts + text];
    }
    static void shift(Run& run, std::uint32_t by) {
        run.begin += by;
        run.end += by;
    }

    const Begins& begins_;
    std::span<const std::uint32_t> number_of_;
};

}  // namespace

Joiner::Joiner(std::span<Stretch> stretches, unsigned threads)
    : stretches_(stretches), threads_(threads), begins_(begins_of(stretches)) {}

/// One column after the other, so that each has the room that the one before gave up.
template <class T, class Settle>
void Joiner::copy(Column<T> Stretch::*rows, std::uint32_t Begins::*begin, Column<T>& all,
                  const Settle& settle) {
    if (stretches_.size() == 1) {
        all = std::move(stretches_.front().*rows);
        for (T& row : all) {
            settle(0, row);
        }
        return;
    }
    all.resize(begins_.back().*begin);
    for_each_chunk(stretches_.size(), threads_, 1,
                   [&](std::size_t /*chunk*/, std::size_t first, std::size_t end) {
                       for (std::size_t i = first; i < end; ++i) {
                           T* to = all.data() + begins_[i].*begin;
                           for (const T& row : stretches_[i].*rows) {
                               *to = row;
                               settle(i, *to++);
                           }
                           stretches_[i].*rows = {};
                       }
                   });
}

Column<HashedText> Joiner::texts() {
    Column<HashedText> all;
    copy(&Stretch::texts, &Begins::texts, all, [](std::size_t, HashedText&) {});
    return all;
}

void Joiner::join(std::span<const std::uint32_t> number_of, Observed& all) {
    const auto settle = [&](std::size_t stretch, auto& row) {
        Renumberer(begins_[stretch], number_of).settle(row);
    };
    for_each_chunk(
        all.articles.size(), threads_,
        [&](std::size_t stretch, std::size_t begin, std::size_t end) {
            const Renumberer renumberer(begins_[stretch], number_of);
            for (std::uint32_t i = all.first_mention[begin]; i < all.first_mention[end]; ++i) {
                renumberer.settle(all.mentions[i]);
            }
            for (std::uint32_t i = all.first_report[begin]; i < all.first_report[end]; ++i) {
                renumberer.settle(all.reports[i]);
            }
        });
    copy(&Stretch::aliases, &Begins::aliases, all.aliases, settle);
    copy(&Stretch::statements, &Begins::statements, all.statements, settle);
    copy(&Stretch::attributes, &Begins::attributes, all.attributes, settle);
    copy(&Stretch::relations, &Begins::relations, all.relations, settle);
    copy(&Stretch::evidence, &Begins::evidence, all.evidence, settle);
}

}  // namespace litigraph
