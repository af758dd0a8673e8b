"""The server as a process of its own: its one line, its end, and what a kill leaves behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from server_sync.records.database import open_database
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, queue_management
from server_sync.worker.enrolment import enrol, found_device
from server_sync.worker.state import Link
from server_sync.worker.worker import http_way
from tests.clinics import DEVICE_KEY, count_rows
from tests.sites import PATIENCE_S, SyncedKiosk, eventually

ROOT = Path(__file__).parents[2]


class Process:
    """`python -m server_sync serve` on a database, from its ready line on."""

    def __init__(self, url: str, port: str = "0") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "server_sync", "serve", "--database", url, "--port", port],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline()
        self.url = self.line.split()[-1] if self.line else ""

    def end(self, by: signal.Signals) -> int:
        self.process.send_signal(by)
        code = self.process.wait(PATIENCE_S)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


def run(*arguments: str, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "server_sync", *arguments],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'centre.db'}"
    else:
        yield request.getfixturevalue("postgres_url")


def test_server_says_when_it_is_ready_and_ends_cleanly(url: str) -> None:
    server = Process(url)
    assert server.line.startswith("Anteroom's server is ready at http://127.0.0.1:")
    assert httpx.get(f"{server.url}/health/ready", trust_env=False).status_code == 200
    assert server.end(signal.SIGTERM) in (0, -signal.SIGTERM)


def test_server_that_is_killed_loses_and_doubles_nothing(url: str, tmp_path: Path) -> None:
    demo = json.loads(run("demo-clinic", "--database", url))
    assert demo["can_check_in_now"] >= 12
    code = json.loads(run("enrol-code", "--database", url, "--name", "Lobby kiosk 1"))["code"]
    server = Process(url)
    enrolment = enrol(server.url, code)
    database = open_database(f"sqlite:///{tmp_path / 'kiosk.db'}", key_hex=DEVICE_KEY)
    found_device(database, enrolment)
    kiosk = SyncedKiosk(enrolment, database, Replica(database).clock)
    kiosk.start(http_way(server.url, enrolment.device_key, enrolment.device_uid))
    eventually(lambda: kiosk.link is Link.ONLINE)
    people = can_check_in(kiosk, demo["location_id"])
    port = server.url.rpartition(":")[2]
    for place, uid in enumerate(people[:12]):
        kiosk.check_in(uid)
        if place in (3, 7):
            server.end(signal.SIGKILL)
            server = Process(url, port)
    eventually(lambda: kiosk.pending == 0 and kiosk.link is Link.ONLINE)
    kiosk.stop()
    database.close()
    server.end(signal.SIGTERM)
    centre = Replica(open_database(url))
    assert count_rows(centre, queue_management) == 12
    centre.database.close()


def can_check_in(kiosk: SyncedKiosk, location_id: int) -> list[UUID]:
    with kiosk.replica.read() as reading:
        query = select(appointments.c.uid).where(
            appointments.c.status == "scheduled",
            appointments.c.location_id == location_id,
            appointments.c.scheduled_date > reading.now,
            appointments.c.scheduled_date < reading.now + timedelta(minutes=110),
        )
        return [row["uid"] for row in reading.all(query)]


def test_names_of_the_environment_work(tmp_path: Path) -> None:
    run("migrate", environment={"DATABASE_URL": f"sqlite:///{tmp_path / 'other.db'}"})
    assert (tmp_path / "other.db").exists()
    run("migrate", environment={"DATABASE_URL": "", "ANTEROOM_DATA": str(tmp_path / "own")})
    assert (tmp_path / "own" / "centre.db").exists()


def test_wrong_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam, this is no database at all. " * 100)
    done = subprocess.run(
        [sys.executable, "-m", "server_sync", "serve", "--database", f"sqlite:///{tmp_path / 'letter.db'}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("anteroom: damaged_or_sealed")
    assert "Traceback" not in done.stderr


def test_an_empty_server_is_set_up_by_its_own_commands(url: str) -> None:
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run("enrol-code", "--database", url, "--name", "Lobby kiosk 1")
    assert "python -m server_sync location" in refused.value.stderr
    made = json.loads(run("location", "--database", url, "--name", "Harbour Clinic", "--time-zone", "Europe/Berlin"))
    assert (made["location_id"], made["code"]) == (1, "")
    invited = json.loads(run("enrol-code", "--database", url, "--name", "Lobby kiosk 1"))
    assert datetime.fromisoformat(invited["expires_at"]).tzinfo is not None
    server = Process(url)
    enrolment = enrol(server.url, invited["code"])
    server.end(signal.SIGTERM)
    assert (enrolment.series, enrolment.location["name"]) == ("A", "Harbour Clinic")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--name", "Two", "--time-zone", "Europe/Berlin"], "give this one a code"),
        (["--name", "Two", "--time-zone", "Europe/Atlantis", "--code", "N2"], "no time zone"),
        (["--name", "Two", "--time-zone", "Europe/Berlin", "--code", "n-2"], "capital letters"),
        (["--name", " ", "--time-zone", "Europe/Berlin", "--code", "N2"], "needs a name"),
    ],
)
def test_location_that_would_not_do_is_refused_in_words(tmp_path: Path, options: list[str], words: str) -> None:
    url = f"sqlite:///{tmp_path / 'centre.db'}"
    run("location", "--database", url, "--name", "One", "--time-zone", "Europe/Berlin")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run("location", "--database", url, *options)
    assert words in refused.value.stderr
