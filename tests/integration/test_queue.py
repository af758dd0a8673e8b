"""The queue's operations: at the centre on both databases, and on a device that is cut off."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from math import prod
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from server_sync.clinic.clocks import HybridTime, to_unix_ms
from server_sync.clinic.queue_policy import SpecialReason
from server_sync.clinic.visits import MOST_RECALLS, HeldBack, QueueStatus
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn, NoNumbersLeft
from server_sync.desk.queue.calling import call_next, mark_absent, recall
from server_sync.desk.queue.intents import QueueIntent
from server_sync.desk.queue.outcomes import (
    Done,
    EmergencyRaised,
    IllegalStep,
    Joined,
    NobodyWaits,
    NoMoreRecalls,
    NothingToUndo,
    Unknown,
)
from server_sync.desk.queue.steps import (
    override,
    park,
    record_claims,
    set_status,
    set_triage,
    transfer,
    unpark,
)
from server_sync.desk.queue.undo import undo
from server_sync.desk.queue.view import current_queue, place_at
from server_sync.desk.queue.walk_in import Joining, join
from server_sync.protocol.pages import FeedPage
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    counters,
    help_calls,
    locations,
    patients,
    queue_management,
    replica,
    users,
)
from server_sync.records.upstream.apply import apply_page
from tests.clinics import MORNING, Device, LittleClinic, count_rows

QUARTER = timedelta(minutes=15)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("B", 1)
    yield device
    device.database.close()


class Desk:
    """One machine's front desk: each call is an operation of its own, as its actor."""

    def __init__(self, clinic: LittleClinic, at: Replica | None = None, actor: str = "desk") -> None:
        self.clinic = clinic
        self.replica = at or clinic.centre
        self.actor = actor
        self.location: int = clinic.location["id"]
        self.doctor: int = clinic.doctor["id"]

    def do(self, operation: Any, *args: Any, intent: str | None = None, **named: Any) -> Any:
        intents = {
            join: QueueIntent.JOIN,
            call_next: QueueIntent.CALL_NEXT,
            set_status: QueueIntent.SET_STATUS,
            recall: QueueIntent.RECALL,
            mark_absent: QueueIntent.ABSENT,
            park: QueueIntent.PARK,
            unpark: QueueIntent.UNPARK,
            transfer: QueueIntent.TRANSFER,
            set_triage: QueueIntent.TRIAGE,
            override: QueueIntent.OVERRIDE,
            record_claims: QueueIntent.CLAIMS,
            undo: QueueIntent.UNDO,
        }
        with self.replica.work(intent or intents[operation], self.actor) as work:
            return operation(work, *args, **named)

    def patient(self, **values: Any) -> int:
        with self.replica.work("register", self.actor) as work:
            number = f"PAT-2026-{work.identity.series}{work.next_count('patient_number:2026'):05d}"
            row = work.create(patients, **{"patient_number": number, "first_name": "Jane", **values})
        return int(row["id"])

    def joined(self, patient: int | None = None, doctor: int | None = 0, **wish: Any) -> int:
        """The id of a new walk-in's place; doctor 0 is the clinic's own."""
        doctor_id = self.doctor if doctor == 0 else doctor
        outcome = self.do(join, Joining(patient or self.patient(), self.location, doctor_id, **wish))
        assert isinstance(outcome, Joined), outcome
        return outcome.place.place.id

    def call(self, doctor: int | None = None, room: str | None = None) -> int | None:
        """The id of whoever was called; None where nobody waits."""
        outcome = self.do(call_next, self.location, doctor or self.doctor, room)
        if isinstance(outcome, NobodyWaits):
            return None
        assert isinstance(outcome, Done), outcome
        assert outcome.place.place.status is QueueStatus.CALLED
        return outcome.place.place.id

    def set(self, place: int, status: str, **named: Any) -> Any:
        return self.do(set_status, place, QueueStatus(status), **named)

    def row(self, place: int) -> Row:
        with self.replica.read() as reading:
            row = reading.first(select(queue_management).where(queue_management.c.id == place))
        assert row is not None
        return row

    def appointment_of(self, place: int) -> Row:
        with self.replica.read() as reading:
            row = reading.first(select(appointments).where(appointments.c.id == self.row(place)["appointment_id"]))
        assert row is not None
        return row

    def line(self, doctor: int | None = 0) -> list[int]:
        """The ids of those who wait for a doctor, in their order; held back ones are left out."""
        with self.replica.read() as reading:
            queues = current_queue(reading, self.location)
        wanted = self.doctor if doctor == 0 else doctor
        places = [place for queue in queues if queue.doctor_id == wanted for place in queue.places]
        return [place.id for place in places if place.position is not None]


@pytest.fixture
def desk(clinic: LittleClinic) -> Desk:
    return Desk(clinic)


def another_doctor(clinic: LittleClinic, name: str = "Dr Amari", room: str = "Room 9") -> int:
    with clinic.centre.work("set_up", "system") as work:
        row = work.create(users, display_name=name, role="doctor", room=room, location_id=clinic.location["id"])
    return int(row["id"])


def checked_in(clinic: LittleClinic, desk: Desk, minutes: float, code: str) -> int:
    """Somebody whose appointment is in so many minutes checks in at the desk now."""
    uid = clinic.book(clinic.clock.now() + timedelta(minutes=minutes), code=code)["uid"]
    with desk.replica.work("check_in", "patient") as work:
        outcome = check_in(work, uid, TicketPrinting("en", has_printer=False))
    assert isinstance(outcome, CheckedIn)
    with desk.replica.read() as reading:
        place = reading.scalar(select(queue_management.c.id).where(queue_management.c.uid == outcome.ticket.queue_uid))
    return int(place)


def test_walk_in_gets_a_number_a_visit_and_a_place(clinic: LittleClinic, desk: Desk) -> None:
    wish = Joining(desk.patient(), desk.location, desk.doctor, "cough", urgency_level="urgent", source="kiosk")
    outcome = desk.do(join, replace(wish, special_requirements="interpreter"))
    assert isinstance(outcome, Joined)
    assert (outcome.ticket.token_number, outcome.ticket.people_ahead, outcome.is_new) == ("20260309-001", 0, True)
    visit = desk.appointment_of(outcome.place.place.id)
    assert (visit["appointment_type"], visit["status"], visit["scheduled_date"]) == ("walkin", "confirmed", MORNING)
    assert (visit["reason_for_visit"], visit["urgency_level"]) == ("cough", "urgent")
    assert outcome.place.claims == {"urgency_level": "urgent"}


def test_joining_twice_gives_the_same_place(desk: Desk) -> None:
    patient = desk.patient()
    first = desk.joined(patient)
    again = desk.do(join, Joining(patient, desk.location, desk.doctor))
    assert isinstance(again, Joined)
    assert (again.is_new, again.place.place.id) == (False, first)
    assert count_rows(desk.replica, appointments) == 1


def test_what_somebody_says_of_their_urgency_orders_nobody(desk: Desk) -> None:
    calm = desk.joined()
    loud = desk.joined(urgency_level="emergency")
    assert desk.line() == [calm, loud]


def test_age_by_the_record_shortens_the_wait_and_a_claimed_infant_does_not(clinic: LittleClinic, desk: Desk) -> None:
    adult = desk.joined(
        desk.patient(date_of_birth=MORNING.date().replace(year=1990)), special_reason=SpecialReason.INFANT
    )
    old = desk.joined(desk.patient(date_of_birth=MORNING.date().replace(year=1940)))
    clinic.clock.move(QUARTER)
    assert desk.line() == [old, adult]
    assert [desk.row(place)["special_reason"] for place in (adult, old)] == [None, "age"]


def test_red_flag_raises_the_alarm_and_never_queues(desk: Desk) -> None:
    outcome = desk.do(join, Joining(desk.patient(), desk.location, desk.doctor, red_flag=True))
    assert outcome == EmergencyRaised("20260309-001", None)
    assert desk.line() == []
    with desk.replica.read() as reading:
        assert [call["token_number"] for call in reading.all(select(help_calls))] == ["20260309-001"]
        assert [row["appointment_type"] for row in reading.all(select(appointments))] == ["emergency"]


def test_unknown_patient_or_doctor_is_told_and_a_full_series_refuses(desk: Desk) -> None:
    patient = desk.patient()
    assert desk.do(join, Joining(999, desk.location, desk.doctor)) == Unknown("patient")
    assert desk.do(join, Joining(patient, desk.location, 999)) == Unknown("doctor")
    with desk.replica.database.writing() as connection:
        connection.execute(counters.insert().values(name="token:20260309:1:", last=999))
    assert isinstance(desk.do(join, Joining(patient, desk.location, desk.doctor)), NoNumbersLeft)


def test_urgent_patient_is_called_before_those_who_came_earlier(clinic: LittleClinic, desk: Desk) -> None:
    first, second = desk.joined(), desk.joined()
    clinic.clock.move(QUARTER)
    urgent = desk.joined()
    desk.do(set_triage, urgent, 2)
    clinic.clock.move(QUARTER)
    assert [desk.call(), desk.call(), desk.call(), desk.call()] == [urgent, first, second, None]


def test_appointment_is_called_before_walk_ins_but_not_before_its_time(clinic: LittleClinic, desk: Desk) -> None:
    walk_in = desk.joined()
    booked = checked_in(clinic, desk, 20, "00000001")
    assert desk.line() == [walk_in, booked]
    clinic.clock.move(timedelta(minutes=25))
    assert desk.line() == [booked, walk_in]


def test_call_names_doctor_room_and_who_called_and_keeps_its_explanation(clinic: LittleClinic, desk: Desk) -> None:
    place = desk.joined()
    clinic.clock.move(QUARTER)
    assert desk.call(room="Room 7") == place
    row = desk.row(place)
    assert (row["called_room"], row["called_by"], row["called_time"]) == ("Room 7", "desk", clinic.clock.now())
    factors = row["ai_priority_factors"]["factors"]
    assert 100 * prod(factor["value"] for factor in factors) == pytest.approx(row["priority_score"], abs=0.01)


def test_place_says_beside_it_why_it_stands_there_from_the_beginning(clinic: LittleClinic, desk: Desk) -> None:
    first, second = desk.joined(), desk.joined()
    row = desk.row(second)
    assert (row["queue_position"], row["priority_score"], row["medical_urgency_score"]) == (2, 0, 100)
    assert row["ai_priority_factors"]["policy"] == "day_clinic"
    clinic.clock.move(QUARTER)
    desk.do(set_triage, second, 3)
    row = desk.row(second)
    assert (row["queue_position"], row["priority_score"], row["wait_time_score"]) == (1, 66.67, 33.33)
    assert [told["key"] for told in row["ai_priority_factors"]["factors"]] == ["waited", "triage"]
    desk.do(override, first, "Fainted at the desk")
    told = desk.row(first)["ai_priority_factors"]
    assert (told["position"], told["notes"][0]["key"]) == (1, "override")
    booked = desk.row(checked_in(clinic, desk, 20, "00000001"))
    assert (booked["queue_position"], booked["wait_time_score"]) == (3, -100)
    assert booked["ai_priority_factors"]["factors"][0]["key"] == "before_their_time"


def test_patient_of_no_doctor_is_called_by_whoever_is_free_and_gets_a_visit(clinic: LittleClinic, desk: Desk) -> None:
    other = another_doctor(clinic)
    pooled = desk.joined(doctor=None, reason_for_visit="cough")
    clinic.clock.move(QUARTER)
    own = desk.joined()
    assert desk.call(other) == pooled
    visit = desk.appointment_of(pooled)
    assert (visit["doctor_id"], visit["reason_for_visit"], desk.row(pooled)["doctor_id"]) == (other, "cough", other)
    assert (desk.call(other), desk.call()) == (None, own)


def test_nobody_is_called_for_a_doctor_who_is_unknown(desk: Desk) -> None:
    desk.joined()
    assert desk.do(call_next, desk.location, 999) == Unknown("doctor")


def test_number_is_called_again_three_times_and_then_missed(desk: Desk) -> None:
    place = desk.joined()
    assert isinstance(desk.do(recall, place), IllegalStep)
    desk.call()
    assert all(isinstance(desk.do(recall, place), Done) for _ in range(MOST_RECALLS))
    assert desk.do(recall, place) == NoMoreRecalls(MOST_RECALLS)


def test_absent_patient_waits_anew_and_is_not_called_again_at_once(clinic: LittleClinic, desk: Desk) -> None:
    place = desk.joined()
    clinic.clock.move(QUARTER)
    desk.call()
    desk.do(mark_absent, place)
    row = desk.row(place)
    assert (row["current_status"], row["absent_count"], row["called_room"]) == ("waiting", 1, None)
    assert (desk.call(), desk.line()) == (None, [])
    clinic.clock.move(timedelta(minutes=5))
    assert desk.line() == [place]
    later = desk.joined()
    assert (desk.call(), desk.call()) == (place, later)


def test_absent_patient_who_is_back_is_called_at_once(desk: Desk) -> None:
    place = desk.joined()
    desk.call()
    desk.do(mark_absent, place)
    desk.do(unpark, place)
    assert desk.call() == place


def test_third_absence_gives_the_place_up_and_the_desk_can_bring_it_back(clinic: LittleClinic, desk: Desk) -> None:
    place = checked_in(clinic, desk, 0, "00000001")
    for _ in range(3):
        clinic.clock.move(QUARTER)
        assert desk.call() == place
        desk.do(mark_absent, place)
    row = desk.row(place)
    assert (row["current_status"], row["held_back"]) == ("cancelled", HeldBack.ABSENT)
    assert desk.appointment_of(place)["status"] == "no_show"
    desk.set(place, "waiting")
    assert (desk.line(), desk.appointment_of(place)["status"]) == ([place], "confirmed")


@pytest.mark.parametrize("ended", ["rescheduled", "cancelled"])
def test_place_whose_appointment_was_moved_or_called_off_is_not_brought_back(
    clinic: LittleClinic, desk: Desk, ended: str
) -> None:
    """Two live appointments would share one booking code, or one would stand in a time that somebody else has."""
    place = checked_in(clinic, desk, 0, "00000001")
    desk.set(place, "cancelled")
    with desk.replica.work("move", "desk") as work:
        work.change(appointments, desk.appointment_of(place), status=ended)
    for status in ("waiting", "called"):
        outcome = desk.set(place, status)
        assert isinstance(outcome, IllegalStep)
        assert outcome.legal == ()
    assert isinstance(desk.do(undo, place), NothingToUndo)
    assert (desk.row(place)["current_status"], desk.appointment_of(place)["status"]) == ("cancelled", ended)


def test_visit_leaves_an_appointment_alone_that_another_machine_called_off(clinic: LittleClinic, desk: Desk) -> None:
    place = checked_in(clinic, desk, 0, "00000001")
    with desk.replica.work("odd", "system") as work:
        work.change(appointments, desk.appointment_of(place), status="cancelled")
    for status in ("called", "in_consultation", "completed", "in_consultation"):
        assert isinstance(desk.set(place, status), Done)
        assert desk.appointment_of(place)["status"] == "cancelled"


def test_parked_patient_keeps_the_wait_and_is_not_called(clinic: LittleClinic, desk: Desk) -> None:
    parked, other = desk.joined(), desk.joined()
    desk.do(park, parked)
    assert (desk.line(), isinstance(desk.do(unpark, other), IllegalStep)) == ([other], True)
    clinic.clock.move(QUARTER)
    desk.do(unpark, parked)
    assert desk.line() == [parked, other]


def test_handed_over_patient_keeps_the_wait_in_the_other_line(clinic: LittleClinic, desk: Desk) -> None:
    other = another_doctor(clinic)
    moved = desk.joined()
    clinic.clock.move(QUARTER)
    waiting_there = desk.joined(doctor=other)
    desk.call()
    desk.do(transfer, moved, other)
    assert (desk.line(), desk.line(other)) == ([], [moved, waiting_there])
    assert desk.appointment_of(moved)["doctor_id"] == other
    assert desk.do(transfer, moved, 999) == Unknown("doctor")


def test_visit_takes_its_appointment_along(clinic: LittleClinic, desk: Desk) -> None:
    place = checked_in(clinic, desk, 0, "00000001")
    seen = []
    for status in ("called", "in_consultation", "completed"):
        assert isinstance(desk.set(place, status), Done)
        seen.append(desk.appointment_of(place)["status"])
    assert seen == ["confirmed", "in_progress", "completed"]
    row = desk.row(place)
    assert None not in (row["called_time"], row["consultation_start_time"], row["consultation_end_time"])


def test_cancelled_walk_in_ends_its_visit_and_a_booked_one_may_come_again(clinic: LittleClinic, desk: Desk) -> None:
    walk_in, booked = desk.joined(), checked_in(clinic, desk, 0, "00000001")
    for place in (walk_in, booked):
        desk.set(place, "cancelled")
    assert desk.appointment_of(walk_in)["status"] == "cancelled"
    assert desk.appointment_of(booked)["status"] == "confirmed"


def test_illegal_step_names_the_legal_ones(desk: Desk) -> None:
    place = desk.joined()
    outcome = desk.set(place, "completed")
    assert isinstance(outcome, IllegalStep)
    assert (outcome.status, outcome.legal) == ("waiting", ("called", "cancelled", "in_consultation"))
    desk.set(place, "called")
    assert isinstance(desk.set(place, "called"), IllegalStep)


def test_triage_to_level_1_leaves_the_line_and_raises_one_alarm(desk: Desk) -> None:
    place, other = desk.joined(), desk.joined()
    outcome = desk.do(set_triage, place, 1)
    assert isinstance(outcome, EmergencyRaised)
    desk.do(set_triage, place, 1)
    assert (desk.line(), desk.row(place)["current_status"]) == ([other], "called")
    assert count_rows(desk.replica, help_calls) == 1
    assert QueueStatus.WAITING not in desk.set(place, "waiting").legal
    assert isinstance(desk.do(mark_absent, place), IllegalStep)


def test_emergency_that_waits_nonetheless_is_called_first(clinic: LittleClinic, desk: Desk) -> None:
    """Two machines that were cut off from each other may leave such a row."""
    desk.joined()
    place = desk.joined()
    with desk.replica.work("odd", "system") as work:
        work.change(queue_management, desk.row(place), triage_level=1)
    assert desk.call() == place


@pytest.mark.parametrize("held_back", [HeldBack.PARKED, HeldBack.ABSENT])
def test_emergency_is_called_whatever_held_it_back(clinic: LittleClinic, desk: Desk, held_back: HeldBack) -> None:
    desk.joined()
    place = desk.joined()
    with desk.replica.work("odd", "system") as work:
        changed = {"triage_level": 1, "held_back": held_back.value, "reference_time": work.now}
        work.change(queue_management, desk.row(place), **changed)
    assert desk.call() == place
    assert desk.row(place)["held_back"] is None


def test_emergency_that_a_cut_off_desk_holds_back_stays_called(clinic: LittleClinic, kiosk: Device) -> None:
    centre, away = Desk(clinic), Desk(clinic, kiosk.replica)
    place = centre.joined()
    centre.call()
    clinic.pull(kiosk)
    centre.do(set_triage, place, 1)
    away.do(park, place)
    clinic.sync(kiosk)
    for desk in (centre, away):
        row = desk.row(place)
        assert (row["current_status"], row["triage_level"], row["held_back"]) == ("called", 1, None)


def test_emergency_found_by_a_cut_off_desk_does_not_stay_in_the_line(clinic: LittleClinic, kiosk: Device) -> None:
    centre, away = Desk(clinic), Desk(clinic, kiosk.replica)
    place = centre.joined()
    centre.call()
    clinic.pull(kiosk)
    away.do(set_triage, place, 1)
    centre.do(park, place)
    clinic.sync(kiosk)
    for desk in (centre, away):
        row = desk.row(place)
        assert (row["current_status"], row["triage_level"], row["held_back"]) == ("called", 1, None)


def test_override_goes_first_and_says_why(clinic: LittleClinic, desk: Desk) -> None:
    first = desk.joined()
    clinic.clock.move(QUARTER)
    second = desk.joined()
    outcome = desk.do(override, second, "fainted at the desk")
    assert isinstance(outcome, Done)
    assert outcome.place.explanation is not None
    assert [note.text for note in outcome.place.explanation.notes] == ["put first by desk: fainted at the desk"]
    assert desk.line() == [second, first]
    desk.call()
    desk.set(second, "waiting")
    assert desk.line() == [first, second]


def test_claims_are_kept_and_the_records_own_wait_counts(clinic: LittleClinic, desk: Desk) -> None:
    first = desk.joined()
    clinic.clock.move(QUARTER)
    second = desk.joined()
    claims = {"medical_urgency": "10", "wait_time": 600, "patient_age": 99}
    outcome = desk.do(record_claims, second, desk.doctor, claims)
    assert isinstance(outcome, Done)
    assert outcome.place.claims == {"urgency_level": "routine", **claims}
    assert outcome.place.explanation is not None
    assert (outcome.place.explanation.position, outcome.place.explanation.score) == (2, 0)
    assert desk.line() == [first, second]
    assert desk.row(second)["queue_position"] == 2
    assert desk.do(record_claims, second, 999, claims) == Unknown("place")


@pytest.mark.parametrize("step", ["call", "start", "park", "absent", "transfer", "triage", "override", "cancel"])
def test_last_step_is_taken_back_with_all_that_it_changed(clinic: LittleClinic, desk: Desk, step: str) -> None:
    other = another_doctor(clinic)
    place = desk.joined()
    clinic.clock.move(QUARTER)
    if step == "absent":
        desk.call()
    before, visit = undone_parts(desk, place)
    steps: dict[str, Callable[[], Any]] = {
        "call": lambda: desk.call(),
        "start": lambda: desk.set(place, "in_consultation"),
        "park": lambda: desk.do(park, place),
        "absent": lambda: desk.do(mark_absent, place),
        "transfer": lambda: desk.do(transfer, place, other),
        "triage": lambda: desk.do(set_triage, place, 2),
        "override": lambda: desk.do(override, place, "fainted"),
        "cancel": lambda: desk.set(place, "cancelled"),
    }
    steps[step]()
    assert undone_parts(desk, place) != (before, visit)
    assert isinstance(desk.do(undo, place), Done)
    assert undone_parts(desk, place) == (before, visit)
    assert isinstance(desk.do(undo, place), NothingToUndo)


def undone_parts(desk: Desk, place: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """What travels of a place and its appointment, but the step, which counts on: what is undone begins a new round."""
    return tuple(  # type: ignore[return-value]  # two rows
        {
            column.name: row[column.name]
            for column in table.columns
            if column.info["travel"] == "shared" and column.name != "step"
        }
        for table, row in ((queue_management, desk.row(place)), (appointments, desk.appointment_of(place)))
    )


def test_a_step_is_not_taken_back_once_something_came_after_it(clinic: LittleClinic, desk: Desk) -> None:
    place = desk.joined()
    assert isinstance(desk.do(undo, place), NothingToUndo)
    desk.call()
    desk.do(record_claims, place, desk.doctor, {})
    with desk.replica.work("edit", "system") as work:
        work.change(queue_management, desk.row(place), called_room="Room 8")
    assert isinstance(desk.do(undo, place), NothingToUndo)


def test_call_of_a_patient_without_a_doctor_is_taken_back_and_the_next_doctor_takes_the_visit_over(
    clinic: LittleClinic, desk: Desk
) -> None:
    other = another_doctor(clinic)
    place = desk.joined(doctor=None)
    desk.call()
    desk.do(undo, place)
    assert desk.line(None) == [place]
    assert desk.call(other) == place
    assert desk.appointment_of(place)["doctor_id"] == other
    assert count_rows(desk.replica, appointments) == 1


def test_place_of_another_location_is_unknown(desk: Desk) -> None:
    place = desk.joined()
    for operation, *more in ((park,), (recall,), (undo,), (mark_absent,), (set_triage, 2), (override, "why")):
        assert desk.do(operation, place, *more, location_id=99) == Unknown("place")
    assert desk.set(place, "called", location_id=99) == Unknown("place")
    assert desk.do(park, 4711) == Unknown("place")


def test_two_desks_that_call_at_once_never_get_the_same_patient(clinic: LittleClinic, desk: Desk) -> None:
    """Own lines and the common one, five desks, forty patients: each is called once, none is lost."""
    doctors = [desk.doctor, another_doctor(clinic)]
    places = [desk.joined(doctor=(*doctors, None, None)[number % 4]) for number in range(40)]
    for place in places[::5]:
        desk.do(set_triage, place, 2)
    clinic.clock.move(QUARTER)
    called: list[int] = []
    faults: list[BaseException] = []
    start = threading.Barrier(5)

    def call_until_nobody_waits(doctor: int) -> None:
        own = Desk(clinic, actor="somebody")
        start.wait(20)
        try:
            while (place := own.call(doctor)) is not None:
                called.append(place)
        except BaseException as fault:  # noqa: BLE001 - told by the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=call_until_nobody_waits, args=(doctors[n % 2],)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    assert sorted(called) == sorted(places)


def test_one_person_who_joins_at_two_desks_at_once_gets_one_place(clinic: LittleClinic, desk: Desk) -> None:
    patient = desk.patient()
    start = threading.Barrier(4)
    places: list[int] = []

    def join_once() -> None:
        own = Desk(clinic)
        start.wait(20)
        places.append(own.joined(patient))

    threads = [threading.Thread(target=join_once) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(places) == 4
    assert len(set(places)) == 1


def test_kiosk_and_centre_that_hold_the_same_rows_show_the_same_order(clinic: LittleClinic, kiosk: Device) -> None:
    centre = Desk(clinic)
    with clinic.centre.work("set_up", "system") as work:
        work.change(locations, {**clinic.location, "queue_policy": None}, queue_policy={"late_after_min": 5})
    for number in range(6):
        place = centre.joined()
        if number % 2:
            centre.do(set_triage, place, 2 + number % 3)
        clinic.clock.move(timedelta(minutes=7))
        checked_in(clinic, centre, number * 5 - 12, f"{number:08d}")
    clinic.pull(kiosk)
    cut_off = Desk(clinic, kiosk.replica)
    for _ in range(6):
        clinic.clock.move(timedelta(minutes=11))
        assert len(centre.line()) == 12
        assert cut_off.line() == centre.line()


def test_desk_that_is_cut_off_runs_its_queue_and_the_centre_takes_it_all(clinic: LittleClinic, kiosk: Device) -> None:
    other = another_doctor(clinic)
    clinic.pull(kiosk)
    desk = Desk(clinic, kiosk.replica)
    first, second, third = desk.joined(), desk.joined(doctor=None), desk.joined()
    clinic.clock.move(QUARTER)
    desk.do(set_triage, third, 2)
    assert desk.call() == third
    desk.do(undo, third)
    assert desk.call() == third
    desk.set(third, "in_consultation")
    desk.set(third, "completed")
    assert desk.call(other) == second
    desk.do(mark_absent, second)
    desk.do(park, first)
    answers = clinic.push(kiosk)
    assert {answer.outcome for answer in answers} == {"applied"}
    centre = Desk(clinic)
    for place in (first, second, third):
        assert undone_parts_of(centre, place) == undone_parts_of(desk, place)
    assert centre.appointment_of(third)["status"] == "completed"


def undone_parts_of(desk: Desk, place: int) -> dict[str, Any]:
    row = desk.row(place)
    return {column.name: row[column.name] for column in queue_management.columns if column.info["travel"] == "shared"}


@pytest.mark.parametrize("first", ["away", "centre"])
def test_patient_called_at_two_desks_that_are_cut_off_sees_the_room_of_the_first(
    clinic: LittleClinic, kiosk: Device, first: str
) -> None:
    centre, away = Desk(clinic), Desk(clinic, kiosk.replica, "away")
    place = centre.joined()
    clinic.pull(kiosk)
    for desk, room in sorted([(centre, "centre"), (away, "away")], key=lambda call: call[1] != first):
        desk.call(room=room)
        clinic.clock.move(timedelta(minutes=1))
    clinic.sync(kiosk)
    assert (centre.row(place)["called_room"], away.row(place)["called_room"]) == (first, first)
    assert (centre.row(place)["called_by"] == "away") is (first == "away")


def test_step_back_that_was_based_on_the_present_state_stands(clinic: LittleClinic, kiosk: Device) -> None:
    centre, away = Desk(clinic), Desk(clinic, kiosk.replica)
    place = centre.joined()
    centre.call()
    clinic.pull(kiosk)
    away.do(mark_absent, place)
    (answer,) = clinic.push(kiosk)
    assert (answer.outcome, centre.row(place)["current_status"]) == ("applied", "waiting")


def test_step_that_lost_changes_nothing_of_the_call_that_stands(clinic: LittleClinic, kiosk: Device) -> None:
    centre, away = Desk(clinic), Desk(clinic, kiosk.replica)
    place = centre.joined()
    clinic.pull(kiosk)
    away.do(set_status, place, QueueStatus.CALLED)
    clinic.clock.move(timedelta(minutes=1))
    centre.set(place, "in_consultation")
    clinic.push(kiosk)
    row = centre.row(place)
    assert (row["current_status"], row["called_by"]) == ("in_consultation", None)


def test_arrival_is_corrected_by_what_the_kiosk_knows_of_its_clock(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    with kiosk.database.writing() as connection:
        connection.execute(replica.update().values(clock_offset_ms=-600_000))  # ten minutes fast
    desk = Desk(clinic, kiosk.replica)
    clinic.clock.move(timedelta(minutes=10))
    place = desk.joined()
    with kiosk.replica.read() as reading:
        shown = place_at(reading, place)
    assert shown is not None
    assert shown.explanation is not None
    assert shown.explanation.reference == MORNING
    assert shown.explanation.score == 0
    assert shown.explanation.notes == ()


def test_clock_that_was_never_compared_is_named(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    with kiosk.database.writing() as connection:  # as after a pull from a server that told no time
        connection.execute(update(replica).values(clock_offset_ms=None))
    place = Desk(clinic, kiosk.replica).joined()
    clinic.push(kiosk)
    with clinic.centre.read() as reading:
        shown = place_at(reading, place)
    assert shown is not None
    assert shown.explanation is not None
    assert [note.key for note in shown.explanation.notes] == ["clock_unverified"]


def test_patient_of_75_who_checks_in_waits_by_the_special_lane(clinic: LittleClinic, desk: Desk) -> None:
    uid = clinic.book(MORNING, born=MORNING.date().replace(year=1951))["uid"]
    with desk.replica.work("check_in", "patient") as work:
        outcome = check_in(work, uid, TicketPrinting("en", has_printer=False))
    assert isinstance(outcome, CheckedIn)
    with desk.replica.read() as reading:
        assert reading.scalar(select(queue_management.c.special_reason)) == "age"


@pytest.mark.parametrize(("behind_ms", "kept"), [(-600_000, -600_000), (1_500, 1_500), (2**31, None)])
def test_device_measures_its_clock_with_each_page_that_it_stores(
    kiosk: Device, behind_ms: int, kept: int | None
) -> None:
    centre_time = HybridTime(to_unix_ms(kiosk.replica.clock.now()) + behind_ms, 0)
    apply_page(kiosk.database, FeedPage((), "c", True, 0, str(centre_time), epoch=1), kiosk.replica.clock)
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(replica.c.clock_offset_ms)) == kept
