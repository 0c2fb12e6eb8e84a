// Anything that somebody may upload as a person list: the readers must answer with people or reasons, never crash.
#include "brp/api.h"
#include "brp/lijst.h"
#include "brp/soort.h"
#include "kernel/check.h"

#include <cstdint>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const bytes{reinterpret_cast<char const*>(data), size};
    (void)brp::geen_tekst(std::string_view{bytes}.substr(0, 4096));
    std::istringstream in{bytes};
    brp::LijstLezer lezer{in};
    if (!lezer.open()) {
        int last = 0;
        while (auto const one = lezer.next()) {
            check(one->regel > last);   // every list is reported once, in order
            last = one->regel;
            if (!one->uitkomst)
                check(!one->uitkomst.error().tekst().empty());
            else
                check(one->uitkomst->bsn || !one->uitkomst->a_nummer.empty());
        }
    }
    (void)brp::lees_api(bytes, [](brp::ApiGelezen const& one) {
        if (!one.uitkomst) check(!one.uitkomst.error().tekst().empty());
    });
    return 0;
}
