#include "platform/search/search.h"

/// The sound key. Names from Arabic, Tigrinya, Dari and Turkish reach us through French, English, German and Dutch
/// spelling. The key keeps what these agree on: consonants by class, and of the vowels only whether the first one is at
/// the front (a, e, i) or at the back (o, u) of the mouth, which tells Hasan from Hussein and Mohammed from Mahmoud.
namespace search {
namespace {

struct Spelling {
    std::string_view letters;
    char sound;
};
/// Longest first. x: ch as in Rachid or Chadija, and all its ways of writing; j: dj as in Djamila.
constexpr Spelling spellings[] = {
    {"tsch", 'x'}, {"sch", 'x'}, {"tsj", 'x'}, {"tch", 'x'}, {"tsh", 'x'}, {"dsj", 'j'}, {"dzj", 'j'},
    {"dzh", 'j'},  {"ch", 'x'},  {"sh", 'x'},  {"sj", 'x'},  {"kh", 'x'},  {"gh", 'g'},  {"dj", 'j'},
    {"zj", 'j'},   {"zh", 'j'},  {"ph", 'f'},  {"th", 't'},  {"dh", 'd'},  {"rh", 'r'},  {"ts", 's'},
    {"tz", 's'},   {"ck", 'k'},  {"qu", 'k'},  {"x", 'x'},   {"q", 'k'},   {"w", 'v'},
};

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }
bool is_back(char c) { return c == 'o' || c == 'u'; }

/// Reads one word from left to right.
class Reader {
public:
    explicit Reader(std::string word) : word_{std::move(word)} {}
    std::string read() {
        while (at_ < word_.size()) step();
        finish();
        return std::move(key_);
    }

private:
    char next(std::size_t by = 1) const { return at_ + by < word_.size() ? word_[at_ + by] : '\0'; }
    bool opens() const { return at_ == 0; }

    void step() {
        if (glide() || vowel()) return;
        for (auto const& spelling : spellings)
            if (word_.compare(at_, spelling.letters.size(), spelling.letters) == 0)
                return consonant(spelling.sound, spelling.letters.size());
        char const c = word_[at_];
        if (c == 'h' && next() == '\0') return skip();   // Fatimah
        if (c == 'l' && is_article()) return skip();
        if (c == 'c') return consonant(next() == 'e' || next() == 'i' || next() == 'y' ? 's' : 'k', 1);
        consonant(c, 1);
    }

    /// y, ij, w and ou where they are half vowel, half consonant.
    bool glide() {
        char const c = word_[at_];
        if (opens() && c == 'o' && next() == 'u' && is_vowel(next(2)))
            return consonant('v', 2), true;                                            // Ouafa is Wafa
        if (c == 'y' && opens() && is_vowel(next())) return consonant('j', 1), true;   // Yusuf is Joesoef
        if (c == 'y') return vowel_of(false), true;
        if (c == 'i' && next() == 'j' && !is_vowel(next(2))) return ++at_, vowel_of(false), true;   // ij
        bool const after_vowel = !opens() && is_vowel(word_[at_ - 1]);
        if (c == 'w' && after_vowel && !is_vowel(next()) && next() != 'y') return skip(), true;
        return false;
    }

    bool vowel() {
        if (!is_vowel(word_[at_])) return false;
        vowel_of(is_back(word_[at_]));
        return true;
    }

    /// Abdel-, Abdul-, Abdoel- and Abdur-rahman: the article's l takes the sound of what follows.
    bool is_article() const {
        std::size_t start = at_;
        while (start > 0 && is_vowel(word_[start - 1])) --start;
        return start < at_ && start >= 3 && word_.compare(start - 3, 3, "abd") == 0 && next() != '\0' && next() != 'l'
               && !is_vowel(next());
    }

    void skip() {
        last_ = '\0';
        ++at_;
    }
    void vowel_of(bool back) {
        if (!has_vowel_) key_ += back ? 'o' : 'a';
        has_vowel_ = true;
        skip();
    }
    void consonant(char sound, std::size_t letters) {
        if (sound != last_) key_ += sound;   // double letters
        last_ = sound;
        at_ += letters;
    }

    /// The last consonant is spoken without voice: Ahmed is Ahmet, Zeyneb is Zeynep.
    void finish() {
        if (key_.empty() || last_ == '\0') return;
        constexpr std::string_view voiced = "dbzv", unvoiced = "tpsf";
        auto const found = voiced.find(key_.back());
        if (found != std::string_view::npos) key_.back() = unvoiced[found];
    }

    std::string word_, key_;
    std::size_t at_ = 0;
    char last_ = '\0';
    bool has_vowel_ = false;
};

}

std::string sound(std::string_view normalised_word) {
    std::string letters;
    std::copy_if(normalised_word.begin(), normalised_word.end(), std::back_inserter(letters),
                 [](char c) { return c >= 'a' && c <= 'z'; });
    return Reader{std::move(letters)}.read();
}

}
