"""The virtual printer is a fair twin: others' drivers work with it, and it cuts and breaks as a real one does."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.devices.escpos_commands import Command, CommandReader, UnknownCommandError
from kiosk.devices.network_printer import NetworkPrinter
from kiosk.devices.paper import Paper, PrintedTicket
from kiosk.devices.virtual_printer import VirtualPrinter
from kiosk.printing.encode import TicketEncoder
from kiosk.printing.escpos_library import PrinterModel, new_dummy
from tests.sample_tickets import queue_ticket


@pytest.fixture
def virtual() -> Iterator[VirtualPrinter]:
    printer = VirtualPrinter().start()
    yield printer
    printer.stop()


def printed(job: bytes, width_dots: int = 384) -> PrintedTicket:
    paper = Paper(width_dots)
    tickets = [ticket for command in CommandReader().read(job) if (ticket := paper.print(command))]
    assert paper.unknown == []
    (ticket,) = tickets
    return ticket


def ink_bounds(ticket: PrintedTicket) -> tuple[int, int, int, int] | None:
    return Image.eval(ticket.picture(), lambda grey: 255 - grey).getbbox()


def test_the_driver_of_python_escpos_talks_to_it(virtual: VirtualPrinter) -> None:
    new_dummy(PrinterModel(), 384)  # brings the library in without its noise
    from escpos.printer import Network

    network = Network("127.0.0.1", virtual.port, timeout=5)
    assert network.is_online()
    assert network.paper_status() == 2
    virtual.paper_gets_low()
    assert network.paper_status() == 1
    network.text("Hello\n")
    network.cut()
    (ticket,) = virtual.wait_for_tickets(1)
    assert ticket.lines == ("Hello",)
    network.close()


def test_all_three_ways_of_sending_a_picture_of_python_escpos_are_understood() -> None:
    stripes = Image.new("1", (384, 40), 1)
    stripes.paste(0, (0, 10, 384, 20))
    looks = []
    for way in ("bitImageRaster", "graphics"):
        dummy = new_dummy(PrinterModel(), 384)
        dummy.image(stripes, impl=way)
        dummy.cut()
        looks.append(printed(dummy.output).picture().tobytes())
    assert looks[0] == looks[1]


def test_it_prints_what_a_ticket_says() -> None:
    ticket = printed(TicketEncoder(58).render(queue_ticket("fr")))
    assert "Clinique des Œillets" in ticket.lines
    assert "Dr Zoë Lefèvre" in ticket.lines
    assert ticket.qr_codes == ("https://clinic.example/q/7f3k9ab2",)


def test_it_keeps_the_bytes_that_made_a_ticket() -> None:
    job = TicketEncoder(58).render(queue_ticket())
    assert printed(job).raw == job


def test_a_line_in_the_middle_stands_in_the_middle() -> None:
    left, _, right, _ = ink_bounds(printed(b"\x1ba\x01HHHH\n\x1dV\x00")) or (0, 0, 0, 0)
    assert left + right == pytest.approx(384 + 48, abs=6)


def test_letters_four_times_as_large_are_four_times_as_high() -> None:
    def height(size: int) -> int:
        _, top, _, bottom = ink_bounds(printed(bytes((0x1D, 0x21, size)) + b"H\n\x1dV\x00")) or (0, 0, 0, 0)
        return bottom - top

    assert height(0x33) == pytest.approx(4 * height(0), abs=4)


def test_a_line_that_is_too_long_is_broken_where_the_paper_ends() -> None:
    assert printed(b"x" * 40 + b"\n\x1dV\x00").lines == ("x" * 32, "x" * 8)


def test_what_it_does_not_know_is_reported(virtual: VirtualPrinter) -> None:
    NetworkPrinter("127.0.0.1", virtual.port).send(b"\x1b\xfe", 0.5)
    assert virtual.misunderstood


def test_a_ticket_waits_in_memory_until_there_is_paper_again(virtual: VirtualPrinter) -> None:
    """So do real printers: the reason why a broken-off job has to be cleared."""
    import socket

    virtual.take_paper_away()
    with socket.create_connection(("127.0.0.1", virtual.port)) as connection:
        connection.sendall(b"late\n\x1dV\x00")
        virtual.wait_until(lambda: virtual.received_bytes == 8)
        assert virtual.tickets == ()
        virtual.put_paper_in()
        assert virtual.wait_for_tickets(1)[0].lines == ("late",)


def test_power_that_fails_leaves_a_scrap_and_no_memory(virtual: VirtualPrinter) -> None:
    job = TicketEncoder(58).render(queue_ticket())
    virtual.fail_power_after(400)
    NetworkPrinter("127.0.0.1", virtual.port).send(job, 5)
    assert (len(virtual.tickets), len(virtual.scraps)) == (0, 1)
    virtual.power_on()
    NetworkPrinter("127.0.0.1", virtual.port).send(job, 5)
    assert virtual.tickets[0].lines == printed(job).lines


@given(st.data())
def test_it_does_not_matter_how_the_network_cuts_a_job(data: st.DataObject) -> None:
    job = TicketEncoder(58).render(queue_ticket())
    cut = data.draw(st.integers(0, len(job)))
    pieces, whole = CommandReader(), list(CommandReader().read(job))
    heard = [*pieces.read(job[:cut]), *pieces.read(job[cut:])]
    assert joined(heard) == joined(whole)


def joined(commands: list[Command]) -> list[tuple[str, bytes]]:
    """Neighbouring runs of letters as one: where they were cut says nothing."""
    together: list[tuple[str, bytes]] = []
    for command in commands:
        if together and command.name == "TEXT" == together[-1][0]:
            together[-1] = ("TEXT", together[-1][1] + command.arguments)
        else:
            together.append((command.name, command.arguments))
    return together


@given(st.binary(max_size=300))
def test_no_noise_makes_it_fail(noise: bytes) -> None:
    try:
        for command in CommandReader().read(noise):
            assert command.raw
    except UnknownCommandError:
        pass


def test_as_a_program_it_keeps_pictures_and_bytes_and_ends_when_told(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "kiosk.devices.virtual_printer", "--port", "0", "--folder", str(tmp_path / "tickets")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    port = int(program.stdout.readline().split("port ")[1].rstrip(".\n"))
    job = TicketEncoder(58).render(queue_ticket())
    assert NetworkPrinter("127.0.0.1", port).send(job, 5).outcome == "delivered"
    assert program.stdout.readline().startswith("Its tickets go to")
    assert "Riverside Clinic" in program.stdout.readline()
    program.send_signal(signal.SIGTERM)
    assert program.wait(5) == 0
    program.stdout.close()
    assert (tmp_path / "tickets" / "ticket-001.bin").read_bytes() == job
    with Image.open(tmp_path / "tickets" / "ticket-001.png") as picture:
        assert picture.width == 384 + 48


def test_a_printer_that_is_started_anew_overwrites_no_ticket_of_its_earlier_life(tmp_path: Path) -> None:
    job = TicketEncoder(58).render(queue_ticket())
    for _life in range(2):
        printer = VirtualPrinter(folder=tmp_path).start()
        assert NetworkPrinter("127.0.0.1", printer.port).send(job, 5).outcome == "delivered"
        printer.wait_for_tickets(1)
        printer.stop()

    assert sorted(file.name for file in tmp_path.glob("*.png")) == ["ticket-001.png", "ticket-002.png"]
