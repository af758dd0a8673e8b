"""Where a machine stands in what its server has for it: first in the rows of the tables, then in the feed."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from server_sync.protocol.faults import ProtocolFault

Stripes = Mapping[int, int]
"""Positions in the register, by stripe; 0 where none is named."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """How far a first snapshot has come: in `SENT_NOUNS[noun_at]` up to an id; so many rows of about `total`."""

    noun_at: int = 0
    last_id: int = 0
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class FeedCursor:
    """A place in what one location's server has for one kind of machine. Opaque on the wire.

    While a `snapshot` is under way, `position` and `register` say where the feed stood when it began: whatever changes
    after that comes by the feed. A cursor of another version, epoch, location or kind begins anew.
    """

    version: int
    epoch: int
    location_id: int
    kind: str
    kept_from: date
    position: int
    register: Stripes = field(default_factory=dict)
    snapshot: Snapshot | None = None

    def is_of(self, other: FeedCursor) -> bool:
        """Whether both are of the same feed, wherever in it they stand."""
        mine = (self.version, self.epoch, self.location_id, self.kind)
        return mine == (other.version, other.epoch, other.location_id, other.kind)

    def is_beyond(self, other: FeedCursor) -> bool:
        """Whether it has seen more than there is at `other`: then the server went back in time."""
        return self.position > other.position or any(
            position > other.register.get(stripe, 0) for stripe, position in self.register.items()
        )

    def stands_at(self, other: FeedCursor) -> bool:
        """Whether both have seen the same of the feed."""
        stripes = {*self.register, *other.register}
        alike = all(self.register.get(stripe, 0) == other.register.get(stripe, 0) for stripe in stripes)
        return alike and self.position == other.position

    def __str__(self) -> str:
        stripes = "-".join(f"{stripe}_{position}" for stripe, position in sorted(self.register.items()) if position)
        parts = [self.version, self.epoch, self.location_id, self.position, self.kind, self.kept_from.toordinal()]
        parts += [stripes]
        if self.snapshot is not None:
            at = self.snapshot
            parts += [at.noun_at, at.last_id, at.done, at.total]
        written = ".".join(map(str, parts))
        return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")

    @classmethod
    def parse(cls, text: str) -> FeedCursor | None:
        """Read what `str()` wrote; None for what version 1 wrote. Raises ProtocolFault `bad_cursor`."""
        try:
            parts = _parts(text)
            if len(parts) == _OF_VERSION_1:
                return None
            version, epoch, location_id, position, day, *at = map(_number, (*parts[:4], parts[5], *parts[7:]))
            register = dict(_stripe(one) for one in parts[6].split("-") if one)
            snapshot = Snapshot(*at) if at else None
            return cls(version, epoch, location_id, parts[4], date.fromordinal(day), position, register, snapshot)
        except (ValueError, OverflowError, binascii.Error) as error:
            raise ProtocolFault("bad_cursor", "the cursor is not one of ours") from error


_OF_VERSION_1 = 4
_LENGTHS = (_OF_VERSION_1, 7, 11)


def _parts(text: str) -> list[str]:
    padded = text.encode("ascii") + b"=" * (-len(text) % 4)
    parts = base64.urlsafe_b64decode(padded).decode("ascii").split(".")
    if len(parts) not in _LENGTHS:
        raise ValueError("not a cursor of ours")
    for number in parts[:4]:
        _number(number)
    return parts


def _number(text: str) -> int:
    number = int(text)
    if not 0 <= number < 2**63:
        raise ValueError("not a number of ours")
    return number


def _stripe(text: str) -> tuple[int, int]:
    stripe, position = text.split("_")
    return _number(stripe), _number(position)
