"""The tickets that are compared byte for byte; `python -m tests.unit.printing.golden_tickets` writes them anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

from kiosk.printing.blocks import PaperWidthMm
from kiosk.printing.content import parse
from kiosk.printing.encode import TicketEncoder
from kiosk.printing.layout import lay_out
from kiosk.printing.template import Paper
from kiosk.printing.words import LANGUAGES, words_for
from tests.sample_tickets import appointment_slip, help_ticket, printer_test_page, queue_ticket, receipt

FOLDER = Path(__file__).parent / "golden"
WIDTHS: tuple[PaperWidthMm, ...] = (58, 80)
LATIN = tuple(language for language in LANGUAGES if not words_for(language).drawn)
DRAWN = tuple(language for language in LANGUAGES if words_for(language).drawn)


def payloads(language: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The papers of a language, by name."""
    yield "queue", queue_ticket(language)
    yield "late-reprint", queue_ticket(language, reprint=True, late=True, people_ahead=0, wait_min=None)
    yield "help", help_ticket(language)
    yield "slip", appointment_slip(language, provisional=True)
    yield "receipt", receipt(language)
    yield "test-page", printer_test_page(language)


def layout_text(payload: dict[str, object], width_mm: PaperWidthMm) -> str:
    """A layout as text, a block a line."""
    content = parse(payload)
    blocks = lay_out(content, words_for(content.language), Paper(width_mm))
    return "".join(f"{type(block).__name__} {' | '.join(map(str, astuple(block)))}".rstrip() + "\n" for block in blocks)


def golden_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each: the layout in every language, and what is sent where a code page has the letters."""
    for width_mm in WIDTHS:
        encoder = TicketEncoder(width_mm)
        for language in LANGUAGES:
            for name, payload in payloads(language):
                yield f"{language}-{name}-{width_mm}mm.txt", layout_text(payload, width_mm).encode()
                if language in LATIN:
                    yield f"{language}-{name}-{width_mm}mm.bin", encoder.render(payload)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file_name, content_bytes in golden_files():
        (FOLDER / file_name).write_bytes(content_bytes)
