#include "zoeken/store.h"

#include "platform/search/search.h"
#include "zoeken/queries.h"

#include <set>

namespace zoeken {
namespace {

Gevonden found(db::Row const& r, Treffer how) {
    auto const text = [&](int column) { return r.get<std::optional<std::string>>(column).value_or(""); };
    return {r.get<PersoonId>(0),
            text(1),
            text(2),
            text(3),
            text(4),
            text(5),
            r.get<std::optional<DossierId>>(6),
            text(7),
            text(8),
            text(9),
            text(10) == "open",
            how};
}

/// The first text after all that begin with `start`.
std::string after(std::string const& start) { return start + "\xF4\x8F\xBF\xBF"; }

class Search {
public:
    Search(db::Connection& c, Vraag const& v) : c_{c}, v_{v} {}
    void add(std::string_view sql, db::Params const& params, Treffer how) {
        c_.each(sql, params, [&](db::Row const& r) {
            auto one = found(r, how);
            if (seen_.contains(one.persoon) || !has_rest(one)) return;
            seen_.insert(one.persoon);
            if (static_cast<int>(result_.lijst.size()) == meeste)
                result_.meer = true;
            else
                result_.lijst.push_back(std::move(one));
        });
    }
    bool full() const { return result_.meer || static_cast<int>(result_.lijst.size()) == meeste; }
    bool empty() const { return result_.lijst.empty(); }
    Uitslag take() { return std::move(result_); }

private:
    bool has_rest(Gevonden const& one) const {
        if (v_.rest.empty()) return true;
        auto const words = search::words(one.naam + " " + one.eigen_schrift);
        return std::ranges::all_of(v_.rest, [&](std::string const& wanted) {
            return std::ranges::any_of(words, [&](std::string const& w) {
                return w.starts_with(wanted) || search::sound(w) == search::sound(wanted);
            });
        });
    }
    db::Connection& c_;
    Vraag const& v_;
    std::set<PersoonId> seen_;
    Uitslag result_;
};

/// Stretch of birth years in the index.
struct Jaren {
    int first = 0, last = 9999;
};

db::Params name_params(GemeenteId gemeente, Vraag const& v, int klasse, Jaren jaren) {
    db::Params params{gemeente};
    check(v.woorden.size() <= 3);
    for (std::size_t i = 0; i < 3; ++i) {
        auto const word = i < v.woorden.size() ? v.woorden[i] : std::string{};
        params.emplace_back(word);
        params.emplace_back(word.empty() ? word : after(word));
        params.emplace_back(search::sound(word));
    }
    params.emplace_back(klasse);
    params.emplace_back(jaren.first);
    params.emplace_back(jaren.last);
    params.emplace_back(v.geboren ? v.geboren->from() : std::string{});
    params.emplace_back(v.geboren ? v.geboren->until() : std::string{});
    params.emplace_back(v.geboren && v.geboren->day != 0 ? Geboren{v.geboren->year, v.geboren->month}.from() : "");
    params.emplace_back(v.geboren && v.geboren->month != 0 ? Geboren{v.geboren->year}.from() : "");
    params.emplace_back(klasse == 0 ? meeste + 1 : 2 * (meeste + 1));   // a word itself is borne once
    return params;
}

/// By name, from the same word to the same sound, until the list is full.
void add_by_name(Search& s, GemeenteId gemeente, Vraag const& v) {
    constexpr Treffer how[] = {Treffer::precies, Treffer::begin, Treffer::deel, Treffer::klank};
    for (int klasse = 0; klasse < 4 && !s.full(); ++klasse) {
        if (!v.geboren) {
            s.add(queries::by_words, name_params(gemeente, v, klasse, {}), how[klasse]);
            continue;
        }
        s.add(queries::by_words, name_params(gemeente, v, klasse, {v.geboren->year, v.geboren->year}), how[klasse]);
        if (!s.full()) s.add(queries::by_words, name_params(gemeente, v, klasse, {0, 0}), how[klasse]);
    }
}

/// "alkhateeb" for "Al-Khateeb": the article that somebody wrote onto the name goes.
std::optional<Vraag> without_article(Vraag v) {
    bool changed = false;
    for (auto& word : v.woorden)
        if (word.size() >= 6 && (word.starts_with("al") || word.starts_with("el"))) {
            word.erase(0, 2);
            changed = true;
        }
    return changed ? std::optional{std::move(v)} : std::nullopt;
}

}

Uitslag zoek(db::Connection& c, vertrouwen::Kluis const& kluis, vertrouwen::Access const& access, Vraag const& v) {
    auto const gemeente = access.gemeente();
    Search s{c, v};
    if (!access.mag_zien(vertrouwen::Categorie::identiteit)) return {};
    if (v.bsn && access.mag_nummers()) s.add(queries::by_bsn, {gemeente, kluis.blind(*v.bsn)}, Treffer::nummer);
    if (v.v_nummer && access.mag_nummers())
        s.add(queries::by_v_number, {gemeente, v.v_nummer->digits()}, Treffer::nummer);
    if (!v.dossiernummer.empty()) s.add(queries::by_file_number, {gemeente, v.dossiernummer}, Treffer::nummer);
    if (!v.telefoon.empty() && access.mag_zien(vertrouwen::Categorie::contact))
        s.add(queries::by_phone, {gemeente, v.telefoon, after(v.telefoon)}, Treffer::nummer);
    if (!v.woorden.empty()) {
        add_by_name(s, gemeente, v);
        if (auto const other = s.empty() ? without_article(v) : std::nullopt) add_by_name(s, gemeente, *other);
    } else if (v.geboren) {
        s.add(queries::by_birth, {gemeente, v.geboren->from(), v.geboren->until()}, Treffer::datum);
        // Who is recorded with less than was typed may be the one too.
        if (v.geboren->day != 0) {
            Geboren const month{v.geboren->year, v.geboren->month, 0};
            s.add(queries::by_birth, {gemeente, month.from(), month.from()}, Treffer::datum);
        }
        if (v.geboren->month != 0) {
            Geboren const year{v.geboren->year, 0, 0};
            s.add(queries::by_birth, {gemeente, year.from(), year.from()}, Treffer::datum);
        }
    }
    return s.take();
}
}
