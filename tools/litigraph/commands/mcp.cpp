#include "../mcp_server.hpp"
#include "commands.hpp"
#include "question.hpp"

namespace litigraph::cli {

Command mcp_command() {
    const auto file = std::make_shared<std::string>();
    return {
        .name = "mcp",
        .summary = "Serve a graph to a language model (Model Context Protocol)",
        .details =
            "Speaks JSON-RPC 2.0 on standard input and output, a message a line, until the\n"
            "input ends. Its tools only read. As a client's configuration has it:\n"
            "  {\"command\": \"litigraph\", \"args\": [\"mcp\", \"/path/to/dispute.lg\"]}",
        .parameters = {{.names = "FILE",
                        .help = "A graph, as ingest makes it",
                        .value = file.get(),
                        .is_required = true}},
        .run =
            [file](Console& console) {
                return with_graph(*file, console, [&](const Asker& asker) {
                    serve_mcp(asker, console.in, console.out);
                    return success;
                });
            },
    };
}

}  // namespace litigraph::cli
