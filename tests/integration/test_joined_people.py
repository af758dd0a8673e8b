"""Records of one person: asked about once, joined in no circle, led to nobody who was erased; answered once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from server_sync.desk.conflicts.settling import AlreadySettled, Choice, ConflictSettled, Decision, settle
from server_sync.desk.patients.erase import Erased, erase
from server_sync.desk.patients.merging import Merged, merge
from server_sync.desk.patients.reading import patient_by_uid
from server_sync.merge.stamps import stamp_of
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


def oldest_first(clinic: LittleClinic) -> list[Row]:
    return sorted(two_people(clinic), key=lambda row: str(row["uid"]))


def test_one_set_joins_nobody_in_a_circle(clinic: LittleClinic, hand: Hand) -> None:
    one, other = oldest_first(clinic)
    there = update("patient", one["uid"], {"merged_into_uid": None}, merged_into_uid=str(other["uid"]))
    back = update("patient", other["uid"], {"merged_into_uid": None}, merged_into_uid=str(one["uid"]))
    offer(clinic, hand.device, hand.set(there, back))
    pointers = {row["uid"]: row["merged_into_uid"] for row in rows_of(clinic, select(patients))}
    assert pointers == {one["uid"]: None, other["uid"]: one["uid"]}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_merges_each_into_the_others_record_the_same_stands_whichever_comes_first(
    clinic: LittleClinic, hand: Hand, order: tuple[int, int]
) -> None:
    one, other = oldest_first(clinic)
    desk = clinic.enrol("B", 2, "reception")
    hands = hand, Hand(desk, clinic)
    sets = [
        hands[at].set(update("patient", this["uid"], {"merged_into_uid": None}, merged_into_uid=str(that["uid"])))
        for at, this, that in ((0, one, other), (1, other, one))
    ]
    outcomes = [offer(clinic, hands[at].device, sets[at]) for at in order]
    assert outcomes == [["applied"], ["decided_twice"]]
    rows = {row["uid"]: row for row in rows_of(clinic, select(patients))}
    assert [rows[uid]["merged_into_uid"] for uid in (one["uid"], other["uid"])] == [None, one["uid"]]
    assert [rows[uid]["stamps"] for uid in (one["uid"], other["uid"])] == [
        {"merged_into_uid": stamp_of(made)} for made in sets
    ]
    desk.database.close()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_change_of_a_record_that_was_joined_meanwhile_is_shown_to_the_desk_as_one_of_who_stands(
    clinic: LittleClinic, hand: Hand, order: tuple[int, int]
) -> None:
    """Whichever is heard first: readers look at the other record, where the change would never be seen."""
    one, other = two_people(clinic)
    desk = clinic.enrol("B", 2, "reception")
    later = Hand(desk, clinic)
    join = hand.set(update("patient", one["uid"], {"merged_into_uid": None}, merged_into_uid=str(other["uid"])))
    edit = later.set(
        update("patient", one["uid"], {"phone": None}, phone="+44 7700 900555"), ahead=timedelta(seconds=5)
    )
    sets = ((hand.device, join), (desk, edit))
    outcomes = [offer(clinic, *sets[at]) for at in order]
    assert outcomes == [["applied"], ["left_for_the_desk"]]
    (question,) = open_questions(clinic)
    assert question["record_uid"] == other["uid"]
    assert question["fields"]["phone"]["offered"] == "+44 7700 900555"
    with clinic.centre.work("settle", "desk") as work:
        assert isinstance(settle(work, question["id"], Choice(Decision.TAKE)), ConflictSettled)
    with clinic.centre.read() as reading:
        found = patient_by_uid(reading, one["uid"])
    assert found is not None
    assert found.phone == "+44 7700 900555"
    again = update("patient", one["uid"], {"phone": "+44 7700 900555"}, email="jane@clinic.example")
    offer(clinic, desk, later.set(again, update("patient", one["uid"], {}, is_verified=True)))
    assert [list(row["fields"]) for row in open_questions(clinic)] == [["email"]]
    desk.database.close()


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
