"""A server in memory and the way to it: settles sets, keeps a feed and says when there is news, without SQL or HTTP.

It passes the contract suite of `Transport` beside the real server; what it can do besides is fail on demand.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from server_sync.protocol.canonical import Json
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.digests import (
    Compared,
    DigestAnswer,
    DigestQuestion,
    ImagesAnswer,
    ImagesQuestion,
    Reference,
)
from server_sync.protocol.enrolment import Enrolment
from server_sync.protocol.faults import Fault, ProtocolFault, RefusedFault, TransportFault
from server_sync.protocol.pages import FeedEntry, FeedPage
from server_sync.protocol.push import REFUSED, SetAnswer
from server_sync.worker.transport import UNREACHABLE


@dataclass
class MemoryServer:
    """One location's server. Touched from one event loop, or from a test while no transport is in use."""

    keys: dict[str, UUID] = field(default_factory=dict)
    receipts: dict[UUID, tuple[str, SetAnswer]] = field(default_factory=dict)
    last_sequence: dict[UUID, int] = field(default_factory=dict)
    set_at: dict[tuple[UUID, int], UUID] = field(default_factory=dict)
    """By device and sequence."""
    rows: dict[tuple[str, UUID], dict[str, Json]] = field(default_factory=dict)
    positions: dict[tuple[str, UUID], int] = field(default_factory=dict)
    location_id: int = 1
    head: int = 0
    reachable: bool = True
    fault: Fault | None = None
    """What every request is answered with, where one is set."""
    loses_answers: bool = False
    """Takes what is pushed, and never gets to say so."""
    hangs: bool = False
    """Takes a request and never answers."""
    hashed_keys: dict[str, UUID] = field(default_factory=dict)
    """Keys that devices chose themselves when they became others."""
    pushes: int = 0
    pulls: int = 0
    listeners: set[asyncio.Event] = field(default_factory=set)

    def settle(self, device_uid: UUID, change_set: ChangeSet, hashed: str, *, is_copys: bool = False) -> SetAnswer:
        """Take a set once, in order; of a copy of its device nothing new."""
        held = self.receipts.get(change_set.uid)
        if held is not None:
            return held[1] if held[0] == hashed else SetAnswer(change_set.uid, REFUSED, "changed_body", "")
        last = self.last_sequence.get(device_uid, 0)
        if is_copys or change_set.sequence != last + 1:
            code = "sequence_gap" if change_set.sequence > last and not is_copys else "reused_sequence"
            return SetAnswer(change_set.uid, REFUSED, code, "")
        for change in change_set.changes:
            if change.noun == "audit":  # travels up only
                continue
            self.head += 1
            row = self.rows.setdefault((change.noun, change.uid), {})
            row.update(change.fields, version=self.head)
            self.positions[change.noun, change.uid] = self.head
        self.last_sequence[device_uid] = change_set.sequence
        self.set_at[device_uid, change_set.sequence] = change_set.uid
        answer = SetAnswer(change_set.uid, "synced", "applied", "")
        self.receipts[change_set.uid] = (hashed, answer)
        return answer

    def announce(self) -> None:
        """Tell everybody who listens."""
        for listener in self.listeners:
            listener.set()


class MemoryTransport:
    """Implements `Transport` to a MemoryServer, for the device whose key it is given."""

    def __init__(self, server: MemoryServer, device_key: str, *, page_entries: int = 250) -> None:
        self._server = server
        self._key = device_key
        self._page_entries = page_entries
        self.closed = False

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        device_uid = await self._arrive()
        self._server.pushes += 1
        before = self._server.head
        first = min((one.sequence for one, _ in sets), default=0)
        is_copys = after is not None and self._server.set_at.get((device_uid, first - 1), after) != after
        answers = tuple(self._server.settle(device_uid, one, hashed, is_copys=is_copys) for one, hashed in sets)
        if self._server.head > before:
            self._server.announce()
        if self._server.loses_answers:
            raise TransportFault(UNREACHABLE, "the answer was lost")
        return answers

    def prepare(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> None:
        """Nothing is to be made ready."""

    async def pull(self, cursor: str | None) -> FeedPage:
        device_uid = await self._arrive()
        self._server.pulls += 1
        start = _position(cursor)
        later = sorted(
            (position, *reference) for reference, position in self._server.positions.items() if position > start
        )
        page = later[: self._page_entries]
        is_last = len(page) == len(later)
        return FeedPage(
            entries=tuple(FeedEntry(noun, uid, dict(self._server.rows[noun, uid])) for _, noun, uid in page),
            cursor=_cursor(self._server.location_id, page[-1][0] if page else start),
            is_last=is_last,
            settled_through=self._server.last_sequence.get(device_uid, 0) if is_last else 0,
            last_sequence=max(0, self._server.last_sequence.get(device_uid, 0)),
        )

    async def snapshot(self, cursor: str | None) -> AsyncGenerator[FeedPage, None]:
        while True:
            page = await self.pull(cursor)
            yield page
            if page.is_last:
                return
            cursor = page.cursor

    async def compare(self, question: DigestQuestion) -> DigestAnswer:
        await self._arrive()
        return DigestAnswer(Compared.MOVED_ON, {})  # it keeps no sums

    async def images(self, question: ImagesQuestion) -> ImagesAnswer:
        await self._arrive()
        return ImagesAnswer(Compared.MOVED_ON, ())

    async def rows(self, references: Sequence[Reference]) -> FeedPage:
        page = await self.pull(None)
        return replace(page, entries=tuple(one for one in page.entries if (one.noun, one.uid) in set(references)))

    async def tell_erasures(self, uids: Sequence[UUID]) -> int:
        await self._arrive()
        return 0  # it never went back in time

    async def learned_waits(self, known: str) -> bytes | None:
        await self._arrive()
        return None  # it has learned nothing

    async def renew(self, device_uid: UUID, key_hash: str) -> Enrolment:
        await self._arrive()
        known = {uid: hashed for hashed, uid in self._server.hashed_keys.items()}
        if known.setdefault(device_uid, key_hash) != key_hash:
            raise ProtocolFault("uid_taken", "another device has this uid")
        self._server.hashed_keys[key_hash] = device_uid
        block = 100 + list(self._server.hashed_keys).index(key_hash)
        return Enrolment(device_uid, "", self._server.location_id, chr(65 + block % 20), block, {}, "kiosk")

    async def listen(self) -> AsyncIterator[None]:
        await self._arrive()
        news = asyncio.Event()
        news.set()
        self._server.listeners.add(news)
        try:
            while True:
                await news.wait()
                news.clear()
                yield
        finally:
            self._server.listeners.discard(news)

    async def close(self) -> None:
        self.closed = True

    async def _arrive(self) -> UUID:
        await asyncio.sleep(0)
        if self._server.hangs:
            await asyncio.Event().wait()
        if not self._server.reachable:
            raise TransportFault(UNREACHABLE, "nobody answers")
        if self._server.fault is not None:
            raise self._server.fault
        hashed = hashlib.sha256(self._key.encode()).hexdigest()
        device_uid = self._server.keys.get(self._key) or self._server.hashed_keys.get(hashed)
        if device_uid is None:
            raise RefusedFault("unknown_key", "this key is not known here")
        return device_uid


def _cursor(location_id: int, position: int) -> str:
    return base64.urlsafe_b64encode(f"1.1.{location_id}.{position}".encode()).decode().rstrip("=")


def _position(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        return int(text.split(".")[3])
    except (ValueError, IndexError) as error:
        raise ProtocolFault("bad_cursor", "the cursor is not one of ours") from error
