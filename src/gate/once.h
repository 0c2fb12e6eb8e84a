#pragma once
#include "gate/context.h"

namespace gate {

/// Makes a form work once: a second click, a reload or two tabs of one form get the answer of the first.
class OnceOnly {
public:
    OnceOnly(db::Database& database, GebruikerId user, std::string key, Timestamp now);
    ~OnceOnly();   // a page that failed frees the key: the user may send the form again
    OnceOnly(OnceOnly const&) = delete;
    OnceOnly& operator=(OnceOnly const&) = delete;
    /// True: this is the first sending, go on. False: answer with `earlier()`.
    bool first() const { return first_; }
    /// Where the first sending led to; nothing while it is still at work (answer 409).
    std::optional<std::string> earlier() const;
    /// After the page: a redirect is remembered; anything else (errors beside fields) frees the key again.
    void finish(http::Response const& response);

private:
    db::Database& database_;
    GebruikerId user_;
    std::string key_;
    bool first_ = true, finished_ = false;
};
/// Forgets keys of more than two days ago.
void forget_old_forms(db::Database& database, Timestamp now);
}
