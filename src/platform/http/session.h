#pragma once
#include "platform/http/answer.h"
#include "platform/http/core.h"
#include "platform/http/read_buffer.h"
#include "platform/http/stream.h"

#include <chrono>

namespace http {
class Loop;

/// One connection: reads a request, has a worker answer it, writes, and again. Everything runs on its loop's thread,
/// except work(). The loop owns it until close(); a running read, write or handler keeps it alive for its own length.
class Session : public std::enable_shared_from_this<Session> {
public:
    using Moment = std::chrono::steady_clock::time_point;
    enum class Load { normal, too_many };   // too_many: only to be told so
    Session(Core& core, Loop& loop, Stream::Socket socket, Load load);

    void start();
    /// Called by the loop a few times a second: deadlines and heartbeats.
    void tick(Moment now);
    void send_event(std::shared_ptr<std::string const> text);
    /// The server stops: what is between two requests ends now, the rest after its answer.
    void finish();
    void close();

    /// On a worker: makes the answer and hands it back to the loop.
    static void work(std::shared_ptr<Session> session);

private:
    enum class Phase { handshake, idle, header, body, working, writing, draining, streaming, closed };
    /// What follows the answer that is being written.
    enum class After { next_request, linger, drain_upload, read_body };

    // session.cpp: in
    void next_request();
    void read_more();
    void on_read(std::size_t n);
    void feed();
    void note_progress();
    void dispatch();
    void refuse(int status);
    Asked asked(bool keep_alive);
    Response page_for(int status);
    Outgoing answer();

    // session_out.cpp: out
    void send(Outgoing outgoing, After after);
    void write_more();
    void on_written();
    void linger(std::chrono::seconds most);
    void drain_more();
    void begin_stream();
    void watch_stream();
    void write_events();

    Moment paced(std::chrono::seconds patience, std::uint64_t bytes) const;

    Core& core_;
    Loop& loop_;
    Stream stream_;
    Load load_;
    Address peer_;
    Phase phase_ = Phase::handshake;
    After after_ = After::next_request;
    Moment started_{}, deadline_ = Moment::max(), drain_until_{}, next_heartbeat_{};
    std::uint64_t moved_ = 0;    // bytes since started_
    unsigned read_number_ = 0;   // a read that was given up has an older number
    bool continue_sent_ = false;

    ReadBuffer buffer_;
    std::optional<RequestReader> reader_;
    Outgoing outgoing_;
    std::string topic_;   // subscribed to, from before the head is written
    std::size_t head_sent_ = 0, body_sent_ = 0;
    std::deque<std::shared_ptr<std::string const>> events_;
    std::size_t event_sent_ = 0, events_size_ = 0;
    bool writing_event_ = false;
};
}
