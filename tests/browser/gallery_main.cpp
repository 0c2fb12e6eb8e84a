#include "platform/html/assets.h"
#include "platform/html/gallery.h"

#include <filesystem>
#include <fstream>
#include <iostream>

// Writes the sample pages and the assets they need into a folder: gallery DIR
int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: gallery DIR\n";
        return 2;
    }
    std::filesystem::path const folder{arguments[1]};
    auto const write = [&](std::filesystem::path const& file, std::string_view bytes) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary}.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    };
    for (auto const name : {"utrecht.css", "meedoen.css", "figtree-latin.woff2", "figtree-latin-ext.woff2",
                            "htmx.min.js", "meedoen.js", "favicon.svg"}) {
        auto const* asset = html::find_asset(html::asset_url(name));
        write(folder / asset->path.substr(1), asset->bytes);
    }
    for (auto const taal : {i18n::Taal::nl, i18n::Taal::en})
        for (auto const page : html::gallery_pages()) {
            html::View const view{.taal = taal, .today = Date{std::chrono::year{2026} / 11 / 25}};
            write(folder / i18n::code(taal) / (std::string{page} + ".html"), html::gallery(view, page));
        }
    return 0;
}
