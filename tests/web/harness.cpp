#include "tests/web/harness.h"

#include "dossier/store.h"
#include "gate/security.h"
#include "instroom/store.h"
#include "vertrouwen/web.h"

#include <filesystem>
#include <fstream>

namespace web_testing {
using testing_support::ScratchDatabase;

struct WebTest::Impl {
    ScratchDatabase scratch;
    vertrouwen::Kluis kluis = vertrouwen::Kluis::for_tests();
    std::unique_ptr<app::Program> program;
    Date today;

    Impl(std::string const& engine, Date day) : scratch{engine}, today{day} {
        testing_support::seed_cast(*scratch);
        program = std::make_unique<app::Program>(*scratch, kluis,
                                                 app::Program::Options{.config = {}, .today = day, .job_threads = 0});
    }
};

WebTest::WebTest(std::string const& engine, Date today) : impl_{std::make_unique<Impl>(engine, today)} {}
WebTest::~WebTest() = default;
db::Database& WebTest::database() { return *impl_->scratch; }
app::Program& WebTest::program() { return *impl_->program; }
vertrouwen::Kluis const& WebTest::kluis() { return impl_->kluis; }

Browser WebTest::anonymous() { return Browser{*this, ""}; }

Browser WebTest::as(std::string_view role, int gemeente) {
    auto const token = vertrouwen::start_session(database(), kluis(), program().shared().clock,
                                                 testing_support::user_of(gemeente, role), "127.0.0.1");
    return Browser{*this, "meedoen=" + token};
}

vertrouwen::Access WebTest::access(std::string_view role, int gemeente) {
    auto const user =
        vertrouwen::Store{database(), kluis(), program().shared().clock}.user(testing_support::user_of(gemeente, role));
    check(user.has_value());
    return vertrouwen::Access::van(user->access());
}

WebTest::File WebTest::file(std::string_view given_names, std::string_view family_name, std::string_view assigned_role,
                            int gemeente) {
    auto const system = vertrouwen::Access::systeem(GemeenteId{gemeente});
    auto const now = program().shared().clock.now();
    return database().write(db::Scope::of(GemeenteId{gemeente}), [&](db::Connection& c) {
        instroom::Persoonsgegevens person;
        person.naam = {std::string{given_names}, "", "", std::string{family_name}};
        person.geboren = *PartialDate::parse("1990-05-17");
        person.herkomst = "hand";
        auto const saved = instroom::upsert(c, kluis(), system, now, person);
        auto const dossier = dossier::open_for(c, system, now, impl_->today, saved.persoon, "instroom");
        if (!assigned_role.empty())
            dossier::assign(c, system, now, impl_->today, dossier, "klantmanager",
                            testing_support::user_of(gemeente, assigned_role));
        return File{saved.persoon, dossier};
    });
}

namespace {
void split_query(std::string_view whole, http::Request& request) {
    auto const mark = whole.find('?');
    request.path = whole.substr(0, mark);
    if (mark == std::string_view::npos) return;
    request.raw_query = whole.substr(mark + 1);
    std::string_view rest = request.raw_query;
    auto const decode = [](std::string_view text) {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '%' && i + 2 < text.size()) {
                out += static_cast<char>(std::stoi(std::string{text.substr(i + 1, 2)}, nullptr, 16));
                i += 2;
            } else
                out += text[i] == '+' ? ' ' : text[i];
        return out;
    };
    while (!rest.empty()) {
        auto const part = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        auto const is = part.find('=');
        request.query.emplace_back(decode(part.substr(0, is)),
                                   is == std::string_view::npos ? "" : decode(part.substr(is + 1)));
    }
}

std::string token_for(WebTest& test, std::string_view cookie, std::string_view path) {
    http::Request request;
    request.headers.emplace_back("cookie", std::string{cookie});
    auto const session = vertrouwen::Store{test.database(), test.kluis(), test.program().shared().clock}.session(
        request.cookie("meedoen"), 30, 10);
    return session ? gate::form_token(session->csrf_sleutel, path) : "";
}
}

namespace {
/// Puts one cookie in a browser's "a=1; b=2", in the place of an older one of that name.
void keep_cookie(std::string& jar, std::string_view set) {
    auto const pair = set.substr(0, set.find(';'));
    auto const name = pair.substr(0, pair.find('=') + 1);
    std::string kept;
    for (std::string_view rest = jar; !rest.empty();) {
        auto const one = rest.substr(0, rest.find("; "));
        rest.remove_prefix(std::min(rest.size(), one.size() + 2));
        if (!one.starts_with(name)) (kept += kept.empty() ? "" : "; ") += one;
    }
    if (set.find("Max-Age=0") == std::string_view::npos) (kept += kept.empty() ? "" : "; ") += pair;
    jar = kept;
}
}

Answer Browser::send(http::Request request) {
    static int number = 0;
    request.remote_address = address;
    request.id = "test-" + std::to_string(++number);
    if (!cookie_.empty()) request.headers.emplace_back("cookie", cookie_);
    Answer answer;
    answer.response = test_.program().gate().handle(request);
    answer.status = answer.response.status;
    answer.body = answer.response.body;
    for (auto const& [name, value] : answer.response.headers) {
        if (name == "Location") answer.location = value;
        if (name == "Set-Cookie") keep_cookie(cookie_, value);
    }
    return answer;
}

Answer Browser::get(std::string_view path_and_query) {
    http::Request request;
    request.method = http::Method::get;
    split_query(path_and_query, request);
    return send(std::move(request));
}

Answer Browser::post(std::string_view path, Fields fields) {
    static int key = 0;
    fields.emplace_back("_csrf", token_for(test_, cookie_, path.substr(0, path.find('?'))));
    fields.emplace_back("_eenmalig", "sleutel-" + std::to_string(++key));
    return post_raw(path, std::move(fields));
}

Answer Browser::post_raw(std::string_view path, Fields fields) {
    http::Request request;
    request.method = http::Method::post;
    split_query(path, request);
    request.form = std::move(fields);
    return send(std::move(request));
}

Answer Browser::upload(std::string_view path, std::string_view field, std::string_view filename,
                       std::string_view content, Fields fields) {
    fields.emplace_back("_csrf", token_for(test_, cookie_, path));
    http::Request request;
    request.method = http::Method::post;
    split_query(path, request);
    request.form = std::move(fields);
    auto const file = std::filesystem::temp_directory_path() / ("meedoen-test-" + std::to_string(db::new_id()));
    std::ofstream{file, std::ios::binary} << content;
    request.uploads.push_back(
        {std::string{field}, std::string{filename}, "application/octet-stream", file, content.size()});
    auto answer = send(std::move(request));
    std::filesystem::remove(file);
    return answer;
}

std::string Answer::input(std::string_view name) const {
    auto const at = body.find("name=\"" + std::string{name} + "\"");
    if (at == std::string::npos) return "";
    auto const begin = body.rfind('<', at), end = body.find('>', at);
    auto const tag = body.substr(begin, end - begin);
    auto const value = tag.find(" value=\"");
    if (value == std::string::npos) return "";
    return tag.substr(value + 8, tag.find('"', value + 8) - value - 8);
}
}
