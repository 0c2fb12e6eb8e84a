#pragma once
#include "platform/http/forwarded.h"
#include "platform/http/request_reader.h"
#include "platform/http/workers.h"

#include <atomic>

namespace http {

/// What all connections of one server share.
struct Core {
    Core(Options wanted, Handler handle, LimitFor limit_for, ErrorPage page)
        : options{std::move(wanted)},
          handler{std::move(handle)},
          error_page{std::move(page)},
          rules{std::move(limit_for), options.max_header, options.upload_dir},
          workers{options.workers, static_cast<std::size_t>(options.max_queue)} {}

    Options options;
    Handler handler;
    ErrorPage error_page;
    ReadingRules rules;
    Workers workers;
    std::vector<Address> trusted;
    std::unique_ptr<boost::asio::ssl::context> tls;

    std::atomic<std::uint64_t> requests{}, refused{};
    std::atomic<bool> stopping{};

    /// Connections that are open, and a way to wait for the last one.
    std::atomic<int> connections{};
    std::mutex gone_mutex;
    std::condition_variable gone;
};
}
