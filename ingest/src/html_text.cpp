// The page is parsed into libxml2's tree and walked in document order, without recursion: depth is
// up to the page. Prose is what stands in paragraphs; if there are none, all visible text.

#include "html_text.hpp"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <memory>
#include <vector>

namespace litigraph::ingest {

namespace {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using DocumentPtr = std::unique_ptr<xmlDoc, FreeDocument>;

DocumentPtr parse(std::string_view html, bool is_utf8) {
    constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                            HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    return DocumentPtr(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr,
                                      is_utf8 ? "UTF-8" : nullptr, options));
}

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

bool is_element(const xmlNode* node, std::string_view name) {
    return node->type == XML_ELEMENT_NODE && view(node->name) == name;
}

std::string attribute(const xmlNode* node, const char* name) {
    xmlChar* const value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
    std::string text(view(value));
    xmlFree(value);
    return text;
}

/// The node after `node` in document order within `root`; null at the end.
const xmlNode* next_outside(const xmlNode* node, const xmlNode* root) {
    while (node != root && node->next == nullptr) {
        node = node->parent;
    }
    return node == root ? nullptr : node->next;
}
const xmlNode* next_node(const xmlNode* node, const xmlNode* root) {
    return node->children != nullptr && node->type == XML_ELEMENT_NODE ? node->children
                                                                       : next_outside(node, root);
}

template <class Visit>
void for_each_element(const xmlNode* root, const Visit& visit) {
    for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
        if (node->type == XML_ELEMENT_NODE) {
            visit(node);
        }
    }
}

/// Text of everything within `node`, as it is in the source.
std::string text_of(const xmlNode* root) {
    std::string text;
    for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            text += view(node->content);
        }
    }
    return text;
}

/// Runs of white space as one space; a run with two `line_break`s separates paragraphs.
constexpr char line_break = '\x1E';  // cannot be in HTML, so that it can stand for <br>
std::string normalise_space(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0";
    std::string result;
    int breaks = 0;
    bool has_space = false;
    while (!text.empty()) {
        const char c = text.front();
        const bool is_wide = text.starts_with(no_break_space);
        text.remove_prefix(is_wide ? 2 : 1);
        if (is_wide || c == ' ' || (c >= '\t' && c <= '\r') || c == line_break) {
            has_space = true;
            breaks += c == line_break ? 1 : 0;
            continue;
        }
        if (has_space && !result.empty()) {
            result += breaks >= 2 ? "\n\n" : " ";
        }
        has_space = false;
        breaks = 0;
        result += c;
    }
    return result;
}

struct Block {
    std::string text;
    bool is_prose = false;
};

/// Collects the blocks of a subtree.
class BlockCollector {
  public:
    std::vector<Block> collect(const xmlNode* root) {
        const xmlNode* node = root;
        while (node != nullptr) {
            if (is_skipped(node)) {
                node = leave(node, root);
                continue;
            }
            enter(node);
            node = node->type == XML_ELEMENT_NODE && node->children != nullptr ? node->children
                                                                               : leave(node, root);
        }
        flush();
        return std::move(blocks_);
    }

  private:
    static bool is_skipped(const xmlNode* node) {
        return node->type == XML_COMMENT_NODE ||
               (node->type == XML_ELEMENT_NODE &&
                is_one_of(view(node->name),
                          {"script", "style", "noscript", "template", "nav", "header", "footer",
                           "aside", "form", "button", "figure", "iframe", "svg", "select", "h1"}));
    }
    static bool is_prose(const xmlNode* node) {
        return is_one_of(view(node->name), {"p", "h2", "h3", "h4", "li", "blockquote", "pre"});
    }
    static bool is_inline(const xmlNode* node) {
        return is_one_of(view(node->name),
                         {"a",    "abbr", "acronym", "b",   "bdi",  "bdo",   "big",  "cite",
                          "code", "data", "del",     "dfn", "em",   "font",  "i",    "ins",
                          "kbd",  "mark", "q",       "s",   "samp", "small", "span", "strong",
                          "sub",  "sup",  "time",    "tt",  "u",    "var",   "wbr"});
    }

    void enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            add(view(node->content));
        } else if (node->type != XML_ELEMENT_NODE) {
            return;
        } else if (view(node->name) == "br") {
            text_ += line_break;
        } else if (view(node->name) == "a") {
            ++links_;
        } else if (!is_inline(node)) {
            flush();
            prose_ += is_prose(node) ? 1 : 0;
        }
    }
    /// Closes `node` and every parent that ends with it; returns what follows.
    const xmlNode* leave(const xmlNode* node, const xmlNode* root) {
        while (true) {
            close(node);
            if (node == root) {
                return nullptr;
            }
            if (node->next != nullptr) {
                return node->next;
            }
            node = node->parent;
        }
    }
    void close(const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || is_skipped(node) || view(node->name) == "br") {
            return;
        }
        if (view(node->name) == "a") {
            --links_;
        } else if (!is_inline(node)) {
            flush();
            prose_ -= is_prose(node) ? 1 : 0;
        }
    }
    void add(std::string_view text) {
        const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
        has_own_words_ = has_own_words_ || (!is_blank && links_ == 0);
        text_ += text;
    }
    void flush() {
        std::string text = normalise_space(text_);
        // a block that is all link leads elsewhere: "Read more: ..."
        if (!text.empty() && has_own_words_) {
            blocks_.push_back({std::move(text), prose_ > 0});
        }
        text_.clear();
        has_own_words_ = false;
    }

    std::vector<Block> blocks_;
    std::string text_;
    int prose_ = 0;  ///< Open prose elements.
    int links_ = 0;  ///< Open links.
    bool has_own_words_ = false;
};

std::string join_paragraphs(std::vector<Block> blocks, std::string_view headline) {
    if (std::ranges::any_of(blocks, &Block::is_prose)) {
        std::erase_if(blocks, [](const Block& block) { return !block.is_prose; });
    }
    std::string text;
    for (const Block& block : blocks) {
        if (block.text != headline) {
            text += (text.empty() ? "" : "\n\n") + block.text;
        }
    }
    return text;
}

std::size_t prose_size(const xmlNode* root) {
    std::size_t size = 0;
    for (const Block& block : BlockCollector().collect(root)) {
        size += block.is_prose ? block.text.size() : 0;
    }
    return size;
}

/// The element that holds the article: the <article> with the most prose, else <main>, else all.
const xmlNode* article_root(const xmlNode* page) {
    const xmlNode* best = nullptr;
    std::size_t best_size = 0;
    const xmlNode* main = nullptr;
    for_each_element(page, [&](const xmlNode* node) {
        if (is_element(node, "article")) {
            const std::size_t size = prose_size(node);
            if (size > best_size) {
                best = node;
                best_size = size;
            }
        } else if (is_element(node, "main")) {
            main = node;
        }
    });
    return best != nullptr ? best : main != nullptr ? main : page;
}

struct MetaName {
    std::string_view name;
    Field field;
    unsigned rank;
};
constexpr unsigned json_ld_rank = 0;
constexpr MetaName meta_names[] = {
    {"og:title", Field::headline, 1},
    {"twitter:title", Field::headline, 2},
    {"og:description", Field::summary, 1},
    {"description", Field::summary, 2},
    {"article:published_time", Field::date, 1},
    {"og:published_time", Field::date, 2},
    {"datePublished", Field::date, 3},
    {"dc.date", Field::date, 4},
    {"DC.date.issued", Field::date, 4},
    {"pubdate", Field::date, 5},
    {"date", Field::date, 6},
    {"og:site_name", Field::source, 1},
    {"og:url", Field::url, 1},
};

void read_meta(const xmlNode* node, ArticleFields& fields) {
    for (const char* const key : {"property", "name", "itemprop"}) {
        const std::string name = attribute(node, key);
        const auto* const found = std::ranges::find(meta_names, name, &MetaName::name);
        if (!name.empty() && found != std::end(meta_names)) {
            fields.set(found->field, attribute(node, "content"), found->rank);
        }
    }
}

void read_json_ld(const xmlNode* node, ArticleFields& fields) {
    for_each_json_article(text_of(node), [&fields](const ArticleFields& found) {
        if (found[Field::headline].empty() && found[Field::body].empty()) {
            return;  // of the page's publisher, its navigation, ...
        }
        for (const Field field : {Field::headline, Field::body, Field::date, Field::source,
                                  Field::summary, Field::url}) {
            fields.set(field, found[field], json_ld_rank);
        }
    });
}

void read_element(const xmlNode* node, ArticleFields& fields) {
    if (is_element(node, "meta")) {
        read_meta(node, fields);
    } else if (is_element(node, "script") && attribute(node, "type") == "application/ld+json") {
        read_json_ld(node, fields);
    } else if (is_element(node, "link") && attribute(node, "rel") == "canonical") {
        fields.set(Field::url, attribute(node, "href"), 2);
    } else if (is_element(node, "h1")) {
        fields.set(Field::headline, normalise_space(text_of(node)), 3);
    } else if (is_element(node, "title")) {
        fields.set(Field::headline, normalise_space(text_of(node)), 4);
    } else if (is_element(node, "time")) {
        fields.set(Field::date, attribute(node, "datetime"), 7);
    }
}

}  // namespace

ArticleFields read_html_page(std::string_view html, bool is_utf8) {
    ArticleFields fields;
    const DocumentPtr document = parse(html, is_utf8);
    const xmlNode* const page = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (page == nullptr) {
        return fields;
    }
    for_each_element(page, [&fields](const xmlNode* node) { read_element(node, fields); });
    fields.set(
        Field::body,
        join_paragraphs(BlockCollector().collect(article_root(page)), fields[Field::headline]), 1);
    return fields;
}

std::string html_to_text(std::string_view html) {
    if (html.find_first_of("<&") == std::string_view::npos) {
        return normalise_space(html);
    }
    const DocumentPtr document = parse(html, true);
    const xmlNode* const page = document ? xmlDocGetRootElement(document.get()) : nullptr;
    return page == nullptr ? "" : join_paragraphs(BlockCollector().collect(page), "");
}

}  // namespace litigraph::ingest
