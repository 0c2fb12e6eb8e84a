#pragma once
#include "brp/persoon.h"

#include <map>

namespace brp {

/// The rows of one person list, read by category. Internal to the list reader.
class Velden {
public:
    using Rij = std::vector<std::string>;
    using Kolommen = std::map<std::string, std::size_t, std::less<>>;
    Velden(Kolommen const& kolommen, std::vector<Rij> const& rijen, std::vector<int> const& regels)
        : kolommen_{kolommen}, rijen_{rijen}, regels_{regels} {}
    Result<Persoon, Weigering> persoon();

private:
    /// Which rows hold current occurrences of a category.
    std::vector<std::size_t> current(std::string_view category) const;
    /// Which row holds the history of the occurrence in `row`: the next one, when it is; used for the start of a
    /// marriage.
    std::optional<std::size_t> history_of(std::string_view category, std::size_t row) const;
    std::string const& cell(std::size_t row, std::string_view column) const;
    void refuse(std::size_t row, std::string_view veld, std::string_view reden);
    std::string text(std::size_t row, std::string_view column, std::string_view veld);
    PartialDate date(std::size_t row, std::string_view column, std::string_view veld);
    std::string date_text(std::size_t row, std::string_view column, std::string_view veld);
    std::string code(std::size_t row, std::string_view column, std::string_view veld, std::string_view allowed);
    std::optional<Bsn> bsn(std::size_t row, std::string_view column);
    Naam naam(std::size_t row, std::string_view category);
    void identity(Persoon&);
    void nationality(Persoon&);
    void registration(Persoon&);
    void residence(Persoon&);
    void address(Persoon&);
    void family(Persoon&);
    Gezinslid relative(std::size_t row, std::string_view category, std::string_view soort);

    Kolommen const& kolommen_;
    std::vector<Rij> const& rijen_;
    std::vector<int> const& regels_;
    std::optional<Weigering> weigering_;   // the first one found
};
}
