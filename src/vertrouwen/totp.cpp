#include "vertrouwen/totp.h"

#include "kernel/check.h"
#include "platform/http/http.h"

#include <liboath/oath.h>
#include <sodium.h>

namespace vertrouwen {
namespace {
constexpr unsigned step_seconds = 30, digits = 6;

std::optional<std::string> decode(std::string_view base32) {
    char* bytes = nullptr;
    std::size_t length = 0;
    if (base32.empty() || oath_base32_decode(base32.data(), base32.size(), &bytes, &length) != OATH_OK)
        return std::nullopt;
    std::string secret{bytes, length};
    std::free(bytes);
    return secret;
}

std::string code_of(std::string const& secret, std::int64_t step) {
    std::array<char, digits + 1> code{};
    check(oath_hotp_generate(secret.data(), secret.size(), static_cast<std::uint64_t>(step), digits, false,
                             OATH_HOTP_DYNAMIC_TRUNCATION, code.data())
          == OATH_OK);
    return code.data();
}
std::int64_t step_of(Timestamp moment) { return moment.micros / 1'000'000 / step_seconds; }
}

Timestamp totp_now() {
    using namespace std::chrono;
    return {duration_cast<microseconds>(system_clock::now().time_since_epoch()).count()};
}

std::string new_totp_secret() {
    check(sodium_init() >= 0 && oath_init() == OATH_OK);
    std::array<char, 20> random{};
    randombytes_buf(random.data(), random.size());
    char* text = nullptr;
    std::size_t length = 0;
    check(oath_base32_encode(random.data(), random.size(), &text, &length) == OATH_OK);
    std::string secret{text, length};
    std::free(text);
    return secret;
}

bool is_totp_secret(std::string_view base32) { return decode(base32).has_value(); }

std::string totp_code(std::string_view base32, Timestamp moment) {
    auto const secret = decode(base32);
    check(secret.has_value());
    return code_of(*secret, step_of(moment));
}

std::optional<std::int64_t> totp_step(std::string_view base32, std::string_view code, Timestamp moment) {
    auto const secret = decode(base32);
    check(secret.has_value());
    std::string typed;
    for (char const c : code)
        if (c != ' ' && c != '-') typed += c;
    if (typed.size() != digits) return std::nullopt;
    std::optional<std::int64_t> found;
    for (std::int64_t step = step_of(moment) - 1; step <= step_of(moment) + 1; ++step)
        if (sodium_memcmp(code_of(*secret, step).data(), typed.data(), digits) == 0) found = step;
    return found;
}

std::string totp_address(std::string_view base32, std::string_view gebruikersnaam) {
    return "otpauth://totp/Meedoen:" + http::url_encode(gebruikersnaam) + "?secret=" + std::string{base32}
           + "&issuer=Meedoen&algorithm=SHA1&digits=6&period=30";
}

std::string totp_readable(std::string_view base32) {
    std::string text;
    for (std::size_t i = 0; i < base32.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += base32[i];
    }
    return text;
}

std::vector<std::string> new_recovery_codes() {
    constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz23456789";
    check(sodium_init() >= 0);
    std::vector<std::string> codes(10);
    for (auto& code : codes)
        for (int i = 0; i < 12; ++i) {
            if (i > 0 && i % 4 == 0) code += '-';
            code += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
        }
    return codes;
}

std::string recovery_key(std::string_view typed) {
    std::string key;
    for (char const c : typed)
        if (c != ' ' && c != '-') key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return key;
}
}
