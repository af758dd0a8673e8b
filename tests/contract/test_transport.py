"""What every way to a server keeps: the one in memory that tests use, and HTTP to the real server."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import TypeVar
from uuid import UUID

import pytest

from server_sync.central.sync.enrolment import invite_device
from server_sync.clinic.ids import uuid7
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import SCHEMA_VERSION, Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.pages import FeedPage
from server_sync.records.database import open_database
from server_sync.worker.enrolment import enrol
from server_sync.worker.http_transport import HttpTransport
from server_sync.worker.transport import UNREACHABLE, Transport
from tests.clinics import MORNING, LittleClinic
from tests.fakes.transport import MemoryServer, MemoryTransport
from tests.sites import RunningServer

Answer = TypeVar("Answer")

RANDOM = Random(3)


@dataclass(frozen=True)
class Party:
    """A device with its way to the server."""

    uid: UUID
    block: int
    transport: Callable[[], Transport]

    def help_call(self, sequence: int) -> ChangeSet:
        """A set that any server takes: somebody pressed "Call for help"."""
        uid = uuid7(MORNING, RANDOM.randbytes)
        fields: dict[str, Json] = {
            "id": self.block * 2**32 + sequence,
            "uid": str(uid),
            "location_id": 1,
            "device_uid": str(self.uid),
            "token_number": f"20260309-{chr(64 + self.block)}{sequence:03d}",
            "business_date": "2026-03-09",
            "language": "en",
            "created_at": "2026-03-09T09:00:00.000000Z",
        }
        return ChangeSet(
            uid=uuid7(MORNING, RANDOM.randbytes),
            device_uid=self.uid,
            sequence=sequence,
            intent="call_for_help",
            actor="patient",
            made_at=f"{sequence:012x}.0000",
            schema_version=SCHEMA_VERSION,
            changes=(RecordChange("help_call", Action.CREATE, uid, fields),),
        )


@dataclass(frozen=True)
class Place:
    """A server, two devices of one location, a stranger's way, and a way to cut the line."""

    one: Party
    other: Party
    stranger: Callable[[], Transport]
    cut: Callable[[], None]


@pytest.fixture(params=["memory", "http"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    if request.param == "memory":
        yield _in_memory()
    else:
        yield from _over_http(tmp_path)


def _in_memory() -> Place:
    server = MemoryServer()

    def party(block: int) -> Party:
        server.keys[f"key {block}"] = uid = uuid7(MORNING, RANDOM.randbytes)
        return Party(uid, block, lambda: MemoryTransport(server, f"key {block}"))

    def cut() -> None:
        server.reachable = False

    return Place(party(1), party(2), lambda: MemoryTransport(server, "no key"), cut)


def _over_http(folder: Path) -> Iterator[Place]:
    database = open_database(f"sqlite:///{folder / 'centre.db'}", enforce_references=True)
    clinic = LittleClinic(database, folder)
    server = RunningServer(clinic.centre)
    server.start()

    def party(name: str) -> Party:
        enrolled = enrol(server.url, invite_device(clinic.centre, name, "kiosk").code)
        uid, key = enrolled.device_uid, enrolled.device_key
        return Party(uid, enrolled.id_block, lambda: HttpTransport(server.url, key, uid))

    one, other = party("one"), party("other")
    yield Place(one, other, lambda: HttpTransport(server.url, "no key", one.uid), server.stop)
    server.stop()
    database.close()


def run(party: Callable[[], Transport], steps: Callable[[Transport], Awaitable[Answer]]) -> Answer:
    """Take steps over a fresh transport, on a loop of their own."""

    async def whole() -> Answer:
        transport = party()
        try:
            return await steps(transport)
        finally:
            await transport.close()

    return asyncio.run(whole())


def rows_of(page: FeedPage) -> dict[UUID, dict[str, Json]]:
    """Every row of a page, whether it names its columns once or row by row."""
    rows = {entry.uid: entry.row for entry in page.entries if entry.row is not None}
    for group in page.groups:
        uid_at = group.columns.index("uid")
        rows |= {UUID(str(row[uid_at])): dict(zip(group.columns, row, strict=True)) for row in group.rows}
    return rows


def hashed(*sets: ChangeSet) -> list[tuple[ChangeSet, str]]:
    return [(one, one.hash()) for one in sets]


def test_what_one_device_did_reaches_the_other_and_is_settled(place: Place) -> None:
    calls = [place.one.help_call(1), place.one.help_call(2)]
    answers = run(place.one.transport, lambda way: way.push(hashed(*calls)))
    assert [(answer.uid, answer.status) for answer in answers] == [(call.uid, "synced") for call in calls]
    page = run(place.other.transport, lambda way: way.pull(None))
    rows = rows_of(page)
    for call in calls:
        row = rows[call.changes[0].uid]
        assert row["token_number"] == call.changes[0].fields["token_number"]
    assert page.is_last
    assert page.settled_through == 0
    assert run(place.one.transport, lambda way: way.pull(None)).settled_through == 2


def test_same_set_again_gets_the_same_answer_and_no_second_effect(place: Place) -> None:
    call = place.one.help_call(1)
    first = run(place.one.transport, lambda way: way.push(hashed(call)))
    cursor = run(place.one.transport, lambda way: way.pull(None)).cursor
    assert run(place.one.transport, lambda way: way.push(hashed(call))) == first
    assert rows_of(run(place.one.transport, lambda way: way.pull(cursor))) == {}


def test_changed_body_under_a_known_id_is_refused_and_the_next_set_goes_on(place: Place) -> None:
    call = place.one.help_call(1)
    run(place.one.transport, lambda way: way.push(hashed(call)))
    changed = replace(call, intent="something_else")
    answers = run(place.one.transport, lambda way: way.push(hashed(changed, place.one.help_call(2))))
    assert [(answer.status, answer.outcome) for answer in answers] == [
        ("refused", "changed_body"),
        ("synced", answers[1].outcome),
    ]


def test_set_after_a_gap_is_refused_and_may_come_again(place: Place) -> None:
    first, second = place.one.help_call(1), place.one.help_call(2)
    (refused,) = run(place.one.transport, lambda way: way.push(hashed(second)))
    assert (refused.status, refused.outcome) == ("refused", "sequence_gap")
    answers = run(place.one.transport, lambda way: way.push(hashed(first, second)))
    assert [answer.status for answer in answers] == ["synced", "synced"]


def test_of_a_copy_nothing_is_taken_that_would_fit_the_sequence_by_chance(place: Place) -> None:
    first, second, others = (place.one.help_call(number) for number in (1, 2, 1))
    run(place.one.transport, lambda way: way.push(hashed(first)))
    (refused,) = run(place.one.transport, lambda way: way.push(hashed(second), others.uid))
    assert (refused.status, refused.outcome) == ("refused", "reused_sequence")
    (taken,) = run(place.one.transport, lambda way: way.push(hashed(second), first.uid))
    assert taken.status == "synced"


def test_reader_goes_on_where_it_stood(place: Place) -> None:
    run(place.one.transport, lambda way: way.push(hashed(place.one.help_call(1))))
    first = run(place.other.transport, lambda way: way.pull(None))
    nothing = run(place.other.transport, lambda way: way.pull(first.cursor))
    assert (rows_of(nothing), nothing.cursor, nothing.is_last) == ({}, first.cursor, True)
    call = place.one.help_call(2)
    run(place.one.transport, lambda way: way.push(hashed(call)))
    later = run(place.other.transport, lambda way: way.pull(first.cursor))
    assert list(rows_of(later)) == [call.changes[0].uid]


def test_stream_brings_what_pulling_page_by_page_brings(place: Place) -> None:
    async def all_of(way: Transport) -> list[FeedPage]:
        return [page async for page in way.snapshot(None)]

    calls = [place.one.help_call(1), place.one.help_call(2)]
    run(place.one.transport, lambda way: way.push(hashed(*calls)))
    pages = run(place.other.transport, all_of)
    assert [page.is_last for page in pages] == [False] * (len(pages) - 1) + [True]
    rows: dict[UUID, dict[str, Json]] = {}
    for page in pages:
        rows |= rows_of(page)
    assert {call.changes[0].uid for call in calls} <= rows.keys()
    later = run(place.other.transport, lambda way: way.pull(pages[-1].cursor))
    assert (rows_of(later), later.is_last) == ({}, True)


def test_page_says_the_last_sequence_that_the_server_has_of_its_reader(place: Place) -> None:
    assert run(place.one.transport, lambda way: way.pull(None)).last_sequence == 0
    run(place.one.transport, lambda way: way.push(hashed(place.one.help_call(1))))
    assert run(place.one.transport, lambda way: way.pull(None)).last_sequence == 1
    assert run(place.other.transport, lambda way: way.pull(None)).last_sequence == 0


def test_body_that_was_made_ready_is_the_one_that_is_sent(place: Place) -> None:
    first, second = place.one.help_call(1), place.one.help_call(2)

    async def steps(way: Transport) -> list[str]:
        way.prepare(hashed(second))
        one = await way.push(hashed(first))
        way.prepare(hashed(second))
        return [answer.status for answer in (*one, *await way.push(hashed(second)))]

    assert run(place.one.transport, steps) == ["synced", "synced"]


def test_device_becomes_another_under_the_uid_and_key_that_it_chose_once_and_for_all(place: Place) -> None:
    uid, key = uuid7(MORNING, RANDOM.randbytes), "a key of its own"
    key_hash = hashlib.sha256(key.encode()).hexdigest()
    first = run(place.one.transport, lambda way: way.renew(uid, key_hash))
    assert (first.device_uid, first.device_key, first.kind) == (uid, "", "kiosk")
    assert run(place.one.transport, lambda way: way.renew(uid, key_hash)) == first
    with pytest.raises(ProtocolFault) as caught:
        run(place.other.transport, lambda way: way.renew(uid, "0" * 64))
    assert caught.value.code == "uid_taken"


def test_listener_hears_at_once_and_again_when_another_device_did_something(place: Place) -> None:
    async def listen(way: Transport) -> int:
        heard = 0
        news = way.listen()
        async for _ in news:
            heard += 1
            if heard == 2:
                break
            other = place.other.transport()
            await other.push(hashed(place.other.help_call(1)))
            await other.close()
        await news.aclose()  # type: ignore[attr-defined]  # every implementation is an async generator
        return heard

    assert run(place.one.transport, lambda way: asyncio.wait_for(listen(way), 20)) == 2


def test_cut_line_is_told_from_a_bad_answer(place: Place) -> None:
    place.cut()

    async def listen(way: Transport) -> None:
        async for _ in way.listen():
            raise AssertionError("nobody is there")

    ways: list[Callable[[Transport], Awaitable[object]]] = [
        lambda way: way.push(hashed(place.one.help_call(1))),
        lambda way: way.pull(None),
        listen,
    ]
    for steps in ways:
        with pytest.raises(TransportFault) as caught:
            run(place.one.transport, steps)
        assert caught.value.code == UNREACHABLE


def test_foreign_cursor_is_refused_by_name(place: Place) -> None:
    with pytest.raises(ProtocolFault) as caught:
        run(place.one.transport, lambda way: way.pull("bm90IG91cnM"))
    assert caught.value.code == "bad_cursor"


def test_server_that_never_went_back_erases_nobody_again(place: Place) -> None:
    made = place.one.help_call(1).uid
    assert run(place.one.transport, lambda way: way.tell_erasures([made])) == 0


def test_server_that_has_learned_nothing_of_waits_says_so(place: Place) -> None:
    assert run(place.one.transport, lambda way: way.learned_waits("")) is None


def test_stranger_is_refused(place: Place) -> None:
    async def listen(way: Transport) -> None:
        async for _ in way.listen():
            raise AssertionError("a stranger heard news")

    for steps in (lambda way: way.pull(None), listen):
        with pytest.raises(RefusedFault) as caught:
            run(place.stranger, steps)
        assert caught.value.code == "unknown_key"
