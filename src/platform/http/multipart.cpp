#include "platform/http/multipart.h"

#include "platform/http/filename.h"

#include <algorithm>

namespace http {
namespace {

/// The text of a quoted string at the front of `rest`, taken off. Browsers escape only the quotation mark.
std::optional<std::string> take_quoted(std::string_view& rest) {
    std::string out;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        if (rest[i] == '"') {
            rest.remove_prefix(i + 1);
            return out;
        }
        if (rest[i] == '\\' && i + 1 < rest.size() && rest[i + 1] == '"') ++i;
        out += rest[i];
    }
    return std::nullopt;
}

/// Browsers write these three, and only these, as escapes in names.
std::string unescape_name(std::string text) {
    for (auto const& [escape, plain] : {std::pair{"%22", "\""}, {"%0D", "\r"}, {"%0A", "\n"}})
        for (std::size_t at = 0; (at = text.find(escape, at)) != std::string::npos; ++at) text.replace(at, 3, plain);
    return text;
}

/// The value of a line in a part's header; names in any case.
std::string_view line_value(std::string_view header, std::string_view name) {
    while (!header.empty()) {
        auto const line = header.substr(0, header.find("\r\n"));
        header.remove_prefix(std::min(line.size() + 2, header.size()));
        auto const colon = line.find(':');
        if (colon != std::string_view::npos && equal_ignoring_case(trim(line.substr(0, colon)), name))
            return trim(line.substr(colon + 1));
    }
    return {};
}
}

std::optional<std::string> header_parameter(std::string_view header, std::string_view name) {
    auto rest = header.substr(std::min(header.find(';'), header.size()));
    while (rest.starts_with(';')) {
        rest.remove_prefix(1);
        auto const key = trim(rest.substr(0, rest.find_first_of("=;")));
        rest.remove_prefix(std::min(rest.find_first_of("=;"), rest.size()));
        if (!rest.starts_with('=')) continue;
        rest = trim(rest.substr(1));
        std::string value;
        if (rest.starts_with('"')) {
            auto quoted = take_quoted(rest);
            if (!quoted) return std::nullopt;
            value = std::move(*quoted);
        } else {
            value = trim(rest.substr(0, rest.find(';')));
        }
        if (equal_ignoring_case(key, name)) return value;
        rest.remove_prefix(std::min(rest.find(';'), rest.size()));
    }
    return std::nullopt;
}

std::optional<std::string> Multipart::boundary_of(std::string_view content_type) {
    auto boundary = header_parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70) return std::nullopt;
    bool const printable = std::ranges::all_of(*boundary, [](char c) { return c >= 0x20 && c < 0x7F; });
    return printable && boundary->back() != ' ' ? boundary : std::nullopt;
}

Multipart::Multipart(std::string_view boundary, std::filesystem::path upload_dir, Limits limits)
    : delimiter_{"\r\n--" + std::string{boundary}}, upload_dir_{std::move(upload_dir)}, limits_{limits} {}

std::optional<Multipart::Refusal> Multipart::take(std::string_view bytes) {
    if (state_ == State::epilogue) return std::nullopt;   // what follows the closing boundary means nothing
    buffer_.erase(0, at_);
    at_ = 0;
    buffer_ += bytes;
    while (true) {
        auto const done = step();
        if (!done) return done.error();
        if (*done == Step::need_more) return std::nullopt;
    }
}

Result<Multipart::Content, Multipart::Refusal> Multipart::finish() {
    if (state_ != State::epilogue) return unexpected{Refusal::torn};
    return std::move(content_);
}

Result<Multipart::Step, Multipart::Refusal> Multipart::step() {
    switch (state_) {
    case State::preamble: return skip_preamble();
    case State::after_boundary: return read_after_boundary();
    case State::part_header: return read_part_header();
    case State::text:
    case State::file: return read_content();
    case State::epilogue: return Step::need_more;
    }
    return Step::need_more;
}

Result<Multipart::Step, Multipart::Refusal> Multipart::skip_preamble() {
    auto const found = buffer_.find(delimiter_, at_);
    if (found == std::string::npos) {
        // The end may hold the first half of a boundary.
        at_ = std::max(at_, buffer_.size() - std::min(buffer_.size(), delimiter_.size() - 1));
        return Step::need_more;
    }
    at_ = found + delimiter_.size();
    state_ = State::after_boundary;
    return Step::go_on;
}

Result<Multipart::Step, Multipart::Refusal> Multipart::read_after_boundary() {
    auto const rest = std::string_view{buffer_}.substr(at_);
    if (rest.size() < 2) return Step::need_more;
    at_ += 2;
    if (rest.starts_with("--")) {
        state_ = State::epilogue;
        return Step::go_on;
    }
    if (!rest.starts_with("\r\n")) return unexpected{Refusal::bad_boundary};
    state_ = State::part_header;
    return Step::go_on;
}

Result<Multipart::Step, Multipart::Refusal> Multipart::read_part_header() {
    auto const rest = std::string_view{buffer_}.substr(at_);
    auto const end = rest.find("\r\n\r\n");
    // While its end is not there, the last three bytes may be the beginning of that end.
    auto const length = std::min(end, rest.size() - std::min<std::size_t>(rest.size(), 3));
    if (length > limits_.part_header) return unexpected{Refusal::bad_part_header};
    if (end == std::string_view::npos) return Step::need_more;
    if (auto const refused = begin_part(rest.substr(0, end))) return unexpected{*refused};
    at_ += end + 4;
    return Step::go_on;
}

Result<Multipart::Step, Multipart::Refusal> Multipart::read_content() {
    // The delimiter begins with the line end before the boundary, which belongs to it and not to the content.
    auto const found = buffer_.find(delimiter_, at_);
    bool const whole = found != std::string::npos;
    auto const keep = std::min(buffer_.size() - at_, delimiter_.size() - 1);
    auto const end = whole ? found : buffer_.size() - keep;
    if (auto const refused = add_content(std::string_view{buffer_}.substr(at_, end - at_))) return unexpected{*refused};
    at_ = end;
    if (!whole) return Step::need_more;
    at_ += delimiter_.size();
    if (auto const refused = end_part()) return unexpected{*refused};
    state_ = State::after_boundary;
    return Step::go_on;
}

std::optional<Multipart::Refusal> Multipart::begin_part(std::string_view header) {
    auto const disposition = line_value(header, "content-disposition");
    if (!equal_ignoring_case(trim(disposition.substr(0, disposition.find(';'))), "form-data"))
        return Refusal::bad_part_header;
    auto name = header_parameter(disposition, "name");
    if (!name) return Refusal::no_name;
    name_ = unescape_name(std::move(*name));
    value_.clear();
    if (!is_clean_text(name_)) return Refusal::not_text;
    if (++parts_ > limits_.parts) return Refusal::too_many_parts;
    text_size_ += name_.size();
    if (text_size_ > limits_.text) return Refusal::too_much_text;

    auto const filename = header_parameter(disposition, "filename");
    state_ = filename ? State::file : State::text;
    if (!filename) return std::nullopt;
    if (content_.files.size() == limits_.files) return Refusal::too_many_parts;
    auto file = UploadFile::create(upload_dir_);
    if (!file) return Refusal::no_disk;
    auto const type = line_value(header, "content-type");
    bool const chosen = !filename->empty();
    content_.uploads.push_back({name_, chosen ? safe_filename(unescape_name(*filename)) : "",
                                is_clean_text(type) ? std::string{type} : "", file->path(), 0});
    content_.files.push_back(std::move(*file));
    return std::nullopt;
}

std::optional<Multipart::Refusal> Multipart::add_content(std::string_view bytes) {
    if (state_ == State::file) {
        content_.uploads.back().size += bytes.size();
        bool const written = content_.files.back().write(bytes) == UploadFile::Written::all;
        return written ? std::nullopt : std::optional{Refusal::no_disk};
    }
    text_size_ += bytes.size();
    if (text_size_ > limits_.text) return Refusal::too_much_text;
    value_ += bytes;
    return std::nullopt;
}

std::optional<Multipart::Refusal> Multipart::end_part() {
    if (state_ == State::file) {
        // A file box that was left empty arrives as a file without a name and without content.
        auto const& upload = content_.uploads.back();
        if (!upload.filename.empty() || upload.size > 0) return std::nullopt;
        content_.uploads.pop_back();
        content_.files.pop_back();
        return std::nullopt;
    }
    if (!is_clean_text(value_)) return Refusal::not_text;
    content_.form.emplace_back(std::move(name_), std::move(value_));
    return std::nullopt;
}
}
