#pragma once
#include "platform/html/components.h"
#include "platform/html/markup.h"

/// What the fields of a form share, in the order label, help, error, input. Only for platform/html.
namespace html::field {
std::string id(Field const&);
std::string described_by(Field const&);
Html label_text(View const&, Field const&);   // with "(niet verplicht)" where that is so
Html help(Field const&);
Html error(View const&, Field const&);
Html control_attributes(Field const&);                         // id, name, aria-describedby, aria-invalid, required
Html box(View const&, Field const&, Html const& control);      // one control
Html group(View const&, Field const&, Html const& controls);   // several, in a fieldset
}
