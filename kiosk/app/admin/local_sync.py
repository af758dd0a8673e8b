"""The sync log and the way to the server, as this machine's records and its worker tell of them."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kiosk.app.admin.errands import Step, on_a_thread, run_errand
from kiosk.screens.admin.desks import (
    MOST_COUNTED,
    Asked,
    Choices,
    Errand,
    GivenUp,
    LogDetail,
    Refused,
    Synced,
    SyncState,
    Written,
)

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice
    from server_sync.desk.sync_log.entries import LogPage, Place, Wanted
    from server_sync.desk.sync_log.export import Heading
    from server_sync.records.reading import Reading
    from server_sync.records.replica import Replica

Answer = TypeVar("Answer")

PAGE = 60
"""Entries that are read at once: two screens full."""
PATIENCE_S = 20.0
"""How long somebody who asked for it waits for the server's answer."""
GIVEN_UP_AFTER_S = 3.0
"""A server that could not be reached so long after somebody asked is not awaited."""
LOOK_EVERY_S = 0.2
UNDER_WAY = frozenset({"online", "syncing"})


class LocalSync:
    """Implements `kiosk.screens.admin.desks.SyncDesk`; called on the UI thread, whose asyncio loop awaits it."""

    def __init__(self, back_office: Callable[[], BackOffice], server_url: str, made_by: Callable[[], str]) -> None:
        """`made_by` is the name of whoever is signed in, asked on the UI thread; it stands on what is exported."""
        self._back_office = back_office
        self._server_url = server_url
        self._made_by = made_by

    async def read_log(self, asked: Asked, after: Place | None) -> LogPage:
        """See `SyncDesk.read_log`."""

        def read(reading: Reading, location_id: int) -> LogPage:
            from server_sync.desk.sync_log.entries import read_page

            return read_page(reading, _wanted(reading, location_id, asked), after, PAGE)

        return await self._read_beside(read)

    async def count_log(self, asked: Asked) -> int:
        """See `SyncDesk.count_log`."""

        def read(reading: Reading, location_id: int) -> int:
            from server_sync.desk.sync_log.entries import count

            return count(reading, _wanted(reading, location_id, asked), MOST_COUNTED)

        return await self._read_beside(read)

    async def read_entry(self, entry_id: int) -> LogDetail | None:
        """See `SyncDesk.read_entry`."""

        def read(reading: Reading, _location_id: int) -> LogDetail | None:
            from orjson import OPT_INDENT_2, dumps

            from server_sync.desk.sync_log.entries import read_one
            from server_sync.desk.sync_log.involved import involved

            entry = read_one(reading, entry_id)
            if entry is None:
                return None
            people = involved(reading, entry.body)
            return LogDetail(entry, dumps(entry.body, option=OPT_INDENT_2).decode(), people.actor, people.about)

        return await self._read(read)

    async def choices(self) -> Choices:
        """See `SyncDesk.choices`."""

        def read(reading: Reading, _location_id: int) -> Choices:
            from server_sync.desk.sync_log.entries import in_the_log, names

            called = names(reading)
            devices, intents, nouns = in_the_log(reading)
            return Choices(tuple((uid, called.get(uid, uid[:8])) for uid in devices), intents, nouns)

        return await self._read(read)

    async def export(
        self, asked: Asked, kind: str, folder: str, language: str, errand: Errand
    ) -> Written | Refused | GivenUp:
        """See `SyncDesk.export`."""
        replica = await self._ask(lambda replica: replica)
        wanted = _WantedFile(asked, kind, Path(folder), language, self._made_by())
        return await run_errand(errand, lambda step: _export(replica, wanted, step))

    async def state(self) -> SyncState:
        """See `SyncDesk.state`."""

        def count(reading: Reading, _location_id: int) -> tuple[int, int, int]:
            from server_sync.desk.sync_log.entries import Wanted, count
            from server_sync.records.outbox import SyncStatus

            wanted = (SyncStatus.FAILED, SyncStatus.CONFLICT, SyncStatus.PENDING)
            failed, conflicts, pending = (count(reading, Wanted(status=status)) for status in wanted)
            return failed, conflicts, pending

        failed, conflicts, pending = await self._read(count)
        said = self._back_office().connection
        if said is None:
            link = "syncing" if self._server_url else "alone"
            return SyncState(link, pending=pending, failed=failed, conflicts=conflicts, server=self._server_url)
        return SyncState(
            said.link.value,
            said.by_hub,
            pending,
            said.held,
            said.since,
            said.last_sync,
            said.cause or "",
            said.done,
            said.total,
            failed,
            conflicts,
            self._server_url,
        )

    async def sync_now(self) -> Synced:
        """See `SyncDesk.sync_now`."""
        begun = datetime.now(UTC)
        self._back_office().sync_now()
        state = await self.state()
        for looked in range(round(PATIENCE_S / LOOK_EVERY_S)):
            gave_up = state.link not in UNDER_WAY and looked > GIVEN_UP_AFTER_S / LOOK_EVERY_S
            has_answered = state.last_sync is not None and state.last_sync >= begun and state.link != "syncing"
            if state.link == "alone" or gave_up or (has_answered and not state.pending):
                break
            await asyncio.sleep(LOOK_EVERY_S)
            state = await self.state()
        return Synced(state, await self._read(lambda reading, _location: _settled_since(reading, begun)))

    async def _read(self, read: Callable[[Reading, int], Answer]) -> Answer:
        def ask(replica: Replica) -> Answer:
            with replica.read() as reading:
                return read(reading, replica.identity.location_id or 0)

        return await self._ask(ask)

    async def _read_beside(self, read: Callable[[Reading, int], Answer]) -> Answer:
        """A log of years under two filters is looked through for seconds: whoever checks in must not wait for it."""
        replica = await self._ask(lambda replica: replica)

        def ask() -> Answer:
            with replica.read() as reading:
                return read(reading, replica.identity.location_id or 0)

        return await on_a_thread(ask)

    async def _ask(self, operation: Callable[[Replica], Answer]) -> Answer:
        return await asyncio.wrap_future(self._back_office().submit(operation))


def _settled_since(reading: Reading, moment: datetime) -> int:
    from server_sync.desk.sync_log.entries import count_settled_since

    return count_settled_since(reading, moment)


def _wanted(reading: Reading, location_id: int, asked: Asked) -> Wanted:
    from server_sync.desk.sync_log.entries import Wanted, days_wanted, zone_of
    from server_sync.records.outbox import SyncStatus

    since, until = days_wanted(asked.since, asked.until, zone_of(reading, location_id) or "UTC")
    return Wanted(
        since,
        until,
        (asked.device,) if asked.device else None,
        asked.intent or None,
        asked.noun or None,
        SyncStatus(asked.status) if asked.status else None,
    )


@dataclass(frozen=True, slots=True)
class _WantedFile:
    asked: Asked
    kind: str
    folder: Path
    language: str
    made_by: str


def _export(replica: Replica, asked_for: _WantedFile, step: Step) -> Written | Refused:
    """Write the file under another name, and give it its own once it is whole."""
    from server_sync.desk.sync_log.entries import count, stretches
    from server_sync.desk.sync_log.export import Format, export_as, watched

    with replica.read() as reading:
        wanted = _wanted(reading, replica.identity.location_id or 0, asked_for.asked)
        of = max(1, count(reading, wanted))
        heading = _heading(reading, replica.identity.location_id or 0, asked_for)
    done = [0]

    def progress(counted: int) -> None:
        done[0] = counted
        step(min(99, 100 * counted // of), counted)

    file = asked_for.folder / f"sync-log-{heading.made_at:%Y%m%d-%H%M%S}.{asked_for.kind}"
    unfinished = file.with_name(file.name + ".part")
    step(0, 0)
    try:
        with unfinished.open("xb") as written:
            for piece in export_as(Format(asked_for.kind), heading, watched(stretches(replica.read, wanted), progress)):
                written.write(piece)
        unfinished.replace(file)
    except OSError as error:
        return Refused("disk_full" if error.errno == 28 else "not_writable", error.strerror or "")
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    step(100, done[0])
    return Written(file, done[0])


def _heading(reading: Reading, location_id: int, asked_for: _WantedFile) -> Heading:
    from server_sync.desk.clinic_setup import location_row
    from server_sync.desk.sync_log.entries import names, zone_of
    from server_sync.desk.sync_log.export import Heading
    from server_sync.desk.sync_log.words import LogWords, asked_in_words

    row, asked = location_row(reading, location_id), asked_for.asked
    device = asked.device and names(reading).get(asked.device, asked.device)
    words = LogWords(asked_for.language)
    return Heading(
        place="" if row is None else str(row["name"]),
        time_zone=zone_of(reading, location_id) or "UTC",
        made_at=datetime.now(UTC),
        made_by=asked_for.made_by,
        asked=asked_in_words(words, asked.since, asked.until, device, asked.intent, asked.noun, asked.status),
        language=asked_for.language,
    )
