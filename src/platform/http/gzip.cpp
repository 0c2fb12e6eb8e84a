#include "platform/http/gzip.h"

#include "kernel/check.h"
#include "platform/http/random.h"
#include "platform/http/target.h"

#include <algorithm>
#include <zlib.h>

namespace http {
namespace {

/// One compressor a thread: setting one up costs more than a small page.
class Deflater {
public:
    Deflater() {
        constexpr int fast = 1, window_with_gzip_header = 15 + 16, memory_level = 8;
        check(deflateInit2(&stream_, fast, Z_DEFLATED, window_with_gzip_header, memory_level, Z_DEFAULT_STRATEGY)
              == Z_OK);
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(Deflater const&) = delete;
    Deflater& operator=(Deflater const&) = delete;

    std::string run(std::string_view text) {
        check(deflateReset(&stream_) == Z_OK);
        // Who can make a page repeat a guess at a secret on it can read the secret from the answer's length (BREACH).
        // A file name of random length in the gzip header blurs that length; clients ignore it.
        std::string filler(1 + random_bits() % 64, 'x');
        gz_header header{};
        header.os = 255;
        header.name = reinterpret_cast<Bytef*>(filler.data());
        check(deflateSetHeader(&stream_, &header) == Z_OK);
        std::string out;
        out.resize(deflateBound(&stream_, text.size()) + filler.size());
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        check(deflate(&stream_, Z_FINISH) == Z_STREAM_END);
        out.erase(out.size() - stream_.avail_out);
        return out;
    }

private:
    z_stream stream_{};
};

std::string_view essence_of(std::string_view content_type) {
    return trim(content_type.substr(0, content_type.find(';')));
}
}

bool accepts_gzip(std::string_view accept_encoding) {
    bool any = false;
    while (!accept_encoding.empty()) {
        auto const piece = accept_encoding.substr(0, accept_encoding.find(','));
        accept_encoding.remove_prefix(std::min(piece.size() + 1, accept_encoding.size()));
        auto const coding = trim(piece.substr(0, piece.find(';')));
        auto const weight = piece.find("q=");
        auto const value = weight == std::string_view::npos ? std::string_view{"1"} : trim(piece.substr(weight + 2));
        bool const refused = value.find_first_not_of("0.") == std::string_view::npos;
        if (equal_ignoring_case(coding, "gzip")) return !refused;
        if (coding == "*") any = !refused;
    }
    return any;
}

bool is_compressible(std::string_view content_type) {
    auto const type = lower_ascii(essence_of(content_type));
    if (type == "text/event-stream") return false;
    return type.starts_with("text/") || type == "application/json" || type == "application/javascript"
           || type == "application/xml" || type == "image/svg+xml" || type.ends_with("+json") || type.ends_with("+xml");
}

std::string gzip(std::string_view text) {
    thread_local Deflater deflater;
    return deflater.run(text);
}
}
