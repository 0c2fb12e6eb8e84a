#pragma once
#include "gate/context.h"
#include "werkvoorraad/bulk.h"
#include "werkvoorraad/filter.h"

/// What the work list and the team queue share.
namespace werkvoorraad {
enum class Lijst { mijn_werk, wachtrij, afdruk };   // afdruk: one's own work on paper, nothing to choose or press
std::string_view path_of(Lijst);

/// The badge of a task: late, today, soon, later, or waiting since.
html::Html due(html::View const&, Taak const&);
/// "Wet 15, Besluit 5.3" as tags; they lead to the clocks of the file.
html::Html laws(Taak const&);
/// Title and explanation; our own texts are translated, what somebody typed is shown as it is.
html::Html what(html::View const&, Taak const&);
/// Name in the own script too, group and stage.
html::Html who(html::View const&, Taak const&);

/// The tasks of a page under their headings. `bekend` are the counts; a group that has none here is left out.
html::Html groups(html::View const&, Lijst, std::vector<Taak> const&, Cijfers const&);
html::Html kind_chips(html::View const&, Lijst, Cijfers const& alles, Filter const&,
                      std::vector<html::Chip> const& applied);
/// What was just done together, and the tasks for which it could not be done.
struct Gedaan {
    std::int64_t id;
    Bulk bulk;
    std::vector<Taak> geweigerd;   // of bulk.mislukt, those that this reader may know
};
/// Nothing when the address names nothing of this user.
std::optional<Gedaan> find_done(gate::Context&, db::Connection&);
/// That in words, with the way back.
html::Html done_notice(gate::Context&, std::optional<Gedaan> const&);
/// A task in one line: what, of whom.
html::Html task_line(html::View const&, Taak const&);
html::Html saved_panel(html::View const&, std::vector<BewaardFilter> const&, std::string const& address);
/// The form around a list: pick boxes, the bar with what can be done together, the tables.
html::Html list_form(html::View const&, std::string const& address, bool may_assign, html::Html const& tables);
/// The names on a page are reads of those people: logged in one go.
void log_people(gate::Context&, std::vector<Taak> const&, std::string_view handeling);
/// "Woensdag 25 november 2026. Eén taak is te laat, drie zijn voor vandaag."
html::Html lead(html::View const&, Cijfers const&);
html::Html day_ruler(html::View const&, Lijst, std::vector<Telling> const&, Filter const&);
/// The days that the ruler shows, and the last of them.
std::vector<Date> ruler_days(Date today);
Date horizon(Date today);
/// The next page, when there is one; takes the extra row off.
std::optional<std::string> next_page(Lijst, Filter, std::vector<Taak>&, int limiet);
/// The team queue, with what there is to say above it.
http::Response queue_page(gate::Context&, int status, Filter const&, html::Html above);
}
