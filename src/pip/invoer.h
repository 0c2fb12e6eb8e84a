#pragma once
#include "pip/beeld.h"

#include <map>

/// What was typed in a form of the plan, kept as it is until it is right. Inside this slice only.
namespace pip {

struct Doelinvoer {
    std::string leefgebied, termijn, tekst;
};
struct Afspraakinvoer {
    std::string wat, wie, dag, grondslag;
};
struct Invoer {
    std::int64_t gezien = 0;                                  // the version of the part that the writer saw
    std::map<std::string, std::string, std::less<>> velden;   // dates as gate::date_input gives them
    std::vector<Doelinvoer> doelen;
    std::vector<Afspraakinvoer> afspraken;
};
Invoer invoer_van(Gelezen const&, Deel);
Invoer read_invoer(http::Request const&, Deel);
/// The plan with what was typed in this part; errors beside the fields.
Plan apply(html::View const&, Invoer const&, Deel, Plan const& standing, html::Errors&);

/// What a form shows beside its fields: faults in what was typed, or what stands in the way of fixing what is kept.
struct Bezwaren {
    html::Errors errors;
    std::vector<Weigering> weigeringen;
};
std::string field_name(Weigering const&);   // "grondslag-2" for the third agreement

/// The fields of a part as a form shows them.
html::Html part_fields(gate::Context&, Lezing const&, Deel, Invoer const&, Bezwaren const&);
html::Html goal_fields(gate::Context&, Lezing const&, Invoer const&, Bezwaren const&);
html::Html agreement_fields(gate::Context&, Lezing const&, Invoer const&, Bezwaren const&);
}
