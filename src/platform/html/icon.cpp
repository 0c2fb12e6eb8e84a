#include "kernel/check.h"
#include "platform/html/components.h"
#include "platform/html/markup.h"

#include <algorithm>
#include <array>

namespace html {
namespace {

struct Drawing {
    std::string_view name;
    Raw paths;
};
/// One stroke width, round ends, a 24 by 24 field: the theme gives colour and width. In order of name.
constexpr std::array drawings{
    Drawing{"alert", R"(<path d="M8.2 3.5h7.6l4.7 4.7v7.6l-4.7 4.7H8.2l-4.7-4.7V8.2z"/><path d="M12 8v5M12 16v.1"/>)"},
    Drawing{"arrow", R"(<path d="M5 12h14M13 6l6 6-6 6"/>)"},
    Drawing{"back", R"(<path d="M19 12H5M11 6l-6 6 6 6"/>)"},
    Drawing{"bag", R"(<rect x="3.5" y="8" width="17" height="11.5" rx="2"/>)"
                   R"(<path d="M9 8V5.5A1.5 1.5 0 0 1 10.5 4h3A1.5 1.5 0 0 1 15 5.5V8M3.5 13h17"/>)"},
    Drawing{"board", R"(<rect x="3.5" y="4" width="17" height="12" rx="1.5"/>)"
                     R"(<path d="M8 20l2-4M16 20l-2-4M8 8.5h8M8 12h5"/>)"},
    Drawing{"calendar",
            R"(<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3v4M15.5 3v4"/>)"},
    Drawing{"cap", R"(<path d="M2.5 9L12 5l9.5 4L12 13zM6.5 11v5c1.5 1.5 3.3 2.2 5.5 2.2s4-.7 5.5-2.2v-5"/>)"},
    Drawing{"chart", R"(<path d="M4 20h16M7 16v-5M12 16V6M17 16v-8"/>)"},
    Drawing{"chat", R"(<path d="M4 5.5h16v10H11l-4 4v-4H4z"/>)"},
    Drawing{"check", R"(<path d="M5 12.5l4.5 4.5L19 7.5"/>)"},
    Drawing{"clock", R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>)"},
    Drawing{"cross", R"(<path d="M6 6l12 12M18 6L6 18"/>)"},
    Drawing{"doc", R"(<path d="M6 3.5h8l4 4v13H6z"/><path d="M14 3.5v4h4M9 12h6M9 16h6"/>)"},
    Drawing{"download", R"(<path d="M12 4v11M7.5 10.5L12 15l4.5-4.5M4.5 19.5h15"/>)"},
    Drawing{"euro", R"(<path d="M18 6.5A7 7 0 1 0 18 17.5M4 10.5h9M4 13.5h8"/>)"},
    Drawing{"eye", R"(<path d="M2.5 12S6 6 12 6s9.5 6 9.5 6-3.5 6-9.5 6-9.5-6-9.5-6z"/>)"
                   R"(<circle cx="12" cy="12" r="2.7"/>)"},
    Drawing{"gear", R"(<circle cx="12" cy="12" r="3"/>)"
                    R"(<path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M18.4 5.6l-2.1 2.1M7.7)"
                    R"( 16.3l-2.1 2.1"/>)"},
    Drawing{"globe", R"(<circle cx="12" cy="12" r="8.5"/>)"
                     R"(<path d="M3.5 12h17M12 3.5c3 2.6 4 5.5 4 8.5s-1 5.9-4 8.5c-3-2.6-4-5.5-4-8.5s1-5.9 4-8.5z"/>)"},
    Drawing{"heart", R"(<path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5)"
                     R"( 10z"/>)"},
    Drawing{"info", R"(<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5M12 7.5v.1"/>)"},
    Drawing{"key", R"(<circle cx="8" cy="14.5" r="4"/><path d="M11 11.5L19 3.5M16 6.5l2.5 2.5"/>)"},
    Drawing{"lines", R"(<path d="M4 6h16M4 12h16M4 18h10"/>)"},
    Drawing{"lock", R"(<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>)"},
    Drawing{"mail", R"(<rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="M4 7.5l8 6 8-6"/>)"},
    Drawing{"menu", R"(<path d="M4 6h16M4 12h16M4 18h10"/>)"},
    Drawing{"merge", R"(<path d="M5 4v3.5A4.5 4.5 0 0 0 9.5 12H19M5 20v-3.5A4.5 4.5 0 0 1 9.5 12M15 8l4 4-4 4"/>)"},
    Drawing{"note", R"(<path d="M4.5 19.5l1-4.5L16.5 4l3.5 3.5L9 18.5z"/><path d="M13.5 7l3.5 3.5"/>)"},
    Drawing{"out", R"(<path d="M14 4.5H6v15h8M10.5 12H20M16.5 8.5L20 12l-3.5 3.5"/>)"},
    Drawing{"people", R"(<circle cx="9" cy="8" r="3.2"/>)"
                      R"(<path d="M3.5 19c.6-3.4 2.8-5 5.5-5s4.9 1.6 5.5 5M16 5.5a3 3 0 0 1 0 5.6M17.5 14.3c1.8.7 2.8)"
                      R"( 2.3 3 4.7"/>)"},
    Drawing{"phone",
            R"(<path d="M5 4.5h4l1.5 4.5-2 1.5a10 10 0 0 0 5 5l1.5-2 4.5 1.5v4a1.5 1.5 0 0 1-1.6 1.5C10.5 20 4)"
            R"( 13.5 3.5 6.1A1.5 1.5 0 0 1 5 4.5z"/>)"},
    Drawing{"pin", R"(<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z"/>)"
                   R"(<circle cx="12" cy="10" r="2.3"/>)"},
    Drawing{"plus", R"(<path d="M12 5v14M5 12h14"/>)"},
    Drawing{"print", R"(<path d="M7 8V3.5h10V8M7 16H4V8h16v8h-3M7 13.5h10v7H7z"/>)"},
    Drawing{"search", R"(<circle cx="10.5" cy="10.5" r="6"/><path d="M15 15l5 5"/>)"},
    Drawing{"shield", R"(<path d="M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z"/>)"
                      R"(<path d="M9 12l2.2 2.2L15.2 10"/>)"},
    Drawing{"turn", R"(<path d="M19 12a7 7 0 1 1-2.5-5.4M17 3v4h-4"/>)"},
    Drawing{"upload", R"(<path d="M12 15V4M7.5 8.5L12 4l4.5 4.5M4.5 19.5h15"/>)"},
    Drawing{"warning", R"(<path d="M12 4l9 15.5H3z"/><path d="M12 10v4.5M12 17v.1"/>)"},
    Drawing{"wave", R"(<path d="M3 12l5-5 4 3 4-3 5 5M8 17l3 2.5 3-2.5 3-2"/>)"},
};
static_assert(std::ranges::is_sorted(drawings, {}, &Drawing::name));
}

Html icon(std::string_view name) {
    auto const found = std::ranges::lower_bound(drawings, name, {}, &Drawing::name);
    if (found == drawings.end() || found->name != name) throw Bug{"no icon " + std::string{name}};
    bool const turns = name == "arrow" || name == "back" || name == "out";   // points along the reading direction
    return Markup::of("<svg class=\"md-icon", turns ? " md-icon--turn" : "",
                      "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">", found->paths, "</svg>");
}
}
