#include "platform/http/raw_client_test.h"

#include <atomic>
#include <future>
#include <latch>

using http_testing::eventually;
using http_testing::open_descriptors;
using http_testing::Raw;
using http_testing::resident_kib;
using http_testing::status_of;
using http_testing::TestServer;

namespace {
constexpr std::string_view plain_get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/// A handler that waits until the test lets it go.
struct Gate {
    std::atomic<int> inside{0};
    std::promise<void> open;
    std::shared_future<void> opened = open.get_future().share();
    http::Handler handler() {
        return [this](http::Request&) {
            ++inside;
            opened.wait();
            return http::text(200, "klaar");
        };
    }
};

std::string upload_head(std::size_t size) {
    return "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=grens\r\nContent-Length: "
           + std::to_string(size) + "\r\n\r\n";
}
constexpr std::string_view file_part =
    "--grens\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"x.csv\"\r\n\r\n";
}

TEST(HttpLimits, more_connections_than_allowed_are_told_to_wait) {
    auto options = TestServer::quick();
    options.max_connections = 2;
    TestServer t{options};
    Raw one{t.port}, two{t.port}, three{t.port};
    for (auto* client : {&one, &two}) {
        client->send(plain_get);
        EXPECT_EQ(status_of(client->answer()), 200);
    }
    three.send(plain_get);
    auto const answer = three.answer();
    EXPECT_EQ(status_of(answer), 503);
    EXPECT_NE(answer.find("Retry-After: "), std::string::npos);
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
}

TEST(HttpLimits, a_full_queue_is_503_and_the_connection_goes_on) {
    Gate gate;
    auto options = TestServer::quick();
    options.workers = 1;
    options.max_queue = 1;
    TestServer t{options, gate.handler()};
    Raw running{t.port}, waiting{t.port}, refused{t.port};
    running.send(plain_get);
    ASSERT_TRUE(eventually([&] { return gate.inside == 1; }));
    waiting.send(plain_get);
    ASSERT_TRUE(eventually([&] { return t.server.numbers().queued == 1; }));
    refused.send(plain_get);
    auto const answer = refused.answer();
    EXPECT_EQ(status_of(answer), 503);
    EXPECT_NE(answer.find("Retry-After: "), std::string::npos);
    gate.open.set_value();
    EXPECT_EQ(status_of(running.answer()), 200);
    EXPECT_EQ(status_of(waiting.answer()), 200);
    refused.send(plain_get);
    EXPECT_EQ(status_of(refused.answer()), 200);
}

TEST(HttpLimits, an_upload_goes_to_disk_and_not_to_memory) {
    auto options = TestServer::quick();
    http::Server server{options, [](http::Request& r) { return http::text(200, std::to_string(r.uploads.at(0).size)); },
                        [](http::Method, std::string_view) { return http::RouteLimits{200 << 20}; },
                        [](int status) { return http::text(status, ""); }};
    auto const port = server.start();
    std::string const piece(64 * 1024, 'u'), end = "\r\n--grens--\r\n";
    constexpr std::size_t size = 100 << 20;
    auto const descriptors = open_descriptors();
    auto const before = resident_kib();
    {
        Raw raw{port};
        raw.send(upload_head(file_part.size() + size + end.size()) + std::string{file_part});
        raw.flood(piece, size);
        EXPECT_LT(resident_kib() - before, 20 * 1024);
        raw.send(end);
        EXPECT_TRUE(raw.answer().ends_with("\r\n\r\n" + std::to_string(size)));
    }
    EXPECT_TRUE(eventually([&] { return open_descriptors() == descriptors; }));
    server.stop(std::chrono::seconds{5});
}

TEST(HttpLimits, an_upload_that_breaks_off_reaches_no_handler_and_leaves_no_file) {
    TestServer t;
    auto const descriptors = open_descriptors();
    {
        Raw raw{t.port};
        raw.send(upload_head(2'000'000) + std::string{file_part} + std::string(100'000, 'u'));
        ASSERT_TRUE(eventually([&] { return open_descriptors() == descriptors + 3; }));   // two ends and the file
    }
    EXPECT_TRUE(eventually([&] { return open_descriptors() == descriptors; }));
    EXPECT_EQ(t.server.numbers().requests, 0U);
}

TEST(HttpLimits, two_gigabytes_at_a_page_that_takes_little_still_gets_the_answer) {
    TestServer t;
    Raw raw{t.port};
    auto const before = resident_kib();
    constexpr std::size_t size = std::size_t{2} << 30;
    raw.send(upload_head(size));
    std::string const piece(1 << 20, 'u');
    // As a browser does: it looks for the answer only after it has sent everything.
    EXPECT_EQ(raw.flood(piece, size), size);
    EXPECT_EQ(status_of(raw.answer()), 413);
    EXPECT_TRUE(raw.closes());
    EXPECT_LT(resident_kib() - before, 20 * 1024);
}

TEST(HttpLimits, the_patience_with_a_refused_upload_ends) {
    auto options = TestServer::quick();
    options.drain_timeout = std::chrono::seconds{1};
    TestServer t{options};
    Raw raw{t.port};
    raw.send(upload_head(std::size_t{1} << 40));
    std::string const piece(64 * 1024, 'u');
    EXPECT_LT(raw.flood(piece, std::size_t{1} << 40), std::size_t{1} << 40);
    EXPECT_TRUE(eventually([&] { return t.server.numbers().connections == 0; }));
}

TEST(HttpLimits, who_asks_before_sending_is_told_to_go_on_or_not) {
    TestServer t;
    std::string const ask = "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nExpect: 100-continue\r\n";
    Raw yes{t.port};
    yes.send(ask + "Content-Length: 3\r\n\r\n");
    EXPECT_EQ(yes.take_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    yes.send("abc");
    EXPECT_EQ(status_of(yes.answer()), 200);
    Raw no{t.port};
    no.send(ask + "Content-Length: 3000000\r\n\r\n");
    EXPECT_EQ(status_of(no.answer()), 413);
}

TEST(HttpLimits, the_body_limit_is_that_of_the_route_to_the_byte) {
    TestServer t;
    for (auto const& [size, status] : {std::pair{65536U, 200}, {65537U, 413}}) {
        Raw raw{t.port};
        raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(size)
                 + "\r\n\r\n" + std::string(size, 'b'));
        EXPECT_EQ(status_of(raw.answer()), status);
        Raw chunked{t.port};
        chunked.send(
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n8000\r\n"
            + std::string(0x8000, 'b') + "\r\n");
        chunked.send((size == 65536U ? "8000\r\n" : "8001\r\n") + std::string(size - 0x8000, 'b') + "\r\n0\r\n\r\n");
        EXPECT_EQ(status_of(chunked.answer()), status);
    }
}

TEST(HttpLimits, a_header_just_below_the_limit_arrives) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(16'000, 'v') + "\r\n\r\n");
    EXPECT_EQ(status_of(raw.answer()), 200);
}

TEST(HttpStop, a_running_request_ends_and_nobody_new_gets_in) {
    Gate gate;
    TestServer t{TestServer::quick(), gate.handler()};
    Raw raw{t.port}, idle{t.port};
    raw.send(plain_get);
    ASSERT_TRUE(eventually([&] { return gate.inside == 1; }));
    std::jthread stopper{[&] { t.server.stop(std::chrono::seconds{20}); }};
    EXPECT_TRUE(eventually([&] { return !Raw{t.port}.connected(); }));
    EXPECT_TRUE(idle.closes());
    gate.open.set_value();
    auto const answer = raw.answer();
    EXPECT_TRUE(answer.ends_with("klaar"));
    EXPECT_NE(answer.find("Connection: close"), std::string::npos);
    EXPECT_TRUE(raw.closes());
}

TEST(HttpStop, the_grace_ends) {
    Gate gate;
    TestServer t{TestServer::quick(), gate.handler()};
    Raw raw{t.port};
    raw.send(plain_get);
    ASSERT_TRUE(eventually([&] { return gate.inside == 1; }));
    std::jthread stopper{[&] { t.server.stop(std::chrono::seconds{0}); }};
    EXPECT_TRUE(raw.closes());
    gate.open.set_value();
}

TEST(HttpStop, a_taken_address_is_an_exception_not_a_hang) {
    TestServer t;
    http::Options options;
    options.port = t.port;
    http::Server second{options, TestServer::echo, [](http::Method, std::string_view) { return http::RouteLimits{}; },
                        [](int status) { return http::text(status, ""); }};
    EXPECT_THROW(second.start(), std::system_error);
}
