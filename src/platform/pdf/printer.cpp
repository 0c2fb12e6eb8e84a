#include "platform/pdf/printer.h"

#include "platform/log/log.h"
#include "platform/pdf/child.h"
#include "platform/pdf/finish.h"

#include <mutex>

extern "C" char const meedoen_printer_script[], meedoen_printer_script_end[];

namespace pdf {

struct Printer::Impl {
    Options options;
    mutable std::timed_mutex mutex;   // one letter at a time
    std::optional<Child> child;
    int of_this_child = 0;
    mutable std::mutex counting;
    Numbers numbers;

    void drop() {
        child.reset();
        std::scoped_lock const lock{counting};
        numbers.process = 0;
    }
    bool start(Moment until);
    Result<std::string, PrintRefusal> ask(std::string_view html);
};

bool Printer::Impl::start(Moment until) {
    drop();
    child = Child::start(options.python, options.script);
    if (!child) return false;
    of_this_child = 0;
    {
        std::scoped_lock const lock{counting};
        ++numbers.started;
        numbers.process = child->process();
    }
    // The number of files first, in a frame of its own, then each name and its bytes.
    if (child->send(std::string(1, static_cast<char>(options.files.size())), until)) return false;
    for (auto const& [name, bytes] : options.files)
        if (child->send(name, until) || child->send(bytes, until)) return false;
    return true;
}

Result<std::string, PrintRefusal> Printer::Impl::ask(std::string_view html) {
    // A child that died between two letters is noticed at the next one: then a second try with a new one.
    for (int attempt = 0; attempt < 2; ++attempt) {
        auto const until = std::chrono::steady_clock::now() + options.patience;
        if (!child || of_this_child >= options.letters_per_child) {
            if (!start(until)) {
                drop();
                continue;
            }
        }
        auto gone = Child::Gone::died;
        auto const unsent = child->send(html, until);
        auto answer = unsent ? std::nullopt : child->receive(options.largest_pdf + 1, until, gone);
        if (unsent) gone = *unsent;
        if (!answer) {
            logging::warning("pdf", {{"what", "child gone"}, {"why", std::to_string(static_cast<int>(gone))}});
            drop();
            if (gone == Child::Gone::too_slow) return unexpected{PrintRefusal::too_slow};
            if (gone == Child::Gone::too_large) return unexpected{PrintRefusal::not_set};
            continue;
        }
        ++of_this_child;
        if (answer->empty() || answer->front() != '+') {
            logging::warning("pdf", {{"what", "not set"}, {"why", answer->substr(0, 60)}});
            return unexpected{PrintRefusal::not_set};
        }
        answer->erase(0, 1);
        return std::move(*answer);
    }
    logging::error("pdf", {{"what", "no printer"}});
    return unexpected{PrintRefusal::no_printer};
}

Printer::Printer(Options options) : impl_{std::make_unique<Impl>()} {
    impl_->options = std::move(options);
    if (impl_->options.script.empty()) impl_->options.script.assign(meedoen_printer_script, meedoen_printer_script_end);
}
Printer::~Printer() = default;

Result<std::string, PrintRefusal> Printer::print(std::string_view html) {
    if (html.size() > impl_->options.largest_html) return unexpected{PrintRefusal::too_large};
    auto raw = [&]() -> Result<std::string, PrintRefusal> {
        std::unique_lock lock{impl_->mutex, std::defer_lock};
        if (!lock.try_lock_for(2 * impl_->options.patience)) return unexpected{PrintRefusal::too_slow};
        return impl_->ask(html);
    }();
    if (!raw) return raw;
    auto finished = finish(*raw);
    if (!finished) {
        logging::error("pdf", {{"what", "not sound"}, {"why", std::string{finished.error()}}});
        return unexpected{PrintRefusal::not_sound};
    }
    std::scoped_lock const lock{impl_->counting};
    ++impl_->numbers.printed;
    return std::move(*finished);
}

Printer::Numbers Printer::numbers() const {
    std::scoped_lock const lock{impl_->counting};
    return impl_->numbers;
}
}
