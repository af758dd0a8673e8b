"""Text drawn as dots, for the scripts that a printer has no letters for: the one module of printing that knows Qt.

It needs a `QGuiApplication` to exist, and may be called on any thread: Qt draws text on images beside its own thread.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QPainter,
    QTextLayout,
    QTextOption,
)

from kiosk.printing.layout import Align, Picture, Text

LATIN_FAMILY = "Atkinson Hyperlegible Next"
_FAMILIES = {
    "Noto Sans Devanagari": re.compile("[\u0900-\u097f\ua8e0-\ua8ff]"),
    "Noto Sans Arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Noto Sans SC": re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"),
}
EM_DOTS = 25
"""Height of the letters' em at scale 1: as large as the printer's own letters, and Arabic stays open."""
LARGE_EM_DOTS = 21
"""The same for each step of scale from 4 on, where letters need no help to be seen."""
DARK_BELOW = 168
"""A dot is black where the drawn grey is darker; above the middle, since heat makes thin strokes thinner."""


def draw(text: Text, width_dots: int, *, right_to_left: bool) -> Picture:
    """A paragraph as an image as wide as the paper (a multiple of 8 dots), and as high as its lines."""
    if QGuiApplication.instance() is None:
        raise RuntimeError("a ticket is drawn only while a QGuiApplication exists")
    layout = _fitting_layout(text, width_dots, right_to_left=right_to_left)
    image = QImage(width_dots, max(1, round(layout.boundingRect().height())), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.black)
    layout.draw(painter, QPointF(0, 0))
    painter.end()
    return Picture(width_dots, _packed(image))


def families_for(text: str) -> list[str]:
    """The fonts for `text`, its own script's first; each lends the letters that those before it lack.

    Only what is needed: the Chinese one alone takes megabytes that a clinic without Chinese patients can spare, and
    Qt complains of a Latin font that is asked for Devanagari.
    """
    return [*(family for family, letters in _FAMILIES.items() if letters.search(text)), LATIN_FAMILY]


@cache
def load_family(family: str) -> None:
    """Make a font of resources/fonts known to Qt in every weight, unless the screens have; looked at once a process."""
    if family in QFontDatabase.families():
        return
    for font in sorted((resources.files("resources") / "fonts").iterdir(), key=lambda entry: entry.name):
        if font.name.endswith(".ttf") and font.name.startswith(family.replace(" ", "") + "-"):
            with resources.as_file(font) as path:
                QFontDatabase.addApplicationFont(str(path))


def _fitting_layout(text: Text, width_dots: int, *, right_to_left: bool) -> QTextLayout:
    for scale in range(text.scale, text.least_scale, -1):
        layout = _layout(text, scale, width_dots, right_to_left=right_to_left)
        if layout.lineCount() == 1:
            return layout
    return _layout(text, text.least_scale, width_dots, right_to_left=right_to_left)


def _layout(text: Text, scale: int, width_dots: int, *, right_to_left: bool) -> QTextLayout:
    font = _font(text, scale)
    layout = QTextLayout(text.text, font)
    layout.setTextOption(_option(text, right_to_left=right_to_left))
    line_gap_dots = QFontMetrics(font).leading()
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_dots)
        line.setPosition(QPointF(0, height))
        height += line.height() + line_gap_dots
    layout.endLayout()
    return layout


def _font(text: Text, scale: int) -> QFont:
    families = families_for(text.text)
    for family in families:
        load_family(family)
    font = QFont(families)
    font.setPixelSize((EM_DOTS if scale < 4 else LARGE_EM_DOTS) * scale)
    font.setWeight(QFont.Weight.Bold if text.bold else QFont.Weight.Normal)
    return font


def _option(text: Text, *, right_to_left: bool) -> QTextOption:
    option = QTextOption()
    runs_left = right_to_left and not text.left_to_right
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if runs_left else Qt.LayoutDirection.LeftToRight)
    # Qt mirrors AlignLeft itself where the text runs from right to left: left is where a line starts.
    option.setAlignment(Qt.AlignmentFlag.AlignHCenter if text.align is Align.CENTRE else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_TO_BLACK_OR_WHITE = bytes(0 if grey < DARK_BELOW else 255 for grey in range(256))


def _packed(image: QImage) -> bytes:
    """Eight dots a byte, 1 is black; Qt pads each row to four bytes, the printer must not see that."""
    sharp = QImage(
        bytes(image.constBits()).translate(_TO_BLACK_OR_WHITE),
        image.width(),
        image.height(),
        image.bytesPerLine(),
        QImage.Format.Format_Grayscale8,
    ).convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    row_bytes, stride = image.width() // 8, sharp.bytesPerLine()
    bits = bytes(sharp.constBits())
    return b"".join(bits[row * stride : row * stride + row_bytes] for row in range(sharp.height()))
