"""Who of the staff a set of the log speaks of: its body names people and machines by uid alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from server_sync.protocol.canonical import Json
from server_sync.records.reading import Reading
from server_sync.records.tables import devices, users

NAMELESS = frozenset({"patient", "system"})
"""Actors who are no uid: whoever stood at the kiosk, and the program itself or somebody unknown."""


@dataclass(frozen=True, slots=True)
class Involved:
    """`actor` is a member of staff's name, or one of `NAMELESS`; `about` the colleague or machine that it concerns.

    Both are empty where the records know nobody. A patient is never named.
    """

    actor: str = ""
    about: str = ""


def involved(reading: Reading, body: Json) -> Involved:
    """Read from a set's body, whatever shape it came in."""
    if not isinstance(body, Mapping):
        return Involved()
    said = body.get("actor")
    actor = said if said in NAMELESS else _name(reading, said)
    about = next(filter(None, (_name(reading, uid) for uid in _witnessed(body))), "")
    return Involved(str(actor), "" if about == actor else about)


def _witnessed(body: Mapping[str, Json]) -> Iterator[Json]:
    """Of whom or what a set's audit entry speaks, by uid."""
    parts = body.get("sync_data")
    for part in parts if isinstance(parts, list) else ():
        told = part.get("data") if isinstance(part, Mapping) and part.get("type") == "audit" else None
        if isinstance(told, Mapping):
            yield told.get("record_uid")


def _name(reading: Reading, uid: Json) -> str:
    try:
        known = UUID(str(uid))
    except ValueError:
        return ""
    person = reading.scalar(select(users.c.display_name).where(users.c.uid == known))
    return str(person or reading.scalar(select(devices.c.name).where(devices.c.uid == known)) or "")
