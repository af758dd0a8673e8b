"""What the admin's page of analytics asks: reports in words, of the centre or of this machine's own records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kiosk.screens.admin.desks import Errand, GivenUp, Refused, Written
from server_sync.desk.analytics.report_names import ReportName


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What one may ask for. `places` and `doctors` by id and name; `today` is the clinic's own."""

    today: date
    places: tuple[tuple[int, str], ...]
    doctors: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class WantedReport:
    """One report: its days (each place's own, both included, at most three years), its place and doctor; None: all."""

    name: ReportName
    first: date
    last: date
    place_id: int | None
    doctor_id: int | None
    language: str


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column by its heading; what is no text is a number, and stands at its column's end."""

    heading: str
    is_text: bool


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A report as people read it. `sums` are the rows, from 0, of all doctors together."""

    title: str
    note: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    sums: frozenset[int]
    place: str
    """Whose days these are; empty: all places."""
    from_centre: bool
    kept_since: date | None = None
    """From which day on this machine keeps visits, where earlier days were asked of it."""


class AnalyticsDesk(Protocol):
    """Called on the UI thread. May raise `server_sync.protocol.faults.Fault`.

    Refuses with `needs_server` what this machine's records do not hold, or with the server's own code.
    """

    async def choices(self) -> ReportChoices:
        """The places and doctors that the centre tells of; else those known here."""
        ...

    async def report(self, wanted: WantedReport) -> ToldReport | Refused:
        """By the centre where it can be reached; else from this machine's records, of its own place."""
        ...

    async def picture(self, wanted: WantedReport) -> bytes | Refused:
        """The report drawn as PNG; only the centre draws."""
        ...

    async def export(self, wanted: WantedReport, kind: str, folder: str, errand: Errand) -> Written | Refused | GivenUp:
        """Write it as `csv`, `png` or `svg`, or every report of these days as one `pdf`, to a new file in a folder."""
        ...
