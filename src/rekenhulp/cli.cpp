#include "rekenhulp/regels.h"

#include <algorithm>
#include <fmt/core.h>
#include <ostream>

namespace rekenhulp {
namespace {
std::string_view vorm_naam(Vorm vorm) {
    switch (vorm) {
    case Vorm::dag: return "JJJJ-MM-DD";
    case Vorm::deels_bekende_dag: return "JJJJ-MM-DD, 00 voor onbekend";
    case Vorm::ja_nee: return "ja of nee";
    case Vorm::groep: return "AS-a, AS-b, GM of OM";
    case Vorm::route: return "b1, onderwijs of z";
    case Vorm::niveau: return "A2 of B1";
    case Vorm::geslacht: return "M, V of O";
    case Vorm::naamgebruik: return "E, P, V of N";
    case Vorm::aantal: return "heel getal, 0 of meer";
    case Vorm::getal: return "heel getal";
    case Vorm::woord: return "tekst";
    }
    throw Bug{"vorm"};
}

std::string keys_of(Regel const& regel) {
    std::string text = fmt::format("{}\n  {}. {}\n", regel.naam, regel.titel, regel.uitleg);
    for (auto const& key : regel.sleutels)
        text += fmt::format("    {:<25} {} ({})\n", fmt::format("{}{}", key.naam, key.nodig == Nodig::nee ? "?=" : "="),
                            key.label, vorm_naam(key.vorm));
    return text;
}

void help(std::ostream& out) {
    out << "Gebruik: meedoen reken REGEL sleutel=waarde … [--json]\n"
           "Een sleutel met een vraagteken hoeft niet.\n\n";
    for (auto const& regel : regels()) out << keys_of(regel);
}

int usage(std::ostream& err, std::string const& message, Regel const* regel) {
    err << message << '\n';
    if (regel)
        err << keys_of(*regel);
    else
        err << "Met `meedoen reken --help` ziet u alle regels en hun gegevens.\n";
    return 2;
}
}

int cli(std::span<std::string const> args, std::ostream& out, std::ostream& err) {
    bool const wants_json = std::ranges::find(args, "--json") != args.end();
    bool const wants_help = std::ranges::any_of(args, [](std::string const& a) { return a == "--help" || a == "-h"; });
    std::vector<std::string> words;
    std::ranges::copy_if(args, std::back_inserter(words),
                         [](std::string const& a) { return a != "--json" && a != "--help" && a != "-h"; });
    if (words.empty()) {
        help(out);
        return 0;
    }
    auto const* regel = zoek_regel(words.front());
    if (!regel) return usage(err, tekst(Fout{words.front(), FoutSoort::onbekende_regel, {}}), nullptr);
    if (wants_help) {
        out << keys_of(*regel);
        return 0;
    }
    Gegevens given;
    for (auto const& word : std::span{words}.subspan(1)) {
        auto const equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return usage(err, fmt::format("{}: schrijf elk gegeven als sleutel=waarde.", word), regel);
        given.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    auto const answer = reken(regel->naam, given);
    if (!answer) return usage(err, tekst(answer.error()), regel);
    out << (wants_json ? answer->json : answer->tekst);
    if (wants_json) out << '\n';
    return answer->geweigerd ? 1 : 0;
}
}
