"""Blocks become a PDF, through reportlab, for printers that are the system's own: one page as wide as a ticket.

Text is drawn three times finer than on a receipt printer and laid on the page as a picture: Qt shapes Arabic and
Devanagari, which reportlab's own text does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.printing import dots
from kiosk.printing.blocks import PRINTABLE_DOTS, Block, Cut, Feed, PaperWidthMm, Picture, Qr, Rule, Text
from kiosk.printing.content import parse
from kiosk.printing.layout import lay_out
from kiosk.printing.template import Paper
from kiosk.printing.templates import Templates
from kiosk.printing.words import words_for

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DENSITY = 3
"""Dots of drawn text for each of a receipt printer's: 609 to the inch."""
POINTS_A_DOT = 72 / 203
POINTS_A_MM = 72 / 25.4
MARGIN_POINTS = 4 * POINTS_A_MM
"""Above and below; at the sides it is what the roll leaves."""


class PdfPapers:
    """Makes papers for a printer that takes PDF. Use it from one thread at a time; needs a `QGuiApplication`."""

    def __init__(
        self, paper_width_mm: PaperWidthMm, *, templates: Templates | None = None, logo: Path | None = None
    ) -> None:
        """`templates` are ours where none are given; `logo` is a picture file of the clinic's own."""
        self._width_mm: PaperWidthMm = paper_width_mm
        self._width_dots = PRINTABLE_DOTS[paper_width_mm]
        self._templates = templates or Templates()
        self._logo_file = logo

    def warm_up(self) -> None:
        """Import what a paper needs."""
        import reportlab.pdfgen.canvas

        _ = reportlab.pdfgen.canvas

    def render(self, payload: Mapping[str, object], *, reprint: bool = False) -> bytes:
        """A print job's payload as a PDF of one page; a reprint says so. Raises `BadPayload`."""
        content = parse({**payload, "reprint": True} if reprint else payload)
        words = words_for(content.language)
        blocks = lay_out(content, words, self._paper, self._templates.of(content.kind))
        drawn = [self._drawn(block, right_to_left=words.right_to_left) for block in blocks]
        return self._page([picture for picture in drawn if picture is not None])

    @cached_property
    def _paper(self) -> Paper:
        from kiosk.printing import raster

        logo = None if self._logo_file is None else raster.logo(self._logo_file, self._width_dots)
        return Paper(self._width_mm, logo)

    def _drawn(self, block: Block, *, right_to_left: bool) -> Picture | None:
        match block:
            case Text():
                from kiosk.printing import raster

                return raster.draw(block, self._width_dots, right_to_left=right_to_left, density=DENSITY)
            case Rule():
                return dots.rule(self._width_dots)
            case Qr():
                return dots.qr_code(block.content, block.module_dots, self._width_dots)
            case Feed():
                return dots.empty(self._width_dots, block.dots)
            case Picture():
                return block
            case Cut():
                return None

    def _page(self, pictures: list[Picture]) -> bytes:
        from reportlab.pdfgen.canvas import Canvas

        heights = [picture.height_dots * self._width_dots / picture.width_dots for picture in pictures]
        size = self._width_mm * POINTS_A_MM, sum(heights) * POINTS_A_DOT + 2 * MARGIN_POINTS
        document = BytesIO()
        canvas = Canvas(document, pagesize=size, invariant=True)
        below = size[1] - MARGIN_POINTS
        for picture, height in zip(pictures, heights, strict=True):
            below -= height * POINTS_A_DOT
            if any(picture.rows):
                self._place(canvas, picture, below, height)
        canvas.showPage()
        canvas.save()
        return document.getvalue()

    def _place(self, canvas: Canvas, picture: Picture, below: float, height: float) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        # In Pillow's mode 1 a set bit is white; on our paper it is black.
        light = bytes(byte ^ 0xFF for byte in picture.rows)
        image = Image.frombytes("1", (picture.width_dots, picture.height_dots), light)
        width = self._width_dots * POINTS_A_DOT
        left = (self._width_mm * POINTS_A_MM - width) / 2
        canvas.drawImage(ImageReader(image), left, below, width, height * POINTS_A_DOT)
