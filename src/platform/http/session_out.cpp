#include "platform/http/loop.h"
#include "platform/http/session.h"

namespace http {
namespace {
using boost::asio::const_buffer;
using std::chrono::steady_clock;
constexpr std::chrono::seconds short_goodbye{2};
/// What a stream may leave unread before it counts as a reader too slow to follow.
constexpr std::size_t most_unread = 64 * 1024;
}

void Session::send(Outgoing outgoing, After after) {
    outgoing_ = std::move(outgoing);
    after_ = after;
    // Subscribed before the client can know it, so that no event falls between its page and its stream.
    topic_ = std::move(outgoing_.topic);
    if (!topic_.empty()) loop_.subscribe(topic_, *this);
    phase_ = Phase::writing;
    head_sent_ = body_sent_ = 0;
    started_ = steady_clock::now();
    moved_ = 0;
    deadline_ = started_ + core_.options.write_timeout;
    write_more();
}

void Session::write_more() {
    std::array const rest{const_buffer{outgoing_.head.data() + head_sent_, outgoing_.head.size() - head_sent_},
                          const_buffer{outgoing_.body.data() + body_sent_, outgoing_.body.size() - body_sent_}};
    stream_.write(rest, [self = shared_from_this()](boost::system::error_code failed, std::size_t n) {
        auto& s = *self;
        if (s.phase_ == Phase::closed) return;
        if (failed) return s.close();
        auto const of_head = std::min(n, s.outgoing_.head.size() - s.head_sent_);
        s.head_sent_ += of_head;
        s.body_sent_ += n - of_head;
        s.moved_ += n;
        if (s.head_sent_ == s.outgoing_.head.size() && s.body_sent_ == s.outgoing_.body.size()) return s.on_written();
        s.deadline_ = s.paced(s.core_.options.write_timeout, s.moved_);
        s.write_more();
    });
}

void Session::on_written() {
    outgoing_ = {};
    if (!topic_.empty()) return begin_stream();
    switch (after_) {
    case After::next_request: return next_request();
    case After::linger: return linger(short_goodbye);
    case After::drain_upload: return linger(core_.options.drain_timeout);
    case After::read_body:
        phase_ = Phase::body;
        started_ = steady_clock::now();
        moved_ = 0;
        deadline_ = started_ + core_.options.read_timeout;
        return read_more();
    }
}

/// Closing at once while the other side still sends would make its system throw our answer away. So we go on reading
/// into the void for a while, until it has seen the answer and closes.
void Session::linger(std::chrono::seconds most) {
    if (core_.stopping) most = short_goodbye;
    phase_ = Phase::draining;
    drain_until_ = deadline_ = steady_clock::now() + most;
    boost::system::error_code failed;
    if (!stream_.is_tls()) {
        stream_.socket().shutdown(Stream::Socket::shutdown_send, failed);
        return failed ? close() : drain_more();
    }
    if (after_ == After::drain_upload) return drain_more();
    stream_.shutdown_tls([self = shared_from_this()](boost::system::error_code) { self->close(); });
}

void Session::drain_more() {
    buffer_.consume(buffer_.view().size());
    deadline_ = std::min(drain_until_, steady_clock::now() + core_.options.read_timeout);
    auto const space = buffer_.prepare();
    auto const number = ++read_number_;
    stream_.read(boost::asio::buffer(space.data, space.size),
                 [self = shared_from_this(), number](boost::system::error_code failed, std::size_t n) {
                     if (self->phase_ == Phase::closed || number != self->read_number_) return;
                     if (failed) return self->close();
                     self->buffer_.commit(n);
                     self->drain_more();
                 });
}

void Session::begin_stream() {
    if (core_.stopping) return close();
    reader_.reset();
    phase_ = Phase::streaming;
    deadline_ = Moment::max();
    next_heartbeat_ = steady_clock::now() + core_.options.heartbeat;
    watch_stream();
    write_events();
}

/// Nothing is expected from the reader of a stream but that it goes.
void Session::watch_stream() {
    buffer_.consume(buffer_.view().size());
    auto const space = buffer_.prepare();
    stream_.read(boost::asio::buffer(space.data, space.size),
                 [self = shared_from_this()](boost::system::error_code failed, std::size_t) {
                     if (self->phase_ != Phase::streaming) return;
                     if (failed)
                         self->close();
                     else
                         self->watch_stream();
                 });
}

void Session::send_event(std::shared_ptr<std::string const> text) {
    if (phase_ == Phase::closed) return;
    if (events_size_ + text->size() > most_unread) return close();
    events_size_ += text->size();
    events_.push_back(std::move(text));
    if (phase_ == Phase::streaming && !writing_event_) write_events();
}

void Session::write_events() {
    writing_event_ = !events_.empty();
    deadline_ = writing_event_ ? steady_clock::now() + core_.options.write_timeout : Moment::max();
    if (!writing_event_) return;
    auto const& text = *events_.front();
    const_buffer const rest{text.data() + event_sent_, text.size() - event_sent_};
    stream_.write(rest, [self = shared_from_this()](boost::system::error_code failed, std::size_t n) {
        auto& s = *self;
        if (s.phase_ == Phase::closed) return;
        if (failed) return s.close();
        s.event_sent_ += n;
        if (s.event_sent_ == s.events_.front()->size()) {
            s.events_size_ -= s.event_sent_;
            s.event_sent_ = 0;
            s.events_.pop_front();
        }
        s.write_events();
    });
}
}
