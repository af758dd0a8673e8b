"""Signing in: a name, then a PIN, by keyboard or by finger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.rows import Rows
from kiosk.screens.staff.staff_desk import Member, NotSignedIn, SignInAnswer, Why

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell
    from kiosk.screens.timing import Timer

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

MOST_DIGITS = 12
MOST_LETTERS = 60


@dataclass(frozen=True, slots=True)
class NameTile:
    """Somebody who may sign in here."""

    key: int
    name: str
    role: str


@QmlElement
class SignInScreen(QObject):
    """Who they are, and the PIN as far as it was typed: only its length is ever shown."""

    membersChanged = Signal()
    chosenChanged = Signal()
    pinChanged = Signal()
    problemChanged = Signal()
    busyChanged = Signal()

    def __init__(self, shell: StaffShell) -> None:
        super().__init__()
        self._shell = shell
        self._members: tuple[Member, ...] = ()
        self._known = False
        self._query = ""
        self._tiles = Rows(NameTile)
        self._chosen: Member | None = None
        self._pin = ""
        self._problem = ""
        self._wait_s = 0
        self._waiting: Timer | None = None
        self._busy = False

    def begin(self) -> None:
        """Nobody is signed in: ask anew who works here, and forget who was here."""
        self._query = ""
        self.back()
        self.refresh()

    def refresh(self) -> None:
        """Read who works here; the frame calls it when the records change."""
        if self._shell.member is None:
            self._shell.ask(None, self._shell.desk.members(), self._show_members, lambda: None)

    @Property(Rows, constant=True)
    def tiles(self) -> Rows:
        """Whom the search leaves."""
        return self._tiles

    @Property(bool, notify=membersChanged)
    def known(self) -> bool:
        """Whether it is known who works here; until then nothing is offered."""
        return self._known

    @Property(bool, notify=membersChanged)
    def nobody(self) -> bool:
        """Whether the search leaves nobody."""
        return self._known and not self._tiles.rows

    @Property(str, notify=membersChanged)
    def query(self) -> str:
        """What of a name was typed."""
        return self._query

    @Property(bool, notify=chosenChanged)
    def chosen(self) -> bool:
        """Whether it was said who they are."""
        return self._chosen is not None

    @Property(str, notify=chosenChanged)
    def chosenName(self) -> str:
        """Who they said they are."""
        return "" if self._chosen is None else self._chosen.name

    @Property(int, notify=pinChanged)
    def digits(self) -> int:
        """How many digits were typed."""
        return len(self._pin)

    @Property(str, notify=problemChanged)
    def problem(self) -> str:
        """Why they are not signed in, one of `Why`, or `fault`; empty where nothing is wrong."""
        return self._problem

    @Property(int, notify=problemChanged)
    def waitSeconds(self) -> int:
        """How long until the next try counts."""
        return self._wait_s

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        """Whether a PIN is being tried."""
        return self._busy

    @Slot(str)
    def search(self, typed: str) -> None:
        """Leave those whose name has a word that begins so."""
        self._query = typed[:MOST_LETTERS]
        self._show_tiles()

    @Slot()
    def chooseFirst(self) -> None:
        """The only one, or the first, whom the search leaves."""
        if self._query and self._tiles.rows:
            self.choose(self._tiles.rows[0].key)

    @Slot(int)
    def choose(self, user_id: int) -> None:
        """Say who they are."""
        self._chosen = next((one for one in self._members if one.user_id == user_id), None)
        self._set_pin("")
        self._set_problem("")
        self.chosenChanged.emit()

    @Slot()
    def back(self) -> None:
        """Somebody else."""
        self._chosen = None
        self._set_pin("")
        self._set_problem("")
        self._query = ""
        self._show_tiles()
        self.chosenChanged.emit()

    @Slot(str)
    def press(self, digit: str) -> None:
        """One digit more."""
        if not self._busy and not self._wait_s and digit.isascii() and digit.isdigit() and len(self._pin) < MOST_DIGITS:
            self._set_problem("")
            self._set_pin(self._pin + digit)

    @Slot()
    def erase(self) -> None:
        """Take the last digit away."""
        if not self._busy:
            self._set_pin(self._pin[:-1])

    @Slot()
    def submit(self) -> None:
        """Try the PIN."""
        if self._busy or self._chosen is None or not self._pin or self._wait_s:
            return
        self._set_busy(True)
        pin, chosen = self._pin, self._chosen
        self._set_pin("")
        self._shell.ask(None, self._shell.desk.sign_in(chosen.user_id, pin), self._answered, self._failed)

    def _answered(self, answer: SignInAnswer) -> None:
        self._set_busy(False)
        if isinstance(answer, NotSignedIn):
            self._set_problem(answer.why.value, answer.wait_s)
            return
        if self._chosen is not None and self._chosen.user_id == answer.user_id:
            self.back()
            self._shell.enter(answer)

    def _failed(self) -> None:
        self._set_busy(False)
        self._set_problem("fault")

    def _show_members(self, members: tuple[Member, ...]) -> None:
        self._members, self._known = tuple(one for one in members if self._shell.serves(one.role)), True
        self._show_tiles()

    def _show_tiles(self) -> None:
        asked = self._query.casefold().split()
        left = [one for one in self._members if all(_has_word(one.name, word) for word in asked)]
        self._tiles.show([NameTile(one.user_id, one.name, one.role.value) for one in left])
        self.membersChanged.emit()

    def _set_pin(self, pin: str) -> None:
        self._pin = pin
        self.pinChanged.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busyChanged.emit()

    def _set_problem(self, problem: str, wait_s: int = 0) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        self._problem, self._wait_s = problem, wait_s
        if problem == Why.WAIT.value and wait_s > 0:
            self._waiting = self._shell.time.after(1, lambda: self._count_down(wait_s - 1))
        self.problemChanged.emit()

    def _count_down(self, wait_s: int) -> None:
        self._set_problem(Why.WAIT.value if wait_s else "", wait_s)


def _has_word(name: str, beginning: str) -> bool:
    return any(word.startswith(beginning) for word in name.casefold().split())
