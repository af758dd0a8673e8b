"""Settling in bulk: sets see each other, a bad one fails alone, what waits is tried again, nobody blocks another."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from server_sync.central.sync.ingest import Offered, Refusal, ingest, retry_all_quarantined, retry_quarantined
from server_sync.central.sync.receive import receive
from server_sync.central.sync.settling.batch import WRITTEN_AHEAD
from server_sync.central.sync.settling.judging import CLOCK_AHEAD
from server_sync.central.sync.settling.waiting import WAITS
from server_sync.clinic.clocks import to_unix_ms
from server_sync.protocol.canonical import Json, digest
from server_sync.protocol.changes import ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.push import MAX_SETS
from server_sync.records.database import Database
from server_sync.records.outbox import SyncStatus
from server_sync.records.tables import appointments, conflicts, devices, offline_sync_logs, patients
from tests.clinics import MORNING, Device, LittleClinic
from tests.hands import Hand, offer, rows_of, update, wire

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("A", 1)
    yield device
    device.database.close()


@pytest.fixture
def hand(kiosk: Device, clinic: LittleClinic) -> Hand:
    return Hand(kiosk, clinic)


@pytest.fixture(params=[1, 7, WRITTEN_AHEAD])
def written_ahead(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """After so many sets PostgreSQL is given them to write, while the next are judged."""
    monkeypatch.setattr("server_sync.central.sync.settling.batch.WRITTEN_AHEAD", request.param)
    return int(request.param)


@pytest.mark.usefixtures("written_ahead")
def test_set_sees_what_the_sets_before_it_in_the_batch_have_done(clinic: LittleClinic, hand: Hand) -> None:
    created = hand.place(1)
    steps = [
        hand.set(created),
        hand.set(
            update("queue", created.uid, {"current_status": "waiting", "step": 0}, current_status="called", step=1)
        ),
        hand.set(
            update(
                "queue",
                created.uid,
                {"current_status": "called", "step": 1},
                current_status="in_consultation",
                step=2,
            )
        ),
    ]
    assert offer(clinic, hand.device, *steps) == ["applied"] * 3
    (place,) = clinic.places()
    assert (place["current_status"], place["step"], place["version"]) == ("in_consultation", 2, 3)


@pytest.mark.usefixtures("written_ahead")
def test_a_conflict_gets_its_number_while_what_was_judged_before_is_written(clinic: LittleClinic, hand: Hand) -> None:
    clinic.book(TEN)
    (known,) = rows_of(clinic, select(patients))
    born = update("patient", known["uid"], {"date_of_birth": "1950-01-01"}, date_of_birth="1951-01-01")
    sets = [hand.set(hand.patient(1)), hand.set(hand.patient(2)), hand.set(born), hand.set(hand.patient(3))]
    assert offer(clinic, hand.device, *sets) == ["applied", "applied", "left_for_the_desk", "applied"]
    assert len(rows_of(clinic, select(conflicts))) == 1
    assert len(rows_of(clinic, select(patients))) == 4


@pytest.mark.usefixtures("written_ahead")
def test_what_only_the_database_refuses_fails_alone_among_hundreds(clinic: LittleClinic, hand: Hand) -> None:
    sets = [hand.set(hand.patient(number)) for number in range(1, 100)]
    sets[40] = ChangeSet(**{**as_dict(sets[40]), "changes": (hand.patient(41, "PAT-7"),)})
    outcomes = offer(clinic, hand.device, *sets)
    assert outcomes[40] == "broken_rule"
    assert outcomes.count("applied") == 98
    assert len(rows_of(clinic, select(patients))) == 98
    assert receipts(clinic) == [(one.sequence, told) for one, told in zip(sets, outcomes, strict=True)]


@pytest.mark.usefixtures("written_ahead")
@pytest.mark.parametrize("bad", [0, 3, 8])
def test_each_set_has_one_receipt_in_its_place_whatever_becomes_of_its_neighbours(
    clinic: LittleClinic, hand: Hand, bad: int
) -> None:
    made = [hand.patient(number) for number in range(1, 10)]
    made[bad] = hand.patient(bad + 1, gender="cat")
    needs = update("patient", made[bad].uid, {"phone": None}, phone="1")
    alone = shortened_appointment(clinic)
    sets = [hand.set(one) for one in (*made[:6], alone, *made[6:], needs)]
    outcomes = offer(clinic, hand.device, *sets)
    assert outcomes.count("broken_rule") == 1
    assert outcomes[-1] == WAITS
    assert receipts(clinic) == [(one.sequence, told) for one, told in zip(sets, outcomes, strict=True)]


@pytest.mark.usefixtures("written_ahead")
def test_sets_around_one_that_is_judged_alone_have_their_receipts(clinic: LittleClinic, hand: Hand) -> None:
    alone = shortened_appointment(clinic)
    sets = [hand.set(one) for one in (*map(hand.patient, range(1, 4)), alone, *map(hand.patient, range(4, 12)))]
    assert offer(clinic, hand.device, *sets) == ["applied"] * 12
    assert receipts(clinic) == [(one.sequence, "applied") for one in sets]


def shortened_appointment(clinic: LittleClinic) -> RecordChange:
    """What changes who holds which place in the day is judged alone."""
    clinic.book(TEN)
    (booked,) = rows_of(clinic, select(appointments))
    was = booked["duration_minutes"]
    return update("appointment", booked["uid"], {"duration_minutes": was}, duration_minutes=was - 5)


def receipts(clinic: LittleClinic) -> list[tuple[int, str]]:
    """Their sequences and outcomes, in the order in which they were written."""
    log = rows_of(clinic, select(offline_sync_logs).order_by(offline_sync_logs.c.id))
    return [(row["sequence"], row["outcome"]) for row in log if row["sequence"] is not None]


def as_dict(one: ChangeSet) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ChangeSet.__slots__}


def test_walk_ins_who_wait_for_whoever_is_free_stay_apart(clinic: LittleClinic, hand: Hand) -> None:
    offer(clinic, hand.device, *(hand.set(hand.place(number, appointment_id=None)) for number in (1, 2, 3)))
    assert [place["current_status"] for place in clinic.places()] == ["waiting"] * 3


def test_later_set_waits_for_what_a_quarantined_one_was_to_make(clinic: LittleClinic, hand: Hand) -> None:
    bad = hand.set(hand.patient(1, gender="cat"))
    needs_uid = hand.set(update("patient", hand.patient(1).uid, {"phone": None}, phone="1"))
    needs_id = hand.set(hand.place(2, patient_id=hand.id_of(1)))
    unrelated = hand.set(hand.patient(3))
    assert offer(clinic, hand.device, bad, needs_uid, needs_id, unrelated) == ["broken_rule", WAITS, WAITS, "applied"]
    later = hand.set(update("queue", hand.place(2).uid, {"notes": None}, notes="x"))
    assert offer(clinic, hand.device, later) == [WAITS]
    (kept,) = rows_of(clinic, select(offline_sync_logs).where(offline_sync_logs.c.change_set_uid == later.uid))
    assert kept["sync_status"] == "failed"
    assert kept["conflict_resolution"].startswith("Waits for what was done before (edit)")


def test_quarantined_set_is_tried_again_with_all_that_waited_for_it(clinic: LittleClinic, hand: Hand) -> None:
    clinic.book(TEN)
    (known,) = rows_of(clinic, select(patients))
    bad = hand.set(hand.patient(1, known["patient_number"], first_name="Ada"))
    waits = hand.set(update("patient", hand.patient(1).uid, {"first_name": "Ada"}, first_name="Bea"))
    assert offer(clinic, hand.device, bad, waits) == ["broken_rule", WAITS]
    log = rows_of(clinic, select(offline_sync_logs).where(offline_sync_logs.c.change_set_uid == bad.uid))[0]
    still = retry_quarantined(clinic.centre, log["id"])
    assert still is not None
    assert still.outcome == "broken_rule"
    with clinic.centre.work("mend", "system") as work:
        work.change(patients, known, patient_number="PAT-MENDED")
    again = retry_quarantined(clinic.centre, log["id"])
    assert again is not None
    assert (again.status, again.outcome) == (SyncStatus.SYNCED, "applied")
    names = {row["first_name"] for row in rows_of(clinic, select(patients))}
    assert names == {"Jane", "Bea"}
    assert offer(clinic, hand.device, bad, waits) == ["applied", "applied"]
    assert retry_quarantined(clinic.centre, log["id"]) is None


def test_sets_are_tried_again_once_when_the_rules_change(clinic: LittleClinic, hand: Hand) -> None:
    clinic.book(TEN)
    (known,) = rows_of(clinic, select(patients))
    bad = hand.set(hand.patient(1, known["patient_number"]))
    worse = hand.set(hand.patient(2, gender="cat"))
    offer(clinic, hand.device, bad, worse)
    with clinic.centre.work("mend", "system") as work:
        work.change(patients, known, patient_number="PAT-MENDED")
    assert retry_all_quarantined(clinic.centre) == 0  # judged by these very rules
    with clinic.centre.database.writing() as connection:
        connection.execute(offline_sync_logs.update().values(rules=1))
    assert retry_all_quarantined(clinic.centre) == 1
    assert retry_all_quarantined(clinic.centre) == 0
    assert offer(clinic, hand.device, bad, worse) == ["applied", "broken_rule"]


def test_dispute_becomes_a_conflict_that_the_desk_hears_of(clinic: LittleClinic, hand: Hand) -> None:
    booked = clinic.book(TEN)
    (known,) = rows_of(clinic, select(patients).where(patients.c.id == booked["patient_id"]))
    born: dict[str, Json] = {"date_of_birth": "1958-03-14"}
    with clinic.centre.work("edit", "system") as work:
        work.change(patients, known, date_of_birth=MORNING.date())
    first = hand.set(update("patient", known["uid"], born, date_of_birth="1958-04-14"))
    follower = hand.set(update("patient", known["uid"], {"date_of_birth": "1958-04-14"}, date_of_birth="1958-05-14"))
    answers = ingest(clinic.centre, hand.device.identity, [Offered(one, one.hash()) for one in (first, follower)])
    assert [one.status for one in answers] == [SyncStatus.CONFLICT] * 2
    (conflict,) = rows_of(clinic, select(conflicts))
    assert (conflict["noun"], conflict["record_uid"]) == ("patient", known["uid"])
    assert conflict["fields"]["date_of_birth"]["offered"] == "1958-05-14"
    assert conflict["patient_id"] == known["id"]


def test_booking_between_other_sets_keeps_their_order(clinic: LittleClinic, hand: Hand) -> None:
    booked = clinic.book(TEN)
    at = "2026-03-09T11:00:00.000000Z"
    numbered = {"appointment_number": "APT-2026-A0001", "doctor_id": clinic.doctor["id"], "location_id": 1}
    person = hand.patient(1)
    new = hand.new("appointment", 2, {**numbered, "patient_id": hand.id_of(1), "scheduled_date": at})
    sets = [
        hand.set(person),
        hand.set(new),
        hand.set(update("appointment", new.uid, {"status": "scheduled"}, status="cancelled")),
        hand.set(update("patient", person.uid, {"phone": None}, phone="+44 7700 900999")),
    ]
    assert offer(clinic, hand.device, *sets) == ["applied"] * 4
    row = rows_of(clinic, select(appointments).where(appointments.c.uid == new.uid))[0]
    assert (row["status"], row["holds_slot"], row["version"]) == ("cancelled", False, 2)
    assert booked["uid"] != new.uid


def test_booking_that_the_database_refuses_fails_without_its_neighbours(clinic: LittleClinic, hand: Hand) -> None:
    booked = clinic.book(TEN)
    taken = rows_of(clinic, select(appointments.c.appointment_number).where(appointments.c.uid == booked["uid"]))
    fields: dict[str, Json] = {
        "appointment_number": taken[0]["appointment_number"],
        "doctor_id": clinic.doctor["id"],
        "location_id": 1,
        "patient_id": hand.id_of(1),
        "scheduled_date": "2026-03-09T11:00:00.000000Z",
    }
    person = hand.patient(1)
    sets = [
        hand.set(person),
        hand.set(hand.new("appointment", 2, fields)),
        hand.set(update("patient", person.uid, {"phone": None}, phone="+44 7700 900999")),
    ]
    assert offer(clinic, hand.device, *sets) == ["applied", "broken_rule", "applied"]
    assert "+44 7700 900999" in [row["phone"] for row in rows_of(clinic, select(patients))]


def test_batch_that_holds_a_set_twice_settles_it_once(clinic: LittleClinic, hand: Hand) -> None:
    one = hand.set(hand.patient(1))
    other = ChangeSet(**{**as_dict(one), "intent": "something_else"})
    assert offer(clinic, hand.device, one, one, other) == ["applied", "applied", Refusal.CHANGED_BODY]
    assert len(rows_of(clinic, select(patients))) == 1


def test_gap_refuses_what_comes_after_it_and_nothing_else(clinic: LittleClinic, hand: Hand) -> None:
    sets = [hand.set(hand.patient(number)) for number in (1, 2, 3)]
    assert offer(clinic, hand.device, sets[0], sets[2]) == ["applied", Refusal.GAP]
    assert offer(clinic, hand.device, sets[1], sets[2]) == ["applied", "applied"]


def test_copy_of_a_device_is_found_out_and_nothing_of_it_is_taken(clinic: LittleClinic, hand: Hand) -> None:
    sets = [hand.set(hand.patient(number)) for number in (1, 2)]
    offer(clinic, hand.device, *sets)
    copied = Hand(hand.device, clinic)
    theirs = [copied.set(copied.patient(10 + number), uid=100 + number) for number in (1, 2, 3)]
    assert offer(clinic, hand.device, *theirs) == [Refusal.REUSED_SEQUENCE] * 3
    assert offer(clinic, hand.device, theirs[2], after=theirs[1].uid) == [Refusal.REUSED_SEQUENCE]
    own = hand.set(hand.patient(3))
    assert offer(clinic, hand.device, sets[1], own, after=sets[0].uid) == ["applied", "applied"]


def test_set_from_the_future_counts_as_of_now_and_says_so(clinic: LittleClinic, hand: Hand) -> None:
    person = hand.patient(1)
    ahead = hand.set(person, ahead=timedelta(days=400))
    (settled,) = ingest(clinic.centre, hand.device.identity, [Offered(ahead, ahead.hash())])
    assert (settled.status, settled.resolution) == (SyncStatus.SYNCED, CLOCK_AHEAD)
    (kept,) = rows_of(clinic, select(offline_sync_logs).where(offline_sync_logs.c.change_set_uid == ahead.uid))
    assert kept["sync_timestamp"] == clinic.clock.now()
    assert clinic.centre.centre_time().unix_ms <= to_unix_ms(clinic.clock.now()) + 60_001


def test_edit_that_is_based_on_what_stands_is_taken_though_the_servers_clock_went_back(
    clinic: LittleClinic, hand: Hand
) -> None:
    person = hand.patient(1, phone="1")
    offer(clinic, hand.device, hand.set(person), hand.set(update("patient", person.uid, {"phone": "1"}, phone="2")))
    later = hand.set(update("patient", person.uid, {"phone": "2"}, phone="3"))
    clinic.clock.move(timedelta(minutes=-20))
    assert offer(clinic, hand.device, later) == ["applied"]
    assert [row["phone"] for row in rows_of(clinic, select(patients))] == ["3"]


def test_fields_that_the_server_does_not_know_are_kept_and_do_no_harm(clinic: LittleClinic, hand: Hand) -> None:
    known = hand.patient(1, first_name="Ada", favourite_colour="blue")
    one = hand.set(known)
    body = wire(hand.device, one)
    body["sync_data"][0]["mood"] = "calm"
    items = [{name: value for name, value in item.items() if name != "set"} for item in body["sync_data"]]
    body["change_sets"][0]["hash"] = digest({**one.to_json(), "sync_data": items})  # type: ignore[dict-item]
    body["whatever"] = {"comes": ["next"]}
    (answer,) = receive(clinic.centre, hand.device.identity, json.dumps(body).encode())
    assert (answer.status, answer.outcome) == ("synced", "applied")
    (kept,) = rows_of(clinic, select(offline_sync_logs).where(offline_sync_logs.c.change_set_uid == one.uid))
    assert kept["data"]["sync_data"][0]["mood"] == "calm"
    assert kept["data"]["sync_data"][0]["data"]["favourite_colour"] == "blue"
    assert [row["first_name"] for row in rows_of(clinic, select(patients))] == ["Ada"]


def test_a_hundred_thousand_sets_are_refused_at_once_and_fewer_are_taken(clinic: LittleClinic, hand: Hand) -> None:
    one = hand.set(hand.patient(1))
    body = wire(hand.device, one)
    flood = {**body, "change_sets": body["change_sets"] * 100_000}
    with pytest.raises(ProtocolFault, match="too_many_sets"):
        receive(clinic.centre, hand.device.identity, json.dumps(flood).encode())
    assert MAX_SETS < 100_000
    (answer,) = receive(clinic.centre, hand.device.identity, json.dumps(body).encode())
    assert answer.status == "synced"


@pytest.mark.parametrize("part", [0.01, 0.5, 0.99])
def test_truncated_batch_is_no_json_and_nothing_of_it_is_taken(clinic: LittleClinic, hand: Hand, part: float) -> None:
    whole = json.dumps(wire(hand.device, hand.set(hand.patient(1)), hand.set(hand.patient(2)))).encode()
    with pytest.raises(ProtocolFault, match="malformed_json"):
        receive(clinic.centre, hand.device.identity, whole[: int(len(whole) * part)])
    assert rows_of(clinic, select(patients)) == []
    assert len(receive(clinic.centre, hand.device.identity, whole)) == 2


def test_kiosks_that_change_the_same_people_in_any_order_never_block_each_other(
    clinic: LittleClinic, kiosk: Device
) -> None:
    """On PostgreSQL they really meet; whatever order they come in, every set is settled."""
    people = [clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}") for number in range(12)]
    uids = {row["id"]: row["uid"] for row in rows_of(clinic, select(patients))}
    hands = [Hand(clinic.enrol(series, block), clinic) for block, series in enumerate("BCDE", 2)]
    answers: list[str] = []

    def work(hand: Hand, turn: int) -> None:
        ordered = people if turn % 2 else people[::-1]
        for start in range(0, 12, 4):
            sets: list[ChangeSet] = []
            for one in ordered[start : start + 4]:
                number = start * 10 + len(sets) + 1
                change = update("patient", uids[one["patient_id"]], {"address": None}, address=f"{turn}")
                sets += [hand.set(change), hand.set(hand.place(number, patient_id=people[-number % 12]["patient_id"]))]
            answers.extend(offer(clinic, hand.device, *sets))

    threads = [threading.Thread(target=work, args=(hand, turn)) for turn, hand in enumerate(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for hand in hands:
        hand.device.database.close()
    assert len(answers) == 4 * 24
    assert not {"broken_rule", "not_understood"} & set(answers)
    assert len(clinic.places()) == 48


def test_changed_body_under_a_known_id_holds_up_nothing_that_follows(clinic: LittleClinic, hand: Hand) -> None:
    one, other = hand.set(hand.patient(1)), hand.set(hand.patient(2), uid=1)
    next_ = hand.set(hand.patient(3))
    assert offer(clinic, hand.device, one) == ["applied"]
    assert offer(clinic, hand.device, other, next_) == [Refusal.CHANGED_BODY, "applied"]
    assert offer(clinic, hand.device, other, next_) == [Refusal.CHANGED_BODY, "applied"]


def test_two_copies_of_a_machine_that_both_became_others_do_what_both_held_once_and_both_go_on(
    clinic: LittleClinic, hand: Hand
) -> None:
    """They held it when they were copied; each made it anew under its own name, with numbers of its own."""
    first, second = Hand(clinic.enrol("B", 2), clinic), Hand(clinic.enrol("C", 3), clinic)
    both = (first.device.identity.id, second.device.identity.id)
    with clinic.centre.work("renew_device", "system") as work:
        for row in work.all(select(devices).where(devices.c.id.in_(both))):
            work.change(devices, row, renewed_from=hand.device.identity.id)
    done = first.set(first.patient(1, "PAT-B1"), uid=7)
    person = replace(first.patient(1, "PAT-C1"), fields={**first.patient(1, "PAT-C1").fields, "id": second.id_of(1)})
    again = replace(second.set(person), uid=done.uid)
    assert offer(clinic, first.device, done) == ["applied"]
    assert offer(clinic, second.device, again) == ["applied"]
    assert offer(clinic, second.device, again) == ["applied"]
    assert offer(clinic, second.device, second.set(second.patient(2))) == ["applied"]
    assert [row["patient_number"] for row in rows_of(clinic, select(patients).order_by(patients.c.id))] == [
        "PAT-B1",
        "PAT-2",
    ]
    stranger = Hand(clinic.enrol("D", 4), clinic)
    taken = replace(stranger.set(stranger.patient(1)), uid=done.uid)
    assert offer(clinic, stranger.device, taken) == [Refusal.CHANGED_BODY]
