#include "validation.hpp"

#include <litigraph/query/diff.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>

namespace litigraph::cli {

namespace {

std::string words_of(const KnowledgeGraph& graph, const EdgeView& edge) {
    std::ostringstream words;
    words << graph.name(edge.source) << " --" << edge.kind << "--> " << graph.name(edge.target);
    return words.str();
}

/// Calls `visit(evidence, fact)` for every quotation of the article's observations.
template <class Visit>
void for_each_quote(const ArticleObservations& article, Visit visit) {
    for (const PartyObservation& party : article.parties) {
        visit(party.evidence, party.name);
    }
    for (const CaseObservation& lawsuit : article.cases) {
        for (const auto* side : {&lawsuit.plaintiffs, &lawsuit.defendants}) {
            for (const RoleObservation& role : *side) {
                visit(role.evidence, article.parties[role.party].name);
            }
        }
        for (const OtherRoleObservation& role : lawsuit.others) {
            visit(role.evidence, article.parties[role.party].name);
        }
        for (const Evidence& evidence : lawsuit.evidence) {
            visit(evidence, lawsuit.title);
        }
        for (const auto* one : {&lawsuit.filed_evidence, &lawsuit.countersuit_evidence}) {
            if (*one) {
                visit(**one, lawsuit.filed_words);
            }
        }
        for (const CourtObservation& court : lawsuit.courts) {
            visit(court.evidence, court.name);
        }
        for (const JurisdictionObservation& place : lawsuit.jurisdictions) {
            visit(place.evidence, place.name);
        }
        for (const TechnologyObservation& technology : lawsuit.technologies) {
            visit(technology.evidence, technology.name);
        }
        for (const PatentObservation& patent : lawsuit.patents) {
            visit(patent.evidence, patent.number);
        }
        for (const EventObservation& event : lawsuit.events) {
            visit(event.evidence, to_string(event.what));
        }
    }
    for (const RelationObservation& relation : article.relations) {
        visit(relation.evidence, article.parties[relation.from].name);
    }
}

}  // namespace

Validation::Validation(const Archive& archive) : archive_(archive) {
    const auto again = resolve(archive.observations, {.aliases = archive.aliases});
    if (!again) {
        find("", "", again.error().message, "");
    } else {
        for (const query::Row& row : query::differences(again->graph, archive.graph).rows) {
            find("", query::to_string(row[1]), "the observations do not give it", "");
        }
    }
    check_edges();
}

void Validation::check_edges() {
    const KnowledgeGraph& graph = archive_.graph;
    for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
        const EdgeView edge = graph.edge(EdgeId{i});
        if (graph.evidence_count(edge.id) == 0) {
            find("", words_of(graph, edge), "no evidence", "");
            continue;
        }
        for (std::size_t k = 0; k < graph.evidence_count(edge.id); ++k) {
            const EvidenceView evidence = graph.evidence(edge.id, k);
            const bool has_quote = !evidence.quote.empty();
            if (evidence.rule.empty() || (!has_quote && edge.kind != EdgeKind::reported_by)) {
                find(graph.name(evidence.article), words_of(graph, edge),
                     evidence.rule.empty() ? "no rule" : "no quotation", evidence.quote);
            }
        }
    }
}

void Validation::compare(const ingest::Article& article) {
    for (const ArticleObservations& observations : archive_.observations.articles()) {
        if (observations.article.id == article.id) {
            compare(article, observations);
        }
    }
}

void Validation::compare(const ingest::Article& article, const ArticleObservations& observations) {
    ++articles_;
    for_each_quote(observations, [&](const Evidence& evidence, std::string_view fact) {
        check_quote(article, evidence, fact);
    });
    for (const PartyObservation& party : observations.parties) {
        const auto occurs = [&](const std::string& name) {
            return article.text.find(name) != std::string::npos;
        };
        if (!occurs(party.name) && std::ranges::none_of(party.aliases, occurs)) {
            find(article.id, party.name, "the name does not occur in the article", "");
        }
    }
}

void Validation::check_quote(const ingest::Article& article, const Evidence& evidence,
                             std::string_view fact) {
    ++quotes_;
    const std::string_view text = article.text;
    if (evidence.end > text.size() ||
        text.substr(evidence.begin, evidence.end - evidence.begin) != evidence.quote) {
        find(article.id, fact,
             "bytes " + std::to_string(evidence.begin) + "-" + std::to_string(evidence.end) +
                 " of the article are not the quotation",
             evidence.quote);
    }
}

void Validation::find(std::string_view article, std::string_view fact, std::string_view problem,
                      std::string_view quote) {
    findings_.rows.push_back({article, fact, problem, quote});
}

std::string Validation::summary() const {
    const std::size_t known = archive_.observations.articles().size();
    std::string text = std::to_string(archive_.graph.edge_count()) + " edges and " +
                       std::to_string(quotes_) + " quotations of " + std::to_string(articles_) +
                       " articles checked";
    if (known > articles_) {
        text += "; " + std::to_string(known - articles_) + " of its articles were not given";
    }
    return text;
}

}  // namespace litigraph::cli
