"""Text drawn as dots, for the scripts that a printer has no letters for: the one module of printing that knows Qt.

It needs a `QGuiApplication` to exist, and may be called on any thread: Qt draws text on images beside its own thread.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QTextLayout,
    QTextOption,
)

from kiosk.printing.blocks import Align, Picture, Text

log = logging.getLogger(__name__)

_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
LATIN_FAMILY = "Atkinson Hyperlegible Next"
_FAMILIES = {
    "Noto Sans Devanagari": re.compile("[\u0900-\u097f\ua8e0-\ua8ff]"),
    "Noto Sans Arabic": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "Noto Sans": re.compile("[\u0180-\u058f\u1e00-\u1fff]"),
    "Noto Sans SC": re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"),
}


@dataclass(frozen=True, slots=True)
class _Type:
    """Proportions of type, in dots for each step of scale."""

    em: float
    baseline: float
    pitch: float


# As large as the printer's own letters; room for the signs above and below Devanagari and Arabic, and no more: the
# fonts' own line heights allow for marks that no ticket has, and made an Arabic ticket half as long again.
_RUNNING = _Type(em=25, baseline=27, pitch=41)
# A number alone, from scale 4 on: nothing hangs below its line.
_NUMBER = _Type(em=21, baseline=17, pitch=19)
_STEPS_A_SCALE = 4
TALLEST_LOGO_DOTS = 160
"""Two centimetres."""
DARK_BELOW = 168
"""A dot is black where the drawn grey is darker; above the middle, since heat makes thin strokes thinner."""


@lru_cache(maxsize=100)  # a ticket's labels are always the same; drawing them takes longer than all else
def draw(text: Text, width_dots: int, *, right_to_left: bool, density: int = 1) -> Picture:
    """A paragraph as an image as wide as the paper (a multiple of 8 dots), and as high as its lines.

    `density` draws it so many times finer: the picture is as many times wider and higher.
    """
    if QGuiApplication.instance() is None:
        raise RuntimeError("a ticket is drawn only while a QGuiApplication exists")
    width_dots *= density
    layout, height_dots = _fitting_layout(text, width_dots, density, right_to_left=right_to_left)
    image = QImage(width_dots, height_dots, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(Qt.GlobalColor.black)
    layout.draw(painter, QPointF(0, 0))
    painter.end()
    return Picture(width_dots, _packed(image))


def logo(file: Path, width_dots: int) -> Picture | None:
    """A clinic's picture in the middle of the paper, at most half as wide and `TALLEST_LOGO_DOTS` high.

    None where the file is no picture: a ticket without a logo is still a ticket.
    """
    picture = QImage(str(file))
    if picture.isNull():
        log.warning("the logo is no picture that can be read", extra={"code": "bad_logo", "file": file.name})
        return None
    scaled = picture.scaled(
        width_dots // 2,
        TALLEST_LOGO_DOTS,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    image = QImage(width_dots, scaled.height(), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage((width_dots - scaled.width()) // 2, 0, scaled)
    painter.end()
    return Picture(width_dots, _packed(image))


def on_paper(picture: Picture, margin_dots: int) -> QImage:
    """A paper's dots as an image for the screen, with white around them."""
    row_bytes = picture.width_dots // 8
    dots = QImage(picture.rows, picture.width_dots, picture.height_dots, row_bytes, QImage.Format.Format_Mono)
    dots.setColorTable([0xFFFFFFFF, 0xFF000000])
    paper = QImage(
        picture.width_dots + 2 * margin_dots, picture.height_dots + 2 * margin_dots, QImage.Format.Format_Grayscale8
    )
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(margin_dots, margin_dots, dots)
    painter.end()
    return paper


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


def _fitting_layout(text: Text, width_dots: int, density: int, *, right_to_left: bool) -> tuple[QTextLayout, int]:
    """The text in the largest size that needs one line, or broken at the least; and its height in dots."""
    for step in range(text.scale * _STEPS_A_SCALE, text.least_scale * _STEPS_A_SCALE, -1):
        layout, height_dots = _layout(text, step / _STEPS_A_SCALE, width_dots, density, right_to_left=right_to_left)
        if layout.lineCount() == 1:
            return layout, height_dots
    return _layout(text, text.least_scale, width_dots, density, right_to_left=right_to_left)


def _layout(text: Text, scale: float, width_dots: int, density: int, *, right_to_left: bool) -> tuple[QTextLayout, int]:
    proportions = _RUNNING if scale < 4 else _NUMBER
    scale *= density
    layout = QTextLayout(text.text, _font(text, round(proportions.em * scale)))
    layout.setTextOption(_option(text, right_to_left=right_to_left))
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_dots)
        line.setPosition(QPointF(0, round(top + proportions.baseline * scale - line.ascent())))
        top += proportions.pitch * scale
    layout.endLayout()
    return layout, max(1, round(top))


def _font(text: Text, em_dots: int) -> QFont:
    families = families_for(text.text)
    for family in families:
        load_family(family)
    font = QFont(families)
    font.setPixelSize(em_dots)
    font.setWeight(QFont.Weight.ExtraBold if text.bold else QFont.Weight.Normal)
    return font


def _option(text: Text, *, right_to_left: bool) -> QTextOption:
    option = QTextOption()
    # A Latin address on an Arabic ticket stands on the right and still reads from the left.
    runs_left = right_to_left and not text.left_to_right and _FROM_THE_RIGHT.search(text.text) is not None
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if runs_left else Qt.LayoutDirection.LeftToRight)
    start = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(
        Qt.AlignmentFlag.AlignHCenter if text.align is Align.CENTRE else start | Qt.AlignmentFlag.AlignAbsolute
    )
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
