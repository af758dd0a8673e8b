"""The sync log for people: what this replica did or took, filtered, newest first, page by page.

One reading for a device's own log and for the centre's receipts. It shows how each change set was settled and never a
patient's name: bodies, and the words of a merge, which quote the values that gave way, come only where asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, false, func, literal, select, text, tuple_

from server_sync.clinic.local_time import moment_of
from server_sync.protocol.canonical import Json
from server_sync.records.outbox import SyncStatus
from server_sync.records.reading import Reading, Row
from server_sync.records.tables import devices, locations, offline_sync_logs, replica

CENTRE = "Centre"
"""What people call the centre's own operations' place."""

ROWS_AT_ONCE = 2_000
"""Of an export, read in one go."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_EARLIEST, _LATEST = date(1900, 1, 1), date(9000, 1, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: those that meet all of it. `since` is the first moment and `until` the first one after."""

    since: datetime | None = None
    until: datetime | None = None
    devices: tuple[str, ...] | None = None
    """Uids in text, as in the log; None: every device, and the centre."""
    intent: str | None = None
    noun: str | None = None
    status: SyncStatus | None = None
    with_bodies: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the log an entry stands: what comes after it is older."""

    happened_at: datetime
    id: int

    def to_text(self) -> str:
        """As a cursor: microseconds since 1970, and the id."""
        return f"{max(0, (self.happened_at - _EPOCH) // timedelta(microseconds=1))}.{self.id}"

    @classmethod
    def parse(cls, cursor: str) -> Place:
        """Raises ValueError where `cursor` is none of ours."""
        microseconds, _, number = cursor.partition(".")
        try:
            return cls(_EPOCH + timedelta(microseconds=int(microseconds)), int(number))
        except OverflowError as error:
            raise ValueError("beyond all days") from error


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One change set. Moments are aware UTC: when it happened by its device's clock, and when it was settled."""

    id: int
    happened_at: datetime
    settled_at: datetime | None
    device_uid: str
    device: str
    """What people call it; empty where this replica does not know it."""
    sequence: int | None
    intent: str
    noun: str
    record_id: int | None
    action: str
    status: str
    outcome: str | None
    resolution: str | None = None
    """In words, quoting values that gave way; only where bodies were asked for, as is `body`."""
    body: Json = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.happened_at, self.id)


@dataclass(frozen=True, slots=True)
class LogPage:
    """Newest first; `older` asks for what comes after, and is None at the end."""

    entries: tuple[LogEntry, ...]
    older: Place | None


def days_wanted(first: date | None, last: date | None, time_zone: str) -> tuple[datetime | None, datetime | None]:
    """The moments from which and before which local days `first` to `last`, both included, lie.

    A day at either end of the calendar is no bound: that is what whoever names it means.
    """
    since = None if first is None or first <= _EARLIEST else moment_of(first, time.min, time_zone)
    until = None if last is None or last >= _LATEST else moment_of(last + timedelta(days=1), time.min, time_zone)
    return since, until


def zone_of(reading: Reading, location_id: int | None) -> str | None:
    """The time zone of a location, without one of the first; None where there is no such location."""
    query = select(locations.c.time_zone).order_by(locations.c.id).limit(1)
    row = reading.first(query if location_id is None else query.where(locations.c.id == location_id))
    return None if row is None else str(row["time_zone"])


def devices_at(reading: Reading, location_id: int) -> tuple[str, ...]:
    """The uids of the devices of a location, as in the log."""
    rows = reading.all(select(devices.c.uid).where(devices.c.location_id == location_id).order_by(devices.c.id))
    return tuple(str(row["uid"]) for row in rows)


def names(reading: Reading) -> Mapping[str, str]:
    """What people call each device, by its uid in text."""
    known = {str(row["uid"]): row["name"] for row in reading.all(select(devices.c.uid, devices.c.name))}
    centre = reading.scalar(select(replica.c.device_uid).where(replica.c.role == "centre"))
    return known if centre is None else {**known, str(centre): CENTRE}


def count(reading: Reading, wanted: Wanted, at_most: int | None = None) -> int:
    """How many entries there are; from an index alone where there is at most one filter beside the days.

    With `at_most` it stops there: what is more is `at_most + 1`, however long the log.
    """
    if at_most is None:
        query = select(func.count()).select_from(offline_sync_logs)
        return sum(int(reading.scalar(_filtered(query, wanted, part))) for part in _parts(wanted))
    some = (_filtered(select(_LOG.id), wanted, part).limit(at_most + 1).subquery() for part in _parts(wanted))
    return min(at_most + 1, sum(int(reading.scalar(select(func.count()).select_from(part))) for part in some))


def read_page(reading: Reading, wanted: Wanted, after: Place | None, limit: int) -> LogPage:
    """The newest `limit` entries, or the newest after a place. Costs the same at any depth of the log."""
    rows = _rows(reading, wanted, after, limit + 1, newest_id=None)
    called = names(reading)
    entries = tuple(_entry(row, called) for row in rows[:limit])
    return LogPage(entries, entries[-1].place if len(rows) > limit else None)


def read_one(reading: Reading, entry_id: int) -> LogEntry | None:
    """One entry with its body and the words of its merge; None where it has left the log."""
    row = reading.first(select(*_COLUMNS, *_BODIES).where(_LOG.id == entry_id))
    return None if row is None else _entry(row, names(reading))


def in_the_log(reading: Reading) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Which devices (by uid), intents and nouns occur in it, each in order. Costs a look into an index for each."""
    devices, intents, nouns = (
        tuple(sorted({str(value) for part in (_WAITS, _IS_SETTLED) for value in _distinct(reading, column, part)}))
        for column in (_LOG.device_id, _LOG.intent, _LOG.sync_type)
    )
    return devices, intents, nouns


def count_settled_since(reading: Reading, moment: datetime) -> int:
    """How many sets were settled from a moment on. Looks at the newest few hundred of the log only."""
    newest = select(_LOG.server_timestamp).order_by(_LOG.id.desc()).limit(500).subquery()
    return int(reading.scalar(select(func.count()).where(newest.c.server_timestamp >= moment)))


def _distinct(reading: Reading, column: ColumnElement[Any], part: TextClause) -> Iterator[object]:  # Any: of text
    """Each value once, by jumping from one to the next in its index: however long the log is."""
    if part is _WAITS:  # little of it, in an index of its own: by a longer one SQLite would go through all that is not
        column = column + ""
    value = reading.scalar(select(func.min(column)).where(part))
    while value is not None:
        yield value
        value = reading.scalar(select(func.min(column)).where(part, column > value))


def stretches(
    read: Callable[[], AbstractContextManager[Reading]], wanted: Wanted, rows_at_once: int = ROWS_AT_ONCE
) -> Iterator[Sequence[LogEntry]]:
    """Every entry that was there at the beginning, some thousands at a time.

    Each stretch has a transaction of its own: however slowly an export is read, or if nobody reads on, nothing is held
    meanwhile, neither a connection nor a picture of the records that keeps the database from tidying up.
    """
    with read() as reading:
        newest_id = int(reading.scalar(select(func.max(offline_sync_logs.c.id))) or 0)
        called = names(reading)
    after: Place | None = None
    while True:
        with read() as reading:
            rows = _rows(reading, wanted, after, rows_at_once, newest_id)
        if rows:
            entries = [_entry(row, called) for row in rows]
            yield entries
            after = entries[-1].place
        if len(rows) < rows_at_once:
            return


_LOG = offline_sync_logs.c
_COLUMNS = (
    _LOG.id,
    _LOG.sync_timestamp,
    _LOG.server_timestamp,
    _LOG.device_id,
    _LOG.sequence,
    _LOG.intent,
    _LOG.sync_type,
    _LOG.record_id,
    _LOG.action,
    _LOG.sync_status,
    _LOG.outcome,
)
_BODIES = (_LOG.conflict_resolution, _LOG.data)

# In the words of the partial indexes, so that SQLite uses them: bound parameters would hide them.
_WAITS = text("sync_status = 'pending'")
_IS_SETTLED = text("sync_status <> 'pending'")
_WANTS_A_LOOK = text("sync_status IN ('failed', 'conflict')")


def _parts(wanted: Wanted) -> list[TextClause]:
    """What waits and what is settled stand in indexes of their own: a commit on a device then writes one page less."""
    if wanted.status is SyncStatus.PENDING:
        return [_WAITS]
    if wanted.status in (SyncStatus.FAILED, SyncStatus.CONFLICT):
        return [_WANTS_A_LOOK]
    return [_IS_SETTLED] if wanted.status is not None else [_WAITS, _IS_SETTLED]


def _rows(reading: Reading, wanted: Wanted, after: Place | None, limit: int, newest_id: int | None) -> Sequence[Row]:
    query = select(*_COLUMNS, *(_BODIES if wanted.with_bodies else ()))
    query = query.order_by(_LOG.sync_timestamp.desc(), _LOG.id.desc()).limit(limit)
    if newest_id is not None:
        query = query.where(_LOG.id <= newest_id)
    if after is not None:
        query = query.where(tuple_(_LOG.sync_timestamp, _LOG.id) < tuple_(*_bound(after)))
    found = [list(reading.all(_filtered(query, wanted, part))) for part in _parts(wanted)]
    if len(found) == 1 or not found[0]:
        return found[-1]
    both = sorted((row for rows in found for row in rows), key=lambda row: (row["sync_timestamp"], row["id"]))
    return both[: -limit - 1 : -1]


def _filtered(query: Select[Any], wanted: Wanted, part: TextClause) -> Select[Any]:  # Any: whatever is selected
    query = query.where(part)
    if wanted.since is not None:
        query = query.where(_LOG.sync_timestamp >= wanted.since)
    if wanted.until is not None:
        query = query.where(_LOG.sync_timestamp < wanted.until)
    if wanted.devices is not None:
        query = query.where(_of_devices(wanted.devices, part))
    if wanted.intent is not None:
        query = query.where(_LOG.intent == wanted.intent)
    if wanted.noun is not None:
        query = query.where(_LOG.sync_type == wanted.noun)
    if wanted.status is not None:
        query = query.where(_LOG.sync_status == wanted.status.value)
    return query


def _bound(place: Place) -> tuple[Any, Any]:  # Any: SQLAlchemy's values
    # With the columns' types: a tuple's values have none of their own.
    return literal(place.happened_at, _LOG.sync_timestamp.type), literal(place.id, _LOG.id.type)


def _of_devices(uids: tuple[str, ...], part: TextClause) -> ColumnElement[bool]:
    if not uids:
        return false()
    # Of what waits there is little: without the detour SQLite goes through all that the device ever did.
    device = _LOG.device_id + "" if part is _WAITS else _LOG.device_id
    return device == uids[0] if len(uids) == 1 else device.in_(uids)


def _entry(row: Row, called: Mapping[str, str]) -> LogEntry:
    id_, happened_at, settled_at, device, sequence, intent, noun, record_id, action, status, outcome, *bodies = (
        row.values()
    )
    words, body = bodies or (None, None)
    return LogEntry(
        id_,
        happened_at,
        settled_at,
        device,
        called.get(device, ""),
        sequence,
        intent,
        noun,
        record_id,
        action,
        status,
        outcome,
        words,
        body,
    )
