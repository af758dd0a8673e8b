"""What pulling costs: pages at the server, rows on a kiosk's disk, a first snapshot, a sync with nothing to do.

The server is a process of its own on PostgreSQL, whose commits reach the disk; the machines' files are SQLCipher.
"""

from __future__ import annotations

import asyncio
import gzip
import logging
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import Connection, func, select, text

from server_sync.central.sync import digests
from server_sync.central.sync.digests import compare
from server_sync.central.sync.enrolment import enrol_device, invite_device
from server_sync.central.sync.feed_pages import feed_page, page_bytes, reader_for, snapshot_lines
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.clinic.clocks import SystemClock
from server_sync.protocol.digests import Compared, Digest, DigestQuestion
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.pages import FeedPage, parse_line
from server_sync.protocol.strict_json import decode
from server_sync.protocol.versions import HEADER, SCHEMA_VERSION
from server_sync.records import outbox
from server_sync.records.database import DOOR, Database, open_database
from server_sync.records.feed.image_sums import sums
from server_sync.records.feed.reading import look
from server_sync.records.replica import Replica
from server_sync.records.tables import devices, patients
from server_sync.records.upstream.apply import apply_page
from server_sync.worker.enrolment import found_device
from server_sync.worker.http_transport import HttpTransport
from tests.bench.load import request, send_all
from tests.bench.server_under_load import LoadedServer, loaded_server
from tests.bench.table import Row
from tests.clinics import DEVICE_KEY

SNAPSHOT_ROWS = 50_000
APPOINTMENTS, PATIENTS = 36_000, 30_000
LARGE_REGISTER = 1_000_000
TIMES = 200


@dataclass(frozen=True, slots=True)
class _Machine:
    """A machine that was enrolled at the server, with an empty file of its own."""

    enrolment: Enrolment
    identity: DeviceIdentity
    database: Database


def measure() -> list[Row]:
    """A row for each part of the way."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder, loaded_server(APPOINTMENTS, PATIENTS) as server:
        centre = Replica(server.database)
        fill_register(centre)
        with _machine(centre, Path(folder), "kiosk") as kiosk:
            lines = list(_read_all(centre, kiosk, rows))
            _apply_all(kiosk, lines, rows)
        with _machine(centre, Path(folder), "reception") as reception, _machine(centre, Path(folder), "kiosk") as kiosk:
            _first_snapshot(server, kiosk, "a kiosk", rows)
            _first_snapshot(server, reception, "reception, which also files what people are found by", rows)
            _nothing_to_do(server, centre, reception, rows)
            _compare(centre, reception, PATIENTS, rows)
            _grow_register(centre, LARGE_REGISTER)
            _compare(centre, reception, LARGE_REGISTER, rows)
    return rows


def _read_all(centre: Replica, machine: _Machine, rows: list[Row]) -> Iterator[bytes]:
    """What the server does for a snapshot, without a line between."""
    started = perf_counter()
    lines = list(snapshot_lines(centre, machine.identity, None, SCHEMA_VERSION))
    took = perf_counter() - started
    count = sum(_count(parse_line(decode(line))) for line in lines)
    packed = sum(len(gzip.compress(line, compresslevel=1)) for line in lines)
    how = f"{count} rows in {took:.2f} s, {packed / count:.0f} bytes a row compressed"
    rows.append(Row("pages made by the server, rows/s", count / took, 30_000, "", how, is_floor=True))
    yield from lines


def _apply_all(machine: _Machine, lines: Sequence[bytes], rows: list[Row]) -> None:
    """What a kiosk does with it: each page read, checked and durable."""
    started = perf_counter()
    pages = [parse_line(decode(line)) for line in lines]
    read = perf_counter() - started
    for page in pages:
        apply_page(machine.database, page, SystemClock())
    took, count = perf_counter() - started, sum(map(_count, pages))
    how = f"{count} rows in {took:.2f} s, of which {read:.2f} s reading JSON; SQLCipher, synchronous=FULL"
    rows.append(Row("rows applied and durable on a kiosk, rows/s", count / took, 20_000, "", how, is_floor=True))


def _first_snapshot(server: LoadedServer, machine: _Machine, whose: str, rows: list[Row]) -> None:
    started = perf_counter()
    count = asyncio.run(_take_snapshot(server, machine))
    took = perf_counter() - started
    how = f"{count} rows in {took:.2f} s over HTTP"
    rows.append(Row(f"first snapshot of 50,000 rows: {whose}", took / count * SNAPSHOT_ROWS, 4, " s", how))


async def _take_snapshot(server: LoadedServer, machine: _Machine) -> int:
    """The rows that came, each page stored before the next is read."""
    enrolment, count = machine.enrolment, 0
    way = HttpTransport(f"http://127.0.0.1:{server.port}", enrolment.device_key, enrolment.device_uid)
    async for page in way.snapshot(None):
        apply_page(machine.database, page, SystemClock())
        count += _count(page)
    await way.close()
    return count


def _nothing_to_do(server: LoadedServer, centre: Replica, machine: _Machine, rows: list[Row]) -> None:
    cursor = outbox.stored_cursor(machine.database)
    headers = {"Authorization": f"Bearer {machine.enrolment.device_key}", HEADER: str(SCHEMA_VERSION)}
    asked = [request("GET", f"/api/sync/feed?cursor={cursor}", headers=headers) for _ in range(TIMES)]
    replies, _took = send_all(server.port, asked, 1)
    there = median(reply.took_s for reply in replies[20:])
    within = median(_timed(lambda: _page(centre, machine, cursor)) for _ in range(TIMES))
    how = f"one request, over HTTP; {within * 1e3:.2f} ms of it the records'; {len(replies[-1].body)} bytes"
    rows.append(Row("sync with nothing to do, at the server", there * 1e3, 5, "ms", how))


def _page(centre: Replica, machine: _Machine, cursor: str | None) -> bytes:
    page = feed_page(centre, machine.identity, cursor)
    if page.groups:
        raise RuntimeError("there was something to do")
    return page_bytes(page, SCHEMA_VERSION)


def _compare(centre: Replica, machine: _Machine, people: int, rows: list[Row]) -> None:
    """Digests of a register after one of its people was changed, and the rest counted before."""
    logging.getLogger(digests.__name__).setLevel(logging.ERROR)  # it says, rightly, that an empty machine differs
    counted = _timed(lambda: _count_all(centre, machine))
    took = [_timed_comparison(centre, machine, number) for number in range(12)]
    how = f"after one change; median of {len(took)}; making all images the first time {counted:.1f} s"
    rows.append(Row(f"comparing {people:,} patients, at the server", median(took) * 1e3, 50, "ms", how))


def _timed_comparison(centre: Replica, machine: _Machine, number: int) -> float:
    with centre.work("edit", "system") as work:
        row = work.first(select(patients).order_by(patients.c.id).offset(number).limit(1))
        if row is None:
            raise RuntimeError("nobody is registered")
        work.change(patients, row, first_name=f"Given{work.now.timestamp()}")
    _count_all(centre, machine)  # the first question makes what was not asked for before
    question = DigestQuestion(_end(centre, machine), _held(centre, machine))
    return _timed(lambda: _compared(centre, machine, question))


def _compared(centre: Replica, machine: _Machine, question: DigestQuestion) -> None:
    state = compare(centre, machine.identity, question).state
    if state is not Compared.SAME:
        raise RuntimeError(f"a machine that holds all is told: {state}")


def _held(centre: Replica, machine: _Machine) -> dict[str, Digest]:
    """What a machine that has pulled all of it says that it holds."""
    reader = reader_for(machine.identity)
    with centre.read() as reading:
        scope = reader.scope(look(reading.connection, reader, reading.now).end)
        return {noun: sums(reading.connection, reader, scope, noun).total for noun in reader.nouns()}


def _end(centre: Replica, machine: _Machine) -> str:
    with centre.read() as reading:
        return str(look(reading.connection, reader_for(machine.identity), reading.now).end)


def _count_all(centre: Replica, machine: _Machine) -> None:
    """Ask until every image was made, as a machine that has not pulled yet."""
    question = DigestQuestion(_end(centre, machine), {})
    while compare(centre, machine.identity, question).state is Compared.MOVED_ON:
        continue


def fill_register(centre: Replica) -> None:
    """Bring patients that were made past the unit of work into the register."""
    with centre.database.writing() as connection:
        connection.execute(text(_REGISTER))
        connection.execute(text(_REGISTER_HEAD))


def _grow_register(centre: Replica, size: int) -> None:
    with centre.database.writing() as connection:
        there = connection.execute(select(func.max(patients.c.id))).scalar_one()
        _run(connection, _MORE_PATIENTS, {"first": there + 1, "last": size})
        _run(connection, "SELECT setval(pg_get_serial_sequence('patients', 'id'), max(id)) FROM patients", {})
    fill_register(centre)
    with centre.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE patients"))


def _run(connection: Connection, statement: str, parameters: dict[str, int]) -> None:
    connection.execute(text(statement).execution_options(**DOOR), parameters)


@contextmanager
def _machine(centre: Replica, folder: Path, kind: str) -> Iterator[_Machine]:
    invited = invite_device(centre, kind, kind)
    enrolment = enrol_device(centre, invited.code)
    if enrolment is None:
        raise RuntimeError("the code was refused")
    with centre.read() as reading:
        row_id = reading.scalar(select(devices.c.id).where(devices.c.uid == enrolment.device_uid))
    database = open_database(f"sqlite:///{folder / str(enrolment.device_uid)}.db", key_hex=DEVICE_KEY)
    found_device(database, enrolment)
    try:
        block = enrolment.id_block
        identity = DeviceIdentity(row_id, enrolment.device_uid, enrolment.location_id, block, kind)
        yield _Machine(enrolment, identity, database)
    finally:
        database.close()


def _count(page: FeedPage) -> int:
    return sum(len(group.rows) for group in page.groups)


def _timed(act: Callable[[], object]) -> float:
    started = perf_counter()
    act()
    return perf_counter() - started


_REGISTER = """INSERT INTO register (record_uid, stripe, position)
    SELECT uid, 0, (SELECT position FROM register_heads WHERE stripe = 0) + row_number() OVER (ORDER BY id)
    FROM patients ON CONFLICT DO NOTHING"""
_REGISTER_HEAD = """UPDATE register_heads SET position = coalesce((SELECT max(position) FROM register
    WHERE stripe = 0), 0) WHERE stripe = 0"""
_MORE_PATIENTS = """INSERT INTO patients (id, uid, version, patient_number, first_name, last_name, date_of_birth, phone,
    phone_key, is_verified, created_at)
    SELECT i, gen_random_uuid(), 1, 'PAT-2021-' || lpad(i::text, 7, '0'), 'Given' || (i % 997), 'Family' || (i % 9973),
        date '1930-01-01' + (i * 7919 % 32000)::int, '+44' || (7000000000 + i), right((7000000000 + i)::text, 8), true,
        now()
    FROM generate_series(CAST(:first AS bigint), CAST(:last AS bigint)) i"""
