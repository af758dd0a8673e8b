"""A back office of a machine that has a printer, for operations that queue a paper; nothing comes out of it."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.app.back_office import BackOffice


@dataclass
class PrintingOffice:
    """All but the printer is the office's own."""

    office: BackOffice
    has_printer: bool = True

    def __getattr__(self, name: str) -> object:
        return getattr(self.office, name)
