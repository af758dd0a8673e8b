"""The worker lives on: through bugs, silence, hours of errors and its own restarts, over a server in memory."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from server_sync.protocol.digests import Compared, Digest, DigestAnswer, DigestQuestion
from server_sync.protocol.faults import Fault, ProtocolFault, StorageFault, TransportFault
from server_sync.protocol.pages import FeedPage
from server_sync.records import outbox
from server_sync.records.database import open_database
from server_sync.records.disk_space import LEAST_FREE_BYTES, LEAST_FREE_TO_PULL_BYTES
from server_sync.records.tables import help_calls, upstreams
from server_sync.worker.courier import Courier, Pushed
from server_sync.worker.healing import compare_and_heal
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.transport import UNREACHABLE
from server_sync.worker.upkeep import Upkeep
from server_sync.worker.worker import Worker
from tests.clinics import MORNING, Device, LittleClinic
from tests.fakes.transport import MemoryServer, MemoryTransport
from tests.sites import eventually

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def device(tmp_path: Path) -> Iterator[Device]:
    """A kiosk with its clinic and three check-ins that nobody has heard of."""
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    clinic = LittleClinic(database, tmp_path)
    device = clinic.enrol("A", 1)
    clinic.pull(device)
    call_for_help(device, 3)
    yield device
    device.database.close()
    database.close()


@pytest.fixture
def server(device: Device) -> MemoryServer:
    return MemoryServer(keys={"key": device.identity.uid})


def call_for_help(device: Device, times: int) -> None:
    from server_sync.desk.check_in import TicketPrinting
    from server_sync.desk.help import call_for_help as call

    for _ in range(times):
        with device.replica.work("call_for_help", "patient") as work:
            call(work, TicketPrinting("en", has_printer=False))


class Tended:
    """A worker under test, with what it said."""

    def __init__(
        self,
        device: Device,
        server: MemoryServer,
        connect: type[MemoryTransport] = MemoryTransport,
        beside: Surroundings | None = None,
    ) -> None:
        self.states: list[ConnectionState] = []
        self.applied: list[frozenset[str]] = []
        self.worker = Worker(
            device.replica,
            lambda: connect(server, "key"),
            self.states.append,
            self.applied.append,
            random=lambda: 0.0,
            watch_s=0.01,
            step_limit_s=0.2,
            beside=beside,
        )

    @property
    def link(self) -> Link | None:
        return self.states[-1].link if self.states else None

    @property
    def pending(self) -> int:
        return self.states[-1].pending if self.states else -1


@pytest.fixture
def tended(device: Device, server: MemoryServer) -> Iterator[Tended]:
    it = Tended(device, server)
    yield it
    assert it.worker.stop(20)


def test_everything_waiting_is_sent_and_said_to_be(tended: Tended, server: MemoryServer) -> None:
    tended.worker.start()
    eventually(lambda: tended.link is Link.ONLINE and tended.pending == 0)
    assert len(server.receipts) == 3
    assert tended.states[0].link is Link.SYNCING
    assert tended.states[-1].last_sync is not None


def test_local_commit_is_sent_at_once(device: Device, tended: Tended, server: MemoryServer) -> None:
    tended.worker.start()
    eventually(lambda: tended.link is Link.ONLINE)
    device.replica.on_commit = lambda _places: tended.worker.nudge()
    call_for_help(device, 1)
    eventually(lambda: len(server.receipts) == 4, 2)


def test_edit_made_while_a_request_was_under_way_is_sent_too(device: Device, server: MemoryServer) -> None:
    class CommitsMeanwhile(MemoryTransport):
        once = iter([True])

        async def push(self, sets, after=None):  # type: ignore[no-untyped-def]  # as in MemoryTransport
            if next(self.once, False):
                call_for_help(device, 1)
            return await super().push(sets, after)

    tended = Tended(device, server, CommitsMeanwhile)
    device.replica.on_commit = lambda _places: tended.worker.nudge()
    tended.worker.start()
    eventually(lambda: len(server.receipts) == 4 and tended.pending == 0)
    assert tended.worker.stop(20)


def test_server_that_hangs_is_given_up_and_tried_anew(tended: Tended, server: MemoryServer) -> None:
    server.hangs = True
    tended.worker.start()
    eventually(lambda: tended.worker.restarts >= 1)
    server.hangs = False
    eventually(lambda: len(server.receipts) == 3 and tended.link is Link.ONLINE)


def test_worker_with_nothing_to_do_is_not_taken_for_stuck(tended: Tended) -> None:
    tended.worker.start()
    eventually(lambda: tended.link is Link.ONLINE)
    threading.Event().wait(0.6)  # three times what a step may take: it is this silence that is tested
    assert tended.worker.restarts == 0


def test_bug_ends_one_run_and_not_the_worker(device: Device, server: MemoryServer) -> None:
    class Buggy(MemoryTransport):
        bugs = iter([True, True])

        async def pull(self, cursor: str | None) -> FeedPage:
            if next(self.bugs, False):
                raise ZeroDivisionError("a bug")
            return await super().pull(cursor)

    tended = Tended(device, server, Buggy)
    tended.worker.start()
    # A push may well be answered before the first pull fails.
    eventually(lambda: tended.worker.restarts == 2 and tended.link is Link.ONLINE and tended.pending == 0)
    assert any((state.link, state.cause) == (Link.NEEDS_ATTENTION, "internal") for state in tended.states)
    assert tended.worker.stop(20)


def test_errors_that_the_server_answers_are_waited_out(tended: Tended, server: MemoryServer) -> None:
    server.fault = TransportFault("server_error", "500")
    tended.worker.start()
    eventually(lambda: tended.link is Link.WAITING)
    server.fault = None
    eventually(lambda: tended.link is Link.ONLINE and tended.pending == 0)
    assert tended.worker.restarts == 0


def test_lost_answers_are_asked_for_until_they_come(tended: Tended, server: MemoryServer) -> None:
    server.loses_answers = True
    tended.worker.start()
    eventually(lambda: server.pushes >= 2)
    server.loses_answers = False
    eventually(lambda: tended.link is Link.ONLINE and tended.pending == 0)
    assert len(server.receipts) == 3
    assert server.head == 3


def test_batch_that_is_too_large_is_offered_in_smaller_ones(device: Device, server: MemoryServer) -> None:
    sizes: list[int] = []

    class Narrow(MemoryTransport):
        async def push(self, sets, after=None):  # type: ignore[no-untyped-def]  # as in MemoryTransport
            sizes.append(len(sets))
            if len(sets) > 1:
                raise ProtocolFault("too_large", "413")
            return await super().push(sets, after)

    tended = Tended(device, server, Narrow)
    tended.worker.start()
    eventually(lambda: len(server.receipts) == 3)
    assert sizes[0] == 3
    assert tended.worker.stop(20)


def test_cursor_that_the_server_does_not_know_begins_anew(device: Device, server: MemoryServer) -> None:
    class Forgetful(MemoryTransport):
        async def pull(self, cursor: str | None) -> FeedPage:
            if cursor is not None:
                raise ProtocolFault("bad_cursor", "not one of ours")
            return await super().pull(cursor)

    tended = Tended(device, server, Forgetful)
    tended.worker.start()
    eventually(lambda: tended.link is Link.ONLINE and tended.pending == 0)
    assert tended.worker.stop(20)


def test_refused_sets_are_kept_shown_and_not_offered_again_at_once(
    device: Device, tended: Tended, server: MemoryServer
) -> None:
    server.last_sequence[device.identity.uid] = -1
    tended.worker.start()
    eventually(lambda: tended.link is Link.NEEDS_ATTENTION and tended.states[-1].cause == "sequence_gap")
    eventually(lambda: server.pulls >= 1)
    assert (tended.pending, server.pushes, tended.worker.restarts) == (3, 1, 0)
    server.last_sequence.clear()
    tended.worker.nudge()
    eventually(lambda: tended.link is Link.ONLINE and tended.pending == 0)


def test_full_batch_of_refused_sets_asks_for_no_other(device: Device, server: MemoryServer) -> None:
    server.last_sequence[device.identity.uid] = -1
    courier = Courier(device.replica, MemoryTransport(server, "key"), most_sets=2)
    pushed = asyncio.run(courier.push())
    assert pushed == Pushed(settled=0, more=False, refused="sequence_gap")
    server.last_sequence.clear()
    assert asyncio.run(courier.push()) == Pushed(settled=3, more=False, refused=None)


def test_stopping_and_nudging_are_harmless_at_any_time(device: Device, server: MemoryServer) -> None:
    tended = Tended(device, server)
    tended.worker.nudge()
    assert tended.worker.stop(1)
    other = Tended(device, server)
    other.worker.start()
    other.worker.nudge()
    assert other.worker.stop(20)
    other.worker.nudge()


def test_kiosk_that_dies_between_two_slices_of_a_page_is_sent_the_page_again(
    device: Device, server: MemoryServer
) -> None:
    asyncio.run(carry_up(device, server))
    with device.database.writing() as connection:  # it has never heard of this server
        connection.execute(upstreams.delete())
    transport = MemoryTransport(server, "key")

    async def dies_half_way() -> None:
        courier = Courier(device.replica, transport, somebody_is_there=lambda: True)
        courier._slice.rows = 1
        pulling = asyncio.create_task(courier.pull())
        while outbox.settled_through(device.database) == 0:
            await asyncio.sleep(0)
        pulling.cancel()
        await asyncio.wait({pulling})

    asyncio.run(dies_half_way())
    assert outbox.stored_cursor(device.database) is None
    again = Courier(device.replica, transport, somebody_is_there=lambda: True)
    assert asyncio.run(again.pull()).is_last
    assert outbox.stored_cursor(device.database) is not None
    with device.replica.read() as reading:
        versions = reading.connection.execute(select(help_calls.c.version)).scalars().all()
    assert sorted(versions) == [1, 2, 3]


def test_snapshot_whose_page_does_not_fit_on_the_disk_goes_on_with_that_page(
    device: Device, server: MemoryServer
) -> None:
    """A stream read on behind the lost page would move the cursor past rows that are nowhere."""
    asyncio.run(carry_up(device, server))
    with device.database.writing() as connection:  # it has never heard of this server
        connection.execute(upstreams.delete())

    class FullForOnePage(Courier):
        full = iter([False, True])

        def _apply(self, page: FeedPage) -> frozenset[str]:
            if next(self.full, False):
                raise StorageFault("disk_full", "no space is left for the database", retry_helps=True)
            return super()._apply(page)

    async def pull_all() -> None:
        courier = FullForOnePage(device.replica, MemoryTransport(server, "key", page_entries=1))
        await courier.pull()
        with pytest.raises(StorageFault):
            await courier.pull()
        while not (await courier.pull()).is_last:
            continue

    asyncio.run(pull_all())
    with device.replica.read() as reading:
        versions = reading.connection.execute(select(help_calls.c.version)).scalars().all()
    assert sorted(versions) == [1, 2, 3]


def test_what_a_restored_server_forgot_is_offered_again_though_its_page_found_the_disk_full(
    device: Device, server: MemoryServer
) -> None:
    asyncio.run(carry_up(device, server))
    server.receipts.clear()
    server.last_sequence = dict.fromkeys(server.last_sequence, 0)

    class FullOnce(Courier):
        full = iter([True])

        def _apply(self, page: FeedPage) -> frozenset[str]:
            if next(self.full, False):
                raise StorageFault("disk_full", "no space is left for the database", retry_helps=True)
            return super()._apply(page)

    async def pull_twice() -> bool:
        courier = FullOnce(device.replica, MemoryTransport(server, "key"))
        with pytest.raises(StorageFault):
            await courier.pull()
        return (await courier.pull()).offers_again

    assert asyncio.run(pull_twice())
    assert outbox.count_pending(device.database) == 3


async def carry_up(device: Device, server: MemoryServer) -> None:
    await Courier(device.replica, MemoryTransport(server, "key")).push()


def test_nothing_is_promised_on_a_disk_that_is_nearly_full_and_what_was_promised_still_goes(
    device: Device, server: MemoryServer
) -> None:
    free = [LEAST_FREE_BYTES - 1]
    device.replica._free_bytes = lambda: free[0]
    with pytest.raises(StorageFault) as caught:
        call_for_help(device, 1)
    assert caught.value.code == "disk_full"
    tended = Tended(device, server, beside=Surroundings(free_bytes=lambda: free[0]))
    tended.worker.start()
    eventually(lambda: tended.link is Link.NEEDS_ATTENTION and tended.states[-1].cause == "disk_full")
    eventually(lambda: len(server.receipts) == 3)
    free[0] = 2 * LEAST_FREE_TO_PULL_BYTES
    call_for_help(device, 1)
    tended.worker.nudge()
    eventually(lambda: tended.link is Link.ONLINE and tended.pending == 0)
    assert len(server.receipts) == 4
    assert tended.worker.stop(20)


def test_replica_is_compared_until_both_hold_the_same(device: Device, server: MemoryServer) -> None:
    """A server that has moved on, or says nothing, has not said that all is well."""
    answers: list[int | Fault | None] = [None, TransportFault("server_error", "500"), 2, 0]
    asked_at: list[float] = []
    now = [0.0]

    class ComparesSo(Courier):
        async def compare(self) -> int | None:
            asked_at.append(now[0])
            now[0] += 3  # on a slow line
            answer = answers.pop(0)
            if isinstance(answer, Fault):
                raise answer
            return answer

    async def an_hour() -> Upkeep:
        upkeep = Upkeep(device.replica, ComparesSo(device.replica, MemoryTransport(server, "key")), lambda: now[0])
        while now[0] < 3600:
            await upkeep.see_to_it()
            now[0] += 20
        return upkeep

    assert asyncio.run(an_hour()).mended == 2
    assert asked_at == [0, 43, 86, 129]


def test_erasures_are_named_until_they_are_taken_and_seldom_where_they_are_not(
    device: Device, server: MemoryServer
) -> None:
    """After a cut line, or another's answer, with the next pull; a server of before, or one that takes no word of ours,
    hears them again in ten minutes.
    """
    answers: list[int | Fault] = [
        TransportFault("unreachable", "cut"),
        ProtocolFault("not_our_server", "a proxy's page"),
        2,
        0,
        ProtocolFault("not_found", "of before"),
    ]
    asked_at: list[float] = []
    now = [0.0]

    class NamesThem(Courier):
        async def tell_erasures(self) -> int | None:
            if not answers:
                return None
            asked_at.append(now[0])
            answer = answers.pop(0)
            if isinstance(answer, Fault):
                raise answer
            return answer

        async def compare(self) -> int | None:
            return 0

    async def half_an_hour() -> None:
        upkeep = Upkeep(device.replica, NamesThem(device.replica, MemoryTransport(server, "key")), lambda: now[0])
        while now[0] < 1800:
            await upkeep.see_to_it()
            now[0] += 20

    asyncio.run(half_an_hour())
    assert asked_at == [0, 20, 40, 60, 660]


def test_server_that_moves_on_before_it_says_what_differs_is_asked_again(device: Device, server: MemoryServer) -> None:
    class MovesOn(MemoryTransport):
        async def compare(self, question: DigestQuestion) -> DigestAnswer:
            return DigestAnswer(Compared.DIFFERS, {"patient": {0: Digest(7, 7, 7)}})

    asyncio.run(carry_up(device, server))
    assert asyncio.run(compare_and_heal(device.replica, MovesOn(server, "key"))) is None


def test_next_batch_is_read_while_one_is_awaited_and_nothing_goes_twice_or_out_of_order(
    device: Device, server: MemoryServer
) -> None:
    seen: list[int] = []
    before: list[UUID | None] = []

    class Slow(MemoryTransport):
        async def push(self, sets, after=None):  # type: ignore[no-untyped-def]  # as in MemoryTransport
            seen.extend(one.sequence for one, _ in sets)
            before.append(after)
            await asyncio.sleep(0.05)
            return await super().push(sets, after)

    async def push_all() -> None:
        courier = Courier(device.replica, Slow(server, "key"), most_sets=2)
        while await courier.push() is not None:
            continue

    call_for_help(device, 4)
    asyncio.run(push_all())
    assert seen == [1, 2, 3, 4, 5, 6, 7]
    assert before == [None, *(outbox.set_at(device.database, sequence) for sequence in (2, 4, 6))]
    call_for_help(device, 1)
    asyncio.run(push_all())
    assert before[-1] == outbox.set_at(device.database, 7), "from the log, where nothing was sent just now"


def test_two_batches_are_on_their_way_and_one_that_overtook_the_other_goes_again(
    device: Device, server: MemoryServer
) -> None:
    """Seven sets by two: the third batch comes before the second, is refused as a gap, and nobody is told of it."""
    seen: list[list[int]] = []
    late = asyncio.Event()

    class Overtaken(MemoryTransport):
        async def push(self, sets, after=None):  # type: ignore[no-untyped-def]  # as in MemoryTransport
            seen.append([one.sequence for one, _ in sets])
            if len(seen) == 2:
                await late.wait()
            answers = await super().push(sets, after)
            if len(seen) == 3:
                late.set()
            return answers

    async def push_all() -> list[Pushed | None]:
        courier = Courier(device.replica, Overtaken(server, "key"), most_sets=2)
        return [await courier.push() for _ in range(3)]

    call_for_help(device, 4)
    pushed = asyncio.run(push_all())
    assert pushed == [Pushed(4, more=True, refused=None), Pushed(3, more=False, refused=None), None]
    assert seen == [[1, 2], [3, 4], [5, 6], [7], [5, 6], [7]]
    assert len(server.receipts) == 7


def test_answers_that_came_before_the_line_broke_are_marked_though_the_next_batch_was_lost(
    device: Device, server: MemoryServer
) -> None:
    class BreaksAtTheThird(MemoryTransport):
        async def push(self, sets, after=None):  # type: ignore[no-untyped-def]  # as in MemoryTransport
            if sets[0][0].sequence > 4:
                raise TransportFault(UNREACHABLE, "the line broke")
            return await super().push(sets, after)

    call_for_help(device, 4)
    with pytest.raises(TransportFault):
        asyncio.run(Courier(device.replica, BreaksAtTheThird(server, "key"), most_sets=2).push())
    assert outbox.count_pending(device.database) == 3
