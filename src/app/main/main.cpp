#include "app/commands.h"

#include <malloc.h>
#include <vector>

int main(int count, char** arguments) {
    // Pages are built in large strings: keep their memory instead of giving it back and asking again each request.
    mallopt(M_TRIM_THRESHOLD, 256 << 20);
    mallopt(M_MMAP_THRESHOLD, 64 << 20);
    return app::run(std::vector<std::string>(arguments + 1, arguments + count));
}
