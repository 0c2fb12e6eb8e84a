#pragma once
#include "kernel/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// HTML to a tagged PDF (made to PDF/UA-1), by WeasyPrint in a child process that stays alive. No domain word in here.
namespace pdf {

/// In order of precedence.
enum class PrintRefusal {
    too_large,    // the HTML
    no_printer,   // the child cannot be started, or dies again and again
    too_slow,     // it was killed
    not_set,      // the child could not make a PDF of it
    not_sound     // what it made is no tagged PDF with language and title, or holds more than pages
};

/// Several threads may ask; one letter is set at a time. The child starts at the first letter, is started again when
/// it died, after `letters_per_child` letters and when one takes too long, and ends with this object.
class Printer {
public:
    struct Options {
        /// "letter.css" is the style sheet of every letter; it names fonts as url(meedoen:NAME?WEIGHT). Nothing else
        /// can be reached from a letter.
        std::vector<std::pair<std::string, std::string>> files;
        std::string python = "/usr/bin/python3";   // Debian's, which has WeasyPrint
        std::string script;                        // empty: our own (printer.py)
        std::chrono::milliseconds patience{30'000};
        int letters_per_child = 200;   // its memory grows slowly
        std::size_t largest_html = 4u << 20, largest_pdf = 20u << 20;
    };
    explicit Printer(Options options);
    ~Printer();
    Printer(Printer const&) = delete;
    Printer& operator=(Printer const&) = delete;

    /// A whole HTML document with lang and title.
    Result<std::string, PrintRefusal> print(std::string_view html);

    struct Numbers {
        int started = 0, printed = 0;
        int process = 0;   // id of the living child, or 0
    };
    Numbers numbers() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
}
