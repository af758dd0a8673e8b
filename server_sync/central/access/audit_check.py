"""Checking the audit trail: that no entry was changed, removed, added or cut off since it was written and sealed.

An entry that somebody adds with a date of before the newest anchor is one that was not there when that sealed its
chain; of devices' chains, which arrive late, only what the chain itself says is judged.

It reads the trail once, in the order of its ids, and remembers of each chain its last hash only: millions of entries
take no more memory than their writers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from server_sync.central.access.anchors import OVERLAP, seal_of
from server_sync.central.access.audit import HASHED, hash_of_entry
from server_sync.central.access.secret import server_secret
from server_sync.central.settings import ServerSettings
from server_sync.clinic.clocks import to_unix_ms
from server_sync.records.reading import Reading, Row
from server_sync.records.replica import Replica
from server_sync.records.tables import audit_anchors, audit_trail, devices, offline_sync_logs

MOST_FINDINGS = 200
ROWS_AT_A_TIME = 2_000


@dataclass(frozen=True, slots=True)
class AuditCheck:
    """What a check found. `findings` name entries by id and chains by writer; empty: nothing was altered.

    `newest_seal` may be noted down elsewhere: whoever cuts off the newest anchors with their entries cannot hide that.
    """

    entries: int
    chains: int
    anchors: int
    newest_seal: str | None
    newest_anchor_at: datetime | None
    sealed_with: str
    findings: tuple[str, ...]


@dataclass(slots=True)
class _Trail:
    heads: dict[str, str] = field(default_factory=dict)
    """By writer: the hash of its last entry so far."""
    sealed: dict[str, tuple[int, str]] = field(default_factory=dict)
    """By writer: the id and the hash that the newest anchor about it knows, until that entry was met."""
    devices: frozenset[str] = frozenset()
    """The writers whose entries may arrive long after they were made."""
    sealed_before_ms: int = 0
    """What the centre wrote before this moment is behind an anchor. Milliseconds since 1970."""
    findings: list[str] = field(default_factory=list)
    entries: int = 0

    def found(self, words: str) -> None:
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(words)


def check_audit(replica: Replica, settings: ServerSettings) -> AuditCheck:
    """Check every chain and every anchor, in one consistent picture of the records. Raises StorageFault."""
    secret = server_secret(replica, settings)
    trail = _Trail()
    with replica.read() as reading:
        newest, anchors = _check_anchors(reading, secret, trail)
        trail.devices = frozenset(str(row["uid"]) for row in reading.all(_DEVICES))
        trail.sealed_before_ms = 0 if newest is None else to_unix_ms(newest["at"] - OVERLAP)
        for row in reading.connection.execute(_ENTRIES).mappings():
            _check_entry(reading, trail, row)
    for writer, (row_id, _hash) in trail.sealed.items():
        trail.found(f"chain {writer}: cut off or replaced at or before entry {row_id}, which was sealed")
    return AuditCheck(
        entries=trail.entries,
        chains=len(trail.heads),
        anchors=anchors,
        newest_seal=None if newest is None else newest["seal"],
        newest_anchor_at=None if newest is None else newest["at"],
        sealed_with="SECRET_KEY" if settings.secret_key else "a key that the database itself holds: set SECRET_KEY",
        findings=tuple(trail.findings),
    )


def _check_anchors(reading: Reading, secret: str, trail: _Trail) -> tuple[Row | None, int]:
    previous, count, newest = "", 0, None
    for row in reading.connection.execute(_ANCHORS).mappings():
        newest, count = row, count + 1
        if row["seal"] != seal_of(secret, row["at"], row["heads"]):
            trail.found(f"anchor {row['id']}: its seal does not fit: it was changed, or sealed with another key")
        if row["heads"].get("previous") != previous:
            trail.found(f"anchor {row['id']}: an anchor before it is missing")
        previous = row["seal"]
        for writer, (row_id, head) in row["heads"].get("chains", {}).items():
            trail.sealed[writer] = (row_id, head)
    return newest, count


def _check_entry(reading: Reading, trail: _Trail, row: Row) -> None:
    trail.entries += 1
    writer = row["writer"]
    if hash_of_entry(row) != row["hash"]:
        trail.found(f"entry {row['id']}: it was changed")
    expected = trail.heads.get(writer, "")
    if row["previous_hash"] != expected and not _was_quarantined(reading, writer, expected, row["previous_hash"]):
        where = "the chain does not start with it" if expected == "" else "an entry before it was removed or changed"
        trail.found(f"entry {row['id']}: {where} (chain {writer})")
    trail.heads[writer] = row["hash"]
    sealed = trail.sealed.get(writer)
    if sealed is not None and sealed[0] == row["id"]:
        if sealed[1] != row["hash"]:
            trail.found(f"entry {row['id']}: it is not the one that was sealed")
        del trail.sealed[writer]
    elif sealed is None and writer not in trail.devices and _made_ms(row) < trail.sealed_before_ms:
        trail.found(f"entry {row['id']}: it was added after its time was sealed (chain {writer})")


def _made_ms(row: Row) -> int:
    """When an entry was made, by what it says and by its UUIDv7, whichever is earlier; milliseconds since 1970."""
    return min(to_unix_ms(row["at"]), int(row["uid"].int >> 80))


def _was_quarantined(reading: Reading, writer: str, expected: str, previous: str) -> bool:
    """Whether what is missing stands in sets of that device which broke a rule: they are kept whole, as receipts."""
    links: dict[str, str] = {}
    for row in reading.all(_QUARANTINED, {"device_id": writer}):
        links |= _links(row["data"])
    while previous != expected and previous in links:
        previous = links.pop(previous)
    return previous == expected


def _links(body: Any) -> Mapping[str, str]:
    """By hash: the hash before it, of the audit entries in a change set; unreadable ones are kept as text."""
    if isinstance(body, dict) and isinstance(body.get("unreadable"), str):
        body = json.loads(body["unreadable"])
    return {
        fields["hash"]: fields["previous_hash"]
        for fields in _audit_fields(body)
        if isinstance(fields.get("hash"), str) and isinstance(fields.get("previous_hash"), str)
    }


def _audit_fields(body: Any) -> Iterable[Mapping[str, Any]]:
    items = body.get("sync_data") if isinstance(body, dict) else None
    for item in items if isinstance(items, list) else ():
        fields = item.get("data") if isinstance(item, dict) else None
        if isinstance(fields, dict):
            yield fields


_ANCHORS = select(audit_anchors).order_by(audit_anchors.c.id).execution_options(yield_per=ROWS_AT_A_TIME)
_DEVICES = select(devices.c.uid)
_ENTRIES = (
    select(
        audit_trail.c.id,
        audit_trail.c.uid,
        audit_trail.c.hash,
        audit_trail.c.details,
        *(audit_trail.c[name] for name in HASHED),
    )
    .order_by(audit_trail.c.id)
    .execution_options(yield_per=ROWS_AT_A_TIME)
)
_QUARANTINED = select(offline_sync_logs.c.data).where(
    offline_sync_logs.c.device_id == bindparam("device_id"), offline_sync_logs.c.sync_status == "failed"
)
