#include "node_numbers.hpp"

#include "sorted_texts.hpp"

namespace litigraph {

namespace {

constexpr Topic subject_topics[] = {Topic::court, Topic::jurisdiction, Topic::technology,
                                    Topic::patent};

}  // namespace

void NodeNumbers::Subjects::add(std::uint32_t key, bool is_a_code) {
    if (place_of[key] == none) {
        place_of[key] = 0;
        keys.push_back(key);
    }
    is_code[key] = is_code[key] != 0 || is_a_code ? 1 : 0;
}

NodeNumbers::NodeNumbers(const Observed& observed, std::size_t parties, std::size_t lawsuits,
                         unsigned threads)
    : observed_(observed),
      subjects_(std::size(subject_topics)),
      first_lawsuit_(static_cast<std::uint32_t>(parties)),
      articles_(observed.articles.size()) {
    for (Subjects& subjects : subjects_) {
        subjects.place_of.assign(observed.texts.size(), none);
        subjects.is_code.assign(observed.texts.size(), 0);
    }
    for (const Statement& it : observed.statements) {
        if (it.topic >= Topic::court && it.topic <= Topic::patent) {
            of(it.topic).add(it.what, it.is_code);
        }
    }
    for (const ObservedRelation& relation : observed.relations) {
        if (relation.place != none) {
            of(Topic::jurisdiction).add(relation.place, true);
        }
    }
    auto next = static_cast<std::uint32_t>(first_lawsuit_ + lawsuits);
    for (Subjects& subjects : subjects_) {
        sort_by_text(subjects.keys, threads,
                     [&](std::uint32_t key) { return observed.texts[key]; });
        for (std::uint32_t i = 0; i < subjects.keys.size(); ++i) {
            subjects.place_of[subjects.keys[i]] = i;
        }
        subjects.first = next;
        next += static_cast<std::uint32_t>(subjects.keys.size());
    }
    first_article_ = next;
}

const NodeNumbers::Subjects* NodeNumbers::subjects_of(std::uint32_t node) const noexcept {
    const Subjects* found = nullptr;
    for (const Subjects& subjects : subjects_) {
        if (node >= subjects.first && node - subjects.first < subjects.keys.size()) {
            found = &subjects;
        }
    }
    return found;
}

NodeKind NodeNumbers::kind(std::uint32_t node) const noexcept {
    return node < first_lawsuit_                  ? NodeKind::party
           : node < of(Topic::court).first        ? NodeKind::lawsuit
           : node < of(Topic::jurisdiction).first ? NodeKind::court
           : node < of(Topic::technology).first   ? NodeKind::jurisdiction
           : node < of(Topic::patent).first       ? NodeKind::technology
           : node < first_article_                ? NodeKind::patent
                                                  : NodeKind::article;
}

std::string_view NodeNumbers::key(std::uint32_t node) const noexcept {
    const Subjects* const subjects = subjects_of(node);
    return subjects == nullptr ? std::string_view()
                               : observed_.texts[subjects->keys[node - subjects->first]];
}

std::string_view NodeNumbers::code(std::uint32_t node) const noexcept {
    const Subjects* const subjects = subjects_of(node);
    return subjects != nullptr && subjects->is_code[subjects->keys[node - subjects->first]] != 0
               ? key(node)
               : std::string_view();
}

}  // namespace litigraph
