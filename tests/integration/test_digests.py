"""Replicas find out whether they hold the same, of the server's last images alone, and mend what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from server_sync.central.sync.digests import compare, images_of, records_by_name
from server_sync.desk.patients.merging import Merged, Unmerged, merge, unmerge
from server_sync.desk.patients.reading import patient_by_id
from server_sync.protocol.digests import Compared, Digest, DigestAnswer, DigestQuestion, ImagesQuestion, bucket_of
from server_sync.records import outbox
from server_sync.records.database import DOOR, Database
from server_sync.records.feed.image_sums import LOW_BITS
from server_sync.records.feed.scope import SENT_NOUNS
from server_sync.records.tables import BY_NOUN, appointments, devices, patients, register_digests, register_heads
from server_sync.records.upstream.apply import apply_page
from tests.clinics import MORNING, Device, LittleClinic, count_rows

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    clinic = LittleClinic(centre_database, tmp_path)
    for number in range(5):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}", first_name=f"Person {number}")
    return clinic


@pytest.fixture(params=["kiosk", "reception", "board"])
def machine(clinic: LittleClinic, request: pytest.FixtureRequest) -> Iterator[Device]:
    device = clinic.enrol("A", 1, kind=request.param)
    clinic.pull(device)
    yield device
    device.database.close()


@pytest.fixture
def reception(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("R", 2, kind="reception")
    clinic.pull(device)
    yield device
    device.database.close()


def digests_of(device: Device) -> dict[str, Digest]:
    """What a device holds of its server's images, added up in its own database."""
    found = {}
    with device.replica.read() as reading:
        for noun in SENT_NOUNS:
            hashed = BY_NOUN[noun].c.image_hash
            low, high = func.sum(hashed.op("&")(2**LOW_BITS - 1)), func.sum(hashed.op(">>")(LOW_BITS))
            row = reading.connection.execute(select(func.count(hashed), low, high)).one()
            found[noun] = Digest(*(int(value or 0) for value in row))
    return found


def compared(clinic: LittleClinic, device: Device) -> DigestAnswer:
    cursor = outbox.stored_cursor(device.database)
    assert cursor is not None
    return compare(clinic.centre, device.identity, DigestQuestion(cursor, digests_of(device)))


def someone_new(clinic: LittleClinic, name: str) -> int:
    """The id of somebody who has no visit anywhere."""
    with clinic.centre.work("register", "system") as work:
        return int(work.create(patients, patient_number=f"PAT-{name}", first_name=name)["id"])


def damage(device: Device) -> UUID:
    """An image that is not the server's; its uid."""
    with device.database.writing() as connection:
        uid = connection.execute(select(patients.c.uid).order_by(patients.c.id).limit(1)).scalar_one()
        spoilt = patients.update().where(patients.c.uid == uid).values(image_hash=5, first_name="Nobody")
        connection.execute(spoilt.execution_options(**DOOR))
    return UUID(str(uid))


def test_machine_that_has_pulled_holds_the_same(clinic: LittleClinic, machine: Device) -> None:
    assert compared(clinic, machine).state is Compared.SAME
    with clinic.centre.work("edit", "system") as work:
        row = work.first(select(patients).order_by(patients.c.id).limit(1))
        assert row is not None
        work.change(patients, row, first_name="Zoe", medical_history={"b": "ä", "a": ["1"]})
    assert compared(clinic, machine).state is Compared.MOVED_ON
    clinic.pull(machine)
    assert compared(clinic, machine).state is Compared.SAME


def test_machine_that_has_pulled_holds_the_same_when_another_one_has_joined(
    clinic: LittleClinic, machine: Device
) -> None:
    """When, and with which key, is noted at the centre alone."""
    with clinic.centre.work("enrol_device", "system") as work:
        row = work.first(select(devices))
        assert row is not None
        work.change(devices, row, enrolled_at=clinic.clock.now(), key_hash="0" * 64)
    assert compared(clinic, machine).state is Compared.SAME


def test_kiosk_holds_the_record_that_stands_for_whom_a_visit_names(clinic: LittleClinic) -> None:
    """Merged at a desk or undone there, changed, or held by a kiosk that was set up later."""
    desk, kiosk = clinic.enrol("R", 2, kind="reception"), clinic.enrol("A", 1)
    standing, further = someone_new(clinic, "Rhea"), someone_new(clinic, "Rhea B")
    clinic.sync(desk, kiosk)
    with desk.replica.read() as reading:
        visitor = reading.scalar(select(patients.c.id).order_by(patients.c.id).limit(1))

    def shown_at(device: Device) -> str | None:
        with device.replica.read() as reading:
            found = patient_by_id(reading, visitor)
        assert compared(clinic, device).state is Compared.SAME
        return None if found is None else found.first_name

    with desk.replica.work("merge", "desk") as work:
        assert isinstance(merge(work, visitor, standing), Merged)
    clinic.sync(desk, kiosk)
    assert shown_at(kiosk) == "Rhea"
    for replica, name in ((desk.replica, "Rhea C"), (clinic.centre, "Rhea D")):
        with replica.work("edit", "desk") as work:
            row = work.first(select(patients).where(patients.c.id == standing))
            assert row is not None
            work.change(patients, row, first_name=name)
        clinic.sync(desk, kiosk)
        assert shown_at(kiosk) == name
    with clinic.centre.work("merge", "desk") as work:
        assert isinstance(merge(work, standing, further), Merged)
    clinic.sync(kiosk)
    assert shown_at(kiosk) == "Rhea B"
    late = clinic.enrol("B", 3)
    clinic.sync(late)
    assert shown_at(late) == "Rhea B"
    with clinic.centre.work("unmerge", "desk") as work:
        assert isinstance(unmerge(work, visitor), Unmerged)
    clinic.sync(kiosk, late)
    assert [shown_at(device) for device in (kiosk, late)] == ["Person 0"] * 2
    assert [count_rows(device.replica, patients) for device in (kiosk, late)] == [5, 5]
    for device in (desk, kiosk, late):
        device.database.close()


def test_difference_is_found_in_its_bucket_and_mended_by_name(clinic: LittleClinic, machine: Device) -> None:
    uid = damage(machine)
    answer = compared(clinic, machine)
    assert answer.state is Compared.DIFFERS
    assert set(answer.buckets) == {"patient"}
    cursor = outbox.stored_cursor(machine.database)
    assert cursor is not None
    question = ImagesQuestion(cursor, "patient", [bucket_of(uid)])
    images = images_of(clinic.centre, machine.identity, question).images
    (theirs,) = (image for image in images if image.uid == uid)
    assert (theirs.version, theirs.hash == 5) == (1, False)
    page = records_by_name(clinic.centre, machine.identity, [("patient", uid)])
    apply_page(machine.database, replace(page, cursor=cursor), clinic.clock)
    assert compared(clinic, machine).state is Compared.SAME


def test_row_that_is_missing_or_too_many_is_a_difference(clinic: LittleClinic, reception: Device) -> None:
    with reception.database.writing() as connection:
        one = select(appointments.c.uid).limit(1).scalar_subquery()
        connection.execute(appointments.delete().where(appointments.c.uid == one).execution_options(**DOOR))
    assert compared(clinic, reception).state is Compared.DIFFERS


def test_what_is_laid_over_an_image_is_no_difference(clinic: LittleClinic, reception: Device) -> None:
    with reception.replica.work("edit", "system") as work:
        row = work.first(select(patients).order_by(patients.c.id).limit(1))
        assert row is not None
        work.change(patients, row, first_name="Zoe")
    assert compared(clinic, reception).state is Compared.SAME
    clinic.sync(reception)
    assert compared(clinic, reception).state is Compared.SAME


def test_days_that_left_are_counted_on_neither_side(clinic: LittleClinic, machine: Device) -> None:
    clinic.clock.move(timedelta(days=10))
    clinic.book(TEN + timedelta(days=11), code="99990000", phone="+44 7700 955555")
    clinic.pull(machine)
    assert compared(clinic, machine).state is Compared.SAME


def test_sums_of_the_register_are_those_of_its_images(clinic: LittleClinic, reception: Device) -> None:
    assert compared(clinic, reception).state is Compared.SAME
    kiosk = clinic.enrol("K", 7)
    clinic.pull(kiosk)
    with clinic.centre.work("edit", "system") as work:
        for row in work.all(select(patients).order_by(patients.c.id).limit(3)):
            work.change(patients, row, first_name="Zoe")
    clinic.pull(kiosk)
    clinic.pull(reception)
    assert compared(clinic, kiosk).state is Compared.SAME  # it makes the images that reception's sums hold
    assert compared(clinic, reception).state is Compared.SAME
    kiosk.database.close()
    with clinic.centre.read() as reading:
        counted = reading.scalar(select(func.sum(register_digests.c.images)))
        behind = reading.all(select(register_heads).where(register_heads.c.counted != register_heads.c.position))
    assert (counted, len(behind)) == (5, 0)


def test_patient_who_is_being_changed_is_compared_later_and_nobody_waits(
    clinic: LittleClinic, reception: Device
) -> None:
    if not clinic.centre.database.is_postgres:
        return
    with clinic.centre.database.writing() as connection:
        connection.execute(select(patients.c.id).order_by(patients.c.id).limit(1).with_for_update())
        assert compared(clinic, reception).state is Compared.MOVED_ON
    assert compared(clinic, reception).state is Compared.SAME


def test_records_are_given_by_name_within_the_scope_alone(clinic: LittleClinic) -> None:
    kiosk = clinic.enrol("K", 7)
    with clinic.centre.work("register", "system") as work:
        stranger = work.create(patients, patient_number="PAT-9", first_name="Rhea")["uid"]
    references = [("patient", stranger), ("queue", UUID(int=9)), ("help_call", UUID(int=8)), ("secret", UUID(int=7))]
    page = records_by_name(clinic.centre, kiosk.identity, references)
    kiosk.database.close()
    assert page.groups == ()
    assert page.left == (("patient", stranger),)
    assert set(page.absent) == {("queue", UUID(int=9)), ("help_call", UUID(int=8))}
