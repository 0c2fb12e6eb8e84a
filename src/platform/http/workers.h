#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace http {
class Session;

/// The threads on which handlers run. A request that waits is its session; there is no other kind of work.
class Workers {
public:
    Workers(int threads, std::size_t most_waiting) : threads_wanted_{threads}, most_waiting_{most_waiting} {}
    ~Workers() { stop(); }
    void start();
    enum class Taken { yes, queue_full };
    Taken submit(std::shared_ptr<Session> session);
    /// Drops what still waits and returns when the running handlers have.
    void stop();
    std::size_t waiting() const;

private:
    void run();
    int threads_wanted_;
    std::size_t most_waiting_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::shared_ptr<Session>> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};
}
