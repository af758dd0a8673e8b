"""Where a replica stands with each of its upstreams, and what it has seen of the centre's time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from server_sync.clinic.clocks import HybridTime, to_unix_ms
from server_sync.protocol.pages import FeedPage
from server_sync.records.prepared import Prepared
from server_sync.records.tables import replica, upstreams


@dataclass(frozen=True, slots=True)
class Own:
    """What a replica knows of itself."""

    device_id: str
    kind: str
    last_hybrid_time: str
    clock_offset_ms: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where it stands with one upstream, once a page is stored."""

    epoch: int
    is_healing: bool
    """The centre's rows are being read from the start, by a new machine or since either went back in time: they are
    the truth, whatever their version.
    """
    settled_through: int
    reflected_through: int
    kept_from: date | None
    days_have_left: bool
    is_new: bool
    settled_of: Mapping[str, int] | None = None
    """Through which sequence each device of this place is settled, where the upstream was asked for that."""
    is_another_epoch: bool = False
    """The upstream went back in time since the last page: what it had settled, or held, may be lost there."""
    reflected_of: Mapping[str, int] | None = None
    """Of a hub: what its rows contain of each device."""
    held_through: int = 0
    """Of a hub: through which of our sequences it holds what is not settled."""


def own_state(connection: Connection) -> Own:
    """As the row of this replica says."""
    (row,) = _OWN.rows(connection, {})
    return Own(str(row["device_uid"]), row["kind"], row["last_hybrid_time"], row["clock_offset_ms"])


def standing_with(connection: Connection, upstream: str, page: FeedPage) -> Standing:
    """What `page` makes of where this replica stands with `upstream`.

    A server of version 1 names no epoch: it never started another. What a hub holds is never the whole truth: its rows
    heal nothing.
    """
    row = _STANDING.first(connection, {"upstream": upstream})
    epoch = 1 if page.epoch is None else page.epoch
    settled = page.settled_through
    reflected = max(settled, page.reflected_through or 0)
    if row is None or row["epoch"] != epoch:  # what a restored one knew of our sequences went back with it
        return Standing(
            epoch,
            not upstream,
            settled,
            reflected,
            page.kept_from,
            True,
            row is None,
            page.settled_of,
            row is not None,
            page.reflected_of,
        )
    kept = max((day for day in (row["kept_from"], page.kept_from) if day is not None), default=None)
    return Standing(
        epoch,
        row["is_healing"],
        max(settled, row["settled_through"]),
        max(reflected, settled, row["reflected_through"]),
        kept,
        kept != row["kept_from"],
        False,
        _furthest(row["settled_of"], page.settled_of),
        reflected_of=row["reflected_of"] if page.reflected_of is None else page.reflected_of,
        held_through=row["held_through"],
    )


def reflected_by_centre(connection: Connection) -> int:
    """Through which sequence of this device the centre's rows contained what was done, when it was last heard."""
    row = _STANDING.first(connection, {"upstream": ""})
    return 0 if row is None else int(row["reflected_through"])


def stand(connection: Connection, upstream: str, page: FeedPage, standing: Standing, own: Own, now: datetime) -> None:
    """Store the page's cursor and what came with it."""
    values: dict[str, Any] = {
        "upstream": upstream,
        "to_cursor": page.cursor,
        "to_epoch": standing.epoch,
        "healing": standing.is_healing and not page.is_last,
        "settled": standing.settled_through,
        "reflected": standing.reflected_through,
        "kept": standing.kept_from,
        "at": now,
        "settled_each": None if standing.settled_of is None else dict(standing.settled_of),
        "reflected_each": None if standing.reflected_of is None else dict(standing.reflected_of),
        "held": standing.held_through,
    }
    (_BEGIN if standing.is_new else _GO_ON).rows(connection, values)
    seen, offset_ms = _seen(own, page.centre_time, now)
    if upstream:
        offset_ms = own.clock_offset_ms  # what a hub has heard last may be hours old
    _SEEN.rows(connection, {"seen": seen, "offset_ms": offset_ms})


def _furthest(known: Mapping[str, int] | None, said: Mapping[str, int] | None) -> Mapping[str, int] | None:
    if known is None or said is None:
        return known if said is None else said
    return {uid: max(known.get(uid, 0), said.get(uid, 0)) for uid in {*known, *said}}


def _seen(own: Own, centre: str, now: datetime) -> tuple[str, int | None]:
    """A time later than all this device has seen, and how far its clock is behind the centre's, in ms.

    The centre is believed beyond the bound that holds between devices: a kiosk may well wake in 1970. The offset is
    none where it is too far for its column.
    """
    if not centre:
        return own.last_hybrid_time, own.clock_offset_ms
    time = HybridTime.parse(centre)
    behind_ms = time.unix_ms - to_unix_ms(now)
    return max(own.last_hybrid_time, str(time)), behind_ms if abs(behind_ms) < 2**31 else None


_OWN = Prepared(select(replica.c.device_uid, replica.c.kind, replica.c.last_hybrid_time, replica.c.clock_offset_ms))
_STANDING = Prepared(select(upstreams).where(upstreams.c.name == bindparam("upstream")))
_VALUES: dict[str, Any] = {
    "cursor": bindparam("to_cursor"),
    "epoch": bindparam("to_epoch"),
    "is_healing": bindparam("healing"),
    "settled_through": bindparam("settled"),
    "reflected_through": bindparam("reflected"),
    "kept_from": bindparam("kept"),
    "last_pull_at": bindparam("at"),
    "settled_of": bindparam("settled_each"),
    "reflected_of": bindparam("reflected_each"),
    "held_through": bindparam("held"),
}
_BEGIN = Prepared(insert(upstreams).values(name=bindparam("upstream"), **_VALUES))
_GO_ON = Prepared(update(upstreams).where(upstreams.c.name == bindparam("upstream")).values(_VALUES))
_SEEN = Prepared(update(replica).values(last_hybrid_time=bindparam("seen"), clock_offset_ms=bindparam("offset_ms")))
