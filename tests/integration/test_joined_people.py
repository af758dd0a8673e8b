"""Records of one person: asked about once, joined in no circle, led to nobody who was erased; answered once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from server_sync.desk.conflicts.settling import AlreadySettled, Choice, Decision, settle
from server_sync.desk.patients.erase import Erased, erase
from server_sync.desk.patients.merging import Merged, merge
from server_sync.desk.patients.reading import patient_by_uid
from server_sync.protocol.changes import RecordChange
from server_sync.records.database import Database
from server_sync.records.reading import Row
from server_sync.records.tables import conflicts, patients
from tests.clinics import MORNING, LittleClinic
from tests.hands import Hand, offer, rows_of, update

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def hand(clinic: LittleClinic) -> Iterator[Hand]:
    device = clinic.enrol("A", 1, "reception")
    yield Hand(device, clinic)
    device.database.close()


def person(hand: Hand, number: int) -> RecordChange:
    return hand.patient(
        number, first_name="Jane", last_name="Sample", phone="+44 7700 900123", date_of_birth="1958-03-14"
    )


def open_questions(clinic: LittleClinic) -> list[Row]:
    return rows_of(clinic, select(conflicts).where(conflicts.c.decision.is_(None)))


def two_people(clinic: LittleClinic) -> tuple[Row, Row]:
    with clinic.centre.work("register", "system") as work:
        one = work.create(patients, patient_number="PAT-2026-00001", first_name="Ada", last_name="Sample")
        other = work.create(patients, patient_number="PAT-2026-00002", first_name="Ben", last_name="Sample")
    return one, other


def test_one_set_joins_nobody_in_a_circle(clinic: LittleClinic, hand: Hand) -> None:
    one, other = two_people(clinic)
    there = update("patient", one["uid"], {"merged_into_uid": None}, merged_into_uid=str(other["uid"]))
    back = update("patient", other["uid"], {"merged_into_uid": None}, merged_into_uid=str(one["uid"]))
    offer(clinic, hand.device, hand.set(there, back))
    pointers = {row["uid"]: row["merged_into_uid"] for row in rows_of(clinic, select(patients))}
    assert pointers == {one["uid"]: other["uid"], other["uid"]: None}


def test_nobody_is_led_to_somebody_who_was_erased_meanwhile(clinic: LittleClinic, hand: Hand) -> None:
    living, other = two_people(clinic)
    joining = hand.set(update("patient", living["uid"], {"merged_into_uid": None}, merged_into_uid=str(other["uid"])))
    with clinic.centre.work("erase", "system") as work:
        assert isinstance(erase(work, other["id"]), Erased)
    assert offer(clinic, hand.device, joining) == ["merged_into_erased"]
    with clinic.centre.read() as reading:
        found = patient_by_uid(reading, living["uid"])
    assert found is not None
    assert found.first_name == "Ada"


def test_nobody_is_led_to_a_record_that_never_came_until_it_comes(clinic: LittleClinic, hand: Hand) -> None:
    living, _ = two_people(clinic)
    desk = clinic.enrol("B", 2, "reception")
    newcomer = Hand(desk, clinic)
    joining = update("patient", living["uid"], {"merged_into_uid": None}, merged_into_uid=str(person(newcomer, 1).uid))
    assert offer(clinic, hand.device, hand.set(joining)) == ["unknown_record"]
    assert rows_of(clinic, select(patients.c.merged_into_uid).where(patients.c.uid == living["uid"])) == [
        {"merged_into_uid": None}
    ]
    offer(clinic, desk, newcomer.set(person(newcomer, 1)))
    assert rows_of(clinic, select(patients.c.merged_into_uid).where(patients.c.uid == living["uid"])) == [
        {"merged_into_uid": person(newcomer, 1).uid}
    ]
    desk.database.close()


def test_question_ends_with_the_answer_that_somebody_gave_elsewhere(clinic: LittleClinic, hand: Hand) -> None:
    offer(clinic, hand.device, hand.set(person(hand, 1)), hand.set(person(hand, 2)))
    (question,) = open_questions(clinic)
    with clinic.centre.work("merge", "desk") as work:
        assert isinstance(merge(work, hand.id_of(2), hand.id_of(1)), Merged)
    assert open_questions(clinic) == []
    with clinic.centre.work("settle", "desk") as work:
        outcome = settle(work, question["id"], Choice(Decision.KEEP))
    assert isinstance(outcome, AlreadySettled)
    assert outcome.decision == "merge"


def test_placeholders_do_not_flood_the_desk(clinic: LittleClinic, hand: Hand) -> None:
    offer(clinic, hand.device, hand.set(*(person(hand, number) for number in range(1, 101))))
    assert rows_of(clinic, select(func.count().label("questions")).select_from(conflicts)) == [{"questions": 99}]
