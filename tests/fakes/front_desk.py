"""A front desk that keeps a little clinic in memory; as deterministic as the tests that ask it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from kiosk.screens.clinic import Clinic
from server_sync.clinic.arrival import Timing
from server_sync.clinic.consent import Consent
from server_sync.clinic.visit_reasons import VisitReason
from server_sync.desk.outcomes import (
    AlreadyCheckedIn,
    Arrival,
    CheckedIn,
    CheckInOutcome,
    Due,
    Found,
    HelpCalled,
    HelpOutcome,
    Identified,
    NoNumbersLeft,
    NotFound,
    PrintOutcome,
    Ticket,
    TooEarly,
    TooManyTries,
    WaitRange,
)
from server_sync.desk.self_service import (
    Alarmed,
    AlarmOutcome,
    BookedAlone,
    BookingSaid,
    FreeDoctor,
    FreeTime,
    JoinedAlone,
    MyPlace,
    NoPlace,
    PlaceFound,
    SaidBesides,
    Slip,
    Stage,
    Thanks,
    TimeGone,
    WalkIn,
)
from server_sync.protocol.faults import Fault

ZONE = ZoneInfo("Europe/Berlin")
NINE_FORTY_ONE = datetime(2026, 11, 23, 8, 41, tzinfo=UTC)
"""Monday, 09:41 at the clinic."""
CLINIC = Clinic(
    name="Riverside Clinic",
    time_zone="Europe/Berlin",
    default_language="en",
    languages=("en", "es", "fr", "hi", "ar", "zh"),
    opening_hours="Mon–Fri 08:00–17:00",
    phone="030 555 0100",
)

JOAN = "12345678"
"""One appointment at 10:20."""
AMARA = "11112222"
"""Two appointments today."""
PRIYA = "77778888"
"""Has 20 EUR to pay."""
TOMAS = "33334444"
"""Too early: this afternoon."""
LIAN = "55556666"
"""Late, by 22 minutes."""
JOAN_PHONE = "5550142"
JOAN_BORN = date(1974, 3, 14)


def uid(number: int) -> UUID:
    """A UUID that reads as its number."""
    return UUID(int=number)


def at(hour: int, minute: int) -> datetime:
    """A time today at the clinic."""
    return datetime(2026, 11, 23, hour, minute, tzinfo=ZONE)


def arrival(number: int, initials: str, starts_at: datetime, *, timing: Timing = Timing.ON_TIME) -> Arrival:
    """An appointment with the clinic's one doctor."""
    return Arrival(
        appointment_uid=uid(number),
        initials=initials,
        birth_date=JOAN_BORN,
        starts_at=starts_at,
        doctor_name="Dr Okafor",
        room="First floor, room 3",
        phone_ending="42",
        timing=timing,
        checked_in=False,
    )


def ticket(number: int, **changes: object) -> Ticket:
    """A place in the queue as a ticket shows it."""
    plain = Ticket(
        queue_uid=uid(1000 + number),
        token_number=f"20261123-B{number:03}",
        short_number=f"B {number}",
        waiting_area="Waiting area B",
        room="First floor, room 3",
        doctor_name="Dr Okafor",
        people_ahead=2,
        wait=WaitRange(10, 20),
        late=False,
        follow_url=f"https://clinic.example/q/{uid(1000 + number)}",
        print_job_uid=uid(2000 + number),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # replace() checks the names itself


@dataclass
class FakeFrontDesk:
    """Answers at once, unless `gate` is cleared: then every answer waits until it is set."""

    by_code: dict[str, Identified] = field(default_factory=dict)
    by_phone: dict[tuple[str, date], Identified] = field(default_factory=dict)
    prints: PrintOutcome = PrintOutcome.PRINTED
    fault: Fault | None = None
    print_fault: Fault | None = None
    bug: Exception | None = None
    numbers_left: bool = True
    late: bool = False
    provisional: bool = False
    too_many: bool = False
    calls: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    tickets: dict[UUID, Ticket] = field(default_factory=dict)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    print_gate: asyncio.Event = field(default_factory=asyncio.Event)
    next_number: int = 17
    walk_ins: list[WalkIn] = field(default_factory=list)
    booked: list[BookingSaid] = field(default_factory=list)
    opinions: list[tuple[int, str]] = field(default_factory=list)
    places: dict[str, MyPlace] = field(default_factory=dict)
    doctors: tuple[FreeDoctor, ...] | None = None
    promises: bool = True
    gone: bool = False
    consent: Consent | None = None
    own_reasons: tuple[VisitReason, ...] | None = None
    besides: list[SaidBesides] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gate.set()
        self.print_gate.set()
        joan = Found((arrival(1, "J. S.", at(10, 20)),))
        amara = Found((arrival(2, "A. N.", at(9, 50)), arrival(3, "A. N.", at(11, 10))))
        lian = Found((arrival(4, "L. W.", at(9, 19), timing=Timing.LATE),))
        priya = Found((replace(arrival(5, "P. R.", at(10, 40)), due=Due(Decimal("20.00"), "EUR")),))
        tomas = TooEarly(opens_at=at(12, 30), starts_at=at(14, 30))
        known: dict[str, Identified] = {JOAN: joan, AMARA: amara, PRIYA: priya, TOMAS: tomas, LIAN: lian}
        self.by_code = known | self.by_code
        self.by_phone = {(JOAN_PHONE, JOAN_BORN): joan} | self.by_phone
        days = tuple(date(2026, 11, day) for day in (24, 25, 26, 30))
        okafor = FreeDoctor(1, "Dr Okafor", "General medicine", days)
        if self.doctors is None:
            self.doctors = (okafor, FreeDoctor(2, "Dr Lindqvist", "General medicine", days[1:3]))
        waiting = MyPlace("waits", "B 17", Stage.WAITING, "Room 3", "Waiting area B", 2, WaitRange(10, 20))
        over = MyPlace("over", "B 9", Stage.OVER, "Room 3", "Waiting area B", 0, None)
        called = MyPlace("called", "B 12", Stage.CALLED, "Room 3", "Waiting area B", 0, None)
        self.places = {place.follow_code: place for place in (waiting, over, called)} | self.places

    async def find_by_booking_code(self, code: str) -> Identified:
        await self._called("find_by_booking_code")
        self.codes.append(code)
        return self._identified(self.by_code.get(code, NotFound()))

    async def find_by_phone_and_birth_date(self, phone: str, birth_date: date) -> Identified:
        await self._called("find_by_phone_and_birth_date")
        return self._identified(self.by_phone.get((phone, birth_date), NotFound()))

    async def consent_wanted(self, appointment_uid: UUID | None) -> Consent | None:
        await self._called("consent_wanted")
        return self.consent

    async def check_in(
        self, appointment_uid: UUID, language: str, besides: SaidBesides | None = None
    ) -> CheckInOutcome:
        await self._called("check_in")
        self.besides.append(besides or SaidBesides())
        if not self.numbers_left:
            return NoNumbersLeft(CLINIC.opening_hours, CLINIC.phone)
        if appointment_uid in self.tickets:
            return AlreadyCheckedIn(self.tickets[appointment_uid])
        late = self.late or appointment_uid == uid(4)
        made = ticket(self.next_number, late=late, provisional=self.provisional)
        self.next_number += 1
        self.tickets[appointment_uid] = made
        return CheckedIn(made)

    async def print_again(self, queue_uid: UUID, language: str) -> UUID | None:
        await self._called("print_again")
        return uid(3000)

    async def call_for_help(self, language: str) -> HelpOutcome:
        await self._called("call_for_help")
        if not self.numbers_left:
            return NoNumbersLeft(CLINIC.opening_hours, CLINIC.phone)
        return HelpCalled(uid(4000), "B 18", uid(4001))

    async def print_outcome(self, print_job_uid: UUID) -> PrintOutcome:
        self.calls.append("print_outcome")
        await self.print_gate.wait()
        if self.print_fault is not None:
            raise self.print_fault
        return self.prints

    async def reasons(self) -> tuple[VisitReason, ...] | None:
        await self._called("reasons")
        return self.own_reasons

    async def join_queue(self, said: WalkIn, language: str) -> JoinedAlone:
        await self._called("join_queue")
        if not self.numbers_left:
            return NoNumbersLeft(CLINIC.opening_hours, CLINIC.phone)
        self.walk_ins.append(said)
        self.next_number += 1
        return CheckedIn(ticket(self.next_number - 1, doctor_name="", room=""))

    async def raise_alarm(self) -> AlarmOutcome:
        await self._called("raise_alarm")
        return Alarmed("B 19") if self.numbers_left else NoNumbersLeft(CLINIC.opening_hours, CLINIC.phone)

    async def free_doctors(self) -> tuple[FreeDoctor, ...]:
        await self._called("free_doctors")
        return self.doctors or ()

    async def free_times(self, doctor_id: int, day: date) -> tuple[FreeTime, ...]:
        await self._called("free_times")
        if not any(one.doctor_id == doctor_id and day in one.days for one in self.doctors or ()):
            return ()
        nine = datetime(day.year, day.month, day.day, 9, tzinfo=ZONE)
        return tuple(FreeTime(nine + timedelta(minutes=20 * place), self.promises) for place in range(8))

    async def book(self, said: BookingSaid, language: str) -> BookedAlone:
        await self._called("book")
        if self.gone:
            return TimeGone()
        self.booked.append(said)
        name = next(one.name for one in self.doctors or () if one.doctor_id == said.doctor_id)
        return Slip(uid(5000), "40718253", said.starts_at, name, not self.promises, uid(5001))

    async def place_by_ticket(self, scanned: str) -> PlaceFound:
        await self._called("place_by_ticket")
        return self.places.get(scanned.rpartition("/")[2], NoPlace())

    async def place_by_phone(self, phone: str, birth_date: date) -> PlaceFound:
        await self._called("place_by_phone")
        return self.places["waits"] if (phone, birth_date) == (JOAN_PHONE, JOAN_BORN) else NoPlace()

    async def say_of_visit(self, follow_code: str, score: int, words: str) -> Thanks:
        await self._called("say_of_visit")
        place = self.places.get(follow_code)
        if place is None or place.stage is not Stage.OVER:
            return Thanks.NOT_YET
        if self.opinions:
            return Thanks.SAID_BEFORE
        self.opinions.append((score, words))
        return Thanks.WRITTEN

    async def _called(self, name: str) -> None:
        self.calls.append(name)
        await self.gate.wait()
        if self.bug is not None:
            raise self.bug
        if self.fault is not None:
            raise self.fault

    def _identified(self, answer: Identified) -> Identified:
        return TooManyTries() if self.too_many else answer


@dataclass
class FakeTime:
    """A clock that moves when it is told to, and timers that ring in their order."""

    moment: datetime = NINE_FORTY_ONE
    elapsed_s: float = 0.0
    waiting: list[FakeTimer] = field(default_factory=list)

    def now(self) -> datetime:
        return self.moment

    def monotonic_s(self) -> float:
        return self.elapsed_s

    def after(self, seconds: float, call: object) -> FakeTimer:
        timer = FakeTimer(self, self.elapsed_s + seconds, call)
        self.waiting.append(timer)
        return timer

    def advance(self, seconds: float) -> None:
        """Let time pass, ringing whatever falls due on the way."""
        end = self.elapsed_s + seconds
        while due := sorted((t for t in self.waiting if t.due_s <= end), key=lambda t: t.due_s):
            timer = due[0]
            self._move_to(max(timer.due_s, self.elapsed_s))
            self.waiting.remove(timer)
            timer.ring()
        self._move_to(end)

    def _move_to(self, elapsed_s: float) -> None:
        self.moment += timedelta(seconds=elapsed_s - self.elapsed_s)
        self.elapsed_s = elapsed_s


@dataclass(eq=False)
class FakeTimer:
    """A call that waits in a FakeTime."""

    time: FakeTime
    due_s: float
    call: object

    def stop(self) -> None:
        if self in self.time.waiting:
            self.time.waiting.remove(self)

    def ring(self) -> None:
        assert callable(self.call)
        self.call()
