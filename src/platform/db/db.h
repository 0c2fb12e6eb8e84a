#pragma once
#include "kernel/bsn.h"
#include "kernel/date.h"
#include "kernel/id.h"
#include "kernel/money.h"
#include "kernel/partial_date.h"
#include "platform/clock/clock.h"

#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// SQLite and PostgreSQL behind one SQL text with $1…$n. No domain word in here.
namespace db {

/// A broken machine or a broken statement; `sqlstate` is the same on both databases (23505 unique, 23503 foreign key,
/// 23514 check, 40001 serialisation, 08000 gone). Slices do not catch it; App does, once.
struct Error : std::runtime_error {
    Error(std::string state, std::string const& what) : std::runtime_error{what}, sqlstate{std::move(state)} {}
    std::string sqlstate;
};

struct Blob {
    std::string bytes;
    friend bool operator==(Blob const&, Blob const&) = default;
};

/// One parameter. Text with a NUL byte is refused with Error 22021 on both databases.
class Param {
public:
    enum class Kind : char { null, integer, boolean, text, blob, date, timestamp };
    Param(std::nullopt_t) {}
    Param(int n) : kind_{Kind::integer}, integer_{n} {}
    Param(std::int64_t n) : kind_{Kind::integer}, integer_{n} {}
    Param(bool b) : kind_{Kind::boolean}, integer_{b} {}
    Param(char const* s) : kind_{Kind::text}, text_{s} {}
    Param(std::string_view s) : kind_{Kind::text}, text_{s} {}
    Param(std::string s) : kind_{Kind::text}, text_{std::move(s)} {}
    Param(Blob b) : kind_{Kind::blob}, text_{std::move(b.bytes)} {}
    Param(Date d) : kind_{Kind::date}, integer_{d.time_since_epoch().count()} {}
    Param(Timestamp t) : kind_{Kind::timestamp}, integer_{t.micros} {}
    Param(PartialDate d) : kind_{Kind::text}, text_{d.to_iso()} {}
    Param(Money m) : kind_{Kind::integer}, integer_{m.in_cents()} {}
    template <class Tag> Param(Id<Tag> id) : kind_{Kind::integer}, integer_{id.value} {}
    template <class T> Param(std::optional<T> const& v) {
        if (v) *this = Param{*v};
    }
    Kind kind() const { return kind_; }
    std::int64_t integer() const { return integer_; }
    std::string const& text() const { return text_; }

private:
    Kind kind_ = Kind::null;
    std::int64_t integer_{};
    std::string text_;
};
using Params = std::vector<Param>;

/// One row of an answer; valid only inside the callback. Column numbers start at 0. A wrong type or an unexpected NULL
/// is a Bug.
class Row {
public:
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual bool boolean(int column) const = 0;
    virtual std::string_view text(int column) const = 0;   // valid until the next row
    virtual Blob blob(int column) const = 0;
    virtual Date date(int column) const = 0;
    virtual Timestamp timestamp(int column) const = 0;
    /// T: int, int64_t, bool, std::string, Date, Timestamp, PartialDate, Money, Blob, Id<…>, or std::optional of those.
    template <class T> T get(int column) const;

protected:
    ~Row() = default;
};

/// A connection on loan inside Database::read or ::write. Statements are prepared once per connection and kept.
class Connection {
public:
    virtual ~Connection() = default;
    virtual void each(std::string_view sql, Params const& params, std::function<void(Row const&)> const& row) = 0;
    /// Rows changed.
    virtual std::int64_t exec(std::string_view sql, Params const& params = {}) = 0;
    /// Several statements, no parameters: migrations only.
    virtual void script(std::string_view sql) = 0;
    virtual bool is_postgresql() const = 0;

    /// The first row mapped, or nothing.
    template <class F>
    auto one(std::string_view sql, Params const& params, F&& map)
        -> std::optional<decltype(map(std::declval<Row const&>()))> {
        std::optional<decltype(map(std::declval<Row const&>()))> found;
        each(sql, params, [&](Row const& r) {
            if (!found) found.emplace(map(r));
        });
        return found;
    }
    /// All rows mapped, in order.
    template <class F>
    auto list(std::string_view sql, Params const& params, F&& map)
        -> std::vector<decltype(map(std::declval<Row const&>()))> {
        std::vector<decltype(map(std::declval<Row const&>()))> all;
        each(sql, params, [&](Row const& r) { all.push_back(map(r)); });
        return all;
    }
    /// The first column of the first row.
    template <class T> std::optional<T> value(std::string_view sql, Params const& params = {}) {
        return one(sql, params, [](Row const& r) { return r.get<T>(0); });
    }
    /// Appends many rows as fast as the database can (arrays on PostgreSQL, as COPY cannot pass row-level security; a
    /// kept statement of many rows on SQLite). Each row has `columns.size()` values; `next_row` gets it empty.
    virtual void insert_many(std::string_view table, std::vector<std::string_view> const& columns,
                             std::function<bool(Params&)> const& next_row) = 0;
};

/// Which municipality's rows a piece of work may touch: on PostgreSQL also enforced by row-level security.
class Scope {
public:
    static Scope of(GemeenteId gemeente) { return Scope{gemeente.value}; }
    /// Log-in, jobs, migrations, verification: all municipalities.
    static Scope system() { return Scope{0}; }
    std::int64_t value() const { return value_; }
    friend bool operator==(Scope, Scope) = default;

private:
    explicit Scope(std::int64_t v) : value_{v} {}
    std::int64_t value_;
};

/// A database and its pool. Thread-safe. `url`: `sqlite:PATH` or `postgresql://…`.
class Database {
public:
    /// `relaxed`: what was just committed may be lost in a power cut. For tests and for filling a demonstration only.
    enum class Durability { full, relaxed };
    struct Options {
        int readers = 8;
        int writers = 4;                        // SQLite always has one writer
        std::chrono::milliseconds wait{5000};   // for a connection or a lock; then Error 55P03
        Durability durability = Durability::full;
    };
    static std::unique_ptr<Database> open(std::string const& url, Options options);
    static std::unique_ptr<Database> open(std::string const& url) { return open(url, Options{}); }
    virtual ~Database() = default;
    /// Runs `work` on a read connection. Writes in it are a Bug. On SQLite all its questions see one moment; on
    /// PostgreSQL each question sees its own. May run a second time when the server hung up.
    template <class F> auto read(Scope scope, F&& work) -> decltype(work(std::declval<Connection&>())) {
        return run<decltype(work(std::declval<Connection&>()))>(scope, false, work);
    }
    /// Runs `work` in one transaction, committed when it returns and rolled back when it throws. Run again (at most 5
    /// times) after 40001 or 40P01, so `work` must only touch the connection and its own results. One writer at a time
    /// a municipality on both databases (SQLite: one in all), so what `work` reads it may rely on when it writes.
    template <class F> auto write(Scope scope, F&& work) -> decltype(work(std::declval<Connection&>())) {
        return run<decltype(work(std::declval<Connection&>()))>(scope, true, work);
    }
    virtual bool is_postgresql() const = 0;
    virtual std::string name() const = 0;   // for people: file name or database name, no password

protected:
    virtual void with_connection(Scope scope, bool writing, std::function<void(Connection&)> const& work) = 0;

private:
    template <class R, class F> R run(Scope scope, bool writing, F& work) {
        if constexpr (std::is_void_v<R>) {
            with_connection(scope, writing, [&](Connection& c) { work(c); });
        } else {
            std::optional<R> result;
            with_connection(scope, writing, [&](Connection& c) {
                result.reset();
                result.emplace(work(c));
            });
            return std::move(*result);
        }
    }
};

/// A new id: 41 bits of milliseconds, 22 random bits; orders by time, cannot be guessed, needs no sequence.
std::int64_t new_id();
template <class Tag> void assign_new(Id<Tag>& id) { id.value = new_id(); }

// ---- Row::get ----
namespace detail {
template <class T> struct Read;
template <> struct Read<std::int64_t> {
    static std::int64_t at(Row const& r, int c) { return r.integer(c); }
};
template <> struct Read<int> {
    static int at(Row const& r, int c) { return static_cast<int>(r.integer(c)); }
};
template <> struct Read<bool> {
    static bool at(Row const& r, int c) { return r.boolean(c); }
};
template <> struct Read<std::string> {
    static std::string at(Row const& r, int c) { return std::string{r.text(c)}; }
};
template <> struct Read<Blob> {
    static Blob at(Row const& r, int c) { return r.blob(c); }
};
template <> struct Read<Date> {
    static Date at(Row const& r, int c) { return r.date(c); }
};
template <> struct Read<Timestamp> {
    static Timestamp at(Row const& r, int c) { return r.timestamp(c); }
};
template <> struct Read<Money> {
    static Money at(Row const& r, int c) { return Money::cents(r.integer(c)); }
};
template <> struct Read<PartialDate> {
    static PartialDate at(Row const& r, int c) {
        auto const d = PartialDate::parse(r.text(c));
        check(d.has_value());
        return *d;
    }
};
template <class Tag> struct Read<Id<Tag>> {
    static Id<Tag> at(Row const& r, int c) { return {r.integer(c)}; }
};
template <class T> struct Read<std::optional<T>> {
    static std::optional<T> at(Row const& r, int c) {
        if (r.is_null(c)) return std::nullopt;
        return Read<T>::at(r, c);
    }
};
}
template <class T> T Row::get(int column) const { return detail::Read<T>::at(*this, column); }
}
