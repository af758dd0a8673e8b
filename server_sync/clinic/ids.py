"""Identities: UUIDv7 for the wire, and blocks of whole numbers so that an `id` means the same row everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID, uuid5

from server_sync.clinic.clocks import to_unix_ms

BLOCK_SIZE = 2**32
"""Ids that one device may give out in one table. The centre owns block 0."""

MAX_BLOCKS = 2**53 // BLOCK_SIZE
"""Beyond 2**53 a JavaScript client would read another number than we wrote."""

_ALARMS = UUID("5b1f0a52-6d0e-4c58-9d7e-0c7a3f1c9e42")

RandomBytes = Callable[[int], bytes]


def uuid7(moment: datetime, random_bytes: RandomBytes) -> UUID:
    """A version 7 UUID (RFC 9562): 48 bits of milliseconds, the rest from `random_bytes(n) -> n bytes`."""
    value = to_unix_ms(moment) << 80 | int.from_bytes(random_bytes(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def alarm_uid(location_id: int, token_number: str) -> UUID:
    """Of the alarm for a visit: the same on every machine, so that two who raise it while cut off raise one.

    A version 5 UUID (RFC 9562).
    """
    return uuid5(_ALARMS, f"{location_id}:{token_number}")


def block_range(block: int) -> range:
    """The ids of a block. The centre's block 0 counts from 1. Raises ValueError where no block is left."""
    if not 0 <= block < MAX_BLOCKS:
        raise ValueError(f"block {block} is not in 0..{MAX_BLOCKS - 1}")
    first = block * BLOCK_SIZE
    return range(max(first, 1), first + BLOCK_SIZE)
