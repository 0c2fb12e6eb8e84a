#include "platform/http/request_reader.h"

#include <cstdint>
#include <cstdlib>

/// The first byte says in pieces of which size the rest arrives. However it is cut, whatever is accepted keeps its
/// shape.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size == 0) return 0;
    using State = http::RequestReader::State;
    http::ReadingRules const rules{[](http::Method, std::string_view) { return http::RouteLimits{4096}; }, 4096,
                                   "/dev/shm"};
    http::RequestReader reader{rules};
    std::string_view const text{reinterpret_cast<char const*>(bytes) + 1, size - 1};
    std::size_t const piece = 1 + bytes[0] % 64U;
    std::string waiting;
    auto const reads = [&] { return reader.state() == State::header || reader.state() == State::body; };
    for (std::size_t at = 0; at < text.size() && reads(); at += piece) {
        waiting += text.substr(at, piece);
        while (!waiting.empty() && reads()) {
            auto const used = reader.take(waiting);
            if (used > waiting.size()) std::abort();
            waiting.erase(0, used);
            if (used == 0) break;
        }
    }
    if (reader.state() == State::refused && reader.refusal() < 400) std::abort();
    if (reader.state() != State::complete) return 0;
    auto const& request = reader.request();
    if (!request.path.starts_with('/') || request.path.find("/../") != std::string::npos) std::abort();
    if (request.body.size() > 4096) std::abort();
    for (auto const& [name, value] : request.headers)
        if (value.find_first_of("\r\n") != std::string::npos) std::abort();
    return 0;
}
