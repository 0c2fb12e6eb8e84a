#include "tests/support/database.h"
