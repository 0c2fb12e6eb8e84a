#include "app/command_list.h"
#include "app/open.h"
#include "demo/demo.h"
#include "duo/inlezen.h"
#include "platform/db/migrate.h"
#include "vertrouwen/cli.h"
#include "vertrouwen/totp.h"

#include <iostream>

namespace app {

int demo(Settings const& settings) {
    auto opened = open(settings, Schema::fill);
    if (opened.exit_code != 0) return opened.exit_code;
    auto const migrated = db::migrate(*opened.database);
    if (!migrated.refusal.empty()) {
        std::cerr << migrated.refusal << "\n";
        return 1;
    }
    auto const today = opened.config.today ? parse_date(*opened.config.today)
                                           : Result<Date, DateRefusal>{unexpected{DateRefusal::not_a_date}};
    auto const clock = today ? platform::Clock{*today} : platform::Clock{};
    return demo::fill(*opened.database, *opened.kluis, clock, {settings.files, settings.seed, settings.accounts},
                      std::cerr);
}

int user(Settings const& settings, std::vector<std::string> const& words) {
    // --db and --key-file stand among the words of `user`; the rest is its own.
    Settings own = settings;
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const value_of = [&](std::string const& name) -> std::optional<std::string> {
            if (words[i] == name && i + 1 < words.size()) return words[++i];
            if (words[i].starts_with(name + "=")) return words[i].substr(name.size() + 1);
            return std::nullopt;
        };
        if (auto db = value_of("--db"))
            own.db = *db;
        else if (auto key = value_of("--key-file"))
            own.key_file = *key;
        else if (auto file = value_of("--config"))
            own.config_file = *file;
        else
            rest.push_back(words[i]);
    }
    if (rest.empty() || rest[0] == "--help" || rest[0] == "-h") {
        (rest.empty() ? std::cerr : std::cout) << vertrouwen::user_usage();
        return rest.empty() ? 2 : 0;
    }
    if (rest[0] == "code" && rest.size() == 2) {   // needs no database
        std::cout << vertrouwen::totp_code(rest[1], vertrouwen::totp_now()) << "\n";
        return 0;
    }
    auto opened = open(own, Schema::must_be_current);
    if (opened.exit_code != 0) return opened.exit_code;
    return vertrouwen::cli(*opened.database, *opened.kluis, platform::Clock{}, rest, std::cin, std::cout, std::cerr);
}
}
