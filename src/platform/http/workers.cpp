#include "platform/http/workers.h"

#include "platform/http/session.h"

namespace http {

void Workers::start() {
    for (int i = 0; i < threads_wanted_; ++i) threads_.emplace_back([this] { run(); });
}

Workers::Taken Workers::submit(std::shared_ptr<Session> session) {
    {
        std::lock_guard const lock{mutex_};
        if (stopping_ || queue_.size() >= most_waiting_) return Taken::queue_full;
        queue_.push_back(std::move(session));
    }
    wake_.notify_one();
    return Taken::yes;
}

void Workers::stop() {
    std::deque<std::shared_ptr<Session>> dropped;
    {
        std::lock_guard const lock{mutex_};
        stopping_ = true;
        dropped.swap(queue_);
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

std::size_t Workers::waiting() const {
    std::lock_guard const lock{mutex_};
    return queue_.size();
}

void Workers::run() {
    while (true) {
        std::shared_ptr<Session> session;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
            if (stopping_) return;
            session = std::move(queue_.front());
            queue_.pop_front();
        }
        Session::work(std::move(session));
    }
}
}
