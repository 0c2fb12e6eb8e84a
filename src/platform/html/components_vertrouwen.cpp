#include "platform/html/components_vertrouwen.h"

#include "platform/html/markup.h"

namespace html {

Html qr_code(std::vector<bool> const& dark, int size, std::string_view label) {
    constexpr int quiet = 4;   // modules of white around it; scanners need them
    std::string path;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            if (!dark[static_cast<std::size_t>(y * size + x)]) continue;
            int width = 1;
            while (x + width < size && dark[static_cast<std::size_t>(y * size + x + width)]) ++width;
            path += fmt::format("M{} {}h{}v1h-{}z", x + quiet, y + quiet, width, width);
            x += width - 1;
        }
    int const whole = size + 2 * quiet;
    auto const box = fmt::format("0 0 {} {}", whole, whole);
    auto const side = std::to_string(whole * 5);
    return Markup::of("<svg class=\"md-qr\" role=\"img\"", Attr{"aria-label", label}, Attr{"viewBox", box},
                      Attr{"width", side}, Attr{"height", side},
                      " shape-rendering=\"crispEdges\" focusable=\"false\"><path fill=\"#fff\"",
                      Attr{"d", fmt::format("M0 0h{}v{}h-{}z", whole, whole, whole)}, "/><path fill=\"#000\"",
                      Attr{"d", path}, "/></svg>");
}

Html code_list(std::vector<std::string> const& codes) {
    return Markup::of("<ul class=\"md-codes\">",
                      each(codes, [](std::string const& c) { return Markup::of("<li>", code(c), "</li>"); }), "</ul>");
}

Html code(std::string_view plain) {
    return Markup::of("<code class=\"md-codetext\" dir=\"ltr\" translate=\"no\">", plain, "</code>");
}

Html login_more(std::vector<Html> const& lines) {
    return Markup::of("<ul class=\"md-loginmore\">",
                      each(lines, [](Html const& line) { return Markup::of("<li>", line, "</li>"); }), "</ul>");
}
}
