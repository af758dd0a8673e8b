"""The sync log as an admin asks the centre for it: of the places that are theirs, and never without a trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from server_sync.central.access.audit import record_log_reading
from server_sync.central.access.callers import Caller
from server_sync.clinic.roles import Role
from server_sync.desk.sync_log.entries import (
    LogPage,
    Place,
    Wanted,
    count,
    days_wanted,
    devices_at,
    names,
    read_page,
    stretches,
    zone_of,
)
from server_sync.desk.sync_log.export import Format, Heading, Stretches, export_as
from server_sync.desk.sync_log.words import LogWords, asked_in_words
from server_sync.protocol.canonical import Json
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.tables import locations, users

CONSOLE = Caller(Role.ADMIN, "system")
"""Whoever may run commands on the server's own machine."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entries an admin wants. Days are the location's own, both included; without one, of the first location."""

    first_day: date | None = None
    last_day: date | None = None
    location_id: int | None = None
    device_uid: str | None = None
    intent: str | None = None
    noun: str | None = None
    status: SyncStatus | None = None
    with_bodies: bool = False

    def to_json(self) -> dict[str, Json]:
        """As the audit trail keeps it: what was asked for, and nothing else."""
        asked: dict[str, Json] = {
            "from": None if self.first_day is None else self.first_day.isoformat(),
            "to": None if self.last_day is None else self.last_day.isoformat(),
            "location_id": self.location_id,
            "device_uid": self.device_uid,
            "intent": self.intent,
            "type": self.noun,
            "status": self.status and self.status.value,
            "bodies": self.with_bodies or None,
        }
        return {name: value for name, value in asked.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the log, and the time zone that its times are to be shown in."""

    page: LogPage
    time_zone: str


@dataclass(frozen=True, slots=True)
class Export:
    """An export that is about to begin. `entries` are read as `written` is asked for more; nothing is held between."""

    heading: Heading
    entries: Stretches
    count: int
    """How many there were when it began."""

    def written(self, kind: Format) -> Iterator[bytes]:
        """The file, piece by piece."""
        return export_as(kind, self.heading, self.entries)


def list_log(replica: Replica, caller: Caller, asked: Asked, after: Place | None, limit: int) -> Listed | None:
    """One page, newest first; None where there is no such location for the caller. Itself in the trail."""
    with replica.read() as reading:
        found = _found(reading, caller, asked)
        if found is None:
            return None
        page = read_page(reading, found.wanted, after, limit)
    record_log_reading(replica, caller.actor, "read_sync_log", asked.to_json())
    return Listed(page, found.time_zone)


def begin_export(replica: Replica, caller: Caller, asked: Asked, kind: Format) -> Export | None:
    """Everything that is asked for; None where there is no such location for the caller. In the trail before it goes.

    Raises StorageFault, as `written` may half-way: then the file is worth nothing.
    """
    with replica.read() as reading:
        found = _found(reading, caller, asked)
        if found is None:
            return None
        total = count(reading, found.wanted)
        heading = Heading(
            place=found.place,
            time_zone=found.time_zone,
            made_at=reading.now,
            made_by=_name_of(reading, caller),
            asked=_in_words(reading, asked),
            with_bodies=asked.with_bodies,
        )
    record_log_reading(replica, caller.actor, "export_sync_log", asked.to_json() | {"format": kind.value})
    return Export(heading, stretches(replica.read, found.wanted), total)


@dataclass(frozen=True, slots=True)
class _Found:
    wanted: Wanted
    time_zone: str
    place: str


def _found(reading: Reading, caller: Caller, asked: Asked) -> _Found | None:
    """What the caller's filter means here. Staff of one location see its devices only."""
    where = asked.location_id or caller.location_id
    time_zone = zone_of(reading, where)
    if where is not None and (time_zone is None or not caller.may_work_at(where)):
        return None
    time_zone = time_zone or "UTC"
    since, until = days_wanted(asked.first_day, asked.last_day, time_zone)
    of_location = None if where is None else devices_at(reading, where)
    wanted = Wanted(
        since=since,
        until=until,
        devices=_both(of_location, asked.device_uid),
        intent=asked.intent,
        noun=asked.noun,
        status=asked.status,
        with_bodies=asked.with_bodies,
    )
    return _Found(wanted, time_zone, _place(reading, where))


def _both(of_location: tuple[str, ...] | None, device: str | None) -> tuple[str, ...] | None:
    if device is None:
        return of_location
    return (device,) if of_location is None or device in of_location else ()


def _place(reading: Reading, location_id: int | None) -> str:
    if location_id is None:
        return ""
    return str(reading.scalar(select(locations.c.name).where(locations.c.id == location_id)))


def _name_of(reading: Reading, caller: Caller) -> str:
    if caller.user_id is None:
        return "the server's console"
    return str(reading.scalar(select(users.c.display_name).where(users.c.id == caller.user_id)))


def _in_words(reading: Reading, asked: Asked) -> tuple[tuple[str, str], ...]:
    """The filter for the summary page, in English as the rest of what the centre exports."""
    device = (asked.device_uid and (names(reading).get(asked.device_uid) or asked.device_uid)) or ""
    status = "" if asked.status is None else asked.status.value
    return asked_in_words(
        LogWords("en"), asked.first_day, asked.last_day, device, asked.intent or "", asked.noun or "", status
    )
