#pragma once
#include "platform/http/multipart.h"

namespace http {

/// Where the bytes of a body go, by its content type: a form, uploaded files, or `Request::body`.
class BodyReader {
public:
    BodyReader(Request& request, std::filesystem::path const& upload_dir);
    /// Nothing, or the status that refuses the request.
    std::optional<int> take(std::string_view bytes);
    std::optional<int> finish();

private:
    enum class Kind { plain, urlencoded, multipart, unreadable };
    Request& request_;
    Kind kind_ = Kind::plain;
    std::optional<Multipart> multipart_;
    std::vector<UploadFile> files_;
};
}
