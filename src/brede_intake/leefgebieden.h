#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The leefgebieden of the brede intake: 13 that come with the program, in an order the municipality chooses, with its
/// own ones added. What the law asks for cannot be left out. Pure.
namespace brede_intake {

inline constexpr int aantal_scores = 5;
/// One leefgebied as it comes with the program. `scores` are the criteria for 1 to 5, each with its short name.
struct LeefgebiedSoort {
    std::string_view code, titel, vraag;
    bool wettelijk;    // part of the legal minimum (Wet 14(3), Besluit 5.2): cannot be switched off
    bool gezondheid;   // special personal data (AVG art. 9): a conclusion only, sealed
    struct Score {
        std::string_view naam, criterium;
    };
    std::array<Score, aantal_scores> scores;
};
std::vector<LeefgebiedSoort> const& leefgebied_soorten();
LeefgebiedSoort const* leefgebied_soort(std::string_view code);

/// One line of the municipality's list.
struct Leefgebied {
    std::string code, titel;
    bool actief = true;
    bool eigen = false;   // made by the municipality
    LeefgebiedSoort const* soort() const { return leefgebied_soort(code); }
    bool wettelijk() const { return soort() && soort()->wettelijk; }
    bool gezondheid() const { return soort() && soort()->gezondheid; }
};
/// The list as it comes with the program.
std::vector<Leefgebied> standaardlijst();
/// The question of a leefgebied and its five criteria; of an own one: the general words.
std::string_view vraag(Leefgebied const&);
std::array<LeefgebiedSoort::Score, aantal_scores> const& criteria(Leefgebied const&);

/// Why a list of leefgebieden is not kept; in order of precedence.
enum class LijstRefusal { wettelijk_weggelaten, onbekende_code, geen_titel, titel_te_lang, dubbele_titel, te_veel };
inline constexpr std::size_t langste_titel = 60, meeste_leefgebieden = 20;
std::optional<LijstRefusal> check_lijst(std::vector<Leefgebied> const&);
std::string_view tekst(LijstRefusal);
}
