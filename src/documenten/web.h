#pragma once
#include "documenten/store.h"
#include "gate/context.h"

namespace documenten {
http::Response download(gate::Context&);   // /dossiers/{dossier}/documenten/{document}
/// The document as an attachment that no browser opens by itself as something else.
http::Response als_bijlage(Document const&);
}
