#include "kernel/check.h"
#include "kernel/utf8.h"
#include "platform/json/json.h"

#include <boost/json/basic_parser_impl.hpp>
#include <cmath>

namespace json {
namespace {

struct Node {
    enum class Kind { null, boolean, integer, other_number, text, array, object };
    Kind kind = Kind::null;
    std::int64_t number{};   // of a boolean: 0 or 1
    std::string text;
    std::vector<Node> children;
    std::vector<std::string> names;   // of an object, one a child
};

bool has_duplicate(std::vector<std::string> const& names) {
    std::vector<std::string_view> sorted{names.begin(), names.end()};
    std::sort(sorted.begin(), sorted.end());
    return std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
}

bool is_whole(std::string_view digits) { return digits.find_first_of(".eE") == std::string_view::npos; }

/// Builds our own tree from Boost's events, because Boost's tree lets the last of two equal keys win. The signatures,
/// the sizes and the template for the number that is not whole are Boost's.
class Builder {
public:
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = max_object_size, max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;
    using Code = boost::json::error_code;
    using Text = boost::json::string_view;

    bool on_document_begin(Code&) { return true; }
    bool on_document_end(Code&) { return true; }
    bool on_object_begin(Code&) { return open(Node::Kind::object); }
    bool on_array_begin(Code&) { return open(Node::Kind::array); }
    bool on_array_end(std::size_t, Code&) { return close(); }
    bool on_object_end(std::size_t, Code& code) {
        return has_duplicate(open_.back().names) ? refuse(ParseRefusal::duplicate_key, code) : close();
    }
    bool on_key_part(Text part, std::size_t, Code&) { return append(part); }
    bool on_key(Text part, std::size_t, Code&) {
        append(part);
        open_.back().names.push_back(std::exchange(pending_, {}));
        return true;
    }
    bool on_string_part(Text part, std::size_t, Code&) { return append(part); }
    bool on_string(Text part, std::size_t, Code&) {
        append(part);
        return add({Node::Kind::text, 0, std::exchange(pending_, {}), {}, {}});
    }
    bool on_number_part(Text part, Code&) { return append(part); }
    bool on_int64(std::int64_t n, Text, Code&) {
        pending_.clear();
        return add({Node::Kind::integer, n, {}, {}, {}});
    }
    bool on_uint64(std::uint64_t n, Text, Code& code) {
        if (n > INT64_MAX) return refuse(ParseRefusal::number_out_of_range, code);
        return on_int64(static_cast<std::int64_t>(n), {}, code);
    }
    template <class Number> bool on_double(Number n, Text digits, Code& code) {
        append(digits);
        auto const text = std::exchange(pending_, {});
        if (!std::isfinite(n) || is_whole(text)) return refuse(ParseRefusal::number_out_of_range, code);
        return add({Node::Kind::other_number, 0, {}, {}, {}});
    }
    bool on_bool(bool b, Code&) { return add({Node::Kind::boolean, b, {}, {}, {}}); }
    bool on_null(Code&) { return add({}); }
    bool on_comment_part(Text, Code&) { return true; }
    bool on_comment(Text, Code&) { return true; }

    std::optional<ParseRefusal> refusal;
    Node root;

private:
    bool append(Text part) {
        pending_.append(part.data(), part.size());
        return true;
    }
    bool open(Node::Kind kind) {
        open_.emplace_back().kind = kind;
        return true;
    }
    bool close() {
        Node done = std::move(open_.back());
        open_.pop_back();
        return add(std::move(done));
    }
    bool add(Node node) {
        (open_.empty() ? root : open_.back().children.emplace_back()) = std::move(node);
        return true;
    }
    bool refuse(ParseRefusal why, Code& code) {
        refusal = why;
        code = boost::json::error::syntax;
        return false;
    }
    std::vector<Node> open_;
    std::string pending_;
};

/// The text ends in \uD800 to \uDBFF, the first half of a pair.
bool ends_in_half_a_pair(std::string_view text) {
    constexpr std::size_t length = 6;
    if (text.size() < length) return false;
    auto const last = text.substr(text.size() - length);
    bool const opens = last[0] == '\\' && last[1] == 'u' && (last[2] == 'd' || last[2] == 'D');
    return opens && std::string_view{"89abAB"}.find(last[3]) != std::string_view::npos;
}

/// What Boost calls a syntax error may be half a surrogate pair; `at` is where it stopped.
ParseRefusal refusal_of(boost::json::error_code code, std::string_view text, std::size_t at) {
    using boost::json::error;
    if (code == error::too_deep) return ParseRefusal::too_deep;
    if (code == error::exponent_overflow) return ParseRefusal::number_out_of_range;
    bool const half = code == error::illegal_leading_surrogate || code == error::illegal_trailing_surrogate
                      || ends_in_half_a_pair(text.substr(0, at)) || ends_in_half_a_pair(text.substr(0, at - (at > 0)));
    return half ? ParseRefusal::not_utf8 : ParseRefusal::torn;
}

Node const& node(void const* at) { return *static_cast<Node const*>(at); }

}

struct Value::Doc {
    Node root;
};

Result<Value, ParseRefusal> Value::parse(std::string_view text) {
    if (!is_utf8(text)) return unexpected{ParseRefusal::not_utf8};
    constexpr std::size_t most_depth = 64;
    boost::json::parse_options options;
    options.max_depth = most_depth;
    boost::json::basic_parser<Builder> parser{options};
    boost::json::error_code code;
    auto const used = parser.write_some(false, text.data(), text.size(), code);
    if (parser.handler().refusal) return unexpected{*parser.handler().refusal};
    if (code) return unexpected{refusal_of(code, text, used)};
    if (used != text.size()) return unexpected{ParseRefusal::torn};
    auto const doc = std::make_shared<Doc>(Doc{std::move(parser.handler().root)});
    Value value;
    value.doc_ = doc;
    value.at_ = &doc->root;
    return value;
}

bool Value::is_object() const { return node(at_).kind == Node::Kind::object; }
bool Value::is_array() const { return node(at_).kind == Node::Kind::array; }
bool Value::is_string() const { return node(at_).kind == Node::Kind::text; }
bool Value::is_integer() const { return node(at_).kind == Node::Kind::integer; }
bool Value::is_bool() const { return node(at_).kind == Node::Kind::boolean; }
bool Value::is_null() const { return node(at_).kind == Node::Kind::null; }

std::optional<Value> Value::member(std::string_view name) const {
    auto const& here = node(at_);
    auto const found = std::find(here.names.begin(), here.names.end(), name);
    if (found == here.names.end()) return std::nullopt;
    Value value = *this;
    value.at_ = &here.children[static_cast<std::size_t>(found - here.names.begin())];
    return value;
}

std::optional<std::string> Value::text(std::string_view member_name) const {
    auto const found = member(member_name);
    return found && found->is_string() ? std::optional{found->as_text()} : std::nullopt;
}

std::optional<std::int64_t> Value::integer(std::string_view member_name) const {
    auto const found = member(member_name);
    return found && found->is_integer() ? std::optional{found->as_integer()} : std::nullopt;
}

std::optional<bool> Value::boolean(std::string_view member_name) const {
    auto const found = member(member_name);
    return found && found->is_bool() ? std::optional{found->as_bool()} : std::nullopt;
}

std::vector<Value> Value::elements() const {
    std::vector<Value> all;
    if (!is_array()) return all;
    for (auto const& child : node(at_).children) {
        all.push_back(*this);
        all.back().at_ = &child;
    }
    return all;
}

std::vector<std::string> Value::member_names() const { return node(at_).names; }

std::string Value::as_text() const {
    check(is_string());
    return node(at_).text;
}

std::int64_t Value::as_integer() const {
    check(is_integer());
    return node(at_).number;
}

bool Value::as_bool() const {
    check(is_bool());
    return node(at_).number != 0;
}

}
