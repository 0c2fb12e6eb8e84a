#include "platform/i18n/i18n.h"

#include "platform/i18n/catalogue.h"

extern "C" char const meedoen_catalogue_en[];
extern "C" char const meedoen_catalogue_en_end[];

namespace i18n {
namespace {

Catalogue const& english() {
    static Catalogue const read{
        {meedoen_catalogue_en, static_cast<std::size_t>(meedoen_catalogue_en_end - meedoen_catalogue_en)}};
    return read;
}

/// Which form a number takes. A new language cannot be added without saying so here.
std::size_t plural_index(Taal taal, long long n) {
    switch (taal) {
    case Taal::nl:
    case Taal::en: return n == 1 || n == -1 ? 0 : 1;
    }
    return 0;
}
}

std::string_view code(Taal taal) {
    switch (taal) {
    case Taal::nl: return "nl";
    case Taal::en: return "en";
    }
    return "nl";
}

Taal taal_from(std::string_view code) { return code == "en" ? Taal::en : Taal::nl; }

std::string_view translate(Taal taal, std::string_view dutch) {
    if (taal == Taal::nl) return dutch;
    auto const found = english().find(dutch);
    return found.empty() ? dutch : plural_form(found, 0);
}

std::string_view translate_plural(Taal taal, std::string_view dutch_one, std::string_view dutch_many, long long n) {
    auto const index = plural_index(taal, n);
    auto const found = taal == Taal::nl ? std::string_view{} : english().find(dutch_one);
    if (found.empty()) return index == 0 ? dutch_one : dutch_many;
    return plural_form(found, index);
}
}
