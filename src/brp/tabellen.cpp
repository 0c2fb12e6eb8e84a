#include "brp/tabellen.h"

#include <algorithm>
#include <array>

namespace brp {
namespace {
constexpr Tabelregel nationaliteit_tabel[] = {
    {"0336", "Syrische"}, {"0084", "Eritrese"}, {"0339", "Turkse"}, {"0058", "Jemenitische"}, {"0300", "Afghaanse"},
    {"0314", "Iraakse"}, {"0315", "Iraanse"}, {"0149", "Somalische"}, {"0148", "Soedanese"}, {"0114", "Ethiopische"},
    {"0131", "Marokkaanse"}, {"0034", "Oekraïense"}, {"0499", "Staatloos"}, {"0000", "Onbekend"},
    {"0001", "Nederlandse"}, {"0002", "Behandeld als Nederlander"}, {"0500", "Vastgesteld niet-Nederlander"},
    {"0027", "Slowaakse"}, {"0028", "Tsjechische"}, {"0030", "Georgische"}, {"0038", "Belarussische"},
    {"0039", "Azerbeidzjaanse"}, {"0040", "Armeense"}, {"0041", "Russische"}, {"0043", "Kroatische"},
    {"0044", "Letse"}, {"0046", "Litouwse"}, {"0050", "Albanese"}, {"0052", "Belgische"}, {"0053", "Bulgaarse"},
    {"0054", "Deense"}, {"0055", "Duitse"}, {"0057", "Franse"}, {"0059", "Griekse"}, {"0060", "Britse"},
    {"0061", "Hongaarse"}, {"0064", "Italiaanse"}, {"0065", "Joegoslavische"}, {"0072", "Poolse"},
    {"0073", "Portugese"}, {"0074", "Roemeense"}, {"0077", "Spaanse"}, {"0087", "Kosovaarse"}, {"0100", "Algerijnse"},
    {"0101", "Angolese"}, {"0104", "Burundese"}, {"0110", "Congolese"}, {"0112", "Egyptische"}, {"0117", "Gambiaanse"},
    {"0118", "Ghanese"}, {"0119", "Guinese"}, {"0120", "Ivoriaanse"}, {"0122", "Kameroense"}, {"0123", "Kenyaanse"},
    {"0126", "Liberiaanse"}, {"0127", "Libische"}, {"0137", "Nigeriaanse"}, {"0138", "Ugandese"},
    {"0140", "Zuid-Afrikaanse"}, {"0143", "Rwandese"}, {"0145", "Senegalese"}, {"0147", "Sierra Leoonse"},
    {"0152", "Togolese"}, {"0155", "Tunesische"}, {"0157", "Zuid-Soedanese"}, {"0204", "Canadese"},
    {"0206", "Cubaanse"}, {"0216", "Mexicaanse"}, {"0218", "Nicaraguaanse"}, {"0223", "Amerikaanse"},
    {"0250", "Argentijnse"}, {"0253", "Braziliaanse"}, {"0254", "Chileense"}, {"0255", "Colombiaanse"},
    {"0263", "Surinaamse"}, {"0265", "Venezolaanse"}, {"0306", "Sri Lankaanse"}, {"0307", "Chinese"},
    {"0309", "Filipijnse"}, {"0312", "Indiase"}, {"0313", "Indonesische"}, {"0316", "Israëlische"},
    {"0317", "Japanse"}, {"0319", "Jordaanse"}, {"0320", "Koeweitse"}, {"0322", "Libanese"}, {"0326", "Mongolische"},
    {"0328", "Nepalese"}, {"0331", "Pakistaanse"}, {"0334", "Saoedi-Arabische"}, {"0337", "Thaise"},
    {"0341", "Zuid-Koreaanse"}, {"0342", "Vietnamese"}, {"0345", "Bengalese"}, {"0400", "Australische"},
    {"0451", "Congolese (Democratische Republiek)"}, {"0454", "Servische"},
};

constexpr Tabelregel land_tabel[] = {
    {"7009", "Syrië"}, {"9003", "Eritrea"}, {"6043", "Turkije"}, {"5048", "Jemen"}, {"6023", "Afghanistan"},
    {"5043", "Irak"}, {"5012", "Iran"}, {"6013", "Somalië"}, {"7034", "Soedan"}, {"5020", "Ethiopië"},
    {"5022", "Marokko"}, {"6038", "Oekraïne"}, {"6030", "Nederland"}, {"0000", "Onbekend"},
    {"5001", "Canada"}, {"5002", "Frankrijk"}, {"5003", "Zwitserland"}, {"5006", "Cuba"}, {"5007", "Suriname"},
    {"5008", "Tunesië"}, {"5009", "Oostenrijk"}, {"5010", "België"}, {"5014", "Zuid-Afrika"}, {"5015", "Denemarken"},
    {"5017", "Hongarije"}, {"5018", "Saoedi-Arabië"}, {"5019", "Liberia"}, {"5021", "Chili"}, {"5023", "Togo"},
    {"5024", "Ghana"}, {"5026", "Angola"}, {"5027", "Filipijnen"}, {"5030", "Ivoorkust"}, {"5033", "Colombia"},
    {"5034", "Albanië"}, {"5035", "Kameroen"}, {"5039", "Zweden"}, {"5047", "Myanmar"}, {"5051", "Kroatië"},
    {"5053", "Rusland"}, {"5054", "Armenië"}, {"5095", "Aruba"}, {"5097", "Azerbeidzjan"}, {"5098", "Belarus"},
    {"5099", "Kazachstan"}, {"5103", "Servië"}, {"5105", "Kosovo"}, {"5107", "Curaçao"}, {"5111", "Zuid-Soedan"},
    {"5112", "Gazastrook en Westelijke Jordaanoever"}, {"5113", "Noord-Macedonië"}, {"6000", "Moldavië"},
    {"6001", "Burundi"}, {"6002", "Finland"}, {"6003", "Griekenland"}, {"6005", "Nigeria"}, {"6006", "Libië"},
    {"6007", "Ierland"}, {"6008", "Brazilië"}, {"6009", "Rwanda"}, {"6010", "Venezuela"},
    {"6014", "Verenigde Staten van Amerika"}, {"6016", "Australië"}, {"6022", "China"}, {"6024", "Indonesië"},
    {"6027", "Noorwegen"}, {"6029", "Duitsland"}, {"6034", "Israël"}, {"6035", "Nepal"}, {"6036", "Zuid-Korea"},
    {"6037", "Spanje"}, {"6039", "Groot-Brittannië"}, {"6042", "Jordanië"}, {"6045", "Joegoslavië"},
    {"6047", "Algerije"}, {"6050", "Oezbekistan"}, {"6051", "Sierra Leone"}, {"6064", "Georgië"},
    {"6065", "Bosnië-Herzegovina"}, {"6066", "Tsjechië"}, {"6067", "Slowakije"},
    {"6069", "Democratische Republiek Congo"}, {"7001", "Uganda"}, {"7002", "Kenya"}, {"7006", "Mexico"},
    {"7008", "Gambia"}, {"7014", "Egypte"}, {"7015", "Argentinië"}, {"7018", "Nicaragua"}, {"7020", "Pakistan"},
    {"7021", "Senegal"}, {"7024", "Bulgarije"}, {"7028", "Polen"}, {"7031", "Tanzania"}, {"7033", "Sri Lanka"},
    {"7035", "Japan"}, {"7040", "Guinee"}, {"7042", "Thailand"}, {"7043", "Libanon"}, {"7044", "Italië"},
    {"7045", "Koeweit"}, {"7046", "India"}, {"7047", "Roemenië"}, {"7050", "Portugal"}, {"7052", "Mongolië"},
    {"7054", "Verenigde Arabische Emiraten"}, {"7060", "Palestina"}, {"7064", "Letland"}, {"7066", "Litouwen"},
    {"7084", "Bangladesh"}, {"8024", "Vietnam"}, {"9008", "Congo"}, {"9049", "Sovjet-Unie"},
};

// 1948 is Meierijstad from 2017 (Schijndel, Sint-Oedenrode and Veghel). A public list that gives 1961 is wrong.
constexpr Tabelregel gemeente_tabel[] = {
    {"1948", "Meierijstad"}, {"0844", "Schijndel"}, {"0846", "Sint-Oedenrode"}, {"0860", "Veghel"},
    {"1991", "Maashorst"}, {"0856", "Uden"}, {"0786", "Grave"}, {"1721", "Bernheze"}, {"0796", "'s-Hertogenbosch"},
    {"0828", "Oss"}, {"0772", "Eindhoven"}, {"0794", "Helmond"}, {"1659", "Laarbeek"}, {"0845", "Sint-Michielsgestel"},
    {"0757", "Boxtel"}, {"0753", "Best"}, {"1771", "Geldrop-Mierlo"}, {"0855", "Tilburg"}, {"0758", "Breda"},
    {"1652", "Gemert-Bakel"}, {"1982", "Land van Cuijk"}, {"0820", "Nuenen, Gerwen en Nederwetten"},
    {"0848", "Son en Breugel"}, {"0762", "Deurne"}, {"0363", "Amsterdam"}, {"0599", "Rotterdam"},
    {"0518", "'s-Gravenhage"}, {"0344", "Utrecht"}, {"0014", "Groningen"}, {"0202", "Arnhem"}, {"0268", "Nijmegen"},
    {"0935", "Maastricht"}, {"0228", "Ede"}, {"0200", "Apeldoorn"}, {"0392", "Haarlem"}, {"0402", "Hilversum"},
    {"0153", "Enschede"}, {"0193", "Zwolle"}, {"0034", "Almere"}, {"0080", "Leeuwarden"}, {"0307", "Amersfoort"},
    {"0530", "Hellevoetsluis"}, {"0226", "Duiven"}, {"0297", "Zaltbommel"}, {"0281", "Tiel"}, {"0299", "Zevenaar"},
    {"0505", "Dordrecht"}, {"0546", "Leiden"}, {"0503", "Delft"}, {"0687", "Middelburg"}, {"0983", "Venlo"},
    {"0957", "Roermond"}, {"0109", "Coevorden"}, {"1774", "Dinkelland"}, {"1955", "Montferland"},
    {"1904", "Stichtse Vecht"}, {"1900", "Súdwest-Fryslân"}, {"1999", "Registratie Niet Ingezetenen"},
    {"0000", "Onbekend"},
};

constexpr Tabelregel verblijfstitel_tabel[] = {
    {"00", "onbekend"}, {"09", "art. 9 van de Vreemdelingenwet"}, {"10", "art. 10 van de Vreemdelingenwet"},
    {"21", "regulier, bepaalde tijd, arbeid vrij"}, {"22", "regulier, bepaalde tijd, arbeid met vergunning"},
    {"23", "regulier, bepaalde tijd, arbeid specifiek"}, {"24", "regulier, bepaalde tijd, geen arbeid"},
    {"25", "regulier, onbepaalde tijd"}, {"26", "asiel, bepaalde tijd"}, {"27", "asiel, onbepaalde tijd"},
    {"28", "EU-burger, economisch actief"}, {"29", "EU-burger, niet economisch actief"},
    {"30", "EU-burger, toetsing"}, {"31", "in procedure, regulier"}, {"32", "in procedure, asiel"},
    {"33", "in procedure, voortgezet verblijf, op tijd"}, {"34", "in procedure, voortgezet verblijf, te laat"},
    {"35", "Associatiebesluit EEG-Turkije"}, {"36", "EU-burger, economisch actief, arbeid specifiek"},
    {"37", "EU-burger, niet economisch actief, arbeid specifiek"}, {"38", "EU-burger, toetsing, arbeid specifiek"},
    {"40", "EU-burger, duurzaam verblijf"}, {"41", "verblijf als EU-burger beëindigd"},
    {"42", "voorlopige maatregel EHRM"}, {"43", "op aanwijzing van de minister"}, {"44", "Dublinclaimant"},
    {"45", "onderzoeker of student in de EU"}, {"46", "ontheemde uit Oekraïne (richtlijn 2001/55)"},
    {"98", "geen verblijfstitel (meer)"},
};

constexpr Tabelregel opschorting_tabel[] = {
    {"O", "overleden"}, {"E", "geëmigreerd"}, {"R", "niet-ingezetene"}, {"M", "ministerieel besluit"},
    {"F", "lijst vervallen"}, {"W", "lijst gewist"}, {".", "onbekend"},
};

struct Titel { std::string_view man, vrouw, woord_man, woord_vrouw; };
constexpr Titel titels[] = {
    {"B", "BS", "baron", "barones"},        {"G", "GI", "graaf", "gravin"},         {"H", "HI", "hertog", "hertogin"},
    {"M", "MI", "markies", "markiezin"},    {"P", "PS", "prins", "prinses"},        {"JH", "JV", "jonkheer", "jonkvrouw"},
    {"R", "R", "ridder", "ridder"},
};

std::string look_up(std::span<Tabelregel const> table, std::string_view code, std::string_view kind) {
    if (code.empty()) return {};
    auto const found = std::ranges::find(table, code, &Tabelregel::code);
    if (found != table.end()) return std::string{found->naam};
    return std::string{kind} + " " + std::string{code};
}
}

std::span<Tabelregel const> nationaliteiten() { return nationaliteit_tabel; }
std::span<Tabelregel const> landen() { return land_tabel; }
std::string nationaliteit(std::string_view code) { return look_up(nationaliteit_tabel, code, "code"); }
std::string land(std::string_view code) { return look_up(land_tabel, code, "code"); }
std::string gemeente(std::string_view code) { return look_up(gemeente_tabel, code, "gemeente"); }
std::string verblijfstitel(std::string_view code) { return look_up(verblijfstitel_tabel, code, "code"); }
std::string opschorting(std::string_view code) { return look_up(opschorting_tabel, code, "code"); }

std::string plaats(std::string_view code_or_name) {
    bool const code = code_or_name.size() == 4 && std::ranges::all_of(code_or_name, [](char c) { return c >= '0' && c <= '9'; });
    return code ? gemeente(code_or_name) : std::string{code_or_name};
}

std::string titel_woord(std::string_view code, std::string_view geslacht) {
    for (auto const& t : titels) {
        if (t.man != code && t.vrouw != code) continue;
        bool const woman = geslacht == "V" || (geslacht != "M" && t.man != code);
        return std::string{woman ? t.woord_vrouw : t.woord_man};
    }
    return {};
}
}
