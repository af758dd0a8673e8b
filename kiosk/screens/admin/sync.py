"""The section that shows how this machine stands with its server, and all that it did or took."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.desks import CopiesDesk, SyncDesk, Synced, SyncState, Written
from kiosk.screens.admin.sync_log import Choice, SyncLogSection
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SyncSection(SyncLogSection):
    """The sync log with its filters, its detail and its export; the way to the server above it."""

    kind = "sync"
    page_file = "admin/sync/Sync.qml"

    stateChanged = Signal()
    foldersChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SyncDesk, copies: CopiesDesk) -> None:
        super().__init__(shell, desk)
        self._copies = copies
        self._state: SyncState | None = None
        self._folders = Rows(Choice)
        self._written = ""
        self._sent = 0
        self._syncing = False
        self.wordsChanged.connect(self.stateChanged)

    def shown(self) -> None:
        """Ask for all of it anew."""
        self.refresh()
        self.read_choices()
        self.shell.ask(self, self._copies.folders(), self._show_folders)

    # What the page uses.

    @Property(str, notify=stateChanged)
    def link(self) -> str:
        """How the server is reached (`worker.state.Link`), `alone`, or empty while nobody knows."""
        return "" if self._state is None else self._state.link

    @Property(bool, notify=stateChanged)
    def byHub(self) -> bool:
        """Whether it goes through the hub in the lobby."""
        return self._state is not None and self._state.by_hub

    @Property(int, notify=stateChanged)
    def waiting(self) -> int:
        """Sets that wait to be settled."""
        return 0 if self._state is None else self._state.pending

    @Property(int, notify=stateChanged)
    def held(self) -> int:
        """Of those, how many a hub holds."""
        return 0 if self._state is None else self._state.held

    @Property(int, notify=stateChanged)
    def keptBack(self) -> int:
        """Sets that the server keeps back."""
        return 0 if self._state is None else self._state.failed

    @Property(int, notify=stateChanged)
    def toLookAt(self) -> int:
        """Sets of which a person should look at a part."""
        return 0 if self._state is None else self._state.conflicts

    @Property(str, notify=stateChanged)
    def since(self) -> str:
        """From when on it has been so."""
        return "" if self._state is None else self.moment(self._state.since)

    @Property(str, notify=stateChanged)
    def lastContact(self) -> str:
        """When the server answered last; empty where it has not since the start."""
        return "" if self._state is None else self.moment(self._state.last_sync)

    @Property(str, notify=stateChanged)
    def cause(self) -> str:
        """The code of what is wrong."""
        return "" if self._state is None else self._state.cause

    @Property(str, notify=stateChanged)
    def server(self) -> str:
        """The server's address."""
        return "" if self._state is None else self._state.server

    @Property(int, notify=stateChanged)
    def fetched(self) -> int:
        """How much of the clinic's records has come, in per cent; -1 where none is on its way."""
        state = self._state
        return -1 if state is None or not state.total else 100 * state.done // state.total

    @Property(bool, notify=stateChanged)
    def syncing(self) -> bool:
        """Whether somebody asked for it and waits."""
        return self._syncing

    @Property(int, notify=stateChanged)
    def sent(self) -> int:
        """How many sets were settled while somebody waited for it."""
        return self._sent

    @Property(Rows, constant=True)
    def folders(self) -> Rows:
        """Where an export may go."""
        return self._folders

    @Property(str, notify=foldersChanged)
    def firstFolder(self) -> str:
        """The one that is meant where nobody says another."""
        return self._folders.rows[0].key if self._folders.rows else ""

    @Property(str, notify=foldersChanged)
    def written(self) -> str:
        """The file that was written last."""
        return self._written

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        self.shell.ask(self, self._desk.state(), self._show_state)
        self.read_from_newest()

    @Slot()
    def syncNow(self) -> None:
        """Try the server at once."""
        if self._syncing:
            return
        self._syncing = True
        self.say()
        self.stateChanged.emit()
        self.shell.ask(self, self._desk.sync_now(), self._synced, self._not_synced)

    @Slot(str, str)
    def export(self, kind: str, folder: str) -> None:
        """Write what the filter leaves to a file."""
        language = self.shell.interpreter.language.code
        self.run(lambda errand: self._desk.export(self._asked, kind, folder, language, errand), self._exported)

    # How it works.

    def _show_folders(self, folders: tuple[Path, ...]) -> None:
        self._folders.show([Choice(str(folder), folder.name or str(folder)) for folder in folders])
        self.foldersChanged.emit()

    def _show_state(self, state: SyncState) -> None:
        self._state = state
        self.stateChanged.emit()

    def _synced(self, synced: Synced) -> None:
        self._syncing, self._sent = False, synced.sent
        self._show_state(synced.state)
        self.say(told="synced" if synced.state.link in ("online", "syncing") else "not_reached")
        self.read_from_newest()

    def _not_synced(self) -> None:
        self._syncing = False
        self.stateChanged.emit()
        self.shell.show_fault()

    def _exported(self, written: Written) -> None:
        self._written = str(written.file)
        self.foldersChanged.emit()
        self.say(told="exported")
