"""Which sets a hub takes of a device: each once, in the order of its device; and what each is answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from server_sync.central.sync.settling.offers import DeviceIdentity, Refusal
from server_sync.hub.stored_sets import HELD_BY_HUB, Stored, stored_among, stored_at
from server_sync.protocol.changes import SCHEMA_VERSION
from server_sync.protocol.push import HELD, REFUSED, ForgedSet, Push, SentSet, SetAnswer, UnreadableSet
from server_sync.records.tables import held_sets, upstreams

Readable = SentSet | UnreadableSet
"""What says at least who it is."""


@dataclass(slots=True)
class Door:
    """Which sets are taken: each once, in the order of its device."""

    last: int
    """The highest sequence of the device of which anything is known here."""
    by_uid: dict[UUID, Stored]
    at: dict[int, UUID]
    """Whose the sequences are that are taken already."""
    _refused: dict[int, str] = field(default_factory=dict)
    is_copy: bool = False
    """What a copy did after that could fit the sequence by chance."""
    _before: int | None = None

    def takes(self, one: Readable) -> bool:
        """Whether it is new, and in its order; else `answer` has the reason."""
        sequence, known = one_sequence(one), one_uid(one) in self.by_uid
        self.is_copy = self.is_copy or (known and _is_a_copys(self.by_uid[one_uid(one)]))
        refusal = None if known else self._refusal(one, sequence)
        self._before = sequence
        if known:
            return False
        if refusal is not None:
            self._refused[id(one)] = refusal
            return False
        self.by_uid[one_uid(one)] = Stored(one.hash, HELD, HELD_BY_HUB, "")
        self.at[sequence] = one_uid(one)
        self.last = max(self.last, sequence)
        return True

    def answer(self, one: Readable | ForgedSet) -> SetAnswer:
        """What its device is told."""
        if isinstance(one, ForgedSet):
            return SetAnswer(one.uid, REFUSED, one.fault.code, "")
        uid = one_uid(one)
        if id(one) in self._refused:
            return SetAnswer(uid, REFUSED, self._refused[id(one)], "")
        stored = self.by_uid[uid]
        if stored.hash != one.hash:
            return SetAnswer(uid, REFUSED, Refusal.CHANGED_BODY, "")
        return SetAnswer(uid, stored.status, stored.outcome, stored.resolution)

    def _refusal(self, one: Readable, sequence: int) -> str | None:
        if isinstance(one, SentSet) and one.change_set.schema_version > SCHEMA_VERSION:
            return Refusal.NEWER_SCHEMA
        if self.is_copy or sequence in self.at:
            self.is_copy = True
            return Refusal.REUSED_SEQUENCE
        # What comes before the first of a body was settled by the centre, as far as its device knows: no gap is there.
        is_in_order = sequence <= self.last + 1 or self._before is None or sequence == self._before + 1
        return None if is_in_order else Refusal.GAP


def _is_a_copys(stored: Stored) -> bool:
    return stored.status == REFUSED and stored.outcome == Refusal.REUSED_SEQUENCE


def one_uid(one: Readable) -> UUID:
    """A set's own uid, whether or not the rest can be read."""
    return one.change_set.uid if isinstance(one, SentSet) else one.uid


def one_sequence(one: Readable) -> int:
    """A set's place in its device's log."""
    return one.change_set.sequence if isinstance(one, SentSet) else one.sequence


def door_for(connection: Connection, device: DeviceIdentity, push: Push) -> Door:
    """As things stand in this transaction."""
    readable = [one for one in push.sets if not isinstance(one, ForgedSet)]
    settled = (connection.execute(_SETTLED).scalar() or {}).get(str(device.uid), 0)
    last = connection.execute(_LAST, {"device": str(device.uid)}).scalar() or 0
    sequences = [one_sequence(one) for one in readable]
    before = min(sequences, default=0) - 1
    at = stored_at(connection, str(device.uid), [before, *sequences])
    by_uid = stored_among(connection, [*map(one_uid, readable), *([] if push.after is None else [push.after])])
    is_others = push.after is not None and at.get(before) not in (None, push.after)
    # Once a copy has spoken here, only what follows a set that stands here is known to be of the machine itself.
    is_known = push.after in by_uid and not _is_a_copys(by_uid[push.after])
    has_a_copy = connection.execute(_A_COPY, {"device": str(device.uid)}).first() is not None
    return Door(max(settled, last), by_uid, at, is_copy=is_others or (has_a_copy and not is_known))


_SETTLED = select(upstreams.c.settled_of).where(upstreams.c.name == "")
_LAST = select(func.max(held_sets.c.sequence)).where(held_sets.c.device_id == bindparam("device"))
_A_COPY = (
    select(held_sets.c.id)
    .where(held_sets.c.device_id == bindparam("device"), held_sets.c.status == REFUSED)
    .where(held_sets.c.outcome == Refusal.REUSED_SEQUENCE.value)
    .limit(1)
)
"""What the centre will never take under this name: another set stands there."""
