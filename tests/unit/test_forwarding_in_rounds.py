"""What a hub forwards: as few bodies as may be, and nothing before what it was built on."""

from __future__ import annotations

import json
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from server_sync.hub.forwarding import body_of, in_rounds
from server_sync.hub.stored_sets import HeldSet

DEVICES = [UUID(int=number) for number in (1, 2, 3)]


def held(place: int, device: UUID, *records: int, makes: int | None = None, refers_to: int | None = None) -> HeldSet:
    items: list[dict[str, object]] = [
        {"type": "queue", "action": "update", "uid": str(UUID(int=1000 + one)), "data": {}} for one in records
    ]
    if makes is not None:
        items.append({"type": "patient", "action": "create", "uid": str(UUID(int=9000 + makes)), "data": {"id": makes}})
    if refers_to is not None:
        items.append({"type": "payment", "action": "create", "uid": f"p{place}", "data": {"patient_id": refers_to}})
    return HeldSet(place, device, UUID(int=100 + place), json.dumps({"sync_data": items, "sequence": place}), "h")


def test_sets_that_share_nothing_go_in_one_body_a_device() -> None:
    window = [held(place, DEVICES[place % 3], place) for place in range(30)]
    assert [len(batch) for batch in in_rounds(window)] == [10, 10, 10]


def test_a_call_goes_after_the_check_in_at_another_machine() -> None:
    check_in, call = held(1, DEVICES[2], 7), held(2, DEVICES[0], 7)
    assert in_rounds([check_in, call]) == [[check_in], [call]]


def test_whoever_names_by_its_id_whom_another_machine_registered_goes_after_that() -> None:
    registers, pays = held(1, DEVICES[2], makes=5), held(2, DEVICES[0], refers_to=5)
    assert in_rounds([registers, pays]) == [[registers], [pays]]


@given(st.lists(st.tuples(st.sampled_from(DEVICES), st.lists(st.integers(0, 3), max_size=2)), max_size=25))
def test_no_order_that_matters_is_lost(made: list[tuple[UUID, list[int]]]) -> None:
    window = [held(place, device, *records) for place, (device, records) in enumerate(made)]
    sent = [one for batch in in_rounds(window) for one in batch]
    assert sorted(one.place for one in sent) == list(range(len(made)))
    at = {one.place: number for number, one in enumerate(sent)}
    for earlier, (device, records) in enumerate(made):
        for later in range(earlier + 1, len(made)):
            if made[later][0] == device or set(records) & set(made[later][1]):
                assert at[earlier] < at[later]


def test_a_body_is_put_together_of_what_was_written() -> None:
    written = {
        "id": "u", "sequence": 4, "intent": "x", "actor": "y", "made_at": "z", "schema_version": 2,
        "device_id": str(DEVICES[0]), "sync_data": [{"type": "queue", "later": [1]}],
    }  # fmt: skip
    body = json.loads(body_of(DEVICES[0], [HeldSet(1, DEVICES[0], UUID(int=9), json.dumps(written), "hash")]))
    assert body["sync_data"] == [{"type": "queue", "later": [1], "set": 0}]
    assert body["change_sets"] == [
        {"id": "u", "sequence": 4, "intent": "x", "actor": "y", "made_at": "z", "schema_version": 2, "hash": "hash"}
    ]
