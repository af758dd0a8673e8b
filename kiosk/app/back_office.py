"""What works behind the screens: the records' thread, the ticket spool and the way to the server, started in turn."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kiosk.app.desk_thread import DeskThread
from kiosk.app.settings import PrinterKind, PrinterSettings, Settings
from server_sync.desk.outcomes import PrintOutcome
from server_sync.protocol.faults import Fault

if TYPE_CHECKING:
    from kiosk.devices.printer import Printer
    from kiosk.printing.spool import Spool
    from server_sync.records.replica import Replica

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

OPEN_AGAIN_AFTER_S = 5.0
"""Between tries to open records that a full disk or another process keeps shut."""
PRINTED_WITHIN_S = 6.0
"""How long somebody waits to hear whether their ticket came out; their number stands on the screen meanwhile."""


class BackOffice:
    """Owns every thread but the UI's. `submit`, `committed` and `print_outcome` may be called from any thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._desk: DeskThread[Replica] = DeskThread(self._open, lambda replica: replica.database.close())
        self._spool: Spool | None = None
        self._spool_is_there = threading.Event()
        self._stopping = threading.Event()
        self._refused: Callable[[Exception], None] = lambda _error: None
        self._first: Callable[[], None] = lambda: None

    @property
    def has_printer(self) -> bool:
        """Whether this machine prints at all."""
        return self._settings.printer.kind is not PrinterKind.NONE

    def start(self, refused: Callable[[Exception], None], first: Callable[[], None] = lambda: None) -> None:
        """Open the records on their thread, then the rest; both callables are called on that thread.

        `first` is called before anything else, `refused` with what waiting will not mend.
        """
        self._refused = refused
        self._first = first
        self._desk.start().add_done_callback(self._opened)

    def stop(self) -> None:
        """End the threads: first those that use the records, then the records' own."""
        self._stopping.set()
        if self._spool is not None and not self._spool.stop():
            log.warning("the spool did not end in time")
        if not self._desk.stop():
            log.warning("the desk did not end in time")

    def submit(self, operation: Callable[[Replica], Answer]) -> Future[Answer]:
        """Run an operation on the records' thread, as soon as they are open."""
        return self._desk.submit(operation)

    def committed(self) -> None:
        """Something may wait to be printed: wake the spool."""
        if self._spool is not None:
            self._spool.wake()

    def print_outcome(self, job: UUID) -> PrintOutcome:
        """Wait for what becomes of a ticket, a few seconds at most; blocks, and not for the UI thread."""
        self._spool_is_there.wait(PRINTED_WITHIN_S)
        if self._spool is None:
            return PrintOutcome.UNKNOWN
        from kiosk.printing.spool import JobState

        match self._spool.outcome(job, PRINTED_WITHIN_S):
            case JobState.PRINTED:
                return PrintOutcome.PRINTED
            case JobState.QUEUED | JobState.SENDING | JobState.UNKNOWN:
                return PrintOutcome.UNKNOWN
            case _:
                return PrintOutcome.FAILED

    def _open(self) -> Replica:
        """Runs on the desk's thread: what is imported here is imported behind the first frame."""
        self._first()
        self._first = lambda: None
        from kiosk.app.open_records import open_records

        replica = open_records(self._settings)
        if self.has_printer:
            self._start_spool(replica)
        return replica

    def _start_spool(self, replica: Replica) -> None:
        from kiosk.printing.encode import TicketEncoder
        from kiosk.printing.spool import Spool
        from server_sync.desk.print_jobs import StoredPrintJobs

        paper = self._settings.printer.width_mm
        jobs = StoredPrintJobs(replica.database, replica.clock)
        self._spool = Spool(jobs, _printer(self._settings.printer), TicketEncoder(paper))
        self._spool.start()
        self._spool_is_there.set()

    def _opened(self, opened: Future[Replica]) -> None:
        error = opened.exception()
        if error is None:
            log.info("the records are open")
        elif isinstance(error, Fault) and error.retry_helps:
            log.warning("the records cannot be opened yet", exc_info=error)
            again = threading.Timer(OPEN_AGAIN_AFTER_S, self._reopen)
            again.daemon = True
            again.start()
        else:
            log.critical("the records are refused", exc_info=error)
            self._refused(error if isinstance(error, Exception) else RuntimeError(str(error)))

    def _reopen(self) -> None:
        if not self._stopping.is_set():
            self._desk.reopen().add_done_callback(self._opened)


def _printer(settings: PrinterSettings) -> Printer:
    from kiosk.devices.network_printer import NetworkPrinter

    return NetworkPrinter(settings.host, settings.port)
