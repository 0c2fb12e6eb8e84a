#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>

namespace pdf {
using Moment = std::chrono::steady_clock::time_point;

/// One child process with which frames are exchanged: four bytes of length, most significant first, and the bytes.
/// Killed and waited for when this object goes: no zombie, no open descriptor.
class Child {
public:
    /// Nothing when the machine does not allow it. Of our open files the child gets only the line to us.
    static std::optional<Child> start(std::string const& program, std::string const& script);
    Child(Child&& other) noexcept;
    Child& operator=(Child&& other) noexcept;
    ~Child();

    enum class Gone { died, too_slow, too_large };
    /// Nothing: sent.
    std::optional<Gone> send(std::string_view body, Moment until);
    /// The frame, or in `gone` why there is none.
    std::optional<std::string> receive(std::size_t largest, Moment until, Gone& gone);
    pid_t process() const { return process_; }

private:
    Child(pid_t process, int line, std::string folder) : process_{process}, line_{line}, folder_{std::move(folder)} {}
    std::optional<Gone> write_all(std::string_view bytes, Moment until);
    std::optional<Gone> read_all(char* into, std::size_t size, Moment until);
    void end();
    pid_t process_;
    int line_;
    std::string folder_;   // for its temporary files; gone with it, however it ends
};
}
