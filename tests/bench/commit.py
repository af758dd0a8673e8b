"""What a check-in's commit costs beside one bare INSERT with the same durability, in the same SQLCipher file.

The two take turns, so that both see the same disk. The bare INSERT goes straight to the driver: BEGIN IMMEDIATE, one
row of six columns, COMMIT, in WAL with synchronous=FULL. The check-in is the whole operation of the desk: it reads the
appointment and the queue, takes a number, and writes the place, the appointment, the audit entry, the log entry and
the print job.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from uuid import UUID, uuid4

from sqlalchemy import select

from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.records.database import open_database
from server_sync.records.tables import queue_management as queue
from tests.bench.table import Row
from tests.clinics import MORNING, Device, LittleClinic

TIMES = 400
DOCTOR_QUEUE = 12
"""People who wait at one time; every check-in counts those ahead."""


def measure() -> list[Row]:
    """One row: the ratio of the medians."""
    with tempfile.TemporaryDirectory() as folder:
        clinic = LittleClinic(open_database(f"sqlite:///{folder}/centre.db"), Path(folder))
        uids = _appointments(clinic, TIMES + DOCTOR_QUEUE)
        device = clinic.enrol("A", 1)
        clinic.pull(device)
        bare, whole = _take_turns(device, uids)
    ratio = median(whole) / median(bare)
    how = (
        f"check-in {median(whole) * 1e3:.2f} ms (p95 {quantiles(whole, n=20)[-1] * 1e3:.2f}), "
        f"bare INSERT {median(bare) * 1e3:.2f} ms (p95 {quantiles(bare, n=20)[-1] * 1e3:.2f}), {TIMES} turns"
    )
    return [Row("check-in's commit / bare INSERT", ratio, 2, how=how)]


def _take_turns(device: Device, uids: list[UUID]) -> tuple[list[float], list[float]]:
    insert = _bare_insert(device)
    bare, whole = [], []
    for turn, uid in enumerate(uids):
        taken = _timed(partial(_check_in, device, uid))
        inserted = _timed(insert)
        if turn >= DOCTOR_QUEUE:
            whole.append(taken)
            bare.append(inserted)
            _see_one(device)
    return bare, whole


def _timed(act: Callable[[], None]) -> float:
    started = perf_counter()
    act()
    return perf_counter() - started


def _check_in(device: Device, uid: UUID) -> None:
    with device.replica.work("check_in", "patient") as work:
        outcome = check_in(work, uid, TicketPrinting("en"))
    if not isinstance(outcome, CheckedIn):
        raise TypeError(f"the bench's patient could not check in: {outcome}")


def _bare_insert(device: Device) -> Callable[[], None]:
    connection = device.database.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, uid TEXT, a TEXT, b TEXT, c TEXT, d TEXT)")

    def insert() -> None:
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute(
            "INSERT INTO bare (uid, a, b, c, d) VALUES (?, ?, ?, ?, ?)",
            (uuid4().hex, "20260309-A001", "waiting", "2026-03-09T09:00:00.000000Z", "patient"),
        )
        cursor.execute("COMMIT")

    return insert


def _see_one(device: Device) -> None:
    """Keep the queue at its length: whoever came first is called."""
    with device.replica.work("call_next", "system") as work:
        first = work.first(select(queue).where(queue.c.current_status == "waiting").order_by(queue.c.id).limit(1))
        if first is not None:
            work.change(queue, first, current_status="called")


def _appointments(clinic: LittleClinic, count: int) -> list[UUID]:
    patient = {"id": clinic.book(MORNING)["patient_id"]}
    return [
        clinic.book(MORNING + timedelta(seconds=number), code=f"{number:08d}", patient=patient)["uid"]
        for number in range(count)
    ]
