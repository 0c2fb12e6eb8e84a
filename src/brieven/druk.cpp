#include "brieven/druk.h"

#include "brieven/taal.h"
#include "brieven/texts.h"
#include "platform/html/assets.h"
#include "platform/i18n/i18n.h"

namespace brieven {
namespace {
using i18n::N_;

html::LetterLine line(Regel const& from) {
    html::LetterLine out;
    for (auto const& t : from) out.push_back({t.tekst, t.taal, t.vet, t.los});
    return out;
}
html::LetterPart part(Deel const& d) {
    using Kind = html::LetterPart::Kind;
    html::LetterPart p{Kind::paragraph, {}, {}};
    switch (d.soort) {
    case Deel::Soort::kop: p.kind = Kind::heading; break;
    case Deel::Soort::alinea: p.kind = Kind::paragraph; break;
    case Deel::Soort::punten: p.kind = Kind::points; break;
    case Deel::Soort::tabel: p.kind = Kind::table; break;
    }
    for (auto const& one : d.regels) p.lines.push_back(line(one));
    for (auto const& row : d.rijen) {
        std::vector<html::LetterLine> cells;
        for (auto const& cell : row) cells.push_back(line(cell));
        p.rows.push_back(std::move(cells));
    }
    return p;
}
std::vector<html::LetterPart> parts(std::vector<Deel> const& from) {
    std::vector<html::LetterPart> out;
    for (auto const& d : from) out.push_back(part(d));
    return out;
}
html::LetterForm form(Vorm vorm) {
    switch (vorm) {
    case Vorm::naast: return html::LetterForm::beside;
    case Vorm::kader: return html::LetterForm::boxed;
    case Vorm::breed: return html::LetterForm::wide;
    }
    return html::LetterForm::beside;
}
std::string value_of(std::map<std::string, std::string> const& from, std::string const& name) {
    auto const found = from.find(name);
    return found == from.end() ? std::string{} : found->second;
}
std::string plain(Regel const& from) {
    std::string out;
    for (auto const& t : from) out += t.tekst;
    return out;
}
/// Letterhead, facts and signature: in Dutch, from the fixed values.
void set_frame(html::Letter& l, Geheel const& g) {
    auto const fixed = [&](std::string const& name) { return value_of(g.vast.velden, name); };
    auto const own = [&](std::string const& name) { return value_of(g.inhoud.waarden.velden, name); };
    auto const day = parse_date(fixed("datum"));
    auto const date = day ? schrijf_dag(*day, "nl", false) : std::string{};
    l.sender = "Gemeente " + fixed("gemeente");
    for (auto const* name : {"afdeling", "adres_gemeente", "website"})
        if (auto text = fixed(name); !text.empty()) l.sender_lines.push_back(std::move(text));
    l.meta = {{"Datum", date}, {"Ons kenmerk", fixed("dossiernummer")}};
    if (!fixed("contact").empty()) l.meta.emplace_back("Contact", fixed("contact"));
    if (!fixed("telefoon").empty()) l.meta.emplace_back("Telefoon", fixed("telefoon"));
    l.reference = fixed("dossiernummer") + " · " + date;
    l.closing = {"Met vriendelijke groet,",
                 "namens het college van burgemeester en wethouders van " + fixed("gemeente")};
    bool const other_signer = !own("tekenaar").empty() && own("tekenaar") != fixed("contact");
    l.signer = other_signer ? own("tekenaar") : fixed("contact");
    l.signer_role = other_signer ? own("tekenaar_functie") : g.vast.functie;
}

struct Geldigzin {
    std::string_view taal, tekst;
};
constexpr Geldigzin geldig_zinnen[] = {
    {"am", "የሚጸናው የደች ጽሑፍ ብቻ ነው። ትርጉሙ ለማንበብ ይረዳዎታል።"},
    {"ar", "النص الهولندي وحده هو الساري. الترجمة تساعدك على القراءة."},
    {"en", "Only the Dutch text counts. The translation helps you to read it."},
    {"es", "Solo vale el texto en neerlandés. La traducción le ayuda a leerlo."},
    {"fa",
     "فقط متن هلندی معتبر است. ترجمه به شما در خواندن کمک می‌کند."},
    {"fr", "Seul le texte néerlandais fait foi. La traduction vous aide à le lire."},
    {"ku", "Tenê nivîsa holendî derbasdar e. Werger ji bo xwendinê alîkariya we dike."},
    {"pl", "Obowiązuje tylko tekst niderlandzki. Tłumaczenie pomaga w czytaniu."},
    {"prs",
     "فقط متن هالندی معتبر است. ترجمه به شما در خواندن کمک می‌کند."},
    {"ps", "یوازې هالنډي متن د اعتبار وړ دی. ژباړه تاسو سره په لوستلو کې مرسته کوي."},
    {"ru", "Силу имеет только нидерландский текст. Перевод помогает его прочитать."},
    {"so", "Kaliya qoraalka Holandiga ayaa ansax ah. Turjumaaddu waxay kaa caawinaysaa akhriska."},
    {"th", "ข้อความภาษาดัตช์เท่านั้นที่มีผล คำแปลช่วยให้คุณอ่านเข้าใจ"},
    {"ti", "እቲ ናይ ሆላንድኛ ጽሑፍ ጥራይ እዩ ዝጸንዕ። ትርጉም ንምንባብ ይሕግዘኩም።"},
    {"tr", "Yalnızca Hollandaca metin geçerlidir. Çeviri okumanıza yardımcı olur."},
    {"uk", "Чинним є лише нідерландський текст. Переклад допомагає його прочитати."},
    {"zh", "仅荷兰语文本有效。译文仅帮助您阅读。"},
};
}

std::string_view alleen_nederlands_geldt(std::string_view taal) {
    auto const* found = std::ranges::find(geldig_zinnen, taal, &Geldigzin::taal);
    return found == std::end(geldig_zinnen) ? std::string_view{} : found->tekst;
}

html::Letter beeld(Geheel const& g, Talen talen, Adres adres) {
    html::Letter l;
    auto const pairs = paren(g, talen);
    bool const both = std::ranges::any_of(pairs.paren, [](Paar const& p) { return !p.vertaald.empty(); });
    l.document_title = plain(pairs.titel);
    set_frame(l, g);
    l.address = g.vast.adres;
    if (adres == Adres::verbergen && l.address.size() > 1) l.address.resize(1);
    l.title = line(pairs.titel);
    if (both) {
        l.lang = g.brief.taal;
        l.from_right = rechts_naar_links(g.brief.taal);
        l.title_translated = line(pairs.titel_vertaald);
        l.valid = "Alleen de Nederlandse tekst geldt. De vertaling helpt u bij het lezen.";
        l.valid_translated = std::string{alleen_nederlands_geldt(g.brief.taal)};
    }
    for (auto const& p : pairs.paren)
        l.sections.push_back({form(p.nederlands.vorm), parts(p.nederlands.delen), parts(p.vertaald)});
    return l;
}

Result<std::string, pdf::PrintRefusal> druk(pdf::Printer& printer, Geheel const& g, Talen talen) {
    return printer.print(html::letter_document(beeld(g, talen, Adres::tonen)));
}

Result<Drukwerk, pdf::PrintRefusal> druk_beide(pdf::Printer& printer, Geheel const& g) {
    auto dutch = druk(printer, g, Talen::nederlands);
    if (!dutch) return unexpected{dutch.error()};
    Drukwerk out{std::move(*dutch), {}};
    if (!g.brief.vertaald) return out;
    auto both = druk(printer, g, Talen::beide);
    if (!both) return unexpected{both.error()};
    out.vertaald = std::move(*both);
    return out;
}

std::string_view tekst(pdf::PrintRefusal r) {
    switch (r) {
    case pdf::PrintRefusal::too_large:
        return N_("De brief is te lang om af te drukken. Maak de teksten korter en probeer het opnieuw.");
    case pdf::PrintRefusal::no_printer:
    case pdf::PrintRefusal::not_sound:
        return N_("Het maken van de PDF lukt nu niet. Er is niets verzonden. Meld het bij de functioneel beheerder.");
    case pdf::PrintRefusal::too_slow:
        return N_("Het maken van de PDF duurde te lang. Er is niets verzonden. Probeer het over een minuut opnieuw.");
    case pdf::PrintRefusal::not_set:
        return N_("Van deze tekst is geen PDF te maken. Er is niets verzonden. Meld het bij de functioneel beheerder.");
    }
    return {};
}

std::unique_ptr<pdf::Printer> maak_printer() {
    pdf::Printer::Options options;
    for (auto const& text : texts())
        if (text.name == "letter.css") options.files.emplace_back(text.name, text.content);
    for (auto const* font : {"figtree-latin.woff2", "figtree-latin-ext.woff2"}) {
        auto const* asset = html::find_asset(html::asset_url(font));
        check(asset != nullptr);
        options.files.emplace_back(font, asset->bytes);
    }
    return std::make_unique<pdf::Printer>(std::move(options));
}
}
