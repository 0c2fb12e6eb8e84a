#include "brede_intake/queries.h"
#include "brede_intake/store.h"
#include "platform/json/json.h"
#include "vertrouwen/store.h"

#include <algorithm>
#include <charconv>

namespace brede_intake {
namespace {
using vertrouwen::Access;

std::string print_of(vertrouwen::Kluis const& kluis, std::string_view text) {
    std::string out;
    for (char const b : kluis.blind("intake_veld", text).bytes)
        out += fmt::format("{:02x}", static_cast<unsigned char>(b));
    return out;
}
/// "3.0a1b…": the version that was seen and the print of its text.
struct Gezien {
    std::int64_t versie = 0;
    std::string print;
};
Gezien seen(std::string_view mark) {
    Gezien g;
    auto const dot = mark.find('.');
    if (dot == std::string_view::npos) return g;
    std::from_chars(mark.data(), mark.data() + dot, g.versie);
    g.print = mark.substr(dot + 1);
    return g;
}
/// Line ends as a browser sends them are not a change.
std::string normal(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char const c : text)
        if (c != '\r') out += c;
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    return out;
}
bool is_basis(Onderwerp const& subject) { return subject.code == basis; }

void write(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, IntakeId intake,
           Onderwerp const& subject, std::string const& field, std::string const& text, std::int64_t version) {
    std::optional<std::string> plain;
    std::optional<int> score;
    std::optional<db::Blob> sealed;
    if (field == "antwoord") {
        auto const answer = antwoord_van(text);
        check(answer.has_value());
        plain = answer->stand == Gebiedstand::niet_gevraagd ? std::string{} : std::string{naam(answer->stand)};
        if (subject.verzegeld)
            sealed = kluis.seal(text);
        else if (answer->score > 0)
            score = answer->score;
    } else if (subject.verzegeld) {
        sealed = kluis.seal(text);
    } else {
        plain = text;
    }
    c.exec(queries::write_field,
           {intake, subject.code, field, access.gemeente(), plain, score, sealed, version, access.gebruiker(), now});
}

std::vector<Veldfout> faults_of(Onderwerp const& subject, std::map<std::string, std::string> const& after) {
    if (!is_basis(subject)) return check_gebied(after);
    std::vector<Veldfout> wrong;
    for (auto const& f : basisvelden()) {
        auto const at = after.find(std::string{f.naam});
        if (at == after.end()) continue;
        if (auto const no = check_basis(f, at->second)) wrong.push_back({std::string{f.naam}, *no});
    }
    return wrong;
}
/// What cannot be kept when this field is wrong: a score goes with its reason.
bool held_back(std::vector<Veldfout> const& faults, std::string const& field) {
    return std::ranges::any_of(faults, [&](Veldfout const& f) {
        bool const pair = f.reden == VeldRefusal::score_zonder_reden || f.reden == VeldRefusal::stand_zonder_reden;
        return f.veld == field || (pair && field == "antwoord");
    });
}
}

Onderwerp onderwerp_van(Leefgebied const& l) {
    Onderwerp subject{.code = l.code, .verzegeld = l.gezondheid(), .velden = {}};
    for (auto const field : gebiedvelden(l.gezondheid())) subject.velden.emplace_back(field);
    return subject;
}
Onderwerp basisonderwerp(std::string_view part) {
    Onderwerp subject{.code = std::string{basis}, .verzegeld = false, .velden = {}};
    for (auto const& f : basisvelden())
        if (f.onderdeel == part) subject.velden.emplace_back(f.naam);
    return subject;
}

Velden velden(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, IntakeId intake,
              Onderwerp const& subject) {
    Velden all;
    if (subject.verzegeld && !access.mag_zien(vertrouwen::Categorie::gezondheid)) return all;
    for (auto const& field : subject.velden) all[field];
    c.each(queries::fields, {access.gemeente(), intake, subject.code}, [&](db::Row const& r) {
        auto const at = all.find(r.get<std::string>(0));
        if (at == all.end()) return;
        auto& v = at->second;
        v.tekst = r.get<std::optional<std::string>>(1).value_or("");
        if (auto const score = r.get<std::optional<int>>(2)) v.tekst = std::to_string(*score);
        if (!r.is_null(3)) v.tekst = kluis.open(r.blob(3));
        v.versie = r.integer(4);
        v.op = r.timestamp(5);
        v.door = r.get<std::optional<std::string>>(6).value_or("");
    });
    return all;
}

std::string merk(vertrouwen::Kluis const& kluis, Veld const& v) {
    return fmt::format("{}.{}", v.versie, print_of(kluis, normal(v.tekst)));
}

Bewaring bewaar(db::Connection& c, vertrouwen::Kluis const& kluis, Access const& access, Timestamp now, IntakeId intake,
                Onderwerp const& subject, std::vector<Veldinvoer> const& input, Omvang omvang) {
    Bewaring out;
    out.nu = velden(c, kluis, access, intake, subject);
    std::map<std::string, std::string> after, writes;
    for (auto const& [field, v] : out.nu) after[field] = v.tekst;
    for (auto const& in : input) {
        auto const at = out.nu.find(in.veld);
        if (at == out.nu.end()) continue;   // a field that this page does not have
        auto const& now_there = at->second;
        auto text = normal(in.tekst);
        if (in.veld == "antwoord" && text == "niet_gevraagd") text.clear();
        auto saw = seen(in.merk);
        // The answer to an earlier sending got lost on the way: what stands there is this writer's own.
        if (std::ranges::any_of(in.vorig, [&](auto const& sent) { return normal(sent) == now_there.tekst; }))
            saw.versie = now_there.versie;
        if (in.keus) text = kies(*in.keus, now_there.tekst, text);
        bool const touched = in.keus || saw.print != print_of(kluis, text);
        switch (samengaan({now_there.tekst, now_there.versie}, saw.versie, touched, text)) {
        case Samengaan::blijft: break;
        case Samengaan::conflict: out.conflicten.push_back({in.veld, now_there, text}); break;
        case Samengaan::schrijven: after[in.veld] = writes[in.veld] = text; break;
        }
    }
    out.fouten = faults_of(subject, after);
    // What was there already, and wrong, is no fault of this writer.
    if (writes.empty()) out.fouten.clear();
    if (omvang == Omvang::alles && !out.fouten.empty()) return out;
    std::erase_if(writes, [&](auto const& w) { return held_back(out.fouten, w.first); });
    for (auto const& [field, text] : writes) {
        auto& v = out.nu[field];
        write(c, kluis, access, now, intake, subject, field, text, v.versie + 1);
        v.tekst = text;
        ++v.versie;
        v.op = now;
        out.geschreven.push_back(field);
    }
    for (auto const& in : input)
        if (auto const at = out.nu.find(in.veld); at != out.nu.end() && at->second.tekst == normal(in.tekst))
            out.gelijk.push_back(in.veld);
    if (!out.geschreven.empty()) {
        std::string names;
        for (auto const& field : out.geschreven) names += (names.empty() ? "" : " ") + field;
        json::Writer w;
        w.object().field("onderwerp", subject.code).field("velden", names);
        w.end_object();
        vertrouwen::audit(c, access, now, "intake.bewaard", "intake", intake.value, w.take());
    }
    return out;
}
}
