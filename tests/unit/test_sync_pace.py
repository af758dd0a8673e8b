"""When the worker pushes, pulls and rests, whatever happens to it."""

from __future__ import annotations

import pytest

from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, StorageFault, TransportFault
from server_sync.worker.pace import BASE_S, CAP_S, LEAST_REST_S, POLL_ALONE_S, POLL_LINKED_S, PROBE_S, Pace, Step
from server_sync.worker.state import Link
from server_sync.worker.transport import UNREACHABLE

GONE = TransportFault(UNREACHABLE, "nobody answers")
BROKEN = TransportFault("server_error", "500")


class Dice:
    """Randomness that a test sets."""

    def __init__(self, value: float = 0.5) -> None:
        self.value = value

    def __call__(self) -> float:
        return self.value


@pytest.fixture
def dice() -> Dice:
    return Dice()


@pytest.fixture
def pace(dice: Dice) -> Pace:
    """A pace that has just pushed nothing, pulled everything, and is linked."""
    pace = Pace(dice)
    for step in (Step.PUSH, Step.PULL):
        assert pace.next(0.0) is step
        pace.begin(step)
        if step is Step.PUSH:
            pace.nothing_to_push()
    pace.linked(0.0, is_linked=True)
    pace.pulled(0.0, is_last=True)
    return pace


def fail(pace: Pace, step: Step, fault: Fault, now: float) -> None:
    pace.begin(step)
    pace.failed(step, fault, now)


def rest(pace: Pace, now: float) -> float:
    step = pace.next(now)
    assert isinstance(step, float)
    return step


def test_local_commit_is_offered_at_once(pace: Pace) -> None:
    assert rest(pace, 1.0) > 0
    pace.nudge(1.0)
    assert pace.next(1.0) is Step.PUSH


def test_news_is_fetched_at_once(pace: Pace) -> None:
    pace.news(1.0)
    assert pace.next(1.0) is Step.PULL


def test_news_during_a_pull_wants_another_one(pace: Pace) -> None:
    pace.begin(Step.PULL)
    pace.news(1.0)
    pace.pulled(1.1, is_last=True)
    assert pace.next(1.1) is Step.PULL


def test_commit_during_a_push_wants_another_one(pace: Pace) -> None:
    pace.begin(Step.PUSH)
    pace.nudge(1.0)
    pace.pushed(1.1, more=False, refused=None)
    pace.begin(Step.PULL)
    pace.pulled(1.2, is_last=True)
    assert pace.next(1.2) is Step.PUSH


def test_settling_is_fetched_after_a_push(pace: Pace) -> None:
    pace.begin(Step.PUSH)
    pace.pushed(1.0, more=False, refused=None)
    assert pace.next(1.0) is Step.PULL


def test_neither_direction_starves_the_other(pace: Pace) -> None:
    taken: list[Step] = []
    for _ in range(6):
        pace.nudge(1.0)
        pace.news(1.0)
        step = pace.next(1.0)
        assert isinstance(step, Step)
        pace.begin(step)
        taken.append(step)
        if step is Step.PUSH:
            pace.pushed(1.0, more=True, refused=None)
        else:
            pace.pulled(1.0, is_last=False)
    assert taken.count(Step.PUSH) == taken.count(Step.PULL) == 3


@pytest.mark.parametrize(("roll", "seconds"), [(0.0, PROBE_S / 2), (0.5, PROBE_S), (0.999, PROBE_S * 1.5)])
def test_unreachable_server_is_probed_every_two_seconds_for_ever(
    pace: Pace, dice: Dice, roll: float, seconds: float
) -> None:
    dice.value = roll
    for hour in range(5):
        fail(pace, Step.PUSH, GONE, hour * 3600.0)
        assert rest(pace, hour * 3600.0) == pytest.approx(seconds, abs=0.01)
    assert (pace.link, pace.cause) == (Link.OFFLINE, UNREACHABLE)


@pytest.mark.parametrize("sign", ["nudge", "news"])
def test_unreachable_server_is_tried_at_once_when_something_happens(pace: Pace, sign: str) -> None:
    fail(pace, Step.PUSH, GONE, 1.0)
    getattr(pace, sign)(1.1)
    assert isinstance(pace.next(1.1), Step)


def test_errors_that_a_server_answers_double_the_pause_up_to_a_minute(pace: Pace, dice: Dice) -> None:
    dice.value = 1.0
    pauses = []
    for _ in range(12):
        fail(pace, Step.PUSH, BROKEN, 100.0)
        fail(pace, Step.PULL, BROKEN, 100.0)
        pauses.append(rest(pace, 100.0))
    assert pauses[:4] == [BASE_S * 2, BASE_S * 4, BASE_S * 8, BASE_S * 16]
    assert pauses[-1] == CAP_S
    assert pace.link is Link.WAITING


def test_pause_is_drawn_from_the_whole_range(pace: Pace, dice: Dice) -> None:
    dice.value = 0.0
    fail(pace, Step.PUSH, BROKEN, 5.0)
    assert pace.next(5.0) is Step.PUSH


def test_struggling_server_is_not_hurried_by_local_commits(pace: Pace) -> None:
    for _ in range(8):
        fail(pace, Step.PUSH, BROKEN, 1.0)
    pace.nudge(1.1)
    assert rest(pace, 1.1) > 10


def test_first_good_answer_ends_the_pauses(pace: Pace, dice: Dice) -> None:
    dice.value = 1.0
    for _ in range(8):
        fail(pace, Step.PUSH, BROKEN, 1.0)
    pace.begin(Step.PUSH)
    pace.pushed(60.0, more=False, refused=None)
    assert pace.link is Link.ONLINE
    fail(pace, Step.PUSH, BROKEN, 60.0)
    pace.begin(Step.PULL)
    assert rest(pace, 60.0) == BASE_S * 2


def test_server_that_names_a_time_is_given_it(pace: Pace) -> None:
    busy = TransportFault("server_busy", "503", retry_after_s=45.0)
    fail(pace, Step.PUSH, busy, 1.0)
    pace.begin(Step.PULL)
    assert rest(pace, 1.0) == 45.0


def test_absurd_retry_after_is_bounded(pace: Pace) -> None:
    fail(pace, Step.PUSH, TransportFault("server_busy", "503", retry_after_s=1e9), 1.0)
    pace.begin(Step.PULL)
    assert rest(pace, 1.0) == 3600.0


def test_news_still_comes_while_pushing_fails(pace: Pace) -> None:
    for _ in range(8):
        fail(pace, Step.PUSH, BROKEN, 1.0)
    pace.news(2.0)
    assert pace.next(2.0) is Step.PULL
    pace.begin(Step.PULL)
    pace.pulled(2.1, is_last=True)
    assert pace.link is Link.WAITING


@pytest.mark.parametrize(
    ("fault", "link"),
    [
        (RefusedFault("unknown_key", "revoked"), Link.NEEDS_ATTENTION),
        (StorageFault("disk_full", "no space"), Link.NEEDS_ATTENTION),
        (ProtocolFault("not_our_server", "a hotel"), Link.WAITING),
        (BROKEN, Link.WAITING),
        (GONE, Link.OFFLINE),
    ],
)
def test_state_says_what_would_mend_it(pace: Pace, fault: Fault, link: Link) -> None:
    fail(pace, Step.PUSH, fault, 1.0)
    assert (pace.link, pace.cause) == (link, fault.code)


def test_refused_set_is_shown_offered_again_later_and_holds_nothing_up(pace: Pace) -> None:
    pace.begin(Step.PUSH)
    pace.pushed(1.0, more=False, refused="sequence_gap")
    pace.begin(Step.PULL)
    pace.pulled(1.0, is_last=True)
    assert (pace.link, pace.cause) == (Link.NEEDS_ATTENTION, "sequence_gap")
    assert 30 <= rest(pace, 1.0) <= 90
    pace.nudge(2.0)
    assert pace.next(2.0) is Step.PUSH
    pace.begin(Step.PUSH)
    pace.pushed(2.0, more=False, refused=None)
    assert pace.link is Link.ONLINE


def test_news_is_asked_for_often_where_no_live_link_stands_and_rarely_where_one_does(pace: Pace) -> None:
    assert rest(pace, 0.0) == pytest.approx(POLL_LINKED_S)
    pace.linked(1.0, is_linked=False)
    assert rest(pace, 1.0) == pytest.approx(POLL_ALONE_S)


def test_first_seconds_are_syncing_and_not_online() -> None:
    assert Pace(Dice()).link is Link.SYNCING


def test_worker_that_wakes_a_moment_early_rests_on_instead_of_asking_in_circles(pace: Pace) -> None:
    rest = pace.next(0.0)
    assert isinstance(rest, float)
    assert pace.next(rest - 1e-12) == LEAST_REST_S
