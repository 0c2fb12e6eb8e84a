#include "app/commands.h"

#include "app/command_list.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace app {
namespace {

/// `meedoen reken RULE key=value …` and `meedoen user …` read their own words.
CLI::App* with_words(CLI::App& root, std::string const& name, std::string const& what,
                     std::vector<std::string>& words) {
    auto* command = root.add_subcommand(name, what);
    command->prefix_command();
    command->set_help_flag();
    command->callback([command, &words] { words = command->remaining(); });
    return command;
}
}

int run(std::span<std::string const> arguments) {
    Settings s;
    std::vector<std::string> words;
    CLI::App root{"Meedoen: inburgering onder de Wet inburgering 2021, van aankomst tot meedoen.", "meedoen"};
    root.require_subcommand(1);
    auto const with_db = [&](CLI::App* command) {
        command->add_option("--db", s.db, "Database: sqlite:PAD of postgresql://…  (ook MEEDOEN_DB)");
        command->add_option("--config", s.config_file, "Configuratie (TOML)");
        command->add_option("--key-file", s.key_file, "Sleutelbestand (ook MEEDOEN_KEY_FILE)");
        return command;
    };
    auto* serve_command = with_db(root.add_subcommand("serve", "Start de server"));
    serve_command->add_option("--port", s.port, "Poort (ook PORT); 0 is een vrije poort");
    serve_command->add_option("--accounts", s.accounts, "Toont deze demonstratie-accounts bij het starten");
    auto* migrate_command = with_db(root.add_subcommand("migrate", "Brengt het schema van de database bij"));
    auto* demo_command = with_db(root.add_subcommand("demo", "Vult de database met verzonnen dossiers"));
    demo_command->add_option("--files", s.files, "Aantal dossiers")->check(CLI::Range(1, 1'000'000));
    demo_command->add_option("--seed", s.seed, "Zelfde getal, zelfde dossiers");
    demo_command->add_option("--accounts", s.accounts, "Schrijft de demonstratie-accounts naar dit bestand (JSON)");
    auto* user_command =
        with_words(root, "user", "Gebruikers: add, list, disable, enable, password, totp-reset, code", words);
    auto* jobs_command = with_db(root.add_subcommand("jobs", "Doet het achtergrondwerk dat klaarstaat"));
    auto* import_command = with_db(root.add_subcommand("import", "Leest een bestand in"));
    import_command->add_option("soort", s.kind, "brp, brp-api, duo of coa")->required();
    import_command->add_option("bestand", s.file, "Pad van het bestand")->required();
    import_command->add_option("--gemeente", s.municipality, "Code van de gemeente (1948 is Meierijstad)");
    auto* reken_command = with_words(root, "reken", "Rekent een regel uit, met het waarom", words);
    auto* bench_command = with_db(root.add_subcommand("bench", "Meet de snelheid"));
    bench_command->add_option("--files", s.files, "Aantal dossiers")->check(CLI::Range(1, 1'000'000));
    bench_command->add_option("--seconds", s.seconds, "Duur van de meting")->check(CLI::Range(1, 600));
    bench_command->add_flag("--json", s.json, "Uitkomst als JSON");
    auto* audit_command = root.add_subcommand("audit", "Controle van de ketens");
    audit_command->require_subcommand(1);
    with_db(audit_command->add_subcommand("verify", "Rekent de ketens van audit en leeslog na"));
    auto* check_command = with_db(root.add_subcommand("check", "Zegt wat er niet klopt aan de configuratie"));

    try {
        root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (CLI::ParseError const& error) {
        bool const asked_for_help = error.get_exit_code() == 0;
        root.exit(error);
        return asked_for_help ? 0 : 2;
    }
    if (*serve_command) return serve(s);
    if (*migrate_command) return migrate(s);
    if (*demo_command) return demo(s);
    if (*user_command) return user(s, words);
    if (*jobs_command) return jobs(s);
    if (*import_command) return import(s);
    if (*reken_command) return reken(words);
    if (*bench_command) return bench(s);
    if (*audit_command) return verify(s);
    if (*check_command) return check_configuration(s);
    return 2;
}
}
