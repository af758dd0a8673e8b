"""Whom this replica knows to be erased, by uid alone: what it knows better than a server that went back in time."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, insert, select

from server_sync.records.among import among
from server_sync.records.database import Database
from server_sync.records.prepared import Prepared
from server_sync.records.tables import known_erasures, patients


def note_erased(connection: Connection, uids: Collection[UUID]) -> None:
    """Remember that these people were erased, for as long as this replica lasts."""
    known = {row["patient_uid"] for row in _KNOWN.rows(connection, {"uids": list(uids)})}
    new = [{"patient_uid": uid} for uid in sorted(set(uids) - known)]
    if new:
        connection.execute(insert(known_erasures), new)


def come_back(database: Database, most: int) -> tuple[UUID, ...]:
    """Up to `most` people who stand here as the server sent them, and were erased before."""
    with database.reading() as connection:
        return tuple(row["uid"] for row in _COME_BACK.rows(connection, {}))[:most]


_KNOWN = Prepared(select(known_erasures.c.patient_uid).where(among(known_erasures.c.patient_uid, "uids")))
_COME_BACK = Prepared(
    select(patients.c.uid)
    .join(known_erasures, known_erasures.c.patient_uid == patients.c.uid)
    .where(patients.c.erased_at.is_(None))
    .order_by(patients.c.uid)
)
