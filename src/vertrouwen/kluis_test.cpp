#include "tests/support/database.h"
#include "vertrouwen/kluis.h"

#include <fstream>
#include <gtest/gtest.h>

using namespace vertrouwen;
namespace fs = std::filesystem;
BOTH_ENGINES(KluisInDatabase);

namespace {
class Folder {
public:
    Folder() : path_{fs::temp_directory_path() / ("kluis-" + std::to_string(db::new_id()))} {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    fs::path file(std::string const& text, fs::perms rights = fs::perms::owner_read | fs::perms::owner_write) const {
        auto const name = path_ / "sleutel";
        std::ofstream{name} << text;
        fs::permissions(name, rights);
        return name;
    }
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};
std::optional<Kluis::Refusal> refusal(fs::path const& path) {
    auto const kluis = Kluis::load(path);
    return kluis ? std::nullopt : std::optional{kluis.error()};
}
std::string const hex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
}

TEST(Kluis, key_file_must_be_whole_and_private) {
    Folder const folder;
    using enum Kluis::Refusal;
    using enum fs::perms;
    EXPECT_EQ(refusal(folder.path() / "niet-hier"), no_file);
    EXPECT_EQ(refusal(folder.path()), unreadable);
    EXPECT_EQ(refusal(folder.file(hex)), std::nullopt);
    EXPECT_EQ(refusal(folder.file(hex + "\n")), std::nullopt);
    EXPECT_EQ(refusal(folder.file(hex.substr(1))), wrong_size);
    EXPECT_EQ(refusal(folder.file(hex + "0")), wrong_size);
    EXPECT_EQ(refusal(folder.file(std::string(64, 'z'))), wrong_size);
    EXPECT_EQ(refusal(folder.file("")), wrong_size);
    EXPECT_EQ(refusal(folder.file(hex, owner_read)), std::nullopt);
    EXPECT_EQ(refusal(folder.file(hex, owner_read | owner_write | group_read)), rights_too_wide);
    EXPECT_EQ(refusal(folder.file(hex, owner_read | owner_write | others_read)), rights_too_wide);
}

TEST(Kluis, create_makes_a_private_file_once) {
    Folder const folder;
    auto const path = folder.path() / "nieuw" / "m.sleutel";
    auto const made = Kluis::create(path);
    ASSERT_TRUE(made);
    EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_FALSE(Kluis::create(path)) << "an existing key is never overwritten";
    auto const again = Kluis::load(path);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->open(made->seal("Semhar")), "Semhar");
    EXPECT_EQ(made->blind("bsn", "999993653"), again->blind("bsn", "999993653"));
}

TEST(Kluis, sealed_text_differs_each_time_and_shows_tampering) {
    auto const kluis = Kluis::for_tests();
    auto const one = kluis.seal("diabetes"), two = kluis.seal("diabetes");
    EXPECT_NE(one, two);
    EXPECT_EQ(one.bytes.find("diabetes"), std::string::npos);
    EXPECT_EQ(kluis.open(one), "diabetes");
    EXPECT_EQ(kluis.open(kluis.seal("")), "");
    for (std::size_t i = 0; i < one.bytes.size(); ++i) {
        auto changed = one;
        changed.bytes[i] = static_cast<char>(changed.bytes[i] ^ 1);
        EXPECT_EQ(kluis.try_open(changed), std::nullopt) << i;
    }
    EXPECT_THROW(kluis.open({"te kort"}), Bug);
}

TEST(Kluis, another_key_opens_and_finds_nothing) {
    Folder const folder;
    auto const other = Kluis::load(folder.file(hex));
    auto const kluis = Kluis::for_tests();
    EXPECT_EQ(other->try_open(kluis.seal("geheim")), std::nullopt);
    EXPECT_NE(other->blind("bsn", "999993653"), kluis.blind("bsn", "999993653"));
    EXPECT_NE(other->mac("a", "b"), kluis.mac("a", "b"));
}

TEST(Kluis, index_and_mac_are_bound_to_their_purpose) {
    auto const kluis = Kluis::for_tests();
    EXPECT_EQ(kluis.blind("bsn", "999993653").bytes.size(), 16U);
    EXPECT_EQ(kluis.mac("bsn", "999993653").size(), 32U);
    EXPECT_EQ(kluis.blind("bsn", "999993653"), kluis.blind(*Bsn::parse("999993653")));
    EXPECT_NE(kluis.blind("bsn", "999993653"), kluis.blind("bsn", "999990019"));
    EXPECT_NE(kluis.blind("ab", "c"), kluis.blind("a", "bc"));
    EXPECT_NE(kluis.mac("ab", "c"), kluis.mac("a", "bc"));
}

TEST(Kluis, default_path_lies_with_the_database) {
    EXPECT_EQ(Kluis::default_path("sqlite:/var/lib/meedoen/m.db"), "/var/lib/meedoen/m.db.sleutel");
    auto const pg = Kluis::default_path("postgresql://u:p@host:5432/meedoen?sslmode=require");
    EXPECT_TRUE(pg.string().ends_with("/.config/meedoen/meedoen.sleutel")) << pg;
}

TEST_P(KluisInDatabase, a_wrong_key_is_told_at_once) {
    testing_support::ScratchDatabase database{GetParam()};
    testing_support::seed_cast(*database);
    Folder const folder;
    auto const ours = Kluis::for_tests();
    auto const other = Kluis::load(folder.file(hex));
    EXPECT_TRUE(fits(*database, *other)) << "a new database knows no key";
    initialise(*database, ours);
    EXPECT_TRUE(fits(*database, ours));
    EXPECT_FALSE(fits(*database, *other));
    initialise(*database, *other);
    EXPECT_TRUE(fits(*database, ours)) << "a proof once left is not overwritten";
}
