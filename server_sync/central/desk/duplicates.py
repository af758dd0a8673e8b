"""Looking for the same person under two records, once a batch, among those who were registered or changed in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from server_sync.merge.duplicates import IDENTIFYING, Registered, proposal, same_people
from server_sync.merge.verdicts import Outcome
from server_sync.records.among import among
from server_sync.records.feed.publishing import Reference
from server_sync.records.prepared import Prepared
from server_sync.records.statements import insert_into
from server_sync.records.tables import conflicts, patients

__all__ = ["IDENTIFYING", "propose_same_people"]

_AT_ONCE = 1_000
_MOST_OF_A_GROUP = 5_000
"""Many share a number and the first of January; beyond this nobody would look through the proposals."""


def propose_same_people(
    connection: Connection,
    *,
    uids: Collection[UUID],
    location_id: int,
    now: datetime,
    new_uid: Callable[[], UUID],
    next_id: Callable[[], int],
) -> list[Reference]:
    """Open a conflict for each pair that nobody was asked about yet; their references, for the feed.

    `uids` are the patients that were made, or changed in IDENTIFYING; their rows are written. The caller commits.
    """
    proposed: list[Reference] = []
    wanted = list(uids)
    for start in range(0, len(wanted), _AT_ONCE):
        pairs = _pairs(connection, wanted[start : start + _AT_ONCE])
        rows = [_row(one, location_id, now, new_uid, next_id) for one in pairs]
        if rows:
            connection.execute(insert_into(conflicts, tuple(rows[0])), rows)
            proposed += [("conflict", row["uid"]) for row in rows]
    return proposed


def _pairs(connection: Connection, uids: Sequence[UUID]) -> list[tuple[UUID, UUID, int]]:
    """Pairs that nobody was asked about, with the id of the younger record."""
    ids: dict[UUID, int] = {}
    new = _registered(connection, _BY_UID, {"uids": list(uids)}, ids)
    if not new:
        return []
    keys, born = {one.phone_key for one in new}, {one.born for one in new}
    known = _registered(connection, _BY_KEY, {"keys": sorted(keys), "born": sorted(born)}, ids)
    found = list(same_people(new, known))
    asked = _asked(connection, {older for older, _ in found})
    return [(older, younger, ids[younger]) for older, younger in found if (older, younger) not in asked]


def _registered(
    connection: Connection, query: Prepared, parameters: dict[str, Any], ids: dict[UUID, int]
) -> list[Registered]:
    rows = query.rows(connection, parameters)
    ids.update({row["uid"]: row["id"] for row in rows})
    return [Registered(*(row[name] for name in _TOLD)) for row in rows]


def _asked(connection: Connection, older: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """What was ever proposed of these: also what was decided, and so is never asked again."""
    if not older:
        return set()
    query = select(conflicts.c.record_uid, conflicts.c.fields).where(
        conflicts.c.record_uid.in_(older), conflicts.c.kind == Outcome.SAME_PERSON.value
    )
    return {
        (row.record_uid, UUID(row.fields["merged_into_uid"]["offered"]))
        for row in connection.execute(query)
        if row.fields is not None  # of somebody who was erased
    }


def _row(
    pair: tuple[UUID, UUID, int],
    location_id: int,
    now: datetime,
    new_uid: Callable[[], UUID],
    next_id: Callable[[], int],
) -> dict[str, Any]:
    older, younger, patient_id = pair
    dispute = proposal(older, younger)
    return {
        "id": next_id(),
        "uid": new_uid(),
        "version": 1,
        "location_id": location_id,
        "kind": dispute.kind,
        "noun": dispute.noun,
        "record_uid": older,
        "patient_id": patient_id,
        "words": dispute.words,
        "fields": dispute.fields,
        "created_at": now,
    }


_STANDING = (
    select(
        patients.c.id,
        patients.c.uid,
        patients.c.first_name,
        patients.c.last_name,
        patients.c.phone_key,
        patients.c.date_of_birth,
    )
    .where(
        patients.c.phone_key.is_not(None),
        patients.c.date_of_birth.is_not(None),
        patients.c.merged_into_uid.is_(None),
        patients.c.erased_at.is_(None),
        patients.c.deleted_at.is_(None),
    )
    .order_by(patients.c.id)
)
_TOLD = ("uid", "first_name", "last_name", "phone_key", "date_of_birth")
"""As `Registered` wants them."""
_BY_UID = Prepared(_STANDING.where(among(patients.c.uid, "uids")))
_BY_KEY = Prepared(
    _STANDING.where(among(patients.c.phone_key, "keys"), among(patients.c.date_of_birth, "born")).limit(
        _MOST_OF_A_GROUP
    )
)
