"""Rows as their server sent them, of records over which something of this device's own is laid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select

from server_sync.protocol.canonical import Json
from server_sync.records.prepared import Prepared
from server_sync.records.statements import prepared_insert
from server_sync.records.tables import base_images
from server_sync.records.upstream.unsettled import Reference, Unsettled

Image = Mapping[str, Json]
"""A row as on the wire."""

NUMBERS: Mapping[str, str] = {
    "patient": "patient_number",
    "appointment": "appointment_number",
    "queue": "token_number",
    "help_call": "token_number",
    "location": "code",
}
"""Columns that are unique between records; the centre enforces it, a replica steps aside."""

_AT_ONCE = 500


def stored_bases(connection: Connection, records: Collection[Reference]) -> dict[Reference, Image | None]:
    """What is remembered of these records; None where the server held none."""
    uids = sorted(uid for _, uid in records)
    found: dict[Reference, Image | None] = {}
    for start in range(0, len(uids), _AT_ONCE):
        query = select(base_images).where(base_images.c.record_uid.in_(uids[start : start + _AT_ONCE]))
        found |= {(row.noun, row.record_uid): row.image for row in connection.execute(query)}
    return {reference: image for reference, image in found.items() if reference in records}


def remember_bases(connection: Connection, bases: Mapping[Reference, Image | None]) -> None:
    """Be able to lay changes over these anew."""
    if not bases:
        return
    _FORGET.many(connection, [{"noun_": noun, "uid_": uid} for noun, uid in bases])
    rows = [{"noun": noun, "record_uid": uid, "image": image} for (noun, uid), image in bases.items()]
    _REMEMBER.many(connection, rows)


def unlaid_bases(connection: Connection, unsettled: Unsettled) -> list[Reference]:
    """The records that have a base, and over which nothing is laid any more."""
    stored = [(row["noun"], row["record_uid"]) for row in _STORED.rows(connection, {})]
    return [one for one in stored if not unsettled.names(one)]


def forget_bases(connection: Connection, references: Iterable[Reference]) -> None:
    """What nothing is laid over any more is no base."""
    _FORGET.many(connection, [{"noun_": noun, "uid_": uid} for noun, uid in references])


def forget_bases_of(connection: Connection, uids: Iterable[UUID]) -> None:
    """These records were erased: nothing remembers how they were. That the server held none of one is no secret, and
    stays: else what nobody settles would stand as if it had been sent.
    """
    known = base_images.c.image.is_not(None)
    connection.execute(delete(base_images).where(base_images.c.record_uid.in_(list(uids)), known))


def aside(number: str, uid: UUID) -> str:
    """How a number is called that another record has by right."""
    return f"{number.partition('~')[0]}~{uid.hex[-8:]}"


_STORED = Prepared(select(base_images.c.noun, base_images.c.record_uid))
_FORGET = Prepared(
    delete(base_images).where(base_images.c.noun == bindparam("noun_"), base_images.c.record_uid == bindparam("uid_"))
)
_REMEMBER = prepared_insert(base_images, ("noun", "record_uid", "image"))
