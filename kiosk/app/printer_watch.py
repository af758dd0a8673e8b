"""Looks at the printer now and then, and has the desks told when it needs somebody, and when it does not any more."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Protocol

from kiosk.devices.printer import PrinterState, PrinterStatus

log = logging.getLogger(__name__)

LOOK_EVERY_S = 15.0
"""Staff hear of missing paper within two looks; each costs the printer three questions."""
SEEN_TWICE = 2
"""A cover that is open for a moment, or a printer that is just being asked by its spool, is no news."""
NEEDS_SOMEBODY = frozenset(
    {
        PrinterState.UNREACHABLE,
        PrinterState.COVER_OPEN,
        PrinterState.PAPER_OUT,
        PrinterState.OFFLINE,
        PrinterState.PAPER_LOW,
    }
)


class Watched(Protocol):
    """As much of a printer as the watch needs."""

    def status(self) -> PrinterStatus:
        """How it is now."""
        ...


class PrinterWatch:
    """A thread of its own, since asking a printer may take two seconds."""

    def __init__(self, printer: Watched, report: Callable[[str | None], None], every_s: float = LOOK_EVERY_S) -> None:
        """`report` is called on the watch's thread with a cause such as `printer_paper_out`, None when all is well."""
        self._printer = printer
        self._report = report
        self._every_s = every_s
        self._stopping = threading.Event()
        self._seen: PrinterState | None = None
        self._times = 0
        self._thread = threading.Thread(target=self._run, name="printer-watch", daemon=True)

    def start(self) -> None:
        """Start looking."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more; a look that is under way ends by itself."""
        self._stopping.set()

    def look(self) -> None:
        """Look once. Public so that tests can look without the thread."""
        state = self._printer.status().state
        self._times = self._times + 1 if state is self._seen else 1
        self._seen = state
        # A printer that never tells how it is, is not out of anything: nobody is sent to it.
        if self._times == SEEN_TWICE and state is not PrinterState.UNKNOWN:
            self._report(f"printer_{state.value}" if state in NEEDS_SOMEBODY else None)

    def _run(self) -> None:
        while not self._stopping.wait(self._every_s):
            try:
                self.look()
            except Exception:  # a bug of ours must not end the watch, nor the kiosk
                log.exception("the printer could not be looked at")
