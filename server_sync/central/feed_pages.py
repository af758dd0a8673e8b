"""The feed as a device asks for it: its own location's, from where it stands."""

from __future__ import annotations

from server_sync.central.ingest import DeviceIdentity
from server_sync.protocol.faults import RefusedFault
from server_sync.protocol.messages import FeedEntry, FeedPage
from server_sync.records import feed
from server_sync.records.replica import Replica

MOST_ENTRIES = 5_000
USUAL_ENTRIES = 1_000


def feed_page(replica: Replica, device: DeviceIdentity, cursor: str | None, limit: int = USUAL_ENTRIES) -> FeedPage:
    """The next page for a device. Raises ProtocolFault `bad_cursor`, RefusedFault `other_location`."""
    start = feed.Cursor.parse(cursor) if cursor else None
    if start is not None and start.location_id != device.location_id:
        raise RefusedFault("other_location", "this cursor belongs to the feed of another location")
    with replica.read() as reading:
        page = feed.read_page(reading.connection, device.location_id, start, limit, device.uid)
    entries = tuple(FeedEntry(entry.noun, entry.uid, entry.row) for entry in page.entries)
    return FeedPage(entries, str(page.cursor), page.is_last, page.settled_through, str(replica.centre_time()))
