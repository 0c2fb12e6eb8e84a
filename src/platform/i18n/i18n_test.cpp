#include "platform/i18n/i18n.h"

#include "platform/i18n/catalogue.h"

#include <cstdint>
#include <cstring>
#include <gtest/gtest.h>
#include <vector>

namespace {
using i18n::Taal;
using namespace std::string_literals;
using namespace std::string_view_literals;

/// A catalogue as msgfmt writes it.
std::string catalogue(std::vector<std::pair<std::string, std::string>> const& texts) {
    auto const count = static_cast<std::uint32_t>(texts.size());
    std::vector<std::uint32_t> words{0x950412de, 0, count, 28, 28 + 8 * count, 0, 0};
    std::string pool;
    std::uint32_t const start = 28 + 16 * count;
    auto const table = [&](auto member) {
        for (auto const& pair : texts) {
            words.push_back(static_cast<std::uint32_t>((pair.*member).size()));
            words.push_back(start + static_cast<std::uint32_t>(pool.size()));
            pool += pair.*member + '\0';
        }
    };
    table(&std::pair<std::string, std::string>::first);
    table(&std::pair<std::string, std::string>::second);
    std::string bytes(words.size() * sizeof(std::uint32_t), '\0');
    std::memcpy(bytes.data(), words.data(), bytes.size());
    return bytes + pool;
}

TEST(Catalogue, finds_texts_and_plurals) {
    auto const bytes = catalogue({{"", "header"}, {"dag", "day"}, {"{} taak\0{} taken"s, "{} task\0{} tasks"s}});
    i18n::Catalogue const read{bytes};
    EXPECT_EQ(read.find("dag"), "day");
    EXPECT_EQ(read.find("{} taak"), "{} task\0{} tasks"sv);
    EXPECT_EQ(read.find("nacht"), "");
    EXPECT_EQ(read.find(""), "");
}

TEST(Catalogue, plural_forms) {
    auto const forms = "zero\0one\0two"sv;
    EXPECT_EQ(i18n::plural_form(forms, 0), "zero");
    EXPECT_EQ(i18n::plural_form(forms, 2), "two");
    EXPECT_EQ(i18n::plural_form(forms, 9), "two");
}

TEST(Catalogue, bytes_that_are_none_give_no_texts) {
    auto const whole = catalogue({{"dag", "day"}, {"nacht", "night"}});
    EXPECT_EQ(i18n::Catalogue{"no catalogue at all"}.size(), 0u);
    EXPECT_EQ(i18n::Catalogue{""}.size(), 0u);
    for (std::size_t length = 0; length < whole.size(); ++length) {   // cut off anywhere: never out of bounds
        auto const cut = whole.substr(0, length);
        EXPECT_LE(i18n::Catalogue{cut}.size(), 2u);
    }
}

TEST(Translate, dutch_is_its_own_text) {
    EXPECT_EQ(i18n::translate(Taal::nl, "vandaag"), "vandaag");
    EXPECT_EQ(i18n::translate_plural(Taal::nl, "{} taak", "{} taken", 1), "{} taak");
    EXPECT_EQ(i18n::translate_plural(Taal::nl, "{} taak", "{} taken", 0), "{} taken");
}

TEST(Translate, english_comes_from_the_catalogue_that_is_linked_in) {
    EXPECT_EQ(i18n::translate(Taal::en, "vandaag"), "today");
    EXPECT_EQ(i18n::translate(Taal::en, "nog {} dag"), "{} day left");
    EXPECT_EQ(i18n::translate_plural(Taal::en, "nog {} dag", "nog {} dagen", 1), "{} day left");
    EXPECT_EQ(i18n::translate_plural(Taal::en, "nog {} dag", "nog {} dagen", 2), "{} days left");
    EXPECT_EQ(i18n::translate_plural(Taal::en, "nog {} dag", "nog {} dagen", 0), "{} days left");
}

TEST(Translate, what_has_no_english_stays_dutch) {
    EXPECT_EQ(i18n::translate(Taal::en, "Dit staat in geen enkele lijst"), "Dit staat in geen enkele lijst");
    EXPECT_EQ(i18n::translate_plural(Taal::en, "een ding", "meer dingen", 3), "meer dingen");
    EXPECT_EQ(i18n::translate(Taal::en, ""), "");
}

TEST(Taal, codes) {
    EXPECT_EQ(i18n::code(Taal::nl), "nl");
    EXPECT_EQ(i18n::code(Taal::en), "en");
    EXPECT_EQ(i18n::taal_from("en"), Taal::en);
    EXPECT_EQ(i18n::taal_from("tlh"), Taal::nl);
    EXPECT_EQ(i18n::taal_from(""), Taal::nl);
}
}
