"""Places in a doctor's day for appointments that devices made or changed: whoever holds a place keeps it.

What a device sold from a lease that stands has its seat already, and is never refused. All else takes a place if one is
free. An appointment that finds none is moved to the doctor's nearest free slot where the location's policy says so;
else it stands as it is, without one, and the desk decides, with alternatives.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import IntegrityError

from server_sync.central.places.lease_recovery import is_held_back, may_be_sold
from server_sync.central.places.leased_seats import (
    LONGEST_VISIT_MIN,
    claim_of,
    counts_for,
    is_sold_from_its_lease,
    seat_given_back,
    wants_a_place,
)
from server_sync.central.places.verdicts import confirmed, moved, needs_other_hours, without_place
from server_sync.clinic.leases import lease_policy_in_force
from server_sync.desk.appointments.availability import NearSlot, capacity_at, nearest_free
from server_sync.desk.appointments.slot_claims import Claim, SlotTakenError, move
from server_sync.merge.stamps import stamp_of
from server_sync.merge.verdicts import Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import ChangeSet
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.savepoints import savepoint
from server_sync.records.statements import prepared_update
from server_sync.records.tables import appointments, devices, locations
from server_sync.records.values import to_wire
from server_sync.records.work import Work

_MOST_TRIED = 20
"""Free slots that an appointment is offered before the desk is asked: more people than that do not book at once."""

Places = Mapping[UUID, Row | None]
"""Appointments whose place a set may change, as they were; None for new ones."""


def places_before(connection: Connection, change_set: ChangeSet) -> Places:
    """Asked before anything is written, of a set that may change a place; any change brings back what was deleted."""
    uids = [change.uid for change in change_set.changes if change.noun == "appointment"]
    return {uid: _row(connection, uid) for uid in uids}


def settle_places(connection: Connection, now: datetime, change_set: ChangeSet, before: Places) -> list[Verdict]:
    """Take and give back places after the set was written; what is still to be written, and what the desk should hear.

    Places are counted and `holds_slot` is written here; the values of the verdicts are the caller's to write.
    """
    settling = _Settling(connection, now, change_set)
    rows = {uid: row for uid in before if (row := _row(connection, uid)) is not None}
    # Whoever is moved gives up one place for another, which may be the same: what is given up first is free.
    found = (settling.settle(row, before[uid]) for uid, row in sorted(rows.items(), key=_takes_a_place))
    return [verdict for verdict in found if verdict is not None]


def settle_unplaced(work: Work, uid: UUID) -> bool:
    """Give one appointment a place that holds none, if one is free; whether it got one."""
    connection = work.connection
    row = _HELD_PLACE.first(connection, {"uid": uid})
    if row is None or row["holds_slot"] or not wants_a_place(row):
        return False
    if row["lease_uid"] is not None and counts_for(connection, row["lease_uid"]):
        return False  # its seat is the lease's
    if is_held_back(connection, row["location_id"], row["scheduled_date"]):
        return False
    if not _takes(connection, work.now, None, row):
        return False
    _note(connection, row, holds=True)
    work.change(appointments, row, is_provisional=False, lease_uid=None)
    return True


def give_up_place(connection: Connection, uid: UUID) -> None:
    """Take an appointment's place back, whatever becomes of it."""
    row = _HELD_PLACE.first(connection, {"uid": uid})
    if row is not None and row["holds_slot"]:
        move(connection, held=claim_of(row), wanted=None)
        _note(connection, row, holds=False)


def _takes_a_place(one: tuple[UUID, Row]) -> bool:
    return wants_a_place(one[1])


class _Settling:
    """One set's appointments, each by its row before and after."""

    def __init__(self, connection: Connection, now: datetime, change_set: ChangeSet) -> None:
        self._connection = connection
        self._now = now
        self._change_set = change_set
        self._has_arrived = any(change.noun == "queue" for change in change_set.changes)

    def settle(self, row: Row, was: Row | None) -> Verdict | None:
        """None where the set's own verdict says it all."""
        held = claim_of(was) if was is not None and was["holds_slot"] else None
        if not wants_a_place(row):
            self._give_back(row, held)
            return self._only(row, lease_uid=None, is_provisional=False)
        is_sale = _is_sale(was, row)
        if is_sale and is_sold_from_its_lease(self._connection, row, self._change_set.device_uid):
            return self._sold(row, held)
        is_same = was is not None and claim_of(was) == claim_of(row)
        if is_same and held is not None:
            return self._not_sold(row) if is_sale else self._only(row, is_provisional=False)
        if is_same and not is_sale and (self._has_arrived or wants_a_place(was or row)):
            # Who is given up and comes after all is seen without a place of their own.
            # Nobody but the holder of a place can say that a booking is provisional no more.
            unproven = was is not None and was["is_provisional"] and not row["is_provisional"]
            return self._only(row, is_provisional=True) if unproven else None
        return self._placed(row, held, is_new=was is None, was_sold=is_sale)

    def _sold(self, row: Row, held: Claim | None) -> Verdict | None:
        """Its seat is the lease's, which counts it."""
        self._give_back(row, held)
        if self._capacity(row) == 0:
            return needs_other_hours(row, self._stamps(is_provisional=False), self._near(row))
        if row["is_provisional"]:
            return confirmed(row, self._stamps(is_provisional=False))
        return None

    def _not_sold(self, row: Row) -> Verdict:
        """A machine said that another place is theirs than the one that they have meanwhile."""
        return without_place(row, self._stamps(lease_uid=None), self._near(row), Outcome.SLOT_TAKEN, keeps_another=True)

    def _placed(self, row: Row, held: Claim | None, *, is_new: bool, was_sold: bool) -> Verdict | None:
        is_promised = was_sold and self._is_promised(row)
        is_open = is_promised or not self._is_held_back(row)
        holds = is_open and _takes(self._connection, self._now, held, row)
        if is_promised and not holds:
            given_back = seat_given_back(self._connection, row, self._change_set.device_uid)
            if given_back is not None:
                return self._sold_after_all(row, held, given_back)
        if holds != row["holds_slot"]:
            _note(self._connection, row, holds=holds)
        if holds:
            changes = self._changes(row, lease_uid=None, is_provisional=False)
            return confirmed(row, self._stamps(**changes)) if row["is_provisional"] or was_sold else None
        if held is not None:
            move(self._connection, held=held, wanted=None)
        if is_new and is_open and self._policy_moves(row):
            instead = self._take_near(row)
            if instead is not None:
                return instead
        outcome = Outcome.SLOT_TAKEN if self._capacity(row) else Outcome.OUTSIDE_HOURS
        changes = self._changes(row, lease_uid=None, is_provisional=True)
        return without_place(row, self._stamps(**changes), self._near(row), outcome)

    def _sold_after_all(self, row: Row, held: Claim | None, given_back: UUID) -> Verdict:
        """Its lease was forgotten with a restore. What takes the place is an older one of the same machine, given back
        before that was granted and not free yet: the seat is theirs, and is never free for others in between.
        """
        self._give_back(row, held)
        stamped = self._stamps(**self._changes(row, lease_uid=given_back, is_provisional=False))
        if self._capacity(row) == 0:
            return needs_other_hours(row, stamped, self._near(row))
        return confirmed(row, stamped)

    def _is_held_back(self, row: Row) -> bool:
        return is_held_back(self._connection, row["location_id"], row["scheduled_date"])

    def _is_promised(self, row: Row) -> bool:
        """Sold from a lease that was forgotten with a restore, by a machine that has not been heard from since."""
        query = select(devices.c.id).where(devices.c.uid == self._change_set.device_uid)
        device_id = self._connection.execute(query).scalar()
        return may_be_sold(self._connection, row["lease_uid"], device_id)

    def _take_near(self, row: Row) -> Verdict | None:
        near = self._near(row, _MOST_TRIED)
        for one in sorted(near, key=lambda one: abs(one.slot.starts_at - row["scheduled_date"])):
            wanted = Claim(row["doctor_id"], one.slot.starts_at, one.slot.ends_at, one.slot.capacity)
            if _moved(self._connection, None, wanted):
                _note(self._connection, row, holds=True)
                changes = self._changes(row, lease_uid=None, is_provisional=False)
                stamped = self._stamps(scheduled_date=one.slot.starts_at, **changes)
                return moved(row, stamped, one, [other for other in near if other is not one])
        return None

    def _near(self, row: Row, most: int = 5) -> list[NearSlot]:
        reading = Reading(self._connection, self._now)
        duration = row["duration_minutes"] if 0 < row["duration_minutes"] <= LONGEST_VISIT_MIN else None
        found = nearest_free(
            reading, row["doctor_id"], row["scheduled_date"], duration, public_only=False, most=most
        )  # fmt: skip
        return [one for one in found if one.location_id == row["location_id"]]

    def _policy_moves(self, row: Row) -> bool:
        query = select(locations.c.lease_policy).where(locations.c.id == row["location_id"])
        return lease_policy_in_force(self._connection.execute(query).scalar()).moves_when_taken

    def _capacity(self, row: Row) -> int:
        return _capacity(self._connection, self._now, row)

    def _give_back(self, row: Row, held: Claim | None) -> None:
        if held is not None:
            move(self._connection, held=held, wanted=None)
        if row["holds_slot"]:
            _note(self._connection, row, holds=False)

    def _only(self, row: Row, **wanted: object) -> Verdict | None:
        """Write what differs from `wanted`, without a word."""
        changes = self._changes(row, **wanted)
        if not changes:
            return None
        values, stamps = self._stamps(**changes)
        return Verdict("appointment", row["uid"], Outcome.APPLIED, values, stamps=stamps)

    def _changes(self, row: Row, **wanted: object) -> dict[str, object]:
        return {name: value for name, value in wanted.items() if row[name] != value}

    def _stamps(self, **changes: object) -> tuple[dict[str, Json], dict[str, str]]:
        """Values for the wire and who wrote them: the set, of which this is the outcome."""
        mark = stamp_of(self._change_set, self._now)
        return {name: to_wire(value) for name, value in changes.items()}, dict.fromkeys(changes, mark)


def _is_sale(was: Row | None, row: Row) -> bool:
    """Whether the set says that the appointment's place comes from a lease, now or at another time than before."""
    if row["lease_uid"] is None:
        return False
    if was is None or was["lease_uid"] != row["lease_uid"]:
        return True
    return claim_of(was) != claim_of(row) or not wants_a_place(was)


def _takes(connection: Connection, now: datetime, held: Claim | None, row: Row) -> bool:
    capacity = _capacity(connection, now, row)
    return capacity > 0 and _moved(connection, held, claim_of(row, capacity))


def _capacity(connection: Connection, now: datetime, row: Row) -> int:
    # A device may have sent any number of minutes; nobody counts the cells of years.
    is_sane = 0 < row["duration_minutes"] <= LONGEST_VISIT_MIN
    return capacity_at(Reading(connection, now), row["location_id"], claim_of(row)) if is_sane else 0


def _moved(connection: Connection, held: Claim | None, wanted: Claim) -> bool:
    try:
        with savepoint(connection):
            move(connection, held=held, wanted=wanted)
    except (SlotTakenError, IntegrityError):
        return False
    return True


def _note(connection: Connection, row: Row, *, holds: bool) -> None:
    statement = prepared_update(appointments, ("holds_slot",), counts=False)
    statement.rows(connection, {"row_id": row["id"], "new_holds_slot": holds})


def _row(connection: Connection, uid: UUID) -> Row | None:
    return _PLACE.first(connection, {"uid": uid})


_PLACE_OF = select(
    *(
        appointments.c[name]
        for name in (
            "id",
            "uid",
            "patient_id",
            "doctor_id",
            "location_id",
            "scheduled_date",
            "duration_minutes",
            "status",
            "appointment_type",
            "deleted_at",
            "holds_slot",
            "lease_uid",
            "is_provisional",
        )
    )
).where(appointments.c.uid == bindparam("uid"))
_PLACE, _HELD_PLACE = Prepared(_PLACE_OF), Prepared(_PLACE_OF.with_for_update())
