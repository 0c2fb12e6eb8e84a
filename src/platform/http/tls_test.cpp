#include "platform/http/raw_client_test.h"

#include <memory>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

using http_testing::eventually;
using http_testing::Raw;
using http_testing::status_of;
using http_testing::TestServer;

namespace {
namespace fs = std::filesystem;

template <auto free> struct Free {
    void operator()(auto* it) const { free(it); }
};
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using File = std::unique_ptr<FILE, Free<fclose>>;

/// A certificate that signs itself, in a folder of its own.
class Pem {
public:
    Pem() {
        fs::create_directories(folder_);
        Key const key{EVP_EC_gen("P-256")};
        Certificate const x509{X509_new()};
        ASN1_INTEGER_set(X509_get_serialNumber(x509.get()), 1);
        X509_gmtime_adj(X509_getm_notBefore(x509.get()), -60);
        X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
        X509_set_pubkey(x509.get(), key.get());
        auto* const name = X509_get_subject_name(x509.get());
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<unsigned char const*>("localhost"), -1,
                                   -1, 0);
        X509_set_issuer_name(x509.get(), name);
        X509_sign(x509.get(), key.get(), EVP_sha256());
        File const certificate_file{fopen(certificate().c_str(), "w")}, key_file{fopen(this->key().c_str(), "w")};
        PEM_write_X509(certificate_file.get(), x509.get());
        PEM_write_PrivateKey(key_file.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    }
    ~Pem() { fs::remove_all(folder_); }
    Pem(Pem const&) = delete;
    Pem& operator=(Pem const&) = delete;
    std::string certificate() const { return folder_ / "certificaat.pem"; }
    std::string key() const { return folder_ / "sleutel.pem"; }

private:
    fs::path folder_ = fs::temp_directory_path() / ("meedoen-tls-" + std::to_string(getpid()));
};

/// A client under TLS; `highest` is the newest version it speaks.
class TlsClient {
public:
    TlsClient(unsigned short port, int highest) : context_{SSL_CTX_new(TLS_client_method())} {
        // So that the client itself does not refuse the old versions.
        SSL_CTX_set_security_level(context_.get(), 0);
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context_.get(), highest);
        socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
        timeval const wait{20, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(port);
        to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to);
        tls_.reset(SSL_new(context_.get()));
        SSL_set_fd(tls_.get(), socket_);
        connected_ = SSL_connect(tls_.get()) == 1;
    }
    ~TlsClient() { ::close(socket_); }
    TlsClient(TlsClient const&) = delete;
    TlsClient& operator=(TlsClient const&) = delete;
    bool connected() const { return connected_; }

    void send(std::string_view bytes) { SSL_write(tls_.get(), bytes.data(), static_cast<int>(bytes.size())); }
    std::string until(std::string_view text) {
        char piece[16384];
        while (buffer_.find(text) == std::string::npos) {
            int const n = SSL_read(tls_.get(), piece, sizeof piece);
            if (n <= 0) break;
            buffer_.append(piece, static_cast<std::size_t>(n));
        }
        return std::exchange(buffer_, {});
    }
    /// Whether the server said goodbye by the rules, so that nothing was cut off.
    bool ends_cleanly() {
        char piece[64];
        int n = 0;
        while ((n = SSL_read(tls_.get(), piece, sizeof piece)) > 0) {}
        return SSL_get_error(tls_.get(), n) == SSL_ERROR_ZERO_RETURN;
    }

private:
    std::unique_ptr<SSL_CTX, Free<SSL_CTX_free>> context_;
    std::unique_ptr<SSL, Free<SSL_free>> tls_;
    int socket_ = -1;
    bool connected_ = false;
    std::string buffer_;
};

http::Options with(Pem const& pem) {
    auto options = TestServer::quick();
    options.tls_certificate = pem.certificate();
    options.tls_key = pem.key();
    return options;
}
}

TEST(HttpTls, the_same_server_under_tls_1_2_and_1_3) {
    Pem const pem;
    TestServer t{with(pem)};
    for (int const version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        TlsClient client{t.port, version};
        ASSERT_TRUE(client.connected());
        for (int i = 0; i < 3; ++i) {
            client.send("GET /een HTTP/1.1\r\nHost: a\r\n\r\n");
            EXPECT_NE(client.until("veilig=ja\n").find("pad=/een\n"), std::string::npos);
        }
        client.send("GET /groot HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        EXPECT_GT(client.until("nooit").size(), 200'000U);
        EXPECT_TRUE(client.ends_cleanly());
    }
}

TEST(HttpTls, older_versions_are_refused) {
    Pem const pem;
    TestServer t{with(pem)};
    EXPECT_FALSE((TlsClient{t.port, TLS1_1_VERSION}.connected()));
    EXPECT_TRUE((TlsClient{t.port, TLS1_2_VERSION}.connected()));
}

TEST(HttpTls, a_plain_or_silent_client_holds_nobody_up_and_is_dropped) {
    Pem const pem;
    TestServer t{with(pem)};
    Raw plain{t.port}, silent{t.port};
    plain.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_TRUE(plain.closes());
    TlsClient good{t.port, TLS1_3_VERSION};
    good.send("GET /een HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(good.until("pad=/een").find("200 OK"), std::string::npos);
    EXPECT_TRUE(silent.closes());
}

TEST(HttpTls, a_refused_upload_gets_its_answer) {
    Pem const pem;
    TestServer t{with(pem)};
    TlsClient client{t.port, TLS1_3_VERSION};
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\n\r\n");
    std::string const piece(64 * 1024, 'u');
    for (int i = 0; i < 300; ++i) client.send(piece);
    EXPECT_NE(client.until("geweigerd 413").find(" 413 "), std::string::npos);
}

TEST(HttpTls, a_drip_under_tls_is_told_too) {
    Pem const pem;
    TestServer t{with(pem)};
    TlsClient client{t.port, TLS1_3_VERSION};
    client.send("GET / HTTP/1.1\r\nHo");
    EXPECT_NE(client.until("geweigerd 408").find(" 408 "), std::string::npos);
    EXPECT_TRUE(eventually([&] { return t.server.numbers().connections == 0; }));
}

TEST(HttpTls, a_wrong_certificate_or_key_stops_the_start) {
    Pem const pem;
    auto options = with(pem);
    options.tls_key = pem.certificate();
    EXPECT_THROW(TestServer{options}, std::system_error);
    options = with(pem);
    options.tls_certificate = "/nergens.pem";
    EXPECT_THROW(TestServer{options}, std::system_error);
}
