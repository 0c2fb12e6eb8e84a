#include "vertrouwen/account_rules.h"

#include "platform/i18n/i18n.h"

namespace vertrouwen {
namespace {
using i18n::N_;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
std::string lower(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
    return out;
}
std::string_view trimmed(std::string_view text) {
    auto const from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

std::size_t letters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t different_signs(std::string_view text) {
    std::array<bool, 256> seen{};
    for (unsigned char const c : text) seen[c] = true;
    return static_cast<std::size_t>(std::ranges::count(seen, true));
}

/// What is left of the likes of "Welkom2026!!" without digits and signs.
std::string bare_word(std::string_view text) {
    std::string word;
    for (char const c : lower(text))
        if (c >= 'a' && c <= 'z') word += c;
    return word;
}
constexpr std::string_view everybodys[] = {
    "wachtwoord",  "welkom",      "password", "passwort", "geheim",        "gemeente",
    "meierijstad", "maashorst",   "meedoen",  "qwerty",   "qwertyuiop",    "azerty",
    "inloggen",    "inburgering", "zomer",    "winter",   "lente",         "herfst",
    "letmein",     "welcome",     "admin",    "beheer",   "administrator", "wachtwoordwachtwoord",
};
}

Result<std::string, WachtwoordRefusal> accept_password(std::string_view wanted, std::string_view gebruikersnaam) {
    if (letters(wanted) < minimum_wachtwoord) return unexpected{WachtwoordRefusal::te_kort};
    if (wanted.size() > maximum_wachtwoord) return unexpected{WachtwoordRefusal::te_lang};
    auto const name = lower(gebruikersnaam.substr(0, gebruikersnaam.find('@')));
    if (name.size() >= 4 && lower(wanted).find(name) != std::string::npos)
        return unexpected{WachtwoordRefusal::lijkt_op_gebruikersnaam};
    auto const word = bare_word(wanted);
    if (different_signs(wanted) < 5 || word.empty() || std::ranges::find(everybodys, word) != std::end(everybodys))
        return unexpected{WachtwoordRefusal::te_eenvoudig};
    return std::string{wanted};
}

std::string_view explain(WachtwoordRefusal refusal) {
    switch (refusal) {
    case WachtwoordRefusal::te_kort:
        return N_("Dit wachtwoord is te kort. Neem minstens 12 tekens, bijvoorbeeld vier losse woorden.");
    case WachtwoordRefusal::te_lang: return N_("Dit wachtwoord is te lang. Neem hoogstens 200 tekens.");
    case WachtwoordRefusal::lijkt_op_gebruikersnaam:
        return N_("Uw gebruikersnaam zit in dit wachtwoord. Kies iets anders.");
    case WachtwoordRefusal::te_eenvoudig:
        return N_("Dit wachtwoord is te makkelijk te raden. Kies bijvoorbeeld vier losse woorden.");
    }
    return {};
}

std::string username_key(std::string_view typed) { return lower(trimmed(typed)); }

Result<std::string, GebruikersnaamRefusal> accept_username(std::string_view wanted) {
    auto name = username_key(wanted);
    if (name.size() < 3) return unexpected{GebruikersnaamRefusal::te_kort};
    if (name.size() > 80) return unexpected{GebruikersnaamRefusal::te_lang};
    bool const plain = std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || std::string_view{"._-@"}.find(c) != std::string_view::npos;
    });
    if (!plain) return unexpected{GebruikersnaamRefusal::verkeerd_teken};
    return name;
}

std::optional<std::chrono::minutes> lock_time(std::int64_t wrong_in_a_row) {
    if (wrong_in_a_row < 5) return std::nullopt;
    auto const doublings = std::min<std::int64_t>(wrong_in_a_row - 5, 5);
    return std::min(std::chrono::minutes{15LL << doublings}, std::chrono::minutes{std::chrono::hours{8}});
}
}
