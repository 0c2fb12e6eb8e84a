#include "duo/inlezen.h"

#include "duo/queries.h"

#include <fmt/core.h>
#include <fstream>
#include <ostream>
#include <sstream>

namespace duo {
namespace {
constexpr std::size_t lines_a_batch = 200, longest_line = 64 * 1024;

struct Line {
    std::int64_t number;
    std::string_view text;
};
struct Outcome {
    std::string_view uitkomst;
    std::string reden;
    std::optional<PersoonId> persoon;
};

Outcome take(db::Connection& c, Omgeving const& o, Line const& line) {
    if (line.text.size() > longest_line) return {"geweigerd", "Deze regel is langer dan 64 kB.", {}};
    auto const notice = lees(line.text);
    if (!notice) return {"geweigerd", notice.error(), {}};
    // It would overtake everything that DUO registers until then.
    if (notice->geregistreerd > o.now.plus(std::chrono::hours{24}))
        return {"geweigerd", "registratieDatumTijd ligt in de toekomst.", {}};
    auto const done = receive(c, o, *notice, line.text);
    switch (done.uitkomst) {
    case Uitkomst::verwerkt:
    case Uitkomst::achterhaald: return {"nieuw", done.toelichting, done.persoon};
    case Uitkomst::dubbel: return {"dubbel", done.toelichting, done.persoon};
    case Uitkomst::wacht: return {"wacht", done.toelichting, {}};
    case Uitkomst::onbekende_code: return {"geweigerd", done.toelichting, {}};
    }
    return {"geweigerd", "", {}};
}

std::vector<Line> lines_of(std::string_view content, std::size_t& at, std::int64_t& number) {
    std::vector<Line> batch;
    while (at < content.size() && batch.size() < lines_a_batch) {
        auto const end = std::min(content.find('\n', at), content.size());
        auto text = content.substr(at, end - at);
        at = end + 1;
        ++number;
        if (text.ends_with('\r')) text.remove_suffix(1);
        if (text.find_first_not_of(" \t") != std::string_view::npos) batch.push_back({number, text});
    }
    return batch;
}

bool looks_like_notices(std::string_view content) {
    auto const first = content.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && content[first] == '{';
}
}

std::string_view tekst(BestandRefusal r) {
    switch (r) {
    case BestandRefusal::leeg: return "Dit bestand is leeg. Kies het bestand met de DUO-berichten.";
    case BestandRefusal::geen_json_regels:
        return "Dit is geen bestand met DUO-berichten. Elke regel moet een JSON-object zijn dat met { begint.";
    }
    return {};
}

Result<Telling, BestandRefusal> read_file(db::Database& database, vertrouwen::Kluis const& kluis,
                                          vertrouwen::Access const& access, platform::Clock clock, InleesId inlees,
                                          std::string_view content,
                                          std::function<bool(Voortgang const&)> const& progress) {
    if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
    if (content.find_first_not_of(" \t\r\n") == std::string_view::npos) return unexpected{BestandRefusal::leeg};
    if (!looks_like_notices(content)) return unexpected{BestandRefusal::geen_json_regels};
    Telling total;
    std::size_t at = 0;
    std::int64_t number = 0;
    while (at < content.size()) {
        auto const batch = lines_of(content, at, number);
        total = database.write(db::Scope::of(access.gemeente()), [&](db::Connection& c) {
            Omgeving const o{kluis, access, clock.now(), clock.today()};
            Telling now = total;
            for (auto const& line : batch) {
                auto const outcome = take(c, o, line);
                ++now.regels;
                ++(outcome.uitkomst == "geweigerd" ? now.geweigerd
                   : outcome.uitkomst == "dubbel"  ? now.ongewijzigd
                                                   : now.gelukt);
                c.exec(queries::add_import_line,
                       {inlees, line.number, access.gemeente(), outcome.uitkomst, outcome.reden, outcome.persoon});
            }
            c.exec(queries::count_import, {inlees, now.regels, now.gelukt, now.ongewijzigd, now.geweigerd});
            return now;
        });
        if (!progress({static_cast<std::int64_t>(std::min(at, content.size())),
                       static_cast<std::int64_t>(content.size()), total}))
            return total;
    }
    database.write(db::Scope::of(access.gemeente()),
                   [&](db::Connection& c) { c.exec(queries::finish_import, {inlees, clock.now()}); });
    return total;
}

jobs::Worker import_worker(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock clock,
                           std::function<void(std::string_view, std::string_view, std::string_view)> tell) {
    return
        [&database, &kluis, clock, tell = std::move(tell)](jobs::Job const& job, std::function<bool()> const& alive) {
            InleesId const id{std::atoll(job.payload.c_str())};
            struct Upload {
                GemeenteId gemeente;
                GebruikerId by;
                std::optional<db::Blob> content;
            };
            auto const upload = database.read(db::Scope::system(), [&](db::Connection& c) {
                return c.one(queries::import_content, {id}, [](db::Row const& r) {
                    return Upload{r.get<GemeenteId>(0), r.get<GebruikerId>(1), r.get<std::optional<db::Blob>>(2)};
                });
            });
            if (!upload || !upload->content) return;   // read before a crash, or gone
            auto const scope = db::Scope::of(upload->gemeente);
            database.write(scope, [&](db::Connection& c) { c.exec(queries::start_import, {id}); });
            auto const topic = "inlees." + std::to_string(id.value);
            auto const done = read_file(database, kluis, vertrouwen::Access::systeem(upload->gemeente, upload->by),
                                        clock, id, kluis.open(*upload->content), [&](Voortgang const& v) {
                                            tell(topic, "voortgang", fmt::format("{} {}", v.bytes, v.totaal));
                                            return alive();
                                        });
            database.write(scope, [&](db::Connection& c) {
                if (!done)
                    c.exec(queries::fail_import, {id, tekst(done.error()), clock.now()});
                else
                    c.exec(queries::forget_content, {id});
            });
            tell(topic, "klaar", "");
        };
}

int cli_import(db::Database& database, vertrouwen::Kluis const& kluis, platform::Clock clock, std::string const& file,
               std::string_view code, std::ostream& out, std::ostream& err) {
    std::ifstream in{file, std::ios::binary};
    if (!in) {
        err << "Het bestand " << file << " is niet te lezen.\n";
        return 2;
    }
    std::stringstream text;
    text << in.rdbuf();
    auto const content = text.str();
    auto const gemeente = database.read(db::Scope::system(), [&](db::Connection& c) {
        return c.value<GemeenteId>(queries::municipality_by_code, {code});
    });
    if (!gemeente) {
        err << "Gemeente " << code << " staat niet in deze database. Geef --gemeente met de code van uw gemeente.\n";
        return 2;
    }
    auto const access = vertrouwen::Access::systeem(*gemeente);
    InleesId inlees;
    db::assign_new(inlees);
    auto const name = file.substr(file.find_last_of('/') + 1);
    database.write(db::Scope::of(*gemeente), [&](db::Connection& c) {
        c.exec(queries::add_import, {inlees, *gemeente, name, access.gebruiker(), clock.now()});
    });
    auto const done = read_file(database, kluis, access, clock, inlees, content, [&](Voortgang const& v) {
        err << fmt::format("\r{:3} %  {} regels", v.bytes * 100 / v.totaal, v.telling.regels) << std::flush;
        return true;
    });
    err << "\n";
    if (!done) {
        err << tekst(done.error()) << "\n";
        return 2;
    }
    out << fmt::format("{} regels gelezen: {} verwerkt of in de wacht, {} waren er al, {} geweigerd.\n", done->regels,
                       done->gelukt, done->ongewijzigd, done->geweigerd);
    if (done->geweigerd > 0)
        database.read(db::Scope::of(*gemeente), [&](db::Connection& c) {
            c.each(queries::refused_lines, {inlees},
                   [&](db::Row const& r) { err << "regel " << r.integer(0) << ": " << r.text(1) << "\n"; });
        });
    return done->geweigerd > 0 ? 1 : 0;
}
}
