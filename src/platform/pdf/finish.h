#pragma once
#include "kernel/result.h"

#include <string>
#include <string_view>

namespace pdf {
/// What the writer's tags lack: the scope of header cells, captions by their own name. Then written compactly. Refused,
/// with a word for the log, when it is no tagged PDF with a language and a title, or when it carries anything that is
/// no page: an attached file, a script, a form, an action. Pure.
Result<std::string, std::string_view> finish(std::string const& pdf);
}
