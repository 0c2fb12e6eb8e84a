#include "platform/db/pool.h"
#include "tests/support/database.h"

#include <gtest/gtest.h>

#include <thread>

using db::Pool;
using db::Scope;

namespace {

/// Does nothing, and says so.
class IdleSession final : public db::Session {
public:
    explicit IdleSession(bool const& gone) : gone_{gone} {}
    void each(std::string_view, db::Params const&, std::function<void(db::Row const&)> const&) override {}
    std::int64_t exec(std::string_view, db::Params const&) override { return 0; }
    void script(std::string_view) override {}
    bool is_postgresql() const override { return false; }
    void insert_many(std::string_view, std::vector<std::string_view> const&,
                     std::function<bool(db::Params&)> const&) override {}
    void begin_read(Scope scope) override { scope_ = scope; }
    void end_read() noexcept override {}
    void begin_write(Scope) override {}
    void commit() override {}
    void rollback() noexcept override {}
    bool is_gone() const override { return gone_; }
    bool is_set_to(Scope scope) const override { return scope_ == scope; }

private:
    bool const& gone_;
    std::optional<Scope> scope_;
};

constexpr std::chrono::seconds long_enough{30};
constexpr std::chrono::milliseconds at_once{1};

}

TEST(Pool, serves_in_order_of_arrival) {
    bool const gone = false;
    Pool pool{1, long_enough, [&] { return std::make_unique<IdleSession>(gone); }};
    std::vector<std::size_t> order;
    std::vector<std::thread> threads;
    {
        Pool::Lease const held{pool, Scope::system()};
        for (std::size_t i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                Pool::Lease const mine{pool, Scope::system()};
                order.push_back(i);   // safe: the pool has one session
            });
            while (pool.waiting() != i + 1) std::this_thread::yield();
        }
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6, 7}));
}

TEST(Pool, who_waits_too_long_is_told_and_leaves_the_line) {
    bool const gone = false;
    Pool pool{1, at_once, [&] { return std::make_unique<IdleSession>(gone); }};
    {
        Pool::Lease const held{pool, Scope::system()};
        try {
            Pool::Lease const second{pool, Scope::system()};
            FAIL();
        } catch (db::Error const& e) { EXPECT_EQ(e.sqlstate, "55P03"); }
        EXPECT_EQ(pool.waiting(), 0U);
    }
    Pool::Lease const again{pool, Scope::system()};
}

TEST(Pool, prefers_a_session_that_is_set_to_the_scope) {
    bool const gone = false;
    Pool pool{2, at_once, [&] { return std::make_unique<IdleSession>(gone); }};
    auto const one = Scope::of(GemeenteId{1}), two = Scope::of(GemeenteId{2});
    {
        Pool::Lease first{pool, one}, second{pool, two};
        first->begin_read(one);
        second->begin_read(two);
    }
    for (auto const scope : {one, two, one}) {
        Pool::Lease again{pool, scope};
        EXPECT_TRUE(again->is_set_to(scope));
    }
}

TEST(Pool, opens_a_new_session_for_one_that_is_gone) {
    bool gone = false;
    int opened = 0;
    Pool pool{1, at_once, [&] {
                  ++opened;
                  return std::make_unique<IdleSession>(gone);
              }};
    {
        Pool::Lease const lost{pool, Scope::system()};
        gone = true;
    }
    gone = false;
    Pool::Lease const fresh{pool, Scope::system()};
    EXPECT_EQ(opened, 2);
}

TEST(Pool, a_failed_opening_does_not_cost_a_place) {
    bool const gone = false;
    bool broken = true;
    Pool pool{1, at_once, [&]() -> std::unique_ptr<db::Session> {
                  if (broken) throw db::Error{"08001", "down"};
                  return std::make_unique<IdleSession>(gone);
              }};
    for (int i = 0; i < 3; ++i) EXPECT_THROW((Pool::Lease{pool, Scope::system()}), db::Error);
    broken = false;
    EXPECT_NO_THROW((Pool::Lease{pool, Scope::system()}));
}
