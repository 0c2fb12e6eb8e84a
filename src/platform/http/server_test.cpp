#include "platform/http/raw_client_test.h"

#include <atomic>
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

TEST(HttpServer, a_handler_that_throws_is_a_500_that_tells_nothing) {
    TestServer t{TestServer::quick(), [](http::Request& r) -> http::Response {
                     if (r.path == "/kapot") throw std::runtime_error{"geheim"};
                     auto response = http::text(200, "goed");
                     if (r.path == "/gescheurd") response.headers.emplace_back("X-Naam", "a\r\nSet-Cookie: b");
                     return response;
                 }};
    Raw raw{t.port};
    for (auto const* path : {"/kapot", "/gescheurd"}) {
        raw.send("GET " + std::string{path} + " HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = raw.answer();
        EXPECT_EQ(status_of(answer), 500);
        EXPECT_EQ(answer.find("geheim"), std::string::npos);
        EXPECT_EQ(answer.find("Set-Cookie"), std::string::npos);
    }
    raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(raw.answer().ends_with("goed"));
}

TEST(HttpServer, HTTP_1_0_closes_unless_asked) {
    TestServer t;
    Raw closing{t.port}, kept{t.port};
    closing.send("GET /een HTTP/1.0\r\n\r\n");
    EXPECT_EQ(status_of(closing.answer()), 200);
    EXPECT_TRUE(closing.closes());
    for (int i = 0; i < 2; ++i) {
        kept.send("GET /een HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        EXPECT_NE(kept.answer().find("Connection: keep-alive"), std::string::npos);
    }
}

TEST(HttpServer, who_asks_to_close_is_closed) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET /een HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    EXPECT_NE(raw.answer().find("Connection: close"), std::string::npos);
    EXPECT_TRUE(raw.closes());
}

TEST(HttpServer, who_has_said_everything_still_hears_the_answer) {
    TestServer t;
    Raw raw{t.port};
    raw.send("GET /een HTTP/1.1\r\nHost: a\r\n\r\n");
    raw.finish_sending();
    EXPECT_EQ(status_of(raw.answer()), 200);
    EXPECT_TRUE(raw.closes());
}

TEST(HttpServer, an_empty_chunked_body_in_any_two_pieces) {
    TestServer t;
    std::string const request = "POST /een HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    for (auto cut = request.find("\r\n\r\n"); cut < request.size(); ++cut) {
        Raw raw{t.port};
        raw.send(request.substr(0, cut));
        // Until the first piece was read: two in one packet would prove nothing.
        EXPECT_FALSE(raw.has_input_within(std::chrono::milliseconds{20}));
        for (char const c : request.substr(cut)) raw.send({&c, 1});
        EXPECT_EQ(status_of(raw.answer()), 200) << cut;
    }
}

TEST(HttpServer, a_request_in_pieces_of_one_byte) {
    TestServer t;
    Raw raw{t.port};
    std::string const request = "POST /een HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                "Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n4;x=y\r\n&b=2\r\n0\r\nX: y\r\n\r\n";
    for (char const c : request) raw.send({&c, 1});
    auto const answer = raw.answer();
    EXPECT_NE(answer.find("veld a=1\nveld b=2\n"), std::string::npos) << answer;
}

TEST(HttpServer, every_answer_names_its_request) {
    TestServer t{TestServer::quick(), [](http::Request& r) { return http::text(200, r.id); }};
    Raw raw{t.port};
    std::string last;
    for (int i = 0; i < 2; ++i) {
        raw.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        auto const answer = raw.answer();
        auto const id = answer.substr(answer.find("\r\n\r\n") + 4);
        EXPECT_EQ(id.size(), 16U);
        EXPECT_NE(answer.find("X-Request-Id: " + id + "\r\n"), std::string::npos);
        EXPECT_NE(id, last);
        last = id;
    }
}

TEST(HttpServer, several_loops_serve_many_clients_at_once) {
    auto options = TestServer::quick();
    options.io_threads = 2;
    TestServer t{options};
    std::atomic<int> good{0};
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 8; ++i)
            clients.emplace_back([&] {
                Raw raw{t.port};
                for (int n = 0; n < 100; ++n) {
                    raw.send("GET /groot HTTP/1.1\r\nHost: a\r\n\r\n");
                    if (raw.answer().size() > 200'000) ++good;
                }
            });
    }
    EXPECT_EQ(good, 800);
}
