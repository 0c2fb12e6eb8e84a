#pragma once
#include "kernel/result.h"

#include <optional>
#include <string>
#include <string_view>

/// Documents that belong to a file: what may be kept, told by the bytes and never by the name. Pure.
namespace documenten {

inline constexpr std::size_t meeste_bytes = 20u << 20;
inline constexpr std::size_t langste_naam = 200;   // characters

enum class Mediatype { pdf, png, jpeg };
std::string_view naam(Mediatype);      // "application/pdf", as stored and sent
std::string_view uitgang(Mediatype);   // ".pdf"
std::optional<Mediatype> mediatype_van(std::string_view naam);

/// In order of precedence: the first that applies is the one reported.
enum class DocumentRefusal {
    leeg,
    te_groot,
    geen_naam,
    naam_te_lang,
    ander_soort,         // no PDF, PNG or JPEG by its content
    niet_wat_het_zegt,   // the sender named another kind
    twee_soorten         // a file that also is something else: markup, an archive or a program hidden in it
};
std::string_view tekst(DocumentRefusal);   // Dutch: what is wrong and what to do

/// The kind of these bytes. A PDF starts with its mark, an image is whole from first to last mark; what a browser or
/// unpacker could take for something else is refused.
Result<Mediatype, DocumentRefusal> soort_van(std::string_view bytes);
/// All rules. `mediatype`: what the sender says, or empty; a difference with the content is refused.
Result<Mediatype, DocumentRefusal> keur(std::string_view naam, std::string_view mediatype, std::string_view bytes);
/// A name for saving: no path, no control or bidirectional characters, the right ending.
std::string veilige_naam(std::string_view naam, Mediatype);
}
