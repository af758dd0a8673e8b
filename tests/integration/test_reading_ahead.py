"""A backlog is read in small parts while somebody is at the screen, and is laid over what comes all the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_sync.protocol.pages import FeedPage
from server_sync.records.database import open_database
from server_sync.records.upstream.apply import apply_page
from server_sync.records.upstream.reading_ahead import read_ahead
from server_sync.records.upstream.unsettled import Unsettled
from server_sync.worker.courier import READ_BESIDE_A_PERSON, Courier
from tests.clinics import Device, LittleClinic
from tests.fakes.transport import MemoryServer, MemoryTransport

PAGE = FeedPage((), "", False, 0)


@pytest.fixture
def device(tmp_path: Path) -> Iterator[Device]:
    centre = open_database(f"sqlite:///{tmp_path}/centre.db")
    clinic = LittleClinic(centre, tmp_path)
    device = clinic.enrol("A", 1)
    clinic.pull(device)
    yield device
    device.database.close()
    centre.close()


def call_for_help(device: Device, times: int) -> None:
    from server_sync.desk.check_in import TicketPrinting
    from server_sync.desk.help import call_for_help as call

    for _ in range(times):
        with device.replica.work("call_for_help", "patient") as work:
            call(work, TicketPrinting("en", has_printer=False))


def test_backlog_is_read_in_parts_and_each_set_once(device: Device) -> None:
    call_for_help(device, 5)
    unsettled = Unsettled()
    known = []
    while not read_ahead(device.database, PAGE, unsettled, "", 2):
        known.append(len(unsettled.named()))
    assert known == [2, 4]
    assert len(unsettled.named()) == 5


def test_what_was_done_after_the_reading_is_laid_over_as_well(device: Device) -> None:
    call_for_help(device, 1)
    unsettled = Unsettled()
    assert read_ahead(device.database, PAGE, unsettled, "", 2)
    call_for_help(device, 1)
    apply_page(device.database, PAGE, device.replica.clock, rebase=lambda *_, **__: set(), unsettled=unsettled)
    assert len(unsettled.named()) == 2


def test_backlog_is_known_before_the_first_slice_takes_the_lock(device: Device) -> None:
    call_for_help(device, READ_BESIDE_A_PERSON + 1)
    known = []

    class Watched(Courier):
        def _apply(self, page: FeedPage) -> frozenset[str]:
            known.append(len(self._unsettled.named()))
            return super()._apply(page)

    transport = MemoryTransport(MemoryServer(keys={"key": device.identity.uid}), "key")
    asyncio.run(Watched(device.replica, transport, somebody_is_there=lambda: True).pull())
    assert known[0] == READ_BESIDE_A_PERSON + 1
