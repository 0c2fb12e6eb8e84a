#include "vertrouwen/chain.h"

#include "vertrouwen/queries.h"

#include <sodium.h>

namespace vertrouwen {

db::Blob chain_start() { return {std::string(32, '\0')}; }

db::Blob chain_hash(db::Blob const& before, GemeenteId gemeente, std::string_view name, std::int64_t number,
                    std::vector<std::string> const& values) {
    std::string row =
        before.bytes + std::to_string(gemeente.value) + '|' + std::string{name} + '|' + std::to_string(number);
    for (auto const& value : values) row += '|' + std::to_string(value.size()) + ':' + value;
    std::string sum(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), sum.size(),
                       reinterpret_cast<unsigned char const*>(row.data()), row.size(), nullptr, 0);
    return {std::move(sum)};
}

Chain::Chain(db::Connection& connection, GemeenteId gemeente, std::string_view name, std::int64_t count)
    : connection_{connection}, gemeente_{gemeente}, name_{name} {
    auto const advance = [&] {
        return connection.one(queries::advance_chain, {gemeente, name, count},
                              [](db::Row const& r) { return std::pair{r.integer(0), r.blob(1)}; });
    };
    auto head = advance();
    if (!head) {
        connection.exec(queries::begin_chain, {gemeente, name, chain_start()});
        head = advance();
    }
    check(head.has_value());
    number_ = head->first - count + 1;
    hash_ = std::move(head->second);
}

db::Blob Chain::add(std::vector<std::string> const& values) {
    hash_ = chain_hash(hash_, gemeente_, name_, number_++, values);
    return hash_;
}

void Chain::close() { connection_.exec(queries::close_chain, {gemeente_, name_, hash_}); }
}
