"""Which locations must hear of what a batch settled: every record that a set named, whatever became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.central.sync.settling.ownership import MOST_CHANGES
from server_sync.central.sync.settling.picture import Picture, Reference, Row
from server_sync.central.sync.settling.reading import among, ask, is_postgres, listed
from server_sync.protocol.canonical import Json
from server_sync.records.feed import publishing
from server_sync.records.feed.scope import BRINGS_ALONG, HELD_BY_LOCATION, Touched
from server_sync.records.tables import BY_NOUN

_SILENT = frozenset({"audit", "lease_ask"})
"""Nouns that no feed tells of."""
_OF_A_VISIT = ("id", "location_id", "patient_id", "doctor_id", "scheduled_date", "business_date")


def publish_settled(
    connection: Connection,
    device: DeviceIdentity,
    picture: Picture,
    made: Iterable[Reference],
    named: Iterable[Reference],
    now: datetime,
) -> frozenset[int]:
    """Put into the feed what was `made` in this batch and all else that its sets `named` or changed.

    Called last before COMMIT. The device hears of each record that it named: as it stands, or that there is none.
    One that belongs to another location stays unknown to it: to name a uid is not to be allowed to read it. Of people
    whom it must not hold, the feed says to a kiosk that they left.
    """
    news: dict[int, dict[Reference, None]] = {device.location_id: {}}
    people: dict[int, Reference] = {}
    new = dict.fromkeys(made)  # in their order: a simulated run must be the same in every process
    touched: list[Touched] = []
    booked = {row["id"]: row for (noun, _), row in picture.rows.items() if noun == "appointment"}
    for reference in {**new, **dict.fromkeys(named)}:
        noun, _uid = reference
        row = picture.rows.get(reference)
        if noun in _SILENT:
            continue
        if row is None:
            news[device.location_id][reference] = None
        elif noun == "patient":
            people[int(str(row["id"]))] = reference
            news[device.location_id][reference] = None
        elif reference in new and noun in BRINGS_ALONG:
            touched.append(_touched(booked, reference, row))
        elif noun in HELD_BY_LOCATION or noun == "conflict":
            news.setdefault(int(str(row["location_id"])), {})[reference] = None
    for location_id, patient_id in _where_people_are(connection, people):
        news.setdefault(location_id, {})[people[patient_id]] = None
    told = {place: references for place, references in news.items() if references}
    return publishing.publish(connection, touched, absent=told, today=now.date())


def named_in(body: Any) -> list[Reference]:  # Any: what a device sent, of which nobody knows what it is
    """The records that a set names which nobody can read, as far as that can be told, up to MOST_CHANGES."""
    items = body.get("sync_data") if isinstance(body, dict) else None
    named = (_reference(one) for one in (items if isinstance(items, list) else [])[:MOST_CHANGES])
    return list(dict.fromkeys(one for one in named if one is not None and one[0] not in _SILENT))


def _reference(item: Any) -> Reference | None:
    try:
        return (item["type"], UUID(item["uid"])) if item["type"] in BY_NOUN else None
    except (TypeError, ValueError, LookupError, AttributeError):
        return None


def _touched(booked: Mapping[Json, Row], reference: Reference, row: Row) -> Touched:
    """A new place or appointment, which brings its patient and its doctor along.

    Not where its own appointment has brought them: then the location holds them already.
    """
    noun, uid = reference
    known: dict[str, Any] = {name: row[name] for name in _OF_A_VISIT if name in row}
    if noun == "queue" and _came_with_its_appointment(booked, row):
        known |= {"patient_id": None, "doctor_id": None}
    return Touched(noun, uid, known, is_new=True)


def _came_with_its_appointment(booked: Mapping[Json, Row], row: Row) -> bool:
    appointment = booked.get(row["appointment_id"])
    if appointment is None:
        return False
    return all(row[name] == appointment[name] for name in ("location_id", "patient_id", "doctor_id"))


def _where_people_are(connection: Connection, people: Mapping[int, Reference]) -> list[tuple[int, int]]:
    """Locations by the ids of people: wherever they have appointments or places, by any of their records."""
    if not people:
        return []
    postgres = is_postgres(connection)
    ids = listed(people, postgres=postgres)
    of_these = among("id", "BIGINT", 1, postgres=postgres)
    parts = [f"SELECT location_id, person FROM {table} JOIN own ON patient_id = own.id" for table in _VISITS]  # noqa: S608
    (rows,) = ask(connection, [(_OWN.format(of_these=of_these) + " UNION ".join(parts), [ids])])
    return [(location_id, patient_id) for location_id, patient_id in rows]


_VISITS = ("appointments", "queue_management")
_OWN = (
    "WITH RECURSIVE own (id, uid, person) AS (SELECT id, uid, id FROM patients WHERE {of_these} UNION "
    "SELECT merged.id, merged.uid, own.person FROM own JOIN patients AS merged ON merged.merged_into_uid = own.uid) "
)
"""The records of each person, those included that lead to theirs."""
