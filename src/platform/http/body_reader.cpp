#include "platform/http/body_reader.h"

namespace http {
namespace {
/// What is not a file is kept in memory, so a route that takes large files must not open this door as wide.
constexpr std::size_t most_in_memory = 16 * 1024 * 1024;

int status_of(Multipart::Refusal refusal) {
    using enum Multipart::Refusal;
    switch (refusal) {
    case bad_boundary:
    case bad_part_header:
    case no_name:
    case not_text:
    case torn: return 400;
    case too_many_parts:
    case too_much_text: return 413;
    case no_disk: return 503;
    }
    return 400;
}
}

BodyReader::BodyReader(Request& request, std::filesystem::path const& upload_dir) : request_{request} {
    auto const type = request.header("content-type");
    auto const essence = trim(type.substr(0, type.find(';')));
    if (equal_ignoring_case(essence, "application/x-www-form-urlencoded")) kind_ = Kind::urlencoded;
    if (!equal_ignoring_case(essence, "multipart/form-data")) return;
    auto const boundary = Multipart::boundary_of(type);
    kind_ = boundary ? Kind::multipart : Kind::unreadable;
    if (boundary) multipart_.emplace(*boundary, upload_dir);
}

std::optional<int> BodyReader::take(std::string_view bytes) {
    if (kind_ == Kind::unreadable) return 400;
    if (kind_ == Kind::multipart) {
        auto const refused = multipart_->take(bytes);
        return refused ? std::optional{status_of(*refused)} : std::nullopt;
    }
    if (request_.body.size() + bytes.size() > most_in_memory) return 413;
    request_.body += bytes;
    return std::nullopt;
}

std::optional<int> BodyReader::finish() {
    if (kind_ == Kind::unreadable) return 400;
    if (kind_ == Kind::multipart) {
        auto content = multipart_->finish();
        if (!content) return status_of(content.error());
        request_.form = std::move(content->form);
        request_.uploads = std::move(content->uploads);
        files_ = std::move(content->files);
        multipart_.reset();
    }
    if (kind_ == Kind::urlencoded) {
        auto form = parse_urlencoded(request_.body);
        if (!form) return form.error() == FormRefusal::too_many ? 413 : 400;
        request_.form = std::move(*form);
        std::string{}.swap(request_.body);
    }
    return std::nullopt;
}
}
