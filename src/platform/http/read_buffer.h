#pragma once
#include <string_view>
#include <vector>

namespace http {

/// Bytes that came in and were not understood yet. Never more than 64 KiB, whatever is sent; small while idle.
class ReadBuffer {
public:
    static constexpr std::size_t small = 8 * 1024, most = 64 * 1024;

    std::string_view view() const { return {bytes_.data() + begin_, end_ - begin_}; }
    bool is_empty() const { return begin_ == end_; }
    bool is_full() const { return end_ - begin_ == most; }
    void consume(std::size_t n) {
        begin_ += n;
        if (begin_ == end_) begin_ = end_ = 0;
    }
    struct Space {
        char* data;
        std::size_t size;
    };
    /// Room for the next bytes; none when full.
    Space prepare() {
        if (bytes_.empty()) bytes_.resize(small);
        if (begin_ > 0) {
            std::copy(bytes_.begin() + begin_, bytes_.begin() + end_, bytes_.begin());
            end_ -= begin_;
            begin_ = 0;
        }
        // A sender that filled the whole room has more to say.
        if (end_ == bytes_.size() || last_filled_) bytes_.resize(std::min(most, std::max(end_, bytes_.size()) * 2));
        return {bytes_.data() + end_, bytes_.size() - end_};
    }
    void commit(std::size_t n) {
        end_ += n;
        last_filled_ = end_ == bytes_.size();
    }
    /// Between two requests: gives back what a large body needed.
    void relax() {
        last_filled_ = false;
        if (is_empty() && bytes_.size() > small) std::vector<char>{}.swap(bytes_);
    }

private:
    std::vector<char> bytes_;
    std::size_t begin_ = 0, end_ = 0;
    bool last_filled_ = false;
};
}
