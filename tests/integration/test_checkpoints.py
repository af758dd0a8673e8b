"""Who copies SQLite's log into its file: the worker, beside the people whose commits fill it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_sync.records import outbox
from server_sync.records.database import open_database
from server_sync.worker.courier import CHECKPOINT_AFTER_SLICES, Courier
from server_sync.worker.sync_loop import CHECKPOINT_AFTER
from server_sync.worker.worker import Worker
from tests.clinics import Device, LittleClinic
from tests.fakes.transport import MemoryServer, MemoryTransport
from tests.sites import eventually


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[LittleClinic]:
    centre = open_database(f"sqlite:///{tmp_path}/centre.db")
    yield LittleClinic(centre, tmp_path)
    centre.close()


@pytest.fixture
def device(clinic: LittleClinic) -> Iterator[Device]:
    device = clinic.enrol("A", 1)
    clinic.pull(device)
    yield device
    device.database.close()


def call_for_help(device: Device, times: int) -> None:
    from server_sync.desk.check_in import TicketPrinting
    from server_sync.desk.help import call_for_help as call

    for _ in range(times):
        with device.replica.work("call_for_help", "patient") as work:
            call(work, TicketPrinting("en", has_printer=False))


def file_of(device: Device) -> bytes:
    """What stands in the file itself, whatever its log holds."""
    return Path(device.database.engine.url.database or "").read_bytes()


def test_log_is_copied_while_somebody_else_writes(device: Device) -> None:
    call_for_help(device, 1)
    before = file_of(device)
    with device.database.writing():
        copying = threading.Thread(target=device.database.checkpoint)
        copying.start()
        copying.join(5)
        assert not copying.is_alive()
    assert file_of(device) != before


def test_log_is_left_alone_until_there_is_enough_to_copy(device: Device) -> None:
    device.database.checkpoint()
    before = file_of(device)
    call_for_help(device, 3)
    device.database.checkpoint(after=4)
    assert file_of(device) == before
    call_for_help(device, 1)
    device.database.checkpoint(after=4)
    assert file_of(device) != before


def test_patients_leave_the_copying_to_the_worker(device: Device) -> None:
    device.database.checkpoint()
    before = file_of(device)
    call_for_help(device, CHECKPOINT_AFTER)
    assert file_of(device) == before
    server = MemoryServer(keys={"key": device.identity.uid})
    worker = Worker(device.replica, lambda: MemoryTransport(server, "key"), lambda _state: None)
    worker.start()
    eventually(lambda: file_of(device) != before)
    assert worker.stop(20)


def test_page_that_is_taken_in_slices_beside_a_patient_is_copied_on_the_way(
    clinic: LittleClinic, device: Device
) -> None:
    call_for_help(device, 4 * CHECKPOINT_AFTER_SLICES)
    server = MemoryServer(keys={"key": device.identity.uid})
    transport = MemoryTransport(server, "key", page_entries=100)
    asyncio.run(_push(device, transport))
    device.database.checkpoint()
    before = file_of(device)
    courier = Courier(device.replica, transport, somebody_is_there=lambda: True)
    courier._slice.rows = 1
    courier._slice.took = lambda seconds: None  # type: ignore[method-assign]  # one row at a time, on any disk
    assert asyncio.run(courier.pull()).nouns
    assert file_of(device) != before


async def _push(device: Device, transport: MemoryTransport) -> None:
    courier = Courier(device.replica, transport)
    while outbox.count_pending(device.database):
        await courier.push()
    await courier.close()
