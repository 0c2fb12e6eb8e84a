#include "app/command_list.h"
#include "rekenhulp/rekenhulp.h"

#include <iostream>

namespace app {
int reken(std::vector<std::string> const& words) { return rekenhulp::cli(words, std::cout, std::cerr); }
}
