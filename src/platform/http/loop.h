#pragma once
#include "platform/http/session.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/steady_timer.hpp>
#include <unordered_map>
#include <unordered_set>

namespace http {

/// One I/O thread with its connections. Nothing is shared between loops, so nothing in here needs a lock.
class Loop {
public:
    explicit Loop(Core& core);
    ~Loop();
    boost::asio::io_context& context() { return context_; }
    void start();

    /// From any thread.
    void adopt(Stream::Socket socket, Session::Load load);
    void publish(std::string topic, std::shared_ptr<std::string const> text);
    /// The server stops: connections end when they are between two requests.
    void finish();
    /// Ends all connections, also those whose handler still runs.
    void close_all();
    /// Ends the thread.
    void stop();
    /// The grace is over: every connection closes, also those whose handler still runs.
    void drop();

    /// On the loop's own thread.
    void subscribe(std::string const& topic, Session& session);
    void remove(Session& session, std::string const& topic);

private:
    void run();
    void sweep();
    std::vector<std::shared_ptr<Session>> all() const;

    Core& core_;
    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> guard_;
    boost::asio::steady_timer timer_;
    std::unordered_map<Session*, std::shared_ptr<Session>> sessions_;
    std::unordered_map<std::string, std::unordered_set<Session*>> topics_;
    std::thread thread_;
};
}
