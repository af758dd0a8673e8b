"""Merge rules: pure, named, and the same whoever arrived first."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from uuid import UUID

import pytest

from server_sync.clinic.clocks import HybridTime, to_unix_ms
from server_sync.clinic.stamps import UNBELIEVED
from server_sync.merge.change_sets import judge, lay
from server_sync.merge.stamps import is_ahead, stamp_at_centre, stamp_of, stamp_of_held
from server_sync.merge.verdicts import Held, Outcome, Quarantined, Verdict, summary
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import Action, ChangeSet, RecordChange

PATIENT = UUID(int=5)
APPOINTMENT = UUID(int=9)
Row = dict[str, Json]


def update(noun: str, fields: Row, replaced: Row, uid: UUID = PATIENT) -> RecordChange:
    return RecordChange(noun, Action.UPDATE, uid, fields, replaced)


def change_set(*changes: RecordChange, at: int = 7) -> ChangeSet:
    return ChangeSet(UUID(int=at), UUID(int=2), 1, "edit", "patient", str(HybridTime(at, 0)), 1, changes)


def stamp(at: int) -> str:
    """Of a set that was made at that time, in milliseconds."""
    return stamp_of(change_set(at=at))


def judged(change: RecordChange, held: Row, *, at: int = 7) -> Verdict:
    (verdict,) = judge(change_set(change, at=at), {(change.noun, change.uid): held})
    return verdict


def place(uid: int, token: str, status: str = "waiting", step: int = 0, **columns: Json) -> Row:
    fields: Row = {
        "uid": str(UUID(int=uid)),
        "token_number": token,
        "current_status": status,
        "appointment_id": 9,
        "doctor_id": 1,
        "step": step,
        "alias_of": None,
        "stamps": None,
        "deleted_at": None,
    }
    names = (
        "called_time",
        "called_by",
        "called_room",
        "reference_time",
        "held_back",
        "triage_level",
        "notes",
        "claims",
    )
    times = ("consultation_start_time", "consultation_end_time", "special_reason")
    fields |= dict.fromkeys((*names, *times, "override_at", "override_by", "override_reason"))
    return fields | {"recall_count": 0, "absent_count": 0, "patient_satisfaction_score": None} | columns


def step(was: Row, status: str, number: int, **columns: Json) -> RecordChange:
    """A step as a desk takes it: all that a step says, and what it replaced."""
    fields: Row = {"current_status": status, "step": number, **columns}
    return update("queue", fields, {name: was[name] for name in fields}, UUID(str(was["uid"])))


def create(held: Row) -> RecordChange:
    return RecordChange("queue", Action.CREATE, UUID(str(held["uid"])), held)


def appointment(status: str, token: Json = None, **columns: Json) -> Row:
    return {"status": status, "queue_token": token, "status_reason": None, "stamps": None, "deleted_at": None} | columns


def check_in(held: Row, *, at: int = 7) -> ChangeSet:
    """A check-in that was made while the appointment was still scheduled."""
    fields: Row = {"status": "confirmed", "queue_token": held["token_number"]}
    arrive = update("appointment", fields, {"status": "scheduled", "queue_token": None}, APPOINTMENT)
    return change_set(create(held), arrive, at=at)


def test_edits_of_different_fields_both_survive() -> None:
    verdict = judged(update("patient", {"phone": "1"}, {"phone": "0"}), {"phone": "0", "email": "new@clinic.example"})
    assert verdict.values == {"phone": "1"}
    assert verdict.outcome is Outcome.APPLIED


def test_of_two_phone_numbers_the_later_stands_and_the_other_is_kept_in_words() -> None:
    change = update("patient", {"phone": "2"}, {"phone": "0"})
    verdict = judged(change, {"phone": "1", "stamps": {"phone": stamp(5)}})
    assert verdict.values == {"phone": "2"}
    assert verdict.stamps == {"phone": stamp(7)}
    assert 'Not taken: phone "1"' in verdict.resolution
    assert not verdict.needs_a_person


def test_phone_number_that_arrives_late_but_was_written_before_gives_way() -> None:
    change = update("patient", {"phone": "2"}, {"phone": "0"})
    verdict = judged(change, {"phone": "1", "stamps": {"phone": stamp(9)}})
    assert verdict.values == {}
    assert verdict.outcome is Outcome.LATER_VALUE
    assert 'Not taken: phone "2"' in verdict.resolution


def test_whoever_saw_and_changed_what_a_clock_wrote_that_nobody_believes_came_after_it() -> None:
    unbelieved = stamp(9) + UNBELIEVED
    held: Row = {"phone": "1", "stamps": {"phone": unbelieved}}
    seen = judged(update("patient", {"phone": "2"}, {"phone": "1"}), held)
    assert (seen.values, seen.stamps, seen.outcome) == ({"phone": "2"}, {"phone": unbelieved}, Outcome.APPLIED)
    assert judged(update("patient", {"phone": "2"}, {"phone": "0"}), held).values == {}, "it was not seen"
    believed: Row = {"phone": "1", "stamps": {"phone": stamp(9)}}
    assert judged(update("patient", {"phone": "2"}, {"phone": "1"}), believed).values == {}, "it was set back since"


def test_a_disputed_birth_date_goes_to_a_person_with_both_values() -> None:
    change = update("patient", {"date_of_birth": "1958-03-14"}, {"date_of_birth": None})
    verdict = judged(change, {"date_of_birth": "1958-03-15", "stamps": {"date_of_birth": stamp(9)}})
    assert verdict.needs_a_person
    assert verdict.values == {}
    assert verdict.dispute is not None
    assert verdict.dispute.fields["date_of_birth"] == {
        "standing": "1958-03-15", "offered": "1958-03-14", "based_on": None, "stamp": stamp(7), "others": [],
    }  # fmt: skip


def test_what_a_receptionist_reads_of_a_conflict_names_no_value() -> None:
    change = update("patient", {"insurance_number": "AB1"}, {"insurance_number": None})
    verdict = judged(change, {"insurance_number": "CD2"})
    assert verdict.dispute is not None
    assert (
        verdict.dispute.words == "Two people changed insurance number. The later value stands until the desk decides."
    )


def test_different_keys_of_a_medical_history_are_both_kept() -> None:
    held: Row = {"medical_history": {"allergies": ["latex"]}, "stamps": {"medical_history/allergies": stamp(9)}}
    verdict = judged(update("patient", {"medical_history": {"asthma": True}}, {"medical_history": None}), held)
    assert verdict.values == {"medical_history": {"allergies": ["latex"], "asthma": True}}
    assert verdict.outcome is Outcome.BOTH_KEPT
    assert not verdict.needs_a_person


def test_the_same_key_of_a_medical_history_goes_to_a_person() -> None:
    held: Row = {"medical_history": {"allergies": ["latex"]}, "stamps": {"medical_history/allergies": stamp(5)}}
    verdict = judged(update("patient", {"medical_history": {"allergies": ["nuts"]}}, {"medical_history": None}), held)
    assert verdict.values == {"medical_history": {"allergies": ["nuts"]}}
    assert verdict.needs_a_person
    assert verdict.dispute is not None
    assert list(verdict.dispute.fields) == ["medical_history/allergies"]
    assert "allergies" not in verdict.dispute.words


def test_a_document_that_is_no_list_of_named_entries_is_quarantined() -> None:
    change = update("patient", {"medical_history": ["latex"]}, {"medical_history": None})
    with pytest.raises(Quarantined, match="bad_document"):
        judged(change, {"medical_history": None})


def test_who_edits_a_lost_value_again_joins_the_same_conflict() -> None:
    held: Row = {"date_of_birth": "1958-03-15", "stamps": {"date_of_birth": stamp(9)}}
    first = update("patient", {"date_of_birth": "1958-03-14"}, {"date_of_birth": None})
    opened = judged(first, held, at=5).dispute
    assert opened is not None
    row: Row = {"uid": str(UUID(int=77)), "kind": opened.kind, "fields": opened.fields, "decision": None}
    again = change_set(update("patient", {"date_of_birth": "1958-04-14"}, {"date_of_birth": "1958-03-14"}), at=6)
    (verdict,) = judge(again, {("patient", PATIENT): held}, {}, {("patient", PATIENT): [row]})
    assert verdict.dispute is not None
    assert verdict.dispute.joins == UUID(int=77)
    assert verdict.dispute.fields["date_of_birth"] == {
        "standing": "1958-03-15", "offered": "1958-04-14", "based_on": None, "stamp": stamp(6), "others": [],
    }  # fmt: skip


def test_a_third_value_joins_the_conflict_and_none_is_lost() -> None:
    held: Row = {"date_of_birth": "1958-03-15", "stamps": {"date_of_birth": stamp(9)}}
    opened = judged(update("patient", {"date_of_birth": "1958-03-14"}, {"date_of_birth": None}), held, at=5).dispute
    assert opened is not None
    row: Row = {"uid": str(UUID(int=77)), "kind": opened.kind, "fields": opened.fields, "decision": None}
    third = change_set(update("patient", {"date_of_birth": "1985-03-14"}, {"date_of_birth": None}), at=12)
    (verdict,) = judge(third, {("patient", PATIENT): held}, {}, {("patient", PATIENT): [row]})
    assert verdict.dispute is not None
    told = verdict.dispute.fields["date_of_birth"]
    assert isinstance(told, dict)
    assert (told["standing"], told["offered"]) == ("1985-03-14", "1958-03-15")
    assert told["others"] == [{"offered": "1958-03-14", "based_on": None, "stamp": stamp(5)}]


def test_what_is_already_so_is_not_written_again_but_who_said_it_last_is() -> None:
    verdict = judged(update("patient", {"phone": "1"}, {"phone": "0"}), {"phone": "1", "stamps": {"phone": stamp(5)}})
    assert verdict.outcome is Outcome.ALREADY_SO
    assert verdict.values == {}
    assert verdict.stamps == {"phone": stamp(7)}


def test_of_an_erased_person_nothing_is_taken_any_more() -> None:
    held: Row = {"phone": None, "merged_into_uid": None, "erased_at": "2026-03-09T09:00:00.000000Z"}
    verdict = judged(update("patient", {"phone": "1"}, {"phone": "0"}), held)
    assert verdict.outcome is Outcome.ERASED
    assert verdict.values == {}


def test_two_check_ins_of_one_appointment_end_the_same_whoever_arrives_first() -> None:
    one, other = place(1, "20260309-A001"), place(2, "20260309-B001")
    after = []
    for first, second in ((one, other), (other, one)):
        rows = {str(first["uid"]): first, str(second["uid"]): second}
        for verdict in judge(change_set(create(second)), {}, {9: [first]}):
            rows[str(verdict.uid)] = rows[str(verdict.uid)] | verdict.values
        after.append({uid: (row["current_status"], row["alias_of"]) for uid, row in rows.items()})
    assert after[0] == after[1]
    assert after[0][str(UUID(int=2))] == ("cancelled", "20260309-A001")
    assert after[0][str(UUID(int=1))] == ("waiting", None)


def test_a_third_ticket_leads_to_the_one_that_stands_and_so_do_the_others() -> None:
    standing, alias = place(2, "20260309-B001"), place(3, "20260309-C001", "cancelled", alias_of="20260309-B001")
    verdicts = judge(change_set(create(place(1, "20260309-A001"))), {}, {9: [standing, alias]})
    led = {verdict.uid.int: verdict.values.get("alias_of") for verdict in verdicts}
    assert led == {1: None, 2: "20260309-A001", 3: "20260309-A001"}


def test_patient_who_was_called_under_the_losing_number_stays_called() -> None:
    called = place(2, "20260309-B001", "called", 1, called_room="3", stamps={"step": stamp(5)})
    mine, _ = judge(change_set(create(place(1, "20260309-A001"))), {}, {9: [called]})
    assert (mine.values["current_status"], mine.values["called_room"], mine.values["step"]) == ("called", "3", 1)
    assert mine.stamps == {"step": stamp(5)}


def test_call_of_the_losing_number_calls_the_visit() -> None:
    standing = place(1, "20260309-A001")
    alias = place(2, "20260309-B001", "cancelled", alias_of="20260309-A001")
    called = change_set(step(place(2, "20260309-B001"), "called", 1, called_room="3"))
    (verdict,) = judge(called, {("queue", UUID(int=2)): alias}, {9: [standing, alias]})
    assert verdict.uid == UUID(int=1)
    assert (verdict.values["current_status"], verdict.values["called_room"]) == ("called", "3")
    assert verdict.outcome is Outcome.OTHER_TICKET


def test_visit_that_was_cancelled_at_one_machine_and_checked_in_at_another_is_shown_to_the_desk() -> None:
    cancelled = place(1, "20260309-A001", "cancelled", 1, stamps={"step": stamp(5)})
    (mine, _) = judge(
        check_in(place(2, "20260309-B001")), {("appointment", APPOINTMENT): appointment("confirmed")}, {9: [cancelled]}
    )
    assert mine.outcome is Outcome.CANCELLED_VISIT
    assert mine.needs_a_person


def test_who_is_checked_in_anew_after_a_cancellation_has_a_visit_of_their_own() -> None:
    cancelled = place(1, "20260309-A001", "cancelled", 1)
    fields: Row = {"status": "confirmed", "queue_token": "20260309-B001"}
    anew = update("appointment", fields, {"status": "confirmed", "queue_token": "20260309-A001"}, APPOINTMENT)
    held = {("appointment", APPOINTMENT): appointment("confirmed", "20260309-A001")}
    mine, _ = judge(change_set(create(place(2, "20260309-B001")), anew), held, {9: [cancelled]})
    assert mine.outcome is Outcome.APPLIED
    assert mine.values["current_status"] == "waiting"


def test_cancelled_place_that_comes_back_joins_the_check_in_that_came_after_it() -> None:
    gone = place(1, "20260309-A001", "cancelled", 1)
    anew = place(2, "20260309-B001", "called", 1, called_room="3", stamps={"step": stamp(5)})
    back = change_set(step(gone, "waiting", 1000))
    mine, alias = judge(back, {("queue", UUID(int=1)): gone}, {9: [gone, anew]})
    assert (mine.uid.int, mine.values["current_status"], mine.values["step"]) == (1, "waiting", 1000)
    assert (alias.uid.int, alias.values) == (2, {"current_status": "cancelled", "alias_of": "20260309-A001"})


def test_cancelled_place_that_comes_back_by_its_other_number_joins_the_check_in_that_came_after_it() -> None:
    gone = place(1, "20260309-A001", "cancelled", 1)
    other = place(2, "20260309-C001", "cancelled", alias_of="20260309-A001")
    anew = place(3, "20260309-B001")
    seen = place(2, "20260309-C001", "called", 2000)
    back = change_set(step(seen, "in_consultation", 2001))
    mine, alias = judge(back, {("queue", UUID(int=2)): other}, {9: [gone, other, anew]})
    assert (mine.uid.int, mine.values["current_status"], mine.values["step"]) == (1, "in_consultation", 2001)
    assert (alias.uid.int, alias.values) == (3, {"current_status": "cancelled", "alias_of": "20260309-A001"})


def test_two_walk_ins_without_an_appointment_have_nothing_in_common() -> None:
    other = place(1, "20260309-A001", appointment_id=None)
    (verdict,) = judge(change_set(create(place(2, "20260309-B001", appointment_id=None))), {}, {None: [other]})
    assert verdict.outcome is Outcome.APPLIED


def test_a_step_from_the_present_state_applies_backwards_too() -> None:
    called = place(1, "20260309-A001", "called", 1)
    verdict = judged(step(called, "waiting", 1000, held_back="parked"), called)
    assert verdict.values == {"current_status": "waiting", "step": 1000, "held_back": "parked"}
    assert verdict.outcome is Outcome.APPLIED


@pytest.mark.parametrize(("status", "number"), [("completed", 1), ("called", 2), ("called", 3000), ("waiting", 7)])
def test_a_step_that_the_state_machine_forbids_is_quarantined(status: str, number: int) -> None:
    with pytest.raises(Quarantined, match="illegal_step"):
        judged(step(place(1, "20260309-A001"), status, number), place(1, "20260309-A001"))


def test_a_step_back_within_its_round_is_quarantined() -> None:
    called = place(1, "20260309-A001", "called", 1)
    with pytest.raises(Quarantined, match="illegal_step"):
        judged(step(called, "waiting", 2), called)


def test_of_two_steps_at_once_the_furthest_stands() -> None:
    began = place(1, "20260309-A001", "in_consultation", 1, stamps={"step": stamp(5)})
    verdict = judged(step(place(1, "20260309-A001"), "called", 1, called_room="3"), began)
    assert verdict.outcome is Outcome.FURTHEST_STATE
    assert verdict.values == {}


def test_patient_called_from_two_desks_sees_the_room_of_the_first_call() -> None:
    waiting = place(1, "20260309-A001")
    first = place(1, "20260309-A001", "called", 1, called_room="3", stamps={"step": stamp(5)})
    later = place(1, "20260309-A001", "called", 1, called_room="3", stamps={"step": stamp(9)})
    second = step(waiting, "called", 1, called_room="7")
    assert judged(second, first).values == {}
    assert judged(second, first).outcome is Outcome.FIRST_CALL
    assert judged(second, later).values["called_room"] == "7"


def test_patient_who_was_parked_at_one_desk_is_not_completed_by_an_earlier_round_of_another() -> None:
    parked = place(1, "20260309-A001", "waiting", 1000, held_back="parked", stamps={"step": stamp(5)})
    verdict = judged(step(place(1, "20260309-A001", "in_consultation", 2), "completed", 3), parked)
    assert verdict.values == {}
    assert verdict.outcome is Outcome.LATER_ROUND


def test_cancelling_beats_a_call_and_never_a_consultation() -> None:
    waiting = place(1, "20260309-A001")
    cancel = step(waiting, "cancelled", 1)
    assert judged(cancel, place(1, "20260309-A001", "called", 1)).values["current_status"] == "cancelled"
    assert judged(cancel, place(1, "20260309-A001", "in_consultation", 1)).values == {}


def test_step_of_a_device_that_counts_no_rounds_belongs_to_the_round_that_is_held() -> None:
    held = place(1, "20260309-A001", "called", 2001)
    change = update("queue", {"current_status": "waiting"}, {"current_status": "called"}, UUID(int=1))
    assert judged(change, held).values == {"current_status": "waiting", "step": 3000}
    late = update("queue", {"current_status": "called"}, {"current_status": "waiting"}, UUID(int=1))
    assert judged(late, place(1, "20260309-A001", "in_consultation", 2001)).values == {}


def test_emergency_that_another_desk_put_back_in_line_is_called() -> None:
    parked = place(1, "20260309-A001", "waiting", 1000, held_back="parked")
    verdict = judged(step(place(1, "20260309-A001"), "called", 1, triage_level=1), parked)
    assert verdict.values == {"triage_level": 1, "current_status": "called", "held_back": None}
    assert verdict.outcome is Outcome.EMERGENCY


def test_emergency_that_is_called_by_rule_goes_to_the_room_of_the_desk_that_calls_it() -> None:
    waiting = place(1, "20260309-A001")
    held = waiting | judged(update("queue", {"triage_level": 1}, {"triage_level": None}, UUID(int=1)), waiting).values
    assert held["current_status"] == "called"
    first = judged(step(waiting, "called", 1, called_room="3"), held, at=9)
    assert first.values["called_room"] == "3"
    stamps: Row = {**first.stamps}
    held |= first.values | {"stamps": stamps}
    assert judged(step(waiting, "called", 1, called_room="5"), held, at=10).values == {}


def test_alarm_that_two_machines_raised_stands_once_and_anything_else_is_not_made_twice() -> None:
    alarm: Row = {"uid": str(UUID(int=4)), "token_number": "20260309-A001", "reason": "emergency", "stamps": None}
    again = RecordChange("help_call", Action.CREATE, UUID(int=4), {**alarm, "device_uid": "another"})
    verdict = judged(again, alarm)
    assert (verdict.outcome, verdict.values, verdict.is_new) == (Outcome.ONE_ALARM, {}, False)
    other = RecordChange("help_call", Action.CREATE, UUID(int=4), {**alarm, "token_number": "20260309-B001"})
    with pytest.raises(Quarantined, match="created_twice"):
        judged(other, alarm)


def test_somebody_in_the_lobby_is_not_sent_away_by_a_cancellation() -> None:
    held = {("appointment", APPOINTMENT): appointment("cancelled", stamps={"status": stamp(9)})}
    _, verdict = judge(check_in(place(1, "20260309-A001")), held, {})
    assert verdict.outcome is Outcome.VISIT_STANDS
    assert verdict.needs_a_person
    assert verdict.values["status"] == "confirmed"
    assert verdict.dispute is not None
    assert verdict.dispute.fields["status"] == {
        "standing": "confirmed",
        "offered": "cancelled",
        "based_on": "scheduled",
    }


def test_cancellation_that_arrives_after_the_patient_is_shown_to_the_desk_too() -> None:
    here = appointment("confirmed", "20260309-A001", stamps={"status": stamp(5), "status/round": "0000000"})
    cancel = update("appointment", {"status": "cancelled"}, {"status": "scheduled"}, APPOINTMENT)
    verdict = judged(cancel, here)
    assert verdict.outcome is Outcome.VISIT_STANDS
    assert verdict.values == {}


def test_cancellation_by_a_desk_that_knew_of_the_confirmation_applies() -> None:
    confirmed = appointment("confirmed", stamps={"status": stamp(5)})
    cancel = update("appointment", {"status": "cancelled"}, {"status": "confirmed"}, APPOINTMENT)
    assert judged(cancel, confirmed).outcome is Outcome.APPLIED


def test_cancellation_by_a_desk_that_had_not_heard_of_the_check_in_is_shown_to_the_desk() -> None:
    """The patient had confirmed by telephone: the check-in changes no state on which the cancellation is based."""
    cancel = update("appointment", {"status": "cancelled"}, {"status": "confirmed", "queue_token": None}, APPOINTMENT)
    here = place(1, "20260309-A001")
    arrive = update("appointment", {"queue_token": here["token_number"]}, {"queue_token": None}, APPOINTMENT)
    for sets in permutations([change_set(create(here), arrive, at=5), change_set(cancel, at=9)]):
        held: dict[tuple[str, UUID], Held] = {("appointment", APPOINTMENT): appointment("confirmed")}
        outcomes = []
        for one in sets:
            for verdict in judge(one, held, {}):
                lay(held, verdict)
                outcomes.append(verdict.outcome)
        assert held["appointment", APPOINTMENT]["status"] == "confirmed"
        assert Outcome.VISIT_STANDS in outcomes


def test_cancellation_by_a_desk_that_had_sent_them_out_of_the_queue_applies() -> None:
    left = appointment("confirmed", "20260309-A001", stamps={"status": stamp(5)})
    knew: Row = {"status": "confirmed", "queue_token": "20260309-A001"}
    assert judged(update("appointment", {"status": "cancelled"}, knew, APPOINTMENT), left).outcome is Outcome.APPLIED


def test_appointment_that_was_cancelled_and_moved_at_once_is_shown_to_the_desk() -> None:
    moved = appointment("rescheduled", stamps={"status": stamp(9)})
    cancel = update("appointment", {"status": "cancelled"}, {"status": "scheduled"}, APPOINTMENT)
    verdict = judged(cancel, moved)
    assert verdict.outcome is Outcome.CANCELLED_AND_MOVED
    assert verdict.values == {}


def test_late_check_in_never_reopens_a_visit() -> None:
    held = {("appointment", APPOINTMENT): appointment("completed", "20260309-B001")}
    _, verdict = judge(check_in(place(1, "20260309-A001")), held, {})
    assert verdict.values == {"queue_token": "20260309-A001"}


def test_step_of_an_appointment_that_no_desk_could_take_is_quarantined() -> None:
    change = update("appointment", {"status": "scheduled"}, {"status": "completed"}, APPOINTMENT)
    with pytest.raises(Quarantined, match="illegal_step"):
        judged(change, appointment("completed"))


def test_what_was_paid_at_one_desk_is_not_unpaid_by_another() -> None:
    change = update("appointment", {"payment_status": "failed"}, {"payment_status": "pending"}, APPOINTMENT)
    assert judged(change, appointment("confirmed", payment_status="paid")).values == {}


def test_of_two_who_answer_a_call_for_help_the_first_did() -> None:
    change = update("help_call", {"answered_at": "2026-03-09T09:05:00.000000Z"}, {"answered_at": None})
    held: Row = {"answered_at": "2026-03-09T09:04:00.000000Z", "stamps": {"answered_at": stamp(5)}}
    verdict = judged(change, held)
    assert verdict.values == {}
    assert verdict.outcome is Outcome.FIRST_ANSWER


def test_reminder_that_was_sent_is_not_unsent_by_a_cancellation() -> None:
    change = update("reminder", {"status": "cancelled"}, {"status": "pending"})
    assert judged(change, {"status": "sent"}).values == {}


def test_change_of_what_was_deleted_meanwhile_brings_it_back_and_is_shown() -> None:
    deleted: Row = {"message_content": "a", "deleted_at": "2026-03-09T09:00:00.000000Z"}
    verdict = judged(update("reminder", {"message_content": "b"}, {"message_content": "a"}), deleted)
    assert verdict.values == {"message_content": "b", "deleted_at": None}
    assert verdict.outcome is Outcome.CHANGED_AFTER_DELETION
    assert verdict.needs_a_person


def test_deletion_by_somebody_who_had_not_seen_a_change_gives_way_and_is_shown() -> None:
    seen: Row = {"message_content": "a", "deleted_at": None}
    deletion = RecordChange("reminder", Action.DELETE, PATIENT, {"deleted_at": "2026-03-09T09:00:00.000000Z"}, seen)
    assert judged(deletion, {"message_content": "b", "deleted_at": None}).outcome is Outcome.CHANGED_AFTER_DELETION
    assert judged(deletion, seen).values == deletion.fields


def decision(at: int, said: str, value: Json, seen: list[Json]) -> ChangeSet:
    """A desk that settles a conflict over a birth date: the decision, and the record as it is from now on."""
    chosen: Json = {"date_of_birth": {"value": value, "seen": seen}}
    fields: Row = {"decision": said, "chosen": chosen, "decided_by": "somebody", "decided_at": "2026-03-09T09:00:00Z"}
    settle = update("conflict", fields, dict.fromkeys(fields), UUID(int=77))
    return change_set(settle, update("patient", {"date_of_birth": value}, {"date_of_birth": seen[0]}), at=at)


def test_two_desks_that_decide_apart_from_each_other_end_with_the_later_decision() -> None:
    keep, take = decision(9, "keep", "one", ["one", "two"]), decision(7, "take", "two", ["one", "two"])
    ends = []
    for order in ((keep, take), (take, keep)):
        conflict: Row = {"decision": None, "chosen": None, "stamps": None, "kind": "left_for_the_desk"}
        person: Row = {"date_of_birth": "one", "stamps": {"date_of_birth": stamp(5)}}
        for one in order:
            settled, of_person = judge(one, {("conflict", UUID(int=77)): conflict, ("patient", PATIENT): person})
            conflict = conflict | settled.values | {"stamps": (conflict["stamps"] or {}) | settled.stamps}  # type: ignore[operator]
            person = person | of_person.values | {"stamps": person["stamps"] | of_person.stamps}  # type: ignore[operator]
            assert of_person.dispute is None
        ends.append((conflict["decision"], person["date_of_birth"]))
    assert ends == [("keep", "one"), ("keep", "one")]


def test_value_that_nobody_who_decided_had_seen_is_a_conflict_of_its_own() -> None:
    held: dict[tuple[str, UUID], Row] = {
        ("conflict", UUID(int=77)): {"decision": None, "chosen": None, "stamps": None},
        ("patient", PATIENT): {"date_of_birth": "three", "stamps": {"date_of_birth": stamp(6)}},
    }
    _, of_person = judge(decision(9, "keep", "one", ["one", "two"]), held)
    assert of_person.dispute is not None


def test_machine_may_not_make_a_conflict_or_rewrite_its_words() -> None:
    made = RecordChange("conflict", Action.CREATE, UUID(int=77), {"words": "x"})
    with pytest.raises(Quarantined, match="not_a_devices_record"):
        judge(change_set(made), {})
    rewritten = update("conflict", {"words": "x"}, {"words": "y"}, UUID(int=77))
    with pytest.raises(Quarantined, match="not_a_devices_record"):
        judged(rewritten, {"words": "y"})


def test_set_is_called_by_its_gravest_outcome_and_everything_is_said_once() -> None:
    verdicts = [
        Verdict("queue", PATIENT, Outcome.APPLIED),
        Verdict("patient", PATIENT, Outcome.KEPT_FOR_A_PERSON, resolution="Look.", needs_a_person=True),
        Verdict("patient", PATIENT, Outcome.LATER_VALUE, resolution="Look."),
    ]
    told = summary(verdicts)
    assert (told.outcome, told.words, told.needs_a_person) == ("left_for_the_desk", "Look.", True)


def test_clock_that_is_a_year_ahead_is_not_believed_and_goes_by_the_servers_order() -> None:
    now, counted = datetime(2026, 3, 9, 9, 0, tzinfo=UTC), [HybridTime(0, 0)]

    def next_time(seen: HybridTime) -> HybridTime:
        counted[0] = max(counted[0], seen).tick(now)
        return counted[0]

    ahead = [ChangeSet(UUID(int=9 - n), UUID(int=2), n, "edit", "patient", "0fffffffffff.0000", 1, ()) for n in (1, 2)]
    stamps = [stamp_at_centre(one, now, next_time) for one in ahead]
    assert all(is_ahead(one, now) for one in ahead)
    assert stamps == sorted(stamps)
    assert stamps[0].startswith(f"{to_unix_ms(now) + 60_000:012x}.")
    assert all(one.endswith(UNBELIEVED) for one in stamps)
    assert stamp_at_centre(change_set(at=5), now, next_time) == stamp(5) == stamp_of_held(change_set(at=5), now)
    assert stamp_of_held(ahead[0], now) == stamp_of(ahead[0]) + UNBELIEVED


@pytest.mark.parametrize("nonsense", ["", "tomorrow", "-0000000001.0000", "000000000001.00zz"])
def test_time_that_nobody_can_read_is_the_earliest(nonsense: str) -> None:
    unreadable = ChangeSet(UUID(int=9), UUID(int=2), 1, "edit", "patient", nonsense, 1, ())
    assert stamp_of(unreadable) == "000000000000.0000.00000009"


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
        judge(change_set(change), {("patient", PATIENT): {"phone": "0"}})


def test_no_device_gives_a_person_another_number_or_calls_them_erased() -> None:
    held: Row = {"patient_number": "PAT-2026-00001", "erased_at": None, "phone": "0"}
    wanted: Row = {"patient_number": "PAT-9", "erased_at": "2026-03-09T09:00:00.000000Z", "phone": "1"}
    change = RecordChange("patient", Action.UPDATE, PATIENT, wanted, dict(held))
    verdict = judged(change, held)
    assert verdict.values == {"phone": "1"}


def test_payment_is_never_changed() -> None:
    change = update("payment", {"amount": "1.00"}, {"amount": "9.00"})
    with pytest.raises(Quarantined, match="append_only"):
        judged(change, {"amount": "9.00"})


def test_late_word_of_an_old_round_calls_nobody_off_who_was_checked_in_anew() -> None:
    gone = place(1, "20260309-002", "cancelled", 1001, appointment_id=None)
    visit = appointment("confirmed", "20260309-006", id=9, appointment_type="walkin")
    late = step(place(1, "20260309-002", appointment_id=None), "called", 1, appointment_id=9)
    held = {("queue", UUID(int=1)): gone, ("appointment", APPOINTMENT): visit}
    assert [verdict.values for verdict in judge(change_set(late), held)] == [{}]
    assert [
        verdict.values
        for verdict in judge(
            change_set(late), {**held, ("appointment", APPOINTMENT): visit | {"queue_token": "20260309-002"}}
        )
    ] == [{}, {"status": "cancelled"}]
