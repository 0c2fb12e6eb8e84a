#pragma once
#include "platform/html/components.h"

#include <utility>

/// A letter, as it is shown in a page and as it goes to the printer: the same parts, made from plain text only.
namespace html {

/// A run of text. `lang` empty: the language around it; otherwise one that is written from left to right. `apart`: a
/// value, kept out of the reading direction around it.
struct LetterText {
    std::string text, lang;
    bool bold = false, apart = false;
};
using LetterLine = std::vector<LetterText>;
struct LetterPart {
    enum class Kind { heading, paragraph, points, table } kind;
    std::vector<LetterLine> lines;               // heading: one; table: its head
    std::vector<std::vector<LetterLine>> rows;   // table; the first cell names its row
};
/// How a part stands: Dutch with the translation beside it; in a box; or over the whole width, one under the other.
enum class LetterForm { beside, boxed, wide };
struct LetterSection {
    LetterForm form;
    std::vector<LetterPart> dutch, translated;
};
struct Letter {
    std::string document_title;
    std::string lang;   // of the translation (BCP 47); empty: Dutch alone
    bool from_right = false;
    std::string sender;
    std::vector<std::string> sender_lines;
    std::vector<std::pair<std::string, std::string>> meta;   // label and value
    std::vector<std::string> address;                        // the name first
    LetterLine title, title_translated;
    std::vector<LetterSection> sections;
    std::vector<std::string> closing;   // "Met vriendelijke groet," and on whose behalf
    std::string signer, signer_role;
    std::string valid, valid_translated;   // that only the Dutch text counts
    std::string reference;                 // stands at the foot of every page
};
/// Inside a page; its own headings start at level 2.
Html letter_preview(Letter const&);
/// A whole document for platform/pdf; its style sheet is the printer's own.
std::string letter_document(Letter const&);
/// What a municipality wrote, with the lines numbered and what is wrong beside its line.
struct NumberedLine {
    int number;
    std::string text;
    std::vector<std::string> wrong;
};
Html numbered_lines(std::vector<NumberedLine> const&);
}
