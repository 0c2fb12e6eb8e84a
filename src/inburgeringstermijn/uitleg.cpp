#include "inburgeringstermijn/uitleg.h"

#include "inburgeringstermijn/rules.h"
#include "law/termijnenwet.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"

#include <algorithm>

namespace inburgeringstermijn {
using i18n::N_;

Date leg_rollen_uit(std::vector<Waarom>& redenen, Date ongerold) {
    if (!law::is_rustdag(ongerold)) return ongerold;
    Waarom why{
        "R3.5",
        N_("Valt de laatste dag op een zaterdag, een zondag of een feestdag, dan loopt de termijn door tot en met "
           "de volgende werkdag."),
        {{law::atw, "art. 1", "lid 1"}, {law::atw, "art. 5", ""}},
        Zekerheid::P,
        {},
        {}};
    Date day = ongerold;
    for (auto rest = law::rustdag(day); rest; rest = law::rustdag(day += std::chrono::days{1})) {
        why.stappen.push_back({rest->naam, day});
        why.zekerheid = weakest(why.zekerheid, rest->zekerheid);
        if (std::ranges::find(why.bronnen, rest->source) == why.bronnen.end()) why.bronnen.push_back(rest->source);
    }
    why.stappen.push_back({N_("volgende werkdag"), day});
    redenen.push_back(std::move(why));
    return day;
}

void leg_begin_wet_uit(std::vector<Waarom>& redenen, Date day) {
    if (day >= law::wi2021_in_werking) return;
    redenen.push_back({"R1.1",
                       N_("De Wet inburgering 2021 geldt voor wie vanaf 1 januari 2022 inburgeringsplichtig is. "
                          "Voor deze dag geldt de oude wet."),
                       {law::wi2021_overgang},
                       Zekerheid::P,
                       {},
                       {{N_("begin van de wet"), law::wi2021_in_werking}}});
}

Uitgelegd<Date> werkdag(Date dag) {
    std::vector<Waarom> redenen;
    Date const outcome = leg_rollen_uit(redenen, dag);
    if (redenen.empty())
        redenen.push_back({"R3.5",
                           N_("Deze dag is een gewone werkdag: geen zaterdag, zondag of feestdag."),
                           {{law::atw, "art. 1", "lid 1"}, {law::atw, "art. 3", ""}},
                           Zekerheid::P,
                           {},
                           {{N_("werkdag"), dag}}});
    redenen.front().invoer.push_back({N_("dag"), dag, "dag"});
    return {outcome, std::move(redenen)};
}
}
