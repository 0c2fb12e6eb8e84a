#include "instroom/queries.h"
#include "instroom/store.h"
#include "platform/search/search.h"

#include <set>

namespace instroom {
namespace {
/// The id of a word in the index; new words bring their endings along, so that a piece of a name is found too.
std::int64_t word_id(db::Connection& c, std::string const& word) {
    if (auto const known = c.value<std::int64_t>(queries::word_id, {word})) return *known;
    auto const id = db::new_id();
    if (c.exec(queries::insert_word, {id, word, search::sound(word)}) == 1) {
        for (auto const& ending : search::endings(word)) c.exec(queries::insert_ending, {ending, id});
        return id;
    }
    return *c.value<std::int64_t>(queries::word_id, {word});   // somebody else was first
}
}

void index_names(db::Connection& c, GemeenteId gemeente, PersoonId persoon, std::vector<std::string> names) {
    std::set<std::string> wanted;   // in order, so that two writers take the words in the same order
    for (auto const& name : names)
        for (auto& word : search::words(name)) wanted.insert(std::move(word));
    std::vector<std::int64_t> gone;
    c.each(queries::terms, {gemeente, persoon}, [&](db::Row const& r) {
        if (!r.boolean(2) || wanted.erase(std::string{r.text(1)}) == 0) gone.push_back(r.integer(0));
    });
    for (auto const word : gone) c.exec(queries::delete_term, {gemeente, word, persoon});
    for (auto const& word : wanted) c.exec(queries::insert_term, {gemeente, word_id(c, word), persoon});
}
}
