"""Erasing a person reaches whatever a device or a log kept of them, in whatever form it came."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select, text
from sqlalchemy import update as update_rows

from server_sync.central.sync.erasures import erase_again
from server_sync.central.sync.feed_pages import feed_page
from server_sync.central.sync.receive import receive
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.desk.patients.erase import Erased, erase
from server_sync.protocol.canonical import written_digest
from server_sync.protocol.erasures import MOST_ERASURES
from server_sync.records import outbox
from server_sync.records.database import Database
from server_sync.records.tables import audit_trail, feedback, patients, queue_management
from server_sync.records.upstream.apply import apply_page
from server_sync.records.upstream.known_erasures import come_back
from server_sync.worker.laid_over import lay_over
from tests.clinics import MORNING, Device, LittleClinic
from tests.hands import Hand, update, wire

TEN = MORNING + timedelta(hours=1)
CANARY = "Zebedee"


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("A", 1)
    yield device
    device.database.close()


def rows_with(database: Database, word: str) -> list[str]:
    with database.reading() as connection:
        return [
            table
            for table in inspect(connection).get_table_names()
            for row in connection.execute(text(f'SELECT * FROM "{table}"')).mappings()
            if word in repr(dict(row))
        ]


def erased(clinic: LittleClinic, patient_id: int) -> None:
    with clinic.centre.work("erase", "system") as work:
        assert isinstance(erase(work, patient_id), Erased)


def edit(device: Device, **values: Any) -> None:
    with device.replica.work("edit_patient", "desk") as work:
        person = work.first(select(patients))
        assert person is not None
        work.change(patients, person, **values)


def pushed(clinic: LittleClinic, hand: Hand, item: dict[str, Any]) -> str:
    """A set of one change, in the words in which `item` says it, with the hash of just that."""
    with clinic.centre.read() as reading:
        uid = reading.scalar(select(patients.c.uid))
    body = wire(hand.device, hand.set(update("patient", uid, {}, first_name=CANARY)))
    body["sync_data"][0] |= {name: value(uid) if callable(value) else value for name, value in item.items()}
    head = body["change_sets"][0]
    own = {name: value for name, value in body["sync_data"][0].items() if name != "set"}
    said = {name: value for name, value in head.items() if name != "hash"}
    head["hash"] = written_digest({**said, "device_id": body["device_id"], "sync_data": [own]})
    (answer,) = receive(clinic.centre, hand.device.identity, json.dumps(body).encode())
    return answer.status


WORDS: dict[str, dict[str, Any]] = {
    "plainly": {},
    "in a field that this version does not know": {"data": {"middle_name": CANARY}},
    "under a uid in capitals": {"uid": lambda uid: str(uid).upper()},
    "by an action that nobody can read": {"action": "upsert"},
}


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("heard", ["before the erasure", "after it"])
def test_receipts_keep_nothing_of_an_erased_person(clinic: LittleClinic, kiosk: Device, heard: str, words: str) -> None:
    person = clinic.book(TEN)["patient_id"]
    hand = Hand(kiosk, clinic)
    if heard == "after it":
        erased(clinic, person)
        pushed(clinic, hand, WORDS[words])
    else:
        assert pushed(clinic, hand, WORDS[words]) in {"synced", "failed"}
        assert rows_with(clinic.centre.database, CANARY)
        erased(clinic, person)
    assert rows_with(clinic.centre.database, CANARY) == []


@pytest.mark.parametrize("kind", ["kiosk", "reception"])
def test_nobody_is_found_any_more_by_the_words_of_an_erased_person(clinic: LittleClinic, kind: str) -> None:
    device = clinic.enrol("N", 2, kind)
    person = clinic.book(TEN, first_name=CANARY, phone="+44 7700 900777")["patient_id"]
    clinic.sync(device)
    edit(device, last_name="Quagmire")
    clinic.sync(device)
    erased(clinic, person)
    clinic.sync(device)
    assert [rows_with(device.database, word) for word in (CANARY, "Quagmire", "900777", "quagmire")] == [[]] * 4
    device.database.close()


def test_kiosk_that_the_person_has_left_forgets_them_too(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN, first_name=CANARY)
    clinic.sync(kiosk)
    with kiosk.replica.work("check_in", "patient") as work:
        assert isinstance(check_in(work, booked["uid"], TicketPrinting("en")), CheckedIn)
    with kiosk.replica.work("feedback", "patient") as work:
        visit = work.first(select(queue_management))
        assert visit is not None
        work.create(feedback, queue_id=visit["id"], score=4, comment=f"{CANARY} was here")
    clinic.push(kiosk)
    for _ in range(3):  # the visit's days leave; what the feedback refers to stays
        clinic.clock.move(timedelta(days=10))
        clinic.sync(kiosk)
    assert rows_with(kiosk.database, CANARY)
    erased(clinic, booked["patient_id"])
    clinic.sync(kiosk)
    assert rows_with(kiosk.database, CANARY) == []


def test_words_of_a_visit_that_a_device_took_back_do_not_stay_with_an_erased_person(
    clinic: LittleClinic, kiosk: Device
) -> None:
    booked = clinic.book(TEN)
    erased(clinic, booked["patient_id"])
    clinic.sync(kiosk)
    with kiosk.replica.work("check_in", "patient") as work:
        assert isinstance(check_in(work, booked["uid"], TicketPrinting("en")), CheckedIn)
    clinic.sync(kiosk)
    with clinic.centre.work("override_order", "desk") as work:
        place = work.first(select(queue_management)) or {}
        work.change(queue_management, place, override_at=work.now, override_reason=CANARY)
    clinic.sync(kiosk)
    with kiosk.replica.work("take_back", "desk") as work:
        place = work.first(select(queue_management)) or {}
        work.change(queue_management, place, override_at=None, override_reason=None)
    clinic.sync(kiosk)
    with clinic.centre.read() as reading:
        assert reading.scalar(select(queue_management.c.override_reason)) is None
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(queue_management.c.override_reason)) is None


def test_kiosk_keeps_nobody_whom_it_registered_and_whom_no_visit_names(clinic: LittleClinic, kiosk: Device) -> None:
    """Of them it would never hear again; a server of the last release does not even say that they left."""
    clinic.sync(kiosk)
    with kiosk.replica.work("register_patient", "patient") as work:
        work.create(patients, patient_number="PAT-A1", first_name=CANARY)
    clinic.push(kiosk)
    clinic.book(TEN)
    is_last = False
    while not is_last:
        page = feed_page(clinic.centre, kiosk.identity, outbox.stored_cursor(kiosk.database), 1, version=1)
        apply_page(kiosk.database, page, clinic.clock, rebase=lay_over)
        is_last = page.is_last
    clinic.book(TEN + timedelta(hours=1), code="00000002", phone="+44 7700 900002")
    clinic.pull(kiosk)
    assert "patients" not in rows_with(kiosk.database, CANARY)


def test_log_of_a_kiosk_that_the_person_has_left_forgets_them_too(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    clinic.sync(kiosk)
    edit(kiosk, last_name=CANARY)
    clinic.sync(kiosk)
    clinic.clock.move(timedelta(days=10))
    clinic.sync(kiosk)
    assert rows_with(kiosk.database, CANARY) == ["offline_sync_logs"]
    erased(clinic, booked["patient_id"])
    clinic.sync(kiosk)
    assert rows_with(kiosk.database, CANARY) == []


def brought_back(clinic: LittleClinic, patient_id: int, epoch: int = 7) -> None:
    """The server as a backup of before the erasure has it."""
    as_it_was = update_rows(patients).where(patients.c.id == patient_id)
    values = {"erased_at": None, "first_name": CANARY, "version": 1, "image_hash": None}
    with clinic.centre.database.writing() as connection:
        connection.execute(as_it_was.values(values).execution_options(door="open"))
    clinic.restore(epoch)


def told(clinic: LittleClinic, device: Device) -> int:
    return erase_again(clinic.centre, device.identity, come_back(device.database, MOST_ERASURES))


def test_person_whom_a_backup_brought_back_is_erased_again_by_word_of_reception(clinic: LittleClinic) -> None:
    desk = clinic.enrol("D", 3, "reception")
    person = clinic.book(TEN, first_name=CANARY)["patient_id"]
    clinic.sync(desk)
    erased(clinic, person)
    clinic.sync(desk)
    assert come_back(desk.database, MOST_ERASURES) == ()
    brought_back(clinic, person)
    clinic.sync(desk)
    assert rows_with(desk.database, CANARY)
    assert (told(clinic, desk), told(clinic, desk)) == (1, 0)
    clinic.sync(desk)
    assert rows_with(clinic.centre.database, CANARY) == rows_with(desk.database, CANARY) == []
    with clinic.centre.read() as reading:
        entry = reading.first(select(audit_trail).order_by(audit_trail.c.id.desc())) or {}
    assert (entry["intent"], entry["actor"]) == ("erase_again", str(desk.identity.uid))
    desk.database.close()


def test_word_of_a_kiosk_erases_nobody_and_is_logged(
    clinic: LittleClinic, kiosk: Device, caplog: pytest.LogCaptureFixture
) -> None:
    person = clinic.book(TEN)["patient_id"]
    clinic.sync(kiosk)
    erased(clinic, person)
    clinic.sync(kiosk)
    brought_back(clinic, person)
    clinic.sync(kiosk)
    assert told(clinic, kiosk) == 0
    assert "see whether they are to be erased" in caplog.text
    assert rows_with(clinic.centre.database, CANARY)


def test_server_that_never_went_back_erases_nobody_by_a_machines_word(clinic: LittleClinic) -> None:
    desk = clinic.enrol("D", 3, "reception")
    clinic.book(TEN, first_name=CANARY)
    with clinic.centre.read() as reading:
        uid = reading.scalar(select(patients.c.uid))
    assert erase_again(clinic.centre, desk.identity, [uid]) == 0
    assert rows_with(clinic.centre.database, CANARY)
    desk.database.close()
