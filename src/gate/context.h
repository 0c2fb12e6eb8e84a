#pragma once
#include "platform/clock/clock.h"
#include "platform/config/config.h"
#include "platform/db/db.h"
#include "platform/html/components.h"
#include "platform/html/view.h"
#include "platform/http/http.h"
#include "platform/jobs/jobs.h"
#include "vertrouwen/store.h"

namespace pdf {
class Printer;
}
namespace gate {

struct Context;

/// What the whole program shares. Made in main, lives as long as the server.
struct App {
    config::Config config;
    db::Database& database;
    vertrouwen::Kluis const& kluis;
    platform::Clock clock;
    vertrouwen::Leeslog& leeslog;
    http::Server* server = nullptr;           // for events
    jobs::Runner* runner = nullptr;           // for waking after a job was added
    std::function<std::string()> metrics;     // Prometheus' text, of the gate
    pdf::Printer* printer = nullptr;          // letters on paper; nothing where none is made (tests of other parts)
    void (*count_menu)(Context&) = nullptr;   // fills the counts of view.navigation, once a page that shows it
};

/// One request after the gate: who, with what right, in which language. Handlers get this and nothing else.
struct Context {
    App& app;
    http::Request& request;
    html::View view;
    std::optional<vertrouwen::Sessie> sessie;   // nothing on public pages
    vertrouwen::Access access;                  // meaningless on public pages
    std::optional<PersoonId> persoon;           // of {dossier} in the path, after the gate
    Date today() const { return view.today; }
    Timestamp now() const { return app.clock.now(); }
    db::Scope scope() const { return db::Scope::of(access.gemeente()); }
    /// {name} in the path as an id; 0 when it is not a number, which no row has.
    std::int64_t id_param(std::string_view name) const;
};
using Page = http::Response (*)(Context&);

/// One page of the program. A pattern with {dossier} is resolved at the gate: relation, purpose, categories, read log.
struct Route {
    http::Method method;
    std::string_view pattern;
    Page page;
    vertrouwen::Recht recht;
    std::uint64_t max_body = 1 << 20;
};

http::Response page(Context&, std::string title, html::Html main);   // staff page, 200
http::Response page(Context&, int status, std::string title, html::Html main);
http::Response not_found(Context&);   // same page for "is not there" and "not yours to know"
http::Response forbidden(Context&);
/// Logs a read of a person outside the file page; committed before it returns.
void log_read(Context&, PersoonId, std::optional<DossierId>, std::string_view handeling);
/// The same for a list (search results, a queue, a feed): one line a person, user and list in an hour.
void log_reads(Context&, std::vector<std::pair<PersoonId, std::optional<DossierId>>> const&,
               std::string_view handeling);
/// Any of the error pages: 400, 403, 404, 405, 409, 413, 419 (form token), 429, 500, 503 …
http::Response error_response(Context&, int status);
/// An error page where nobody need be logged in; `reference` is the request id.
std::string error_page(html::View const&, int status, std::string_view reference = {});
}
