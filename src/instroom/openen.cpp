#include "instroom/openen.h"

#include "dossier/store.h"

namespace instroom {

DossierId open_as(db::Connection& c, gate::Context const& context, PersoonId persoon) {
    auto const& access = context.access;
    bool const there = dossier::open_of(c, persoon).has_value();
    auto const file = dossier::open_for(c, access, context.now(), context.today(), persoon, "instroom");
    if (!there && access.rol() == vertrouwen::Rol::klantmanager)
        dossier::assign(c, access, context.now(), context.today(), file, "klantmanager", access.gebruiker());
    return file;
}
}
