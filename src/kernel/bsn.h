#pragma once
#include "kernel/result.h"

#include <string>
#include <string_view>

enum class BsnRefusal { not_nine_digits, fails_eleven_test };
/// A burgerservicenummer that passed the 11-test. Whoever holds one need not check it. Never in a URL or a log.
class Bsn {
public:
    /// Nine digits; spaces and dots between them are taken away first; eight digits get their leading zero back.
    static Result<Bsn, BsnRefusal> parse(std::string_view text);
    std::string const& digits() const { return digits_; }
    friend bool operator==(Bsn const&, Bsn const&) = default;

private:
    explicit Bsn(std::string digits) : digits_{std::move(digits)} {}
    std::string digits_;
};

enum class VNummerRefusal { not_ten_digits };
/// A vreemdelingennummer: ten digits (DUO gives it as a number of at most 9999999999, so shorter ones are padded).
class VNummer {
public:
    static Result<VNummer, VNummerRefusal> parse(std::string_view text);
    std::string const& digits() const { return digits_; }
    friend bool operator==(VNummer const&, VNummer const&) = default;

private:
    explicit VNummer(std::string digits) : digits_{std::move(digits)} {}
    std::string digits_;
};

enum class IbanRefusal { wrong_shape, unknown_country_length, fails_mod_97 };
/// An IBAN that passed length and mod 97. Spaces are taken away, letters made upper case.
class Iban {
public:
    static Result<Iban, IbanRefusal> parse(std::string_view text);
    std::string const& text() const { return text_; }

private:
    explicit Iban(std::string text) : text_{std::move(text)} {}
    std::string text_;
};
