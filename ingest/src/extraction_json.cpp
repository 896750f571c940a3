#include <litigraph/ingest/extraction_json.hpp>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string_view>

namespace litigraph::ingest {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(Writer& out, std::string_view text) {
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void write_member(Writer& out, std::string_view key, std::string_view text) {
    write(out, key);
    write(out, text);
}

/// [write_one(item) for item in items]
template <class Items, class WriteOne>
void write_list(Writer& out, std::string_view key, const Items& items, const WriteOne& write_one) {
    write(out, key);
    out.StartArray();
    for (const auto& item : items) {
        write_one(item);
    }
    out.EndArray();
}

void write_end(Writer& out, Day day) {
    if (day == beginning_of_time || day == end_of_time) {
        out.Null();
    } else {
        write(out, to_string(day));
    }
}

void write_interval(Writer& out, std::string_view key, const std::optional<DateInterval>& days) {
    write(out, key);
    if (!days) {
        out.Null();
        return;
    }
    out.StartArray();
    write_end(out, days->first);
    write_end(out, days->last);
    out.EndArray();
}

void write_evidence(Writer& out, const Evidence& evidence) {
    out.StartObject();
    write(out, "begin");
    out.Uint(evidence.begin);
    write(out, "end");
    out.Uint(evidence.end);
    write_member(out, "quote", evidence.quote);
    write_member(out, "rule", evidence.rule);
    out.EndObject();
}

void write_court(Writer& out, const std::vector<CourtObservation>& courts) {
    write(out, "court");
    if (courts.empty()) {
        out.Null();
        return;
    }
    out.StartObject();
    write(out, "id");
    courts.front().id.empty() ? out.Null() : (write(out, courts.front().id), true);
    write_member(out, "name", courts.front().name);
    out.EndObject();
}

class ObservationWriter {
  public:
    explicit ObservationWriter(const ArticleObservations& article) : article_(article) {}

    std::string write_article() {
        out_.StartObject();
        write_member(out_, "article", article_.article.id);
        write_list(out_, "cases", article_.cases,
                   [this](const CaseObservation& item) { write_case(item); });
        write_list(out_, "relations", article_.relations,
                   [this](const RelationObservation& item) { write_relation(item); });
        out_.EndObject();
        return {buffer_.GetString(), buffer_.GetSize()};
    }

  private:
    std::string_view name(PartyIndex party) const { return article_.parties[party].name; }

    void write_side(std::string_view key, const std::vector<RoleObservation>& side) {
        write_list(out_, key, side,
                   [this](const RoleObservation& role) { write(out_, name(role.party)); });
    }

    void write_case(const CaseObservation& item) {
        out_.StartObject();
        write_side("plaintiffs", item.plaintiffs);
        write_side("defendants", item.defendants);
        write(out_, "countersuit");
        out_.Bool(item.countersuit != CountersuitForm::none);
        write_member(out_, "status", to_string(item.status));
        write_court(out_, item.courts);
        write_list(out_, "jurisdictions", item.jurisdictions,
                   [this](const JurisdictionObservation& place) { write(out_, place.code); });
        write_interval(out_, "filed", item.filed);
        write_list(out_, "technologies", item.technologies,
                   [this](const TechnologyObservation& it) { write(out_, it.name); });
        write_list(out_, "patents", item.patents,
                   [this](const PatentObservation& patent) { write(out_, patent.number); });
        write(out_, "patent_count");
        item.patent_count ? out_.Uint(item.patent_count->low) : out_.Null();
        write(out_, "count");
        out_.Uint(item.count.low);
        write_list(out_, "evidence", item.evidence,
                   [this](const Evidence& evidence) { write_evidence(out_, evidence); });
        out_.EndObject();
    }

    void write_relation(const RelationObservation& item) {
        out_.StartObject();
        write_member(out_, "kind", to_string(item.kind));
        write_member(out_, "from", name(item.from));
        write_member(out_, "to", item.to ? name(*item.to) : std::string_view(item.place));
        write_interval(out_, "when", item.when);
        write_member(out_, "detail", item.detail);
        write(out_, "evidence");
        write_evidence(out_, item.evidence);
        out_.EndObject();
    }

    const ArticleObservations& article_;
    rapidjson::StringBuffer buffer_;
    Writer out_{buffer_};
};

}  // namespace

std::string to_json(const ArticleObservations& observations) {
    return ObservationWriter(observations).write_article();
}

}  // namespace litigraph::ingest
