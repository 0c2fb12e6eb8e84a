#pragma once
#include "brede_intake/store.h"
#include "dossier/frame.h"
#include "gate/context.h"
#include "inburgeringstermijn/store.h"
#include "pip/store.h"
#include "platform/html/plan.h"

/// What the pages of a plan share. Inside this slice only.
namespace pip {

Omgeving surroundings(gate::Context&);
std::string plan_path(DossierId, std::string_view rest = {});   // "/dossiers/9/plan/controle"
bool may(gate::Context const&, vertrouwen::Recht);              // for this file, also where it reaches only own files

/// Everything a page of the plan needs, read in one go.
struct Lezing {
    std::optional<dossier::Kop> kop;
    inburgeringstermijn::Grondslag basis;
    std::optional<Gelezen> plan;   // the one that is worked on, otherwise the one in force
    std::vector<Huidig> versies;
    Feiten feiten;
    std::optional<brede_intake::Samenvatting> intake;
    std::vector<brede_intake::Leefgebied> gebieden;
    bool is_concept() const;
};
Lezing read_plan(db::Connection&, gate::Context&, DossierId);
/// A page of the tab Plan with a title of its own.
http::Response plan_page(gate::Context&, int status, Lezing const&, std::string const& title, html::Html body);
/// The way back and the way on between the steps: the four forms and the check.
html::Html steps(html::View const&, DossierId, std::string_view current);

std::string gebied_titel(html::View const&, std::vector<brede_intake::Leefgebied> const&, std::string_view code);
html::Html grondslag_tag(html::View const&, std::string_view code);
/// The whole plan as panels, with its refusals at their fields and, when `wijzig`, a link to change each. Health goals
/// that the reader may not see are named as such.
enum class Wijzig { nee, ja };
html::Html plan_panels(gate::Context&, Lezing const&, Gelezen const&, std::vector<Weigering> const&, Wijzig);
html::Html goal_lines(gate::Context&, Lezing const&, Plan const&, std::string_view termijn);
html::Html agreement_line(html::View const&, Afspraak const&);
/// The value of a field as a reader wants it; empty where nothing was filled in.
html::Html field_value(html::View const&, Inhoud const&, Veld const&);
/// Is the field of use for this person and this plan?
bool telt_mee(Veld const&, Inhoud const&, Vragen const&);
std::vector<html::ChangeLine> change_lines(html::View const&, std::vector<brede_intake::Leefgebied> const&,
                                           Plan const& before, Plan const& now);
/// "Ontzorgen: tot en met 30 september 2026", from the rule (Pw 56a); nothing where there is no right to it.
html::Html ontzorgen_line(html::View const&, inburgeringstermijn::Grondslag const&, Date today);
}
