#include "vertrouwen/kluis.h"

#include "vertrouwen/queries.h"

#include <cstdlib>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vertrouwen {

struct Kluis::Keys {
    std::array<unsigned char, crypto_secretbox_KEYBYTES> seal;
    std::array<unsigned char, crypto_generichash_KEYBYTES> blind, mac;
};

namespace {
constexpr std::size_t key_bytes = crypto_kdf_KEYBYTES;
using Master = std::array<unsigned char, key_bytes>;
constexpr char format = 1;   // first byte of what we seal, so that another format can come beside it
constexpr std::string_view proof = "meedoen-sleutelproef";

unsigned char const* bytes(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::shared_ptr<Kluis::Keys const> derive(Master const& master) {
    check(sodium_init() >= 0);
    auto keys = std::make_shared<Kluis::Keys>();
    auto const subkey = [&](auto& into, std::uint64_t number) {
        check(crypto_kdf_derive_from_key(into.data(), into.size(), number, "meedoen_", master.data()) == 0);
    };
    subkey(keys->seal, 1);
    subkey(keys->blind, 2);
    subkey(keys->mac, 3);
    return keys;
}

/// Keyed sum over purpose and value; the length in front keeps ("ab", "c") and ("a", "bc") apart.
std::string keyed_sum(auto const& key, std::string_view purpose, std::string_view value, std::size_t size) {
    std::string const message = std::to_string(purpose.size()) + ':' + std::string{purpose} + std::string{value};
    std::string sum(size, '\0');
    check(crypto_generichash(bytes(sum), size, bytes(message), message.size(), key.data(), key.size()) == 0);
    return sum;
}

std::string to_hex(Master const& master) {
    std::string hex(2 * key_bytes + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), master.data(), master.size());
    hex.back() = '\n';
    return hex;
}

std::optional<Master> from_hex(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    Master master{};
    std::size_t length{};
    bool const whole =
        text.size() == 2 * key_bytes
        && sodium_hex2bin(master.data(), master.size(), text.data(), text.size(), nullptr, &length, nullptr) == 0
        && length == key_bytes;
    return whole ? std::optional{master} : std::nullopt;
}
}

Result<Kluis, Kluis::Refusal> Kluis::load(std::filesystem::path const& path) {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return unexpected{errno == ENOENT ? Refusal::no_file : Refusal::unreadable};
    struct stat about{};
    bool const known = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
    std::string text(128, '\0');
    auto const length = known ? ::read(file, text.data(), text.size()) : -1;
    ::close(file);
    if (length < 0) return unexpected{Refusal::unreadable};
    if (about.st_mode & 077) return unexpected{Refusal::rights_too_wide};
    text.resize(static_cast<std::size_t>(length));
    auto const master = from_hex(text);
    sodium_memzero(text.data(), text.size());
    if (!master) return unexpected{Refusal::wrong_size};
    return Kluis{derive(*master)};
}

Result<Kluis, Kluis::Refusal> Kluis::create(std::filesystem::path const& path) {
    check(sodium_init() >= 0);
    std::error_code ignored;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
    int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) return unexpected{Refusal::unreadable};
    Master master{};
    crypto_kdf_keygen(master.data());
    auto const hex = to_hex(master);
    bool const written =
        ::write(file, hex.data(), hex.size()) == static_cast<ssize_t>(hex.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written) return unexpected{Refusal::unreadable};
    return Kluis{derive(master)};
}

Kluis Kluis::for_tests() {
    Master master{};
    master.fill(7);
    return Kluis{derive(master)};
}

std::filesystem::path Kluis::default_path(std::string const& db_url) {
    constexpr std::string_view sqlite = "sqlite:";
    if (db_url.starts_with(sqlite)) return db_url.substr(sqlite.size()) + ".sleutel";
    auto const without_query = db_url.substr(0, db_url.find('?'));
    auto const name = without_query.substr(without_query.rfind('/') + 1);
    char const* home = std::getenv("HOME");
    return std::filesystem::path{home ? home : "."} / ".config" / "meedoen"
           / ((name.empty() ? "meedoen" : name) + ".sleutel");
}

db::Blob Kluis::seal(std::string_view plain) const {
    std::string sealed(1 + crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), format);
    auto* nonce = bytes(sealed) + 1;
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytes(plain), plain.size(), nonce, keys_->seal.data());
    return {std::move(sealed)};
}

std::optional<std::string> Kluis::try_open(db::Blob const& sealed) const {
    constexpr std::size_t overhead = 1 + crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    std::string_view const all = sealed.bytes;
    if (all.size() < overhead || all[0] != format) return std::nullopt;
    auto const* nonce = bytes(all) + 1;
    std::string plain(all.size() - overhead, '\0');
    if (crypto_secretbox_open_easy(bytes(plain), nonce + crypto_secretbox_NONCEBYTES,
                                   all.size() - 1 - crypto_secretbox_NONCEBYTES, nonce, keys_->seal.data())
        != 0)
        return std::nullopt;
    return plain;
}

std::string Kluis::open(db::Blob const& sealed) const {
    auto plain = try_open(sealed);
    check(plain.has_value());
    return std::move(*plain);
}

db::Blob Kluis::blind(std::string_view purpose, std::string_view value) const {
    return {keyed_sum(keys_->blind, purpose, value, 16)};
}

std::string Kluis::mac(std::string_view purpose, std::string_view value) const {
    return keyed_sum(keys_->mac, purpose, value, 32);
}

bool fits(db::Database& database, Kluis const& kluis) {
    auto const proofs = database.read(db::Scope::system(), [](db::Connection& c) {
        return c.list(queries::key_proofs, {}, [](db::Row const& r) { return r.blob(0); });
    });
    return std::ranges::all_of(proofs, [&](db::Blob const& p) { return kluis.try_open(p) == proof; });
}

void initialise(db::Database& database, Kluis const& kluis) {
    database.write(db::Scope::system(),
                   [&](db::Connection& c) { c.exec(queries::set_key_proof, {kluis.seal(proof)}); });
}
}
