"""A QR code as a picture of one pixel a module, which a page shows crisply at any whole multiple."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QrPicture:
    """A code without a quiet zone, and how many modules it has along a side; 0 before it is drawn."""

    modules: int = 0
    address: str = ""
    """A `data:` address, for QML's Image."""


def qr_picture(text: str) -> QrPicture:
    """Encode a text; takes some 20 ms of any thread.

    A picture, because a page of rectangles, one for each run of dark modules, had the UI thread make 340 items while
    the page slid in: frames then came 50 to 100 ms apart.
    """
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, qRgb
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    picture = QImage(len(rows), len(rows), QImage.Format.Format_Mono)
    picture.setColorTable([qRgb(255, 255, 255), qRgb(0, 0, 0)])
    for line, row in enumerate(rows):
        for column, dark in enumerate(row):
            picture.setPixel(column, line, dark)
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(written, "PNG")  # type: ignore[call-overload]  # PySide's stubs want bytes, PySide itself a str
    return QrPicture(len(rows), f"data:image/png;base64,{bytes(written.data().toBase64().data()).decode()}")
