"""Whether a machine holds what this server holds for it: compared by sums of the last images, mended row by row."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from server_sync.central.sync.feed_pages import reader_for
from server_sync.central.sync.settling.offers import DeviceIdentity
from server_sync.protocol.digests import (
    Compared,
    Digest,
    DigestAnswer,
    DigestQuestion,
    ImagesAnswer,
    ImagesQuestion,
    Reference,
)
from server_sync.protocol.pages import FeedPage
from server_sync.protocol.versions import SCHEMA_VERSION
from server_sync.records.feed.cursor import FeedCursor
from server_sync.records.feed.image_sums import Sums, count_register, images, make_images, sums
from server_sync.records.feed.reading import Reader, look, read_records
from server_sync.records.reading import Reading
from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

MOST_MADE = 10_000
"""Images that one question may make, because nobody asked for them before; the rest is made at the next ones."""

_MOVED_ON = DigestAnswer(Compared.MOVED_ON, {})


def compare(
    replica: Replica, device: DeviceIdentity, question: DigestQuestion, version: int = SCHEMA_VERSION
) -> DigestAnswer:
    """Compare what a machine holds at its cursor with what it should hold there. Raises ProtocolFault, StorageFault."""
    reader = reader_for(device, version)
    cursor = FeedCursor.parse(question.cursor)
    held = _held(replica, reader, cursor) if cursor is not None else None
    if held is None:
        return _MOVED_ON
    differing = {noun: one.buckets for noun, one in held.items() if one.total != question.digests.get(noun, Digest())}
    if not differing:
        return DigestAnswer(Compared.SAME, {})
    log.warning("a replica differs", extra={"device": device.uid, "nouns": sorted(differing)})
    return DigestAnswer(Compared.DIFFERS, differing)


def images_of(
    replica: Replica, device: DeviceIdentity, question: ImagesQuestion, version: int = SCHEMA_VERSION
) -> ImagesAnswer:
    """Which images some buckets hold at a machine's cursor. Raises ProtocolFault, StorageFault."""
    reader = reader_for(device, version)
    cursor = FeedCursor.parse(question.cursor)
    if cursor is None or question.noun not in reader.nouns():
        return ImagesAnswer(Compared.MOVED_ON, ())
    with replica.read() as reading:
        if not _stands_at(reading, reader, cursor):
            return ImagesAnswer(Compared.MOVED_ON, ())
        found = images(reading.connection, reader, reader.scope(cursor), question.noun, question.buckets)
    return ImagesAnswer(Compared.SAME, found)


def records_by_name(
    replica: Replica, device: DeviceIdentity, references: Sequence[Reference], version: int = SCHEMA_VERSION
) -> FeedPage:
    """The named records as they stand for a machine: whole, left, or absent. Its cursor is empty: it changes none."""
    reader = reader_for(device, version)
    with replica.read() as reading:
        page = read_records(reading.connection, reader, references, look(reading.connection, reader, reading.now))
    return replace(page, centre_time=str(replica.centre_clock.told()), upstream=str(replica.identity.device_uid))


def _stands_at(reading: Reading, reader: Reader, cursor: FeedCursor) -> bool:
    end = look(reading.connection, reader, reading.now).end
    return cursor.snapshot is None and cursor.is_of(end) and cursor.stands_at(end)


def _held(replica: Replica, reader: Reader, cursor: FeedCursor) -> dict[str, Sums] | None:
    """What a machine should hold at its cursor, each row counted; None where the feed has moved on, or soon will have.

    No row changes without moving the feed on: what was summed stays right for as long as the cursor stands at its end.
    """
    held = _summed(replica, reader, cursor, reader.nouns())
    wanting = {noun: one.unmade for noun, one in (held or {}).items() if one.unmade}
    if held is None or not wanting:
        return held
    _make(replica, reader, cursor, wanting)
    again = _summed(replica, reader, cursor, wanting)
    if again is None or any(one.unmade for one in again.values()):
        return None
    return held | again


def _summed(replica: Replica, reader: Reader, cursor: FeedCursor, nouns: Iterable[str]) -> dict[str, Sums] | None:
    with replica.read() as reading:
        if not _stands_at(reading, reader, cursor):
            return None
        scope = reader.scope(cursor)
        return {noun: sums(reading.connection, reader, scope, noun) for noun in nouns}


def _make(replica: Replica, reader: Reader, cursor: FeedCursor, wanting: Mapping[str, int]) -> None:
    """Make the images that are wanting, each few in a short transaction; not all, where there are too many for now.

    Another question may be making the same ones: whether any are left, the sums say.
    """
    left = MOST_MADE
    for noun, unmade in wanting.items():
        made = 1
        while made and unmade > 0 and left > 0:
            made = _make_some(replica, reader, cursor, noun)
            unmade, left = unmade - made, left - made


def _make_some(replica: Replica, reader: Reader, cursor: FeedCursor, noun: str) -> int:
    with replica.database.writing() as connection:
        if noun == "patient" and reader.has_register:
            return count_register(connection)
        return make_images(connection, reader.scope(cursor), reader, noun)
