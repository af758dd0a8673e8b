"""Versions of the records' meaning, and which of them a server speaks with a device of another release."""

from __future__ import annotations

from server_sync.protocol.faults import ProtocolFault, RefusedFault

SCHEMA_VERSION = 2
"""The version that this code writes and speaks. What came with one says so (`since=`, `records.tables.schema`)."""

RELEASES_SERVED = 2
"""How many versions back a device may be."""

OLDEST_SERVED = max(1, SCHEMA_VERSION - RELEASES_SERVED)

HEADER = "Anteroom-Version"
"""The header in which a device says its version; devices of version 1 said nothing."""

TOO_OLD = "too_old"


def negotiated(said: str | None, *, newest: int = SCHEMA_VERSION, oldest: int = OLDEST_SERVED) -> int:
    """The version to speak with a device that said this: its own, or ours where it is newer.

    Raises RefusedFault `too_old`, after which the device keeps what it has; ProtocolFault `bad_version` for no number.
    """
    if said is None:
        said = "1"
    if not (said.isascii() and said.isdecimal() and len(said) < 10):
        raise ProtocolFault("bad_version", "a version is a whole number")
    if int(said) < oldest:
        raise RefusedFault(TOO_OLD, f"this device speaks version {int(said)}; update it: {oldest} is the oldest served")
    return min(int(said), newest)
