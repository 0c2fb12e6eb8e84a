#pragma once
#include "kernel/date.h"
#include "kernel/partial_date.h"
#include "platform/http/http.h"

#include <optional>
#include <string>
#include <string_view>

namespace gate {
/// What was typed in html::date_field `name`: "" when all three are empty, YYYY-MM-DD (zero-padded) when all are
/// digits of the right length, else "d|m|y" as typed, so that the field shows it again.
std::string date_input(http::Request const& request, std::string_view name);
/// The same from the address of a filter, where one parameter `name` with YYYY-MM-DD will do too.
std::string date_query(http::Request const& request, std::string_view name);
/// That text as a day that exists.
std::optional<Date> whole_date(std::string_view typed);
/// That text as a date whose day, or day and month, may be left empty.
std::optional<PartialDate> partial_date(std::string_view typed);
/// "9:30", "09.30" or "0930" → minutes since midnight.
std::optional<int> minutes_of_day(std::string_view typed);
/// Without the blanks around it.
std::string trimmed(std::string_view text);
}
