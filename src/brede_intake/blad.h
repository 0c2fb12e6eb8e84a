#pragma once
#include "brede_intake/store.h"
#include "dossier/frame.h"
#include "gate/context.h"
#include "platform/html/intake.h"

/// What every page of the intake shares.
namespace brede_intake {

struct Blad {
    DossierId dossier;
    dossier::Kop kop;
    inburgeringstermijn::Grondslag grond;
    std::vector<Intake> intakes;            // newest first
    std::vector<Leefgebied> leefgebieden;   // active ones, in the municipality's order
    bool mag_schrijven;
    Intake const* laatste() const { return intakes.empty() ? nullptr : &intakes.front(); }
    Intake const* open() const { return laatste() && laatste()->open() ? laatste() : nullptr; }
};
Blad lees(db::Connection&, gate::Context const&);
/// "/dossiers/7/intake" and what comes after it.
std::string pad(DossierId, std::string_view rest = {});
std::string pad(Blad const&, std::string_view rest = {});
/// A page under the tab Intake; `title` is where the reader is: the last crumb.
http::Response toon(gate::Context&, int status, Blad const&, std::string_view title, html::Html body);
/// The same with pages in between, each with its address.
http::Response toon(gate::Context&, int status, Blad const&, std::string_view title,
                    std::vector<html::Crumb> const& tussen, html::Html body);
/// "Opgeslagen om 10.32 uur", of the field that was written last; empty when none was.
std::string opgeslagen(html::View const&, Velden const&);
/// Choices of a fixed set in the reader's language; with `leeg`, "Kies" stands first.
std::vector<html::Choice> keuzes(html::View const&, std::vector<Basiskeuze> const&);
/// The list of leefgebieden with what was answered; `nu` is the one on the page.
html::Html takenlijst(html::View const&, Blad const&, std::map<std::string, Antwoord> const&, std::string_view nu);
/// What can be done about a part of the legal minimum: a link to where its work is, or to what may be noted instead.
html::Html onderdeel_links(html::View const&, Blad const&, MinimumRegel const&);
/// How many of the active leefgebieden were asked.
int gevraagd(Blad const&, std::map<std::string, Antwoord> const&);
/// The picture of all scores with those of the intake before.
html::Html beeld(html::View const&, Blad const&, std::map<std::string, Antwoord> const& nu,
                 std::map<std::string, Antwoord> const& eerder);
/// What saving while typing answers.
http::Response bewaard_antwoord(gate::Context&, Bewaring const&);
/// What was sent for the fields of a subject: text, mark, choice.
std::vector<Veldinvoer> lees_velden(http::Request const&, Onderwerp const&);
/// The page on which two people's texts of a field are chosen from; what was not in conflict has been saved.
html::Html keuzeblad(html::View const&, vertrouwen::Kluis const&, std::vector<Conflict> const&,
                     std::string const& action, std::map<std::string, std::string> const& labels);
/// Hidden marks of the fields of a form. A refused form keeps the marks it came with: somebody may have written
/// meanwhile.
html::Html merken(vertrouwen::Kluis const&, Velden const&, std::vector<Veldinvoer> const& gestuurd);
}
