#include "platform/http/upload_file.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <utility>

namespace http {

std::optional<UploadFile> UploadFile::create(std::filesystem::path const& folder) {
    std::error_code failed;
    auto const place = folder.empty() ? std::filesystem::temp_directory_path(failed) : folder;
    auto name = (place / "meedoen-upload-XXXXXX").string();
    int const descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;
    unlink(name.c_str());
    return UploadFile{descriptor};
}

UploadFile::UploadFile(UploadFile&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}

UploadFile& UploadFile::operator=(UploadFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

UploadFile::~UploadFile() {
    if (descriptor_ >= 0) close(descriptor_);
}

UploadFile::Written UploadFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        auto const n = ::write(descriptor_, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return Written::disk_refused;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return Written::all;
}

std::filesystem::path UploadFile::path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
}
