#include "app/serve.h"

#include "app/menu.h"
#include "app/routes.h"
#include "brieven/druk.h"

namespace app {

struct Program::Impl {
    Options options;
    platform::Clock clock;
    vertrouwen::Leeslog leeslog;
    gate::App app;
    gate::Gate gate;
    jobs::Runner runner;
    std::unique_ptr<pdf::Printer> printer = brieven::maak_printer();   // its child starts at the first letter
    std::unique_ptr<http::Server> server;

    Impl(db::Database& database, vertrouwen::Kluis const& kluis, Options wanted)
        : options{std::move(wanted)},
          clock{options.today ? platform::Clock{*options.today} : platform::Clock{}},
          leeslog{database, clock},
          app{.config = options.config,
              .database = database,
              .kluis = kluis,
              .clock = clock,
              .leeslog = leeslog,
              .metrics = {}},
          gate{app, routes(), menu()},
          runner{database, clock, workers(app)} {
        app.runner = &runner;
        app.metrics = [this] { return gate.metrics(); };
        app.printer = printer.get();
        app.count_menu = count_menu;
    }
};

Program::Program(db::Database& database, vertrouwen::Kluis const& kluis, Options options)
    : impl_{std::make_unique<Impl>(database, kluis, std::move(options))} {
    if (impl_->options.job_threads == 0) return;
    plan_nightly(impl_->app);
    impl_->runner.start(impl_->options.job_threads);
}

Program::~Program() { stop(); }

gate::App& Program::shared() { return impl_->app; }
gate::Gate& Program::gate() { return impl_->gate; }
jobs::Runner& Program::runner() { return impl_->runner; }

unsigned short Program::listen() {
    auto& i = *impl_;
    auto const& c = i.options.config;
    http::Options options;
    options.address = c.address;
    options.port = static_cast<unsigned short>(c.port);
    options.tls_certificate = c.tls_certificate;
    options.tls_key = c.tls_key;
    options.workers = c.workers;
    options.trusted_proxies = c.trusted_proxies;
    i.server = std::make_unique<http::Server>(
        options, [&i](http::Request& request) { return i.gate.handle(request); },
        [&i](http::Method method, std::string_view path) { return i.gate.limit_for(method, path); },
        [&i](int status) { return i.gate.transport_error(status); });
    i.app.server = i.server.get();
    return i.server->start();
}

void Program::stop() {
    if (!impl_->server) return;
    impl_->server->stop(std::chrono::seconds{10});
    impl_->app.server = nullptr;
    impl_->server.reset();
}
}
