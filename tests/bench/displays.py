"""How long it takes from a call's commit until the last of 1,000 displays has heard of it, and what each display costs.

The server, the displays and whoever calls are three processes on one PostgreSQL, so that the word goes the whole way:
COMMIT, NOTIFY, the server's look at the queue, 1,000 sockets. The clock starts when COMMIT has returned.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import product
from pathlib import Path
from statistics import median
from time import monotonic
from typing import IO
from uuid import uuid4

from sqlalchemy import select

from server_sync.central.news.on_postgres import tell
from server_sync.central.sync.device_keys import hash_of
from server_sync.clinic.clocks import SystemClock, business_date
from server_sync.clinic.numbers import SERIES_LETTERS
from server_sync.records.database import open_database
from server_sync.records.tables import devices, queue_management, users
from tests.bench.processes import pss_mib
from tests.bench.table import Row
from tests.clinics import HandClock, LittleClinic
from tests.postgres import running_postgres

DISPLAYS = 1000
CALLS = 40
DOCTORS, WAITING = 4, 12
BETWEEN_CALLS_S = 0.5

ROOT = Path(__file__).parents[2]


def measure() -> list[Row]:
    """Two rows: the 99th percentile in milliseconds, and memory for each idle display."""
    with running_postgres() as postgres, postgres.database() as name, tempfile.TemporaryDirectory() as folder:
        url = postgres.url(name)
        database = open_database(url, enforce_references=True)
        clinic = LittleClinic(database, Path(folder), HandClock(SystemClock().now()))
        keys = Path(folder) / "keys"
        keys.write_text("\n".join(_displays(clinic)), encoding="utf-8")
        tokens = _queue(clinic)
        with _server(url) as (server, port):
            before_mib = pss_mib(server.pid)
            with _watching(port, keys) as displays:
                time.sleep(2)
                after_mib = pss_mib(server.pid)
                committed = dict(_calls(clinic, tokens))
                time.sleep(1)
                assert displays.stdin is not None
                displays.stdin.close()
                receipts: dict[str, list[float]] = json.loads(_line(displays.stdout))
        database.close()
    return [_delay(committed, receipts), _memory(before_mib, after_mib)]


def _delay(committed: dict[str, float], receipts: dict[str, list[float]]) -> Row:
    assert set(receipts) == set(committed)
    assert all(len(moments) == DISPLAYS for moments in receipts.values())
    delays_ms = sorted((moment - committed[token]) * 1000 for token, moments in receipts.items() for moment in moments)
    p99_ms = delays_ms[int(len(delays_ms) * 0.99)]
    how = (
        f"{len(committed)} calls, {DISPLAYS} displays, {DOCTORS * WAITING} people waiting: "
        f"p50 {median(delays_ms):.0f} ms, p99 {p99_ms:.0f} ms, last of all {delays_ms[-1]:.0f} ms"
    )
    return Row("a call's commit until 1,000 displays have it (p99)", p99_ms, 250, "ms", how)


def _memory(before_mib: float, after_mib: float) -> Row:
    kib = (after_mib - before_mib) * 1024 / DISPLAYS
    how = f"PSS of the server with none {before_mib:.0f} MiB, with {DISPLAYS} {after_mib:.0f} MiB"
    return Row("memory for each idle display at the server", kib, 100, "KiB", how)


def _displays(clinic: LittleClinic) -> Iterator[str]:
    with clinic.centre.work("enrol", "system") as work:
        for number, letters in zip(range(DISPLAYS), product(SERIES_LETTERS, repeat=3), strict=False):
            key = uuid4().hex
            work.create(
                devices,
                name=f"Display {number}",
                kind="board",
                location_id=clinic.location["id"],
                series="".join(letters),
                id_block=number + 1,
                key_hash=hash_of(key),
            )
            yield key


def _queue(clinic: LittleClinic) -> list[str]:
    """People who wait at each doctor; their numbers, doctor by doctor."""
    now = clinic.centre.clock.now()
    today = business_date(now, clinic.location["time_zone"])
    tokens = []
    with clinic.centre.work("set_up", "system") as work:
        doctors = [
            work.create(users, display_name=f"Dr {number}", role="doctor", room=f"Room {number}", location_id=1)["id"]
            for number in range(DOCTORS)
        ]
        for number in range(max(CALLS, DOCTORS * WAITING)):
            token = f"{today:%Y%m%d}-{number + 1:03d}"
            work.create(
                queue_management,
                token_number=token,
                doctor_id=doctors[number % DOCTORS],
                location_id=clinic.location["id"],
                business_date=today,
                check_in_time=now - timedelta(minutes=60 - number),
                follow_code=uuid4().hex,
            )
            tokens.append(token)
    return tokens


def _calls(clinic: LittleClinic, tokens: list[str]) -> Iterator[tuple[str, float]]:
    """Call one after the other; each number and when its COMMIT had returned."""
    moments: list[float] = []

    def committed(places: frozenset[int]) -> None:
        moments.append(monotonic())
        tell(clinic.centre.database, places)

    clinic.centre.on_commit = committed
    for token in tokens[:CALLS]:
        time.sleep(BETWEEN_CALLS_S)
        with clinic.centre.work("call_next", "system") as work:
            row = work.first(select(queue_management).where(queue_management.c.token_number == token))
            assert row is not None
            work.change(queue_management, row, current_status="called", called_time=work.now)
        yield token, moments[-1]


@contextmanager
def _server(url: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    command = [sys.executable, "-m", "server_sync", "serve", "--port", "0"]
    with _process(command, DATABASE_URL=url) as server:
        yield server, int(_line(server.stdout).rpartition(":")[2])


@contextmanager
def _watching(port: int, keys: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.bench.connected_displays", str(port), str(keys)]
    with _process(command) as displays:
        assert _line(displays.stdout).startswith("ready")
        yield displays


@contextmanager
def _process(command: list[str], **environment: str) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, stdin=pipe, stdout=pipe, text=True)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(20)


def _line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline()
