"""The sync log for people: what devices did, read by an admin at the centre and by staff at the device itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event, insert, select

from server_sync.__main__ import main
from server_sync.central.desk.sync_log import CONSOLE, Asked, begin_export, list_log
from server_sync.central.desk.sync_log_file import CancelledExportError, export_to_file
from server_sync.clinic.roles import Role
from server_sync.desk.sync_log.entries import LogEntry, Place, Wanted, count, days_wanted, read_page, stretches
from server_sync.desk.sync_log.export import Format
from server_sync.records.database import Database
from server_sync.records.outbox import SyncStatus
from server_sync.records.replica import Replica
from server_sync.records.tables import audit_trail, devices, locations, offline_sync_logs, patients
from tests.access import staff_headers
from tests.clinics import MORNING, Device, LittleClinic
from tests.sites import RunningServer

NOTHING = Asked()


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def http(clinic: LittleClinic) -> Iterator[httpx.Client]:
    """An admin of the whole clinic."""
    server = RunningServer(clinic.centre)
    server.start()
    headers = staff_headers(clinic.centre, Role.ADMIN, name="Ada Admin")
    with httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=20) as client:
        yield client
    server.stop()


def log_entries(replica: Replica, entries: int, **other: Any) -> None:
    """Receipts as they stand after much work, a minute apart, the newest last."""
    rows = [
        {
            "change_set_uid": replica.new_uid(),
            "device_id": "01890a5d-ac96-774b-bcce-b302099a8057",
            "sequence": None,
            "intent": "check_in",
            "sync_type": "queue",
            "record_id": number,
            "action": "create",
            "data": {"first_name": "Jane"},
            "hash": "",
            "sync_status": "synced",
            "outcome": "applied",
            "conflict_resolution": 'Not taken: first name "Jane".',
            "sync_timestamp": MORNING + timedelta(minutes=number),
            "server_timestamp": MORNING + timedelta(minutes=number, seconds=1),
        }
        | other
        for number in range(entries)
    ]
    with replica.database.writing() as connection:
        connection.execute(insert(offline_sync_logs), rows)


def listed(replica: Replica, asked: Asked = NOTHING, after: Place | None = None, limit: int = 100) -> list[LogEntry]:
    found = list_log(replica, CONSOLE, asked, after, limit)
    assert found is not None
    return list(found.page.entries)


def test_admin_reads_what_was_done_newest_first(clinic: LittleClinic) -> None:
    log_entries(clinic.centre, 3, intent="walk_in")
    newest, *_, oldest = listed(clinic.centre, Asked(intent="walk_in"))
    assert (newest.record_id, oldest.record_id) == (2, 0)
    assert (newest.intent, newest.noun, newest.status, newest.outcome) == ("walk_in", "queue", "synced", "applied")
    assert newest.happened_at == MORNING + timedelta(minutes=2)
    assert (newest.resolution, newest.body) == (None, None)


def test_every_entry_is_on_just_one_page_though_many_happened_at_once(clinic: LittleClinic) -> None:
    log_entries(clinic.centre, 25, intent="walk_in", sync_timestamp=MORNING)
    seen: list[int] = []
    after: Place | None = None
    while True:
        found = list_log(clinic.centre, CONSOLE, Asked(intent="walk_in"), after, 7)
        assert found is not None
        seen += [entry.record_id or 0 for entry in found.page.entries]
        if found.page.older is None:
            break
        after = Place.parse(found.page.older.to_text())
    assert seen == list(range(24, -1, -1))


def test_day_is_the_locations_own(clinic: LittleClinic) -> None:
    midnight_in_london = MORNING.replace(month=7, hour=0) - timedelta(hours=1)
    for moment in (midnight_in_london - timedelta(seconds=1), midnight_in_london):
        log_entries(clinic.centre, 1, intent="walk_in", sync_timestamp=moment)
    day = date(2026, 7, 9)
    assert [entry.happened_at for entry in listed(clinic.centre, Asked(day, day))] == [midnight_in_london]
    before = listed(clinic.centre, Asked(None, day - timedelta(days=1), intent="walk_in"))
    assert [entry.happened_at for entry in before] == [midnight_in_london - timedelta(seconds=1)]


def test_day_on_which_clocks_change_has_its_23_hours() -> None:
    since, until = days_wanted(date(2026, 3, 29), date(2026, 3, 29), "Europe/London")
    assert since is not None
    assert until is not None
    assert until - since == timedelta(hours=23)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(intent="erase"), {1}),
        (Asked(noun="patient"), {1, 2}),
        (Asked(status=SyncStatus.CONFLICT), {2}),
        (Asked(status=SyncStatus.FAILED), {3}),
        (Asked(device_uid="another"), {4}),
        (Asked(device_uid="another", status=SyncStatus.FAILED), set()),
        (Asked(status=SyncStatus.PENDING), set()),
    ],
)
def test_filters_let_through_what_meets_them(clinic: LittleClinic, asked: Asked, expected: set[int]) -> None:
    log_entries(clinic.centre, 1, record_id=1, intent="erase", sync_type="patient")
    log_entries(clinic.centre, 1, record_id=2, sync_type="patient", sync_status="conflict")
    log_entries(clinic.centre, 1, record_id=3, sync_status="failed")
    log_entries(clinic.centre, 1, record_id=4, device_id="another")
    assert {entry.record_id for entry in listed(clinic.centre, asked)} == expected


def test_admin_of_one_location_sees_its_devices_alone(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("B", 1)
    log_entries(clinic.centre, 1, record_id=1, device_id=str(_uid_of(clinic, kiosk)))
    log_entries(clinic.centre, 1, record_id=2, device_id="elsewhere")
    assert [entry.record_id for entry in listed(clinic.centre, Asked(location_id=clinic.location["id"]))] == [1]
    assert list_log(clinic.centre, CONSOLE, Asked(location_id=99), None, 10) is None


def _uid_of(clinic: LittleClinic, kiosk: Device) -> object:
    with clinic.centre.read() as reading:
        return reading.scalar(select(devices.c.uid).where(devices.c.id == kiosk.identity.id))


def test_device_shows_its_own_log_what_waits_and_what_is_settled(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("B", 1)
    clinic.pull(kiosk)
    for name in ("First", "Second"):
        with kiosk.replica.work("register", "system") as work:
            work.create(patients, patient_number=f"PAT-{name}", first_name=name, last_name="Sample")
        clinic.clock.move(timedelta(minutes=1))
        if name == "First":
            clinic.push(kiosk)
    with kiosk.replica.read() as reading:
        newest, settled = read_page(reading, Wanted(), None, 10).entries
        assert (newest.status, newest.settled_at, newest.sequence) == ("pending", None, 2)
        assert (settled.status, settled.sequence) == ("synced", 1)
        only = Wanted(status=SyncStatus.PENDING)
        assert [entry.sequence for entry in read_page(reading, only, None, 10).entries] == [2]
        assert count(reading, Wanted()) == 2
    assert [entry.sequence for part in stretches(kiosk.replica.read, Wanted(), 1) for entry in part] == [2, 1]


def test_export_has_what_was_there_when_it_began(clinic: LittleClinic) -> None:
    log_entries(clinic.centre, 5, intent="walk_in")
    parts = stretches(clinic.centre.read, Wanted(intent="walk_in"), 2)
    first = next(parts)
    log_entries(clinic.centre, 3, intent="walk_in")
    assert [entry.record_id for part in [first, *parts] for entry in part] == [4, 3, 2, 1, 0]


def test_export_holds_nothing_between_two_stretches(clinic: LittleClinic) -> None:
    log_entries(clinic.centre, 5)
    parts = stretches(clinic.centre.read, Wanted(), 2)
    next(parts)
    assert clinic.centre.database.pool_use[0] == 0


def test_api_lists_and_goes_on_where_the_last_page_ended(clinic: LittleClinic, http: httpx.Client) -> None:
    log_entries(clinic.centre, 5, intent="walk_in")
    told = http.get("/api/sync/log?intent=walk_in&limit=3").json()["data"]
    assert [entry["record_id"] for entry in told["entries"]] == [4, 3, 2]
    assert told["time_zone"] == "Europe/London"
    assert "body" not in told["entries"][0]
    rest = http.get("/api/sync/log", params={"intent": "walk_in", "cursor": told["older"]}).json()["data"]
    assert [entry["record_id"] for entry in rest["entries"]] == [1, 0]
    assert rest["older"] is None


@pytest.mark.parametrize(
    "query", ["from=yesterday", "status=lost", "device_uid=7", "cursor=x", "include=all", "limit=0"]
)
def test_api_says_which_filter_it_does_not_understand(http: httpx.Client, query: str) -> None:
    reply = http.get(f"/api/sync/log?{query}")
    assert reply.status_code == 422
    assert list(reply.json()["error"]["fields"]) == [query.partition("=")[0]]


@pytest.mark.parametrize(("kind", "begins"), [("csv", b"\xef\xbb\xbfid,"), ("jsonl", b'{"id":'), ("pdf", b"%PDF-")])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_api_exports_a_file_without_names(
    clinic: LittleClinic, http: httpx.Client, kind: str, begins: bytes, encoding: str
) -> None:
    log_entries(clinic.centre, 30, intent="walk_in")
    reply = http.get(f"/api/sync/log/export?intent=walk_in&format={kind}", headers={"Accept-Encoding": encoding})
    assert reply.status_code == 200
    assert reply.content.startswith(begins)
    assert reply.headers.get("content-encoding", "identity") == encoding
    assert reply.headers["anteroom-entries"] == "30"
    assert re.fullmatch(rf'attachment; filename="sync-log-[0-9-]+\.{kind}"', reply.headers["content-disposition"])
    assert b"Jane" not in reply.content


def test_bodies_are_exported_when_an_admin_asks_and_the_trail_says_so(clinic: LittleClinic, http: httpx.Client) -> None:
    log_entries(clinic.centre, 1, intent="walk_in")
    reply = http.get("/api/sync/log/export?intent=walk_in&format=jsonl&include=bodies")
    assert json.loads(reply.text)["body"] == {"first_name": "Jane"}
    refused = http.get("/api/sync/log/export?format=pdf&include=bodies")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "no_bodies_in_pdf")
    (trace,) = traces(clinic, "export_sync_log")
    assert trace == {"intent": "walk_in", "bodies": True, "format": "jsonl"}


def test_to_read_the_log_is_in_the_trail(clinic: LittleClinic, http: httpx.Client) -> None:
    http.get("/api/sync/log?status=failed&from=2026-03-09")
    assert traces(clinic, "read_sync_log") == [{"status": "failed", "from": "2026-03-09"}]


def traces(clinic: LittleClinic, intent: str) -> list[Any]:
    with clinic.centre.read() as reading:
        rows = reading.all(select(audit_trail).where(audit_trail.c.intent == intent).order_by(audit_trail.c.id))
        assert {row["noun"] for row in rows} == {"sync_log"}
        return [row["details"] for row in rows]


def test_nothing_more_is_read_for_a_client_who_has_gone(clinic: LittleClinic, http: httpx.Client) -> None:
    log_entries(clinic.centre, 24_000, intent="walk_in")
    asked: list[str] = []

    @event.listens_for(clinic.centre.database.engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "FROM offline_sync_logs" in statement and "LIMIT" in statement:
            asked.append(statement)

    headers = {"Accept-Encoding": "identity"}
    with http.stream("GET", "/api/sync/log/export?intent=walk_in&format=jsonl", headers=headers) as reply:
        next(reply.iter_raw(1_000))
    assert http.get("/api/sync/log?limit=1").status_code == 200
    assert len(asked) < 16, "it read on: 24,000 entries are 13 stretches, in two parts each"


def test_command_writes_a_file_and_says_how_far_it_is(
    clinic: LittleClinic, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_entries(clinic.centre, 4_100, intent="walk_in")
    url = clinic.centre.database.engine.url.render_as_string(hide_password=False)
    out = tmp_path / "log.csv"
    wanted = ["--format", "csv", "--intent", "walk_in", "--out", str(out)]
    assert main(["export-log", "--database", url, *wanted]) == 0
    said = capsys.readouterr()
    assert "2,000 of 4,100" in said.err
    assert json.loads(said.out) == {"file": str(out), "entries": 4_100}
    assert out.read_bytes().count(b"\r\n") == 4_101


def test_cancelled_export_leaves_no_half_file(clinic: LittleClinic, tmp_path: Path) -> None:
    log_entries(clinic.centre, 4_100)
    out = tmp_path / "export" / "log.csv"
    out.parent.mkdir()
    out.write_bytes(b"the one before")
    with pytest.raises(CancelledExportError):
        export_to_file(clinic.centre, NOTHING, Format.CSV, out, lambda done, _of: done < 4_000)
    assert [(path.name, path.read_bytes()) for path in out.parent.iterdir()] == [("log.csv", b"the one before")]


def test_export_onto_a_full_disk_leaves_no_half_file(clinic: LittleClinic, tmp_path: Path) -> None:
    log_entries(clinic.centre, 10)

    def full(_done: int, _of: int) -> bool:
        raise OSError(28, "No space left on device")

    out = tmp_path / "export" / "log.pdf"
    out.parent.mkdir()
    with pytest.raises(OSError, match="No space left"):
        export_to_file(clinic.centre, NOTHING, Format.PDF, out, full)
    assert list(out.parent.iterdir()) == []


def test_name_in_arabic_is_on_paper(clinic: LittleClinic) -> None:
    with clinic.centre.work("set_up", "system") as work:
        place = work.create(locations, name="عيادة النهر", code="N2", time_zone="Africa/Cairo")
    export = begin_export(clinic.centre, CONSOLE, Asked(location_id=place["id"]), Format.PDF)
    assert export is not None
    assert b"NotoSansArabic" in b"".join(export.written(Format.PDF))
