"""Reports: the centre's, as whoever is signed in; without it, counted from this machine's records."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.app.admin.centre_reports import fetched_choices, fetched_file, fetched_report, path_of
from kiosk.app.admin.centre_session import CentreSession
from kiosk.app.admin.errands import Step, on_a_thread, run_errand
from kiosk.app.admin.local_colleagues import NEEDS_SERVER, SIGN_IN_AGAIN
from kiosk.screens.admin.analytics_desk import ReportChoices, ToldReport, WantedReport
from kiosk.screens.admin.desks import Errand, GivenUp, Refused, Written

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.records.replica import Replica

Answer = TypeVar("Answer")

HERE_INSTEAD = frozenset({NEEDS_SERVER, SIGN_IN_AGAIN})
"""Why the centre does not tell of it now."""
NO_SPACE = 28
"""`errno.ENOSPC`."""


class LocalAnalytics:
    """Implements `kiosk.screens.admin.analytics_desk.AnalyticsDesk`; called on the UI thread, whose loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], session: CentreSession | None) -> None:
        """`session` is that of whoever signed in, at the centre; None where no server is named: all is kept here."""
        self._back_office = back_office
        self._session = session

    async def choices(self) -> ReportChoices:
        """See `AnalyticsDesk.choices`."""
        from kiosk.app.admin.reports_here import choices_here

        known = await self._on_the_records(choices_here)
        session = self._open_session()
        return known if session is None else await on_a_thread(lambda: fetched_choices(session, known))

    async def report(self, wanted: WantedReport) -> ToldReport | Refused:
        """See `AnalyticsDesk.report`."""
        from kiosk.app.admin.reports_here import report_here

        session = self._open_session()
        if session is not None:
            told = await on_a_thread(lambda: fetched_report(session, wanted))
            if not _is_elsewhere(told):
                return told
        return await self._beside_the_records(lambda replica: report_here(replica, wanted, alone=self._is_alone))

    async def picture(self, wanted: WantedReport) -> bytes | Refused:
        """See `AnalyticsDesk.picture`."""
        session = self._open_session()
        if session is None:
            return Refused(NEEDS_SERVER if self._session is None else SIGN_IN_AGAIN)
        return await on_a_thread(lambda: fetched_file(session, path_of(wanted, "png")))

    async def export(self, wanted: WantedReport, kind: str, folder: str, errand: Errand) -> Written | Refused | GivenUp:
        """See `AnalyticsDesk.export`."""
        replica = await self._on_the_records(lambda replica: replica)

        def write(step: Step) -> Written | Refused:
            step(0, 0)
            body = self._file(replica, wanted, kind)
            step(90, 0)
            return body if isinstance(body, Refused) else _written(Path(folder), wanted, kind, body, step)

        return await run_errand(errand, write)

    def _file(self, replica: Replica, wanted: WantedReport, kind: str) -> bytes | Refused:
        from kiosk.app.admin.reports_here import csv_here

        session = self._open_session()
        body: bytes | Refused = Refused(NEEDS_SERVER if self._session is None else SIGN_IN_AGAIN)
        if session is not None:
            body = fetched_file(session, path_of(wanted, kind))
        if kind == "csv" and _is_elsewhere(body):
            return csv_here(replica, wanted, alone=self._is_alone)
        return body

    @property
    def _is_alone(self) -> bool:
        return self._session is None

    def _open_session(self) -> CentreSession | None:
        return self._session if self._session is not None and self._session.is_open else None

    async def _on_the_records(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))

    async def _beside_the_records(self, read: Callable[[Replica], Answer]) -> Answer:
        """A year is counted for seconds: whoever checks somebody in meanwhile must not wait for it."""
        replica = await self._on_the_records(lambda replica: replica)
        return await on_a_thread(lambda: read(replica))


def _is_elsewhere(answer: object) -> bool:
    return isinstance(answer, Refused) and answer.code in HERE_INSTEAD


def _written(folder: Path, wanted: WantedReport, kind: str, body: bytes, step: Step) -> Written | Refused:
    """Under another name first: nobody finds half a report."""
    file = folder / _file_name(wanted.name if kind != "pdf" else "clinic-report", wanted.first, wanted.last, kind)
    unfinished = file.with_name(file.name + ".part")
    try:
        unfinished.write_bytes(body)
        step(100, 0)
        unfinished.replace(file)
    except OSError as error:
        return Refused("disk_full" if error.errno == NO_SPACE else "not_writable", error.strerror or "")
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return Written(file, len(body))


def _file_name(report: str, first: date, last: date, kind: str) -> str:
    return f"{report}-{first}-{last}-made-{datetime.now(UTC):%Y%m%d-%H%M%S}.{kind}"
