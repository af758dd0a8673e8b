"""A push in the seed's bare shape, without ids: each item is done at the centre as if at its desk, once.

The same push again, by its Idempotency-Key or else by its device and body, gets the same answer and has no second
effect. Each item commits by itself with its answer, so that a push that was cut off goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.exc import DataError, IntegrityError

from server_sync.central.access.callers import Caller
from server_sync.central.desk.booking import again_where_busy
from server_sync.central.desk.idempotency import Once, answered_before, hash_of_body, keep_answer
from server_sync.central.sync.bare_items import (
    BarePerson,
    ChangedAppointment,
    ChangedPatient,
    ChangedPlace,
    DeletedAppointment,
    ItemError,
    KnownItem,
    NewAppointment,
    NewPatient,
    NewPlace,
    read_item,
)
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.appointments.after_booking import Scope, cancel, confirm, mark_no_show, reschedule
from server_sync.desk.appointments.booking import BookingWish, book
from server_sync.desk.appointments.outcomes import BookingOutcome, Declined, Person
from server_sync.desk.appointments.recognition import questions, recognised, register
from server_sync.desk.appointments.slot_claims import SlotTakenError
from server_sync.desk.check_in import check_in
from server_sync.desk.outcomes import AlreadyCheckedIn, CheckedIn
from server_sync.desk.patients.register import locked, next_patient_number
from server_sync.desk.queue.outcomes import Done, IllegalStep, Joined, Unknown
from server_sync.desk.queue.steps import set_status
from server_sync.desk.queue.view import OnePlace
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.desk.ticket import NO_PRINTER
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import ProtocolFault, RefusedFault
from server_sync.records.feed.scope import Touched, locations_of
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, patients, queue_management
from server_sync.records.work import Work

MOST_ITEMS = 500
REMEMBERED_FOR = timedelta(days=400)
"""A device may come back after months, and send again what it does not know to be settled."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A record that an item made or changed, by the server's ids."""

    noun: str
    id: int
    uid: UUID
    number: str | None = None


def take_bare_push(replica: Replica, caller: Caller, body: Any, key: str | None) -> list[Json]:
    """One result an item, in their order. Raises ProtocolFault where the body is no push at all, and RefusedFault
    `other_device` or `idempotency_key_reused`.
    """
    items = _items(caller, body)
    body_hash = hash_of_body(body)
    push = key or body_hash
    results: list[Json] = []
    for place, item in enumerate(items):
        once = Once(f"sync:{caller.actor}", f"{push}:{place}", body_hash, REMEMBERED_FOR)
        results.append(_once(replica, caller, once, item))
    return results


def _items(caller: Caller, body: Any) -> Sequence[Any]:
    if not isinstance(body, dict) or not isinstance(body.get("sync_data"), list):
        raise ProtocolFault("malformed_push", "a push has a device_id and sync_data")
    if caller.device is None or body.get("device_id") != str(caller.device.uid):
        raise RefusedFault("other_device", "this key belongs to another device than the body names")
    if len(body["sync_data"]) > MOST_ITEMS:
        raise ProtocolFault("too_many_sets", f"one push may carry {MOST_ITEMS} items")
    items: list[Any] = body["sync_data"]
    return items


def _once(replica: Replica, caller: Caller, once: Once, item: Any) -> Json:
    def done() -> Json:
        with replica.work("offline_sync", caller.actor) as work:
            known = answered_before(work, once)
            if known is not None:
                return known
            result = _told(_apply(work, caller, read_item(item)))
            keep_answer(work, once, result)
        return result

    try:
        return again_where_busy(done) if replica.database.is_postgres else done()
    except ItemError as error:
        failed = _failed(error.code, error.words)
    except SlotTakenError:
        failed = _failed("slot_full", "This time is taken.")
    except (IntegrityError, DataError):
        failed = _failed("broken_rule", "This breaks a rule of the records.")
    with replica.work("offline_sync", caller.actor) as work:
        known = answered_before(work, once)
        if known is not None:
            return known
        keep_answer(work, once, failed)
    return failed


def _told(done: Settled) -> Json:
    return {
        "id": str(done.uid),
        "status": "synced",
        "outcome": "applied",
        "resolution": "",
        "type": done.noun,
        "record_id": done.id,
        "record_number": done.number,
    }


def _failed(code: str, words: str) -> Json:
    unknown: dict[str, Json] = {"id": None, "type": None, "record_id": None, "record_number": None}
    return {**unknown, "status": "failed", "outcome": code, "resolution": words}


def _apply(work: Work, caller: Caller, item: KnownItem) -> Settled:
    if caller.location_id is None:
        raise ItemError("unknown_place", "This device belongs to no location.")
    for kind, apply in _APPLY.items():
        if isinstance(item, kind):
            return apply(work, caller.location_id, item)
    raise ItemError("unknown_type", "This cannot be done.")


def _new_patient(work: Work, _location_id: int, item: NewPatient) -> Settled:
    person = _person(item)
    known = recognised(work, person, work.together(*questions(person, is_postgres=work.is_postgres)))
    row = known or register(work, person, next_patient_number(work), is_verified=False)
    more = {name: value for name in ("gender", "address") if (value := getattr(item, name)) is not None}
    if known is None and more:
        work.change(patients, {**dict.fromkeys(more), **row}, **more)
    return Settled("patient", row["id"], row["uid"], row["patient_number"])


def _changed_patient(work: Work, location_id: int, item: ChangedPatient) -> Settled:
    row = locked(work, item.id)
    is_here = row is not None and location_id in locations_of(lambda: work.connection, Touched("patient", row["uid"]))
    if row is None or row["erased_at"] is not None or not is_here:
        raise ItemError("unknown_patient", "There is no such patient at this location.")
    work.change(patients, row, **item.model_dump(exclude={"id"}, exclude_unset=True))
    return Settled("patient", row["id"], row["uid"], row["patient_number"])


def _new_appointment(work: Work, location_id: int, item: NewAppointment) -> Settled:
    if (item.patient_id is None) == (item.patient_details is None):
        raise ItemError("wrong_fields", "An appointment has either patient_id or patient_details.")
    wish = BookingWish(
        doctor_id=item.doctor_id,
        starts_at=_moment(item.scheduled_date),
        person=None if item.patient_details is None else _person(item.patient_details),
        patient_id=item.patient_id,
        duration_min=item.duration_minutes,
        location_id=location_id,
        only_location_id=location_id,
        appointment_type=item.appointment_type,
        reason_for_visit=item.reason_for_visit,
        symptoms=item.symptoms,
        special_requirements=item.special_requirements,
        urgency_level=item.urgency_level,
        payment_method=item.payment_method,
        payment_amount=None if item.payment_amount is None else Decimal(str(item.payment_amount)),
        source="offline_sync",
    )
    return _booked(book(work, wish))


def _changed_appointment(work: Work, location_id: int, item: ChangedAppointment) -> Settled:
    if (item.status is None) == (item.scheduled_date is None):
        raise ItemError("wrong_fields", "Either another status or another scheduled_date.")
    appointment_id, scope = _appointment_id(work, item), Scope(location_id=location_id)
    if item.scheduled_date is not None:
        wish = BookingWish(0, _moment(item.scheduled_date), only_location_id=location_id)
        return _booked(reschedule(work, appointment_id, scope, wish, item.reason))
    if item.status == "confirmed":
        return _booked(confirm(work, appointment_id, scope))
    step = cancel if item.status == "cancelled" else mark_no_show
    return _booked(step(work, appointment_id, scope, item.reason))


def _deleted_appointment(work: Work, location_id: int, item: DeletedAppointment) -> Settled:
    return _booked(cancel(work, _appointment_id(work, item), Scope(location_id=location_id), item.reason))


def _new_place(work: Work, location_id: int, item: NewPlace) -> Settled:
    if (item.appointment_id is None) == (item.patient_id is None):
        raise ItemError("wrong_fields", "A place has either appointment_id or patient_id.")
    if item.appointment_id is not None:
        return _checked_in(work, location_id, item.appointment_id)
    joining = Joining(
        item.patient_id or 0,
        location_id,
        item.doctor_id,
        item.reason_for_visit,
        item.urgency_level,
        item.special_requirements,
        source="offline_sync",
    )
    outcome = join(work, joining)
    if isinstance(outcome, Unknown):
        raise ItemError(f"unknown_{outcome.noun}", f"There is no such {outcome.noun} here.")
    if not isinstance(outcome, Joined):
        raise ItemError("no_numbers_left", "The numbers of today are used up.")
    return _place(outcome.place)


def _checked_in(work: Work, location_id: int, appointment_id: int) -> Settled:
    row = work.first(_APPOINTMENT, {"id": appointment_id, "location": location_id})
    outcome = None if row is None else check_in(work, row["uid"], NO_PRINTER)
    if not isinstance(outcome, CheckedIn | AlreadyCheckedIn):
        raise ItemError("cannot_check_in", "This appointment cannot be checked in now.")
    return Settled(
        "queue", _queue_id(work, outcome.ticket.queue_uid), outcome.ticket.queue_uid, outcome.ticket.token_number
    )


def _changed_place(work: Work, location_id: int, item: ChangedPlace) -> Settled:
    outcome = set_status(work, item.id, QueueStatus(item.status), location_id=location_id, notes=item.notes)
    if isinstance(outcome, IllegalStep):
        raise ItemError("illegal_step", outcome.words)
    if not isinstance(outcome, Done):
        raise ItemError("unknown_place", "There is no such place in the queue.")
    return _place(outcome.place)


def _place(told: OnePlace) -> Settled:
    return Settled("queue", told.place.id, told.place.uid, told.place.token_number)


def _queue_id(work: Work, uid: UUID) -> int:
    return int(work.scalar(_BY_UID, {"uid": uid}))


def _booked(outcome: BookingOutcome) -> Settled:
    if isinstance(outcome, Declined):
        raise ItemError(outcome.reason.value, outcome.words)
    told = outcome.appointment
    return Settled("appointment", told.id, told.uid, told.number)


def _appointment_id(work: Work, item: ChangedAppointment | DeletedAppointment) -> int:
    if (item.id is None) == (item.appointment_number is None):
        raise ItemError("wrong_fields", "An appointment is named by id or by appointment_number.")
    if item.id is not None:
        return item.id
    row = work.first(_BY_NUMBER, {"number": item.appointment_number})
    return 0 if row is None else int(row["id"])


def _person(item: BarePerson) -> Person:
    if not item.phone and not item.email:
        raise ItemError("contact_needed", "A phone number is needed, or an e-mail address.")
    return Person(item.first_name, item.last_name, item.phone, item.email, item.date_of_birth)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ItemError("wrong_fields", "scheduled_date looks like 2024-01-15 10:00:00.") from None
    if not 1900 <= moment.year < 2200:
        raise ItemError("wrong_fields", "scheduled_date is not of our time.")
    return moment


# Any: each takes the one kind of item beside which it stands.
_APPLY: dict[type[KnownItem], Callable[[Work, int, Any], Settled]] = {
    NewPatient: _new_patient,
    ChangedPatient: _changed_patient,
    NewAppointment: _new_appointment,
    ChangedAppointment: _changed_appointment,
    DeletedAppointment: _deleted_appointment,
    NewPlace: _new_place,
    ChangedPlace: _changed_place,
}
_APPOINTMENT = select(appointments.c.uid).where(
    appointments.c.id == bindparam("id"), appointments.c.location_id == bindparam("location")
)
_BY_NUMBER = select(appointments.c.id).where(appointments.c.appointment_number == bindparam("number"))
_BY_UID = select(queue_management.c.id).where(queue_management.c.uid == bindparam("uid"))
