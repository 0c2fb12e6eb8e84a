#include "platform/html/gallery.h"

#include <algorithm>
#include <array>

namespace html {
namespace {

using namespace gallery_parts;
struct Sample {
    std::string_view name;
    std::string (*page)(View const&);
};
constexpr std::array samples{
    Sample{"mijn-werk", mijn_werk},
    Sample{"dossier", dossier},
    Sample{"formulier", [](View const& view) { return formulier(view, false); }},
    Sample{"formulier-fout", [](View const& view) { return formulier(view, true); }},
    Sample{"lijst", lijst},
    Sample{"overzicht", overzicht},
    Sample{"week", week},
    Sample{"controle", controle},
    Sample{"inloggen", inloggen},
    Sample{"fout", fout},
};
}

std::vector<std::string_view> gallery_pages() {
    std::vector<std::string_view> names;
    for (auto const& sample : samples) names.push_back(sample.name);
    return names;
}

std::string gallery(View const& view, std::string_view which) {
    auto const found = std::ranges::find(samples, which, &Sample::name);
    if (found == samples.end()) throw Bug{"no sample page " + std::string{which}};
    return found->page(view);
}

View gallery_parts::staff(View const& view, std::string_view current) {
    View result = view;
    result.today = Date{std::chrono::year{2026} / 11 / 25};
    result.user_name = "Anouk Verhoeven";
    result.municipality = "Meierijstad";
    result.idle_minutes = 30;
    result.return_path = current;
    result.csrf = [](std::string_view action) { return "token-" + std::string{action}; };
    struct Item {
        std::string_view icon, label, path;
        int count;
    };
    constexpr std::array items{
        Item{"lines", "Mijn werk", "/mijn-werk", 11},
        Item{"board", "Teamwachtrij", "/werkvoorraad", 0},
        Item{"people", "Inburgeraars", "/inburgeraars", 0},
        Item{"calendar", "Agenda", "/agenda", 3},
        Item{"upload", "Inlezen", "/inlezen", 0},
        Item{"mail", "DUO-berichten", "/duo", 5},
        Item{"merge", "Dubbelen", "/dubbelen", 0},
        Item{"clock", "Rekenhulp", "/rekenhulp", 0},
        Item{"gear", "Beheer", "/beheer", 0},
    };
    for (auto const& item : items)
        result.navigation.push_back({item.icon, item.label, std::string{item.path}, item.count, item.path == current});
    return result;
}
}
