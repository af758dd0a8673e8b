"""The clinic's rules: numbers, identity, arrival, waits, clocks and the states of a visit."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_sync.clinic.arrival import CheckInWindow, Timing
from server_sync.clinic.attempts import FailedAttempts
from server_sync.clinic.clocks import MAX_DRIFT_MS, HybridTime, business_date
from server_sync.clinic.identity import booking_code, initials, is_possible_birth_date, phone_ending, phone_key
from server_sync.clinic.ids import BLOCK_SIZE, block_range, uuid7
from server_sync.clinic.numbers import SERIES_LETTERS, SeriesFullError, Token, series_at, token
from server_sync.clinic.visits import QueueStatus, furthest, next_statuses
from server_sync.clinic.waits import Announced, Method, WaitEstimate, announced, counted_wait, reference_time

NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("location", "series", "text", "short"),
    [("", "", "20240115-001", "1"), ("", "B", "20240115-B017", "B 17"), ("N2", "B", "20240115-N2-B017", "B 17")],
)
def test_token_is_written_in_full_and_spoken_short(location: str, series: str, text: str, short: str) -> None:
    made = token(date(2024, 1, 15), location, series, int(text[-3:]))
    assert (str(made), made.short) == (text, short)
    assert Token.parse(text) == made


def test_a_full_series_refuses_rather_than_overflow() -> None:
    assert str(token(NOON.date(), "", "A", 999)).endswith("A999")
    with pytest.raises(SeriesFullError):
        token(NOON.date(), "", "A", 1000)


def test_series_never_use_letters_that_look_like_digits_and_never_repeat() -> None:
    series = [series_at(index) for index in range(500)]
    assert len(set(series)) == 500
    assert not set("IOQSZ") & set("".join(series))
    assert (series[0], series[20], series[21]) == ("A", "Y", "AA")
    assert len(SERIES_LETTERS) == 21


@pytest.mark.parametrize("typed", ["40718253", " 4071 8253 ", "4071-8253", "٤٠٧١٨٢٥٣", "४०७१८२५३"])
def test_booking_code_is_read_however_it_was_spaced_and_in_any_digits(typed: str) -> None:
    assert booking_code(typed) == "40718253"


@pytest.mark.parametrize(
    "typed", ["", "4071825", "407182533", "4071\x00253", "4071825😀", "4" * 10_000, "APT-2024-0001"]
)
def test_anything_else_is_no_booking_code(typed: str) -> None:
    assert booking_code(typed) is None


def test_phone_is_recognised_with_and_without_its_country_code() -> None:
    assert phone_key("+44 7700 900123") == phone_key("07700900123") == phone_key("(07700) 900-123")
    assert phone_key("12345") is None
    assert phone_key("1" * 10_000) is None
    assert phone_key(None) is None


@pytest.mark.parametrize(
    ("born", "possible"),
    [(date(1850, 1, 1), False), (date(2150, 1, 1), False), (date(2026, 3, 9), True), (date(1899, 1, 1), True)],
)
def test_birth_dates_are_those_of_people_who_may_be_alive(born: date, possible: bool) -> None:
    assert is_possible_birth_date(born, NOON.date()) is possible


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("Jane", "Sample", "J. S."),
        ("Madonna", None, "M."),
        (None, None, ""),
        ("élodie", "ñu", "É. Ñ."),
        ("किरण", "", "कि."),
    ],
)
def test_initials_keep_the_marks_of_their_script(first: str | None, last: str | None, shown: str) -> None:
    assert initials(first, last) == shown


def test_only_the_end_of_a_phone_number_is_shown() -> None:
    assert phone_ending("+44 7700 900142") == "42"
    assert phone_ending("12") == ""


@pytest.mark.parametrize(
    ("minutes", "timing"), [(-121, Timing.EARLY), (-120, Timing.ON_TIME), (30, Timing.ON_TIME), (31, Timing.LATE)]
)
def test_check_in_opens_two_hours_before_and_is_late_after_half_an_hour(minutes: int, timing: Timing) -> None:
    assert CheckInWindow().timing(NOON, NOON + timedelta(minutes=minutes)) is timing


def test_eleventh_try_in_five_minutes_is_refused_and_a_later_one_is_not() -> None:
    attempts = FailedAttempts()
    for _ in range(10):
        assert not attempts.too_many(NOON)
        attempts.failed(NOON)
    assert attempts.too_many(NOON)
    assert not attempts.too_many(NOON + timedelta(minutes=5))


def test_a_clock_set_back_does_not_lock_a_kiosk_for_years() -> None:
    attempts = FailedAttempts()
    for _ in range(10):
        attempts.failed(NOON)
    assert not attempts.too_many(NOON - timedelta(days=400))


@given(st.lists(st.integers(-10_000_000, 10_000_000), min_size=2, max_size=30))
def test_hybrid_time_never_runs_backwards_whatever_the_wall_clock_does(jumps: list[int]) -> None:
    stamp = HybridTime(0, 0)
    for jump in jumps:
        later = stamp.tick(NOON + timedelta(milliseconds=jump))
        assert later > stamp
        assert str(later) > str(stamp)
        assert HybridTime.parse(str(later)) == later
        stamp = later


def test_a_stamp_from_the_far_future_is_clamped() -> None:
    mine = HybridTime(0, 0).tick(NOON)
    seen = mine.observe(HybridTime(mine.unix_ms + 10 * MAX_DRIFT_MS, 7), NOON)
    assert seen == HybridTime(mine.unix_ms + MAX_DRIFT_MS, 0)


def test_business_date_is_the_clinics_own() -> None:
    late = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)
    assert business_date(late, "Asia/Kolkata") == date(2026, 3, 10)
    assert business_date(late, "America/New_York") == date(2026, 3, 9)


def test_uids_sort_by_time_and_say_that_they_are_version_7() -> None:
    random = Random(1)
    early, late = uuid7(NOON, random.randbytes), uuid7(NOON + timedelta(milliseconds=1), random.randbytes)
    assert early < late
    assert (early.version, early.variant) == (7, "specified in RFC 4122")


def test_blocks_of_ids_never_touch() -> None:
    assert block_range(0) == range(1, BLOCK_SIZE)
    assert block_range(1).start == block_range(0).stop
    with pytest.raises(ValueError, match="block"):
        block_range(2**21)


def test_cancelled_beats_waiting_and_called_but_never_a_visit_that_began() -> None:
    cancelled = QueueStatus.CANCELLED
    assert furthest(cancelled, QueueStatus.CALLED) is cancelled
    assert furthest(QueueStatus.IN_CONSULTATION, cancelled) is QueueStatus.IN_CONSULTATION


@given(st.sampled_from(QueueStatus), st.sampled_from(QueueStatus))
def test_furthest_state_does_not_depend_on_who_came_first(one: QueueStatus, other: QueueStatus) -> None:
    assert furthest(one, other) is furthest(other, one)


def test_a_completed_visit_is_not_called_again() -> None:
    assert QueueStatus.CALLED not in next_statuses(QueueStatus.COMPLETED)


def test_wait_counts_from_arrival_or_the_booked_time_if_later() -> None:
    assert reference_time(NOON, None) == NOON
    assert reference_time(NOON, NOON + timedelta(minutes=60)) == NOON + timedelta(minutes=60)
    assert reference_time(NOON, NOON - timedelta(minutes=5)) == NOON


def _simulated(p50_min: float, p90_min: float) -> WaitEstimate:
    return WaitEstimate(p50_min, p90_min, Method.SIMULATED, 0)


def _range(p50_min: float, p90_min: float, before: Announced | None = None) -> tuple[int, int]:
    said = announced(_simulated(p50_min, p90_min), before)
    return said.lower_min, said.upper_min


def test_wait_is_a_range_on_a_grid_that_people_can_rely_on() -> None:
    assert _range(0, 0) == (0, 5), "nobody walks to a room in no time"
    assert _range(12, 26) == (10, 30)
    assert _range(34, 41) == (30, 50)
    assert _range(59, 61) == (50, 75)
    assert _range(60, 100) == (60, 105)


def test_what_was_announced_stands_until_an_end_has_moved_by_a_step_of_the_grid() -> None:
    before = announced(_simulated(19, 34))
    assert (before.lower_min, before.upper_min) == (15, 40)
    assert _range(21, 41, before) == (15, 40), "two minutes here, seven there: less than steps of five and ten"
    assert _range(24, 34, before) == (20, 40)
    assert _range(19, 44, before) == (15, 50)
    assert _range(14, 29, before) == (10, 30)


def test_where_nothing_better_is_known_heads_are_counted_and_nobody_is_promised_a_time_before_their_own() -> None:
    first, third, booked = (counted_wait(*asked) for asked in ((0, 0, 1), (2, 0, 2), (0, 50, 1)))
    assert first is not None
    assert third is not None
    assert booked is not None
    assert (first.p50_min, first.method, first.ahead) == (13.4, Method.COUNTED, 0)
    assert third.p50_min == pytest.approx(20.1), "(2 ahead + 1) * 13.4 minutes / 2 counters"
    assert third.p90_min == pytest.approx(40.2)
    assert (booked.p50_min, booked.p90_min) == (50, 56.7)
    assert counted_wait(1, 0, 0) is None, "no counter is open"


def test_as_minutes_go_by_and_nothing_else_happens_a_wait_grows_shorter_but_never_negative() -> None:
    left = _simulated(10, 25).after(12)
    assert (left.p50_min, left.p90_min) == (0, 13)
