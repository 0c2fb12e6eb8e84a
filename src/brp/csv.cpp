#include "brp/csv.h"

#include "brp/soort.h"
#include "brp/tekst.h"
#include "platform/i18n/i18n.h"

namespace brp {
using i18n::N_;

bool CsvLezer::read_line(bool& too_long) {
    line_.clear();
    too_long = unterminated_ = false;
    auto* const buffer = in_.rdbuf();
    for (bool any = false;; any = true) {
        int const c = buffer ? buffer->sbumpc() : std::char_traits<char>::eof();
        if (c == std::char_traits<char>::eof()) {
            unterminated_ = any;
            return any;
        }
        if (c == '\n') return true;
        if (line_.size() < langste_regel)
            line_ += static_cast<char>(c);
        else
            too_long = true;
    }
}

std::optional<CsvLezer::Rij> CsvLezer::next() {
    for (bool too_long = false; read_line(too_long);) {
        ++number_;
        if (line_.ends_with('\r')) line_.pop_back();
        if (first_) line_ = std::string{zonder_bom(line_)};
        first_ = false;
        if (line_.empty()) continue;
        if (too_long) return Rij{number_, unterminated_, unexpected{Fout::te_lang}};
        if (line_.find('\0') != std::string::npos) return Rij{number_, unterminated_, unexpected{Fout::nul}};
        if (!valid_utf8(line_)) return Rij{number_, unterminated_, unexpected{Fout::geen_utf8}};
        return Rij{number_, unterminated_, split()};
    }
    return std::nullopt;
}

Result<std::vector<std::string>, CsvLezer::Fout> CsvLezer::split() const {
    std::vector<std::string> cells;
    std::string cell;
    bool quoted = false, was_quoted = false;
    for (std::size_t i = 0; i < line_.size(); ++i) {
        char const c = line_[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < line_.size() && line_[i + 1] == '"')
                cell += line_[++i];
            else
                quoted = false;
        } else if (c == separator_) {
            cells.push_back(std::exchange(cell, {}));
            was_quoted = false;
        } else if (c == '"' && cell.empty() && !was_quoted) {
            quoted = was_quoted = true;
        } else if (c == '"' || was_quoted) {
            return unexpected{Fout::aanhaling_midden};
        } else {
            cell += c;
        }
    }
    if (quoted) return unexpected{Fout::aanhaling_open};
    cells.push_back(std::move(cell));
    return cells;
}

std::string_view zin(CsvLezer::Fout fout) {
    switch (fout) {
    case CsvLezer::Fout::aanhaling_open: return N_("een aanhalingsteken wordt niet gesloten.");
    case CsvLezer::Fout::aanhaling_midden: return N_("er staat een los aanhalingsteken in een veld.");
    case CsvLezer::Fout::geen_utf8: return N_("de tekens zijn geen geldig UTF-8.");
    case CsvLezer::Fout::te_lang: return N_("de regel is te lang.");
    case CsvLezer::Fout::nul: return N_("er staat een NUL-teken in de regel.");
    }
    return {};
}
}
