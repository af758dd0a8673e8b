"""What the sync section shows of the log itself: its lines, what they are filtered by, and one of them whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import MOST_COUNTED, Asked, Choices, LogDetail, SyncDesk
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell
from server_sync.desk.sync_log.words import LogWords

if TYPE_CHECKING:
    from server_sync.desk.sync_log.entries import LogEntry, LogPage, Place

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

EVERYTHING = ""
_WIDEST = datetime(2028, 12, 28, 20, 48, 48, tzinfo=UTC)
STATUSES = ("pending", "synced", "failed", "conflict")


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry as the list shows it; `status` is a stable name, and `standing` the same in words."""

    key: int
    happened: str
    device: str
    work: str
    status: str
    standing: str


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to filter by; `words` where it has a name of its own."""

    key: str
    words: str = ""


@QmlElement
class SyncLogSection(AdminSection):
    """The sync log with its filters and its detail."""

    logChanged = Signal()
    detailChanged = Signal()
    filterChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SyncDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._asked = Asked()
        self._lines = Rows(LogLine)
        self._devices, self._intents, self._statuses = Rows(Choice), Rows(Choice), Rows(Choice)
        self._choices = Choices((), (), ())
        self._entries: list[LogEntry] = []
        self._older: Place | None = None
        self._total = -1
        self._detail: LogDetail | None = None
        self._wrong_day = ""
        self._reading = 0
        self._show_choices(self._choices)
        self.wordsChanged.connect(self._words)

    def forget(self) -> None:
        """Nothing of what was looked at remains."""
        super().forget()
        self._asked, self._detail = Asked(), None
        self._wrong_day = ""
        self._show_entries([], None)
        self.filterChanged.emit()
        self.detailChanged.emit()

    # What the page uses.

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """What of the log was read so far, newest first."""
        return self._lines

    @Property(str, notify=logChanged)
    def widestMoment(self) -> str:
        """A moment as the lines show them, in the widest figures."""
        return self.moment(_WIDEST, seconds=True)

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
        return min(self._total, MOST_COUNTED)

    @Property(str, notify=logChanged)
    def moreThan(self) -> str:
        """Where they are more than anybody counts: how many were, as it is written; else empty."""
        return self._log_words.number(MOST_COUNTED) if self._total > MOST_COUNTED else ""

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
        return _called(self._devices, self._asked.device)

    @Property(str, notify=filterChanged)
    def intent(self) -> str:
        """Which kind of work; empty: all."""
        return self._asked.intent

    @Property(str, notify=filterChanged)
    def intentName(self) -> str:
        """What people call it."""
        return _called(self._intents, self._asked.intent)

    @Property(str, notify=filterChanged)
    def status(self) -> str:
        """Which state; empty: all."""
        return self._asked.status

    @Property(str, notify=filterChanged)
    def statusName(self) -> str:
        """What people call it."""
        return _called(self._statuses, self._asked.status)

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
    def entryWork(self) -> str:
        """What was done."""
        return "" if self._detail is None else self._log_words.intent(self._detail.entry.intent)

    @Property(str, notify=detailChanged)
    def entryActor(self) -> str:
        """Who did it: a colleague's name, `patient`, `system` or nobody known."""
        return "" if self._detail is None else self._detail.actor

    @Property(str, notify=detailChanged)
    def entryAbout(self) -> str:
        """The colleague or machine that it concerns."""
        return "" if self._detail is None else self._detail.about

    @Property(str, notify=detailChanged)
    def entryStatus(self) -> str:
        """What became of it, by its stable name."""
        return "" if self._detail is None else self._detail.entry.status

    @Property(str, notify=detailChanged)
    def entryState(self) -> str:
        """What became of it, in words."""
        return "" if self._detail is None else self._log_words.status(self._detail.entry.status)

    @Property(str, notify=detailChanged)
    def entryOutcome(self) -> str:
        """How it was settled."""
        return "" if self._detail is None else self._log_words.outcome(self._detail.entry.outcome or "")

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

    # How it works.

    def _ask_for(self, asked: Asked) -> None:
        self._asked = asked
        self.filterChanged.emit()
        self._show_detail(None)
        self.read_from_newest()

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

    def read_choices(self) -> None:
        """Ask what there is to filter by."""
        self.shell.ask(self, self._desk.choices(), self._show_choices)

    def read_from_newest(self) -> None:
        """Read the log anew, by what is asked for."""
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
                (self._show_entries if after is None else self._show_more)(list(page.entries), page.older)

        def failed() -> None:
            self._reading -= 1
            self.logChanged.emit()
            self.shell.show_fault()

        self.shell.ask(None, self._desk.read_log(asked, after), read, failed)

    def _show_entries(self, entries: list[LogEntry], older: Place | None) -> None:
        self._entries, self._older = entries, older
        self._lines.show(self._said())
        self.logChanged.emit()

    def _show_more(self, entries: list[LogEntry], older: Place | None) -> None:
        """Below those that stand there: whoever reads the list's end stays where they are."""
        self._entries, self._older = [*self._entries, *entries], older
        self._lines.fill(self._said())
        self.logChanged.emit()

    @Slot()
    def _words(self) -> None:
        self._lines.show(self._said())
        self._show_choices(self._choices)
        self.detailChanged.emit()

    def _said(self) -> list[LogLine]:
        return [self._line(entry) for entry in self._entries]

    def _line(self, entry: LogEntry) -> LogLine:
        device = entry.device or entry.device_uid[:8]
        happened = self.moment(entry.happened_at, seconds=True)
        words = self._log_words
        return LogLine(entry.id, happened, device, words.intent(entry.intent), entry.status, words.status(entry.status))

    def _show_choices(self, choices: Choices) -> None:
        self._choices, words = choices, self._log_words
        kinds = sorted((Choice(name, words.intent(name)) for name in choices.intents), key=lambda one: one.words)
        self._devices.show([Choice(EVERYTHING), *(Choice(uid, name) for uid, name in choices.devices)])
        self._intents.show([Choice(EVERYTHING), *kinds])
        self._statuses.show([Choice(EVERYTHING), *(Choice(name, words.status(name)) for name in STATUSES)])
        self.filterChanged.emit()

    @property
    def _log_words(self) -> LogWords:
        return LogWords(self.shell.interpreter.language.code)

    def _show_detail(self, detail: LogDetail | None) -> None:
        self._detail = detail
        self.detailChanged.emit()


def _called(choices: Rows, key: str) -> str:
    return next((row.words for row in choices.rows if row.key == key), "")
