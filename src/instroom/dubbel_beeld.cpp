#include "instroom/dubbel_beeld.h"

namespace instroom {

std::string pair_path(std::int64_t id, std::string_view rest) {
    return "/dubbelen/" + std::to_string(id) + std::string{rest};
}

html::Html reasons(html::View const& v, Dubbel const& d) {
    std::vector<html::Html> list;
    for (auto const& reason : d.redenen)
        list.push_back(
            html::text(v.t(reason.zin) + fmt::format(" ({}{})", reason.punten >= 0 ? "+" : "", reason.punten)));
    return html::bullet_list(list);
}

void log_pairs(gate::Context& context, std::vector<Dubbel> const& list) {
    std::vector<std::pair<PersoonId, std::optional<DossierId>>> seen;
    for (auto const& d : list) {
        seen.emplace_back(d.een, std::nullopt);
        seen.emplace_back(d.ander, std::nullopt);
    }
    gate::log_reads(context, seen, "dubbelen");
}

std::string_view state_text(DubbelStand s) {
    switch (s) {
    case DubbelStand::open: return i18n::N_("Nog te beoordelen");
    case DubbelStand::samengevoegd: return i18n::N_("Samengevoegd");
    case DubbelStand::verschillend: return i18n::N_("Verschillende personen");
    case DubbelStand::hersteld: return i18n::N_("Samenvoegen ongedaan gemaakt");
    }
    return {};
}
}
