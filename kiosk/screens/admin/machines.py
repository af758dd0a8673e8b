"""The section that shows how this machine is, tries its printer and its scanner, and lists the others."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import Health, Machine, MachinesDesk
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_S = 10
LITTLE_ROOM_BYTES = 500_000_000
MUCH_AHEAD_MS = 60_000
"""A clock that is a minute off is worth a word; the log's order does not depend on it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing about this machine. `mark` is good, watch, bad or plain; the page has the words of `key`."""

    key: str
    value: str
    mark: str


@dataclass(frozen=True, slots=True)
class MachineLine:
    """Another machine, as the list shows it."""

    key: str
    name: str
    kind: str
    is_this: bool
    is_revoked: bool
    last_seen: str
    """At the centre; empty where it was not asked."""
    trouble: str
    """What it needs somebody for, and since when; empty where it needs nobody."""
    trouble_since: str


@QmlElement
class MachinesSection(AdminSection):
    """This machine's health, looked at every few seconds while the section is in front."""

    kind = "machines"
    page_file = "admin/machines/Machines.qml"

    healthChanged = Signal()
    scannedChanged = Signal()
    testChanged = Signal()

    def __init__(self, shell: StaffShell, desk: MachinesDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._health: Health | None = None
        self._facts = Rows(Fact)
        self._machines = Rows(MachineLine)
        self._scanned = ""
        self._printing = False
        self._outcome = ""
        self._in_front = False
        self.wordsChanged.connect(self._words)

    def shown(self) -> None:
        """Look at once, and then every few seconds."""
        self._in_front = True
        self._look()
        self.shell.ask(self, self._desk.machines(), self._show_machines)

    def hidden(self) -> None:
        """Look no more."""
        self._in_front = False

    def forget(self) -> None:
        """What was scanned may be a person's."""
        super().forget()
        self._outcome = ""
        self.scan("")
        self.testChanged.emit()

    @Property(bool, notify=healthChanged)
    def known(self) -> bool:
        """Whether it was looked at."""
        return self._health is not None

    @Property(str, notify=healthChanged)
    def name(self) -> str:
        """What people call this machine."""
        return "" if self._health is None else self._health.name

    @Property(Rows, constant=True)
    def facts(self) -> Rows:
        """How this machine is."""
        return self._facts

    @Property(Rows, constant=True)
    def machines(self) -> Rows:
        """Every machine of this place."""
        return self._machines

    @Property(str, notify=healthChanged)
    def printerState(self) -> str:
        """How the printer is (`devices.printer.PrinterState`), or `none`."""
        return "" if self._health is None else self._health.printer.state

    @Property(str, notify=healthChanged)
    def printerName(self) -> str:
        """Where the printer is."""
        return "" if self._health is None else self._health.printer.name

    @Property(str, notify=healthChanged)
    def printerSince(self) -> str:
        """From when on it has been so."""
        return "" if self._health is None else self.moment(self._health.printer.since)

    @Property(bool, notify=testChanged)
    def printing(self) -> bool:
        """Whether a test page is on its way."""
        return self._printing

    @Property(str, notify=testChanged)
    def outcome(self) -> str:
        """What became of the test page."""
        return self._outcome

    @Property(str, notify=scannedChanged)
    def scanned(self) -> str:
        """What the scanner read, to be compared with the paper."""
        return self._scanned

    @Slot()
    def printTestPage(self) -> None:
        """Print one."""
        if self._printing:
            return
        self._printing, self._outcome = True, ""
        self.testChanged.emit()
        self.shell.ask(
            self, self._desk.print_test_page(self.shell.interpreter.language.code), self._printed, self._not_printed
        )

    @Slot(str)
    def scan(self, read: str) -> None:
        """Something was scanned, or typed."""
        self._scanned = "".join(sign for sign in read if sign.isprintable())[:120]
        self.scannedChanged.emit()

    def _look(self) -> None:
        def seen(health: Health) -> None:
            self._health = health
            self._words()
            self.healthChanged.emit()
            self.shell.time.after(LOOK_EVERY_S, again)

        def again() -> None:
            if self._in_front and self.shell.member is not None:
                self._look()

        self.shell.ask(self, self._desk.health(), seen, lambda: None)

    @Slot()
    def _words(self) -> None:
        health = self._health
        if health is not None:
            self._facts.show(self._facts_of(health))
            self.healthChanged.emit()

    def _facts_of(self, health: Health) -> list[Fact]:
        size = self.shell.interpreter.locale.formattedDataSize
        free = health.free_bytes
        behind = health.clock_behind_ms
        return [
            Fact("version", health.version, "plain"),
            Fact("up_since", self.moment(health.up_since), "plain"),
            Fact("records", size(health.records_bytes), "plain"),
            Fact(
                "free",
                "" if free is None else size(free),
                "plain" if free is None else "good" if free > LITTLE_ROOM_BYTES else "bad",
            ),
            Fact("memory", "" if health.memory_bytes is None else size(health.memory_bytes), "plain"),
            Fact(
                "clock",
                "" if behind is None else f"\u2066{-behind / 1000:+.1f} s\u2069",
                "plain" if behind is None else "good" if abs(behind) < MUCH_AHEAD_MS else "watch",
            ),
        ]

    def _show_machines(self, machines: tuple[Machine, ...]) -> None:
        lines = [
            MachineLine(
                f"{one.series} {one.name}",
                one.name,
                one.kind,
                one.is_this,
                one.is_revoked,
                self.moment(one.last_seen),
                one.trouble,
                self.moment(one.trouble_since),
            )
            for one in machines
        ]
        self._machines.show(sorted(lines, key=lambda line: (line.is_revoked, not line.is_this, line.name)))

    def _printed(self, outcome: str) -> None:
        self._printing, self._outcome = False, outcome
        self.testChanged.emit()

    def _not_printed(self) -> None:
        self._printed("failed")
