#include "platform/config/config.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fs = std::filesystem;

namespace {
/// A folder of its own with one configuration file; variables set in a test are gone after it.
class ConfigTest : public ::testing::Test {
protected:
    fs::path folder = fs::temp_directory_path() / ("meedoen-config-" + std::to_string(getpid()));
    std::vector<std::string> set;

    void SetUp() override {
        for (auto const* name : {"PORT", "MEEDOEN_PORT", "MEEDOEN_DB", "MEEDOEN_TODAY"}) unsetenv(name);
        fs::create_directories(folder);
    }
    void TearDown() override {
        for (auto const& name : set) unsetenv(name.c_str());
        fs::remove_all(folder);
    }
    void environment(std::string const& name, std::string const& value) {
        setenv(name.c_str(), value.c_str(), 1);
        set.push_back(name);
    }
    std::string file(std::string const& name, std::string const& content, mode_t mode = 0600) {
        auto const path = folder / name;
        std::ofstream{path} << content;
        chmod(path.c_str(), mode);
        return path.string();
    }
    config::Loaded from(std::string const& toml) { return config::load(file("meedoen.toml", toml)); }
};

std::string message_of(std::vector<config::Finding> const& findings, std::string_view key) {
    for (auto const& finding : findings)
        if (finding.key == key) return finding.message;
    return "";
}
}

TEST_F(ConfigTest, without_anything_the_defaults_hold) {
    auto const [config, findings] = config::load("");
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(config.db, "sqlite:meedoen.db");
    EXPECT_EQ(config.port, 8080);
    EXPECT_FALSE(config.today);
}

TEST_F(ConfigTest, every_key_from_the_file) {
    auto const [c, findings] = from(R"(
db = "postgresql://meedoen@db/meedoen"
address = "0.0.0.0"
port = 443
key_file = "/etc/meedoen/sleutel"
tls_certificate = "/etc/meedoen/cert.pem"
tls_key = "/etc/meedoen/key.pem"
trusted_proxies = ["10.0.0.1", "10.0.0.2"]
workers = 16
session_idle_minutes = 15
session_hours = 8
job_days = 30
log_level = "debug"
today = 2026-11-25
)");
    EXPECT_TRUE(findings.empty()) << findings.front().message;
    EXPECT_EQ(c.db, "postgresql://meedoen@db/meedoen");
    EXPECT_EQ(c.address, "0.0.0.0");
    EXPECT_EQ(c.port, 443);
    EXPECT_EQ(c.key_file, "/etc/meedoen/sleutel");
    EXPECT_EQ(c.tls_certificate, "/etc/meedoen/cert.pem");
    EXPECT_EQ(c.tls_key, "/etc/meedoen/key.pem");
    EXPECT_EQ(c.trusted_proxies, (std::vector<std::string>{"10.0.0.1", "10.0.0.2"}));
    EXPECT_EQ(c.workers, 16);
    EXPECT_EQ(c.session_idle_minutes, 15);
    EXPECT_EQ(c.session_hours, 8);
    EXPECT_EQ(c.job_days, 30);
    EXPECT_EQ(c.log_level, "debug");
    EXPECT_EQ(c.today, "2026-11-25");
}

TEST_F(ConfigTest, the_environment_wins_and_port_wins_from_all) {
    environment("MEEDOEN_DB", "sqlite:/tmp/ander.db");
    environment("MEEDOEN_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2,");
    environment("MEEDOEN_TODAY", "2026-01-31");
    environment("MEEDOEN_PORT", "9000");
    auto loaded = from("db = \"sqlite:een.db\"\nport = 80\n");
    EXPECT_TRUE(loaded.findings.empty());
    EXPECT_EQ(loaded.config.db, "sqlite:/tmp/ander.db");
    EXPECT_EQ(loaded.config.trusted_proxies, (std::vector<std::string>{"10.0.0.1", "10.0.0.2"}));
    EXPECT_EQ(loaded.config.today, "2026-01-31");
    EXPECT_EQ(loaded.config.port, 9000);
    environment("PORT", "9001");
    EXPECT_EQ(from("port = 80").config.port, 9001);
    environment("PORT", "");
    EXPECT_EQ(from("port = 80").config.port, 9000);
}

TEST_F(ConfigTest, what_does_not_fit_is_a_finding_that_says_what_to_do) {
    struct Case {
        char const *toml, *key, *says;
    };
    constexpr Case cases[] = {
        {"poort = 80", "poort", "geen instelling"},
        {"[server]\nport = 80", "server", "geen instelling"},
        {"port = \"80\"", "port", "zonder aanhalingstekens"},
        {"port = 65536", "port", "van 0 tot en met 65535"},
        {"port = -1", "port", "van 0 tot en met 65535"},
        {"port = 80.5", "port", "heel getal"},
        {"db = 7", "db", "tussen aanhalingstekens"},
        {"db = \"mysql://x\"", "db", "sqlite:BESTAND"},
        {"db = \"sqlite:\"", "db", "sqlite:BESTAND"},
        {"trusted_proxies = \"10.0.0.1\"", "trusted_proxies", "lijst"},
        {"trusted_proxies = [1]", "trusted_proxies", "lijst"},
        {"workers = 0", "workers", "van 1 tot en met 256"},
        {"log_level = \"luid\"", "log_level", "Kies debug"},
        {"today = \"31-02-2026\"", "today", "bestaande dag"},
        {"today = \"2026-02-30\"", "today", "bestaande dag"},
        {"tls_key = \"/x\"", "tls_certificate", "allebei"},
        {"tls_certificate = \"/x\"", "tls_key", "allebei"},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.toml);
        auto const [config, findings] = from(c.toml);
        ASSERT_EQ(findings.size(), 1U);
        EXPECT_TRUE(findings[0].fatal);
        EXPECT_NE(message_of(findings, c.key).find(c.says), std::string::npos) << findings[0].message;
        EXPECT_EQ(config.port, 8080);
    }
}

TEST_F(ConfigTest, ports_at_the_edges) {
    EXPECT_EQ(from("port = 0").config.port, 0);
    EXPECT_EQ(from("port = 65535").config.port, 65535);
    for (auto const* bad : {"65536", "-1", "abc", "80 ", "99999999999999999999"}) {
        environment("PORT", bad);
        auto const loaded = from("");
        ASSERT_EQ(loaded.findings.size(), 1U) << bad;
        EXPECT_NE(loaded.findings[0].message.find("PORT"), std::string::npos);
        EXPECT_EQ(loaded.config.port, 8080);
    }
}

TEST_F(ConfigTest, a_file_that_is_missing_torn_empty_or_a_folder) {
    EXPECT_NE(config::load((folder / "nergens.toml").string()).findings.at(0).message.find("niet te lezen"),
              std::string::npos);
    EXPECT_NE(config::load(folder.string()).findings.at(0).message.find("niet te lezen"), std::string::npos);
    auto const torn = from("db = \"sqlite:a.db\"\nport = [80");
    ASSERT_EQ(torn.findings.size(), 1U);
    EXPECT_NE(torn.findings[0].message.find("regel 2"), std::string::npos) << torn.findings[0].message;
    EXPECT_TRUE(from("").findings.empty());
}

TEST_F(ConfigTest, a_misspelt_variable_is_told_but_does_not_stop) {
    environment("MEEDOEN_DATABASE", "sqlite:x.db");
    auto const findings = config::load("").findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_FALSE(findings[0].fatal);
    EXPECT_EQ(findings[0].key, "MEEDOEN_DATABASE");
}

TEST_F(ConfigTest, inspect_sees_missing_files_and_wide_rights) {
    config::Config c;
    c.db = "sqlite:" + (folder / "meedoen.db").string();
    EXPECT_TRUE(config::inspect(c).empty());
    c.key_file = file("sleutel", "x", 0600);
    EXPECT_TRUE(config::inspect(c).empty());
    chmod(c.key_file.c_str(), 0640);
    EXPECT_NE(message_of(config::inspect(c), "key_file").find("chmod 600"), std::string::npos);
    c.key_file = (folder / "weg").string();
    EXPECT_NE(message_of(config::inspect(c), "key_file").find("is er niet"), std::string::npos);
    c.key_file.clear();
    c.tls_certificate = file("cert.pem", "x", 0644);
    c.tls_key = file("key.pem", "x", 0644);
    auto const findings = config::inspect(c);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].key, "tls_key");
}

TEST_F(ConfigTest, inspect_sees_an_outside_address_without_tls) {
    config::Config c;
    c.db = "sqlite:" + (folder / "meedoen.db").string();
    c.address = "0.0.0.0";
    auto const open = config::inspect(c);
    ASSERT_EQ(open.size(), 1U);
    EXPECT_FALSE(open[0].fatal);
    c.trusted_proxies = {"10.0.0.1"};
    EXPECT_TRUE(config::inspect(c).empty());
    c.trusted_proxies = {"proxy.example"};
    EXPECT_NE(message_of(config::inspect(c), "trusted_proxies").find("IP-adres"), std::string::npos);
    c.address = "overal";
    EXPECT_NE(message_of(config::inspect(c), "address").find("IP-adres"), std::string::npos);
}

TEST_F(ConfigTest, inspect_sees_a_folder_that_is_not_there_and_a_set_day) {
    config::Config c;
    c.db = "sqlite:" + (folder / "diep" / "meedoen.db").string();
    EXPECT_NE(message_of(config::inspect(c), "db").find("Maak de map"), std::string::npos);
    c.db = "postgresql://db/x";
    c.today = "2026-11-25";
    EXPECT_NE(message_of(config::inspect(c), "today").find("vandaag"), std::string::npos);
}
