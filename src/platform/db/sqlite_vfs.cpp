#include "platform/db/sqlite_vfs.h"

#include "kernel/check.h"

#include <atomic>
#include <sqlite3.h>

namespace db {
namespace {

sqlite3_vfs* system_vfs = nullptr;

/// The methods of the system's database files with one put in front of it: a copy made at the first file.
sqlite3_io_methods mapped_methods{};
sqlite3_io_methods const* system_methods = nullptr;

/// Page nullptr means: let go of the mapping, it may be out of date. A shared mapping never is; only its length can be,
/// so now and then it is made anew and covers what was added.
int keep_mapping(sqlite3_file* file, sqlite3_int64 offset, void* page) {
    constexpr unsigned one_in = 256;
    static std::atomic<unsigned> times{0};
    if (page == nullptr && ++times % one_in != 0) return SQLITE_OK;
    return system_methods->xUnfetch(file, offset, page);
}

int open_file(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out_flags) {
    int const code = system_vfs->xOpen(system_vfs, name, file, flags, out_flags);
    if (code != SQLITE_OK || (flags & SQLITE_OPEN_MAIN_DB) == 0 || file->pMethods->iVersion < 3) return code;
    static bool const copied = [&] {
        system_methods = file->pMethods;
        mapped_methods = *file->pMethods;
        mapped_methods.xUnfetch = keep_mapping;
        return true;
    }();
    // Every file of one system layer with the same locking has the same methods.
    if (copied && file->pMethods == system_methods) file->pMethods = &mapped_methods;
    return code;
}

char const* register_vfs() {
    static sqlite3_vfs mapped{};
    system_vfs = sqlite3_vfs_find(nullptr);
    check(system_vfs != nullptr);
    mapped = *system_vfs;
    mapped.zName = "meedoen";
    mapped.pNext = nullptr;
    mapped.xOpen = open_file;
    check(sqlite3_vfs_register(&mapped, 0) == SQLITE_OK);
    return mapped.zName;
}
}

char const* mapped_vfs() {
    static char const* const name = register_vfs();
    return name;
}

}
