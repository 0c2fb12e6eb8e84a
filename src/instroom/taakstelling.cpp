#include "instroom/taakstelling.h"

#include "law/huisvestingswet.h"
#include "platform/i18n/i18n.h"

namespace instroom {
using i18n::N_;

Uitgelegd<Taakstelling> taakstelling(TaakstellingVraag const& v) {
    check(v.landelijk >= 0 && v.inwoners_gemeente >= 0 && v.inwoners_nederland > 0);
    Wide const product = Wide{v.landelijk} * v.inwoners_gemeente;
    auto const whole = static_cast<std::int64_t>(product / v.inwoners_nederland);
    std::int64_t const task = product % v.inwoners_nederland == 0 ? whole : whole + 1;
    Waarom share{"A191",
                 N_("De taak is het landelijke aantal, keer de inwoners van de gemeente, gedeeld door de inwoners van "
                    "Nederland. De uitkomst wordt naar boven afgerond op een heel getal."),
                 {law::taakstelling_29},
                 Zekerheid::P,
                 {{N_("landelijk aantal in dit halfjaar"), v.landelijk, "landelijk"},
                  {N_("inwoners van de gemeente"), v.inwoners_gemeente, "inwoners_gemeente"},
                  {N_("inwoners van Nederland"), v.inwoners_nederland, "inwoners_nederland"}},
                 {{N_("hele personen voor afronding"), whole}, {N_("taak"), task}}};
    std::int64_t const end = v.saldo + v.gehuisvest - task;
    Waarom balance{
        "A196",
        N_("Een achterstand of voorsprong telt in de praktijk mee in het volgende halfjaar. Dat staat niet in "
           "de Huisvestingswet."),
        {law::huisvesting_28},
        Zekerheid::D,
        {{N_("saldo aan het begin"), v.saldo, "saldo"}, {N_("gehuisvest in dit halfjaar"), v.gehuisvest, "gehuisvest"}},
        {{N_("taak"), task}, {N_("saldo aan het einde"), end}}};
    return {{task, end}, {std::move(share), std::move(balance)}};
}

Date publicatie_uiterlijk(Date halfjaar) { return halfjaar - law::taakstelling_bekend_weken.since(halfjaar).value; }

Date peildatum_inwoners(Date halfjaar) {
    return Date{(std::chrono::year_month_day{halfjaar}.year() - std::chrono::years{1}) / std::chrono::January / 1};
}
}
