#include "vertrouwen/chain.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/store.h"

#include <condition_variable>
#include <fmt/core.h>
#include <future>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace vertrouwen {
namespace {

/// What is written in one transaction. Whoever has entries in it waits for `done`, and gets its exception when it
/// failed.
struct Batch {
    std::vector<Lezing> lezingen;
    std::packaged_task<void(std::vector<Lezing> const&)> task;
    std::shared_future<void> done;
};

std::string number(std::int64_t n) { return std::to_string(n); }
template <class Id> std::string optional_number(std::optional<Id> const& id) { return id ? number(id->value) : "-"; }

void write_rows(db::Connection& c, Timestamp now, GemeenteId gemeente, std::vector<Lezing const*> const& rows) {
    Chain chain{c, gemeente, "leeslog", static_cast<std::int64_t>(rows.size())};
    std::size_t at = 0;
    c.insert_many("leeslog",
                  {"gemeente", "volgnummer", "tijdstip", "gebruiker", "persoon", "dossier", "doel", "handeling",
                   "resultaat", "herkomst", "hash"},
                  [&](db::Params& row) {
                      if (at == rows.size()) return false;
                      auto const& l = *rows[at++];
                      auto const volgnummer = chain.next_number();
                      auto hash = chain.add({number(now.micros), number(l.gebruiker.value), optional_number(l.persoon),
                                             optional_number(l.dossier), std::string{naam(l.doel)}, l.handeling,
                                             l.resultaat, l.herkomst});
                      row = {gemeente,     volgnummer,  now,         l.gebruiker, l.persoon,      l.dossier,
                             naam(l.doel), l.handeling, l.resultaat, l.herkomst,  std::move(hash)};
                      return true;
                  });
    chain.close();
}

/// What stands in the log from this hour. Forgets all when it is full: then a line is written twice, never left out.
class Shown {
public:
    /// Without what is known already.
    std::vector<Lezing> news(std::vector<Lezing> lezingen, Timestamp now) {
        std::lock_guard const lock{mutex_};
        auto const hour = now.micros / micros_per_hour;
        if (hour != hour_ || known_.size() > most) known_.clear();
        hour_ = hour;
        std::erase_if(lezingen, [&](Lezing const& l) { return known_.contains(key(l)); });
        return lezingen;
    }
    /// Only once they are on disk.
    void written(std::vector<std::string> keys) {
        std::lock_guard const lock{mutex_};
        for (auto& k : keys) known_.insert(std::move(k));
    }
    static std::string key(Lezing const& l) {
        return fmt::format("{} {} {} {} {} {} {} {}", l.gebruiker.value, optional_number(l.persoon),
                           optional_number(l.dossier), naam(l.doel), l.gemeente.value, l.resultaat, l.herkomst,
                           l.handeling);
    }

private:
    static constexpr std::int64_t micros_per_hour = 3'600'000'000;
    static constexpr std::size_t most = 200'000;   // about 25 MB
    std::mutex mutex_;
    std::int64_t hour_ = 0;
    std::unordered_set<std::string> known_;
};

void write_batch(db::Database& database, Timestamp now, std::vector<Lezing> const& lezingen) {
    std::map<GemeenteId, std::vector<Lezing const*>> by_municipality;
    for (auto const& l : lezingen) by_municipality[l.gemeente].push_back(&l);
    database.write(db::Scope::system(), [&](db::Connection& c) {
        for (auto const& [gemeente, rows] : by_municipality) write_rows(c, now, gemeente, rows);
    });
}
}

struct Leeslog::Impl {
    db::Database& database;
    platform::Clock clock;
    std::mutex mutex;
    std::condition_variable filled;
    std::unique_ptr<Batch> open;   // takes entries while the batch before it is being committed
    bool stopping = false;
    std::thread writer;
    Shown shown;

    Impl(db::Database& d, platform::Clock c) : database{d}, clock{c} {
        writer = std::thread{[this] { run(); }};
    }
    std::shared_future<void> add(std::vector<Lezing>&& lezingen) {
        std::lock_guard const lock{mutex};
        if (!open) {
            open = std::make_unique<Batch>();
            open->task = std::packaged_task<void(std::vector<Lezing> const&)>{
                [this](std::vector<Lezing> const& all) { write_batch(database, clock.now(), all); }};
            open->done = open->task.get_future().share();
        }
        std::ranges::move(lezingen, std::back_inserter(open->lezingen));
        filled.notify_one();
        return open->done;
    }
    void run() {
        while (true) {
            std::unique_lock lock{mutex};
            filled.wait(lock, [this] { return open || stopping; });
            if (!open) return;
            auto const batch = std::move(open);
            lock.unlock();
            batch->task(batch->lezingen);   // keeps an exception for the waiters
        }
    }
};

Leeslog::Leeslog(db::Database& database, platform::Clock clock) : impl_{std::make_unique<Impl>(database, clock)} {}

Leeslog::~Leeslog() {
    {
        std::lock_guard const lock{impl_->mutex};
        impl_->stopping = true;
    }
    impl_->filled.notify_one();
    impl_->writer.join();
}

void Leeslog::write(std::vector<Lezing> lezingen) {
    if (lezingen.empty()) return;
    impl_->add(std::move(lezingen)).get();
}

void Leeslog::write_shown(std::vector<Lezing> lezingen) {
    auto news = impl_->shown.news(std::move(lezingen), impl_->clock.now());
    std::vector<std::string> keys;
    keys.reserve(news.size());
    for (auto const& l : news) keys.push_back(Shown::key(l));
    write(std::move(news));   // throws when it did not come on disk: then nothing counts as written
    impl_->shown.written(std::move(keys));
}
}
