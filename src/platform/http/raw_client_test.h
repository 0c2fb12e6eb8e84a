#pragma once
#include "platform/http/http.h"

#include <arpa/inet.h>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
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
    /// Sends `piece` over and over, up to `total` bytes or until the other side does not take more.
    std::size_t flood(std::string_view piece, std::size_t total) {
        std::size_t sent = 0;
        while (sent < total && send(piece)) sent += piece.size();
        return sent;
    }
    /// Sends no more, but still listens.
    void finish_sending() { ::shutdown(socket_, SHUT_WR); }
    bool has_input_within(std::chrono::milliseconds wait) {
        pollfd look{socket_, POLLIN, 0};
        return !buffer_.empty() || ::poll(&look, 1, static_cast<int>(wait.count())) > 0;
    }
    /// What came up to and with this text, taken off; all that came when the connection ended before it.
    std::string take_until(std::string_view text) {
        until(text);
        auto const at = buffer_.find(text);
        auto const out = buffer_.substr(0, at == std::string::npos ? at : at + text.size());
        buffer_.erase(0, out.size());
        return out;
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

/// Whether `holds` becomes true, looked at again and again for at most 20 seconds.
template <class Holds> bool eventually(Holds holds) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

inline std::int64_t resident_kib() {
    std::ifstream in{"/proc/self/status"};
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("VmRSS:")) return std::atoll(line.c_str() + 6);
    return 0;
}

inline std::size_t open_descriptors() {
    std::filesystem::directory_iterator const entries{"/proc/self/fd"};
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

inline int status_of(std::string const& answer) { return answer.size() > 12 ? std::atoi(answer.c_str() + 9) : 0; }
}
