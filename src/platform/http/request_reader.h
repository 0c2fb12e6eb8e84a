#pragma once
#include "platform/http/http.h"
#include "platform/http/upload_file.h"

#include <memory>

namespace http {

/// What reading needs to know of the server and of the connection.
struct ReadingRules {
    LimitFor limit_for;
    std::uint64_t max_header = 16 * 1024;
    std::filesystem::path upload_dir;
};

/// Turns bytes into one Request, without I/O but for uploaded files: a strict HTTP/1.1 parser (Boost.Beast) plus what
/// it leaves open. Its memory is bounded by the limits, whatever is sent.
class RequestReader {
public:
    explicit RequestReader(ReadingRules const& rules);
    ~RequestReader();
    RequestReader(RequestReader const&) = delete;
    RequestReader& operator=(RequestReader const&) = delete;

    enum class State { header, body, complete, refused };
    /// Reads from the front of `bytes`; returns how many are used up. The rest must be offered again, with more behind
    /// it, or belongs to the next request. Returning 0 in a state that still reads means: more bytes needed.
    std::size_t take(std::string_view bytes);
    State state() const;
    /// The status to answer a refused request with: 400, 413, 414, 417, 431, 501 or 503.
    int refusal() const;

    /// All below: once the header was read.
    bool keep_alive() const;
    bool is_http_1_0() const;
    bool expects_continue() const;
    Request& request();

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};
}
