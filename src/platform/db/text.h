#pragma once
#include "platform/db/db.h"

#include <unordered_map>

/// What both engines need to turn parameters into bytes, kept in one place so that they cannot differ.
namespace db {
/// Throws Error 22021 unless `text` is UTF-8 without a NUL byte. PostgreSQL refuses such text, SQLite would keep it.
void check_text(std::string_view text);
/// `YYYY-MM-DD`, the form in which SQLite keeps a day. Years 0 to 9999, otherwise a Bug.
std::string day_text(Date day);
/// The day in `YYYY-MM-DD`; anything else in a date column is a Bug.
Date day_of(std::string_view text);
/// An Error whose text names the statement (never its parameters: those are personal data).
Error statement_error(std::string state, std::string_view message, std::string_view sql);

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
/// Kept by statement text; looked up without making a string.
template <class T> using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;
}
