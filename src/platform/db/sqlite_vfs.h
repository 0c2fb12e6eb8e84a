#pragma once

namespace db {

/// The name of a file system layer for SQLite that keeps a database file mapped between transactions, registered at the
/// first call. Without it every reader lets go of its whole mapping as soon as another connection has written, and pays
/// for each page again. Safe for files that only grow: nothing here runs VACUUM, and pages behind the mapping are read.
char const* mapped_vfs();

}
