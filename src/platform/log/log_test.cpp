#include "platform/log/line.h"
#include "platform/log/log.h"

#include <gtest/gtest.h>

namespace {
std::string escaped(std::string_view text) {
    std::string out;
    logging::append_escaped(out, text);
    return out;
}
}

TEST(Log, one_json_line_with_time_level_and_event) {
    testing::internal::CaptureStderr();
    logging::info("server_started", {{"port", "8080"}});
    logging::warning("slow", {});
    auto const text = testing::internal::GetCapturedStderr();
    auto const end = text.find('\n');
    auto const first = text.substr(0, end);
    EXPECT_TRUE(first.starts_with("{\"time\":\"20")) << first;
    EXPECT_TRUE(first.ends_with("Z\",\"level\":\"info\",\"event\":\"server_started\",\"port\":\"8080\"}")) << first;
    EXPECT_TRUE(text.substr(end + 1).ends_with("\"level\":\"warning\",\"event\":\"slow\"}\n")) << text;
}

TEST(Log, nothing_in_a_value_can_make_a_second_line_or_a_second_field) {
    testing::internal::CaptureStderr();
    logging::error("x", {{"reason", "a\"b\\c\nd\re\tf\x01g\x7F {} %v"}});
    auto const text = testing::internal::GetCapturedStderr();
    EXPECT_EQ(std::ranges::count(text, '\n'), 1);
    EXPECT_TRUE(text.ends_with(R"("reason":"a\"b\\c\nd\re\tf\u0001g\u007f {} %v"})"
                               "\n"))
        << text;
}

TEST(Log, bytes_that_are_no_utf8_become_the_replacement_character) {
    EXPECT_EQ(escaped("Çelik ተ 😀"), "Çelik ተ 😀");
    EXPECT_EQ(escaped("a\xFFz"), "a\xEF\xBF\xBDz");
    EXPECT_EQ(escaped("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(escaped("\xE2\x82"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    EXPECT_EQ(escaped("\xED\xA0\x80").size(), 9U);
    EXPECT_EQ(escaped(std::string_view{"a\0b", 3}), "a\\u0000b");
}

TEST(Log, a_level_hides_what_is_below_it) {
    logging::set_level("error");
    testing::internal::CaptureStderr();
    logging::info("hidden");
    logging::warning("hidden");
    logging::error("shown");
    auto const text = testing::internal::GetCapturedStderr();
    logging::set_level("info");
    EXPECT_EQ(text.find("hidden"), std::string::npos);
    EXPECT_NE(text.find("shown"), std::string::npos);
}
