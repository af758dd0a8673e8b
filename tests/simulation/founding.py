"""The morning of every seed: a clinic with its people, and an empty, founded replica for each machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import select

from server_sync.central.sync.device_keys import hash_of
from server_sync.central.sync.ingest import DeviceIdentity
from server_sync.clinic.ids import uuid7
from server_sync.clinic.numbers import series_at
from server_sync.desk.appointments.slot_claims import Claim, claim
from server_sync.records.migration import migrate
from server_sync.records.replica import Identity, Replica, found
from server_sync.records.tables import appointments, availability, devices, locations, patients, users
from tests.simulation.disks import Disk, Image
from tests.simulation.plan import DESK, HUB, LEASE_POLICY
from tests.simulation.virtual_time import NINE

LOCATION = 1
PATIENTS = 24
BOOKED = 16
MOST_KIOSKS = 6


@dataclass(frozen=True, slots=True)
class Founded:
    """The machines of the clinic on the morning of every seed, as images of their disks."""

    images: Mapping[str, Image]
    identities: Mapping[str, DeviceIdentity]
    centre_with_hub: Image
    """The centre's disk, of a place that has a hub as well."""
    centre_with_leases: Image
    """The same, where kiosks hold leases too."""

    def image_of(self, name: str, *, has_hub: bool, leases: bool) -> Image:
        """A machine's disk; with `leases` of a clinic whose kiosks hold some."""
        if leases and name == "centre":
            return self.centre_with_leases
        return self.centre_with_hub if has_hub and name == "centre" else self.images[name]


class _FoundingClock:
    def now(self) -> Any:
        return NINE - timedelta(hours=1)


def device_names() -> tuple[str, ...]:
    """Every device that a seed may use, the reception first."""
    return (DESK, *(f"kiosk-{number}" for number in range(1, MOST_KIOSKS + 1)))


def found_clinic(disks: Mapping[str, Disk]) -> Founded:
    """Make the clinic once a process: the centre with its people, and a founded, empty replica for each device."""
    random = Random("founding")
    clock = _FoundingClock()
    centre_disk = disks["centre"]
    migrate(centre_disk.database)
    found(centre_disk.database, Identity("centre", uuid7(clock.now(), random.randbytes)))
    centre = Replica(centre_disk.database, clock=clock, random_bytes=random.randbytes)
    _people(centre)
    identities = {name: _device(centre, name) for name in device_names()}
    images = {"centre": centre_disk.image()}
    identities[HUB] = _device(centre, HUB)
    for name, identity in identities.items():
        disk = disks[name]
        migrate(disk.database)
        series = series_at(identity.id_block - 1)
        found(disk.database, Identity("device", identity.uid, LOCATION, series, identity.id_block, identity.kind))
        images[name] = disk.image()
    with_hub = centre_disk.image()
    with centre.work("set_up", "system") as work:
        work.change(locations, work.all(select(locations))[0], lease_policy=LEASE_POLICY)
    return Founded(images, identities, with_hub, centre_disk.image())


def _device(centre: Replica, name: str) -> DeviceIdentity:
    kind = {DESK: "reception", HUB: "hub"}.get(name, "kiosk")
    with centre.work("enrol", "system") as work:
        series = series_at(work.next_count(f"series:{LOCATION}") - 1)
        block = work.next_count("id_block")
        own = {"location_id": LOCATION, "series": series, "id_block": block, "key_hash": hash_of(name)}
        row = work.create(devices, name=name, kind=kind, **own)
    return DeviceIdentity(row["id"], row["uid"], LOCATION, block, kind)


def _people(centre: Replica) -> None:
    with centre.work("set_up", "system") as work:
        work.create(
            locations,
            name="Riverside Clinic",
            code="",
            time_zone="Europe/London",
            waiting_area="Waiting area B",
            opening_hours="8:00-18:00",
            phone="+44 20 7946 0000",
        )
        for number in (1, 2):
            doctor = work.create(
                users, display_name=f"Dr Example {number}", role="doctor", room=f"Room {number}", location_id=LOCATION
            )
            for day in range(2):
                work.create(
                    availability,
                    doctor_id=doctor["id"],
                    location_id=LOCATION,
                    date=NINE.date() + timedelta(days=day),
                    start_time=time(8),
                    end_time=time(18),
                    slot_duration_minutes=30,
                )
    for number in range(PATIENTS):
        with centre.work("book", "system") as work:
            patient = work.create(
                patients,
                patient_number=f"PAT-2026-{work.next_count('patient_number:2026'):05d}",
                first_name=("Ada", "Ben", "Cleo", "Dan")[number % 4],
                last_name=f"Sample{number}",
                date_of_birth=date(1950 + number, 3, 14),
                phone=f"+44 7700 9{number:05d}",
                communication_preferences={"sms": True, "email": False},
            )
            if number < BOOKED:
                _book(work, patient["id"], number)


def _book(work: Any, patient_id: int, number: int) -> None:
    starts_at = NINE + timedelta(minutes=30 * (number // 2 % 3))
    doctor = 1 + number % 2
    if number >= 6:  # on the next day, and later today, where they can be moved and called off
        starts_at = NINE + timedelta(hours=3 + (number // 2), days=number % 3 == 0)
    claim(work.connection, Claim(doctor, starts_at, starts_at + timedelta(minutes=30), 1))
    work.create(
        appointments,
        appointment_number=f"APT-2026-{work.next_count('appointment_number:2026'):04d}",
        patient_id=patient_id,
        doctor_id=doctor,
        location_id=LOCATION,
        scheduled_date=starts_at,
        status="scheduled",
        holds_slot=True,
        booking_code=f"{number:08d}",
    )
