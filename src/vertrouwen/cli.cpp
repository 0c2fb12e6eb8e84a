#include "vertrouwen/cli.h"

#include "vertrouwen/account_rules.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/totp.h"
#include "vertrouwen/users.h"

#include <istream>
#include <ostream>

namespace vertrouwen {
namespace {

constexpr std::string_view usage = "gebruik: meedoen user add NAAM --naam \"Voornaam Achternaam\" --rol ROL --gemeente "
                                   "CODE [--team TEAM] [--wachtwoord-stdin]\n"
                                   "         meedoen user list [--gemeente CODE]\n"
                                   "         meedoen user disable|enable NAAM\n"
                                   "         meedoen user password NAAM [--stdin]\n"
                                   "         meedoen user totp-reset NAAM\n"
                                   "         meedoen user code GEHEIM\n";

struct Line {
    db::Database& database;
    Kluis const& kluis;
    platform::Clock clock;
    std::istream& in;
    std::ostream &out, &err;
    HashCost cost;
    std::vector<std::string> words;   // what is no option
    std::map<std::string, std::string> options;

    Users users() const { return {database, kluis, clock, cost}; }
    std::string option(std::string const& name) const {
        auto const found = options.find(name);
        return found == options.end() ? "" : found->second;
    }
    int wrong_usage(std::string_view why) const {
        err << why << "\n" << usage;
        return 2;
    }
    int refused(std::string_view why) const {
        err << why << "\n";
        return 1;
    }
};

/// Options that stand alone; the others take the next word.
bool alone(std::string_view option) { return option == "--stdin" || option == "--wachtwoord-stdin"; }

/// Fills words and options; gives what is wrong, or nothing.
std::string read_words(Line& line, std::span<std::string const> args, std::initializer_list<std::string_view> known) {
    for (std::size_t i = 0; i < args.size(); ++i) {
        auto const& word = args[i];
        if (!word.starts_with("--")) {
            line.words.push_back(word);
            continue;
        }
        if (std::ranges::find(known, word) == known.end()) return "onbekende optie " + word;
        if (alone(word))
            line.options[word] = "ja";
        else if (i + 1 < args.size())
            line.options[word] = args[++i];
        else
            return "achter " + word + " ontbreekt een waarde";
    }
    return {};
}

std::string read_password(std::istream& in) {
    std::string password;
    std::getline(in, password);
    if (!password.empty() && password.back() == '\r') password.pop_back();
    return password;
}

std::string roles() {
    std::string all;
    for (int i = 0; i < aantal_rollen; ++i) all += (i ? ", " : "") + std::string{naam(static_cast<Rol>(i))};
    return all;
}

struct Found {
    Gebruiker gebruiker;
    Access access;
};
/// The user of this name, and the right to change him from the command line.
std::optional<Found> find(Line& line, std::string const& name) {
    auto const id = line.users().by_name(name);
    if (!id) return std::nullopt;
    auto user = Store{line.database, line.kluis, line.clock}.user(*id);
    check(user.has_value());
    auto const access = Access::systeem(user->gemeente);
    return Found{std::move(*user), access};
}

int add(Line& line) {
    if (line.words.size() != 1) return line.wrong_usage("geef één gebruikersnaam");
    auto const name = accept_username(line.words[0]);
    if (!name) return line.refused("deze gebruikersnaam mag niet: 3 tot 80 letters, cijfers, of . _ - @");
    auto const rol = rol_van(line.option("--rol"));
    if (!rol) return line.refused("onbekende rol; kies uit: " + roles());
    if (line.option("--naam").empty()) return line.wrong_usage("--naam ontbreekt");
    auto const gemeente = line.users().municipality(line.option("--gemeente"));
    if (!gemeente) return line.refused("onbekende gemeentecode: " + line.option("--gemeente"));
    auto const access = Access::systeem(*gemeente);
    NieuweGebruiker user{.gebruikersnaam = *name, .naam = line.option("--naam"), .rol = *rol, .wachtwoord_hash = {}};
    if (auto const wanted = line.option("--team"); !wanted.empty()) {
        for (auto const& team : line.users().teams(access))
            if (team.naam == wanted) user.team = team.id;
        if (!user.team) return line.refused("deze gemeente heeft geen team " + wanted);
    }
    if (!line.option("--wachtwoord-stdin").empty()) {
        auto const password = accept_password(read_password(line.in), *name);
        if (!password) return line.refused(explain(password.error()));
        user.wachtwoord_hash = hash_password(*password, line.cost);
        user.tijdelijk = false;
    }
    auto const added = line.users().add(access, user);
    if (!added) return line.refused("deze gebruikersnaam is al in gebruik: " + *name);
    line.out << "gebruiker " << *name << " toegevoegd als " << naam(*rol) << "\n";
    if (!added->wachtwoord.empty()) line.out << "tijdelijk wachtwoord: " << added->wachtwoord << "\n";
    return 0;
}

int list(Line& line) {
    if (!line.words.empty()) return line.wrong_usage("te veel woorden");
    auto const code = line.option("--gemeente");
    std::optional<GemeenteId> only;
    if (!code.empty()) {
        only = line.users().municipality(code);
        if (!only) return line.refused("onbekende gemeentecode: " + code);
    }
    line.database.read(db::Scope::system(), [&](db::Connection& c) {
        c.each(queries::all_users, {}, [&](db::Row const& r) {
            if (only && r.get<GemeenteId>(0) != *only) return;
            line.out << r.text(2) << '\t' << r.text(3) << '\t' << r.text(4) << '\t' << r.text(1) << '\t'
                     << (r.boolean(5) ? "actief" : "buiten gebruik") << '\t' << (r.boolean(6) ? "tweede factor" : "-")
                     << '\n';
        });
    });
    return 0;
}

int set_active(Line& line, bool active) {
    if (line.words.size() != 1) return line.wrong_usage("geef één gebruikersnaam");
    auto const found = find(line, line.words[0]);
    if (!found) return line.refused("onbekende gebruiker: " + line.words[0]);
    auto const& user = found->gebruiker;
    auto const done =
        line.users().change(found->access, user.id, {user.naam, user.rol, user.team, active, user.versie});
    if (!done) return line.refused("deze gebruiker wordt net door iemand anders gewijzigd; probeer het opnieuw");
    line.out << "gebruiker " << user.gebruikersnaam
             << (active ? " mag weer inloggen\n" : " is buiten gebruik; alle sessies zijn beëindigd\n");
    return 0;
}

int password(Line& line) {
    if (line.words.size() != 1) return line.wrong_usage("geef één gebruikersnaam");
    auto const found = find(line, line.words[0]);
    if (!found) return line.refused("onbekende gebruiker: " + line.words[0]);
    if (line.option("--stdin").empty()) {
        auto const made = line.users().reset_password(found->access, found->gebruiker.id);
        if (!made) return line.refused("onbekende gebruiker: " + line.words[0]);
        line.out << "tijdelijk wachtwoord: " << *made << "\n";
        return 0;
    }
    auto const wanted = accept_password(read_password(line.in), found->gebruiker.gebruikersnaam);
    if (!wanted) return line.refused(explain(wanted.error()));
    line.users().set_password(found->access, found->gebruiker.id, *wanted);
    line.out << "wachtwoord gewijzigd; alle sessies zijn beëindigd\n";
    return 0;
}

int totp_reset(Line& line) {
    if (line.words.size() != 1) return line.wrong_usage("geef één gebruikersnaam");
    auto const found = find(line, line.words[0]);
    if (!found) return line.refused("onbekende gebruiker: " + line.words[0]);
    if (!line.users().reset_factor(found->access, found->gebruiker.id))
        return line.refused("onbekende gebruiker: " + line.words[0]);
    line.out << "tweede factor verwijderd; alle sessies zijn beëindigd\n";
    return 0;
}

int code(Line& line) {
    if (line.words.size() != 1) return line.wrong_usage("geef één geheim");
    if (!is_totp_secret(line.words[0])) return line.refused("dit is geen geheim van een tweede factor (base32)");
    line.out << totp_code(line.words[0], totp_now()) << "\n";
    return 0;
}
}

int cli(db::Database& database, Kluis const& kluis, platform::Clock clock, std::span<std::string const> args,
        std::istream& in, std::ostream& out, std::ostream& err, HashCost cost) {
    Line line{database, kluis, clock, in, out, err, cost, {}, {}};
    auto const command = args.empty() ? std::string{} : args[0];
    if (command == "--help" || command == "-h") {
        out << usage;
        return 0;
    }
    auto const run = [&](auto&& work, std::initializer_list<std::string_view> options) {
        auto const wrong = read_words(line, args.subspan(1), options);
        return wrong.empty() ? work(line) : line.wrong_usage(wrong);
    };
    if (command == "add") return run(add, {"--naam", "--rol", "--gemeente", "--team", "--wachtwoord-stdin"});
    if (command == "list") return run(list, {"--gemeente"});
    if (command == "disable") return run([](Line& l) { return set_active(l, false); }, {});
    if (command == "enable") return run([](Line& l) { return set_active(l, true); }, {});
    if (command == "password") return run(password, {"--stdin"});
    if (command == "totp-reset") return run(totp_reset, {});
    if (command == "code") return run(code, {});
    return line.wrong_usage(command.empty() ? "geef een opdracht" : "onbekende opdracht " + command);
}

std::string_view user_usage() { return usage; }
}
