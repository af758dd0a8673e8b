"""A QR code as one SVG path, so that a page can draw it crisply at any size."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class QrDrawing:
    """Dark modules as a path of one unit a module, without a quiet zone."""

    path: str
    modules: int


def qr_drawing(text: str) -> QrDrawing:
    """Encode a text; takes some 20 ms of any thread."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return QrDrawing("".join(_row_path(row, y) for y, row in enumerate(rows)), len(rows))


def _row_path(row: list[bool], y: int) -> str:
    path, x = "", 0
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            path += f"M{x} {y}h{length}v1h-{length}z"
        x += length
    return path
