"""Kiosks and the server over a real line: nothing is lost, nothing doubled, and everybody ends with the same queue."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from server_sync.desk.waits.kept import keep_file, kept_file, kept_version
from server_sync.desk.waits.knowledge import packed
from server_sync.desk.waits.site_history import SiteHistory
from server_sync.protocol.changes import ChangeSet
from server_sync.protocol.push import SetAnswer
from server_sync.records.database import Database
from server_sync.records.tables import devices, offline_sync_logs
from server_sync.worker.state import Link
from server_sync.worker.transport import Transport
from tests.clinics import MORNING, LittleClinic
from tests.sites import Canned, Site, SyncedKiosk, eventually, running_site

TEN = MORNING + timedelta(hours=1)


@pytest.fixture
def clinic(centre_database: Database, tmp_path: Path) -> LittleClinic:
    return LittleClinic(centre_database, tmp_path)


@pytest.fixture
def site(clinic: LittleClinic, tmp_path: Path) -> Iterator[Site]:
    with running_site(clinic.centre, tmp_path, clinic.clock) as site:
        yield site


@pytest.fixture
def booked(clinic: LittleClinic) -> list[UUID]:
    """Six people with an appointment."""
    people = range(6)
    return [clinic.book(TEN, code=f"{one:08d}", phone=f"+44 7700 9{one:05d}")["uid"] for one in people]


def joined(site: Site, name: str) -> SyncedKiosk:
    """A kiosk that runs and has everything."""
    kiosk = site.kiosk(name)
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.link is Link.ONLINE)
    return kiosk


def tokens(clinic: LittleClinic, kiosk: SyncedKiosk | None = None) -> list[str]:
    return [place["token_number"] for place in clinic.places(kiosk.replica if kiosk else None)]


def queue_and_receipts(clinic: LittleClinic, kiosk: SyncedKiosk) -> tuple[list[str], int]:
    """The numbers at the centre, and how many sets of this kiosk it has taken."""
    query = select(offline_sync_logs).where(offline_sync_logs.c.device_id == str(kiosk.enrolment.device_uid))
    with clinic.centre.read() as reading:
        return tokens(clinic), len(reading.all(query))


def test_two_kiosks_see_each_others_check_in(clinic: LittleClinic, site: Site, booked: list[UUID]) -> None:
    one, other = joined(site, "one"), joined(site, "other")
    number = one.check_in(booked[0])
    eventually(lambda: tokens(clinic, other) == [number])
    answer = other.check_in(booked[1])
    eventually(lambda: tokens(clinic, one) == sorted([number, answer]))
    eventually(lambda: one.pending == other.pending == 0)
    assert one.link is Link.ONLINE


def test_check_ins_go_on_without_the_server_and_arrive_once_when_it_is_back(
    clinic: LittleClinic, site: Site, booked: list[UUID]
) -> None:
    kiosk = joined(site, "one")
    site.server.stop()
    numbers = [kiosk.check_in(uid) for uid in booked]
    eventually(lambda: kiosk.link is Link.OFFLINE and kiosk.states[-1].pending == len(booked))
    assert tokens(clinic) == []
    site.server.start()
    eventually(lambda: kiosk.pending == 0 and kiosk.link is Link.ONLINE)
    assert queue_and_receipts(clinic, kiosk) == (numbers, len(booked))


def test_answer_that_a_proxy_lost_is_asked_for_again_and_has_no_second_effect(
    clinic: LittleClinic, site: Site, booked: list[UUID]
) -> None:
    kiosk = joined(site, "one")
    lost = iter([True, True])
    site.server.answer_with(
        lambda path: (
            Canned(502, b"<html>", after_the_server=True) if path.endswith("sync") and next(lost, None) else None
        )
    )
    number = kiosk.check_in(booked[0])
    eventually(lambda: _statuses(kiosk) == ["synced"])
    assert next(lost, None) is None
    assert queue_and_receipts(clinic, kiosk) == ([number], 1)


def test_page_of_a_hotels_login_is_waited_out(clinic: LittleClinic, site: Site, booked: list[UUID]) -> None:
    kiosk = joined(site, "one")
    site.server.answer_with(lambda _path: Canned(200, b"<html>Please sign in</html>"))
    number = kiosk.check_in(booked[0])
    eventually(lambda: kiosk.link is Link.WAITING and kiosk.states[-1].cause == "not_our_server")
    assert tokens(clinic) == []
    site.server.answer_with(lambda _path: None)
    eventually(lambda: kiosk.pending == 0 and kiosk.link is Link.ONLINE)
    assert queue_and_receipts(clinic, kiosk) == ([number], 1)


def test_what_the_centre_learned_of_waits_comes_to_its_kiosks(clinic: LittleClinic, site: Site) -> None:
    file = packed(SiteHistory({clinic.doctor["id"]: (30.0, 31.0)}), None)
    version = keep_file(clinic.centre.database, clinic.location["id"], file, clinic.clock.now())
    kiosk = joined(site, "one")

    def known() -> tuple[str | None, bytes | None]:
        with kiosk.replica.read() as reading:
            return kept_version(reading, clinic.location["id"]), kept_file(reading, clinic.location["id"])

    eventually(lambda: known() == (version, file))


@pytest.mark.parametrize(
    "broken",
    [
        Canned(500, b"oh", "text/plain"),
        Canned(503, b"", headers=((b"retry-after", b"1"),)),
        Canned(200, b'{"success": true, "da', "application/json"),
        Canned(200, b'{"success": true, "data": {"results": []}}', "application/json"),
        Canned(200, b"not gzip", "application/json", ((b"content-encoding", b"gzip"),)),
        Canned(403, b"<html>blocked by policy</html>"),
        Canned(302, b"", headers=((b"location", b"http://portal.example/"),)),
        Canned(413, b"", "text/plain"),
    ],
    ids=["500", "503", "truncated", "empty", "not gzip", "403", "302", "413"],
)
def test_kiosk_recovers_from_a_broken_answer_by_itself(
    clinic: LittleClinic, site: Site, booked: list[UUID], broken: Canned
) -> None:
    kiosk = joined(site, "one")
    times = iter(range(2))
    site.server.answer_with(lambda path: broken if path.endswith("sync") and next(times, None) is not None else None)
    numbers = [kiosk.check_in(uid) for uid in booked[:2]]
    eventually(lambda: kiosk.pending == 0 and kiosk.link is Link.ONLINE)
    assert queue_and_receipts(clinic, kiosk) == (numbers, 2)
    assert kiosk.worker is not None
    assert kiosk.worker.restarts == 0


class DiesAfterPush:
    """A way on which a push arrives, and the process ends before it learns so."""

    def __init__(self, real: Transport, arrived: threading.Event) -> None:
        self._real = real
        self._arrived = arrived
        self.prepare, self.pull, self.snapshot, self.renew = real.prepare, real.pull, real.snapshot, real.renew
        self.compare, self.images, self.rows = real.compare, real.images, real.rows
        self.listen, self.close, self.tell_erasures = real.listen, real.close, real.tell_erasures
        self.learned_waits = real.learned_waits

    async def push(self, sets: Sequence[tuple[ChangeSet, str]], after: UUID | None = None) -> tuple[SetAnswer, ...]:
        await self._real.push(sets, after)
        self._arrived.set()
        await asyncio.Event().wait()
        raise AssertionError("it died")


def test_kiosk_that_died_between_push_and_mark_offers_again_without_doubling(
    clinic: LittleClinic, site: Site, booked: list[UUID]
) -> None:
    kiosk = site.kiosk("one")
    arrived = threading.Event()
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.link is Link.ONLINE)
    kiosk.stop()
    number = kiosk.check_in(booked[0])
    kiosk.start(lambda: DiesAfterPush(site.way(kiosk)(), arrived))
    assert arrived.wait(20)
    kiosk.stop()
    assert kiosk.pending == 1
    kiosk.start(site.way(kiosk))
    eventually(lambda: kiosk.pending == 0)
    assert queue_and_receipts(clinic, kiosk) == ([number], 1)
    (status,) = _statuses(kiosk)
    assert status == "synced"


def _statuses(kiosk: SyncedKiosk) -> list[str]:
    with kiosk.replica.read() as reading:
        return [row["sync_status"] for row in reading.all(select(offline_sync_logs.c.sync_status))]


def test_device_follows_a_restored_server_into_its_new_epoch(
    clinic: LittleClinic, site: Site, booked: list[UUID]
) -> None:
    kiosk = joined(site, "one")
    clinic.restore(epoch=2)
    number = joined(site, "other").check_in(booked[0])
    eventually(lambda: tokens(clinic, kiosk) == [number])


def test_revoked_kiosk_needs_attention_and_keeps_its_work(clinic: LittleClinic, site: Site, booked: list[UUID]) -> None:
    kiosk = joined(site, "one")
    set_revoked(clinic, kiosk, revoked=True)
    # The server remembers a key for some seconds; then it shuts the socket, and the kiosk asks and is refused.
    eventually(lambda: kiosk.link is Link.NEEDS_ATTENTION and kiosk.states[-1].cause == "unknown_key")
    kiosk.check_in(booked[0])
    assert kiosk.pending == 1
    set_revoked(clinic, kiosk, revoked=False)
    eventually(lambda: kiosk.pending == 0)
    assert len(tokens(clinic)) == 1


def set_revoked(clinic: LittleClinic, kiosk: SyncedKiosk, *, revoked: bool) -> None:
    with clinic.centre.work("revoke", "system") as work:
        row = work.first(select(devices).where(devices.c.uid == kiosk.enrolment.device_uid))
        assert row is not None
        work.change(devices, row, revoked_at=work.now if revoked else None)


def test_dozens_of_check_ins_arrive_in_order_and_once(clinic: LittleClinic, site: Site) -> None:
    people = [clinic.book(TEN, code=f"{one:08d}", phone=f"+44 7700 9{one:05d}")["uid"] for one in range(60)]
    one, other = joined(site, "one"), joined(site, "other")
    site.server.stop()
    for uid in people[:30]:
        one.check_in(uid)
    for uid in people[20:60]:
        other.check_in(uid)
    site.server.start()
    eventually(lambda: one.pending == other.pending == 0 and one.link is other.link is Link.ONLINE, 60)
    standing = [place for place in clinic.places() if place["current_status"] == "waiting"]
    assert len(standing) == len({place["appointment_id"] for place in standing}) == 60
    eventually(lambda: tokens(clinic, one) == tokens(clinic, other) == tokens(clinic), 60)


def test_conflict_is_told_in_words_at_the_kiosk(clinic: LittleClinic, site: Site, booked: list[UUID]) -> None:
    one, other = joined(site, "one"), joined(site, "other")
    site.server.stop()
    one.check_in(booked[0])
    other.check_in(booked[0])
    site.server.start()
    eventually(lambda: one.pending == other.pending == 0)
    told: list[str] = []
    for kiosk in (one, other):
        with kiosk.replica.read() as reading:
            told += [
                row["conflict_resolution"]
                for row in reading.all(select(offline_sync_logs))
                if row["conflict_resolution"]
            ]
    assert any("two machines" in words for words in told)
    numbers = [place for place in clinic.places() if place["current_status"] != "cancelled"]
    assert len(numbers) == 1
