"""What every screen of the kiosk shares: its page, its pace, its step, and the guard against acting twice."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


class Pace(IntEnum):
    """How long a screen may stand untouched, in seconds, before somebody is asked whether they need more time."""

    INPUT = 60
    INFORMATION = 30
    RESULT = 15


@QmlElement
class PatientScreen(QObject):
    """One thing asked of or told to a patient. It lives from the visit of its page until that page is gone."""

    busyChanged = Signal()
    wordsChanged = Signal()
    """The language changed: dates and times are to be read again. A property of a derived class needs a notify signal
    of its own, connected to this one: with an inherited one PySide 6.11 crashes in QMetaProperty::notifySignal.

    A method that a screen connects to its own signal is a Slot: for any other PySide changes the class's meta-object
    while QML reads by it, and now and then a page finds none of its screen's properties (`test_nothing_left`)."""

    page_file: ClassVar[str]
    """The page, relative to resources/qml."""
    pace: ClassVar[Pace] = Pace.INPUT
    offers: ClassVar[Literal["", "ease", "help", "languages", "service"]] = ""
    """What the frame around the page need not offer, because the page itself does. `service` is for staff: there the
    frame offers nothing."""
    leaves_silently: ClassVar[bool] = False
    """Whether an untouched screen goes home without asking anybody whether they need more time."""
    on_festive_ground: ClassVar[bool] = False

    def __init__(self, shell: PatientShell) -> None:
        super().__init__()
        self.shell = shell
        self._busy = False
        self._step = (0, 0)

    @property
    def awake(self) -> bool:
        """Whether a tap may still act: the screen stands in front and waits for no answer."""
        return self.shell.current_screen is self and not self._busy

    @property
    def unsaid(self) -> frozenset[str]:
        """What stands on the page and is never read aloud among others: a whole name, a phone number."""
        return frozenset()

    @property
    def waiting(self) -> bool:
        """Whether an answer of the front desk is awaited."""
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Called by the shell around the one request that a screen may have under way."""
        self._busy = busy
        self.busyChanged.emit()

    def set_step(self, step: int, steps: int) -> None:
        """Say where this screen stands on the way, before it is shown."""
        self._step = (step, steps)

    @property
    def on_the_way(self) -> tuple[int, int]:
        """Which step this is, of how many."""
        return self._step

    def shown(self) -> None:
        """The screen came in front for the first time; what follows by itself starts here."""

    def typed(self, text: str) -> None:
        """A person pressed a key of a keyboard; screens without a field ignore it."""

    def erased(self) -> None:
        """A person pressed backspace on a keyboard; screens without a field ignore it."""

    def scanned(self, text: str) -> None:
        """A scanner read something; screens that identify nobody ignore it."""

    @Property(str, constant=True)
    def page(self) -> str:
        """The page's file, relative to resources/qml."""
        return self.page_file

    @Property(bool, constant=True)
    def festive(self) -> bool:
        """Whether the page stands on the primary colour instead of paper."""
        return self.on_festive_ground

    @Property(int, constant=True)
    def step(self) -> int:
        """Which step of the way this is, from 1; 0 on screens off the way."""
        return self._step[0]

    @Property(int, constant=True)
    def steps(self) -> int:
        """How many steps the way has."""
        return self._step[1]

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        """Whether the front desk is being asked."""
        return self._busy

    @Slot()
    def back(self) -> None:
        """Return to the screen before this one."""
        if self.awake:
            self.shell.back()
