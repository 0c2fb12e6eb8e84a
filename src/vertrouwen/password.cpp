#include "vertrouwen/password.h"

#include "kernel/check.h"

#include <array>
#include <semaphore>
#include <sodium.h>

namespace vertrouwen {
namespace {
std::counting_semaphore<3> places{3};
struct Place {
    Place() { places.acquire(); }
    ~Place() { places.release(); }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;
};

std::string hash_in_place(std::string_view password, HashCost cost) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    check(sodium_init() >= 0);
    check(crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.memory_bytes,
                                crypto_pwhash_ALG_ARGON2ID13)
          == 0);
    return hash.data();
}
}

HashCost HashCost::production() { return {2, 64UL << 20}; }
HashCost HashCost::lowest() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

std::string hash_password(std::string_view password, HashCost cost) {
    Place const place;
    return hash_in_place(password, cost);
}

Fit password_fits(std::string_view hash, std::string_view password, HashCost cost) {
    Place const place;
    if (hash.empty()) {
        hash_in_place(password, cost);
        return Fit::no;
    }
    std::string const text{hash};
    if (crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) != 0) return Fit::no;
    return crypto_pwhash_str_needs_rehash(text.c_str(), cost.passes, cost.memory_bytes) == 0 ? Fit::yes
                                                                                             : Fit::yes_but_old;
}

std::string new_password() {
    // Without letters that look alike; 16 of 31 signs are 79 bits.
    constexpr std::string_view signs = "abcdefghijkmnpqrstuvwxyz2345678";
    check(sodium_init() >= 0);
    std::string password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) password += '-';
        password += signs[randombytes_uniform(static_cast<std::uint32_t>(signs.size()))];
    }
    return password;
}
}
