#pragma once
#include "platform/clock/clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The second factor: RFC 6238, SHA1, six digits, 30 seconds, as every authenticator app knows it.
namespace vertrouwen {

/// The real time. The telephone does not know of MEEDOEN_TODAY, so codes must not move along with it.
Timestamp totp_now();
std::string new_totp_secret();   // 160 bits, base32
bool is_totp_secret(std::string_view base32);
std::string totp_code(std::string_view base32, Timestamp moment);
/// The step of 30 seconds that the code belongs to: the current one, or the one before or after it.
std::optional<std::int64_t> totp_step(std::string_view base32, std::string_view code, Timestamp moment);
/// What the QR code holds.
std::string totp_address(std::string_view base32, std::string_view gebruikersnaam);
/// The secret in groups of four, for typing over.
std::string totp_readable(std::string_view base32);
/// Ten codes of the form "k3p7-9xwm-2dhq", for when the telephone is lost.
std::vector<std::string> new_recovery_codes();
/// The same code however it was typed: without spaces and dashes, in lower case.
std::string recovery_key(std::string_view typed);
}
