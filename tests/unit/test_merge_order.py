"""Whatever the order in which changes arrive, a record ends the same: for each noun, from any base, by any hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server_sync.clinic.clocks import HybridTime
from server_sync.clinic.visits import QueueStatus, next_statuses, step_after
from server_sync.merge.change_sets import judge, lay
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange

RECORD = UUID(int=5)
Row = dict[str, Json]
Records = dict[tuple[str, UUID], Any]  # Any: rows, which `lay` replaces
DELETED_AT = "2026-03-09T09:00:00.000000Z"


def edit(at: int, noun: str, fields: Row, replaced: Row, action: Action = Action.UPDATE) -> ChangeSet:
    change = RecordChange(noun, action, RECORD, fields, replaced)
    return ChangeSet(UUID(int=at), UUID(int=2), 1, "edit", "patient", str(HybridTime(at, 0)), 1, (change,))


def after(records: Records, sets: Sequence[ChangeSet]) -> Records:
    """What is held when these arrived one after the other."""
    held = dict(records)
    twins: dict[Json, list[Any]] = {9: []}
    for row in (row for (noun, _), row in records.items() if noun == "queue"):
        twins.setdefault(row["appointment_id"], []).append(row)
    for one in sets:
        for verdict in judge(one, held, twins):
            lay(held, verdict, twins)
    return held


def comparable(held: Records) -> Any:
    """Values and stamps; a record with no stamps has none."""
    return {reference: {**row, "stamps": row.get("stamps") or {}} for reference, row in held.items()}


def orders(hands: Sequence[Sequence[ChangeSet]]) -> Iterator[list[ChangeSet]]:
    """Every order in which these sets may arrive: each hand's own come in their order."""
    turns = [hand for hand, sets in enumerate(hands) for _ in sets]
    for order in set(permutations(turns)):
        rest = [iter(sets) for sets in hands]
        yield [next(rest[hand]) for hand in order]


def assert_same_in_every_order(records: Records, hands: Sequence[Sequence[ChangeSet]]) -> None:
    ends = [comparable(after(records, order)) for order in orders(hands)]
    assert all(end == ends[0] for end in ends), ends


values = st.sampled_from(["a", "b", "c", None])
documents = st.none() | st.dictionaries(st.sampled_from(["x", "y"]), st.integers(0, 2), max_size=2)
moments = st.lists(st.integers(1, 50), unique=True, min_size=6, max_size=6)


@dataclass
class Hand:
    """Somebody at a machine that is cut off: every edit is based on the last that they made themselves."""

    noun: str
    row: Row
    moments: list[int]

    def edits(self, wanted: Sequence[Row]) -> list[ChangeSet]:
        sets = []
        for fields in wanted:
            changed = {name: value for name, value in fields.items() if self.row[name] != value}
            if changed:
                at = self.moments.pop(0)
                sets.append(edit(at, self.noun, changed, {name: self.row[name] for name in changed}))
                self.row = self.row | changed
        return sets


def _hands(noun: str, base: Row, wanted: Sequence[Sequence[Row]], at: list[int]) -> list[list[ChangeSet]]:
    """Hands whose clocks tell the time in any relation to each other's; each one's own goes forward."""
    hands, start = [], 0
    for edits in wanted:
        hands.append(Hand(noun, base, sorted(at[start : start + len(edits)])).edits(edits))
        start += len(edits)
    return hands


patient_edits = st.fixed_dictionaries(
    {}, optional={"phone": values, "date_of_birth": values, "medical_history": documents}
)


@settings(max_examples=300, deadline=None)
@given(
    first=st.lists(patient_edits, min_size=1, max_size=2),
    second=st.lists(patient_edits, min_size=1, max_size=2),
    third=st.lists(patient_edits, max_size=1),
    history=documents,
    at=moments,
)
def test_a_patient_is_the_same_whoever_is_heard_first(
    first: list[Row], second: list[Row], third: list[Row], history: Json, at: list[int]
) -> None:
    base: Row = {"phone": "0", "date_of_birth": None, "medical_history": history or None, "erased_at": None}
    hands = _hands("patient", base, (first, second, third), at)
    assert_same_in_every_order({("patient", RECORD): base}, hands)


STEP_FIELDS: Row = {"called_room": None, "held_back": None, "doctor_id": 1, "called_time": None}
places = st.tuples(
    st.sampled_from([status.value for status in QueueStatus]), st.sampled_from(["3", "7"]), st.sampled_from([1, 8])
)


open_places = places.filter(lambda wanted: wanted[0] != "cancelled")


def _steps(base: Row, wanted: Sequence[tuple[str, str, int]], at: list[int]) -> list[ChangeSet]:
    """What a desk may do with a place: legal steps only, each with everything that a step says."""
    row, sets = base, []
    for status, room, doctor_id in wanted:
        now, then = QueueStatus(str(row["current_status"])), QueueStatus(status)
        if then is not now and then not in next_statuses(now):
            continue
        said: Row = {"called_room": room if status == "called" else None, "held_back": None, "doctor_id": doctor_id}
        fields: Row = (
            STEP_FIELDS | said | {"current_status": status, "step": step_after(int(str(row["step"])), now, then)}
        )
        replaced = {name: row[name] for name in fields}
        sets.append(edit(at.pop(0), "queue", fields, replaced))
        row = row | fields
    return sets


@settings(max_examples=500, deadline=None)
@given(
    status=st.sampled_from([status.value for status in QueueStatus]),
    first=st.lists(places, min_size=1, max_size=3),
    second=st.lists(places, min_size=1, max_size=2),
    third=st.lists(places, max_size=1),
    at=moments,
)
def test_a_place_is_the_same_whichever_desk_is_heard_first(
    status: str, first: list[Any], second: list[Any], third: list[Any], at: list[int]
) -> None:
    base: Row = STEP_FIELDS | {"current_status": status, "step": 0, "alias_of": None, "appointment_id": 9}
    base |= {"uid": str(RECORD), "token_number": "20260309-A001", "triage_level": None, "stamps": None}
    hands = [
        _steps(base, first, sorted(at[:3])),
        _steps(base, second, sorted(at[3:5])),
        _steps(base, third, at[5:]),
    ]
    assert_same_in_every_order({("queue", RECORD): base}, hands)


statuses = st.sampled_from(["scheduled", "confirmed", "cancelled", "no_show", "rescheduled"])
appointment_edits = st.fixed_dictionaries(
    {}, optional={"status": statuses, "payment_status": st.sampled_from(["paid", "failed"]), "symptoms": values}
)


@settings(max_examples=300, deadline=None)
@given(first=appointment_edits, second=appointment_edits, third=appointment_edits, at=moments)
def test_an_appointment_is_the_same_whoever_is_heard_first(first: Row, second: Row, third: Row, at: list[int]) -> None:
    base: Row = {"status": "scheduled", "payment_status": "pending", "symptoms": None, "queue_token": None}
    hands = _hands("appointment", base, ([first], [second], [third]), at)
    assert_same_in_every_order({("appointment", RECORD): base}, hands)


@settings(max_examples=200, deadline=None)
@given(token=st.integers(1, 8), cancels=st.booleans(), was=st.sampled_from(["scheduled", "confirmed"]), at=moments)
def test_a_check_in_and_what_the_desk_did_meanwhile_end_the_same(
    token: int, cancels: bool, was: str, at: list[int]
) -> None:
    base: Row = {"status": was, "queue_token": None, "status_reason": None}
    place: Row = {"uid": str(UUID(int=token)), "token_number": f"20260309-A{token:03}", "appointment_id": 9}
    place |= STEP_FIELDS | {"current_status": "waiting", "step": 0, "alias_of": None}
    said: Row = {"queue_token": place["token_number"]} | ({} if was == "confirmed" else {"status": "confirmed"})
    arrived = edit(at[0], "appointment", said, {name: base[name] for name in said})
    create = RecordChange("queue", Action.CREATE, UUID(int=token), place)
    check_in = ChangeSet(
        arrived.uid, arrived.device_uid, 1, "check_in", "patient", arrived.made_at, 1, (create, *arrived.changes)
    )
    knew: Row = {"status": was, "queue_token": None}
    desk = edit(at[1], "appointment", {"status": "cancelled" if cancels else "no_show"}, knew)
    assert_same_in_every_order({("appointment", RECORD): base}, [[check_in], [desk]])
    assert after({("appointment", RECORD): base}, [check_in, desk])["appointment", RECORD]["status"] == "confirmed"


@settings(max_examples=300, deadline=None)
@given(first=st.lists(places, max_size=2), second=st.lists(places, max_size=2), third=st.booleans(), at=moments)
def test_a_visit_of_two_check_ins_is_the_same_whichever_is_heard_first(
    first: list[Any], second: list[Any], third: bool, at: list[int]
) -> None:
    """Each machine goes on with its own ticket; the number that stands, and the visit's state, are one."""
    hands, base = [], {("appointment", RECORD): {"status": "scheduled", "queue_token": None}}
    chains = [first, second, []] if third else [first, second]
    for number, wanted in enumerate(chains, start=1):
        uid = UUID(int=number)
        place = _place(uid, "waiting")
        own = sorted(at[(number - 1) * 2 : number * 2])
        create = RecordChange("queue", Action.CREATE, uid, place)
        fields: Row = {"status": "confirmed", "queue_token": place["token_number"]}
        arrive = RecordChange(
            "appointment", Action.UPDATE, RECORD, fields, {"status": "scheduled", "queue_token": None}
        )
        check_in = ChangeSet(
            UUID(int=100 + number),
            UUID(int=2),
            1,
            "check_in",
            "patient",
            str(HybridTime(0, number)),
            1,
            (create, arrive),
        )
        steps = [_with(uid, one) for one in _steps(place, wanted, own)]
        hands.append([check_in, *steps])
    ends = [_visit(after(base, order)) for order in orders(hands)]
    assert all(end == ends[0] for end in ends), ends


def _place(uid: UUID, status: str) -> Row:
    """A place with every column that a visit has, and the number of its uid."""
    place: Row = {"uid": str(uid), "token_number": f"20260309-A{uid.int:03}", "appointment_id": 9, "notes": None}
    place |= STEP_FIELDS | {"current_status": status, "step": 0, "alias_of": None, "triage_level": None}
    place |= dict.fromkeys(("special_reason", "override_at", "override_by", "override_reason", "claims"))
    place |= {"patient_satisfaction_score": None, "recall_count": 0, "absent_count": 0, "called_by": None}
    return place | dict.fromkeys(("reference_time", "consultation_start_time", "consultation_end_time"))


def _with(uid: UUID, one: ChangeSet) -> ChangeSet:
    """The same step, of another place."""
    (change,) = one.changes
    moved = RecordChange(change.noun, change.action, uid, change.fields, change.replaced)
    return ChangeSet(one.uid, one.device_uid, 1, "step", "patient", one.made_at, 1, (moved,))


def _visit(held: Records) -> Any:
    """The place that stands, whole, and where the others lead."""
    rows = [row for (noun, _), row in held.items() if noun == "queue"]
    standing = [row for row in rows if row["alias_of"] is None]
    return standing, {row["token_number"]: (row["alias_of"], row["current_status"]) for row in rows if row["alias_of"]}


@settings(max_examples=200, deadline=None)
@given(
    nouns=st.sampled_from(["reminder", "help_call"]),
    changed=st.sampled_from([{"message_content": "b"}, {"status": "sent"}, {"answered_at": DELETED_AT}]),
    second=st.sampled_from([{"message_content": "c"}, {"status": "cancelled"}, {"answered_at": "earlier"}]),
    deletes=st.booleans(),
    at=moments,
)
def test_reminders_and_calls_for_help_are_the_same_whoever_is_heard_first(
    nouns: str, changed: Row, second: Row, deletes: bool, at: list[int]
) -> None:
    base: Row = {"message_content": "a", "status": "pending", "answered_at": None, "deleted_at": None}
    hands = [[edit(at[0], nouns, changed, {name: base[name] for name in changed})]]
    hands.append([edit(at[1], nouns, second, {name: base[name] for name in second})])
    if deletes:
        hands.append([edit(at[2], nouns, {"deleted_at": DELETED_AT}, base, Action.DELETE)])
    assert_same_in_every_order({(nouns, RECORD): base}, hands)


@settings(max_examples=300, deadline=None)
@given(back=places, second=st.lists(open_places, max_size=2), is_first=st.booleans(), at=moments)
def test_a_place_that_comes_back_and_a_new_check_in_are_one_visit_whichever_is_heard_first(
    back: Any, second: list[Any], is_first: bool, at: list[int]
) -> None:
    """Cancelled everywhere; one desk lets it come back, another checks the same appointment in anew."""
    uids = (UUID(int=1), UUID(int=2)) if is_first else (UUID(int=2), UUID(int=1))
    gone, anew = (_place(uid, status) for uid, status in zip(uids, ("cancelled", "waiting"), strict=True))
    gone["step"] = 1
    appointment: Row = {"status": "confirmed", "queue_token": gone["token_number"]}
    base: Records = {("appointment", RECORD): appointment, ("queue", uids[0]): gone}
    steps = [_with(uids[0], one) for one in _steps(gone, [back], at[:1])]
    fields: Row = {"queue_token": anew["token_number"]}
    arrive = RecordChange("appointment", Action.UPDATE, RECORD, fields, {"queue_token": gone["token_number"]})
    made_at = str(HybridTime(0, 1))
    create = RecordChange("queue", Action.CREATE, uids[1], anew)
    check_in = ChangeSet(UUID(int=101), UUID(int=2), 1, "check_in", "patient", made_at, 1, (create, arrive))
    own = [_with(uids[1], one) for one in _steps(anew, second, sorted(at[1:3]))]
    ends = [_visit(after(base, order)) for order in orders([steps, [check_in, *own]])]
    assert all(end == ends[0] for end in ends), ends


@settings(max_examples=50, deadline=None)
@given(is_first=st.booleans(), wanted=st.sampled_from([QueueStatus.WAITING, QueueStatus.CALLED]), at=moments)
def test_a_place_that_comes_to_an_appointment_and_a_check_in_for_it_are_one_visit_whichever_is_heard_first(
    is_first: bool, wanted: QueueStatus, at: list[int]
) -> None:
    """A desk's call made a visit of a walk-in; the same visit was checked in by another number."""
    uids = (UUID(int=1), UUID(int=2)) if is_first else (UUID(int=2), UUID(int=1))
    called, anew = (_place(uid, status) for uid, status in zip(uids, ("called", "waiting"), strict=True))
    called |= {"appointment_id": 8, "step": 1}
    base: Records = {("queue", uids[0]): called}
    before = {name: called[name] for name in (*STEP_FIELDS, "current_status", "step", "appointment_id")}
    fields = before | {"current_status": wanted.value, "step": 1000, "appointment_id": 9}
    moves = _with(uids[0], edit(at[0], "queue", fields, before))
    create = RecordChange("queue", Action.CREATE, uids[1], anew)
    check_in = ChangeSet(UUID(int=101), UUID(int=2), 1, "check_in", "patient", str(HybridTime(0, 1)), 1, (create,))
    for order in orders([[moves], [check_in]]):
        standing, led = _visit(after(base, order))
        assert [place["uid"] for place in standing] == [str(UUID(int=1))]
        assert [alias for alias, _ in led.values()] == [standing[0]["token_number"]]
        assert {row["appointment_id"] for row in after(base, order).values()} == {9}


@pytest.mark.parametrize("is_first", [True, False])
def test_whoever_is_led_to_a_number_that_leads_on_is_led_to_the_one_that_stands(is_first: bool) -> None:
    uids = (UUID(int=1), UUID(int=2)) if is_first else (UUID(int=2), UUID(int=1))
    gone, stands, led = (_place(uid, "cancelled") for uid in (*uids, UUID(int=3)))
    gone["step"], led["alias_of"], stands["current_status"] = 1, gone["token_number"], "waiting"
    base: Records = {("queue", UUID(str(row["uid"]))): row for row in (gone, stands, led)}
    (back,) = (_with(uids[0], one) for one in _steps(gone, [("waiting", "3", 1)], [5]))
    standing, others = _visit(after(base, [back]))
    assert [place["uid"] for place in standing] == [str(UUID(int=1))]
    assert {alias for alias, _ in others.values()} == {standing[0]["token_number"]}
