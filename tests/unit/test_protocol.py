"""Change sets on the wire: one canonical form, one hash, and calm refusal of everything else."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server_sync.protocol.canonical import Json, digest, encode
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault

CHANGE = RecordChange("queue", Action.CREATE, UUID(int=7), {"token_number": "20260309-A001"})
CHANGE_SET = ChangeSet(UUID(int=1), UUID(int=2), 3, "check_in", "patient", "019000000000.0000", 1, (CHANGE,))

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
    max_leaves=20,
)


def test_key_order_does_not_change_the_hash() -> None:
    assert encode({"b": 1, "a": "é"}) == '{"a":"é","b":1}'.encode()
    assert digest({"b": 1, "a": 2}) == digest({"a": 2, "b": 1})


@pytest.mark.parametrize("value", [1.5, [float("nan")], {"a": {"b": 0.1}}])
def test_floats_have_no_canonical_form(value: object) -> None:
    with pytest.raises(ValueError, match="float"):
        encode(value)  # type: ignore[arg-type]  # wrong on purpose


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), st.integers(-(2**53), 2**53))
def test_canonical_bytes_are_those_of_any_sorted_json_writer(words: str, number: int) -> None:
    value: Json = {words: [number, None, True, words], "é": {"b": words, "a": number}, "\U0001f600": []}
    assert encode(value) == json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize("value", ["a\x00", {"\x00": 1}, [{"a": ["\x00"]}], "\ud800", 2**53 + 1, -(2**53) - 1, [1.0]])
def test_what_no_reader_would_take_is_refused_before_it_is_logged(value: Any) -> None:
    with pytest.raises(ValueError):
        encode(value)


def test_who_writes_of_u0000_is_not_taken_for_it() -> None:
    assert encode("\\u0000") == b'"\\\\u0000"'


def test_change_set_survives_its_way_over_the_wire() -> None:
    assert ChangeSet.from_json(CHANGE_SET.to_json()) == CHANGE_SET
    assert ChangeSet.from_json(CHANGE_SET.to_json()).hash() == CHANGE_SET.hash()


def test_any_change_to_a_set_changes_its_hash() -> None:
    altered = replace(CHANGE_SET, changes=(replace(CHANGE, fields={"token_number": "20260309-A002"}),))
    assert altered.hash() != CHANGE_SET.hash()
    assert replace(CHANGE_SET, sequence=4).hash() != CHANGE_SET.hash()


@given(json_values)
def test_rubbish_is_refused_by_name_and_never_crashes(body: object) -> None:
    with pytest.raises(ProtocolFault):
        ChangeSet.from_json(body)


@given(st.sampled_from(sorted(CHANGE_SET.to_json())), json_values)
def test_one_wrong_part_is_refused_or_read(part: str, value: object) -> None:
    body = dict(CHANGE_SET.to_json()) | {part: value}
    try:
        ChangeSet.from_json(body).hash()
    except ProtocolFault as fault:
        assert fault.code in {"malformed_change_set", "malformed_change"}  # noqa: PT017  # either answer will do
