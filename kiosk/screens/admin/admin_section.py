"""What the admin's sections share: whom they are for, how moments are written, and work that takes a while."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.desks import Errand, GivenUp, Refused
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.wording import short_day
from server_sync.clinic.roles import Role

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

Answer = TypeVar("Answer")

STAYS_EVERY_S = 30
"""Whoever waits for something long is there, also while it has no figures to show."""


@QmlElement
class AdminSection(StaffSection):
    """A section that only admins have."""

    roles = frozenset({Role.ADMIN})

    errandChanged = Signal()
    problemChanged = Signal()
    toldChanged = Signal()

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._errand: Errand | None = None
        self._percent = -1
        self._problem = ""
        self._told = ""

    def forget(self) -> None:
        """Give up what is under way, and say nothing of what was done."""
        if self._errand is not None:
            self._errand.is_given_up = True
        self.say(problem="", told="")

    def moment(self, moment: datetime | None, *, seconds: bool = False) -> str:
        """A moment at the clinic: day and time, as the language writes days.

        In Arabic the day stands at the right, from where it is read; a mark of direction would bring another typeface.
        """
        if moment is None:
            return ""
        here = moment.astimezone(ZoneInfo(self.shell.clinic.time_zone))
        day = short_day(here.date(), self.shell.interpreter.locale)
        time = f"{here:%H:%M:%S}" if seconds else f"{here:%H:%M}"
        return f"{time} {day}" if self.shell.interpreter.language.right_to_left else f"{day}, {time}"

    def say(self, *, problem: str = "", told: str = "") -> None:
        """What went wrong, or what was done, as a word that the page has a sentence for."""
        if problem != self._problem:
            self._problem = problem
            self.problemChanged.emit()
        if told != self._told:
            self._told = told
            self.toldChanged.emit()

    def run(
        self, begin: Callable[[Errand], Coroutine[Any, Any, Answer | Refused | GivenUp]], then: Callable[[Answer], None]
    ) -> None:
        """Begin an errand, unless one is under way; `then` is called with what came of it if it was done."""
        if self._errand is not None:
            return
        errand = self._errand = Errand(self._hear)
        self.say()
        self._hear(0)
        self._stay()

        def done(answer: Answer | Refused | GivenUp) -> None:
            self._end()
            if isinstance(answer, Refused):
                self.say(problem=answer.code)
            elif isinstance(answer, GivenUp):
                self.say(told="given_up")
            else:
                then(answer)

        # Not dropped at a sign-out: the errand is given up then, and what it began is over before another begins.
        self.shell.ask(None, begin(errand), done, self._broke)

    def _hear(self, percent: int) -> None:
        self._percent = percent
        self.errandChanged.emit()

    def _stay(self) -> None:
        if self._errand is not None:
            self.shell.touched()
            self.shell.time.after(STAYS_EVERY_S, self._stay)

    def _end(self) -> None:
        self._errand = None
        self._percent = -1
        self.errandChanged.emit()

    def _broke(self) -> None:
        self._end()
        self.say(problem="fault")

    @Property(bool, notify=errandChanged)
    def running(self) -> bool:
        """Whether something is under way that takes a while."""
        return self._errand is not None

    @Property(int, notify=errandChanged)
    def percent(self) -> int:
        """How far it is; -1 where nobody can say."""
        return self._percent

    @Property(int, notify=errandChanged)
    def counted(self) -> int:
        """What was done so far, where it is counted."""
        return 0 if self._errand is None else self._errand.counted

    @Property(str, notify=problemChanged)
    def problem(self) -> str:
        """What went wrong; empty where nothing did."""
        return self._problem

    @Property(str, notify=toldChanged)
    def told(self) -> str:
        """What was done; empty where there is nothing to tell."""
        return self._told

    @Slot()
    def giveUp(self) -> None:
        """Give up what is under way."""
        if self._errand is not None:
            self._errand.is_given_up = True

    @Slot()
    def dismiss(self) -> None:
        """They have read it."""
        self.say()
