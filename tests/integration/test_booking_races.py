"""Many who book at once: never more than there are places, no half claims, no deadlocks; retries count once."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from server_sync.central.access.callers import PUBLIC, Caller
from server_sync.central.desk import booking
from server_sync.central.desk.idempotency import KEPT_FOR, Once
from server_sync.clinic.roles import Role
from server_sync.clinic.slots import CELL_MIN, cell_of
from server_sync.desk.appointments.availability import SlotWish, free_slots
from server_sync.desk.appointments.booking import BookingWish
from server_sync.desk.appointments.outcomes import Booked, Declined, Person, Reason
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import RefusedFault
from server_sync.records.database import Database, open_database
from server_sync.records.tables import appointments, availability, idempotency_keys, patients, slot_counts, users
from tests.clinics import MORNING, LittleClinic, count_rows
from tests.sites import RunningServer

DESK = Caller(Role.RECEPTIONIST, "receptionist")
DAY = MORNING.date() + timedelta(days=1)
Result = TypeVar("Result")


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


def told(booked: Booked) -> Json:
    return {"id": booked.appointment.id}


def open_hours(clinic: LittleClinic, day: date, *, capacity: int, name: str = "Dr Sharma") -> int:
    """A new doctor who is in from nine to twelve that day; their id."""
    with clinic.centre.work("set_up", "system") as work:
        doctor = work.create(users, display_name=name, role="doctor", location_id=clinic.location["id"])
        work.create(
            availability,
            doctor_id=doctor["id"],
            location_id=clinic.location["id"],
            date=day,
            start_time=time(9),
            end_time=time(12),
            max_patients_per_slot=capacity,
        )
    return int(doctor["id"])


def wish(doctor_id: int, at: datetime, name: str = "Sample", **more: Any) -> BookingWish:
    phone = f"+44 7700 {abs(hash(name)) % 10**6:06d}"
    return BookingWish(doctor_id, at, Person("Jane", name, phone), **more)


def half_past(half_hours: int, day: date = DAY) -> datetime:
    """So many half hours after nine, local time."""
    return datetime.combine(day, time(9)) + timedelta(minutes=30 * half_hours)


def at_once(count: int, act: Callable[[int], Result]) -> list[Result]:
    """What each of `count` people gets who do it at the same moment."""
    together = threading.Barrier(count)

    def one(number: int) -> Result:
        together.wait(30)
        return act(number)

    with ThreadPoolExecutor(count) as people:
        return list(people.map(one, range(count)))


def taken(clinic: LittleClinic, doctor_id: int) -> dict[int, int]:
    """How many hold each cell of a doctor's day."""
    with clinic.centre.read() as reading:
        rows = reading.all(select(slot_counts).where(slot_counts.c.doctor_id == doctor_id, slot_counts.c.taken > 0))
    return {cell_of(row["starts_at"]): row["taken"] for row in rows}


def test_of_many_who_want_few_places_exactly_as_many_get_one(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=2)
    outcomes = at_once(
        16,
        lambda number: booking.book(
            clinic.centre, PUBLIC, wish(doctor, half_past(number % 3), f"N{number}"), None, told
        ),
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, Declined)]
    assert len(outcomes) - len(refused) == 6
    assert {outcome.reason for outcome in refused} == {Reason.SLOT_FULL}
    assert all(outcome.alternatives for outcome in refused)
    assert set(taken(clinic, doctor).values()) == {2}
    assert len(taken(clinic, doctor)) == 18
    assert count_rows(clinic.centre, appointments) == 6
    assert count_rows(clinic.centre, patients) == 6


def test_overlapping_visits_of_different_length_share_no_place(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=1)
    wishes = [
        wish(doctor, half_past(number % 3), f"N{number}", duration_min=30 + 30 * (number % 2)) for number in range(12)
    ]
    outcomes = at_once(12, lambda number: booking.book(clinic.centre, PUBLIC, wishes[number], None, told))
    assert any(not isinstance(outcome, Declined) for outcome in outcomes)
    assert set(taken(clinic, doctor).values()) == {1}
    with clinic.centre.read() as reading:
        minutes = reading.scalar(select(func.sum(appointments.c.duration_minutes)))
    assert minutes == len(taken(clinic, doctor)) * CELL_MIN


def test_those_who_want_each_others_places_never_block_each_other(clinic: LittleClinic) -> None:
    """Everybody moves to and fro between the same slots; the count of places stays true."""
    doctors = [open_hours(clinic, DAY, capacity=8, name=f"Dr {number}") for number in range(2)]

    def restless(number: int) -> int:
        first = booking.book(
            clinic.centre, DESK, wish(doctors[number % 2], half_past(number % 3), f"N{number}"), None, told
        )
        assert isinstance(first, dict)
        appointment_id = first["id"]
        for turn in range(4):
            elsewhere = BookingWish(doctors[(number + turn) % 2], half_past((number + turn) % 4))
            assert isinstance(appointment_id, int)
            moved = booking.move(clinic.centre, DESK, appointment_id, elsewhere, None, None, told)
            assert isinstance(moved, dict), moved
            appointment_id = moved["id"]
        return number

    at_once(8, restless)
    assert sum(sum(taken(clinic, doctor).values()) for doctor in doctors) == 8 * 6


def test_a_family_that_books_at_once_is_registered_once_each(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=10)
    people = [Person(name, "Sample", "+44 7700 900123") for name in ("Ann", "Bob", "Ann", "Bob", "Ann", "Bob")]
    at_once(
        6,
        lambda number: booking.book(
            clinic.centre, PUBLIC, BookingWish(doctor, half_past(number % 3), people[number]), None, told
        ),
    )
    assert count_rows(clinic.centre, patients) == 2
    assert count_rows(clinic.centre, appointments) == 6


def test_the_same_request_at_once_counts_once_and_all_get_its_answer(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=9)
    once = Once("public:public:/api/appointments/book", "key-1", "ab" * 32)
    asked = wish(doctor, half_past(0))
    answers = at_once(6, lambda _number: booking.book(clinic.centre, PUBLIC, asked, once, told))
    assert len({str(answer) for answer in answers}) == 1
    assert count_rows(clinic.centre, appointments) == 1
    assert Counter(taken(clinic, doctor).values()) == {1: 6}


def test_a_key_with_another_body_is_refused_and_of_another_caller_is_another_key(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=9)
    asked = wish(doctor, half_past(0))
    first = booking.book(clinic.centre, PUBLIC, asked, Once("a", "key", "ab" * 32), told)
    with pytest.raises(RefusedFault) as refused:
        booking.book(clinic.centre, PUBLIC, asked, Once("a", "key", "cd" * 32), told)
    assert refused.value.code == "idempotency_key_reused"
    assert booking.book(clinic.centre, PUBLIC, asked, Once("a", "key", "ab" * 32), told) == first
    assert booking.book(clinic.centre, PUBLIC, asked, Once("b", "key", "ab" * 32), told) != first


def test_a_refusal_is_not_kept_and_keys_are_forgotten_after_two_days(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=1)
    once = Once("a", "key", "ab" * 32)
    first = booking.book(clinic.centre, PUBLIC, wish(doctor, half_past(0), "First"), None, told)
    assert isinstance(first, dict)
    second = wish(doctor, half_past(0), "Second")
    assert isinstance(booking.book(clinic.centre, PUBLIC, second, once, told), Declined)
    assert count_rows(clinic.centre, idempotency_keys) == 0
    assert isinstance(first["id"], int)
    booking.step(clinic.centre, DESK, first["id"], "cancel_appointment", None, None, told)
    assert isinstance(booking.book(clinic.centre, PUBLIC, second, once, told), dict)
    clinic.clock.move(KEPT_FOR + timedelta(minutes=1))
    later = open_hours(clinic, DAY + timedelta(days=3), capacity=1)
    fresh = Once("a", "another", "ab" * 32)
    booking.book(clinic.centre, PUBLIC, wish(later, half_past(0, DAY + timedelta(days=3))), fresh, told)
    assert count_rows(clinic.centre, idempotency_keys) == 1


def test_the_header_makes_a_retry_over_http_safe(clinic: LittleClinic) -> None:
    doctor = open_hours(clinic, DAY, capacity=9)
    person = {"first_name": "Jane", "last_name": "Sample", "phone": "+44 7700 900123"}
    body: dict[str, Any] = {"doctor_id": doctor, "scheduled_date": f"{DAY} 09:00:00", "patient_details": person}
    server = RunningServer(clinic.centre)
    server.start()
    try:
        with httpx.Client(base_url=server.url, trust_env=False, timeout=20) as http:

            def ask(sent: dict[str, Any], key: str) -> httpx.Response:
                return http.post("/api/appointments/book", json=sent, headers={"Idempotency-Key": key})

            replies = at_once(4, lambda _number: ask(body, "a-key"))
            assert {reply.status_code for reply in replies} == {200}
            assert len({reply.text for reply in replies}) == 1
            other = ask(body | {"reason_for_visit": "Cough"}, "a-key")
            assert (other.status_code, other.json()["error"]["code"]) == (409, "idempotency_key_reused")
            assert ask(dict(reversed(body.items())), "a-key").text == replies[0].text
            assert ask(body, "x" * 256).status_code == 422
            assert ask(body, "two words").status_code == 422
    finally:
        server.stop()
    assert count_rows(clinic.centre, appointments) == 1


class BookingMachine(RuleBasedStateMachine):
    """Somebody at the desk who does anything in any order, beside a model that knows intervals only."""

    clinic: LittleClinic

    @initialize(capacity=st.integers(1, 3))
    def a_doctor(self, capacity: int) -> None:
        self.clinic.clock.move(MORNING - timedelta(hours=1) - self.clinic.clock.now())
        self.day = MORNING.date()
        self.capacity = capacity
        self.doctor = open_hours(self.clinic, self.day, capacity=capacity)
        self.held: dict[int, tuple[int, int]] = {}
        self.gone: list[int] = []
        self.people = 0

    slots = st.integers(0, 5)

    @rule(slot=slots, length=st.integers(1, 3))
    def book(self, slot: int, length: int) -> None:
        self.people += 1
        asked = wish(self.doctor, half_past(slot, self.day), f"N{self.people}", duration_min=30 * length)
        outcome = booking.book(self.clinic.centre, DESK, asked, None, told)
        expected = self._why_not(slot, length, set())
        self._compare(outcome, expected)
        if isinstance(outcome, dict):
            self.held[self._id(outcome)] = (slot, length)

    @rule(which=st.integers(0, 20))
    def cancel(self, which: int) -> None:
        self._step(which, "cancel_appointment", None)

    @rule(which=st.integers(0, 20))
    def no_show(self, which: int) -> None:
        known = self._pick(which)
        if known is not None:
            slot, _ = self.held[known]
            begun = self.clinic.clock.now().replace(tzinfo=None) >= half_past(slot, self.day)
            self._step(which, "mark_no_show", None if begun else Reason.NOT_YET)

    @rule(which=st.integers(0, 20), slot=slots, length=st.sampled_from([None, 1, 2]))
    def move(self, which: int, slot: int, length: int | None) -> None:
        known = self._pick(which)
        if known is None:
            return
        lasts = length or self.held[known][1]
        asked = BookingWish(0, half_past(slot, self.day), duration_min=None if length is None else 30 * length)
        outcome = booking.move(self.clinic.centre, DESK, known, asked, None, None, told)
        self._compare(outcome, self._why_not(slot, lasts, {known}))
        if isinstance(outcome, dict):
            del self.held[known]
            self.gone.append(known)
            self.held[self._id(outcome)] = (slot, lasts)

    @rule(which=st.integers(0, 20))
    def nothing_happens_twice(self, which: int) -> None:
        if self.gone:
            outcome = booking.move(
                self.clinic.centre,
                DESK,
                self.gone[which % len(self.gone)],
                BookingWish(0, half_past(5, self.day)),
                None,
                None,
                told,
            )
            assert isinstance(outcome, Declined)
            assert outcome.reason in (Reason.ILLEGAL_STEP, Reason.IN_THE_PAST, Reason.SLOT_FULL)

    @rule()
    def time_goes_by(self) -> None:
        self.clinic.clock.move(timedelta(minutes=10))

    @invariant()
    def the_database_counts_what_is_held(self) -> None:
        if hasattr(self, "held"):
            assert taken(self.clinic, self.doctor) == dict(self._cells(set()))
            assert max(taken(self.clinic, self.doctor).values(), default=0) <= self.capacity

    @invariant()
    def what_is_offered_can_be_had(self) -> None:
        if hasattr(self, "held"):
            with self.clinic.centre.read() as reading:
                (doctor,) = free_slots(reading, SlotWish(self.doctor, first=self.day))
            offered = {slot.starts_at.replace(tzinfo=None) for day in doctor.days for slot in day.slots}
            assert offered == {half_past(slot, self.day) for slot in range(6) if self._why_not(slot, 1, set()) is None}

    def _step(self, which: int, intent: str, expected: Reason | None) -> None:
        known = self._pick(which)
        if known is None:
            return
        self._compare(booking.step(self.clinic.centre, DESK, known, intent, None, None, told), expected)
        if expected is None:
            del self.held[known]
            if intent == "cancel_appointment":
                self.gone.append(known)

    def _pick(self, which: int) -> int | None:
        return sorted(self.held)[which % len(self.held)] if self.held else None

    def _why_not(self, slot: int, length: int, besides: set[int]) -> Reason | None:
        if half_past(slot, self.day) <= self.clinic.clock.now().replace(tzinfo=None):
            return Reason.IN_THE_PAST
        if slot + length > 6:
            return Reason.NOT_A_SLOT
        counted = self._cells(besides)
        first = cell_of(half_past(slot, self.day).replace(tzinfo=MORNING.tzinfo))
        is_full = any(counted[cell] >= self.capacity for cell in range(first, first + 6 * length))
        return Reason.SLOT_FULL if is_full else None

    def _cells(self, besides: set[int]) -> Counter[int]:
        counted: Counter[int] = Counter()
        for known, (slot, length) in self.held.items():
            if known not in besides:
                first = cell_of(half_past(slot, self.day).replace(tzinfo=MORNING.tzinfo))
                counted.update(range(first, first + 6 * length))
        return counted

    def _id(self, outcome: Json) -> int:
        assert isinstance(outcome, dict)
        assert isinstance(outcome["id"], int)
        return outcome["id"]

    def _compare(self, outcome: Json | Declined, expected: Reason | None) -> None:
        assert (outcome.reason if isinstance(outcome, Declined) else None) == expected


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Database]:
    database = open_database(postgres_url)
    yield database
    database.close()


def run_machine(database: Database, folder: Path, examples: int) -> None:
    machine = type("Machine", (BookingMachine,), {"clinic": LittleClinic(database, folder)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=25, derandomize=True, deadline=None, database=None
        ),
    )


def test_the_desk_in_any_order_never_gives_a_place_twice(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    run_machine(database, tmp_path, 30)
    database.close()


def test_the_desk_in_any_order_never_gives_a_place_twice_on_postgresql(postgres: Database, tmp_path: Path) -> None:
    run_machine(postgres, tmp_path, 8)
