"""The server at its edge: who gets in, what it takes, and that nothing a client sends makes it stumble."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from server_sync.central.sync.enrolment import (
    CODE_LETTERS,
    InvitedDevice,
    UnknownLocationError,
    enrol_device,
    invite_device,
)
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.faults import RefusedFault, TransportFault
from server_sync.protocol.push import encode_push
from server_sync.protocol.versions import HEADER
from server_sync.records import outbox
from server_sync.records.database import Database, open_database
from server_sync.records.tables import devices
from server_sync.worker.enrolment import enrol
from tests.access import device_headers
from tests.clinics import MORNING, LittleClinic
from tests.sites import RunningServer, Site, SyncedKiosk, running_site

TEN = MORNING + timedelta(hours=1)
PUSH = "/api/appointments/offline-sync"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@pytest.fixture
def kiosk(site: Site) -> SyncedKiosk:
    return site.kiosk("one")


@pytest.fixture
def http(site: Site, kiosk: SyncedKiosk) -> Iterator[httpx.Client]:
    """A client that holds the kiosk's key."""
    headers = {"Authorization": f"Bearer {kiosk.enrolment.device_key}"}
    with httpx.Client(base_url=site.server.url, headers=headers, trust_env=False, timeout=20) as client:
        yield client


def error_code(response: httpx.Response) -> str:
    """The code in the one shape that every error has."""
    body = response.json()
    assert set(body) == {"success", "error"}
    assert body["success"] is False
    assert set(body["error"]) == {"code", "message", "fields"}
    return str(body["error"]["code"])


def one_check_in(clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client) -> dict[str, Any]:
    """The body of a push with one check-in; the kiosk has pulled its clinic by hand."""
    from server_sync.protocol.pages import parse_page
    from server_sync.records.upstream.apply import apply_page

    uid = clinic.book(TEN)["uid"]
    apply_page(kiosk.database, parse_page(http.get("/api/sync/feed", headers={HEADER: "2"}).json()), clinic.clock)
    kiosk.check_in(uid)
    sets = [(one.change_set, one.hash) for one in outbox.pending(kiosk.database, 10)]
    return json.loads(json.dumps(encode_push(kiosk.enrolment.device_uid, sets)))  # type: ignore[no-any-return]


def test_code_lets_one_machine_in_once(clinic: LittleClinic, site: Site) -> None:
    invited = invite_device(clinic.centre, "Lobby kiosk 1", "kiosk")
    typed = f" {invited.code[:5].lower()}-{invited.code[5:]} "
    enrolment = enrol(site.server.url, typed)
    assert enrolment.device_uid == invited.device_uid
    assert enrolment.location["name"] == "Riverside Clinic"
    with pytest.raises(RefusedFault) as caught:
        enrol(site.server.url, invited.code)
    assert caught.value.code == "code_refused"


def test_code_grows_old(clinic: LittleClinic) -> None:
    invited = invite_device(clinic.centre, "Lobby kiosk 1", "kiosk")
    clinic.clock.move(timedelta(hours=1, seconds=1))
    assert enrol_device(clinic.centre, invited.code) is None


def test_unknown_used_and_old_codes_are_refused_with_the_same_words(clinic: LittleClinic, http: httpx.Client) -> None:
    used, old = (invite_device(clinic.centre, name, "kiosk") for name in ("used", "old"))
    enrol_device(clinic.centre, used.code)
    clinic.clock.move(timedelta(hours=2))
    answers = {
        (reply.status_code, reply.text)
        for reply in (http.post("/api/devices/enrol", json={"code": it}) for it in (used.code, old.code, "AAAAAAAAAA"))
    }
    assert len(answers) == 1


def test_guessing_codes_is_slowed_down(http: httpx.Client) -> None:
    replies = [http.post("/api/devices/enrol", json={"code": "AAAAAAAAAA"}) for _ in range(12)]
    assert replies[-1].status_code == 429
    assert error_code(replies[-1]) == "too_many_tries"
    assert 0 < int(replies[-1].headers["retry-after"]) <= 60


def test_each_device_gets_a_series_and_a_block_of_its_own(clinic: LittleClinic) -> None:
    invited = [invite_device(clinic.centre, f"Kiosk {number}", "kiosk") for number in range(3)]
    enrolled = [enrol_device(clinic.centre, one.code) for one in invited]
    assert [one and (one.series, one.id_block) for one in enrolled] == [("A", 1), ("B", 2), ("C", 3)]
    for one in invited:
        assert set(one.code) <= set(CODE_LETTERS)


def test_device_at_a_place_that_does_not_exist_is_refused(clinic: LittleClinic) -> None:
    with pytest.raises(UnknownLocationError):
        invite_device(clinic.centre, "Kiosk", "kiosk", "MOON")


def test_server_keeps_neither_code_nor_key(clinic: LittleClinic) -> None:
    invited: InvitedDevice = invite_device(clinic.centre, "Kiosk", "kiosk")
    enrolment = enrol_device(clinic.centre, invited.code)
    assert isinstance(enrolment, Enrolment)
    with clinic.centre.read() as reading:
        kept = str([dict(row) for row in reading.all(select(devices))])
    assert invited.code not in kept
    assert enrolment.device_key not in kept


def test_enrolling_where_no_server_is_says_so(site: Site) -> None:
    site.server.stop()
    with pytest.raises(TransportFault):
        enrol(site.server.url, "ABCDEFGHJK")


@pytest.mark.parametrize(("method", "path"), [("POST", PUSH), ("GET", "/api/sync/feed")])
@pytest.mark.parametrize("header", [None, "Bearer wrong", "Bearer", "Basic abc", "Bearer \xff"])
def test_nobody_gets_in_without_a_key(site: Site, method: str, path: str, header: str | None) -> None:
    headers = {} if header is None else {b"Authorization": header.encode("latin-1")}
    reply = httpx.request(method, site.server.url + path, headers=headers, trust_env=False)
    assert reply.status_code == 401
    assert error_code(reply) == "unknown_key"


def test_body_that_names_another_device_is_refused(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    body = one_check_in(clinic, kiosk, http)
    body["device_id"] = str(UUID(int=5))
    reply = http.post(PUSH, json=body)
    assert (reply.status_code, error_code(reply)) == (403, "other_device")
    assert clinic.places() == []


def test_push_compressed_or_not_is_answered_alike(clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client) -> None:
    body = json.dumps(one_check_in(clinic, kiosk, http)).encode()
    plain = http.post(PUSH, content=body)
    packed = http.post(PUSH, content=gzip.compress(body), headers={"Content-Encoding": "gzip"})
    assert plain.status_code == packed.status_code == 200
    assert plain.json() == packed.json()
    assert [one["status"] for one in plain.json()["data"]["results"]] == ["synced"]
    assert len(clinic.places()) == 1


def test_repeated_batch_is_answered_as_before_and_one_whose_body_was_altered_since_is_not(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    """A batch that was settled whole is not judged again; still nobody is told that another body was settled."""
    body = one_check_in(clinic, kiosk, http)
    first = http.post(PUSH, json=body)
    assert first.json()["data"]["results"][0]["status"] == "synced"
    assert http.post(PUSH, json=body).content == first.content
    body["sync_data"][0]["data"]["token_number"] = "20260309-999"
    (result,) = http.post(PUSH, json=body).json()["data"]["results"]
    assert (result["status"], result["outcome"]) == ("refused", "hash_mismatch")


def test_known_batch_with_a_set_of_a_new_hash_is_taken_apart(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    body = one_check_in(clinic, kiosk, http)
    assert http.post(PUSH, json=body).status_code == 200
    body["change_sets"][0]["hash"] = "0" * 64
    (result,) = http.post(PUSH, json=body).json()["data"]["results"]
    assert (result["status"], result["outcome"]) == ("refused", "hash_mismatch")


def test_changed_body_under_a_known_id_is_a_conflict_of_its_own(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    body = one_check_in(clinic, kiosk, http)
    http.post(PUSH, json=body)
    (head,) = body["change_sets"]
    head["intent"] = "another_intent"
    items = [{name: value for name, value in item.items() if name != "set"} for item in body["sync_data"]]
    head["hash"] = ChangeSet.from_json({**head, "device_id": body["device_id"], "sync_data": items}).hash()
    (result,) = http.post(PUSH, json=body).json()["data"]["results"]
    assert (result["status"], result["outcome"]) == ("refused", "changed_body")
    assert len(clinic.places()) == 1


def test_bare_shape_of_the_seed_needs_no_change_sets(kiosk: SyncedKiosk, http: httpx.Client) -> None:
    body = {"device_id": str(kiosk.enrolment.device_uid), "sync_data": []}
    reply = http.post(PUSH, json=body)
    assert (reply.status_code, reply.json()["data"]["results"]) == (200, [])


ODD_BODIES = [
    b"",
    b"null",
    b"[]",
    b"0",
    b'"x"',
    b"{}",
    b"NaN",
    b'{"device_id": NaN}',
    b'{"device_id": Infinity, "sync_data": []}',
    b'{"device_id": "\\ud800", "sync_data": [], "change_sets": []}',
    b'{"device_id": "\\u0000", "sync_data": [], "change_sets": []}',
    b"\xff\xfe{\x00}\x00",
    b"[" * 50_000,
    b'{"a":' * 200 + b"1" + b"}" * 200,
    b"9" * 5_000,
    b'{"device_id": {"device_id": []}, "sync_data": {}, "change_sets": 5}',
    b"<html></html>",
    b"\x00" * 100,
    b'{"code": "\\udfff"}',
    b'{"code": "\\u0000"}',
    b'{"code": 7}',
    b'{"code": null}',
    b'{"code": "' + b"A" * 1000 + b'"}',
]


@pytest.mark.parametrize("path", [PUSH, "/api/devices/enrol"])
def test_no_odd_body_makes_the_server_stumble(http: httpx.Client, path: str) -> None:
    for body in ODD_BODIES:
        for kind in ("application/json", "text/plain; charset=utf-7", "application/octet-stream"):
            reply = http.post(path, content=body, headers={"Content-Type": kind})
            assert 400 <= reply.status_code < 500, (body[:40], reply.status_code)
            assert error_code(reply)


def test_no_value_in_a_record_makes_the_server_stumble(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    template = one_check_in(clinic, kiosk, http)
    head, item = template["change_sets"][0], template["sync_data"][0]
    odd: list[Any] = ["", "x" * 5000, "😀", -1, 2**53, 2**40, True, None, [], {}, ["a"], {"a": None}, "0001-01-01"]
    device, sequence = UUID(template["device_id"]), 1
    for number, (value, field) in enumerate(product(odd, item["data"])):
        uid = str(UUID(int=2**100 + number))
        fields = {**item["data"], "uid": uid, "id": 2**32 + number, "token_number": f"20260309-A{number:03d}"}
        change = RecordChange("queue", Action.CREATE, UUID(uid), fields | {field: value})
        one = ChangeSet(UUID(int=number), device, sequence, head["intent"], "patient", head["made_at"], 1, (change,))
        reply = http.post(PUSH, json=encode_push(one.device_uid, [(one, one.hash())]))
        assert reply.status_code == 200, (field, value)
        (result,) = reply.json()["data"]["results"]
        sequence += result["status"] != "refused"
    assert http.get("/api/sync/feed").status_code == 200
    assert http.get(f"/api/queue/current?location_id={clinic.location['id']}").status_code == 200
    for place in clinic.places():
        if place["follow_code"]:
            assert http.get(f"/t/{place['follow_code']}").status_code in (200, 404)


def test_huge_bodies_are_refused_before_they_fill_the_memory(http: httpx.Client) -> None:
    reply = http.post(PUSH, content=b"[" + b" " * (9 * 2**20))
    assert (reply.status_code, error_code(reply)) == (413, "too_large")
    bomb = gzip.compress(b"[" + b" " * (40 * 2**20))
    assert len(bomb) < 100_000
    reply = http.post(PUSH, content=bomb, headers={"Content-Encoding": "gzip"})
    assert (reply.status_code, error_code(reply)) == (413, "too_large")


@pytest.mark.parametrize(
    ("encoding", "body", "code"),
    [
        ("gzip", b"{}", "malformed_encoding"),
        ("gzip", gzip.compress(b"{}" * 100, mtime=0)[:-12], "malformed_encoding"),
        ("br", b"{}", "unsupported_encoding"),
        ("gzip, gzip", b"{}", "unsupported_encoding"),
    ],
)
def test_wrong_compression_is_named(http: httpx.Client, encoding: str, body: bytes, code: str) -> None:
    reply = http.post(PUSH, content=body, headers={"Content-Encoding": encoding})
    assert error_code(reply) == code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("cursor=nonsense", "bad_cursor"),
        ("cursor=%00", "bad_cursor"),
        ("cursor=" + "A" * 1_100, "wrong_fields"),
        ("cursor=\u0661", "bad_cursor"),
        ("limit=0", "wrong_fields"),
        ("limit=99999999999999999999", "wrong_fields"),
        ("limit=1e3", "wrong_fields"),
        ("cursor=Mi4xLjk5OTkuMC5raW9zay43Mzk2Nzcu", "other_location"),
        ("cursor=OS45LjEuOTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "bad_cursor"),
    ],
)
def test_odd_questions_to_the_feed_are_answered_by_code(http: httpx.Client, query: str, code: str) -> None:
    reply = http.get(f"/api/sync/feed?{query}")
    assert 400 <= reply.status_code < 500
    assert error_code(reply) == code


def test_pages_are_compressed_when_they_are_large(clinic: LittleClinic, http: httpx.Client) -> None:
    for number in range(10):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")
    assert http.get("/api/sync/feed").headers["content-encoding"] == "gzip"
    assert "content-encoding" not in http.get("/api/sync/feed?limit=1").headers


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/sync/feed/x", "/%00", "/%ff", "/../etc"])
def test_unknown_paths_have_the_one_error_shape(http: httpx.Client, path: str) -> None:
    reply = http.get(path)
    assert (reply.status_code, error_code(reply)) == (404, "not_found")
    assert error_code(http.delete("/api/sync/feed")) == "method_not_allowed"


def live_url(site: Site) -> str:
    return site.server.url.replace("http", "ws", 1) + "/ws/sync"


def test_live_link_says_news_at_once_and_after_each_commit(
    clinic: LittleClinic, site: Site, kiosk: SyncedKiosk
) -> None:
    with connect(live_url(site), proxy=None) as socket:
        socket.send(json.dumps({"device_key": kiosk.enrolment.device_key}))
        assert json.loads(socket.recv(10)) == {"type": "news"}
        clinic.book(TEN)
        assert json.loads(socket.recv(10)) == {"type": "news"}
        assert socket.ping().wait(10)


@pytest.mark.parametrize("hello", ['{"device_key": "wrong"}', "{}", "[]", "NaN", '{"device_key": 7}', "x" * 100])
def test_live_link_is_closed_to_strangers(site: Site, hello: str) -> None:
    with connect(live_url(site), proxy=None) as socket:
        socket.send(hello)
        with pytest.raises(ConnectionClosed) as caught:
            socket.recv(10)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4401


def test_live_link_takes_no_long_messages(site: Site) -> None:
    with connect(live_url(site), proxy=None) as socket:
        with pytest.raises(ConnectionClosed):
            socket.send("x" * 100_000)
            socket.recv(10)


def test_ticket_page_shows_the_number_and_no_name(clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client) -> None:
    http.post(PUSH, json=one_check_in(clinic, kiosk, http))
    (place,) = clinic.places()
    reply = httpx.get(
        f"{http.base_url}/t/{place['follow_code']}", headers={"Accept-Language": "de, fr;q=0.9, es;q=0.8"}
    )
    assert reply.status_code == 200
    assert 'lang="fr"' in reply.text
    assert "A 1" in reply.text
    assert "Jane" not in reply.text
    assert "Sample" not in reply.text
    assert "default-src 'none'" in reply.headers["content-security-policy"]
    right_to_left = httpx.get(f"{http.base_url}/t/{place['follow_code']}?lang=ar").text
    assert 'dir="rtl"' in right_to_left


@pytest.mark.parametrize("code", ["unknown-code", "%00%00%00%00%00%00%00%00", "<script>alert(1)</script>", "x" * 500])
def test_unknown_ticket_is_a_calm_page(http: httpx.Client, code: str) -> None:
    reply = http.get(f"/t/{code}")
    assert reply.status_code == 404
    if "/" not in code:
        assert "We don&#x27;t know this number" in reply.text
    assert "<script>" not in reply.text


def test_ticket_page_escapes_what_the_clinic_wrote(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    from server_sync.records.tables import locations

    with clinic.centre.work("rename", "system") as work:
        work.change(locations, clinic.location, name="<b>Riverside & Sons</b>")
    http.post(PUSH, json=one_check_in(clinic, kiosk, http))
    (place,) = clinic.places()
    assert "&lt;b&gt;Riverside &amp; Sons&lt;/b&gt;" in http.get(f"/t/{place['follow_code']}").text


def test_kiosk_sees_the_queue_by_number_and_never_by_name(
    clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client
) -> None:
    http.post(PUSH, json=one_check_in(clinic, kiosk, http))
    reply = http.get(f"/api/queue/current?location_id={clinic.location['id']}")
    (doctor,) = reply.json()["data"]
    (place,) = doctor.pop("queue")
    asked_for = {"doctor_id": clinic.doctor["id"], "doctor_name": "Dr Okafor", "total_waiting": 1}
    assert doctor.items() >= (asked_for | {"total_called": 0, "total_in_consultation": 0}).items()
    assert place["token_number"] == "20260309-A001"
    assert (place["current_status"], place["queue_position"]) == ("waiting", 1)
    assert place["estimated_wait_time_minutes"] == 60
    assert place["patient_name"] is None
    assert "Sample" not in reply.text
    assert error_code(http.get("/api/queue/current?location_id=99")) == "unknown_place"
    assert error_code(http.get("/api/queue/current?location_id=99999999999999999999")) == "wrong_fields"


def test_server_tells_when_it_cannot_work(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'broken.db'}", enforce_references=True)
    server = RunningServer(LittleClinic(database, tmp_path).centre)
    server.start()
    try:
        assert httpx.get(f"{server.url}/health/ready").status_code == 200
        with database.writing() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        reply = httpx.get(f"{server.url}/health/ready")
        assert (reply.status_code, error_code(reply)) == (503, "not_migrated")
        assert httpx.get(f"{server.url}/health/live").status_code == 200
    finally:
        server.stop()
        database.close()


def test_board_holds_the_queue_and_no_names(clinic: LittleClinic, kiosk: SyncedKiosk, http: httpx.Client) -> None:
    http.post(PUSH, json=one_check_in(clinic, kiosk, http))
    board = enrol_device(clinic.centre, invite_device(clinic.centre, "Waiting room", "board").code)
    assert board is not None
    page = http.get("/api/sync/feed", headers=device_headers(board.device_key))
    kinds = {entry["type"] for entry in page.json()["data"]["entries"]}
    assert {"queue", "patient", "appointment"} <= kinds
    assert "Sample" in http.get("/api/sync/feed").text
    assert "Sample" not in page.text
