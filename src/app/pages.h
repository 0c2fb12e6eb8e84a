#pragma once
#include "gate/context.h"

/// Pages of the program itself, of no slice.
namespace app {
http::Response start(gate::Context&);     // "/": to Mijn werk or to the log-in
http::Response health(gate::Context&);    // /gezond: database and jobs answer
http::Response metrics(gate::Context&);   // /metrics
http::Response help(gate::Context&);      // /hulp: keys, words, where to ask
/// Registering and editing a person, and then what DUO's notices that waited for this person do.
http::Response add_person(gate::Context&);
http::Response edit_person(gate::Context&);
/// Beginning and closing an intake, and then the tasks about test and plan that follow from it.
http::Response begin_intake(gate::Context&);
http::Response finish_intake(gate::Context&);
/// Sending a letter, and then the task that asked for it.
http::Response send_letter(gate::Context&);
http::Response management(gate::Context&);   // /beheer: what this user may manage
}
