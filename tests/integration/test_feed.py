"""What each machine is told: a change reaches all who held it or are to hold it, and none holds more than its scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Barrier, Thread
from uuid import UUID

import pytest
from sqlalchemy import Connection, select

from server_sync.__main__ import main
from server_sync.central.sync.feed_pages import feed_page, snapshot_lines
from server_sync.central.sync.new_epoch import begin_epoch
from server_sync.desk.patients.merging import Merged, merge
from server_sync.desk.patients.register import next_patient_number
from server_sync.desk.place import location_of
from server_sync.desk.ticket import next_token
from server_sync.protocol.faults import ProtocolFault
from server_sync.protocol.pages import FeedPage, parse_line
from server_sync.protocol.strict_json import decode
from server_sync.records.database import Database, open_database
from server_sync.records.feed import publishing
from server_sync.records.feed.cursor import FeedCursor
from server_sync.records.feed.scope import KEPT_DAYS, Touched
from server_sync.records.tables import (
    appointments,
    conflicts,
    counters,
    devices,
    locations,
    patients,
    queue_management,
    register,
    register_heads,
    slot_leases,
)
from tests.clinics import MORNING, Device, LittleClinic
from tests.hands import Hand, offer, update

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
def reception(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("R", 9, kind="reception")
    yield device
    device.database.close()


def told(page: FeedPage, noun: str) -> set[UUID]:
    """The uids of a noun's rows in a page."""
    return {
        UUID(str(row[group.columns.index("uid")])) for group in page.groups if group.noun == noun for row in group.rows
    }


def next_page(clinic: LittleClinic, device: Device, cursor: str | None, limit: int = 1_000) -> FeedPage:
    return feed_page(clinic.centre, device.identity, cursor, limit)


def register_patient(clinic: LittleClinic, number: str = "PAT-9") -> UUID:
    """Somebody who has no visit anywhere."""
    with clinic.centre.work("register", "system") as work:
        return UUID(str(work.create(patients, patient_number=number, first_name="Rhea")["uid"]))


def second_location(clinic: LittleClinic) -> int:
    with clinic.centre.work("set_up", "system") as work:
        return int(work.create(locations, name="Two", code="N2", time_zone="Europe/London")["id"])


def held(device: Device, table: object) -> set[UUID]:
    with device.replica.read() as reading:
        return set(reading.connection.execute(select(table.c.uid)).scalars())  # type: ignore[attr-defined]  # a Table


def test_reception_holds_everybody_and_a_kiosk_those_of_its_visits(
    clinic: LittleClinic, kiosk: Device, reception: Device
) -> None:
    nobody_yet = register_patient(clinic)
    clinic.book(TEN)
    clinic.pull(kiosk)
    clinic.pull(reception)
    assert nobody_yet in held(reception, patients)
    assert len(held(reception, patients)) == 2
    assert len(held(kiosk, patients)) == 1
    later = register_patient(clinic, "PAT-10")
    clinic.pull(kiosk)
    clinic.pull(reception)
    assert later in held(reception, patients) - held(kiosk, patients)


def test_patient_comes_to_the_kiosk_with_their_first_visit_there(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    clinic.book(TEN)
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(patients.c.first_name)) == "Jane"


def test_visit_that_moves_away_is_told_as_left_with_its_patient_and_never_as_deleted(
    clinic: LittleClinic, kiosk: Device
) -> None:
    booked = clinic.book(TEN)
    elsewhere = second_location(clinic)
    cursor = next_page(clinic, kiosk, None).cursor
    with clinic.centre.work("move", "system") as work:
        row = work.first(select(appointments))
        assert row is not None
        work.change(appointments, row, location_id=elsewhere)
        patient = work.scalar(select(patients.c.uid))
    page = next_page(clinic, kiosk, cursor)
    assert set(page.left) == {("appointment", booked["uid"]), ("patient", patient)}
    assert page.absent == ()
    assert not told(page, "appointment")
    there = replace(kiosk, identity=replace(kiosk.identity, location_id=elsewhere))
    assert told(next_page(clinic, there, None), "appointment") == {booked["uid"]}


def test_change_made_elsewhere_of_a_record_reaches_whoever_holds_one_that_was_merged_into_it(
    clinic: LittleClinic, kiosk: Device, reception: Device
) -> None:
    clinic.book(TEN)
    standing = register_patient(clinic)
    with clinic.centre.work("merge", "desk") as work:
        visitor, other = work.all(select(patients).order_by(patients.c.id))
        assert isinstance(merge(work, visitor["id"], other["id"]), Merged)
    cursor = next_page(clinic, kiosk, None).cursor
    elsewhere = replace(reception, identity=replace(reception.identity, location_id=second_location(clinic)))
    hand = Hand(elsewhere, clinic)
    offer(clinic, elsewhere, hand.set(update("patient", standing, {"first_name": "Rhea"}, first_name="Rea")))
    assert told(next_page(clinic, kiosk, cursor), "patient") == {standing}


def test_patient_who_left_comes_again_with_the_next_visit(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    elsewhere = second_location(clinic)
    clinic.pull(kiosk)
    with clinic.centre.work("move", "system") as work:
        row, patient = work.first(select(appointments)), work.first(select(patients))
        assert row is not None
        work.change(appointments, row, location_id=elsewhere)
    clinic.pull(kiosk)
    assert held(kiosk, patients) == set()
    clinic.book(TEN, patient=patient, code="11112222")
    clinic.pull(kiosk)
    assert len(held(kiosk, patients)) == 1


def test_days_leave_on_both_sides_by_the_page_and_come_back_only_when_asked_for(
    clinic: LittleClinic, kiosk: Device, reception: Device
) -> None:
    old, new = clinic.book(TEN), clinic.book(TEN + timedelta(days=20), code="11112222", phone="+44 7700 900999")
    clinic.pull(kiosk)
    clinic.pull(reception)
    clinic.clock.move(timedelta(days=10))
    page = next_page(clinic, kiosk, None)
    assert page.kept_from == (MORNING + timedelta(days=10 - KEPT_DAYS["kiosk"])).date()
    clinic.pull(kiosk)
    clinic.pull(reception)
    assert held(kiosk, appointments) == told(page, "appointment") == {new["uid"]}
    assert len(held(kiosk, patients)) == 1
    assert held(reception, appointments) == {old["uid"], new["uid"]}
    with clinic.centre.work("edit", "system") as work:
        row = work.first(select(appointments).where(appointments.c.uid == old["uid"]))
        assert row is not None
        work.change(appointments, row, payment_status="paid")
    clinic.pull(kiosk)
    assert held(kiosk, appointments) == {new["uid"]}


@pytest.mark.parametrize("moves_both", [False, True], ids=["booked", "in one set with a step of that day"])
def test_patient_named_by_a_day_gone_by_comes_with_the_first_visit_of_today(
    clinic: LittleClinic, kiosk: Device, moves_both: bool
) -> None:
    """A machine that woke in 1970 checked them in: of that day nobody is told, and then they are booked for today."""
    walk_in = clinic.enrol("W", 7)
    reached = register_patient(clinic)
    clinic.sync(walk_in, kiosk)
    with clinic.centre.read() as reading:
        row = reading.first(select(patients).where(patients.c.uid == reached))
    assert row is not None
    with walk_in.replica.work("join_queue", "system") as work:
        who = {"token_number": "19700101-W001", "patient_id": row["id"], "location_id": clinic.location["id"]}
        day = {"business_date": date(1970, 1, 1), "check_in_time": work.now}
        work.create(queue_management, **who, **day, current_status="waiting")
    clinic.sync(walk_in, kiosk)
    with clinic.centre.work("call_next", "desk") as work:  # who is moved on today is of 1970 all the same
        place = work.first(select(queue_management)) or {}
        work.change(queue_management, place, current_status="called")
    clinic.sync(kiosk)
    assert reached not in held(kiosk, patients)
    if moves_both:
        with clinic.centre.work("set_queue_status", "desk") as work:
            place = work.first(select(queue_management)) or {}
            work.change(queue_management, place, current_status="in_consultation")
            when = {"scheduled_date": TEN, "status": "in_progress", "appointment_number": "APT-2026-9999"}
            which = {"doctor_id": clinic.doctor["id"], "location_id": clinic.location["id"]}
            work.create(appointments, patient_id=row["id"], **which, **when)
    else:
        clinic.book(TEN, patient=row)
    clinic.pull(kiosk)
    assert reached in held(kiosk, patients)
    walk_in.database.close()


def test_patient_whose_days_left_comes_again_with_a_new_visit(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    clinic.pull(kiosk)
    clinic.clock.move(timedelta(days=10))
    clinic.pull(kiosk)
    assert held(kiosk, patients) == set()
    with clinic.centre.read() as reading:
        patient = reading.first(select(patients))
    clinic.book(TEN + timedelta(days=10), patient=patient, code="11112222")
    clinic.pull(kiosk)
    assert len(held(kiosk, patients)) == 1


def test_patient_is_not_sent_again_with_each_visit_of_the_week(clinic: LittleClinic, kiosk: Device) -> None:
    first = clinic.book(TEN)
    cursor = next_page(clinic, kiosk, None).cursor
    with clinic.centre.database.writing() as connection:
        publish_visit(connection, first["id"], first["uid"])
    page = next_page(clinic, kiosk, cursor)
    cursor = page.cursor
    with clinic.centre.database.writing() as connection:
        publish_visit(connection, first["id"], first["uid"])
    again = next_page(clinic, kiosk, cursor)
    assert told(again, "appointment") == {first["uid"]}
    assert not told(again, "patient")


def publish_visit(connection: Connection, row_id: int, uid: UUID) -> None:
    publishing.publish(connection, [Touched("appointment", uid, {"id": row_id})], today=MORNING.date())


def test_what_a_kiosk_registered_without_a_visit_leaves_it_again(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    with kiosk.replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-2026-A00001", first_name="Rhea")
    clinic.sync(kiosk)
    assert held(kiosk, patients) == set()


def test_leases_go_to_their_holder_and_to_reception_conflicts_to_reception_alone(
    clinic: LittleClinic, kiosk: Device, reception: Device
) -> None:
    other = clinic.enrol("B", 2)
    with clinic.centre.work("set_up", "system") as work:
        lease = work.create(
            slot_leases,
            location_id=clinic.location["id"],
            ask_uid=UUID(int=3),
            device_id=kiosk.identity.id,
            doctor_id=clinic.doctor["id"],
            starts_at=TEN,
            ends_at=TEN + timedelta(hours=1),
            seats=2,
            granted_at=MORNING,
            sell_for_s=3600,
        )
        conflict = work.create(
            conflicts,
            location_id=clinic.location["id"],
            kind="date_of_birth",
            noun="patient",
            record_uid=UUID(int=5),
            words="Two birth dates",
        )
    pages = {device: next_page(clinic, device, None) for device in (kiosk, reception, other)}
    assert [told(page, "lease") for page in pages.values()] == [{lease["uid"]}, {lease["uid"]}, set()]
    assert [told(page, "conflict") for page in pages.values()] == [set(), {conflict["uid"]}, set()]
    other.database.close()


def test_first_pages_come_from_the_tables_and_go_on_wherever_they_were_broken_off(
    clinic: LittleClinic, reception: Device
) -> None:
    for number in range(12):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")
    pages = [next_page(clinic, reception, None, 7)]
    while not pages[-1].is_last:
        pages.append(next_page(clinic, reception, pages[-1].cursor, 7))
        if len(pages) == 2:
            with clinic.centre.work("edit", "system") as work:
                row = work.first(select(patients).order_by(patients.c.id).limit(1))
                assert row is not None
                work.change(patients, row, first_name="Zoe")
    progress = [page.progress for page in pages if page.progress is not None]
    assert progress[0].total == progress[-1].done == 1 + 1 + 1 + 1 + 12 + 12
    assert all(before.done <= after.done for before, after in pairwise(progress))
    names = [
        str(dict(zip(group.columns, row, strict=True))["first_name"])
        for page in pages
        for group in page.groups
        if group.noun == "patient"
        for row in group.rows
    ]
    assert names.count("Zoe") >= 1
    assert pages[-1].is_last


def test_snapshot_is_one_stream_that_may_be_taken_up_anywhere(
    clinic: LittleClinic, reception: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server_sync.central.sync.feed_pages.SNAPSHOT_ENTRIES", 5)
    for number in range(8):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")
    whole = [parse_line(decode(line)) for line in snapshot_lines(clinic.centre, reception.identity, None, 2)]
    assert len(whole) > 3
    again = snapshot_lines(clinic.centre, reception.identity, whole[1].cursor, 2)
    rest = [parse_line(decode(line)) for line in again]
    assert [page.groups for page in rest] == [page.groups for page in whole[2:]]
    assert whole[-1].is_last


def test_nothing_new_is_one_empty_page_with_the_same_cursor(clinic: LittleClinic, reception: Device) -> None:
    clinic.book(TEN)
    first = next_page(clinic, reception, None)
    again = next_page(clinic, reception, first.cursor)
    assert (again.groups, again.absent, again.left, again.is_last) == ((), (), (), True)
    assert again.cursor == first.cursor


def test_cursor_beyond_the_end_begins_a_new_epoch_for_everybody(
    clinic: LittleClinic, kiosk: Device, reception: Device
) -> None:
    clinic.book(TEN)
    before = {device: next_page(clinic, device, None) for device in (kiosk, reception)}
    cursor = FeedCursor.parse(before[kiosk].cursor)
    assert cursor is not None
    lost = str(replace(cursor, position=cursor.position + 5))
    page = next_page(clinic, kiosk, lost)
    assert page.epoch is not None
    assert page.epoch > cursor.epoch
    assert told(page, "appointment")
    other = next_page(clinic, reception, before[reception].cursor)
    assert other.epoch == page.epoch
    assert told(other, "appointment") == told(before[reception], "appointment")
    newer = FeedCursor.parse(page.cursor)
    assert newer is not None
    assert next_page(clinic, kiosk, str(replace(newer, position=10**6))).epoch == page.epoch


def test_each_epoch_is_another_though_a_backup_is_restored_twice(clinic: LittleClinic) -> None:
    first = begin_epoch(clinic.centre)
    clinic.restore(epoch=1)
    clinic.clock.move(timedelta(seconds=1))
    assert begin_epoch(clinic.centre) > first > 1


def test_restored_centre_gives_nothing_that_it_may_have_given_since_the_backup(clinic: LittleClinic) -> None:
    """Neither an id (other machines' sets name records by it) nor a number that somebody holds on paper."""
    with clinic.centre.read() as reading:
        location = location_of(reading, clinic.location["id"])

    def given() -> tuple[int, int, str, str]:
        with clinic.centre.work("register", "system") as work:
            ticket = next_token(work, location)
            number = next_patient_number(work)
            person = work.create(patients, patient_number=number, first_name="Ada")
            place = work.create(
                queue_management,
                token_number=str(ticket),
                patient_id=person["id"],
                location_id=location.id,
                business_date=ticket.day,
                follow_code="a" * 22,
                check_in_time=work.now,
            )
        return person["id"], place["id"], number, str(ticket)

    lost = [given() for _ in range(3)][-1]
    begin_epoch(clinic.centre)
    after = given()

    assert [now - before > 1_000_000 for now, before in zip(after[:2], lost[:2], strict=True)] == [True, True]
    assert (lost[2], after[2]) == ("PAT-2026-00003", "PAT-2026-10004")
    assert (lost[3], after[3]) == ("20260309-003", "20260309-104")


def test_tokens_of_a_day_that_is_nearly_full_are_not_all_skipped(clinic: LittleClinic) -> None:
    name = f"token:{MORNING:%Y%m%d}:{clinic.location['id']}:"
    with clinic.centre.database.writing() as connection:
        connection.execute(counters.insert().values(name=name, last=989))
    begin_epoch(clinic.centre)
    with clinic.centre.read() as reading:
        assert reading.scalar(select(counters.c.last).where(counters.c.name == name)) == 994


def test_command_begins_a_new_epoch_after_a_restore(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'centre.db'}", enforce_references=True)
    clinic = LittleClinic(database, tmp_path)
    device = clinic.enrol("A", 1)
    before = next_page(clinic, device, None)
    assert main(["new-epoch", "--database", f"sqlite:///{tmp_path / 'centre.db'}"]) == 0
    after = next_page(clinic, device, before.cursor)
    device.database.close()
    database.close()
    assert (after.epoch != before.epoch, told(after, "location")) == (True, told(before, "location"))


@pytest.mark.parametrize("cursor", ["", "x", "MS4y", "Mi4xLjEuMC5raW9zay4w", "Mi4xLjEuMC5raW9zay43MzkwMDAuMF8tMQ"])
def test_odd_cursors_are_refused_by_name(clinic: LittleClinic, kiosk: Device, cursor: str) -> None:
    if not cursor:
        assert next_page(clinic, kiosk, cursor).groups
        return
    with pytest.raises(ProtocolFault, match="bad_cursor"):
        next_page(clinic, kiosk, cursor)


def test_commits_that_register_people_wait_for_nobody_and_none_is_missed(
    clinic: LittleClinic, reception: Device
) -> None:
    """Each holds its stripe open until all have taken theirs: were there one lock for all, this would never end."""
    if not clinic.centre.database.is_postgres:
        return
    cursor = next_page(clinic, reception, None).cursor
    uids = [register_patient(clinic, f"PAT-{number}") for number in range(4)]
    everybody_is_in = Barrier(4)

    def change(uid: UUID) -> None:
        with clinic.centre.database.writing() as connection:
            publishing.publish(connection, [Touched("patient", uid)])
            everybody_is_in.wait(20)

    threads = [Thread(target=change, args=[uid]) for uid in uids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not everybody_is_in.broken
    with clinic.centre.read() as reading:
        stripes = set(reading.connection.execute(select(register.c.stripe)).scalars())
        heads = reading.all(select(register_heads).where(register_heads.c.position > 0))
    assert len(stripes) == 4
    assert {row["stripe"] for row in heads} == stripes
    assert told(next_page(clinic, reception, cursor), "patient") == set(uids)


def test_devices_of_the_location_are_told_and_places_of_the_day(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    with clinic.centre.work("check_in", "system") as work:
        work.create(
            queue_management,
            token_number="20260309-001",  # a queue token
            patient_id=booked["patient_id"],
            location_id=clinic.location["id"],
            business_date=date(2026, 3, 9),
            check_in_time=MORNING,
        )
    clinic.pull(kiosk)
    assert len(held(kiosk, queue_management)) == 1
    assert held(kiosk, devices) == {kiosk.identity.uid}
