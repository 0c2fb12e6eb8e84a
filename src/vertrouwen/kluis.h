#pragma once
#include "kernel/bsn.h"
#include "platform/db/db.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace vertrouwen {
/// The key that the administrator holds. BSN and health text are sealed with it (libsodium secretbox) and found again
/// through a keyed blind index. Without the key file the database gives neither.
class Kluis {
public:
    enum class Refusal { no_file, unreadable, wrong_size, rights_too_wide };
    static Result<Kluis, Refusal> load(std::filesystem::path const&);
    /// Makes a new key file (0600); refuses to overwrite.
    static Result<Kluis, Refusal> create(std::filesystem::path const&);
    static Kluis for_tests();
    /// Where the key of this database lies when configuration names none: next to a SQLite file (`FILE.sleutel`), else
    /// ~/.config/meedoen/<database>.sleutel.
    static std::filesystem::path default_path(std::string const& db_url);

    db::Blob seal(std::string_view plain) const;                         // new nonce each time
    std::string open(db::Blob const& sealed) const;                      // Bug when it was not ours or was changed
    std::optional<std::string> try_open(db::Blob const& sealed) const;   // nothing when it was not ours or was changed
    db::Blob blind(std::string_view purpose, std::string_view value) const;    // 16 bytes, keyed, same in same out
    std::string mac(std::string_view purpose, std::string_view value) const;   // 32 bytes, for tokens
    db::Blob seal(Bsn const& bsn) const { return seal(bsn.digits()); }
    db::Blob blind(Bsn const& bsn) const { return blind("bsn", bsn.digits()); }
    struct Keys;

private:
    explicit Kluis(std::shared_ptr<Keys const> keys) : keys_{std::move(keys)} {}
    std::shared_ptr<Keys const> keys_;
};

/// Does this key belong to this database? A wrong key file is told at start, not by unreadable BSNs later. True also
/// for a database that knows no key yet.
bool fits(db::Database&, Kluis const&);
/// Leaves the proof that `fits` reads in every municipality that has none.
void initialise(db::Database&, Kluis const&);
}
