#pragma once
#include "platform/html/components.h"

namespace html {
/// Scores on several subjects at once, 0 (not asked) to `most`: a picture, and the same figures as a table below it.
/// Where nothing was asked, the line is open. `earlier` is a second line, where there is one.
struct Radar {
    std::string id, title, say;   // say: one sentence that says what it shows
    struct Axis {
        std::string label;
        int now = 0, earlier = 0;
        std::string state;   // what the table says instead of a missing score: "niet gevraagd"
    };
    std::vector<Axis> axes;   // 3 to 24
    int most = 5;
    std::string now_label, earlier_label;   // earlier_label empty: no second line
    bool table_open = false;
};
Html radar(View const&, Radar const&);
}
