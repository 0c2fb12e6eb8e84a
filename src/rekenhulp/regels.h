#pragma once
#include "inburgeringstermijn/rules.h"
#include "instroom/rules.h"
#include "kernel/partial_date.h"
#include "rekenhulp/rekenhulp.h"

#include <map>
#include <span>
#include <variant>

/// The rules of the calculator: which keys they take, and how they are worked out. Inside this slice only.
namespace rekenhulp {

enum class Vorm { dag, deels_bekende_dag, ja_nee, groep, route, niveau, geslacht, naamgebruik, aantal, getal, woord };
enum class Nodig { nee, ja };
struct Sleutel {
    std::string_view naam, label;
    Vorm vorm;
    Nodig nodig = Nodig::ja;
};

using Waarde =
    std::variant<Date, PartialDate, bool, std::int64_t, std::string, instroom::Doelgroep, inburgeringstermijn::Route>;
/// The values of one question, read and checked by their form. Asking for a key that the rule does not have is a Bug.
class Waarden {
public:
    void zet(std::string_view key, Waarde value) { all_.insert_or_assign(std::string{key}, std::move(value)); }
    bool heeft(std::string_view key) const { return all_.contains(std::string{key}); }
    Date dag(std::string_view key) const { return get<Date>(key); }
    std::optional<Date> dag_of_niets(std::string_view key) const;
    PartialDate deels(std::string_view key) const { return get<PartialDate>(key); }
    bool ja(std::string_view key) const { return heeft(key) && get<bool>(key); }
    std::int64_t aantal(std::string_view key) const { return heeft(key) ? get<std::int64_t>(key) : 0; }
    std::string tekst(std::string_view key) const { return heeft(key) ? get<std::string>(key) : std::string{}; }
    instroom::Doelgroep groep(std::string_view key) const { return get<instroom::Doelgroep>(key); }
    inburgeringstermijn::Route route(std::string_view key) const { return get<inburgeringstermijn::Route>(key); }

private:
    template <class T> T const& get(std::string_view key) const {
        auto const found = all_.find(std::string{key});
        check(found != all_.end());
        return std::get<T>(found->second);
    }
    std::map<std::string, Waarde> all_;
};

/// A list of parts: name for the calculator, title for people.
struct Deel {
    std::string_view naam, titel;
};
using Delen = std::vector<Deel>;
using Resultaat = std::variant<std::monostate, Date, bool, std::int64_t, std::string, std::string_view,
                               Delen>;   // monostate: null; string_view: a fixed word
struct Uitkomst {
    std::string_view naam, label;
    Resultaat waarde;
};
/// `geweigerd` is the code of the refusal, empty when the rule was worked out.
struct Uitwerking {
    std::vector<Uitkomst> uitkomst;
    std::string_view geweigerd{};
    std::vector<Waarom> redenen;
};

struct Regel {
    std::string_view naam, titel, uitleg;
    std::span<Sleutel const> sleutels;
    Result<Uitwerking, Fout> (*reken)(Waarden const&);
    /// Holds data of a person: never in an address.
    bool persoonlijk = false;
};
std::span<Regel const> regels();
Regel const* zoek_regel(std::string_view naam);

/// All values read, or every fault there is, in the order of the keys.
Result<Waarden, std::vector<Fout>> lees(Regel const&, Gegevens const&);
std::string json(Uitwerking const&);
std::string leesbaar(Regel const&, Uitwerking const&);

// One function a rule (regels_inburgering.cpp, regels_pip.cpp, regels_persoon.cpp).
Result<Uitwerking, Fout> reken_pip_termijn(Waarden const&);
Result<Uitwerking, Fout> reken_inburgeringstermijn(Waarden const&);
Result<Uitwerking, Fout> reken_pip_duo(Waarden const&);
Result<Uitwerking, Fout> reken_schakelen(Waarden const&);
Result<Uitwerking, Fout> reken_afschalen(Waarden const&);
Result<Uitwerking, Fout> reken_bezwaar(Waarden const&);
Result<Uitwerking, Fout> reken_ontzorgen(Waarden const&);
Result<Uitwerking, Fout> reken_aanbod(Waarden const&);
Result<Uitwerking, Fout> reken_leeftijd(Waarden const&);
Result<Uitwerking, Fout> reken_naam(Waarden const&);
Result<Uitwerking, Fout> reken_bsn(Waarden const&);
Result<Uitwerking, Fout> reken_iban(Waarden const&);
Result<Uitwerking, Fout> reken_werkdag(Waarden const&);
Result<Uitwerking, Fout> reken_taakstelling(Waarden const&);
}
