#pragma once
#include "law/citation.h"

/// Besluit inburgering 2021 (BWBR0045555), text of 2-4-2026, compared with the texts since 1-1-2022.
namespace law {
inline constexpr Date besluit_gelezen{2026y / 11 / 25}, besluit_in_werking{2022y / 1 / 1}, besluit_2023{2023y / 1 / 1};

/// What the ten weeks for the PIP run from.
enum class PipBegin { brp_inschrijving, kennisgeving };
struct PipWeken {
    std::chrono::weeks weken;
    PipBegin begin;
};
inline constexpr Parameter pip_weken{
    {
        Version{besluit_in_werking, PipWeken{std::chrono::weeks{10}, PipBegin::brp_inschrijving},
                LawRef{besluit, "art. 5.3", "lid 1 (tekst 2022)"}, Zekerheid::P},
        Version{besluit_2023, PipWeken{std::chrono::weeks{10}, PipBegin::kennisgeving},
                LawRef{besluit, "art. 5.3", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
/// Waiting for a third party: so long after its information came. No such exception in 2022.
inline constexpr Parameter pip_derden_weken{
    {
        Version{besluit_2023, std::chrono::weeks{2}, LawRef{besluit, "art. 5.3", "lid 2"}, Zekerheid::P},
    },
    besluit_gelezen};
/// Moved while a PIP existed: so long after the registration in the new gemeente.
inline constexpr Parameter pip_verhuizing_weken{
    {
        Version{besluit_in_werking, std::chrono::weeks{10}, LawRef{besluit, "art. 5.3", "lid 3"}, Zekerheid::P},
    },
    besluit_gelezen};

/// Switching: until so long after the start of the first term. Unit: months.
inline constexpr Parameter schakel_maanden{
    {
        Version{besluit_in_werking, std::chrono::months{18}, LawRef{besluit, "art. 5.4", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
/// After non-exempting education stopped, or in special cases of the person, also later.
inline constexpr Parameter schakelen_na_onderwijs{
    {
        Version{besluit_2023, true, LawRef{besluit, "art. 5.4", "lid 2"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr Parameter schakelen_bijzonder_geval{
    {
        Version{besluit_in_werking, true, LawRef{besluit, "art. 5.4", "lid 2 (tekst 2022)"}, Zekerheid::P},
        Version{besluit_2023, true, LawRef{besluit, "art. 5.4", "lid 3"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr LawRef schakelen_wat_meetelt{besluit, "art. 5.4", "lid 4"};

/// Scaling down to A2: so many hours of NT2, alphabetisation included, KNM not. Unit: hours.
inline constexpr Parameter afschaal_uren{
    {
        Version{besluit_in_werking, 600, LawRef{besluit, "art. 5.5", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr LawRef afschaal_uren_intake{besluit, "art. 5.5", "lid 2"}, pip_aanpassen{besluit, "art. 5.3", "lid 6"};

/// Not living here for at most so long: the plicht never ended and the term grows by the gap. Unit: months.
inline constexpr Parameter onderbreking_maanden{
    {
        Version{besluit_in_werking, std::chrono::months{12}, LawRef{besluit, "art. 2.1", "lid 2"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr LawRef termijn_groeit_met_onderbreking{besluit, "art. 4.2", ""};

/// The earliest day of a request for extension, before the end of the term. Unit: months; counted back, so never
/// rolled.
inline constexpr Parameter verlengingsverzoek_maanden{
    {
        Version{besluit_in_werking, std::chrono::months{6}, LawRef{besluit, "art. 4.5", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
/// DUO decides on such a request, and on a release. Unit: weeks.
inline constexpr Parameter duo_beslist_verlenging_weken{
    {
        Version{besluit_in_werking, std::chrono::weeks{8}, LawRef{besluit, "art. 4.5", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr Parameter duo_beslist_ontheffing_weken{
    {
        Version{besluit_in_werking, std::chrono::weeks{8}, LawRef{besluit, "art. 2.7", "lid 5"}, Zekerheid::P},
    },
    besluit_gelezen};
/// Considerable effort: the first term once grows by this. Unit: months.
inline constexpr Parameter inspanning_maanden{
    {
        Version{besluit_in_werking, std::chrono::months{6}, LawRef{besluit, "art. 4.4", "lid 1"}, Zekerheid::P},
    },
    besluit_gelezen};
/// DUO's reminder letter, before the end of the term (inburgeren.nl). Unit: months.
inline constexpr Parameter herinnering_maanden{
    {
        Version{besluit_in_werking, std::chrono::months{2}, LawRef{duo, "herinneringsbrief", ""}, Zekerheid::C},
    },
    besluit_gelezen};

inline constexpr LawRef maatschappelijke_begeleiding{besluit, "art. 5.1", ""},
    pip_gesprekken{besluit, "art. 5.3", "lid 4"}, pvt_inhoud{besluit, "art. 3.1", ""},
    map_inhoud{besluit, "art. 3.2", ""}, zroute_participatie{besluit, "art. 3.14", ""};

/// What the plan must hold and may deduct (5.3(4), 3.1, 3.2, 3.14). Unit: hours.
inline constexpr Parameter pvt_uren{
    {
        Version{besluit_in_werking, 12, LawRef{besluit, "art. 3.1", "lid 3"}, Zekerheid::P},
    },
    besluit_gelezen};
/// The practice part of the MAP. The Regeling sets it and was not read: reported as 40.
inline constexpr Parameter map_praktijk_uren{
    {
        Version{besluit_in_werking, 40, LawRef{besluit, "art. 3.2", "lid 4"}, Zekerheid::C},
    },
    besluit_gelezen};
inline constexpr Parameter zroute_uren{
    {
        Version{besluit_in_werking, 800, LawRef{besluit, "art. 3.14", "lid 2"}, Zekerheid::P},
    },
    besluit_gelezen};
/// Exam parts at A2 in the Z-route; KNM among them since 2023.
inline constexpr Parameter zroute_examen_knm{
    {
        Version{besluit_2023, true, LawRef{besluit, "art. 3.14", "lid 7"}, Zekerheid::P},
    },
    besluit_gelezen};
/// School hours of at most two years before the plan. In the text of 1-9-2025, not yet in that of 12-6-2024.
inline constexpr Parameter zroute_schooluren_jaren{
    {
        Version{Date{2025y / 9 / 1}, std::chrono::years{2}, LawRef{besluit, "art. 3.14", "lid 9"}, Zekerheid::P},
    },
    besluit_gelezen};
inline constexpr LawRef zroute_examen{besluit, "art. 3.14", "lid 7"},
    zroute_aftrek_intake{besluit, "art. 3.14", "lid 6"}, zroute_alleen_asiel{besluit, "art. 3.14", "lid 3"},
    pip_verhuizing{besluit, "art. 5.3", "lid 3"}, inspanning_voor_pip{besluit, "art. 5.3", "lid 5"};
}
