"""The demo clinic: invented doctors, patients and a day of appointments, made through the same door as real ones.

Running it again lays the day around the new present: nobody is doubled, whoever has checked in stays so, and
appointments that nobody has used move to new times.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from sqlalchemy import select

from server_sync.central.demo.day import PlannedVisit, plan_sessions, plan_visits
from server_sync.central.demo.people import demo_lists, invent_people
from server_sync.central.demo.waiting import let_some_wait
from server_sync.central.places.offered_places import give_up_place
from server_sync.central.places.unplaced import place_appointments
from server_sync.clinic.arrival import CheckInWindow, Timing
from server_sync.clinic.identity import BOOKING_CODE_DIGITS
from server_sync.clinic.numbers import appointment_number, patient_number
from server_sync.records.reading import Row
from server_sync.records.replica import Replica
from server_sync.records.tables import appointments, availability, locations, patients, users
from server_sync.records.work import Work

SEED = 17
SOURCE = "demo"
_INTENT, _ACTOR = "demo_clinic", "system"
_LEFT_OVER = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class DemoClinic:
    """What can be tried in the demo. `late_code` is None just after midnight, when nobody of today can be late yet."""

    clinic: str
    location_id: int
    time_zone: str
    doctors: int
    patients: int
    appointments: int
    can_check_in_now: int
    booking_code: str
    phone: str
    birth_date: date
    early_code: str
    late_code: str | None


def make_demo_clinic(
    replica: Replica,
    *,
    now: datetime | None = None,
    time_zone: str | None = None,
    public_url: str | None = None,
    seed: int = SEED,
    somebody_waits: bool = False,
) -> DemoClinic:
    """Make the demo clinic at the centre, or lay its day around `now` (aware) again.

    `public_url` is where tickets' QR codes lead. Where `somebody_waits`, lines that nobody has
    joined today are filled. Raises StorageFault.
    """
    zone = time_zone or local_time_zone()
    moment = (now or replica.clock.now()).astimezone(ZoneInfo(zone))
    with replica.work(_INTENT, _ACTOR) as work:
        location = _location(work, zone, public_url)
        doctors = [_doctor(work, location["id"], doctor) for doctor in demo_lists()["doctors"]]
        _open_sessions(work, location["id"], doctors, moment)
    with replica.work(_INTENT, _ACTOR) as work:
        people = _patients(work, seed, moment)
    with replica.work(_INTENT, _ACTOR) as work:
        _lay_the_day(work, location["id"], doctors, people, plan_visits(moment, len(doctors), seed), seed, moment)
    place_appointments(replica)
    if somebody_waits:
        let_some_wait(replica, location["id"], moment)
    return _what_to_try(replica, location, len(doctors), moment)


def local_time_zone(localtime: Path = Path("/etc/localtime")) -> str:
    """This machine's zone by its IANA name; UTC where it tells none."""
    linked = str(localtime.resolve()).partition("zoneinfo/")[2].removeprefix("posix/")
    for name in (os.environ.get("TZ", "").removeprefix(":"), linked):
        if name in available_timezones():
            return name
    return "UTC"


def _location(work: Work, zone: str, public_url: str | None) -> Row:
    listed = demo_lists()["location"]
    held = work.first(select(locations).where(locations.c.code == ""))
    if held is None:
        return work.create(locations, **listed, code="", time_zone=zone, default_language="en", public_url=public_url)
    wanted = {"time_zone": zone} | ({"public_url": public_url} if public_url else {})
    work.change(locations, held, **wanted)
    return {**held, **wanted}


def _doctor(work: Work, location_id: int, listed: Mapping[str, Any]) -> Row:
    held = work.first(select(users).where(users.c.email == listed["email"]))
    return held or work.create(users, **listed, role="doctor", location_id=location_id)


def _open_sessions(work: Work, location_id: int, doctors: Sequence[Row], now: datetime) -> None:
    for doctor in doctors:
        for session in plan_sessions(now):
            hours = {"start_time": session.start, "end_time": session.end}
            query = select(availability).where(
                availability.c.doctor_id == doctor["id"], availability.c.date == session.day
            )
            held = work.first(query)
            if held is not None:
                work.change(availability, held, **hours)
                continue
            work.create(
                availability,
                doctor_id=doctor["id"],
                location_id=location_id,
                date=session.day,
                **hours,
                slot_duration_minutes=15,
            )


def _patients(work: Work, seed: int, now: datetime) -> list[Row]:
    held = {
        row["email"]: row for row in work.all(select(patients).where(patients.c.email.like("patient%@example.org")))
    }
    rows: list[Row] = []
    for person in invent_people(seed, now.date()):
        values = {name: getattr(person, name) for name in person.__slots__}
        rows.append(held.get(person.email) or work.create(patients, patient_number=_number(work, now), **values))
    return rows


def _number(work: Work, now: datetime) -> str:
    return patient_number(now.year, "", work.next_count(f"patient_number:{now.year}"))


def _lay_the_day(
    work: Work,
    location_id: int,
    doctors: Sequence[Row],
    people: Sequence[Row],
    visits: Sequence[PlannedVisit],
    seed: int,
    now: datetime,
) -> None:
    """Unused appointments move to the plan's times; new ones are for people who have none under way."""
    held = work.all(select(appointments).where(appointments.c.booking_source == SOURCE))
    for row in held:
        give_up_place(work.connection, row["uid"])
    unused = [row for row in held if row["status"] == "scheduled"]
    under_way = [row for row in held if row["status"] in ("confirmed", "in_progress")]
    for row in under_way:
        if row["scheduled_date"] < now - _LEFT_OVER:
            work.change(appointments, row, status="completed")
    busy = {row["patient_id"] for row in [*unused, *under_way]}
    free = iter([person for person in people if person["id"] not in busy])
    codes = _booking_codes(seed, {row["booking_code"] for row in held})
    # The newest moves first: what was open to check in stays so, and the oldest codes fall out of use.
    reused = iter(sorted(unused, key=lambda row: row["id"]))
    for visit in sorted(visits, key=lambda visit: visit.status != "scheduled"):
        timed = {
            "doctor_id": doctors[visit.doctor]["id"],
            "scheduled_date": visit.starts_at,
            "status": visit.status,
        }
        moved = next(reused, None)
        if moved is not None:
            work.change(appointments, moved, **timed)
        elif (person := next(free, None)) is not None:
            _book(work, location_id, person, next(codes), timed, now)
    for row in reused:
        work.change(appointments, row, status="no_show")


def _book(work: Work, location_id: int, person: Row, code: str, timed: Mapping[str, Any], now: datetime) -> None:
    work.create(
        appointments,
        appointment_number=appointment_number(now.year, "", work.next_count(f"appointment_number:{now.year}")),
        patient_id=person["id"],
        location_id=location_id,
        appointment_type="online",
        duration_minutes=15,
        booking_code=code,
        booking_source=SOURCE,
        **timed,
    )


def _booking_codes(seed: int, taken: set[str]) -> Iterator[str]:
    random = Random(f"booking codes {seed}")  # noqa: S311 - for invented people; a real one comes from the system
    while True:
        code = f"{random.randrange(10**BOOKING_CODE_DIGITS):0{BOOKING_CODE_DIGITS}d}"
        if code not in taken:
            taken.add(code)
            yield code


def _what_to_try(replica: Replica, location: Row, doctors: int, now: datetime) -> DemoClinic:
    with replica.read() as reading:
        rows = reading.all(
            select(
                appointments.c.booking_code, appointments.c.scheduled_date, patients.c.phone, patients.c.date_of_birth
            )
            .join(patients, patients.c.id == appointments.c.patient_id)
            .where(appointments.c.booking_source == SOURCE, appointments.c.status == "scheduled")
            .order_by(appointments.c.scheduled_date, appointments.c.id)
        )
        people = reading.all(select(patients.c.id))
    early = [row for row in rows if _timing(row, now, spare=timedelta(minutes=15)) is Timing.EARLY]
    late = [row for row in rows if _timing(row, now) is Timing.LATE and _local_day(row, now) == now.date()]
    on_time = [row for row in rows if _timing(row, now) is Timing.ON_TIME]
    # Those just ahead stay on time longest while somebody reads the terminal.
    soon = sorted(on_time, key=lambda row: abs(row["scheduled_date"] - now - timedelta(minutes=30)))
    return DemoClinic(
        clinic=location["name"],
        location_id=location["id"],
        time_zone=location["time_zone"],
        doctors=doctors,
        patients=len(people),
        appointments=len(rows),
        can_check_in_now=len(on_time),
        booking_code=soon[0]["booking_code"],
        phone=soon[1]["phone"],
        birth_date=soon[1]["date_of_birth"],
        early_code=early[-1]["booking_code"],
        late_code=late[-1]["booking_code"] if late else None,
    )


def _timing(row: Row, now: datetime, spare: timedelta = timedelta(0)) -> Timing:
    return CheckInWindow().timing(row["scheduled_date"], now + spare)


def _local_day(row: Row, now: datetime) -> date:
    local: datetime = row["scheduled_date"].astimezone(now.tzinfo)
    return local.date()
