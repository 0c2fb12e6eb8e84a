#include "law/citation.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "rekenhulp/regels.h"

#include <fmt/core.h>

namespace rekenhulp {
namespace {
template <class... F> struct Cases : F... {
    using F::operator()...;
};

void write(json::Writer& out, WaaromWaarde const& value) {
    std::visit(Cases{[&](Date day) { out.value(day); }, [&](std::int64_t n) { out.value(n); },
                     [&](Money amount) { out.value(amount.in_cents()); }, [&](bool yes) { out.value(yes); },
                     [&](std::string_view word) { out.value(word); },
                     [&](std::string const& typed) { out.value(std::string_view{typed}); }},
               value);
}

void write(json::Writer& out, Resultaat const& value) {
    std::visit(Cases{[&](std::monostate) { out.null(); }, [&](Date day) { out.value(day); },
                     [&](bool yes) { out.value(yes); }, [&](std::int64_t n) { out.value(n); },
                     [&](std::string const& text) { out.value(std::string_view{text}); },
                     [&](std::string_view word) { out.value(word); },
                     [&](Delen const& parts) {
                         out.array();
                         for (auto const& part : parts) out.value(part.naam);
                         out.end_array();
                     }},
               value);
}

void write(json::Writer& out, Waarom const& why) {
    out.object().field("regel", why.regel).field("zin", why.zin);
    out.key("artikelen").array();
    for (auto const& source : why.bronnen) out.value(std::string_view{law::cite(source)});
    out.end_array();
    out.field("zekerheid", std::string_view{std::string(1, static_cast<char>(why.zekerheid))});
    out.key("invoer").object();
    for (auto const& line : why.invoer)
        if (!line.sleutel.empty()) write(out.key(line.sleutel), line.waarde);
    out.end_object();
    out.key("stappen").array();
    for (auto const& line : why.stappen) {
        out.object().field("wat", line.label);
        write(out.key("waarde"), line.waarde);
        out.end_object();
    }
    out.end_array().end_object();
}

// ---- for people ----
std::string with_weekday(Date day) {
    constexpr std::string_view names[] = {"zondag",    "maandag", "dinsdag", "woensdag",
                                          "donderdag", "vrijdag", "zaterdag"};
    return fmt::format("{} ({})", to_iso(day), names[std::chrono::weekday{day}.c_encoding()]);
}
std::string yes_no(bool yes) { return yes ? "ja" : "nee"; }

std::string shown(WaaromWaarde const& value) {
    return std::visit(
        Cases{[](Date day) { return with_weekday(day); }, [](std::int64_t n) { return std::to_string(n); },
              [](Money amount) {
                  auto const cents = amount.in_cents();
                  return fmt::format("{}€ {},{:02}", cents < 0 ? "-" : "", std::abs(cents) / 100,
                                     std::abs(cents) % 100);
              },
              [](bool yes) { return yes_no(yes); }, [](std::string_view word) { return std::string{word}; },
              [](std::string const& typed) { return typed; }},
        value);
}

std::string shown(Resultaat const& value) {
    return std::visit(
        Cases{[](std::monostate) { return std::string{"geen"}; }, [](Date day) { return with_weekday(day); },
              [](bool yes) { return yes_no(yes); }, [](std::int64_t n) { return std::to_string(n); },
              [](std::string const& text) { return text; }, [](std::string_view word) { return std::string{word}; },
              [](Delen const& parts) {
                  std::string list;
                  for (auto const& part : parts) list += fmt::format("\n  - {}", part.titel);
                  return list;
              }},
        value);
}
}

std::string json(Uitwerking const& worked) {
    json::Writer out;
    out.object();
    if (worked.geweigerd.empty()) {
        out.key("uitkomst").object();
        for (auto const& one : worked.uitkomst) write(out.key(one.naam), one.waarde);
        out.end_object();
    } else {
        out.field("geweigerd", worked.geweigerd);
    }
    out.key("waarom").array();
    for (auto const& why : worked.redenen) write(out, why);
    out.end_array().end_object();
    return out.take();
}

std::string leesbaar(Regel const& regel, Uitwerking const& worked) {
    std::string text = fmt::format("{}\n\n", regel.titel);
    for (auto const& one : worked.uitkomst) text += fmt::format("{}: {}\n", one.label, shown(one.waarde));
    if (!worked.geweigerd.empty()) text += fmt::format("Geweigerd: {}\n", worked.geweigerd);
    text += "\nWaarom\n";
    for (auto const& why : worked.redenen) {
        text += fmt::format("\n{} {}\n", why.regel, why.zin);
        for (auto const& line : why.invoer) text += fmt::format("  {}: {}\n", line.label, shown(line.waarde));
        for (auto const& line : why.stappen) text += fmt::format("  = {}: {}\n", line.label, shown(line.waarde));
        for (auto const& source : why.bronnen) text += fmt::format("  {}\n", law::cite(source));
        text += fmt::format("  zekerheid {}{}\n", static_cast<char>(why.zekerheid),
                            why.zekerheid == Zekerheid::M ? ": niet bevestigd" : "");
    }
    return text;
}
}
