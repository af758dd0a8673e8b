"""A paper as a picture, for whoever edits a template: what `python -m kiosk preview KIND` writes.

Everything is drawn, in our own type: a printer that has the letters sets Latin ones in its own, a little narrower.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from kiosk.printing.blocks import PaperWidthMm, Picture
from kiosk.printing.content import PaperKind, parse
from kiosk.printing.encode import TicketEncoder
from kiosk.printing.templates import Templates

MARGIN_DOTS = 24
"""White around the printable width, as on the paper itself."""


def sample(kind: PaperKind, language: str, clinic: str) -> Mapping[str, object]:
    """A payload of a kind with values that are plainly made up."""
    now = datetime.now(UTC)
    said: dict[PaperKind, dict[str, object]] = {
        PaperKind.QUEUE_TICKET: {
            "token_number": f"{now:%Y%m%d}-B017",
            "short_number": "B 17",
            "waiting_area": "A",
            "room": "3",
            "doctor_name": "Dr. Sample",
            "people_ahead": 3,
            "wait_min": [10, 20],
            "late": True,
            "provisional": True,
            "follow_url": "https://clinic.example/t/sample",
        },
        PaperKind.APPOINTMENT_SLIP: {
            "address": "1 Sample Street",
            "clinic_phone": "+1 212 555 0100",
            "appointment_number": "APT-SAMPLE-0017",
            "booking_code": "12345678",
            "starts_at": now.replace(hour=9, minute=40).isoformat(),
            "doctor_name": "Dr. Sample",
            "room": "3",
            "provisional": True,
        },
        PaperKind.RECEIPT: {
            "address": "1 Sample Street",
            "receipt_number": "R-SAMPLE-0003",
            "amount": "25.00",
            "currency": "EUR",
            "method": "cash",
            "appointment_number": "APT-SAMPLE-0017",
            "doctor_name": "Dr. Sample",
            "reference": "SAMPLE",
        },
        PaperKind.TEST_PAGE: {"machine": "Sample kiosk", "printer": "192.0.2.7:9100"},
    }
    said[PaperKind.HELP_TICKET] = {
        **said[PaperKind.QUEUE_TICKET],
        "waiting_area": "",
        "room": "",
        "doctor_name": "",
        "people_ahead": 0,
        "follow_url": None,
    }
    everywhere = {"kind": kind.value, "clinic": clinic, "language": language, "reprint": False}
    return {**everywhere, "issued_at": now.isoformat(), **said[kind]}


def preview(payload: Mapping[str, object], width_mm: PaperWidthMm, templates: Templates, logo: Path | None) -> Picture:
    """Draw a payload as it would be printed. Needs a `QGuiApplication`; raises `BadPayload`."""
    return TicketEncoder(width_mm, templates=templates, logo=logo).picture(parse(payload))


def save_picture(picture: Picture, file: Path) -> bool:
    """Write the paper with its margins as PNG; False where the file cannot be written."""
    from kiosk.printing import raster

    return raster.on_paper(picture, MARGIN_DOTS).save(str(file))
