#include "vertrouwen/qr.h"

#include "kernel/check.h"
#include "platform/html/components_vertrouwen.h"

#include <qrencode.h>

namespace vertrouwen {

html::Html qr_picture(std::string const& content, std::string_view label) {
    std::unique_ptr<QRcode, void (*)(QRcode*)> const code{
        QRcode_encodeString(content.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
    check(code != nullptr);
    auto const modules = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    std::vector<bool> dark(modules);
    for (std::size_t i = 0; i < modules; ++i) dark[i] = (code->data[i] & 1) != 0;
    return html::qr_code(dark, code->width, label);
}
}
