/// \file
/// The words and phrasings that extraction knows: tables compiled in, and user tables over them.
#pragma once

#include <litigraph/graph/result.hpp>

#include <filesystem>
#include <memory>

namespace litigraph::ingest {

/// Immutable once made; const calls may run concurrently.
class Lexicon {
  public:
    /// The compiled-in tables. Made once, on first use.
    static const Lexicon& built_in();

    /// The compiled-in tables with those of `folder` over them: a file of the same name extends its
    /// table, or replaces it if its first line is "#replace". The error has file, line and column.
    static Result<Lexicon> load(const std::filesystem::path& folder);

    Lexicon(Lexicon&&) noexcept;
    Lexicon& operator=(Lexicon&&) noexcept;
    ~Lexicon();

    struct Tables;  ///< Private to ingest.
    const Tables& tables() const noexcept { return *tables_; }
    explicit Lexicon(std::unique_ptr<const Tables> tables) noexcept;

  private:
    std::unique_ptr<const Tables> tables_;
};

}  // namespace litigraph::ingest
