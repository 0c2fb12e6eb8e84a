#pragma once
#include <tl/expected.hpp>

/// What a function that can be refused returns: a value, or one of the slice's own refusals. Never an exception.
template <class T, class Refusal> using Result = tl::expected<T, Refusal>;
using tl::unexpected;
