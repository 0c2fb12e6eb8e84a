#pragma once
#include "platform/http/http.h"

namespace http {

/// What the request asked of the form of its answer.
struct Asked {
    bool without_body{};   // HEAD
    bool http_1_0{};
    bool keep_alive{};
    bool gzip{};
    std::string request_id;
};
/// An answer as bytes. `head` ends with the empty line; a small body is behind it already.
struct Outgoing {
    std::string head, body;
    bool keep_alive{};
    std::string topic;   // not empty: go on as a stream of events
};
/// Compresses where that helps and writes the head. A header that would break the protocol is a Bug.
Outgoing render(Response&& response, Asked const& asked);

/// One event in text/event-stream form. A line end in the name is a Bug; in the data it is a line of its own.
std::string event_text(std::string_view event, std::string_view data);
}
