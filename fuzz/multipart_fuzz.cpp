#include "platform/http/multipart.h"

#include <cstdint>
#include <cstdlib>

/// The first byte says in pieces of which size the rest arrives. However it is cut, the outcome must be the same.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const text{reinterpret_cast<char const*>(bytes) + 1, size - 1};
    auto const read = [&](std::size_t piece) -> Result<http::Multipart::Content, http::Multipart::Refusal> {
        http::Multipart form{"grens", "/dev/shm", {20, 3, 500, 2000}};
        for (std::size_t at = 0; at < text.size(); at += piece)
            if (auto const refused = form.take(text.substr(at, piece))) return unexpected{*refused};
        return form.finish();
    };
    auto const whole = read(std::max<std::size_t>(text.size(), 1)), cut = read(1 + bytes[0] % 64U);
    if (whole.has_value() != cut.has_value()) std::abort();
    if (!whole) return 0;
    if (whole->form != cut->form || whole->uploads.size() != cut->uploads.size()) std::abort();
    for (std::size_t i = 0; i < whole->uploads.size(); ++i)
        if (whole->uploads[i].size != cut->uploads[i].size || whole->uploads[i].filename != cut->uploads[i].filename)
            std::abort();
    return 0;
}
