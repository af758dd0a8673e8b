"""The paper of the virtual printer: ESC/POS commands become lines, dots and cut tickets that can be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

from kiosk.devices.escpos_commands import Command

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

CELL_WIDTH_DOTS, CELL_HEIGHT_DOTS = 12, 24
DEFAULT_LINE_SPACING_DOTS = 30
CODE_PAGES = {0: "cp437", 2: "cp850", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
"""ESC t n, as Epson's and nearly all other printers number them."""
_FONT_HEIGHT_DOTS = 20
"""The size at which a letter of the monospaced font is as wide as a cell."""
_MARGIN_DOTS = 24
"""Bare paper left and right of what can be printed, for the picture alone."""


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: magnification, weight and code page."""

    width: int = 1
    height: int = 1
    bold: bool = False
    code_page: str = "cp437"


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of one style in a place on the paper."""

    text: str
    style: Style
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class Dots:
    """A black-and-white image in a place on the paper; 1 is black."""

    rows: bytes
    width: int
    height: int
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class PrintedTicket:
    """What came out, up to a cut (or up to where the paper or the power ended)."""

    raw: bytes
    """The commands as received, real-time ones left out."""
    lines: tuple[str, ...]
    """Each line of letters, without what was drawn."""
    qr_codes: tuple[str, ...]
    """What the codes say that the printer drew by itself."""
    ink: tuple[Letters | Dots, ...]
    width_dots: int
    height_dots: int

    def picture(self) -> Image:
        """The ticket as it looks, one pixel a dot. Imports Pillow."""
        from PIL import Image

        image = Image.new("L", (self.width_dots + 2 * _MARGIN_DOTS, self.height_dots + 2 * _MARGIN_DOTS), 255)
        for mark in self.ink:
            stamp = _letters_picture(mark) if isinstance(mark, Letters) else _dots_picture(mark)
            image.paste(0, (mark.left + _MARGIN_DOTS, mark.top + _MARGIN_DOTS), stamp)
        return image


@dataclass(slots=True)
class Paper:
    """The mechanism: where the head stands, how it prints, and what is on the paper since the last cut."""

    width_dots: int
    style: Style = field(default_factory=Style)
    align: int = 0
    line_spacing: int = DEFAULT_LINE_SPACING_DOTS
    top: int = 0
    unknown: list[Command] = field(default_factory=list)
    """Commands that were understood and have no effect here; a test may ask for none."""
    _line: list[tuple[str, Style]] = field(default_factory=list)
    _ink: list[Letters | Dots] = field(default_factory=list)
    _lines: list[str] = field(default_factory=list)
    _qr_codes: list[str] = field(default_factory=list)
    _raw: list[bytes] = field(default_factory=list)
    _qr_content: str = ""
    _qr_module: int = 3
    _qr_level: int = 48
    _graphics: tuple[bytes, int, int] | None = None

    def print(self, command: Command) -> PrintedTicket | None:
        """Carry out one command; the ticket, where it was a cut."""
        self._raw.append(command.raw)
        n = command.arguments[0] if command.arguments else 0
        match command.name:
            case "TEXT":
                self._line.append((command.arguments.decode(self.style.code_page, "replace"), self.style))
            case "LF":
                self._end_line()
            case "ESC @":
                self._initialise()
            case "ESC a":
                self.align = n % 48
            case "ESC E" | "ESC G":
                self._restyle(bold=bool(n & 1))
            case "ESC t":
                self._restyle(code_page=CODE_PAGES.get(n, "cp437"))
            case "GS !":
                self._restyle(width=(n >> 4) + 1, height=(n & 15) + 1)
            case "ESC 2":
                self.line_spacing = DEFAULT_LINE_SPACING_DOTS
            case "ESC 3":
                self.line_spacing = n
            case "ESC J":
                self._flush_line()
                self.top += n
            case "ESC d":
                self._flush_line()
                self.top += n * self.line_spacing
            case "GS v 0":
                self._raster(command.arguments)
            case "GS ( L":
                self._take_graphics(command.arguments)
            case "GS ( k":
                self._take_code(command.arguments)
            case "GS V":
                return self.tear()
            case "GS b" | "CR" | "NUL":
                pass
            case _:
                self.unknown.append(command)
        return None

    def tear(self) -> PrintedTicket:
        """Take away what is on the paper, cut or torn, and begin anew."""
        self._flush_line()
        ticket = PrintedTicket(
            b"".join(self._raw),
            tuple(self._lines),
            tuple(self._qr_codes),
            tuple(self._ink),
            self.width_dots,
            self.top,
        )
        self.top = 0
        for collected in (self._ink, self._lines, self._qr_codes, self._raw):
            collected.clear()
        return ticket

    def forget_settings(self) -> None:
        """The power was off: nothing is remembered but the paper itself."""
        self._line.clear()
        self._initialise()

    @property
    def is_bare(self) -> bool:
        """Whether nothing was printed since the last cut."""
        return not self._ink

    def _initialise(self) -> None:
        self.style, self.align, self.line_spacing = Style(), 0, DEFAULT_LINE_SPACING_DOTS

    def _restyle(
        self,
        *,
        width: int | None = None,
        height: int | None = None,
        bold: bool | None = None,
        code_page: str | None = None,
    ) -> None:
        old = self.style
        self.style = Style(
            old.width if width is None else width,
            old.height if height is None else height,
            old.bold if bold is None else bold,
            old.code_page if code_page is None else code_page,
        )

    def _end_line(self) -> None:
        if not self._flush_line():
            self.top += max(self.line_spacing, CELL_HEIGHT_DOTS)

    def _flush_line(self) -> bool:
        """Put the waiting letters on paper, broken where the paper ends as a real printer does."""
        if not self._line:
            return False
        row: list[tuple[str, Style]] = []
        used = 0
        for text, style in self._line:
            for letter in text:
                advance = CELL_WIDTH_DOTS * style.width
                if used + advance > self.width_dots:
                    self._print_row(row, used)
                    row, used = [], 0
                row.append((letter, style))
                used += advance
        self._print_row(row, used)
        self._line.clear()
        return True

    def _print_row(self, row: list[tuple[str, Style]], used: int) -> None:
        left = self._left(used)
        height = max((CELL_HEIGHT_DOTS * style.height for _, style in row), default=CELL_HEIGHT_DOTS)
        for letter, style in row:
            self._ink.append(Letters(letter, style, left, self.top + height - CELL_HEIGHT_DOTS * style.height))
            left += CELL_WIDTH_DOTS * style.width
        self._lines.append("".join(letter for letter, _ in row))
        self.top += max(self.line_spacing, height)

    def _left(self, used: int) -> int:
        return {0: 0, 1: (self.width_dots - used) // 2, 2: self.width_dots - used}[self.align]

    def _raster(self, arguments: bytes) -> None:
        width_bytes = int.from_bytes(arguments[1:3], "little")
        height = int.from_bytes(arguments[3:5], "little")
        self._stamp(arguments[5:], width_bytes * 8, height)

    def _take_graphics(self, arguments: bytes) -> None:
        """GS ( L: function 112 stores an image, 50 prints it."""
        match arguments[1]:
            case 112:
                width = int.from_bytes(arguments[6:8], "little")
                self._graphics = arguments[10:], (width + 7) // 8 * 8, int.from_bytes(arguments[8:10], "little")
            case 2 | 50 if self._graphics:
                self._stamp(*self._graphics)

    def _take_code(self, arguments: bytes) -> None:
        """GS ( k: QR code by module size (67), error correction (69), content (80) and printing (81)."""
        match arguments[1]:
            case 67:
                self._qr_module = arguments[2]
            case 69:
                self._qr_level = arguments[2]
            case 80:
                self._qr_content = arguments[3:].decode()
            case 81:
                self._qr_codes.append(self._qr_content)
                self._stamp(*_qr_dots(self._qr_content, self._qr_module, self._qr_level))

    def _stamp(self, rows: bytes, width: int, height: int) -> None:
        self._flush_line()
        self._ink.append(Dots(rows, width, height, self._left(min(width, self.width_dots)), self.top))
        self.top += height


def _qr_dots(content: str, module: int, level: int) -> tuple[bytes, int, int]:
    import qrcode

    code = qrcode.QRCode(border=0, error_correction={48: 1, 49: 0, 50: 3, 51: 2}[level])
    code.add_data(content.encode())
    code.make(fit=True)
    matrix = code.get_matrix()
    width = -(-len(matrix) * module // 8) * 8
    rows = b"".join(
        int("".join(("1" if dark else "0") * module for dark in line).ljust(width, "0"), 2).to_bytes(width // 8, "big")
        * module
        for line in matrix
    )
    return rows, width, len(matrix) * module


def _dots_picture(dots: Dots) -> Image:
    from PIL import Image

    return Image.frombytes("1", (dots.width, dots.height), dots.rows).convert("L")


def _letters_picture(letters: Letters) -> Image:
    return _letter_picture(letters.text, letters.style.width, letters.style.height, letters.style.bold)


@cache
def _letter_picture(letter: str, width: int, height: int, bold: bool) -> Image:
    from PIL import Image, ImageDraw

    drawn = Image.new("L", (CELL_WIDTH_DOTS * height, CELL_HEIGHT_DOTS * height), 0)
    font = _font(_FONT_HEIGHT_DOTS * height, bold)
    ImageDraw.Draw(drawn).text((0, 18 * height), letter, fill=255, font=font, anchor="ls")
    sharp = drawn.point([0] * 110 + [255] * 146)
    return sharp if width == height else sharp.resize((CELL_WIDTH_DOTS * width, CELL_HEIGHT_DOTS * height))


@cache
def _font(size: int, bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    weight = 700 if bold else 400
    font = resources.files("resources") / "fonts" / f"AtkinsonHyperlegibleMono-{weight}.ttf"
    return ImageFont.truetype(BytesIO(font.read_bytes()), size)
