#include "platform/http/answer.h"

#include "kernel/check.h"
#include "platform/http/gzip.h"
#include "platform/http/target.h"

#include <algorithm>
#include <chrono>
#include <fmt/core.h>

namespace http {
namespace {
constexpr std::size_t least_to_compress = 1024, joined_with_head = 16 * 1024;

std::string_view reason_of(int status) {
    constexpr std::pair<int, std::string_view> reasons[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {507, "Insufficient Storage"},
    };
    auto const* found = std::ranges::find(reasons, status, &std::pair<int, std::string_view>::first);
    return found == std::end(reasons) ? std::string_view{} : found->second;
}

/// The Date header, made anew once a second.
std::string const& date_line() {
    thread_local std::chrono::sys_seconds made_for{};
    thread_local std::string line;
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (now == made_for) return line;
    constexpr std::string_view days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const day = std::chrono::floor<std::chrono::days>(now);
    std::chrono::year_month_day const ymd{day};
    std::chrono::hh_mm_ss const time{now - day};
    line =
        fmt::format("Date: {}, {:02} {} {:04} {:02}:{:02}:{:02} GMT\r\n", days[std::chrono::weekday{day}.c_encoding()],
                    static_cast<unsigned>(ymd.day()), months[static_cast<unsigned>(ymd.month()) - 1],
                    static_cast<int>(ymd.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
    made_for = now;
    return line;
}

bool is_token(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
    });
}

void append_header(std::string& head, std::string_view name, std::string_view value) {
    check(is_token(name) && value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string_view::npos);
    head.append(name).append(": ").append(value).append("\r\n");
}

std::string* find_header(Response& response, std::string_view name) {
    for (auto& [key, value] : response.headers)
        if (equal_ignoring_case(key, name)) return &value;
    return nullptr;
}

bool carries_body(int status) { return status >= 200 && status != 204 && status != 304; }

/// Shared caches must keep the two forms apart, also when this answer happens to be too small to compress.
void compress(Response& response, Asked const& asked) {
    if (!is_compressible(response.content_type) || find_header(response, "content-encoding")) return;
    if (auto* const vary = find_header(response, "vary")) {
        if (lower_ascii(*vary).find("accept-encoding") == std::string::npos) *vary += ", Accept-Encoding";
    } else {
        response.header("Vary", "Accept-Encoding");
    }
    if (!asked.gzip || response.status == 206 || response.body.size() <= least_to_compress) return;
    response.body = gzip(response.body);
    response.header("Content-Encoding", "gzip");
}
}

Outgoing render(Response&& response, Asked const& asked) {
    bool const stream = !response.event_topic.empty();
    bool const with_body = carries_body(response.status);
    if (stream) response.content_type = "text/event-stream";
    if (with_body && !stream) compress(response, asked);
    Outgoing out;
    // A stream ends when the connection does; nothing else marks its end.
    out.keep_alive = asked.keep_alive && !stream;
    out.head.reserve(512 + (response.body.size() <= joined_with_head ? response.body.size() : 0));
    out.head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
    out.head += date_line();
    if (!asked.request_id.empty()) append_header(out.head, "X-Request-Id", asked.request_id);
    if (with_body) append_header(out.head, "Content-Type", response.content_type);
    if (with_body && !stream) append_header(out.head, "Content-Length", fmt::format("{}", response.body.size()));
    if (!out.keep_alive)
        append_header(out.head, "Connection", "close");
    else if (asked.http_1_0)
        append_header(out.head, "Connection", "keep-alive");
    if (stream) append_header(out.head, "Cache-Control", "no-store");
    for (auto const& [name, value] : response.headers) append_header(out.head, name, value);
    out.head += "\r\n";
    if (asked.without_body || !with_body) return out;
    out.topic = std::move(response.event_topic);
    if (response.body.size() <= joined_with_head)
        out.head += response.body;
    else
        out.body = std::move(response.body);
    return out;
}

std::string event_text(std::string_view event, std::string_view data) {
    check(event.find_first_of("\r\n") == std::string_view::npos);
    std::string out;
    if (!event.empty()) out.append("event: ").append(event).append("\n");
    while (true) {
        auto const end = data.find_first_of("\r\n");
        out.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == std::string_view::npos) break;
        data.remove_prefix(end + (data.substr(end).starts_with("\r\n") ? 2 : 1));
    }
    return out + "\n";
}
}
