"""Comparing with the server what both hold, and mending what differs: counted, and never silent."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from uuid import UUID

from server_sync.protocol.digests import (
    MOST_REFERENCES,
    Compared,
    Digest,
    DigestQuestion,
    ImagesQuestion,
    Reference,
    bucket_of,
)
from server_sync.records.outbox import stored_cursor
from server_sync.records.replica import Replica
from server_sync.records.upstream.apply import apply_page
from server_sync.records.upstream.held_images import LOW_BITS, held_images, held_sums
from server_sync.records.upstream.held_rows import held_and_missing, noted
from server_sync.records.upstream.unsettled import Unsettled
from server_sync.worker.laid_over import lay_over
from server_sync.worker.transport import Transport

log = logging.getLogger(__name__)

NOTHING_COMES_S = 120.0
"""Twice as long as a hub rests at most between two tries to reach the centre."""

_LOW = 2**LOW_BITS - 1


async def compare_and_heal(replica: Replica, transport: Transport, upstream: str = "") -> int | None:
    """How many records differed and were fetched anew; None where it is to be asked again later. Raises Fault.

    Nothing is said where the server has moved on meanwhile, or has not made all its sums yet.
    """
    database = replica.database
    cursor = stored_cursor(database, upstream)
    if cursor is None:
        return None
    with database.reading() as connection:
        sums = held_sums(connection)
    answer = await transport.compare(DigestQuestion(cursor, {noun: Digest(*one) for noun, one in sums.items()}))
    if answer.state is not Compared.DIFFERS:
        return 0 if answer.state is Compared.SAME else None
    healed: dict[str, int] = {}
    for noun, theirs in answer.buckets.items():
        wanted = await _differing(replica, transport, cursor, noun, theirs)
        for some in _some(wanted):
            await _fetch(replica, transport, cursor, some, upstream)
        healed[noun] = len(wanted)
    count = sum(healed.values())
    if count:
        by_noun = {f"{noun}_records": found for noun, found in healed.items() if found}
        log.error("this replica differed from its server and was mended", extra={"records": count, **by_noun})
    return count or None  # they differ, and the server has moved on before it could say where


class Patience:
    """How long the centre's word is waited for: as long as anything comes of what is missing there, and no longer.

    Of two copies of one machine the centre takes one; of the other's sets, and of what a hub lost with its disk, it
    will never hear.
    """

    def __init__(self) -> None:
        self._missing: Mapping[str, int] = {}
        self._since_s = inf

    def is_over(self, missing: Mapping[str, int], now_s: float) -> bool:
        """Whether nothing has come for `NOTHING_COMES_S`. `missing`: through where the centre has what is not whole."""
        if not missing or missing != self._missing:
            self._missing, self._since_s = missing, now_s
        return not missing or now_s - self._since_s >= NOTHING_COMES_S


async def release_held(
    replica: Replica, transport: Transport, settled_of: Mapping[str, int] | None, patience: Patience, now_s: float
) -> frozenset[str]:
    """Take the centre's rows instead of a hub's, once it has settled all that these contain; of which nouns.

    Or once there is nothing more to wait for by a clock that only goes on (`now_s`). Raises Fault: then they are asked
    for again with the next page.
    """
    cursor = stored_cursor(replica.database)
    held, missing = held_and_missing(replica.database, "", settled_of, replica.clock.now())
    if cursor is None or not held or not patience.is_over(missing, now_s):
        return frozenset()
    for some in _some(held):
        await _fetch(replica, transport, cursor, some, "", releases=True)
    log.info("a hub's rows are the centre's again", extra={"records": len(held), "devices_missing": len(missing)})
    return frozenset(noun for noun, _ in held)


async def _differing(
    replica: Replica, transport: Transport, cursor: str, noun: str, theirs: Mapping[int, Digest]
) -> list[Reference]:
    with replica.database.reading() as connection:
        ours = held_images(connection, noun)
        in_the_hands_of_a_hub = {uid for held_noun, uid in noted(connection) if held_noun == noun}
    sums: dict[int, Digest] = {}
    for uid, hashed in ours.items():
        one = sums.get(bucket_of(uid), Digest())
        sums[bucket_of(uid)] = Digest(one.count + 1, one.low + (hashed & _LOW), one.high + (hashed >> LOW_BITS))
    buckets = [bucket for bucket in sorted({*sums, *theirs}) if sums.get(bucket) != theirs.get(bucket)]
    if not buckets:
        return []
    answer = await transport.images(ImagesQuestion(cursor, noun, buckets))
    if answer.state is Compared.MOVED_ON:
        return []
    held: dict[UUID, int] = {one.uid: one.hash for one in answer.images}
    in_doubt = {uid for uid in ours if bucket_of(uid) in buckets} | held.keys()
    return [
        (noun, uid) for uid in sorted(in_doubt) if ours.get(uid) != held.get(uid) and uid not in in_the_hands_of_a_hub
    ]


async def _fetch(
    replica: Replica,
    transport: Transport,
    cursor: str,
    references: Sequence[Reference],
    upstream: str,
    *,
    releases: bool = False,
) -> None:
    page = await transport.rows(references)
    if stored_cursor(replica.database, upstream) != cursor:
        return  # somebody pulled meanwhile: what differs now, the next comparison says
    page = replace(page, cursor=cursor, is_last=True)
    apply_page(
        replica.database,
        page,
        replica.clock,
        rebase=lay_over,
        upstream=upstream,
        unsettled=Unsettled(),
        heals=True,
        releases=references if releases else (),
    )


def _some(references: Sequence[Reference]) -> Iterator[Sequence[Reference]]:
    for start in range(0, len(references), MOST_REFERENCES):
        yield references[start : start + MOST_REFERENCES]
