#pragma once
#include "gate/context.h"

/// Pages of the program itself, of no slice.
namespace app {
http::Response start(gate::Context&);          // "/": to Mijn werk or to the log-in
http::Response health(gate::Context&);         // /gezond: database and jobs answer
http::Response metrics(gate::Context&);        // /metrics
http::Response help(gate::Context&);           // /hulp: keys, words, where to ask
http::Response management(gate::Context&);     // /beheer: what this user may manage
}
