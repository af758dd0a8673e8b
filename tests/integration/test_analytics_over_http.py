"""Reports over HTTP: rows, spreadsheets, pictures and the paper, for an admin's own places."""

from __future__ import annotations

import csv
import io
import struct
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest

from server_sync.clinic.roles import Role
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.spreadsheet import as_csv
from server_sync.desk.analytics.table import Column, Kind, Table
from server_sync.records.database import open_database
from tests.access import staff_headers
from tests.clinics import MORNING, LittleClinic
from tests.integration.test_analytics import Days
from tests.sites import RunningServer

DAYS = {"from": "2026-03-09", "to": "2026-03-10"}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LittleClinic]:
    folder: Path = tmp_path_factory.mktemp("reports")
    database = open_database(f"sqlite:///{folder}/centre.db", enforce_references=True)
    little = LittleClinic(database, folder)
    days = Days(little)
    visits = [days.visit(waited=10 * count, lasted=12) for count in range(1, 6)]
    days.said(visits[0], 5)
    days.paid("40.00", appointment_id=days.booking(MORNING))
    days.booking(MORNING + timedelta(hours=1), "no_show")
    yield little
    database.close()


@pytest.fixture(scope="module")
def admin(clinic: LittleClinic) -> Iterator[httpx.Client]:
    server = RunningServer(clinic.centre)
    server.start()
    with httpx.Client(base_url=server.url, headers=staff_headers(clinic.centre, Role.ADMIN), trust_env=False) as client:
        client.timeout = httpx.Timeout(30)
        yield client
    server.stop()


def test_a_report_has_numbers_and_the_same_in_words_of_ones_own(admin: httpx.Client) -> None:
    told = admin.get("/api/analytics/waits", params={**DAYS, "lang": "fr"}).json()["data"]

    assert [column["key"] for column in told["columns"]][:4] == ["doctor", "lane", "seen", "median"]
    assert told["rows"][0][:4] == [None, None, 5, 30]
    assert told["shown"][0][:4] == ["Tous les médecins", "Toutes", "5", "30 min"]
    assert (told["title"], told["from"], told["to"]) == ("Temps d'attente", "2026-03-09", "2026-03-10")


def test_money_travels_as_text_so_that_no_reader_rounds_it(admin: httpx.Client) -> None:
    told = admin.get("/api/analytics/revenue", params={**DAYS, "from": "2026-03-01"}).json()["data"]

    assert told["rows"][0] == ["EUR", None, None, 1, "40.00", "0.00", "0.00"]


def test_without_days_the_last_four_weeks_are_told(admin: httpx.Client) -> None:
    told = admin.get("/api/analytics/flow").json()["data"]

    assert (told["from"], told["to"]) == ("2026-02-10", "2026-03-09")


@pytest.mark.parametrize(
    ("wish", "code", "status"),
    [
        ({"from": "2026-03-10", "to": "2026-03-09"}, "span_too_long", 409),
        ({"from": "2020-03-10", "to": "2026-03-09"}, "span_too_long", 409),
        ({"location_id": 404}, "unknown_place", 404),
        ({"doctor_id": 404}, "unknown_doctor", 404),
        ({"lang": "tlh"}, "wrong_fields", 422),
    ],
)
def test_what_cannot_be_told_is_refused_with_its_reason(
    admin: httpx.Client, wish: dict[str, str], code: str, status: int
) -> None:
    refused = admin.get("/api/analytics/waits", params=wish)

    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)


def test_a_spreadsheet_opens_with_stable_names(admin: httpx.Client) -> None:
    sent = admin.get("/api/analytics/attendance/export", params={**DAYS, "format": "csv"})

    rows = list(csv.reader(io.StringIO(sent.content.decode("utf-8-sig"))))
    assert rows[0][:4] == ["doctor", "booked", "kept", "cancelled"]
    assert rows[1][:3] == ["all", "2", "1"]
    assert 'filename="attendance-2026-03-09-2026-03-10.csv"' in sent.headers["Content-Disposition"]


def test_no_doctors_name_is_run_by_a_spreadsheet() -> None:
    table = Table("waits", (Column("doctor", Kind.NAME),), (("=HYPERLINK(1)",), ('a, "b"',), (None,)))

    assert as_csv(table) == b'\xef\xbb\xbfdoctor\r\n\'=HYPERLINK(1)\r\n"a, ""b"""\r\nall\r\n'


@pytest.mark.parametrize("report", list(ReportName))
def test_each_report_is_drawn(admin: httpx.Client, report: ReportName) -> None:
    sent = admin.get(f"/api/analytics/{report}/export", params={**DAYS, "format": "png", "lang": "ar"})

    assert sent.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", sent.content[16:24]) == (1440, 810)


def test_a_picture_of_lines_needs_no_typeface_of_the_readers(admin: httpx.Client) -> None:
    sent = admin.get("/api/analytics/peaks/export", params={**DAYS, "format": "svg"})

    drawn = ET.fromstring(sent.content)
    assert drawn.tag.endswith("svg")
    assert not list(drawn.iter("{http://www.w3.org/2000/svg}text"))


def test_days_on_which_nothing_happened_make_a_picture_and_a_paper_too(admin: httpx.Client) -> None:
    empty = {"from": "2020-01-01", "to": "2020-01-02"}

    drawn = admin.get("/api/analytics/waits/export", params={**empty, "format": "png"})
    paper = admin.get("/api/analytics-report", params=empty)

    assert drawn.content[:4] == b"\x89PNG"
    assert paper.content[:5] == b"%PDF-"


def test_one_paper_has_a_page_for_each_report_behind_its_first(admin: httpx.Client) -> None:
    sent = admin.get("/api/analytics-report", params={**DAYS, "lang": "ar"})

    assert sent.headers["Content-Type"] == "application/pdf"
    assert sent.content.count(b"/Type /Page\n") == 1 + len(ReportName)


def test_an_admin_of_one_location_hears_of_it_alone(clinic: LittleClinic, admin: httpx.Client) -> None:
    elsewhere = admin.post("/api/locations", json={"name": "Hill", "code": "H", "time_zone": "Europe/London"}).json()
    theirs = staff_headers(clinic.centre, Role.ADMIN, location_id=elsewhere["data"]["id"])

    assert admin.get("/api/analytics/waits", params=DAYS, headers=theirs).json()["data"]["rows"] == []
    refused = admin.get("/api/analytics/waits", params={"location_id": clinic.location["id"]}, headers=theirs)
    assert refused.json()["error"]["code"] == "unknown_place"
