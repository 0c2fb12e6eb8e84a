#include "instroom/taakstelling.h"
#include "law/wi2021.h"
#include "platform/i18n/i18n.h"
#include "rekenhulp/regels.h"

namespace rekenhulp {
using i18n::N_;
namespace termijn = inburgeringstermijn;

namespace {
Resultaat of_niets(std::optional<Date> const& day) { return day ? Resultaat{*day} : Resultaat{}; }

/// A rule of the act, asked for a day before it held.
std::optional<Uitwerking> voor_de_wet(std::string_view key, std::string_view label, Date day) {
    if (day >= law::wi2021_in_werking) return std::nullopt;
    Uitwerking refused;
    refused.geweigerd = "wet_geldt_nog_niet";
    refused.redenen = {{"R1.1",
                        N_("De Wet inburgering 2021 geldt voor wie vanaf 1 januari 2022 inburgeringsplichtig is. "
                           "Voor deze dag geldt de oude wet."),
                        {law::wi2021_overgang},
                        Zekerheid::P,
                        {{label, day, key}},
                        {{N_("begin van de wet"), law::wi2021_in_werking}}}};
    return refused;
}

termijn::Groep termijngroep(instroom::Doelgroep groep) {
    switch (groep) {
    case instroom::Doelgroep::as_a: return termijn::Groep::as_a;
    case instroom::Doelgroep::as_b: return termijn::Groep::as_b;
    case instroom::Doelgroep::gm: return termijn::Groep::gm;
    case instroom::Doelgroep::om: return termijn::Groep::om;
    }
    throw Bug{"doelgroep"};
}

Uitwerking toegestaan(Uitgelegd<bool> answer) {
    return {{{"toegestaan", N_("Toegestaan"), answer.uitkomst}}, {}, std::move(answer.redenen)};
}
}

Result<Uitwerking, Fout> reken_pip_termijn(Waarden const& in) {
    Date const notice = in.dag("kennisgeving");
    if (auto refused = voor_de_wet("kennisgeving", N_("kennisgeving van DUO aan de persoon"), notice)) return *refused;
    auto answer = termijn::pip_termijn({.kennisgeving = notice,
                                        .brp = in.dag_of_niets("brp"),
                                        .huisvesting_28 = in.ja("hw28"),
                                        .derden_ontvangen = in.dag_of_niets("derden_ontvangen"),
                                        .verhuisd_met_pip = in.dag_of_niets("verhuisd_met_pip")});
    return Uitwerking{{{"uiterlijk", N_("Uiterlijk"), answer.uitkomst.uiterlijk},
                       {"ongerold", N_("Zonder opschuiven naar een werkdag"), answer.uitkomst.ongerold}},
                      {},
                      std::move(answer.redenen)};
}

Result<Uitwerking, Fout> reken_inburgeringstermijn(Waarden const& in) {
    Date const first = in.dag("eerste_pip");
    if (auto refused = voor_de_wet("eerste_pip", N_("dagtekening van het eerste PIP"), first)) return *refused;
    auto answer = termijn::inburgeringstermijn(first);
    auto const& t = answer.uitkomst;
    return Uitwerking{{{"start", N_("Begin"), t.start},
                       {"einde", N_("Einde (de eerste dag erna)"), t.einde},
                       {"laatste_dag", N_("Laatste dag"), t.laatste_dag},
                       {"schakelgrens", N_("Grens voor wisselen van leerroute"), t.schakelgrens},
                       {"toets_verlenging", N_("Verlenging aanvragen kan vanaf"), t.toets_verlenging},
                       {"na_zes_maanden", N_("Einde met zes maanden extra"), t.na_zes_maanden},
                       {"herinnering", N_("Herinnering van DUO"), t.herinnering}},
                      {},
                      std::move(answer.redenen)};
}

Result<Uitwerking, Fout> reken_schakelen(Waarden const& in) {
    Date const first = in.dag("eerste_pip");
    if (auto refused = voor_de_wet("eerste_pip", N_("dagtekening van het eerste PIP"), first)) return *refused;
    auto answer = termijn::schakelen({.eerste_pip = first,
                                      .van = in.route("van"),
                                      .naar = in.route("naar"),
                                      .op = in.dag("op"),
                                      .bijzonder_geval = in.ja("bijzonder_geval"),
                                      .onderwijs_gestopt = in.dag_of_niets("onderwijs_gestopt")});
    if (answer) return toegestaan(std::move(*answer));
    return Uitwerking{{}, naam(answer.error().reden), std::move(answer.error().redenen)};
}

Result<Uitwerking, Fout> reken_afschalen(Waarden const& in) {
    auto answer = termijn::afschalen({.route = in.route("route"),
                                      .uren_nt2 = static_cast<int>(in.aantal("uren_nt2")),
                                      .uren_intake = static_cast<int>(in.aantal("uren_intake")),
                                      .inspanning = in.ja("inspanning"),
                                      .b1_haalbaar = in.ja("b1_haalbaar")});
    if (answer) return toegestaan(std::move(*answer));
    return Uitwerking{{}, naam(answer.error().reden), std::move(answer.error().redenen)};
}

Result<Uitwerking, Fout> reken_bezwaar(Waarden const& in) {
    auto answer = termijn::bezwaar(in.dag("bekendgemaakt"));
    auto const& b = answer.uitkomst;
    return Uitwerking{{{"einde", N_("Laatste dag voor bezwaar"), b.einde},
                       {"ongerold", N_("Zonder opschuiven naar een werkdag"), b.ongerold},
                       {"onherroepelijk_vanaf", N_("Zonder bezwaar onherroepelijk vanaf"), b.onherroepelijk_vanaf}},
                      {},
                      std::move(answer.redenen)};
}

Result<Uitwerking, Fout> reken_ontzorgen(Waarden const& in) {
    auto const from = in.dag_of_niets("bijstand_vanaf"), until = in.dag_of_niets("bijstand_tot");
    if (until && !from) return unexpected{Fout{"bijstand_vanaf", FoutSoort::zonder_vanaf, {}}};
    if (until && *until <= *from) return unexpected{Fout{"bijstand_tot", FoutSoort::niet_na_vanaf, to_iso(*until)}};
    auto answer = termijn::ontzorgen({termijngroep(in.groep("groep")), from, until});
    auto const& o = answer.uitkomst;
    return Uitwerking{{{"recht", N_("Recht op ontzorgen"), o.recht},
                       {"vanaf", N_("Vanaf"), of_niets(o.vanaf)},
                       {"tot", N_("Tot (de eerste dag erna)"), of_niets(o.tot)}},
                      {},
                      std::move(answer.redenen)};
}

Result<Uitwerking, Fout> reken_aanbod(Waarden const& in) {
    auto answer =
        instroom::aanbod(in.groep("groep"), in.ja("bijstand") ? instroom::Bijstand::ja : instroom::Bijstand::nee);
    Delen parts;
    for (auto const part : answer.uitkomst) parts.push_back({instroom::naam(part), instroom::titel(part)});
    return Uitwerking{{{"onderdelen", N_("Onderdelen"), std::move(parts)}}, {}, std::move(answer.redenen)};
}

Result<Uitwerking, Fout> reken_werkdag(Waarden const& in) {
    auto answer = termijn::werkdag(in.dag("dag"));
    return Uitwerking{{{"dag", N_("Werkdag"), answer.uitkomst}}, {}, std::move(answer.redenen)};
}

Result<Uitwerking, Fout> reken_taakstelling(Waarden const& in) {
    instroom::TaakstellingVraag const asked{in.aantal("landelijk"), in.aantal("inwoners_gemeente"),
                                            in.aantal("inwoners_nederland"), in.aantal("saldo"),
                                            in.aantal("gehuisvest")};
    if (asked.inwoners_nederland == 0) return unexpected{Fout{"inwoners_nederland", FoutSoort::nul_inwoners, "0"}};
    if (asked.inwoners_gemeente > asked.inwoners_nederland)
        return unexpected{
            Fout{"inwoners_gemeente", FoutSoort::meer_dan_nederland, std::to_string(asked.inwoners_gemeente)}};
    auto answer = instroom::taakstelling(asked);
    return Uitwerking{{{"taak", N_("Taak"), answer.uitkomst.taak},
                       {"saldo_eind", N_("Saldo aan het einde"), answer.uitkomst.saldo_eind}},
                      {},
                      std::move(answer.redenen)};
}
}
