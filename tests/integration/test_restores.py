"""Whoever goes back in time is found out: devices that were restored or copied, and servers that were restored."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from server_sync.clinic.ids import alarm_uid
from server_sync.desk.patients.erase import Erased, erase
from server_sync.desk.queue.places import raise_alarm
from server_sync.records import outbox
from server_sync.records.database import Database, open_database
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import (
    appointments,
    audit_trail,
    devices,
    help_calls,
    offline_sync_logs,
    patients,
    queue_management,
    upstreams,
)
from server_sync.records.upstream.incarnations import (
    Becoming,
    becoming,
    begin_to_become,
    is_restored,
    mark_restored,
)
from server_sync.worker.courier import Courier
from server_sync.worker.healing import compare_and_heal
from server_sync.worker.state import ConnectionState, Link
from server_sync.worker.surroundings import Surroundings
from server_sync.worker.transport import Transport
from server_sync.worker.upkeep import KEEP_SETTLED
from server_sync.worker.worker import Worker, kept_way
from tests.clinics import DEVICE_KEY, MORNING, HandClock, LittleClinic, count_rows
from tests.sites import PATIENCE_S, Site, SyncedKiosk, eventually, running_site

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@dataclass
class Machine:
    """Records of a kiosk on a disk that can be put back or copied, with a worker that keeps its own key."""

    site: Site
    folder: Path
    clock: HandClock
    key: str
    name: str
    states: list[ConnectionState] = field(default_factory=list)
    replica: Replica = field(init=False)
    worker: Worker | None = None

    def __post_init__(self) -> None:
        self.open()

    def open(self) -> None:
        database = open_database(f"sqlite:///{self.folder / self.name}.db", key_hex=DEVICE_KEY)
        self.replica = Replica(database, clock=self.clock)

    def keep_key(self, key: str) -> None:
        self.key = key

    def start(self, connect: Callable[[], Transport] | None = None) -> None:
        way = connect or kept_way(self.site.server.url, lambda: self.key, self.replica)
        beside = Surroundings(keep_key=self.keep_key)
        self.worker = worker = Worker(self.replica, way, self.states.append, watch_s=0.05, beside=beside)
        self.replica.on_commit = lambda _places: worker.nudge()
        worker.start()

    def stop(self) -> None:
        if self.worker is not None:
            assert self.worker.stop(PATIENCE_S)
        self.worker = None

    def sync(self) -> None:
        """Until everything is with the server and the server's news is here."""
        self.states.clear()
        self.start()
        eventually(
            lambda: (
                bool(self.states)
                and self.states[-1].link is Link.ONLINE
                and outbox.count_pending(self.replica.database) == 0
                and self.has_heard_of_it_all()
            )
        )
        self.stop()

    def has_heard_of_it_all(self) -> bool:
        """The last page settled just what these records gave, under the name that they go by now."""
        with self.replica.read() as reading:
            settled = reading.scalar(select(upstreams.c.settled_through))
        return bool(settled == outbox.counted_through(self.replica.database)[0])

    def copy(self, name: str) -> Machine:
        """The same file once more, under another name."""
        with self.replica.database.connected(to_write=False) as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(self.folder / f"{self.name}.db", self.folder / f"{name}.db")
        return Machine(self.site, self.folder, self.clock, self.key, name)

    def check_in(self, uid: UUID) -> str:
        return SyncedKiosk.check_in(self, uid)  # type: ignore[arg-type]  # it needs a replica only

    def close(self) -> None:
        self.stop()
        self.replica.database.close()


@pytest.fixture
def machines(site: Site, clinic: LittleClinic, tmp_path: Path) -> Iterator[Machine]:
    """A kiosk that has synchronised once, with three appointments to check in."""
    for number in range(6):
        clinic.book(TEN, code=f"{number:08d}", phone=f"+44 7700 9{number:05d}")
    kiosk = site.kiosk("kiosk")
    machine = Machine(site, tmp_path, clinic.clock, kiosk.enrolment.device_key, "kiosk")
    machine.sync()
    yield machine
    machine.close()


def appointment_uids(clinic: LittleClinic) -> list[UUID]:
    with clinic.centre.read() as reading:
        return [row["uid"] for row in reading.all(select(appointments.c.uid).order_by(appointments.c.id))]


def checked_in(clinic: LittleClinic) -> list[str]:
    return [place["token_number"] for place in clinic.places() if place["current_status"] != "cancelled"]


def outcomes(machine: Machine) -> list[tuple[str, str]]:
    with machine.replica.read() as reading:
        log = offline_sync_logs.c
        rows = reading.all(select(log.device_id, log.sync_status).order_by(log.id))
        return [(row["device_id"], row["sync_status"]) for row in rows]


def test_kiosk_that_was_put_back_becomes_another_and_loses_and_doubles_nothing(
    machines: Machine, clinic: LittleClinic
) -> None:
    first, second, third, *_ = appointment_uids(clinic)
    backup = machines.copy("backup")
    machines.check_in(first)
    machines.sync()
    machines.close()

    backup.check_in(second)  # under the sequence, the number and the ids that the first one has at the centre
    backup.check_in(third)
    backup.sync()

    assert len(checked_in(clinic)) == len(set(checked_in(clinic))) == 3
    assert backup.replica.identity.device_uid != machines.replica.identity.device_uid
    assert backup.replica.identity.series != "A"
    assert becoming(backup.replica.database) is None
    statuses = [status for device, status in outcomes(backup) if device == str(backup.replica.identity.device_uid)]
    assert statuses == ["synced", "synced"]
    assert {row["token_number"]: row["id"] for row in clinic.places()} == {
        row["token_number"]: row["id"] for row in clinic.places(backup.replica)
    }
    with clinic.centre.read() as reading:
        renewed = reading.all(select(devices).where(devices.c.renewed_from.is_not(None)))
    assert [row["uid"] for row in renewed] == [backup.replica.identity.device_uid]
    backup.close()


def test_copy_that_is_found_out_before_it_did_anything_becomes_another_all_the_same(
    machines: Machine, clinic: LittleClinic
) -> None:
    uids = appointment_uids(clinic)
    backup = machines.copy("backup")
    machines.check_in(uids[0])
    machines.sync()
    backup.sync()
    eventually(lambda: backup.replica.identity.device_uid != machines.replica.identity.device_uid)
    number = backup.check_in(uids[1])
    backup.sync()
    assert number in checked_in(clinic)
    assert len(checked_in(clinic)) == 2
    backup.close()


def test_records_that_were_restored_become_another_device_though_nothing_gives_them_away(
    machines: Machine, clinic: LittleClinic
) -> None:
    """Original and copy hold the same to the last sequence: only whoever restored it knows that there may be two."""
    first, second, third, *_ = appointment_uids(clinic)
    machines.check_in(first)
    original = machines.replica.identity.device_uid
    restored = machines.copy("restored")  # that check-in is in it, unsent, and the original sends it, too
    machines.sync()
    mark_restored(restored.replica.database)

    restored.check_in(second)
    restored.sync()
    machines.check_in(third)
    machines.sync()

    assert restored.replica.identity.device_uid != original
    assert not is_restored(restored.replica.database)
    assert len(checked_in(clinic)) == len(set(checked_in(clinic))) == 3
    restored.close()


def test_kiosk_that_was_put_back_gives_numbers_on_until_it_is_another(machines: Machine, clinic: LittleClinic) -> None:
    """Its counters went back, too: what it had given since then is not to come in its way."""
    uids = appointment_uids(clinic)
    backup = machines.copy("backup")
    machines.check_in(uids[0])
    machines.check_in(uids[1])
    machines.sync()
    asyncio.run(pulled(backup))
    backup.check_in(uids[2])
    backup.sync()
    assert len(checked_in(clinic)) == len(set(checked_in(clinic))) == 3
    backup.close()


def test_kiosk_that_was_put_back_and_has_done_more_since_is_found_out_by_the_first_page(
    machines: Machine, clinic: LittleClinic
) -> None:
    """It gave as many sequences as its server knows: rows that it made before would meet its later ones here."""
    uids = appointment_uids(clinic)
    backup = machines.copy("backup")
    machines.check_in(uids[0])
    machines.sync()
    for uid in uids[1:4]:
        backup.check_in(uid)
    given = [(place["uid"], place["token_number"]) for place in clinic.places(backup.replica)]
    asyncio.run(pulled(backup))
    assert [(place["uid"], place["token_number"]) for place in clinic.places(backup.replica)] == given
    backup.check_in(uids[4])
    backup.sync()
    assert len(checked_in(clinic)) == len(set(checked_in(clinic))) == 5
    backup.close()


async def pulled(machine: Machine) -> None:
    """The page that says that it went back has come; the line is gone before it can become another."""
    way = kept_way(machine.site.server.url, lambda: machine.key, machine.replica)()
    await Courier(machine.replica, way).pull()
    await way.close()


def test_copy_and_original_that_both_work_on_are_two_devices(machines: Machine, clinic: LittleClinic) -> None:
    uids = appointment_uids(clinic)
    machines.check_in(uids[0])  # both hold this one, unsent
    copy = machines.copy("copy")
    machines.check_in(uids[1])
    copy.check_in(uids[2])
    copy.check_in(uids[3])
    machines.sync()
    copy.sync()
    machines.check_in(uids[4])
    copy.check_in(uids[5])
    copy.sync()
    machines.sync()
    assert len(checked_in(clinic)) == len(set(checked_in(clinic))) == 6
    assert copy.replica.identity.device_uid != machines.replica.identity.device_uid
    for machine in (machines, copy):
        machine.sync()
        assert len(clinic.places(machine.replica)) == 6
    copy.close()


def test_device_that_dies_while_it_becomes_another_goes_on_with_the_same_choice(
    machines: Machine, clinic: LittleClinic
) -> None:
    first, second, *_ = appointment_uids(clinic)
    backup = machines.copy("backup")
    machines.check_in(first)
    machines.sync()
    backup.check_in(second)
    chosen = begin_to_become(backup.replica)
    backup.key = chosen.device_key  # it died after its key was kept and the server knew of it
    asyncio.run(tell_the_server(kept_way(backup.site.server.url, lambda: machines.key, backup.replica)(), chosen))
    backup.sync()
    assert backup.replica.identity.device_uid == chosen.device_uid
    assert len(checked_in(clinic)) == 2
    with clinic.centre.read() as reading:
        assert len(reading.all(select(devices).where(devices.c.renewed_from.is_not(None)))) == 1
    backup.close()


async def tell_the_server(way: Transport, chosen: Becoming) -> None:
    await way.renew(chosen.device_uid, hashlib.sha256(chosen.device_key.encode()).hexdigest())
    await way.close()


def test_patient_whom_a_restored_kiosk_registered_keeps_their_visit(machines: Machine, clinic: LittleClinic) -> None:
    """Ids that refer to each other move together, over several operations."""
    backup = machines.copy("backup")
    for machine, name in ((machines, "Original"), (backup, "Restored")):
        with machine.replica.work("register", "patient") as work:
            person = work.create(patients, patient_number="PAT-2026-A00001", first_name=name)
        with machine.replica.work("walk_in", "patient") as work:
            work.create(
                queue_management,
                token_number="20260309-A001",  # a queue token
                patient_id=person["id"],
                location_id=clinic.location["id"],
                business_date=MORNING.date(),
                check_in_time=MORNING,
            )
    machines.sync()
    backup.sync()
    for replica in (clinic.centre, backup.replica):
        with replica.read() as reading:
            query = select(patients.c.first_name, queue_management.c.token_number).join(
                queue_management, queue_management.c.patient_id == patients.c.id
            )
            names = {row["first_name"]: row["token_number"] for row in reading.all(query)}
        assert set(names) == {"Original", "Restored"}
        assert names["Original"] == "20260309-A001"
        assert names["Restored"].startswith(f"20260309-{backup.replica.identity.series}")
    backup.close()


def test_alarms_of_a_copy_are_its_own_and_go_by_the_numbers_of_their_visits(
    machines: Machine, clinic: LittleClinic
) -> None:
    """The uid of an alarm follows from its number: two that were given one number were taken for one alarm."""
    waiting, place = machines.check_in(appointment_uids(clinic)[0]), clinic.location["id"]
    machines.sync()
    backup = machines.copy("backup")
    for machine, number in ((machines, "20260309-A007"), (backup, "20260309-A007"), (backup, waiting)):
        with machine.replica.work("join_queue", "patient") as work:
            raise_alarm(work, location_id=place, business_date=MORNING.date(), token_number=number)
    machines.sync()
    backup.sync()
    own = backup.replica.identity.series
    for replica in (clinic.centre, backup.replica):
        with replica.read() as reading:
            alarms = {row["token_number"]: row["uid"] for row in reading.all(select(help_calls))}
        assert alarms == {number: alarm_uid(place, number) for number in alarms}
        assert {number[:10] for number in alarms} == {"20260309-A", f"20260309-{own}"}
        assert waiting in alarms
        assert len(alarms) == 3
    assert {status for _, status in outcomes(backup)} == {"synced"}
    backup.close()


def test_copy_that_becomes_another_keeps_nobody_whom_its_server_does_not_send(
    machines: Machine, clinic: LittleClinic
) -> None:
    """Whoever has no visit is of no kiosk's scope: nobody would tell this one that they were erased."""
    with machines.replica.work("register", "patient") as work:
        person = work.create(patients, patient_number="PAT-2026-A00001", first_name="Original")
    copy = machines.copy("copy")
    machines.check_in(appointment_uids(clinic)[1])
    machines.sync()
    with clinic.centre.work("erase", "system") as work:
        assert isinstance(erase(work, person["id"]), Erased)
    copy.check_in(appointment_uids(clinic)[0])
    copy.sync()
    assert copy.replica.identity.device_uid != machines.replica.identity.device_uid
    copy.sync()
    with copy.replica.read() as reading:
        assert reading.first(select(patients).where(patients.c.uid == person["uid"])) is None
    copy.close()


def test_audit_entries_made_anew_are_a_chain_of_the_new_device(machines: Machine, clinic: LittleClinic) -> None:
    first, second, third, *_ = appointment_uids(clinic)
    backup = machines.copy("backup")
    machines.check_in(first)
    machines.sync()
    backup.check_in(second)
    backup.check_in(third)
    backup.sync()
    with clinic.centre.read() as reading:
        mine = audit_trail.c.writer == str(backup.replica.identity.device_uid)
        entries = reading.all(select(audit_trail).where(mine).order_by(audit_trail.c.id))
    assert [entry["previous_hash"] for entry in entries] == ["", entries[0]["hash"]]
    backup.close()


def test_server_that_was_put_back_gets_again_what_it_had_answered(machines: Machine, clinic: LittleClinic) -> None:
    first, second, *_ = appointment_uids(clinic)
    machines.check_in(first)
    machines.check_in(second)
    machines.sync()
    forget_at_the_centre(clinic, machines)
    assert outbox.count_pending(machines.replica.database) == 0
    machines.sync()
    machines.sync()
    assert len(checked_in(clinic)) == 2
    assert {status for _, status in outcomes(machines)} == {"synced"}


def test_server_that_waits_for_what_has_left_the_log_long_ago_gets_the_rest_under_a_new_name(
    machines: Machine, clinic: LittleClinic
) -> None:
    first, second, third, *_ = appointment_uids(clinic)
    for uid in (first, second):
        machines.check_in(uid)
        machines.sync()
    was = machines.replica.identity.device_uid
    with machines.replica.database.writing() as connection:
        oldest = select(offline_sync_logs.c.id).order_by(offline_sync_logs.c.id).limit(1).scalar_subquery()
        connection.execute(offline_sync_logs.delete().where(offline_sync_logs.c.id == oldest))
    forget_at_the_centre(clinic, machines)
    machines.check_in(third)
    machines.sync()
    machines.sync()
    assert machines.replica.identity.device_uid != was
    assert len(checked_in(clinic)) == 2
    assert {status for _, status in outcomes(machines)} == {"synced"}


def forget_at_the_centre(clinic: LittleClinic, machine: Machine) -> None:
    """The centre is restored from before it heard of anything that the kiosk did."""
    with clinic.centre.database.writing() as connection:
        door = {"door": "open"}
        connection.execute(queue_management.delete().execution_options(**door))
        connection.execute(
            audit_trail.delete()
            .where(audit_trail.c.writer == str(machine.replica.identity.device_uid))
            .execution_options(**door)
        )
        connection.execute(
            appointments.update()
            .values(status="scheduled", queue_token=None, version=1, stamps=None)
            .execution_options(**door)
        )
        log = offline_sync_logs
        connection.execute(log.delete().where(log.c.device_id == str(machine.replica.identity.device_uid)))
    clinic.restore(epoch=2)


def test_what_was_settled_long_ago_leaves_the_log_and_what_was_not_stays(
    machines: Machine, clinic: LittleClinic
) -> None:
    first, second, *_ = appointment_uids(clinic)
    machines.check_in(first)
    machines.sync()
    machines.check_in(second)
    later = clinic.clock.now() + timedelta(days=1)
    assert outbox.prune(machines.replica.database, MORNING - timedelta(days=1)) == 0
    assert outbox.prune(machines.replica.database, later) == 1
    assert outbox.prune(machines.replica.database, later) == 0
    assert outbox.count_pending(machines.replica.database) == 1
    assert count_rows(machines.replica, offline_sync_logs) == 1

    machines.close()
    machines.clock = HandClock(MORNING.replace(year=1970))
    machines.open()
    machines.sync()
    assert outcomes(machines)[-1][1] == "synced"
    assert outbox.prune(machines.replica.database, MORNING - KEEP_SETTLED) == 0  # it was not answered in 1970


def test_rows_that_differ_are_found_counted_and_mended(machines: Machine, clinic: LittleClinic) -> None:
    """A disk that forgot a row and bent another, and a row that nobody ever sent."""
    machines.check_in(appointment_uids(clinic)[0])
    machines.sync()
    rot(machines)
    assert asyncio.run(compared(machines)) == 3
    assert asyncio.run(compared(machines)) == 0
    assert {row["uid"]: row["reason_for_visit"] for row in everything(machines.replica)} == {
        row["uid"]: row["reason_for_visit"] for row in everything(clinic.centre)
    }


def rot(machine: Machine) -> None:
    door = {"door": "open"}
    first, second, third, *_ = everything(machine.replica)
    with machine.replica.database.writing() as connection:
        connection.execute(appointments.delete().where(appointments.c.id == first["id"]).execution_options(**door))
        bent = appointments.update().where(appointments.c.id == second["id"])
        connection.execute(bent.values(reason_for_visit="bent", image_hash=1).execution_options(**door))
        copied = {**third, "id": 999_999, "uid": machine.replica.new_uid(), "appointment_number": "APT-2026-9999"}
        connection.execute(appointments.insert().values(dict(copied)).execution_options(**door))


def everything(replica: Replica) -> list[Row]:
    with replica.read() as reading:
        return list(reading.all(select(appointments).order_by(appointments.c.id)))


async def compared(machine: Machine) -> int | None:
    way = kept_way(machine.site.server.url, lambda: machine.key, machine.replica)()
    mended = await compare_and_heal(machine.replica, way)
    await way.close()
    return mended
