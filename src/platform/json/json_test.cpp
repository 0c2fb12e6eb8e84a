#include "kernel/check.h"
#include "platform/json/json.h"

#include <gtest/gtest.h>

using json::ParseRefusal;
using json::Value;
using json::Writer;

namespace {
std::optional<ParseRefusal> refusal(std::string_view text) {
    auto const value = Value::parse(text);
    return value ? std::nullopt : std::optional{value.error()};
}
std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}
}

TEST(JsonWriter, puts_commas_and_escapes_itself) {
    Writer w;
    w.object().field("naam", "Ö \"x\"\\\n\t\x01").field("aantal", 3).field("cent", std::int64_t{-9000000000});
    w.key("lijst").array().value(true).null().object().end_object().array().end_array().end_array();
    w.field("dag", Date{2026y / 11 / 25}).end_object();
    EXPECT_EQ(w.take(), R"({"naam":"Ö \"x\"\\\n\t\u0001","aantal":3,"cent":-9000000000,)"
                        R"("lijst":[true,null,{},[]],"dag":"2026-11-25"})");
}

TEST(JsonWriter, can_be_used_again_after_take) {
    Writer w;
    w.value(1);
    EXPECT_EQ(w.take(), "1");
    w.array().value("a").value("b").end_array();
    EXPECT_EQ(w.take(), R"(["a","b"])");
}

TEST(JsonWriter, misuse_is_a_bug) {
    EXPECT_THROW(Writer{}.object().value(1), Bug);
    EXPECT_THROW(Writer{}.key("a"), Bug);
    EXPECT_THROW(Writer{}.array().key("a"), Bug);
    EXPECT_THROW(Writer{}.object().key("a").key("b"), Bug);
    EXPECT_THROW(Writer{}.object().key("a").end_object(), Bug);
    EXPECT_THROW(Writer{}.object().end_array(), Bug);
    EXPECT_THROW(Writer{}.value(1).value(2), Bug);
    EXPECT_THROW(Writer{}.array().take(), Bug);
    EXPECT_THROW(Writer{}.take(), Bug);
}

TEST(JsonValue, reads_what_is_asked_and_only_of_the_right_kind) {
    auto const v = Value::parse(R"( {"a":"x","n":-12,"b":true,"leeg":null,"lijst":[1,"2",{"d":[]}],"deel":1.5} )");
    ASSERT_TRUE(v);
    EXPECT_TRUE(v->is_object());
    EXPECT_EQ(v->text("a"), "x");
    EXPECT_EQ(v->integer("n"), -12);
    EXPECT_EQ(v->boolean("b"), true);
    EXPECT_EQ(v->text("n"), std::nullopt);
    EXPECT_EQ(v->integer("deel"), std::nullopt);
    EXPECT_EQ(v->boolean("weg"), std::nullopt);
    EXPECT_TRUE(v->member("leeg")->is_null());
    EXPECT_EQ(v->member("lijst")->elements().size(), 3U);
    EXPECT_TRUE(v->member("lijst")->elements()[2].member("d")->is_array());
    EXPECT_TRUE(v->elements().empty());
    EXPECT_EQ(v->member_names(), (std::vector<std::string>{"a", "n", "b", "leeg", "lijst", "deel"}));
    EXPECT_THROW(v->as_text(), Bug);
}

TEST(JsonValue, an_element_outlives_the_document_it_came_from) {
    std::optional<Value> kept;
    {
        auto const v = Value::parse(R"([{"naam":"Selam"}])");
        kept = v->elements().front();
    }
    EXPECT_EQ(kept->text("naam"), "Selam");
}

TEST(JsonValue, whole_numbers_to_the_last) {
    auto const v = Value::parse("[9223372036854775807,-9223372036854775808,0,-0]");
    ASSERT_TRUE(v);
    EXPECT_EQ(v->elements()[0].as_integer(), INT64_MAX);
    EXPECT_EQ(v->elements()[1].as_integer(), INT64_MIN);
}

TEST(JsonValue, escapes_and_surrogate_pairs) {
    EXPECT_EQ(Value::parse(R"("\u00e9\ud83d\ude00\/\"\n")")->as_text(), "é😀/\"\n");
    EXPECT_EQ(Value::parse("\"\\u0000\"")->as_text(), std::string(1, '\0'));
    EXPECT_EQ(Value::parse("\"" + repeated("é", 5000) + "\"")->as_text(), repeated("é", 5000));
}

TEST(JsonValue, refuses_hostile_text) {
    EXPECT_EQ(refusal(R"({"a":1,"a":2})"), ParseRefusal::duplicate_key);
    EXPECT_EQ(refusal(R"({"a":1,"\u0061":2})"), ParseRefusal::duplicate_key);
    EXPECT_EQ(refusal(R"({"x":[{"b":0,"c":1,"b":{}}]})"), ParseRefusal::duplicate_key);
    EXPECT_EQ(refusal("[1e309]"), ParseRefusal::number_out_of_range);
    EXPECT_EQ(refusal("[-1e309]"), ParseRefusal::number_out_of_range);
    EXPECT_EQ(refusal("[1e99999999999999]"), ParseRefusal::number_out_of_range);
    EXPECT_EQ(refusal("[9223372036854775808]"), ParseRefusal::number_out_of_range);
    EXPECT_EQ(refusal("[-9223372036854775809]"), ParseRefusal::number_out_of_range);
    EXPECT_EQ(refusal("[" + repeated("9", 500) + "]"), ParseRefusal::number_out_of_range);
    EXPECT_EQ(refusal(R"(["\ud800"])"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal(R"(["\udc00"])"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal(R"(["\ud800x"])"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal(R"(["\ud800\u0041"])"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal("[\"\xff\"]"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal("[\"\xc0\xaf\"]"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal("[\"\xed\xa0\x80\"]"), ParseRefusal::not_utf8);
    EXPECT_EQ(refusal("[\"caf\xe9\"]"), ParseRefusal::not_utf8);
}

TEST(JsonValue, depth_64_and_no_more) {
    EXPECT_EQ(refusal(repeated("[", 64) + repeated("]", 64)), std::nullopt);
    EXPECT_EQ(refusal(repeated("[", 65) + repeated("]", 65)), ParseRefusal::too_deep);
    EXPECT_EQ(refusal(repeated("{\"a\":", 65) + "1" + repeated("}", 65)), ParseRefusal::too_deep);
    EXPECT_EQ(refusal(repeated("[", 1000000)), ParseRefusal::too_deep);
}

TEST(JsonValue, refuses_what_is_torn) {
    for (auto const* text : {"",
                             " ",
                             "{",
                             "[1,",
                             "[1,]",
                             "{\"a\"}",
                             "{\"a\":}",
                             "{a:1}",
                             "{'a':1}",
                             "[1] [2]",
                             "nul",
                             "[01]",
                             "[+1]",
                             "[.5]",
                             "[1.]",
                             "[NaN]",
                             "[Infinity]",
                             "\"a",
                             "[\"\n\"]",
                             "[\"\\x\"]",
                             "// c\n1",
                             "[1]x",
                             "\xEF\xBB\xBF[1]",
                             "[\"\\u12\"]"})
        EXPECT_EQ(refusal(text), ParseRefusal::torn) << text;
    EXPECT_EQ(refusal(std::string_view{"1\0", 2}), ParseRefusal::torn);
}
