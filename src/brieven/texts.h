#pragma once
#include <span>
#include <string_view>

namespace brieven {
/// The files of assets/brieven, part of the program: "afspraak.nl", "letter.css".
struct Text {
    std::string_view name, content;
};
std::span<Text const> texts();
}
