"""All reports as one PDF: what matters at a glance, then each report's picture and its table.

Names and words are set in our typefaces, letter by letter with those that step in for other scripts. Arabic is joined
and ordered, Devanagari shaped.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from server_sync.central.reports.drawing import (
    HEIGHT_IN,
    INK,
    PRIMARY,
    QUIET_LINE,
    SOFT_INK,
    TINT,
    WIDTH_IN,
    Image,
)
from server_sync.central.reports.pictures import picture
from server_sync.desk.analytics.shown import headings, shown, shown_rows
from server_sync.desk.analytics.table import TEXT_KINDS, Kind, Table
from server_sync.desk.analytics.words import Words
from server_sync.desk.sync_log.right_to_left import as_seen
from server_sync.desk.sync_log.shaped import Shaper, needs_shaping

MOST_ROWS = 120
"""Of one table on paper; the CSV file has them all."""

_WIDTH, _HEIGHT = 595.0, 842.0
_MARGIN = 44.0
_INNER = _WIDTH - 2 * _MARGIN
_FACES = {
    "plain": "AtkinsonHyperlegibleNext-400",
    "bold": "AtkinsonHyperlegibleNext-600",
    "heavy": "AtkinsonHyperlegibleNext-800",
}
_STAND_INS = ("NotoSans", "NotoSansArabic", "NotoSansDevanagari", "NotoSansSC")
_ROW = 15.0
_FOOT = 40.0


@dataclass(frozen=True, slots=True)
class Heading:
    """What the paper says of itself, as it is to be read."""

    place: str
    days: str
    made_at: str
    made_by: str

    @property
    def about(self) -> str:
        """Beneath each picture."""
        return f"{self.days} · {self.place}"


def as_pdf(tables: Sequence[Table], heading: Heading, words: Words) -> bytes:
    """The whole document."""
    paper = _Paper(heading, words, 1 + sum(_pages_of(table) for table in tables))
    _front(paper, tables)
    for table in tables:
        paper.new_page()
        _report(paper, table)
    return paper.finished()


class _Paper:
    """A4 pages with a foot, text of any script, mirrored where the words run from right to left."""

    def __init__(self, heading: Heading, words: Words, pages: int) -> None:
        self.heading, self.words = heading, words
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=(_WIDTH, _HEIGHT), invariant=1, pageCompression=1)
        self._canvas.setTitle(f"{words('report')}, {heading.place}")
        self._canvas.setAuthor(heading.made_by)
        self._page, self._pages = 1, pages
        self._foot()

    def new_page(self) -> None:
        self._canvas.showPage()
        self._page += 1
        self._foot()

    def finished(self) -> bytes:
        self._canvas.save()
        return self._file.getvalue()

    def text(
        self, x: float, y: float, text: str, *, size: float, face: str = "plain", colour: str = INK,
        most: float = _INNER, at_end: bool = False,
    ) -> None:  # fmt: skip
        """Begins at `x` from the side where reading begins, or with `at_end` ends there; cut to `most` points."""
        seen = as_seen(_cut(text, size, face, most))
        is_right_to_left = self.words.is_right_to_left
        width = _width(seen, size, face)
        left = _WIDTH - x if is_right_to_left else x
        if at_end is not is_right_to_left:
            left -= width
        self._canvas.setFillColor(colour)
        for font, part in _parts(seen, face):
            self._canvas.setFont(font, size)
            for right, up, drawn in _placed(font, part, size):
                self._canvas.drawString(left + right, y + up, drawn)
            left += _part_width(font, part, size)

    def band(self, y: float, height: float, colour: str) -> None:
        self._canvas.setFillColor(colour)
        self._canvas.rect(_MARGIN, y, _INNER, height, stroke=0, fill=1)

    def rule(self, y: float) -> None:
        self._canvas.setStrokeColor(QUIET_LINE)
        self._canvas.setLineWidth(0.7)
        self._canvas.line(_MARGIN, y, _WIDTH - _MARGIN, y)

    def image(self, y: float, png: bytes) -> float:
        """Across the page; where its lower edge is."""
        height = _INNER * HEIGHT_IN / WIDTH_IN
        self._canvas.drawImage(ImageReader(io.BytesIO(png)), _MARGIN, y - height, _INNER, height)
        return y - height

    def _foot(self) -> None:
        self.text(_MARGIN, 24, self.heading.about, size=8, colour=SOFT_INK, most=380)
        number = self.words("page", page=self._page, pages=self._pages)
        self.text(_WIDTH - _MARGIN, 24, number, size=8, colour=SOFT_INK, at_end=True)


def _front(paper: _Paper, tables: Sequence[Table]) -> None:
    words, heading = paper.words, paper.heading
    paper.text(_MARGIN, 760, words("report"), size=32, face="heavy", colour=PRIMARY)
    paper.text(_MARGIN, 730, heading.place, size=17, face="bold")
    y = 696.0
    for label, said in ((words("days"), heading.days), (words("made"), f"{heading.made_at}, {heading.made_by}")):
        paper.text(_MARGIN, y, label, size=11, colour=SOFT_INK)
        paper.text(_MARGIN + 92, y, said, size=11, most=_INNER - 92)
        y -= 18
    y -= 22
    paper.text(_MARGIN, y, words("summary"), size=15, face="bold")
    y -= 12
    for title, facts in ((words(table.report), _facts(table, words)) for table in tables):
        paper.rule(y)
        y -= 21
        paper.text(_MARGIN, y, title, size=11.5, face="bold", most=175)
        for fact in facts or [words("nothing")]:
            paper.text(_MARGIN + 185, y, fact, size=11, most=_INNER - 185)
            y -= 16
        y -= 2
    paper.rule(y)


def _facts(table: Table, words: Words) -> list[str]:
    """What a director wants to know before the rest: the first row in words, or the three first of a ranking."""
    if not table.rows:
        return []
    if table.report in ("peaks", "slots"):
        return [", ".join(shown(cell, column, words) for cell, column in zip(row[:2], table.columns, strict=False))
                for row in table.rows[:3]]  # fmt: skip
    if table.report == "flow":
        wanted: tuple[tuple[str, str], ...] = (("arrived", "sum"), ("walked_in", "sum"), ("completed", "sum"))
        return [f"{words(key)}: {sum(int(cell or 0) for cell in table.column(key)):,}" for key, _ in wanted]
    rows = [row for row in table.rows if row[0] is None] or list(table.rows)
    if table.report == "revenue":
        rows = [row for row in table.rows if row[1] is None]
        return [f"{row[4]:,.2f} {row[0]}" for row in rows]
    keys = {
        "waits": ("seen", "median", "p90", "in_target"),
        "attendance": ("booked", "kept", "no_show_share"),
        "satisfaction": ("answers", "score", "satisfied"),
    }.get(table.report)
    if keys is None:
        visits = sum(int(cell or 0) for cell in table.column("visits"))
        return [f"{words('visits')}: {visits:,}"]
    places = {column.key: place for place, column in enumerate(table.columns)}
    told = [f"{words.column(key)}: {shown(rows[0][places[key]], table.columns[places[key]], words)}" for key in keys]
    return ["   ".join(told[:2]), "   ".join(told[2:])]


def _report(paper: _Paper, table: Table) -> None:
    if not table.rows:
        paper.text(_MARGIN, _HEIGHT - _MARGIN - 18, paper.words(table.report), size=21, face="bold")
        paper.text(_MARGIN, _HEIGHT - _MARGIN - 46, paper.words("nothing"), size=12, colour=SOFT_INK)
        return
    y = paper.image(_HEIGHT - _MARGIN + 8, picture(table, paper.words, paper.heading.about, Image.PNG)) - 24
    rows = shown_rows(table, paper.words)
    starts, widths = _layout(table, rows, paper.words)
    y = _head(paper, table, starts, widths, y)
    for number, row in enumerate(rows[:MOST_ROWS]):
        if y < _FOOT + _ROW:
            paper.new_page()
            y = _head(paper, table, starts, widths, _HEIGHT - _MARGIN - 8)
        if number % 2:
            paper.band(y - 4.5, _ROW, TINT)
        is_sum = table.rows[number][0] is None
        for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            _cell(paper, cell, column.kind, starts[place], widths[place], y, face="bold" if is_sum else "plain")
        y -= _ROW
    if len(rows) > MOST_ROWS:
        paper.text(_MARGIN, y - 2, paper.words("rest", count=len(rows) - MOST_ROWS), size=8.5, colour=SOFT_INK)


def _head(paper: _Paper, table: Table, starts: list[float], widths: list[float], y: float) -> float:
    for place, (title, column) in enumerate(zip(headings(table, paper.words), table.columns, strict=True)):
        lines = _broken(title, widths[place])
        for number, line in enumerate(reversed(lines)):
            at = y + number * 10
            _cell(paper, line, column.kind, starts[place], widths[place], at, face="bold", colour=SOFT_INK)
    paper.rule(y - 5)
    return y - _ROW - 3


def _cell(
    paper: _Paper, text: str, kind: Kind, start: float, width: float, y: float, *, face: str, colour: str = INK
) -> None:  # fmt: skip
    is_text = kind in TEXT_KINDS
    paper.text(
        start if is_text else start + width, y, text, size=8.5, face=face, colour=colour, most=width, at_end=not is_text
    )


def _layout(table: Table, rows: list[list[str]], words: Words) -> tuple[list[float], list[float]]:
    """Where each column begins and how wide it is: as its cells need, the rest shared out, all within the page."""
    titles = headings(table, words)
    gap = 10.0
    needs = []
    for place, title in enumerate(titles):
        cells = max((_width(as_seen(row[place]), 8.5, "bold") for row in rows[:MOST_ROWS]), default=0)
        longest_word = max(_width(as_seen(word), 8.5, "bold") for word in title.split())
        needs.append(min(170.0, max(cells, longest_word)) + gap)
    spare = _INNER - sum(needs)
    scale = 1.0 if spare >= 0 else _INNER / sum(needs)
    each = max(0.0, spare) / len(needs)
    widths = [need * scale + each for need in needs]
    starts = [_MARGIN + sum(widths[:place]) for place in range(len(widths))]
    return starts, [width - gap for width in widths]


def _broken(title: str, width: float) -> list[str]:
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(as_seen(longer), 8.5, "bold") <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines[:3]


def _pages_of(table: Table) -> int:
    picture_height = _INNER * HEIGHT_IN / WIDTH_IN
    first = int((_HEIGHT - _MARGIN + 8 - picture_height - 24 - _ROW - 3 - _FOOT - _ROW) // _ROW) + 1
    other = int((_HEIGHT - _MARGIN - 8 - _ROW - 3 - _FOOT - _ROW) // _ROW) + 1
    rest = max(0, min(len(table.rows), MOST_ROWS) - first)
    return 1 + -(-rest // other)


def _cut(text: str, size: float, face: str, most: float) -> str:
    text = " ".join("".join(letter if letter.isprintable() else " " for letter in text[:400]).split(" "))
    if _width(as_seen(text), size, face) <= most:
        return text
    while text and _width(as_seen(f"{text}…"), size, face) > most:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(seen: str, size: float, face: str) -> float:
    return sum(_part_width(font, part, size) for font, part in _parts(seen, face))


def _placed(font: str, part: str, size: float) -> Iterator[tuple[float, float, str]]:
    """What is drawn how far to the right of where `part` begins, and above; all of it at once where nothing shapes."""
    if not needs_shaping(part):
        yield 0, 0, part
        return
    pen = 0.0
    for glyph in _shaper(font).glyphs(part):
        yield (pen + glyph.right) * size / 1000, glyph.up * size / 1000, glyph.code
        pen += glyph.advance


def _part_width(font: str, part: str, size: float) -> float:
    if needs_shaping(part):
        return sum(glyph.advance for glyph in _shaper(font).glyphs(part)) * size / 1000
    return float(_font(font).stringWidth(part, size))


def _parts(seen: str, face: str) -> list[tuple[str, str]]:
    """Runs of letters, each with the first typeface that has them."""
    parts: list[tuple[str, str]] = []
    for letter in seen:
        font = _face_of(letter, face)
        if parts and parts[-1][0] == font:
            parts[-1] = (font, parts[-1][1] + letter)
        else:
            parts.append((font, letter))
    return parts


@cache
def _shaper(name: str) -> Shaper:
    return Shaper(_font(name))


@cache
def _face_of(letter: str, face: str) -> str:
    own, weight = _FACES[face], 400 if face == "plain" else 700
    names = (own, *(f"{name}-{weight}" for name in _STAND_INS))
    return next((name for name in names if ord(letter) in _font(name).face.charToGlyph), own)


@cache
def _font(name: str) -> TTFont:
    from reportlab.pdfbase import pdfmetrics

    font = TTFont(name, str(files("resources").joinpath("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(font)
    return font
