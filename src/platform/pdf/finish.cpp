#include "platform/pdf/finish.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace pdf {
namespace {
constexpr int deepest = 60;   // levels of structure; a letter has about ten

std::string kind(QPDFObjectHandle const& element) {
    auto copy = element;
    auto s = copy.isDictionary() ? copy.getKey("/S") : QPDFObjectHandle::newNull();
    return s.isName() ? s.getName() : std::string{};
}

std::vector<QPDFObjectHandle> children(QPDFObjectHandle element) {
    auto kids = element.getKey("/K");
    std::vector<QPDFObjectHandle> all;
    if (kids.isArray()) all = kids.getArrayAsVector();
    if (kids.isDictionary()) all.push_back(kids);
    std::erase_if(all, [](QPDFObjectHandle& kid) { return !kid.isDictionary() || !kid.hasKey("/S"); });
    return all;
}

/// A row of nothing but header cells heads columns; a header cell in another row heads that row.
void scope_of_row(QPDFObjectHandle row) {
    auto cells = children(row);
    bool const all_headers = std::ranges::all_of(cells, [](auto const& cell) { return kind(cell) == "/TH"; });
    for (auto& cell : cells) {
        if (kind(cell) != "/TH") continue;
        auto attributes = QPDFObjectHandle::newDictionary();
        attributes.replaceKey("/O", QPDFObjectHandle::newName("/Table"));
        attributes.replaceKey("/Scope", QPDFObjectHandle::newName(all_headers ? "/Column" : "/Row"));
        cell.replaceKey("/A", attributes);
    }
}

void improve(QPDFObjectHandle element, int depth) {
    if (depth > deepest) return;
    for (auto& child : children(element)) {
        if (kind(element) == "/Table" && kind(child) == "/NonStruct")
            child.replaceKey("/S", QPDFObjectHandle::newName("/Caption"));
        if (kind(child) == "/TR") scope_of_row(child);
        improve(child, depth + 1);
    }
}

std::optional<std::string_view> unsound(QPDF& file) {
    auto root = file.getRoot();
    for (auto const* forbidden : {"/AF", "/OpenAction", "/AA", "/AcroForm"})
        if (root.hasKey(forbidden)) return "more than pages";
    auto names = root.getKey("/Names");
    if (names.isDictionary())
        for (auto const* forbidden : {"/EmbeddedFiles", "/JavaScript"})
            if (names.hasKey(forbidden)) return "more than pages";
    for (auto page : file.getAllPages()) {
        auto notes = page.getKey("/Annots");
        if (!notes.isArray()) continue;
        for (auto& note : notes.getArrayAsVector())
            if (note.getKey("/Subtype").isNameAndEquals("/FileAttachment")) return "more than pages";
    }
    auto language = root.getKey("/Lang");
    if (!language.isString() || language.getUTF8Value().empty()) return "no language";
    auto title = file.getTrailer().getKey("/Info").isDictionary() ? file.getTrailer().getKey("/Info").getKey("/Title")
                                                                  : QPDFObjectHandle::newNull();
    if (!title.isString() || title.getUTF8Value().empty()) return "no title";
    if (!root.getKey("/StructTreeRoot").isDictionary() || !root.getKey("/MarkInfo").isDictionary()) return "no tags";
    return std::nullopt;
}
}

Result<std::string, std::string_view> finish(std::string const& pdf) {
    // qpdf tells of a broken file by an exception: this is where it becomes a refusal.
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.setAttemptRecovery(false);
        file.processMemoryFile("letter", pdf.data(), pdf.size());
        if (auto const why = unsound(file)) return unexpected{*why};
        improve(file.getRoot().getKey("/StructTreeRoot"), 0);
        QPDFWriter writer{file};
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true);
        writer.write();
        auto const buffer = writer.getBufferSharedPointer();
        return std::string{reinterpret_cast<char const*>(buffer->getBuffer()), buffer->getSize()};
    } catch (std::exception const&) { return unexpected{std::string_view{"broken"}}; }
}
}
