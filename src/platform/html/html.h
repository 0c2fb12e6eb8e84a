#pragma once
#include <string>
#include <string_view>
#include <utility>

/// Markup that only escaping functions can make. A raw `<` in a string outside platform/html is refused by tools/tidy.
namespace html {
class Html {
public:
    Html() = default;
    bool empty() const { return text_.empty(); }
    std::string const& str() const { return text_; }
    std::string take() { return std::move(text_); }
    Html& operator+=(Html const& more) {
        text_ += more.text_;
        return *this;
    }
    friend Html operator+(Html a, Html const& b) {
        a += b;
        return a;
    }
    friend struct Markup;   // platform/html/markup.h: used inside platform/html only
private:
    explicit Html(std::string markup) : text_{std::move(markup)} {}
    std::string text_;
};

/// The one door for text: escapes & < > " '.
Html text(std::string_view plain);
template <class... Parts> Html all(Parts const&... parts) {
    Html h;
    ((h += parts), ...);
    return h;
}
}
