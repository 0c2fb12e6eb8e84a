#pragma once
#include "platform/http/http.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

/// A socket that sends exactly what a test wants, right or wrong.
namespace http_testing {

class Raw {
public:
    explicit Raw(unsigned short port, int wait_seconds = 10) {
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        timeval const wait{wait_seconds, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
        connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
    }
    ~Raw() { ::close(socket_); }
    Raw(Raw const&) = delete;
    Raw& operator=(Raw const&) = delete;
    bool connected() const { return connected_; }

    /// False when the other side has closed or does not take it any more.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }
    /// One answer: head and as much body as its Content-Length says. Empty when the connection ended first.
    std::string answer(bool head_only = false) {
        while (buffer_.find("\r\n\r\n") == std::string::npos)
            if (!more()) return {};
        auto const head = buffer_.find("\r\n\r\n") + 4;
        std::size_t length = 0;
        if (auto const at = buffer_.find("Content-Length: "); !head_only && at < head)
            length = static_cast<std::size_t>(std::atoll(buffer_.c_str() + at + 16));
        while (buffer_.size() < head + length)
            if (!more()) return {};
        auto all = buffer_.substr(0, head + length);
        buffer_.erase(0, head + length);
        return all;
    }
    /// Everything until this text came, or what came before the end.
    std::string until(std::string_view text) {
        while (buffer_.find(text) == std::string::npos && more()) {}
        return buffer_;
    }
    /// The other side closes within the wait.
    bool closes() {
        while (more()) {}
        return ended_;
    }

private:
    bool more() {
        char chunk[16384];
        auto const got = ::recv(socket_, chunk, sizeof chunk, 0);
        if (got <= 0) {
            ended_ = got == 0 || errno == ECONNRESET;
            return false;
        }
        buffer_.append(chunk, static_cast<std::size_t>(got));
        return true;
    }
    int socket_ = -1;
    bool connected_ = false, ended_ = false;
    std::string buffer_;
};

/// A server with short time-outs whose pages tell what arrived.
struct TestServer {
    http::Server server;
    unsigned short port;
    explicit TestServer(http::Options options = quick(), http::Handler handler = echo)
        : server{std::move(options), std::move(handler),
                 [](http::Method, std::string_view path) {
                     return http::RouteLimits{path == "/upload" ? 5ULL << 20 : 64ULL << 10};
                 },
                 [](int status) { return http::text(status, "geweigerd " + std::to_string(status)); }},
          port{server.start()} {}
    ~TestServer() { server.stop(std::chrono::seconds{2}); }

    static http::Options quick() {
        http::Options o;
        o.read_timeout = std::chrono::seconds{1};
        o.idle_timeout = std::chrono::seconds{2};
        o.write_timeout = std::chrono::seconds{2};
        return o;
    }
    static http::Response echo(http::Request& r) {
        std::string out =
            "pad=" + r.path + "\nadres=" + r.remote_address + "\nveilig=" + (r.secure ? "ja" : "nee") + "\n";
        for (auto const& [name, value] : r.query) out += "vraag " + name + "=" + value + "\n";
        for (auto const& [name, value] : r.form) out += "veld " + name + "=" + value + "\n";
        for (auto const& u : r.uploads)
            out += "bestand " + u.field + " " + u.filename + " " + std::to_string(u.size) + "\n";
        if (r.path == "/groot") out.append(200'000, 'x');
        return http::text(200, out);
    }
};

inline int status_of(std::string const& answer) { return answer.size() > 12 ? std::atoi(answer.c_str() + 9) : 0; }
}
