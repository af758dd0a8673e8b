"""Reports of a little clinic in memory; the centre may be away, and then this machine counts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kiosk.screens.admin.analytics_desk import ReportChoices, ReportColumn, ToldReport, WantedReport
from kiosk.screens.admin.desks import Errand, GivenUp, Refused, Written
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.shown import headings, shown_rows
from server_sync.desk.analytics.table import TEXT_KINDS
from server_sync.desk.analytics.words import Words
from tests.sample_reports import sample_tables

HERE, NAME = 1, "Riverside Clinic"
AWAY = Refused("needs_server")
CENTRE_ONLY = (ReportName.REVENUE, ReportName.SATISFACTION)


@dataclass
class FakeAnalytics:
    """Implements `kiosk.screens.admin.analytics_desk.AnalyticsDesk`."""

    today: date = date(2026, 11, 23)
    is_away: bool = False
    is_empty: bool = False
    png: bytes = b""
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    wanted: list[WantedReport] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate.set()

    async def choices(self) -> ReportChoices:
        places = ((HERE, NAME),) if self.is_away else ((HERE, NAME), (2, "Hilltop Clinic"))
        return ReportChoices(self.today, places, ((3, "Dr Okafor"), (7, "Dr Sample")))

    async def report(self, wanted: WantedReport) -> ToldReport | Refused:
        self.wanted.append(wanted)
        await self.gate.wait()
        if self.is_away and (wanted.place_id not in (None, HERE) or wanted.name in CENTRE_ONLY):
            return AWAY
        table, words = sample_tables()[wanted.name], Words(wanted.language)
        if self.is_empty or wanted.first > self.today:
            table = replace(table, rows=())
        place = NAME if self.is_away or wanted.place_id == HERE else "Hilltop Clinic" if wanted.place_id else ""
        return ToldReport(
            words(wanted.name),
            words(f"{wanted.name}_note"),
            tuple(
                ReportColumn(heading, column.kind in TEXT_KINDS)
                for heading, column in zip(headings(table, words), table.columns, strict=True)
            ),
            tuple(tuple(row) for row in shown_rows(table, words)),
            table.sums,
            place,
            from_centre=not self.is_away,
            kept_since=date(2026, 8, 25) if self.is_away and wanted.first < date(2026, 8, 25) else None,
        )

    async def picture(self, wanted: WantedReport) -> bytes | Refused:
        return AWAY if self.is_away else self.png or _drawn(wanted)

    async def export(self, wanted: WantedReport, kind: str, folder: str, errand: Errand) -> Written | Refused | GivenUp:
        errand.told(0)
        await self.gate.wait()
        if errand.is_given_up:
            return GivenUp()
        if self.is_away and (kind != "csv" or wanted.name in CENTRE_ONLY):
            return AWAY
        name = "clinic-report" if kind == "pdf" else wanted.name
        self.files.append(f"{name}-{wanted.first}-{wanted.last}.{kind}")
        return Written(Path(folder) / self.files[-1], 1)


def _drawn(wanted: WantedReport) -> bytes:
    # matplotlib is large: only who looks at a picture reads it.
    from server_sync.central.reports.drawing import Image
    from server_sync.central.reports.pictures import picture

    about = f"{wanted.first} – {wanted.last} · {NAME}"
    return picture(sample_tables()[wanted.name], Words(wanted.language), about, Image.PNG)
