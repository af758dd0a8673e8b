"""What every list of print jobs promises: the fake in memory and the one in the kiosk's own database alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

import pytest

from kiosk.printing.print_jobs import PrintJobs
from tests.fakes.print_jobs import InMemoryPrintJobs
from tests.kept_print_jobs import KeptPrintJobs
from tests.sample_tickets import queue_ticket

MORNING = datetime(2024, 1, 15, 9, 20, tzinfo=UTC)


class PrintJobsOnTheBench(PrintJobs, Protocol):
    """A list under test, and what a test needs beside the Protocol."""

    def queue(self, content: Mapping[str, object], created_at: datetime, *, reprint: bool = False) -> UUID:
        """Queue a job as the front desk does."""
        ...

    def state(self, uid: UUID) -> tuple[str, str]:
        """Its state and cause, read from where they are kept."""
        ...

    def reopened(self) -> PrintJobsOnTheBench:
        """The list as a new process finds it after this one was killed."""
        ...

    def close(self) -> None:
        """Give back what the list holds open."""
        ...


def in_memory(_folder: Path) -> PrintJobsOnTheBench:
    return InMemoryPrintJobs()


def in_the_records(folder: Path) -> PrintJobsOnTheBench:
    return KeptPrintJobs(folder)


MAKERS: list[Callable[[Path], PrintJobsOnTheBench]] = [in_memory, in_the_records]


@pytest.fixture(params=MAKERS, ids=lambda maker: maker.__name__)
def print_jobs(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PrintJobsOnTheBench]:
    made: PrintJobsOnTheBench = request.param(tmp_path)
    yield made
    made.close()


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def test_without_tickets_there_is_nothing_to_print(print_jobs: PrintJobsOnTheBench) -> None:
    assert print_jobs.next_job(MORNING) is None


def test_who_came_first_gets_their_ticket_first(print_jobs: PrintJobsOnTheBench) -> None:
    second = print_jobs.queue(queue_ticket(short_number="B 18"), MORNING + seconds(1))
    first = print_jobs.queue(queue_ticket(short_number="B 17"), MORNING)
    job = print_jobs.next_job(MORNING + seconds(2))
    assert job is not None
    assert job.uid == first
    assert print_jobs.mark_sending(first)
    job = print_jobs.next_job(MORNING + seconds(2))
    assert job is not None
    assert job.uid == second


def test_a_job_says_what_was_queued(print_jobs: PrintJobsOnTheBench) -> None:
    uid = print_jobs.queue(queue_ticket("ar"), MORNING, reprint=True)
    job = print_jobs.next_job(MORNING)
    assert job is not None
    assert (job.uid, dict(job.content), job.reprint, job.attempt) == (uid, queue_ticket("ar"), True, 0)
    assert (job.created_at, job.expires_at) == (MORNING, MORNING + seconds(60))


def test_a_ticket_older_than_a_minute_is_never_printed(print_jobs: PrintJobsOnTheBench) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    assert print_jobs.next_job(MORNING + seconds(59.9)) is not None
    assert print_jobs.next_job(MORNING + seconds(60)) is None
    assert print_jobs.state(uid) == ("failed", "expired")
    assert print_jobs.next_job(MORNING) is None, "not even when the clock goes back"
    assert not print_jobs.mark_sending(uid)


def test_an_expired_ticket_stays_expired_in_the_next_process(print_jobs: PrintJobsOnTheBench) -> None:
    print_jobs.queue(queue_ticket(), MORNING)
    print_jobs.next_job(MORNING + seconds(61))
    assert print_jobs.reopened().next_job(MORNING) is None


def test_after_a_wake_up_in_1970_old_tickets_do_not_come_out(print_jobs: PrintJobsOnTheBench) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    assert print_jobs.next_job(datetime(1970, 1, 1, tzinfo=UTC)) is None
    assert print_jobs.state(uid) == ("failed", "expired")


def test_a_clock_set_back_by_seconds_costs_nobody_their_ticket(print_jobs: PrintJobsOnTheBench) -> None:
    print_jobs.queue(queue_ticket(), MORNING)
    assert print_jobs.next_job(MORNING - seconds(5)) is not None


def test_an_expired_ticket_does_not_hold_up_the_next(print_jobs: PrintJobsOnTheBench) -> None:
    print_jobs.queue(queue_ticket(), MORNING)
    fresh = print_jobs.queue(queue_ticket(), MORNING + seconds(50))
    job = print_jobs.next_job(MORNING + seconds(61))
    assert job is not None
    assert job.uid == fresh


def test_only_one_may_send_a_ticket(print_jobs: PrintJobsOnTheBench) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    assert print_jobs.mark_sending(uid)
    assert not print_jobs.mark_sending(uid)
    assert print_jobs.next_job(MORNING) is None


def test_a_ticket_nobody_queued_cannot_be_sent(print_jobs: PrintJobsOnTheBench) -> None:
    assert not print_jobs.mark_sending(uuid4())


def test_a_ticket_being_sent_when_the_kiosk_died_is_interrupted_and_not_printed_again(
    print_jobs: PrintJobsOnTheBench,
) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    print_jobs.mark_sending(uid)
    restarted = print_jobs.reopened()
    assert restarted.recover() == 1
    assert restarted.state(uid)[0] == "interrupted"
    assert restarted.next_job(MORNING) is None
    assert restarted.recover() == 0


def test_a_ticket_queued_when_the_kiosk_died_is_still_printed(print_jobs: PrintJobsOnTheBench) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    restarted = print_jobs.reopened()
    assert restarted.recover() == 0
    job = restarted.next_job(MORNING + seconds(5))
    assert job is not None
    assert job.uid == uid


def test_a_ticket_of_which_nothing_left_goes_back_with_its_old_expiry(print_jobs: PrintJobsOnTheBench) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    print_jobs.mark_sending(uid)
    print_jobs.requeue(uid)
    job = print_jobs.next_job(MORNING + seconds(1))
    assert job is not None
    assert (job.attempt, job.expires_at) == (1, MORNING + seconds(60))


@pytest.mark.parametrize("mark", ["mark_printed", "mark_unknown", "mark_interrupted"])
def test_what_became_of_a_ticket_is_kept_for_good(print_jobs: PrintJobsOnTheBench, mark: str) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    print_jobs.mark_sending(uid)
    getattr(print_jobs, mark)(uid)
    state = mark.removeprefix("mark_")
    assert print_jobs.state(uid)[0] == state
    print_jobs.requeue(uid)
    print_jobs.mark_failed(uid, "paper_out")
    restarted = print_jobs.reopened()
    restarted.recover()
    assert restarted.state(uid)[0] == state
    assert restarted.next_job(MORNING) is None


@pytest.mark.parametrize("mark", ["mark_printed", "mark_unknown", "mark_interrupted", "requeue"])
def test_a_ticket_that_was_not_sent_takes_no_mark_of_sending(print_jobs: PrintJobsOnTheBench, mark: str) -> None:
    uid = print_jobs.queue(queue_ticket(), MORNING)
    getattr(print_jobs, mark)(uid)
    assert print_jobs.state(uid)[0] == "queued"


def test_a_failed_ticket_says_why(print_jobs: PrintJobsOnTheBench) -> None:
    waiting = print_jobs.queue(queue_ticket(), MORNING)
    print_jobs.mark_failed(waiting, "no_printer")
    sent = print_jobs.queue(queue_ticket(), MORNING)
    print_jobs.mark_sending(sent)
    print_jobs.mark_failed(sent, "bad_ticket")
    assert print_jobs.state(waiting) == ("failed", "no_printer")
    assert print_jobs.state(sent) == ("failed", "bad_ticket")
    assert print_jobs.next_job(MORNING) is None
