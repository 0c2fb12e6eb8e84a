#include "platform/http/raw_client_test.h"

using http_testing::eventually;
using http_testing::Raw;
using http_testing::resident_kib;
using http_testing::status_of;
using http_testing::TestServer;

namespace {
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
        {"no text in the path", "GET /%ff HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"a path of 9000", "GET /" + std::string(9000, 'p') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {"a path without end", "GET /" + std::string(20'000, 'p'), 414},
        {"no path", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
        {"two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
        {"a header of 17 KiB", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'v') + "\r\n\r\n", 431},
        {"two Transfer-Encodings",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
         400},
        {"chunked behind something else",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
        {"Transfer-Encoding in HTTP/1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         400},
        {"a Content-Length with a sign", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400},
        {"a Content-Length beyond all numbers",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nabc", 400},
        {"a chunk of no size", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400},
        {"a chunk larger than the limit",
         "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n", 413},
        {"an unknown expectation", "GET / HTTP/1.1\r\nHost: a\r\nExpect: magic\r\n\r\n", 417},
        {"a form that is no text",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\n"
         "a=%ff",
         400},
        {"a multipart form without a boundary",
         "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc", 400},
        {"HTTP/3", "GET / HTTP/3.0\r\nHost: a\r\n\r\n", 400},
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

TEST(HttpAbuse, hundreds_of_thousands_of_headers_are_cut_off) {
    TestServer t;
    Raw raw{t.port};
    auto const before = resident_kib();
    raw.send("GET / HTTP/1.1\r\nHost: a\r\n");
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "X-" + std::to_string(i) + ": v\r\n";
    raw.flood(lines, lines.size() * 400);
    auto const answer = raw.answer();
    EXPECT_TRUE(answer.empty() || status_of(answer) == 431) << answer.substr(0, 60);
    EXPECT_LT(resident_kib() - before, 20 * 1024);
}

TEST(HttpAbuse, trailers_without_end_and_floods_of_framing_take_no_memory) {
    std::string const tiny_chunk = "1;" + std::string(8'000, 'e') + "\r\nx\r\n";
    std::string const trailer = "X-Trailer: " + std::string(1'000, 't') + "\r\n";
    for (auto const& [first, piece] : {std::pair{std::string{"0\r\n"}, trailer}, {"", tiny_chunk}}) {
        TestServer t;
        Raw raw{t.port};
        auto const before = resident_kib();
        raw.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + first);
        raw.flood(piece, 100'000'000);
        auto const answer = raw.answer();
        EXPECT_TRUE(answer.empty() || status_of(answer) == 400) << answer.substr(0, 60);
        EXPECT_LT(resident_kib() - before, 20 * 1024);
        EXPECT_EQ(t.server.numbers().requests, 0U);
    }
}

TEST(HttpAbuse, a_trailer_does_not_change_who_sent_the_request) {
    auto options = TestServer::quick();
    options.trusted_proxies = {"127.0.0.1"};
    TestServer t{options};
    Raw raw{t.port};
    raw.send("POST / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 203.0.113.9\r\nTransfer-Encoding: chunked\r\n\r\n"
             "1\r\nx\r\n0\r\nX-Forwarded-For: 198.51.100.1\r\n\r\n");
    EXPECT_NE(raw.answer().find("adres=203.0.113.9\n"), std::string::npos);
}

TEST(HttpAbuse, who_drips_is_told_that_it_took_too_long) {
    TestServer t;
    for (std::string const begin :
         {"GET / HTTP/1.1\r\nX: ", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n\r\n"}) {
        Raw raw{t.port};
        raw.send(begin);
        while (!raw.has_input_within(std::chrono::milliseconds{50}) && raw.send("a")) {}
        EXPECT_EQ(status_of(raw.answer()), 408) << begin;
        EXPECT_TRUE(raw.closes());
    }
}

TEST(HttpAbuse, who_does_not_read_is_dropped) {
    TestServer t;
    Raw raw{t.port};
    for (int i = 0; i < 100; ++i) raw.send("GET /groot HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_TRUE(eventually([&] { return t.server.numbers().requests > 0; }));
    EXPECT_TRUE(eventually([&] { return t.server.numbers().connections == 0; }));
    EXPECT_LT(t.server.numbers().requests, 100U);
}

TEST(HttpAbuse, idle_clients_hold_nobody_up) {
    TestServer t;
    std::vector<std::unique_ptr<Raw>> idle;
    for (int i = 0; i < 100; ++i) {
        idle.push_back(std::make_unique<Raw>(t.port));
        idle.back()->send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        EXPECT_EQ(status_of(idle.back()->answer()), 200);
    }
    Raw good{t.port};
    good.send("GET /goed HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(status_of(good.answer()), 200);
}

TEST(HttpAbuse, a_request_behind_a_refused_one_is_not_served) {
    TestServer t;
    Raw raw{t.port};
    raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
             "GET /geheim HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const first = raw.answer();
    EXPECT_EQ(status_of(first), 400);
    EXPECT_NE(first.find("Connection: close"), std::string::npos);
    EXPECT_EQ(raw.answer(), "");
    EXPECT_EQ(t.server.numbers().requests, 0U);
}
