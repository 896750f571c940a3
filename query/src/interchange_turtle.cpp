#include "interchange_rdf.hpp"

#include <ostream>

namespace litigraph::query {
namespace {

using detail::RdfFacts;
using detail::RdfResource;
using detail::RdfValue;

std::string quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += {'\\', c};
        } else if (byte < 0x20 || byte == 0x7F) {
            result += {'\\', 'u', '0', '0', digits[byte >> 4U], digits[byte & 15U]};
        } else {
            result += c;
        }
    }
    return result + '"';
}

void write_facts(std::ostream& out, const RdfFacts& facts, std::string_view separator);

void write_value(std::ostream& out, const RdfValue& value) {
    switch (value.kind) {
        case RdfValue::Kind::name:
        case RdfValue::Kind::number:
            out << value.text;
            break;
        case RdfValue::Kind::text:
            out << quoted(value.text);
            break;
        case RdfValue::Kind::day:
            out << '"' << value.text << "\"^^xsd:date";
            break;
        case RdfValue::Kind::nameless:
            out << "[ a " << value.text;
            write_facts(out, value.facts, " ; ");
            out << " ]";
            break;
    }
}

void write_facts(std::ostream& out, const RdfFacts& facts, std::string_view separator) {
    std::string_view last;
    for (const auto& [predicate, value] : facts) {
        if (predicate == last) {
            out << " , ";
        } else {
            out << separator << predicate << ' ';
        }
        write_value(out, value);
        last = predicate;
    }
}

void write_resource(std::ostream& out, const RdfResource& resource) {
    out << resource.name << " a";
    std::string_view separator = " ";
    for (const std::string& type : resource.types) {
        out << separator << type;
        separator = " , ";
    }
    write_facts(out, resource.facts, " ;\n    ");
    out << " .\n";
}

}  // namespace

void write_turtle(std::ostream& out, const KnowledgeGraph& graph, const Selection& selection,
                  const ArticleText& text) {
    for (const detail::RdfPrefix& prefix : detail::rdf_prefixes()) {
        out << "@prefix " << prefix.name << ": <" << prefix.iri << "> .\n";
    }
    out << '\n';
    detail::for_each_resource(graph, selection, text,
                              [&](const RdfResource& resource) { write_resource(out, resource); });
}

}  // namespace litigraph::query
