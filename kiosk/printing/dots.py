"""Pictures made of nothing but arithmetic: rules, empty paper, QR codes, and pictures on top of each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kiosk.printing.blocks import Picture

if TYPE_CHECKING:
    from qrcode.image.base import BaseImage
    from qrcode.main import QRCode

_RULE_THICKNESS_DOTS = 3
_DASHES = b"\xfe\x1f\xc3\xf8\x7f\x0f\xe1\xfc\x3f\x87\xf0"  # 7 on, 4 off: eleven bytes hold eight dashes


def empty(width_dots: int, height_dots: int) -> Picture:
    """White paper."""
    return Picture(width_dots, bytes(width_dots // 8 * height_dots))


def rule(width_dots: int) -> Picture:
    """A dashed line from edge to edge."""
    row_bytes = width_dots // 8
    row = (_DASHES * (row_bytes // len(_DASHES) + 1))[:row_bytes]
    return Picture(width_dots, row * _RULE_THICKNESS_DOTS)


def qr_modules(content: str) -> int:
    """How many modules a side the QR code of `content` has, error correction M. Imports qrcode.

    Reckoned and not drawn: a printer that draws the code itself need not wait 15 ms for ours.
    """
    version: int = _code(content).best_fit()
    return 17 + 4 * version


def qr_code(content: str, module_dots: int, width_dots: int) -> Picture:
    """A QR code in the middle, error correction M; modules shrink from `module_dots` until it fits. Imports qrcode."""
    matrix = _matrix(content)
    module = fitting_module(len(matrix), module_dots, width_dots)
    margin = (width_dots - len(matrix) * module) // 2
    rows = []
    for line in matrix:
        ink = "0" * margin + "".join(("1" if dark else "0") * module for dark in line)
        row = int(ink.ljust(width_dots, "0"), 2).to_bytes(width_dots // 8, "big")
        rows.append(row * module)
    return Picture(width_dots, b"".join(rows))


def _matrix(content: str) -> list[list[bool]]:
    code = _code(content)
    code.make(fit=True)
    return [[bool(module) for module in line] for line in code.get_matrix()]


def _code(content: str) -> QRCode[BaseImage]:
    import qrcode

    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(content.encode())
    return code


def fitting_module(modules: int, module_dots: int, width_dots: int) -> int:
    """The largest module, at most `module_dots`, that leaves the four modules of quiet on both sides."""
    return max(1, min(module_dots, width_dots // (modules + 8)))


def stacked(pictures: Iterable[Picture], width_dots: int) -> Picture:
    """One picture from several of the same width, top first."""
    return Picture(width_dots, b"".join(picture.rows for picture in pictures))
