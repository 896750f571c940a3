#include "suggest.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace litigraph::query {

namespace {

constexpr std::size_t longest_word = 64;  // longer words are not compared

char folded(char c) {
    if (c >= 'A' && c <= 'Z') {
        return static_cast<char>(c - 'A' + 'a');
    }
    return c == '-' ? '_' : c;
}

/// Optimal string alignment distance (Levenshtein with swaps of neighbours). O(|a| |b|).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        above[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool equal = folded(a[i - 1]) == folded(b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (equal ? 0U : 1U)});
            if (i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
                folded(a[i - 2]) == folded(b[j - 1])) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

/// Largest distance that is still a slip.
std::size_t tolerance(std::string_view word) {
    return word.size() < 3 ? 0 : std::max<std::size_t>(1, word.size() / 3);
}

}  // namespace

bool is_near(std::string_view a, std::string_view b) {
    return a.size() <= longest_word && b.size() <= longest_word && distance(a, b) <= tolerance(a);
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    std::string_view best;
    if (word.size() > longest_word) {
        return best;
    }
    std::size_t least = tolerance(word) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t apart =
            candidate.size() > longest_word ? least : distance(word, candidate);
        if (apart < least) {
            least = apart;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
    const std::string_view best = nearest(word, candidates);
    return best.empty() ? std::string() : "; did you mean " + std::string(best) + "?";
}

}  // namespace litigraph::query
