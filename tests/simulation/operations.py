"""What people do at the machines: the engine's own desk operations, on whomever the machine's own records offer.

Each picks by the machine's replica and by its own random stream, so that taking one operation away shifts no other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from server_sync.clinic.visits import OPEN_QUEUE, QueueStatus, next_statuses
from server_sync.desk.appointments import booking
from server_sync.desk.appointments.after_booking import Scope, cancel, confirm, reschedule
from server_sync.desk.appointments.availability import rule_of
from server_sync.desk.appointments.booking import BookingWish
from server_sync.desk.appointments.hours import change_hours
from server_sync.desk.appointments.outcomes import Declined, Person
from server_sync.desk.appointments.slot_claims import SlotTakenError
from server_sync.desk.check_in import check_in
from server_sync.desk.conflicts.settling import INTENT, Choice, ConflictSettled, Decision, NotPossibleError, settle
from server_sync.desk.help import call_for_help
from server_sync.desk.patients.erase import erase
from server_sync.desk.patients.merging import merge, unmerge
from server_sync.desk.patients.register import PossiblyKnown, change_patient, register
from server_sync.desk.queue.calling import call_next, mark_absent, recall
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.steps import override, park, set_status, set_triage, transfer, unpark
from server_sync.desk.queue.undo import undo
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.desk.ticket import NO_PRINTER
from server_sync.records.replica import Replica
from server_sync.records.tables import availability, help_calls
from server_sync.records.work import Work
from tests.simulation.disks import Disk
from tests.simulation.engine import VirtualUptime
from tests.simulation.plan import CENTRE, DESK

DOCTORS = (1, 2)
LOCATION = 1
STAFF = "00000000-0000-7000-8000-000000000001"


@dataclass(frozen=True, slots=True)
class Hands:
    """Whoever works at a machine: its records, and the random stream of what they do now."""

    replica: Replica
    disk: Disk
    random: Random
    uptime: VirtualUptime
    """The machine's clock since boot."""

    def pick(self, sql: str, *parameters: Any) -> Any:
        """One of what a query finds; None where it finds nothing."""
        found = self.disk.query(sql, parameters)
        return self.random.choice(found) if found else None

    def do(self, intent: str, what: Callable[[Work], Any]) -> Any:
        """One operation; a no rolls it back, as the endpoints do."""
        try:
            with self.replica.work(intent, STAFF) as work:
                outcome = what(work)
                _roll_back_a_no(outcome)
        except (_SaidNoError, SlotTakenError):
            return None
        return outcome


class _SaidNoError(Exception):
    """Rolls back what was declined."""


def _roll_back_a_no(outcome: Any) -> None:
    if isinstance(outcome, Declined | PossiblyKnown):
        raise _SaidNoError


def do_check_in(hands: Hands) -> None:
    found = hands.pick(
        "SELECT uid FROM appointments WHERE status IN ('scheduled', 'confirmed', 'no_show') "
        "AND deleted_at IS NULL ORDER BY scheduled_date, uid LIMIT 8"
    )
    if found is not None:
        hands.do("check_in", lambda work: check_in(work, UUID(found[0]), NO_PRINTER))


def do_walk_in(hands: Hands) -> None:
    patient = _patient(hands)
    doctor = hands.random.choice((*DOCTORS, None))
    joining = Joining(patient, LOCATION, doctor, red_flag=hands.random.random() < 0.04)
    hands.do(QueueIntent.JOIN, lambda work: join(work, joining))


def do_help(hands: Hands) -> None:
    if hands.replica.identity.is_centre:
        return
    hands.do("call_for_help", lambda work: call_for_help(work, NO_PRINTER))


def do_call_next(hands: Hands) -> None:
    doctor = hands.random.choice(DOCTORS)
    hands.do(QueueIntent.CALL_NEXT, lambda work: call_next(work, LOCATION, doctor))


def do_step(hands: Hands) -> None:
    """Forward mostly; backwards now and then."""
    place = _open_place(hands)
    if place is None:
        return
    place_id, status = place
    legal = sorted(next_statuses(QueueStatus(status)))
    forward = [one for one in legal if one in (QueueStatus.CALLED, QueueStatus.IN_CONSULTATION, QueueStatus.COMPLETED)]
    wanted = hands.random.choice(forward if forward and hands.random.random() < 0.75 else legal)
    doctor = hands.random.choice(DOCTORS)
    hands.do(QueueIntent.SET_STATUS, lambda work: set_status(work, place_id, wanted, doctor_id=doctor))


def do_step_back(hands: Hands) -> None:
    place = _open_place(hands)
    if place is None:
        return
    place_id, random = place[0], hands.random
    steps: Sequence[tuple[str, Callable[[Work], Any]]] = (
        (QueueIntent.RECALL, lambda work: recall(work, place_id)),
        (QueueIntent.ABSENT, lambda work: mark_absent(work, place_id)),
        (QueueIntent.PARK, lambda work: park(work, place_id)),
        (QueueIntent.UNPARK, lambda work: unpark(work, place_id)),
        (QueueIntent.TRANSFER, lambda work: transfer(work, place_id, doctor)),
        (QueueIntent.UNDO, lambda work: undo(work, place_id)),
        (QueueIntent.TRIAGE, lambda work: set_triage(work, place_id, level)),
        (QueueIntent.OVERRIDE, lambda work: override(work, place_id, "at the doctor's wish")),
    )
    doctor, level = random.choice(DOCTORS), random.choice((1, 2, 3, 3, 4, 5))
    intent, step = random.choice(steps)
    hands.do(intent, step)


def do_edit(hands: Hands) -> None:
    """Few people and few fields, so that edits meet."""
    found = hands.pick("SELECT id, version FROM patients WHERE deleted_at IS NULL ORDER BY uid LIMIT 6")
    if found is None:
        return
    random, patient_id = hands.random, found[0]
    details: dict[str, Any] = {}
    for name in random.sample(_EDITED, random.choice((1, 1, 2))):
        details[name] = _new_value(hands, name, patient_id)

    def edit(work: Work) -> Any:
        from server_sync.desk.patients.register import locked

        row = locked(work, patient_id)
        return change_patient(work, patient_id, 0 if row is None else row["version"], details)

    hands.do("change_patient", edit)


_EDITED = (
    "phone",
    "phone",
    "email",
    "address",
    "first_name",
    "date_of_birth",
    "insurance_number",
    "communication_preferences",
    "communication_preferences",
    "medical_history",
)


def _new_value(hands: Hands, name: str, patient_id: int) -> Any:
    random = hands.random
    if name == "date_of_birth":
        return date(1950 + random.randrange(30), 1 + random.randrange(12), 14)
    if name not in ("communication_preferences", "medical_history"):
        return f"{name} {random.randrange(10**6)}" if name != "phone" else f"+44 7700 8{random.randrange(10**5):05d}"
    import json

    ((held,),) = hands.disk.query(f"SELECT {name} FROM patients WHERE id = ?", [patient_id])
    document = json.loads(held) if held else {}
    keys = ("sms", "email", "post") if name == "communication_preferences" else ("allergies", "notes")
    value: Any = random.random() < 0.5 if name == "communication_preferences" else f"entry {random.randrange(10**6)}"
    return {**(document or {}), random.choice(keys): value}


def do_register(hands: Hands) -> None:
    """Few different people: the same are registered at several machines."""
    number = hands.random.randrange(6)
    person = {
        "first_name": ("Mara", "Noa", "Omar", "Pia", "Quin", "Rhea")[number],
        "last_name": "Twice",
        "date_of_birth": date(1980 + number, 6, 1),
        "phone": f"+44 7700 70000{number}",
    }
    is_new = hands.random.random() < 0.3
    hands.do("register_patient", lambda work: register(work, person, confirmed_new=is_new))


def do_merge(hands: Hands) -> None:
    found = hands.disk.query(
        "SELECT one.id, other.id FROM patients one JOIN patients other ON one.phone_key = other.phone_key "
        "AND one.id <> other.id WHERE one.erased_at IS NULL AND other.erased_at IS NULL ORDER BY one.uid, other.uid"
    )
    if not found:
        return
    one, other = hands.random.choice(found)
    if hands.random.random() < 0.25:
        hands.do("unmerge_patients", lambda work: unmerge(work, one))
    else:
        hands.do("merge_patients", lambda work: merge(work, one, other))


def do_book(hands: Hands) -> None:
    """Few times, so that two want the same."""
    random = hands.random
    starts_at = datetime(
        2026, 3, random.choice((9, 10)), random.choice((11, 14, 15)), random.choice((0, 30)), tzinfo=UTC
    )
    pays = random.random() < 0.25
    who: dict[str, Any] = {"patient_id": _patient(hands)}
    if random.random() < 0.3:
        number = random.randrange(6)
        names = ("Mara", "Noa", "Omar", "Pia", "Quin", "Rhea")
        who = {"person": Person(names[number], "Twice", f"+44 7700 70000{number}", None, date(1980 + number, 6, 1))}
    wish = BookingWish(
        random.choice(DOCTORS),
        starts_at,
        is_verified=True,
        payment_method="cash" if pays else None,
        payment_amount=Decimal("12.50") if pays else None,
        **who,
    )
    hands.do(booking.INTENT, lambda work: booking.book(work, wish))


def do_cancel(hands: Hands) -> None:
    found = _appointment(hands)
    if found is not None:
        hands.do("cancel_appointment", lambda work: cancel(work, found, Scope(), "at the patient's wish"))


def do_confirm(hands: Hands) -> None:
    found = _appointment(hands)
    if found is not None:
        hands.do("confirm_appointment", lambda work: confirm(work, found, Scope()))


def do_move(hands: Hands) -> None:
    found = _appointment(hands)
    if found is None:
        return
    starts_at = datetime(2026, 3, 10, hands.random.choice((9, 10, 11)), hands.random.choice((0, 30)), tzinfo=UTC)
    hands.do(
        "reschedule", lambda work: reschedule(work, found, Scope(), BookingWish(0, starts_at), "another day, please")
    )


def do_erase(hands: Hands) -> None:
    found = hands.pick("SELECT id FROM patients WHERE erased_at IS NULL ORDER BY uid DESC LIMIT 10")
    if found is not None:
        hands.do("erase_patient_own_wish", lambda work: erase(work, found[0]))


def do_hours(hands: Hands) -> None:
    """A doctor leaves early, or stays after all."""
    found = hands.pick("SELECT id FROM availability WHERE deleted_at IS NULL ORDER BY id")
    if found is None:
        return
    ends = time(hands.random.choice((12, 15, 18)))

    def changed(work: Work) -> Any:
        from dataclasses import replace

        from sqlalchemy import select

        row = work.first(select(availability).where(availability.c.id == found[0]))
        if row is None:
            return None
        rule = replace(rule_of(row), ends=ends)
        return change_hours(work, found[0], row["doctor_id"], row["location_id"], rule, None)

    hands.do("change_hours", changed)


def do_settle(hands: Hands) -> None:
    """Somebody at a desk decides what was left to them: this, that, or nothing at all."""
    found = hands.pick("SELECT id FROM conflicts WHERE decision IS NULL ORDER BY uid LIMIT 12")
    if found is None:
        return
    choice = Choice(hands.random.choice((Decision.KEEP, Decision.TAKE, Decision.DISMISSED)))

    def settled(work: Work) -> Any:
        try:
            outcome = settle(work, found[0], choice)
        except NotPossibleError as no:
            raise _SaidNoError from no
        if not isinstance(outcome, ConflictSettled):
            raise _SaidNoError

    hands.do(INTENT, settled)


def do_mischief(hands: Hands) -> None:
    """A device of an odd version writes what is another location's: the server keeps it, and applies none of it."""
    if hands.replica.identity.is_centre:
        return

    def written(work: Work) -> None:
        number = work.next_count("mischief")
        work.create(
            help_calls,
            location_id=2,
            device_uid=str(work.identity.device_uid),
            token_number=f"19990101-{work.identity.series}{number:03d}",
            business_date=date(1999, 1, 1),
        )

    hands.do("mischief", written)


def _patient(hands: Hands) -> int:
    found = hands.pick("SELECT id FROM patients ORDER BY uid LIMIT 30")
    return 1 if found is None else int(found[0])


def _open_place(hands: Hands) -> tuple[int, str] | None:
    rows = hands.disk.query("SELECT id, current_status FROM queue_management ORDER BY uid DESC LIMIT 20")
    rows.sort(key=lambda row: row[1] not in {status.value for status in OPEN_QUEUE})
    return hands.random.choice(rows[:10]) if rows else None


def _appointment(hands: Hands) -> int | None:
    found = hands.pick(
        "SELECT id FROM appointments WHERE status IN ('scheduled', 'confirmed') AND scheduled_date > ? "
        "ORDER BY uid DESC LIMIT 12",
        "2026-03-09 10",
    )
    return None if found is None else int(found[0])


OPERATIONS: dict[str, Callable[[Hands], None]] = {
    name.removeprefix("do_"): operation for name, operation in list(globals().items()) if name.startswith("do_")
}

_AT_A_KIOSK = {"check_in": 6, "walk_in": 3, "register": 2, "help": 1, "mischief": 1, "edit": 1, "book": 1}
_AT_THE_DESK = {
    "check_in": 3,
    "walk_in": 2,
    "call_next": 4,
    "step": 6,
    "step_back": 4,
    "edit": 6,
    "register": 2,
    "merge": 1,
    "book": 3,
    "cancel": 2,
    "confirm": 1,
    "move": 1,
}


def weights(machine: str) -> dict[str, int]:
    """What is done at a machine, and how often."""
    if machine == DESK:
        return _AT_THE_DESK
    if machine == CENTRE:
        return {**_AT_THE_DESK, "erase": 1, "hours": 1}
    return {**_AT_A_KIOSK, "step": 2, "edit": 2, "call_next": 1, "step_back": 1}
