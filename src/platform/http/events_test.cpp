#include "platform/http/raw_client_test.h"

using http_testing::eventually;
using http_testing::Raw;
using http_testing::TestServer;

namespace {
http::Response stream(http::Request& request) {
    http::Response response;
    response.event_topic = request.path;
    response.body = "retry: 1000\n\n";
    return response;
}

/// A listener whose stream has begun.
struct Listener : Raw {
    Listener(unsigned short port, std::string const& topic) : Raw{port} {
        send("GET " + topic + " HTTP/1.1\r\nHost: a\r\n\r\n");
        head = take_until("retry: 1000\n\n");
    }
    std::string head;
};
}

TEST(HttpEvents, reach_all_listeners_of_their_topic_and_no_other) {
    auto options = TestServer::quick();
    options.workers = 1;
    TestServer t{options, stream};
    // More listeners than workers: a stream holds none.
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int i = 0; i < 20; ++i) listeners.push_back(std::make_unique<Listener>(t.port, "/taken"));
    Listener other{t.port, "/anders"};
    EXPECT_NE(other.head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
    t.server.publish("/taken", "taak", "een\ntwee");
    t.server.publish("/anders", "", "drie");
    for (auto const& listener : listeners)
        EXPECT_EQ(listener->take_until("\n\n"), "event: taak\ndata: een\ndata: twee\n\n");
    EXPECT_EQ(other.take_until("\n\n"), "data: drie\n\n");
}

TEST(HttpEvents, a_listener_that_goes_is_forgotten) {
    TestServer t{TestServer::quick(), stream};
    {
        Listener const gone{t.port, "/taken"};
        EXPECT_TRUE(eventually([&] { return t.server.numbers().connections == 1; }));
    }
    EXPECT_TRUE(eventually([&] { return t.server.numbers().connections == 0; }));
    t.server.publish("/taken", "", "niemand");
    Listener next{t.port, "/taken"};
    t.server.publish("/taken", "", "iemand");
    EXPECT_EQ(next.take_until("\n\n"), "data: iemand\n\n");
}

TEST(HttpEvents, a_slow_listener_is_dropped_and_a_quick_one_misses_nothing) {
    TestServer t{TestServer::quick(), stream};
    Listener slow{t.port, "/taken"}, quick{t.port, "/taken"};
    std::string const data(16 * 1024, 'd'), expected = "event: e\ndata: " + data + "\n\n";
    auto const both = [&] { return t.server.numbers().connections == 2; };
    for (int i = 0; i < 10'000 && both(); ++i) {
        t.server.publish("/taken", "e", data);
        ASSERT_EQ(quick.take_until("\n\n"), expected) << i;
    }
    EXPECT_EQ(t.server.numbers().connections, 1);
    t.server.publish("/taken", "e", "nog");
    EXPECT_EQ(quick.take_until("\n\n"), "event: e\ndata: nog\n\n");
}

TEST(HttpEvents, a_quiet_stream_has_a_heartbeat_and_outlives_the_time_outs) {
    auto options = TestServer::quick();
    options.heartbeat = options.read_timeout = options.idle_timeout = options.write_timeout = std::chrono::seconds{1};
    TestServer t{options, stream};
    Listener listener{t.port, "/taken"};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(listener.take_until("\n\n"), ":\n\n");
}

TEST(HttpEvents, streams_end_when_the_server_stops) {
    TestServer t{TestServer::quick(), stream};
    Listener listener{t.port, "/taken"};
    t.server.stop(std::chrono::seconds{20});
    EXPECT_TRUE(listener.closes());
}

TEST(HttpEvents, a_HEAD_of_a_stream_is_only_its_head) {
    TestServer t{TestServer::quick(), stream};
    Raw raw{t.port};
    raw.send("HEAD /taken HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(raw.answer(true).find("text/event-stream"), std::string::npos);
    EXPECT_TRUE(raw.closes());
}
