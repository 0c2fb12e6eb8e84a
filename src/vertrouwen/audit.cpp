#include "platform/i18n/i18n.h"
#include "vertrouwen/chain.h"
#include "vertrouwen/queries.h"
#include "vertrouwen/store.h"

namespace vertrouwen {
namespace {
using i18n::N_;

std::string number(std::int64_t n) { return std::to_string(n); }
std::string optional_number(db::Row const& r, int column) {
    return r.is_null(column) ? "-" : number(r.integer(column));
}

std::vector<std::string> audit_values(db::Row const& r) {
    return {number(r.timestamp(1).micros), number(r.integer(2)), std::string{r.text(3)},
            std::string{r.text(4)},        number(r.integer(5)), std::string{r.text(6)}};
}
std::vector<std::string> readlog_values(db::Row const& r) {
    return {number(r.timestamp(1).micros), number(r.integer(2)),   optional_number(r, 3),  optional_number(r, 4),
            std::string{r.text(5)},        std::string{r.text(6)}, std::string{r.text(7)}, std::string{r.text(8)}};
}

struct Head {
    GemeenteId gemeente;
    std::string naam;
    std::int64_t volgnummer;
    std::optional<db::Blob> hash;
};

std::vector<Head> heads(db::Connection& c) {
    return c.list(queries::chain_heads, {}, [](db::Row const& r) {
        return Head{r.get<GemeenteId>(0), r.get<std::string>(1), r.integer(2), r.get<std::optional<db::Blob>>(3)};
    });
}

void add_finding(AuditUitslag& result, Head const& head, std::int64_t volgnummer, std::string_view sentence,
                 std::int64_t until) {
    result.bevindingen.push_back({head.gemeente, head.naam, volgnummer,
                                  fmt::format(fmt::runtime(sentence), volgnummer, until), sentence, until});
}

/// Walks one chain. Rows beyond the head are looked at again by the caller: they may have come meanwhile.
void walk(db::Connection& c, Head const& head, AuditUitslag& result) {
    bool const is_audit = head.naam == "audit";
    auto const finding = [&](std::int64_t volgnummer, std::string_view sentence, std::int64_t until = 0) {
        add_finding(result, head, volgnummer, sentence, until);
    };
    if (!head.hash) finding(0, N_("het hoofd van de keten is weg"));
    std::int64_t last = 0;
    db::Blob hash = chain_start(), head_hash = head.hash.value_or(hash);
    c.each(is_audit ? queries::audit_chain : queries::readlog_chain, {head.gemeente}, [&](db::Row const& r) {
        auto const volgnummer = r.integer(0);
        if (head.hash && volgnummer > head.volgnummer) return;
        ++result.regels;
        if (volgnummer > last + 1)
            finding(last + 1, last + 2 == volgnummer ? N_("regel ontbreekt") : N_("regels {} tot en met {} ontbreken"),
                    volgnummer - 1);
        else if (volgnummer <= last)
            finding(volgnummer, N_("regel staat hier niet op volgorde"));
        auto const stored = r.blob(is_audit ? 7 : 9);
        auto const values = is_audit ? audit_values(r) : readlog_values(r);
        // After a gap the link itself cannot be right; the gap has been told.
        bool const linked = volgnummer == last + 1;
        if (linked && chain_hash(hash, head.gemeente, head.naam, volgnummer, values) != stored)
            finding(volgnummer, N_("regel is veranderd of past niet op de regel ervoor"));
        hash = stored;
        last = volgnummer;
    });
    if (!head.hash) return;
    if (last < head.volgnummer)
        finding(last + 1, N_("het einde is afgeknipt: regel {} tot en met {} ontbreken"), head.volgnummer);
    else if (hash != head_hash)
        finding(last, N_("de laatste regel past niet op het hoofd van de keten"));
}

void look_beyond(db::Connection& c, std::optional<GemeenteId> only, AuditUitslag& result) {
    for (auto const& head : heads(c)) {
        if (!head.hash || (only && head.gemeente != *only)) continue;
        auto const last =
            c.value<std::int64_t>(head.naam == "audit" ? queries::last_audit : queries::last_readlog, {head.gemeente});
        if (last && *last > head.volgnummer)
            add_finding(result, head, head.volgnummer + 1, N_("regel na het einde van de keten"), 0);
    }
}
}

void audit(db::Connection& c, Access const& access, Timestamp now, std::string_view handeling, std::string_view soort,
           std::int64_t voorwerp, std::string_view gegevens_json) {
    Chain chain{c, access.gemeente(), "audit", 1};
    auto const volgnummer = chain.next_number();
    auto const hash = chain.add({number(now.micros), number(access.gebruiker().value), std::string{handeling},
                                 std::string{soort}, number(voorwerp), std::string{gegevens_json}});
    c.exec(queries::add_audit,
           {access.gemeente(), volgnummer, now, access.gebruiker(), handeling, soort, voorwerp, gegevens_json, hash});
    chain.close();
}

AuditUitslag verify_audit(db::Database& database, std::optional<GemeenteId> only) {
    AuditUitslag result;
    database.read(db::Scope::system(), [&](db::Connection& c) {
        for (auto const& head : heads(c))
            if (!only || head.gemeente == *only) walk(c, head, result);
    });
    database.read(db::Scope::system(), [&](db::Connection& c) { look_beyond(c, only, result); });
    return result;
}
}
