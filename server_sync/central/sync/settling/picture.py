"""What a batch touches, in memory: as the centre holds it, and as the sets that were judged so far have made it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from server_sync.central.sync.settling.columns import columns_of
from server_sync.merge.verdicts import Verdict
from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import ChangeSet

Reference = tuple[str, UUID]
Row = dict[str, Json]

_ABSENT: Any = object()


@dataclass(slots=True)
class Picture:
    """Rows as on the wire, with `stamps` and `version`. What is laid over them can be taken back until it is written.

    Rows are replaced, never changed in place: who holds one sees no later set in it.
    """

    rows: dict[Reference, Row] = field(default_factory=dict)
    twins: dict[Json, list[Row]] = field(default_factory=dict)
    """Places at the device's location by the appointment's id, whatever their status."""
    conflicts: dict[Reference, list[Row]] = field(default_factory=dict)
    """Open conflicts by the record that they are about."""
    locations: dict[Json, Json] = field(default_factory=dict)
    """Where appointments are, by id: those that the sets refer to, as far as the centre holds them."""
    made: dict[Reference, ChangeSet] = field(default_factory=dict)
    """Records that are to be inserted, with the set that made them."""
    changed: dict[Reference, set[str]] = field(default_factory=dict)
    """Columns that are to be updated."""
    _journal: list[tuple[dict[Any, Any], Any, Any]] = field(default_factory=list)

    def lay(self, verdict: Verdict, values: Row, change_set: ChangeSet) -> None:
        """Let later sets see what one verdict writes. `values` are its own, in the form in which they are written."""
        reference = verdict.noun, verdict.uid
        if verdict.is_new:
            row = {**columns_of(verdict.noun).defaults, **values, "version": 1}
            if verdict.stamps:
                row["stamps"] = dict(verdict.stamps)
            self._put(self.made, reference, change_set)
        elif not values and not verdict.stamps:
            return
        else:
            row = self._altered(reference, values, verdict.stamps)
        self.put_row(reference, row)

    def put_row(self, reference: Reference, row: Row) -> None:
        """A row as it stands from now on."""
        was = self.rows.get(reference)
        self._put(self.rows, reference, row)
        if reference[0] == "queue" and row.get("appointment_id") is not None:  # walk-ins may have none
            self._remember(self.twins, row["appointment_id"], was, row)
            self._forget_twin(was, row)
        elif reference[0] == "conflict":
            about = str(row["noun"]), UUID(str(row["record_uid"]))
            self._remember(self.conflicts, about, was, row)

    def mark(self) -> int:
        """Where the journal stands."""
        return len(self._journal)

    def take_back(self, mark: int) -> None:
        """Everything as it was at `mark`."""
        while len(self._journal) > mark:
            where, key, was = self._journal.pop()
            if was is _ABSENT:
                where.pop(key, None)
            else:
                where[key] = was

    def take_laid(self) -> tuple[dict[Reference, ChangeSet], dict[Reference, set[str]]]:
        """What was made and what was changed since the last time, for whoever has written it just now."""
        laid = self.made, self.changed
        self.made, self.changed = {}, {}
        return laid

    def stands(self) -> None:
        """All that was written so far stays: nothing of it is taken back."""
        self._journal.clear()

    def _altered(self, reference: Reference, values: Row, stamps: dict[str, str]) -> Row:
        was = self.rows[reference]
        version = was["version"]
        row: Row = {**was, **values, "version": (version if isinstance(version, int) else 0) + 1}
        columns = {"version", *values}
        if stamps:
            known = was.get("stamps")
            row["stamps"] = {**(known if isinstance(known, dict) else {}), **stamps}
            columns.add("stamps")
        if reference not in self.made:
            self._put(self.changed, reference, self.changed.get(reference, set()) | columns)
        return row

    def _remember(self, index: dict[Any, list[Row]], key: Any, was: Row | None, row: Row) -> None:
        others: Sequence[Row] = [one for one in index.get(key, ()) if one is not was and one["uid"] != row["uid"]]
        self._put(index, key, [*others, row])

    def _forget_twin(self, was: Row | None, row: Row) -> None:
        """A place that comes to be of another appointment is none of its former one's."""
        before = None if was is None else was.get("appointment_id")
        if before not in (None, row["appointment_id"]) and before in self.twins:
            self._put(self.twins, before, [one for one in self.twins[before] if one["uid"] != row["uid"]])

    def _put(self, where: dict[Any, Any], key: Any, value: Any) -> None:
        self._journal.append((where, key, where.get(key, _ABSENT)))
        where[key] = value
