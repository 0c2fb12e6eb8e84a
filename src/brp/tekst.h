#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

/// Unicode-aware pieces that names and addresses are made of.
namespace brp {
/// The parts that are not empty, with one space between words.
std::string joined(std::initializer_list<std::string_view> parts);
std::vector<std::string_view> split_words(std::string_view text);
/// The first code point (not a combining sequence: the BRP counts positions of its character set).
std::string_view first_character(std::string_view text);
/// First letter in upper case; "'t" and what is no letter stay as they are.
std::string capitalised(std::string_view text);
std::string upper(std::string_view text);
bool valid_utf8(std::string_view text);
}
