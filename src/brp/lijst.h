#pragma once
#include "brp/csv.h"
#include "brp/persoon.h"

#include <functional>
#include <map>

/// Reader of person lists in the columns of the Logisch Ontwerp BRP ("01.01.20"), as the trial set of RvIG has them.
namespace brp {

/// Streams: holds one person list in memory at a time. A line with an empty first cell is a further occurrence of the
/// list above it; column NN.H says what the next line holds for category NN (NN: one more, NN+50: history of this one).
class LijstLezer {
public:
    explicit LijstLezer(std::istream& in) : csv_{in, ';'} {}
    /// Reads the heading. Nothing when the file is a list; otherwise a Dutch sentence that says what is wrong and what
    /// to do.
    std::optional<std::string> open();
    using Uitkomst = Result<Persoon, Weigering>;
    struct Gelezen {
        int regel;
        Uitkomst uitkomst;
    };
    /// The next list; nothing at the end. A list of which one line is wrong is refused whole, with that line's number.
    std::optional<Gelezen> next();

private:
    using Rij = std::vector<std::string>;
    std::optional<Weigering> take(CsvLezer::Rij const&, std::vector<Rij>& rijen) const;
    CsvLezer csv_;
    std::map<std::string, std::size_t, std::less<>> kolommen_;
    std::size_t breedte_ = 0;
    std::optional<CsvLezer::Rij> wachtend_;   // first line of the next list
};
}
