#pragma once
#include "platform/db/db.h"

namespace vertrouwen {

/// One hash chain of a municipality, open for adding until the transaction ends. Its head row is locked meanwhile.
class Chain {
public:
    /// Takes the next `count` numbers.
    Chain(db::Connection&, GemeenteId, std::string_view name, std::int64_t count);
    std::int64_t next_number() const { return number_; }
    /// The hash of the next row, over the row before it, its number and its values.
    db::Blob add(std::vector<std::string> const& values);
    /// Writes the head. Call once, after the last add.
    void close();

private:
    db::Connection& connection_;
    GemeenteId gemeente_;
    std::string_view name_;
    std::int64_t number_{};
    db::Blob hash_;
};

/// What a chain starts from.
db::Blob chain_start();
/// Every value with its length in front, so that no two rows read the same.
db::Blob chain_hash(db::Blob const& before, GemeenteId, std::string_view name, std::int64_t number,
                    std::vector<std::string> const& values);
}
