#pragma once
#include "leerbaarheidstoets/store.h"
#include "platform/html/components.h"
#include "platform/http/http.h"

/// The forms of the test, one a step. Inside this slice only.
namespace leerbaarheidstoets {

enum class Stap { aanvragen, plannen, uitslag, uitzondering, geweigerd, afwijken, gemeld };
std::string_view naam(Stap);   // as in the address
std::string_view titel(Stap);
std::optional<Stap> stap_van(std::string_view);
/// Which steps make sense now; the first is the one to take.
std::vector<Stap> stappen(Toets const&, bool sees_health);

struct Invoer {   // as typed
    std::int64_t gezien = 0;
    std::string examennummer, dag, uitslag, score, vereist, grond, niet_in_staat, reden, afwijking;
};
Invoer invoer_van(Regel const&, Stap, Date today);
Invoer read_invoer(http::Request const&);
html::Html fields(html::View const&, Stap, Invoer const&, html::Errors const&);
/// The next state of the test; faults in what was typed become errors.
Toets apply(html::View const&, Stap, Invoer const&, Toets const& standing, html::Errors&);
}
