"""A receipt printer on the network (raw TCP, port 9100)."""

from __future__ import annotations

import socket
import struct
from collections.abc import Callable
from datetime import datetime

from kiosk.devices.printer import utc_now
from kiosk.devices.receipt_printer import EndOfJobQuestion, ReceiptPrinter

__all__ = ["EndOfJobQuestion", "NetworkPrinter"]

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class NetworkPrinter(ReceiptPrinter):
    """One printer at an address. Give an IP address: a name may take the resolver seconds when the network is gone."""

    def __init__(
        self,
        host: str,
        port: int = 9100,
        *,
        end_of_job: EndOfJobQuestion = "paper_sensor",
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(lambda timeout_s: TcpLine((host, port), timeout_s), end_of_job=end_of_job, now=now)


class TcpLine:
    """A `Line` over TCP."""

    def __init__(self, address: tuple[str, int], timeout_s: float) -> None:
        self._socket = socket.create_connection(address, timeout=timeout_s)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def write(self, message: memoryview, timeout_s: float) -> int:
        """See `Line.write`."""
        self._socket.settimeout(timeout_s)
        return self._socket.send(message)

    def read(self, timeout_s: float) -> bytes:
        """See `Line.read`."""
        self._socket.settimeout(timeout_s)
        return self._socket.recv(256)

    def waiting(self) -> int | None:
        """See `Line.waiting`."""
        try:
            import fcntl
            import termios
        except ImportError:  # Windows
            return None
        waiting = fcntl.ioctl(self._socket.fileno(), termios.TIOCOUTQ, bytes(4))
        return int(struct.unpack("i", waiting)[0])

    def abandon(self) -> None:
        """Have the connection reset when it is closed."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)

    def close(self) -> None:
        """See `Line.close`."""
        self._socket.close()
