#include "app/command_list.h"
#include "app/open.h"
#include "app/serve.h"

#include "platform/json/json.h"
#include "platform/log/log.h"

#include <csignal>
#include <fstream>
#include <iostream>
#include <sstream>

namespace app {
namespace {

/// Blocks until the operator stops us: SIGINT or SIGTERM. The signals are blocked in all threads before these start.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

/// The demonstration accounts, for the person who just typed ./run. Never used with real accounts.
void show_accounts(std::string const& file) {
    std::ifstream in{file};
    std::stringstream text;
    text << in.rdbuf();
    auto const parsed = json::Value::parse(text.str());
    if (!parsed) return;
    std::cout << "\nDemonstratie-accounts (rol, gebruikersnaam, wachtwoord):\n";
    bool second = false;
    for (auto const& account : parsed->elements()) {
        std::cout << fmt::format("  {:<22} {:<28} {}", account.text("rol").value_or(""),
                                 account.text("gebruikersnaam").value_or(""), account.text("wachtwoord").value_or(""));
        if (auto const totp = account.text("totp")) {
            std::cout << "   code: build/meedoen user code " << *totp;
            second = true;
        }
        std::cout << "\n";
    }
    if (second)
        std::cout << "Bij een account met “code” vraagt Meedoen een tweede stap: de opdracht toont de code van nu.\n";
}
}

int serve(Settings const& settings) {
    auto opened = open(settings, Schema::must_be_current);
    if (opened.exit_code != 0) return opened.exit_code;
    auto const signals = block_stop_signals();
    logging::set_level(opened.config.log_level);
    std::optional<Date> today;
    if (opened.config.today)
        if (auto const day = parse_date(*opened.config.today)) today = *day;
    Program program{*opened.database, *opened.kluis, {.config = opened.config, .today = today, .job_threads = 1}};
    unsigned short port = 0;
    try {
        port = program.listen();
    } catch (std::exception const& error) {
        std::cerr << "De server start niet: " << error.what() << "\n";
        return 1;
    }
    std::cout << "Meedoen draait op " << (opened.config.tls_certificate.empty() ? "http" : "https") << "://"
              << opened.config.address << ":" << port << "\n";
    if (!settings.accounts.empty()) show_accounts(settings.accounts);
    std::cout << "Stoppen: Ctrl+C\n" << std::flush;
    int signal = 0;
    sigwait(&signals, &signal);
    program.stop();
    return 0;
}
}
