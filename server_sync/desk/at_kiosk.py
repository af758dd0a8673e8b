"""What people do by themselves at a kiosk: join without an appointment, raise the alarm, book, follow their place.

Each function commits its own work on this machine's records, or writes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select

from server_sync.clinic.identity import is_possible_birth_date, phone_key
from server_sync.clinic.numbers import SeriesFullError
from server_sync.clinic.queue_policy import SpecialReason
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.appointments.availability import SlotWish, free_slots
from server_sync.desk.appointments.booking import INTENT, BookingWish, book
from server_sync.desk.appointments.outcomes import Booked, Person
from server_sync.desk.appointments.seats import is_promised, taken_here
from server_sync.desk.appointments.slot_claims import Claim, SlotTakenError
from server_sync.desk.consent import note_consent
from server_sync.desk.outcomes import CheckedIn, NoNumbersLeft
from server_sync.desk.patients.register import Registered, register
from server_sync.desk.place import location_of
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.outcomes import Joined, JoinOutcome
from server_sync.desk.queue.places import raise_alarm
from server_sync.desk.queue.view import follow
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.desk.reasons import reason_said
from server_sync.desk.said_on_arrival import note_besides
from server_sync.desk.self_service import (
    Alarmed,
    AlarmOutcome,
    BookedAlone,
    BookingSaid,
    FreeDoctor,
    FreeTime,
    JoinedAlone,
    MyPlace,
    Need,
    NoPlace,
    PlaceFound,
    SaidBesides,
    Slip,
    Stage,
    Thanks,
    TimeGone,
    WalkIn,
)
from server_sync.desk.slips import print_slip
from server_sync.desk.ticket import TicketPrinting, next_token
from server_sync.desk.visit_feedback import SaidBefore, Thanked, give_feedback
from server_sync.desk.waits.foreseen import foresee_walk_in
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, patients, queue_management
from server_sync.records.work import Work

DAYS_AHEAD = 14
"""How far ahead a kiosk offers times; whoever plans further asks the desk."""

_SPECIAL = {
    Need.PREGNANT: SpecialReason.PREGNANT,
    Need.INFANT: SpecialReason.INFANT,
    Need.DISABILITY: SpecialReason.DISABILITY,
}
_IN_THE_ROOM = {QueueStatus.CALLED, QueueStatus.IN_CONSULTATION}


class _RefusedError(Exception):
    """The clinic says no after something was written: the work is rolled back."""

    def __init__(self, answer: NoNumbersLeft) -> None:
        super().__init__()
        self.answer = answer


def join_alone(replica: Replica, said: WalkIn, printing: TicketPrinting) -> JoinedAlone:
    """Register whoever came, unverified, and give them a place in the line of whichever doctor is free.

    Somebody alike may be known: only staff can see whether it is the same person. Raises StorageFault `no_location`.
    """
    foresee_walk_in(replica, replica.identity.location_id or 0, None, _special(said))
    try:
        with replica.work(QueueIntent.JOIN, "patient") as work:
            joined = _joined(join(work, _joining(work, said), printing))
            if said.consent is not None:
                note_besides(work, joined.ticket.queue_uid, SaidBesides(said.consent))
            return CheckedIn(joined.ticket)
    except _RefusedError as refused:
        return refused.answer


def _joining(work: Work, said: WalkIn) -> Joining:
    location_id = work.identity.location_id or 0
    why = reason_said(work, location_id, said.reason_code, said.reason)
    details = {"first_name": said.first_name or None, "phone": said.phone or None}
    registered = register(work, details, confirmed_new=True, is_verified=False)
    if not isinstance(registered, Registered):
        raise TypeError("whoever is confirmed to be new is registered")
    return Joining(
        registered.patient.id,
        location_id,
        reason_for_visit=why.words,
        reason_code=why.code,
        urgency_level=why.urgency_level,
        special_requirements=", ".join(need.value for need in Need if need in said.needs) or None,
        special_reason=_special(said),
        source="kiosk",
    )


def _special(said: WalkIn) -> SpecialReason | None:
    return next((special for need, special in _SPECIAL.items() if need in said.needs), None)


def _joined(outcome: JoinOutcome) -> Joined:
    """The place; otherwise the work is given up, so that nobody is registered for nothing."""
    if isinstance(outcome, NoNumbersLeft):
        raise _RefusedError(outcome)
    if not isinstance(outcome, Joined):
        raise TypeError("whoever was just registered, without a red flag, joins")
    return outcome


def raise_alarm_alone(replica: Replica) -> AlarmOutcome:
    """Tell staff that somebody at this kiosk must be seen at once. Raises StorageFault `no_location`."""
    with replica.work(QueueIntent.JOIN, "patient") as work:
        location = location_of(work, work.identity.location_id)
        try:
            number = next_token(work, location)
        except SeriesFullError:
            return NoNumbersLeft(location.opening_hours, location.phone)
        raise_alarm(work, location_id=location.id, business_date=number.day, token_number=str(number))
        return Alarmed(number.short)


def free_doctors(replica: Replica) -> tuple[FreeDoctor, ...]:
    """Who has time in the next DAYS_AHEAD days here, where anybody may book."""
    with replica.read() as reading:
        location_id = replica.identity.location_id
        wish = SlotWish(location_id=location_id, days=DAYS_AHEAD, public_only=True)
        found = free_slots(reading, wish, lambda *asked: taken_here(reading, *asked))
        return tuple(
            FreeDoctor(
                one.doctor_id,
                one.doctor_name,
                one.specialty or "",
                tuple(sorted({free.day.day for free in one.days if free.slots})),
            )
            for one in found
            if any(free.slots for free in one.days)
        )


def free_times(replica: Replica, doctor_id: int, day: date) -> tuple[FreeTime, ...]:
    """A doctor's free times on a local day, and which of them this machine may promise."""
    with replica.read() as reading:
        location = location_of(reading, replica.identity.location_id)
        wish = SlotWish(doctor_id=doctor_id, location_id=location.id, first=day, days=1, public_only=True)
        found = free_slots(reading, wish, lambda *asked: taken_here(reading, *asked))
        slots = [slot for one in found for free in one.days for slot in free.slots]
        return tuple(
            FreeTime(
                location.local(slot.starts_at),
                is_promised(
                    reading, replica, location.id, Claim(doctor_id, slot.starts_at, slot.ends_at, slot.capacity)
                ),
            )
            for slot in slots
        )


def book_alone(
    replica: Replica, said: BookingSaid, printing: TicketPrinting, *, may_be_promised: bool = False
) -> BookedAlone:
    """Book for whoever stands here, and queue their slip; a time that is refused by now is TimeGone.

    With `may_be_promised` the slip of a provisional booking is not queued yet: the centre may answer within moments,
    and `slip_now` queues it as things stand then.
    """
    first_name, _, last_name = said.name.rpartition(" ") if " " in said.name else (said.name, "", "")
    wish = BookingWish(
        said.doctor_id,
        said.starts_at,
        person=Person(first_name, last_name, said.phone or None, born=said.born),
        location_id=replica.identity.location_id,
        public_only=True,
        source="kiosk",
    )
    try:
        with replica.work(INTENT, "patient") as work:
            booked = book(work, wish)
            if not isinstance(booked, Booked):
                return TimeGone()
            made, location = booked.appointment, location_of(work, work.identity.location_id)
            if said.consent is not None:
                note_consent(work, made.patient_id, said.consent)
            job = None if may_be_promised and made.is_provisional else print_slip(work, made.uid, printing)
            starts_at = location.local(made.starts_at)
            return Slip(made.uid, made.booking_code or "", starts_at, made.doctor_name, made.is_provisional, job)
    except SlotTakenError:
        return TimeGone()


def is_promised_now(reading: Reading, appointment_uid: UUID) -> bool:
    """Whether the centre has confirmed a booking that was provisional."""
    return reading.first(_PROVISIONAL, {"uid": appointment_uid}) is None


def slip_now(replica: Replica, slip: Slip, printing: TicketPrinting) -> Slip:
    """Queue the slip of a booking that was made before, as it stands by now."""
    with replica.work(INTENT, "patient") as work:
        is_provisional = not is_promised_now(work, slip.appointment_uid)
        job = print_slip(work, slip.appointment_uid, printing)
    return replace(slip, is_provisional=is_provisional, print_job_uid=job)


def place_by_ticket(reading: Reading, follow_code: str) -> PlaceFound:
    """The place behind a ticket's QR code; any text is taken."""
    found = follow(reading, follow_code)
    if found is None or found.status is QueueStatus.CANCELLED:
        return NoPlace()
    stage = Stage.CALLED if found.status in _IN_THE_ROOM else Stage.WAITING
    return MyPlace(
        follow_code,
        found.short_number,
        Stage.OVER if found.status is QueueStatus.COMPLETED else stage,
        found.room,
        found.waiting_area,
        found.people_ahead,
        found.wait,
    )


def place_by_phone(reading: Reading, location_id: int, phone: str, born: date) -> PlaceFound:
    """Today's newest place of whoever has this phone and was born that day."""
    key, location = phone_key(phone), location_of(reading, location_id)
    today = location.today(reading.now)
    if key is None or not is_possible_birth_date(born, today):
        return NoPlace()
    asked = {"key": key, "born": born, "location": location_id, "today": today}
    codes: Sequence[str] = [row["follow_code"] for row in reading.all(_CODES, asked) if row["follow_code"]]
    places = [place_by_ticket(reading, code) for code in codes]
    return next((place for place in places if isinstance(place, MyPlace)), NoPlace())


def say_of_visit(replica: Replica, follow_code: str, score: int, words: str) -> Thanks:
    """Write down what the holder of a ticket says of their visit: 1 to 5, and in words where they like."""
    with replica.work("give_feedback", "patient") as work:
        outcome = give_feedback(work, score=score, comment=words or None, follow_code=follow_code)
    if isinstance(outcome, Thanked):
        return Thanks.WRITTEN
    return Thanks.SAID_BEFORE if isinstance(outcome, SaidBefore) else Thanks.NOT_YET


_PROVISIONAL = Prepared(
    select(appointments.c.id).where(appointments.c.uid == bindparam("uid"), appointments.c.is_provisional)
)
_CODES = Prepared(
    select(queue_management.c.follow_code)
    .join(patients, patients.c.id == queue_management.c.patient_id)
    .where(
        patients.c.phone_key == bindparam("key"),
        patients.c.date_of_birth == bindparam("born"),
        patients.c.deleted_at.is_(None),
        queue_management.c.location_id == bindparam("location"),
        queue_management.c.business_date == bindparam("today"),
        queue_management.c.deleted_at.is_(None),
    )
    .order_by(queue_management.c.id.desc())
)
