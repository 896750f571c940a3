#include "../graph_files.hpp"
#include "commands.hpp"

#include <memory>
#include <utility>

namespace litigraph::cli {

namespace {

Error unknown_article(const ObservationSet& observations, const std::string& id) {
    std::vector<std::string> ids;
    for (const ArticleObservations& each : observations.articles()) {
        ids.push_back(each.article.id);
    }
    const std::string_view near = nearest(id, ids);
    return {.code = ErrorCode::unknown_name,
            .message = "no article is called '" + id + "'" +
                       (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?")};
}

Result<Archive> without(Archive&& archive, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        if (archive.observations.erase(id) == 0) {
            return unknown_article(archive.observations, id);
        }
    }
    return make_archive(std::move(archive.observations), std::move(archive.aliases));
}

}  // namespace

Command remove_command() {
    struct Remove {
        std::string file;
        std::vector<std::string> articles;
    };
    const auto remove = std::make_shared<Remove>();
    return {
        .name = "remove",
        .summary = "Take articles out of a graph, as if they had never been read",
        .details = "  litigraph remove dispute.lg wire-2024-08-01",
        .parameters =
            {{.names = "FILE", .help = "A graph file", .value = &remove->file, .is_required = true},
             {.names = "ARTICLE",
              .help = "Ids of articles, as 'why' and 'show' give them",
              .value = &remove->articles,
              .is_required = true}},
        .run =
            [remove](Console& console) {
                return change_archive(console, remove->file, [&](Archive&& archive) {
                    return without(std::move(archive), remove->articles);
                });
            },
    };
}

}  // namespace litigraph::cli
