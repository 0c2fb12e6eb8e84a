#pragma once
#include "platform/http/asio.h"

#include <memory>
#include <string>

namespace http {
/// TLS 1.2 and up with this certificate chain and key (PEM). Throws std::system_error that names the file at fault.
std::unique_ptr<boost::asio::ssl::context> make_tls(std::string const& certificate, std::string const& key);
}
