"""One location's reader: follows its feed while anybody watches, and tells all of them at once."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol
from uuid import UUID

from server_sync.central.live.messages import Batch, Doctors, catching_up, frame_of, news_between, urgent_first
from server_sync.central.live.outlets import Outlet
from server_sync.central.live.pictures import Picture
from server_sync.central.news.announcer import Announcer
from server_sync.protocol.faults import StorageFault
from server_sync.records.feed.publishing import Cursor

log = logging.getLogger(__name__)

LOOK_EVERY_S = 10.0
"""Waits grow without a commit, and a word of another process may be lost: then a look comes by itself."""

RETRY_S = 1.0
CLOSE_TRY_LATER = 1013

WRITTEN_AT_ONCE = 500
"""Sockets written to before others get a turn on the event loop."""


class Records(Protocol):
    """What a reader asks of the records; each call runs in a thread."""

    def look(
        self, location_id: int, since: Sequence[Cursor], *, for_staff: bool, unless_at: Cursor | None
    ) -> Awaitable[Picture | None]:
        """See `pictures.look`."""
        ...

    def record_shown(self, outlet: Outlet, patient_uids: frozenset[UUID]) -> Awaitable[None]:
        """Say in the audit trail that these patients' names are about to be shown. Raises StorageFault."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Joining:
    """Somebody who wants to watch, from where they were, if they were. Each is one wish, however alike two are."""

    outlet: Outlet
    doctors: Doctors
    since: Cursor | None
    answer: dict[str, int | None]


class LocationReader:
    """Made, used and ended on the event loop."""

    def __init__(
        self,
        location_id: int,
        records: Records,
        announcer: Announcer,
        *,
        told: Callable[[float], None] = lambda _seconds: None,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self.location_id = location_id
        self._records = records
        self._announcer = announcer
        self._told = told
        self._look_every_s = look_every_s
        self._outlets: set[Outlet] = set()
        self._joining: dict[Joining, None] = {}
        """Those who are not welcomed yet, in their order: also while the records are asked for them."""
        self._last: Picture | None = None
        self._looked_at_s = 0.0
        self._subscription = announcer.subscribe(location_id)
        self._task = asyncio.create_task(self._run())

    @property
    def is_needed(self) -> bool:
        """Whether anybody watches or wants to."""
        return bool(self._outlets or self._joining)

    def join(self, joining: Joining) -> None:
        """Let somebody catch up, and then hear all that comes."""
        self._joining[joining] = None
        self._subscription.wake()

    def leave(self, outlet: Outlet) -> None:
        """Tell them no more."""
        self._outlets.discard(outlet)
        self._joining = {one: None for one in self._joining if one.outlet is not outlet}

    def end(self) -> None:
        """Stop following the feed."""
        self._task.cancel()
        self._announcer.unsubscribe(self._subscription)

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._subscription.news(), self._look_every_s)
            try:
                await self._step()
            except StorageFault as fault:
                log.warning("the queue could not be read for those who watch", extra={"code": fault.code})
                await asyncio.sleep(RETRY_S)
                self._subscription.wake()
            except Exception:
                # A bug must not leave a thousand boards standing: they come back with their cursor.
                log.critical("a bug in the live feed", exc_info=True)
                self._drop_all()

    async def _step(self) -> None:
        started_s, joining = monotonic(), tuple(self._joining)
        picture = await self._picture(joining)
        if picture is None:
            return
        before, self._last = self._last, picture
        if before is not None and self._outlets:
            batch = _batch(before, picture)
            if batch.messages:
                await self._tell(batch, picture)
                self._told(monotonic() - started_s)
        await self._welcome(joining, picture)

    async def _picture(self, joining: Sequence[Joining]) -> Picture | None:
        last = self._last
        is_due = monotonic() - self._looked_at_s >= self._look_every_s
        may_skip = last is not None and not joining and not is_due
        readers = [*self._outlets, *(one.outlet for one in joining)]
        since = [one.since for one in joining if one.since is not None]
        picture = await self._records.look(
            self.location_id,
            since if last is None else [last.cursor, *since],
            for_staff=any(outlet.audience.is_staff for outlet in readers),
            unless_at=last.cursor if may_skip and last is not None else None,
        )
        if picture is not None:
            self._looked_at_s = monotonic()
        return picture

    async def _tell(self, batch: Batch, picture: Picture) -> None:
        """Everybody first who sees no names, for nothing need be noted of that."""
        staff = [outlet for outlet in self._outlets if outlet.audience.is_staff]
        others = [outlet for outlet in self._outlets if not outlet.audience.is_staff]
        for part in urgent_first(batch):
            await self._write(part, others)
        for outlet in staff:
            if outlet in self._outlets:
                await self._note(outlet, outlet.watched.get(self.location_id), picture)
        await self._write(batch, staff)

    async def _write(self, batch: Batch, outlets: Iterable[Outlet]) -> None:
        for count, outlet in enumerate(outlets, start=1):
            if outlet in self._outlets:
                outlet.offer(batch.frames(outlet.audience, outlet.watched.get(self.location_id)))
            if not count % WRITTEN_AT_ONCE:
                await asyncio.sleep(0)

    async def _welcome(self, joining: Sequence[Joining], picture: Picture) -> None:
        """In one go with the news before it, so that between catching up and what follows nothing can be lost."""
        welcomes: dict[tuple[Cursor | None, Doctors], Batch] = {}
        for one in joining:
            if one in self._joining:
                await self._note(one.outlet, one.doctors, picture)
            if one not in self._joining:  # whoever left while we asked or noted is welcomed no more
                continue
            del self._joining[one]
            if not one.outlet.is_open:
                continue
            key = (one.since, one.doctors)
            batch = welcomes.get(key) or welcomes.setdefault(key, catching_up(picture, *key))
            one.outlet.offer(batch.frames(one.outlet.audience, one.doctors) + _subscribed(one, picture))
            self._outlets.add(one.outlet)
            one.outlet.watched[self.location_id] = _together(one, self.location_id)

    async def _note(self, outlet: Outlet, doctors: Doctors, picture: Picture) -> None:
        """Whose names a member of staff is about to see for the first time goes into the audit trail before."""
        if not outlet.audience.is_staff or not outlet.is_open:
            return
        new = _people_at(picture, doctors) - outlet.shown
        if not new:
            return
        try:
            await self._records.record_shown(outlet, new)
        except StorageFault:
            outlet.close(CLOSE_TRY_LATER)
            return
        outlet.shown |= new

    def _drop_all(self) -> None:
        for outlet in [*self._outlets, *(one.outlet for one in self._joining)]:
            outlet.close(CLOSE_TRY_LATER)
        self._outlets.clear()
        self._joining.clear()
        self._last = None


def _batch(before: Picture, after: Picture) -> Batch:
    """A restored server's feed does not go on from the old one: then everybody is told how things stand."""
    return news_between(before, after) if after.follows(before.cursor) else catching_up(after, None, None)


def _together(joining: Joining, location_id: int) -> Doctors:
    """What somebody watches at a location, with what they watched there before."""
    if location_id not in joining.outlet.watched or joining.doctors is None:
        return joining.doctors
    before = joining.outlet.watched[location_id]
    return None if before is None else before | joining.doctors


def _people_at(picture: Picture, doctors: Doctors) -> frozenset[UUID]:
    details = (
        place.details
        for queue in picture.for_staff or ()
        if doctors is None or queue.doctor_id in doctors
        for place in queue.places
    )
    return frozenset(one.patient_uid for one in details if one is not None and one.patient_uid is not None)


def _subscribed(joining: Joining, picture: Picture) -> bytes:
    caught_up = joining.since is not None and picture.follows(joining.since)
    return frame_of(
        {
            "type": "subscribed",
            "cursor": str(picture.cursor),
            **joining.answer,
            "data": {"caught_up": caught_up},
        }
    )
