"""Several server processes on one PostgreSQL: each tells what another commits, and one that is killed is not missed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from websockets.exceptions import ConnectionClosed

from server_sync.central.news.announcers import tell_running_servers
from server_sync.central.news.on_postgres import connect_to
from server_sync.central.serving import listen
from server_sync.central.settings import SettingsError, read_settings
from server_sync.clinic.clocks import SystemClock
from server_sync.clinic.roles import Role
from server_sync.protocol.faults import StorageFault
from server_sync.records.database import Pool, open_database
from server_sync.records.replica import Replica
from tests.access import device_headers, staff_headers
from tests.clinics import HandClock, LittleClinic
from tests.live_clients import WaitingRoom, board_key, of_kind, watching
from tests.sites import PATIENCE_S, RunningServer, eventually

ROOT = Path(__file__).parents[2]


class Served:
    """`python -m server_sync serve`, from its ready line on."""

    def __init__(self, url: str, *options: str, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server_sync", "serve", "--port", "0", *options],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().split()[-1]

    def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(by)
        code = self.process.wait(PATIENCE_S)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def children(self) -> list[int]:
        """The workers, without Python's own that only keeps count of resources."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [int(pid) for pid in listed if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


@pytest.fixture
def clinic(postgres_url: str, tmp_path: Path) -> Iterator[LittleClinic]:
    """A clinic on PostgreSQL that stands in the present, as servers of their own do, and tells them of its commits."""
    database = open_database(postgres_url)
    clinic = LittleClinic(database, tmp_path, HandClock(SystemClock().now()))
    clinic.centre.on_commit = tell_running_servers(database)
    yield clinic
    database.close()


@pytest.fixture
def room(clinic: LittleClinic) -> WaitingRoom:
    return WaitingRoom(clinic)


@pytest.fixture
def headers(clinic: LittleClinic) -> dict[str, str]:
    return device_headers(board_key(clinic.centre)[0])


def is_ready(url: str) -> bool:
    return httpx.get(f"{url}/health/ready", trust_env=False).status_code == 200


def test_display_hears_of_a_call_that_another_process_made_and_goes_on_at_the_other_when_its_own_is_killed(
    postgres_url: str, room: WaitingRoom, headers: dict[str, str]
) -> None:
    one, other = Served(postgres_url), Served(postgres_url)
    try:
        first, second, third = (room.come() for _ in range(3))
        with watching(one.url, headers) as display, watching(other.url, headers) as witness:
            display.subscribe()
            witness.subscribe()
            called = httpx.put(
                f"{other.url}/api/queue/{room.place(first)['id']}/status",
                json={"status": "called"},
                headers=staff_headers(room.centre, Role.RECEPTIONIST),
                trust_env=False,
            )
            assert called.status_code == 200, called.text
            for watcher in (display, witness):
                watcher.hear_until("patient_called", token_number=first)
            display.hear_until("queue_update")
            one.end(signal.SIGKILL)
            with pytest.raises(ConnectionClosed):
                display.hear()
        room.call(second)
        with watching(other.url, headers) as again:
            missed = again.subscribe(cursor=display.cursor)
            assert [one["data"]["token_number"] for one in of_kind(missed, "patient_called")] == [second]
            room.call(third)
            told = of_kind(again.hear_until("queue_update"), "patient_called")
            assert [one["data"]["token_number"] for one in told] == [third]
    finally:
        one.end()
        assert other.end() in (0, -signal.SIGTERM)


def test_workers_share_a_port_and_one_that_dies_is_started_anew(
    postgres_url: str, room: WaitingRoom, headers: dict[str, str]
) -> None:
    server = Served(postgres_url, "--workers", "2")
    try:
        workers = server.children()
        assert len(workers) == 2
        with watching(server.url, headers) as one, watching(server.url, headers) as other:
            for watcher in (one, other):
                watcher.subscribe()
            token = room.come()
            room.call(token)
            for watcher in (one, other):
                watcher.hear_until("patient_called", token_number=token)
        os.kill(workers[0], signal.SIGKILL)
        eventually(lambda: len(server.children()) == 2 and workers[0] not in server.children())
        assert all(is_ready(server.url) for _ in range(6))
        workers = server.children()
    finally:
        assert server.end() == 0
    eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


def test_workers_end_with_their_parent_however_it_ends(postgres_url: str, clinic: LittleClinic) -> None:
    server = Served(postgres_url, WEB_CONCURRENCY="2")
    workers = server.children()
    server.end(signal.SIGKILL)
    eventually(lambda: not any(_lives(pid) for pid in workers))


def _lives(pid: int) -> bool:
    """A zombie does not: nobody has asked for its exit code yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_sockets_may_have_a_port_of_their_own(postgres_url: str, room: WaitingRoom, headers: dict[str, str]) -> None:
    with listen("127.0.0.1", 0) as free:
        port = free.getsockname()[1]
    server = Served(postgres_url, WS_PORT=str(port))
    try:
        assert is_ready(server.url)
        assert is_ready(f"http://127.0.0.1:{port}")
        with watching(f"http://127.0.0.1:{port}", headers) as display:
            display.subscribe()
            token = room.come()
            room.call(token)
            display.hear_until("patient_called", token_number=token)
    finally:
        server.end()


@pytest.mark.parametrize(
    "environment",
    [{"WEB_CONCURRENCY": "0"}, {"DATABASE_POOL_SIZE": "many"}, {"WS_PORT": "70000"}, {"DATABASE_POOL_SIZE": "1"}],
)
def test_setting_that_would_not_do_is_named(environment: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(environment))):
        read_settings(environment=environment)


def test_request_that_finds_every_connection_in_use_is_told_to_try_again(
    clinic: LittleClinic, postgres_url: str
) -> None:
    database = open_database(postgres_url, pool=Pool(connections=1, wait_s=0.05))
    server = RunningServer(Replica(database))
    server.start()
    try:
        assert is_ready(server.url)
        with database.connected(to_write=False):
            refused = httpx.get(f"{server.url}/health/ready", trust_env=False)
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "storage_busy")
        assert int(refused.headers["retry-after"]) > 0
        assert is_ready(server.url)
    finally:
        server.stop()
        database.close()


def test_statement_that_takes_too_long_is_given_up(clinic: LittleClinic, postgres_url: str) -> None:
    database = open_database(postgres_url, pool=Pool(statement_timeout_s=0.05))
    with pytest.raises(StorageFault) as given_up, database.reading() as connection:
        connection.exec_driver_sql("SELECT pg_sleep(10)")
    assert (given_up.value.code, given_up.value.retry_helps) == ("storage_busy", True)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    database.close()


def test_server_that_does_not_hear_the_others_says_that_it_is_not_ready(
    clinic: LittleClinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines: list[psycopg.Connection[Any]] = []
    really = connect_to(clinic.centre.database.engine)

    def connect_once() -> psycopg.Connection[Any]:
        if lines:
            raise psycopg.OperationalError("refused")
        lines.append(really())
        return lines[0]

    monkeypatch.setattr("server_sync.central.news.on_postgres.connect_to", lambda _engine: connect_once)
    server = RunningServer(clinic.centre)
    server.start()
    try:
        assert is_ready(server.url)
        with clinic.centre.database.writing() as connection:
            connection.exec_driver_sql("SELECT pg_terminate_backend(%s)", (lines[0].info.backend_pid,))
        eventually(lambda: not is_ready(server.url))
        lines.clear()
        eventually(lambda: is_ready(server.url))
    finally:
        server.stop()
