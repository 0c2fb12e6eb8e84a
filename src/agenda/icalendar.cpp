#include "agenda/store.h"

#include <libical/ical.h>

namespace agenda {
namespace {
icaltimetype utc(Timestamp moment) {
    return icaltime_from_timet_with_zone(static_cast<time_t>(moment.micros / 1'000'000), 0,
                                         icaltimezone_get_utc_timezone());
}
}

// The subject is free text and may hold a name; a calendar on a phone is read by others. So the title is always the
// same.
std::string icalendar(std::vector<Afspraak> const& appointments, Timestamp now) {
    auto* calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
    icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Meedoen//Agenda//NL"));
    for (auto const& a : appointments) {
        auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        icalcomponent_add_property(event, icalproperty_new_uid((std::to_string(a.id.value) + "@meedoen").c_str()));
        icalcomponent_add_property(event, icalproperty_new_dtstamp(utc(now)));
        icalcomponent_add_property(event, icalproperty_new_dtstart(utc(a.begint)));
        icalcomponent_add_property(event, icalproperty_new_dtend(utc(a.eindigt)));
        icalcomponent_add_property(event, icalproperty_new_summary(a.dossier ? "Afspraak inburgering" : "Afspraak"));
        icalcomponent_add_property(event, icalproperty_new_sequence(static_cast<int>(a.versie)));
        icalcomponent_add_property(
            event, icalproperty_new_status(a.stand == Stand::afgezegd ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
        icalcomponent_add_component(calendar, event);
    }
    char* text = icalcomponent_as_ical_string_r(calendar);
    std::string out{text};
    free(text);
    icalcomponent_free(calendar);
    return out;
}
}
