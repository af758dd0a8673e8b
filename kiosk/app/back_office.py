"""What works behind the screens: the records' thread, the ticket spool and the way to the server, started in turn."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from kiosk.app.desk_thread import DeskThread
from kiosk.app.memory import tidy_memory
from kiosk.app.settings import PrinterKind, Settings
from server_sync.desk.outcomes import PrintOutcome
from server_sync.protocol.faults import Fault

if TYPE_CHECKING:
    from kiosk.app.printer_watch import PrinterWatch
    from kiosk.devices.printer import Printer
    from kiosk.printing.spool import JobState, Spool
    from server_sync.records.replica import Replica
    from server_sync.worker.lobby import Hubs
    from server_sync.worker.state import ConnectionState
    from server_sync.worker.worker import Worker

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

TIDY_AFTER_S = 2.0
"""By then all that is imported once has been."""
HEAD_START_S = 0.05
"""How long the screen may wait for the paper, where a wait is seen from 0.1 s on.

Making the page of the ticket and its first frames keep Python busy for 60 ms. Measured: a ticket that is made beside
them has left 50-180 ms after the last tap, one that goes before them after 25; the page comes 15 ms later for it.
"""
OPEN_AGAIN_AFTER_S = 5.0
"""Between tries to open records that a full disk or another process keeps shut."""
_OUTCOMES = {
    "printed": PrintOutcome.PRINTED,
    "unknown": PrintOutcome.UNKNOWN,
    "delayed": PrintOutcome.FAILED,
    "failed": PrintOutcome.FAILED,
    "expired": PrintOutcome.FAILED,
    "interrupted": PrintOutcome.FAILED,
}
"""What a patient hears of each state of a job (`kiosk.printing.spool.JobState`); nothing of the others."""


class BackOffice:
    """Owns every thread but the UI's. `submit`, `committed` and `print_outcome` may be called from any thread."""

    def __init__(
        self,
        settings: Settings,
        on_connection: Callable[[ConnectionState], None] = lambda _state: None,
        *,
        somebody_is_there: Callable[[], bool] = lambda: False,
        open_again_after_s: float = OPEN_AGAIN_AFTER_S,
    ) -> None:
        """`on_connection` is called on the worker's thread with each change of how the server is reached.

        `somebody_is_there`, called there too, says whether a person is at the screen: then the worker goes in small
        steps.
        """
        self._somebody_is_there = somebody_is_there
        self._settings = settings
        self._open_again_after_s = open_again_after_s
        self._on_connection = on_connection
        self._desk: DeskThread[Replica] = DeskThread(self._open, lambda replica: replica.database.close())
        self._spool: Spool | None = None
        self._printer_watch: PrinterWatch | None = None
        self._asking = threading.Lock()
        self._asked: dict[UUID, list[Future[PrintOutcome]]] = {}
        self._worker: Worker | None = None
        self.connection: ConnectionState | None = None
        """How the server was reached last; None before the worker has said so, and where there is none."""
        self.printer: Printer | None = None
        """What tickets leave by, once the records are open."""
        self._hubs: Hubs | None = None
        self._stopping = threading.Event()
        # Why the records could not be opened so far; said once, however often that is tried.
        self._delay = ""
        self._refused: Callable[[Exception], None] = lambda _error: None
        self._first: Callable[[], None] = lambda: None
        self._listeners: list[Callable[[], None]] = []

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
        if self._worker is not None and not self._worker.stop():
            log.warning("the worker did not end in time")
        if self._hubs is not None:
            self._hubs.close()
        self._stop_printing()
        if not self._desk.stop():
            log.warning("the desk did not end in time")
        # Whoever closes the window at once does so before the desk's thread has begun to print.
        self._stop_printing()

    def _stop_printing(self) -> None:
        if self._printer_watch is not None:
            self._printer_watch.stop()
        if self._spool is not None and not self._spool.stop():
            log.warning("the spool did not end in time")

    def submit(self, operation: Callable[[Replica], Answer]) -> Future[Answer]:
        """Run an operation on the records' thread, as soon as they are open."""
        return self._desk.submit(operation)

    def committed(self) -> None:
        """Something may wait to be printed: wake the spool, and let it go first for `HEAD_START_S` at most.

        So does the server's worker, which wants Python, the disk and the processor just then as well.
        """
        if self._spool is not None:
            self._spool.wake(HEAD_START_S)
        if self._worker is not None:
            self._worker.nudge()

    def sync_now(self) -> None:
        """Try the server at once, where there is one."""
        if self._worker is not None:
            self._worker.sync_now()

    def listen(self, changed: Callable[[], None]) -> None:
        """Have `changed` called after whatever changes the records: committed here, or come from the server.

        On the thread that wrote; it must not wait there.
        """
        self._listeners.append(changed)

    def print_outcome(self, job: UUID) -> Future[PrintOutcome]:
        """Say, as soon as it is known, what became of a ticket; whoever asks decides how long to wait."""
        asked: Future[PrintOutcome] = Future()
        with self._asking:
            self._asked.setdefault(job, []).append(asked)
        if self._spool is not None:
            # It may have been told before it was asked.
            self._tell(job, self._spool.outcome(job, timeout_s=0))
        return asked

    def _tell(self, job: UUID, state: JobState) -> None:
        outcome = _OUTCOMES.get(state.value)
        if outcome is None:
            return
        with self._asking:
            asked = self._asked.pop(job, [])
        for future in asked:
            if future.set_running_or_notify_cancel():
                future.set_result(outcome)

    def _open(self) -> Replica:
        """Runs on the desk's thread: what is imported here is imported behind the first frame."""
        self._first()
        self._first = lambda: None
        # The operations' own modules as well: the first patient should not wait for an import.
        import server_sync.desk.find
        import server_sync.desk.help  # noqa: F401
        from kiosk.app.open_records import open_records
        from server_sync.desk.check_in import rehearse

        replica = open_records(self._settings)
        replica.on_commit = self._tell_of_change
        with contextlib.suppress(Fault):  # a full disk, say: the first patient will hear of it, or it will have passed
            rehearse(replica)
        if self.has_printer:
            self._start_spool(replica)
        if self._settings.server_url is None:
            log.warning("no server is named: this machine works alone", extra={"code": "no_server"})
        else:
            self._start_worker(replica, self._settings.server_url)
        return replica

    def _start_spool(self, replica: Replica) -> None:
        from kiosk.app.printer_watch import PrinterWatch
        from kiosk.app.printers import printer_of, renderer_for
        from kiosk.printing.spool import Spool
        from server_sync.desk.print_jobs import StoredPrintJobs

        jobs = StoredPrintJobs(replica.database, replica.clock)
        self.printer, renderer = printer_of(self._settings.printer), renderer_for(self._settings.printer)
        spool = Spool(jobs, self.printer, renderer, on_state_changed=self._tell)
        spool.start()
        # Known only once it runs: what never ran cannot be waited for.
        self._spool = spool
        self._printer_watch = PrinterWatch(self.printer, self._report_printer)
        self._printer_watch.start()

    def _report_printer(self, cause: str | None) -> None:
        """Have the desks told; called on the watch's thread."""

        def report(replica: Replica) -> None:
            from server_sync.desk.machine_alerts import INTENT, report_machine

            with contextlib.suppress(Fault), replica.work(INTENT, "system") as work:
                report_machine(work, cause)
            self.committed()

        self.submit(report)

    def _start_worker(self, replica: Replica, server_url: str) -> None:
        from kiosk.app.secrets import SERVER_KEY, keep, open_key_store
        from server_sync.records.disk_space import free_bytes_beside
        from server_sync.worker.surroundings import Surroundings
        from server_sync.worker.worker import Worker, kept_way

        # httpx brings its own command line, and with it rich and pygments where they are installed: 8 MB for nothing.
        sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None means "not to be imported"
        store = open_key_store(self._settings)
        if store.read(SERVER_KEY) is None:
            log.error("the server's key is not kept on this machine: it works alone until it is enrolled again")
            return
        way = kept_way(server_url, lambda: store.read(SERVER_KEY) or "", replica)
        beside = Surroundings(
            somebody_is_there=self._somebody_is_there,
            free_bytes=free_bytes_beside(self._settings.database.absolute()),
            keep_key=lambda key: keep(store, SERVER_KEY, key),
        )
        self._hubs = self._lobby_hubs(replica, lambda: store.read(SERVER_KEY) or "")
        worker = Worker(replica, way, self._hear_connection, self._hear_records, beside=beside, hubs=self._hubs)
        self._worker = worker
        worker.start()

    def _lobby_hubs(self, replica: Replica, read_key: Callable[[], str]) -> Hubs | None:
        """Who may be a hub here; None where the settings name none, and forbid to look. Nothing is looked for yet."""
        if self._settings.hub_url is None and not self._settings.find_hub:
            return None
        import secrets

        from server_sync.worker.discovery import HubDiscovery
        from server_sync.worker.hub_handshake import LobbyHubs

        named = [self._settings.hub_url] if self._settings.hub_url is not None else []
        discovery = HubDiscovery(replica.identity.location_id or 0)
        return LobbyHubs(
            replica,
            read_key,
            lambda: list(dict.fromkeys([*named, *(discovery.addresses() if self._settings.find_hub else ())])),
            secrets.token_bytes,
            discovery.stop,
        )

    def _hear_records(self, nouns: frozenset[str]) -> None:
        if "location" in nouns:
            self.submit(self._keep_up)
        self._tell_of_change(nouns)

    def _keep_up(self, replica: Replica) -> None:
        from kiosk.app.clinic_told import keep_up_with_the_records

        try:
            keep_up_with_the_records(self._settings.database, replica)
        except (OSError, ValueError):
            log.warning("what the clinic is called now could not be kept", exc_info=True)

    def _hear_connection(self, state: ConnectionState) -> None:
        self.connection = state
        self._on_connection(state)

    def _tell_of_change(self, _places_or_nouns: frozenset[int] | frozenset[str]) -> None:
        for changed in tuple(self._listeners):
            changed()

    def _opened(self, opened: Future[Replica]) -> None:
        error = opened.exception()
        if error is None:
            log.info("the records are open")
            tidy = threading.Timer(TIDY_AFTER_S, tidy_memory)
            tidy.daemon = True
            tidy.start()
        elif isinstance(error, Fault) and error.retry_helps:
            self._say_once(error)
            again = threading.Timer(self._open_again_after_s, self._reopen)
            again.daemon = True
            again.start()
        else:
            self._refuse(error if isinstance(error, Exception) else RuntimeError(str(error)))

    def _say_once(self, fault: Fault) -> None:
        from kiosk.app.open_records import FOLDER_NOT_WRITABLE, sentence

        if fault.code == self._delay:
            return
        self._delay = fault.code
        known = fault.code == FOLDER_NOT_WRITABLE
        where = {"code": fault.code, "file": str(self._settings.database)}
        log.warning("the records cannot be opened yet", exc_info=None if known else fault, extra=where)
        sys.stderr.write(sentence(fault.message) + "\n")

    def _refuse(self, error: Exception) -> None:
        from kiosk.app.open_records import RecordsRefusedError

        if isinstance(error, RecordsRefusedError):
            log.critical("the records are refused", extra={"code": error.code})
            sys.stderr.write(f"{error}\n")
        else:
            log.critical("the records are refused", exc_info=error)
        self._refused(error)

    def _reopen(self) -> None:
        if not self._stopping.is_set():
            self._desk.reopen().add_done_callback(self._opened)
