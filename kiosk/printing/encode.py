"""Blocks become the bytes that a receipt printer understands, through python-escpos.

Text goes out in the printer's own letters where one of its code pages has them all: a ticket of one kilobyte that every
printer sets in its sharpest type. A line with other letters (a doctor's name in Greek) is drawn as an image. Where the
ticket's language itself has no code page, the whole ticket is drawn, so that nothing on it changes type half way.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.printing import dots
from kiosk.printing.blocks import (
    CELL_WIDTH_DOTS,
    PRINTABLE_DOTS,
    Align,
    Block,
    Cut,
    Feed,
    PaperWidthMm,
    Picture,
    Qr,
    Rule,
    Text,
)
from kiosk.printing.content import Content, parse
from kiosk.printing.escpos_library import PrinterModel, new_dummy
from kiosk.printing.layout import lay_out
from kiosk.printing.template import Paper
from kiosk.printing.templates import Templates
from kiosk.printing.words import words_for

if TYPE_CHECKING:
    from escpos.printer import Dummy

BAND_HEIGHT_DOTS = 96
"""Rows in one image command: 7 kB at 80 mm, the least that a receipt printer's buffer takes whole."""
LINE_SPACING = 24
"""Lines follow without a gap; the layout says where paper stays empty."""
_ESC_INITIALISE = b"\x1b@"
_ESC_FEED_DOTS = b"\x1bJ"
_GS_RASTER = b"\x1dv0\x00"
_PLAINER = str.maketrans(
    {"–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "…": "...", "\u00a0": " ", "\u202f": " ", "œ": "oe"}
)
"""What typography has and an old code page lacks; drawing a line for an apostrophe's sake would be odd."""


class TicketEncoder:
    """Makes tickets for one printer. Use it from one thread at a time; drawing needs a `QGuiApplication`."""

    def __init__(
        self,
        paper_width_mm: PaperWidthMm,
        model: PrinterModel | None = None,
        *,
        templates: Templates | None = None,
        logo: Path | None = None,
    ) -> None:
        """`templates` are ours where none are given; `logo` is a picture file of the clinic's own."""
        self.paper_width_mm: PaperWidthMm = paper_width_mm
        self.width_dots = PRINTABLE_DOTS[paper_width_mm]
        self.model = model or PrinterModel()
        self._templates = templates or Templates()
        self._logo_file = logo

    def warm_up(self) -> None:
        """Do once what a ticket does: some 0.3 s with its imports, so call it before a patient waits."""
        self._as_text([Text("0"), Rule(), Qr("0", module_dots=1), Cut()])
        self._drawn(Text("0"), right_to_left=False)

    def render(self, payload: Mapping[str, object], *, reprint: bool = False) -> bytes:
        """A print job's payload as bytes; a reprint says so. Raises `BadPayload` where the payload is none."""
        marked = {**payload, "reprint": True} if reprint else payload
        return self.encode(parse(marked))

    def encode(self, content: Content) -> bytes:
        """One paper, from initialising the printer to the cut."""
        words = words_for(content.language)
        blocks = lay_out(content, words, self._paper, self._templates.of(content.kind))
        if words.drawn:
            return self._as_image(blocks, right_to_left=words.right_to_left)
        return self._as_text(blocks)

    def picture(self, content: Content) -> Picture:
        """One paper as a picture, drawn whole in any language; without the cut."""
        words = words_for(content.language)
        blocks = lay_out(content, words, self._paper, self._templates.of(content.kind))
        return self._stacked(blocks, right_to_left=words.right_to_left)

    @cached_property
    def _paper(self) -> Paper:
        if self._logo_file is None:
            return Paper(self.paper_width_mm)
        from kiosk.printing import raster

        return Paper(self.paper_width_mm, raster.logo(self._logo_file, self.width_dots))

    @cached_property
    def _dummy(self) -> Dummy:
        return new_dummy(self.model, self.width_dots)

    def _begin(self) -> Dummy:
        dummy = self._dummy
        dummy.clear()
        dummy._raw(_ESC_INITIALISE)
        dummy.magic.encoding = None  # the printer has just forgotten its code page
        dummy.line_spacing(LINE_SPACING)
        return dummy

    def _as_image(self, blocks: Iterable[Block], *, right_to_left: bool) -> bytes:
        dummy = self._begin()
        self._send_picture(dummy, self._stacked(blocks, right_to_left=right_to_left))
        dummy.cut(mode="PART")
        return bytes(dummy.output)

    def _stacked(self, blocks: Iterable[Block], *, right_to_left: bool) -> Picture:
        pictures = [self._picture(block, right_to_left=right_to_left) for block in blocks if not isinstance(block, Cut)]
        return dots.stacked(pictures, self.width_dots)

    def _picture(self, block: Text | Rule | Qr | Feed | Picture, *, right_to_left: bool) -> Picture:
        match block:
            case Text():
                return self._drawn(block, right_to_left=right_to_left)
            case Rule():
                return dots.rule(self.width_dots)
            case Qr():
                return dots.qr_code(block.content, block.module_dots, self.width_dots)
            case Feed():
                return dots.empty(self.width_dots, block.dots)
            case Picture():
                return block

    def _drawn(self, text: Text, *, right_to_left: bool) -> Picture:
        from kiosk.printing import raster  # Qt only where something is drawn

        return raster.draw(text, self.width_dots, right_to_left=right_to_left)

    def _as_text(self, blocks: Iterable[Block]) -> bytes:
        dummy = self._begin()
        for block in blocks:
            match block:
                case Text():
                    self._send_text(dummy, block)
                case Qr() if self.model.native_qr:
                    self._send_qr(dummy, block)
                case Feed():
                    dummy._raw(_ESC_FEED_DOTS + bytes([block.dots]))
                case Cut():
                    dummy.cut(mode="PART")
                case _:
                    self._send_picture(dummy, self._picture(block, right_to_left=False))
        return bytes(dummy.output)

    def _send_text(self, dummy: Dummy, text: Text) -> None:
        fitted = self._in_a_code_page(text.text)
        if fitted is None:
            self._send_picture(dummy, self._drawn(text, right_to_left=False))
            return
        code_page, letters = fitted
        width, height = _fitting_size(text, letters, self.width_dots)
        dummy.set(align="center" if text.align is Align.CENTRE else "left", bold=text.bold, smooth=height >= 4)
        dummy.charcode(code_page)
        for line in _wrapped(letters, self.width_dots // (CELL_WIDTH_DOTS * width)):
            _send_line(dummy, line, width, height)

    def _in_a_code_page(self, letters: str) -> tuple[str, str] | None:
        """The first of the printer's code pages that has all the letters, plainer ones if need be."""
        for candidate in (letters, letters.translate(_PLAINER)):
            for code_page in self.model.code_pages:
                if _encodes(candidate, code_page):
                    return code_page, candidate
        return None

    def _send_qr(self, dummy: Dummy, qr: Qr) -> None:
        dummy.set(align="center")
        modules = dots.qr_modules(qr.content)
        dummy.qr(qr.content, ec=1, size=dots.fitting_module(modules, qr.module_dots, self.width_dots), native=True)

    def _send_picture(self, dummy: Dummy, picture: Picture) -> None:
        # By hand, because the library's way leads through Pillow, 4 MiB, from our dots to an image and back to dots.
        dummy.set(align="left")
        row_bytes = picture.width_dots // 8
        for top in range(0, picture.height_dots, BAND_HEIGHT_DOTS):
            height = min(BAND_HEIGHT_DOTS, picture.height_dots - top)
            size = row_bytes.to_bytes(2, "little") + height.to_bytes(2, "little")
            dummy._raw(_GS_RASTER + size + picture.rows[top * row_bytes : (top + height) * row_bytes])


def _encodes(letters: str, code_page: str) -> bool:
    try:
        letters.encode(code_page.lower())
    except UnicodeEncodeError:
        return False
    return True


def _wrapped(letters: str, columns: int) -> list[str]:
    """As few lines as can be, and those about equally long: no last word stands alone."""
    lines = textwrap.wrap(letters, columns)
    if len(lines) < 2:
        return lines  # most are one line, and trying every width took half of a ticket's time
    longest_word = max((len(word) for word in letters.split()), default=0)
    for narrower in range(columns - 1, longest_word - 1, -1):
        balanced = textwrap.wrap(letters, narrower)
        if len(balanced) > len(lines):
            break
        lines = balanced
    return lines


def _send_line(dummy: Dummy, line: str, width: int, height: int) -> None:
    """One line of letters; in a huge one the gap between two words is no wider than it needs to be."""
    for part in re.split("( )", line) if _narrow(width) != width else (line,):
        dummy.set(custom_size=True, width=_narrow(width) if part == " " else width, height=height)
        dummy.text(part)
    dummy.text("\n")


def _narrow(width: int) -> int:
    return width if width < 4 else width // 2


def _fitting_size(text: Text, letters: str, width_dots: int) -> tuple[int, int]:
    """Magnification across and down: the widest that needs one line. Letters stay tall where they get narrow."""
    for width in range(text.scale, text.least_scale, -1):
        gaps = letters.count(" ")
        cells = (len(letters) - gaps) * width + gaps * _narrow(width)
        if cells * CELL_WIDTH_DOTS <= width_dots:
            return width, width
    return text.least_scale, max(text.least_scale, min(text.scale, 2))
