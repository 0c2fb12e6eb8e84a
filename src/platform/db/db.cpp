#include "platform/db/db.h"
#include "platform/db/pool.h"

#include <mutex>
#include <sodium.h>

namespace db {

std::unique_ptr<Database> Database::open(std::string const& url, Options options) {
    constexpr std::string_view sqlite = "sqlite:";
    if (url.starts_with(sqlite)) return open_sqlite(url.substr(sqlite.size()), options);
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return open_postgresql(url, options);
    throw Error{"08001", "a database address starts with sqlite: or postgresql://"};
}

std::int64_t new_id() {
    constexpr int random_bits = 22;
    constexpr std::int64_t epoch_ms = 1577836800000;   // 2020-01-01: 41 bits last until 2089
    static int const sodium_ready = sodium_init();
    check(sodium_ready >= 0);
    static std::mutex mutex;
    static std::int64_t last = 0;
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    std::int64_t const ms = std::chrono::duration_cast<std::chrono::milliseconds>(now).count() - epoch_ms;
    auto const tail = static_cast<std::int64_t>(randombytes_uniform(1U << random_bits));
    std::int64_t const candidate = (ms << random_bits) | tail;
    std::lock_guard const lock{mutex};
    // Within one millisecond ids go up by a random step: they keep their order and cannot be counted.
    last = candidate > last ? candidate : last + 1 + (tail & 0xFF);
    return last;
}

}
