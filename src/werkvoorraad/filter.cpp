#include "werkvoorraad/filter.h"

#include <algorithm>
#include <charconv>
#include <fmt/core.h>

namespace werkvoorraad {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

namespace {
/// "2026-11-27.123": where the previous page ended.
std::optional<Sleutel> read_key(std::string_view text) {
    constexpr std::size_t day_length = 10;
    if (text.size() < day_length + 2 || text[day_length] != '.') return std::nullopt;
    auto const day = parse_date(text.substr(0, day_length));
    auto const id = whole_number(text.substr(day_length + 1));
    if (!day || !id) return std::nullopt;
    return Sleutel{*day, TaakId{*id}};
}
}

Filter read_filter(http::Request const& r) {
    Filter f;
    if (is_soort(r.query_value("soort"))) f.soort = r.query_value("soort");
    f.te_laat = r.query_value("dag") == "laat";
    if (auto const day = parse_date(r.query_value("dag"))) f.dag = *day;
    f.wacht = r.query_value("stand") == "wacht";
    for (auto const& [name, value] : r.query)
        if (name == "zonder" && f.zonder.size() < meeste_eigenaars)
            if (auto const id = whole_number(value)) f.zonder.push_back(GebruikerId{*id});
    if (auto const team = whole_number(r.query_value("team"))) f.team = TeamId{*team};
    f.na = read_key(r.query_value("na"));
    return f;
}

std::string address(std::string_view path, Filter const& f) {
    std::string out{path};
    char separator = '?';
    auto const add = [&](std::string_view key, std::string const& value) {
        out += fmt::format("{}{}={}", separator, key, value);
        separator = '&';
    };
    if (!f.soort.empty()) add("soort", f.soort);
    if (f.te_laat) add("dag", "laat");
    if (f.dag) add("dag", to_iso(*f.dag));
    if (f.wacht) add("stand", "wacht");
    for (auto const who : f.zonder) add("zonder", std::to_string(who.value));
    if (f.team) add("team", std::to_string(f.team->value));
    if (f.na) add("na", fmt::format("{}.{}", to_iso(f.na->uiterlijk), f.na->id.value));
    return out;
}

bool is_list_address(std::string_view text) {
    for (std::string_view const path : {"/mijn-werk", "/werkvoorraad"}) {
        if (!text.starts_with(path)) continue;
        auto const rest = text.substr(path.size());
        constexpr std::size_t longest = 400;
        bool const plain = std::ranges::all_of(rest, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '?' || c == '&' || c == '=' || c == '-'
                   || c == '.';
        });
        return (rest.empty() || rest.front() == '?') && plain && rest.size() <= longest;
    }
    return false;
}
std::string list_or(std::string_view address, std::string_view fallback) {
    return std::string{is_list_address(address) ? address : fallback};
}

Vraag question(Filter const& f, std::vector<GebruikerId> const& owners, Date today) {
    Vraag v;
    v.eigenaars = owners;
    v.team = f.team;
    v.soort = f.soort;
    v.stand = f.wacht ? Stand::wacht : Stand::open;
    v.today = today;
    v.na = f.na;
    if (f.te_laat) v.tot = today;
    if (f.dag) {
        // The ruler counts days off with the working day before them, so a day shows until the next working day.
        auto const days = werkdagen(*f.dag, 2);
        v.vanaf = *f.dag;
        v.tot = days.back();
    }
    return v;
}

std::vector<Telling> fitting(std::vector<Telling> const& all, Filter const& f, Date today) {
    std::vector<Telling> left;
    auto const q = question(f, {}, today);
    for (auto const& t : all) {
        bool const waits = groep_van(t.stand, t.uiterlijk, today) == Groep::wacht;
        if (!f.soort.empty() && t.soort != f.soort) continue;
        if (f.wacht != waits && (f.wacht || f.te_laat || f.dag)) continue;
        if ((q.vanaf && t.uiterlijk < *q.vanaf) || (q.tot && t.uiterlijk >= *q.tot)) continue;
        left.push_back(t);
    }
    return left;
}
}
