"""The queue against a small model of it: whatever a front desk does, in whatever order, both agree after each step."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import select

from server_sync.clinic.queue_policy import SpecialReason
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.queue.calling import call_next, mark_absent, recall
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.outcomes import (
    Done,
    EmergencyRaised,
    IllegalStep,
    Joined,
    NobodyWaits,
    NoMoreRecalls,
    NothingToUndo,
)
from server_sync.desk.queue.steps import override, park, set_status, set_triage, transfer, unpark
from server_sync.desk.queue.undo import undo
from server_sync.desk.queue.view import current_queue
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.records.database import open_database
from server_sync.records.tables import patients, queue_management, users
from tests.clinics import MORNING, LittleClinic
from tests.postgres import PostgresServer

NEXT = {
    "waiting": {"called", "in_consultation", "cancelled"},
    "called": {"in_consultation", "waiting", "cancelled"},
    "in_consultation": {"completed", "called", "waiting"},
    "completed": {"in_consultation"},
    "cancelled": {"waiting", "called"},
}
TARGETS = {None: 90, 2: 15, 3: 45, 4: 90, 5: 90}
MINUTE = timedelta(minutes=1)

OpenClinic = Callable[[], Any]


@dataclass(frozen=True)
class Place:
    """What the model knows of a place. Times are minutes since the morning."""

    order: int
    doctor: int | None
    arrived: int
    booked: int | None = None
    is_special: bool = False
    status: str = "waiting"
    triage: int | None = None
    counted_from: int | None = None
    held: str | None = None
    absent: int = 0
    recalls: int = 0
    is_called: bool = False
    put_first_at: int | None = None

    def may_be_called(self, now: int) -> bool:
        is_away = self.held == "absent" and self.counted_from is not None and now < self.counted_from + 5
        return self.status == "waiting" and self.held != "parked" and not is_away

    def legal(self) -> set[str]:
        return NEXT[self.status] - ({"waiting"} if self.triage == 1 else set())

    def key(self, now: int) -> tuple[Any, ...]:
        late = self.booked is not None and self.arrived - self.booked > 15
        booked = None if late else self.booked
        reference = max(self.arrived, booked or self.arrived) if self.counted_from is None else self.counted_from
        target = Fraction(TARGETS[self.triage])
        as_booked = booked is not None and target >= 20
        target = Fraction(20) if as_booked else target
        if self.is_special:
            target *= Fraction(3, 4) if as_booked else Fraction(2, 3)
        tie = (reference, self.arrived, self.order)
        if self.put_first_at is not None:
            return (0, self.put_first_at, *tie)
        if reference > now:
            return (2, reference, target, self.triage or 4, *tie)
        return (1, -Fraction(now - reference) / target**2, target, self.triage or 4, *tie)


NOT_CALLED: dict[str, Any] = {"is_called": False, "recalls": 0}


class QueueMachine(RuleBasedStateMachine):
    """One front desk with two doctors and a common line."""

    def __init__(self, opened: OpenClinic) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.clinic: LittleClinic = self._stack.enter_context(opened())
        with self.clinic.centre.work("set_up", "system") as work:
            second = work.create(users, display_name="Dr Amari", role="doctor", location_id=1)
        self.doctors = [self.clinic.doctor["id"], second["id"]]
        self.places: dict[int, Place] = {}
        self.before: dict[int, Place] = {}
        self.made = 0

    def teardown(self) -> None:
        self._stack.close()

    @property
    def now(self) -> int:
        return int((self.clinic.clock.now() - MORNING) / MINUTE)

    def do(self, intent: QueueIntent, operation: Any, *args: Any) -> Any:
        with self.clinic.centre.work(intent, "desk") as work:
            return operation(work, *args)

    def stepped(self, place: int, **values: Any) -> None:
        """The model takes a step that can be taken back; one that changes nothing is none."""
        after = replace(self.places[place], **values)
        if after != self.places[place]:
            self.before[place] = self.places[place]
            self.places[place] = after

    def pick(self, number: int) -> int:
        return sorted(self.places)[number % len(self.places)]

    @rule(doctor=st.sampled_from([0, 1, None]), is_special=st.booleans(), red_flag=st.integers(0, 9))
    def somebody_walks_in(self, doctor: int | None, is_special: bool, red_flag: int) -> None:
        with self.clinic.centre.work("register", "desk") as work:
            patient = work.create(patients, patient_number=f"PAT-{len(self.places)}-{self.made}")
        self.made += 1
        doctor_id = None if doctor is None else self.doctors[doctor]
        reason = SpecialReason.PREGNANT if is_special else None
        joining = Joining(patient["id"], 1, doctor_id, special_reason=reason, red_flag=red_flag == 0)
        outcome = self.do(QueueIntent.JOIN, join, joining)
        if red_flag == 0:
            assert isinstance(outcome, EmergencyRaised)
            return
        assert isinstance(outcome, Joined)
        place = Place(self.made, doctor_id, self.now, is_special=is_special)
        self.places[outcome.place.place.id] = place

    @rule(minutes=st.sampled_from([-30, -16, -15, -5, 0, 5, 20, 90]))
    def somebody_checks_in(self, minutes: int) -> None:
        self.made += 1
        starts_at = self.clinic.clock.now() + minutes * MINUTE
        uid = self.clinic.book(starts_at, code=f"{self.made:08d}")["uid"]
        with self.clinic.centre.work("check_in", "patient") as work:
            outcome = check_in(work, uid, TicketPrinting("en", has_printer=False))
        assert isinstance(outcome, CheckedIn)
        with self.clinic.centre.read() as reading:
            place = reading.scalar(
                select(queue_management.c.id).where(queue_management.c.uid == outcome.ticket.queue_uid)
            )
        booked = Place(self.made, self.doctors[0], self.now, booked=self.now + minutes)
        self.places[place] = booked
        waiting = sorted(
            (one for one in self.places.values() if one.doctor == self.doctors[0] and one.may_be_called(self.now)),
            key=lambda one: one.key(self.now),
        )
        assert outcome.ticket.people_ahead == waiting.index(booked)

    @rule(minutes=st.sampled_from([1, 5, 10, 15, 25]))
    def time_passes(self, minutes: int) -> None:
        self.clinic.clock.move(minutes * MINUTE)

    @rule(doctor=st.sampled_from([0, 1]))
    def doctor_calls(self, doctor: int) -> None:
        doctor_id = self.doctors[doctor]
        line = {
            number: place.key(self.now)
            for number, place in self.places.items()
            if place.doctor in (None, doctor_id) and place.may_be_called(self.now)
        }
        outcome = self.do(QueueIntent.CALL_NEXT, call_next, 1, doctor_id)
        if not line:
            assert isinstance(outcome, NobodyWaits)
            return
        assert isinstance(outcome, Done)
        called = outcome.place.place.id
        assert called == min(line, key=lambda number: line[number])
        values = {"status": "called", "doctor": doctor_id, "is_called": True, "recalls": 0}
        self.stepped(called, **values, held=None, put_first_at=None)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99), status=st.sampled_from(sorted(NEXT)))
    def somebody_sets_a_state(self, number: int, status: str) -> None:
        place = self.pick(number)
        held = self.places[place]
        outcome = self.do(QueueIntent.SET_STATUS, set_status, place, QueueStatus(status))
        if status not in held.legal():
            assert isinstance(outcome, IllegalStep)
            assert set(outcome.legal) == held.legal()
            return
        assert isinstance(outcome, Done)
        values: dict[str, Any] = {"status": status}
        if status == "waiting":
            values |= {"held": None, **NOT_CALLED}
        elif status == "called" and held.status == "in_consultation" and held.is_called:
            values |= {"held": None}
        elif status == "called":
            values |= {"held": None, "is_called": True, "recalls": 0, "put_first_at": None}
        elif status == "in_consultation":
            values |= {"held": None, "put_first_at": None}
        elif status == "cancelled":
            values |= {"held": None}
        self.stepped(place, **values)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99))
    def somebody_is_called_again(self, number: int) -> None:
        place = self.pick(number)
        held = self.places[place]
        outcome = self.do(QueueIntent.RECALL, recall, place)
        if held.status != "called":
            assert isinstance(outcome, IllegalStep)
        elif held.recalls == 3:
            assert isinstance(outcome, NoMoreRecalls)
        else:
            self.stepped(place, recalls=held.recalls + 1)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99))
    def somebody_does_not_come(self, number: int) -> None:
        place = self.pick(number)
        held = self.places[place]
        outcome = self.do(QueueIntent.ABSENT, mark_absent, place)
        if held.status != "called" or held.triage == 1:
            assert isinstance(outcome, IllegalStep)
            return
        values: dict[str, Any] = {"held": "absent", "absent": held.absent + 1, "put_first_at": None}
        again = {"status": "waiting", "counted_from": self.now, **NOT_CALLED}
        self.stepped(place, **values, **(again if held.absent < 2 else {"status": "cancelled"}))

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99), step=st.sampled_from(["park", "unpark"]))
    def somebody_is_held_back_or_let_go(self, number: int, step: str) -> None:
        place = self.pick(number)
        held = self.places[place]
        operation, intent = (park, QueueIntent.PARK) if step == "park" else (unpark, QueueIntent.UNPARK)
        outcome = self.do(intent, operation, place)
        may = self.may_wait(held) if step == "park" else held.status == "waiting" and held.held is not None
        assert isinstance(outcome, Done) is may
        if may and step == "park":
            self.stepped(place, status="waiting", held="parked", **({} if held.status == "waiting" else NOT_CALLED))
        elif may:
            self.stepped(place, held=None)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99), doctor=st.sampled_from([0, 1]))
    def somebody_is_handed_over(self, number: int, doctor: int) -> None:
        place = self.pick(number)
        held = self.places[place]
        outcome = self.do(QueueIntent.TRANSFER, transfer, place, self.doctors[doctor])
        assert isinstance(outcome, Done) is self.may_wait(held)
        if self.may_wait(held):
            back = {} if held.status == "waiting" else NOT_CALLED
            self.stepped(place, status="waiting", held=None, doctor=self.doctors[doctor], **back)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99), level=st.integers(1, 5))
    def nurse_sets_triage(self, number: int, level: int) -> None:
        place = self.pick(number)
        held = self.places[place]
        outcome = self.do(QueueIntent.TRIAGE, set_triage, place, level)
        if held.status in ("completed", "cancelled"):
            assert isinstance(outcome, IllegalStep)
        elif level > 1:
            self.stepped(place, triage=level)
        else:
            assert isinstance(outcome, EmergencyRaised)
            called = {"status": "called", "is_called": True} if held.status == "waiting" else {}
            self.stepped(place, triage=1, held=None, **called)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99))
    def somebody_is_put_first(self, number: int) -> None:
        place = self.pick(number)
        held = self.places[place]
        outcome = self.do(QueueIntent.OVERRIDE, override, place, "fainted")
        assert isinstance(outcome, Done) is (held.status == "waiting")
        if held.status == "waiting":
            self.stepped(place, put_first_at=self.now)

    @precondition(lambda self: self.places)
    @rule(number=st.integers(0, 99))
    def last_step_is_taken_back(self, number: int) -> None:
        place = self.pick(number)
        outcome = self.do(QueueIntent.UNDO, undo, place)
        before = self.before.pop(place, None)
        if before is None:
            assert isinstance(outcome, NothingToUndo)
        else:
            assert isinstance(outcome, Done)
            self.places[place] = before

    @invariant()
    def lines_are_those_of_the_model(self) -> None:
        with self.clinic.centre.read() as reading:
            queues = current_queue(reading, 1)
        found = {queue.doctor_id: [place.id for place in queue.places if place.position] for queue in queues}
        for doctor in (None, *self.doctors):
            waiting = {n: one for n, one in self.places.items() if one.doctor == doctor and one.may_be_called(self.now)}
            assert found.get(doctor, []) == sorted(waiting, key=lambda n: waiting[n].key(self.now))
            assert all(one.triage != 1 for one in waiting.values())

    @invariant()
    def every_place_stands_where_the_model_says(self) -> None:
        table = queue_management.c
        columns = (table.id, table.current_status, table.triage_level, table.absent_count, table.recall_count)
        with self.clinic.centre.read() as reading:
            rows = reading.all(select(*columns, table.held_back, table.doctor_id))
        assert {tuple(row.values()) for row in rows} == {
            (number, one.status, one.triage, one.absent, one.recalls, one.held, one.doctor)
            for number, one in self.places.items()
        }

    @staticmethod
    def may_wait(held: Place) -> bool:
        return held.status == "waiting" or (held.status in ("called", "in_consultation") and held.triage != 1)


@pytest.fixture(scope="module")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy: that is far quicker than to migrate one for each example."""
    from server_sync.records.migration import migrate

    path = tmp_path_factory.mktemp("migrated") / "centre.db"
    database = open_database(f"sqlite:///{path}", enforce_references=True)
    migrate(database)
    database.close()
    return path


def explored(opened: OpenClinic, examples: int, steps: int) -> None:
    chosen = settings(
        derandomize=True,
        deadline=None,
        database=None,
        max_examples=examples,
        stateful_step_count=steps,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(lambda: QueueMachine(opened), settings=chosen)  # type: ignore[arg-type]  # it calls it, no more


def test_front_desk_and_model_agree_on_sqlite(migrated_file: Path) -> None:
    @contextmanager
    def opened() -> Iterator[LittleClinic]:
        with TemporaryDirectory() as folder:
            shutil.copy(migrated_file, f"{folder}/centre.db")
            clinic = LittleClinic(open_database(f"sqlite:///{folder}/centre.db", enforce_references=True), Path(folder))
            yield clinic
            clinic.centre.database.close()

    explored(opened, examples=25, steps=40)


def test_front_desk_and_model_agree_on_postgresql(postgres_server: PostgresServer) -> None:
    @contextmanager
    def opened() -> Iterator[LittleClinic]:
        with TemporaryDirectory() as folder, postgres_server.database() as name:
            clinic = LittleClinic(open_database(postgres_server.url(name)), Path(folder))
            yield clinic
            clinic.centre.database.close()

    explored(opened, examples=4, steps=40)
