"""Identities: UUIDv7 for the wire, and blocks of whole numbers so that an `id` means the same row everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from server_sync.clinic.clocks import to_unix_ms

BLOCK_SIZE = 2**32
"""Ids that one device may give out in one table. The centre owns block 0."""

MAX_BLOCKS = 2**53 // BLOCK_SIZE
"""Beyond 2**53 a JavaScript client would read another number than we wrote."""

RandomBytes = Callable[[int], bytes]


def uuid7(moment: datetime, random_bytes: RandomBytes) -> UUID:
    """A version 7 UUID (RFC 9562): 48 bits of milliseconds, the rest from `random_bytes(n) -> n bytes`."""
    value = to_unix_ms(moment) << 80 | int.from_bytes(random_bytes(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)


def block_range(block: int) -> range:
    """The ids of a block. The centre's block 0 counts from 1. Raises ValueError where no block is left."""
    if not 0 <= block < MAX_BLOCKS:
        raise ValueError(f"block {block} is not in 0..{MAX_BLOCKS - 1}")
    first = block * BLOCK_SIZE
    return range(max(first, 1), first + BLOCK_SIZE)
