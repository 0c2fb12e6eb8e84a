#include "platform/http/support_test.h"

#include "platform/http/target.h"

#include <arpa/inet.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <poll.h>
#include <sstream>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace http_test {

std::string_view Answer::header(std::string_view name) const {
    for (auto const& [key, value] : headers)
        if (key == name) return value;
    return {};
}

Client::Client(unsigned short port, Security security) : socket_{::socket(AF_INET, SOCK_STREAM, 0)} {
    timeval const patience{20, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
    if (security == Security::plain || socket_ < 0) return;
    context_ = SSL_CTX_new(TLS_client_method());
    tls_ = SSL_new(context_);
    SSL_set_fd(tls_, socket_);
    if (SSL_connect(tls_) != 1) {
        ::close(socket_);
        socket_ = -1;
    }
}

Client::~Client() {
    if (tls_) SSL_free(tls_);
    if (context_) SSL_CTX_free(context_);
    if (socket_ >= 0) ::close(socket_);
}

std::size_t Client::send(std::string_view bytes) {
    std::size_t sent = 0;
    while (socket_ >= 0 && sent < bytes.size()) {
        auto const left = bytes.size() - sent;
        auto const n = tls_ ? SSL_write(tls_, bytes.data() + sent, static_cast<int>(left))
                            : ::send(socket_, bytes.data() + sent, left, MSG_NOSIGNAL);
        if (n <= 0) break;
        sent += static_cast<std::size_t>(n);
    }
    return sent;
}

std::size_t Client::flood(std::string_view piece, std::size_t total) {
    std::size_t sent = 0;
    while (sent < total) {
        auto const n = send(piece);
        sent += n;
        if (n < piece.size()) break;
    }
    return sent;
}

void Client::finish_sending() { shutdown(socket_, SHUT_WR); }

std::size_t Client::receive(char* into, std::size_t size) {
    if (socket_ < 0) return 0;
    auto const n = tls_ ? SSL_read(tls_, into, static_cast<int>(size)) : recv(socket_, into, size, 0);
    return n > 0 ? static_cast<std::size_t>(n) : 0;
}

std::string Client::read_to(std::string_view mark) {
    char piece[16 * 1024];
    while (pending_.find(mark) == std::string::npos) {
        auto const n = receive(piece, sizeof piece);
        if (n == 0) return std::exchange(pending_, {});
        pending_.append(piece, n);
    }
    auto const end = pending_.find(mark) + mark.size();
    auto const out = pending_.substr(0, end);
    pending_.erase(0, end);
    return out;
}

std::string Client::read_rest() {
    char piece[16 * 1024];
    while (auto const n = receive(piece, sizeof piece)) pending_.append(piece, n);
    return std::exchange(pending_, {});
}

bool Client::has_input_within(int milliseconds) {
    pollfd look{socket_, POLLIN, 0};
    return !pending_.empty() || poll(&look, 1, milliseconds) > 0;
}

Answer Client::read_answer(std::string_view method) {
    Answer answer;
    std::istringstream head{read_to("\r\n\r\n")};
    std::string line;
    std::getline(head, line);
    if (!line.starts_with("HTTP/1.1 ")) return answer;
    answer.status = std::stoi(line.substr(9, 3));
    while (std::getline(head, line) && line != "\r") {
        auto const colon = line.find(':');
        answer.headers.emplace_back(http::lower_ascii(line.substr(0, colon)),
                                    line.substr(colon + 2, line.size() - colon - 3));
    }
    if (answer.status == 100) return read_answer(method);
    auto const length = answer.header("content-length");
    if (method == "HEAD" || length.empty()) return answer;
    auto const size = static_cast<std::size_t>(std::stoul(std::string{length}));
    char piece[16 * 1024];
    while (pending_.size() < size) {
        auto const n = receive(piece, sizeof piece);
        if (n == 0) break;
        pending_.append(piece, n);
    }
    answer.body = pending_.substr(0, size);
    pending_.erase(0, answer.body.size());
    return answer;
}

Answer Client::get(std::string const& target, std::string const& more_headers) {
    send("GET " + target + " HTTP/1.1\r\nHost: x\r\n" + more_headers + "\r\n");
    return read_answer();
}

Answer Client::post(std::string const& target, std::string const& type, std::string const& body) {
    send(fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nContent-Type: {}\r\nContent-Length: {}\r\n\r\n", target, type,
                     body.size()));
    send(body);
    return read_answer();
}

TestServer::TestServer(http::Options options) {
    options.port = 0;
    server_ = std::make_unique<http::Server>(
        options, [this](http::Request& request) { return respond(request); },
        [](http::Method, std::string_view path) {
            return http::RouteLimits{path == "/upload" ? std::uint64_t{64} << 20 : path == "/ten" ? 10U : 1U << 20};
        },
        [](int status) { return http::text(status, "fout " + std::to_string(status)); });
    port_ = server_->start();
}

TestServer::~TestServer() { server_->stop(std::chrono::seconds{20}); }

http::Request TestServer::last() const {
    std::lock_guard const lock{mutex_};
    return last_;
}

http::Response TestServer::respond(http::Request& request) {
    ++handled;
    std::string out = request.path + "\n";
    for (auto const& [name, value] : request.query) out += fmt::format("query {}={}\n", name, value);
    for (auto const& [name, value] : request.form) out += fmt::format("form {}={}\n", name, value);
    for (auto const& file : request.uploads) {
        std::ifstream in{file.path, std::ios::binary};
        std::string const content{std::istreambuf_iterator<char>{in}, {}};
        auto const same = static_cast<std::size_t>(std::ranges::count(content, content.empty() ? 'x' : content[0]));
        out += fmt::format("file {} {} {} {} {}\n", file.field, file.filename, file.content_type, file.size,
                           content.size() == file.size && (content.size() < 100 || same == content.size())
                               ? content.substr(0, 20) : "BROKEN");
    }
    if (!request.body.empty()) out += fmt::format("body {}\n", request.body.size());
    {
        std::lock_guard const lock{mutex_};
        last_ = request;
    }
    if (request.path == "/throw") throw std::runtime_error{"secret"};
    if (request.path == "/wait") released_.wait();
    auto answer = http::text(200, out);
    if (request.path == "/big") answer.body = std::string(300'000, 'a');
    if (request.path == "/bad-header") answer.headers.emplace_back("X-Torn", "a\r\nSet-Cookie: b");
    if (request.path.starts_with("/events/")) {
        answer.event_topic = request.path.substr(8);
        answer.body = "retry: 1000\n\n";
    }
    return answer;
}

bool eventually(std::function<bool()> const& holds) {
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!holds()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    return true;
}

std::size_t memory_kib() {
    std::ifstream in{"/proc/self/status"};
    for (std::string word; in >> word;)
        if (word == "VmRSS:") {
            std::size_t kib = 0;
            in >> kib;
            return kib;
        }
    return 0;
}

std::size_t open_descriptors() {
    std::filesystem::directory_iterator const entries{"/proc/self/fd"};
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}
}
