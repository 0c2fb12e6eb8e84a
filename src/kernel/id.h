#pragma once
#include <compare>
#include <cstdint>

/// An id that cannot be passed where another kind is asked. 63 bits, made by the program (platform/db/new_id.h).
template <class Tag> struct Id {
    std::int64_t value{};
    friend constexpr auto operator<=>(Id, Id) = default;
};
using GemeenteId = Id<struct GemeenteTag>;
using TeamId = Id<struct TeamTag>;
using GebruikerId = Id<struct GebruikerTag>;
using PersoonId = Id<struct PersoonTag>;
using DossierId = Id<struct DossierTag>;
using TaakId = Id<struct TaakTag>;
using AfspraakId = Id<struct AfspraakTag>;
using GebeurtenisId = Id<struct GebeurtenisTag>;
using TermijnId = Id<struct TermijnTag>;
using InleesId = Id<struct InleesTag>;
using DocumentId = Id<struct DocumentTag>;
using BriefId = Id<struct BriefTag>;
using PipId = Id<struct PipTag>;
using IntakeId = Id<struct IntakeTag>;
using GesprekId = Id<struct GesprekTag>;
using OproepId = Id<struct OproepTag>;
