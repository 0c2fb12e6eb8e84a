#pragma once
/// Boost.Asio for the files of this folder only, always included through here: its own code is compiled once, in
/// asio.cpp.
/// Beast asserts that the last chunk of a body comes with its line end in one piece. A client that sends it in two
/// would stop the whole program; without the assertion the parser waits for the rest, as it should.
#define BOOST_DISABLE_ASSERTS
#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_ASIO_NO_DEPRECATED
#define BOOST_BEAST_SEPARATE_COMPILATION
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
