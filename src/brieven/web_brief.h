#pragma once
#include "brieven/druk.h"
#include "gate/context.h"

/// The page of one letter, shared by its handlers.
namespace brieven::web_brief {
/// What was typed in a form that was refused.
struct Invoer {
    std::string wijze, dag, reden, taal;
    bool toestemming = false;
};
struct Fouten {
    html::Errors velden;
    std::string algemeen;   // already in the reader's language
};
DossierId dossier_of(gate::Context const&);
BriefId letter_of(gate::Context const&);
std::string path(gate::Context const&, std::string_view rest = {});
std::optional<Geheel> read(gate::Context&, Date dag);
http::Response screen(gate::Context&, int status, Geheel const&, Invoer const&, Fouten const&);
/// At the field it is about, or at the top.
void add(gate::Context&, Fouten&, BriefRefusal);
}
