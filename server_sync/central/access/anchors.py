"""Sealing the audit trail: now and then the newest entry of every chain is signed: none can be cut or rewritten unseen.

Each anchor covers the chains that grew since the one before it, and that one's seal. The key is the server's secret;
only where that comes from the environment is it out of reach of whoever can write to the database.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from server_sync.clinic.clocks import to_unix_ms
from server_sync.clinic.ids import block_range
from server_sync.protocol.canonical import Json, encode
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica
from server_sync.records.tables import audit_anchors, audit_trail, devices, offline_sync_logs
from server_sync.records.tables.types import format_moment

OVERLAP = timedelta(minutes=10)
"""Entries get their identity before they are committed; what took longer is sealed with its chain's next one."""

_OVERLAP_RECEIPTS = 1_000

Chains = dict[str, list[Json]]
"""By writer: the id and the hash of its newest entry."""


def anchor(replica: Replica, secret: str) -> bool:
    """Seal what grew since the last anchor; False where nothing did. Raises StorageFault."""
    with replica.read() as reading:
        last = reading.first(_LAST)
        known = _known(reading, last)
        grown = {writer: head for writer, head in _grown(reading, last).items() if known.get(writer) != head}
        receipts = reading.scalar(select(func.max(offline_sync_logs.c.id))) or 0
    if not grown:
        return False
    now = replica.clock.now()
    heads: dict[str, Json] = {
        "chains": dict(sorted(grown.items())),
        "receipts": receipts,
        "previous": "" if last is None else last["seal"],
    }
    with replica.database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("LOCK TABLE audit_anchors IN EXCLUSIVE MODE")
        newest = connection.execute(select(func.max(audit_anchors.c.id))).scalar()
        if newest != (None if last is None else last["id"]):
            return False  # another process was quicker
        connection.execute(insert(audit_anchors), {"at": now, "heads": heads, "seal": seal_of(secret, now, heads)})
    return True


def seal_of(secret: str, at: datetime, heads: Mapping[str, Json]) -> str:
    """The HMAC-SHA256 of an anchor, as 64 hexadecimal digits."""
    said = encode({"at": format_moment(at), "heads": dict(heads)})
    return hmac.digest(secret.encode(), b"audit anchor\x00" + said, hashlib.sha256).hex()


def _grown(reading: Reading, last: Any) -> Chains:
    """The newest entries of the chains that grew: the centre's own by time, devices' by what was received of them."""
    since = None if last is None else last["at"] - OVERLAP
    chains: dict[str, tuple[int, str]] = {}
    query = _ENTRIES if since is None else _ENTRIES.where(audit_trail.c.uid >= _first_uid(since))
    for row in reading.connection.execute(query.execution_options(yield_per=2_000)):
        if row.id > chains.get(row.writer, (0, ""))[0]:
            chains[row.writer] = (row.id, row.hash)
    if last is not None:
        for device in reading.all(_HEARD_OF, _overlapping(last)):
            block = reading.scalar(_BLOCK, {"uid": UUID(device["device_id"])})
            newest = None if block is None else reading.first(_NEWEST, _bounds(block))
            if newest is not None:
                chains[newest["writer"]] = (newest["id"], newest["hash"])
    return {writer: [row_id, head] for writer, (row_id, head) in chains.items()}


def _known(reading: Reading, last: Any) -> Chains:
    """What the anchors of the overlap already said."""
    if last is None:
        return {}
    known: Chains = {}
    since = last["at"] - OVERLAP
    # A device that is heard of again for the receipts' overlap was sealed after the first of these.
    heard = reading.scalar(_HEARD_SINCE, _overlapping(last))
    for row in reading.all(_RECENT, {"since": since if heard is None else min(since, heard)}):
        known |= row["heads"]["chains"]
    return known


def _overlapping(last: Any) -> dict[str, int]:
    return {"after": max(0, last["heads"]["receipts"] - _OVERLAP_RECEIPTS)}


def _bounds(block: int) -> dict[str, int]:
    ids = block_range(block)
    return {"first": ids.start, "end": ids.stop}


def _first_uid(moment: datetime) -> UUID:
    """The first UUIDv7 of that millisecond."""
    return UUID(int=to_unix_ms(moment) << 80)


_LAST = select(audit_anchors).order_by(audit_anchors.c.id.desc()).limit(1)
_RECENT = select(audit_anchors.c.heads).where(audit_anchors.c.at >= bindparam("since")).order_by(audit_anchors.c.id)
_ENTRIES = select(audit_trail.c.id, audit_trail.c.writer, audit_trail.c.hash)
_HEARD_OF = (
    select(offline_sync_logs.c.device_id)
    .where(offline_sync_logs.c.id > bindparam("after"), offline_sync_logs.c.sequence.is_not(None))
    .distinct()
)
_HEARD_SINCE = select(func.min(offline_sync_logs.c.server_timestamp)).where(
    offline_sync_logs.c.id > bindparam("after"), offline_sync_logs.c.sequence.is_not(None)
)
_BLOCK = select(devices.c.id_block).where(devices.c.uid == bindparam("uid"))
_NEWEST = (
    select(audit_trail.c.id, audit_trail.c.writer, audit_trail.c.hash)
    .where(audit_trail.c.id >= bindparam("first"), audit_trail.c.id < bindparam("end"))
    .order_by(audit_trail.c.id.desc())
    .limit(1)
)
