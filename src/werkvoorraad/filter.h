#pragma once
#include "platform/http/http.h"
#include "werkvoorraad/store.h"

/// What a list shows, as it stands in the address: everything that is chosen can be shared and saved.
namespace werkvoorraad {
struct Filter {
    std::string soort;   // empty: all
    bool te_laat = false;
    std::optional<Date> dag;           // one day of the ruler
    bool wacht = false;                // only what waits
    std::vector<GebruikerId> zonder;   // queues left out (Mijn werk)
    std::optional<TeamId> team;        // team queue
    std::optional<Sleutel> na;
    bool leeg() const { return soort.empty() && !te_laat && !dag && !wacht && zonder.empty() && !team; }
};
/// Unknown values are left out: an address that somebody changed shows the list, never an error.
Filter read_filter(http::Request const&);
/// "/mijn-werk?soort=pip&dag=2026-11-27"; always in the same order.
std::string address(std::string_view path, Filter const&);
/// A saved address made safe: only lists of ours.
bool is_list_address(std::string_view address);
/// The page of the store's question: days and queues.
Vraag question(Filter const&, std::vector<GebruikerId> const& owners, Date today);
/// Only what of the aggregates fits the filter.
std::vector<Telling> fitting(std::vector<Telling> const&, Filter const&, Date today);
/// A whole number, or nothing; never negative.
std::optional<std::int64_t> whole_number(std::string_view text);
/// A page of our own lists to go back to, or `fallback`.
std::string list_or(std::string_view address, std::string_view fallback);
}
