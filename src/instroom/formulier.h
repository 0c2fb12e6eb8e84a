#pragma once
#include "gate/context.h"
#include "instroom/velden.h"

#include <map>

/// The form of a person: read, checked and shown; the same for registering and for changing.
namespace instroom {

/// What was typed, by field; dates as gate::date_input gives them.
struct Persoonsinvoer {
    std::map<Veld, std::string> velden;
    std::string bsn, telefoon, email, nationaliteit;
    std::string at(Veld veld) const {
        auto const found = velden.find(veld);
        return found == velden.end() ? std::string{} : found->second;
    }
};
Persoonsinvoer read_person(http::Request const&);
Persoonsinvoer from_person(Persoonsgegevens const&);
/// The person, or errors beside the fields. Accepted as they are: one name, no number, a birth date known in part.
Persoonsgegevens understand_person(html::View const&, Persoonsinvoer const&, Persoonsgegevens base, html::Errors&);

/// Fields that only the BRP changes, once it has spoken, are shown but not offered.
enum class Bewerkbaar { alles, eigen };
html::Html identity_fields(html::View const&, Persoonsinvoer const&, html::Errors const&, Bewerkbaar);
html::Html language_fields(html::View const&, Persoonsinvoer const&, html::Errors const&);
html::Html contact_fields(html::View const&, Persoonsinvoer const&, html::Errors const&);
enum class BsnVeld { open, staat_vast };
html::Html number_fields(html::View const&, Persoonsinvoer const&, html::Errors const&, BsnVeld);
std::vector<html::Choice> language_choices(html::View const&);
std::vector<html::Choice> nationality_choices(html::View const&);
/// How a value is shown to people: "vrouw", "14 maart 1997", "Tigrinya".
std::string shown(html::View const&, Veld, std::string const& value);
/// An address on one line; empty when too little of it is known.
std::string address_line(brp::Adres const&);
}
