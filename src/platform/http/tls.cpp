#include "platform/http/tls.h"

#include <system_error>

namespace http {
namespace ssl = boost::asio::ssl;
namespace {

void demand(boost::system::error_code const& failed, std::string const& what) {
    if (failed) throw std::system_error{std::error_code{failed}, what};
}
}

std::unique_ptr<ssl::context> make_tls(std::string const& certificate, std::string const& key) {
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    auto* const native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    // Renegotiation lets one client keep the server computing; idle connections need no buffers.
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL");
    boost::system::error_code failed;
    context->use_certificate_chain_file(certificate, failed);
    demand(failed, "tls_certificate: " + certificate);
    context->use_private_key_file(key, ssl::context::pem, failed);
    demand(failed, "tls_key: " + key);
    if (SSL_CTX_check_private_key(native) != 1)
        throw std::system_error{std::make_error_code(std::errc::invalid_argument), "tls_key: " + key};
    return context;
}
}
