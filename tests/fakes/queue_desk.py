"""A queue at a desk that keeps itself in memory; as deterministic as the tests that ask it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kiosk.screens.reception.queue_desk import Step
from server_sync.clinic.policy_documents import policy_in_force
from server_sync.clinic.queue_explanation import Explanation, explain
from server_sync.clinic.queue_order import Entry, Waiting, ordered
from server_sync.clinic.queue_policy import DAY_CLINIC, Policy, SpecialReason
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import MOST_ABSENCES, MOST_RECALLS, HeldBack, QueueStatus
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.queue.at_desk import (
    Alarmed,
    ComingToday,
    DeskBoard,
    DeskDoctor,
    DeskLine,
    DeskPlace,
    PersonAtDesk,
    Refused,
    StepAnswer,
    Taken,
    Why,
)
from server_sync.protocol.faults import Fault
from tests.fakes.front_desk import NINE_FORTY_ONE, ZONE, uid

OKAFOR = DeskDoctor(1, "Dr Okafor", "Room 3", True)
LINDQVIST = DeskDoctor(2, "Dr Lindqvist", "Room 1", True)
HADDAD = DeskDoctor(3, "Dr Haddad", "Room 2", True)
DESK = "Reception 1"


def someone(number: int, name: str, minutes: int, doctor: DeskDoctor | None = OKAFOR, **more: object) -> DeskPlace:
    """A walk-in who came so many minutes before 09:41."""
    came = NINE_FORTY_ONE.astimezone(ZONE) - timedelta(minutes=minutes)
    plain = DeskPlace(
        id=number,
        uid=uid(number),
        number=f"A {number}",
        name=name,
        status=QueueStatus.WAITING,
        held_back=None,
        doctor_id=None if doctor is None else doctor.id,
        position=None,
        wait=None,
        arrived_at=came,
        since=came,
        minutes=minutes,
        booked_for=None,
        over_target_min=0,
        triage_level=None,
        special_reason=None,
        is_late=False,
        is_verified=True,
        recall_count=0,
        absent_count=0,
        room="" if doctor is None else doctor.room,
        called_by="",
        put_first="",
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # replace() checks the names itself


@dataclass
class FakeQueueDesk:
    """Answers at once, unless `gate` is cleared: then every answer waits until it is set."""

    doctors: tuple[DeskDoctor, ...] = (HADDAD, LINDQVIST, OKAFOR)
    places: dict[int, DeskPlace] = field(default_factory=dict)
    role: Role = Role.NURSE
    policy: Policy = DAY_CLINIC
    has_printer: bool = True
    fault: Fault | None = None
    moment: datetime = NINE_FORTY_ONE
    next_appointment: ComingToday = field(default_factory=lambda: ComingToday(None, 0))
    calls: list[str] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    before: dict[int, DeskPlace] = field(default_factory=dict)
    """What the last step of each place replaced."""
    _changed: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate.set()

    def add(self, *places: DeskPlace) -> None:
        """Let people join, and tell whoever listens."""
        self.places.update({place.id: place for place in places})
        self.tell()

    def tell(self) -> None:
        """Say that the queue changed."""
        for changed in self._changed:
            changed()

    def listen(self, changed: Callable[[], None]) -> None:
        self._changed.append(changed)

    async def board(self) -> DeskBoard:
        await self._called("board")
        lines = [DeskLine(doctor, self._line(doctor.id)) for doctor in self.doctors if doctor.is_in]
        if pool := self._line(None):
            lines.append(DeskLine(None, pool))
        return DeskBoard(self.moment.astimezone(ZONE), tuple(lines), self.doctors, self.policy.triaged_by)

    async def person(self, place_id: int) -> PersonAtDesk | None:
        await self._called("person")
        place = self.places.get(place_id)
        if place is None:
            return None
        line = self._line(place.doctor_id)
        known = next((one for one in line if one.id == place_id), place)
        doctor = next((doctor for doctor in self.doctors if doctor.id == place.doctor_id), None)
        return PersonAtDesk(
            place=known,
            doctor_name="" if doctor is None else doctor.name,
            birth_date=date(1948, 2, 2),
            phone="+44 20 7946 0018",
            needs="Interpreter (Tamil)",
            reason="Cough since Friday",
            reason_words={"fr": "Toux depuis vendredi"},
            came_by="Kiosk A",
            claimed_urgency="routine",
            explanation=self._explained(known),
            put_first_by=DESK if place.put_first else "",
            put_first_at=self.moment.astimezone(ZONE) if place.put_first else None,
        )

    async def coming(self, doctor_id: int) -> ComingToday:
        await self._called("coming")
        return self.next_appointment

    async def call_next(self, doctor_id: int) -> StepAnswer:
        await self._called("call_next")
        doctor = self._doctor(doctor_id)
        if doctor is None:
            return Refused(Why.NO_DOCTOR)
        waiting = [one for one in (*self._line(doctor_id), *self._line(None)) if one.position is not None]
        if not waiting:
            return Refused(Why.NOBODY_WAITS)
        first = min(waiting, key=lambda one: (one.position or 0, -one.minutes))
        return self._call(first, doctor, "")

    async def call(self, place_id: int, doctor_id: int, reason: str) -> StepAnswer:
        await self._called("call")
        place = self.places.get(place_id)
        if place is None:
            return Refused(Why.GONE)
        doctor = self._doctor(place.doctor_id or doctor_id)
        if doctor is None:
            return Refused(Why.NO_DOCTOR)
        if place.status is not QueueStatus.WAITING:
            return Refused(Why.MOVED_ON, place)
        return self._call(place, doctor, reason)

    async def take(self, step: Step, place_id: int) -> StepAnswer:
        await self._called(step.value)
        place = self.places.get(place_id)
        if place is None:
            return Refused(Why.GONE)
        if step is Step.UNDO:
            return self._undo(place)
        if step is Step.RECALL and place.status is QueueStatus.CALLED and place.recall_count >= MOST_RECALLS:
            return Refused(Why.NO_MORE_RECALLS, place)
        legal, changes = _STEPS[step]
        if place.status not in legal or (step is Step.UNPARK and place.held_back is None):
            return Refused(Why.MOVED_ON, place)
        if step is Step.RECALL:
            changes = {"recall_count": place.recall_count + 1}
        if step is Step.ABSENT:
            gone = place.absent_count + 1 >= MOST_ABSENCES
            status = QueueStatus.CANCELLED if gone else QueueStatus.WAITING
            changes = {"status": status, "absent_count": place.absent_count + 1, "held_back": HeldBack.ABSENT}
        return Taken(self._write(place, **changes))

    async def transfer(self, place_id: int, doctor_id: int) -> StepAnswer:
        await self._called("transfer")
        place, doctor = self.places.get(place_id), self._doctor(doctor_id)
        if place is None:
            return Refused(Why.GONE)
        if doctor is None:
            return Refused(Why.NO_DOCTOR)
        if place.status in (QueueStatus.COMPLETED, QueueStatus.CANCELLED):
            return Refused(Why.MOVED_ON, place)
        return Taken(
            self._write(place, status=QueueStatus.WAITING, held_back=None, doctor_id=doctor.id, room=doctor.room)
        )

    async def triage(self, place_id: int, level: int) -> StepAnswer:
        await self._called("triage")
        if self.role not in self.policy.triaged_by:
            return Refused(Why.NOT_YOURS)
        place = self.places.get(place_id)
        if place is None:
            return Refused(Why.GONE)
        if place.status in (QueueStatus.COMPLETED, QueueStatus.CANCELLED):
            return Refused(Why.MOVED_ON, place)
        if level == 1:
            return Alarmed(self._write(place, triage_level=1, status=QueueStatus.CALLED, held_back=None))
        return Taken(self._write(place, triage_level=level))

    async def print_again(self, place_id: int, language: str) -> Why | None:
        await self._called("print_again")
        if not self.has_printer:
            return Why.NO_PRINTER
        return None if place_id in self.places else Why.GONE

    def _call(self, place: DeskPlace, doctor: DeskDoctor, reason: str) -> Taken:
        here = self.moment.astimezone(ZONE)
        changes = {"held_back": None, "doctor_id": doctor.id, "room": doctor.room, "called_by": DESK}
        return Taken(
            self._write(
                place, status=QueueStatus.CALLED, recall_count=0, since=here, minutes=0, put_first=reason, **changes
            )
        )

    def _undo(self, place: DeskPlace) -> StepAnswer:
        was = self.before.pop(place.id, None)
        if was is None:
            return Refused(Why.NOTHING_TO_UNDO, place)
        self.places[place.id] = was
        self.tell()
        return Taken(self._shown(was))

    def _write(self, place: DeskPlace, **changes: object) -> DeskPlace:
        known = self.places[place.id]
        self.before[place.id] = known
        self.places[place.id] = written = replace(known, **changes)  # type: ignore[arg-type]  # as above
        self.tell()
        return self._shown(written)

    def _shown(self, place: DeskPlace) -> DeskPlace:
        return next((one for one in self._line(place.doctor_id) if one.id == place.id), place)

    def _doctor(self, doctor_id: int) -> DeskDoctor | None:
        return next((doctor for doctor in self.doctors if doctor.id == doctor_id), None)

    def _line(self, doctor_id: int | None) -> tuple[DeskPlace, ...]:
        """In the order of the desk: inside, called, waiting in turn, held back."""
        own = [one for one in self.places.values() if one.doctor_id == doctor_id and one.status in _OPEN]
        order = {entry.waiting.key: at for at, entry in enumerate(self._ordered(own), start=1)}
        shown = [
            replace(one, position=order[one.id], wait=WaitRange(10 * (order[one.id] - 1), 10 * order[one.id] + 10))
            if one.id in order
            else replace(one, position=None, wait=None)
            for one in own
        ]
        return tuple(sorted(shown, key=lambda one: (_OPEN.index(one.status), one.position or 999, one.number)))

    def _ordered(self, places: list[DeskPlace]) -> tuple[Entry, ...]:
        may = [one for one in places if one.status is QueueStatus.WAITING and one.held_back is None]
        return ordered((_waiting(one) for one in may), policy_in_force(None), self.moment)

    def _explained(self, place: DeskPlace) -> Explanation | None:
        if place.position is None:
            return None
        own = [one for one in self.places.values() if one.doctor_id == place.doctor_id]
        return explain(self._ordered(own), place.position - 1, policy_in_force(None), self.moment)

    async def _called(self, name: str) -> None:
        self.calls.append(name)
        await self.gate.wait()
        if self.fault is not None:
            raise self.fault


def _waiting(place: DeskPlace) -> Waiting:
    return Waiting(
        key=place.id,
        number=place.number,
        arrived_at=place.arrived_at,
        booked_for=place.booked_for,
        triage_level=place.triage_level,
        special=None if place.special_reason is None else SpecialReason(place.special_reason),
    )


_OPEN = (QueueStatus.IN_CONSULTATION, QueueStatus.CALLED, QueueStatus.WAITING)
_WAITS, _CALLED, _INSIDE = QueueStatus.WAITING, QueueStatus.CALLED, QueueStatus.IN_CONSULTATION
_STEPS: dict[Step, tuple[tuple[QueueStatus, ...], dict[str, object]]] = {
    Step.RECALL: ((_CALLED,), {}),
    Step.ABSENT: ((_CALLED,), {}),
    Step.PARK: ((_WAITS, _CALLED, _INSIDE), {"status": _WAITS, "held_back": HeldBack.PARKED}),
    Step.UNPARK: ((_WAITS,), {"held_back": None}),
    Step.START: ((_WAITS, _CALLED), {"status": _INSIDE, "held_back": None, "minutes": 0}),
    Step.COMPLETE: ((_INSIDE,), {"status": QueueStatus.COMPLETED}),
    Step.LEAVE: ((_WAITS, _CALLED), {"status": QueueStatus.CANCELLED}),
}
