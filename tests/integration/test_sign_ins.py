"""Who came to a desk while the network was away stands in the centre's audit trail once it is back."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from server_sync.central.access.audit_check import check_audit
from server_sync.central.settings import ServerSettings
from server_sync.desk.sign_ins import note_refusal, note_sign_in, note_sign_out
from server_sync.desk.staff_pins import count_miss
from server_sync.desk.sync_log.entries import Wanted, read_page
from server_sync.desk.sync_log.involved import Involved, involved
from server_sync.records.database import Database
from server_sync.records.tables import audit_trail, offline_sync_logs, users
from tests.clinics import MORNING, LittleClinic, count_rows


def test_the_centre_hears_of_each_sign_in_and_of_each_wrong_pin_and_its_chain_stays_whole(
    centre_database: Database, tmp_path: Path
) -> None:
    clinic = LittleClinic(centre_database, tmp_path)
    with clinic.centre.work("add_staff", "system") as work:
        sam = work.create(users, display_name="Sam Ortega", role="receptionist", location_id=clinic.location["id"])
    clinic.book(MORNING)
    desk = clinic.enrol("B", 1, kind="reception")
    clinic.pull(desk)
    for _ in range(3):
        count_miss(desk.replica, sam["id"])
        note_refusal(desk.replica, sam["id"])
    note_sign_in(desk.replica, sam["id"])
    note_sign_out(desk.replica, sam["id"])
    note_sign_in(desk.replica, 999_999)
    assert {one.outcome for one in clinic.push(desk)} == {"applied"}
    with clinic.centre.read() as reading:
        trail = reading.all(
            select(audit_trail)
            .where(audit_trail.c.writer == str(desk.identity.uid))
            .order_by(audit_trail.c.at, audit_trail.c.id)
        )
    them = str(sam["uid"])
    assert [(row["intent"], row["actor"]) for row in trail] == [
        ("sign_in_refused", "system"),
        ("sign_in_refused", "system"),
        ("sign_in_locked", "system"),
        ("sign_in", them),
        ("sign_out", them),
    ]
    assert {(row["noun"], row["record_uid"]) for row in trail} == {("user", sam["uid"])}
    assert not check_audit(clinic.centre, ServerSettings(database_url="", secret_key="s" * 40)).findings
    assert count_rows(desk.replica, offline_sync_logs) == len(trail)
    with desk.replica.read() as reading:  # and whoever reads its log there hears of whom it speaks
        logged = read_page(reading, Wanted(with_bodies=True), None, 5).entries
        told = [involved(reading, entry.body) for entry in reversed(logged)]
        assert involved(reading, None) == involved(reading, {"actor": "nobody", "sync_data": 7}) == Involved()
    assert told == [Involved("system", "Sam Ortega")] * 3 + [Involved("Sam Ortega")] * 2
