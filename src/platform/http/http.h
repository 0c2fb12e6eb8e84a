#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTTP/1.1 server on Boost.Beast; no Boost in this header. Handlers are plain blocking functions on a worker pool.
namespace http {

enum class Method { get, head, post, put, del, other };

/// A file that came with a multipart form; `path` is a temporary file that goes away with the request.
struct Upload {
    std::string field, filename, content_type;
    std::filesystem::path path;
    std::uint64_t size{};
};

struct Request {
    Method method{};
    std::string path;   // decoded, normalised; always starts with '/'
    std::string raw_query;
    std::vector<std::pair<std::string, std::string>> query;     // decoded, in order, repeats kept
    std::vector<std::pair<std::string, std::string>> form;      // urlencoded or multipart text fields
    std::vector<std::pair<std::string, std::string>> headers;   // names lower case
    std::vector<std::pair<std::string, std::string>> params;    // {name} parts of the route's pattern
    std::vector<Upload> uploads;
    std::string body;             // for other content types (JSON)
    std::string remote_address;   // of the peer; X-Forwarded-For only from a trusted proxy (Options::trusted_proxies)
    bool secure{};                // TLS here or at the trusted proxy
    std::string id;               // request id, also in the answer and the log

    /// The first value, or empty. Names are exact.
    std::string_view query_value(std::string_view name) const;
    std::string_view form_value(std::string_view name) const;
    std::vector<std::string_view> form_values(std::string_view name) const;
    bool has_form(std::string_view name) const;
    std::string_view header(std::string_view lower_case_name) const;
    std::string_view cookie(std::string_view name) const;
    std::string_view param(std::string_view name) const;
    Upload const* upload(std::string_view field) const;
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;   // a CR or LF in a value is a Bug
    /// When set, the connection becomes a stream of server-sent events of this topic and `body` is sent first.
    std::string event_topic;

    Response& header(std::string name, std::string value);
};
Response see_other(std::string location);   // 303; only a path of our own ('/x', not '//x')
Response text(int status, std::string body);
Response download(std::string content_type, std::string filename, std::string body);   // attachment; filename made safe

struct RouteLimits {
    std::uint64_t max_body = 1 << 20;
};   // bytes; larger answers 413 with a page

struct Options {
    std::string address = "127.0.0.1";
    unsigned short port = 0;                // 0: any free one
    std::string tls_certificate, tls_key;   // PEM files; empty: plain HTTP
    int io_threads = 1, workers = 8;
    int max_connections = 10'000, max_queue = 2'000;   // above: 503 with Retry-After
    std::uint64_t max_header = 16 * 1024;
    std::chrono::seconds read_timeout{15}, idle_timeout{75}, write_timeout{30};
    std::chrono::seconds drain_timeout{
        60};                              // how long the rest of a refused upload is read, so that the answer is seen
    std::chrono::seconds heartbeat{15};   // a comment on quiet event streams, so that nothing in between closes them
    std::vector<std::string> trusted_proxies;   // addresses whose X-Forwarded-For counts
    std::filesystem::path upload_dir;           // temporary files; empty: the system's
};

/// What the application does with a request. Called on a worker; must not throw (App turns exceptions into a 500 page).
using Handler = std::function<Response(Request&)>;
/// Asked on the I/O thread after the header, before the body is read: how large may it be? Must be quick and not block.
using LimitFor = std::function<RouteLimits(Method, std::string_view path)>;
/// Makes the answer for what the transport itself refuses: 400, 408, 413, 414, 431, 501, 503.
using ErrorPage = std::function<Response(int status)>;

class Server {
public:
    Server(Options options, Handler handler, LimitFor limit_for, ErrorPage error_page);
    ~Server();
    /// Binds and starts; throws std::system_error when the address is taken. Returns the port.
    unsigned short start();
    /// Stops accepting, lets running requests finish (at most `grace`), closes the rest.
    void stop(std::chrono::seconds grace);
    /// Sends one server-sent event to all streams of `topic`. Thread-safe; slow readers are dropped.
    void publish(std::string_view topic, std::string_view event, std::string_view data);
    struct Numbers {
        std::uint64_t requests{}, refused{};
        int connections{}, queued{};
    };
    Numbers numbers() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

std::string url_encode(std::string_view text);   // for a query value or one path part
}
