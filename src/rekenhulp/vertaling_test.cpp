#include "inburgeringstermijn/rules.h"
#include "instroom/rules.h"
#include "law/termijnenwet.h"
#include "platform/i18n/i18n.h"
#include "rekenhulp/regels.h"

#include <gtest/gtest.h>

#include <set>

// Everything that a rule says to people is there in English too.

namespace {
std::set<std::string> missing;

void need(std::string_view dutch) {
    if (!dutch.empty() && i18n::translate(i18n::Taal::en, dutch) == dutch) missing.emplace(dutch);
}
void need(std::vector<Waarom> const& reasons) {
    for (auto const& why : reasons) {
        need(why.zin);
        for (auto const* lines : {&why.invoer, &why.stappen})
            for (auto const& line : *lines) {
                need(line.label);
                if (auto const* word = std::get_if<std::string_view>(&line.waarde)) need(*word);
            }
    }
}
std::string listed() {
    std::string all;
    for (auto const& text : missing) all += text + "\n";
    missing.clear();
    return all;
}
}

TEST(English, of_every_rule_key_and_fault) {
    for (auto const& regel : rekenhulp::regels()) {
        need(regel.titel);
        need(regel.uitleg);
        for (auto const& key : regel.sleutels) need(key.label);
    }
    for (int i = 0; i <= static_cast<int>(rekenhulp::FoutSoort::meer_dan_nederland); ++i)
        need(rekenhulp::zin(static_cast<rekenhulp::FoutSoort>(i)));
    EXPECT_EQ(listed(), "");
}

TEST(English, of_every_clock_fact_and_offer) {
    using namespace inburgeringstermijn;
    std::vector<Feit> facts;
    Date day{2026y / 1 / 5};
    for (auto const kind : alle_feiten()) {
        need(titel(kind));
        day += std::chrono::days{3};
        facts.push_back(
            {kind, day, vorm(kind) == FeitVorm::een_dag ? std::nullopt : std::optional{day + std::chrono::days{200}}});
    }
    for (int i = 0; i <= static_cast<int>(KlokSoort::verjaring_boete); ++i) need(titel(static_cast<KlokSoort>(i)));
    for (auto const groep : {Groep::as_a, Groep::as_b, Groep::gm, Groep::om})
        for (std::size_t left_out = 0; left_out <= facts.size(); ++left_out) {
            auto some = facts;
            if (left_out < some.size()) some.erase(some.begin() + static_cast<std::ptrdiff_t>(left_out));
            for (Date on{2026y / 1 / 1}; on < Date{2033y / 1 / 1}; on += std::chrono::days{211})
                for (auto const& clock : klokken(groep, some, on)) need(clock.redenen);
        }
    using namespace instroom;
    for (auto const groep : {Doelgroep::as_a, Doelgroep::as_b, Doelgroep::gm, Doelgroep::om})
        for (auto const bijstand : {Bijstand::ja, Bijstand::nee})
            for (auto const extra : {ExtraAanbod::ja, ExtraAanbod::nee})
                need(aanbod_met_beleid(groep, bijstand, extra).redenen);
    EXPECT_EQ(listed(), "");
}

TEST(English, of_every_day_of_rest) {
    for (Date on{2025y / 1 / 1}; on < Date{2029y / 1 / 1}; on += std::chrono::days{1})
        if (auto const rest = law::rustdag(on)) need(rest->naam);
    EXPECT_EQ(listed(), "");
}
