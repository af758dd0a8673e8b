"""In a long sync log every filter is served by an index: the databases themselves say how they find what is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from server_sync.central.opening import open_centre
from server_sync.desk.sync_log.entries import Place, Wanted, count, in_the_log, read_page
from server_sync.records.outbox import SyncStatus
from server_sync.records.replica import Replica
from tests.long_log import FIRST, SMALL_DEVICE, write_log
from tests.postgres import PostgresServer

ENTRIES = 100_000
DAY = FIRST + timedelta(days=20)
ONE_DEVICE = "01890a5d-ac96-774b-bcce-000000000007"

FILTERS = {
    "everything": Wanted(),
    "a day": Wanted(since=DAY, until=DAY + timedelta(days=1)),
    "a device": Wanted(devices=(ONE_DEVICE,)),
    "a device that has long been silent": Wanted(devices=(SMALL_DEVICE,)),
    "a device that is not there": Wanted(devices=("nobody",)),
    "a rare intent": Wanted(intent="erase"),
    "an intent that is not there": Wanted(intent="dance"),
    "a noun": Wanted(noun="patient"),
    "a noun that is not there": Wanted(noun="parrot"),
    "what failed": Wanted(status=SyncStatus.FAILED),
    "what was in conflict that day": Wanted(status=SyncStatus.CONFLICT, since=DAY, until=DAY + timedelta(days=1)),
    "what waits": Wanted(status=SyncStatus.PENDING),
    "what went well": Wanted(status=SyncStatus.SYNCED),
    "a device's day": Wanted(devices=(ONE_DEVICE,), since=DAY, until=DAY + timedelta(days=1)),
    "check-ins of a device": Wanted(devices=(ONE_DEVICE,), intent="check_in"),
}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def centre(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, postgres_server: PostgresServer
) -> Iterator[Replica]:
    folder: Path = tmp_path_factory.mktemp("log")
    with postgres_server.database() as name:
        url = postgres_server.url(name) if request.param == "postgresql" else f"sqlite:///{folder}/centre.db"
        replica = open_centre(url)
        write_log(replica.database, ENTRIES)
        yield replica
        replica.database.close()


@pytest.mark.parametrize("what", FILTERS)
@pytest.mark.parametrize("after", [None, Place(FIRST + timedelta(days=21), 2**40)], ids=["newest", "further on"])
def test_page_of_the_log_is_found_through_an_index(centre: Replica, what: str, after: Place | None) -> None:
    with centre.read() as reading, watched(reading.connection) as asked:
        read_page(reading, FILTERS[what], after, 100)
    assert asked
    for statement, parameters in asked:
        complaint = COMPLAINTS[centre.database.is_postgres](centre, statement, parameters)
        assert not complaint, f"{complaint}\n{statement}"


@pytest.mark.parametrize("what", [name for name in FILTERS if name not in ("everything", "what went well")])
def test_entries_are_counted_through_an_index(centre: Replica, what: str) -> None:
    with centre.read() as reading, watched(reading.connection) as asked:
        count(reading, FILTERS[what])
    for statement, parameters in asked:
        complaint = COMPLAINTS[centre.database.is_postgres](centre, statement, parameters, may_sort=True)
        assert not complaint, f"{complaint}\n{statement}"


def test_what_there_is_to_filter_by_is_found_without_going_through_the_log(centre: Replica) -> None:
    with centre.read() as reading, watched(reading.connection) as asked:
        devices, intents, nouns = in_the_log(reading)
    assert (len(devices), len(intents), nouns) == (21, 5, ("patient", "queue"))
    for statement, parameters in asked:
        complaint = COMPLAINTS[centre.database.is_postgres](centre, statement, parameters, may_sort=True)
        assert not complaint, f"{complaint}\n{statement}"
        if not centre.database.is_postgres and "= 'pending'" in statement:  # by another it would read all that is not
            with centre.database.reading() as connection:
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            assert "ix_offline_sync_logs_pending" in str(plan), statement


@pytest.mark.parametrize("what", ["everything", "what failed", "a device's day", "a noun that is not there"])
def test_of_more_than_somebody_counts_it_is_said_that_there_are_more(centre: Replica, what: str) -> None:
    with centre.read() as reading:
        exactly = count(reading, FILTERS[what])
        assert count(reading, FILTERS[what], 10) == min(11, exactly)
        assert count(reading, FILTERS[what], ENTRIES) == exactly


class watched:  # noqa: N801  # reads as a verb
    """Notes every question about the log that a connection is asked."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._asked: list[tuple[str, Any]] = []

    def __enter__(self) -> list[tuple[str, Any]]:
        event.listen(self._connection, "before_cursor_execute", self._note)
        return self._asked

    def __exit__(self, *_error: object) -> None:
        event.remove(self._connection, "before_cursor_execute", self._note)

    def _note(self, _connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if "FROM offline_sync_logs" in statement:
            self._asked.append((statement, parameters))


def complaint_of_sqlite(centre: Replica, statement: str, parameters: Any, *, may_sort: bool = False) -> str:
    with centre.database.reading() as connection:
        plan = [str(row[3]) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    sorts = any("TEMP B-TREE" in step for step in plan) and "ix_offline_sync_logs_pending" not in str(plan)
    scans = [step for step in plan if step.startswith("SCAN") and "USING" not in step]
    return "\n".join(plan) if scans or (sorts and not may_sort) else ""


def complaint_of_postgres(centre: Replica, statement: str, parameters: Any, *, may_sort: bool = False) -> str:
    with centre.database.reading() as connection:
        told = connection.exec_driver_sql(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", parameters).scalar_one()
    nodes = list(nodes_of((told if isinstance(told, list) else json.loads(told))[0]["Plan"]))
    whole = [node for node in nodes if node["Node Type"] == "Seq Scan"]
    # What is filtered away is read for nothing: a page must not read a hundred times what it shows.
    wasted = sum(node.get("Rows Removed by Filter", 0) * node["Actual Loops"] for node in nodes)
    return json.dumps(nodes[-1], indent=1) if whole or (wasted > 10_000 and not may_sort) else ""


def nodes_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for inner in node.get("Plans", ()):
        yield from nodes_of(inner)


COMPLAINTS = {False: complaint_of_sqlite, True: complaint_of_postgres}
