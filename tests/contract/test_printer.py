"""What every printer promises: the fake in memory, and the network printer before the virtual one over real TCP."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import pytest

from kiosk.devices.network_printer import EndOfJobQuestion, NetworkPrinter
from kiosk.devices.printer import Delivery, Printer, PrinterState, PrinterStatus
from kiosk.devices.receipt_printer import ReceiptPrinter
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.devices.wired_printer import SerialPrinter, UsbPrinter
from kiosk.printing.encode import TicketEncoder
from tests.fakes.printer import FakePrinter
from tests.fakes.spooler import SpooledOnTheBench
from tests.sample_tickets import queue_ticket
from tests.serial_cable import SerialCable


class PrinterOnTheBench(Printer, Protocol):
    """A printer under test whose paper, power and voice a test can take away."""

    def count_tickets(self) -> int:
        """Whole tickets that came out."""
        ...

    def power_off(self) -> None: ...
    def power_on(self) -> None: ...
    def take_paper_away(self) -> None: ...
    def put_paper_in(self) -> None: ...
    def paper_gets_low(self) -> None: ...
    def open_cover(self) -> None: ...
    def close_cover(self) -> None: ...
    def fall_silent(self) -> None: ...
    def tell_by_itself(self) -> None: ...
    def run_out_of_paper_in_the_middle(self) -> None: ...
    def open_cover_in_the_middle(self) -> None: ...
    def lose_power_in_the_middle(self) -> None: ...


class VirtualOnTheBench(VirtualPrinter):
    """The virtual printer with a `NetworkPrinter` in front of it."""

    def __init__(self, end_of_job: EndOfJobQuestion) -> None:
        super().__init__()
        self.start()
        self._network = NetworkPrinter("127.0.0.1", self.port, end_of_job=end_of_job)

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        return self._network.send(job, deadline_s)

    def status(self) -> PrinterStatus:
        return self._network.status()

    def count_tickets(self) -> int:
        return len(self.tickets)

    def run_out_of_paper_in_the_middle(self) -> None:
        self.run_out_of_paper_after(300)

    def open_cover_in_the_middle(self) -> None:
        self.open_cover_after(300)

    def lose_power_in_the_middle(self) -> None:
        self.fail_power_after(500)


class WiredOnTheBench(VirtualPrinter):
    """The virtual printer at the end of a serial cable, before a `SerialPrinter` or a `UsbPrinter`."""

    def __init__(self, make: Callable[[str], ReceiptPrinter]) -> None:
        super().__init__()
        self.start()
        self._folder_of_cable = TemporaryDirectory()
        self._cable = SerialCable(Path(self._folder_of_cable.name) / "printer", self.port)
        self._cable.plug_in()
        self._wired = make(str(self._cable.path))

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        return self._wired.send(job, deadline_s)

    def status(self) -> PrinterStatus:
        return self._wired.status()

    def count_tickets(self) -> int:
        return len(self.tickets)

    def power_off(self) -> None:
        super().power_off()
        self._cable.pull_out()

    def power_on(self) -> None:
        super().power_on()
        self._cable.plug_in()

    def stop(self) -> None:
        self._cable.pull_out()
        super().stop()
        self._folder_of_cable.cleanup()

    def run_out_of_paper_in_the_middle(self) -> None:
        self.run_out_of_paper_after(300)

    def open_cover_in_the_middle(self) -> None:
        self.open_cover_after(300)

    def lose_power_in_the_middle(self) -> None:
        self.fail_power_after(500)


MAKERS: dict[str, Callable[[], PrinterOnTheBench]] = {
    "in memory": FakePrinter,
    "network": lambda: VirtualOnTheBench("paper_sensor"),
    "network, process id": lambda: VirtualOnTheBench("process_id"),
    "serial": lambda: WiredOnTheBench(SerialPrinter),
    "USB": lambda: WiredOnTheBench(UsbPrinter),
    "Windows' spooler": SpooledOnTheBench,
}
KNOW_NO_LOW_PAPER = {"Windows' spooler"}


@pytest.fixture(params=MAKERS)
def printer(request: pytest.FixtureRequest) -> Iterator[PrinterOnTheBench]:
    made = MAKERS[request.param]()
    yield made
    if isinstance(made, VirtualPrinter):
        made.stop()


@pytest.fixture(scope="module")
def ticket() -> bytes:
    return TicketEncoder(58).render(queue_ticket())


def test_patient_gets_a_ticket(printer: PrinterOnTheBench, ticket: bytes) -> None:
    assert printer.send(ticket, 5) == Delivery("delivered")
    assert printer.count_tickets() == 1
    assert printer.status().state is PrinterState.READY


def test_three_patients_get_three_tickets(printer: PrinterOnTheBench, ticket: bytes) -> None:
    assert [printer.send(ticket, 5).outcome for _ in range(3)] == ["delivered"] * 3
    assert printer.count_tickets() == 3


def test_printer_that_is_off_was_sent_nothing_and_works_again(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.power_off()
    assert printer.send(ticket, 5) == Delivery("not_delivered", "unreachable")
    assert printer.status().state is PrinterState.UNREACHABLE
    printer.power_on()
    assert printer.status().state is PrinterState.READY
    assert printer.count_tickets() == 0
    assert printer.send(ticket, 5).outcome == "delivered"


def test_printer_without_paper_is_sent_nothing(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.take_paper_away()
    assert printer.send(ticket, 5) == Delivery("not_delivered", "paper_out")
    assert printer.status().state is PrinterState.PAPER_OUT
    printer.put_paper_in()
    assert printer.status().state is PrinterState.READY
    assert printer.count_tickets() == 0


def test_printer_with_an_open_cover_is_sent_nothing(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.open_cover()
    assert printer.send(ticket, 5) == Delivery("not_delivered", "cover_open")
    assert printer.status().state is PrinterState.COVER_OPEN
    printer.close_cover()
    assert printer.send(ticket, 5).outcome == "delivered"


@pytest.mark.parametrize("printer", [name for name in MAKERS if name not in KNOW_NO_LOW_PAPER], indirect=True)
def test_staff_learn_that_paper_is_low_and_the_patient_notices_nothing(
    printer: PrinterOnTheBench, ticket: bytes
) -> None:
    printer.paper_gets_low()
    assert printer.send(ticket, 5).outcome == "delivered"
    assert printer.status().state is PrinterState.PAPER_LOW


def test_silent_printer_is_unknown_and_never_out_of_paper(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.fall_silent()
    assert printer.send(ticket, 10) == Delivery("unknown", "silent")
    assert printer.status().state is PrinterState.UNKNOWN


def test_ticket_cut_short_by_the_end_of_the_paper_never_comes_out_later(
    printer: PrinterOnTheBench, ticket: bytes
) -> None:
    printer.run_out_of_paper_in_the_middle()
    assert printer.send(ticket, 5) == Delivery("interrupted", "paper_out")
    printer.put_paper_in()
    assert printer.status().state is PrinterState.READY
    assert printer.count_tickets() == 0


def test_ticket_cut_short_by_an_open_cover_never_comes_out_later(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.open_cover_in_the_middle()
    assert printer.send(ticket, 5) == Delivery("interrupted", "cover_open")
    printer.close_cover()
    assert printer.status().state is PrinterState.READY
    assert printer.count_tickets() == 0


def test_power_pulled_in_the_middle_of_a_ticket_interrupts_it(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.lose_power_in_the_middle()
    assert printer.send(ticket, 5) == Delivery("interrupted", "connection_lost")
    assert printer.count_tickets() == 0


def test_printer_that_talks_by_itself_confuses_nobody(printer: PrinterOnTheBench, ticket: bytes) -> None:
    printer.tell_by_itself()
    assert printer.status().state is PrinterState.READY
    assert printer.send(ticket, 5).outcome == "delivered"
    printer.take_paper_away()
    assert printer.status().state is PrinterState.PAPER_OUT


@pytest.mark.parametrize(
    ("trouble", "cause"),
    [
        ("run_out_of_paper_in_the_middle", "paper_out"),
        ("open_cover_in_the_middle", "cover_open"),
        ("lose_power_in_the_middle", "connection_lost"),
    ],
)
def test_what_a_printer_tells_by_itself_hides_no_trouble_in_the_middle_of_a_ticket(
    printer: PrinterOnTheBench, ticket: bytes, trouble: str, cause: str
) -> None:
    printer.tell_by_itself()
    getattr(printer, trouble)()
    assert printer.send(ticket, 5) == Delivery("interrupted", cause)
    assert printer.count_tickets() == 0


def test_since_when_a_printer_is_so_does_not_move_while_it_is_so(printer: PrinterOnTheBench) -> None:
    printer.take_paper_away()
    first = printer.status()
    assert printer.status() == first
    printer.put_paper_in()
    assert printer.status().since >= first.since
