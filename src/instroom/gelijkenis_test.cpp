#include "instroom/gelijkenis.h"

#include "platform/search/search.h"

#include <gtest/gtest.h>

namespace instroom {
namespace {
std::vector<Naamwoord> named(std::string_view name) {
    std::vector<Naamwoord> all;
    for (auto const& word : search::words(name)) all.push_back({word, search::sound(word)});
    return all;
}
Kenmerken person(std::string_view name, std::string_view born, std::string geslacht = "V") {
    Kenmerken k;
    k.naam = named(name);
    k.geboren = PartialDate::parse(born).value();
    k.geslacht = std::move(geslacht);
    return k;
}
int score(Kenmerken const& a, Kenmerken const& b) {
    EXPECT_EQ(vergelijk(a, b).score, vergelijk(b, a).score);
    return vergelijk(a, b).score;
}

TEST(Gelijkenis, the_same_bsn_settles_it_and_so_do_two) {
    auto a = person("Almaz Haile", "1997-03-14"), b = person("Iemand Anders", "1960-01-01", "M");
    a.bsn_index = b.bsn_index = "x";
    EXPECT_EQ(score(a, b), 100);
    b = a;
    b.bsn_index = "y";
    EXPECT_EQ(score(a, b), 0);
    EXPECT_EQ(vergelijk(a, b).redenen[0].zin, "Twee verschillende burgerservicenummers");
}
TEST(Gelijkenis, one_person_written_twice) {
    auto const a = person("Mohammed Hussein", "1990-05-06", "M");
    EXPECT_GE(score(a, person("Mohammed Hussein", "1990-05-06", "M")), 80);
    EXPECT_GE(score(a, person("Muhamad Hoesein", "1990-05-06", "M")), 70);
    EXPECT_GE(score(a, person("Hussein Mohammed", "1990-00-00", "M")), mogelijk_dubbel) << "order of names, year only";
    EXPECT_GE(score(a, person("Muhamad Hoesein", "1990-06-05", "M")), mogelijk_dubbel) << "day and month swapped";
    EXPECT_GE(score(person("Almaz", "1997-03-14"), person("Almaz", "1997-03-14")), mogelijk_dubbel) << "mononym";
}
TEST(Gelijkenis, two_people) {
    auto const a = person("Mohammed Hussein", "1990-05-06", "M");
    EXPECT_LT(score(a, person("Mohammed Hussein", "1962-11-30", "M")), mogelijk_dubbel) << "father and son";
    EXPECT_LT(score(a, person("Mohammed Ali", "1990-05-06", "M")), mogelijk_dubbel) << "a common given name";
    EXPECT_LT(score(a, person("Fatima Noor", "1990-05-06")), mogelijk_dubbel) << "same birthday";
    EXPECT_LT(score(person("Selam Haile", "2015-02-01"), person("Dawit Haile", "2015-02-01", "M")), mogelijk_dubbel)
        << "twins";
    EXPECT_LT(score(a, person("Mohammed Hussein", "0000-00-00", "M")), mogelijk_dubbel) << "a name alone is not enough";
    EXPECT_EQ(vergelijk(Kenmerken{}, Kenmerken{}).score, 0);
}
TEST(Gelijkenis, v_numbers_and_parents_weigh) {
    auto a = person("Almaz Haile", "1997-00-00"), b = person("Almas Hayle", "1997-00-00");
    auto const before = score(a, b);
    a.ouders = b.ouders = named("Tekle Haile");
    EXPECT_EQ(score(a, b), before + 15);
    a.v_nummer = "2731049958";
    b.v_nummer = "2731049959";
    EXPECT_LT(score(a, b), mogelijk_dubbel);
    b.v_nummer = a.v_nummer;
    EXPECT_EQ(score(a, b), 100);
    EXPECT_EQ(vergelijk(a, b).redenen[0].zin, "Zelfde V-nummer");
}
}
}
