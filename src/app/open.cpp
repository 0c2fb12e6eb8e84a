#include "app/open.h"

#include "platform/db/migrate.h"

#include <iostream>

namespace app {
namespace {

/// The key of this database; a new database gets one beside it.
std::optional<vertrouwen::Kluis> key_of(config::Config const& config) {
    using Refusal = vertrouwen::Kluis::Refusal;
    auto const path =
        config.key_file.empty() ? vertrouwen::Kluis::default_path(config.db) : std::filesystem::path{config.key_file};
    auto loaded = vertrouwen::Kluis::load(path);
    if (loaded) return *loaded;
    switch (loaded.error()) {
    case Refusal::no_file: {
        auto made = vertrouwen::Kluis::create(path);
        if (!made) {
            std::cerr << "Sleutelbestand " << path.string()
                      << " is er niet en kan niet worden gemaakt. Geef --key-file.\n";
            return std::nullopt;
        }
        std::cerr << "Nieuw sleutelbestand: " << path.string()
                  << ". Bewaar het goed; zonder dit bestand is het BSN niet te lezen.\n";
        return *made;
    }
    case Refusal::unreadable: std::cerr << "Sleutelbestand " << path.string() << " is niet te lezen.\n"; break;
    case Refusal::wrong_size:
        std::cerr << "Sleutelbestand " << path.string() << " is geen sleutel van Meedoen.\n";
        break;
    case Refusal::rights_too_wide:
        std::cerr << "Sleutelbestand " << path.string() << " is voor anderen leesbaar. Doe: chmod 600 " << path.string()
                  << "\n";
        break;
    }
    return std::nullopt;
}

bool say_findings(std::vector<config::Finding> const& findings) {
    bool fatal = false;
    for (auto const& finding : findings) {
        std::cerr << (finding.fatal ? "fout: " : "let op: ") << finding.key << ": " << finding.message << "\n";
        fatal = fatal || finding.fatal;
    }
    return fatal;
}
}

Opened open(Settings const& settings, Schema schema) {
    Opened opened;
    auto loaded = config::load(settings.config_file);
    if (!settings.db.empty()) loaded.config.db = settings.db;
    if (!settings.key_file.empty()) loaded.config.key_file = settings.key_file;
    if (settings.port >= 0) loaded.config.port = settings.port;
    opened.config = loaded.config;
    if (say_findings(loaded.findings)) {
        opened.exit_code = 1;
        return opened;
    }
    if (!opened.config.db.starts_with("sqlite:") && !opened.config.db.starts_with("postgresql://")
        && !opened.config.db.starts_with("postgres://")) {
        std::cerr << "--db moet beginnen met sqlite: of postgresql://\n";
        opened.exit_code = 2;
        return opened;
    }
    try {
        db::Database::Options options;
        if (schema == Schema::fill) options.durability = db::Database::Durability::relaxed;
        opened.database = db::Database::open(opened.config.db, options);
        if (schema == Schema::must_be_current && !db::pending(*opened.database).empty()) {
            std::cerr << "Het schema van de database is niet bij. Doe eerst: meedoen migrate --db …\n";
            opened.exit_code = 1;
            return opened;
        }
    } catch (db::Error const& error) {
        std::cerr << "De database is niet te openen: " << error.what() << "\n";
        opened.exit_code = 1;
        return opened;
    }
    opened.kluis = key_of(opened.config);
    if (!opened.kluis)
        opened.exit_code = 1;
    else if (schema == Schema::must_be_current && !vertrouwen::fits(*opened.database, *opened.kluis)) {
        std::cerr << "Dit sleutelbestand hoort niet bij deze database. Er is niets geopend.\n";
        opened.exit_code = 1;
    }
    return opened;
}
}
