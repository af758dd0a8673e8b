"""Messages on the wire: what was written is read again, and whatever else arrives is refused in good order."""

from __future__ import annotations

import contextlib
import copy
import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_sync.protocol.canonical import written_digest
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.enrolment import parse_enrolment
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.pages import FeedEntry, FeedPage, encode_page, parse_page
from server_sync.protocol.push import (
    ForgedSet,
    SentSet,
    SetAnswer,
    UnreadableSet,
    encode_answers,
    encode_push,
    parse_answers,
    parse_push,
)
from server_sync.protocol.strict_json import MAX_DEPTH, decode

DEVICE = UUID(int=7)


def change_set(sequence: int, *names: str) -> ChangeSet:
    changes = tuple(
        RecordChange("patient", Action.UPDATE, UUID(int=100 + place), {"first_name": name}, {"first_name": None})
        for place, name in enumerate(names)
    )
    return ChangeSet(UUID(int=sequence), DEVICE, sequence, "edit", "patient", "0" * 12 + ".0000", 1, changes)


def pushed(*sets: ChangeSet) -> Any:
    return json.loads(json.dumps(encode_push(DEVICE, [(one, one.hash()) for one in sets])))


def test_push_is_read_as_it_was_written() -> None:
    sets = [change_set(1, "Ada", "Bo"), change_set(2, "Çelik")]
    push = parse_push(pushed(*sets))
    assert push.device_uid == DEVICE
    assert push.sets == tuple(SentSet(one, one.hash()) for one in sets)


def test_push_has_the_seeds_shape_with_more_fields() -> None:
    body = pushed(change_set(1, "Ada"))
    assert set(body) == {"device_id", "sync_data", "change_sets"}
    assert {"type", "action", "data"} <= set(body["sync_data"][0])


SPOILT = [
    (lambda body: body["change_sets"][0].update(intent="x" * 65), "malformed_change_set"),
    (lambda body: body["sync_data"][0]["data"].update(first_name=1.5), "malformed_change_set"),
    (lambda body: body["sync_data"][0].update(action="burn"), "malformed_change"),
    (lambda body: body["sync_data"][0].pop("uid"), "malformed_change"),
]


@pytest.mark.parametrize(("spoil", "code"), SPOILT)
def test_one_unreadable_set_is_kept_and_leaves_its_neighbours_readable(spoil: Any, code: str) -> None:
    body = pushed(change_set(1, "Ada"), change_set(2, "Bo"))
    spoil(body)
    head = body["change_sets"][0]
    items = [{name: value for name, value in body["sync_data"][0].items() if name != "set"}]
    whole = {name: head[name] for name in head if name != "hash"} | {"device_id": str(DEVICE), "sync_data": items}
    head["hash"] = written_digest(whole)
    bad, good = parse_push(body).sets
    assert isinstance(bad, UnreadableSet)
    assert (bad.uid, bad.sequence, bad.fault.code) == (UUID(int=1), 1, code)
    assert isinstance(good, SentSet)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        *SPOILT,
        (lambda body: body["change_sets"][0].update(hash="0" * 64), "hash_mismatch"),
        (lambda body: body["change_sets"][0].pop("hash"), "hash_mismatch"),
        (lambda body: body["change_sets"][0].update(sequence="1"), "malformed_change_set"),
        (lambda body: body["change_sets"].__setitem__(0, None), "malformed_change_set"),
    ],
)
def test_set_that_is_not_what_its_device_logged_is_not_kept(spoil: Any, code: str) -> None:
    body = pushed(change_set(1, "Ada"), change_set(2, "Bo"))
    spoil(body)
    bad, good = parse_push(body).sets
    assert isinstance(bad, ForgedSet)
    assert bad.fault.code == code
    assert isinstance(good, SentSet)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda body: body.pop("device_id"), "malformed_push"),
        (lambda body: body.update(device_id="kiosk"), "malformed_push"),
        (lambda body: body.update(sync_data={}), "malformed_push"),
        (lambda body: body["sync_data"][0].update(set=9), "malformed_push"),
        (lambda body: body["sync_data"][0].update(set=True), "malformed_push"),
        (lambda body: body["sync_data"].append(None), "malformed_push"),
        (lambda body: body.pop("change_sets"), "ids_missing"),
        (lambda body: body.update(change_sets=[None] * 6000), "too_many_sets"),
    ],
)
def test_body_that_is_no_push_is_refused_by_code(spoil: Any, code: str) -> None:
    body = pushed(change_set(1, "Ada"))
    spoil(body)
    with pytest.raises(ProtocolFault) as caught:
        parse_push(body)
    assert caught.value.code == code


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(JSON)
def test_no_json_at_all_makes_a_reader_stumble(body: Any) -> None:
    for parse in (parse_push, parse_answers, parse_page, parse_enrolment):
        with pytest.raises(ProtocolFault):
            parse(body)


@given(st.data())
def test_no_change_to_a_push_makes_its_reader_stumble(data: st.DataObject) -> None:
    body = copy.deepcopy(pushed(change_set(1, "Ada"), change_set(2, "Bo")))
    where: Any = body
    while isinstance(where, dict | list) and where:
        key: Any = data.draw(st.sampled_from(sorted(where) if isinstance(where, dict) else range(len(where))))
        if not isinstance(where[key], dict | list) or data.draw(st.booleans()):
            where[key] = data.draw(JSON)
            break
        where = where[key]
    with contextlib.suppress(ProtocolFault):
        parse_push(body)


def test_answers_and_pages_are_read_as_they_were_written() -> None:
    answers = (SetAnswer(UUID(int=1), "synced", "applied", ""), SetAnswer(UUID(int=2), "refused", "sequence_gap", ""))
    assert parse_answers(encode_answers(answers)) == answers
    page = FeedPage((FeedEntry("queue", UUID(int=3), {"id": 3}), FeedEntry("queue", UUID(int=4), None)), "c", True, 5)
    assert parse_page(encode_page(page)) == page


def test_answer_to_a_set_without_an_id_belongs_to_nobody() -> None:
    assert parse_answers(encode_answers([SetAnswer(None, "refused", "malformed_change_set", "")])) == ()


def test_unknown_status_is_no_answer() -> None:
    with pytest.raises(ProtocolFault, match="malformed_answer"):
        parse_answers(encode_answers([SetAnswer(UUID(int=1), "maybe", "", "")]))


def test_hash_of_another_device_does_not_pass() -> None:
    stolen = replace(change_set(1, "Ada"), device_uid=UUID(int=8))
    (read,) = parse_push(json.loads(json.dumps(encode_push(DEVICE, [(stolen, stolen.hash())])))).sets
    assert isinstance(read, ForgedSet)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"NaN",
        b"[Infinity]",
        b"1e999",
        b'"\\ud800"',
        b'"\xff"',
        "{}".encode("utf-16"),
        b"\xef\xbb\xbf{}",
        b"[" * (MAX_DEPTH + 2) + b"]" * (MAX_DEPTH + 2),
        b"[" * 100_000,
        b"1" * 10_000,
        b"<html>",
    ],
)
def test_what_is_not_strictly_json_is_refused(body: bytes) -> None:
    with pytest.raises(ProtocolFault, match="malformed_json"):
        decode(body)


def test_json_as_deep_as_allowed_is_taken() -> None:
    assert decode(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)


def test_number_that_javascript_would_round_is_no_whole_number_any_more() -> None:
    assert isinstance(decode(b"9007199254740993"), float)
    assert isinstance(decode(b"9007199254740992"), int)
