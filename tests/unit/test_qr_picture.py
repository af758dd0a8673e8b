"""The code for a patient's phone, as a picture."""

from __future__ import annotations

import base64

from PySide6.QtGui import QImage
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from kiosk.screens.qr import qr_picture

ADDRESS = "https://clinic.example/t/AAAAAAAAAAAAAAAAAAAAAA"


def test_each_module_of_the_code_is_one_pixel_of_its_picture() -> None:
    expected = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    expected.add_data(ADDRESS)
    expected.make(fit=True)
    drawn = qr_picture(ADDRESS)
    picture = QImage.fromData(base64.b64decode(drawn.address.partition(",")[2]))
    assert drawn.modules == picture.width() == picture.height()
    dark = [[picture.pixelColor(x, y).black() == 255 for x in range(drawn.modules)] for y in range(drawn.modules)]
    assert dark == expected.get_matrix()
