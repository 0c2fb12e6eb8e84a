#include "gate/once.h"

#include "gate/queries.h"

#include <algorithm>
#include <thread>

namespace gate {

OnceOnly::OnceOnly(db::Database& database, GebruikerId user, std::string key, Timestamp now)
    : database_{database}, user_{user}, key_{std::move(key)} {
    auto const plain = [](char c) { return c > ' ' && c < 0x7f; };   // as we make them
    if (key_.empty() || key_.size() > 64 || !std::ranges::all_of(key_, plain)) {
        key_.clear();
        return;
    }
    first_ = database_.write(db::Scope::system(), [&](db::Connection& c) {
        return c.value<std::string>(queries::claim_form, {key_, user_, now}).has_value();
    });
}

OnceOnly::~OnceOnly() {
    if (key_.empty() || !first_ || finished_) return;
    try {
        database_.write(db::Scope::system(), [&](db::Connection& c) { c.exec(queries::release_form, {key_}); });
    } catch (db::Error const&) {
        return;   // gone with the database; forgotten after two days
    }
}

std::optional<std::string> OnceOnly::earlier() const {
    // The first sending is usually a few milliseconds ahead; we wait for it, but never longer than three seconds.
    auto const give_up = std::chrono::steady_clock::now() + std::chrono::seconds{3};
    while (true) {
        auto const answer = database_.read(db::Scope::system(), [&](db::Connection& c) {
            return c.value<std::string>(queries::answer_of_form, {key_, user_});
        });
        if (answer && !answer->empty()) return answer;
        if (!answer || std::chrono::steady_clock::now() > give_up) return std::nullopt;
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
}

void OnceOnly::finish(http::Response const& response) {
    if (key_.empty() || !first_) return;
    std::string location;
    for (auto const& [name, value] : response.headers)
        if (name == "Location") location = value;
    database_.write(db::Scope::system(), [&](db::Connection& c) {
        if (response.status == 303)
            c.exec(queries::finish_form, {key_, location});
        else
            c.exec(queries::release_form, {key_});
    });
    finished_ = true;
}

void forget_old_forms(db::Database& database, Timestamp now) {
    database.write(db::Scope::system(),
                   [&](db::Connection& c) { c.exec(queries::forget_old_forms, {now.plus(-std::chrono::hours{48})}); });
}
}
