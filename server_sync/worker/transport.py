"""What the worker asks of the way to its server. The real one speaks HTTP; the tests' one lives in memory."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from typing import Protocol
from uuid import UUID

from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.digests import DigestAnswer, DigestQuestion, ImagesAnswer, ImagesQuestion, Reference
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.pages import FeedPage
from server_sync.protocol.push import SetAnswer

UNREACHABLE = "unreachable"
"""Code of the TransportFault where nothing answered. Any other fault is an answer, if a bad one."""


class Transport(Protocol):
    """The way to one server, for one device. All on one event loop.

    Every method raises TransportFault where the server cannot be reached (code `unreachable`) or fails, ProtocolFault
    where the answer is none of our protocol's, RefusedFault where the server refuses this device for good.
    """

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        """Offer change sets with their logged hashes. After a fault they may have arrived: offer them again.

        `after` is the set that this device made before the first of them, where its log still says so.
        """
        ...

    def prepare(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> None:
        """Just these may be pushed next: whoever likes makes them ready while an answer is awaited."""
        ...

    async def pull(self, cursor: str | None) -> FeedPage:
        """The page of the feed after `cursor`; the first one without."""
        ...

    def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        """All pages after `cursor` in one stream, until one is the last; it may break off after any of them."""
        ...

    async def compare(self, question: DigestQuestion) -> DigestAnswer:
        """Whether the server holds the same."""
        ...

    async def images(self, question: ImagesQuestion) -> ImagesAnswer:
        """Which images some buckets hold."""
        ...

    async def rows(self, references: Sequence[Reference]) -> FeedPage:
        """These records as the server holds them, as a page that goes nowhere."""
        ...

    async def tell_erasures(self, uids: Sequence[UUID]) -> int:
        """Name people whom this server had erased before it went back in time; how many it has erased again."""
        ...

    async def learned_waits(self, known: str) -> bytes | None:
        """What was learned of this location's waits; None where nothing was, or the device has that version."""
        ...

    async def renew(self, device_uid: UUID, key_hash: str) -> Enrolment:
        """Go on as another device, under the uid and the key that it chose; the key it was made with still holds."""
        ...

    def listen(self) -> AsyncIterator[None]:
        """Yield at once after connecting and then whenever there is news; ends or raises when the link is lost."""
        ...

    async def close(self) -> None:
        """Let go of every connection."""
        ...
