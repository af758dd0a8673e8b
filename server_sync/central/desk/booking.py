"""Booking and what follows it, as endpoints ask for it: once per key, tried again where two got in each other's way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar

from server_sync.central.access.audit import record_reading
from server_sync.central.access.callers import Caller
from server_sync.central.desk.idempotency import Once, answered_before, keep_answer
from server_sync.clinic.local_time import moment_of
from server_sync.clinic.roles import Role
from server_sync.desk.appointments import booking
from server_sync.desk.appointments.after_booking import (
    AppointmentSearch,
    Page,
    Scope,
    cancel,
    confirm,
    day_zone,
    mark_no_show,
    read_appointment,
    reschedule,
    search_appointments,
)
from server_sync.desk.appointments.booking import BookingWish, alternatives_to
from server_sync.desk.appointments.outcomes import Appointment, Booked, BookingOutcome, Declined, Reason
from server_sync.desk.appointments.slot_claims import SlotTakenError
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import StorageFault
from server_sync.records.replica import Replica
from server_sync.records.work import Work

Told = Callable[[Booked], Json]
"""How an endpoint says what was done; kept with the key of the request."""

Outcome = TypeVar("Outcome")

TRIES = 4
"""Two works that wait for each other are told apart by the database: one of them begins again."""


class _DeclinedError(Exception):
    """Ends a work that changes nothing."""

    def __init__(self, declined: Declined) -> None:
        super().__init__(declined.reason)
        self.declined = declined


def scope_of(caller: Caller) -> Scope:
    """Whose appointments a caller may see and change. Only staff and patients are asked for it."""
    if caller.role is Role.PATIENT:
        return Scope(patient_uid=caller.patient_uid)
    return Scope(location_id=caller.location_id)


def book(replica: Replica, caller: Caller, wish: BookingWish, once: Once | None, told: Told) -> Json | Declined:
    """The answer to a booking, or why not, with the nearest free slots."""
    outcome = _in_one_work(replica, booking.INTENT, caller, once, told, lambda work: booking.book(work, wish))
    if not isinstance(outcome, Declined):
        return outcome
    with replica.read() as reading:
        return alternatives_to(reading, wish, outcome)


def move(
    replica: Replica,
    caller: Caller,
    appointment_id: int,
    wish: BookingWish,
    reason: str | None,
    once: Once | None,
    told: Told,
) -> Json | Declined:
    """The answer to a rescheduling, or why not, with the nearest free slots."""
    scope = scope_of(caller)
    outcome = _in_one_work(
        replica, "reschedule", caller, once, told, lambda work: reschedule(work, appointment_id, scope, wish, reason)
    )
    if not isinstance(outcome, Declined):
        return outcome
    with replica.read() as reading:
        held = read_appointment(reading, appointment_id, scope)
        if held is None:
            return outcome
        doctor = wish.doctor_id or held.doctor_id
        return alternatives_to(reading, replace(wish, doctor_id=doctor), outcome)


def step(
    replica: Replica,
    caller: Caller,
    appointment_id: int,
    intent: str,
    reason: str | None,
    once: Once | None,
    told: Told,
) -> Json | Declined:
    """`intent` is `confirm_appointment`, `cancel_appointment` or `mark_no_show`."""
    scope = scope_of(caller)

    def taken(work: Work) -> BookingOutcome:
        if intent == "confirm_appointment":
            return confirm(work, appointment_id, scope)
        return (cancel if intent == "cancel_appointment" else mark_no_show)(work, appointment_id, scope, reason)

    return _in_one_work(replica, intent, caller, once, told, taken)


def read(replica: Replica, caller: Caller, appointment_id: int) -> Appointment | None:
    """One appointment, for whoever may see it; the reading is audited."""
    with replica.read() as reading:
        found = read_appointment(reading, appointment_id, scope_of(caller))
    if found is not None:
        record_reading(replica, caller, "read_appointment", [found.patient_uid])
    return found


def search(replica: Replica, caller: Caller, wanted: AppointmentSearch, first: date | None, last: date | None) -> Page:
    """A page of appointments on the local days from `first` to `last`, for whoever may see them; it is audited."""
    with replica.read() as reading:
        zone = day_zone(reading, wanted)
        page = search_appointments(
            reading,
            replace(
                wanted,
                since=None if first is None else moment_of(first, time(0), zone),
                until=None if last is None else moment_of(last + timedelta(days=1), time(0), zone),
            ),
            scope_of(caller),
        )
    record_reading(replica, caller, "search_appointments", (found.patient_uid for found in page.appointments))
    return page


def _in_one_work(
    replica: Replica,
    intent: str,
    caller: Caller,
    once: Once | None,
    told: Told,
    operation: Callable[[Work], BookingOutcome],
) -> Json | Declined:
    """Whole or not at all, and once per key."""

    def tried() -> Json:
        with replica.work(intent, caller.actor) as work:
            known = answered_before(work, once)
            if known is not None:
                return known
            outcome = operation(work)
            if isinstance(outcome, Declined):
                raise _DeclinedError(outcome)
            answer = told(outcome)
            keep_answer(work, once, answer)
            is_reading = not work.changed_anything
        if is_reading:  # what was so already is answered with the patient's name all the same
            record_reading(replica, caller, "read_appointment", [outcome.appointment.patient_uid])
        return answer

    try:
        return again_where_busy(tried) if replica.database.is_postgres else tried()
    except _DeclinedError as error:
        return error.declined
    except SlotTakenError:
        return Declined(Reason.SLOT_FULL, "This time is taken. These are free.")


def again_where_busy(operation: Callable[[], Outcome]) -> Outcome:
    """Do it, again where another work held what it needed. Raises StorageFault when that goes on."""
    for _ in range(TRIES - 1):
        try:
            return operation()
        except StorageFault as fault:
            if fault.code != "storage_busy":
                raise
    return operation()
