"""A receipt printer behind Windows' spooler; that spooler is one in memory, for none of this has run on Windows."""

from __future__ import annotations

import pytest

from kiosk.devices.printer import Delivery, PrinterState
from kiosk.devices.spooled_printer import JobBits, QueueBits
from kiosk.devices.windows_spooler import JobInfo1, PrinterInfo2
from tests.fakes.spooler import SpooledOnTheBench

BUSY_PRINTING_AND_WARMING_UP = 0x200 | 0x400 | 0x10000


@pytest.fixture
def printer() -> SpooledOnTheBench:
    return SpooledOnTheBench()


@pytest.mark.parametrize(
    ("bits", "state"),
    [
        (BUSY_PRINTING_AND_WARMING_UP, PrinterState.READY),
        (QueueBits.PAPER_OUT | QueueBits.ERROR, PrinterState.PAPER_OUT),
        (QueueBits.PAPER_OUT | QueueBits.DOOR_OPEN, PrinterState.COVER_OPEN),
        (QueueBits.PAUSED, PrinterState.OFFLINE),
        (QueueBits.PAPER_JAM, PrinterState.OFFLINE),
        (QueueBits.NOT_AVAILABLE, PrinterState.UNREACHABLE),
    ],
)
def test_the_gravest_of_what_windows_says_is_the_state(
    printer: SpooledOnTheBench, bits: int, state: PrinterState
) -> None:
    printer.queue = QueueBits(bits)
    assert printer.status().state is state


def test_a_printer_that_windows_does_not_know_is_unreachable(printer: SpooledOnTheBench) -> None:
    printer.installed = False
    assert printer.send(b"ticket", 5) == Delivery("not_delivered", "unreachable")


@pytest.mark.parametrize(
    ("bits", "cause"),
    [(JobBits.DELETING, "cancelled"), (JobBits.ERROR, "offline"), (JobBits.USER_INTERVENTION, "offline")],
)
def test_a_job_that_stops_is_taken_out_so_that_it_never_comes_out_later(
    printer: SpooledOnTheBench, bits: JobBits, cause: str
) -> None:
    printer.stops_next = bits
    assert printer.send(b"ticket", 5) == Delivery("interrupted", cause)
    assert printer.jobs == {}


def test_a_job_that_does_not_come_out_in_time_is_taken_out(printer: SpooledOnTheBench) -> None:
    printer.holds = True
    assert printer.send(b"ticket", 0.01) == Delivery("interrupted", "too_slow")
    assert printer.jobs == {}


def test_what_is_printed_does_not_stay_in_the_queue(printer: SpooledOnTheBench) -> None:
    assert printer.send(b"ticket", 5) == Delivery("delivered")
    assert (printer.printed, printer.jobs) == ([b"ticket"], {})


def test_windows_tells_its_bits_where_its_headers_say() -> None:
    assert (PrinterInfo2.attributes.offset, PrinterInfo2.status.offset) == (104, 124)
    assert JobInfo1.status.offset == 56
