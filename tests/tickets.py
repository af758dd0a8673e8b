"""Print every paper in every language on both widths, and keep pictures and PDFs: python -m tests.tickets FOLDER."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from kiosk.devices.network_printer import NetworkPrinter
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.blocks import PaperWidthMm
from kiosk.printing.encode import TicketEncoder
from kiosk.printing.pdf import PdfPapers
from kiosk.printing.words import LANGUAGES
from tests.sample_tickets import appointment_slip, help_ticket, printer_test_page, queue_ticket, receipt

WIDTHS: tuple[PaperWidthMm, ...] = (58, 80)


def samples() -> Iterator[tuple[str, dict[str, object]]]:
    """Every ticket worth looking at, by a name for its picture."""
    for language in LANGUAGES:
        yield f"{language}-queue", queue_ticket(language)
    for language in LANGUAGES:
        yield f"{language}-help", help_ticket(language)
        yield f"{language}-slip", appointment_slip(language)
        yield f"{language}-provisional-slip", appointment_slip(language, provisional=True)
        yield f"{language}-receipt", receipt(language)
        yield f"{language}-test", printer_test_page(language)
    yield "en-reprint-late", queue_ticket("en", reprint=True, late=True, short_number="1000", wait_min=None)
    yield "ar-reprint-late", queue_ticket("ar", reprint=True, late=True)
    yield (
        "en-long",
        queue_ticket(
            "en",
            clinic="Riverside Community Health Centre, North Building",
            waiting_area="Waiting area on the second floor",
            doctor_name="Dr. Ελένη Παπαδοπούλου",
            people_ahead=0,
        ),
    )
    yield "es-chinese-doctor", queue_ticket("es", doctor_name="Dr. 王小明", follow_url=None)


def main(folder: Path) -> None:
    """Print all of them through a real connection."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    for width in WIDTHS:
        encoder, papers = TicketEncoder(width), PdfPapers(width)
        printer = VirtualPrinter(width_mm=width).start()
        network = NetworkPrinter("127.0.0.1", printer.port)
        for name, payload in samples():
            delivery = network.send(encoder.render(payload), deadline_s=10)
            printer.tickets[-1].picture().save(folder / f"{name}-{width}mm.png")
            (folder / f"{name}-{width}mm.pdf").write_bytes(papers.render(payload))
            print(f"{name}-{width}mm.png  {delivery.outcome}")
        printer.stop()
        if printer.misunderstood:
            raise SystemExit(f"the printer did not understand {printer.misunderstood}")
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]))
