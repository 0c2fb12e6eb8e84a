#pragma once
#include "platform/http/http.h"

#include <atomic>
#include <future>
#include <gtest/gtest.h>
#include <latch>
#include <openssl/ssl.h>

/// What the tests of this folder share: a server on a free loopback port and a client that can misbehave.
namespace http_test {

struct Answer {
    int status = 0;                                                  // 0: the connection ended without an answer
    std::vector<std::pair<std::string, std::string>> headers;        // names lower case
    std::string body;
    std::string_view header(std::string_view name) const;
};

/// One connection. Reading waits at most 20 seconds, far more than any server here may take.
class Client {
public:
    enum class Security { plain, tls };
    explicit Client(unsigned short port, Security security = Security::plain);
    ~Client();
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    /// As much as the server takes; returns how many bytes that was.
    std::size_t send(std::string_view bytes);
    /// Sends `piece` over and over up to `total` bytes, or until the server does not take more.
    std::size_t flood(std::string_view piece, std::size_t total);
    void finish_sending();
    Answer read_answer(std::string_view method = "GET");
    /// Up to and with `mark`; what came before the end of the connection when it never does.
    std::string read_to(std::string_view mark);
    std::string read_rest();
    bool has_input_within(int milliseconds);
    Answer get(std::string const& target, std::string const& more_headers = "");
    Answer post(std::string const& target, std::string const& type, std::string const& body);

private:
    std::size_t receive(char* into, std::size_t size);
    int socket_ = -1;
    SSL_CTX* context_ = nullptr;
    SSL* tls_ = nullptr;
    std::string pending_;
};

/// A server whose pages show what it understood. Routes: /echo, /big, /wait (until `release`), /events/{topic}, /throw,
/// /bad-header; /upload takes 64 MiB, /ten ten bytes, everything else 1 MiB.
class TestServer {
public:
    explicit TestServer(http::Options options = {});
    ~TestServer();
    unsigned short port() const { return port_; }
    http::Server& operator*() { return *server_; }
    http::Server* operator->() { return server_.get(); }
    void release() { release_.set_value(); }
    std::atomic<int> handled{0};
    /// The last request that reached a handler, without its files.
    http::Request last() const;

private:
    http::Response respond(http::Request& request);
    mutable std::mutex mutex_;
    http::Request last_;
    std::promise<void> release_;
    std::shared_future<void> released_ = release_.get_future().share();
    std::unique_ptr<http::Server> server_;
    unsigned short port_ = 0;
};

/// Whether `holds` becomes true, looked at again and again for at most 20 seconds.
bool eventually(std::function<bool()> const& holds);
std::size_t memory_kib();            // resident now
std::size_t open_descriptors();
}
