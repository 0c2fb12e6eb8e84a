#pragma once
#include "werkvoorraad/store.h"

/// Several tasks changed at once, and taken back (table bulk).
namespace werkvoorraad {
enum class Handeling { toewijzen, verplaatsen, klaar };
std::string_view naam(Handeling);
std::optional<Handeling> handeling_van(std::string_view);
struct Opdracht {
    Handeling handeling;
    std::vector<TaakId> taken;         // at most 50
    std::optional<GebruikerId> naar;   // toewijzen; nothing: the team queue
    Date dag{};                        // verplaatsen
};
struct Mislukt {
    TaakId taak;
    Weigering waarom;
};
struct BulkUitslag {
    std::int64_t id;
    int gelukt;
    std::vector<Mislukt> mislukt;
};
/// What would be refused, without changing anything.
std::vector<Mislukt> preview(db::Connection&, vertrouwen::Access const&, Timestamp now, Opdracht const&);
/// All in the caller's transaction; what is refused stays as it is.
BulkUitslag do_bulk(db::Connection&, vertrouwen::Access const&, Timestamp now, Opdracht const&);
struct Bulk {
    Handeling handeling;
    int aantal;
    bool teruggedraaid;
    std::vector<Mislukt> mislukt;
};
/// One's own.
std::optional<Bulk> find_bulk(db::Connection&, vertrouwen::Access const&, std::int64_t id);
struct Terug {
    int hersteld = 0;
    std::vector<TaakId> overgeslagen;   // somebody changed them meanwhile
};
/// Puts back what nobody changed meanwhile; nothing when there is nothing to undo (any more).
std::optional<Terug> undo_bulk(db::Connection&, vertrouwen::Access const&, Timestamp now, std::int64_t id);

// ---- saved filters ----
struct BewaardFilter {
    std::int64_t id;
    std::string naam, adres;
};
void save_filter(db::Connection&, vertrouwen::Access const&, std::string_view naam, std::string_view adres);
std::vector<BewaardFilter> saved_filters(db::Connection&, vertrouwen::Access const&);
void forget_filter(db::Connection&, vertrouwen::Access const&, std::int64_t id);
}
