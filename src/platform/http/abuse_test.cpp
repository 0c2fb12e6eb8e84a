#include "platform/http/raw_client_test.h"

#include <fstream>

using http_testing::Raw;
using http_testing::status_of;
using http_testing::TestServer;

namespace {
long resident_kib() {
    std::ifstream in{"/proc/self/status"};
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
    return 0;
}

struct Bad {
    char const* name;
    std::string request;
    int status;
};

std::vector<Bad> bad_requests() {
    return {
        {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
        {"Content-Length with Transfer-Encoding",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"two different Content-Lengths",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
        {"space before the colon", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length : 3\r\n\r\nabc", 400},
        {"bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 400},
        {"unknown Transfer-Encoding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: rot13\r\n\r\n", 501},
        {"percent that is none", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"NUL in the path", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"up and away", "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"up and away, encoded", "GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a body that is too large",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2147483648\r\n\r\n", 413},
        {"no request at all", "\x16\x03\x01\x02 hello\r\n\r\n", 400},
    };
}
}

TEST(HttpAbuse, what_is_not_a_request_is_refused_and_the_next_client_served) {
    TestServer t;
    for (auto const& bad : bad_requests()) {
        SCOPED_TRACE(bad.name);
        Raw raw{t.port};
        raw.send(bad.request);
        EXPECT_EQ(status_of(raw.answer()), bad.status);
        Raw good{t.port};
        good.send("GET /goed HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(status_of(good.answer()), 200);
    }
}

TEST(HttpAbuse, a_header_without_end_is_cut_off) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET / HTTP/1.1\r\nHost: a\r\n");
    std::string const line = "X-Vol: " + std::string(500, 'v') + "\r\n";
    for (int i = 0; i < 200 && raw.send(line); ++i) {}
    auto const answer = raw.answer();
    EXPECT_TRUE(answer.empty() || status_of(answer) == 431) << answer.substr(0, 60);
}

TEST(HttpAbuse, a_chunked_body_above_the_limit_is_cut_off) {
    TestServer t;
    Raw raw{t.port};
    raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
    std::string const chunk = "10000\r\n" + std::string(0x10000, 'c') + "\r\n";
    bool taken = true;
    for (int i = 0; i < 3000 && taken; ++i) taken = raw.send(chunk);   // 200 MB
    auto const answer = raw.answer();
    EXPECT_TRUE(!taken || answer.empty() || status_of(answer) == 413);
}

TEST(HttpAbuse, a_chunk_extension_without_end_is_refused_and_takes_no_memory) {
    TestServer t;
    Raw raw{t.port};
    auto const before = resident_kib();
    raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n1;");
    std::string const more(64 * 1024, 'e');
    for (int i = 0; i < 1600 && raw.send(more); ++i) {}   // 100 MB, as far as it is taken
    auto const answer = raw.answer();
    EXPECT_TRUE(answer.empty() || status_of(answer) >= 400) << answer.substr(0, 60);
    EXPECT_LT(resident_kib() - before, 30 * 1024);
}

TEST(HttpAbuse, slow_clients_hold_nobody_up_and_are_dropped) {
    TestServer t;
    std::vector<std::unique_ptr<Raw>> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(std::make_unique<Raw>(t.port));
        slow.back()->send("GET / HTTP/1.1\r\nHo");
    }
    Raw good{t.port};
    good.send("GET /goed HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(good.answer()), 200);
    EXPECT_TRUE(slow.front()->closes());
}

TEST(HttpAbuse, an_idle_connection_is_closed) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(raw.answer()), 200);
    EXPECT_TRUE(raw.closes());
}

TEST(HttpAbuse, a_forged_forwarded_address_is_not_believed) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n");
    auto const answer = raw.answer();
    EXPECT_NE(answer.find("adres=127.0.0.1\n"), std::string::npos) << answer;
    EXPECT_NE(answer.find("veilig=nee"), std::string::npos);
}

TEST(HttpAbuse, behind_a_trusted_proxy_the_nearest_unknown_address_counts) {
    auto options = TestServer::quick();
    options.trusted_proxies = {"127.0.0.1"};
    TestServer t{options};
    Raw raw{t.port};
    raw.send("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 10.9.9.9, 203.0.113.9\r\n\r\n");
    EXPECT_NE(raw.answer().find("adres=203.0.113.9\n"), std::string::npos);
}

TEST(HttpAbuse, a_line_break_in_a_header_of_ours_is_a_bug) {
    http::Response response;
    EXPECT_ANY_THROW(response.header("X-Naam", "a\r\nSet-Cookie: b"));
}

TEST(HttpAbuse, a_redirect_stays_on_this_site) {
    EXPECT_ANY_THROW(http::see_other("//elders.voorbeeld/"));
    EXPECT_ANY_THROW(http::see_other("https://elders.voorbeeld/"));
    EXPECT_EQ(http::see_other("/mijn-werk").status, 303);
}
