#include "platform/db/text.h"
#include "kernel/utf8.h"

namespace db {

void check_text(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) throw Error{"22021", "text with a NUL byte"};
    if (!is_utf8(text)) throw Error{"22021", "text that is not UTF-8"};
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
    return Error{std::move(state),
                 fmt::format("{} in: {}{}", message, sql.substr(0, enough), sql.size() > enough ? "…" : "")};
}

}
