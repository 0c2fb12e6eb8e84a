#pragma once
#include "kernel/result.h"

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brp {

/// One line of a CSV file at a time: RFC 4180 quotes, but a line ends at its line end even inside quotes, so that one
/// stray quote cannot swallow the rest of the file. Memory is bounded by the longest line that is accepted.
class CsvLezer {
public:
    CsvLezer(std::istream& in, char separator) : in_{in}, separator_{separator} {}
    enum class Fout { aanhaling_open, aanhaling_midden, geen_utf8, te_lang, nul };
    struct Rij {
        int regel;                           // from 1
        bool laatste_zonder_einde = false;   // the file stops in this line
        Result<std::vector<std::string>, Fout> cellen;
    };
    /// The next line that is not empty; nothing at the end.
    std::optional<Rij> next();
    static constexpr std::size_t langste_regel = 1 << 20;

private:
    bool read_line(bool& too_long);
    Result<std::vector<std::string>, Fout> split() const;
    std::istream& in_;
    char separator_;
    std::string line_;
    int number_ = 0;
    bool first_ = true, unterminated_ = false;
};
std::string_view zin(CsvLezer::Fout);   // Dutch, fixed
}
