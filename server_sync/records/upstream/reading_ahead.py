"""Reading what is not settled a few sets at a time, before a page is stored: thousands may wait as a process starts."""

from __future__ import annotations

from server_sync.protocol.pages import FeedPage
from server_sync.records.database import Database
from server_sync.records.upstream.standing import own_state, standing_with
from server_sync.records.upstream.unsettled import Unsettled


def read_ahead(database: Database, page: FeedPage, unsettled: Unsettled, upstream: str, most: int) -> bool:
    """Let `unsettled` read at most so many sets of this device's log, for `page`; whether that was all.

    What is not read here `apply_page` reads by itself, while whoever wants to write waits. Raises StorageFault.
    """
    with database.reading() as connection:
        own, standing = own_state(connection), standing_with(connection, upstream, page)
        return unsettled.catch_up(connection, own.device_id, standing.reflected_through, None, most)
