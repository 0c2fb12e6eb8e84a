#include "bench/bench.h"

#include <gtest/gtest.h>
#include <sstream>

TEST(Bench, percentiles_of_few_and_many) {
    std::vector<std::int64_t> none, one{7}, many;
    for (int i = 1; i <= 100; ++i) many.push_back(i);
    EXPECT_EQ(bench::percentile(none, 50), 0);
    EXPECT_EQ(bench::percentile(one, 99), 7);
    EXPECT_EQ(bench::percentile(many, 50), 50);
    EXPECT_EQ(bench::percentile(many, 99), 99);
}

TEST(Bench, what_the_last_form_would_send) {
    std::string const page =
        R"(<form method="post"><input type="hidden" name="_csrf" value="zoek"></form><form method="post">)"
        R"(<input type="hidden" name="_csrf" value="a+b="><input type="text" name="naam" value="x">)"
        R"(<input type="hidden" name="_eenmalig" value="7"></form>)";
    EXPECT_EQ(bench::hidden_fields(page), "_csrf=a%2Bb%3D&_eenmalig=7");
    EXPECT_EQ(bench::hidden_fields("geen formulier"), "");
}

TEST(Bench, an_empty_run_reports_without_dividing_by_nothing) {
    std::ostringstream text, json;
    bench::report({}, "leeg", false, text);
    bench::report({}, "leeg", true, json);
    EXPECT_NE(text.str().find("0 verzoeken"), std::string::npos);
    EXPECT_NE(json.str().find("\"per_seconde\":0"), std::string::npos);
}
