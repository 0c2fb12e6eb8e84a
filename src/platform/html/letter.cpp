#include "platform/html/letter.h"

#include "platform/html/markup.h"

namespace html {
namespace {

Html run(LetterText const& t) {
    OptionalAttr const lang{"lang", t.lang}, dir{"dir", t.lang.empty() ? "" : "ltr"};
    auto const inner = t.apart          ? Markup::of("<bdi", lang, dir, ">", t.text, "</bdi>")
                       : t.lang.empty() ? text(t.text)
                                        : Markup::of("<span", lang, ">", t.text, "</span>");
    return t.bold ? Markup::of("<b>", inner, "</b>") : inner;
}
/// A line break inside a value stays one.
LetterLine broken(LetterLine const& line) {
    LetterLine out;
    for (auto const& one : line) {
        auto rest = one;
        for (auto end = rest.text.find('\n'); end != std::string::npos; end = rest.text.find('\n')) {
            auto head = rest;
            head.text.resize(end);
            if (!head.text.empty() && head.text.back() == '\r') head.text.pop_back();
            out.push_back(std::move(head));
            out.push_back({"\n", {}, false, false});
            rest.text.erase(0, end + 1);
        }
        out.push_back(std::move(rest));
    }
    return out;
}
Html line_of(LetterLine const& line) {
    return each(broken(line), [](LetterText const& t) { return t.text == "\n" ? Markup::of("<br>") : run(t); });
}
Html lines_of(std::vector<LetterLine> const& lines) {
    Html out;
    for (std::size_t i = 0; i < lines.size(); ++i) out += (i > 0 ? Markup::of("<br>") : Html{}) + line_of(lines[i]);
    return out;
}

/// "Leefgebied, Wat u wilt bereiken, Wanneer".
std::string plain(std::vector<LetterLine> const& columns) {
    std::string out;
    for (auto const& column : columns) {
        if (!out.empty()) out += ", ";
        for (auto const& one : column) out += one.text;
    }
    return out;
}
Html head_of(std::vector<LetterLine> const& columns) {
    return Markup::of(
        "<thead><tr>",
        each(columns, [](LetterLine const& c) { return Markup::of("<th scope=\"col\">", line_of(c), "</th>"); }),
        "</tr></thead>");
}
Html row_of(std::vector<LetterLine> const& cells) {
    Html out;
    for (std::size_t i = 0; i < cells.size(); ++i)
        out += i == 0 ? Markup::of("<th scope=\"row\">", line_of(cells[i]), "</th>")
                      : Markup::of("<td>", line_of(cells[i]), "</td>");
    return Markup::of("<tr>", out, "</tr>");
}

Html part(LetterPart const& p, int level) {
    switch (p.kind) {
    case LetterPart::Kind::heading: {
        auto const inner = lines_of(p.lines);
        return level == 2 ? Markup::of("<h2>", inner, "</h2>") : Markup::of("<h3>", inner, "</h3>");
    }
    case LetterPart::Kind::paragraph: return Markup::of("<p>", lines_of(p.lines), "</p>");
    case LetterPart::Kind::points:
        return Markup::of("<ul>",
                          each(p.lines, [](LetterLine const& l) { return Markup::of("<li>", line_of(l), "</li>"); }),
                          "</ul>");
    case LetterPart::Kind::table:
        // In a page a wide table scrolls inside its own region, which the keyboard must reach.
        return Markup::of(
            "<div class=\"md-letter__table\"",
            level == 2 ? Html{} : Markup::of(" role=\"group\"", Attr{"aria-label", plain(p.lines)}, " tabindex=\"0\""),
            "><table class=\"cols-", p.lines.size(), "\">", head_of(p.lines), "<tbody>", each(p.rows, row_of),
            "</tbody></table></div>");
    }
    return {};
}
Html parts(std::vector<LetterPart> const& all, int level) {
    return each(all, [&](LetterPart const& p) { return part(p, level); });
}

Html foreign(Letter const& letter, Html const& inner, std::string_view css_class) {
    return Markup::of("<div", Attr{"class", css_class}, Attr{"lang", letter.lang},
                      Attr{"dir", letter.from_right ? "rtl" : "ltr"}, ">", inner, "</div>");
}
Html section(Letter const& letter, LetterSection const& s, int level) {
    auto const dutch = parts(s.dutch, level);
    bool const both = !letter.lang.empty();
    auto const other =
        both && !s.translated.empty() ? foreign(letter, parts(s.translated, level), "md-letter__other") : Html{};
    std::string_view const kind = s.form == LetterForm::boxed  ? "md-letter__law"
                                  : s.form == LetterForm::wide ? "md-letter__wide"
                                  : both                       ? "md-letter__pair"
                                                               : "md-letter__one";
    auto const gap = both && other.empty() && s.form == LetterForm::beside
                         ? Markup::of("<div class=\"md-letter__other\"></div>")
                         : Html{};
    return Markup::of("<div", Attr{"class", kind}, "><div class=\"md-letter__nl\">", dutch, "</div>", other, gap,
                      "</div>");
}

Html top(Letter const& letter) {
    auto const meta = each(letter.meta, [](auto const& m) {
        return Markup::of("<p><span class=\"md-letter__label\">", m.first, "</span> <span>", m.second, "</span></p>");
    });
    auto const sender = each(letter.sender_lines, [](std::string const& l) { return Markup::of("<br>", l); });
    return Markup::of("<div class=\"md-letter__top\"><div class=\"md-letter__from\"><p><b>", letter.sender, "</b>",
                      sender, "</p></div><div class=\"md-letter__meta\">", meta, "</div></div>");
}
Html to(Letter const& letter) {
    Html lines;
    for (std::size_t i = 0; i < letter.address.size(); ++i)
        lines += (i > 0 ? Markup::of("<br>") : Html{}) + Markup::of("<bdi>", letter.address[i], "</bdi>");
    return Markup::of("<div class=\"md-letter__to\"><p>", lines, "</p></div><div class=\"md-letter__rule\"></div>");
}
Html title(Letter const& letter, int level) {
    auto const main = line_of(letter.title);
    auto out =
        level == 1 ? Markup::of("<h1>", main, "</h1>") : Markup::of("<h2 class=\"md-letter__title\">", main, "</h2>");
    if (!letter.lang.empty() && !letter.title_translated.empty())
        out += foreign(letter, Markup::of("<p>", line_of(letter.title_translated), "</p>"), "md-letter__subtitle");
    if (!letter.lang.empty())
        out += Markup::of("<div class=\"md-letter__valid\"><div><p>", letter.valid, "</p></div>",
                          foreign(letter, Markup::of("<p>", letter.valid_translated, "</p>"), "md-letter__other"),
                          "</div>");
    return out;
}
Html end(Letter const& letter) {
    Html closing;
    for (std::size_t i = 0; i < letter.closing.size(); ++i)
        closing += (i > 0 ? Markup::of("<br>") : Html{}) + text(letter.closing[i]);
    auto const signature = Markup::of(
        "<p class=\"md-letter__sign\">", letter.signer,
        letter.signer_role.empty() ? Html{} : Markup::of("<br><span>", letter.signer_role, "</span>"), "</p>");
    return Markup::of("<div class=\"md-letter__end\"><p>", closing, "</p>", signature, "</div>");
}
Html whole(Letter const& letter, int level) {
    return top(letter) + to(letter) + title(letter, level)
           + each(letter.sections, [&](LetterSection const& s) { return section(letter, s, level + 1); }) + end(letter);
}
}

Html letter_preview(Letter const& letter) {
    return Markup::of("<div class=\"md-letter\" lang=\"nl\">", whole(letter, 2), "</div>");
}

std::string letter_document(Letter const& letter) {
    return Markup::document("<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>",
                            letter.document_title, "</title></head>\n<body",
                            Attr{"class", letter.lang.empty() ? "alone" : "both"}, "><p class=\"reference\">",
                            letter.reference, "</p>", whole(letter, 1), "</body></html>\n");
}

Html numbered_lines(std::vector<NumberedLine> const& lines) {
    return Markup::of("<ol class=\"md-lines\">",
                      each(lines,
                           [](NumberedLine const& l) {
                               auto const wrong = each(l.wrong, [](std::string const& w) {
                                   return Markup::of("<strong class=\"md-error\">", w, "</strong>");
                               });
                               return Markup::of("<li", Attr{"value", std::to_string(l.number)},
                                                 OptionalAttr{"class", l.wrong.empty() ? "" : "is-wrong"}, "><code>",
                                                 l.text, "</code>", wrong, "</li>");
                           }),
                      "</ol>");
}
}
