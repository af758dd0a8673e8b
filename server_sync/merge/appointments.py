"""Appointments: per field; their status is a state machine, and nobody in the lobby is sent away by a cancellation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from server_sync.clinic.appointment_steps import how_far, may_become
from server_sync.clinic.stamps import ROUND, round_mark
from server_sync.clinic.visits import AppointmentStatus
from server_sync.merge.disputes import OpenConflicts, open_of
from server_sync.merge.fields import Merging, create, merge_fields, stamps_of, verdict_of
from server_sync.merge.verdicts import Dispute, Held, Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_PAID: Mapping[str, Mapping[Json, int]] = {
    "payment_status": {"pending": 0, "failed": 1, "partial": 2, "paid": 3, "refunded": 4}
}
_STATUS = frozenset({"status"})
_OF_A_CHECK_IN = frozenset({"status", "queue_token"})
_CALLED_OFF = {AppointmentStatus.CANCELLED: "Cancelled", AppointmentStatus.RESCHEDULED: "Moved to another time"}


@dataclass(frozen=True, slots=True)
class WithPlace:
    """What the same set did to the appointment's place in the queue: the round of its step, and the number that
    stands for the visit where it was a check-in.
    """

    round: int
    token: Json = None


def merge_appointment(
    change: RecordChange, held: Held | None, stamp: str, place: WithPlace | None, open_conflicts: OpenConflicts
) -> Verdict:
    """Raises Quarantined for a step that no desk could have taken."""
    if held is None:
        return create(change)
    token = None if place is None else place.token
    by_itself = _OF_A_CHECK_IN if token is not None else _STATUS
    merging = merge_fields(change, held, stamp, but=by_itself, ranks=_PAID)
    if token is not None and "queue_token" in change.fields:
        _number(merging, held, token)
    said = _said_of_status(change, token)
    met = None if said is None else _step(merging, said, held, place)
    verdict = verdict_of(change, merging)
    return verdict if met is None else _told(verdict, met, open_conflicts)


def _said_of_status(change: RecordChange, token: Json) -> RecordChange | None:
    """The change with the state that it says; a check-in of what was confirmed before says so by its number alone."""
    if "status" in change.fields:
        return change
    if token is None:
        return None
    confirmed: dict[str, Json] = {"status": AppointmentStatus.CONFIRMED.value}
    return replace(change, fields=change.fields | confirmed, replaced=change.replaced | confirmed)


def _knew_of_the_check_in(change: RecordChange, held: Held, place: WithPlace | None) -> bool:
    """Whether whoever called it off, or moved it, had heard of the number that the patient was given."""
    if place is not None or held.get("queue_token") is None:
        return True
    return change.replaced.get("queue_token", held["queue_token"]) == held["queue_token"]


def _number(merging: Merging, held: Held, token: Json) -> None:
    """Take the number that stands for the visit, whichever of two check-ins came first."""
    merging.stamps["queue_token"] = max(merging.stamp, stamps_of(held).get("queue_token", ""))
    if held.get("queue_token") != token:
        merging.values["queue_token"] = token


def _step(merging: Merging, change: RecordChange, held: Held, place: WithPlace | None) -> _Meeting | None:
    """Take the state, where it follows or stands; what it met where it was reached apart from another one."""
    now, wanted = _status(held["status"]), _status(change.fields["status"])
    base = _status(change.replaced["status"]) if "status" in change.replaced else None
    if base is not None and not may_become(base, wanted, with_its_visit=place is not None):
        words = f"An appointment that is {_said(base)} cannot become {_said(wanted)}."
        raise Quarantined("illegal_step", words)
    stamps = stamps_of(held)
    round_held = stamps.get(ROUND)
    taken = {"status": merging.stamp} if place is None else {"status": merging.stamp, ROUND: round_mark(place.round)}
    if wanted is now:
        merging.stamps.update((name, mark) for name, mark in taken.items() if mark > stamps.get(name, ""))
        return None
    is_next = base is now and merging.stamp > stamps.get("status", "") and _knew_of_the_check_in(change, held, place)
    if is_next and round_held is not None:
        taken[ROUND] = max(round_held, taken.get(ROUND, ""))
    mine = (0 if place is None else place.round, how_far(wanted, has_arrived=place is not None))
    theirs = (int(round_held or 0), how_far(now, has_arrived=held.get("queue_token") is not None))
    stands = is_next or mine > theirs
    if stands:
        merging.values["status"] = wanted.value
        merging.stamps |= taken
    return None if is_next else _Meeting(wanted, now, base, place is None, round_held is None, stands)


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two states that were reached apart from each other, at the desk or as the visit went on."""

    mine: AppointmentStatus
    theirs: AppointmentStatus
    base: AppointmentStatus | None
    mine_at_desk: bool
    theirs_at_desk: bool
    stands: bool

    @property
    def standing(self) -> AppointmentStatus:
        return self.mine if self.stands else self.theirs

    @property
    def gave_way(self) -> AppointmentStatus:
        return self.theirs if self.stands else self.mine

    @property
    def was_called_off(self) -> bool:
        """What gave way was a cancellation, or a move to another time, and no part of the visit."""
        return self.gave_way in _CALLED_OFF and (self.theirs_at_desk if self.stands else self.mine_at_desk)


def _told(verdict: Verdict, met: _Meeting, open_conflicts: OpenConflicts) -> Verdict:
    if met.was_called_off and met.standing in _CALLED_OFF:
        words = "Cancelled and moved to another time at once. The new time stands until the desk decides."
        return _for_the_desk(verdict, met, Outcome.CANCELLED_AND_MOVED, words, open_conflicts)
    if met.was_called_off:
        words = f"{_CALLED_OFF[met.gave_way]} and checked in at the same time. The visit stands until the desk decides."
        return _for_the_desk(verdict, met, Outcome.VISIT_STANDS, words, open_conflicts)
    words = f"Two machines changed this appointment: {_said(met.gave_way)} and {_said(met.standing)}. "
    words = f"{verdict.resolution} {words}It is {_said(met.standing)}.".strip()
    return replace(verdict, outcome=Outcome.FURTHEST_STATE, resolution=words)


def _for_the_desk(verdict: Verdict, met: _Meeting, kind: Outcome, words: str, open_conflicts: OpenConflicts) -> Verdict:
    joined = open_of(kind, ("appointment", verdict.uid), open_conflicts)
    fields: dict[str, Json] = {
        "status": {
            "standing": met.standing.value,
            "offered": met.gave_way.value,
            "based_on": None if met.base is None else met.base.value,
        }
    }
    joins = None if joined is None else UUID(str(joined["uid"]))
    dispute = Dispute(kind.value, "appointment", verdict.uid, fields, words, joins)
    said = f"{verdict.resolution} {words}".strip()
    return replace(verdict, outcome=kind, resolution=said, needs_a_person=True, dispute=dispute)


def _status(value: Json) -> AppointmentStatus:
    try:
        return _STATUSES[value]  # type: ignore[index]  # whatever is no text is not in it
    except (KeyError, TypeError) as error:
        words = "The appointment has a status that this version does not know."
        raise Quarantined("unknown_status", words) from error


def _said(status: AppointmentStatus) -> str:
    return status.value.replace("_", " ")


_STATUSES: Mapping[str, AppointmentStatus] = {status.value: status for status in AppointmentStatus}
