"""One visit of two check-ins: two machines that were cut off from each other gave one appointment two numbers.

The place that was made first (the smaller uid, which tells the time) stands, whichever arrived first. The other becomes
its alias and is cancelled; what happened to it happens to the one that stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from server_sync.clinic.stamps import OF_A_STEP, STEP
from server_sync.clinic.visits import QueueStatus
from server_sync.merge.fields import create, stamps_of
from server_sync.merge.queue import comes_further, merge_place
from server_sync.merge.verdicts import Dispute, Held, Outcome, Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import RecordChange

_SAID_OF_A_VISIT = (
    "triage_level",
    "special_reason",
    "override_at",
    "override_by",
    "override_reason",
    "notes",
    "claims",
    "patient_satisfaction_score",
)
"""What a place says beside its step and belongs to the visit, under whichever number."""

_MOST_TICKETS = 64

Twins = Mapping[Json, Sequence[Held]]
"""All places in the queue by the appointment's id, in any state."""


def merge_new_place(change: RecordChange, twins: Sequence[Held], seen_token: Json, *, knows: bool) -> list[Verdict]:
    """A place that a machine made. `twins`: all places of its appointment, in any state.

    `seen_token`: the number that the appointment had when it was checked in, if the set `knows`; whose place of that
    number was cancelled before, and who is checked in anew, has a visit of their own.
    """
    rivals = [twin for twin in twins if twin["alias_of"] is None and str(twin["uid"]) != str(change.uid)]
    if knows:
        rivals = [twin for twin in rivals if _is_open(twin) or twin["token_number"] != seen_token]
    else:
        rivals = [twin for twin in rivals if _is_open(twin)]
    if not rivals:
        return [create(change)]
    twin = min(rivals, key=lambda one: (not _is_open(one), str(one["uid"])))
    if change.uid < UUID(str(twin["uid"])):
        return _taking_over(change, twin, twins)
    return [_alias_of(change, twin)]


def standing_token(change: RecordChange, verdicts: Sequence[Verdict]) -> Json:
    """The number that stands for a visit after `merge_new_place` of the place that `change` creates."""
    mine = verdicts[0].values.get("alias_of")
    return change.fields["token_number"] if mine is None else mine


def merge_under_the_other(change: RecordChange, held: Held, twins: Twins, stamp: str) -> Sequence[Verdict]:
    """A change of a place that became another's alias counts for that other, which it may bring back."""
    standing = _standing_for(held, twins.get(held.get("appointment_id"), ()))
    if standing is None:
        words = "This number leads to another, which is not known here."
        return (Verdict("queue", change.uid, Outcome.OTHER_TICKET, resolution=words),)
    theirs = replace(change, uid=UUID(str(standing["uid"])))
    verdict, *others = merge_opened(theirs, standing, twins, stamp)
    words = f"Number {held['token_number']} leads to {standing['token_number']}, for which this counts."
    outcome = verdict.outcome if verdict.resolution else Outcome.OTHER_TICKET
    return (replace(verdict, outcome=outcome, resolution=f"{words} {verdict.resolution}".strip()), *others)


def merge_opened(change: RecordChange, held: Held, twins: Twins, stamp: str) -> Sequence[Verdict]:
    """A place that comes back, or comes to be of another appointment, where another of that one was opened elsewhere:
    one visit again.
    """
    verdict = merge_place(change, held, stamp)
    after = {**held, **verdict.values}
    whose = after.get("appointment_id")
    tickets = () if whose is None else twins.get(whose, ())
    rivals = [twin for twin in tickets if _is_open(twin) and str(twin["uid"]) != str(change.uid)]
    if not _is_open(after) or not rivals:
        return (verdict,)
    twin = min(rivals, key=lambda one: str(one["uid"]))
    uid, token, other = UUID(str(twin["uid"])), held["token_number"], twin["token_number"]
    if change.uid > uid:
        moved: dict[str, Json] = {} if whose == held.get("appointment_id") else {"appointment_id": whose}
        alias = _verdict(change.uid, _alias(other) | moved, token, other)
        return (merge_place(replace(change, uid=uid), twin, stamp), alias, *_led_on(tickets, token, other))
    stamps = stamps_of(twin)
    own = verdict.stamps.get(STEP) or stamps_of(held).get(STEP, "")
    if comes_further(twin, stamps.get(STEP, ""), after, own):
        taken = {name: twin[name] for name in OF_A_STEP}
        marks = {STEP: stamps[STEP]} if STEP in stamps else {}
        verdict = replace(verdict, values=verdict.values | taken, stamps=verdict.stamps | marks)
    return (verdict, _leads_to(twin, token), *_led_on(tickets, other, token))


def _is_open(place: Held) -> bool:
    return place.get("alias_of") is None and place["current_status"] != QueueStatus.CANCELLED.value


def _standing_for(held: Held, twins: Sequence[Held]) -> Held | None:
    by_token = {twin["token_number"]: twin for twin in twins}
    for _ in range(_MOST_TICKETS):
        found = by_token.get(held["alias_of"])
        if found is None or found["alias_of"] is None:
            return found
        held = found
    return None


def _taking_over(change: RecordChange, twin: Held, twins: Sequence[Held]) -> list[Verdict]:
    token, stamps = change.fields["token_number"], stamps_of(twin)
    taken = {name: twin[name] for name in _SAID_OF_A_VISIT if name in stamps}
    marks = {name: stamps[name] for name in taken}
    if STEP in stamps or twin[STEP]:
        taken |= {name: twin[name] for name in OF_A_STEP}
        marks |= {STEP: stamps[STEP]} if STEP in stamps else {}
    mine = _verdict(change.uid, dict(change.fields) | taken, twin["token_number"], token, is_new=True, stamps=marks)
    aliases = _leads_to(twin, token), *_led_on(twins, twin["token_number"], token)
    return [_if_cancelled(mine, change.uid, twin), *aliases]


def _alias_of(change: RecordChange, twin: Held) -> Verdict:
    values = dict(change.fields) | _alias(twin["token_number"])
    mine = _verdict(change.uid, values, change.fields["token_number"], twin["token_number"], is_new=True)
    return _if_cancelled(mine, UUID(str(twin["uid"])), twin)


def _if_cancelled(verdict: Verdict, standing: UUID, twin: Held) -> Verdict:
    """Somebody with the other ticket may be sitting in the lobby."""
    if twin["current_status"] != QueueStatus.CANCELLED.value:
        return verdict
    words = "Checked in at two machines, and cancelled at one of them. Please see whether they are here."
    now, other = QueueStatus.CANCELLED.value, QueueStatus.WAITING.value
    fields: dict[str, Json] = {"current_status": {"standing": now, "offered": other, "based_on": None}}
    dispute = Dispute(Outcome.CANCELLED_VISIT.value, "queue", standing, fields, words)
    return replace(verdict, outcome=Outcome.CANCELLED_VISIT, resolution=words, needs_a_person=True, dispute=dispute)


def _led_on(tickets: Iterable[Held], before: Json, token: Json) -> list[Verdict]:
    """Whoever was led to a number that leads on by now."""
    return [_leads_to(one, token) for one in tickets if one["alias_of"] == before]


def _leads_to(place: Held, token: Json) -> Verdict:
    return _verdict(UUID(str(place["uid"])), _alias(token), place["token_number"], token)


def _alias(token: Json) -> dict[str, Json]:
    return {"current_status": QueueStatus.CANCELLED.value, "alias_of": token}


def _verdict(
    uid: UUID,
    values: dict[str, Json],
    alias: Json,
    token: Json,
    *,
    is_new: bool = False,
    stamps: dict[str, str] | None = None,
) -> Verdict:
    words = f"Checked in at two machines. Number {token} stands; {alias} leads to the same visit."
    return Verdict("queue", uid, Outcome.ONE_VISIT_OF_TWO, values, is_new=is_new, resolution=words, stamps=stamps or {})
