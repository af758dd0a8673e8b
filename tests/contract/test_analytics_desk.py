"""The desk of reports: in memory, at a centre and away from it, it answers alike; each says who counted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.admin.centre_session import CentreSession
from kiosk.app.admin.local_analytics import LocalAnalytics
from kiosk.screens.admin.analytics_desk import AnalyticsDesk, ToldReport, WantedReport
from kiosk.screens.admin.desks import Errand, Refused, Written
from server_sync.desk.analytics.report_names import ReportName
from server_sync.records.replica import Replica
from tests.clinics import MORNING, LittleClinic
from tests.fakes.analytics import FakeAnalytics
from tests.integration.test_admin_at_the_centre import Desk, clinic, desk, site  # noqa: F401 - fixtures

CENTRE, AWAY = ["in memory", "at the centre"], ["in memory, away", "on this machine, away"]
ERRAND = Errand(lambda _percent: None)


@dataclass
class Reports:
    """A desk of reports, and what its month is."""

    desk: AnalyticsDesk
    folder: Path

    def wanted(self, name: ReportName = ReportName.WAITS, **other: Any) -> WantedReport:
        today = asyncio.run(self.desk.choices()).today
        usual = WantedReport(name, today - timedelta(days=29), today, None, None, "en")
        return replace(usual, **other)

    def report(self, wanted: WantedReport) -> ToldReport | Refused:
        return asyncio.run(self.desk.report(wanted))


class Office:
    """As much of a back office as reports need."""

    def __init__(self, replica: Replica) -> None:
        self._replica = replica

    def submit(self, operation: Callable[[Replica], Any]) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(operation(self._replica))
        return done


@pytest.fixture
def reports(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reports]:
    if request.param.startswith("in memory"):
        yield Reports(FakeAnalytics(is_away="away" in request.param), tmp_path)
        return
    little: LittleClinic = request.getfixturevalue("clinic")
    session = CentreSession("http://127.0.0.1:9")
    if request.param == "at the centre":
        at: Desk = request.getfixturevalue("desk")
        assert at.sign_in()
        session = at.session
    device = little.enrol("Z", 7)
    little.pull(device)
    office: Any = Office(device.replica)
    yield Reports(LocalAnalytics(lambda: office, session), tmp_path)
    device.database.close()


@pytest.mark.parametrize("reports", [*CENTRE, *AWAY], indirect=True)
def test_there_are_places_and_doctors_to_choose_from_and_days_to_come_have_no_rows(reports: Reports) -> None:
    choices = asyncio.run(reports.desk.choices())
    assert {name for _, name in choices.doctors} >= {"Dr Okafor"}
    assert choices.places

    told = reports.report(reports.wanted(ReportName.FLOW, first=choices.today, last=choices.today))
    assert isinstance(told, ToldReport)
    assert (told.title, told.columns[0].heading) == ("Patients by hour", "Hour")
    assert all(len(row) == len(told.columns) for row in told.rows)
    later = MORNING.date() + timedelta(days=5000)
    told = reports.report(reports.wanted(first=later, last=later, language="fr"))
    assert isinstance(told, ToldReport)
    assert (told.title, told.rows, told.sums) == ("Temps d'attente", (), frozenset())


@pytest.mark.parametrize("reports", CENTRE, indirect=True)
def test_the_centre_counts_draws_and_writes_every_kind_of_file(reports: Reports) -> None:
    told = reports.report(reports.wanted(ReportName.REVENUE))
    assert isinstance(told, ToldReport)
    assert told.from_centre
    drawn = asyncio.run(reports.desk.picture(reports.wanted()))
    assert isinstance(drawn, bytes)
    assert drawn.startswith(b"\x89PNG")
    for kind, named in (("csv", "waits-"), ("svg", "waits-"), ("pdf", "clinic-report-")):
        written = asyncio.run(reports.desk.export(reports.wanted(), kind, str(reports.folder), ERRAND))
        assert isinstance(written, Written)
        assert written.file.name.startswith(named)
        assert written.file.suffix == f".{kind}"


@pytest.mark.parametrize("reports", AWAY, indirect=True)
def test_away_from_the_centre_this_machine_counts_its_own_place_and_refuses_what_it_lacks(reports: Reports) -> None:
    told = reports.report(reports.wanted(first=reports.wanted().last - timedelta(days=200)))
    assert isinstance(told, ToldReport)
    assert not told.from_centre
    assert told.place
    assert told.kept_since is not None
    for lacking in (reports.wanted(ReportName.REVENUE), reports.wanted(place_id=404)):
        refused = reports.report(lacking)
        assert isinstance(refused, Refused)
        assert refused.code == "needs_server"
    assert isinstance(asyncio.run(reports.desk.picture(reports.wanted())), Refused)
    written = asyncio.run(reports.desk.export(reports.wanted(), "csv", str(reports.folder), ERRAND))
    assert isinstance(written, Written)
    assert isinstance(asyncio.run(reports.desk.export(reports.wanted(), "pdf", str(reports.folder), ERRAND)), Refused)


def test_a_folder_that_is_gone_is_said_and_leaves_nothing(clinic: LittleClinic, tmp_path: Path) -> None:  # noqa: F811
    device = clinic.enrol("C", 1)
    clinic.pull(device)
    office: Any = Office(device.replica)
    reports = Reports(LocalAnalytics(lambda: office, None), tmp_path)
    written = asyncio.run(reports.desk.export(reports.wanted(), "csv", str(tmp_path / "gone"), ERRAND))
    device.database.close()
    assert isinstance(written, Refused)
    assert written.code == "not_writable"
