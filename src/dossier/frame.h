#pragma once
#include "dossier/rules.h"
#include "dossier/store.h"
#include "gate/context.h"
#include "inburgeringstermijn/store.h"
#include "instroom/rules.h"

/// What every page of a file shares: the identity bar, the state in a sentence with the next action, the seven stops
/// and the tabs.
namespace dossier {

/// The top of a file in one question; fields outside the reader's categories are empty.
struct Kop {
    Dossier dossier;
    std::string naam, eigen_schrift, eigen_schrift_taal, uitspraak;
    std::optional<PartialDate> geboren;
    std::string taal, tolk_wens, v_nummer;
    bool tolk_nodig = false, adres_geheim = false, overleden = false;
    std::optional<instroom::Doelgroep> groep;
    std::int64_t gezinsleden = 0;
    std::optional<Date> eerste_contact;
    bool afspraak_gepland = false;
    Onderweg onderweg;
};
std::optional<Kop> head(db::Connection&, vertrouwen::Access const&, Timestamp now, DossierId);
/// What the rules need, from the head and the facts.
Feiten facts_for(Kop const&, inburgeringstermijn::Grondslag const&, Date today);

enum class Tab { overzicht, gezin, intake, plan, brieven, termijnen, persoon, doelgroep, duo, inzage };
/// A page of the file: `tab` is the current one, `body` what stands under the tabs. Asks the database itself.
html::Html file_frame(gate::Context&, DossierId, Tab tab, html::Html body);
/// The same with what was already read.
html::Html file_frame(gate::Context&, Kop const&, Feiten const&, Tab tab, html::Html body);
/// "Semhar Gebremeskel · Termijnen", for the title of the browser tab.
std::string file_title(gate::Context&, DossierId, std::string_view page);
std::string file_title(html::View const&, Kop const&, std::string_view page);

/// A translated sentence in which each {} is markup, in their order.
html::Html sentence(html::View const&, std::string_view dutch, std::vector<html::Html> const& parts);
}
