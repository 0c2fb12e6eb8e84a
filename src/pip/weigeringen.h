#pragma once
#include "pip/rules.h"

/// The checks of a plan, one subject each. Inside this slice only.
namespace pip::controle {

struct Vraag {
    Plan const& plan;
    Feiten const& feiten;
    Vragen vragen;
    Date dagtekening, today;
    Inhoud const& in() const { return plan.inhoud; }
};
void voorwaarden(Vraag const&, std::vector<Weigering>&);   // intake, test, target group
void leerroute(Vraag const&, std::vector<Weigering>&);
void wijziging(Vraag const&, std::vector<Weigering>&);   // switching, scaling down, moving
void duo(Vraag const&, std::vector<Weigering>&);
void z_route(Vraag const&, std::vector<Weigering>&);
void begeleiding(Vraag const&, std::vector<Weigering>&);
void afspraken(Vraag const&, std::vector<Weigering>&);
void dagtekening(Vraag const&, std::vector<Weigering>&);
}
