#include "platform/http/answer.h"

#include "kernel/check.h"
#include "platform/http/forwarded.h"
#include "platform/http/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

using namespace http;

namespace {
std::string unzip(std::string const& packed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string out(10 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    int const end = inflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    inflateEnd(&stream);
    return end == Z_STREAM_END ? out : "torn";
}

Asked const zipped{.keep_alive = true, .gzip = true};
bool contains(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
}

TEST(Gzip, unpacks_to_what_it_was) {
    for (std::size_t size : {0U, 1U, 1025U, 100'000U, 5'000'000U}) {
        std::string text(size, 'a');
        for (std::size_t i = 0; i < size; i += 7) text[i] = static_cast<char>(i * 31);
        EXPECT_EQ(unzip(gzip(text)), text);
    }
}

TEST(Gzip, the_length_of_an_answer_is_blurred) {
    std::vector<std::size_t> sizes;
    for (int i = 0; i < 100; ++i) sizes.push_back(gzip("dezelfde tekst").size());
    EXPECT_NE(std::ranges::min(sizes), std::ranges::max(sizes));
}

TEST(Gzip, who_accepts_it) {
    for (auto const* yes : {"gzip", "deflate, gzip;q=1.0", "GZIP", "*", "br;q=0, gzip;q=0.5"})
        EXPECT_TRUE(accepts_gzip(yes)) << yes;
    for (auto const* no : {"", "identity", "gzip;q=0", "gzip;q=0.000, *", "*;q=0", "xgzip"})
        EXPECT_FALSE(accepts_gzip(no)) << no;
}

TEST(Answer, compresses_text_of_more_than_one_kib) {
    auto answer = render(text(200, std::string(1025, 'a')), zipped);
    EXPECT_TRUE(contains(answer.head, "Content-Encoding: gzip\r\n"));
    EXPECT_TRUE(contains(answer.head, "Vary: Accept-Encoding\r\n"));
    answer = render(text(200, std::string(1024, 'a')), zipped);
    EXPECT_FALSE(contains(answer.head, "Content-Encoding"));
    EXPECT_TRUE(contains(answer.head, "Vary: Accept-Encoding\r\n"));
    answer = render(text(200, std::string(9000, 'a')), Asked{});
    EXPECT_FALSE(contains(answer.head, "Content-Encoding"));
    EXPECT_TRUE(contains(answer.head, "Vary: Accept-Encoding\r\n"));
}

TEST(Answer, leaves_alone_what_does_not_shrink_or_is_packed_already) {
    auto const of = [](std::string type) {
        Response response{.content_type = std::move(type), .body = std::string(5000, 'a')};
        return render(std::move(response), zipped).head;
    };
    for (auto const* yes : {"text/css", "application/json", "image/svg+xml; charset=utf-8", "text/javascript"})
        EXPECT_TRUE(contains(of(yes), "Content-Encoding: gzip")) << yes;
    for (auto const* no : {"image/png", "application/pdf", "font/woff2", "text/event-stream"})
        EXPECT_FALSE(contains(of(no), "Content-Encoding")) << no;
    Response packed{.content_type = "text/css", .body = std::string(5000, 'a')};
    packed.header("Content-Encoding", "br").header("Vary", "Cookie");
    auto const head = render(std::move(packed), zipped).head;
    EXPECT_FALSE(contains(head, "gzip"));
    Response varied{.body = std::string(5000, 'a')};
    varied.header("Vary", "Cookie");
    EXPECT_TRUE(contains(render(std::move(varied), zipped).head, "Vary: Cookie, Accept-Encoding\r\n"));
}

TEST(Answer, without_a_body_where_none_may_be) {
    auto const head = render(text(200, "abc"), Asked{.without_body = true});
    EXPECT_TRUE(contains(head.head, "Content-Length: 3\r\n"));
    EXPECT_TRUE(head.head.ends_with("\r\n\r\n"));
    EXPECT_TRUE(head.body.empty());
    for (int const status : {204, 304}) {
        auto const none = render(text(status, "abc"), zipped);
        EXPECT_FALSE(contains(none.head, "Content-Length")) << status;
        EXPECT_TRUE(none.head.ends_with("\r\n\r\n"));
    }
}

TEST(Answer, a_header_that_breaks_the_protocol_is_a_bug) {
    auto const with = [](std::string name, std::string value) {
        auto response = text(200, "");
        response.headers.emplace_back(std::move(name), std::move(value));
        return response;
    };
    EXPECT_THROW(render(with("X", "a\r\nSet-Cookie: b"), {}), Bug);
    EXPECT_THROW(render(with("X", std::string("a\0b", 3)), {}), Bug);
    EXPECT_THROW(render(with("X: y", "a"), {}), Bug);
    EXPECT_THROW(render(with("", "a"), {}), Bug);
    EXPECT_NO_THROW(render(with("X-Naam", "waarde"), {}));
}

TEST(Events, lines_of_data_and_no_second_field) {
    EXPECT_EQ(event_text("taak", "a\nb\r\nc"), "event: taak\ndata: a\ndata: b\ndata: c\n\n");
    EXPECT_EQ(event_text("", ""), "data: \n\n");
    EXPECT_THROW(event_text("a\nb", ""), Bug);
}

TEST(Forwarded, only_what_our_own_proxies_wrote_counts) {
    auto const trusted = parse_addresses({"10.0.0.1", "10.0.0.2", "::1"});
    struct Case {
        char const *name, *peer, *list, *origin;
    };
    constexpr Case cases[] = {
        {"no proxy, no list", "192.0.2.7", "", "192.0.2.7"},
        {"a list from who is no proxy", "192.0.2.7", "1.2.3.4", "192.0.2.7"},
        {"a proxy without a list", "10.0.0.1", "", "10.0.0.1"},
        {"one hop", "10.0.0.1", "192.0.2.7", "192.0.2.7"},
        {"forged in front", "10.0.0.1", "1.2.3.4, 5.6.7.8, 192.0.2.7", "192.0.2.7"},
        {"two hops of ours", "10.0.0.1", "1.2.3.4, 192.0.2.7, 10.0.0.2", "192.0.2.7"},
        {"all ours", "10.0.0.1", "10.0.0.2", "10.0.0.2"},
        {"rubbish in front", "10.0.0.1", "x, 192.0.2.7", "192.0.2.7"},
        {"rubbish from our proxy", "10.0.0.1", "192.0.2.7, x", "10.0.0.1"},
        {"with a port", "::1", "192.0.2.7:4711", "192.0.2.7"},
        {"IPv6 with a port", "::1", "[2001:db8::1]:4711", "2001:db8::1"},
        {"IPv4 over an IPv6 socket", "::ffff:10.0.0.1", "192.0.2.7", "192.0.2.7"},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        Request request;
        if (*c.list) request.headers = {{"x-forwarded-for", c.list}, {"x-forwarded-proto", "https"}};
        set_origin(request, boost::asio::ip::make_address(c.peer), trusted, false);
        EXPECT_EQ(request.remote_address, c.origin);
    }
    Request several;
    several.headers = {{"x-forwarded-for", "1.2.3.4"}, {"x-forwarded-for", "192.0.2.7"}};
    set_origin(several, boost::asio::ip::make_address("10.0.0.1"), trusted, false);
    EXPECT_EQ(several.remote_address, "192.0.2.7");
    EXPECT_THROW(parse_addresses({"proxy.example"}), std::system_error);
}

TEST(Forwarded, https_at_the_proxy_counts_only_from_a_proxy) {
    auto const trusted = parse_addresses({"10.0.0.1"});
    Request request;
    request.headers = {{"x-forwarded-proto", "https"}};
    set_origin(request, boost::asio::ip::make_address("192.0.2.7"), trusted, false);
    EXPECT_FALSE(request.secure);
    set_origin(request, boost::asio::ip::make_address("10.0.0.1"), trusted, false);
    EXPECT_TRUE(request.secure);
}
