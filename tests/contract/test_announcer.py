"""One suite for every announcer: who listens hears of commits at their place, once, from any thread and process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from server_sync.central.news.announcer import Announcer, InProcessAnnouncer, Subscription
from server_sync.central.news.on_postgres import PostgresAnnouncer, connect_to, tell, told
from server_sync.central.news.on_sqlite import SqliteAnnouncer
from server_sync.records.database import Database, open_database
from server_sync.records.tables import locations
from tests.clinics import LittleClinic

HERE, THERE = 1, 2
PATIENCE_S = 10.0

Kind = Callable[[Database], Announcer]

BETWEEN_PROCESSES: dict[str, Kind] = {
    "sqlite": lambda database: SqliteAnnouncer(database, look_s=0.02),
    "postgresql": lambda database: PostgresAnnouncer(connect_to(database.engine), pause_s=0.02),
}
KINDS: dict[str, Kind] = {"one process": lambda _database: InProcessAnnouncer(), **BETWEEN_PROCESSES}


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """The clinic's, of the kind that the announcer of this test is for."""
    kind = request.node.callspec.params["kind"]
    url = request.getfixturevalue("postgres_url") if kind == "postgresql" else f"sqlite:///{tmp_path / 'centre.db'}"
    database = open_database(url, enforce_references=True)
    yield database
    database.close()


@pytest.fixture
def clinic(database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(database, tmp_path)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def announcer(kind: str, clinic: LittleClinic) -> Announcer:
    return KINDS[kind](clinic.centre.database)


@asynccontextmanager
async def running(announcer: Announcer) -> AsyncIterator[Announcer]:
    announcer.start()
    try:
        for _ in range(1000):
            if announcer.hears_others:
                break
            await asyncio.sleep(0.01)
        assert announcer.hears_others
        # What wakes everybody after a connection was made has been.
        await asyncio.sleep(0.05)
        yield announcer
    finally:
        announcer.stop()


async def hears(subscription: Subscription) -> None:
    await asyncio.wait_for(subscription.news(), PATIENCE_S)


async def hears_nothing(subscription: Subscription) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(subscription.news(), 0.15)


async def quiet(announcer: Announcer, location_id: int = HERE) -> Subscription:
    """A subscription after its first news."""
    subscription = announcer.subscribe(location_id)
    await hears(subscription)
    return subscription


def on_a_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    def run(announcer: Announcer, clinic: LittleClinic) -> None:
        async def whole() -> None:
            async with running(announcer):
                await test(announcer, clinic)

        asyncio.run(whole())

    run.__name__ = test.__name__
    return run


def rename(clinic: LittleClinic) -> None:
    """A commit at the clinic's location, which says so to nobody."""
    with clinic.centre.work("rename", "system") as work:
        row = {**clinic.location, "name": "old"}
        work.change(locations, row, name=str(work.new_uid()))


@on_a_loop
async def test_first_news_comes_at_once_and_is_one(announcer: Announcer, clinic: LittleClinic) -> None:
    await hears_nothing(await quiet(announcer))


@on_a_loop
async def test_listener_hears_of_their_place_and_of_no_other(announcer: Announcer, clinic: LittleClinic) -> None:
    here, there = await quiet(announcer), await quiet(announcer, THERE)
    announcer.announce([HERE])
    await hears(here)
    await hears_nothing(there)


@on_a_loop
async def test_all_who_listen_at_a_place_hear(announcer: Announcer, clinic: LittleClinic) -> None:
    several = [await quiet(announcer) for _ in range(3)]
    announcer.announce([HERE, THERE])
    await asyncio.gather(*map(hears, several))


@on_a_loop
async def test_news_that_piles_up_is_one_piece_of_news(announcer: Announcer, clinic: LittleClinic) -> None:
    here = await quiet(announcer)
    for _ in range(50):
        announcer.announce([HERE])
    await asyncio.sleep(0.1)
    await hears(here)
    await hears_nothing(here)


@on_a_loop
async def test_news_comes_from_any_thread(announcer: Announcer, clinic: LittleClinic) -> None:
    here = await quiet(announcer)
    thread = threading.Thread(target=announcer.announce, args=([HERE],))
    thread.start()
    await hears(here)
    thread.join()


@on_a_loop
async def test_own_commit_is_told_once(announcer: Announcer, clinic: LittleClinic) -> None:
    here = await quiet(announcer)
    clinic.centre.on_commit = announcer.announce
    await asyncio.to_thread(rename, clinic)
    await hears(here)
    await hears_nothing(here)


@on_a_loop
async def test_who_has_gone_is_not_counted(announcer: Announcer, clinic: LittleClinic) -> None:
    here = await quiet(announcer)
    assert announcer.listeners == 1
    announcer.unsubscribe(here)
    announcer.unsubscribe(here)
    announcer.announce([HERE])
    await hears_nothing(here)
    assert announcer.listeners == 0


@on_a_loop
async def test_nothing_is_no_news(announcer: Announcer, clinic: LittleClinic) -> None:
    here = await quiet(announcer)
    announcer.announce([])
    await hears_nothing(here)


def test_announcing_before_the_start_and_after_the_end_harms_nobody(announcer: Announcer) -> None:
    async def whole() -> None:
        async with running(announcer):
            await quiet(announcer)
        announcer.announce([HERE])

    announcer.announce([HERE])
    asyncio.run(whole())
    announcer.announce([HERE])
    assert not announcer.hears_others


def beside(kind: str, clinic: LittleClinic, test: Callable[[Announcer], Awaitable[None]]) -> None:
    """Run with an announcer on a database that another process also opens."""

    async def whole() -> None:
        async with running(BETWEEN_PROCESSES[kind](clinic.centre.database)) as announcer:
            await test(announcer)

    asyncio.run(whole())


@pytest.mark.parametrize("kind", BETWEEN_PROCESSES)
def test_commit_of_another_process_is_heard(kind: str, clinic: LittleClinic) -> None:
    other = BETWEEN_PROCESSES[kind](clinic.centre.database)

    async def commit_elsewhere(announcer: Announcer) -> None:
        async with running(other):
            clinic.centre.on_commit = other.announce
            here, there = await quiet(announcer), await quiet(announcer, THERE)
            await asyncio.to_thread(rename, clinic)
            await hears(here)
            await hears_nothing(here)
            await hears_nothing(there)

    beside(kind, clinic, commit_elsewhere)


@pytest.mark.parametrize("kind", BETWEEN_PROCESSES)
def test_commit_of_a_command_is_heard(kind: str, clinic: LittleClinic) -> None:
    async def command(announcer: Announcer) -> None:
        here = await quiet(announcer)
        if kind == "postgresql":
            clinic.centre.on_commit = lambda places: tell(clinic.centre.database, places)
        await asyncio.to_thread(rename, clinic)
        await hears(here)

    beside(kind, clinic, command)


@pytest.mark.parametrize("kind", ["postgresql"])
def test_line_that_was_cut_is_mended_and_everybody_woken(kind: str, clinic: LittleClinic) -> None:
    async def cut(announcer: Announcer) -> None:
        here, there = await quiet(announcer), await quiet(announcer, THERE)
        await asyncio.to_thread(_cut_listeners, clinic.centre.database)
        await asyncio.gather(hears(here), hears(there))
        await asyncio.to_thread(tell, clinic.centre.database, [HERE])
        await hears(here)

    beside(kind, clinic, cut)


@pytest.mark.parametrize("kind", ["postgresql"])
def test_server_that_refuses_for_a_while_is_asked_again(kind: str, clinic: LittleClinic) -> None:
    really = connect_to(clinic.centre.database.engine)
    refusals = iter([True, True, True])

    def connect() -> psycopg.Connection[Any]:
        if next(refusals, False):
            raise psycopg.OperationalError("refused")
        return really()

    async def whole() -> None:
        async with running(PostgresAnnouncer(connect, pause_s=0.01)):
            assert next(refusals, None) is None

    asyncio.run(whole())


@pytest.mark.parametrize("kind", ["postgresql"])
def test_word_that_no_announcer_wrote_wakes_everybody(kind: str, clinic: LittleClinic) -> None:
    async def gibberish(announcer: Announcer) -> None:
        here, there = await quiet(announcer), await quiet(announcer, THERE)
        await asyncio.to_thread(tell, clinic.centre.database, range(1000))
        await asyncio.gather(hears(here), hears(there))

    beside(kind, clinic, gibberish)


def test_word_for_many_places_stays_short() -> None:
    assert told([3, 1, 2]) == "1,2,3"
    assert len(told(range(2**52, 2**52 + 450))) < 8000
    assert told(range(501)) == "*"


def _cut_listeners(database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE query LIKE 'LISTEN%%' AND datname = current_database()"
        )
