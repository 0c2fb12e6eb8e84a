#include "zoeken/rules.h"

#include "platform/search/search.h"

#include <algorithm>
#include <array>
#include <fmt/core.h>

namespace zoeken {
namespace {

bool digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}
int number(std::string_view text) {
    int n = 0;
    for (char const c : text) n = n * 10 + (c - '0');
    return n;
}
bool plausible(int year, int month, int day) {
    if (year < 1900 || year > 2100 || month > 12) return false;
    return day == 0 || (std::chrono::year{year} / month / day).ok();
}

/// "14-03-1997", "14/3/1997", "1997-03-14", "03-1997", "1997" or "14031997".
std::optional<Geboren> date_in(std::string_view token) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= token.size();) {
        auto const next = std::min(token.find_first_of("-/.", at), token.size());
        parts.push_back(token.substr(at, next - at));
        at = next + 1;
    }
    if (parts.size() > 3 || !std::ranges::all_of(parts, [](auto p) { return digits(p) && p.size() <= 8; }))
        return std::nullopt;
    Geboren g;
    if (parts.size() == 1) {
        if (token.size() == 4)
            g = {number(token), 0, 0};
        else if (token.size() == 8)
            g = {number(token.substr(4)), number(token.substr(2, 2)), number(token.substr(0, 2))};
        else
            return std::nullopt;
    } else {
        bool const year_first = parts.front().size() == 4;
        if (year_first) std::ranges::reverse(parts);
        if (parts.back().size() != 4) return std::nullopt;
        g = parts.size() == 2 ? Geboren{number(parts[1]), number(parts[0]), 0}
                              : Geboren{number(parts[2]), number(parts[1]), number(parts[0])};
    }
    bool const whole =
        plausible(g.year, g.month, g.day) && (g.day == 0 || g.month != 0) && !(parts.size() == 2 && g.month == 0);
    return whole ? std::optional{g} : std::nullopt;
}

bool is_file_number(std::string_view text) {
    return text.size() == 11 && text[4] == '-' && digits(text.substr(0, 4)) && digits(text.substr(5));
}

/// The whole input as one number, when it is one.
bool as_number(std::string_view typed, Vraag& v) {
    std::string bare;
    for (char const c : typed) {
        if (c == ' ' || c == '.' || c == '-' || c == '+' || c == '(' || c == ')') continue;
        if (c < '0' || c > '9') return false;
        bare += c;
    }
    if (bare.size() < 6) return false;
    if (bare.starts_with("0031"))
        bare = bare.substr(4);
    else if (bare.starts_with("31") && bare.size() == 11)
        bare = bare.substr(2);
    if (bare.size() == 9)
        if (auto const bsn = Bsn::parse(bare)) v.bsn = *bsn;
    if (bare.size() == 10)
        if (auto const number_of = VNummer::parse(bare)) v.v_nummer = *number_of;
    if (bare.size() == 8)
        v.telefoon = "6" + bare;   // a mobile number without its 06
    else if (!v.v_nummer || bare[0] == '0')
        v.telefoon = bare.size() > 9 ? bare.substr(bare.size() - 9) : bare;
    return true;
}
}

std::string Geboren::from() const { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }
std::string Geboren::until() const {
    if (day != 0) return from();
    return month != 0 ? fmt::format("{:04}-{:02}-99", year, month) : fmt::format("{:04}-99-99", year);
}

bool Vraag::leeg() const {
    return !bsn && !v_nummer && telefoon.empty() && dossiernummer.empty() && woorden.empty() && !geboren;
}

Vraag lees(std::string_view typed) {
    Vraag v;
    auto const first = typed.find_first_not_of(" \t");
    if (first == std::string_view::npos) return v;
    typed = typed.substr(first, typed.find_last_not_of(" \t") - first + 1);
    if (is_file_number(typed)) {
        v.dossiernummer = typed;
        return v;
    }
    if (auto const date = date_in(typed)) {
        v.geboren = date;
        return v;
    }
    if (as_number(typed, v)) return v;

    v.veel_cijfers = std::ranges::count_if(typed, [](char c) { return c >= '0' && c <= '9'; }) >= 9;
    std::string names;
    for (std::size_t at = 0; at <= typed.size();) {
        auto const next = std::min(typed.find(' ', at), typed.size());
        auto const token = typed.substr(at, next - at);
        auto const date = token.empty() || v.geboren ? std::nullopt : date_in(token);
        if (date)
            v.geboren = date;
        else if (!as_number(token, v))
            names += std::string{token} + " ";
        at = next + 1;
    }
    v.woorden = search::words(names.substr(0, 200));
    std::ranges::stable_sort(v.woorden, std::ranges::greater{}, &std::string::size);
    auto const repeated = std::ranges::unique(v.woorden);
    v.woorden.erase(repeated.begin(), repeated.end());
    if (v.woorden.size() > 3) {
        v.rest.assign(v.woorden.begin() + 3, v.woorden.end());
        v.woorden.resize(3);
    }
    return v;
}

std::string_view titel(Treffer t) {
    constexpr std::array<std::string_view, 6> words{"zelfde nummer",    "zelfde naam",      "begin van de naam",
                                                    "deel van de naam", "klinkt hetzelfde", "zelfde geboortedatum"};
    return words[static_cast<std::size_t>(t)];
}
}
