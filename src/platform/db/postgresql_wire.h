#pragma once
#include "platform/db/db.h"

#include <libpq-fe.h>

/// PostgreSQL's binary forms of our values. Everything is big-endian; days and moments count from 2000-01-01.
namespace db::wire {

namespace oid {
inline constexpr Oid boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25, unknown = 705;
inline constexpr Oid bpchar = 1042, varchar = 1043, date = 1082, timestamptz = 1184, numeric = 1700;
}

/// The type of a parameter, 0 for NULL: the server then takes what the statement asks for.
Oid type_of(Param::Kind kind);
/// The type of an array of such parameters.
Oid array_type_of(Param::Kind kind);
/// Appends the value, which is not NULL, without its length.
void append_value(std::string& out, Param const& param);
void append_int32(std::string& out, std::int32_t n);

/// The parameters of one call, kept in the shape that libpq wants.
class Arguments {
public:
    void add(Param const& param);
    /// A value that is in binary form already.
    void add_encoded(std::string bytes);
    int count() const { return static_cast<int>(at_.size()); }
    /// Fills the arrays below; call after the last add.
    void finish();
    char const* const* values() const { return values_.data(); }
    int const* lengths() const { return lengths_.data(); }
    int const* formats() const { return formats_.data(); }

private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    std::string bytes_;
    std::vector<std::size_t> at_;
    std::vector<char const*> values_;
    std::vector<int> lengths_, formats_;
};

/// One row of a binary result.
class ResultRow final : public Row {
public:
    ResultRow(PGresult const* result, int row) : result_{result}, row_{row} {}
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;
    Blob blob(int column) const override;
    Date date(int column) const override;
    Timestamp timestamp(int column) const override;

private:
    std::string_view bytes(int column) const;
    [[noreturn]] void wrong_type(int column) const;
    PGresult const* result_;
    int row_;
};
}
