#include "vertrouwen/kept_form.h"

#include "platform/json/json.h"
#include "vertrouwen/queries.h"

namespace vertrouwen {
namespace {
using Fields = std::vector<std::pair<std::string, std::string>>;

std::string to_json(GebruikerId user, Fields const& fields) {
    json::Writer w;
    w.object().field("gebruiker", user.value).key("velden").array();
    for (auto const& [name, value] : fields) {
        // The form's own token and key belong to the session that is gone.
        if (!name.starts_with('_')) w.array().value(name).value(value).end_array();
    }
    w.end_array().end_object();
    return w.take();
}

std::optional<Fields> from_json(GebruikerId user, std::string_view text) {
    auto const form = json::Value::parse(text);
    if (!form || form->integer("gebruiker") != user.value) return std::nullopt;
    Fields fields;
    auto const list = form->member("velden");
    if (!list) return std::nullopt;
    for (auto const& pair : list->elements()) {
        auto const parts = pair.elements();
        check(parts.size() == 2);
        fields.emplace_back(parts[0].as_text(), parts[1].as_text());
    }
    return fields;
}
}

void KeptForms::keep(GebruikerId user, std::string_view path, Fields const& fields) {
    auto const sealed = kluis_.seal(to_json(user, fields));
    db_.write(db::Scope::system(), [&](db::Connection& c) {
        c.exec(queries::drop_kept_form, {user});
        c.exec(queries::add_kept_form, {db::new_id(), user, path, sealed, clock_.now()});
    });
}

std::optional<BewaardFormulier> KeptForms::find(GebruikerId user) {
    struct Row {
        std::int64_t id;
        std::string path;
        db::Blob sealed;
        Timestamp kept;
    };
    auto const row = db_.read(db::Scope::system(), [&](db::Connection& c) {
        return c.one(queries::find_kept_form, {user}, [](db::Row const& r) {
            return Row{r.integer(0), r.get<std::string>(1), r.blob(2), r.timestamp(3)};
        });
    });
    if (!row) return std::nullopt;
    auto const plain = kluis_.try_open(row->sealed);
    if (!plain) return std::nullopt;
    auto fields = from_json(user, *plain);
    if (!fields) return std::nullopt;
    return BewaardFormulier{row->id, row->path, std::move(*fields), row->kept};
}

void KeptForms::drop(GebruikerId user) {
    db_.write(db::Scope::system(), [&](db::Connection& c) { c.exec(queries::drop_kept_form, {user}); });
}
}
