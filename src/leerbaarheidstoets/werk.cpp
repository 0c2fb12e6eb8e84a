#include "leerbaarheidstoets/werk.h"

#include "brede_intake/store.h"
#include "inburgeringstermijn/store.h"
#include "leerbaarheidstoets/queries.h"
#include "platform/i18n/i18n.h"
#include "werkvoorraad/store.h"

#include <algorithm>
#include <array>

namespace leerbaarheidstoets {
using i18n::N_;

namespace {
constexpr std::string_view aanvragen = N_("Leerbaarheidstoets aanvragen bij DUO"),
                           plannen = N_("Leerbaarheidstoets plannen"),
                           vastleggen = N_("Uitslag leerbaarheidstoets vastleggen"),
                           melden = N_("DUO melden dat de leerbaarheidstoets niet hoeft");
// DUO's notice SS131 makes this task (duo/rules.cpp); recording the result finishes it.
constexpr std::string_view opvragen = N_("Uitslag leerbaarheidstoets opvragen");
constexpr std::array<std::string_view, 5> eigen_titels{aanvragen, plannen, vastleggen, melden, opvragen};
constexpr std::chrono::weeks voor_het_pip{5};

Date ruim_voor(std::optional<Date> pip, Date today) {
    Date const wanted = pip ? *pip - voor_het_pip : today + std::chrono::weeks{2};
    return std::max(wanted, today);
}
}

void volg(db::Connection& c, Omgeving const& o, DossierId dossier, std::span<std::string_view const> eigen,
          std::optional<Werk> const& gewenst) {
    bool there = false;
    for (auto const& task : werkvoorraad::of_file(c, o.access, dossier)) {
        if (std::ranges::find(eigen, task.titel) == eigen.end()) continue;
        if (gewenst && task.titel == gewenst->titel) {
            there = true;
            continue;
        }
        werkvoorraad::close(c, o.access, o.now, task.id, werkvoorraad::Stand::klaar);
    }
    if (!gewenst || there) return;
    struct Owner {
        bool open;
        std::optional<GebruikerId> klantmanager, regisseur;
        std::optional<TeamId> team;
    };
    auto const file = c.one(queries::owner_of_file, {dossier, o.access.gemeente()}, [](db::Row const& r) {
        return Owner{r.text(0) == "open", r.get<std::optional<GebruikerId>>(1), r.get<std::optional<GebruikerId>>(2),
                     r.get<std::optional<TeamId>>(3)};
    });
    if (!file || !file->open) return;
    werkvoorraad::NieuweTaak task;
    task.dossier = dossier;
    task.soort = gewenst->soort;
    task.titel = gewenst->titel;
    task.toelichting = gewenst->toelichting;
    task.artikel = gewenst->artikel;
    task.uiterlijk = gewenst->uiterlijk;
    task.eigenaar = file->klantmanager ? file->klantmanager : file->regisseur;
    task.team = file->team;
    werkvoorraad::add(c, o.access, o.now, task);
}

std::optional<Werk> volgend_werk(Werkfeiten const& f, bool duo_weet_uitzondering, Date today) {
    auto const& t = f.toets;
    if (t.stand == Stand::uitzondering && !duo_weet_uitzondering)
        return Werk{"intake", melden, N_("DUO trekt dan het examennummer in."), "Wet 14 lid 6", today};
    if (t.klaar() || t.stand == Stand::geweigerd || f.plan_vast || f.intake_klaar) return std::nullopt;
    Date const due = ruim_voor(f.pip_uiterlijk, today);
    if (t.duo_uitslag) return Werk{"duo", opvragen, N_("DUO heeft gemeld dat de uitslag er is."), "Wet 14", today};
    switch (t.stand) {
    case Stand::geen:
        if (!f.intake_begonnen || t.duo_aangemeld) break;
        return Werk{"intake", aanvragen, N_("De toets hoort bij de brede intake."), "Wet 14", due};
    case Stand::aangevraagd:
        return Werk{"intake", plannen, N_("Spreek een dag af op de locatie van de toets."), "Wet 14", due};
    case Stand::ingepland:
        return Werk{"intake", vastleggen, N_("Na de toets geeft DUO de uitslag."), "Wet 14",
                    std::max(t.datum.value_or(today), today)};
    case Stand::uitslag:
    case Stand::uitzondering:
    case Stand::geweigerd: break;
    }
    return std::nullopt;
}

void meld_weigering(db::Connection& c, Omgeving const& o, DossierId dossier) {
    constexpr std::array<std::string_view, 1> own{N_("Weigering leerbaarheidstoets beoordelen")};
    volg(c, o, dossier, own,
         Werk{"intake", own.front(), N_("Niet meewerken aan de toets telt als niet meewerken aan de intake."), "Wet 22",
              o.today + std::chrono::weeks{1}});
}

void follow(db::Connection& c, Omgeving const& o, DossierId dossier) {
    auto const intake = brede_intake::samenvatting(c, o.access, dossier);
    Werkfeiten facts{};
    facts.toets = uitslag(c, o.access, dossier);
    facts.intake_begonnen = intake && intake->begonnen;
    facts.intake_klaar = intake && intake->afgerond;
    for (auto const& clock : inburgeringstermijn::clocks(c, dossier, o.today)) {
        using inburgeringstermijn::KlokStand;
        if (clock.soort != inburgeringstermijn::KlokSoort::pip) continue;
        facts.plan_vast = clock.stand == KlokStand::gehaald;
        if (clock.stand == KlokStand::loopt) facts.pip_uiterlijk = clock.uiterlijk;
    }
    auto const row = latest(c, o.kluis, o.access, dossier);
    volg(c, o, dossier, eigen_titels, volgend_werk(facts, row.toets.duo_gemeld.has_value(), o.today));
}
}
