"""Judging a whole change set: every record gets its verdict, or the set is quarantined as a whole."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from uuid import UUID

from server_sync.merge.appointments import WithPlace, merge_appointment
from server_sync.merge.conflicts import decided_in, merge_decision
from server_sync.merge.deletions import brought_back, merge_deletion
from server_sync.merge.displaced_visits import with_displaced_called_off
from server_sync.merge.disputes import OpenConflicts
from server_sync.merge.fields import refuse_no_documents
from server_sync.merge.help_calls import is_same_alarm, merge_help_call
from server_sync.merge.leases import merge_lease
from server_sync.merge.one_visit import Twins, merge_new_place, merge_opened, merge_under_the_other, standing_token
from server_sync.merge.patients import Decided, merge_patient
from server_sync.merge.queue import round_taken
from server_sync.merge.reminders import merge_reminder
from server_sync.merge.stamps import stamp_of
from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange

RULES_VERSION = 6
"""Counted up with every change of a rule: what an older rule quarantined is judged again."""

APPEND_ONLY = frozenset({"audit", "payment", "feedback", "lease_ask"})
"""Said once and never changed: each of them is a fact."""

# Doctors' hours are an admin's, who sets them at the centre.
DEVICES_MAY_WRITE = frozenset(
    {"patient", "appointment", "queue", "reminder", "help_call", "lease", "conflict"} | APPEND_ONLY
)

HeldRecords = Mapping[tuple[str, UUID], Held]
"""By noun and uid: a uid under another noun is another record, or nonsense. Rows have all columns that travel."""


def judge(
    change_set: ChangeSet,
    held: HeldRecords,
    twins: Twins | None = None,
    conflicts: OpenConflicts | None = None,
    *,
    stamp: str | None = None,
) -> list[Verdict]:
    """One verdict or more a record; pure. Raises Quarantined where any record breaks a rule.

    `twins`: places of the appointments that the set checks in, of those whose place is cancelled or an alias, and of
    those to which a place comes.
    `conflicts`: what is open about these records. `stamp` is by default as the set's own clock says (`stamp_of`).
    """
    return _Judging(change_set, held, twins or _NONE, conflicts or _NONE, stamp or stamp_of(change_set)).verdicts()


def lay(
    held: MutableMapping[tuple[str, UUID], Held],
    verdict: Verdict,
    twins: MutableMapping[Json, list[Held]] | None = None,
    blank: Held | None = None,
) -> None:
    """Lay a verdict over what is held, in memory, so that the next set is judged by it. No row is changed in place.

    `blank` is a row of the noun with every column at its default.
    """
    reference = verdict.noun, verdict.uid
    before = (blank or _NONE) if verdict.is_new else held.get(reference)
    if before is None:
        return
    row = {**before, **verdict.values}
    if verdict.stamps:
        row["stamps"] = {**(before.get("stamps") or {}), **verdict.stamps}  # type: ignore[dict-item]  # a document
    held[reference] = row
    if twins is not None and verdict.noun == "queue":
        _lay_twin(twins, before, row)


def _lay_twin(twins: MutableMapping[Json, list[Held]], before: Held, row: Held) -> None:
    for appointment_id in {before.get("appointment_id"), row.get("appointment_id")} - {None}:
        others = [place for place in twins.get(appointment_id, ()) if place["uid"] != row["uid"]]
        twins[appointment_id] = [*others, row] if row.get("appointment_id") == appointment_id else others


class _Judging:
    """One set on its way to its verdicts."""

    __slots__ = ("_change_set", "_conflicts", "_decided", "_held", "_place", "_stamp", "_twins")

    def __init__(
        self, change_set: ChangeSet, held: HeldRecords, twins: Twins, conflicts: OpenConflicts, stamp: str
    ) -> None:
        self._change_set = change_set
        self._held = held
        self._twins = twins
        self._conflicts = conflicts
        self._stamp = stamp
        self._place: WithPlace | None = None
        self._decided: Decided = _NONE

    def verdicts(self) -> list[Verdict]:
        changes: Sequence[RecordChange] = self._change_set.changes
        if len(changes) > 1:
            # The visit first: its appointment goes with it. What is decided, before that of which it is decided.
            changes = sorted(changes, key=_judged_first)
            if changes[0].noun == "conflict":
                self._decided = decided_in(changes)
        verdicts: list[Verdict] = []
        for change in changes:
            held = self._held.get((change.noun, change.uid))
            _refuse_what_is_not_theirs(change, held)
            if change.noun == "queue":
                verdicts += self._place_verdicts(change, held)
            else:
                verdicts.append(self._record_verdict(change, held))
        return with_displaced_called_off(changes, self._held, verdicts, self._stamp)

    def _record_verdict(self, change: RecordChange, held: Held | None) -> Verdict:
        if held is None:
            return Verdict(change.noun, change.uid, Outcome.APPLIED, change.fields, is_new=True)
        if change.noun == "conflict":
            return merge_decision(change, held, self._stamp)
        if change.action is Action.DELETE:
            return merge_deletion(change, held, self._stamp, self._conflicts)
        return brought_back(self._edit_verdict(change, held), change, held, self._conflicts)

    def _edit_verdict(self, change: RecordChange, held: Held) -> Verdict:
        if change.noun == "appointment":
            return merge_appointment(change, held, self._stamp, self._place, self._conflicts)
        if change.noun == "patient":
            return merge_patient(change, held, self._stamp, self._conflicts, self._decided)
        if change.noun == "lease":
            return merge_lease(change, held)
        if change.noun == "help_call":
            return merge_help_call(change, held, self._stamp)
        return merge_reminder(change, held, self._stamp)

    def _place_verdicts(self, change: RecordChange, held: Held | None) -> Sequence[Verdict]:
        if held is None:
            return self._new_place(change)
        if change.action is Action.DELETE:
            return (merge_deletion(change, held, self._stamp, self._conflicts),)
        taken = round_taken(change)
        self._place = self._place if taken is None else WithPlace(taken)
        if held.get("alias_of") is not None:
            return merge_under_the_other(change, held, self._twins, self._stamp)
        first, *others = merge_opened(change, held, self._twins, self._stamp)
        return (brought_back(first, change, held, self._conflicts) if first.uid == change.uid else first, *others)

    def _new_place(self, change: RecordChange) -> Sequence[Verdict]:
        appointment_id = change.fields.get("appointment_id")
        # Walk-ins who wait for whoever is free have no appointment, and nothing in common.
        twins = () if appointment_id is None else self._twins.get(appointment_id, ())
        seen = next((one for one in self._change_set.changes if one.noun == "appointment"), None)
        knows = seen is not None and "queue_token" in seen.fields
        seen_token = seen.replaced.get("queue_token") if seen is not None else None
        verdicts = merge_new_place(change, twins, seen_token, knows=knows)
        self._place = WithPlace(0, standing_token(change, verdicts))
        return verdicts


def _judged_first(change: RecordChange) -> int:
    return _ORDER.get(change.noun, 2)


def _refuse_what_is_not_theirs(change: RecordChange, held: Held | None) -> None:
    if change.noun not in DEVICES_MAY_WRITE:
        raise Quarantined("not_a_devices_record", f"A device may not change a {change.noun}.")
    if change.noun == "patient":
        _refuse_to_end_a_person(change)
    if change.action is Action.CREATE:
        if held is not None and not is_same_alarm(change, held):
            raise Quarantined("created_twice", "This record exists already.")
        if change.noun in _MADE_AT_CENTRE:
            raise Quarantined("not_a_devices_record", f"A device may not make a {change.noun}.")
        refuse_no_documents(change)
        return
    if held is None:
        raise Quarantined("unknown_record", "This changes a record that never arrived.")
    if change.noun in APPEND_ONLY:
        raise Quarantined("append_only", f"A {change.noun} is never changed.")


def _refuse_to_end_a_person(change: RecordChange) -> None:
    """Whatever the change calls itself: a mark of deletion in an edit, or in a new record, deletes too."""
    is_marked = change.fields.get("deleted_at") is not None
    is_made_erased = change.action is Action.CREATE and change.fields.get("erased_at") is not None
    if change.action is Action.DELETE or is_marked or is_made_erased:
        raise Quarantined("people_are_never_deleted", "People are never deleted by sync.")


_MADE_AT_CENTRE = frozenset({"conflict", "lease"})
_ORDER = {"conflict": 0, "queue": 1}
_NONE: Mapping = {}  # type: ignore[type-arg]  # nothing of whatever is asked for
