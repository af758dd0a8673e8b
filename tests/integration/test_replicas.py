"""Replicas agree: every change set settles once, pages carry their cursors, pending work stays laid over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from server_sync.central.sync.feed_pages import feed_page
from server_sync.central.sync.ingest import Offered, Refusal, ingest
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.outcomes import CheckedIn
from server_sync.records import outbox
from server_sync.records.database import Database
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    audit_trail,
    base_images,
    offline_sync_logs,
    patients,
    queue_management,
)
from server_sync.records.upstream.apply import apply_page
from server_sync.worker.laid_over import lay_over
from tests.clinics import MORNING, Device, LittleClinic, count_rows

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosks(clinic: LittleClinic) -> Iterator[tuple[Device, Device]]:
    pair = clinic.enrol("A", 1), clinic.enrol("B", 2)
    yield pair
    for device in pair:
        device.database.close()


def check_in_at(device: Device, appointment_uid: UUID) -> str:
    with device.replica.work("check_in", "patient") as work:
        outcome = check_in(work, appointment_uid, TicketPrinting("en"))
    assert isinstance(outcome, CheckedIn)
    return outcome.ticket.token_number


def books(clinic: LittleClinic, count: int) -> list[UUID]:
    return [clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")["uid"] for number in range(count)]


def test_check_in_without_network_reaches_the_centre_and_the_other_kiosk(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, other = kiosks
    (uid,) = books(clinic, 1)
    clinic.sync(one, other)
    number = check_in_at(one, uid)
    assert clinic.places() == []
    clinic.sync(one, other)
    for replica in (clinic.centre, one.replica, other.replica):
        assert [place["token_number"] for place in clinic.places(replica)] == [number]
    assert count_rows(clinic.centre, audit_trail) > count_rows(other.replica, audit_trail) == 0


def test_lost_answer_is_given_again_and_changes_nothing(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, _ = kiosks
    (uid,) = books(clinic, 1)
    clinic.sync(one)
    check_in_at(one, uid)
    first = clinic.offer(one)
    second = clinic.push(one)
    assert first == second
    assert [answer.status for answer in first] == [SyncStatus.SYNCED]
    assert len(clinic.places()) == 1
    assert outbox.count_pending(one.database) == 0


def test_edit_made_while_a_request_was_under_way_is_sent_too(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    first, second = books(clinic, 2)
    clinic.sync(one)
    check_in_at(one, first)
    settled = clinic.offer(one)
    check_in_at(one, second)
    outbox.mark_answered(
        one.database,
        [outbox.Answer(answer.change_set_uid, SyncStatus.SYNCED, "applied", "") for answer in settled],
        clinic.clock.now(),
    )
    assert outbox.count_pending(one.database) == 1
    clinic.push(one)
    assert len(clinic.places()) == 2


def test_known_set_with_another_body_is_refused_and_the_rest_goes_on(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    first, second = books(clinic, 2)
    clinic.sync(one)
    check_in_at(one, first)
    clinic.offer(one)
    check_in_at(one, second)
    known, fresh = outbox.pending(one.database, 10)
    forged = replace(known.change_set, intent="something_else")
    answers = ingest(
        clinic.centre,
        one.identity,
        [Offered(forged, forged.hash()), Offered(fresh.change_set, fresh.hash)],
    )
    assert [answer.outcome for answer in answers] == [Refusal.CHANGED_BODY, "applied"]


def test_sets_that_are_not_what_they_say_are_refused(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, other = kiosks
    (uid,) = books(clinic, 1)
    clinic.sync(one)
    check_in_at(one, uid)
    (pending,) = outbox.pending(one.database, 10)
    offered = Offered(pending.change_set, pending.hash)
    wrong_hash = replace(offered, hash="0" * 64)
    gap = replace(pending.change_set, sequence=5)
    newer = replace(pending.change_set, schema_version=99)
    assert [
        ingest(clinic.centre, other.identity, [offered])[0].outcome,
        ingest(clinic.centre, one.identity, [wrong_hash])[0].outcome,
        ingest(clinic.centre, one.identity, [Offered(gap, gap.hash())])[0].outcome,
        ingest(clinic.centre, one.identity, [Offered(newer, newer.hash())])[0].outcome,
    ] == [Refusal.WRONG_DEVICE, Refusal.HASH_MISMATCH, Refusal.GAP, Refusal.NEWER_SCHEMA]
    assert clinic.places() == []
    assert clinic.push(one)[0].status is SyncStatus.SYNCED


def test_device_that_went_back_in_time_is_found_out(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, _ = kiosks
    first, second = books(clinic, 2)
    clinic.sync(one)
    check_in_at(one, first)
    clinic.push(one)
    check_in_at(one, second)
    (pending,) = outbox.pending(one.database, 10)
    reused = replace(pending.change_set, sequence=1)
    assert ingest(clinic.centre, one.identity, [Offered(reused, reused.hash())])[0].outcome == Refusal.REUSED_SEQUENCE


def test_set_that_breaks_a_rule_is_quarantined_whole_and_the_next_ones_go_on(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    (uid,) = books(clinic, 1)
    clinic.sync(one)
    with one.replica.work("mischief", "patient") as work:
        work.create(patients, patient_number="PAT-2026-A00001", first_name="Half")
        work.create(
            queue_management,
            token_number="20260309-A999",  # a queue token
            location_id=77,
            business_date=MORNING.date(),
            check_in_time=MORNING,
        )
    check_in_at(one, uid)
    answers = clinic.push(one)
    assert [(answer.status, answer.outcome) for answer in answers] == [
        (SyncStatus.FAILED, "other_location"),
        (SyncStatus.SYNCED, "applied"),
    ]
    with clinic.centre.read() as reading:
        assert "Half" not in reading.connection.execute(select(patients.c.first_name)).scalars().all()
        kept = reading.first(select(offline_sync_logs).where(offline_sync_logs.c.sync_status == "failed"))
    assert kept is not None
    assert kept["outcome"] == "other_location"
    assert kept["conflict_resolution"].startswith("This belongs to another location")


def test_what_was_quarantined_leaves_the_device_again(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, _ = kiosks
    clinic.sync(one)
    with one.replica.work("mischief", "patient") as work:
        work.create(
            queue_management,
            token_number="20260309-A999",  # a queue token
            location_id=77,
            business_date=MORNING.date(),
            check_in_time=MORNING,
        )
    clinic.sync(one)
    assert clinic.places(one.replica) == []


def test_what_was_quarantined_before_the_first_snapshot_leaves_the_device_too(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    with one.replica.work("mischief", "patient") as work:
        work.create(
            queue_management,
            token_number="20260309-A999",  # a queue token
            location_id=77,
            business_date=MORNING.date(),
            check_in_time=MORNING,
        )
    (answer,) = clinic.push(one)  # the feed tells of it before the place where this kiosk will begin
    assert answer.status is SyncStatus.FAILED
    while clinic.pull(one):
        pass
    assert clinic.places(one.replica) == []


def test_number_that_is_taken_is_quarantined_not_given_twice(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, other = kiosks
    clinic.sync(one, other)
    for device in (one, other):
        with device.replica.work("register", "patient") as work:
            work.create(patients, patient_number="PAT-SAME", first_name=device.replica.identity.series)
    clinic.push(one)
    (answer,) = clinic.push(other)
    assert (answer.status, answer.outcome) == (SyncStatus.FAILED, "broken_rule")


def test_one_appointment_checked_in_at_two_kiosks_is_one_visit_whoever_comes_back_first(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, other = kiosks
    early, late = books(clinic, 2)
    clinic.sync(one, other)
    numbers = {uid: {check_in_at(one, uid), check_in_at(other, uid)} for uid in (early, late)}
    clinic.push(other)
    clinic.push(one)
    clinic.sync(one, other)
    for replica in (clinic.centre, one.replica, other.replica):
        places = clinic.places(replica)
        standing = [place for place in places if place["current_status"] == "waiting"]
        aliases = [place for place in places if place["current_status"] == "cancelled"]
        assert len(standing) == len(aliases) == 2
        assert {place["alias_of"] for place in aliases} == {place["token_number"] for place in standing}
        with replica.read() as reading:
            tokens = {row["uid"]: row["queue_token"] for row in reading.all(select(appointments))}
        assert all(tokens[uid] in numbers[uid] for uid in (early, late))
        assert set(tokens.values()) == {place["token_number"] for place in standing}


def test_pending_change_stays_laid_over_what_is_pulled(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, _ = kiosks
    (uid,) = books(clinic, 1)
    clinic.sync(one)
    number = check_in_at(one, uid)
    with clinic.centre.work("edit", "system") as work:
        row = work.first(select(appointments))
        assert row is not None
        work.change(appointments, row, reason_for_visit="follow-up")
    clinic.pull(one)
    with one.replica.read() as reading:
        row = reading.first(select(appointments))
    assert row is not None
    assert (row["reason_for_visit"], row["queue_token"], row["status"]) == ("follow-up", number, "confirmed")


def test_answered_change_stays_laid_over_until_its_page_has_come(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    """The answer says settled; the rows come with the next page, and a check-in never flickers in between."""
    one, other = kiosks
    uids = books(clinic, 3)
    clinic.sync(one, other)
    for uid in uids:
        check_in_at(one, uid)
    clinic.push(one)
    assert len(clinic.places(one.replica)) == 3
    clinic.pull(one, limit=1)
    assert [place["version"] for place in clinic.places(one.replica)] == [1, 1, 1]


def test_a_replica_never_refuses_what_its_upstream_sends(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, other = kiosks
    clinic.sync(one, other)
    (uid,) = books(clinic, 1)
    for device, name in ((one, "Centre's"), (other, "mine")):
        with device.replica.work("register", "patient") as work:
            person = work.create(patients, patient_number="PAT-SAME", first_name=name)
            work.create(
                queue_management,
                token_number=f"20260309-{device.replica.identity.series}900",
                patient_id=person["id"],
                location_id=1,
                business_date=MORNING.date(),
                check_in_time=MORNING,
            )
    clinic.push(one)
    clinic.pull(other)
    with other.replica.read() as reading:
        names = {row["first_name"]: row["patient_number"] for row in reading.all(select(patients))}
    assert names["Centre's"] == "PAT-SAME"
    assert names["mine"].startswith("PAT-SAME~")
    assert uid is not None


def test_server_that_was_restored_is_read_from_the_start(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, _ = kiosks
    books(clinic, 3)
    everything = clinic.pull(one)
    assert clinic.pull(one) == 0
    clinic.restore(epoch=2)
    assert clinic.pull(one) == everything


def test_edits_of_different_fields_both_show_before_anything_is_sent(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    """Laid over by the rules: what the centre changed meanwhile stays, also where this device replaced older values."""
    one, _ = kiosks
    books(clinic, 1)
    clinic.sync(one)
    edit(one.replica, email="jane@example.org", medical_history={"asthma": "yes"})
    edit(clinic.centre, phone="+44 7700 900999", medical_history={"allergies": "nuts"})
    clinic.pull(one)
    row = the_patient(one.replica)
    assert (row["email"], row["phone"]) == ("jane@example.org", "+44 7700 900999")
    assert row["medical_history"] == {"asthma": "yes", "allergies": "nuts"}
    clinic.sync(one)
    assert the_patient(clinic.centre)["medical_history"] == the_patient(one.replica)["medical_history"]


def test_later_edit_at_the_centre_is_not_hidden_by_an_older_one_that_waits_here(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    books(clinic, 1)
    clinic.sync(one)
    edit(one.replica, email="older@example.org")
    clinic.clock.move(timedelta(minutes=5))
    edit(clinic.centre, email="later@example.org")
    clinic.pull(one)
    assert the_patient(one.replica)["email"] == "later@example.org"
    clinic.sync(one)
    assert the_patient(clinic.centre)["email"] == "later@example.org"


def test_what_is_laid_over_is_judged_from_what_the_server_sent_each_time_anew(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    books(clinic, 1)
    clinic.sync(one)
    edit(one.replica, email="jane@example.org")
    for number in range(3):
        edit(clinic.centre, phone=f"+44 7700 90010{number}")
        clinic.pull(one)
    row = the_patient(one.replica)
    assert (row["email"], row["phone"]) == ("jane@example.org", "+44 7700 900102")
    assert count_rows(one.replica, base_images) == 1
    clinic.sync(one)
    assert count_rows(one.replica, base_images) == 0


def test_pending_change_stays_laid_over_what_a_server_of_the_last_release_sends(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    """It sends no stamps: those that the first prediction left here are not the server's."""
    one, _ = kiosks
    (uid,) = books(clinic, 1)
    clinic.sync(one)
    edit(one.replica, phone="+44 7700 900555")
    check_in_at(one, uid)
    for name in ("Jo", "Joan"):
        edit(clinic.centre, first_name=name)
        page = feed_page(clinic.centre, one.identity, outbox.stored_cursor(one.database), version=1)
        apply_page(one.database, page, clinic.clock, rebase=lay_over)
        row = the_patient(one.replica)
        assert (row["first_name"], row["phone"]) == (name, "+44 7700 900555")


def test_change_of_somebody_whose_id_a_restored_server_gave_to_another_holds_nothing_up(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    books(clinic, 1)
    clinic.sync(one)
    edit(one.replica, phone="+44 7700 900555")
    edit(clinic.centre, first_name="Jo")
    clinic.pull(one)
    page = feed_page(clinic.centre, one.identity, None)
    other = str(UUID(int=77))
    (group,) = (group for group in page.groups if group.noun == "patient")
    at = group.columns.index("uid")
    rows = [[*row[:at], other, *row[at + 1 :]] for row in group.rows]
    with_all = partial(lay_over, everything=True)
    apply_page(one.database, replace(page, groups=(replace(group, rows=rows),)), clinic.clock, rebase=with_all)
    assert str(the_patient(one.replica)["uid"]) == other
    assert outbox.count_pending(one.database) == 1


def edit(replica: Replica, **values: object) -> None:
    with replica.work("edit", "system") as work:
        row = work.first(select(patients))
        assert row is not None
        work.change(patients, row, **values)


def the_patient(replica: Replica) -> Row:
    with replica.read() as reading:
        row = reading.first(select(patients))
    assert row is not None
    return row


def test_every_row_of_a_restored_server_is_the_truth_until_all_of_them_were_read(
    clinic: LittleClinic, kiosks: tuple[Device, Device]
) -> None:
    one, _ = kiosks
    books(clinic, 3)
    clinic.sync(one)
    for _ in range(2):
        with clinic.centre.work("edit", "system") as work:
            for row in work.all(select(patients)):
                work.change(patients, row, address=f"after {row['version']}")
    clinic.pull(one)
    with clinic.centre.database.writing() as connection:  # the backup knows of none of that
        connection.execute(patients.update().values(address="before", version=1).execution_options(door="open"))
    clinic.restore(epoch=2)
    clinic.pull(one, limit=2)
    with one.replica.read() as reading:
        assert {row["address"] for row in reading.all(select(patients))} == {"before"}


def test_sync_with_nothing_to_do_moves_nothing(clinic: LittleClinic, kiosks: tuple[Device, Device]) -> None:
    one, _ = kiosks
    clinic.sync(one)
    assert clinic.push(one) == ()
    assert clinic.pull(one) == 0
