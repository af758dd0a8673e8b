"""What this device did that its upstream's rows do not contain yet, by the records that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from server_sync.protocol.changes import ChangeSet
from server_sync.records.prepared import Prepared
from server_sync.records.tables import BY_NOUN, offline_sync_logs
from server_sync.records.tables.schema import Travel

Reference = tuple[str, UUID]
"""A record by noun and uid."""


class Unsettled:
    """Change sets of the log, read once and kept between pages: ten thousand of them may wait while pages come.

    On one thread. Whoever keeps it says by `forget` that sets were quarantined: those are laid over nothing.
    """

    def __init__(self) -> None:
        self._sets: dict[int, ChangeSet] = {}
        self._naming: dict[Reference, list[int]] = {}
        self._device = ""
        self._from = self._to = 0

    def catch_up(self, connection: Connection, device_id: str, reflected_through: int) -> None:
        """Be what comes after `reflected_through` in the log as this transaction sees it."""
        if device_id != self._device or reflected_through < self._from:
            self.begin_anew()
        self._device, self._from = device_id, reflected_through
        while self._sets and (oldest := next(iter(self._sets))) <= reflected_through:
            self._drop(oldest)
        for row in _LATER.rows(connection, {"device": device_id, "after": max(self._to, reflected_through)}):
            self._take(row["sequence"], ChangeSet.from_json(row["data"]))

    def forget(self, uids: Iterable[UUID]) -> None:
        """These sets were quarantined: nothing of them stands."""
        gone = set(uids)
        for sequence in [sequence for sequence, one in self._sets.items() if one.uid in gone]:
            self._drop(sequence)

    def begin_anew(self) -> None:
        """Know nothing: the log itself was changed."""
        self._sets.clear()
        self._naming.clear()
        self._from = self._to = 0

    @property
    def has_read(self) -> bool:
        """Whether the log was read at all."""
        return bool(self._device)

    def __bool__(self) -> bool:
        return bool(self._sets)

    def names(self, reference: Reference) -> bool:
        """Whether any of the sets changes that record."""
        return reference in self._naming

    def named(self) -> Sequence[Reference]:
        """Every record that they change."""
        return list(self._naming)

    def around(self, touched: Iterable[Reference]) -> tuple[Sequence[ChangeSet], set[Reference]]:
        """The sets that bear on these records, in sequence order, and all records that those name.

        A set is judged whole, and so are the others that change what it changes.
        """
        sequences: set[int] = set()
        records: set[Reference] = set()
        waiting = [one for one in touched if one in self._naming]
        while waiting:
            record = waiting.pop()
            if record in records:
                continue
            records.add(record)
            for sequence in self._naming[record]:
                if sequence not in sequences:
                    sequences.add(sequence)
                    waiting += _records(self._sets[sequence])
        return [self._sets[sequence] for sequence in sorted(sequences)], records

    def _take(self, sequence: int, change_set: ChangeSet) -> None:
        self._to = max(self._to, sequence)
        self._sets[sequence] = change_set
        for record in _records(change_set):
            self._naming.setdefault(record, []).append(sequence)

    def _drop(self, sequence: int) -> None:
        for record in _records(self._sets.pop(sequence)):
            named = self._naming[record]
            named.remove(sequence)
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
)
_COME_BACK = frozenset(noun for noun, table in BY_NOUN.items() if table.info["travel"] is not Travel.UP_ONLY)
