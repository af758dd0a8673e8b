"""A serial cable to a virtual printer: a pseudo-terminal whose other end is bridged to the printer's own port."""

from __future__ import annotations

import contextlib
import os
import pty
import select
import socket
import threading
import tty
from pathlib import Path


class SerialCable:
    """One cable at a fixed path. It is pulled out while the printer has no power, as a USB printer's device goes."""

    def __init__(self, path: Path, printer_port: int) -> None:
        self.path = path
        self._printer = ("127.0.0.1", printer_port)
        self._thread: threading.Thread | None = None
        self._ending = self._end = -1

    def plug_in(self) -> None:
        """Join the path to the printer, which has power."""
        self.pull_out()
        self._ending, self._end = os.pipe()
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        to_printer = socket.create_connection(self._printer)
        self.path.symlink_to(os.ttyname(theirs))
        self._thread = threading.Thread(target=self._carry, args=(ours, theirs, to_printer), daemon=True)
        self._thread.start()

    def pull_out(self) -> None:
        """Take the cable away."""
        if self._thread is not None:
            os.write(self._end, b"x")
            self._thread.join()
            self._thread = None
            os.close(self._ending)
            os.close(self._end)

    def _carry(self, ours: int, theirs: int, to_printer: socket.socket) -> None:
        # Our own hold on the kiosk's end keeps the terminal alive between two conversations.
        with contextlib.suppress(OSError):
            printer = to_printer.fileno()
            while self._ending not in (ready := select.select([ours, printer, self._ending], [], [])[0]):
                if ours in ready:
                    to_printer.sendall(os.read(ours, 4096))
                if printer in ready:
                    answer = to_printer.recv(4096)
                    if not answer:
                        break
                    os.write(ours, answer)
        self.path.unlink()
        os.close(theirs)
        os.close(ours)
        to_printer.close()
