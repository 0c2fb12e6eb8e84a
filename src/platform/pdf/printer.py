# The child process of platform/pdf: HTML in, tagged PDF out, one letter after the other over its standard input and
# output. Frames are a length of four bytes, most significant first, and that many bytes. First the names and bytes of
# the files that a letter may use (style sheet "letter.css", fonts); then a frame a letter, answered by '+' and the PDF
# or '-' and what is wrong. Nothing else can be reached from a letter: no file, no address, no data URL.
import io
import logging
import os
import sys
from unicodedata import bidirectional

LINES = ('p', 'h1', 'h2', 'h3', 'li', 'td', 'th', 'caption')


def read_frame(stream):
    head = stream.read(4)
    if len(head) < 4:
        sys.exit(0)
    size = int.from_bytes(head, 'big')
    body = stream.read(size)
    if len(body) < size:
        sys.exit(0)
    return body


def write_frame(stream, body):
    stream.write(len(body).to_bytes(4, 'big') + body)
    stream.flush()


def static_font(woff2, weight):
    """One weight of a variable font: the PDF writer embeds a variable font in its lightest form only."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont
    font = TTFont(io.BytesIO(woff2))
    if 'fvar' in font:
        font = instantiateVariableFont(font, {'wght': weight})
    font.flavor = None
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def make_fetcher(files):
    made = {}

    def fetch(url, *_, **__):
        if url in made:
            return {'string': made[url], 'mime_type': 'font/ttf'}
        # meedoen:NAME.woff2?WEIGHT
        name, _, weight = url.removeprefix('meedoen:').partition('?')
        if not url.startswith('meedoen:') or name not in files or not weight.isdigit():
            raise ValueError('refused')
        made[url] = static_font(files[name], int(weight))
        return {'string': made[url], 'mime_type': 'font/ttf'}
    return fetch


def one_layer_of_marks():
    """WeasyPrint nests marked content, so that a reader hears the page twice. Here an inner part interrupts the outer
    one; what belongs to no element (rules, page numbers) is marked as an artifact."""
    from weasyprint.pdf.stream import Stream
    import pydyf

    def start(stream, entry):
        tag, box, mcid = entry
        if box.element is None or not mcid or tag == 'NonStruct' and box.element_tag in ('html', 'body'):
            pydyf.Stream.begin_marked_content(stream, 'Artifact', None)
            return
        number = len(stream.marked)
        stream.marked.append((tag, box))
        pydyf.Stream.begin_marked_content(stream, tag, pydyf.Dictionary({'MCID': number}))

    def stop(stream):
        # A part in which nothing was drawn leaves no trace.
        last = stream.stream[-1]
        last = last if isinstance(last, bytes) else str(last).encode()
        if last.endswith(b'BMC') or last.endswith(b'BDC'):
            stream.stream.pop()
            if last.endswith(b'BDC'):
                stream.marked.pop()
            return
        pydyf.Stream.end_marked_content(stream)

    def begin(stream, box, mcid=False, tag=None):
        if not stream._mark:
            return
        open_marks = stream.__dict__.setdefault('open_marks', [])
        if open_marks:
            stop(stream)
        entry = (tag or stream.get_marked_content_tag(box.element_tag), box, mcid)
        open_marks.append(entry)
        start(stream, entry)

    def end(stream):
        if not stream._mark:
            return
        stop(stream)
        stream.open_marks.pop()
        if stream.open_marks:
            start(stream, stream.open_marks[-1])

    Stream.begin_marked_content = begin
    Stream.end_marked_content = end


def right_text_of_glyphs():
    """Which letters a glyph stands for, so that text can be searched and read aloud. WeasyPrint reckons this from left
    to right only; a run from right to left then gets whole sentences on its first and last glyph."""
    from weasyprint import draw
    from weasyprint.text.ffi import ffi
    draw_line = draw.draw_first_line

    def note(stream, layout):
        line, _ = layout.get_first_line()
        text = layout.text.encode()
        run = line.runs[0]
        while run != ffi.NULL:
            item, string, run = run.data.item, run.data.glyphs, run.next
            font = stream.add_font(item.analysis.font)
            starts = [item.offset + string.log_clusters[i] for i in range(string.num_glyphs)]
            bounds = sorted({*starts, item.offset + item.length})
            until = dict(zip(bounds, bounds[1:]))
            told = set()
            for i, start in enumerate(starts):
                part = text[start:until[start]].decode(errors='ignore') if start not in told else ''
                told.add(start)
                if not font.cmap.get(string.glyphs[i].glyph):
                    font.cmap[string.glyphs[i].glyph] = part

    def noted(stream, textbox, *rest, **named):
        note(stream, textbox.pango_layout)
        return draw_line(stream, textbox, *rest, **named)
    draw.draw_first_line = noted


def direction_of_the_element():
    """The writing direction of a line is its element's. WeasyPrint lets the first strong letter decide, line by line,
    so that an Arabic line that happens to begin with a Dutch word would run the wrong way."""
    from weasyprint.text.ffi import ffi, pango
    from weasyprint.text.line_break import Layout
    ffi.cdef('''
        void pango_layout_set_auto_dir (PangoLayout *layout, gboolean auto_dir);
        void pango_context_set_base_dir (PangoContext *context, int direction);
        void pango_layout_context_changed (PangoLayout *layout);
    ''')
    setup = Layout.setup

    def directed(layout, context, font_size, style):
        setup(layout, context, font_size, style)
        pango.pango_layout_set_auto_dir(layout.layout, 0)
        pango.pango_context_set_base_dir(pango.pango_layout_get_context(layout.layout), int(style['direction'] == 'rtl'))
        pango.pango_layout_context_changed(layout.layout)
    Layout.setup = directed


def remember_structure(structures):
    """The structure elements by HTML element, which the writer keeps to itself."""
    from weasyprint.document import Document
    build = Document.build_element_structure

    def remembered(document, structure, *rest, **named):
        result = build(document, structure, *rest, **named)
        if not any(structure is known for known in structures):
            structures.append(structure)
        return result
    Document.build_element_structure = remembered


def main():
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), 'wb')
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    files = {}
    for _ in range(int.from_bytes(read_frame(requests), 'big')):
        name = read_frame(requests).decode()
        files[name] = read_frame(requests)
    logging.disable(logging.CRITICAL)
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    import pydyf
    fetch = make_fetcher(files)
    fonts = FontConfiguration()
    style = CSS(string=files['letter.css'].decode(), font_config=fonts, url_fetcher=fetch)
    one_layer_of_marks()
    right_text_of_glyphs()
    direction_of_the_element()
    structures = []
    remember_structure(structures)

    def add_languages(document, pdf):
        pages = {}
        for structure in structures:
            for element, known in structure.items():
                if hasattr(element, 'get') and 'element' in known:
                    pages.setdefault(element, []).append(known['element'])
        for element, tags in pages.items():
            for tag in tags:
                if element.get('lang') and element.tag != 'html':
                    tag['Lang'] = pydyf.String(element.get('lang'))
            # From right to left the page holds its letters in the order of the eye; the text itself goes along.
            text = ''.join(element.itertext())
            if element.tag in LINES and len(tags) == 1 and any(bidirectional(c) in ('R', 'AL') for c in text):
                tags[0]['ActualText'] = pydyf.String(' '.join(text.split()))

    while True:
        letter = read_frame(requests)
        structures.clear()
        try:
            html = HTML(string=letter.decode(), url_fetcher=fetch, base_url=None)
            pdf = html.write_pdf(stylesheets=[style], font_config=fonts, variant='pdf/ua-1', finisher=add_languages)
            write_frame(answers, b'+' + pdf)
        except Exception as error:  # a letter that cannot be set must not stop the next one
            write_frame(answers, b'-' + type(error).__name__.encode())


main()
