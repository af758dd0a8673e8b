"""The spool: at most one unmarked ticket comes out, none too late, and no trouble of the printer stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kiosk.devices.network_printer import NetworkPrinter
from kiosk.devices.printer import Delivery
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.encode import TicketEncoder
from kiosk.printing.print_jobs import PrintJob, PrintJobs
from kiosk.printing.spool import JobState, Spool, TicketPrinter
from server_sync.protocol.faults import StorageFault
from tests.fakes.print_jobs import InMemoryPrintJobs
from tests.fakes.printer import FakePrinter
from tests.sample_tickets import queue_ticket

MORNING = datetime(2024, 1, 15, 9, 20, tzinfo=UTC)


class Clock:
    """Wall clock and monotonic clock, moved by hand."""

    def __init__(self) -> None:
        self.wall = MORNING
        self.monotonic = 100.0

    def pass_time(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds


class PlainRenderer:
    """Makes a ticket of its number alone."""

    def warm_up(self) -> None:
        pass

    def render(self, payload: Mapping[str, object], *, reprint: bool) -> bytes:
        return f"{payload['short_number']}{' reprint' if reprint else ''}".encode()


def make_spool(jobs: PrintJobs, printer: TicketPrinter, clock: Clock | None = None) -> Spool:
    clock = clock or Clock()
    return Spool(jobs, printer, PlainRenderer(), now=lambda: clock.wall, monotonic_s=lambda: clock.monotonic)


@contextmanager
def running(spool: Spool) -> Iterator[Spool]:
    spool.start()
    yield spool
    assert spool.stop(timeout_s=10)


def test_a_ticket_is_printed_and_noted_as_printed() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    uid = jobs.queue(queue_ticket(), MORNING)
    with running(make_spool(jobs, printer)) as spool:
        assert spool.outcome(uid, timeout_s=5) is JobState.PRINTED
    assert jobs.state(uid) == ("printed", "")
    assert printer.tickets == [b"B 17"]


def test_a_ticket_queued_while_the_spool_sleeps_wakes_it() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    with running(make_spool(jobs, printer)) as spool:
        for number in ("B 17", "B 18", "B 19"):
            uid = jobs.queue(queue_ticket(short_number=number), MORNING)
            spool.wake()
            assert spool.outcome(uid, timeout_s=5) is JobState.PRINTED
    assert printer.tickets == [b"B 17", b"B 18", b"B 19"]


def test_whoever_queued_a_ticket_may_let_it_leave_first() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    with running(make_spool(jobs, printer)) as spool:
        for count in range(1, 20):
            jobs.queue(queue_ticket(), MORNING)
            spool.wake(head_start_s=60)
            assert printer.count_tickets() == count


def test_a_printer_that_is_off_takes_no_head_start() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    printer.power_off()
    with running(make_spool(jobs, printer)) as spool:
        jobs.queue(queue_ticket(), MORNING)
        spool.wake(head_start_s=60)
        assert printer.attempts == 1


def test_a_printer_that_hangs_holds_nobody_up_for_longer_than_the_head_start() -> None:
    jobs, lets_go = InMemoryPrintJobs(), threading.Event()

    class Hanging(FakePrinter):
        def send(self, job: bytes, deadline_s: float) -> Delivery:
            lets_go.wait(10)
            return super().send(job, deadline_s)

    printer = Hanging()
    with running(make_spool(jobs, printer)) as spool:
        jobs.queue(queue_ticket(), MORNING)
        spool.wake(head_start_s=0.01)
        assert printer.count_tickets() == 0
        lets_go.set()


def test_a_reprint_says_so() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    jobs.queue(queue_ticket(), MORNING, reprint=True)
    make_spool(jobs, printer).print_what_waits()
    assert printer.tickets == [b"B 17 reprint"]


def test_sending_is_noted_before_the_first_byte_leaves() -> None:
    jobs = InMemoryPrintJobs()
    seen: list[str] = []

    class Watching(FakePrinter):
        def send(self, job: bytes, deadline_s: float) -> Delivery:
            seen.append(jobs.state(uid)[0])
            return super().send(job, deadline_s)

    uid = jobs.queue(queue_ticket(), MORNING)
    make_spool(jobs, Watching()).print_what_waits()
    assert seen == ["sending"]


def test_a_printer_without_paper_is_tried_again_until_it_has_some() -> None:
    jobs, printer, clock = InMemoryPrintJobs(), FakePrinter(), Clock()
    uid = jobs.queue(queue_ticket(), MORNING)
    spool = make_spool(jobs, printer, clock)
    printer.take_paper_away()
    waits = []
    for _ in range(7):
        waits.append(spool.print_what_waits())
        assert spool.outcome(uid, timeout_s=0) is JobState.DELAYED
        clock.pass_time(waits[-1] or 0)
    assert waits == [0.2, 0.5, 1.0, 2.0, 4.0, 4.0, 4.0]
    assert jobs.state(uid)[0] == "queued"
    printer.put_paper_in()
    assert spool.print_what_waits() is None
    assert spool.outcome(uid, timeout_s=0) is JobState.PRINTED
    assert printer.tickets == [b"B 17"]


def test_a_ticket_never_comes_out_once_its_minute_is_over_though_the_printer_is_back() -> None:
    jobs, printer, clock = InMemoryPrintJobs(), FakePrinter(), Clock()
    uid = jobs.queue(queue_ticket(), MORNING)
    spool = make_spool(jobs, printer, clock)
    printer.power_off()
    spool.print_what_waits()
    clock.pass_time(60)
    printer.power_on()
    assert spool.print_what_waits() is None
    assert spool.outcome(uid, timeout_s=0) is JobState.EXPIRED
    assert jobs.state(uid) == ("failed", "expired")
    assert printer.tickets == []


def test_a_clock_that_is_set_back_gives_a_ticket_no_longer_life() -> None:
    jobs, printer, clock = InMemoryPrintJobs(), FakePrinter(), Clock()
    uid = jobs.queue(queue_ticket(), MORNING)
    spool = make_spool(jobs, printer, clock)
    printer.power_off()
    spool.print_what_waits()
    clock.pass_time(61)
    clock.wall = MORNING
    printer.power_on()
    spool.print_what_waits()
    assert spool.outcome(uid, timeout_s=0) is JobState.EXPIRED
    assert printer.tickets == []


def test_sending_may_not_take_longer_than_the_ticket_lives() -> None:
    jobs, clock = InMemoryPrintJobs(), Clock()
    deadlines: list[float] = []

    class Timed(FakePrinter):
        def send(self, job: bytes, deadline_s: float) -> Delivery:
            deadlines.append(deadline_s)
            return super().send(job, deadline_s)

    jobs.queue(queue_ticket(), MORNING)
    jobs.queue(queue_ticket(), MORNING - timedelta(seconds=57))
    make_spool(jobs, Timed(), clock).print_what_waits()
    assert deadlines == [3.0, 10.0]


@pytest.mark.parametrize(
    ("trouble", "state"),
    [
        (FakePrinter.run_out_of_paper_in_the_middle, JobState.INTERRUPTED),
        (FakePrinter.lose_power_in_the_middle, JobState.INTERRUPTED),
        (FakePrinter.fall_silent, JobState.UNKNOWN),
    ],
)
def test_a_ticket_of_which_bytes_left_is_never_sent_again(
    trouble: Callable[[FakePrinter], None], state: JobState
) -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    uid = jobs.queue(queue_ticket(), MORNING)
    trouble(printer)
    spool = make_spool(jobs, printer)
    for _ in range(3):
        assert spool.print_what_waits() is None
    assert printer.attempts == 1
    assert spool.outcome(uid, timeout_s=0) is state
    assert jobs.state(uid)[0] == state.value


def test_a_ticket_that_cannot_be_made_does_not_hold_up_the_next() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    bad = jobs.queue({"kind": "nonsense"}, MORNING)
    good = jobs.queue(queue_ticket(), MORNING + timedelta(seconds=1))
    clock = Clock()
    spool = Spool(jobs, printer, TicketEncoder(58), now=lambda: clock.wall, monotonic_s=lambda: clock.monotonic)
    spool.print_what_waits()
    assert jobs.state(bad) == ("failed", "bad_ticket")
    assert jobs.state(good) == ("printed", "")


def test_a_driver_that_crashes_leaves_the_ticket_interrupted_and_the_spool_alive() -> None:
    class Crashing(FakePrinter):
        def send(self, job: bytes, deadline_s: float) -> Delivery:
            if self.attempts == 0:
                self.attempts += 1
                raise RuntimeError("a bug in the driver")
            return super().send(job, deadline_s)

    jobs, printer = InMemoryPrintJobs(), Crashing()
    first = jobs.queue(queue_ticket(), MORNING)
    second = jobs.queue(queue_ticket(), MORNING + timedelta(seconds=1))
    with running(make_spool(jobs, printer)) as spool:
        assert spool.outcome(second, timeout_s=5) is JobState.PRINTED
    assert jobs.state(first)[0] == "interrupted"


def test_a_listener_that_fails_does_not_stop_the_printing() -> None:
    def fail(uid: UUID, state: JobState) -> None:
        raise RuntimeError("a bug in the screen")

    jobs, printer, clock = InMemoryPrintJobs(), FakePrinter(), Clock()
    uid = jobs.queue(queue_ticket(), MORNING)
    Spool(jobs, printer, PlainRenderer(), on_state_changed=fail, now=lambda: clock.wall).print_what_waits()
    assert jobs.state(uid)[0] == "printed"


def test_a_listener_hears_every_step() -> None:
    heard: list[JobState] = []
    jobs, printer, clock = InMemoryPrintJobs(), FakePrinter(), Clock()
    jobs.queue(queue_ticket(), MORNING)
    spool = Spool(
        jobs, printer, PlainRenderer(), on_state_changed=lambda _, state: heard.append(state), now=lambda: clock.wall
    )
    printer.open_cover()
    spool.print_what_waits()
    printer.close_cover()
    spool.print_what_waits()
    assert heard == [JobState.SENDING, JobState.DELAYED, JobState.SENDING, JobState.PRINTED]


def test_a_full_disk_after_printing_never_prints_twice() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    uid = jobs.queue(queue_ticket(), MORNING)

    class DiskFillsWhilePrinting(FakePrinter):
        def send(self, job: bytes, deadline_s: float) -> Delivery:
            jobs.broken = True
            return printer.send(job, deadline_s)

    spool = make_spool(jobs, DiskFillsWhilePrinting())
    with pytest.raises(StorageFault):
        spool.print_what_waits()
    assert spool.outcome(uid, timeout_s=0) is JobState.PRINTED
    jobs.broken = False
    assert jobs.state(uid)[0] == "sending"
    spool.print_what_waits()
    assert jobs.state(uid)[0] == "printed"
    assert printer.tickets == [b"B 17"]


def test_a_full_disk_at_start_is_waited_out() -> None:
    jobs, printer = InMemoryPrintJobs(), FakePrinter()
    interrupted = jobs.queue(queue_ticket(), MORNING)
    jobs.mark_sending(interrupted)
    jobs.broken = True
    spool = make_spool(jobs, printer)
    with pytest.raises(StorageFault):
        spool.print_what_waits()
    jobs.broken = False
    spool.print_what_waits()
    assert jobs.state(interrupted)[0] == "interrupted"
    assert printer.tickets == []


class Killed(BaseException):
    """The process ends here: nothing after it runs."""


class KilledAt:
    """Stands between the spool and what it uses, and kills it before or after its n-th step."""

    def __init__(self, step: int, *, after: bool) -> None:
        self.remaining = step
        self.after = after

    def around(self, act: Callable[[], object]) -> object:
        self.remaining -= 1
        if self.remaining == 0 and not self.after:
            raise Killed
        result = act()
        if self.remaining == 0:
            raise Killed
        return result


class MortalJobs:
    """A list of jobs used by a process that may be killed."""

    def __init__(self, jobs: InMemoryPrintJobs, death: KilledAt) -> None:
        self._jobs, self._death = jobs, death

    def next_job(self, now: datetime) -> PrintJob | None:
        return self._death.around(lambda: self._jobs.next_job(now))  # type: ignore[return-value]  # passes it through

    def mark_sending(self, uid: UUID) -> bool:
        return bool(self._death.around(lambda: self._jobs.mark_sending(uid)))

    def mark_printed(self, uid: UUID) -> None:
        self._death.around(lambda: self._jobs.mark_printed(uid))

    def mark_failed(self, uid: UUID, cause: str) -> None:
        self._death.around(lambda: self._jobs.mark_failed(uid, cause))

    def mark_unknown(self, uid: UUID) -> None:
        self._death.around(lambda: self._jobs.mark_unknown(uid))

    def mark_interrupted(self, uid: UUID) -> None:
        self._death.around(lambda: self._jobs.mark_interrupted(uid))

    def requeue(self, uid: UUID) -> None:
        self._death.around(lambda: self._jobs.requeue(uid))

    def recover(self) -> int:
        return self._death.around(self._jobs.recover)  # type: ignore[return-value]  # passes it through


class MortalPrinter(FakePrinter):
    """Prints for a process that may be killed around it; the paper stays where it is."""

    def __init__(self, death: KilledAt, tickets: list[bytes]) -> None:
        super().__init__()
        self.tickets = tickets
        self._death = death

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        return self._death.around(lambda: super(MortalPrinter, self).send(job, deadline_s))  # type: ignore[return-value]


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("without_paper_first", [False, True])
@pytest.mark.parametrize("step", range(1, 11))
def test_whatever_step_the_kiosk_is_killed_at_at_most_one_unmarked_ticket_comes_out(
    step: int, without_paper_first: bool, after: bool
) -> None:
    jobs, tickets, death = InMemoryPrintJobs(), list[bytes](), KilledAt(step, after=after)
    uid = jobs.queue(queue_ticket(), MORNING)
    printer = MortalPrinter(death, tickets)
    spool = make_spool(MortalJobs(jobs, death), printer)
    try:
        if without_paper_first:
            printer.take_paper_away()
            spool.print_what_waits()
            printer.put_paper_in()
        spool.print_what_waits()
    except Killed:
        make_spool(jobs, MortalPrinter(KilledAt(99, after=False), tickets)).print_what_waits()
    assert len(tickets) <= 1
    state, _ = jobs.state(uid)
    assert state in {"printed", "interrupted"}
    assert tickets or state == "interrupted", "a ticket that is noted as printed was printed"


def test_stopping_waits_for_the_ticket_at_hand() -> None:
    started, finish = threading.Event(), threading.Event()

    class Held(FakePrinter):
        def send(self, job: bytes, deadline_s: float) -> Delivery:
            started.set()
            finish.wait(5)
            return super().send(job, deadline_s)

    jobs = InMemoryPrintJobs()
    uid = jobs.queue(queue_ticket(), MORNING)
    spool = make_spool(jobs, Held())
    spool.start()
    assert started.wait(5)
    assert not spool.stop(timeout_s=0)
    finish.set()
    assert spool.stop(timeout_s=5)
    assert jobs.state(uid)[0] == "printed"


@pytest.fixture
def printer() -> Iterator[VirtualPrinter]:
    switched_on = VirtualPrinter().start()
    yield switched_on
    switched_on.stop()


def test_a_real_ticket_goes_all_the_way_though_the_printer_was_off_at_first(printer: VirtualPrinter) -> None:
    printer.power_off()
    jobs = InMemoryPrintJobs()
    spool = Spool(jobs, NetworkPrinter("127.0.0.1", printer.port), TicketEncoder(58))
    uid = jobs.queue(queue_ticket(), datetime.now(UTC))
    spool.print_what_waits()
    assert spool.outcome(uid, timeout_s=0) is JobState.DELAYED
    printer.power_on()
    with running(spool):
        (ticket,) = printer.wait_for_tickets(1)
        assert "B 17" in ticket.lines


def test_the_whole_way_keeps_its_promise_when_the_power_goes_in_the_middle(printer: VirtualPrinter) -> None:
    jobs = InMemoryPrintJobs()
    spool = Spool(jobs, NetworkPrinter("127.0.0.1", printer.port), TicketEncoder(58))
    uid = jobs.queue(queue_ticket(), datetime.now(UTC))
    printer.fail_power_after(500)
    spool.print_what_waits()
    printer.power_on()
    spool.print_what_waits()
    assert jobs.state(uid)[0] == "interrupted"
    assert len(printer.tickets) + len(printer.scraps) == 1
    assert printer.tickets == ()
