"""The days, places and doctor that a report is about, and the clinic's own clock for SQL that knows no time zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import BigInteger, ColumnElement, Subquery, and_, cast, literal, select, text, union_all
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from server_sync.clinic.local_time import moment_of
from server_sync.clinic.policy_documents import policy_in_force
from server_sync.clinic.queue_policy import Policy
from server_sync.records.reading import Reading
from server_sync.records.tables import locations
from server_sync.records.tables.types import BigId, Moment

MOST_DAYS = 3 * 366
"""Of one report."""

_A_DAY = timedelta(days=1)
_DAWN, _DUSK = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which days (each location's own, both included), and only which location and doctor; None: all."""

    first: date
    last: date
    location_id: int | None = None
    doctor_id: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A location whose records are counted."""

    id: int
    name: str
    time_zone: str
    policy: Policy


@dataclass(frozen=True, slots=True)
class Period:
    """What was asked, with the locations that it means: at least one."""

    asked: Asked
    places: tuple[Place, ...]

    @property
    def place_ids(self) -> list[int]:
        """For `IN`."""
        return [place.id for place in self.places]

    def stretches(self, *, is_bounded: bool, name: str = "stretches") -> Subquery:
        """Rows (location_id, since, until, offset_s): between two moments a location's clocks stand so far from UTC.

        Bounded to the asked days, so that a join with them is the filter too; else the first and the last are open.
        """
        rows = [row for place in self.places for row in _stretches(place, self.asked, is_bounded=is_bounded)]
        selects = [
            select(
                cast(literal(place_id, BigId), BigInteger).label("location_id"),
                cast(literal(since, Moment), Moment).label("since"),
                cast(literal(until, Moment), Moment).label("until"),
                cast(literal(offset_s, BigId), BigInteger).label("offset_s"),
            )
            for place_id, since, until, offset_s in rows
        ]
        return union_all(*selects).subquery(name)


def period_of(reading: Reading, asked: Asked) -> Period | None:
    """The asked period; None where there is no such location."""
    query = select(locations.c.id, locations.c.name, locations.c.time_zone, locations.c.queue_policy)
    query = query.where(locations.c.deleted_at.is_(None)).order_by(locations.c.id)
    if asked.location_id is not None:
        query = query.where(locations.c.id == asked.location_id)
    rows = reading.all(query)
    places = tuple(
        Place(row["id"], row["name"], row["time_zone"], policy_in_force(row["queue_policy"])) for row in rows
    )
    return Period(asked, places) if places else None


def with_room_to_sort(reading: Reading) -> None:
    """Until the transaction ends PostgreSQL may group a year's visits in memory; on its usual 4 MB it sorts on disk."""
    if reading.connection.dialect.name == "postgresql":
        reading.connection.execute(text("SET LOCAL work_mem = '64MB'"))


def within(stretches: Subquery, location_id: Any, moment: Any) -> ColumnElement[bool]:
    """The join that gives a moment at a location its stretch."""
    return and_(
        stretches.c.location_id == location_id, moment >= stretches.c.since, moment < stretches.c.until
    )  # fmt: skip


class epoch_s(FunctionElement[int]):  # noqa: N801 - named as what it is in SQL
    """Whole seconds since 1970 of a moment, on every database."""

    type = BigInteger()
    inherit_cache = True


@compiles(epoch_s)
def _on_postgres(element: epoch_s, compiler: Any, **options: Any) -> str:
    return f"CAST(floor(date_part('epoch', {compiler.process(element.clauses, **options)})) AS BIGINT)"


@compiles(epoch_s, "sqlite")
def _on_sqlite(element: epoch_s, compiler: Any, **options: Any) -> str:
    # In half of the time that strftime takes. A Julian day is exact to 40 us, and SQLite reads moments to 1 ms.
    day = compiler.process(element.clauses, **options)
    return f"CAST((julianday({day}) - 2440587.5) * 86400.0 + 0.0004 AS INTEGER)"


def local_hour(moment: Any, stretches: Subquery) -> Any:
    """The hour (0 to 23) that the location's clock shows."""
    return (epoch_s(moment) + stretches.c.offset_s) // 3600 % 24


def local_weekday(moment: Any, stretches: Subquery) -> Any:
    """0 Monday to 6 Sunday: 1970 began on a Thursday."""
    return ((epoch_s(moment) + stretches.c.offset_s) // 86400 + 3) % 7


def _stretches(place: Place, asked: Asked, *, is_bounded: bool) -> Iterator[tuple[int, datetime, datetime, int]]:
    zone = ZoneInfo(place.time_zone)
    start = moment_of(asked.first, time.min, place.time_zone)
    end = moment_of(asked.last + _A_DAY, time.min, place.time_zone)
    turns = [start, *_turns(start, end, zone), end]
    for number, (since, until) in enumerate(pairwise(turns)):
        offset = since.astimezone(zone).utcoffset() or timedelta(0)
        opens = since if is_bounded or number else _DAWN
        closes = until if is_bounded or until is not end else _DUSK
        yield place.id, opens, closes, int(offset.total_seconds())


def _turns(start: datetime, end: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The moments between two at which the clocks of a zone change, to the second."""
    day = start
    while day < end:
        after = min(day + _A_DAY, end)
        if day.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            yield _turn(day, after, zone)
        day = after


def _turn(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    offset = before.astimezone(zone).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2 // timedelta(seconds=1) * timedelta(seconds=1)
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
