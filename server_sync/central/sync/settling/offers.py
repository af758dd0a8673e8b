"""What a device offers, and what it is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from server_sync.protocol.canonical import encode
from server_sync.protocol.changes import ChangeSet
from server_sync.records.outbox import SyncStatus


@dataclass(frozen=True, slots=True)
class DeviceIdentity:
    """The device whose change sets these are: its key proved it, or the hub that forwards them vouches for it."""

    id: int
    uid: UUID
    location_id: int
    id_block: int
    kind: str = "kiosk"
    """What kind of machine it is (`devices.kind`), which decides what it holds."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A change set as it arrived, with the hash that its device computed.

    `written` is its canonical encoding, where somebody has compared it with the hash already; it is kept as it came.
    """

    change_set: ChangeSet
    hash: str
    written: bytes = field(default=b"", repr=False, compare=False)

    @property
    def uid(self) -> UUID:
        """The set's own."""
        return self.change_set.uid

    @property
    def sequence(self) -> int:
        """Its place in its device's log."""
        return self.change_set.sequence

    def body(self) -> bytes:
        """What the receipt keeps."""
        return self.written or encode(self.change_set.to_json())


class Refusal(StrEnum):
    """Why a set was not taken at all; nothing is stored, and it may be offered again."""

    HASH_MISMATCH = "hash_mismatch"
    WRONG_DEVICE = "wrong_device"
    CHANGED_BODY = "changed_body"
    GAP = "sequence_gap"
    REUSED_SEQUENCE = "reused_sequence"
    NEWER_SCHEMA = "newer_schema"


@dataclass(frozen=True, slots=True)
class Settled:
    """The answer to one set. `status` is None where it was refused, and `outcome` then names the refusal."""

    change_set_uid: UUID
    status: SyncStatus | None
    outcome: str
    resolution: str = ""
