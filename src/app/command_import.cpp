#include "app/command_list.h"
#include "app/open.h"
#include "duo/inlezen.h"
#include "instroom/inlees.h"
#include "vertrouwen/users.h"

#include <iostream>

namespace app {

int import(Settings const& settings) {
    auto const& kind = settings.kind;
    if (kind != "brp" && kind != "brp-api" && kind != "duo" && kind != "coa") {
        std::cerr << "Onbekende soort: " << kind << ". Kies brp, brp-api, duo of coa.\n";
        return 2;
    }
    auto opened = open(settings, Schema::must_be_current);
    if (opened.exit_code != 0) return opened.exit_code;
    auto const today = opened.config.today ? parse_date(*opened.config.today)
                                           : Result<Date, DateRefusal>{unexpected{DateRefusal::not_a_date}};
    auto const clock = today ? platform::Clock{*today} : platform::Clock{};
    std::string const code = settings.municipality.empty() ? "1948" : settings.municipality;
    if (kind == "duo")
        return duo::cli_import(*opened.database, *opened.kluis, clock, settings.file, code, std::cout, std::cerr);
    auto const exit_code =
        instroom::cli_import(*opened.database, *opened.kluis, clock, {kind, settings.file, code}, std::cout, std::cerr);
    auto const gemeente = vertrouwen::Users{*opened.database, *opened.kluis, clock}.municipality(code);
    if (exit_code != 2 && gemeente) {
        auto const tied = duo::retry_waiting(*opened.database, *opened.kluis, vertrouwen::Access::systeem(*gemeente),
                                             clock.now(), clock.today());
        if (tied > 0) std::cout << tied << " wachtende DUO-berichten verwerkt.\n";
    }
    return exit_code;
}
}
