#include "law/citation.h"

#include <algorithm>

namespace law {
namespace {
struct Source {
    std::string_view code, title, brief;
};
constexpr Source sources[] = {
    {wi2021, "Wet inburgering 2021", "Wet"},
    {besluit, "Besluit inburgering 2021", "Besluit"},
    {awb, "Algemene wet bestuursrecht", "Awb"},
    {atw, "Algemene termijnenwet", "Atw"},
    {pw, "Participatiewet", "Pw"},
    {hvw, "Huisvestingswet 2014", "Huisvestingswet"},
    {gelijkstelling, "Besluit gelijkstelling van dagen met algemeen erkende feestdagen", "Gelijkstelling"},
    {duo, "DUO-koppelvlak inburgering", "DUO"},
    {brp_api, "BRP API Personen 2.7.0", "BRP"},
    {wabb, "Wet algemene bepalingen burgerservicenummer", "Wabb"},
    {iban, "ISO 13616", "IBAN"},
    {beleidsplan, "Beleidsplan Wet inburgering 2022", "Beleidsplan"},
};

Source const* find(std::string_view name) {
    auto const* found =
        std::ranges::find_if(sources, [&](Source const& s) { return s.code == name || s.title == name; });
    return found == std::end(sources) ? nullptr : found;
}
}

std::string_view title(std::string_view code) {
    auto const* source = find(code);
    return source ? source->title : code;
}

std::string cite(LawRef const& ref) {
    std::string text{title(ref.law)};
    for (auto const part : {ref.article, ref.part})
        if (!part.empty()) text.append(1, ' ').append(part);
    return text;
}

std::string cite_short(LawRef const& ref) {
    auto const* source = find(ref.law);
    std::string text{source ? source->brief : ref.law};
    auto article = ref.article;
    if (article.starts_with("art. ")) article.remove_prefix(5);
    if (!article.empty()) text.append(1, ' ').append(article);
    return text;
}
}
