#include "verb_parts.hpp"
#include <litigraph/query/verbs.hpp>

#include <algorithm>
#include <array>

namespace litigraph::query {
namespace {

constexpr std::array<VerbHelp, 16> helps = {{
    {"who", "who sues NAME | who does NAME sue | who is sued [CONDITIONS] | who sued first [NAMES]",
     "Who is on the other side of a suit, a countersuit, a threat or a mandate", "who sues Nokia"},
    {"path", "path A -> B [via KINDS] [max N] [all | shortest N] [directed] [during DATES]",
     "A shortest chain of facts between two names", "path Amazon -> Germany"},
    {"neighbors", "neighbors NAME [STEPS] [type KINDS] [via KINDS] [in | out] [during DATES]",
     "Everything within so many steps", "neighbors Nokia 2"},
    {"show", "show NAME", "All that is known of one party, case, court or technology",
     "show Nokia"},
    {"why", "why A B | why NAME | why e12", "The sentences behind a fact", "why Amazon Nokia"},
    {"timeline", "timeline [NAMES] [CONDITIONS]", "What happened when", "timeline Amazon Nokia"},
    {"cases", "cases [NAMES] [CONDITIONS]",
     "Lawsuits, by names and by 'as plaintiff', 'against', 'over', 'in', 'since', 'open', ...",
     "cases Nokia as plaintiff since 2023"},
    {"forums", "forums [NAMES] [CONDITIONS]", "Where the fight runs", "forums Amazon Nokia"},
    {"mutual", "mutual [NAMES] [CONDITIONS]", "Pairs that sue each other, and who countersues",
     "mutual"},
    {"chain", "chain [NAMES] [CONDITIONS]", "Which case answers which, and how long after",
     "chain Amazon Nokia"},
    {"count", "count [NAMES] [CONDITIONS] [by WHAT,...]",
     "How many cases; a group of proceedings is counted as what it is",
     "count Nokia as defendant by technology,forum"},
    {"top", "top WHAT [N] [CONDITIONS]", "What most cases have in common", "top defendants 5"},
    {"conflicts", "conflicts [NAMES]", "Where sources disagree", "conflicts Nokia"},
    {"diff", "diff [NAMES] since DATE | until DATE | since DATE until DATE",
     "What articles of these days were the first to tell", "diff Nokia since 2024-07-25"},
    {"communities", "communities [excluding KINDS] [NAMES] [CONDITIONS]",
     "Parties that hang together by their cases", "communities excluding government,agency"},
    {"gaps", "gaps [NAMES] [CONDITIONS]", "What no source tells, or states, of a case", "gaps"},
}};

constexpr std::array<detail::VerbFunction, helps.size()> functions = {
    detail::ask_who,       detail::ask_path,     detail::ask_neighbors,   detail::ask_show,
    detail::ask_why,       detail::ask_timeline, detail::ask_cases,       detail::ask_forums,
    detail::ask_mutual,    detail::ask_chain,    detail::ask_count,       detail::ask_top,
    detail::ask_conflicts, detail::ask_diff,     detail::ask_communities, detail::ask_gaps};

std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == ';' || line.back() == '?' || line.back() == ' ' ||
                             line.back() == '\n' || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::optional<std::size_t> find_verb(detail::Words& words) {
    for (std::size_t i = 0; i < helps.size(); ++i) {
        if (words.take(helps[i].name)) {
            return i;
        }
    }
    return words.take_any({"neighbours", "neigh"}) ? std::optional<std::size_t>(2) : std::nullopt;
}

}  // namespace

std::span<const VerbHelp> all_verbs() noexcept { return helps; }

bool is_verb(std::string_view line) noexcept {
    const Result<detail::Words> words = detail::Words::split(
        line.substr(0, line.find_first_of(" \t", line.find_first_not_of(" \t"))));
    if (!words) {
        return false;
    }
    detail::Words copy = *words;
    return find_verb(copy).has_value();
}

Result<Answer> ask(const VerbContext& context, std::string_view line) {
    Result<detail::Words> words = detail::Words::split(without_end(line));
    if (!words) {
        return words.error();
    }
    const std::optional<std::size_t> verb = find_verb(*words);
    if (!verb) {
        return words->expected("a verb: who, path, neighbors, show, why, timeline, ...");
    }
    try {
        return functions[*verb](context, *words);
    } catch (const detail::Stopped&) {
        return Error{ErrorCode::interrupted, "interrupted"};
    }
}

}  // namespace litigraph::query
