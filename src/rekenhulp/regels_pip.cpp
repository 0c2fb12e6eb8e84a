#include "pip/rules.h"
#include "platform/i18n/i18n.h"
#include "rekenhulp/regels.h"

namespace rekenhulp {
using i18n::N_;

Result<Uitwerking, Fout> reken_pip_duo(Waarden const& in) {
    auto answer = pip::duo_controle({.eerste = in.ja("eerste"),
                                     .groep = in.groep("groep"),
                                     .route = in.route("route"),
                                     .niveau = pip::niveau_van(in.tekst("niveau")),
                                     .uren = in.heeft("uren") ? std::optional{in.aantal("uren")} : std::nullopt,
                                     .dagtekening = in.dag("dagtekening"),
                                     .plicht_begin = in.dag_of_niets("plicht_begin"),
                                     .eerste_pip = in.dag_of_niets("eerste_pip"),
                                     .huidig_pip = in.dag_of_niets("huidig_pip"),
                                     .vestiging = in.dag_of_niets("vestiging")});
    if (!answer) return Uitwerking{{}, naam(answer.error().reden), std::move(answer.error().redenen)};
    auto const& level = answer->uitkomst;
    return Uitwerking{{{"aangenomen", N_("DUO neemt het aan"), true},
                       {"niveau", N_("Niveau bij DUO"), level ? Resultaat{pip::naam(*level)} : Resultaat{}}},
                      {},
                      std::move(answer->redenen)};
}
}
