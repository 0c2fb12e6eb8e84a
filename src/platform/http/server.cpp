#include "platform/http/loop.h"
#include "platform/http/tls.h"
#include "platform/log/log.h"

#include <boost/asio/post.hpp>
#include <system_error>

namespace http {
namespace asio = boost::asio;
using asio::ip::tcp;
namespace {
/// Beyond the cap this many connections more are told so; those beyond are closed without a word.
constexpr int told_to_wait = 256;

void demand(boost::system::error_code const& failed, std::string const& what) {
    if (failed) throw std::system_error{std::error_code{failed}, what};
}
}

struct Server::Impl {
    Core core;
    std::vector<std::unique_ptr<Loop>> loops;
    std::optional<tcp::acceptor> acceptor;
    std::optional<asio::steady_timer> pause;
    std::size_t next_loop = 0;
    bool running = false;

    Impl(Options options, Handler handler, LimitFor limit_for, ErrorPage page)
        : core{std::move(options), std::move(handler), std::move(limit_for), std::move(page)} {}

    void listen() {
        auto const& options = core.options;
        boost::system::error_code failed;
        auto const address = options.address == "localhost" ? asio::ip::make_address("127.0.0.1")
                                                            : asio::ip::make_address(options.address, failed);
        demand(failed, options.address);
        tcp::endpoint const endpoint{address, options.port};
        acceptor->open(endpoint.protocol(), failed);
        demand(failed, options.address);
        acceptor->set_option(tcp::acceptor::reuse_address{true}, failed);
        acceptor->bind(endpoint, failed);
        if (!failed) acceptor->listen(asio::socket_base::max_listen_connections, failed);
        demand(failed, options.address + ":" + std::to_string(options.port));
    }

    void accept_next() {
        auto& loop = *loops[next_loop];
        next_loop = (next_loop + 1) % loops.size();
        acceptor->async_accept(loop.context(), [this, &loop](boost::system::error_code failed, tcp::socket socket) {
            if (core.stopping || failed == asio::error::operation_aborted) return;
            if (!failed) {
                admit(loop, std::move(socket));
                return accept_next();
            }
            // Most often: no file descriptors left. Trying again at once would only burn the processor.
            logging::warning("http_accept_failed", {{"reason", failed.message()}});
            pause->expires_after(std::chrono::milliseconds{100});
            pause->async_wait([this](boost::system::error_code cancelled) {
                if (!cancelled && !core.stopping) accept_next();
            });
        });
    }

    void admit(Loop& loop, tcp::socket socket) {
        auto const open = ++core.connections;
        if (open > core.options.max_connections + told_to_wait) {
            --core.connections;
            ++core.refused;
            return;   // the socket closes here
        }
        loop.adopt(std::move(socket),
                   open > core.options.max_connections ? Session::Load::too_many : Session::Load::normal);
    }

    void stop(std::chrono::seconds grace) {
        if (!running) return;
        running = false;
        core.stopping = true;
        asio::post(acceptor->get_executor(), [this] {
            boost::system::error_code ignored;
            acceptor->close(ignored);
            pause->cancel();
        });
        for (auto const& loop : loops) loop->finish();
        {
            std::unique_lock lock{core.gone_mutex};
            core.gone.wait_for(lock, grace, [this] { return core.connections.load() == 0; });
        }
        for (auto const& loop : loops) loop->close_all();
        // Handlers before loops: what they hand back needs loops that still run.
        core.workers.stop();
        for (auto const& loop : loops) loop->stop();
        acceptor.reset();
        pause.reset();
        loops.clear();
    }
};

Server::Server(Options options, Handler handler, LimitFor limit_for, ErrorPage error_page)
    : impl_{std::make_unique<Impl>(std::move(options), std::move(handler), std::move(limit_for),
                                   std::move(error_page))} {}

Server::~Server() { stop(std::chrono::seconds{0}); }

unsigned short Server::start() {
    auto& i = *impl_;
    auto const& options = i.core.options;
    i.core.trusted = parse_addresses(options.trusted_proxies);
    if (!options.tls_certificate.empty()) i.core.tls = make_tls(options.tls_certificate, options.tls_key);
    for (int n = 0; n < std::max(1, options.io_threads); ++n) i.loops.push_back(std::make_unique<Loop>(i.core));
    i.acceptor.emplace(i.loops.front()->context());
    i.pause.emplace(i.loops.front()->context());
    i.listen();
    i.core.workers.start();
    i.accept_next();
    for (auto const& loop : i.loops) loop->start();
    i.running = true;
    return i.acceptor->local_endpoint().port();
}

void Server::stop(std::chrono::seconds grace) { impl_->stop(grace); }

void Server::publish(std::string_view topic, std::string_view event, std::string_view data) {
    auto const text = std::make_shared<std::string const>(event_text(event, data));
    for (auto const& loop : impl_->loops) loop->publish(std::string{topic}, text);
}

Server::Numbers Server::numbers() const {
    auto const& core = impl_->core;
    return {core.requests, core.refused, core.connections, static_cast<int>(core.workers.waiting())};
}
}
