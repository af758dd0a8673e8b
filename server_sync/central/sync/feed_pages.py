"""What a machine is to hold, as it asks for it: its own location's, in its version, from where it stands."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Iterator
from dataclasses import replace

import orjson

from server_sync.central.sync.new_epoch import begin_epoch
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.central.sync.site import settled_of
from server_sync.protocol.faults import RefusedFault
from server_sync.protocol.pages import GROUPED_SINCE, FeedPage, encode_grouped, encode_page
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.feed.cursor import FeedCursor
from server_sync.records.feed.reading import Reader, look, read_page, went_back
from server_sync.records.replica import Replica

MOST_ENTRIES = 5_000
USUAL_ENTRIES = 1_000
SNAPSHOT_ENTRIES = 2_000
"""Records in a line of a snapshot: storing one takes a machine some 60 ms, and it is what a broken stream repeats."""

log = logging.getLogger(__name__)


def reader_for(device: DeviceIdentity, version: int = SCHEMA_VERSION) -> Reader:
    """The machine as its feed sees it."""
    return Reader(device.id, device.uid, device.location_id, device.kind, version)


def feed_page(
    replica: Replica,
    device: DeviceIdentity,
    cursor: str | None,
    limit: int = USUAL_ENTRIES,
    *,
    version: int = SCHEMA_VERSION,
    of_all: bool = False,
) -> FeedPage:
    """The next page for a device. Raises ProtocolFault `bad_cursor`, RefusedFault `other_location`, StorageFault.

    With `of_all` it says what is settled of every device of the place. A cursor from beyond the end says that this
    server was restored from a backup: that starts a new epoch.
    """
    reader, start = reader_for(device, version), parsed_cursor(cursor, device)
    with replica.read() as reading:
        standing = look(reading.connection, reader, reading.now)
        is_restored = went_back(start, standing)
        page = None if is_restored else read_page(reading.connection, reader, start, limit, standing)
        settled = settled_of(reading.connection, device.location_id) if of_all else None
    if page is None:
        log.critical("a device has seen what is not here: this database was restored", extra={"device": device.uid})
        begin_epoch(replica, standing.end.epoch)
        return feed_page(replica, device, None, limit, version=version, of_all=of_all)
    upstream = str(replica.identity.device_uid)
    return replace(page, centre_time=str(replica.centre_clock.told()), upstream=upstream, settled_of=settled)


def snapshot_lines(
    replica: Replica, device: DeviceIdentity, cursor: str | None, version: int, *, of_all: bool = False
) -> Iterator[bytes]:
    """Page after page until the last, each a line of JSON. Raises as `feed_page`, at the first line or later."""
    while True:
        page = feed_page(replica, device, cursor, SNAPSHOT_ENTRIES, version=version, of_all=of_all)
        yield orjson.dumps(encode_grouped(page), option=orjson.OPT_SORT_KEYS) + b"\n"
        if page.is_last:
            return
        cursor = page.cursor


def page_bytes(page: FeedPage, version: int) -> bytes:
    """An answer with a page, in the shape of a version."""
    if version < GROUPED_SINCE:
        return orjson.dumps(encode_page(page))
    return orjson.dumps({"success": True, "data": encode_grouped(page)})


def packed(body: bytes) -> bytes:
    """Compressed as quickly as may be: what is saved beyond that costs more time than most lines."""
    return gzip.compress(body, compresslevel=1, mtime=0)


def parsed_cursor(cursor: str | None, device: DeviceIdentity) -> FeedCursor | None:
    """Where a device says it stands. Raises ProtocolFault `bad_cursor`, RefusedFault `other_location`."""
    start = FeedCursor.parse(cursor) if cursor else None
    if start is not None and start.location_id != device.location_id:
        raise RefusedFault("other_location", "this cursor belongs to the feed of another location")
    return start
