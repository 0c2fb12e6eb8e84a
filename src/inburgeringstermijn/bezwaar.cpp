#include "inburgeringstermijn/rules.h"
#include "inburgeringstermijn/uitleg.h"
#include "law/awb.h"
#include "law/termijnenwet.h"
#include "platform/i18n/i18n.h"

namespace inburgeringstermijn {
using i18n::N_;
using std::chrono::days;

Uitgelegd<Bezwaar> bezwaar(Date bekendgemaakt) {
    auto const& rule = law::bezwaar_weken.since(bekendgemaakt);
    Date const last = bekendgemaakt + rule.value;
    std::vector<Waarom> redenen{
        {"R8.42",
         N_("Bezwaar maken kan zes weken lang, vanaf de dag na de bekendmaking van het besluit. "
            "Het besluit blijft intussen gelden."),
         {rule.source, law::bezwaar_begint, law::bezwaar_schorst_niet},
         rule.zekerheid,
         {{N_("besluit bekendgemaakt"), bekendgemaakt, "bekendgemaakt"}},
         {{N_("eerste dag van de termijn"), bekendgemaakt + days{1}},
          {N_("aantal weken"), std::int64_t{rule.value.count()}},
          {N_("laatste dag"), last}}}};
    Date const end = leg_rollen_uit(redenen, last);
    redenen.push_back({"R8.42",
                       N_("Zonder bezwaar staat het besluit vast vanaf de dag na de laatste dag."),
                       {law::bezwaar_begint},
                       Zekerheid::P,
                       {},
                       {{N_("onherroepelijk vanaf"), end + days{1}}}});
    return {{end, last, end + days{1}}, std::move(redenen)};
}

Uitgelegd<Tijdigheid> tijdigheid(Indiening const& received) {
    auto term = bezwaar(received.bekendgemaakt);
    auto const& week = law::post_weken.since(received.bekendgemaakt);
    Date const last_post = law::rolled(term.uitkomst.einde + week.value);
    bool const in_time = received.ontvangen <= term.uitkomst.einde;
    bool const by_post = received.gepost && *received.gepost <= term.uitkomst.einde && received.ontvangen <= last_post;
    std::vector<WaaromRegel> lines{{N_("bezwaar ontvangen"), received.ontvangen, "ontvangen"}};
    if (received.gepost) lines.push_back({N_("op de post gedaan"), *received.gepost, "gepost"});
    std::vector<WaaromRegel> sum{{N_("laatste dag van de bezwaartermijn"), term.uitkomst.einde},
                                 {N_("laatste dag voor ontvangst per post"), last_post}};
    auto const answer = [&](Tijdigheid outcome, std::string_view zin, std::vector<LawRef> bronnen) {
        term.redenen.insert(term.redenen.begin(),
                            Waarom{"A102", zin, std::move(bronnen), week.zekerheid, std::move(lines), std::move(sum)});
        return Uitgelegd<Tijdigheid>{outcome, std::move(term.redenen)};
    };
    if (in_time)
        return answer(Tijdigheid::op_tijd, N_("Het bezwaar is binnen de termijn ontvangen."),
                      {{law::awb, "art. 6:9", "lid 1"}});
    if (by_post)
        return answer(Tijdigheid::op_tijd_per_post,
                      N_("Het bezwaar is op tijd gepost en binnen een week na het einde van de termijn ontvangen."),
                      {week.source});
    return answer(Tijdigheid::te_laat,
                  N_("Het bezwaar is te laat. Vraag naar de reden: wie er niets aan kon doen, is toch op tijd."),
                  {week.source, law::te_laat_verschoonbaar});
}

namespace {
/// The days from the one after the request until the one on which it was done, which does not count (Awb 4:15, 7:10).
days opgeschort(std::optional<Period> const& repair) {
    if (!repair || !repair->until || *repair->until <= repair->from) return days{0};
    return *repair->until - repair->from - days{1};
}
}

Uitgelegd<Uiterste> beslissing_op_bezwaar(Behandeling const& b) {
    auto term = bezwaar(b.bekendgemaakt);
    auto const& rule = law::beslis_weken.since(b.bekendgemaakt);
    auto const& deferral = law::verdaging_weken.since(b.bekendgemaakt);
    bool const committee = b.commissie == Commissie::ja;
    auto const weeks = committee ? rule.value.met_commissie : rule.value.zonder_commissie;
    auto const stopped = opgeschort(b.herstel);
    Date last = term.uitkomst.einde + weeks;
    Waarom why{"R8.43",
               committee ? N_("De gemeente beslist binnen twaalf weken na het einde van de bezwaartermijn, omdat een "
                              "commissie adviseert.")
                         : N_("De gemeente beslist binnen zes weken na het einde van de bezwaartermijn."),
               {rule.source},
               rule.zekerheid,
               {{N_("besluit bekendgemaakt"), b.bekendgemaakt, "bekendgemaakt"}},
               {{N_("einde van de bezwaartermijn"), term.uitkomst.einde},
                {N_("aantal weken"), std::int64_t{weeks.count()}},
                {N_("laatste dag"), last}}};
    std::vector<Waarom> extra;
    if (b.verdaagd == Verdaagd::ja) {
        last += deferral.value;
        extra.push_back({"A117",
                         N_("De beslissing is een keer verdaagd, met hoogstens zes weken."),
                         {deferral.source},
                         deferral.zekerheid,
                         {},
                         {{N_("aantal weken"), std::int64_t{deferral.value.count()}}, {N_("laatste dag"), last}}});
    }
    if (stopped > days{0}) {
        last += stopped;
        extra.push_back({"A116",
                         N_("De termijn stond stil zolang een fout in het bezwaar werd hersteld: vanaf de dag na het "
                            "verzoek tot de dag van herstel."),
                         {law::beslissing_opgeschort},
                         Zekerheid::D,
                         {{N_("herstel gevraagd"), b.herstel->from, "herstel_gevraagd"},
                          {N_("hersteld"), *b.herstel->until, "hersteld"}},
                         {{N_("dagen stilstand"), std::int64_t{stopped.count()}}, {N_("laatste dag"), last}}});
    }
    std::vector<Waarom> redenen{std::move(why)};
    for (auto& more : extra) redenen.push_back(std::move(more));
    Date const end = leg_rollen_uit(redenen, last);
    return {{end, last}, std::move(redenen)};
}

Uitgelegd<Uiterste> beslissing_op_aanvraag(Date ontvangen, std::optional<Period> const& completion) {
    auto const& rule = law::aanvraag_weken.since(ontvangen);
    Date last = ontvangen + rule.value;
    std::vector<Waarom> redenen{{"A40",
                                 N_("Staat er voor een aanvraag geen eigen termijn in de wet, dan beslist de gemeente "
                                    "binnen acht weken na de ontvangst."),
                                 {rule.source},
                                 rule.zekerheid,
                                 {{N_("aanvraag ontvangen"), ontvangen, "ontvangen"}},
                                 {{N_("aantal weken"), std::int64_t{rule.value.count()}}, {N_("laatste dag"), last}}}};
    if (auto const stopped = opgeschort(completion); stopped > days{0}) {
        last += stopped;
        redenen.push_back(
            {"A42",
             N_("De termijn stond stil zolang de aanvraag werd aangevuld: vanaf de dag na het verzoek tot "
                "de dag van aanvulling."),
             {law::aanvraag_opgeschort},
             Zekerheid::D,
             {{N_("aanvulling gevraagd"), completion->from}, {N_("aangevuld"), *completion->until}},
             {{N_("dagen stilstand"), std::int64_t{stopped.count()}}, {N_("laatste dag"), last}}});
    }
    Date const end = leg_rollen_uit(redenen, last);
    return {{end, last}, std::move(redenen)};
}
}
