#pragma once
#include "platform/http/http.h"
#include "platform/http/target.h"
#include "platform/http/upload_file.h"

namespace http {

/// Reads a multipart form piece by piece while it arrives: files go to temporary files, text stays in memory.
/// What it holds in memory is bounded by the limits, whatever is sent.
class Multipart {
public:
    struct Limits {
        std::size_t parts = 1000, files = 100;
        std::size_t part_header = 8 * 1024;   // bytes
        std::size_t text = 2 * 1024 * 1024;   // bytes of all text fields together
    };
    /// In order of precedence within one part.
    enum class Refusal {
        bad_boundary,
        bad_part_header,
        no_name,
        not_text,
        torn,
        too_many_parts,
        too_much_text,
        no_disk
    };
    struct Content {
        Pairs form;
        std::vector<Upload> uploads;
        std::vector<UploadFile> files;   // keeps the paths of `uploads` alive
    };

    /// The boundary of a Content-Type header; nothing when it has none or one that no part can carry.
    static std::optional<std::string> boundary_of(std::string_view content_type);

    Multipart(std::string_view boundary, std::filesystem::path upload_dir)
        : Multipart{boundary, upload_dir, Limits{}} {}
    Multipart(std::string_view boundary, std::filesystem::path upload_dir, Limits limits);

    /// The next bytes, in pieces of any size. After a refusal nothing more may be given.
    std::optional<Refusal> take(std::string_view bytes);
    /// After the last byte; `torn` when the closing boundary never came.
    Result<Content, Refusal> finish();

private:
    enum class State { preamble, after_boundary, part_header, text, file, epilogue };
    enum class Step { go_on, need_more };

    Result<Step, Refusal> step();
    Result<Step, Refusal> skip_preamble();
    Result<Step, Refusal> read_after_boundary();
    Result<Step, Refusal> read_part_header();
    Result<Step, Refusal> read_content();
    std::optional<Refusal> begin_part(std::string_view header);
    std::optional<Refusal> add_content(std::string_view bytes);
    std::optional<Refusal> end_part();

    std::string delimiter_;
    std::filesystem::path upload_dir_;
    Limits limits_;
    State state_ = State::preamble;
    std::string buffer_ = "\r\n";   // so that the first boundary looks like the others
    std::size_t at_ = 0;            // what of the buffer was read already
    std::size_t parts_ = 0, text_size_ = 0;
    std::string name_, value_;
    Content content_;
};

/// The `name` of a header such as `form-data; name="a"; filename="b"`; nothing when it is not there.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);
}
