#include "kernel/check.h"
#include "platform/http/filename.h"
#include "platform/http/http.h"
#include "platform/http/target.h"

#include <algorithm>

namespace http {
namespace {

std::string_view first_of(Pairs const& pairs, std::string_view name) {
    for (auto const& [key, value] : pairs)
        if (key == name) return value;
    return {};
}
}

std::string_view Request::query_value(std::string_view name) const { return first_of(query, name); }
std::string_view Request::form_value(std::string_view name) const { return first_of(form, name); }
std::string_view Request::header(std::string_view lower_case_name) const { return first_of(headers, lower_case_name); }
std::string_view Request::param(std::string_view name) const { return first_of(params, name); }

std::vector<std::string_view> Request::form_values(std::string_view name) const {
    std::vector<std::string_view> values;
    for (auto const& [key, value] : form)
        if (key == name) values.emplace_back(value);
    return values;
}

bool Request::has_form(std::string_view name) const {
    return std::ranges::any_of(form, [&](auto const& pair) { return pair.first == name; });
}

std::string_view Request::cookie(std::string_view name) const {
    for (auto const& [key, value] : headers)
        if (key == "cookie")
            if (auto const found = cookie_value(value, name); !found.empty()) return found;
    return {};
}

Upload const* Request::upload(std::string_view field) const {
    for (auto const& file : uploads)
        if (file.field == field) return &file;
    return nullptr;
}

Response& Response::header(std::string name, std::string value) {
    check(value.find_first_of(std::string_view{"\r\n\0", 3}) == std::string::npos);
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

Response see_other(std::string location) {
    // A foreign address here would make us a stepping stone; browsers read "/\" as "//".
    check(location.starts_with('/') && !location.starts_with("//") && !location.starts_with("/\\"));
    Response response;
    response.status = 303;
    response.header("Location", std::move(location));
    return response;
}

Response text(int status, std::string body) {
    Response response;
    response.status = status;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

Response download(std::string content_type, std::string filename, std::string body) {
    Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    response.header("Content-Disposition", attachment_disposition(filename));
    return response;
}
}
