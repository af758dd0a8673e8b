"""Reports counted from this machine's own records, by the operations that the centre counts with."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

from kiosk.app.admin.local_colleagues import NEEDS_SERVER
from kiosk.screens.admin.analytics_desk import ReportChoices, ReportColumn, ToldReport, WantedReport
from kiosk.screens.admin.desks import Refused
from server_sync.clinic.roles import Role
from server_sync.desk.analytics.period import Asked, Period, period_of
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.reports import REPORTS
from server_sync.desk.analytics.shown import headings, shown_rows
from server_sync.desk.analytics.spreadsheet import as_csv
from server_sync.desk.analytics.table import TEXT_KINDS, Table
from server_sync.desk.analytics.words import Words
from server_sync.desk.clinic_setup import location_row, people
from server_sync.records.feed.scope import KEPT_DAYS
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica

CENTRE_ONLY = frozenset({ReportName.REVENUE, ReportName.SATISFACTION})
"""Payments and what patients say are not sent down to machines (`records.feed.scope`)."""


def choices_here(replica: Replica) -> ReportChoices:
    """This machine's own place, and the doctors of it."""
    location_id = _location_id(replica)
    with replica.read() as reading:
        row = location_row(reading, location_id)
        doctors = people(reading, location_id=location_id, role=Role.DOCTOR)
        zone = "UTC" if row is None else row["time_zone"]
        return ReportChoices(
            reading.now.astimezone(ZoneInfo(zone)).date(),
            () if row is None else ((location_id, row["name"]),),
            tuple((doctor["id"], doctor["display_name"]) for doctor in doctors),
        )


def report_here(replica: Replica, wanted: WantedReport, *, alone: bool) -> ToldReport | Refused:
    """Of this place only. `alone`: there is no server, so that nothing is kept elsewhere."""
    with replica.read() as reading:
        counted = _counted(replica, reading, wanted, alone=alone)
        if isinstance(counted, Refused):
            return counted
        period, table = counted
        words = Words(wanted.language)
        return ToldReport(
            words(wanted.name),
            words(f"{wanted.name}_note"),
            tuple(
                ReportColumn(heading, column.kind in TEXT_KINDS)
                for heading, column in zip(headings(table, words), table.columns, strict=True)
            ),
            tuple(tuple(row) for row in shown_rows(table, words)),
            table.sums,
            period.places[0].name,
            from_centre=False,
            kept_since=None if alone else _kept_since(replica, reading, wanted.first),
        )


def csv_here(replica: Replica, wanted: WantedReport, *, alone: bool) -> bytes | Refused:
    """The same as CSV."""
    with replica.read() as reading:
        counted = _counted(replica, reading, wanted, alone=alone)
    return counted if isinstance(counted, Refused) else as_csv(counted[1])


def _counted(
    replica: Replica, reading: Reading, wanted: WantedReport, *, alone: bool
) -> tuple[Period, Table] | Refused:
    here = _location_id(replica)
    if wanted.place_id not in (None, here) or (wanted.name in CENTRE_ONLY and not alone):
        return Refused(NEEDS_SERVER)
    period = period_of(reading, Asked(wanted.first, wanted.last, here, wanted.doctor_id))
    return Refused(NEEDS_SERVER) if period is None else (period, REPORTS[wanted.name](reading, period))


def _kept_since(replica: Replica, reading: Reading, first: date) -> date | None:
    kept = KEPT_DAYS.get(replica.identity.kind)
    since = None if kept is None else reading.now.astimezone(UTC).date() - timedelta(days=kept)
    return since if since is not None and first < since else None


def _location_id(replica: Replica) -> int:
    location_id = replica.identity.location_id
    if location_id is None:
        raise LookupError("a machine with desks has a location")
    return location_id
