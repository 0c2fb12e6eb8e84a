#include "vertrouwen/rules.h"

#include <gtest/gtest.h>

using namespace vertrouwen;
using enum Rol;
using enum Categorie;

namespace {
constexpr Rol rollen[] = {
    regisseur, klantmanager,      budgetbeheerder,       jobcoach,       jurist, coordinator_vrijwilligers,
    planner,   beleidsmedewerker, functioneel_beheerder, privacy_officer};
constexpr Relatie relaties[] = {Relatie::eigen, Relatie::vervanging, Relatie::team, Relatie::gemeente};

Categorieen set(std::initializer_list<Categorie> list) {
    Categorieen all;
    for (auto const c : list) all.set(bit(c));
    return all;
}
Access::Gebruiker user(Rol rol) { return {GemeenteId{1}, GebruikerId{7}, TeamId{11}, rol}; }
DossierRelatie file(Relatie relatie, std::optional<Doel> doel = {}) {
    return {GemeenteId{1}, PersoonId{5}, relatie, doel, false};
}
std::vector<Recht> rechten() {
    std::vector<Recht> all;
    for (int i = 0; i < aantal_rechten; ++i) all.push_back(static_cast<Recht>(i));
    return all;
}
}

TEST(Rol, every_name_leads_back_to_its_role) {
    EXPECT_EQ(std::size(rollen), static_cast<std::size_t>(aantal_rollen));
    for (auto const rol : rollen) {
        EXPECT_EQ(rol_van(naam(rol)), rol);
        EXPECT_FALSE(titel(rol).empty());
        EXPECT_TRUE(startpagina(rol).starts_with('/'));
    }
    EXPECT_EQ(rol_van("directeur"), std::nullopt);
    EXPECT_EQ(rol_van(""), std::nullopt);
}

TEST(Doel, every_name_leads_back_to_its_purpose) {
    for (int i = 0; i < aantal_doelen; ++i) {
        auto const doel = static_cast<Doel>(i);
        EXPECT_EQ(doel_van(naam(doel)), doel);
        EXPECT_FALSE(titel(doel).empty());
    }
    EXPECT_EQ(doel_van("nieuwsgierig"), std::nullopt);
}

TEST(Recht, names_are_all_different) {
    std::vector<std::string_view> names;
    for (auto const recht : rechten()) names.push_back(naam(recht));
    std::ranges::sort(names);
    EXPECT_EQ(std::ranges::adjacent_find(names), names.end());
    EXPECT_EQ(naam(Recht::dossier_inzage), "dossier_inzage");
    EXPECT_EQ(naam(Recht::publiek), "publiek");
}

// The whole table, written a second time by hand: n = nobody, e = own, t = team, d = by purpose, g = municipality.
TEST(Bereik, is_the_table_and_nothing_more) {
    struct Row {
        Recht recht;
        std::string_view reach;
    };
    constexpr Row rows[] = {
        {Recht::publiek, "gggggggggg"},
        {Recht::inloggen, "gggggggggg"},
        {Recht::ingelogd, "gggggggggg"},
        {Recht::eigen_werk, "eeeeeeenne"},
        {Recht::teamwerk, "gtnnnnnnnn"},
        {Recht::dossier_lezen, "dddddddnnn"},
        {Recht::dossier_schrijven, "ddddddnnnn"},
        {Recht::dossier_toewijzen, "gtnnnnnnnn"},
        {Recht::persoon_zoeken, "gggggggnnn"},
        {Recht::persoon_registreren, "ggnnnnnnnn"},
        {Recht::persoon_samenvoegen, "gnnnnnnnnn"},
        {Recht::inlezen, "gnnnnnnnnn"},
        {Recht::rekenhulp, "gggggggggg"},
        {Recht::beleid_beheren, "nnnnnnnngn"},
        {Recht::gebruikers_beheren, "nnnnnnnngn"},
        {Recht::leeslog_inzien, "nnnnnnnnng"},
        {Recht::audit_inzien, "nnnnnnnnng"},
        {Recht::dossier_inzage, "dennnnnnng"},
        {Recht::intake_lezen, "ddnnnnnnnn"},
        {Recht::intake_schrijven, "ddnnnnnnnn"},
        {Recht::plan_lezen, "ddnddnnnnn"},
        {Recht::plan_schrijven, "ddnnnnnnnn"},
        {Recht::plan_vaststellen, "dennnnnnnn"},
        {Recht::brieven_lezen, "ddnndnnnnn"},
        {Recht::brieven_sturen, "ddnnnnnnnn"},
        {Recht::sjablonen_beheren, "nnnnnnnngn"},
        {Recht::cohort_inzien, "gtnnnnnnnn"},
    };
    EXPECT_EQ(std::size(rows), static_cast<std::size_t>(aantal_rechten));
    for (auto const& row : rows)
        for (std::size_t i = 0; i < std::size(rollen); ++i) {
            constexpr std::string_view letters = "netdg";
            EXPECT_EQ(letters[static_cast<std::size_t>(bereik(rollen[i], row.recht))], row.reach[i])
                << naam(row.recht) << " for " << naam(rollen[i]);
        }
}

TEST(Categorieen, own_files_show_what_the_role_may_ever_see) {
    struct Row {
        Rol rol;
        Categorieen sees;
    };
    Row const rows[] = {
        {regisseur, set({identiteit, contact, gezin, gezondheid, financien, handhaving, veiligheid, voortgang})},
        {klantmanager, set({identiteit, contact, gezin, gezondheid, financien, handhaving, veiligheid, voortgang})},
        {budgetbeheerder, set({identiteit, contact, gezin, financien})},
        {jobcoach, set({identiteit, contact, voortgang})},
        {jurist, set({identiteit, contact, voortgang, handhaving})},
        {coordinator_vrijwilligers, set({identiteit, contact})},
        {planner, set({identiteit, contact, voortgang})},
        {beleidsmedewerker, {}},
        {functioneel_beheerder, {}},
        {privacy_officer, {}},
    };
    for (auto const& row : rows)
        for (auto const relatie : {Relatie::eigen, Relatie::vervanging})
            EXPECT_EQ(categorieen(row.rol, relatie, Doel::eigen_caseload), row.sees) << naam(row.rol);
}

TEST(Categorieen, own_caseload_is_no_purpose_outside_it) {
    for (auto const rol : rollen)
        for (auto const relatie : {Relatie::team, Relatie::gemeente})
            EXPECT_TRUE(categorieen(rol, relatie, Doel::eigen_caseload).none()) << naam(rol);
}

TEST(Categorieen, a_purpose_opens_only_what_it_needs) {
    auto const by = [](Rol rol, Doel doel) { return categorieen(rol, Relatie::gemeente, doel); };
    EXPECT_EQ(by(regisseur, Doel::inburgering), set({identiteit, contact, gezin, gezondheid, veiligheid, voortgang}));
    EXPECT_EQ(by(regisseur, Doel::participatiewet), set({identiteit, contact, gezin, financien, voortgang}));
    EXPECT_EQ(by(klantmanager, Doel::ontzorgen), set({identiteit, contact, gezin, financien}));
    EXPECT_EQ(by(klantmanager, Doel::planning), set({identiteit, contact, voortgang}));
    EXPECT_EQ(by(regisseur, Doel::handhaving), set({identiteit, contact, voortgang, handhaving}));
    EXPECT_EQ(by(regisseur, Doel::toezicht), set({identiteit, voortgang}));
    EXPECT_EQ(by(regisseur, Doel::beheer), set({identiteit}));
    EXPECT_EQ(by(budgetbeheerder, Doel::ontzorgen), set({identiteit, contact, gezin, financien}));
    EXPECT_EQ(by(jobcoach, Doel::inburgering), set({identiteit, contact, voortgang}));
    EXPECT_EQ(by(jurist, Doel::handhaving), set({identiteit, contact, voortgang, handhaving}));
    EXPECT_EQ(by(coordinator_vrijwilligers, Doel::inburgering), set({identiteit, contact}));
    EXPECT_EQ(by(planner, Doel::planning), set({identiteit, contact, voortgang}));
}

TEST(Wi2021_art37, health_is_for_regisseur_and_klantmanager_only) {
    for (auto const rol : rollen)
        for (auto const relatie : relaties)
            for (int i = 0; i < aantal_doelen; ++i) {
                auto const doel = static_cast<Doel>(i);
                bool const sees = categorieen(rol, relatie, doel)[bit(gezondheid)];
                bool const role_may = rol == regisseur || rol == klantmanager;
                bool const purpose_may = doel != Doel::handhaving && doel != Doel::ontzorgen && doel != Doel::planning
                                         && doel != Doel::participatiewet;
                EXPECT_TRUE(!sees || (role_may && purpose_may)) << naam(rol) << " " << naam(doel);
            }
}

TEST(Categorieen, no_role_without_files_ever_sees_a_person) {
    for (auto const rol : {beleidsmedewerker, functioneel_beheerder, privacy_officer})
        for (auto const relatie : relaties)
            for (int i = 0; i < aantal_doelen; ++i)
                EXPECT_TRUE(categorieen(rol, relatie, static_cast<Doel>(i)).none()) << naam(rol);
}

TEST(Categorieen, emergency_adds_people_and_safety_but_never_health_or_money) {
    EXPECT_EQ(categorieen(jobcoach, Relatie::gemeente, Doel::noodtoegang),
              set({identiteit, contact, gezin, veiligheid, voortgang}));
    EXPECT_EQ(categorieen(planner, Relatie::gemeente, Doel::noodtoegang),
              set({identiteit, contact, gezin, veiligheid, voortgang}));
    for (auto const rol : rollen) {
        auto const seen = categorieen(rol, Relatie::gemeente, Doel::noodtoegang);
        EXPECT_FALSE(seen[bit(financien)] || seen[bit(handhaving)]) << naam(rol);
    }
}

TEST(Access, lists_hold_neither_health_nor_safety) {
    for (auto const rol : rollen) {
        auto const access = Access::van(user(rol));
        EXPECT_FALSE(access.mag_zien(gezondheid) || access.mag_zien(veiligheid)) << naam(rol);
        EXPECT_EQ(access.doel(), standaard_doel(rol));
        EXPECT_EQ(access.dossier(), std::nullopt);
    }
    EXPECT_EQ(Access::van(user(regisseur)).zichtbaar(), set({identiteit, contact, gezin, voortgang}));
    EXPECT_TRUE(Access::van(user(beleidsmedewerker)).zichtbaar().none());
}

TEST(Access, the_system_sees_all_of_one_municipality) {
    auto const access = Access::systeem(GemeenteId{3}, GebruikerId{9});
    EXPECT_TRUE(access.zichtbaar().all());
    EXPECT_EQ(access.gemeente(), GemeenteId{3});
    EXPECT_EQ(access.gebruiker(), GebruikerId{9});
    EXPECT_EQ(access.doel(), Doel::beheer);
}

TEST(Access, numbers_are_for_who_executes_the_law) {
    for (auto const rol : rollen) {
        bool const executes = rol == regisseur || rol == klantmanager || rol == budgetbeheerder || rol == jurist;
        EXPECT_EQ(Access::van(user(rol)).mag_nummers(), executes) << naam(rol);
    }
}

TEST(OpenDossier, another_municipality_stays_shut_whatever_was_chosen) {
    for (auto const rol : rollen)
        for (auto const relatie : relaties)
            for (auto const recht : rechten()) {
                auto facts = file(relatie, Doel::noodtoegang);
                facts.gemeente = GemeenteId{2};
                auto const access = open_dossier(user(rol), DossierId{1}, facts, recht);
                ASSERT_FALSE(access);
                EXPECT_EQ(access.error(), DossierRefusal::andere_gemeente);
            }
}

TEST(OpenDossier, own_family_stays_shut_also_in_an_emergency) {
    for (auto const rol : rollen)
        for (auto const relatie : relaties)
            for (auto const doel :
                 {std::optional<Doel>{}, std::optional{Doel::inburgering}, std::optional{Doel::noodtoegang}}) {
                auto facts = file(relatie, doel);
                facts.eigen_gezin = true;
                auto const access = open_dossier(user(rol), DossierId{1}, facts, Recht::dossier_lezen);
                ASSERT_FALSE(access);
                EXPECT_EQ(access.error(), DossierRefusal::eigen_gezin);
            }
}

TEST(OpenDossier, a_purpose_without_guidance_writes_no_intake_plan_or_letter) {
    using enum Recht;
    for (auto const recht : {intake_schrijven, plan_schrijven, plan_vaststellen, brieven_sturen}) {
        for (auto const doel : {Doel::planning, Doel::toezicht, Doel::ontzorgen, Doel::handhaving, Doel::noodtoegang}) {
            auto const no = open_dossier(user(regisseur), DossierId{1}, file(Relatie::gemeente, doel), recht);
            ASSERT_FALSE(no.has_value()) << naam(recht) << " for " << naam(doel);
            EXPECT_EQ(no.error(), DossierRefusal::doel_nodig);
        }
        for (auto const doel : {Doel::inburgering, Doel::participatiewet})
            EXPECT_TRUE(open_dossier(user(regisseur), DossierId{1}, file(Relatie::gemeente, doel), recht).has_value());
        EXPECT_TRUE(open_dossier(user(klantmanager), DossierId{1}, file(Relatie::eigen), recht).has_value());
    }
}

TEST(OpenDossier, outside_the_role_is_refused) {
    for (auto const rol : {beleidsmedewerker, functioneel_beheerder, privacy_officer})
        for (auto const relatie : relaties) {
            auto const access =
                open_dossier(user(rol), DossierId{1}, file(relatie, Doel::toezicht), Recht::dossier_lezen);
            ASSERT_FALSE(access);
            EXPECT_EQ(access.error(), DossierRefusal::buiten_rol);
        }
    auto const writes = open_dossier(user(planner), DossierId{1}, file(Relatie::eigen), Recht::dossier_schrijven);
    ASSERT_FALSE(writes);
    EXPECT_EQ(writes.error(), DossierRefusal::buiten_rol);
}

TEST(OpenDossier, own_caseload_opens_without_a_question) {
    for (auto const relatie : {Relatie::eigen, Relatie::vervanging}) {
        auto const access = open_dossier(user(klantmanager), DossierId{1}, file(relatie), Recht::dossier_lezen);
        ASSERT_TRUE(access);
        EXPECT_EQ(access->doel(), Doel::eigen_caseload);
        EXPECT_EQ(access->relatie(), relatie);
        EXPECT_EQ(access->dossier(), DossierId{1});
        EXPECT_TRUE(access->zichtbaar().all());
    }
}

TEST(OpenDossier, leaving_the_own_caseload_takes_a_purpose) {
    for (auto const rol :
         {regisseur, klantmanager, budgetbeheerder, jobcoach, jurist, coordinator_vrijwilligers, planner})
        for (auto const relatie : {Relatie::team, Relatie::gemeente}) {
            auto const without = open_dossier(user(rol), DossierId{1}, file(relatie), Recht::dossier_lezen);
            ASSERT_FALSE(without) << naam(rol);
            EXPECT_EQ(without.error(), DossierRefusal::doel_nodig);
            for (auto const doel : doelen(rol)) {
                auto const with = open_dossier(user(rol), DossierId{1}, file(relatie, doel), Recht::dossier_lezen);
                ASSERT_TRUE(with) << naam(rol) << " " << naam(doel);
                EXPECT_EQ(with->doel(), doel);
                EXPECT_EQ(with->zichtbaar(), categorieen(rol, relatie, doel));
            }
        }
}

TEST(OpenDossier, a_purpose_of_another_role_opens_nothing) {
    auto const access =
        open_dossier(user(planner), DossierId{1}, file(Relatie::gemeente, Doel::handhaving), Recht::dossier_lezen);
    ASSERT_FALSE(access);
    EXPECT_EQ(access.error(), DossierRefusal::doel_nodig);
}

TEST(OpenDossier, a_permission_for_the_team_ends_at_the_team) {
    EXPECT_TRUE(open_dossier(user(klantmanager), DossierId{1}, file(Relatie::team), Recht::dossier_toewijzen));
    auto const beyond =
        open_dossier(user(klantmanager), DossierId{1}, file(Relatie::gemeente), Recht::dossier_toewijzen);
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error(), DossierRefusal::buiten_rol);
    // Emergency access is for reading: it assigns nothing.
    EXPECT_FALSE(open_dossier(user(klantmanager), DossierId{1}, file(Relatie::gemeente, Doel::noodtoegang),
                              Recht::dossier_toewijzen));
    EXPECT_TRUE(open_dossier(user(regisseur), DossierId{1}, file(Relatie::gemeente), Recht::dossier_toewijzen));
}

TEST(OpenDossier, the_privacy_officer_sees_who_looked_and_no_content) {
    auto const access =
        open_dossier(user(privacy_officer), DossierId{1}, file(Relatie::gemeente), Recht::dossier_inzage);
    ASSERT_TRUE(access);
    EXPECT_EQ(access->doel(), Doel::toezicht);
    EXPECT_TRUE(access->zichtbaar().none());
}

TEST(ChoosePurpose, refuses_in_order) {
    auto const no = [](Rol rol, std::string_view doel, std::string_view reden) {
        auto const chosen = choose_purpose(rol, doel, reden);
        return chosen ? std::nullopt : std::optional{chosen.error()};
    };
    constexpr std::string_view nineteen = "abcdefghij klm nopqrs", twenty = "abcdefghij klm nopqrst";
    EXPECT_EQ(no(klantmanager, "nieuwsgierig", ""), DoelRefusal::onbekend_doel);
    EXPECT_EQ(no(klantmanager, "handhaving", ""), DoelRefusal::niet_voor_rol);
    EXPECT_EQ(no(klantmanager, "eigen_caseload", ""), DoelRefusal::niet_voor_rol);
    EXPECT_EQ(no(privacy_officer, "noodtoegang", twenty), DoelRefusal::niet_voor_rol);
    EXPECT_EQ(no(klantmanager, "noodtoegang", nineteen), DoelRefusal::reden_te_kort);
    EXPECT_EQ(no(klantmanager, "noodtoegang", "                         "), DoelRefusal::reden_te_kort);
    EXPECT_EQ(no(klantmanager, "noodtoegang", twenty), std::nullopt);
    EXPECT_EQ(no(klantmanager, "inburgering", ""), std::nullopt);
}

TEST(TweedeFactor, is_required_as_the_municipality_decided) {
    for (auto const rol : rollen) {
        bool const beheer = rol == functioneel_beheerder || rol == privacy_officer;
        EXPECT_TRUE(tweede_factor_nodig("allen", rol));
        EXPECT_EQ(tweede_factor_nodig("beheer", rol), beheer);
        EXPECT_FALSE(tweede_factor_nodig("niemand", rol));
        EXPECT_TRUE(tweede_factor_nodig("iets anders", rol)) << "an unknown policy is the strict one";
    }
}
