"""The system's own printers, through CUPS: a PDF is handed over, and followed until it is printed or taken back.

`lp`, `lpstat` and `cancel` are asked, as anybody at a terminal would: they speak to printers on every kind of line, and
are where CUPS is. A job that is not out in time is taken back: a ticket must not come out when its holder has gone.
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Callable
from datetime import datetime

from kiosk.devices.printer import CANNOT_PRINT, DELIVERED, Delivery, PrinterState, PrinterStatus, StateHistory, utc_now

ASK_AGAIN_S = 0.25
COMMAND_TIMEOUT_S = 2.0
_REQUEST = re.compile(r"request id is (\S+)")
_ENDING = re.compile(r"Alerts: (\S+)")
_NOT_PRINTED = ("job-canceled", "job-aborted", "aborted-by-system")
_STATES = (
    ("media-empty", PrinterState.PAPER_OUT),
    ("cover-open", PrinterState.COVER_OPEN),
    ("door-open", PrinterState.COVER_OPEN),
    ("connecting-to-device", PrinterState.UNREACHABLE),
    ("offline", PrinterState.OFFLINE),
    ("media-jam", PrinterState.OFFLINE),
    ("media-low", PrinterState.PAPER_LOW),
)
"""Keywords of RFC 8011's printer-state-reasons, as `lpstat -l -p` says them, the gravest first."""


class SystemPrinter:
    """One print queue of CUPS. Its methods block, and may be called from any thread."""

    def __init__(self, queue: str, *, now: Callable[[], datetime] = utc_now) -> None:
        self._queue = queue
        self._history = StateHistory(now)
        self._in_use = threading.Lock()

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        """Hand one PDF over and wait until it is printed; see `Printer`."""
        ends_at = time.monotonic() + deadline_s
        with self._in_use:
            state = self._ask().state
            if state in CANNOT_PRINT:
                return Delivery("not_delivered", state.value)
            try:
                said = _run("lp", "-d", self._queue, "-t", "Ticket", "--", "-", given=job)
            except (OSError, subprocess.SubprocessError):
                return Delivery("not_delivered", PrinterState.UNREACHABLE.value)
            request = _REQUEST.search(said)
            if request is None:
                return Delivery("not_delivered", "refused", retry_helps=False)
            return self._follow(request[1], ends_at)

    def status(self) -> PrinterStatus:
        """How the queue is now; see `Printer`."""
        if not self._in_use.acquire(blocking=False):
            return self._history.last()
        try:
            return self._ask()
        finally:
            self._in_use.release()

    def _follow(self, request: str, ends_at: float) -> Delivery:
        gone = threading.Event()
        while time.monotonic() < ends_at:
            try:
                if request not in _run("lpstat", "-W", "not-completed", "-o", self._queue).split():
                    return self._gone(request)
            except (OSError, subprocess.SubprocessError):
                break
            gone.wait(ASK_AGAIN_S)
        return self._take_back(request)

    def _gone(self, request: str) -> Delivery:
        """It waits no longer: printed, unless somebody cancelled it or the printer gave it up."""
        _, found, after = _run("lpstat", "-l", "-W", "completed", "-o", self._queue).partition(request)
        ending = _ENDING.search(after)
        if not found or ending is None:
            return Delivery("unknown", "silent")
        return Delivery("interrupted", ending[1]) if ending[1].startswith(_NOT_PRINTED) else DELIVERED

    def _take_back(self, request: str) -> Delivery:
        """Whether some of it is on paper nobody can tell: only a marked reprint may follow."""
        try:
            _run("cancel", request)
        except (OSError, subprocess.SubprocessError):
            return Delivery("unknown", "silent")
        state = self._ask().state
        return Delivery("interrupted", state.value if state in CANNOT_PRINT else "too_slow")

    def _ask(self) -> PrinterStatus:
        try:
            said = _run("lpstat", "-l", "-p", self._queue)
        except FileNotFoundError:
            return self._history.saw(PrinterState.UNREACHABLE)
        except (OSError, subprocess.SubprocessError):
            return self._history.saw(PrinterState.UNKNOWN)
        return self._history.saw(_state(said))


def _state(said: str) -> PrinterState:
    words = said.lower()
    for reason, state in _STATES:
        if reason in words:
            return state
    if " disabled " in words:
        return PrinterState.OFFLINE
    return PrinterState.READY if words.startswith("printer ") else PrinterState.UNREACHABLE


def _run(*command: str, given: bytes = b"") -> str:
    """Run one of CUPS' commands in plain English. Raises OSError or SubprocessError, also where it fails."""
    finished = subprocess.run(
        command,
        input=given,
        capture_output=True,
        timeout=COMMAND_TIMEOUT_S,
        check=True,
        env={**os.environ, "LC_ALL": "C", "LANG": "C", "SOFTWARE": ""},
    )
    return finished.stdout.decode("utf-8", "replace")
