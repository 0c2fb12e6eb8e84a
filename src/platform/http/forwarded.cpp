#include "platform/http/forwarded.h"

#include "platform/http/target.h"

#include <algorithm>
#include <system_error>

namespace http {
namespace {

/// An entry of the list: an address, perhaps with a port ("1.2.3.4:567", "[::1]:567").
std::optional<Address> entry_address(std::string_view text) {
    text = trim(text);
    if (text.starts_with('['))
        text = text.substr(1, text.find(']') - 1);
    else if (std::ranges::count(text, ':') == 1)
        text = text.substr(0, text.find(':'));
    boost::system::error_code failed;
    auto const address = boost::asio::ip::make_address(std::string{text}, failed);
    if (failed) return std::nullopt;
    return plain_address(address);
}

std::string joined_header(Request const& request, std::string_view name) {
    std::string all;
    for (auto const& [key, value] : request.headers)
        if (key == name) all.append(all.empty() ? "" : ",").append(value);
    return all;
}
}

std::vector<Address> parse_addresses(std::vector<std::string> const& texts) {
    std::vector<Address> out;
    for (auto const& text : texts) {
        boost::system::error_code failed;
        out.push_back(plain_address(boost::asio::ip::make_address(text, failed)));
        if (failed)
            throw std::system_error{std::make_error_code(std::errc::invalid_argument), "trusted_proxies: " + text};
    }
    return out;
}

Address plain_address(Address const& address) {
    if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6());
}

void set_origin(Request& request, Address const& peer, std::vector<Address> const& trusted, bool tls) {
    auto const is_ours = [&](Address const& address) { return std::ranges::find(trusted, address) != trusted.end(); };
    auto origin = plain_address(peer);
    request.secure = tls;
    if (is_ours(origin)) {
        auto const list = joined_header(request, "x-forwarded-for");
        std::string_view rest{list};
        while (!rest.empty()) {
            auto const comma = rest.rfind(',');
            auto const entry = entry_address(comma == std::string_view::npos ? rest : rest.substr(comma + 1));
            rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(0, comma);
            if (!entry) break;
            origin = *entry;
            if (!is_ours(origin)) break;
        }
        if (equal_ignoring_case(trim(request.header("x-forwarded-proto")), "https")) request.secure = true;
    }
    request.remote_address = origin.to_string();
}
}
