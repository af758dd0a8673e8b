"""Reading the queue for a desk: every doctor's line as it stands, and all that is to be known of one in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from sqlalchemy import bindparam, select

from server_sync.clinic.local_time import moment_of
from server_sync.clinic.numbers import Token, short_number
from server_sync.clinic.visits import AppointmentStatus, HeldBack, QueueStatus
from server_sync.desk.appointments.availability import doctors_in
from server_sync.desk.place import Location, location_of
from server_sync.desk.queue.at_desk import (
    ComingToday,
    DeskBoard,
    DeskDoctor,
    DeskLine,
    DeskPlace,
    Expected,
    PersonAtDesk,
)
from server_sync.desk.queue.line import NOT_BOOKED, booked_for, true_now
from server_sync.desk.queue.open_queue import Arranged, OpenLine, arrange, open_queue
from server_sync.desk.queue.view import arranged_at, held_back
from server_sync.desk.reasons import reason_in
from server_sync.desk.waits.reading import COMES_YET
from server_sync.desk.waits.told import range_told
from server_sync.records.prepared import Prepared
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import appointments, devices, patients, users

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where and when places are looked at, and who works there, by id and by uid."""

    location: Location
    now: datetime
    staff: tuple[Row, ...]
    doctors_in: Collection[int]

    @property
    def doctors(self) -> tuple[DeskDoctor, ...]:
        own = (row for row in self.staff if row["role"] == "doctor" and row["is_active"])
        return tuple(
            DeskDoctor(row["id"], row["display_name"], row["room"] or "", row["id"] in self.doctors_in) for row in own
        )

    def name_of(self, actor: str | None) -> str:
        """Who it was, by what the log calls them."""
        return next((row["display_name"] for row in self.staff if str(row["uid"]) == actor), actor or "")

    def local(self, moment: datetime) -> datetime:
        return self.location.local(moment)


def desk_board(reading: Reading, location_id: int) -> DeskBoard:
    """Everybody who is in the queue now, for those who work with it. Five queries, however many wait.

    Raises StorageFault `no_location`.
    """
    queue = open_queue(reading, location_id, for_staff=True)
    here = _here(reading, queue.location)
    open_lines = {line.doctor_id: line for line in queue.lines}
    known = {doctor.id for doctor in here.doctors}
    named = [doctor for doctor in here.doctors if doctor.is_in or doctor.id in open_lines]
    # Somebody may still wait for a doctor who has left the clinic.
    gone = [
        DeskDoctor(one, line.doctor_name, "", False) for one, line in open_lines.items() if one and one not in known
    ]
    lines = [DeskLine(doctor, _places(reading, here, open_lines.get(doctor.id))) for doctor in (*named, *gone)]
    pool = _places(reading, here, open_lines.get(None))
    if pool:
        lines.append(DeskLine(None, pool))
    return DeskBoard(here.local(here.now), tuple(lines), here.doctors, here.location.policy.triaged_by)


def desk_place(reading: Reading, place_id: int) -> DeskPlace | None:
    """One place as it stands, open or over; None where it is unknown."""
    found = arranged_at(reading, place_id)
    if found is None:
        return None
    here = _here(reading, found.location)
    return _place(reading, here, found.one)


def person_at_desk(reading: Reading, place_id: int) -> PersonAtDesk | None:
    """One place with who holds it and why they stand there; None where it is unknown."""
    found = arranged_at(reading, place_id)
    if found is None:
        return None
    row, here = found.row, _here(reading, found.location)
    person: Mapping[str, object] = reading.first(_PERSON, {"id": row["patient_id"]}) or {}
    visit: Mapping[str, object] = reading.first(_VISIT, {"id": row["appointment_id"]}) or {}
    claims = row["claims"] if isinstance(row["claims"], dict) else {}
    born = person.get("date_of_birth")
    reason = str(visit.get("reason_for_visit") or claims.get("reason_for_visit") or "")
    words = reason_in(reading, found.location.id, _code(visit) or _code(claims))
    return PersonAtDesk(
        place=_place(reading, here, found.one),
        doctor_name=row["doctor_name"] or "",
        birth_date=born,  # type: ignore[arg-type]  # a DATE, as its column says
        phone=str(person.get("phone") or ""),
        needs=str(visit.get("special_requirements") or claims.get("special_requirements") or ""),
        reason=reason,
        # Somebody may have written another reason since.
        reason_words=words if reason in words.values() else {},
        came_by=_machine(reading, found.location, row["token_number"]),
        claimed_urgency=str(claims.get("urgency_level") or visit.get("urgency_level") or ""),
        explanation=found.explanation,
        put_first_by=here.name_of(row["override_by"]),
        put_first_at=None if row["override_at"] is None else here.local(row["override_at"]),
    )


def _code(said: Mapping[str, object]) -> str | None:
    code = said.get("reason_code")
    return code if isinstance(code, str) else None


def coming_today(reading: Reading, location_id: int, doctor_id: int) -> ComingToday:
    """Who is expected next by a doctor and has not come yet. Raises StorageFault `no_location`."""
    location, now = location_of(reading, location_id), true_now(reading)
    ends = moment_of(location.today(reading.now) + timedelta(days=1), time(), location.time_zone)
    since = now - COMES_YET
    rows = reading.all(_COMING, {"doctor_id": doctor_id, "location_id": location.id, "since": since, "ends": ends})
    if not rows:
        return ComingToday(None, 0)
    first = rows[0]
    name = _full_name(first)
    return ComingToday(
        Expected(location.local(first["scheduled_date"]), name, first["reason_for_visit"] or ""),
        len(rows),
        location.local(rows[-1]["scheduled_date"]),
    )


def _here(reading: Reading, location: Location) -> _Here:
    staff = tuple(reading.all(_STAFF, {"location_id": location.id}))
    return _Here(location, true_now(reading), staff, doctors_in(reading, location))


def _places(reading: Reading, here: _Here, line: OpenLine | None) -> tuple[DeskPlace, ...]:
    if line is None:
        return ()
    return tuple(_place(reading, here, one) for one in arrange(line, here.now))


def _place(reading: Reading, here: _Here, one: Arranged) -> DeskPlace:
    row, entry = one.place.row, one.place.entry
    arrived = _arrived_at(row)
    since = _since(one.place.status, row, arrived)
    booked, held = booked_for(row), held_back(one)
    beyond = 0.0 if entry is None else entry.waited_min(here.now) - entry.terms.target_min
    return DeskPlace(
        id=row["id"],
        uid=row["uid"],
        number=short_number(row["token_number"]),
        name=_full_name(row),
        status=one.place.status,
        held_back=None if held is None else HeldBack(held),
        doctor_id=row["doctor_id"],
        position=one.position,
        wait=range_told(reading, row, one.estimate),
        arrived_at=here.local(arrived),
        since=here.local(since),
        minutes=max(0, int((here.now - since) / _MINUTE)),
        booked_for=None if booked is None else here.local(booked),
        over_target_min=max(0, int(beyond)),
        triage_level=row["triage_level"],
        special_reason=row["special_reason"],
        is_late=row["is_late"] if entry is None else entry.is_late,
        is_verified=row["is_verified"] is not False,
        recall_count=row["recall_count"],
        absent_count=row["absent_count"],
        room=row["called_room"] or row["room"] or "",
        called_by=here.name_of(row["called_by"]),
        put_first=row["override_reason"] or "",
    )


def _arrived_at(row: Row) -> datetime:
    arrived: datetime = row["check_in_time"]
    return arrived + timedelta(milliseconds=row["clock_offset_ms"] or 0)


def _since(status: QueueStatus, row: Row, arrived: datetime) -> datetime:
    moments = {QueueStatus.CALLED: row["called_time"], QueueStatus.IN_CONSULTATION: row["consultation_start_time"]}
    return moments.get(status) or arrived


def _full_name(row: Row) -> str:
    return " ".join(name for name in (row["first_name"], row["last_name"]) if name)


def _machine(reading: Reading, location: Location, token_number: str) -> str:
    """The machine whose series a number is of; empty for the centre's own, and where nobody knows."""
    try:
        series = Token.parse(token_number).series
    except ValueError:
        return ""
    row = reading.first(_DEVICE, {"location_id": location.id, "series": series})
    return "" if row is None else str(row["name"])


_STAFF = Prepared(
    select(users.c.id, users.c.uid, users.c.display_name, users.c.role, users.c.room, users.c.is_active)
    .where(
        users.c.deleted_at.is_(None),
        (users.c.location_id == bindparam("location_id")) | users.c.location_id.is_(None),
    )
    .order_by(users.c.display_name, users.c.id)
)
_PERSON = Prepared(select(patients.c.date_of_birth, patients.c.phone).where(patients.c.id == bindparam("id")))
_VISIT = Prepared(
    select(
        appointments.c.special_requirements,
        appointments.c.reason_for_visit,
        appointments.c.reason_code,
        appointments.c.urgency_level,
    ).where(appointments.c.id == bindparam("id"))
)
_DEVICE = Prepared(
    select(devices.c.name).where(
        devices.c.location_id == bindparam("location_id"), devices.c.series == bindparam("series")
    )
)
_COMING = Prepared(
    select(appointments.c.scheduled_date, appointments.c.reason_for_visit, patients.c.first_name, patients.c.last_name)
    .join(patients, patients.c.id == appointments.c.patient_id)
    .where(
        appointments.c.doctor_id == bindparam("doctor_id"),
        appointments.c.location_id == bindparam("location_id"),
        appointments.c.scheduled_date >= bindparam("since"),
        appointments.c.scheduled_date < bindparam("ends"),
        (appointments.c.status == AppointmentStatus.SCHEDULED.value)
        | (appointments.c.status == AppointmentStatus.CONFIRMED.value),
        *(appointments.c.appointment_type != kind for kind in sorted(NOT_BOOKED)),
        appointments.c.queue_token.is_(None),
        appointments.c.deleted_at.is_(None),
    )
    .order_by(appointments.c.scheduled_date, appointments.c.id)
)
