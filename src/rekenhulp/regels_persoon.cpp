#include "brp/naam.h"
#include "kernel/bsn.h"
#include "law/citation.h"
#include "platform/i18n/i18n.h"
#include "rekenhulp/regels.h"

namespace rekenhulp {
using i18n::N_;

namespace {
constexpr LawRef leeftijd_regel{law::brp_api, "leeftijd", ""}, naam_regel{law::brp_api, "adressering", ""},
    bsn_regel{law::wabb, "art. 12", ""}, iban_regel{law::iban, "", ""};

Resultaat of_niets(std::optional<std::string> const& text) { return text ? Resultaat{*text} : Resultaat{}; }

std::string_view leeftijd_zin(PartialDate born, bool known) {
    if (known)
        return N_("De leeftijd is het aantal hele jaren. Wie op 29 februari is geboren, wordt in andere jaren op 1 "
                  "maart een jaar ouder.");
    if (born.year() == 0) return N_("De geboortedatum is niet bekend, dus de leeftijd ook niet.");
    if (born.month() == 0) return N_("Alleen het geboortejaar is bekend. Dan is de leeftijd niet zeker.");
    return N_("De geboortedag is niet bekend en de geboortemaand is deze maand. Dan is de leeftijd niet zeker.");
}

/// Is every known part of the birth date later than this day allows?
bool geboren_na(PartialDate born, Date on) {
    auto const day = PartialDate::of(on);
    if (born.year() != day.year()) return born.year() > day.year();
    if (born.month() == 0 || born.month() != day.month()) return born.month() > day.month();
    return born.day() > day.day();
}

std::string_view bsn_zin(std::optional<BsnRefusal> no) {
    if (!no) return N_("Het nummer heeft negen cijfers en voldoet aan de elfproef.");
    switch (*no) {
    case BsnRefusal::not_nine_digits: return N_("Een BSN heeft negen cijfers.");
    case BsnRefusal::fails_eleven_test: return N_("Dit nummer voldoet niet aan de elfproef. Controleer de cijfers.");
    }
    throw Bug{"bsnrefusal"};
}

std::string_view iban_zin(std::optional<IbanRefusal> no) {
    if (!no) return N_("De lengte en het controlegetal kloppen.");
    switch (*no) {
    case IbanRefusal::wrong_shape: return N_("Een IBAN begint met twee letters van het land en twee cijfers.");
    case IbanRefusal::unknown_country_length:
        return N_("De lengte past niet bij dit land, of het land heeft geen IBAN.");
    case IbanRefusal::fails_mod_97: return N_("Het controlegetal klopt niet. Controleer de letters en cijfers.");
    }
    throw Bug{"ibanrefusal"};
}

Uitwerking geldig(bool valid, Waarom why) { return {{{"geldig", N_("Geldig"), valid}}, {}, {std::move(why)}}; }
}

Result<Uitwerking, Fout> reken_leeftijd(Waarden const& in) {
    auto const born = in.deels("geboren");
    Date const on = in.dag("op");
    if (geboren_na(born, on)) return unexpected{Fout{"geboren", FoutSoort::geboren_na_op, born.to_iso()}};
    auto const years = age(born, on);
    Waarom why{"leeftijd",
               leeftijd_zin(born, years.has_value()),
               {leeftijd_regel},
               Zekerheid::A,
               {{N_("geboortedatum"), born.to_iso(), "geboren"}, {N_("leeftijd op"), on, "op"}},
               {}};
    if (years) why.stappen.push_back({N_("jaren"), std::int64_t{*years}});
    Resultaat outcome = std::string_view{N_("onbekend")};
    if (years) outcome = std::int64_t{*years};
    return Uitwerking{{{"jaren", N_("Jaren"), std::move(outcome)}}, {}, {std::move(why)}};
}

Result<Uitwerking, Fout> reken_naam(Waarden const& in) {
    brp::Benoemd person;
    person.naam = {in.tekst("voornamen"), in.tekst("titel"), in.tekst("voorvoegsel"), in.tekst("geslachtsnaam")};
    person.geslacht = in.tekst("geslacht");
    if (in.heeft("naamgebruik")) person.naamgebruik = in.tekst("naamgebruik");
    brp::Partner partner;
    partner.naam = {in.tekst("partner_voornamen"), in.tekst("partner_titel"), in.tekst("partner_voorvoegsel"),
                    in.tekst("partner_geslachtsnaam")};
    partner.geslacht = in.heeft("partner_geslacht") ? in.tekst("partner_geslacht") : "O";
    if (!partner.naam.geslachtsnaam.empty()) person.partners.push_back(partner);

    auto const envelope = brp::aanschrijfwijze(person);
    auto const initials = brp::voorletters(person.naam.voornamen);
    Waarom why{
        "adressering",
        N_("Aanhef en aanschrijfwijze volgen uit naam, geslacht, naamgebruik en partner, zoals de BRP die samenstelt."),
        {naam_regel},
        Zekerheid::A,
        {},
        {}};
    struct Invoer {
        std::string_view key, label;
    };
    constexpr Invoer inputs[] = {{"voornamen", N_("voornamen")},
                                 {"voorvoegsel", N_("voorvoegsel")},
                                 {"geslachtsnaam", N_("geslachtsnaam")},
                                 {"geslacht", N_("geslacht")},
                                 {"naamgebruik", N_("naamgebruik")},
                                 {"titel", N_("titel of predicaat")},
                                 {"partner_voornamen", N_("voornamen van de partner")},
                                 {"partner_voorvoegsel", N_("voorvoegsel van de partner")},
                                 {"partner_geslachtsnaam", N_("geslachtsnaam van de partner")},
                                 {"partner_titel", N_("titel of predicaat van de partner")},
                                 {"partner_geslacht", N_("geslacht van de partner")}};
    for (auto const& [key, label] : inputs)
        if (in.heeft(key)) why.invoer.push_back({label, in.tekst(key), key});
    return Uitwerking{{{"aanhef", N_("Aanhef"), of_niets(brp::aanhef(person))},
                       {"aanschrijfwijze", N_("Op de envelop"), envelope ? Resultaat{envelope->naam} : Resultaat{}},
                       {"lopende_tekst", N_("In lopende tekst"), of_niets(brp::lopende_tekst(person))},
                       {"voorletters", N_("Voorletters"), initials.empty() ? Resultaat{} : Resultaat{initials}}},
                      {},
                      {std::move(why)}};
}

Result<Uitwerking, Fout> reken_bsn(Waarden const& in) {
    auto const bsn = Bsn::parse(in.tekst("waarde"));
    auto const no = bsn ? std::nullopt : std::optional{bsn.error()};
    return geldig(
        !no, {"elfproef", bsn_zin(no), {bsn_regel}, Zekerheid::A, {{N_("nummer"), in.tekst("waarde"), "waarde"}}, {}});
}

Result<Uitwerking, Fout> reken_iban(Waarden const& in) {
    auto const iban = Iban::parse(in.tekst("waarde"));
    auto const no = iban ? std::nullopt : std::optional{iban.error()};
    return geldig(
        !no, {"mod-97", iban_zin(no), {iban_regel}, Zekerheid::A, {{N_("nummer"), in.tekst("waarde"), "waarde"}}, {}});
}
}
