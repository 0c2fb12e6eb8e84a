#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

namespace http {
/// A temporary file without a name in any folder: the system takes it back when this object goes, and also when the
/// program is killed. What people upload never stays behind.
class UploadFile {
public:
    /// Nothing when the disk does not allow it. An empty folder means the system's own.
    static std::optional<UploadFile> create(std::filesystem::path const& folder);
    UploadFile(UploadFile&& other) noexcept;
    UploadFile& operator=(UploadFile&& other) noexcept;
    ~UploadFile();
    enum class Written { all, disk_refused };
    Written write(std::string_view bytes);
    /// Under which this process can open it, as long as this object lives.
    std::filesystem::path path() const;

private:
    explicit UploadFile(int descriptor) : descriptor_{descriptor} {}
    int descriptor_;
};
}
