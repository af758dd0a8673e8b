"""Searching as one types over a million patients: at the centre's PostgreSQL and in a kiosk's SQLCipher file.

What is timed is the whole desk call, from the typed text to the entries that are shown, on a connection of the pool.
What is typed are beginnings of real people's names, numbers, phones and birth dates, and what nobody is called.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any
from uuid import UUID

from server_sync.clinic.identity import phone_key
from server_sync.desk.patients.search import search_patients
from server_sync.records.database import Database, open_database
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.terms import term_rows
from tests.bench.invented_register import Invented, invent
from tests.bench.table import Row
from tests.clinics import DEVICE_KEY
from tests.postgres import running_postgres

PATIENTS = 1_000_000
SEARCHES = 3_000
ASKED_MS = 30
_AT_ONCE = 20_000

_PATIENT = "id, uid, version, patient_number, first_name, last_name, date_of_birth, phone, phone_key, created_at"
_TERM = "patient_id, term, others"
_NEVER_MEET = (
    "john mary", "mary john", "wang maria", "maria wang", "jennifer david", "jose ivanov", "王 maria", "smith محمد",
    "jo mar", "sharma smi", "john xq", "zzz", "qqq john", "m zh", "x o", "j q", "linda charles", "susan mark",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Built:
    database: Database
    seconds: float


def measure() -> list[Row]:
    """Two rows: p99 at the server, p99 at the kiosk."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        for where, opened in (
            ("the server (PostgreSQL)", _postgres()),
            ("the kiosk (SQLCipher)", _kiosk(Path(folder))),
        ):
            with opened as built:
                rows.append(_row(where, built))
    return rows


def _row(where: str, built: _Built) -> Row:
    replica = Replica(built.database)
    typed = list(_typed(Random(9)))
    for text in typed[:200]:
        _search(replica, text)
    times = sorted((_search(replica, text), text) for text in typed)
    taken = [took for took, _ in times]
    p99 = quantiles(taken, n=100)[98]
    for took, text in times[-5:]:
        sys.stderr.write(f"  {took:.1f} ms: {text}\n")
    how = (
        f"p50 {median(taken):.2f} ms, p99 {p99:.2f} ms, slowest {taken[-1]:.1f} ms of {len(taken)} searches over "
        f"{PATIENTS:,} patients; built in {built.seconds:.0f} s"
    )
    return Row(f"search as one types at {where}, p99", p99, ASKED_MS, unit="ms", how=how)


def _search(replica: Replica, text: str) -> float:
    started = perf_counter()
    with replica.read() as reading:
        search_patients(reading, text)
    return (perf_counter() - started) * 1e3


def _typed(random: Random) -> Iterator[str]:
    """What people type, letter by letter, of one in a few hundred of the register."""
    step = PATIENTS // (SEARCHES // 6)
    for person in invent(PATIENTS):
        if person.id % step:
            continue
        first, last = person.first_name, person.last_name
        some_first, some_last = first[: random.randint(1, len(first))], last[: random.randint(1, len(last))]
        yield random.choice((some_first, some_last))
        yield f"{some_first} {some_last}"
        yield f"{last} {some_first}"
        yield _partly(random, person.phone)
        yield random.choice(
            (person.patient_number, _partly(random, person.patient_number), f"{some_last} {some_first[0]}")
        )
        yield random.choice(
            (
                f"{person.date_of_birth}",
                f"{person.date_of_birth:%d.%m.%Y}",
                f"{some_last} {person.date_of_birth:%d/%m/%Y}",
            )
        )
    yield from _NEVER_MEET * 10


def _partly(random: Random, text: str) -> str:
    return text[: random.randint(3, len(text))]


@contextmanager
def _postgres() -> Iterator[_Built]:
    with running_postgres() as server, server.database() as name:
        database = open_database(server.url(name))
        migrate(database)
        found(database, Identity("centre", UUID(int=1)))
        started = perf_counter()
        for people in _some(PATIENTS):
            with database.writing() as connection:
                driver: Any = connection.connection.driver_connection  # psycopg's
                _copy(driver, "patients", _PATIENT, (_values(person) for person in people))
                _copy(driver, "patient_terms", _TERM, _terms(people))
        seconds = perf_counter() - started
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE patients, patient_terms")
        yield _Built(database, seconds)
        database.close()


def _copy(driver: Any, table: str, columns: str, rows: Iterator[tuple[Any, ...]]) -> None:
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


@contextmanager
def _kiosk(folder: Path) -> Iterator[_Built]:
    database = open_database(f"sqlite:///{folder / 'kiosk.db'}", key_hex=DEVICE_KEY)
    migrate(database)
    found(database, Identity("device", UUID(int=2), 1, "A", 1))
    started = perf_counter()
    driver: Any = database.engine.raw_connection()  # sqlcipher3's
    cursor = driver.cursor()
    # A kiosk gets its register page by page; here it is laid down at once, its index last.
    (index,) = cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'ix_patient_terms_term'").fetchone()
    cursor.execute("DROP INDEX ix_patient_terms_term")
    cursor.execute("PRAGMA cache_size=-200000")
    for people in _some(PATIENTS):
        cursor.execute("BEGIN IMMEDIATE")
        _insert(cursor, "patients", _PATIENT, [_values(person, as_text=True) for person in people])
        _insert(cursor, "patient_terms", _TERM, list(_terms(people)))
        cursor.execute("COMMIT")
    cursor.execute(index)
    seconds = perf_counter() - started
    cursor.close()
    driver.close()
    database.close()
    # With the cache that a kiosk's connection has.
    database = open_database(f"sqlite:///{folder / 'kiosk.db'}", key_hex=DEVICE_KEY)
    yield _Built(database, seconds)
    database.close()


def _insert(cursor: Any, table: str, columns: str, rows: Sequence[tuple[Any, ...]]) -> None:
    places = ", ".join("?" * len(columns.split(", ")))
    cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)


def _some(count: int) -> Iterator[list[Invented]]:
    people: list[Invented] = []
    for person in invent(count):
        people.append(person)
        if len(people) == _AT_ONCE:
            yield people
            people = []
    if people:
        yield people


def _values(person: Invented, *, as_text: bool = False) -> tuple[Any, ...]:
    uid, made_at = UUID(int=person.id + 10), datetime(2026, 3, 9, tzinfo=UTC)
    return (
        person.id,
        uid.hex if as_text else uid,
        1,
        person.patient_number,
        person.first_name,
        person.last_name,
        str(person.date_of_birth),
        person.phone,
        phone_key(person.phone),
        "2026-03-09T00:00:00.000000Z" if as_text else made_at,
    )


def _terms(people: Sequence[Invented]) -> Iterator[tuple[Any, ...]]:
    for person in people:
        row = {
            "id": person.id,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "patient_number": person.patient_number,
            "phone": person.phone,
        }
        for term in term_rows(row):
            yield term["patient_id"], term["term"], term["others"]
