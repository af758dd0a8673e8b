"""The service page of a machine in the lobby: how it is, a test page, and the only ways out of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.patient.service_desk import MachineState, ServiceDesk
from kiosk.screens.wording import day_and_time

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_S = 5
MOST_READ = 24
"""Signs of a reading that are shown, to be compared with the paper; of a longer one its end."""


@QmlElement
class ServiceScreen(PatientScreen):
    """Stands only behind an admin's PIN, and goes home by itself. What the scanner reads here identifies nobody."""

    pace = Pace.INFORMATION
    page_file = "service/Service.qml"
    leaves_silently = True
    offers = "service"

    machineChanged = Signal()
    scannedChanged = Signal()
    testChanged = Signal()
    closingChanged = Signal()

    def __init__(self, shell: PatientShell, desk: ServiceDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._machine: MachineState | None = None
        self._scanned = ""
        self._printing = False
        self._outcome = ""
        self._closing = False
        self.wordsChanged.connect(self.machineChanged)

    def shown(self) -> None:
        """Look at the machine at once, and then every few seconds."""
        self._look()

    def scanned(self, text: str) -> None:
        """Show what was read."""
        plain = "".join(sign for sign in text if sign.isprintable())
        self._scanned = plain if len(plain) <= MOST_READ else "…" + plain[1 - MOST_READ :]
        self.scannedChanged.emit()

    @Property(bool, notify=machineChanged)
    def known(self) -> bool:
        """Whether the machine was looked at."""
        return self._machine is not None

    @Property(str, notify=machineChanged)
    def name(self) -> str:
        """What people call this machine."""
        return "" if self._machine is None else self._machine.name

    @Property(str, notify=machineChanged)
    def version(self) -> str:
        """Of the program."""
        return "" if self._machine is None else self._machine.version

    @Property(str, notify=machineChanged)
    def printer(self) -> str:
        """How the printer is (`devices.printer.PrinterState`), or `none`."""
        return "" if self._machine is None else self._machine.printer

    @Property(str, notify=machineChanged)
    def contact(self) -> str:
        """How the server is reached (`service_desk.Contact`)."""
        return "" if self._machine is None else self._machine.contact.value

    @Property(str, notify=machineChanged)
    def lastContact(self) -> str:
        """When the server last answered, as a clock here shows it; empty where it has not."""
        last = None if self._machine is None else self._machine.last_contact
        if last is None:
            return ""
        now = self.shell.now()
        return day_and_time(last.astimezone(now.tzinfo), now.date(), self.shell.interpreter.locale)

    @Property(int, notify=machineChanged)
    def pending(self) -> int:
        """How many changes wait to be sent."""
        return 0 if self._machine is None else self._machine.pending

    @Property(str, notify=scannedChanged)
    def reading(self) -> str:
        """What the scanner read last."""
        return self._scanned

    @Property(bool, notify=testChanged)
    def printing(self) -> bool:
        """Whether a test page is on its way."""
        return self._printing

    @Property(str, notify=testChanged)
    def outcome(self) -> str:
        """What became of the test page; empty where none was printed."""
        return self._outcome

    @Property(bool, notify=closingChanged)
    def closing(self) -> bool:
        """Whether it is asked once more before the program ends."""
        return self._closing

    @Slot()
    def printTestPage(self) -> None:
        """Print one."""
        if self._printing or not self.awake:
            return
        self._show_test(printing=True)
        language = self.shell.interpreter.language.code
        self.shell.follow(self, self._desk.print_test_page(language), self._printed, self._not_printed)

    @Slot()
    def askToClose(self) -> None:
        """Ask once more: nobody can check in at a machine that is closed."""
        self._set_closing(True)

    @Slot()
    def stayOpen(self) -> None:
        """Go on."""
        self._set_closing(False)

    @Slot()
    def closeProgram(self) -> None:
        """End the program."""
        if self.awake and self._closing:
            self._desk.close()

    @Slot()
    def restartProgram(self) -> None:
        """End the program and begin it anew."""
        if self.awake:
            self._desk.restart()

    @Slot()
    def done(self) -> None:
        """Back to Home, which asks for the PIN again."""
        if self.awake:
            self.shell.reset()

    def _look(self) -> None:
        self.shell.follow(self, self._desk.machine(), self._seen, self._look_again_later)

    def _seen(self, machine: MachineState) -> None:
        if machine != self._machine:
            self._machine = machine
            self.machineChanged.emit()
        self._look_again_later()

    def _look_again_later(self) -> None:
        self.shell.time.after(LOOK_EVERY_S, self._look_if_still_here)

    def _look_if_still_here(self) -> None:
        if self.shell.current_screen is self:
            self._look()

    def _printed(self, outcome: str) -> None:
        self._show_test(printing=False, outcome=outcome)

    def _not_printed(self) -> None:
        self._printed("failed")

    def _show_test(self, *, printing: bool, outcome: str = "") -> None:
        self._printing, self._outcome = printing, outcome
        self.testChanged.emit()

    def _set_closing(self, closing: bool) -> None:
        if self.awake:
            self._closing = closing
            self.closingChanged.emit()
