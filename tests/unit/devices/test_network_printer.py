"""The network printer before printers that behave badly, over real TCP."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from kiosk.devices.network_printer import NetworkPrinter
from kiosk.devices.printer import Delivery, PrinterState
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.encode import TicketEncoder
from tests.sample_tickets import queue_ticket


@pytest.fixture(scope="module")
def ticket() -> bytes:
    return TicketEncoder(58).render(queue_ticket())


@pytest.fixture
def virtual() -> Iterator[VirtualPrinter]:
    printer = VirtualPrinter().start()
    yield printer
    printer.stop()


def test_a_slow_printer_that_answers_is_waited_for(virtual: VirtualPrinter, ticket: bytes) -> None:
    virtual.slow_down(bytes_per_s=1_000)
    started = time.monotonic()
    assert NetworkPrinter("127.0.0.1", virtual.port).send(ticket, 10) == Delivery("delivered")
    assert time.monotonic() - started > 0.8


def test_cover_opened_in_the_middle_interrupts_and_nothing_comes_out_later(
    virtual: VirtualPrinter, ticket: bytes
) -> None:
    virtual.slow_down(bytes_per_s=2_000)
    deliveries: list[Delivery] = []
    printer = NetworkPrinter("127.0.0.1", virtual.port)
    sending = threading.Thread(target=lambda: deliveries.append(printer.send(ticket, 10)))
    sending.start()
    virtual.wait_until(lambda: virtual.hangs_out)
    virtual.open_cover()
    sending.join(10)
    assert deliveries == [Delivery("interrupted", "cover_open")]
    virtual.close_cover()
    assert not virtual.tickets
    assert printer.send(ticket, 10).outcome == "delivered"
    piece, whole = virtual.tickets
    assert "20240115-B017" not in piece.lines
    assert whole.raw == ticket, "nobody is handed the piece of somebody else's ticket with their own"


def test_a_printer_that_says_nothing_is_given_up_after_two_seconds(virtual: VirtualPrinter, ticket: bytes) -> None:
    virtual.fall_silent()
    started = time.monotonic()
    assert NetworkPrinter("127.0.0.1", virtual.port).send(ticket, 10).outcome == "unknown"
    assert time.monotonic() - started < 4


def test_printer_that_takes_nothing_in_gets_the_rest_neither_now_nor_later() -> None:
    """A frozen printer: its system takes some bytes, nobody reads them. After the deadline the rest is withdrawn."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        port = server.getsockname()[1]
        job = bytes(8_000_000)
        assert NetworkPrinter("127.0.0.1", port).send(job, 1.5) == Delivery("interrupted", "too_slow")
        frozen, _ = server.accept()
        with frozen, pytest.raises(ConnectionResetError):
            while frozen.recv(65_536):
                pass


def test_printer_that_hangs_up_at_once_was_sent_nothing(ticket: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            server.accept()[0].close()

        hanging_up = threading.Thread(target=hang_up)
        hanging_up.start()
        port = server.getsockname()[1]
        assert NetworkPrinter("127.0.0.1", port).send(ticket, 5) == Delivery("not_delivered", "unreachable")
        hanging_up.join()


def test_address_where_nobody_answers_costs_one_second(ticket: bytes) -> None:
    """A full backlog leaves a connection unanswered, as a printer whose cable is pulled does."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        address = server.getsockname()
        fillers = [socket.socket() for _ in range(3)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        started = time.monotonic()
        assert NetworkPrinter(*address).send(ticket, 5).outcome == "not_delivered"
        assert 0.5 < time.monotonic() - started < 2
        for filler in fillers:
            filler.close()


def test_asking_how_it_is_during_a_job_does_not_disturb_it(virtual: VirtualPrinter, ticket: bytes) -> None:
    printer = NetworkPrinter("127.0.0.1", virtual.port)
    virtual.slow_down(bytes_per_s=2_000)
    sending = threading.Thread(target=printer.send, args=(ticket, 10))
    sending.start()
    virtual.wait_until(lambda: virtual.hangs_out)
    started = time.monotonic()
    assert printer.status().state is PrinterState.READY
    assert time.monotonic() - started < 0.1
    sending.join(10)
    assert len(virtual.tickets) == 1


def test_a_well_printer_gets_its_ticket_within_milliseconds(virtual: VirtualPrinter, ticket: bytes) -> None:
    printer = NetworkPrinter("127.0.0.1", virtual.port)
    took = []
    for _ in range(20):
        started = time.monotonic()
        assert printer.send(ticket, 5).outcome == "delivered"
        took.append(time.monotonic() - started)
    assert sorted(took)[10] < 0.1, "no fixed pause stands between a patient and a ticket"
