#include "platform/http/loop.h"

#include "platform/log/log.h"

#include <boost/asio/post.hpp>
#include <typeinfo>

namespace http {
namespace {
constexpr std::chrono::milliseconds sweep_every{100};
}

Loop::Loop(Core& core) : core_{core}, guard_{boost::asio::make_work_guard(context_)}, timer_{context_} {}

Loop::~Loop() { stop(); }

void Loop::start() {
    sweep();
    thread_ = std::thread{[this] { run(); }};
}

void Loop::run() {
    while (true) try {
            context_.run();
            return;
        } catch (std::exception const& error) {
            // One connection out of memory must not take the others along; its deadline will end it.
            logging::error("http_loop_failed", {{"kind", typeid(error).name()}});
        }
}

void Loop::adopt(Stream::Socket socket, Session::Load load) {
    boost::asio::post(context_, [this, load, socket = std::move(socket)]() mutable {
        auto const session = std::make_shared<Session>(core_, *this, std::move(socket), load);
        sessions_.emplace(session.get(), session);
        session->start();
    });
}

void Loop::publish(std::string topic, std::shared_ptr<std::string const> text) {
    boost::asio::post(context_, [this, topic = std::move(topic), text = std::move(text)] {
        auto const found = topics_.find(topic);
        if (found == topics_.end()) return;
        // A reader that is dropped for being slow takes itself off the list.
        std::vector<Session*> const readers{found->second.begin(), found->second.end()};
        for (auto* const reader : readers) reader->send_event(text);
    });
}

void Loop::finish() {
    boost::asio::post(context_, [this] {
        for (auto const& session : all()) session->finish();
    });
}

void Loop::close_all() {
    boost::asio::post(context_, [this] {
        for (auto const& session : all()) session->close();
    });
}

void Loop::drop() {
    boost::asio::post(context_, [this] {
        for (auto const& session : all()) session->close();
    });
}

void Loop::stop() {
    if (!thread_.joinable()) return;
    boost::asio::post(context_, [this] {
        timer_.cancel();
        for (auto const& session : all()) session->close();
        guard_.reset();
        context_.stop();
    });
    thread_.join();
}

void Loop::subscribe(std::string const& topic, Session& session) { topics_[topic].insert(&session); }

void Loop::remove(Session& session, std::string const& topic) {
    if (auto const found = topics_.find(topic); found != topics_.end()) {
        found->second.erase(&session);
        if (found->second.empty()) topics_.erase(found);
    }
    sessions_.erase(&session);
    --core_.connections;
    if (!core_.stopping) return;
    std::lock_guard const lock{core_.gone_mutex};
    core_.gone.notify_all();
}

void Loop::sweep() {
    auto const now = std::chrono::steady_clock::now();
    for (auto const& session : all()) session->tick(now);
    timer_.expires_after(sweep_every);
    timer_.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled) sweep();
    });
}

/// A copy: sessions that close leave the map while we walk.
std::vector<std::shared_ptr<Session>> Loop::all() const {
    std::vector<std::shared_ptr<Session>> sessions;
    sessions.reserve(sessions_.size());
    for (auto const& [key, session] : sessions_) sessions.push_back(session);
    return sessions;
}
}
