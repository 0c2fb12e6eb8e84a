#include "kernel/check.h"
#include "platform/json/json.h"

#include <charconv>

namespace json {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out += text.substr(copied, at - copied);
        copied = at + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: out.append("\\u00").append(1, hex[c >> 4]).append(1, hex[c & 15]);
        }
    }
    out += text.substr(copied);
}

}

/// In an object a value needs its key first; outside everything there is one value.
void Writer::before_value() {
    if (open_.empty())
        check(out_.empty());
    else if (open_.back() == '{')
        check(after_key_);
    else if (need_comma_)
        out_ += ',';
    after_key_ = false;
    need_comma_ = true;
}

Writer& Writer::object() {
    before_value();
    out_ += '{';
    open_.push_back('{');
    need_comma_ = false;
    return *this;
}

Writer& Writer::end_object() {
    check(!open_.empty() && open_.back() == '{' && !after_key_);
    out_ += '}';
    open_.pop_back();
    need_comma_ = true;
    return *this;
}

Writer& Writer::array() {
    before_value();
    out_ += '[';
    open_.push_back('[');
    need_comma_ = false;
    return *this;
}

Writer& Writer::end_array() {
    check(!open_.empty() && open_.back() == '[');
    out_ += ']';
    open_.pop_back();
    need_comma_ = true;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    check(!open_.empty() && open_.back() == '{' && !after_key_);
    if (need_comma_) out_ += ',';
    out_ += '"';
    append_escaped(out_, name);
    out_ += "\":";
    after_key_ = true;
    return *this;
}

Writer& Writer::value(std::string_view text) {
    before_value();
    out_ += '"';
    append_escaped(out_, text);
    out_ += '"';
    return *this;
}

Writer& Writer::value(std::int64_t n) {
    before_value();
    std::array<char, 24> digits;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), n).ptr;
    out_.append(digits.data(), end);
    return *this;
}

Writer& Writer::value(bool b) {
    before_value();
    out_ += b ? "true" : "false";
    return *this;
}

Writer& Writer::value(Date d) { return value(std::string_view{to_iso(d)}); }

Writer& Writer::null() {
    before_value();
    out_ += "null";
    return *this;
}

std::string Writer::take() {
    check(open_.empty() && !out_.empty());
    need_comma_ = false;
    return std::exchange(out_, {});
}

}
