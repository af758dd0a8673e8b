"""What a device may send or find that nobody planned for: each has its answer, and the rest of the work goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, select, text

from server_sync.central.sync.feed_pages import feed_page
from server_sync.central.sync.ingest import MOST_CHANGES, DeviceIdentity, Offered, ingest
from server_sync.central.sync.receive import receive
from server_sync.central.sync.settling import batch
from server_sync.central.sync.settling.picture import Picture
from server_sync.central.sync.settling.reading import read_picture
from server_sync.clinic.clocks import HybridTime
from server_sync.clinic.numbers import short_number
from server_sync.desk.check_in import TicketPrinting, check_in
from server_sync.desk.find import find_by_booking_code
from server_sync.desk.outcomes import CheckedIn, Found
from server_sync.desk.queue.view import current_queue, follow
from server_sync.protocol.canonical import Json, written_digest
from server_sync.protocol.changes import Action, ChangeSet, RecordChange
from server_sync.protocol.faults import ProtocolFault
from server_sync.records import outbox
from server_sync.records.database import DOOR, Database
from server_sync.records.feed.cursor import FeedCursor
from server_sync.records.outbox import SyncStatus
from server_sync.records.tables import appointments, locations, offline_sync_logs, patients, queue_management, users
from server_sync.records.upstream.apply import apply_page
from tests.clinics import CODE, MORNING, Device, LittleClinic

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def kiosk(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("A", 1)
    yield device
    device.database.close()


def check_in_at(device: Device, appointment_uid: UUID) -> str:
    with device.replica.work("check_in", "patient") as work:
        outcome = check_in(work, appointment_uid, TicketPrinting("en"))
    assert isinstance(outcome, CheckedIn)
    return outcome.ticket.token_number


def change_set(device: Device, *changes: RecordChange, sequence: int = 1) -> ChangeSet:
    return ChangeSet(
        UUID(int=sequence), device.identity.uid, sequence, "edit", "patient", "0" * 12 + ".0000", 1, changes
    )


def answer(clinic: LittleClinic, device: Device, *sets: ChangeSet) -> list[str]:
    offered = [Offered(one, one.hash()) for one in sets]
    return [str(settled.outcome) for settled in ingest(clinic.centre, device.identity, offered)]


def new_patient(device: Device, number: int, /, **fields: Json) -> RecordChange:
    own: dict[str, Json] = {
        "id": device.identity.id_block * 2**32 + number,
        "uid": str(UUID(int=number)),
        "patient_number": f"PAT-{number}",
        "created_at": "2026-03-09T09:00:00Z",
    }
    return RecordChange("patient", Action.CREATE, UUID(int=number), own | fields)


def test_medical_history_travels_both_ways(clinic: LittleClinic, kiosk: Device) -> None:
    history: dict[str, Json] = {"allergies": ["penicillin"], "since": 1999}
    assert answer(clinic, kiosk, change_set(kiosk, new_patient(kiosk, 7, medical_history=history))) == ["applied"]
    with clinic.centre.work("book", "system") as work:
        person = work.first(select(patients))
        assert person is not None
    clinic.book(TEN, patient=person)
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(patients.c.medical_history)) == history


def test_change_that_settled_on_an_early_page_does_not_come_back(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    clinic.sync(kiosk)
    check_in_at(kiosk, booked["uid"])
    clinic.offer(kiosk)
    with clinic.centre.work("finish", "system") as work:
        row = work.first(select(appointments))
        assert row is not None
        work.change(appointments, row, status="completed")
    for number in range(4):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 90010{number}")
    clinic.pull(kiosk, limit=2)
    with kiosk.replica.read() as reading:
        row = reading.first(select(appointments).where(appointments.c.uid == booked["uid"]))
    assert row is not None
    assert row["status"] == "completed"


def test_set_whose_answer_was_lost_is_offered_again_even_after_its_page_came(
    clinic: LittleClinic, kiosk: Device
) -> None:
    booked = clinic.book(TEN)
    clinic.sync(kiosk)
    check_in_at(kiosk, booked["uid"])
    clinic.offer(kiosk)
    clinic.pull(kiosk)
    assert outbox.count_pending(kiosk.database) == 1
    assert [one.status for one in clinic.push(kiosk)] == [SyncStatus.SYNCED]


def test_set_that_cannot_be_read_is_kept_and_the_next_ones_go_on(clinic: LittleClinic, kiosk: Device) -> None:
    bodies: list[dict[str, Json]] = [
        dict(change_set(kiosk, new_patient(kiosk, 10 + number), sequence=number).to_json()) for number in (1, 2)
    ]
    bodies[0]["actor"] = "some\x00body"
    heads: list[Json] = []
    items: list[Json] = []
    for place, body in enumerate(bodies):
        changes = body.pop("sync_data")
        assert isinstance(changes, list)
        items += [{**change, "set": place} for change in changes if isinstance(change, dict)]
        hashed = written_digest({**body, "sync_data": changes})
        heads.append({name: value for name, value in body.items() if name != "device_id"} | {"hash": hashed})
    push: dict[str, Json] = {"device_id": str(kiosk.identity.uid), "sync_data": items, "change_sets": heads}
    wire = json.dumps(push).encode()
    answers = receive(clinic.centre, kiosk.identity, wire)
    assert [one.status for one in answers] == ["failed", "synced"]
    assert receive(clinic.centre, kiosk.identity, wire) == answers
    with clinic.centre.read() as reading:
        kept = reading.scalar(select(offline_sync_logs.c.data).where(offline_sync_logs.c.sync_status == "failed"))
    assert "some" in kept["unreadable"]


@pytest.mark.parametrize("text_", ["a\x00b", "\ud800"])
def test_device_never_logs_what_no_server_can_read(kiosk: Device, text_: str) -> None:
    with pytest.raises(ValueError), kiosk.replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1", medical_history={"note": text_})
    assert outbox.count_pending(kiosk.database) == 0


@pytest.mark.parametrize(
    ("fields", "outcome"),
    [
        ({"created_at": "0999-01-01T00:00:00Z"}, "bad_value"),
        ({"created_at": "9999-12-31T23:59:59Z"}, "bad_value"),
        ({"date_of_birth": "2026-02-30"}, "bad_value"),
        ({"first_name": 7}, "bad_value"),
        ({"is_verified": "yes"}, "bad_value"),
        ({"gender": "cat"}, "broken_rule"),
        ({"patient_number": None}, "broken_rule"),
        ({"id": 5}, "foreign_id"),
        ({"id": [1]}, "foreign_id"),
        ({"uid": "nonsense"}, "foreign_uid"),
    ],
)
def test_values_of_wrong_kinds_are_quarantined_by_name(
    clinic: LittleClinic, kiosk: Device, fields: dict[str, Json], outcome: str
) -> None:
    bad, good = new_patient(kiosk, 7, **fields), new_patient(kiosk, 8)
    sets = change_set(kiosk, bad), change_set(kiosk, good, sequence=2)
    assert answer(clinic, kiosk, *sets) == [outcome, "applied"]


@pytest.mark.parametrize("own", [["a"], {}, {"a": [1]}, True, "7", 2**52, None])
def test_appointment_whose_id_is_nonsense_is_quarantined_and_the_rest_goes_on(
    clinic: LittleClinic, kiosk: Device, own: Json
) -> None:
    uid = UUID(int=77)
    bad = RecordChange("appointment", Action.CREATE, uid, {"id": own, "uid": str(uid), "location_id": 1})
    sets = change_set(kiosk, bad), change_set(kiosk, new_patient(kiosk, 8), sequence=2)
    assert answer(clinic, kiosk, *sets) == ["foreign_id", "applied"]


def test_set_of_which_nobody_can_tell_what_it_is_judged_by_is_quarantined_alone(
    clinic: LittleClinic, kiosk: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = new_patient(kiosk, 7), new_patient(kiosk, 8)

    def read(connection: Connection, device: DeviceIdentity, sets: Sequence[ChangeSet]) -> Picture:
        if any(change.uid == bad.uid for one in sets for change in one.changes):
            raise TypeError("unhashable type: 'list'")
        return read_picture(connection, device, sets)

    monkeypatch.setattr(batch, "read_picture", read)
    sets = change_set(kiosk, bad), change_set(kiosk, good, sequence=2)
    assert answer(clinic, kiosk, *sets) == ["not_understood", "applied"]
    assert answer(clinic, kiosk, *sets) == ["not_understood", "applied"]


def new_place(clinic: LittleClinic, device: Device, number: int, fields: dict[str, Json]) -> RecordChange:
    own: dict[str, Json] = {
        "id": device.identity.id_block * 2**32 + number,
        "uid": str(UUID(int=number)),
        "created_at": "2026-03-09T09:00:00Z",
        "token_number": f"20260309-A{number:03d}",
        "location_id": clinic.location["id"],
        "doctor_id": clinic.doctor["id"],
        "business_date": "2026-03-09",
        "current_status": "waiting",
    }
    return RecordChange("queue", Action.CREATE, UUID(int=number), own | fields)


@pytest.mark.parametrize(
    ("arrived", "outcome"),
    [({}, "broken_rule"), ({"check_in_time": None}, "broken_rule"), ({"check_in_time": "soon"}, "bad_value")],
)
def test_place_without_an_arrival_time_is_quarantined_and_the_queue_goes_on(
    clinic: LittleClinic, kiosk: Device, arrived: dict[str, Json], outcome: str
) -> None:
    came: dict[str, Json] = {"check_in_time": "2026-03-09T08:55:00Z"}
    timeless = change_set(kiosk, new_place(clinic, kiosk, 1, arrived))
    known = change_set(kiosk, new_place(clinic, kiosk, 2, came), sequence=2)

    assert answer(clinic, kiosk, timeless, known) == [outcome, "applied"]
    with clinic.centre.read() as reading:
        (line,) = current_queue(reading, clinic.location["id"])
    assert [place.token_number for place in line.places] == ["20260309-A002"]


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "1e30", 12])
def test_money_is_an_amount(clinic: LittleClinic, kiosk: Device, amount: Json) -> None:
    payment = RecordChange(
        "payment",
        Action.CREATE,
        UUID(int=9),
        {
            **new_patient(kiosk, 9).fields,
            "amount": amount,
            "currency": "EUR",
            "method": "cash",
            "status": "paid",
        },
    )
    assert answer(clinic, kiosk, change_set(kiosk, payment)) == ["bad_value"]


def test_one_uid_under_two_nouns_is_quarantined(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    disguised = RecordChange("patient", Action.UPDATE, booked["uid"], {"phone": "1"}, {"phone": None})
    assert answer(clinic, kiosk, change_set(kiosk, disguised)) == ["unknown_record"]


def test_flood_of_changes_in_one_set_is_quarantined(clinic: LittleClinic, kiosk: Device) -> None:
    flood = change_set(kiosk, *(new_patient(kiosk, 10 + number) for number in range(MOST_CHANGES + 1)))
    assert answer(clinic, kiosk, flood) == ["too_many_changes"]


def test_naming_a_record_of_another_location_shows_nothing_of_it(clinic: LittleClinic, kiosk: Device) -> None:
    with clinic.centre.work("found", "system") as work:
        elsewhere = work.create(locations, name="Two", code="N2", time_zone="Europe/London")
        person = work.create(patients, patient_number="PAT-9", first_name="Secret")
        theirs = work.create(
            appointments,
            appointment_number="APT-9",
            patient_id=person["id"],
            doctor_id=clinic.doctor["id"],
            location_id=elsewhere["id"],
            scheduled_date=TEN,
        )
    curious = [
        RecordChange("patient", Action.CREATE, person["uid"], {"phone": "1"}),
        RecordChange("appointment", Action.UPDATE, theirs["uid"], {"priority": 1}, {"priority": 0}),
    ]
    sets = [change_set(kiosk, one, sequence=place) for place, one in enumerate(curious, 1)]
    assert answer(clinic, kiosk, *sets) == ["foreign_id", "other_location"]
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        assert reading.first(select(patients).where(patients.c.uid == person["uid"])) is None


def test_device_cannot_move_a_record_to_another_location(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    move = RecordChange("appointment", Action.UPDATE, booked["uid"], {"location_id": 2}, {"location_id": 1})
    assert answer(clinic, kiosk, change_set(kiosk, move)) == ["other_location"]


def test_appointment_that_moved_away_is_known_to_have_moved(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    clinic.pull(kiosk)
    with clinic.centre.work("move", "system") as work:
        elsewhere = work.create(locations, name="Two", code="N2", time_zone="Europe/London")
        work.change(appointments, booked, location_id=elsewhere["id"])
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        assert not isinstance(find_by_booking_code(reading, 1, CODE), Found)


def test_doctor_of_another_location_comes_with_their_appointments(clinic: LittleClinic, kiosk: Device) -> None:
    with clinic.centre.work("set_up", "system") as work:
        elsewhere = work.create(locations, name="Two", code="N2", time_zone="Europe/London")
        clinic.doctor = work.create(users, display_name="Dr Away", role="doctor", location_id=elsewhere["id"])
    clinic.book(TEN)
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        assert isinstance(find_by_booking_code(reading, 1, CODE), Found)


def test_enumeration_that_grew_at_the_centre_does_not_stop_a_pull(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    page = feed_page(clinic.centre, kiosk.identity, None)
    (group,) = (one for one in page.groups if one.noun == "appointment")
    ((*values,),) = group.rows
    values[group.columns.index("status")] = "teleported"
    grown = tuple(replace(one, rows=[values]) if one is group else one for one in page.groups)
    apply_page(kiosk.database, replace(page, groups=grown), clinic.clock)
    with kiosk.replica.read() as reading:
        status = reading.scalar(select(appointments.c.status).where(appointments.c.uid == booked["uid"]))
    assert status == "teleported"


def test_number_that_stepped_aside_is_shown_as_it_is(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    clinic.pull(kiosk)
    check_in_at(kiosk, booked["uid"])
    with kiosk.database.writing() as connection:
        moved = queue_management.update().values(token_number="20260309-A001~1a2b3c4d")
        connection.execute(moved.execution_options(**DOOR))
    with kiosk.replica.work("check_in", "patient") as work:
        assert check_in(work, booked["uid"], TicketPrinting("en")) is not None


def test_number_that_was_doubled_twice_leads_to_the_one_that_stands(clinic: LittleClinic) -> None:
    booked = clinic.book(TEN)
    members = [clinic.enrol(series, block) for block, series in enumerate("ABC", 1)]
    clinic.sync(*members)
    for member in members:
        check_in_at(member, booked["uid"])
    for member in reversed(members):
        clinic.push(member)
    with clinic.centre.read() as reading:
        codes = [row["follow_code"] for row in clinic.places()]
        followed = [follow(reading, code) for code in codes]
    for member in members:
        member.database.close()
    standing = [place["token_number"] for place in clinic.places() if place["current_status"] == "waiting"]
    assert len(standing) == 1
    assert [place and place.short_number for place in followed] == [short_number(standing[0])] * 3


def test_restored_server_is_believed_though_its_rows_are_older(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    clinic.pull(kiosk)
    with kiosk.database.writing() as connection:
        newer = appointments.update().values(version=9, reason_for_visit="lost with the server")
        connection.execute(newer.execution_options(**DOOR))
    clinic.restore(epoch=2)
    clinic.pull(kiosk)
    with kiosk.replica.read() as reading:
        row = reading.first(select(appointments).where(appointments.c.uid == booked["uid"]))
    assert row is not None
    assert (row["version"], row["reason_for_visit"]) == (1, None)


def test_old_page_never_takes_a_row_backwards(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    old = feed_page(clinic.centre, kiosk.identity, None)
    with clinic.centre.work("edit", "system") as work:
        work.change(appointments, {**booked, "reason_for_visit": None}, reason_for_visit="knee")
    clinic.pull(kiosk)
    apply_page(kiosk.database, old, clinic.clock)
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(appointments.c.reason_for_visit)) == "knee"


def test_cursor_from_beyond_the_end_reads_from_the_start(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.book(TEN)
    whole = feed_page(clinic.centre, kiosk.identity, None)
    cursor = FeedCursor.parse(whole.cursor)
    assert cursor is not None
    beyond = feed_page(clinic.centre, kiosk.identity, str(replace(cursor, position=10_000)))
    assert beyond.groups == whole.groups
    with pytest.raises(ProtocolFault, match="bad_cursor"):
        FeedCursor.parse(str(replace(cursor, position=10**30)))


def test_kiosk_that_woke_in_1970_stamps_after_what_it_has_seen(clinic: LittleClinic, kiosk: Device) -> None:
    clinic.pull(kiosk)
    told = feed_page(clinic.centre, kiosk.identity, None)
    assert HybridTime.parse(told.centre_time).unix_ms > 0
    apply_page(kiosk.database, told, clinic.clock)
    clinic.clock.move(timedelta(days=-20_000))
    with kiosk.replica.work("register", "patient") as work:
        work.create(patients, patient_number="PAT-1")
    (pending,) = outbox.pending(kiosk.database, 10)
    assert pending.change_set.made_at > told.centre_time


def test_batch_from_the_future_does_not_drag_the_centres_clock_along(clinic: LittleClinic) -> None:
    ahead = HybridTime(clinic.centre.centre_time().unix_ms + 10**9, 0)
    for _ in range(1000):
        clinic.centre.centre_time(ahead)
    wall_ms = int(clinic.clock.now().timestamp() * 1000)
    assert clinic.centre.centre_time().unix_ms <= wall_ms + 60_001


def test_there_and_back_again_is_no_change(clinic: LittleClinic, kiosk: Device) -> None:
    booked = clinic.book(TEN)
    clinic.pull(kiosk)
    with kiosk.replica.work("dither", "patient") as work:
        work.change(appointments, booked, status="cancelled")
        work.change(appointments, booked, status="scheduled")
    assert outbox.count_pending(kiosk.database) == 0
    with kiosk.replica.read() as reading:
        assert reading.scalar(select(appointments.c.status)) == "scheduled"


def test_the_centre_counts_a_records_versions(clinic: LittleClinic) -> None:
    booked = clinic.book(TEN)
    with clinic.centre.work("edit", "system") as work:
        work.change(appointments, booked, status="cancelled")
    with clinic.centre.read() as reading:
        assert reading.scalar(select(appointments.c.version)) == 2


def test_the_centres_own_log_reads_back(clinic: LittleClinic) -> None:
    clinic.book(TEN)
    with clinic.centre.read() as reading:
        bodies = reading.all(select(offline_sync_logs.c.data, offline_sync_logs.c.hash))
    for body in bodies:
        logged = ChangeSet.from_json(body["data"])
        assert logged.hash() == body["hash"]
        assert all(change.fields for change in logged.changes)


def test_no_error_shows_what_was_to_be_written(clinic: LittleClinic) -> None:
    with pytest.raises(Exception) as raised, clinic.centre.database.writing() as connection:
        connection.execute(text("INSERT INTO counters (name, nonsense) VALUES (:who, 1)"), {"who": "Quintessa"})
    assert "Quintessa" not in str(raised.value)
