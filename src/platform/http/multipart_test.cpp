#include "platform/http/multipart.h"

#include "platform/http/raw_client_test.h"

#include <fstream>

using namespace http;
using Refusal = Multipart::Refusal;

namespace {
std::string part(std::string const& disposition, std::string const& content, std::string const& more = "") {
    return "--grens\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
}

Result<Multipart::Content, Refusal> read(std::string_view text, std::size_t piece, Multipart::Limits limits = {}) {
    Multipart form{"grens", "", limits};
    for (std::size_t at = 0; at < text.size(); at += piece)
        if (auto const refused = form.take(text.substr(at, piece))) return unexpected{*refused};
    return form.finish();
}

std::string content_of(Upload const& upload) {
    std::ifstream in{upload.path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}
}

TEST(Multipart, fields_and_files_in_pieces_of_any_size) {
    std::string const content = "a\r\n--gren\r\n--grenX\r\r\n--\xFF" + std::string(1, '\0') + std::string(5000, 'z');
    auto const text = "een voorwoord\r\n" + part("name=\"naam\"", "Çelik") + part("name=\"naam\"", "tweede")
                      + part("name=\"lijst\"; filename=\"lijst.csv\"", content, "Content-Type: text/csv\r\n")
                      + part("name=leeg; filename=\"\"", "") + part("name=\"regels\"", "a\r\nb\r\n")
                      + "--grens--\r\nnawoord";
    for (std::size_t piece = 1; piece < 200; ++piece) {
        SCOPED_TRACE(piece);
        auto const form = read(text, piece);
        ASSERT_TRUE(form);
        EXPECT_EQ(form->form, (Pairs{{"naam", "Çelik"}, {"naam", "tweede"}, {"regels", "a\r\nb\r\n"}}));
        ASSERT_EQ(form->uploads.size(), 1U);
        EXPECT_EQ(form->uploads[0].field, "lijst");
        EXPECT_EQ(form->uploads[0].filename, "lijst.csv");
        EXPECT_EQ(form->uploads[0].content_type, "text/csv");
        EXPECT_EQ(form->uploads[0].size, content.size());
        EXPECT_EQ(content_of(form->uploads[0]), content);
    }
}

TEST(Multipart, names_as_browsers_write_them) {
    auto const form =
        read(part("name=\"a%22b%0D%0A\"; filename=\"C:\\map\\x%22y.csv\"", "1")
                 + part("filename=\"\u202Efdp.exe\"; name=\"b\"", "1") + part("NAME=\"c\"", "v") + "--grens--",
             7);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->uploads.at(0).field, "a\"b\r\n");
    EXPECT_EQ(form->uploads.at(0).filename, "x_y.csv");
    EXPECT_EQ(form->uploads.at(1).filename, "fdp.exe");
    EXPECT_EQ(form->form.at(0).first, "c");
}

TEST(Multipart, a_name_of_300_characters) {
    std::string const name(300, 'n');
    auto const form = read(part("name=\"" + name + "\"", "v") + part("name=\"f\"; filename=\"" + name + ".csv\"", "1")
                               + "--grens--\r\n",
                           64);
    ASSERT_TRUE(form);
    EXPECT_EQ(form->form.at(0).first, name);
    EXPECT_EQ(form->uploads.at(0).filename.size(), 200U);
    EXPECT_TRUE(form->uploads.at(0).filename.ends_with(".csv"));
}

TEST(Multipart, every_refusal) {
    struct Case {
        char const* name;
        std::string text;
        Refusal no;
    };
    Case const cases[] = {
        {"something behind the boundary", "--grensx\r\n\r\n", Refusal::bad_boundary},
        {"a part without a disposition", "--grens\r\n\r\nx\r\n\r\n--grens--", Refusal::bad_part_header},
        {"another disposition", "--grens\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx",
         Refusal::bad_part_header},
        {"an endless header", "--grens\r\n" + std::string(9000, 'x'), Refusal::bad_part_header},
        {"no name", part("filename=\"x\"", "1"), Refusal::no_name},
        {"a torn name", part("name=\"x", "1"), Refusal::no_name},
        {"a name that is no text", part("name=\"\xFF\"", "1"), Refusal::not_text},
        {"a value that is no text", part("name=\"a\"", "\xFF") + "--grens--", Refusal::not_text},
        {"a NUL in a value", part("name=\"a\"", std::string(1, '\0')) + "--grens--", Refusal::not_text},
        {"torn in the header", "--grens\r\nContent-Dispo", Refusal::torn},
        {"torn in the content", part("name=\"f\"; filename=\"x\"", "abc"), Refusal::torn},
        {"torn in the last boundary", part("name=\"f\"", "abc") + "--grens-", Refusal::torn},
        {"nothing at all", "", Refusal::torn},
    };
    for (auto const& c : cases) {
        SCOPED_TRACE(c.name);
        auto const form = read(c.text, 11);
        ASSERT_FALSE(form);
        EXPECT_EQ(form.error(), c.no);
    }
}

TEST(Multipart, limits_at_their_edges) {
    Multipart::Limits const limits{3, 1, 8 * 1024, 10};
    auto const field = part("name=\"a\"", "");
    EXPECT_TRUE(read(field + field + field + "--grens--", 50, limits));
    EXPECT_EQ(read(field + field + field + field + "--grens--", 50, limits).error(), Refusal::too_many_parts);
    auto const file = part("name=\"a\"; filename=\"x\"", "1");
    EXPECT_TRUE(read(file + "--grens--", 50, limits));
    EXPECT_EQ(read(file + file + "--grens--", 50, limits).error(), Refusal::too_many_parts);
    EXPECT_TRUE(read(part("name=\"a\"", "123456789") + "--grens--", 50, limits));
    EXPECT_EQ(read(part("name=\"a\"", "1234567890") + "--grens--", 50, limits).error(), Refusal::too_much_text);
}

TEST(Multipart, the_longest_header_of_a_part_however_it_is_cut) {
    constexpr std::string_view disposition = "Content-Disposition: form-data; name=\"a\"\r\nX: ";
    Multipart::Limits limits;
    limits.part_header = 200;
    for (std::size_t const length : {200U, 201U}) {
        auto const text = "--grens\r\n" + std::string{disposition} + std::string(length - disposition.size(), 'x')
                          + "\r\n\r\nwaarde\r\n--grens--";
        for (std::size_t piece = 1; piece <= text.size(); ++piece)
            EXPECT_EQ(read(text, piece, limits).has_value(), length == 200) << piece;
    }
}

TEST(Multipart, a_folder_that_cannot_be_written_is_no_disk) {
    Multipart form{"grens", "/nergens/te/vinden"};
    EXPECT_EQ(form.take(part("name=\"a\"; filename=\"x\"", "1")), Refusal::no_disk);
}

TEST(Multipart, files_are_gone_with_the_form) {
    auto const before = http_testing::open_descriptors();
    {
        auto const form = read(part("name=\"a\"; filename=\"x\"", "1") + "--grens--", 50);
        ASSERT_TRUE(form);
        EXPECT_EQ(http_testing::open_descriptors(), before + 1);
    }
    EXPECT_EQ(http_testing::open_descriptors(), before);
}

TEST(Multipart, the_boundary_of_a_content_type) {
    EXPECT_EQ(Multipart::boundary_of("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(Multipart::boundary_of("multipart/form-data; charset=x; Boundary=\"a b;c\""), "a b;c");
    for (auto const* bad : {"multipart/form-data", "multipart/form-data; boundary=",
                            "multipart/form-data; boundary=\"a", "multipart/form-data; boundary=\"a \""})
        EXPECT_FALSE(Multipart::boundary_of(bad)) << bad;
    EXPECT_TRUE(Multipart::boundary_of("multipart/form-data; boundary=" + std::string(70, 'x')));
    EXPECT_FALSE(Multipart::boundary_of("multipart/form-data; boundary=" + std::string(71, 'x')));
}
