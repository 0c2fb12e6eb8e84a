#pragma once
#include "kernel/waarom.h"

#include <cstdint>

/// The task to house vergunninghouders (Huisvestingswet 2014 art. 29). Pure.
namespace instroom {

/// `saldo`: lead (positive) or backlog (negative) from before; input, because no article carries it over (practice).
struct TaakstellingVraag {
    std::int64_t landelijk, inwoners_gemeente,
        inwoners_nederland;   // whole, not negative, at most 1e9; country at least 1
    std::int64_t saldo = 0, gehuisvest = 0;
};
struct Taakstelling {
    std::int64_t taak, saldo_eind;
};
Uitgelegd<Taakstelling> taakstelling(TaakstellingVraag const&);

/// For a half-year that starts on this day: the last day for the national number, and whose population counts.
Date publicatie_uiterlijk(Date halfjaar);
Date peildatum_inwoners(Date halfjaar);
}
