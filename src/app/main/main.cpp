#include "app/commands.h"

#include <vector>

int main(int count, char** arguments) { return app::run(std::vector<std::string>(arguments + 1, arguments + count)); }
