"""What a person at the screen feels while 100,000 changes are pulled and pushed behind it.

The kiosk's own arrangement in one process: a Qt thread that wants to draw every 16 ms, the desk's thread with a
check-in now and then, and the worker's with the real courier on SQLCipher. The server's answers are canned, but are
read and written as HTTP's are; so nothing but the kiosk is measured.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncGenerator, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import insert, select, update

from kiosk.app.memory import collect_seldom, tidy_memory
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import SCHEMA_VERSION, Action, ChangeSet, RecordChange
from server_sync.protocol.pages import FeedPage, RowGroup, encode_grouped, parse_page
from server_sync.protocol.push import SetAnswer, encode_push
from server_sync.protocol.strict_json import decode
from server_sync.records import outbox
from server_sync.records.database import open_database
from server_sync.records.tables import BY_NOUN, offline_sync_logs, replica, sent_columns
from server_sync.worker.courier import Courier
from server_sync.worker.laid_over import blank_row
from tests.bench.table import Row
from tests.clinics import MORNING, Device, LittleClinic
from tests.fakes.transport import MemoryServer, MemoryTransport

PULLED = 90_000
PUSHED = 10_000
PAGE_ROWS = 1_000
CHECK_INS = 150
PAUSE_S = 0.05
FRAME_MS = 16
DELAY_S = 0.002
"""How long the server takes for an answer."""


def measure() -> list[Row]:
    """In a process of its own: Qt has one application."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.beside_the_screen"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return [Row(row["what"], row["measured"], row["asked"], row["unit"], row["how"]) for row in rows]


class CannedServer(MemoryTransport):
    """Answers from memory what was encoded before; decoding it is the kiosk's part."""

    def __init__(self, pages: Sequence[bytes], device_uid: UUID) -> None:
        super().__init__(MemoryServer(), "")
        self._pages = iter(pages)
        self._device_uid = device_uid

    async def pull(self, cursor: str | None) -> FeedPage:
        await asyncio.sleep(DELAY_S)
        return parse_page(decode(next(self._pages)))

    async def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        for page in self._pages:
            await asyncio.sleep(DELAY_S)
            yield parse_page(decode(page))

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        gzip.compress(orjson.dumps(encode_push(self._device_uid, sets)), 6)
        await asyncio.sleep(DELAY_S)
        return tuple(SetAnswer(one.uid, "synced", "applied", "") for one, _ in sets)


def _main() -> None:
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    from kiosk.app.kiosk import SWITCH_INTERVAL_S

    sys.setswitchinterval(SWITCH_INTERVAL_S)
    collect_seldom()
    app = QCoreApplication([])
    frames: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: frames.append(perf_counter()))
    timer.start(FRAME_MS)
    told: dict[str, Any] = {}

    def behind() -> None:
        try:
            told.update(_behind(frames))
        finally:
            QTimer.singleShot(0, app, app.quit)

    thread = threading.Thread(target=behind)
    thread.start()
    app.exec()
    thread.join()
    sys.stdout.write(json.dumps(told["rows"]))


def _behind(frames: list[float]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        centre = open_database(f"sqlite:///{folder}/centre.db")
        clinic = LittleClinic(centre, Path(folder))
        uids = [
            clinic.book(MORNING + timedelta(hours=1), code=f"{n:08d}", phone=f"+44 7700 9{n:05d}")["uid"]
            for n in range(2 * CHECK_INS)
        ]
        device = clinic.enrol("A", 1)
        clinic.pull(device)
        tidy_memory()
        frames.clear()
        idle = _check_ins(device, uids[:CHECK_INS])
        idle_gaps = _gaps(frames)
        _have_waiting(device, PUSHED)
        pages = list(_pages(PULLED))
        holds = _watch_holds(device)
        frames.clear()
        worker = threading.Thread(target=lambda: asyncio.run(_carry(device, pages)))
        began = perf_counter()
        worker.start()
        busy = _check_ins(device, uids[CHECK_INS:], while_alive=worker)
        worker.join()
        took = perf_counter() - began
        gaps = _gaps(frames)
        device.database.close()
        centre.close()
    return {"rows": _rows(idle, busy, idle_gaps, gaps, holds, took)}


def _rows(
    idle: list[float], busy: list[float], idle_gaps: list[float], gaps: list[float], holds: list[float], took: float
) -> list[dict[str, Any]]:
    def p99(times: list[float]) -> float:
        return quantiles(times, n=100)[-1]

    about = f"{PULLED + PUSHED:,} changes in {took:.1f} s, {len(busy)} check-ins beside them"
    medians = f"medians {median(busy) * 1e3:.1f}, {median(idle) * 1e3:.1f}"
    check = f"p99 {p99(busy) * 1e3:.1f} ms, alone {p99(idle) * 1e3:.1f}; {medians}"
    frame = f"p99 of {len(gaps)} gaps; {p99(idle_gaps) * 1e3:.1f} with nothing to carry"
    held = f"p50 {median(holds) * 1e3:.1f}, p99 {p99(holds) * 1e3:.1f}, worst {max(holds) * 1e3:.1f} ms of {len(holds)}"
    return [
        _row("check-in, p99 / alone", p99(busy) / p99(idle), 2, "x", f"{check}; {about}"),
        _row("gap between frames, p99", p99(gaps) * 1e3, 20, "ms", frame),
        _row("longest gap between frames", max(gaps) * 1e3, 50, "ms", about),
        _row("write lock held by the worker, p99", p99(holds) * 1e3, 5, "ms", held),
    ]


def _row(what: str, measured: float, asked: float, unit: str, how: str) -> dict[str, Any]:
    return {"what": f"beside a sync: {what}", "measured": measured, "asked": asked, "unit": unit, "how": how}


def _gaps(frames: list[float]) -> list[float]:
    return [later - before for before, later in pairwise(frames)]


def _check_ins(device: Device, uids: list[UUID], while_alive: threading.Thread | None = None) -> list[float]:
    pause, times = threading.Event(), []
    for uid in uids:
        pause.wait(PAUSE_S)
        if while_alive is not None and not while_alive.is_alive():
            break
        began = perf_counter()
        with device.replica.work("check_in", "patient") as work:
            outcome = check_in(work, uid, TicketPrinting("en", has_printer=True))
        times.append(perf_counter() - began)
        assert isinstance(outcome, CheckedIn), outcome
    return times


async def _carry(device: Device, pages: list[bytes]) -> None:
    transport = CannedServer(pages, device.identity.uid)
    courier = Courier(device.replica, transport, somebody_is_there=lambda: True)
    is_last = False
    while not is_last or outbox.count_pending(device.database):
        await courier.push()
        if not is_last:
            is_last = (await courier.pull()).is_last
    await courier.close()


def _watch_holds(device: Device) -> list[float]:
    """Note how long each transaction of the worker's thread keeps its turn."""
    holds: list[float] = []
    turn = device.database._turn
    desk = threading.get_ident()

    class Watched:
        def acquire(self, timeout: float = -1) -> bool:
            got = turn.acquire(timeout=timeout)
            self.since = perf_counter()
            return got

        def release(self) -> None:
            if threading.get_ident() != desk:
                holds.append(perf_counter() - self.since)
            turn.release()

    device.database._turn = Watched()  # type: ignore[assignment]  # as a lock does
    return holds


def _have_waiting(device: Device, changes: int) -> None:
    """Change sets that wait in the log, as help calls with an audit entry do; their rows do not matter here."""
    with device.database.reading() as connection:
        last = connection.execute(select(replica.c.last_sequence)).scalar_one()
    rows = []
    for sequence in range(last + 1, last + 1 + changes // 2):
        one = _help_call(device, sequence)
        rows.append(
            {
                "change_set_uid": one.uid,
                "device_id": str(one.device_uid),
                "sequence": sequence,
                "intent": one.intent,
                "sync_type": "help_call",
                "action": "create",
                "data": one.to_json(),
                "hash": one.hash(),
                "sync_timestamp": MORNING,
            }
        )
    with device.database.writing() as connection:
        connection.execute(insert(offline_sync_logs), rows)
        connection.execute(update(replica).values(last_sequence=last + len(rows)))


def _help_call(device: Device, sequence: int) -> ChangeSet:
    replica_of = device.replica
    uid, second = replica_of.new_uid(), replica_of.new_uid()
    fields: dict[str, Json] = {
        "id": 2**40 + sequence,
        "uid": str(uid),
        "location_id": 1,
        "reason": "x" * 300,
        "created_at": "2026-03-09",
    }
    changes = tuple(RecordChange("help_call", Action.CREATE, one, fields | {"uid": str(one)}) for one in (uid, second))
    return ChangeSet(
        replica_of.new_uid(), device.identity.uid, sequence, "call_for_help", "patient", "0189abcdef01.0000",
        SCHEMA_VERSION, changes,
    )  # fmt: skip


def _pages(rows: int) -> list[bytes]:
    pages = []
    columns = tuple(sorted(sent_columns(BY_NOUN["queue"])))
    blank = blank_row("queue")
    for start in range(0, rows, PAGE_ROWS):
        some = [_place(blank, number, columns) for number in range(start, start + PAGE_ROWS)]
        page = FeedPage(
            (), f"{start}", start + PAGE_ROWS >= rows, 0, groups=(RowGroup("queue", columns, some),), epoch=1,
        )  # fmt: skip
        pages.append(orjson.dumps({"success": True, "data": encode_grouped(page)}))
    return pages


def _place(blank: dict[str, Any], number: int, columns: tuple[str, ...]) -> list[Any]:
    uid = str(UUID(int=(0x019CD1D31E80 << 80) | (7 << 76) | (number << 64) % (1 << 76) | (2 << 62) | number * 2**20))
    row = blank | {
        "id": number + 10_000,
        "uid": uid,
        "version": 1,
        "token_number": f"20260308-N{number:06d}",
        "patient_id": number % 500 + 1,
        "location_id": 1,
        "doctor_id": 1,
        "business_date": "2026-03-08",
        "check_in_time": "2026-03-08T09:00:00.000000Z",
        "created_at": "2026-03-08T09:00:00.000000Z",
        "current_status": "completed",
    }
    return [row[name] for name in columns]


if __name__ == "__main__":
    _main()
