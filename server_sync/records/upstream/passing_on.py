"""At a hub: what came from the centre, or was laid over it, goes into the hub's own feed, in the same transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, update

from server_sync.protocol.pages import FeedPage
from server_sync.records.feed.cursor import FeedCursor
from server_sync.records.feed.publishing import publish
from server_sync.records.feed.scope import BRINGS_ALONG, KEPT_DAYS, Touched
from server_sync.records.prepared import Prepared
from server_sync.records.tables import (
    BY_NOUN,
    appointments,
    feed_heads,
    held_sets,
    patients,
    queue_management,
    replica,
    upstreams,
)
from server_sync.records.upstream.standing import Standing
from server_sync.records.upstream.unsettled import Reference

HUB = "hub"
"""The kind of machine (`devices.kind`) that passes on."""

_FIRST = datetime(2024, 1, 1, tzinfo=UTC)
_AT_ONCE = 500


def pass_on(
    connection: Connection,
    page: FeedPage,
    standing: Standing,
    laid: Collection[Reference],
    back: Collection[Reference],
    now: datetime,
) -> None:
    """Tell the machines of this place what a page of the centre's brought, over what something was laid anew, and what
    was put `back`, or is not there any more with that.

    A hub has no feed before it holds all that it is to hold. Where the centre went back in time, it asks again about
    what was settled since, and begins an epoch of its own once it has read everything anew.
    """
    if standing.is_another_epoch:
        _hold_again(connection, standing)
    location_id: int = connection.execute(select(replica.c.location_id)).scalar_one()
    if not is_ready(connection, location_id):
        if page.is_last:
            connection.execute(insert(feed_heads).values(location_id=location_id, position=0, epoch=_number(now)))
        return
    if standing.is_healing and page.is_last:
        begin_own_epoch(connection, location_id, now)
        return
    touched = list(_rows_of(page))
    told = {(one.noun, one.uid) for one in touched}
    touched += [Touched(noun, uid) for noun, uid in existing(connection, {*laid, *back} - told)]
    here = {(one.noun, one.uid) for one in touched}
    gone = sorted(one for one in back if one not in here)
    tell(connection, location_id, touched, [*page.absent, *page.left, *gone], now)


def tell(
    connection: Connection, location_id: int, touched: Iterable[Touched], gone: Iterable[Reference], now: datetime
) -> None:
    """Put records that are held here, and those that are `gone`, at the end of this place's feed."""
    visits: list[Touched] = []
    others: list[Reference] = [one for one in gone if one[0] in BY_NOUN]
    people: dict[UUID, Touched] = {}
    for one in touched:
        if one.noun in BRINGS_ALONG:
            visits.append(one)
        elif one.noun == "patient":
            people[one.uid] = one
        else:
            others.append((one.noun, one.uid))
    # As if they were new: that they stand in the register is enough, but for those whom a visit names.
    registered = [Touched("patient", uid, {"id": one.row.get("id")}, is_new=True) for uid, one in people.items()]
    others += [("patient", uid) for uid in _visited(connection, people)]
    today = today_at_centre(connection) or now
    publish(connection, [*visits, *registered], absent={location_id: others}, today=today.date())


def today_at_centre(connection: Connection) -> datetime | None:
    """Noon (UTC) of the day that the centre named last, by which days leave: a hub's own clock may be years ahead.

    While the centre is away that day stays, and what is of it; None before the first page.
    """
    row = _CENTRES_CURSOR.first(connection, {})
    cursor = None if row is None or row["cursor"] is None else FeedCursor.parse(row["cursor"])
    if cursor is None:
        return None
    return datetime.combine(cursor.kept_from + timedelta(days=KEPT_DAYS[HUB]), time(12), UTC)


def is_ready(connection: Connection, location_id: int) -> bool:
    """Whether this hub has a feed."""
    return _HEAD.first(connection, {"location": location_id}) is not None


def begin_own_epoch(connection: Connection, location_id: int, now: datetime) -> None:
    """Let everybody here read anew: rows may have gone back."""
    head = _HEAD.first(connection, {"location": location_id})
    epoch = max(_number(now), 1 if head is None else head["epoch"] + 1)
    connection.execute(update(feed_heads).where(feed_heads.c.location_id == location_id).values(epoch=epoch))


def _number(now: datetime) -> int:
    """Made of the time: a hub that lost everything begins another."""
    return max(1, int((now - _FIRST).total_seconds()))


def _hold_again(connection: Connection, standing: Standing) -> None:
    settled = standing.settled_of or {}
    for device_id in connection.execute(select(held_sets.c.device_id).distinct()).scalars().all():
        is_lost = (held_sets.c.device_id == device_id) & (held_sets.c.sequence > settled.get(device_id, 0))
        connection.execute(update(held_sets).where(is_lost).values(status="held", outcome=None, resolution=None))


def _rows_of(page: FeedPage) -> Iterator[Touched]:
    for group in page.groups:
        if group.noun not in BY_NOUN:
            continue
        for values in group.rows:
            row = dict(zip(group.columns, values, strict=True))
            yield Touched(group.noun, UUID(str(row["uid"])), row)


def existing(connection: Connection, references: Iterable[Reference]) -> Iterator[Reference]:
    """What a set would have made, and the rules did not let it, is not there."""
    by_noun: dict[str, list[UUID]] = {}
    for noun, uid in references:
        by_noun.setdefault(noun, []).append(uid)
    for noun, uids in by_noun.items():
        table = BY_NOUN[noun]
        for start in range(0, len(uids), _AT_ONCE):
            here = select(table.c.uid).where(table.c.uid.in_(uids[start : start + _AT_ONCE]))
            yield from ((noun, uid) for uid in connection.execute(here).scalars())


def _visited(connection: Connection, uids: Collection[UUID]) -> list[UUID]:
    """Those of these patients whom a visit here names: only about them need patient kiosks hear."""
    named = [
        select(table.c.id).where(table.c.patient_id == patients.c.id).exists()
        for table in (appointments, queue_management)
    ]
    found: list[UUID] = []
    wanted = list(uids)
    for start in range(0, len(wanted), _AT_ONCE):
        among = patients.c.uid.in_(wanted[start : start + _AT_ONCE])
        found += connection.execute(select(patients.c.uid).where(among, named[0] | named[1])).scalars()
    return found


_CENTRES_CURSOR = Prepared(select(upstreams.c.cursor).where(upstreams.c.name == ""))
_HEAD = Prepared(select(feed_heads.c.epoch).where(feed_heads.c.location_id == bindparam("location")))
