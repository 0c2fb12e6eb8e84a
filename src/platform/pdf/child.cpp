#include "platform/pdf/child.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace pdf {
namespace {
constexpr rlim_t most_memory = 3ull << 30, most_files = 256;   // address space in bytes; open files

/// False: the moment came first.
bool ready(int line, short what, Moment until) {
    for (;;) {
        auto const left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0) return false;
        pollfd waiting{line, what, 0};
        int const n = poll(&waiting, 1, static_cast<int>(left.count()));
        if (n > 0) return true;
        if (n < 0 && errno != EINTR) return true;   // the read or write that follows says what is wrong
    }
}

/// Empty: the machine does not allow it.
std::string own_folder() {
    std::error_code failed;
    auto const base = std::filesystem::temp_directory_path(failed);
    auto name = ((failed ? std::filesystem::path{"/tmp"} : base) / "meedoen-pdf-XXXXXX").string();
    return mkdtemp(name.data()) ? name : std::string{};
}
void remove(std::string const& folder) {
    std::error_code ignored;
    if (!folder.empty()) std::filesystem::remove_all(folder, ignored);
}

void limit(pid_t process) {
    rlimit const memory{most_memory, most_memory}, files{most_files, most_files}, core{0, 0};
    prlimit(process, RLIMIT_AS, &memory, nullptr);
    prlimit(process, RLIMIT_NOFILE, &files, nullptr);
    prlimit(process, RLIMIT_CORE, &core, nullptr);
}
}

std::optional<Child> Child::start(std::string const& program, std::string const& script) {
    int line[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, line) != 0) return std::nullopt;
    auto const folder = own_folder();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, line[1], 0);
    posix_spawn_file_actions_adddup2(&actions, line[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", 1, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // Our own handlers and masks are not the child's, and a Ctrl-C at a terminal is for the server.
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    std::string arguments[] = {program, "-I", "-c", script};
    char* argv[] = {arguments[0].data(), arguments[1].data(), arguments[2].data(), arguments[3].data(), nullptr};
    std::string settings[] = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=/nonexistent",
                              "TMPDIR=" + (folder.empty() ? "/tmp" : folder)};
    char* environment[] = {settings[0].data(), settings[1].data(), settings[2].data(), settings[3].data(), nullptr};
    pid_t process = 0;
    int const failed = posix_spawn(&process, program.c_str(), &actions, &attributes, argv, environment);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    close(line[1]);
    if (failed != 0) {
        close(line[0]);
        remove(folder);
        return std::nullopt;
    }
    limit(process);
    return Child{process, line[0], folder};
}

Child::Child(Child&& other) noexcept
    : process_{std::exchange(other.process_, 0)},
      line_{std::exchange(other.line_, -1)},
      folder_{std::exchange(other.folder_, {})} {}
Child& Child::operator=(Child&& other) noexcept {
    if (this != &other) {
        end();
        process_ = std::exchange(other.process_, 0);
        line_ = std::exchange(other.line_, -1);
        folder_ = std::exchange(other.folder_, {});
    }
    return *this;
}
Child::~Child() { end(); }

void Child::end() {
    if (line_ >= 0) close(std::exchange(line_, -1));
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {}
    process_ = 0;
    remove(folder_);
}

std::optional<Child::Gone> Child::write_all(std::string_view bytes, Moment until) {
    while (!bytes.empty()) {
        if (!ready(line_, POLLOUT, until)) return Gone::too_slow;
        auto const n = ::send(line_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) return Gone::died;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return std::nullopt;
}

std::optional<Child::Gone> Child::read_all(char* into, std::size_t size, Moment until) {
    while (size > 0) {
        if (!ready(line_, POLLIN, until)) return Gone::too_slow;
        auto const n = recv(line_, into, size, MSG_DONTWAIT);
        if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (n <= 0) return Gone::died;
        into += n;
        size -= static_cast<std::size_t>(n);
    }
    return std::nullopt;
}

std::optional<Child::Gone> Child::send(std::string_view body, Moment until) {
    std::string frame;
    for (int shift = 24; shift >= 0; shift -= 8) frame += static_cast<char>(body.size() >> shift & 0xff);
    frame += body;
    return write_all(frame, until);
}

std::optional<std::string> Child::receive(std::size_t largest, Moment until, Gone& gone) {
    unsigned char head[4];
    if (auto const no = read_all(reinterpret_cast<char*>(head), sizeof head, until)) {
        gone = *no;
        return std::nullopt;
    }
    std::size_t size = 0;
    for (auto const byte : head) size = size << 8 | byte;
    if (size > largest) {
        gone = Gone::too_large;
        return std::nullopt;
    }
    std::string body(size, '\0');
    if (auto const no = read_all(body.data(), size, until)) {
        gone = *no;
        return std::nullopt;
    }
    return body;
}
}
