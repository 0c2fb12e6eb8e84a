#include "demo/namen.h"

#include <array>

namespace demo {
namespace {
constexpr Naam arab_m[] = {{"Ahmad", "أحمد"},  {"Mohammed", "محمد"},   {"Omar", "عمر"},
                           {"Khaled", "خالد"}, {"Youssef", "يوسف"},    {"Abdulrahman", "عبد الرحمن"},
                           {"Hassan", "حسن"},  {"Ibrahim", "إبراهيم"}, {"Mustafa", "مصطفى"},
                           {"Bashar", "بشار"}, {"Ziad", "زياد"},       {"Samer", "سامر"},
                           {"Nizar", "نزار"},  {"Tareq", "طارق"},      {"Walid", "وليد"},
                           {"Anas", "أنس"}};
constexpr Naam arab_v[] = {{"Fatima", "فاطمة"}, {"Amira", "أميرة"}, {"Rania", "رانيا"}, {"Hiba", "هبة"},
                           {"Nour", "نور"},     {"Layla", "ليلى"},  {"Maryam", "مريم"}, {"Salma", "سلمى"},
                           {"Zeinab", "زينب"},  {"Aisha", "عائشة"}, {"Rima", "ريما"},   {"Dima", "ديما"},
                           {"Hanan", "حنان"},   {"Samar", "سمر"}};
constexpr Naam arab_a[] = {
    {"Al-Khateeb", "الخطيب"}, {"Darwish", "درويش"}, {"Al-Masri", "المصري"}, {"Haddad", "حداد"},
    {"Al-Ahmad", "الأحمد"},   {"Hamwi", "حموي"},    {"Kassab", "قصاب"},     {"Shaheen", "شاهين"},
    {"Al-Hassan", "الحسن"},   {"Najjar", "نجار"},   {"Barakat", "بركات"},   {"Al-Jasim", "الجاسم"},
    {"Sabbagh", "صباغ"},      {"Othman", "عثمان"},  {"Qasim", "قاسم"},      {"Al-Omari", "العمري"}};
constexpr Naam tigr_m[] = {{"Tewelde", "ተወልደ"}, {"Yonas", "ዮናስ"},     {"Filmon", "ፊልሞን"}, {"Haile", "ሃይለ"},
                           {"Kidane", "ኪዳነ"},   {"Abraham", "ኣብርሃም"}, {"Tesfay", "ተስፋይ"}, {"Berhane", "ብርሃነ"},
                           {"Ghirmay", "ግርማይ"}, {"Mehari", "መሓሪ"},    {"Robel", "ሮቤል"},   {"Dawit", "ዳዊት"}};
constexpr Naam tigr_v[] = {{"Semhar", "ሰምሃር"}, {"Yordanos", "ዮርዳኖስ"}, {"Letebrhan", "ለተብርሃን"}, {"Selam", "ሰላም"},
                           {"Winta", "ዊንታ"},   {"Helen", "ሄለን"},      {"Feven", "ፌቨን"},        {"Rahel", "ራሄል"},
                           {"Almaz", "ኣልማዝ"},  {"Saba", "ሳባ"}};
constexpr Naam tigr_a[] = {{"Gebremeskel", "ገብረመስቀል"}, {"Woldemichael", "ወልደሚካኤል"},
                           {"Tesfamariam", "ተስፋማርያም"}, {"Ghebreyesus", "ገብረየሱስ"},
                           {"Asfaha", "ኣስፍሃ"},         {"Tekle", "ተክለ"},
                           {"Habtemariam", "ሃብተማርያም"}, {"Okbay", "ዕቝባይ"}};
constexpr Naam dari_m[] = {{"Rahmatullah", "رحمت‌الله"},
                           {"Najibullah", "نجیب‌الله"},
                           {"Farid", "فرید"},
                           {"Hamid", "حمید"},
                           {"Ahmad Shah", "احمدشاه"},
                           {"Esmatullah", "عصمت‌الله"},
                           {"Mirwais", "میرویس"},
                           {"Zabihullah", "ذبیح‌الله"},
                           {"Jawad", "جواد"},
                           {"Qais", "قیس"}};
constexpr Naam dari_v[] = {{"Zarghuna", "زرغونه"}, {"Shabnam", "شبنم"},   {"Freshta", "فرشته"},  {"Nilofar", "نیلوفر"},
                           {"Marwa", "مروه"},      {"Parwana", "پروانه"}, {"Farzana", "فرزانه"}, {"Laila", "لیلا"}};
constexpr Naam dari_a[] = {{"Noorzai", "نورزی"},  {"Ahmadzai", "احمدزی"}, {"Karimi", "کریمی"}, {"Rahimi", "رحیمی"},
                           {"Sultani", "سلطانی"}, {"Haidari", "حیدری"},   {"Amiri", "امیری"},  {"Safi", "صافی"}};
constexpr Naam turk_m[] = {{"Mehmet", ""},  {"Mustafa", ""}, {"Hüseyin", ""}, {"Emre", ""},   {"Oğuzhan", ""},
                           {"İbrahim", ""}, {"Yusuf", ""},   {"Barış", ""},   {"Çağlar", ""}, {"Serkan", ""}};
constexpr Naam turk_v[] = {{"Elif", ""},  {"Ayşe", ""},   {"Zeynep", ""}, {"Gülşen", ""}, {"Özlem", ""},
                           {"Büşra", ""}, {"Hatice", ""}, {"Fatma", ""},  {"Şükran", ""}, {"Nur", ""}};
constexpr Naam turk_a[] = {{"Yıldırım", ""}, {"Özdemir", ""}, {"Karadağ", ""}, {"Çelik", ""}, {"Şahin", ""},
                           {"Yılmaz", ""},   {"Aydın", ""},   {"Güneş", ""},   {"Koç", ""},   {"Doğan", ""}};
constexpr Naam iran_a[] = {{"Hosseini", "حسینی"}, {"Mohammadi", "محمدی"}, {"Rezaei", "رضایی"},
                           {"Moradi", "مرادی"},   {"Jafari", "جعفری"},    {"Ahmadi", "احمدی"}};
constexpr Naam iran_m[] = {{"Reza", "رضا"},      {"Amir", "امیر"},  {"Dariush", "داریوش"},
                           {"Behrouz", "بهروز"}, {"Kaveh", "کاوه"}, {"Arash", "آرش"}};
constexpr Naam iran_v[] = {
    {"Shirin", "شیرین"}, {"Maryam", "مریم"}, {"Nasrin", "نسرین"}, {"Azadeh", "آزاده"}, {"Parisa", "پریسا"}};
constexpr Naam soma_m[] = {{"Abdi", ""},  {"Mohamed", ""}, {"Hassan", ""},    {"Farah", ""},
                           {"Liban", ""}, {"Guleed", ""},  {"Abdirahman", ""}};
constexpr Naam soma_v[] = {{"Hodan", ""}, {"Amina", ""}, {"Sahra", ""}, {"Fadumo", ""}, {"Ifrah", ""}, {"Khadija", ""}};
constexpr Naam soma_a[] = {{"Warsame", ""}, {"Jama", ""}, {"Nur", ""}, {"Ahmed", ""}, {"Abdullahi", ""}, {"Yusuf", ""}};
constexpr Naam oekr_m[] = {
    {"Oleksandr", "Олександр"}, {"Andrij", "Андрій"}, {"Dmytro", "Дмитро"}, {"Serhij", "Сергій"}};
constexpr Naam oekr_v[] = {
    {"Oksana", "Оксана"}, {"Iryna", "Ірина"}, {"Natalija", "Наталія"}, {"Olha", "Ольга"}, {"Kateryna", "Катерина"}};
constexpr Naam oekr_a[] = {{"Sjevtsjenko", "Шевченко"},
                           {"Kovalenko", "Коваленко"},
                           {"Bondar", "Бондар"},
                           {"Melnyk", "Мельник"},
                           {"Tkatsjenko", "Ткаченко"}};
constexpr Naam thai_m[] = {{"Somchai", "สมชาย"}, {"Anan", "อนันต์"}, {"Prasert", "ประเสริฐ"}};
constexpr Naam thai_v[] = {{"Suda", "สุดา"}, {"Malee", "มาลี"}, {"Kanya", "กัญญา"}, {"Ratana", "รัตนา"}};
constexpr Naam thai_a[] = {{"Srisai", "ศรีใส"}, {"Chaiyasit", "ชัยสิทธิ์"}, {"Boonmee", "บุญมี"}};
constexpr Naam braz_m[] = {{"João", ""}, {"Luís", ""}, {"Antônio", ""}, {"Tiago", ""}};
constexpr Naam braz_v[] = {{"Luana", ""}, {"Débora", ""}, {"Conceição", ""}, {"Júlia", ""}, {"Márcia", ""}};
constexpr Naam braz_a[] = {{"da Silva Gonçalves", ""}, {"dos Santos", ""}, {"Araújo", ""}, {"Magalhães", ""}};

constexpr Herkomst alle[aantal_afkomsten] = {{"7009", "0336", "ar", "ar", arab_m, arab_v, arab_a, false},
                                             {"9003", "0084", "ti", "ti", tigr_m, tigr_v, tigr_a, true},
                                             {"6023", "0300", "prs", "prs", dari_m, dari_v, dari_a, false},
                                             {"6043", "0339", "tr", "", turk_m, turk_v, turk_a, false},
                                             {"5048", "0058", "ar", "ar", arab_m, arab_v, arab_a, false},
                                             {"5043", "0314", "ar", "ar", arab_m, arab_v, arab_a, false},
                                             {"5012", "0315", "fa", "fa", iran_m, iran_v, iran_a, false},
                                             {"6013", "0149", "so", "", soma_m, soma_v, soma_a, true},
                                             {"5022", "0131", "ar", "ar", arab_m, arab_v, arab_a, false},
                                             {"6038", "0034", "uk", "uk", oekr_m, oekr_v, oekr_a, false},
                                             {"5049", "0318", "th", "th", thai_m, thai_v, thai_a, false},
                                             {"6008", "0204", "pt", "", braz_m, braz_v, braz_a, false}};

constexpr Plaats meierijstad[] = {{"Veghel", "5461"},         {"Veghel", "5463"},    {"Veghel", "5466"},
                                  {"Schijndel", "5481"},      {"Schijndel", "5482"}, {"Sint-Oedenrode", "5491"},
                                  {"Sint-Oedenrode", "5492"}, {"Erp", "5469"},       {"Veghel", "5467"}};
constexpr Plaats maashorst[] = {{"Uden", "5401"},   {"Uden", "5402"},    {"Uden", "5403"},
                                {"Volkel", "5408"}, {"Zeeland", "5411"}, {"Schaijk", "5374"}};
constexpr std::string_view street_names[] = {
    "Dorpsstraat",     "Kerkstraat",  "Molenweg",    "Beatrixlaan", "Lindelaan", "Wilhelminastraat",
    "Populierlaan",    "Marktstraat", "Parallelweg", "Sportlaan",   "Vijverweg", "Eikenlaan",
    "Rembrandtstraat", "Hoogstraat",  "Kanaalweg",   "De Bolderik", "'t Hofke",  "Heuvelplein"};
constexpr std::string_view staff_given[] = {
    "Anouk", "Bram",   "Joost", "Femke", "Ilse",  "Ruben", "Sanne", "Koen",    "Marloes", "Teun", "Yasmina", "Pieter",
    "Fleur", "Wouter", "Nadia", "Gijs",  "Lotte", "Hamza", "Els",   "Maarten", "Karin",   "Daan", "Esra",    "Sjoerd"};
constexpr std::string_view staff_family[] = {
    "Verhoeven", "Kuijpers",   "van den Heuvel", "Jansen", "van de Ven",   "Smits",   "Hermans", "van der Meer",
    "de Wit",    "El Idrissi", "Bosch",          "Peters", "van Lieshout", "Donkers", "Willems", "Arts"};
constexpr int free_numbers[] = {
    7,    354,  494,  731,  1012, 1152, 1371, 1899, 2053, 3732, 3744, 4219, 4360, 4530, 4633, 5546, 5558, 6022,
    6228, 6678, 6836, 8213, 8365, 8377, 8389, 8390, 8407, 8419, 8420, 8432, 8444, 8456, 8468, 8481, 8493, 8511,
    8523, 8535, 8547, 8559, 8560, 8572, 8584, 8596, 8602, 8614, 8626, 8638, 8651, 8663, 8675, 8687, 8699, 8705,
    8717, 8729, 8730, 8742, 8754, 8766, 8778, 8791, 8808, 8821, 8833, 8845, 8857, 8869, 8870, 8882, 8894, 8900,
    8912, 8924, 8936, 8948, 8961, 8973, 8985, 8997, 9011, 9023, 9035, 9047, 9059, 9060, 9072, 9084, 9096, 9102,
    9114, 9126, 9138, 9151, 9163, 9175, 9187, 9199, 9205, 9217, 9229, 9230, 9242, 9254, 9266, 9278, 9291, 9308,
    9321, 9448, 9461, 9473, 9485, 9497, 9503, 9515, 9527, 9539, 9540, 9552, 9564, 9576, 9588, 9606, 9618, 9631,
    9643, 9655, 9667, 9679, 9680, 9692, 9709, 9710, 9722, 9734, 9746, 9758, 9771, 9783, 9795, 9801, 9813, 9825,
    9837, 9849, 9850, 9862, 9874, 9886, 9898, 9904, 9916, 9928, 9941, 9953, 9965, 9977, 9989};
}

Herkomst const& herkomst(Afkomst a) { return alle[static_cast<std::size_t>(a)]; }
std::span<Plaats const> plaatsen(std::string_view code) {
    if (code == "1948") return meierijstad;
    return maashorst;
}
std::span<std::string_view const> straten() { return street_names; }
std::span<std::string_view const> medewerkers_voornamen() { return staff_given; }
std::span<std::string_view const> medewerkers_achternamen() { return staff_family; }
std::span<int const> vrije_test_bsn() { return free_numbers; }
}
