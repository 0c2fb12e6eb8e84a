#pragma once
#include "platform/http/asio.h"

#include <boost/asio/ssl/stream.hpp>
#include <optional>

namespace http {

/// A connection, plain or under TLS, with the same four verbs.
class Stream {
public:
    using Socket = boost::asio::ip::tcp::socket;
    Stream(Socket socket, boost::asio::ssl::context* tls) : socket_{std::move(socket)} {
        if (tls) tls_.emplace(socket_, *tls);
    }
    bool is_tls() const { return tls_.has_value(); }
    Socket& socket() { return socket_; }

    template <class Done> void handshake(Done done) {
        tls_->async_handshake(boost::asio::ssl::stream_base::server, std::move(done));
    }
    template <class Done> void read(boost::asio::mutable_buffer into, Done done) {
        if (tls_)
            tls_->async_read_some(into, std::move(done));
        else
            socket_.async_read_some(into, std::move(done));
    }
    template <class Buffers, class Done> void write(Buffers const& from, Done done) {
        if (tls_)
            tls_->async_write_some(from, std::move(done));
        else
            socket_.async_write_some(from, std::move(done));
    }
    template <class Done> void shutdown_tls(Done done) { tls_->async_shutdown(std::move(done)); }

private:
    Socket socket_;
    std::optional<boost::asio::ssl::stream<Socket&>> tls_;
};
}
