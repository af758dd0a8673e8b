"""At a device: rows over which a hub has laid what the centre has not settled; nobody's older picture replaces them.

They are noted with the page that brought them. The notes go when another server has settled all that the hub's rows
contained: then that server is asked for these rows by name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from server_sync.protocol.canonical import Json
from server_sync.protocol.pages import FeedPage, Reference
from server_sync.records.database import Database
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, devices, held_rows, upstreams

_AT_ONCE = 500

GIVEN_UP_AFTER = timedelta(days=1)
"""A picture that a hub gave so long ago is not kept any longer against the centre's."""


def has_held_rows(database: Database) -> bool:
    """Whether any row waits for its settling elsewhere."""
    with database.reading() as connection:
        return _ANY.first(connection, {}) is not None


def noted(connection: Connection) -> frozenset[Reference]:
    """All such rows; mostly none, and then that costs one look."""
    if _ANY.first(connection, {}) is None:
        return frozenset()
    return frozenset((row.noun, row.record_uid) for row in connection.execute(select(held_rows)))


def not_newer(
    connection: Connection, versions: Mapping[Reference, Json], among: Collection[Reference]
) -> set[Reference]:
    """Of these rows of a page those that are `among` the held ones, and no newer than what is here."""
    wanted = [one for one in versions if one in among]
    here = _versions(connection, wanted)
    return {one for one in wanted if one in here and _number(versions[one]) <= here[one]}


def note(connection: Connection, page: FeedPage, versions: Mapping[Reference, Json]) -> None:
    """Remember which of the rows that a hub's page brought hold more than the centre has settled."""
    held = set(page.held)
    _forget(connection, [one for one in versions if one not in held])
    here = _versions(connection, [one for one in held if one in versions])
    # What this device has seen newer was not written.
    taken = [one for one, version in here.items() if version == _number(versions[one])]
    _forget(connection, taken)
    if taken:
        connection.execute(insert(held_rows), [{"noun": noun, "record_uid": uid} for noun, uid in taken])


def held_and_missing(
    database: Database, upstream: str, settled_of: Mapping[str, int] | None, now: datetime
) -> tuple[Sequence[Reference], Mapping[str, int]]:
    """The held rows, and of which devices a server has settled less than these contain by the word of the hub that
    sent them: through which sequence it has. Where that is nothing, the rows may be as that server says.

    A device that was revoked will settle nothing any more, and a hub that was not heard for `GIVEN_UP_AFTER` may have
    lost, or given up, what it held: for these nobody waits.
    """
    if settled_of is None:
        return (), {}
    with database.reading() as connection:
        held = noted(connection)
        missing = {
            device_uid: settled_of.get(device_uid, 0)
            for device_uid, sequence in (_reflected(connection, upstream, now) if held else ())
            if settled_of.get(device_uid, 0) < sequence and not _is_revoked(connection, device_uid)
        }
    return sorted(held), missing


def release(connection: Connection, references: Iterable[Reference]) -> None:
    """These rows are as another server says from here on."""
    _forget(connection, references)


def _reflected(connection: Connection, upstream: str, now: datetime) -> Iterator[tuple[str, int]]:
    was_heard = upstreams.c.last_pull_at > now - GIVEN_UP_AFTER
    for row in connection.execute(_REFLECTED.where(upstreams.c.name != upstream, was_heard)):
        yield from (row.reflected_of or {}).items()


def _is_revoked(connection: Connection, device_uid: str) -> bool:
    revoked_at = select(devices.c.revoked_at).where(devices.c.uid == UUID(device_uid))
    return connection.execute(revoked_at).scalar() is not None


def _versions(connection: Connection, references: Iterable[Reference]) -> dict[Reference, int]:
    by_noun: dict[str, list[UUID]] = {}
    for noun, uid in references:
        if noun in BY_NOUN:
            by_noun.setdefault(noun, []).append(uid)
    found: dict[Reference, int] = {}
    for noun, uids in by_noun.items():
        columns = BY_NOUN[noun].c
        for start in range(0, len(uids), _AT_ONCE):
            query = select(columns.uid, columns.version).where(columns.uid.in_(uids[start : start + _AT_ONCE]))
            found |= {(noun, row.uid): row.version for row in connection.execute(query)}
    return found


def _number(version: Json) -> int:
    return version if isinstance(version, int) else 0


def _forget(connection: Connection, references: Iterable[Reference]) -> None:
    gone = [{"noun_": noun, "uid_": uid} for noun, uid in references]
    if gone:
        _FORGET.many(connection, gone)


_ANY = Prepared(select(held_rows.c.noun).limit(1))
_REFLECTED = select(upstreams.c.reflected_of)
_FORGET = Prepared(
    delete(held_rows).where(held_rows.c.noun == bindparam("noun_"), held_rows.c.record_uid == bindparam("uid_"))
)
