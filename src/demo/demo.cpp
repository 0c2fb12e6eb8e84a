#include "demo/demo.h"

#include "demo/bureau.h"

#include "demo/queries.h"
#include "demo/rijen.h"
#include "inburgeringstermijn/store.h"
#include "platform/json/json.h"
#include "vertrouwen/chain.h"
#include "vertrouwen/store.h"
#include "vertrouwen/users.h"
#include "werkvoorraad/counts.h"

#include <fmt/core.h>
#include <fstream>
#include <ostream>

namespace demo {
namespace {
using std::chrono::days;
using vertrouwen::Access;

constexpr GemeenteId meierijstad{1}, maashorst{2};
constexpr int caseload = 80;
constexpr int files_a_batch = 2000;

struct Staff {
    GemeenteId gemeente;
    std::vector<TeamId> teams;
    std::vector<GebruikerId> regisseurs, klantmanagers;
    std::vector<TeamId> team_of_klantmanager;
    std::optional<GebruikerId> privacy{};
};

class Names {   // invented colleagues, each once in turn
public:
    explicit Names(std::uint64_t seed) : dice_{seed ^ 0x5DEECE66DULL} {}
    std::string next() {
        return std::string{dice_.pick(medewerkers_voornamen())} + " "
               + std::string{dice_.pick(medewerkers_achternamen())};
    }

private:
    Dice dice_;
};

std::string password_of(std::uint64_t seed, std::string_view role) {
    constexpr std::string_view words[] = {"Zilveren", "Groene", "Stille", "Heldere",
                                          "Snelle",   "Ronde",  "Warme",  "Gouden"};
    constexpr std::string_view things[] = {"molen", "brug", "fiets", "rivier", "lantaarn", "toren", "tuin", "haven"};
    Dice dice{seed + std::hash<std::string_view>{}(role)};
    dice.next();
    return fmt::format("{}-{}-{}", dice.pick(std::span<std::string_view const>{words}),
                       dice.pick(std::span<std::string_view const>{things}), dice.between(1000, 9999));
}

std::string totp_of(std::uint64_t seed, std::string_view role) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    Dice dice{seed * 31 + std::hash<std::string_view>{}(role)};
    dice.next();
    std::string secret;
    for (int i = 0; i < 32; ++i) secret += alphabet[static_cast<std::size_t>(dice.between(0, 31))];
    return secret;
}

void municipalities(db::Connection& c) {
    struct One {
        GemeenteId id;
        std::string_view code, name;
    };
    for (auto const& one : {One{meierijstad, "1948", "Meierijstad"}, One{maashorst, "1991", "Maashorst"}}) {
        c.exec(queries::add_municipality, {one.id, one.code, one.name});
        for (auto const chain : {"audit", "leeslog"})
            c.exec(queries::add_chain, {one.id, chain, vertrouwen::chain_start()});
    }
}

/// Colleagues who cannot log in: they only own files.
void staff(db::Connection& c, Staff& s, Rijen& rows, Names& names, std::int64_t files, Timestamp now) {
    std::string const suffix = s.gemeente == meierijstad ? "meierijstad" : "maashorst";
    auto const add = [&](std::string_view role, std::int64_t number, TeamId team) {
        GebruikerId const id{rows.next_id()};
        c.exec(queries::add_staff, {id, s.gemeente, fmt::format("{}{}@{}.voorbeeld", role, number, suffix),
                                    names.next(), role, team, true, now});
        return id;
    };
    auto const managers = std::max<std::int64_t>(2, (files + caseload - 1) / caseload);
    while (static_cast<std::int64_t>(s.klantmanagers.size()) < managers) {
        auto const team = s.teams[s.klantmanagers.size() % s.teams.size()];
        s.klantmanagers.push_back(add("klantmanager", static_cast<std::int64_t>(s.klantmanagers.size()) + 1, team));
        s.team_of_klantmanager.push_back(team);
    }
    while (static_cast<std::int64_t>(s.regisseurs.size()) * 800 < files || s.regisseurs.empty())
        s.regisseurs.push_back(add("regisseur", static_cast<std::int64_t>(s.regisseurs.size()) + 1, s.teams[0]));
}

void log_ins(db::Connection& c, vertrouwen::Kluis const& kluis, std::vector<Account> const& list, Staff& big,
             Staff& small, Names& names, Timestamp now) {
    for (auto const& account : list) {
        auto& s = account.gemeente == "1948" ? big : small;
        bool const second = account.gebruikersnaam.starts_with("klantmanager2");
        vertrouwen::NieuweGebruiker user;
        user.gebruikersnaam = account.gebruikersnaam;
        user.naam = account.rol == "regisseur" ? "Anouk Verhoeven"
                    : account.gebruikersnaam.starts_with("klantmanager@m") && s.gemeente == meierijstad
                        ? "Bram Kuijpers"
                        : names.next();
        user.rol = *vertrouwen::rol_van(account.rol);
        user.team = s.teams[second ? 1 : 0];
        user.wachtwoord_hash = vertrouwen::hash_password(account.wachtwoord, vertrouwen::HashCost::production());
        user.tijdelijk = false;
        user.totp_secret = account.totp;
        auto const id = vertrouwen::add_user(c, kluis, Access::systeem(s.gemeente), now, user);
        check(id.has_value());
        if (account.rol == "regisseur") s.regisseurs.push_back(*id);
        if (account.rol == "privacy_officer") s.privacy = *id;
        if (account.rol == "klantmanager") {
            s.klantmanagers.push_back(*id);
            s.team_of_klantmanager.push_back(*user.team);
        }
    }
}

void bar(std::ostream& out, std::int64_t done, std::int64_t total) {
    constexpr int width = 40;
    auto const filled = static_cast<std::size_t>(done * width / total);
    out << "\r[" << std::string(filled, '#') << std::string(width - filled, '.') << "] " << done << " van " << total
        << " dossiers" << std::flush;
    if (done == total) out << "\n";
}

bool write_accounts(std::string const& file, std::vector<Account> const& list) {
    json::Writer w;
    w.array();
    for (auto const& a : list) {
        w.object().field("rol", a.rol).field("gebruikersnaam", a.gebruikersnaam).field("wachtwoord", a.wachtwoord);
        if (!a.totp.empty()) w.field("totp", a.totp);
        w.field("gemeente", a.gemeente).end_object();
    }
    w.end_array();
    std::ofstream out{file};
    out << w.take() << "\n";
    return static_cast<bool>(out.flush());
}

Behandelaars owner_of(Staff const& s, std::int64_t number) {
    // Fresh arrivals: one in twenty files has nobody yet and stands in the team queue.
    if (number % 20 == 19)
        return {s.gemeente, std::nullopt, std::nullopt, s.teams[static_cast<std::size_t>(number) % s.teams.size()]};
    auto const manager = static_cast<std::size_t>(number / caseload) % s.klantmanagers.size();
    auto const regisseur = static_cast<std::size_t>(number / 800) % s.regisseurs.size();
    // One in ten waits with the regisseur for a klantmanager.
    if (number % 10 == 4) return {s.gemeente, s.regisseurs[regisseur], std::nullopt, s.team_of_klantmanager[manager]};
    return {s.gemeente, s.regisseurs[regisseur], s.klantmanagers[manager], s.team_of_klantmanager[manager]};
}
}

std::vector<Account> accounts(std::uint64_t seed) {
    std::vector<Account> list;
    auto const add = [&](std::string rol, std::string name, bool totp, std::string gemeente) {
        list.push_back({rol, name, password_of(seed, name), totp ? totp_of(seed, name) : "", gemeente});
    };
    add("regisseur", "regisseur@meierijstad.voorbeeld", false, "1948");
    add("klantmanager", "klantmanager@meierijstad.voorbeeld", false, "1948");
    add("planner", "planner@meierijstad.voorbeeld", false, "1948");
    add("functioneel_beheerder", "beheerder@meierijstad.voorbeeld", true, "1948");
    add("privacy_officer", "privacy@meierijstad.voorbeeld", true, "1948");
    add("klantmanager", "klantmanager2@meierijstad.voorbeeld", false, "1948");
    add("regisseur", "regisseur@maashorst.voorbeeld", false, "1991");
    return list;
}

bool is_empty(db::Database& database) {
    return database.read(db::Scope::system(),
                         [](db::Connection& c) { return !c.value<std::int64_t>(queries::any_file).has_value(); });
}

int fill(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock clock, Options const& options,
         std::ostream& progress) {
    if (!is_empty(database)) {
        progress << "Deze database bevat al dossiers. Kies een lege database voor de demonstratie.\n";
        return 1;
    }
    auto const list = accounts(options.seed);
    if (!options.accounts_file.empty() && !write_accounts(options.accounts_file, list)) {
        progress << "Het bestand " << options.accounts_file << " is niet te schrijven. Kies een map die bestaat.\n";
        return 1;
    }
    Date const today = clock.today();
    auto const now = clock.now();
    constexpr std::int64_t epoch_2020_days = 18262;   // ids begin where those of yesterday would (db::new_id)
    auto const first_id = (today.time_since_epoch().count() - epoch_2020_days - 1) * 86'400'000LL << 22U;
    Rijen rows{kluis, today, first_id};
    Staff big{meierijstad, {}, {}, {}, {}}, small{maashorst, {}, {}, {}, {}};
    auto const in_small = options.files / 5;
    database.write(db::Scope::system(), [&](db::Connection& c) {
        Names names{options.seed};
        municipalities(c);
        for (auto const name : {"Veghel", "Schijndel", "Sint-Oedenrode"}) {
            big.teams.push_back(TeamId{rows.next_id()});
            c.exec(queries::add_team, {big.teams.back(), meierijstad, name});
        }
        small.teams.push_back(TeamId{rows.next_id()});
        c.exec(queries::add_team, {small.teams.back(), maashorst, "Uden"});
        log_ins(c, kluis, list, big, small, names, now);
        staff(c, big, rows, names, options.files - in_small, now);
        staff(c, small, rows, names, in_small, now);
        c.exec(queries::add_substitution,
               {rows.next_id(), meierijstad, big.klantmanagers[std::min<std::size_t>(2, big.klantmanagers.size() - 1)],
                big.klantmanagers[0], today - days{2}, today + days{5}});
        c.exec(queries::add_policy,
               {rows.next_id(), meierijstad, "gm.extra_aanbod", "ja", Date{2022y / 1 / 1},
                "Beleidsplan Wet inburgering 2022, kernwaarde gelijkheid", big.regisseurs[0], now});
        inburgeringstermijn::plan_warnings(c, now);
        werkvoorraad::plan_recount(c, now);
    });
    vertrouwen::initialise(database, kluis);

    std::int64_t done = 0, in_big = 0, of_small = 0;
    std::vector<PersoonId> twins;
    while (done < options.files) {
        auto const until = std::min<std::int64_t>(options.files, done + files_a_batch);
        for (; done < until; ++done) {
            bool const to_small = done % 5 == 4;
            auto const& s = to_small ? small : big;
            auto const number = to_small ? of_small++ : in_big++;
            auto const zaak = make_zaak(options.seed, done, to_small ? "1991" : "1948", today);
            rows.add(zaak, owner_of(s, number));
            if (!to_small && number < 60 && number % 20 == 7) twins.push_back(rows.twin(zaak, owner_of(s, number)));
        }
        // All in one go a batch: what a retry would repeat is still in `rows` only until it is written.
        database.write(db::Scope::system(), [&](db::Connection& c) { rows.write(c); });
        bar(progress, done, options.files);
    }
    database.write(db::Scope::system(), [&](db::Connection& c) {
        for (auto const& [key, last] : rows.numbers()) c.exec(queries::set_numbers, {key.first, key.second, last});
        for (auto const gemeente : {meierijstad, maashorst}) werkvoorraad::rebuild_counts(c, gemeente);
        look_alikes(c, kluis, meierijstad, twins);
        purposes(c, rows, meierijstad, big.klantmanagers[0], big.privacy, now);
        letterhead(c, rows, meierijstad, big.regisseurs[0], now, "Veghel");
        letterhead(c, rows, maashorst, small.regisseurs[0], now, "Uden");
        call_ups(c, kluis, meierijstad, big.klantmanagers[0], now, today);
        c.script("ANALYZE");   // so that the database knows at once how its tables are filled
    });
    return 0;
}
}
