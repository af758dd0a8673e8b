"""A PDF that leaves page by page: only the place of each object is kept in memory, 16 bytes a page.

reportlab holds every page until the document is saved, some 5 KB each; a million rows are 14,000 pages. Here reportlab
reads and cuts the fonts and writes their objects, and each page's own two objects are handed out as soon as it ends.
What is known only at the end comes last in the file, wherever it stands in the document: the page tree, which puts the
front page first, and the number of all pages, a drawing that every page refers to.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFIndirectObject, PDFObjectReference, PDFTrailer
from reportlab.pdfbase.ttfonts import TTFont

from server_sync.desk.sync_log.right_to_left import END_OF_IT, LEFT_TO_RIGHT, as_seen
from server_sync.desk.sync_log.shaped import JOINERS, Shaper, needs_shaping

PAGES_A_NODE = 250
"""Of the page tree: a reader finds a page among thousands in two steps."""

A4_LANDSCAPE = (842.0, 595.0)
_HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
_ELLIPSIS = "…"
_UNSEEN = JOINERS + LEFT_TO_RIGHT + END_OF_IT
_ESCAPED = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})
_FALLBACKS = ("NotoSans", "NotoSansArabic", "NotoSansDevanagari", "NotoSansSC")


class Face:
    """One weight of our typeface, and those that step in for letters that it lacks. For one document."""

    def __init__(self, document: PDFDocument, weight: int, stand_ins_weight: int) -> None:
        self._document = document
        self._own = _font(f"AtkinsonHyperlegibleNext-{weight}")
        self._stand_ins: list[TTFont] = []
        self._stand_ins_weight = stand_ins_weight
        self._shapers: dict[str, Shaper] = {}
        self._own.splitString(" ", document)  # makes the first subset, in which ASCII has its own codes
        self._plain_name = b""
        self._kept: dict[tuple[str, float, float], tuple[bytes, float]] = {}

    def width(self, text: str, size: float) -> float:
        """How wide `text` is, in points."""
        return sum(self._part_width(font, part, size) for font, part in self._parts(as_seen(text)))

    def shown(self, text: str, size: float, most: float) -> bytes:
        """Operators that show `text` where the pen stands, cut to `most` points with an ellipsis."""
        return self.measured(text, size, most)[0]

    def measured(self, text: str, size: float, most: float) -> tuple[bytes, float]:
        """The same operators, and how wide what they show is, in points."""
        key = (text, size, most)
        known = self._kept.get(key)
        if known is None:
            if len(self._kept) > 5_000:  # names and kinds come again and again; numbers and times do not
                self._kept.clear()
            cut = self._cut(text, size, most)
            known = self._kept[key] = self._operators(cut, size), self.width(cut, size)
        return known

    def plain(self, text: str, size: float) -> bytes:
        """`shown` for ASCII that is known to fit: several times faster, for numbers and times."""
        if not self._plain_name:
            self._plain_name = self._own.getSubsetInternalName(0, self._document).encode()
        return b"%b %b Tf (%b) Tj " % (self._plain_name, _number(size), text.translate(_ESCAPED).encode("ascii"))

    def _cut(self, text: str, size: float, most: float) -> str:
        # Neither breaks lines nor draws boxes for what nobody can see.
        seen = (letter if letter.isprintable() or letter in _UNSEEN else " " for letter in text[:400])
        text = " ".join("".join(seen).split())
        if self.width(text, size) <= most:
            return text
        while text and self.width(text + _ELLIPSIS, size) > most:
            text = text[:-1]
        return text.rstrip() + _ELLIPSIS

    def _operators(self, text: str, size: float) -> bytes:
        shown = bytearray()
        for font, part in self._parts(as_seen(text)):
            if needs_shaping(part):
                shown += self._shaped(font, part, size)
                continue
            for subset, codes in font.splitString(part, self._document):
                shown += self._in_font(font, subset, size) + b"<%b> Tj " % codes.hex().encode()
        if not needs_shaping(text):  # joined Arabic is read back as it stands, by readers that know its direction
            return bytes(shown)
        # Whoever copies or searches it, or has it read aloud, gets what was written.
        written = ("\ufeff" + text).encode("utf-16-be").hex().encode()
        return b"/Span <</ActualText <%b>>> BDC %bEMC " % (written, bytes(shown))

    def _shaped(self, font: TTFont, text: str, size: float) -> bytes:
        shown = bytearray()
        for glyph in self._shaper(font).glyphs(text):
            ((subset, codes),) = font.splitString(glyph.code, self._document)
            onwards = glyph.own_width + glyph.right - glyph.advance
            drawn = b"[%b <%b> %b] TJ " % (_number(-glyph.right), codes.hex().encode(), _number(onwards))
            raised = b"%b Ts %b0 Ts " % (_number(glyph.up * size / 1000), drawn) if glyph.up else drawn
            shown += self._in_font(font, subset, size) + raised
        return bytes(shown)

    def _in_font(self, font: TTFont, subset: int, size: float) -> bytes:
        return b"%b %b Tf " % (font.getSubsetInternalName(subset, self._document).encode(), _number(size))

    def _shaper(self, font: TTFont) -> Shaper:
        known = self._shapers.get(font.fontName)
        if known is None:
            known = self._shapers[font.fontName] = Shaper(font)
        return known

    def _part_width(self, font: TTFont, part: str, size: float) -> float:
        if needs_shaping(part):
            return sum(glyph.advance for glyph in self._shaper(font).glyphs(part)) * size / 1000
        return float(font.stringWidth(part, size))

    def _parts(self, text: str) -> list[tuple[TTFont, str]]:
        """`text` in stretches, each with the first font that has its letters."""
        parts: list[tuple[TTFont, str]] = []
        for letter in text:
            font = parts[-1][0] if parts and letter in JOINERS else self._font_for(letter)
            if parts and parts[-1][0] is font:
                parts[-1] = (font, parts[-1][1] + letter)
            else:
                parts.append((font, letter))
        return parts

    def _font_for(self, letter: str) -> TTFont:
        for font in (self._own, *self._stand_ins):
            if ord(letter) in font.face.charToGlyph:
                return font
        while len(self._stand_ins) < len(_FALLBACKS):  # the large ones are read when a name asks for them
            self._stand_ins.append(_font(f"{_FALLBACKS[len(self._stand_ins)]}-{self._stand_ins_weight}"))
            if ord(letter) in self._stand_ins[-1].face.charToGlyph:
                return self._stand_ins[-1]
        return self._own


def _font(name: str) -> TTFont:
    # Read anew for each document: reportlab's fonts are not for two at the same time.
    read = BytesIO((files("resources") / "fonts" / f"{name}.ttf").read_bytes())
    font = TTFont(name, read, asciiReadable=True)
    font.face.name = name.encode()  # two weights of a family may call themselves the same
    return font


class StreamedPdf:
    """One document being written. Call `taken` after each page; after `close` it holds the file's end.

    Places are counted from the side where reading begins: in Arabic from the right.
    """

    def __init__(
        self, *, title: str, author: str, language: str, mirrored: bool, size: tuple[float, float] = A4_LANDSCAPE
    ) -> None:
        self._document = PDFDocument(compression=1, lang=language)
        self._document.info.title, self._document.info.author = title, author
        self._document.info.subject = self._document.info.creator = "Anteroom"
        self._offsets = array("Q")
        self._pending: list[bytes] = [_HEADER]
        self._position = len(_HEADER)
        self._size, self._mirrored = size, mirrored
        self._root, self._resources, self._total = (self._next_number() for _ in range(3))
        self._kids: list[int] = []
        self._node, self._node_pages = 0, array("Q")
        self._marks: list[bytes] = []
        self.page_count = 0
        self.regular = Face(self._document, 400, 400)
        self.bold = Face(self._document, 800, 700)

    def text(self, x: float, y: float, words: str, *, size: float, face: Face | None = None, most: float = 1e4) -> None:
        """Write `words` at a place, in points from the lower corner where reading begins, cut to `most` points."""
        shown, width = (face or self.regular).measured(words, size, most)
        self._marks.append(b"BT 1 0 0 1 %b %b Tm %bET" % (_number(self.left(x, width)), _number(y), shown))

    def left(self, x: float, width: float) -> float:
        """How far from the left something of this width begins that stands at `x`."""
        return self._size[0] - x - width if self._mirrored else x

    def line(self, x: float, y: float, width: float, *, grey: float = 0.6) -> None:
        """Draw a thin horizontal line."""
        drawn, x = b"%b G 0.5 w %b %b m %b %b l S", self.left(x, width)
        self._marks.append(drawn % (_number(grey), _number(x), _number(y), _number(x + width), _number(y)))

    def band(self, x: float, y: float, width: float, height: float, *, grey: float) -> None:
        """Fill a rectangle."""
        drawn, x = b"%b g %b %b %b %b re f 0 g", self.left(x, width)
        self._marks.append(drawn % (_number(grey), *map(_number, (x, y, width, height))))

    def marks(self, drawn: bytes) -> None:
        """Add operators that were put together elsewhere, for those who draw very much."""
        self._marks.append(drawn)

    def total_pages(self, x: float, y: float) -> None:
        """Write "of 14,000" at a place; how many there are is known when the document ends."""
        self._marks.append(b"q 1 0 0 1 %b %b cm /Total Do Q" % (_number(self.left(x, 0)), _number(y)))

    def end_page(self) -> None:
        """Let the page go; what is drawn next stands on another."""
        if not self._node:
            self._node = self._next_number()
        self._node_pages.append(self._write_page(self._node))
        self.page_count += 1
        if len(self._node_pages) == PAGES_A_NODE:
            self._end_node()

    def close(self, *, total: str, size: float) -> None:
        """Make what was drawn last the first page, and end the document. `total` is what `total_pages` shows."""
        if self._node_pages:
            self._end_node()
        front = self._next_number()
        self._node_pages.append(self._write_page(front))
        self._write_node(front)
        self.page_count += 1
        self._write_total(total, size)
        kids = b" ".join(b"%d 0 R" % kid for kid in (front, *self._kids))
        self._object(self._root, b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, self.page_count))
        self._write_rest()

    def taken(self) -> bytes:
        """What was written since it was last asked for."""
        chunk = b"".join(self._pending)
        self._pending.clear()
        return chunk

    def _write_page(self, parent: int) -> int:
        width, height = map(_number, self._size)
        content = self._stream(b"", b"\n".join(self._marks))
        self._marks.clear()
        page = b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 %b %b] /Resources %d 0 R /Contents %d 0 R>>"
        return self._object(self._next_number(), page % (parent, width, height, self._resources, content))

    def _end_node(self) -> None:
        self._kids.append(self._node)
        self._write_node(self._node)
        self._node = 0

    def _write_node(self, number: int) -> None:
        pages = b" ".join(b"%d 0 R" % page for page in self._node_pages)
        node = b"<</Type /Pages /Parent %d 0 R /Kids [%b] /Count %d>>"
        self._object(number, node % (self._root, pages, len(self._node_pages)))
        self._node_pages = array("Q")

    def _write_total(self, total: str, size: float) -> None:
        words, width = self.regular.measured(total, size, 1e4)
        shown = b"BT 1 0 0 1 %b 0 Tm %bET" % (_number(-width if self._mirrored else 0), words)
        form = b"/Type /XObject /Subtype /Form /BBox [-400 -10 400 50] /Resources %d 0 R" % self._resources
        self._stream(form, shown, self._total)

    def _write_rest(self) -> None:
        """What reportlab made: fonts, catalogue, and what the document says of itself; then the table of places."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        document.idToObjectNumberAndVersion["PageTree"] = (self._root, 0)
        document.Catalog.Pages, document.Catalog.Outlines = PDFObjectReference("PageTree"), None
        document.Reference(document.Catalog)
        document.Reference(document.info)
        document.info.digest(document.signature)
        fonts = PDFObjectReference("BasicFonts").format(document)
        self._object(self._resources, b"<</Font %b /XObject <</Total %d 0 R>>>>" % (fonts, self._total))
        written: set[int] = set()
        while more := [number for number in document.numberToId if number not in written]:
            for number in more:  # formatting one object may make others
                name = document.numberToId[number]
                self._add(number, PDFIndirectObject(name, document.idToObject[name]).format(document))
                written.add(number)
        self._write_places()

    def _write_places(self) -> None:
        start, count = self._position, len(self._offsets) + 1
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for offset in self._offsets:
            self._write(b"%010d 00000 n \n" % offset)
        document = self._document
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        trailer = PDFTrailer(startxref=start, Size=count, Root=root, Info=info, ID=document.ID())
        self._write(trailer.format(document))

    def _stream(self, entries: bytes, content: bytes, number: int = 0) -> int:
        packed = zlib.compress(content, 6)
        body = b"<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream" % (entries, len(packed), packed)
        return self._object(number or self._next_number(), body)

    def _object(self, number: int, body: bytes) -> int:
        self._add(number, b"%d 0 obj\n%b\nendobj\n" % (number, body))
        return number

    def _add(self, number: int, written: bytes) -> None:
        self._offsets.extend([0] * (number - len(self._offsets)))
        self._offsets[number - 1] = self._position
        self._write(written)

    def _write(self, written: bytes) -> None:
        self._pending.append(written)
        self._position += len(written)

    def _next_number(self) -> int:
        # The document's own count, so that its objects and ours share one row of numbers.
        self._document.objectcounter += 1
        return int(self._document.objectcounter)


def columns(widths: Sequence[float], start: float) -> list[float]:
    """Where columns of these widths begin."""
    starts = [start]
    for width in widths[:-1]:
        starts.append(starts[-1] + width)
    return starts


def _number(value: float) -> bytes:
    """As PDF writes numbers: no exponent, no trailing zeros."""
    return (b"%.2f" % value).rstrip(b"0").rstrip(b".")
