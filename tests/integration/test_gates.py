"""At the server's gate: how often one may ask, what every answer says to browsers, and who is put out of the house."""

from __future__ import annotations

import gzip
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from server_sync.central.access.limit_memory import BoundedMemory
from server_sync.central.access.rate_limits import DEFAULTS, Kind, RateLimits, by_address, parse_limits
from server_sync.central.settings import ServerSettings
from server_sync.central.sync.enrolment import enrol_device, invite_device
from server_sync.clinic.roles import Role
from server_sync.records.database import open_database
from server_sync.records.tables import devices
from tests.access import patient_headers, staff_headers
from tests.clinics import LittleClinic
from tests.sites import RunningServer, Site, eventually, running_site

JSON = "application/json"


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    yield LittleClinic(database, tmp_path)
    database.close()


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@contextmanager
def served(clinic: LittleClinic, **settings: Any) -> Iterator[httpx.Client]:
    server = RunningServer(clinic.centre, ServerSettings(database_url="", **settings))
    server.start()
    try:
        with httpx.Client(base_url=server.url, trust_env=False) as client:
            yield client
    finally:
        server.stop()


def revoke_devices(clinic: LittleClinic) -> None:
    """As another process of the same server would."""
    with clinic.centre.work("revoke_device", "admin") as work:
        for row in work.all(select(devices)):
            work.change(devices, row, revoked_at=work.now)


def test_sockets_of_a_revoked_device_close_within_five_seconds(clinic: LittleClinic, site: Site) -> None:
    kiosk = site.kiosk("one")
    with connect(site.server.url.replace("http", "ws", 1) + "/ws/sync", proxy=None) as ws:
        ws.send(json.dumps({"device_key": kiosk.enrolment.device_key}))
        assert json.loads(ws.recv(10)) == {"type": "news"}
        revoke_devices(clinic)
        with pytest.raises(ConnectionClosed) as caught:
            while True:
                ws.recv(5)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4401


def test_requests_of_a_revoked_device_stop(clinic: LittleClinic, site: Site) -> None:
    headers = {"Authorization": f"Bearer {site.kiosk('one').enrolment.device_key}"}

    def ask() -> int:
        return httpx.get(f"{site.server.url}/api/sync/feed", headers=headers, trust_env=False).status_code

    assert ask() == 200
    revoke_devices(clinic)
    eventually(lambda: ask() == 401, 5)


def test_who_asks_too_often_waits_and_nobody_else(clinic: LittleClinic) -> None:
    with served(clinic, rate_limits={Kind.ORDINARY: "3/hour"}) as http:
        busy, calm = (staff_headers(clinic.centre, Role.NURSE) for _ in range(2))
        replies = [http.get("/api/auth/me", headers=busy) for _ in range(4)]
        assert [reply.status_code for reply in replies] == [200, 200, 200, 429]
        assert replies[-1].json()["error"]["code"] == "too_many_requests"
        assert 1 <= int(replies[-1].headers["retry-after"]) <= 3600
        assert http.get("/api/auth/me", headers=calm).status_code == 200
        assert {http.get("/health/live").status_code for _ in range(9)} == {200}


def test_strangers_share_the_count_of_their_address(clinic: LittleClinic) -> None:
    with served(clinic, rate_limits={Kind.SIGN_IN: "2/hour"}) as http:
        body = {"login": "sam@clinic.example", "password": "x"}
        replies = [http.post("/api/auth/sign-in", json={**body, "login": f"{n}@x.example"}) for n in range(3)]
    assert [reply.status_code for reply in replies] == [401, 401, 429]


def test_forwarded_addresses_are_believed_from_trusted_proxies_only(clinic: LittleClinic) -> None:
    def statuses(**settings: Any) -> list[int]:
        with served(clinic, rate_limits={Kind.SIGN_IN: "1/hour"}, **settings) as http:
            body = {"email": "jane@mail.example"}
            return [
                http.post("/api/auth/patient-link", json=body, headers={"X-Forwarded-For": address}).status_code
                for address in ("192.0.2.1", "192.0.2.2", "203.0.113.9, 192.0.2.2")
            ]

    assert statuses() == [202, 429, 429]
    assert statuses(trusted_proxies=("127.0.0.1",)) == [202, 202, 429]


def test_memory_of_limits_is_bounded_and_forgets_who_was_idle_longest() -> None:
    memory = BoundedMemory(most_keys=100)
    for number in range(10_000):
        memory.acquire_sliding_window_entry(f"address:{number}", 10, 60)
    assert memory.reset() == 100


def test_window_slides_from_one_minute_into_the_next() -> None:
    now = 0.0
    memory = BoundedMemory(now=lambda: now)
    assert [memory.acquire_sliding_window_entry("a", 4, 60) for _ in range(5)] == [True] * 4 + [False]
    now = 61.0
    assert [memory.acquire_sliding_window_entry("a", 4, 60) for _ in range(2)] == [True, False]
    now = 91.0
    assert [memory.acquire_sliding_window_entry("a", 4, 60) for _ in range(3)] == [True, True, False]
    now = 300.0
    assert memory.acquire_sliding_window_entry("a", 4, 60)


def test_a_household_of_ipv6_counts_once_and_a_wrapped_ipv4_as_itself() -> None:
    assert by_address("2001:db8:1:2::3") == by_address("2001:db8:1:2:ffff::1") == "address:2001:db8:1:2::"
    assert by_address("2001:db8:1:3::3") != by_address("2001:db8:1:2::3")
    assert by_address("192.0.2.1") == "address:192.0.2.1"
    assert by_address("unix") == "address:unix"


def test_limits_are_read_from_one_line() -> None:
    assert parse_limits("") == dict(DEFAULTS)
    assert parse_limits("off") == {}
    chosen = parse_limits("ordinary=5/second; search=off")
    assert chosen[Kind.ORDINARY] == "5/second"
    assert Kind.SEARCH not in chosen
    for wrong in ("research=1/minute", "search=often", "search"):
        with pytest.raises(ValueError, match="search"):
            parse_limits(wrong)


async def _count(limits: RateLimits, times: int) -> list[bool]:
    return [bool(await limits.wait_s(Kind.SEARCH, "user:1")) for _ in range(times)]


def test_redis_counts_for_all_processes_and_its_loss_stops_nobody(redis_url: str) -> None:
    import asyncio

    async def run() -> None:
        one, two = (RateLimits({Kind.SEARCH: "3/minute"}, redis_url) for _ in range(2))
        assert await _count(one, 2) == [False, False]
        assert await _count(two, 2) == [False, True]
        lost = RateLimits({Kind.SEARCH: "3/minute"}, "redis://127.0.0.1:9")
        assert await _count(lost, 4) == [False, False, False, True]
        for each in (one, two, lost):
            await each.close()

    asyncio.run(run())


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    import subprocess

    path = tmp_path / "redis.sock"
    command = ["redis-server", "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(tmp_path)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        eventually(path.exists)
        yield f"redis+unix://{path}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize(
    "path", ["/health/live", "/api/nothing", "/api/auth/me", "/t/unknown-code", "/api/openapi.json"]
)
def test_every_answer_tells_browsers_to_be_careful(site: Site, path: str) -> None:
    headers = httpx.get(site.server.url + path, trust_env=False, timeout=20).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "server" not in headers
    assert "strict-transport-security" not in headers


def test_behind_a_proxy_with_tls_browsers_keep_to_tls(clinic: LittleClinic) -> None:
    with served(clinic, trusted_proxies=("127.0.0.1",)) as http:
        reply = http.get("/health/live", headers={"X-Forwarded-Proto": "https"})
    assert "max-age=63072000" in reply.headers["strict-transport-security"]


def test_no_cookie_is_set_or_read_so_there_is_none_to_forge_a_request_with(clinic: LittleClinic, site: Site) -> None:
    token = staff_headers(clinic.centre, Role.ADMIN)["Authorization"].removeprefix("Bearer ")
    with httpx.Client(base_url=site.server.url, trust_env=False) as http:
        for path in ("/health/live", "/t/unknown-code", "/api/auth/me"):
            assert "set-cookie" not in http.get(path).headers
        names = ("token", "session", "access_token", "Authorization")
        cookies = "; ".join(f"{name}={token}" for name in names)
        assert http.get("/api/auth/me", headers={"Cookie": cookies}).status_code == 401


def test_pages_of_other_origins_are_shut_out_unless_named(clinic: LittleClinic) -> None:
    asked = {"Origin": "https://clinic.example", "Access-Control-Request-Method": "POST"}
    with served(clinic) as http:
        assert "access-control-allow-origin" not in http.options("/api/auth/sign-in", headers=asked).headers
        assert "access-control-allow-origin" not in http.get("/health/live", headers=asked).headers
    with served(clinic, cors_origins=("https://clinic.example",)) as http:
        headers = http.options("/api/auth/sign-in", headers=asked).headers
        assert headers["access-control-allow-origin"] == "https://clinic.example"
        assert "access-control-allow-credentials" not in headers
        other = {**asked, "Origin": "https://elsewhere.example"}
        assert "access-control-allow-origin" not in http.options("/api/auth/sign-in", headers=other).headers


def test_addresses_and_headers_beyond_measure_are_refused(site: Site) -> None:
    long = httpx.get(f"{site.server.url}/health/live?{'x' * 9_000}", trust_env=False)
    assert (long.status_code, long.json()["error"]["code"]) == (414, "uri_too_long")
    many = httpx.get(f"{site.server.url}/health/live", headers={f"x-{n}": "1" for n in range(120)}, trust_env=False)
    assert (many.status_code, many.json()["error"]["code"]) == (431, "headers_too_large")
    with socket.create_connection(site.server.url.removeprefix("http://").split(":")) as line:  # type: ignore[arg-type]
        line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 200_000)
        assert b" 400 " in line.recv(100)


@pytest.mark.parametrize(
    "credential",
    ["a.b.c", "x" * 5_000, "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "é", "..", "{}"],
)
def test_odd_credentials_are_only_refused(site: Site, credential: str) -> None:
    headers = {b"Authorization": b"Bearer " + credential.encode()}
    reply = httpx.get(f"{site.server.url}/api/auth/me", headers=headers, trust_env=False)
    assert (reply.status_code, reply.json()["error"]["code"]) == (401, "unknown_key")


def test_token_of_another_role_is_not_taken_for_a_link_nor_a_link_for_a_token(clinic: LittleClinic, site: Site) -> None:
    appointment = clinic.book(clinic.clock.now())
    desk = staff_headers(clinic.centre, Role.RECEPTIONIST)
    with httpx.Client(base_url=site.server.url, trust_env=False) as http:
        link = http.post(f"/api/patients/{appointment['patient_id']}/link", headers=desk).json()["data"]["token"]
        assert http.get("/api/auth/me", headers={"Authorization": f"Bearer {link}"}).status_code == 401
        token = patient_headers(clinic.centre, appointment["uid"])["Authorization"].removeprefix("Bearer ")
        assert http.post("/api/auth/patient-session", json={"token": token[:200]}).status_code in (403, 422)
        assert http.post("/api/auth/set-up", json={"code": link, "password": "four plain words"}).status_code == 403


def test_small_body_that_inflates_to_a_large_one_is_refused_before_it_is_read(clinic: LittleClinic) -> None:
    large = b'{"doctor_id": 1, "x": [' + b"0," * 15_000_000 + b"0]}"
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    with served(clinic) as http:
        reply = http.post("/api/appointments/book", content=gzip.compress(large), headers=headers)
        plain = http.post("/api/appointments/book", content=large[:200_000], headers={"Content-Type": JSON})
    assert [answer.json()["error"]["code"] for answer in (reply, plain)] == ["too_large", "too_large"]


SOCKETS = ("/ws/sync", "/ws/queue")


@contextmanager
def opened(http: httpx.Client, path: str, key: str = "") -> Iterator[ClientConnection]:
    headers = {"Authorization": f"Bearer {key}"} if key else None
    address = str(http.base_url).replace("http", "ws", 1).rstrip("/") + path
    with connect(address, additional_headers=headers, proxy=None) as ws:
        yield ws


def sent_away_with(ws: ClientConnection) -> int | None:
    with pytest.raises(ConnectionClosed) as caught:
        ws.recv(10)
    return None if caught.value.rcvd is None else caught.value.rcvd.code


@pytest.mark.parametrize("path", SOCKETS)
def test_who_tries_key_after_key_at_a_socket_is_told_to_wait_before_the_records_are_asked(
    clinic: LittleClinic, path: str
) -> None:
    with served(clinic, rate_limits={Kind.RECOGNITION: "3/hour"}) as http:
        codes = []
        for number in range(5):
            with opened(http, path, f"wrong{number}") as ws:
                codes.append(sent_away_with(ws))
    assert codes == [4401, 4401, 4401, 1013, 1013]


@pytest.mark.parametrize("path", SOCKETS)
def test_socket_says_try_later_and_not_unknown_while_the_records_cannot_be_read(
    clinic: LittleClinic, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    with served(clinic) as http:
        with clinic.centre.database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE devices RENAME TO away")
        with opened(http, path, "some key of ours") as ws:
            assert sent_away_with(ws) == 1013
    assert "Traceback" not in caplog.text


def test_sockets_that_do_not_say_whose_they_are_are_bounded(
    clinic: LittleClinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server_sync.central.access.strangers.MOST_PER_ADDRESS", 2)
    invited = invite_device(clinic.centre, "Kiosk", "kiosk")
    enrolled = enrol_device(clinic.centre, invited.code)
    assert enrolled is not None
    with served(clinic) as http:
        with opened(http, "/ws/sync") as known, opened(http, "/ws/queue"):
            for path in SOCKETS:
                with opened(http, path) as third:
                    assert sent_away_with(third) == 1013
            with opened(http, "/ws/sync", enrolled.device_key) as says_it_in_the_header:
                assert json.loads(says_it_in_the_header.recv(10)) == {"type": "news"}
            known.send(json.dumps({"device_key": enrolled.device_key}))
            assert json.loads(known.recv(10)) == {"type": "news"}
            with opened(http, "/ws/queue") as taken:
                taken.send("{}")
                assert sent_away_with(taken) == 4401
