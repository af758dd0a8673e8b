"""Merge rules: pure, named, and the same whoever arrived first."""

from __future__ import annotations

from uuid import UUID

import pytest

from server_sync.merge.change_sets import judge
from server_sync.merge.queue import merge_place
from server_sync.merge.verdicts import Outcome, Quarantined
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange

PATIENT = UUID(int=5)


def update(noun: str, fields: dict[str, Json], replaced: dict[str, Json]) -> RecordChange:
    return RecordChange(noun, Action.UPDATE, PATIENT, fields, replaced)


def change_set(*changes: RecordChange) -> ChangeSet:
    return ChangeSet(UUID(int=1), UUID(int=2), 1, "edit", "patient", "0" * 12 + ".0000", 1, changes)


def place(uid: int, token: str, status: str = "waiting") -> dict[str, Json]:
    times: dict[str, Json] = {"called_time": None, "consultation_start_time": None, "consultation_end_time": None}
    return {
        "uid": str(UUID(int=uid)), "token_number": token, "current_status": status, "appointment_id": 9, **times,
    }  # fmt: skip


def create(held: dict[str, Json]) -> RecordChange:
    return RecordChange("queue", Action.CREATE, UUID(str(held["uid"])), held)


def check_in_of(appointment: UUID) -> ChangeSet:
    """A check-in that was made while the appointment was still scheduled."""
    fields: dict[str, Json] = {"status": "confirmed", "queue_token": "20260309-A001"}
    replaced: dict[str, Json] = {"status": "scheduled", "queue_token": None}
    arrive = RecordChange("appointment", Action.UPDATE, appointment, fields, replaced)
    return change_set(create(place(1, "20260309-A001")), arrive)


def test_edits_of_different_fields_both_survive() -> None:
    change = update("patient", {"phone": "1"}, {"phone": "0"})
    (verdict,) = judge(change_set(change), {("patient", PATIENT): {"phone": "0", "email": "new@clinic.example"}}, {})
    assert verdict.values == {"phone": "1"}
    assert verdict.outcome is Outcome.APPLIED


def test_a_disputed_phone_number_takes_the_later_and_says_so() -> None:
    change = update("patient", {"phone": "2"}, {"phone": "0"})
    (verdict,) = judge(change_set(change), {("patient", PATIENT): {"phone": "1"}}, {})
    assert verdict.values == {"phone": "2"}
    assert 'Not taken: phone "1"' in verdict.resolution


def test_a_disputed_birth_date_waits_for_a_person() -> None:
    change = update("patient", {"date_of_birth": "1958-03-14"}, {"date_of_birth": None})
    (verdict,) = judge(change_set(change), {("patient", PATIENT): {"date_of_birth": "1958-03-15"}}, {})
    assert verdict.needs_a_person
    assert verdict.values == {}
    assert "1958-03-14" in verdict.resolution


def test_what_is_already_so_is_not_written_again() -> None:
    change = update("patient", {"phone": "1"}, {"phone": "0"})
    (verdict,) = judge(change_set(change), {("patient", PATIENT): {"phone": "1"}}, {})
    assert verdict.outcome is Outcome.ALREADY_SO


def test_two_check_ins_of_one_appointment_end_the_same_whoever_arrives_first() -> None:
    one, other = place(1, "20260309-A001"), place(2, "20260309-B001")
    after = []
    for first, second in ((one, other), (other, one)):
        verdicts = merge_place(create(second), None, [first])
        rows = {str(first["uid"]): dict(first), str(second["uid"]): dict(second)}
        for verdict in verdicts:
            rows[str(verdict.uid)] |= verdict.values
        after.append({uid: (row["current_status"], row.get("alias_of")) for uid, row in rows.items()})
    assert after[0] == after[1]
    assert after[0][str(UUID(int=2))] == ("cancelled", "20260309-A001")
    assert after[0][str(UUID(int=1))] == ("waiting", None)


def test_patient_who_was_called_under_the_losing_number_stays_called() -> None:
    called = place(2, "20260309-B001", "called")
    mine, _ = merge_place(create(place(1, "20260309-A001")), None, [called])
    assert mine.values["current_status"] == "called"


def test_a_step_from_the_present_state_applies_backwards_too() -> None:
    step = RecordChange(
        "queue", Action.UPDATE, UUID(int=1), {"current_status": "waiting"}, {"current_status": "called"}
    )
    (verdict,) = merge_place(step, place(1, "20260309-A001", "called"), [])
    assert verdict.values == {"current_status": "waiting"}


def test_a_step_that_the_state_machine_forbids_is_quarantined() -> None:
    step = RecordChange(
        "queue", Action.UPDATE, UUID(int=1), {"current_status": "completed"}, {"current_status": "waiting"}
    )
    with pytest.raises(Quarantined, match="illegal_step"):
        merge_place(step, place(1, "20260309-A001"), [])


def test_of_two_steps_at_once_the_furthest_stands() -> None:
    step = RecordChange(
        "queue", Action.UPDATE, UUID(int=1), {"current_status": "called"}, {"current_status": "waiting"}
    )
    (verdict,) = merge_place(step, place(1, "20260309-A001", "in_consultation"), [])
    assert verdict.outcome is Outcome.FURTHEST_STATE
    assert verdict.values["current_status"] == "in_consultation"


def test_somebody_in_the_lobby_is_not_sent_away_by_a_cancellation() -> None:
    appointment = UUID(int=9)
    held: dict[tuple[str, UUID], dict[str, Json]] = {
        ("appointment", appointment): {"status": "cancelled", "queue_token": None}
    }
    verdicts = judge(check_in_of(appointment), held, {})
    assert verdicts[1].outcome is Outcome.VISIT_STANDS
    assert verdicts[1].needs_a_person
    assert verdicts[1].values["status"] == "confirmed"


def test_late_check_in_never_reopens_a_visit() -> None:
    appointment = UUID(int=9)
    held: dict[tuple[str, UUID], dict[str, Json]] = {
        ("appointment", appointment): {"status": "completed", "queue_token": None}
    }
    verdicts = judge(check_in_of(appointment), held, {})
    assert verdicts[1].values == {"queue_token": "20260309-A001"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (RecordChange("user", Action.CREATE, UUID(int=3), {"role": "admin"}), "not_a_devices_record"),
        (RecordChange("availability", Action.CREATE, UUID(int=3), {"doctor_id": 1}), "not_a_devices_record"),
        (RecordChange("nonsense", Action.CREATE, UUID(int=3), {"a": 1}), "not_a_devices_record"),
        (RecordChange("patient", Action.UPDATE, UUID(int=3), {"phone": "1"}), "unknown_record"),
        (RecordChange("patient", Action.CREATE, PATIENT, {"phone": "1"}), "created_twice"),
        (RecordChange("patient", Action.DELETE, PATIENT, {"deleted_at": "x"}), "people_are_never_deleted"),
    ],
)
def test_a_set_that_breaks_a_rule_is_quarantined_with_its_reason(change: RecordChange, reason: str) -> None:
    with pytest.raises(Quarantined, match=reason):
        judge(change_set(change), {("patient", PATIENT): {"phone": "0"}}, {})


def test_no_device_gives_a_person_another_number_or_calls_them_erased() -> None:
    held = {"patient_number": "PAT-2026-00001", "erased_at": None, "phone": "0"}
    wanted: dict[str, Json] = {"patient_number": "PAT-9", "erased_at": "2026-03-09T09:00:00.000000Z", "phone": "1"}
    change = RecordChange("patient", Action.UPDATE, PATIENT, wanted, dict(held))
    (verdict,) = judge(change_set(change), {("patient", PATIENT): held}, {})
    assert verdict.values == {"phone": "1"}
