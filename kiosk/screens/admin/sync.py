"""The section that shows how this machine stands with its server, and all that it did or took."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import Asked, Choices, CopiesDesk, LogDetail, SyncDesk, Synced, SyncState, Written
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

if TYPE_CHECKING:
    from server_sync.desk.sync_log.entries import LogEntry, LogPage, Place

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

EVERYTHING = ""
STATUSES = ("pending", "synced", "failed", "conflict")


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry as the list shows it."""

    key: int
    happened: str
    device: str
    intent: str
    status: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by; `words` where it has a name of its own."""

    key: str
    words: str = ""


@QmlElement
class SyncSection(AdminSection):
    """The sync log with its filters, its detail and its export; the way to the server above it."""

    kind = "sync"
    page_file = "admin/sync/Sync.qml"

    stateChanged = Signal()
    logChanged = Signal()
    detailChanged = Signal()
    filterChanged = Signal()
    foldersChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SyncDesk, copies: CopiesDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._copies = copies
        self._state: SyncState | None = None
        self._asked = Asked()
        self._lines = Rows(LogLine)
        self._devices, self._intents, self._statuses = Rows(Choice), Rows(Choice), Rows(Choice)
        self._folders = Rows(Choice)
        self._statuses.show([Choice(EVERYTHING), *map(Choice, STATUSES)])
        self._entries: list[LogEntry] = []
        self._older: Place | None = None
        self._total = -1
        self._detail: LogDetail | None = None
        self._wrong_day = ""
        self._written = ""
        self._sent = 0
        self._syncing = False
        self._reading = 0
        self.wordsChanged.connect(self._words)

    def shown(self) -> None:
        """Ask for all of it anew."""
        self.refresh()
        self.shell.ask(self, self._desk.choices(), self._show_choices)
        self.shell.ask(self, self._copies.folders(), self._show_folders)

    def forget(self) -> None:
        """Nothing of what was looked at remains."""
        super().forget()
        self._asked, self._detail = Asked(), None
        self._wrong_day = ""
        self._show_entries([], None)
        self.filterChanged.emit()
        self.detailChanged.emit()

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
    def lines(self) -> Rows:
        """What of the log was read so far, newest first."""
        return self._lines

    @Property(bool, notify=logChanged)
    def more(self) -> bool:
        """Whether there are older ones."""
        return self._older is not None

    @Property(bool, notify=logChanged)
    def reading(self) -> bool:
        """Whether the log is being read."""
        return self._reading > 0

    @Property(int, notify=logChanged)
    def total(self) -> int:
        """How many entries meet the filter; -1 until they are counted."""
        return self._total

    @Property(Rows, constant=True)
    def devices(self) -> Rows:
        """Machines to filter by."""
        return self._devices

    @Property(Rows, constant=True)
    def intents(self) -> Rows:
        """Kinds of work to filter by."""
        return self._intents

    @Property(Rows, constant=True)
    def statuses(self) -> Rows:
        """States to filter by."""
        return self._statuses

    @Property(str, notify=filterChanged)
    def device(self) -> str:
        """Which machine's, by uid; empty: all."""
        return self._asked.device

    @Property(str, notify=filterChanged)
    def deviceName(self) -> str:
        """What people call it."""
        return next((row.words for row in self._devices.rows if row.key == self._asked.device), "")

    @Property(str, notify=filterChanged)
    def intent(self) -> str:
        """Which kind of work; empty: all."""
        return self._asked.intent

    @Property(str, notify=filterChanged)
    def status(self) -> str:
        """Which state; empty: all."""
        return self._asked.status

    @Property(str, notify=filterChanged)
    def firstDay(self) -> str:
        """The first day, as 2026-03-09; empty: from the beginning."""
        return "" if self._asked.since is None else self._asked.since.isoformat()

    @Property(str, notify=filterChanged)
    def lastDay(self) -> str:
        """The last day, as 2026-03-09; empty: up to now."""
        return "" if self._asked.until is None else self._asked.until.isoformat()

    @Property(str, notify=filterChanged)
    def wrongDay(self) -> str:
        """Which of the two is no day: `first`, `last` or neither."""
        return self._wrong_day

    @Property(bool, notify=filterChanged)
    def filtered(self) -> bool:
        """Whether not everything is asked for."""
        return self._asked != Asked()

    @Property(int, notify=detailChanged)
    def chosen(self) -> int:
        """The entry that is looked at; 0 where none is."""
        return 0 if self._detail is None else self._detail.entry.id

    @Property(str, notify=detailChanged)
    def entryHappened(self) -> str:
        """When it happened, by its machine's clock."""
        return "" if self._detail is None else self.moment(self._detail.entry.happened_at, seconds=True)

    @Property(str, notify=detailChanged)
    def entrySettled(self) -> str:
        """When it was settled; empty while it waits."""
        return "" if self._detail is None else self.moment(self._detail.entry.settled_at, seconds=True)

    @Property(str, notify=detailChanged)
    def entryDevice(self) -> str:
        """Whose it is."""
        return "" if self._detail is None else self._detail.entry.device or self._detail.entry.device_uid

    @Property(str, notify=detailChanged)
    def entryIntent(self) -> str:
        """What was done."""
        return "" if self._detail is None else self._detail.entry.intent

    @Property(str, notify=detailChanged)
    def entryStatus(self) -> str:
        """What became of it."""
        return "" if self._detail is None else self._detail.entry.status

    @Property(str, notify=detailChanged)
    def entryOutcome(self) -> str:
        """The outcome's stable name."""
        return "" if self._detail is None else self._detail.entry.outcome or ""

    @Property(str, notify=detailChanged)
    def entryResolution(self) -> str:
        """What was decided, in words."""
        return "" if self._detail is None else self._detail.entry.resolution or ""

    @Property(str, notify=detailChanged)
    def entryNumber(self) -> str:
        """Its number in its machine's log."""
        number = None if self._detail is None else self._detail.entry.sequence
        return "" if number is None else str(number)

    @Property(str, notify=detailChanged)
    def entryBody(self) -> str:
        """All that it changed, as JSON."""
        return "" if self._detail is None else self._detail.body

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
        self._read_from_newest()

    @Slot()
    def syncNow(self) -> None:
        """Try the server at once."""
        if self._syncing:
            return
        self._syncing = True
        self.say()
        self.stateChanged.emit()
        self.shell.ask(self, self._desk.sync_now(), self._synced, self._not_synced)

    @Slot(str)
    def chooseDevice(self, uid: str) -> None:
        """Of one machine only."""
        self._ask_for(replace(self._asked, device=uid))

    @Slot(str)
    def chooseIntent(self, intent: str) -> None:
        """Of one kind only."""
        self._ask_for(replace(self._asked, intent=intent))

    @Slot(str)
    def chooseStatus(self, status: str) -> None:
        """In one state only."""
        self._ask_for(replace(self._asked, status=status))

    @Slot(str)
    def typeFirstDay(self, typed: str) -> None:
        """From a day on."""
        self._type_day("first", typed)

    @Slot(str)
    def typeLastDay(self, typed: str) -> None:
        """Up to a day."""
        self._type_day("last", typed)

    @Slot()
    def clearFilter(self) -> None:
        """Everything."""
        self._wrong_day = ""
        self._ask_for(Asked())

    @Slot()
    def readOlder(self) -> None:
        """Read on where the list ends."""
        if self._older is not None and not self._reading:
            self._read(self._older)

    @Slot(int)
    def choose(self, entry_id: int) -> None:
        """Look at one entry."""
        self.shell.ask(self, self._desk.read_entry(entry_id), self._show_detail)

    @Slot()
    def leave(self) -> None:
        """Look at none any more."""
        self._show_detail(None)

    @Slot(str, str)
    def export(self, kind: str, folder: str) -> None:
        """Write what the filter leaves to a file."""
        language = self.shell.interpreter.language.code
        self.run(lambda errand: self._desk.export(self._asked, kind, folder, language, errand), self._exported)

    # How it works.

    def _ask_for(self, asked: Asked) -> None:
        self._asked = asked
        self.filterChanged.emit()
        self._show_detail(None)
        self._read_from_newest()

    def _type_day(self, which: str, typed: str) -> None:
        try:
            day = date.fromisoformat(typed.strip()) if typed.strip() else None
        except ValueError:
            # Ten signs are a whole date that is none; fewer are one that is still being typed.
            self._wrong_day = which if len(typed.strip()) >= len("2026-03-09") else ""
            self.filterChanged.emit()
            return
        self._wrong_day = ""
        changed = replace(self._asked, since=day) if which == "first" else replace(self._asked, until=day)
        if changed != self._asked:
            self._ask_for(changed)
        self.filterChanged.emit()

    def _read_from_newest(self) -> None:
        self._total = -1
        asked = self._asked

        def counted(total: int) -> None:
            if asked == self._asked:
                self._total = total
                self.logChanged.emit()

        self._read(None)
        self.shell.ask(self, self._desk.count_log(asked), counted)

    def _read(self, after: Place | None) -> None:
        asked = self._asked
        self._reading += 1
        self.logChanged.emit()

        def read(page: LogPage) -> None:
            self._reading -= 1
            if asked == self._asked:
                self._show_entries([*(self._entries if after is not None else []), *page.entries], page.older)

        def failed() -> None:
            self._reading -= 1
            self.logChanged.emit()
            self.shell.show_fault()

        self.shell.ask(None, self._desk.read_log(asked, after), read, failed)

    def _show_entries(self, entries: list[LogEntry], older: Place | None) -> None:
        self._entries, self._older = entries, older
        self._words()
        self.logChanged.emit()

    @Slot()
    def _words(self) -> None:
        self._lines.show([self._line(entry) for entry in self._entries])
        self.stateChanged.emit()
        self.detailChanged.emit()

    def _line(self, entry: LogEntry) -> LogLine:
        device = entry.device or entry.device_uid[:8]
        happened = self.moment(entry.happened_at, seconds=True)
        return LogLine(entry.id, happened, device, entry.intent, entry.status, entry.outcome or "")

    def _show_choices(self, choices: Choices) -> None:
        self._devices.show([Choice(EVERYTHING), *(Choice(uid, name) for uid, name in choices.devices)])
        self._intents.show([Choice(EVERYTHING), *map(Choice, choices.intents)])
        self.filterChanged.emit()

    def _show_folders(self, folders: tuple[Path, ...]) -> None:
        self._folders.show([Choice(str(folder), folder.name or str(folder)) for folder in folders])
        self.foldersChanged.emit()

    def _show_state(self, state: SyncState) -> None:
        self._state = state
        self.stateChanged.emit()

    def _show_detail(self, detail: LogDetail | None) -> None:
        self._detail = detail
        self.detailChanged.emit()

    def _synced(self, synced: Synced) -> None:
        self._syncing, self._sent = False, synced.sent
        self._show_state(synced.state)
        self.say(told="synced" if synced.state.link in ("online", "syncing") else "not_reached")
        self._read_from_newest()

    def _not_synced(self) -> None:
        self._syncing = False
        self.stateChanged.emit()
        self.shell.show_fault()

    def _exported(self, written: Written) -> None:
        self._written = str(written.file)
        self.foldersChanged.emit()
        self.say(told="exported")
