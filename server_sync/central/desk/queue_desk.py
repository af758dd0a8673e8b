"""Operations on the queue as endpoints ask for them: within what the caller may touch, and once per key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import bindparam, select

from server_sync.central.access.callers import Caller
from server_sync.central.desk.booking import again_where_busy
from server_sync.central.desk.idempotency import Once, answered_before, keep_answer
from server_sync.central.desk.queue_now import audit_places
from server_sync.central.places.offered_places import settle_unplaced
from server_sync.desk.queue.calling import call_next
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.outcomes import Done, EmergencyRaised, JoinOutcome, NobodyWaits, Unknown
from server_sync.desk.queue.places import home_of, shown
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.desk.waits.foreseen import foresee_walk_in
from server_sync.protocol.faults import StorageFault
from server_sync.records.prepared import Prepared
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments
from server_sync.records.work import Work

Outcome = TypeVar("Outcome")


class _RefusedError(Exception):
    """Ends a work that changes nothing, so that it takes no key either."""

    def __init__(self, outcome: Any) -> None:  # Any: the outcome of whichever operation
        super().__init__(type(outcome).__name__)
        self.outcome = outcome


def step(
    replica: Replica, caller: Caller, intent: QueueIntent, operation: Callable[[Work, int | None], Outcome]
) -> Outcome:
    """One operation on a place; it is told the only location that the caller may work at."""

    def tried() -> Outcome:
        with replica.work(intent, caller.actor) as work:
            outcome = operation(work, caller.location_id)
            if intent is QueueIntent.UNDO and isinstance(outcome, Done):
                _take_place_again(work, outcome)
            return outcome

    outcome = again_where_busy(tried)
    if isinstance(outcome, Done | EmergencyRaised) and outcome.place is not None:
        audit_places(replica, caller, (outcome.place.place.details,))
    return outcome


def _take_place_again(work: Work, undone: Done) -> None:
    """The time that was given back with the step that is undone, where nobody else has it meanwhile."""
    details = undone.place.place.details
    if details is not None and details.appointment_id is not None:
        row = work.first(_OF_PLACE, {"id": details.appointment_id})
        if row is not None:
            settle_unplaced(work, row["uid"])


FIRST_LOCATION = 1
"""A clinic's first location, meant where nothing says another."""


def place_of_work(replica: Replica, caller: Caller, location_id: int | None, doctor_id: int | None) -> int:
    """Which location is meant: the one that is named, else the caller's own, else the doctor's, else the first."""
    known = location_id or caller.location_id
    if known is None and doctor_id is not None:
        with replica.read() as reading:
            known = home_of(reading, doctor_id)
    return known or FIRST_LOCATION


def join_queue(replica: Replica, caller: Caller, joining: Joining) -> JoinOutcome:
    """A walk-in's place; unknown where the caller may not work at that location."""
    if not caller.may_work_at(joining.location_id):
        return Unknown("location")

    foresee_walk_in(replica, joining.location_id, joining.doctor_id, joining.special_reason)

    def tried() -> JoinOutcome:
        with replica.work(QueueIntent.JOIN, caller.actor) as work:
            return join(work, joining)

    return _at_a_location(tried)


def call(
    replica: Replica, caller: Caller, wanted_location: int | None, doctor_id: int, room: str | None, once: Once | None
) -> Done | NobodyWaits | Unknown:
    """Call the next patient. The same key again tells of the patient who was called then, as they stand now."""
    location_id = place_of_work(replica, caller, wanted_location, doctor_id)
    if not caller.may_work_at(location_id):
        return Unknown("location")

    def tried() -> Done | NobodyWaits | Unknown:
        with replica.work(QueueIntent.CALL_NEXT, caller.actor) as work:
            known = answered_before(work, once)
            if isinstance(known, int):
                return Done(shown(work, known))
            outcome = call_next(work, location_id, doctor_id, room)
            if not isinstance(outcome, Done):
                raise _RefusedError(outcome)
            keep_answer(work, once, outcome.place.place.id)
            return outcome

    try:
        outcome = _at_a_location(tried)
    except _RefusedError as refused:
        refusal: NobodyWaits | Unknown = refused.outcome
        return refusal
    if isinstance(outcome, Done):
        audit_places(replica, caller, (outcome.place.place.details,))
    return outcome


def _at_a_location(operation: Callable[[], Outcome]) -> Outcome | Unknown:
    try:
        return again_where_busy(operation)
    except StorageFault as fault:
        if fault.code == "no_location":
            return Unknown("location")
        raise


_OF_PLACE = Prepared(select(appointments.c.uid).where(appointments.c.id == bindparam("id")))
