"""Consent, changed details and reasons at a kiosk, on a device's records and at the centre that hears of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from server_sync.clinic.consent import Answered
from server_sync.desk.at_kiosk import book_alone, free_doctors, free_times, join_alone
from server_sync.desk.clinic_setup import NotSetUp, change_location
from server_sync.desk.consent import ConsentAtDesk, agree_at_desk, consent_at_desk, consent_wanted, note_consent
from server_sync.desk.help_answers import Word, open_help_calls
from server_sync.desk.outcomes import AlreadyCheckedIn, CheckedIn
from server_sync.desk.patients.file import history_of
from server_sync.desk.queue.desk_view import person_at_desk
from server_sync.desk.queue.places import raise_alarm
from server_sync.desk.reasons import reason_in, reasons_at
from server_sync.desk.said_on_arrival import check_in_alone
from server_sync.desk.self_service import BookingSaid, SaidBesides, Slip, WalkIn
from server_sync.desk.ticket import TicketPrinting
from server_sync.records.database import Database
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import locations, patients, queue_management
from tests.clinics import MORNING, PHONE, Device, LittleClinic

ENGLISH = TicketPrinting("en")
TEXTS = {"en": "My records are kept.", "fr": "Mon dossier est conservé."}
TRAVEL = {"code": "travel", "words": {"en": "A travel vaccination", "fr": "Un vaccin"}, "urgent": True}


LIGHT = pytest.mark.parametrize("centre_database", ["sqlite"], indirect=True)
"""One database is enough: what differs between them is in the others."""


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("B", 1)
    yield device
    device.database.close()


def set_up(clinic: LittleClinic, kiosk: Device, **values: object) -> None:
    with clinic.centre.work("set_up", "system") as work:
        assert not isinstance(change_location(work, clinic.location["id"], values), NotSetUp)
    clinic.sync(kiosk)


def jane(clinic: LittleClinic, kiosk: Device) -> Row:
    booked = clinic.book(MORNING + timedelta(minutes=15))
    clinic.sync(kiosk)
    return booked


def answer(kiosk: Device, clinic: LittleClinic, booked: Row | None, *, agreed: bool) -> Answered:
    with kiosk.replica.read() as reading:
        consent = consent_wanted(reading, clinic.location["id"], None if booked is None else booked["uid"])
    assert consent is not None
    return Answered(consent.version, agreed, "en")


def is_asked(replica: Replica, clinic: LittleClinic, booked: Row) -> bool:
    with replica.read() as reading:
        return consent_wanted(reading, clinic.location["id"], booked["uid"]) is not None


def person(replica: Replica) -> Row:
    with replica.read() as reading:
        (row,) = reading.all(select(patients))
        return row


def calls(replica: Replica, clinic: LittleClinic) -> list[tuple[str, Word | None]]:
    with replica.read() as reading:
        return [(one.number, one.word) for one in open_help_calls(reading, clinic.location["id"])]


@LIGHT
def test_whoever_declined_agrees_at_the_desk_and_the_trail_says_who_wrote_it_down(
    clinic: LittleClinic, kiosk: Device
) -> None:
    here, known_as = clinic.location["id"], jane(clinic, kiosk)["patient_id"]
    with clinic.centre.work("agree_at_desk", "sam") as work:
        assert consent_at_desk(work, known_as, here) is None
        assert not agree_at_desk(work, known_as, here, "en")
    set_up(clinic, kiosk, consent=TEXTS)
    with clinic.centre.work("ask", "patient") as work:
        assert consent_at_desk(work, known_as, here) == ConsentAtDesk(None, is_in_force=False, may_agree=True)
        wanted = consent_wanted(work, here)
        assert wanted is not None
        note_consent(work, known_as, Answered(wanted.version, agreed=False, language="en"))
    with clinic.centre.work("agree_at_desk", "sam") as work:
        assert agree_at_desk(work, known_as, here, "en")
        assert not agree_at_desk(work, known_as, here, "en")
    set_up(clinic, kiosk, consent=TEXTS | {"fr": "Mon dossier est gardé."})
    with clinic.centre.read() as reading:
        known, history = consent_at_desk(reading, known_as, here), history_of(reading, known_as)
    assert known is not None
    assert known.said is not None
    assert (known.said.agreed, known.is_in_force, known.may_agree) == (True, False, True)
    assert history is not None
    assert ("agree_at_desk", "sam") in [(one.intent, one.actor) for one in history.changes]


def test_nobody_is_asked_where_the_clinic_wants_no_consent(clinic: LittleClinic, kiosk: Device) -> None:
    assert not is_asked(kiosk.replica, clinic, jane(clinic, kiosk))


def test_jane_agrees_once_and_every_machine_knows(clinic: LittleClinic, kiosk: Device) -> None:
    set_up(clinic, kiosk, consent=TEXTS)
    booked = jane(clinic, kiosk)
    agreed = answer(kiosk, clinic, booked, agreed=True)

    outcome = check_in_alone(kiosk.replica, booked["uid"], SaidBesides(agreed), ENGLISH)
    settled = clinic.push(kiosk)

    assert isinstance(outcome, CheckedIn)
    assert [one.status for one in settled] == [SyncStatus.SYNCED]
    assert person(clinic.centre)["consent"] == agreed.as_document(MORNING)
    assert not is_asked(kiosk.replica, clinic, booked)
    assert not is_asked(clinic.centre, clinic, booked)
    assert calls(clinic.centre, clinic) == []


@LIGHT
def test_another_text_is_asked_anew(clinic: LittleClinic, kiosk: Device) -> None:
    set_up(clinic, kiosk, consent=TEXTS)
    booked = jane(clinic, kiosk)
    agreed = answer(kiosk, clinic, booked, agreed=True)
    check_in_alone(kiosk.replica, booked["uid"], SaidBesides(agreed), ENGLISH)
    clinic.sync(kiosk)

    set_up(clinic, kiosk, consent=TEXTS | {"fr": "Mon dossier est gardé."})

    assert is_asked(kiosk.replica, clinic, booked)


def test_who_does_not_agree_waits_like_everybody_and_the_desk_hears_of_it(clinic: LittleClinic, kiosk: Device) -> None:
    set_up(clinic, kiosk, consent=TEXTS)
    booked = jane(clinic, kiosk)

    outcome = check_in_alone(
        kiosk.replica, booked["uid"], SaidBesides(answer(kiosk, clinic, booked, agreed=False)), ENGLISH
    )
    clinic.sync(kiosk)

    assert isinstance(outcome, CheckedIn)
    assert [place["current_status"] for place in clinic.places()] == ["waiting"]
    assert calls(clinic.centre, clinic) == [(outcome.ticket.short_number, Word.CONSENT_DECLINED)]
    assert not is_asked(kiosk.replica, clinic, booked)


@LIGHT
def test_a_new_phone_number_is_on_the_record_and_calls_nobody(clinic: LittleClinic, kiosk: Device) -> None:
    booked = jane(clinic, kiosk)
    check_in_alone(kiosk.replica, booked["uid"], SaidBesides(phone="07700900999"), ENGLISH)
    clinic.sync(kiosk)

    assert person(clinic.centre)["phone"] == "07700900999"
    assert calls(clinic.centre, clinic) == []


def test_two_words_under_one_number_are_one_call(clinic: LittleClinic, kiosk: Device) -> None:
    set_up(clinic, kiosk, consent=TEXTS)
    booked = jane(clinic, kiosk)
    check_in_alone(kiosk.replica, booked["uid"], SaidBesides(details_changed=True), ENGLISH)
    declined = answer(kiosk, clinic, booked, agreed=False)
    again = check_in_alone(kiosk.replica, booked["uid"], SaidBesides(declined), ENGLISH)
    clinic.sync(kiosk)

    assert isinstance(again, AlreadyCheckedIn)
    assert calls(clinic.centre, clinic) == [("B 1", Word.DETAILS_AND_CONSENT)]


@LIGHT
def test_who_walks_in_and_who_books_are_on_record_with_what_they_said(clinic: LittleClinic, kiosk: Device) -> None:
    set_up(clinic, kiosk, consent=TEXTS)
    agreed = answer(kiosk, clinic, None, agreed=True)
    join_alone(kiosk.replica, WalkIn("Pain", "Mary", consent=agreed, reason_code="pain"), ENGLISH)
    (doctor,) = free_doctors(kiosk.replica)
    time = free_times(kiosk.replica, doctor.doctor_id, doctor.days[0])[-1].starts_at
    said = BookingSaid(doctor.doctor_id, time, "Ann One", PHONE, consent=agreed)
    assert isinstance(book_alone(kiosk.replica, said, ENGLISH), Slip)
    clinic.sync(kiosk)

    with clinic.centre.read() as reading:
        rows = reading.all(select(patients.c.consent))
    assert [row["consent"]["said"] for row in rows] == ["agreed", "agreed"]


def test_a_clinics_reasons_come_down_and_are_stored_by_code_and_in_its_words(
    clinic: LittleClinic, kiosk: Device
) -> None:
    set_up(clinic, kiosk, visit_reasons=[TRAVEL])
    with kiosk.replica.read() as reading:
        (travel,) = reasons_at(reading, clinic.location["id"]) or ()

    join_alone(kiosk.replica, WalkIn(travel.said_in("fr"), reason_code=travel.code), ENGLISH)
    clinic.sync(kiosk)

    (place,) = clinic.places()
    assert place["claims"] == {
        "reason_code": "travel",
        "reason_for_visit": "A travel vaccination",
        "urgency_level": "urgent",
    }
    with clinic.centre.read() as reading:
        assert reason_in(reading, clinic.location["id"], "travel")["fr"] == "Un vaccin"
        assert reason_in(reading, clinic.location["id"], None) == {}
        seen = person_at_desk(reading, place["id"])
    assert seen is not None
    assert (seen.reason, seen.reason_words["fr"]) == ("A travel vaccination", "Un vaccin")


@LIGHT
@pytest.mark.parametrize("values", [{"consent": {"en": ""}}, {"visit_reasons": [TRAVEL, TRAVEL]}])
def test_what_could_not_be_asked_is_not_set_up(clinic: LittleClinic, values: dict[str, object]) -> None:
    with clinic.centre.work("set_up", "system") as work:
        assert isinstance(change_location(work, clinic.location["id"], values), NotSetUp)
    with clinic.centre.read() as reading:
        assert reading.first(select(locations.c.consent, locations.c.visit_reasons)) == {
            "consent": None,
            "visit_reasons": None,
        }


@LIGHT
def test_a_walk_in_without_a_reason_of_the_clinics_keeps_its_own_words(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    join_alone(kiosk.replica, WalkIn("My own words"), ENGLISH)
    with kiosk.replica.read() as reading:
        claims = reading.scalar(select(queue_management.c.claims))
    assert claims == {"reason_for_visit": "My own words", "urgency_level": "routine"}


@LIGHT
def test_an_alarm_for_somebody_who_said_something_before_is_raised_all_the_same(
    clinic: LittleClinic, kiosk: Device
) -> None:
    booked = jane(clinic, kiosk)
    check_in_alone(kiosk.replica, booked["uid"], SaidBesides(details_changed=True), ENGLISH)
    clinic.sync(kiosk)
    (place,) = clinic.places()
    with clinic.centre.work("triage", "system") as work:
        raise_alarm(
            work,
            location_id=place["location_id"],
            business_date=place["business_date"],
            token_number=place["token_number"],
        )

    assert calls(clinic.centre, clinic) == [("B 1", None), ("B 1", Word.DETAILS_CHANGED)]
