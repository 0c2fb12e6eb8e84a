#pragma once
#include "kernel/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// What accounts must keep to. Pure.
namespace vertrouwen {

inline constexpr std::size_t minimum_wachtwoord = 12, maximum_wachtwoord = 200;
/// In order of precedence.
enum class WachtwoordRefusal { te_kort, te_lang, lijkt_op_gebruikersnaam, te_eenvoudig };
/// Length decides, not a mix of signs; what everybody tries first is refused.
Result<std::string, WachtwoordRefusal> accept_password(std::string_view wanted, std::string_view gebruikersnaam);
std::string_view explain(WachtwoordRefusal);

enum class GebruikersnaamRefusal { te_kort, te_lang, verkeerd_teken };
/// In lower case, without space around it: letters a–z, digits and . _ - @.
Result<std::string, GebruikersnaamRefusal> accept_username(std::string_view wanted);
/// How somebody logs in: the same name however it was typed.
std::string username_key(std::string_view typed);

/// How long an account is shut after this many wrong passwords or codes in a row: from the fifth 15 minutes, then twice
/// as long each time, at most 8 hours (the owner must be able to work again the next day).
std::optional<std::chrono::minutes> lock_time(std::int64_t wrong_in_a_row);
/// Wrong attempts of one address in a quarter of an hour before it has to wait; a town hall shares one address.
inline constexpr std::int64_t wrong_of_address = 30;
inline constexpr std::chrono::minutes address_window{15};
}
