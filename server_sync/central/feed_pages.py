"""The feed as a device asks for it: its own location's, from where it stands."""

from __future__ import annotations

from server_sync.central.ingest import DeviceIdentity
from server_sync.protocol.canonical import Json
from server_sync.protocol.faults import RefusedFault
from server_sync.protocol.pages import FeedEntry, FeedPage
from server_sync.records import feed
from server_sync.records.erasure import PERSONAL
from server_sync.records.replica import Replica

MOST_ENTRIES = 5_000
USUAL_ENTRIES = 1_000

_DECIDES_THE_ORDER = frozenset({"special_reason"})
"""A board orders the queue itself, and shows the same line as the desk."""


def feed_page(
    replica: Replica,
    device: DeviceIdentity,
    cursor: str | None,
    limit: int = USUAL_ENTRIES,
    *,
    without_names: bool = False,
) -> FeedPage:
    """The next page for a device. Raises ProtocolFault `bad_cursor`, RefusedFault `other_location`.

    `without_names` is for a board in the waiting room: it holds the same records, and nothing personal in them.
    """
    start = feed.Cursor.parse(cursor) if cursor else None
    if start is not None and start.location_id != device.location_id:
        raise RefusedFault("other_location", "this cursor belongs to the feed of another location")
    with replica.read() as reading:
        page = feed.read_page(reading.connection, device.location_id, start, limit, device.uid)
    entries = tuple(
        FeedEntry(entry.noun, entry.uid, _nameless(entry.noun, entry.row) if without_names else entry.row)
        for entry in page.entries
    )
    return FeedPage(entries, str(page.cursor), page.is_last, page.settled_through, str(replica.centre_time()))


def _nameless(noun: str, row: dict[str, Json] | None) -> dict[str, Json] | None:
    hidden = (name for name in PERSONAL.get(noun, ()) if name not in _DECIDES_THE_ORDER)
    return None if row is None else row | dict.fromkeys(name for name in hidden if name in row)
