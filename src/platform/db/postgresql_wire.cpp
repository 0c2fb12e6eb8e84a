#include "platform/db/postgresql_wire.h"
#include "platform/db/text.h"

namespace db::wire {
namespace {

constexpr std::int64_t days_to_2000 = 10957;
constexpr std::int64_t micros_a_day = 86400000000;

template <class T> void append_big_endian(std::string& out, T n) {
    auto const bits = static_cast<std::make_unsigned_t<T>>(n);
    for (int shift = static_cast<int>(sizeof n) * 8 - 8; shift >= 0; shift -= 8)
        out += static_cast<char>((bits >> shift) & 0xFF);
}

template <class T> T read_big_endian(std::string_view bytes) {
    check(bytes.size() == sizeof(T));
    std::make_unsigned_t<T> bits = 0;
    for (char const c : bytes)
        bits =
            static_cast<std::make_unsigned_t<T>>(static_cast<std::uint64_t>(bits) << 8 | static_cast<unsigned char>(c));
    return static_cast<T>(bits);
}

/// NUMERIC, which sum() gives: four-digit groups; only whole numbers that fit are ours.
std::int64_t read_numeric(std::string_view bytes) {
    check(bytes.size() >= 8);
    auto const half = [&](std::size_t at) { return read_big_endian<std::int16_t>(bytes.substr(at, 2)); };
    int const groups = half(0), weight = half(2), sign = half(4);
    check(sign == 0 || sign == 0x4000);
    Wide value = 0;
    for (int i = 0; i <= weight; ++i) {
        value = value * 10000 + (i < groups ? half(static_cast<std::size_t>(8 + 2 * i)) : 0);
        check(value <= INT64_MAX);
    }
    check(groups <= weight + 1);   // a fraction is never asked for
    return static_cast<std::int64_t>(sign == 0 ? value : -value);
}

}

Oid type_of(Param::Kind kind) {
    switch (kind) {
    case Param::Kind::null: return 0;
    case Param::Kind::integer: return oid::int8;
    case Param::Kind::boolean: return oid::boolean;
    case Param::Kind::text: return oid::text;
    case Param::Kind::blob: return oid::bytea;
    case Param::Kind::date: return oid::date;
    case Param::Kind::timestamp: return oid::timestamptz;
    }
    return 0;
}

Oid array_type_of(Param::Kind kind) {
    switch (kind) {
    case Param::Kind::null: return 0;
    case Param::Kind::integer: return 1016;
    case Param::Kind::boolean: return 1000;
    case Param::Kind::text: return 1009;
    case Param::Kind::blob: return 1001;
    case Param::Kind::date: return 1182;
    case Param::Kind::timestamp: return 1185;
    }
    return 0;
}

void append_int32(std::string& out, std::int32_t n) { append_big_endian(out, n); }

void append_value(std::string& out, Param const& param) {
    auto const n = param.integer();
    switch (param.kind()) {
    case Param::Kind::null: check(false); break;
    case Param::Kind::integer: append_big_endian(out, n); break;
    case Param::Kind::boolean: out += static_cast<char>(n); break;
    case Param::Kind::text:
        check_text(param.text());
        out += param.text();
        break;
    case Param::Kind::blob: out += param.text(); break;
    case Param::Kind::date: append_big_endian(out, static_cast<std::int32_t>(n - days_to_2000)); break;
    case Param::Kind::timestamp: append_big_endian(out, n - days_to_2000 * micros_a_day); break;
    }
}

void Arguments::add(Param const& param) {
    if (param.kind() == Param::Kind::null) {
        at_.push_back(absent);
        lengths_.push_back(0);
        return;
    }
    auto const from = bytes_.size();
    append_value(bytes_, param);
    at_.push_back(from);
    lengths_.push_back(static_cast<int>(bytes_.size() - from));
}

void Arguments::add_encoded(std::string bytes) {
    at_.push_back(bytes_.size());
    lengths_.push_back(static_cast<int>(bytes.size()));
    bytes_ += bytes;
}

void Arguments::finish() {
    // An empty value must still be a pointer that is not null: null means NULL.
    for (auto const at : at_) values_.push_back(at == absent ? nullptr : bytes_.c_str() + at);
    formats_.assign(at_.size(), 1);
}

void ResultRow::wrong_type(int column) const {
    char const* name = PQfname(result_, column);
    throw Bug{fmt::format("column {} ({}) is of another type: {}", column, name ? name : "out of range",
                          PQftype(result_, column))};
}

std::string_view ResultRow::bytes(int column) const {
    if (column < 0 || column >= PQnfields(result_)) throw Bug{fmt::format("no column {}", column)};
    if (PQgetisnull(result_, row_, column) != 0)
        throw Bug{fmt::format("column {} ({}) is NULL", column, PQfname(result_, column))};
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

bool ResultRow::is_null(int column) const { return PQgetisnull(result_, row_, column) != 0; }

std::int64_t ResultRow::integer(int column) const {
    auto const value = bytes(column);
    switch (PQftype(result_, column)) {
    case oid::int8: return read_big_endian<std::int64_t>(value);
    case oid::int4: return read_big_endian<std::int32_t>(value);
    case oid::int2: return read_big_endian<std::int16_t>(value);
    case oid::numeric: return read_numeric(value);
    default: wrong_type(column);
    }
}

bool ResultRow::boolean(int column) const {
    auto const value = bytes(column);
    if (PQftype(result_, column) != oid::boolean) wrong_type(column);
    return value.front() != '\0';
}

std::string_view ResultRow::text(int column) const {
    auto const value = bytes(column);
    switch (PQftype(result_, column)) {
    case oid::text:
    case oid::varchar:
    case oid::bpchar:
    case oid::name:
    case oid::unknown: return value;
    default: wrong_type(column);
    }
}

Blob ResultRow::blob(int column) const {
    auto const value = bytes(column);
    if (PQftype(result_, column) != oid::bytea) wrong_type(column);
    return {std::string{value}};
}

Date ResultRow::date(int column) const {
    auto const value = bytes(column);
    if (PQftype(result_, column) != oid::date) wrong_type(column);
    return Date{std::chrono::days{read_big_endian<std::int32_t>(value) + days_to_2000}};
}

Timestamp ResultRow::timestamp(int column) const {
    auto const value = bytes(column);
    if (PQftype(result_, column) != oid::timestamptz) wrong_type(column);
    return {read_big_endian<std::int64_t>(value) + days_to_2000 * micros_a_day};
}

}
