"""Papers as PDF, for printers that are the system's own."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.printing.blocks import PaperWidthMm, Text
from kiosk.printing.pdf import PdfPapers
from kiosk.printing.raster import draw
from kiosk.printing.words import LANGUAGES
from tests.sample_tickets import appointment_slip, queue_ticket


@pytest.mark.parametrize("roll_mm", [58, 80])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_is_one_page_as_wide_as_the_roll(qapp: QGuiApplication, language: str, roll_mm: PaperWidthMm) -> None:
    document = PdfPapers(roll_mm).render(appointment_slip(language))
    assert document.startswith(b"%PDF-")
    assert document.count(b"/Type /Page\n") == 1
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", document)
    assert box is not None
    width_mm, height_mm = (float(points) / 72 * 25.4 for points in box.groups())
    assert width_mm == pytest.approx(roll_mm, abs=0.1)
    assert 100 < height_mm < 250


def test_a_reprint_is_a_longer_paper_for_it_says_so_twice(qapp: QGuiApplication) -> None:
    papers = PdfPapers(58)
    assert papers.render(queue_ticket(), reprint=True) == papers.render(queue_ticket(reprint=True))
    assert papers.render(queue_ticket(), reprint=True) != papers.render(queue_ticket())


def test_text_is_drawn_three_times_finer_than_a_receipt_printers(qapp: QGuiApplication) -> None:
    coarse = draw(Text("B 17", scale=4), 384, right_to_left=False)
    fine = draw(Text("B 17", scale=4), 384, right_to_left=False, density=3)
    assert fine.width_dots == 3 * coarse.width_dots
    assert fine.height_dots == pytest.approx(3 * coarse.height_dots, abs=3)
