"""What a push costs: from one kiosk, again after lost answers, from fifty at once, over a slow line, at any size.

The kiosk is SQLCipher with its real courier over HTTP, the server one process on PostgreSQL, every commit on the disk;
the fifty are sent to one process and then to two side by side. The mix is `paper_kiosk`'s. Beside each rate stands the
CPU that each process took for a change: on a machine that does other work as well, that is the figure to compare.
"""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from sqlalchemy import insert, text, update

from kiosk.app.memory import collect_seldom
from server_sync.central.sync.enrolment import invite_device
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.enrolment import Enrolment
from server_sync.records.database import DOOR, Database, open_database
from server_sync.records.outbox import count_pending
from server_sync.records.replica import Replica
from server_sync.records.tables import offline_sync_logs, replica
from server_sync.worker.courier import Courier
from server_sync.worker.enrolment import enrol, found_device
from server_sync.worker.http_transport import HttpTransport
from tests.bench.load import Request, send_side_by_side
from tests.bench.paper_kiosk import Known, PaperKiosk, bodies
from tests.bench.processes import cpu_s
from tests.bench.server_under_load import LoadedServer, loaded_server, side_by_side
from tests.bench.table import Row
from tests.clinics import DEVICE_KEY

SIZES = ((10_000, 10_000), (1_000_000, 200_000))
"""Appointments and patients, between which the cost of a change should be the same."""
USUAL = 60_000, 60_000
CHANGES = 10_000
KIOSKS = 50
OF_EACH = 1_000
PROCESSES = 2
"""Of the server: as many as this kind of machine has cores."""
A_BATCH_OF_EACH = 250
"""As many as the worker comes down to where many push at once."""
TURNS = 3


def measure() -> list[Row]:
    """A row for each figure that was asked for."""
    with loaded_server(*USUAL) as server, tempfile.TemporaryDirectory() as folder:
        known = _waiting(server, 2_000 + 2 * TURNS * CHANGES // 5 + 2 * KIOSKS * OF_EACH // 5)
        rows = [*_one_kiosk(server, Path(folder), known), _fifty(server, known, server.port, "to one process")]
        with side_by_side(server, PROCESSES) as port:
            rows.append(_fifty(server, known, port, f"to {PROCESSES} processes side by side"))
    small, large = (_cost_at(*size) for size in SIZES)
    how = f"{large * 1e6:.0f} / {small * 1e6:.0f} us a change, medians of batches of 1,000"
    return [*rows, Row("push: 1,000,000 appointments / 10,000", large / small, 1.2, how=how)]


def _waiting(server: LoadedServer, count: int) -> Iterator[Known]:
    """Appointments of different people, whose patients have not come yet."""
    with server.database.writing() as connection:
        for statement in _LET_THEM_WAIT:
            connection.execute(text(statement).execution_options(**DOOR), {"count": count})
        rows = connection.execute(text(_KNOWN)).all()
    return iter([Known(*row) for row in rows])


@dataclass(slots=True)
class _Kiosk:
    enrolment: Enrolment
    paper: PaperKiosk
    sets: list[ChangeSet]

    @property
    def changes(self) -> int:
        return sum(len(one.changes) for one in self.sets)


def _kiosk(server: LoadedServer, name: str, known: Iterator[Known], changes: int) -> _Kiosk:
    invited = invite_device(Replica(server.database), name, "kiosk")
    enrolment = enrol(f"http://127.0.0.1:{server.port}", invited.code)
    paper = PaperKiosk(enrolment.device_uid, enrolment.id_block, enrolment.series)
    people = [next(known) for _ in range(changes // 5)]
    return _Kiosk(enrolment, paper, list(paper.work(people)))


def _one_kiosk(server: LoadedServer, folder: Path, known: Iterator[Known]) -> list[Row]:
    _push_all(server, folder / "warm.db", _kiosk(server, "warm", known, 2_000))
    first, again, slow = [], [], []
    for turn in range(TURNS):
        kiosk = _kiosk(server, f"kiosk {turn}", known, CHANGES)
        database = _logged(folder / f"{turn}.db", kiosk)
        first.append(_timed(server, kiosk, database))
        with database.writing() as connection:
            connection.execute(update(offline_sync_logs).values(sync_status="pending"))
        again.append(_timed(server, kiosk, database))
        database.close()
        slow.append(
            _over_a_slow_line(server, folder / f"slow {turn}.db", _kiosk(server, f"far {turn}", known, CHANGES))
        )
    rate, how = max(first)
    repeated, how_repeated = max(again)
    took_s, sent = min(slow)
    return [
        Row("push from one kiosk, changes/s", rate, 10_000, "", how, is_floor=True),
        Row("the same batches again, changes/s", repeated, 30_000, "", how_repeated, is_floor=True),
        Row("10,000 changes over 100 ms of delay", took_s * 1e3, 1_500, "ms", f"best of {TURNS}"),
        Row("bytes on the wire, each change", sent / CHANGES, 160, "", "up, compressed, headers included"),
    ]


def _push_all(server: LoadedServer, path: Path, kiosk: _Kiosk) -> None:
    database = _logged(path, kiosk)
    asyncio.run(_push(database, kiosk, server.port))
    database.close()


def _timed(server: LoadedServer, kiosk: _Kiosk, database: Database) -> tuple[float, str]:
    """Changes a second, and the CPU behind them."""
    _look_for_garbage_as_a_kiosk_does()
    before = process_time(), cpu_s(server.server_pid), cpu_s(server.postgres_pid)
    took_s = asyncio.run(_push(database, kiosk, server.port))
    after = process_time(), cpu_s(server.server_pid), cpu_s(server.postgres_pid)
    spent = [(late - early) / kiosk.changes * 1e6 for early, late in zip(before, after, strict=True)]
    how = "CPU a change: kiosk {:.0f}, server {:.0f}, PostgreSQL {:.0f} us".format(*spent)
    return kiosk.changes / took_s, how


def _look_for_garbage_as_a_kiosk_does() -> None:
    """And not through the paper: a kiosk holds none of what this process made beforehand."""
    collect_seldom()
    gc.collect()
    gc.freeze()


async def _push(database: Database, kiosk: _Kiosk, port: int) -> float:
    own = kiosk.enrolment
    transport = HttpTransport(f"http://127.0.0.1:{port}", own.device_key, own.device_uid)
    courier = Courier(Replica(database), transport)
    started = perf_counter()
    while (pushed := await courier.push()) is not None:
        if pushed.refused:
            raise RuntimeError(f"a set was refused: {pushed.refused}")
        if not pushed.more:
            break
    took_s = perf_counter() - started
    await transport.close()
    if count_pending(database):
        raise RuntimeError("not all was settled")
    return took_s


def _logged(path: Path, kiosk: _Kiosk) -> Database:
    """A kiosk's database with all these sets in its log, waiting to be sent."""
    database = open_database(f"sqlite:///{path}", key_hex=DEVICE_KEY)
    found_device(database, kiosk.enrolment)
    rows = [
        {
            "change_set_uid": one.uid,
            "device_id": str(one.device_uid),
            "sequence": one.sequence,
            "intent": one.intent,
            "sync_type": one.changes[0].noun,
            "action": one.changes[0].action.value,
            "data": one.to_json(),
            "hash": one.hash(),
            "sync_timestamp": Replica(database).clock.now(),
        }
        for one in kiosk.sets
    ]
    with database.writing() as connection:
        connection.execute(insert(offline_sync_logs), rows)
        connection.execute(update(replica).values(last_sequence=len(rows)))
    return database


def _over_a_slow_line(server: LoadedServer, path: Path, kiosk: _Kiosk) -> tuple[float, int]:
    """Seconds, and bytes that went up."""
    database = _logged(path, kiosk)
    _look_for_garbage_as_a_kiosk_does()
    with _slow_line(server.port, 100) as line:
        assert line.stdout is not None
        took_s = asyncio.run(_push(database, kiosk, int(line.stdout.readline())))
        said, _ = line.communicate("")
    database.close()
    return took_s, int(said)


@contextmanager
def _slow_line(port: int, delay_ms: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.bench.slow_line", str(port), str(delay_ms)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as line:
        yield line


def _fifty(server: LoadedServer, known: Iterator[Known], port: int, where: str) -> Row:
    kiosks = [_kiosk(server, f"one of fifty, {number} {where}", known, OF_EACH) for number in range(KIOSKS)]
    groups = [_requests(kiosk, A_BATCH_OF_EACH) for kiosk in kiosks]
    replies, took_s = send_side_by_side(port, groups)
    settled = Counter(one["status"] for reply in replies for one in _results(reply.body))
    statuses = Counter(reply.status for reply in replies)
    wrong = sum(count for status, count in statuses.items() if status != 200) + settled["refused"] + settled["failed"]
    slowest_s = max(reply.took_s for reply in replies)
    how = f"slowest batch {slowest_s:.2f} s (asked: 2), {wrong} errors, {dict(settled)}"
    return Row(f"{KIOSKS} kiosks with {OF_EACH} changes each at once, {where}", took_s * 1e3, 6_000, "ms", how)


def _cost_at(appointments: int, patients: int) -> float:
    """Seconds for a change, of one batch after another."""
    with loaded_server(appointments, patients) as server:
        kiosk = _kiosk(server, "growth", _waiting(server, 2 * CHANGES // 5), 2 * CHANGES)
        replies, _took_s = send_side_by_side(server.port, [_requests(kiosk, 1_000)])
    if any(reply.status != 200 for reply in replies):
        raise RuntimeError(f"refused: {replies[0].body[:300]!r}")
    return median(reply.took_s for reply in replies[2:-1]) / 1_000


def _requests(kiosk: _Kiosk, most_changes: int) -> Sequence[Request]:
    head = (
        "POST /api/appointments/offline-sync HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Content-Encoding: gzip\r\nAuthorization: Bearer {kiosk.enrolment.device_key}\r\nContent-Length: "
    )
    pushes = bodies(kiosk.paper, kiosk.sets, most_changes)
    return [f"{head}{len(push)}\r\n\r\n".encode() + push for push in pushes]


def _results(body: bytes) -> list[dict[str, str]]:
    return json.loads(body)["data"]["results"] if body.startswith(b'{"success":true') else []


_LET_THEM_WAIT = (
    """UPDATE appointments SET status = 'scheduled' WHERE id IN
    (SELECT id FROM appointments ORDER BY scheduled_date DESC LIMIT :count)""",
    """DELETE FROM queue_management WHERE appointment_id IN
    (SELECT id FROM appointments WHERE status = 'scheduled')""",
)
_KNOWN = """SELECT appointments.id, appointments.uid, patient_id, patients.uid, doctor_id, status, address
    FROM appointments JOIN patients ON patients.id = patient_id WHERE status = 'scheduled' ORDER BY appointments.id"""
