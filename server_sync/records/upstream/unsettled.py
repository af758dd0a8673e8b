"""What was done that the upstream's rows do not contain yet, by the records that it names.

On a device that is its own log. A hub lays over its rows what it holds for other devices as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from server_sync.protocol.changes import ChangeSet
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, offline_sync_logs
from server_sync.records.tables.schema import Travel
from server_sync.records.upstream.held_sets import devices_with_held_sets, given_up_after, held_after

Reference = tuple[str, UUID]
"""A record by noun and uid."""

EVERY_SET = 2**31 - 1

_Place = tuple[str, str, int]
"""Where a set stands among those of all devices: by time, then by device; each device's in its own order."""


@dataclass(slots=True)
class _OfDevice:
    """What one device did."""

    device_id: str
    reflected_through: int
    last: int
    """Through which sequence its log was read."""
    latest: str = ""
    """The latest time at which it did anything: a clock that was set back changes no order."""
    sets: dict[int, tuple[_Place, ChangeSet]] = field(default_factory=dict)
    """By sequence, in order."""


class Unsettled:
    """Change sets that were read once and are kept between pages: ten thousand of them may wait while pages come.

    On one thread. Whoever keeps it says by `forget` that own sets were quarantined: those are laid over nothing.
    """

    def __init__(self) -> None:
        self._of: dict[str, _OfDevice] = {}
        self._naming: dict[Reference, dict[_Place, ChangeSet]] = {}
        self._device = ""

    def catch_up(
        self,
        connection: Connection,
        device_id: str,
        reflected_through: int,
        settled_of: Mapping[str, int] | None = None,
        most: int = EVERY_SET,
    ) -> bool:
        """Be what comes after `reflected_through` in the log as this transaction sees it.

        `settled_of`: at a hub, through which sequence its rows contain what other devices did; those that it does not
        name are all new. False where there are more than `most` of this device's own: it reads on the next time.
        """
        if device_id != self._device:
            self.begin_anew()
        self._device = device_id
        own = self._follow(device_id, reflected_through)
        later = _LATER.rows(connection, {"device": device_id, "after": own.last, "most": most})
        for row in later:
            self._take(own, row["sequence"], ChangeSet.from_json(row["data"]))
        if settled_of is not None:
            self._catch_up_with_others(connection, settled_of)
        return len(later) < most

    def forget(self, uids: Iterable[UUID]) -> None:
        """These sets were quarantined: nothing of them stands."""
        gone = set(uids)
        own = self._of.get(self._device)
        if own is not None:
            self._drop(own, [sequence for sequence, (_, one) in own.sets.items() if one.uid in gone])

    def begin_anew(self) -> None:
        """Know nothing: the log itself was changed."""
        self._of.clear()
        self._naming.clear()

    @property
    def has_read(self) -> bool:
        """Whether the log was read at all."""
        return bool(self._device)

    def __bool__(self) -> bool:
        return any(device.sets for device in self._of.values())

    def names(self, reference: Reference) -> bool:
        """Whether any of the sets changes that record."""
        return reference in self._naming

    def named(self) -> Sequence[Reference]:
        """Every record that they change."""
        return list(self._naming)

    def is_own(self, change_set: ChangeSet) -> bool:
        """Whether it was done on this machine, and no other holds it here."""
        return str(change_set.device_uid) == self._device

    def last_of(self, device_id: str) -> int:
        """Through which sequence a device's sets were read."""
        return self._of[device_id].last if device_id in self._of else 0

    def around(self, touched: Iterable[Reference]) -> tuple[Sequence[ChangeSet], set[Reference]]:
        """The sets that bear on these records, in their order, and all records that those name.

        A set is judged whole, and so are the others that change what it changes.
        """
        found: dict[_Place, ChangeSet] = {}
        records: set[Reference] = set()
        waiting = [one for one in touched if one in self._naming]
        while waiting:
            record = waiting.pop()
            if record in records:
                continue
            records.add(record)
            for place, change_set in self._naming[record].items():
                if place not in found:
                    found[place] = change_set
                    waiting += _records(change_set)
        return [found[place] for place in sorted(found)], records

    def _catch_up_with_others(self, connection: Connection, settled_of: Mapping[str, int]) -> None:
        for device_id in sorted({*devices_with_held_sets(connection), *self._of} - {self._device}):
            device = self._follow(device_id, settled_of.get(device_id, 0))
            self._drop(device, [one for one in given_up_after(connection, device_id, 0) if one in device.sets])
            for sequence, change_set in held_after(connection, device_id, device.last):
                self._take(device, sequence, change_set)

    def _follow(self, device_id: str, reflected_through: int) -> _OfDevice:
        """The device, once its server's rows contain so much of what it did."""
        device = self._of.get(device_id)
        if device is not None and reflected_through < device.reflected_through:
            self._drop(device, list(device.sets))
            device = None
        if device is None:
            self._of[device_id] = device = _OfDevice(device_id, reflected_through, reflected_through)
        device.reflected_through = reflected_through
        device.last = max(device.last, reflected_through)
        while device.sets and (oldest := next(iter(device.sets))) <= reflected_through:
            self._drop(device, [oldest])
        return device

    def _take(self, device: _OfDevice, sequence: int, change_set: ChangeSet) -> None:
        device.last = max(device.last, sequence)
        device.latest = max(device.latest, change_set.made_at)
        place = device.latest, device.device_id, sequence
        device.sets[sequence] = place, change_set
        for record in _records(change_set):
            self._naming.setdefault(record, {})[place] = change_set

    def _drop(self, device: _OfDevice, sequences: Sequence[int]) -> None:
        for sequence in sequences:
            place, change_set = device.sets.pop(sequence)
            for record in _records(change_set):
                named = self._naming[record]
                del named[place]
                if not named:
                    del self._naming[record]


def _records(change_set: ChangeSet) -> list[Reference]:
    """What travels up only, as audit entries do, no page ever names."""
    return list(dict.fromkeys((one.noun, one.uid) for one in change_set.changes if one.noun in _COME_BACK))


_LOG = offline_sync_logs.c
_LATER = Prepared(
    select(_LOG.sequence, _LOG.data)
    .where(_LOG.device_id == bindparam("device"), _LOG.sequence > bindparam("after"), _LOG.sync_status != "failed")
    .order_by(_LOG.sequence)
    .limit(bindparam("most"))
)
_COME_BACK = frozenset(noun for noun, table in BY_NOUN.items() if table.info["travel"] is not Travel.UP_ONLY)
