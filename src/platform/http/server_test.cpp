#include "platform/http/raw_client_test.h"

#include <atomic>
#include <latch>
#include <thread>

using http_testing::Raw;
using http_testing::status_of;
using http_testing::TestServer;

TEST(HttpServer, one_connection_serves_many_requests_also_sent_ahead) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET /een?a=1&b=twee%20drie HTTP/1.1\r\nHost: a\r\n\r\nGET /twee HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const first = raw.answer(), second = raw.answer();
    EXPECT_NE(first.find("vraag b=twee drie"), std::string::npos) << first;
    EXPECT_NE(second.find("pad=/twee"), std::string::npos) << second;
}

TEST(HttpServer, HEAD_is_GET_without_its_body) {
    TestServer t;
    Raw raw{t.port};
    raw.send("HEAD /een HTTP/1.1\r\nHost: a\r\n\r\n");
    auto const answer = raw.answer(true);
    EXPECT_EQ(status_of(answer), 200);
    EXPECT_EQ(answer.find("pad="), std::string::npos);
}

TEST(HttpServer, large_answers_are_packed_for_who_can_unpack) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET /groot HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n\r\n");
    auto const answer = raw.answer();
    EXPECT_NE(answer.find("Content-Encoding: gzip"), std::string::npos);
    EXPECT_LT(answer.size(), 20'000U);
    raw.send("GET /groot HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_GT(raw.answer().size(), 200'000U);
}

TEST(HttpServer, form_fields_arrive_decoded) {
    TestServer t;
    Raw raw{t.port};
    raw.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
             "29\r\n\r\nnaam=%C3%87elik+A&leeg=&naam=b");
    auto const answer = raw.answer();
    EXPECT_NE(answer.find("veld naam=Çelik A"), std::string::npos) << answer;
    EXPECT_NE(answer.find("veld leeg=\n"), std::string::npos);
}

namespace {
std::string multipart(std::string_view filename, std::string_view content) {
    return "--grens\r\nContent-Disposition: form-data; name=\"soort\"\r\n\r\nbrp\r\n--grens\r\nContent-Disposition: "
           "form-data; name=\"bestand\"; filename=\""
           + std::string{filename} + "\"\r\nContent-Type: text/csv\r\n\r\n" + std::string{content}
           + "\r\n--grens--\r\n";
}
std::string upload(std::string const& body) {
    return "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=grens\r\nContent-Length: "
           + std::to_string(body.size()) + "\r\n\r\n" + body;
}
}

TEST(HttpServer, an_upload_arrives_as_a_file_with_a_harmless_name) {
    TestServer t;
    Raw raw{t.port};
    raw.send(upload(multipart("../../etc/lijst.csv", std::string(2'000'000, 'r'))));
    auto const answer = raw.answer();
    EXPECT_NE(answer.find("veld soort=brp"), std::string::npos) << answer;
    EXPECT_NE(answer.find(" 2000000"), std::string::npos);
    EXPECT_EQ(answer.find(".."), std::string::npos);
}

TEST(HttpServer, a_torn_upload_is_refused) {
    TestServer t;
    Raw raw{t.port};
    auto body = multipart("lijst.csv", "abc");
    body.resize(body.size() - 12);
    raw.send(upload(body));
    EXPECT_EQ(status_of(raw.answer()), 400);
}

TEST(HttpServer, an_upload_above_its_limit_gets_its_page_while_it_is_still_sending) {
    TestServer t;
    Raw raw{t.port};
    raw.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=grens\r\nContent-Length: "
             "2000000000\r\n\r\n");
    std::string const piece(256 * 1024, 'u');
    for (int i = 0; i < 40 && raw.send(piece); ++i) {}
    EXPECT_EQ(status_of(raw.answer()), 413);
}

TEST(HttpServer, events_reach_every_listener_of_their_topic) {
    TestServer t{TestServer::quick(), [](http::Request& r) {
                     auto response = http::text(200, "");
                     response.content_type = "text/event-stream";
                     response.event_topic = std::string{r.query_value("onderwerp")};
                     return response;
                 }};
    Raw one{t.port}, two{t.port}, other{t.port};
    one.send("GET /?onderwerp=a HTTP/1.1\r\nHost: a\r\n\r\n");
    two.send("GET /?onderwerp=a HTTP/1.1\r\nHost: a\r\n\r\n");
    other.send("GET /?onderwerp=b HTTP/1.1\r\nHost: a\r\n\r\n");
    for (auto* listener : {&one, &two, &other})
        EXPECT_NE(listener->until("\r\n\r\n").find("text/event-stream"), std::string::npos);
    std::atomic<bool> stop{false};
    std::jthread speaker{[&] {   // until both have heard: a stream may be ready just after its head was sent
        while (!stop) {
            t.server.publish("a", "voortgang", "3 10");
            std::this_thread::yield();
        }
    }};
    EXPECT_NE(one.until("data: 3 10").find("event: voortgang"), std::string::npos);
    EXPECT_NE(two.until("data: 3 10").find("event: voortgang"), std::string::npos);
    stop = true;
}

TEST(HttpServer, stopping_lets_a_running_request_finish) {
    std::latch arrived{1}, go_on{1};
    auto t = std::make_unique<TestServer>(TestServer::quick(), [&](http::Request&) {
        arrived.count_down();
        go_on.wait();
        return http::text(200, "klaar");
    });
    Raw raw{t->port};
    raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    arrived.wait();
    std::jthread stopper{[&] { t->server.stop(std::chrono::seconds{5}); }};
    go_on.count_down();
    EXPECT_NE(raw.answer().find("klaar"), std::string::npos);
}
