"""What a hub's own feed says to the machines of its place: the centre's rows, with what is held laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import Connection, select

from server_sync.central.sync.feed_pages import SNAPSHOT_ENTRIES, USUAL_ENTRIES, parsed_cursor, reader_for
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.hub.stored_sets import stored_at
from server_sync.protocol.faults import StorageFault
from server_sync.protocol.pages import FeedPage, Reference, encode_grouped
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.feed.reading import Reader, Standing, look, read_page, read_records, went_back
from server_sync.records.feed.scope import SENT_NOUNS
from server_sync.records.replica import Replica
from server_sync.records.tables import base_images, upstreams
from server_sync.records.tables import replica as replica_table
from server_sync.records.upstream.held_sets import devices_with_held_sets, reflected_of
from server_sync.records.upstream.passing_on import begin_own_epoch, is_ready, today_at_centre


@dataclass(frozen=True, slots=True)
class _Known:
    """What this hub knows of the devices of its place, in one look."""

    settled_of: Mapping[str, int]
    reflected_of: Mapping[str, int]
    seen: str
    """The latest hybrid time of which it has heard; its own clock is nobody's."""


def hub_page(
    replica: Replica,
    device: DeviceIdentity,
    cursor: str | None,
    limit: int = USUAL_ENTRIES,
    *,
    version: int = SCHEMA_VERSION,
) -> FeedPage:
    """The next page for a machine. Raises ProtocolFault `bad_cursor`, RefusedFault, StorageFault `not_ready`."""
    reader, start = reader_for(device, version), parsed_cursor(cursor, device)
    with replica.read() as reading:
        known, standing = _look(reading.connection, reader, reading.now)
        page = None
        if not went_back(start, standing):
            page = _said(reading.connection, read_page(reading.connection, reader, start, limit, standing), known)
    if page is None:
        with replica.database.writing() as connection:
            begin_own_epoch(connection, device.location_id, replica.clock.now())
        return hub_page(replica, device, None, limit, version=version)
    return _signed(replica, page, device, known)


def hub_snapshot(replica: Replica, device: DeviceIdentity, cursor: str | None, version: int) -> Iterator[bytes]:
    """Page after page until the last, each a line of JSON. Raises as `hub_page`."""
    while True:
        page = hub_page(replica, device, cursor, SNAPSHOT_ENTRIES, version=version)
        yield orjson.dumps(encode_grouped(page), option=orjson.OPT_SORT_KEYS) + b"\n"
        if page.is_last:
            return
        cursor = page.cursor


def hub_records(replica: Replica, device: DeviceIdentity, references: Sequence[Reference], version: int) -> FeedPage:
    """The named records as far as this hub holds them. Of what it does not hold it says nothing: it may come yet."""
    reader = reader_for(device, version)
    with replica.read() as reading:
        known, standing = _look(reading.connection, reader, reading.now)
        found = replace(read_records(reading.connection, reader, references, standing), absent=())
        page = _said(reading.connection, found, known)
    return _signed(replica, page, device, known)


def _look(connection: Connection, reader: Reader, now: datetime) -> tuple[_Known, Standing]:
    if not is_ready(connection, reader.location_id):
        raise StorageFault("not_ready", "this hub does not hold the clinic's records yet", retry_helps=True)
    return _known(connection), look(connection, reader, today_at_centre(connection) or now)


def _known(connection: Connection) -> _Known:
    centre = select(upstreams.c.settled_of).where(upstreams.c.name == "")
    settled = connection.execute(centre).scalar() or {}
    held = {
        device_id: reflected_of(connection, device_id, settled.get(device_id, 0))
        for device_id in devices_with_held_sets(connection)
    }
    seen = connection.execute(select(replica_table.c.last_hybrid_time)).scalar_one()
    return _Known(settled, {**settled, **held}, seen)


def _said(connection: Connection, page: FeedPage, known: _Known) -> FeedPage:
    """What is not here has left, as far as this hub may say; and over which of these rows something is laid.

    Of what never comes down it says nothing: that the centre holds none of it is the centre's word.
    """
    laid = {(row.noun, row.record_uid) for row in connection.execute(_LAID)}
    held = tuple(one for one in _references(page) if one in laid)
    return replace(
        page,
        absent=(),
        left=(*page.left, *(one for one in page.absent if one[0] in SENT_NOUNS)),
        settled_of=known.settled_of,
        reflected_of=known.reflected_of,
        held=held,
    )


def _signed(replica: Replica, page: FeedPage, device: DeviceIdentity, known: _Known) -> FeedPage:
    settled, reflected = (each.get(str(device.uid), 0) for each in (known.settled_of, known.reflected_of))
    with replica.database.reading() as connection:
        last_set = stored_at(connection, str(device.uid), [reflected]).get(reflected)
    return replace(
        page,
        settled_through=settled,
        reflected_through=reflected,
        last_sequence=reflected,
        last_set=last_set,
        centre_time=known.seen,
        upstream=str(replica.identity.device_uid),
    )


def _references(page: FeedPage) -> Iterator[Reference]:
    for group in page.groups:
        place = group.columns.index("uid")
        yield from ((group.noun, UUID(str(row[place]))) for row in group.rows)


_LAID = select(base_images.c.noun, base_images.c.record_uid)
