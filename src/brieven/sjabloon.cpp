#include "brieven/sjabloon.h"

#include "kernel/check.h"
#include "kernel/utf8.h"
#include "platform/i18n/i18n.h"

namespace brieven {
namespace {
using i18n::N_;
constexpr std::size_t langste_naam = 40;

std::string_view strip(std::string_view text) {
    auto const from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}
bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= langste_naam && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}
std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> all;
    for (text = strip(text); !text.empty(); text = strip(text)) {
        auto const end = std::min(text.find(' '), text.size());
        all.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return all;
}
bool has(std::span<Veld const> list, std::string_view name) {
    return std::ranges::find(list, name, &Veld::naam) != list.end();
}

/// A block that is still open, and what it holds so far.
struct Open {
    Knoop knoop;
    bool in_anders = false;
    int regel = 0;
    std::vector<Knoop>& inside() { return in_anders ? knoop.nee : knoop.ja; }
};

class Lezer {
public:
    explicit Lezer(Soort soort) : soort_{soort} {}
    Gelezen read(std::string_view text) {
        int number = 0;
        while (!text.empty()) {
            auto const end = std::min(text.find('\n'), text.size());
            line_ = ++number;
            raw_ = text.substr(0, end);
            one_line(strip(raw_));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        line_ = std::max(number, 1);
        end_section();
        if (out_.sjabloon.titel.empty()) wrong(FoutSoort::geen_titel);
        std::ranges::stable_sort(out_.fouten, {}, &Fout::regel);
        return std::move(out_);
    }

private:
    void wrong(FoutSoort kind, std::string_view what = {}) {
        out_.fouten.push_back({line_, kind, std::string{what.substr(0, langste_naam)}});
    }
    void one_line(std::string_view line) {
        if (line.starts_with("= ")) return title(line.substr(2));
        if (line.starts_with('[') && line.ends_with(']')) return section(line.substr(1, line.size() - 2));
        if (line.empty()) {
            paragraph_open_ = false;
            if (in_section_) remember();
            return;
        }
        if (!in_section_) return wrong(FoutSoort::buiten_sectie, line);
        remember();
        if (line.starts_with('{') && line.ends_with('}') && line.find('}') == line.size() - 1) {
            auto const inside = words(line.substr(1, line.size() - 2));
            if (inside.size() > 1 || (inside.size() == 1 && (inside[0] == "einde" || inside[0] == "anders")))
                return command(inside);
        }
        content(line);
    }
    void remember() { (out_.sjabloon.secties.back().bron += strip(raw_)) += '\n'; }
    void title(std::string_view text) {
        if (in_section_ || !out_.sjabloon.titel.empty()) return wrong(FoutSoort::tweede_titel);
        out_.sjabloon.titel = inline_text(strip(text));
    }
    void section(std::string_view text) {
        end_section();
        auto const parts = words(text);
        if (parts.empty() || parts.size() > 2 || !is_name(parts[0])
            || (parts.size() == 2 && parts[1] != "kader" && parts[1] != "breed"))
            wrong(FoutSoort::sectie_ongeldig, text);
        auto const vorm = parts.size() < 2 ? Vorm::naast : parts[1] == "kader" ? Vorm::kader : Vorm::breed;
        std::string const name{parts.empty() ? std::string_view{} : parts[0]};
        if (std::ranges::find(out_.sjabloon.secties, name, &Sectie::naam) != out_.sjabloon.secties.end())
            wrong(FoutSoort::sectie_dubbel, name);
        out_.sjabloon.secties.push_back({name, {}, vorm, {}, line_});
        in_section_ = true;
        paragraph_open_ = false;
    }
    void end_section() {
        for (; !open_.empty(); open_.pop_back()) {
            auto const here = line_;
            line_ = open_.back().regel;
            wrong(FoutSoort::niet_gesloten, open_.back().knoop.naam);
            line_ = here;
        }
        paragraph_open_ = false;
    }
    void command(std::vector<std::string_view> const& w);
    void condition(std::vector<std::string_view> const& w);
    void repeat(std::vector<std::string_view> const& w);
    void finish_block();
    void content(std::string_view line);
    void table_row(std::string_view line);
    Zin inline_text(std::string_view text);
    std::string_view field(std::string_view text, Zin& out, bool bold);

    std::vector<Knoop>& here() { return open_.empty() ? out_.sjabloon.secties.back().knopen : open_.back().inside(); }
    /// The list in which we are, if any.
    Lijst const* row_of() const {
        for (auto const& block : open_)
            if (block.knoop.soort != Knoop::Soort::als)
                for (auto const& list : lijsten(soort_))
                    if (list.naam == block.knoop.naam) return &list;
        return nullptr;
    }
    bool known_field(std::string_view name) const {
        auto const* row = row_of();
        return has(vaste_velden(), name) || has(velden(soort_), name) || (row && has(row->velden, name));
    }

    Soort soort_;
    Gelezen out_;
    std::vector<Open> open_;
    std::string_view raw_;
    int line_ = 0;
    bool in_section_ = false, paragraph_open_ = false;
};

void Lezer::command(std::vector<std::string_view> const& w) {
    paragraph_open_ = false;
    if (w[0] == "einde" && w.size() == 1) return finish_block();
    if (w[0] == "anders" && w.size() == 1) {
        if (open_.empty() || open_.back().in_anders || open_.back().knoop.soort != Knoop::Soort::als)
            return wrong(FoutSoort::anders_te_veel);
        open_.back().in_anders = true;
        return;
    }
    if (w[0] == "als") return condition(w);
    if (w[0] == "lijst" || w[0] == "tabel") return repeat(w);
    wrong(FoutSoort::opdracht_onbekend, w[0]);
}

void Lezer::condition(std::vector<std::string_view> const& w) {
    bool const negated = w.size() == 3 && w[1] == "niet";
    if (w.size() != 2 && !negated) return wrong(FoutSoort::opdracht_onbekend, w[0]);
    if (static_cast<int>(open_.size()) >= diepste_blok) wrong(FoutSoort::te_diep, w.back());
    auto const name = w.back();
    bool const block = std::ranges::find(blokken(soort_), name, &Blok::naam) != blokken(soort_).end();
    bool const list = std::ranges::find(lijsten(soort_), name, &Lijst::naam) != lijsten(soort_).end();
    if (!block && !list && !known_field(name)) wrong(FoutSoort::onbekend_blok, name);
    Open next;
    next.knoop.soort = Knoop::Soort::als;
    next.knoop.naam = name;
    next.knoop.niet = negated;
    next.regel = line_;
    open_.push_back(std::move(next));
}

void Lezer::repeat(std::vector<std::string_view> const& w) {
    if (w.size() != 2) return wrong(FoutSoort::opdracht_onbekend, w[0]);
    if (row_of()) wrong(FoutSoort::lijst_in_lijst, w[1]);
    if (static_cast<int>(open_.size()) >= diepste_blok) wrong(FoutSoort::te_diep, w[1]);
    if (std::ranges::find(lijsten(soort_), w[1], &Lijst::naam) == lijsten(soort_).end())
        wrong(FoutSoort::onbekende_lijst, w[1]);
    Open next;
    next.knoop.soort = w[0] == "tabel" ? Knoop::Soort::tabel : Knoop::Soort::lijst;
    next.knoop.naam = w[1];
    next.regel = line_;
    open_.push_back(std::move(next));
}

void Lezer::finish_block() {
    if (open_.empty()) return wrong(FoutSoort::einde_te_veel);
    auto done = std::move(open_.back());
    open_.pop_back();
    auto const& k = done.knoop;
    if (k.soort == Knoop::Soort::tabel && (k.kolommen.empty() || k.zinnen.size() != k.kolommen.size()))
        wrong(FoutSoort::tabel_ongeldig, k.naam);
    here().push_back(std::move(done.knoop));
}

void Lezer::content(std::string_view line) {
    if (line.starts_with('|')) return table_row(line);
    if (!open_.empty() && open_.back().knoop.soort == Knoop::Soort::tabel)
        return wrong(FoutSoort::tabel_ongeldig, open_.back().knoop.naam);
    auto const add = [&](Knoop::Soort kind, std::string_view text) {
        Knoop k;
        k.soort = kind;
        k.zinnen.push_back(inline_text(strip(text)));
        here().push_back(std::move(k));
        paragraph_open_ = kind == Knoop::Soort::alinea;
    };
    if (line.starts_with("## ")) return add(Knoop::Soort::kop, line.substr(3));
    if (line.starts_with("- ")) return add(Knoop::Soort::punt, line.substr(2));
    if (paragraph_open_) {
        here().back().zinnen.push_back(inline_text(line));
        return;
    }
    add(Knoop::Soort::alinea, line);
}

void Lezer::table_row(std::string_view line) {
    if (open_.empty() || open_.back().knoop.soort != Knoop::Soort::tabel) return wrong(FoutSoort::rij_buiten_tabel);
    auto& table = open_.back().knoop;
    if (!table.zinnen.empty() || !line.ends_with('|') || line.size() < 3)
        return wrong(FoutSoort::tabel_ongeldig, table.naam);
    std::vector<Zin> cells;
    for (auto rest = line.substr(1); !rest.empty();) {
        auto const end = rest.find('|');
        cells.push_back(inline_text(strip(rest.substr(0, end))));
        rest.remove_prefix(end + 1);
    }
    (table.kolommen.empty() ? table.kolommen : table.zinnen) = std::move(cells);
}

/// Reads {name} at the front of `text`; the rest behind it.
std::string_view Lezer::field(std::string_view text, Zin& out, bool bold) {
    auto const end = text.find('}');
    if (end == std::string_view::npos) {
        wrong(FoutSoort::haak_open, text.substr(1));
        return {};
    }
    auto const name = strip(text.substr(1, end - 1));
    if (!known_field(name)) wrong(FoutSoort::onbekend_veld, name);
    out.push_back({Stuk::Soort::veld, std::string{name}, bold});
    return text.substr(end + 1);
}

Zin Lezer::inline_text(std::string_view text) {
    Zin out;
    bool bold = false;
    while (!text.empty()) {
        if (text.starts_with("**")) {
            bold = !bold;
            text.remove_prefix(2);
            continue;
        }
        if (text.starts_with('{')) {
            text = field(text, out, bold);
            continue;
        }
        auto const end = std::min({text.find('{'), text.find("**"), text.size()});
        out.push_back({Stuk::Soort::tekst, std::string{text.substr(0, end)}, bold});
        text.remove_prefix(end);
    }
    if (bold) wrong(FoutSoort::ster_open);
    return out;
}
}

std::string_view tekst(FoutSoort s) {
    switch (s) {
    case FoutSoort::te_lang: return N_("De tekst is te lang. Maak hem korter.");
    case FoutSoort::geen_utf8: return N_("In de tekst staan tekens die niet te lezen zijn. Plak de tekst opnieuw.");
    case FoutSoort::geen_titel: return N_("Er is geen titel. Begin met een regel als: = Titel van de brief");
    case FoutSoort::tweede_titel: return N_("De titel staat er al, of staat niet bovenaan. Haal deze regel weg.");
    case FoutSoort::buiten_sectie:
        return N_("Deze tekst staat nog in geen onderdeel. Zet er een regel als [opening] boven.");
    case FoutSoort::sectie_ongeldig:
        return N_("[{}] is geen goede naam. Gebruik kleine letters, en daarachter alleen kader of breed.");
    case FoutSoort::sectie_dubbel: return N_("Het onderdeel [{}] staat er twee keer. Geef dit een andere naam.");
    case FoutSoort::sectie_onbekend:
        return N_("Het onderdeel [{}] staat niet in de Nederlandse tekst. Gebruik dezelfde namen.");
    case FoutSoort::onbekend_veld: return N_("Het veld {} bestaat niet in deze brief. Kies een veld uit de lijst.");
    case FoutSoort::onbekend_blok: return N_("De voorwaarde {} bestaat niet in deze brief. Kies er een uit de lijst.");
    case FoutSoort::onbekende_lijst:
        return N_("De lijst {} bestaat niet in deze brief. Kies een lijst uit de lijst hieronder.");
    case FoutSoort::haak_open: return N_("Achter een accolade ontbreekt de sluithaak. Schrijf een veld als {{naam}}.");
    case FoutSoort::ster_open: return N_("De vette tekst houdt niet op. Zet er aan het eind weer ** achter.");
    case FoutSoort::opdracht_onbekend:
        return N_("De opdracht {} bestaat niet of is niet af. Gebruik als, anders, lijst, tabel of einde.");
    case FoutSoort::einde_te_veel: return N_("Hier staat {{einde}} zonder begin. Haal deze regel weg.");
    case FoutSoort::anders_te_veel: return N_("Hier hoort geen {{anders}}. Dat kan één keer in een blok met als.");
    case FoutSoort::niet_gesloten: return N_("Het blok {} houdt niet op. Zet er {{einde}} onder.");
    case FoutSoort::te_diep: return N_("Er staan te veel blokken in elkaar bij {}. Maak er losse blokken van.");
    case FoutSoort::lijst_in_lijst: return N_("De lijst {} staat in een andere lijst. Sluit die eerst met {{einde}}.");
    case FoutSoort::tabel_ongeldig:
        return N_("De tabel {} moet precies twee regels hebben, met evenveel vakken: de kop en de velden.");
    case FoutSoort::rij_buiten_tabel: return N_("Deze regel met | staat niet in een tabel. Zet er een tabel omheen.");
    }
    return {};
}

Gelezen lees_sjabloon(Soort soort, std::string_view tekst) {
    if (tekst.size() > langste_sjabloon) return {{}, {{1, FoutSoort::te_lang, {}}}};
    if (!is_utf8(tekst) || tekst.find('\0') != std::string_view::npos) return {{}, {{1, FoutSoort::geen_utf8, {}}}};
    return Lezer{soort}.read(tekst);
}

Gelezen lees_vertaling(Soort soort, Sjabloon const& nederlands, std::string_view tekst) {
    auto read = lees_sjabloon(soort, tekst);
    for (auto const& section : read.sjabloon.secties)
        if (std::ranges::find(nederlands.secties, section.naam, &Sectie::naam) == nederlands.secties.end())
            read.fouten.push_back({section.regel, FoutSoort::sectie_onbekend, section.naam});
    std::ranges::stable_sort(read.fouten, {}, &Fout::regel);
    return read;
}
}
