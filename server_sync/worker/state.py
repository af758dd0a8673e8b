"""How a device stands with its server, in terms that a person can read. Imports nothing heavy: screens read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Link(StrEnum):
    """The states of a device's connection."""

    ONLINE = "online"
    """The server answers and has everything."""
    SYNCING = "syncing"
    """Something is on its way, or the first answer is still awaited."""
    OFFLINE = "offline"
    """The server cannot be reached; it is probed every few seconds."""
    WAITING = "waiting"
    """The server, or something in between, answers with errors; the next try comes by itself."""
    NEEDS_ATTENTION = "needs_attention"
    """Waiting alone will not mend it: the device was revoked, a change set was refused, the disk is full."""


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """What the worker knows just now. Moments are aware UTC, by this machine's clock."""

    link: Link
    pending: int
    """Change sets that the server has not answered yet."""
    since: datetime
    """From when on `link` has been so."""
    last_sync: datetime | None
    """When the server last answered as it should, since this process started."""
    cause: str | None
    """The stable code of what is wrong; None where nothing is."""
    by_hub: bool = False
    """The centre does not answer: `link` says how the hub of this place is reached, with which the site goes on."""
    held: int = 0
    """Of `pending`, how many a hub holds: they are safe at two places, and the centre has not heard of them yet."""
    done: int = 0
    """Records of the first snapshot that have come, of `total`; both 0 where none is on its way."""
    total: int = 0
