"""A little clinic for tests: a centre with a location, a doctor and patients, and devices enrolled at it.

Everything is real but the clock: migrated databases (SQLCipher on devices), units of work, the feed, the ingest.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import func, select

from server_sync.central.sync.feed_pages import feed_page
from server_sync.central.sync.ingest import DeviceIdentity, Offered, Settled, ingest
from server_sync.clinic.ids import uuid7
from server_sync.clinic.leases import NoUptime, SinceBoot
from server_sync.records import outbox
from server_sync.records.database import Database, open_database
from server_sync.records.reading import Row
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import (
    appointments,
    availability,
    devices,
    feed_heads,
    locations,
    patients,
    queue_management,
    users,
)
from server_sync.records.upstream.apply import apply_page
from server_sync.worker.laid_over import lay_over
from tests.current_schema import bring_to_current_schema

MORNING = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
DEVICE_KEY = "5e" * 32
CODE = "40718253"
PHONE = "+44 7700 900123"
BORN = date(1958, 3, 14)


class HandClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime = MORNING) -> None:
        self._now = now

    def now(self) -> datetime:
        """Where the hands stand."""
        return self._now

    def move(self, by: timedelta) -> None:
        """Move the hands, backwards too."""
        self._now += by


@dataclass(frozen=True, slots=True)
class Device:
    """A device's replica and the identity that its key proves at the centre."""

    replica: Replica
    identity: DeviceIdentity

    @property
    def database(self) -> Database:
        return self.replica.database


class LittleClinic:
    """A centre with one location ("Riverside Clinic", London), one doctor, who is in today, and no patients yet."""

    def __init__(self, database: Database, folder: Path, clock: HandClock | None = None) -> None:
        self.clock = clock or HandClock()
        self._folder = folder
        self._random = Random(7)
        bring_to_current_schema(database)
        found(database, Identity("centre", self._uid()))
        self.centre = Replica(database, clock=self.clock, random_bytes=self._random.randbytes)
        with self.centre.work("set_up", "system") as work:
            self.location = work.create(
                locations,
                name="Riverside Clinic",
                code="",
                time_zone="Europe/London",
                waiting_area="Waiting area B",
                opening_hours="8:00-18:00",
                phone="+44 20 7946 0000",
                public_url="https://clinic.example",
            )
            self.doctor = work.create(
                users, display_name="Dr Okafor", role="doctor", room="Room 3", location_id=self.location["id"]
            )
            work.create(
                availability,
                doctor_id=self.doctor["id"],
                location_id=self.location["id"],
                date=MORNING.date(),
                start_time=time(8),
                end_time=time(18),
            )

    def open_on(self, day: date) -> None:
        """The doctor is in on one more day, from 8 to 18."""
        with self.centre.work("set_up", "system") as work:
            work.create(
                availability,
                doctor_id=self.doctor["id"],
                location_id=self.location["id"],
                date=day,
                start_time=time(8),
                end_time=time(18),
            )

    def book(
        self,
        starts_at: datetime,
        *,
        code: str = CODE,
        phone: str = PHONE,
        born: date = BORN,
        first_name: str = "Jane",
        last_name: str = "Sample",
        patient: Row | None = None,
    ) -> Row:
        """A patient (unless given) with an appointment; the appointment's row."""
        with self.centre.work("book", "system") as work:
            if patient is None:
                patient = work.create(
                    patients,
                    patient_number=f"PAT-2026-{work.next_count('patient_number:2026'):05d}",
                    first_name=first_name,
                    last_name=last_name,
                    date_of_birth=born,
                    phone=phone,
                )
            return work.create(
                appointments,
                appointment_number=f"APT-2026-{work.next_count('appointment_number:2026'):04d}",
                patient_id=patient["id"],
                doctor_id=self.doctor["id"],
                location_id=self.location["id"],
                scheduled_date=starts_at,
                status="scheduled",
                booking_code=code,
            )

    def enrol(self, series: str, block: int, kind: str = "kiosk", since_boot: SinceBoot | None = None) -> Device:
        """A kiosk, or another machine, with an empty replica of its own."""
        uid = self._uid()
        with self.centre.work("enrol", "system") as work:
            row = work.create(
                devices,
                uid=uid,
                name=f"{kind.capitalize()} {series}",
                kind=kind,
                location_id=self.location["id"],
                series=series,
                id_block=block,
            )
        database = open_database(f"sqlite:///{self._folder / f'kiosk-{series}.db'}", key_hex=DEVICE_KEY)
        bring_to_current_schema(database)
        found(database, Identity("device", uid, self.location["id"], series, block, kind))
        replica = Replica(
            database, clock=self.clock, random_bytes=self._random.randbytes, since_boot=since_boot or NoUptime()
        )
        return Device(replica, DeviceIdentity(row["id"], uid, self.location["id"], block, kind))

    def pull(self, device: Device, limit: int = 500) -> int:
        """Let a device take every page of its feed; how many entries there were."""
        entries = 0
        while True:
            page = feed_page(self.centre, device.identity, outbox.stored_cursor(device.database), limit)
            apply_page(device.database, page, self.clock, rebase=lay_over)
            entries += sum(len(group.rows) for group in page.groups) + len(page.absent) + len(page.left)
            if page.is_last:
                return entries

    def push(self, device: Device) -> tuple[Settled, ...]:
        """Let a device offer all that is pending, and note what the centre answers."""
        settled = self.offer(device)
        answers = [
            outbox.Answer(one.change_set_uid, one.status, one.outcome, one.resolution)
            for one in settled
            if one.status is not None
        ]
        outbox.mark_answered(device.database, answers, self.clock.now())
        return settled

    def offer(self, device: Device) -> tuple[Settled, ...]:
        """Offer all that is pending, and lose the answer on the way back."""
        sets = outbox.pending(device.database, 1000)
        return ingest(self.centre, device.identity, [Offered(one.change_set, one.hash) for one in sets])

    def sync(self, *members: Device) -> None:
        """Push from every device, then let every one pull."""
        for device in members:
            self.push(device)
        for device in members:
            self.pull(device)

    def places(self, replica: Replica | None = None) -> list[Row]:
        """Every place in the queue, by number."""
        with (replica or self.centre).read() as reading:
            return list(reading.all(select(queue_management).order_by(queue_management.c.token_number)))

    def restore(self, epoch: int) -> None:
        """Start a new epoch, as a server does that was restored from a backup."""
        with self.centre.database.writing() as connection:
            connection.execute(feed_heads.update().values(epoch=epoch))

    def _uid(self) -> UUID:
        return uuid7(self.clock.now(), self._random.randbytes)


def count_rows(replica: Replica, table: object) -> int:
    """How many rows a table holds."""
    with replica.read() as reading:
        return int(reading.scalar(select(func.count()).select_from(table)))  # type: ignore[arg-type]  # a Table
