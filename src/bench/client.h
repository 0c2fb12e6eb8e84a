#pragma once
#include <string>
#include <string_view>

namespace bench {
/// A tiny HTTP/1.1 client over one kept-alive loopback connection; blocking.
class Client {
public:
    Client(unsigned short port, std::string cookie);
    ~Client();
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;
    struct Answer {
        int status = 0;
        std::string body;
    };   // status 0: the connection broke
    Answer get(std::string_view path);
    Answer post(std::string_view path, std::string_view form);

private:
    Answer ask(std::string const& request);
    bool connect();
    unsigned short port_;
    std::string cookie_, buffer_;
    int socket_ = -1;
};
}
