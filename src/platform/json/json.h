#pragma once
#include "kernel/date.h"
#include "kernel/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// JSON without Boost in the header: a streaming writer, and a read-only view of a parsed document.
namespace json {

/// Appends to a string; commas and escapes are its own business. Misuse (a value without a key) is a Bug.
class Writer {
public:
    Writer& object();
    Writer& end_object();
    Writer& array();
    Writer& end_array();
    Writer& key(std::string_view name);
    Writer& value(std::string_view text);
    Writer& value(char const* text) { return value(std::string_view{text}); }
    Writer& value(std::int64_t n);
    Writer& value(int n) { return value(std::int64_t{n}); }
    Writer& value(bool b);
    Writer& value(Date d);
    Writer& null();
    template <class T> Writer& field(std::string_view name, T const& v) { return key(name).value(v); }
    std::string take();

private:
    void before_value();
    std::string out_;
    std::vector<char> open_;   // '{' '[' with state
    bool need_comma_ = false, after_key_ = false;
};

enum class ParseRefusal { torn, too_deep, duplicate_key, not_utf8, number_out_of_range };
/// A parsed value. Depth at most 64; duplicate keys, lone surrogates and numbers out of range are refused.
class Value {
public:
    static Result<Value, ParseRefusal> parse(std::string_view text);
    bool is_object() const, is_array() const, is_string() const, is_integer() const, is_bool() const, is_null() const;
    /// A member of an object, or nothing.
    std::optional<Value> member(std::string_view name) const;
    std::optional<std::string> text(std::string_view member_name) const;       // only when it is a string
    std::optional<std::int64_t> integer(std::string_view member_name) const;   // only when it is a whole number
    std::optional<bool> boolean(std::string_view member_name) const;
    std::vector<Value> elements() const;   // of an array; else empty
    std::vector<std::string> member_names() const;
    std::string as_text() const;   // of a string
    std::int64_t as_integer() const;
    bool as_bool() const;
    struct Doc;

private:
    std::shared_ptr<Doc const> doc_;
    void const* at_{};
};
}
