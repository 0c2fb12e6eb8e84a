#include "documenten/web.h"

namespace documenten {

http::Response als_bijlage(Document const& document) {
    return http::download(std::string{naam(document.regel.mediatype)}, document.regel.naam, document.bytes);
}

http::Response download(gate::Context& context) {
    DossierId const dossier{context.id_param("dossier")};
    DocumentId const id{context.id_param("document")};
    auto const document = context.app.database.read(
        context.scope(), [&](db::Connection& c) { return zoek(c, context.app.kluis, context.access, dossier, id); });
    return document ? als_bijlage(*document) : gate::not_found(context);
}
}
