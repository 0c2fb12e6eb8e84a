#pragma once
#include "platform/http/asio.h"
#include "platform/http/http.h"

namespace http {
using Address = boost::asio::ip::address;

/// Throws std::system_error for what is no IP address.
std::vector<Address> parse_addresses(std::vector<std::string> const& texts);
/// An IPv4 address that came in over an IPv6 socket, as IPv4.
Address plain_address(Address const& address);
/// Fills in who sent the request. X-Forwarded-For counts only when the peer is a proxy of ours, and of its list only
/// what our proxies wrote: the right-most address that is not one of them. The rest anyone can make up.
void set_origin(Request& request, Address const& peer, std::vector<Address> const& trusted, bool tls);
}
