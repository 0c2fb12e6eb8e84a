#include "platform/pdf/printer.h"

#include "platform/pdf/finish.h"

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace pdf {
namespace {
namespace fs = std::filesystem;

Printer::Options plain() {
    Printer::Options o;
    o.files = {{"letter.css", "html{font-family:\"Noto Sans\",\"Noto Sans Arabic\",\"Noto Sans Ethiopic\"}"}};
    return o;
}
std::string document(std::string const& body, std::string const& head = {}) {
    return "<!doctype html><html lang=nl><head><title>Proef</title>" + head + "</head><body>" + body + "</body></html>";
}
struct Saved {
    fs::path path;
    explicit Saved(std::string const& bytes)
        : path{fs::temp_directory_path()
               / ("pdf_test_" + std::to_string(getpid()) + "_" + std::to_string(rand()) + ".pdf")} {
        std::ofstream{path, std::ios::binary} << bytes;
    }
    ~Saved() { fs::remove(path); }
    std::string ask(std::string const& before, std::string const& after = {}) const {
        std::string out;
        auto* pipe = popen((before + " " + path.string() + " " + after + " 2>&1").c_str(), "r");
        char piece[4096];
        for (auto n = fread(piece, 1, sizeof piece, pipe); n > 0; n = fread(piece, 1, sizeof piece, pipe))
            out.append(piece, n);
        pclose(pipe);
        return out;
    }
};
bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }
std::size_t own_folders() {
    auto const all = fs::directory_iterator{fs::temp_directory_path()};
    return static_cast<std::size_t>(std::ranges::count_if(
        all, [](fs::directory_entry const& e) { return e.path().filename().string().starts_with("meedoen-pdf-"); }));
}
std::size_t open_files() {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator{"/proc/self/fd"}, fs::directory_iterator{}));
}

TEST(pdf_printer, makes_a_tagged_file_with_language_and_title) {
    Printer printer{plain()};
    auto const made = printer.print(document("<h1>Kop</h1><p>Zorgvuldig</p>"));
    ASSERT_TRUE(made);
    Saved const file{*made};
    auto const facts = file.ask("pdfinfo");
    EXPECT_TRUE(has(facts, "Tagged:          yes")) << facts;
    EXPECT_TRUE(has(facts, "Title:           Proef")) << facts;
    EXPECT_TRUE(has(file.ask("qpdf --check"), "No syntax or stream encoding errors")) << file.ask("qpdf --check");
    EXPECT_TRUE(has(file.ask("qpdf --qdf --object-streams=disable", "-"), "/Lang (nl)"));
}

TEST(pdf_printer, text_comes_out_again_in_three_scripts) {
    Printer printer{plain()};
    auto const made =
        printer.print(document("<p>Ĳsbrand Çağlar Ştefan Łukasz Đorđević Ẽ ǎ</p>"
                               "<p lang=ar dir=rtl>يجب أن تحضر وأن تتعاون</p><p lang=ti>ሰላም ዓለም። ከመይ፣</p>"));
    ASSERT_TRUE(made);
    Saved const file{*made};
    auto const text = file.ask("pdftotext", "-");
    EXPECT_TRUE(has(text, "Çağlar Ştefan Łukasz Đorđević")) << text;
    EXPECT_TRUE(has(text, "يجب أن تحضر وأن تتعاون")) << text;
    EXPECT_TRUE(has(text, "ሰላም ዓለም። ከመይ፣")) << text;
    auto const objects = file.ask("qpdf --qdf --object-streams=disable", "-");
    EXPECT_TRUE(has(objects, "/Lang (ar)"));
    EXPECT_TRUE(has(objects, "/Lang (ti)"));
    EXPECT_TRUE(has(objects, "/ActualText"));
}

TEST(pdf_printer, header_cells_say_what_they_head_and_the_text_is_told_once) {
    Printer printer{plain()};
    auto const made =
        printer.print(document("<table><caption>Doelen</caption><thead><tr><th>Gebied</th><th>Doel</th></tr>"
                               "</thead><tbody><tr><th>Taal</th><td>Praten</td></tr></tbody></table>"));
    ASSERT_TRUE(made);
    Saved const file{*made};
    auto const objects = file.ask("qpdf --qdf --object-streams=disable", "-");
    EXPECT_TRUE(has(objects, "/Scope /Column"));
    EXPECT_TRUE(has(objects, "/Scope /Row"));
    auto const structure = file.ask("pdfinfo -struct-text");
    EXPECT_TRUE(has(structure, "Caption")) << structure;
    auto const first = structure.find("Praten");
    ASSERT_NE(first, std::string::npos) << structure;
    EXPECT_EQ(structure.find("Praten", first + 1), std::string::npos) << structure;
}

TEST(pdf_printer, reaches_nothing_outside_the_letter) {
    auto const secret = fs::temp_directory_path() / ("geheim_" + std::to_string(getpid()) + ".css");
    std::ofstream{secret} << "body::after{content:\"GEHEIMWOORD\"}";
    auto const url = "file://" + secret.string();
    Printer printer{plain()};
    auto const made = printer.print(
        document("<p>Brief</p><img src='file:///etc/passwd' alt='plaatje'><img src='" + url
                     + "'><object data='file:///etc/passwd'></object>"
                       "<embed src='file:///etc/passwd'><a rel=attachment href='file:///etc/passwd'>bijlage</a>"
                       "<img src='data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22/>'><img "
                       "src='http://127.0.0.1:1/x'>"
                       "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>"
                       "<img src='meedoen:letter.css?400'><p style='background:url(file:///etc/passwd)'>x</p>",
                 "<link rel=stylesheet href='" + url
                     + "'><link rel=attachment href='file:///etc/passwd'>"
                       "<style>@import url('"
                     + url + "');</style><base href='file:///etc/'>"));
    fs::remove(secret);
    ASSERT_TRUE(made);
    Saved const file{*made};
    auto const all = file.ask("qpdf --qdf --object-streams=disable", "-") + file.ask("pdftotext", "-");
    EXPECT_FALSE(has(all, "root:"));
    EXPECT_FALSE(has(all, "GEHEIMWOORD"));
    EXPECT_TRUE(has(file.ask("pdfdetach -list"), "0 embedded files")) << file.ask("pdfdetach -list");
}

TEST(pdf_printer, refuses_what_is_too_large_and_what_has_no_language_or_title) {
    auto options = plain();
    options.largest_html = 2'000;
    Printer printer{options};
    EXPECT_EQ(printer.print(std::string(2'001, 'x')).error(), PrintRefusal::too_large);
    EXPECT_EQ(printer.print("<html><head><title>x</title></head><p>zonder taal").error(), PrintRefusal::not_sound);
    EXPECT_EQ(printer.print("<html lang=nl><p>zonder titel").error(), PrintRefusal::not_sound);
    EXPECT_TRUE(printer.print(document("<p>goed")));
}

TEST(pdf_printer, starts_again_when_the_child_died) {
    Printer printer{plain()};
    ASSERT_TRUE(printer.print(document("<p>een")));
    auto const before = printer.numbers();
    kill(before.process, SIGKILL);
    ASSERT_TRUE(printer.print(document("<p>twee")));
    EXPECT_EQ(printer.numbers().started, 2);
    EXPECT_NE(printer.numbers().process, before.process);
}

TEST(pdf_printer, takes_a_new_child_after_so_many_letters) {
    auto options = plain();
    options.letters_per_child = 2;
    Printer printer{options};
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(printer.print(document("<p>brief")));
    EXPECT_EQ(printer.numbers().started, 3);
}

TEST(pdf_printer, several_threads_may_ask) {
    Printer printer{plain()};
    std::vector<std::thread> threads;
    std::atomic<int> good{0};
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&, i] {
            auto const made = printer.print(document("<p>brief " + std::to_string(i)));
            if (made && has(Saved{*made}.ask("pdftotext", "-"), "brief " + std::to_string(i))) ++good;
        });
    for (auto& t : threads) t.join();
    EXPECT_EQ(good, 6);
    EXPECT_EQ(printer.numbers().started, 1);
}

TEST(pdf_printer, leaves_no_process_and_no_open_file) {
    auto const before = open_files(), folders = own_folders();
    {
        Printer printer{plain()};
        ASSERT_TRUE(printer.print(document("<p>brief")));
        EXPECT_GT(own_folders(), folders);
    }
    EXPECT_EQ(open_files(), before);
    EXPECT_EQ(own_folders(), folders);
    EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST(pdf_printer, a_line_from_right_to_left_stays_so_when_it_begins_with_a_dutch_word) {
    Printer printer{plain()};
    // So narrow that the Dutch word begins the second line and one Arabic word follows it.
    auto const made = printer.print(document("<p lang=ar dir=rtl style='direction:rtl;width:130px'>اكتب الرسالة "
                                             "wethouders) في هذا</p>"));
    ASSERT_TRUE(made);
    auto const boxes = Saved{*made}.ask("pdftotext -bbox", "-");
    // Of a word: where it begins on the page, as whole points from the left.
    auto const left = [&](std::string_view word) {
        auto const at = boxes.find(word);
        EXPECT_NE(at, std::string::npos) << boxes;
        auto const mark = boxes.rfind("xMin=\"", at);
        return std::stoi(boxes.substr(mark + 6));
    };
    EXPECT_GT(left("wethouders"), left("يف"));   // the tool gives a word as the eye sees it
}

// ---- children that misbehave ----
Printer::Options child(std::string script, std::chrono::milliseconds patience = std::chrono::seconds{30}) {
    auto o = plain();
    o.script = std::move(script);
    o.patience = patience;
    return o;
}
constexpr auto answer_with = "import sys\n"
                             "sys.stdout.buffer.write({}); sys.stdout.flush()\n"
                             "sys.stdin.buffer.read()\n";

TEST(pdf_printer, kills_a_child_that_does_not_answer) {
    Printer printer{child("import time\ntime.sleep(60)", std::chrono::milliseconds{400})};
    EXPECT_EQ(printer.print(document("x")).error(), PrintRefusal::too_slow);
    EXPECT_EQ(printer.numbers().process, 0);
}
TEST(pdf_printer, gives_up_on_children_that_die) {
    Printer printer{child("raise SystemExit(3)")};
    EXPECT_EQ(printer.print(document("x")).error(), PrintRefusal::no_printer);
    EXPECT_EQ(printer.numbers().started, 2);
    Printer missing{[] {
        auto o = plain();
        o.python = "/nergens/python3";
        return o;
    }()};
    EXPECT_EQ(missing.print(document("x")).error(), PrintRefusal::no_printer);
}
TEST(pdf_printer, believes_no_frame_that_is_too_long_or_torn) {
    Printer endless{child(fmt::format(fmt::runtime(answer_with), "b'\\xff\\xff\\xff\\xff'"))};
    EXPECT_EQ(endless.print(document("x")).error(), PrintRefusal::not_set);
    Printer torn{child("import sys\nsys.stdout.buffer.write(b'\\0\\0\\0\\x09+%PDF'); sys.stdout.flush()")};
    EXPECT_EQ(torn.print(document("x")).error(), PrintRefusal::no_printer);
    Printer rubbish{child(fmt::format(fmt::runtime(answer_with), "b'\\0\\0\\0\\x05+%PDF'"))};
    EXPECT_EQ(rubbish.print(document("x")).error(), PrintRefusal::not_sound);
    Printer empty{child(fmt::format(fmt::runtime(answer_with), "b'\\0\\0\\0\\0'"))};
    EXPECT_EQ(empty.print(document("x")).error(), PrintRefusal::not_set);
}
TEST(pdf_finish, refuses_what_is_no_pdf) {
    EXPECT_FALSE(finish(""));
    EXPECT_FALSE(finish("%PDF-1.7\nrommel"));
}
}
}
