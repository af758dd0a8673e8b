"""What merges leave for a person: found at the centre, listed at the desk, settled once, the same everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from server_sync.central.access.callers import Caller
from server_sync.central.desk.conflicts import note_stranded, quarantined, told
from server_sync.clinic.roles import Role
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.appointments.after_booking import Scope, cancel
from server_sync.desk.appointments.booking import BookingWish, book
from server_sync.desk.appointments.outcomes import Booked
from server_sync.desk.check_in import check_in
from server_sync.desk.conflicts.listing import Conflict, ConflictSearch, list_conflicts
from server_sync.desk.conflicts.settling import (
    AlreadySettled,
    Choice,
    ConflictSettled,
    Decision,
    NotPossibleError,
    SettleOutcome,
    UnknownConflict,
    settle,
)
from server_sync.desk.patients.erase import erase
from server_sync.desk.patients.reading import patient_by_uid
from server_sync.desk.patients.register import Registered, register
from server_sync.desk.queue.steps import set_status
from server_sync.desk.ticket import TicketPrinting
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, conflicts, patients
from tests.clinics import BORN, MORNING, PHONE, Device, LittleClinic

TEN = MORNING + timedelta(hours=1)
MINUTE = timedelta(minutes=1)
DESK = Caller(Role.RECEPTIONIST, "receptionist")


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def north(clinic: LittleClinic) -> Device:
    return enrolled(clinic, "N", 1)


@pytest.fixture
def south(clinic: LittleClinic) -> Device:
    return enrolled(clinic, "S", 2)


def enrolled(clinic: LittleClinic, name: str, id_block: int) -> Device:
    """A desk that knows its clinic: it gives numbers that name the place."""
    device = clinic.enrol(name, id_block, "reception")
    clinic.sync(device)
    return device


def patient_of(replica: Replica, patient_id: int) -> Row:
    with replica.read() as reading:
        row = reading.first(select(patients).where(patients.c.id == patient_id))
    assert row is not None
    return row


def edit(replica: Replica, patient_id: int, **values: Any) -> None:
    with replica.work("edit_patient", "desk") as work:
        work.change(patients, patient_of(replica, patient_id), **values)


def open_conflicts(replica: Replica, **asked: Any) -> tuple[Conflict, ...]:
    with replica.read() as reading:
        return list_conflicts(reading, ConflictSearch(**asked))


def decide(replica: Replica, conflict_id: int, decision: Decision, actor: str = "desk", **said: Any) -> SettleOutcome:
    with replica.work("settle_conflict", actor) as work:
        return settle(work, conflict_id, Choice(decision, **said))


def disputed_birth_date(clinic: LittleClinic, north: Device, south: Device) -> int:
    """Two receptions that are cut off from each other write another birth date; the patient's id."""
    patient: int = clinic.book(TEN)["patient_id"]
    clinic.sync(north, south)
    edit(north.replica, patient, date_of_birth=date(1958, 3, 15))
    clinic.clock.move(MINUTE)
    edit(south.replica, patient, date_of_birth=date(1985, 3, 14))
    return patient


@pytest.mark.parametrize("first", ["north", "south"])
def test_two_birth_dates_end_the_same_whoever_is_heard_first_and_the_desk_is_asked(
    clinic: LittleClinic, north: Device, south: Device, first: str
) -> None:
    patient = disputed_birth_date(clinic, north, south)
    order = (north, south) if first == "north" else (south, north)
    answers = [clinic.push(device)[0] for device in order]
    assert [answer.outcome for answer in answers] == ["applied", "left_for_the_desk"]
    clinic.sync(north, south)
    for replica in (clinic.centre, north.replica, south.replica):
        assert patient_of(replica, patient)["date_of_birth"] == date(1985, 3, 14)
        (conflict,) = open_conflicts(replica)
        (field,) = conflict.disagreements
        assert (field.name, field.standing, field.offered) == ("date_of_birth", "1985-03-14", "1958-03-15")
        assert conflict.patient is not None
        assert conflict.patient.id == patient
        assert "1958" not in conflict.words


def test_taking_the_other_value_changes_the_record_and_the_conflict_everywhere(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    patient = disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(north.replica)
    assert isinstance(decide(north.replica, conflict.id, Decision.TAKE, actor="nora"), ConflictSettled)
    assert open_conflicts(north.replica) == ()
    assert [answer.outcome for answer in clinic.push(north)] == ["applied"]
    clinic.sync(north, south)
    for replica in (clinic.centre, north.replica, south.replica):
        assert patient_of(replica, patient)["date_of_birth"] == date(1958, 3, 15)
        (settled,) = open_conflicts(replica, is_settled=True)
        assert (settled.decision, settled.decided_by) == ("take", "nora")


def test_conflict_that_another_desk_settled_is_told_so(clinic: LittleClinic, north: Device, south: Device) -> None:
    disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(clinic.centre)
    decide(clinic.centre, conflict.id, Decision.KEEP, actor="nora")
    again = decide(clinic.centre, conflict.id, Decision.TAKE, actor="sam")
    assert isinstance(again, AlreadySettled)
    assert (again.decision, again.decided_by) == ("keep", "nora")


@pytest.mark.parametrize("first", ["north", "south"])
def test_two_desks_that_settle_apart_from_each_other_end_with_the_later_decision(
    clinic: LittleClinic, north: Device, south: Device, first: str
) -> None:
    patient = disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(north.replica)
    decide(north.replica, conflict.id, Decision.TAKE, actor="nora")
    clinic.clock.move(MINUTE)
    decide(south.replica, conflict.id, Decision.KEEP, actor="sam")
    for device in (north, south) if first == "north" else (south, north):
        clinic.push(device)
    clinic.sync(north, south)
    for replica in (clinic.centre, north.replica, south.replica):
        assert patient_of(replica, patient)["date_of_birth"] == date(1985, 3, 14)
        assert open_conflicts(replica) == ()
        (settled,) = open_conflicts(replica, is_settled=True)
        assert (settled.decision, settled.decided_by) == ("keep", "sam")


def test_neither_value_is_right_and_the_desk_says_which_is(clinic: LittleClinic, north: Device, south: Device) -> None:
    patient = disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(clinic.centre)
    with pytest.raises(NotPossibleError):
        decide(clinic.centre, conflict.id, Decision.MERGE)
    with pytest.raises(NotPossibleError):
        decide(clinic.centre, conflict.id, Decision.MERGE, values={"date_of_birth": "the Ides of March"})
    assert open_conflicts(clinic.centre) == (conflict,)
    decide(clinic.centre, conflict.id, Decision.MERGE, values={"date_of_birth": "1958-03-04"})
    assert patient_of(clinic.centre, patient)["date_of_birth"] == date(1958, 3, 4)


def test_allergies_that_two_people_wrote_are_settled_without_touching_what_else_is_known(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    patient: int = clinic.book(TEN)["patient_id"]
    clinic.sync(north, south)
    edit(north.replica, patient, medical_history={"allergies": ["latex"], "asthma": True})
    clinic.clock.move(MINUTE)
    edit(south.replica, patient, medical_history={"allergies": ["nuts"]})
    clinic.sync(north, south)
    (conflict,) = open_conflicts(clinic.centre)
    values = {"medical_history/allergies": ["latex", "nuts"]}
    decide(clinic.centre, conflict.id, Decision.MERGE, values=values)
    history = patient_of(clinic.centre, patient)["medical_history"]
    assert history == {"allergies": ["latex", "nuts"], "asthma": True}


def test_edit_at_the_centre_is_stamped_so_that_an_earlier_one_from_a_reception_gives_way(
    clinic: LittleClinic, north: Device
) -> None:
    patient: int = clinic.book(TEN)["patient_id"]
    clinic.pull(north)
    edit(north.replica, patient, phone="+44 7700 900555")
    clinic.clock.move(MINUTE)
    edit(clinic.centre, patient, phone="+44 7700 900777")
    assert [answer.outcome for answer in clinic.push(north)] == ["later_value_stands"]
    assert patient_of(clinic.centre, patient)["phone"] == "+44 7700 900777"
    assert patient_of(clinic.centre, patient)["stamps"].keys() == {"phone"}


def checked_in_and_cancelled(clinic: LittleClinic, north: Device) -> Row:
    """Checked in at a reception that is cut off, while the centre called the appointment off."""
    appointment = clinic.book(TEN)
    clinic.pull(north)
    with north.replica.work("check_in", "patient") as work:
        check_in(work, appointment["uid"], TicketPrinting("en"))
    with clinic.centre.work("cancel_appointment", "desk") as work:
        cancel(work, appointment["id"], Scope(), "own wish")
    clinic.sync(north)
    return appointment


def status_of(replica: Replica, appointment: Row) -> str:
    with replica.read() as reading:
        return str(reading.scalar(select(appointments.c.status).where(appointments.c.id == appointment["id"])))


def test_visit_stands_until_the_desk_calls_it_off_after_all(clinic: LittleClinic, north: Device) -> None:
    appointment = checked_in_and_cancelled(clinic, north)
    assert status_of(clinic.centre, appointment) == "confirmed"
    (conflict,) = open_conflicts(north.replica)
    assert conflict.kind == "checked_in_after_cancellation"
    assert isinstance(decide(north.replica, conflict.id, Decision.TAKE), ConflictSettled)
    clinic.sync(north)
    for replica in (clinic.centre, north.replica):
        assert status_of(replica, appointment) == "cancelled"
        assert [place["current_status"] for place in clinic.places(replica)] == ["cancelled"]


def test_visit_that_has_begun_is_not_called_off(clinic: LittleClinic, north: Device) -> None:
    checked_in_and_cancelled(clinic, north)
    (place,) = clinic.places()
    with clinic.centre.work("set_queue_status", "desk") as work:
        set_status(work, place["id"], QueueStatus.IN_CONSULTATION)
    (conflict,) = open_conflicts(clinic.centre)
    with pytest.raises(NotPossibleError):
        decide(clinic.centre, conflict.id, Decision.TAKE)
    assert isinstance(decide(clinic.centre, conflict.id, Decision.KEEP), ConflictSettled)
    assert status_of(clinic.centre, conflict_appointment(clinic)) == "in_progress"


def conflict_appointment(clinic: LittleClinic) -> Row:
    with clinic.centre.read() as reading:
        row = reading.first(select(appointments))
    assert row is not None
    return row


def test_kiosk_of_patients_settles_nothing(clinic: LittleClinic, north: Device, south: Device) -> None:
    disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(north.replica)
    decide(north.replica, conflict.id, Decision.TAKE)
    posing = Device(north.replica, replace(north.identity, kind="kiosk"))
    assert [answer.outcome for answer in clinic.push(posing)] == ["not_a_devices_record"]
    assert open_conflicts(clinic.centre) == (conflict,)


def test_dismissed_conflict_changes_nothing_and_says_who_looked(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    patient = disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(clinic.centre)
    before = patient_of(clinic.centre, patient)
    decide(clinic.centre, conflict.id, Decision.DISMISSED, actor="nora")
    assert patient_of(clinic.centre, patient) == before
    (settled,) = open_conflicts(clinic.centre, is_settled=True)
    assert settled.decided_by == "nora"


def test_conflict_of_another_location_is_unknown(clinic: LittleClinic, north: Device, south: Device) -> None:
    disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    (conflict,) = open_conflicts(clinic.centre)
    with clinic.centre.work("settle_conflict", "desk") as work:
        assert isinstance(settle(work, conflict.id, Choice(Decision.KEEP), location_id=99), UnknownConflict)
    assert open_conflicts(clinic.centre, location_id=99) == ()


def test_erasing_somebody_takes_their_values_out_of_every_conflict(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    patient = disputed_birth_date(clinic, north, south)
    clinic.sync(north, south)
    with clinic.centre.work("erase_patient_own_wish", "admin") as work:
        erase(work, patient)
    clinic.sync(north, south)
    for replica in (clinic.centre, north.replica, south.replica):
        with replica.read() as reading:
            row = reading.first(select(conflicts))
        assert row is not None
        assert (row["fields"], row["chosen"], row["decision"]) == (None, None, "dismissed")


def register_at(device: Device, **details: Any) -> UUID:
    known = {"first_name": "Jane", "last_name": "Sample", "phone": PHONE, "date_of_birth": BORN, **details}
    with device.replica.work("register_patient", "desk") as work:
        outcome = register(work, known)
    assert isinstance(outcome, Registered)
    return outcome.patient.uid


def proposed(clinic: LittleClinic, north: Device, south: Device) -> tuple[UUID, UUID, Conflict]:
    one = register_at(north)
    clinic.clock.move(MINUTE)
    other = register_at(south, first_name="Jane M.", last_name="SAMPLE", phone="07700 900123")
    clinic.sync(north, south)
    (conflict,) = open_conflicts(clinic.centre)
    return one, other, conflict


def test_person_who_registered_at_two_kiosks_is_proposed_and_not_merged(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    one, other, conflict = proposed(clinic, north, south)
    assert (conflict.kind, conflict.record_uid) == ("same_person", one)
    assert conflict.other is not None
    assert conflict.other.uid == other
    with clinic.centre.read() as reading:
        found = patient_by_uid(reading, other)
    assert found is not None
    assert found.uid == other


def test_both_uids_of_a_merged_person_lead_to_them_everywhere_offline_edits_included(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    one, other, conflict = proposed(clinic, north, south)
    with south.replica.read() as reading:
        theirs = patient_by_uid(reading, other)
    assert theirs is not None
    edit(south.replica, theirs.id, email="jane.sample@example.org")
    assert isinstance(decide(clinic.centre, conflict.id, Decision.MERGE), ConflictSettled)
    clinic.sync(north, south)
    for replica in (clinic.centre, south.replica):
        with replica.read() as reading:
            found = [patient_by_uid(reading, uid) for uid in (one, other)]
        assert [person.uid for person in found if person is not None] == [one, one]
        assert patient_of(replica, theirs.id)["email"] == "jane.sample@example.org"


def test_two_people_who_look_like_one_are_never_proposed_again(
    clinic: LittleClinic, north: Device, south: Device
) -> None:
    _, other, conflict = proposed(clinic, north, south)
    decide(clinic.centre, conflict.id, Decision.KEEP)
    clinic.sync(north, south)
    with south.replica.read() as reading:
        theirs = patient_by_uid(reading, other)
    assert theirs is not None
    edit(south.replica, theirs.id, first_name="Jane")
    clinic.sync(north, south)
    assert open_conflicts(clinic.centre) == ()


def test_people_who_share_a_phone_are_not_taken_for_one(clinic: LittleClinic, north: Device, south: Device) -> None:
    register_at(north)
    register_at(south, first_name="Tom")
    register_at(south, first_name="Jane", date_of_birth=date(1990, 1, 1))
    clinic.sync(north, south)
    assert open_conflicts(clinic.centre) == ()


def test_appointment_that_changed_hours_left_alone_is_shown_once_with_free_times(clinic: LittleClinic) -> None:
    appointment = clinic.book(TEN)
    for _ in range(2):
        with clinic.centre.work("change_hours", "admin") as work:
            note_stranded(work, [appointment["id"]])
    (conflict,) = open_conflicts(clinic.centre)
    assert (conflict.kind, conflict.record_uid) == ("hours_changed", appointment["uid"])
    assert len(conflict.alternatives) == 5


def test_free_times_of_a_conflict_are_those_that_are_free_when_somebody_looks(clinic: LittleClinic) -> None:
    appointment = clinic.book(TEN)
    with clinic.centre.work("change_hours", "admin") as work:
        note_stranded(work, [appointment["id"]])
    conflict = told(clinic.centre, DESK, open_conflicts(clinic.centre)[0].id)
    assert conflict is not None
    nearest = conflict.alternatives[0]
    assert isinstance(nearest, dict)
    with clinic.centre.work("book", "desk") as work:
        at = datetime.fromisoformat(str(nearest["starts_at"]))
        wish = BookingWish(clinic.doctor["id"], at, patient_id=appointment["patient_id"], duration_min=30)
        assert isinstance(book(work, wish), Booked)
    conflict = told(clinic.centre, DESK, conflict.id)
    assert conflict is not None
    assert len(conflict.alternatives) == 5
    assert nearest not in conflict.alternatives


def test_appointment_without_a_place_moves_to_the_free_time_that_the_desk_chose(clinic: LittleClinic) -> None:
    appointment = clinic.book(TEN)
    with clinic.centre.work("change_hours", "admin") as work:
        note_stranded(work, [appointment["id"]])
    (conflict,) = open_conflicts(clinic.centre)
    with pytest.raises(NotPossibleError):
        decide(clinic.centre, conflict.id, Decision.TAKE)
    decide(clinic.centre, conflict.id, Decision.TAKE, starts_at=TEN + timedelta(hours=2))
    assert status_of(clinic.centre, appointment) == "rescheduled"


def test_what_nobody_could_apply_is_listed_with_its_reason(clinic: LittleClinic, north: Device) -> None:
    patient: int = clinic.book(TEN)["patient_id"]
    clinic.pull(north)
    with north.replica.work("edit_patient", "desk") as work:
        work.delete(patients, patient_of(north.replica, patient))
    clinic.push(north)
    (one,) = quarantined(clinic.centre, clinic.location["id"], 0, 50)
    assert (one.reason, one.device_name, one.intent) == ("people_are_never_deleted", "Reception N", "edit_patient")
    assert quarantined(clinic.centre, 99, 0, 50) == ()
