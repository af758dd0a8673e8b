"""The live feed without a network: nothing is lost or doubled whatever order things happen in, and slow readers go."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random
from uuid import UUID

import pytest
from wsproto import ConnectionType
from wsproto.connection import Connection
from wsproto.events import TextMessage

from server_sync.central.access.callers import Caller
from server_sync.central.live.frames import text_frame
from server_sync.central.live.location_reader import CLOSE_TRY_LATER, Joining, LocationReader
from server_sync.central.live.outlets import CLOSE_TOO_SLOW, LONGEST_SEND_S, MOST_BUFFERED_BYTES, Outlet
from server_sync.central.live.pictures import Call, ChangedPlace, Picture
from server_sync.central.news.announcer import InProcessAnnouncer
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue.view import DoctorQueue, PlaceDetails, QueuePlace
from server_sync.protocol.faults import StorageFault
from server_sync.records.feed.publishing import Cursor

HERE = 1
BOARD = Caller(Role.DISPLAY, "board", location_id=HERE)


class Line:
    """A writer that keeps what was written; while it is `blocked`, nothing of it is taken."""

    def __init__(self) -> None:
        self.taken = b""
        self.waiting = b""
        self.blocked = False
        self.closed_with: int | None = None

    @property
    def buffered_bytes(self) -> int:
        return len(self.waiting)

    def write_frames(self, frames: bytes) -> None:
        self.waiting += frames
        if not self.blocked:
            self.take(len(self.waiting))

    def take(self, count: int) -> None:
        self.taken, self.waiting = self.taken + self.waiting[:count], self.waiting[count:]

    def close_with(self, code: int) -> None:
        self.closed_with = code

    def messages(self) -> list[dict[str, object]]:
        """What arrived, whole messages only."""
        found, rest = [], self.taken
        while len(rest) > 1:
            size, start = rest[1], 2
            if size >= 126:
                start = 4 if size == 126 else 10
                size = int.from_bytes(rest[2:start], "big")
            if len(rest) < start + size:
                break
            found.append(json.loads(rest[start : start + size]))
            rest = rest[start + size :]
        return found


class HandSeconds:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.mark.parametrize("size", [0, 1, 125, 126, 127, 65535, 65536, 70000])
def test_frame_is_what_a_websocket_reads(size: int) -> None:
    client = Connection(ConnectionType.CLIENT)
    client.receive_data(text_frame(b"x" * size) * 2)
    read = "".join(event.data for event in client.events() if isinstance(event, TextMessage))
    assert read == "x" * size * 2


def test_reader_for_whom_too_much_waits_is_dropped_and_holds_little() -> None:
    line, dropped = Line(), list[int]()
    line.blocked = True
    outlet = Outlet(line, BOARD, dropped=dropped.append)
    for _ in range(10_000):
        outlet.offer(b"x" * 1000)
    assert line.closed_with == CLOSE_TOO_SLOW
    assert dropped == [CLOSE_TOO_SLOW]
    assert line.buffered_bytes <= MOST_BUFFERED_BYTES + 1000


def test_reader_who_takes_nothing_for_too_long_is_dropped() -> None:
    line, seconds = Line(), HandSeconds()
    line.blocked = True
    outlet = Outlet(line, BOARD, now_s=seconds)
    outlet.offer(b"x" * 100)
    for _ in range(round(LONGEST_SEND_S)):
        outlet.check_pace()
        seconds.now_s += 1
    assert outlet.is_open
    seconds.now_s += 1
    outlet.check_pace()
    assert line.closed_with == CLOSE_TOO_SLOW


def test_reader_who_takes_slowly_but_takes_stays() -> None:
    line, seconds = Line(), HandSeconds()
    line.blocked = True
    outlet = Outlet(line, BOARD, now_s=seconds)
    for _ in range(60):
        outlet.offer(b"x" * 100)
        line.take(50)
        seconds.now_s += 1
        outlet.check_pace()
    assert outlet.is_open


JANE = PlaceDetails(
    "Jane", 1, UUID(int=1), 1, None, None, False, 0, 0, None, True, datetime(2026, 3, 9, tzinfo=UTC), None, None, None
)


def named(queue: DoctorQueue) -> DoctorQueue:
    """A queue as staff see it."""
    return replace(queue, places=tuple(replace(place, details=JANE) for place in queue.places))


@dataclass
class Clinic:
    """A queue whose every change is one step of its feed; it answers `look` as the records would."""

    position: int = 0
    epoch: int = 1
    places: dict[str, QueuePlace] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    looks: int = 0
    failing: bool = False
    pause: Callable[[], Awaitable[None]] = lambda: asyncio.sleep(0)

    def come(self, token: str) -> None:
        self._put(token, QueueStatus.WAITING)

    def call(self, token: str) -> None:
        again = self.calls[token].recall_count + 1 if token in self.calls else 0
        self.calls[token] = Call(datetime(2026, 3, 9, tzinfo=UTC), again)
        self._put(token, QueueStatus.CALLED)

    def end(self, token: str) -> None:
        self.calls.pop(token, None)
        self.places.pop(token)
        self._step(token)

    def _put(self, token: str, status: QueueStatus) -> None:
        number = int(token)
        self.places[token] = QueuePlace(number, UUID(int=number), token, status, None, None, "", None, None)
        self._step(token)

    def _step(self, token: str) -> None:
        self.position += 1
        self.moved[token] = self.position

    def queue(self) -> tuple[DoctorQueue, ...]:
        waiting = [place for place in self.places.values() if place.status is QueueStatus.WAITING]
        called = [place for place in self.places.values() if place.status is QueueStatus.CALLED]
        in_line = [replace(place, position=number) for number, place in enumerate(waiting, start=1)]
        return (DoctorQueue(7, "Dr Okafor", (*called, *in_line)),) if self.places else ()

    async def look(
        self, location_id: int, since: Sequence[Cursor], *, for_staff: bool, unless_at: Cursor | None
    ) -> Picture | None:
        await self.pause()
        self.looks += 1
        if self.failing:
            raise StorageFault("storage_broken", "gone")
        picture = self._picture(since)
        if for_staff:
            picture = replace(picture, for_staff=tuple(named(queue) for queue in self.queue()))
        await self.pause()
        return None if picture.cursor == unless_at else picture

    def _picture(self, since: Sequence[Cursor]) -> Picture:
        cursor = Cursor(HERE, self.position, self.epoch)
        start = min([one.position for one in since if one.epoch == self.epoch] + [self.position])
        changes = tuple(
            ChangedPlace(position, UUID(int=int(token)), token, 7, "Dr Okafor", "Room 3", self.calls.get(token))
            for token, position in sorted(self.moved.items(), key=lambda one: one[1])
            if position > start
        )
        calls = {UUID(int=int(token)): call for token, call in self.calls.items()}
        return Picture(cursor, self.queue(), {7: "Dr Okafor"}, calls, changes, start)

    async def record_shown(self, outlet: Outlet, patient_uids: frozenset[UUID]) -> None:
        return


class Board:
    """A client that comes and goes, and believes what it hears."""

    def __init__(self, reader: LocationReader) -> None:
        self._reader = reader
        self.line = Line()
        self.outlet = Outlet(self.line, BOARD)
        self.cursor: Cursor | None = None
        self.shown: dict[int, list[tuple[str, str]]] = {}
        self.called: list[tuple[str, int]] = []

    def connect(self) -> None:
        self.line = Line()
        self.outlet = Outlet(self.line, BOARD)
        self._reader.join(Joining(self.outlet, None, self.cursor, {}))

    def cut_off(self, random: Random) -> None:
        """The line breaks after any message but the first queue: what comes after it is lost."""
        self._reader.leave(self.outlet)
        messages = self.line.messages()
        self.believe(messages[: random.randint(0 if self.cursor else min(1, len(messages)), len(messages))])
        self.line = Line()

    def believe(self, messages: Sequence[dict[str, object]]) -> None:
        for message in messages:
            self.cursor = Cursor.parse(str(message["cursor"]))
            content = message["data"]
            assert isinstance(content, dict)
            if message["type"] == "queue_update":
                places = [(place["token_number"], place["current_status"]) for place in content["queue"]]
                self.shown[content["doctor_id"]] = places
            elif message["type"] == "patient_called":
                self.called.append((content["token_number"], content["recall_count"]))


def in_a_loop(test: Callable[[LocationReader, Clinic, InProcessAnnouncer], Awaitable[None]]) -> None:
    async def whole() -> None:
        announcer, clinic = InProcessAnnouncer(), Clinic()
        announcer.start()
        reader = LocationReader(HERE, clinic, announcer)
        try:
            await test(reader, clinic, announcer)
        finally:
            reader.end()

    asyncio.run(whole())


async def turns(count: int) -> None:
    for _ in range(count):
        await asyncio.sleep(0)


@pytest.mark.parametrize("seed", range(80))
def test_whatever_the_order_boards_end_with_the_queue_and_hear_each_call_once(seed: int) -> None:
    random = Random(seed)

    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        clinic.pause = lambda: turns(random.randint(0, 3))
        boards = [Board(reader) for _ in range(3)]
        connected = set(range(len(boards)))
        calls: list[tuple[str, int]] = []
        for board in boards:
            board.connect()
        await turns(30)
        for step in range(80):
            await turns(random.randint(0, 6))
            number = random.randrange(len(boards))
            match random.choice(["come", "come", "call", "call", "end", "line"]):
                case "come":
                    clinic.come(str(step + 1))
                case "call" if clinic.places:
                    token = random.choice(list(clinic.places))
                    clinic.call(token)
                    calls.append((token, clinic.calls[token].recall_count))
                case "end" if clinic.places:
                    clinic.end(random.choice(list(clinic.places)))
                case "line" if number in connected:
                    boards[number].cut_off(random)
                    connected.discard(number)
                case "line":
                    boards[number].connect()
                    connected.add(number)
            announcer.announce([HERE])
        for number in set(range(len(boards))) - connected:
            boards[number].connect()
        announcer.announce([HERE])
        await turns(60)
        for board in boards:
            board.believe(board.line.messages())
            _holds(board, clinic, calls)

    in_a_loop(whole)


def _holds(board: Board, clinic: Clinic, calls: list[tuple[str, int]]) -> None:
    truth = [(one.token_number, one.status.value) for queue in clinic.queue() for one in queue.places]
    assert board.shown.get(7, []) == truth
    # Each call is heard at most once, in their order. One that was overtaken while the board was away is not told; one
    # that still stands must have been.
    assert len(board.called) == len(set(board.called))
    assert [calls.index(call) for call in board.called] == sorted(calls.index(call) for call in board.called)
    assert {(token, call.recall_count) for token, call in clinic.calls.items()} <= set(board.called)


def test_reader_that_blocks_is_dropped_while_the_others_go_on() -> None:
    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        stuck, well = Board(reader), Board(reader)
        stuck.connect()
        well.connect()
        await turns(20)
        stuck.line.blocked = True
        for number in range(1, 120):
            clinic.come(str(number))
            if len(clinic.places) > 40:
                clinic.end(next(iter(clinic.places)))
            announcer.announce([HERE])
            await turns(8)
        assert stuck.line.closed_with == CLOSE_TOO_SLOW
        assert stuck.line.buffered_bytes < MOST_BUFFERED_BYTES + 20_000
        well.believe(well.line.messages())
        assert len(well.shown[7]) == len(clinic.places)

    in_a_loop(whole)


def test_nothing_is_read_again_where_nothing_was_committed() -> None:
    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        board = Board(reader)
        board.connect()
        await turns(20)
        told = len(board.line.taken)
        for _ in range(5):
            announcer.announce([HERE])
            await turns(8)
        assert len(board.line.taken) == told

    in_a_loop(whole)


def test_records_that_fail_for_a_while_lose_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_sync.central.live.location_reader.RETRY_S", 0.01)

    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        board = Board(reader)
        clinic.failing = True
        clinic.come("1")
        board.connect()
        while clinic.looks < 3:
            await asyncio.sleep(0.005)
        clinic.failing = False
        while not board.line.taken:
            await asyncio.sleep(0.005)
        board.believe(board.line.messages())
        assert board.shown[7] == [("1", "waiting")]

    in_a_loop(whole)


@pytest.mark.parametrize("fails", [False, True])
def test_who_leaves_while_the_records_are_asked_is_not_kept(fails: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server_sync.central.live.location_reader.RETRY_S", 0)

    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        clinic.come("1")
        asked, may_answer = asyncio.Event(), asyncio.Event()

        async def wait() -> None:
            asked.set()
            await may_answer.wait()

        clinic.pause = wait
        left = Board(reader)
        left.connect()
        await asked.wait()
        was_needed = reader.is_needed
        reader.leave(left.outlet)
        clinic.failing = fails
        may_answer.set()
        await turns(20)
        clinic.failing = False
        clinic.come("2")
        announcer.announce([HERE])
        await turns(20)
        assert (was_needed, reader.is_needed) == (True, False)
        assert not left.line.taken

    in_a_loop(whole)


def test_no_reading_is_noted_for_staff_who_leave_while_another_is_noted() -> None:
    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        noted: list[Outlet] = []
        first, second = (Outlet(Line(), Caller(Role.NURSE, name, location_id=HERE)) for name in ("a", "b"))

        async def note(outlet: Outlet, patient_uids: frozenset[UUID]) -> None:
            assert patient_uids == {JANE.patient_uid}
            noted.append(outlet)
            reader.leave(second)
            await turns(1)

        clinic.record_shown = note  # type: ignore[method-assign]
        clinic.come("1")
        for outlet in (first, second):
            reader.join(Joining(outlet, None, None, {}))
        await turns(20)
        assert noted == [first]
        assert reader.is_needed

    in_a_loop(whole)


def test_bug_in_the_feed_sends_everybody_away_to_come_again(caplog: pytest.LogCaptureFixture) -> None:
    async def whole(reader: LocationReader, clinic: Clinic, announcer: InProcessAnnouncer) -> None:
        board = Board(reader)
        board.connect()
        await turns(20)
        clinic.queue = lambda: 1 // 0  # type: ignore[method-assign,assignment,return-value]
        clinic.come("1")
        announcer.announce([HERE])
        await turns(20)
        assert board.line.closed_with == CLOSE_TRY_LATER
        assert not reader.is_needed

    in_a_loop(whole)
    assert "a bug in the live feed" in caplog.text
