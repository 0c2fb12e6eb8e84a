#include "platform/db/text.h"

#include <cstring>

namespace db {
namespace {

/// Bytes of the UTF-8 sequence at the start of `s`, 0 when it is torn, overlong, a surrogate or above U+10FFFF.
std::size_t sequence_length(std::string_view s) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    unsigned const lead = byte(0);
    if (lead < 0x80) return 1;
    std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || s.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    unsigned const second = byte(1);
    bool const bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
                     || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return bad ? 0 : length;
}

bool all_ascii(std::string_view text) {
    std::uint64_t high = 0, chunk = 0;
    while (text.size() >= sizeof chunk) {
        std::memcpy(&chunk, text.data(), sizeof chunk);
        high |= chunk;
        text.remove_prefix(sizeof chunk);
    }
    for (char const c : text) high |= static_cast<std::uint64_t>(static_cast<unsigned char>(c));
    return (high & 0x8080808080808080U) == 0;
}

}

void check_text(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) throw Error{"22021", "text with a NUL byte"};
    if (all_ascii(text)) return;
    while (!text.empty()) {
        auto const length = sequence_length(text);
        if (length == 0) throw Error{"22021", "text that is not UTF-8"};
        text.remove_prefix(length);
    }
}

std::string day_text(Date day) {
    std::chrono::year_month_day const ymd{day};
    int const year = static_cast<int>(ymd.year());
    check(year >= 0 && year <= 9999);
    auto const month = static_cast<unsigned>(ymd.month()), dom = static_cast<unsigned>(ymd.day());
    std::string text = "0000-00-00";
    auto const put = [&](std::size_t at, unsigned value) { text[at] = static_cast<char>('0' + value % 10); };
    auto const y = static_cast<unsigned>(year);
    put(0, y / 1000), put(1, y / 100), put(2, y / 10), put(3, y);
    put(5, month / 10), put(6, month), put(8, dom / 10), put(9, dom);
    return text;
}

Date day_of(std::string_view text) {
    check(text.size() == 10 && text[4] == '-' && text[7] == '-');
    auto const number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (char const c : text.substr(at, length)) {
            check(c >= '0' && c <= '9');
            value = value * 10 + (c - '0');
        }
        return value;
    };
    std::chrono::year_month_day const ymd{std::chrono::year{number(0, 4)},
                                          std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                          std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    check(ymd.ok());
    return ymd;
}

Error statement_error(std::string state, std::string_view message, std::string_view sql) {
    constexpr std::size_t enough = 200;
    return Error{std::move(state), fmt::format("{} in: {}{}", message, sql.substr(0, enough),
                                               sql.size() > enough ? "…" : "")};
}

}
