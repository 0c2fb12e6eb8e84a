#include "app/command_list.h"
#include "app/open.h"
#include "app/serve.h"
#include "brieven/druk.h"
#include "brieven/sjablonen.h"

#include "platform/db/migrate.h"
#include "vertrouwen/store.h"

#include <iostream>

namespace app {

int migrate(Settings const& settings) {
    auto opened = open(settings, Schema::as_it_is);
    if (opened.exit_code != 0) return opened.exit_code;
    auto const outcome = db::migrate(*opened.database);
    for (auto const& name : outcome.applied) std::cout << "gedaan: " << name << "\n";
    if (!outcome.refusal.empty()) {
        std::cerr << outcome.refusal << "\n";
        return 1;
    }
    std::cout << (outcome.applied.empty() ? "Het schema was al bij.\n" : "Het schema is bij.\n");
    return 0;
}

int jobs(Settings const& settings) {
    auto opened = open(settings, Schema::must_be_current);
    if (opened.exit_code != 0) return opened.exit_code;
    Program program{*opened.database, *opened.kluis, {.config = opened.config, .today = {}, .job_threads = 0}};
    std::cout << program.runner().run_until_idle() << " taken op de achtergrond gedaan.\n";
    return 0;
}

int verify(Settings const& settings) {
    auto opened = open(settings, Schema::must_be_current);
    if (opened.exit_code != 0) return opened.exit_code;
    auto const outcome = vertrouwen::verify_audit(*opened.database);
    for (auto const& finding : outcome.bevindingen)
        std::cerr << "gemeente " << finding.gemeente.value << ", " << finding.keten << " " << finding.volgnummer << ": "
                  << finding.wat << "\n";
    std::cout << outcome.regels << " regels nagerekend, "
              << (outcome.bevindingen.empty() ? std::string{"de ketens kloppen"}
                                              : std::to_string(outcome.bevindingen.size()) + " bevindingen")
              << ".\n";
    return outcome.bevindingen.empty() ? 0 : 1;
}

namespace {
/// Letters need WeasyPrint beside the program: one is set to see whether it is there.
std::vector<config::Finding> inspect_letters() {
    constexpr auto soort = brieven::Soort::afspraak;
    std::string const nl{brieven::standaardtekst(soort, "nl")};
    auto const letter = brieven::voorbeeld_geheel(soort, nl, {}, nl, {}, {}, "Proefgemeente", Date{2026y / 11 / 25});
    auto const printer = brieven::maak_printer();
    if (brieven::druk(*printer, letter, brieven::Talen::nederlands)) return {};
    return {{"brieven", "een brief kan geen PDF worden. Installeer weasyprint (zie tools/packages).", false}};
}
}

int check_configuration(Settings const& settings) {
    auto loaded = config::load(settings.config_file);
    if (!settings.db.empty()) loaded.config.db = settings.db;
    auto findings = loaded.findings;
    auto const more = config::inspect(loaded.config);
    findings.insert(findings.end(), more.begin(), more.end());
    auto const letters = inspect_letters();
    findings.insert(findings.end(), letters.begin(), letters.end());
    bool fatal = false;
    for (auto const& finding : findings) {
        std::cout << (finding.fatal ? "fout:   " : "let op: ") << finding.key << ": " << finding.message << "\n";
        fatal = fatal || finding.fatal;
    }
    if (findings.empty()) std::cout << "De configuratie klopt.\n";
    return fatal ? 1 : 0;
}
}
