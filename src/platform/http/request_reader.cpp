#include "platform/http/request_reader.h"

#include "platform/http/asio.h"
#include "platform/http/body_reader.h"
#include "platform/http/target.h"

#include <boost/beast/http/basic_parser.hpp>

namespace http {
namespace {
namespace beast = boost::beast;
namespace bh = boost::beast::http;
using Error = beast::error_code;

constexpr std::size_t longest_target = 8 * 1024;
/// Bytes of framing (chunk sizes, extensions) that a body may cost: clients send a few in every thousand.
constexpr std::uint64_t free_framing = 64 * 1024, framing_per_byte = 8;

Method method_of(bh::verb verb) {
    if (verb == bh::verb::get) return Method::get;
    if (verb == bh::verb::head) return Method::head;
    if (verb == bh::verb::post) return Method::post;
    if (verb == bh::verb::put) return Method::put;
    if (verb == bh::verb::delete_) return Method::del;
    return Method::other;
}

std::string_view view_of(beast::string_view text) { return {text.data(), text.size()}; }

/// Header values may be Latin-1 by an old rule. No database takes them so; none that we act upon holds such bytes.
std::string clean_value(std::string_view value) {
    std::string out{value};
    if (!is_clean_text(value))
        for (char& c : out)
            if (static_cast<unsigned char>(c) >= 0x80 || c == 0) c = '?';
    return out;
}
}

/// Beast calls us for each part it has recognised. To refuse, we note the status and hand it an error of its own.
struct RequestReader::Parser final : bh::basic_parser<true> {
    explicit Parser(ReadingRules const& with) : rules{with} {
        eager(true);
        header_limit(static_cast<std::uint32_t>(rules.max_header));
        body_limit(boost::none);
    }

    ReadingRules const& rules;
    Request request;
    std::optional<BodyReader> body;
    std::string authority;
    int refused = 0;
    int hosts = 0;
    bool http_1_0{}, expects_continue{}, has_request_line{}, has_transfer_encoding{}, header_done{};
    std::uint64_t header_bytes = 0, wire_bytes = 0, body_bytes = 0;

    void refuse(int status, Error& ec) {
        refused = status;
        ec = bh::error::bad_value;
    }

    void on_request_impl(bh::verb verb, beast::string_view, beast::string_view target, int version,
                         Error& ec) override {
        has_request_line = true;
        http_1_0 = version < 11;
        request.method = method_of(verb);
        if (target.size() > longest_target) return refuse(414, ec);
        auto parsed = http::parse_target(view_of(target));
        if (!parsed) return refuse(400, ec);
        request.path = std::move(parsed->path);
        request.raw_query = std::move(parsed->raw_query);
        request.query = std::move(parsed->query);
        authority = std::move(parsed->authority);
    }

    void on_response_impl(int, beast::string_view, int, Error& ec) override { refuse(400, ec); }

    void on_field_impl(bh::field field, beast::string_view name, beast::string_view value, Error& ec) override {
        // Fields behind a chunked body come after we decided who this is; they must not change it.
        if (header_done) return;
        if (field == bh::field::host) ++hosts;
        if (field == bh::field::expect) {
            expects_continue = equal_ignoring_case(view_of(value), "100-continue");
            if (!expects_continue) return refuse(417, ec);
        }
        if (field == bh::field::transfer_encoding) {
            has_transfer_encoding = true;
            if (!equal_ignoring_case(view_of(value), "chunked")) return refuse(501, ec);
        }
        bool const authority_wins = field == bh::field::host && !authority.empty();
        request.headers.emplace_back(lower_ascii(view_of(name)),
                                     authority_wins ? authority : clean_value(view_of(value)));
    }

    void on_header_impl(Error& ec) override {
        header_done = true;
        bool const host_fits = hosts == 1 || (http_1_0 && hosts == 0);
        // HTTP/1.0 knows no chunks: who sends them there tries to make two servers read two different requests.
        if (!host_fits || (http_1_0 && has_transfer_encoding)) return refuse(400, ec);
        auto const limit = rules.limit_for(request.method, request.path).max_body;
        if (content_length() && *content_length() > limit) return refuse(413, ec);
        body_limit(limit);
        body.emplace(request, rules.upload_dir);
        if (http_1_0) expects_continue = false;
    }

    void on_body_init_impl(boost::optional<std::uint64_t> const&, Error&) override {}

    std::size_t on_body_impl(beast::string_view bytes, Error& ec) override {
        body_bytes += bytes.size();
        if (auto const status = body->take(view_of(bytes))) refuse(*status, ec);
        return bytes.size();
    }

    void on_chunk_header_impl(std::uint64_t, beast::string_view, Error&) override {}

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view bytes, Error& ec) override {
        return on_body_impl(bytes, ec);
    }

    void on_finish_impl(Error& ec) override {
        // A request without a body has none to be torn.
        if (body_bytes == 0) return;
        if (auto const status = body->finish()) refuse(*status, ec);
    }

    int status_of(Error const& ec) const {
        if (refused != 0) return refused;
        if (ec == bh::error::header_limit) return has_request_line ? 431 : 414;
        if (ec == bh::error::body_limit) return 413;
        return 400;
    }

    /// Beast limits the header a piece at a time; this limits it as a whole, and the framing of the body too.
    void limit_totals(std::size_t used, std::size_t left) {
        (header_done ? wire_bytes : header_bytes) += used;
        if (refused != 0) return;
        if (!header_done && header_bytes + left >= rules.max_header) refused = has_request_line ? 431 : 414;
        if (wire_bytes > free_framing + framing_per_byte * body_bytes) refused = 400;
    }
};

RequestReader::RequestReader(ReadingRules const& rules) : parser_{std::make_unique<Parser>(rules)} {}
RequestReader::~RequestReader() = default;

std::size_t RequestReader::take(std::string_view bytes) {
    if (bytes.empty()) return 0;
    Error ec;
    auto const used = parser_->put(boost::asio::const_buffer{bytes.data(), bytes.size()}, ec);
    if (ec && ec != bh::error::need_more) parser_->refused = parser_->status_of(ec);
    parser_->limit_totals(used, bytes.size() - used);
    return used;
}

RequestReader::State RequestReader::state() const {
    if (parser_->refused != 0) return State::refused;
    if (parser_->is_done()) return State::complete;
    return parser_->header_done ? State::body : State::header;
}

int RequestReader::refusal() const { return parser_->refused; }
bool RequestReader::keep_alive() const { return parser_->keep_alive(); }
bool RequestReader::is_http_1_0() const { return parser_->http_1_0; }
bool RequestReader::expects_continue() const { return parser_->expects_continue; }
Request& RequestReader::request() { return parser_->request; }
}
