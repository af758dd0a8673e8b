"""Receipt printers on a cable: a serial port, which many USB printers show as well, and Linux' USB printer device.

A printer that is off looks the same from a serial port as one that never answers: its state is unknown, not out.
"""

from __future__ import annotations

import contextlib
import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from kiosk.devices.printer import utc_now
from kiosk.devices.receipt_printer import EndOfJobQuestion, ReceiptPrinter

if TYPE_CHECKING:
    from serial import Serial

_TERMINAL_ERROR: type[Exception] = OSError
if sys.platform != "win32":
    import termios

    _TERMINAL_ERROR = termios.error
    """It is no OSError, and pyserial lets it through."""
CHUNK_BYTES = 512
"""What is handed to a serial port at once: at 9,600 baud half a second, after which a stalled printer is noticed."""


class SerialPrinter(ReceiptPrinter):
    """One printer on a serial port, such as `/dev/ttyUSB0` or `COM3`: 8 data bits, no parity, DTR/DSR as wired."""

    def __init__(
        self,
        port: str,
        baud: int = 38_400,
        *,
        end_of_job: EndOfJobQuestion = "paper_sensor",
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(lambda _timeout_s: SerialLine(port, baud), end_of_job=end_of_job, now=now)


class UsbPrinter(ReceiptPrinter):
    """One printer that the system's own driver shows as a device, such as `/dev/usb/lp0` (Linux' usblp)."""

    def __init__(
        self,
        device: str,
        *,
        end_of_job: EndOfJobQuestion = "paper_sensor",
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(lambda _timeout_s: DeviceLine(device), end_of_job=end_of_job, now=now)


class SerialLine:
    """A `Line` over a serial port, through pyserial."""

    def __init__(self, port: str, baud: int) -> None:
        import serial

        # pyserial's own error is an OSError.
        with _broken_lines():
            self._port: Serial = serial.Serial(port, baud, timeout=0, write_timeout=0)
            # What an earlier conversation left unread answers none of our questions.
            self._port.reset_input_buffer()

    def write(self, message: memoryview, timeout_s: float) -> int:
        """See `Line.write`. How much of a piece left when it took too long nobody can tell: it counts as left."""
        import serial

        piece = bytes(message[:CHUNK_BYTES])
        try:
            with _broken_lines():
                self._port.write_timeout = timeout_s
                self._port.write(piece)
        except serial.SerialTimeoutException as error:
            raise TimeoutError from error
        return len(piece)

    def read(self, timeout_s: float) -> bytes:
        """See `Line.read`."""
        with _broken_lines():
            self._port.timeout = timeout_s
            received: bytes = self._port.read(1)
            if not received:
                raise TimeoutError
            return received + bytes(self._port.read(self._port.in_waiting))

    def waiting(self) -> int | None:
        """See `Line.waiting`."""
        with _broken_lines():
            return int(self._port.out_waiting)

    def abandon(self) -> None:
        """Throw away what the port has not sent."""
        with contextlib.suppress(OSError), _broken_lines():
            self._port.reset_output_buffer()

    def close(self) -> None:
        """See `Line.close`."""
        with contextlib.suppress(OSError), _broken_lines():
            self._port.close()


@contextmanager
def _broken_lines() -> Iterator[None]:
    try:
        yield
    except _TERMINAL_ERROR as error:
        raise OSError(*error.args) from error


class DeviceLine:
    """A `Line` over a device file that is read and written."""

    def __init__(self, device: str) -> None:
        self._file = os.open(device, os.O_RDWR | os.O_NONBLOCK | getattr(os, "O_NOCTTY", 0))

    def write(self, message: memoryview, timeout_s: float) -> int:
        """See `Line.write`."""
        if not select.select([], [self._file], [], timeout_s)[1]:
            raise TimeoutError
        return os.write(self._file, message[:CHUNK_BYTES])

    def read(self, timeout_s: float) -> bytes:
        """See `Line.read`."""
        if not select.select([self._file], [], [], timeout_s)[0]:
            raise TimeoutError
        return os.read(self._file, 256)

    def waiting(self) -> int | None:
        """The driver holds one piece at most, and does not tell."""
        return None

    def abandon(self) -> None:
        """The driver drops what the printer has not taken when the file is closed."""

    def close(self) -> None:
        """See `Line.close`."""
        with contextlib.suppress(OSError):
            os.close(self._file)
