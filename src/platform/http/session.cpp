#include "platform/http/session.h"

#include "platform/http/gzip.h"
#include "platform/http/loop.h"
#include "platform/http/random.h"
#include "platform/log/log.h"

#include <boost/asio/post.hpp>
#include <typeinfo>

namespace http {
namespace {
using std::chrono::steady_clock;
/// Who sends or takes less than this holds a connection for nothing.
constexpr std::uint64_t least_bytes_per_second = 1024;
}

Session::Session(Core& core, Loop& loop, Stream::Socket socket, Load load)
    : core_{core}, loop_{loop}, stream_{std::move(socket), core.tls.get()}, load_{load} {
    boost::system::error_code ignored;
    stream_.socket().set_option(boost::asio::ip::tcp::no_delay{true}, ignored);
    auto const peer = stream_.socket().remote_endpoint(ignored);
    peer_ = peer.address();
}

void Session::start() {
    if (core_.stopping) return close();
    if (!stream_.is_tls()) return next_request();
    phase_ = Phase::handshake;
    deadline_ = steady_clock::now() + core_.options.read_timeout;
    stream_.handshake([self = shared_from_this()](boost::system::error_code failed) {
        if (self->phase_ == Phase::closed) return;
        if (failed)
            self->close();
        else
            self->next_request();
    });
}

/// Until when this must be done: it may take as long as it moves, but not at a drip.
Session::Moment Session::paced(std::chrono::seconds patience, std::uint64_t bytes) const {
    auto const whole = started_ + patience + std::chrono::milliseconds{bytes * 1000 / least_bytes_per_second};
    return std::min(whole, steady_clock::now() + patience);
}

void Session::next_request() {
    reader_.emplace(core_.rules);
    continue_sent_ = false;
    buffer_.relax();
    if (buffer_.is_empty()) {
        if (core_.stopping) return close();
        phase_ = Phase::idle;
        deadline_ = steady_clock::now() + core_.options.idle_timeout;
        return read_more();
    }
    phase_ = Phase::header;
    started_ = steady_clock::now();
    deadline_ = started_ + core_.options.read_timeout;
    feed();
}

void Session::read_more() {
    auto const space = buffer_.prepare();
    auto const number = ++read_number_;
    stream_.read(boost::asio::buffer(space.data, space.size),
                 [self = shared_from_this(), number](boost::system::error_code failed, std::size_t n) {
                     if (self->phase_ == Phase::closed || number != self->read_number_) return;
                     if (failed)
                         self->close();
                     else
                         self->on_read(n);
                 });
}

void Session::on_read(std::size_t n) {
    buffer_.commit(n);
    if (phase_ == Phase::idle) {
        phase_ = Phase::header;
        started_ = steady_clock::now();
        deadline_ = started_ + core_.options.read_timeout;
    } else if (phase_ == Phase::body) {
        moved_ += n;
        deadline_ = paced(core_.options.read_timeout, moved_);
    }
    feed();
}

void Session::feed() {
    while (!buffer_.is_empty()) {
        auto const used = reader_->take(buffer_.view());
        buffer_.consume(used);
        note_progress();
        if (reader_->state() == RequestReader::State::refused) return refuse(reader_->refusal());
        if (load_ == Load::too_many && phase_ == Phase::body) return refuse(503);
        if (reader_->state() == RequestReader::State::complete) return dispatch();
        if (used == 0) break;
    }
    if (buffer_.is_full()) return refuse(phase_ == Phase::header ? 431 : 400);
    if (phase_ == Phase::body && reader_->expects_continue() && !continue_sent_) {
        continue_sent_ = true;
        if (moved_ == 0 && buffer_.is_empty())
            return send({"HTTP/1.1 100 Continue\r\n\r\n", "", true, ""}, After::read_body);
    }
    read_more();
}

/// The header has its own, fixed deadline; the body's starts when the header is there.
void Session::note_progress() {
    auto const state = reader_->state();
    bool const past_header = state == RequestReader::State::body || state == RequestReader::State::complete;
    if (phase_ != Phase::header || !past_header) return;
    phase_ = Phase::body;
    started_ = steady_clock::now();
    moved_ = 0;
    deadline_ = started_ + core_.options.read_timeout;
}

void Session::dispatch() {
    auto& request = reader_->request();
    set_origin(request, peer_, core_.trusted, stream_.is_tls());
    request.id = new_request_id();
    ++core_.requests;
    phase_ = Phase::working;
    deadline_ = Moment::max();
    if (core_.workers.submit(shared_from_this()) == Workers::Taken::yes) return;
    // Everything was read, so the connection itself is in order and may go on.
    ++core_.refused;
    auto const keep = reader_->keep_alive() && !core_.stopping;
    send(render(page_for(503), asked(keep)), keep ? After::next_request : After::linger);
}

Asked Session::asked(bool keep_alive) {
    auto& request = reader_->request();
    return {request.method == Method::head, reader_->is_http_1_0(), keep_alive,
            accepts_gzip(request.header("accept-encoding")), request.id};
}

Response Session::page_for(int status) {
    try {
        auto page = core_.error_page(status);
        page.status = status;
        if (status == 503) page.header("Retry-After", "5");
        return page;
    } catch (std::exception const& error) {
        logging::error("http_error_page_failed", {{"kind", typeid(error).name()}});
        return text(status, "");
    }
}

void Session::refuse(int status) {
    // A read that is still waiting would deliver into an answer that has begun.
    ++read_number_;
    boost::system::error_code ignored;
    if (phase_ != Phase::working) stream_.socket().cancel(ignored);
    ++core_.refused;
    bool const still_sending =
        status == 413 || (phase_ == Phase::body && reader_->state() != RequestReader::State::complete);
    auto outgoing = render(page_for(status), asked(false));
    send(std::move(outgoing), still_sending ? After::drain_upload : After::linger);
}

Outgoing Session::answer() {
    // Asked after the handler: a server that stops meanwhile says so in the answer.
    auto const keep = [this] { return reader_->keep_alive() && !core_.stopping; };
    try {
        auto response = core_.handler(reader_->request());
        return render(std::move(response), asked(keep()));
    } catch (std::exception const& error) {
        // Only the kind: what a database says may name a person.
        logging::error("http_handler_failed", {{"request", reader_->request().id}, {"kind", typeid(error).name()}});
        return render(page_for(500), asked(keep()));
    }
}

void Session::work(std::shared_ptr<Session> session) {
    auto outgoing = session->answer();
    auto& context = session->loop_.context();
    boost::asio::post(context, [session = std::move(session), outgoing = std::move(outgoing)]() mutable {
        if (session->phase_ == Phase::closed) return;
        // The request goes on the loop's thread; its uploads with it.
        session->reader_.reset();
        bool const keep = outgoing.keep_alive && !session->core_.stopping;
        auto& self = *session;
        self.send(std::move(outgoing), keep ? After::next_request : After::linger);
    });
}

void Session::tick(Moment now) {
    if (phase_ == Phase::streaming && now >= next_heartbeat_) {
        static auto const heartbeat = std::make_shared<std::string const>(":\n\n");
        next_heartbeat_ = now + core_.options.heartbeat;
        send_event(heartbeat);
    }
    if (now < deadline_) return;
    // Who began a request is told; who only kept the line open is not.
    if (phase_ == Phase::header || phase_ == Phase::body)
        refuse(408);
    else
        close();
}

void Session::finish() {
    if (phase_ == Phase::idle || phase_ == Phase::streaming || phase_ == Phase::draining || phase_ == Phase::handshake)
        close();
}

void Session::close() {
    if (phase_ == Phase::closed) return;
    auto const self = shared_from_this();
    phase_ = Phase::closed;
    boost::system::error_code ignored;
    stream_.socket().close(ignored);
    events_.clear();
    loop_.remove(*this, topic_);
}
}
