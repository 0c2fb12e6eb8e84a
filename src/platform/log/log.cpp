#include "platform/log/log.h"

#include "platform/log/line.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace logging {
namespace {

/// Kept out of spdlog's registry: libraries that log through its default logger must not end up in our JSON.
spdlog::logger& out() {
    static spdlog::logger logger = [] {
        spdlog::logger made{"meedoen", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
        made.set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%fZ","level":"%l",%v})", spdlog::pattern_time_type::utc);
        made.flush_on(spdlog::level::warn);
        return made;
    }();
    return logger;
}

void write(spdlog::level::level_enum level, std::string_view event, std::initializer_list<Field> fields) {
    if (!out().should_log(level)) return;
    auto const members = members_of(event, fields);
    out().log(level, spdlog::string_view_t{members.data(), members.size()});
}
}

void set_level(std::string_view level) {
    using namespace spdlog::level;
    out().set_level(level == "debug"     ? debug
                    : level == "warning" ? warn
                    : level == "error"   ? err
                                         : spdlog::level::info);
}

void info(std::string_view event, std::initializer_list<Field> fields) { write(spdlog::level::info, event, fields); }
void warning(std::string_view event, std::initializer_list<Field> fields) { write(spdlog::level::warn, event, fields); }
void error(std::string_view event, std::initializer_list<Field> fields) { write(spdlog::level::err, event, fields); }
}
