#include "duo/gevolgen.h"

#include "dossier/store.h"
#include "duo/queries.h"
#include "inburgeringstermijn/feiten.h"
#include "inburgeringstermijn/store.h"
#include "instroom/store.h"
#include "werkvoorraad/store.h"

#include <algorithm>

namespace duo {
namespace {
using inburgeringstermijn::Feit;
using inburgeringstermijn::FeitSoort;

Date registered_day(Melding const& m) { return platform::local_time(m.geregistreerd).day; }

class Applying {
public:
    Applying(db::Connection& c, Omgeving const& o, Melding const& m, Gebeurtenis const& e, std::int64_t id,
             PersoonId person, bool old)
        : c_{c}, o_{o}, m_{m}, e_{e}, id_{id}, person_{person}, old_{old} {}

    void run() {
        duty_row();
        group();
        auto const file = the_file();
        if (!file) return;
        facts(*file);
        event(*file);
        stage(*file);
        inburgeringstermijn::recompute(c_, o_.access, o_.now, o_.today, *file);
        ending(*file);   // lapses the tasks that were open; what DUO's notice asks of us comes after it
        task(*file);
    }

private:
    void duty_row() {
        if (!m_.plicht) return;
        auto const& p = *m_.plicht;
        c_.exec(queries::add_duty,
                {db::new_id(), o_.access.gemeente(), person_, p.plichtig, p.begin, p.eind,
                 p.gewijzigd ? p.gewijzigd : std::optional{registered_day(m_)}, p.kennisgeving,
                 p.reden_geen.empty() ? db::Param{std::nullopt} : db::Param{p.reden_geen}, id_, o_.now});
    }

    void group() {
        auto const known = instroom::target_groups(c_, person_);
        auto const given = m_.doelgroep ? instroom::van_duo(m_.doelgroep->indeling, m_.doelgroep->fijn) : std::nullopt;
        std::optional<instroom::Doelgroep> group;
        if (given)
            group = given->groep;
        else if (e_.gevolg == Gevolg::naar_gezins_of_overig)
            group = instroom::Doelgroep::gm;
        else if (e_.gevolg == Gevolg::naar_asiel)
            group = instroom::Doelgroep::as_a;
        if (!group) return;
        Date const from = m_.doelgroep && m_.doelgroep->begin ? *m_.doelgroep->begin : registered_day(m_);
        if (!known.empty() && known.front().groep == *group && known.front().bron == "duo") return;
        if (old_ && !known.empty()) return;
        auto const text = [&](std::string Doelgroep::* field) {
            return m_.doelgroep ? (*m_.doelgroep).*field : std::string{};
        };
        instroom::set_target_group(c_, o_.access, o_.now, person_, *group, text(&Doelgroep::indeling),
                                   text(&Doelgroep::fijn), text(&Doelgroep::asielrechten), from, "duo");
    }

    bool begins() const {
        return e_.gevolg == Gevolg::nieuw || e_.gevolg == Gevolg::tien_weken || e_.gevolg == Gevolg::overgekomen_met_pip
               || e_.gevolg == Gevolg::hervat || e_.gevolg == Gevolg::hervat_met_pip;
    }

    std::optional<DossierId> the_file() {
        struct Last {
            DossierId id;
            bool open;
        };
        auto const last = c_.one(queries::last_file, {person_},
                                 [](db::Row const& r) { return Last{r.get<DossierId>(0), r.text(1) == "open"}; });
        if (last && last->open) return last->id;
        bool const resumes = e_.gevolg == Gevolg::hervat || e_.gevolg == Gevolg::hervat_met_pip;
        if (last && resumes && !old_) {
            dossier::reopen(c_, o_.access, o_.now, last->id);
            return last->id;
        }
        if (last && (old_ || !begins())) return last->id;   // what comes late is written on the file that was closed
        // Ended before it ever began here, overtaken by such an end, or only a message: kept, but no reason for a file.
        if (old_ || (!begins() && e_.onderwerp != Onderwerp::termijn)) return std::nullopt;
        return dossier::open_for(c_, o_.access, o_.now, o_.today, person_, "instroom");
    }

    void add(DossierId file, std::vector<inburgeringstermijn::OpgeslagenFeit> const& known, Feit const& fact,
             std::string_view bron = "duo") {
        bool const there = std::ranges::any_of(known, [&](auto const& k) {
            return k.feit.soort == fact.soort && k.bron != inburgeringstermijn::aangenomen;
        });
        if (old_ && there) return;
        inburgeringstermijn::add_fact(c_, o_.access, o_.now, file, fact, bron, m_.code);
    }

    void facts(DossierId file) {
        auto const known = inburgeringstermijn::facts(c_, file);
        Date const day = registered_day(m_);
        if (m_.plicht && m_.plicht->plichtig && m_.plicht->begin)
            add(file, known, {FeitSoort::plicht_begin, *m_.plicht->begin, {}});
        notice(file, known, day);
        if (m_.termijn) term(file, known);
        messages(file, known, day);
        switch (e_.gevolg) {
        case Gevolg::tien_weken: add(file, known, {FeitSoort::tien_weken_gestart, day, {}}); break;
        case Gevolg::overgekomen_met_pip: add(file, known, {FeitSoort::verhuisd_met_pip, registration(day), {}}); break;
        case Gevolg::tijdelijk_vrijgesteld:
            if (!old_) add(file, known, {FeitSoort::tijdelijke_vrijstelling, end_of_duty(day), {}});
            break;
        case Gevolg::hervat:
        case Gevolg::hervat_met_pip: end_exemption(file, known, day); break;
        case Gevolg::voldaan:
            if (!old_) add(file, known, {FeitSoort::plicht_voldaan, end_of_duty(day), {}});
            break;
        case Gevolg::ten_einde:
        case Gevolg::overleden:
            if (!old_) add(file, known, {FeitSoort::plicht_geeindigd, end_of_duty(day), {}});
            break;
        case Gevolg::nieuw:
        case Gevolg::naar_gezins_of_overig:
        case Gevolg::naar_asiel:
        case Gevolg::termijn:
        case Gevolg::bericht: break;
        }
    }

    /// The day DUO wrote to the person (Besluit 5.3(1)). Where DUO does not name it, the day on which it registered the
    /// notice stands in, until somebody names the day.
    void notice(DossierId file, std::vector<inburgeringstermijn::OpgeslagenFeit> const& known, Date registered) {
        auto const is_notice = [](auto const& k) { return k.feit.soort == FeitSoort::kennisgeving; };
        if (m_.plicht && m_.plicht->kennisgeving)
            add(file, known, {FeitSoort::kennisgeving, *m_.plicht->kennisgeving, {}});
        else if (e_.gevolg == Gevolg::nieuw && e_.code != "SS120" && std::ranges::none_of(known, is_notice))
            add(file, known, {FeitSoort::kennisgeving, registered, {}}, inburgeringstermijn::aangenomen);
    }

    /// DUO's term leads. A first PIP that we were never told of lies on the day before its start (Wet 11(2)).
    void term(DossierId file, std::vector<inburgeringstermijn::OpgeslagenFeit> const& known) {
        if (overtaken_by(Onderwerp::termijn)) return;
        // What DUO extends keeps the end it had: so a reader sees that it was extended, and by how much.
        bool const before = std::ranges::any_of(known, [&](auto const& k) {
            return k.feit.soort == FeitSoort::duo_termijn && k.bron == "duo" && k.feit.dag == m_.termijn->start
                   && k.feit.tot < m_.termijn->einde;
        });
        if (!extends() || !before) add(file, known, {FeitSoort::duo_termijn, m_.termijn->start, m_.termijn->einde});
        drop_longer(file, known);
        Date const decided = m_.termijn->gewijzigd.value_or(registered_day(m_));
        if (extends()) add(file, known, {FeitSoort::duo_verlenging, decided, m_.termijn->einde});
        bool const pip =
            std::ranges::any_of(known, [](auto const& k) { return k.feit.soort == FeitSoort::eerste_pip; });
        if (!pip) add(file, known, {FeitSoort::eerste_pip, m_.termijn->start - std::chrono::days{1}, {}});
    }
    bool extends() const { return m_.code == "SS103" || m_.code == "SS104"; }   // by DUO itself, on request
    /// DUO's last word is the end it names now: an extension beyond it was taken back.
    void drop_longer(DossierId file, std::vector<inburgeringstermijn::OpgeslagenFeit> const& known) {
        for (auto const& k : known)
            if (k.feit.soort == FeitSoort::duo_verlenging && k.bron == "duo" && k.feit.dag >= m_.termijn->start
                && k.feit.tot > m_.termijn->einde)
                inburgeringstermijn::withdraw_fact(c_, o_.access, o_.now, o_.today, file, k.id, m_.code);
    }
    /// Has DUO registered something later about this?
    bool overtaken_by(Onderwerp subject) const {
        bool later = false;
        c_.each(queries::later_codes, {o_.access.gemeente(), person_, m_.geregistreerd, id_}, [&](db::Row const& r) {
            auto const* other = gebeurtenis(r.text(0));
            later = later || (other && other->onderwerp == subject);
        });
        return later;
    }
    /// Notices about requests move DUO's own decision clocks.
    void messages(DossierId file, std::vector<inburgeringstermijn::OpgeslagenFeit> const& known, Date day) {
        if (m_.code == "SS112") add(file, known, {FeitSoort::verlenging_aangevraagd, day, {}});
        if (m_.code == "SS113" || m_.code == "SS103" || m_.code == "SS104")
            add(file, known, {FeitSoort::verlenging_beslist, day, {}});
        if (m_.code == "SS108" || m_.code == "SS118" || m_.code == "SS119")
            add(file, known, {FeitSoort::ontheffing_beslist, day, {}});
        if (m_.code == "SS120") add(file, known, {FeitSoort::verhuisd_zonder_pip, registration(day), {}});
    }
    /// The last day of the plicht is inclusive in DUO's interface; the fact names the first day without it.
    Date end_of_duty(Date otherwise) const {
        return m_.plicht && m_.plicht->eind ? *m_.plicht->eind + std::chrono::days{1} : otherwise;
    }
    /// BI 5.3(3) counts from the registration in the new municipality; DUO's notice comes later.
    Date registration(Date otherwise) {
        auto const text =
            c_.value<std::optional<std::string>>(queries::registered_here, {o_.access.gemeente(), person_});
        auto const day =
            text && *text ? parse_date(**text) : Result<Date, DateRefusal>{unexpected{DateRefusal::not_a_date}};
        return day ? *day : otherwise;
    }
    void end_exemption(DossierId file, std::vector<inburgeringstermijn::OpgeslagenFeit> const& known, Date registered) {
        Date const day = m_.plicht && m_.plicht->begin ? *m_.plicht->begin : registered;
        for (auto const& k : known) {
            if (k.feit.soort != FeitSoort::tijdelijke_vrijstelling || k.feit.tot) continue;
            if (k.feit.dag < day)
                inburgeringstermijn::replace_fact(c_, o_.access, o_.now, file, k.id,
                                                  {FeitSoort::tijdelijke_vrijstelling, k.feit.dag, day}, "duo",
                                                  m_.code);
            else if (!old_)
                inburgeringstermijn::withdraw_fact(c_, o_.access, o_.now, o_.today, file, k.id,
                                                   m_.code);   // it never held
        }
    }

    void event(DossierId file) {
        std::string text;
        if (old_)
            text = "Dit bericht kwam later binnen dan een nieuwer bericht van DUO. Het nieuwere bericht gaat voor.";
        else if (extends() && !m_.termijn)
            text = "DUO noemde de nieuwe einddatum niet. Zoek die op bij DUO en leg de verlenging vast bij Termijnen.";
        else if (m_.plicht && !m_.plicht->reden_geen.empty())
            text = "Reden volgens DUO: " + m_.plicht->reden_geen + ".";
        bool const law = e_.onderwerp != Onderwerp::bericht;
        dossier::add_event(c_, o_.kluis, o_.access, o_.now, file,
                           {.dag = registered_day(m_),
                            .soort = law ? dossier::Soort::wettelijk : dossier::Soort::instroom,
                            .categorie = vertrouwen::Categorie::voortgang,
                            .titel = std::string{e_.titel},
                            .tekst = text,
                            .bron = m_.code});
    }

    void stage(DossierId file) {
        if (old_) return;
        if (e_.gevolg == Gevolg::voldaan) dossier::set_stage(c_, o_.access, file, "voldaan");
        if (e_.gevolg == Gevolg::tien_weken) dossier::set_stage(c_, o_.access, file, "intake");
    }

    void task(DossierId file) {
        if (old_ || e_.taak.empty()
            || c_.value<std::int64_t>(queries::same_task, {o_.access.gemeente(), file, e_.taak}))
            return;
        auto const where =
            dossier::find(c_, vertrouwen::Access::systeem(o_.access.gemeente(), o_.access.gebruiker()), file);
        werkvoorraad::NieuweTaak task;
        task.dossier = file;
        task.soort = "duo";
        task.titel = e_.taak;
        task.toelichting = e_.taak_toelichting;
        task.artikel = "";
        task.uiterlijk = o_.today + std::chrono::days{7};
        if (where) {
            task.eigenaar = where->klantmanager ? where->klantmanager : where->regisseur;
            task.team = where->team;
        }
        werkvoorraad::add(c_, o_.access, o_.now, task);
    }

    void ending(DossierId file) {
        if (old_ || e_.reden.empty() || dossier::open_of(c_, person_) != std::optional{file}) return;
        dossier::close(c_, o_.access, o_.now, registered_day(m_), file, e_.reden);
    }

    db::Connection& c_;
    Omgeving const& o_;
    Melding const& m_;
    Gebeurtenis const& e_;
    std::int64_t id_;
    PersoonId person_;
    bool old_;
};
}

void apply(db::Connection& c, Omgeving const& o, Melding const& m, Gebeurtenis const& e, std::int64_t id,
           PersoonId person, bool old) {
    Applying{c, o, m, e, id, person, old}.run();
}
}
