#include "bench/client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

Client::Client(unsigned short port, std::string cookie) : port_{port}, cookie_{std::move(cookie)} {}
Client::~Client() {
    if (socket_ >= 0) ::close(socket_);
}

bool Client::connect() {
    if (socket_ >= 0) return true;
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port_);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int const on = 1;
    timeval const wait{30, 0};
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0) return true;
    ::close(socket_);
    socket_ = -1;
    return false;
}

Client::Answer Client::get(std::string_view path) {
    return ask(fmt::format("GET {} HTTP/1.1\r\nHost: localhost\r\nCookie: meedoen={}\r\n\r\n", path, cookie_));
}

Client::Answer Client::post(std::string_view path, std::string_view form) {
    return ask(fmt::format("POST {} HTTP/1.1\r\nHost: localhost\r\nCookie: meedoen={}\r\nContent-Type: "
                           "application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{}",
                           path, cookie_, form.size(), form));
}

Client::Answer Client::ask(std::string const& request) {
    if (!connect()
        || ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return {};
    buffer_.clear();
    std::size_t head = std::string::npos, want = 0;
    char chunk[65536];
    while (head == std::string::npos || buffer_.size() < head + want) {
        auto const got = ::recv(socket_, chunk, sizeof chunk, 0);
        if (got <= 0) {
            ::close(socket_);
            socket_ = -1;
            return {};
        }
        buffer_.append(chunk, static_cast<std::size_t>(got));
        if (head != std::string::npos) continue;
        auto const end = buffer_.find("\r\n\r\n");
        if (end == std::string::npos) continue;
        head = end + 4;
        auto const field = buffer_.find("Content-Length: ");
        if (field != std::string::npos && field < end)
            want = static_cast<std::size_t>(std::atoll(buffer_.c_str() + field + 16));
    }
    Answer answer{buffer_.size() > 12 ? std::atoi(buffer_.c_str() + 9) : 0, buffer_.substr(head)};
    return answer;
}
}
