"""A receipt printer that is not there: speaks ESC/POS over TCP as a real one does, and keeps what it printed.

    python -m kiosk.devices.virtual_printer --port 9100 --folder tickets --width 58

writes each cut ticket as a picture and as the bytes that made it. Tests start it in their own process, look at
`tickets`, and take its paper, its power or its voice away.
"""

from __future__ import annotations

import argparse
import contextlib
import signal
import socket
import struct
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kiosk.devices.escpos_commands import Command, CommandReader, UnknownCommandError
from kiosk.devices.paper import Paper, PrintedTicket

PRINTABLE_DOTS = {58: 384, 80: 576}
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class VirtualPrinter:
    """One printer on a port of its own. Every public method may be called from any thread.

    Commands are received at once and printed in order, as long as there is paper and the cover is shut; real-time
    commands (DLE ...) are carried out as soon as they are received, as in a real printer.
    """

    def __init__(
        self,
        port: int = 0,
        *,
        width_mm: int = 58,
        folder: Path | None = None,
        on_ticket: Callable[[PrintedTicket], None] | None = None,
    ) -> None:
        self.port = port
        """Chosen by the system where it was 0; the same again after the power was off."""
        self._paper = Paper(PRINTABLE_DOTS[width_mm])
        self._folder = folder
        self._on_ticket = on_ticket
        self._changed = threading.Condition(threading.RLock())
        self._waiting: deque[tuple[Command, _Connection]] = deque()
        self._tickets: list[PrintedTicket] = []
        self._scraps: list[PrintedTicket] = []
        self._misunderstood: list[str] = []
        self._connections: set[_Connection] = set()
        self._listener: socket.socket | None = None
        self._threads: list[threading.Thread] = []
        self._has_paper = True
        self._paper_is_low = False
        self._cover_is_open = False
        self._is_mute = False
        self._tells_by_itself = False
        self._trouble: tuple[int, dict[str, bool]] | None = None
        self._bytes_until_power_fails: int | None = None
        self._bytes_per_s: int | None = None
        self._received = 0

    # What it printed

    @property
    def tickets(self) -> tuple[PrintedTicket, ...]:
        """What was cut, oldest first."""
        with self._changed:
            return tuple(self._tickets)

    @property
    def scraps(self) -> tuple[PrintedTicket, ...]:
        """What came out without a cut: where the power failed, and what hangs in the slot now."""
        with self._changed:
            return tuple(self._scraps)

    @property
    def hangs_out(self) -> bool:
        """Whether something is printed that is not cut yet."""
        with self._changed:
            return not self._paper.is_bare

    @property
    def received_bytes(self) -> int:
        """Bytes received since the start, real-time commands with them."""
        with self._changed:
            return self._received

    @property
    def misunderstood(self) -> tuple[str, ...]:
        """Bytes and commands that it did not know; empty for a well-made ticket."""
        with self._changed:
            return (*self._misunderstood, *(command.name for command in self._paper.unknown))

    def wait_for_tickets(self, count: int, timeout_s: float = 5.0) -> tuple[PrintedTicket, ...]:
        """Wait until at least `count` tickets were cut. Raises `TimeoutError`."""
        self.wait_until(lambda: len(self._tickets) >= count, timeout_s)
        return self.tickets

    def wait_until(self, condition: Callable[[], bool], timeout_s: float = 5.0) -> None:
        """Wait for anything that can be read from this printer. Raises `TimeoutError`."""
        with self._changed:
            if not self._changed.wait_for(condition, timeout_s):
                raise TimeoutError("the virtual printer did not get there")

    # Power

    def start(self) -> VirtualPrinter:
        """Switch it on and listen; returns itself. Raises OSError where the port is taken."""
        with self._changed:
            listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", self.port))
            listener.listen()
            self.port = int(listener.getsockname()[1])
            self._listener = listener
            self._run(self._accept, listener)
        return self

    def stop(self) -> None:
        """Switch it off and wait until its threads are done."""
        self.power_off()
        for thread in self._threads:
            thread.join(timeout=5)
        self._threads.clear()

    def power_off(self) -> None:
        """Pull the plug: connections are reset, all that waited is lost, and nobody listens."""
        with self._changed:
            if self._listener is not None:
                # Closing alone does not wake a thread that waits in accept().
                with contextlib.suppress(OSError):
                    self._listener.shutdown(socket.SHUT_RDWR)
                self._listener.close()
                self._listener = None
            for connection in self._connections:
                connection.reset()
            self._waiting.clear()
            self._paper.forget_settings()
            if not self._paper.is_bare:
                self._scraps.append(self._paper.tear())
            self._changed.notify_all()

    def power_on(self) -> None:
        """Plug it in again, on the same port."""
        self.start()

    def fail_power_after(self, received: int) -> None:
        """Lose power when so many more bytes have come."""
        with self._changed:
            self._bytes_until_power_fails = received

    # Paper and cover

    def take_paper_away(self) -> None:
        """No paper from now on."""
        self._change(has_paper=False)

    def run_out_of_paper_after(self, dots: int) -> None:
        """The roll ends so many dots from here: what is to be printed then waits in the printer's memory."""
        with self._changed:
            self._trouble = dots, {"has_paper": False}

    def open_cover_after(self, dots: int) -> None:
        """Somebody opens the cover so many dots from here."""
        with self._changed:
            self._trouble = dots, {"cover_is_open": True}

    def put_paper_in(self) -> None:
        """A new roll; whatever still waits in memory is printed."""
        with self._changed:
            self._trouble = None
        self._change(has_paper=True, paper_is_low=False)

    def paper_gets_low(self) -> None:
        """The near-end sensor has seen the end of the roll."""
        self._change(paper_is_low=True)

    def open_cover(self) -> None:
        """Somebody opened the cover."""
        self._change(cover_is_open=True)

    def close_cover(self) -> None:
        """The cover is shut; whatever still waits in memory is printed."""
        self._change(cover_is_open=False)

    # Manners

    def fall_silent(self) -> None:
        """Take bytes and print them, but answer nothing any more."""
        self._change(is_mute=True)

    def speak_again(self) -> None:
        """Answer questions."""
        self._change(is_mute=False)

    def tell_by_itself(self) -> None:
        """Send automatic status: at once, before every answer and on every change, as `GS a` switches on."""
        self._change(tells_by_itself=True)

    def slow_down(self, bytes_per_s: int) -> None:
        """Take in no more than so many bytes a second."""
        with self._changed:
            self._bytes_per_s = bytes_per_s

    # How it works inside

    def _change(self, **state: bool) -> None:
        with self._changed:
            for name, value in state.items():
                setattr(self, f"_{name}", value)
            if self._tells_by_itself:
                self._tell(self._automatic_status())
            self._print_what_waits()
            self._changed.notify_all()

    def _run(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name=f"virtual-printer-{self.port}", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                accepted, _ = listener.accept()
            except OSError:
                return
            with self._changed:
                connection = _Connection(accepted)
                self._connections.add(connection)
                if self._tells_by_itself:
                    connection.send(self._automatic_status())
                self._run(self._serve, connection)

    def _serve(self, connection: _Connection) -> None:
        commands = CommandReader()
        while received := connection.receive(self._bytes_per_s):
            with self._changed:
                self._take_in(received, commands, connection)
                self._changed.notify_all()
        with self._changed:
            self._connections.discard(connection)
            connection.close()

    def _take_in(self, received: bytes, commands: CommandReader, connection: _Connection) -> None:
        self._received += len(received)
        limit = self._bytes_until_power_fails
        cut_off = received if limit is None else received[:limit]
        try:
            for command in commands.read(cut_off):
                self._obey(command, connection)
        except UnknownCommandError as error:
            self._misunderstood.append(str(error))
            commands.forget()
        if limit is not None:
            self._bytes_until_power_fails = limit - len(cut_off)
            if self._bytes_until_power_fails <= 0:
                self._bytes_until_power_fails = None
                self.power_off()

    def _obey(self, command: Command, connection: _Connection) -> None:
        match command.name:
            case "DLE EOT":
                self._answer(connection, self._real_time_status(command.arguments[0]))
            case "DLE DC4" if command.arguments[0] == 8:
                self._waiting.clear()
            case "DLE DC4" | "DLE ENQ":
                pass
            case _:
                self._waiting.append((command, connection))
        self._print_what_waits()

    def _print_what_waits(self) -> None:
        while self._waiting and self._can_print():
            command, connection = self._waiting.popleft()
            match command.name:
                case "GS r":
                    self._answer(connection, bytes([0x0C if not self._has_paper else 0x03 * self._paper_is_low]))
                case "GS ( H":
                    self._answer(connection, b"\x37\x22" + command.arguments[2:6] + b"\x00")
                case _:
                    self._print(command)

    def _can_print(self) -> bool:
        return self._has_paper and not self._cover_is_open and self._listener is not None

    def _print(self, command: Command) -> None:
        top_before = self._paper.top
        ticket = self._paper.print(command)
        if ticket is not None:
            self._tickets.append(ticket)
            self._hand_out(ticket)
        elif self._trouble is not None:
            dots, change = self._trouble
            dots -= self._paper.top - top_before
            self._trouble = (dots, change) if dots > 0 else None
            if dots <= 0:
                self._change(**change)

    def _hand_out(self, ticket: PrintedTicket) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"ticket-{_highest_number(self._folder) + 1:03}"
            (self._folder / f"{name}.bin").write_bytes(ticket.raw)
            ticket.picture().save(self._folder / f"{name}.png")
        if self._on_ticket is not None:
            self._on_ticket(ticket)

    def _answer(self, connection: _Connection, answer: bytes) -> None:
        if self._is_mute:
            return
        connection.send((self._automatic_status() if self._tells_by_itself else b"") + answer)

    def _tell(self, status: bytes) -> None:
        if not self._is_mute:
            for connection in self._connections:
                connection.send(status)

    def _real_time_status(self, question: int) -> bytes:
        answer = 0x12
        is_offline = not self._has_paper or self._cover_is_open
        match question:
            case 1:
                answer |= 0x08 * is_offline
            case 2:
                answer |= 0x04 * self._cover_is_open | 0x20 * (not self._has_paper)
            case 4:
                answer |= 0x0C * (self._paper_is_low or not self._has_paper) | 0x60 * (not self._has_paper)
        return bytes([answer])

    def _automatic_status(self) -> bytes:
        is_offline = not self._has_paper or self._cover_is_open
        paper = 0x0F if not self._has_paper else 0x03 * self._paper_is_low
        return bytes([0x10 | 0x08 * is_offline | 0x20 * self._cover_is_open, 0, paper, 0x0F])


def _highest_number(folder: Path) -> int:
    """Of the tickets that stand in the folder already, from this printer's earlier lives as well; 0 for none."""
    numbers = [file.stem.removeprefix("ticket-") for file in folder.glob("ticket-*.bin")]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


class _Connection:
    """One client; sending and closing never raise."""

    def __init__(self, accepted: socket.socket) -> None:
        self._socket = accepted
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def receive(self, bytes_per_s: int | None) -> bytes:
        """The next bytes; empty when the other side is gone. Waits first where the printer is slow."""
        size = 65_536 if bytes_per_s is None else max(1, bytes_per_s // 50)
        try:
            received = self._socket.recv(size)
        except OSError:
            return b""
        if bytes_per_s is not None:
            time.sleep(len(received) / bytes_per_s)  # this is the simulated slowness itself
        return received

    def send(self, answer: bytes) -> None:
        """Answer, if anybody still listens."""
        with contextlib.suppress(OSError):
            self._socket.sendall(answer)

    def reset(self) -> None:
        """Vanish as a printer without power: the other side sees a reset. The serving thread closes the socket."""
        with contextlib.suppress(OSError):
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            self._socket.shutdown(socket.SHUT_RD)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a printer until somebody ends it; says on standard output what it prints."""
    options = _options(arguments)
    printer = VirtualPrinter(options.port, width_mm=options.width, folder=options.folder, on_ticket=_announce)
    try:
        printer.start()
    except OSError as error:
        print(f"Port {options.port} cannot be used: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"A virtual {options.width} mm printer listens on port {printer.port}.", flush=True)
    if options.folder is not None:
        print(f"Its tickets go to {options.folder}.", flush=True)
    ended = threading.Event()
    for reason in (signal.SIGINT, signal.SIGTERM):
        signal.signal(reason, lambda *_: ended.set())
    ended.wait()
    printer.stop()
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kiosk.devices.virtual_printer", description=__doc__)
    parser.add_argument("--port", type=int, default=9100, help="TCP port; 0 takes a free one (default 9100)")
    parser.add_argument("--folder", type=Path, help="where tickets are kept, as pictures and as bytes")
    parser.add_argument("--width", type=int, choices=sorted(PRINTABLE_DOTS), default=58, help="paper width in mm")
    return parser.parse_args(arguments)


def _announce(ticket: PrintedTicket) -> None:
    words = " | ".join(line.strip() for line in ticket.lines[:4]) or "(drawn as an image)"
    print(f"{datetime.now().astimezone():%H:%M:%S}  printed: {words}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
