"""The section in which people who work here are added, changed and let in no more."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import Changed, Colleague, ColleagueDetails, ColleaguesDesk, Invited, Refused
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

NEW = -1
NOBODY = 0
LONGEST = 120
MOST_DIGITS = 12
NO_DETAILS = ColleagueDetails("", "receptionist")


@dataclass(frozen=True, slots=True)
class ColleagueLine:
    """Somebody as the list shows them."""

    key: int
    who: str
    works_as: str
    place: str
    is_active: bool


@QmlElement
class ColleaguesSection(AdminSection):
    """Who works here. What is changed needs the server, which says so where it is away."""

    kind = "staff"
    page_file = "admin/staff/Staff.qml"

    listChanged = Signal()
    editChanged = Signal()
    invitedChanged = Signal()

    def __init__(self, shell: StaffShell, desk: ColleaguesDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._colleagues: tuple[Colleague, ...] = ()
        self._lines = Rows(ColleagueLine)
        self._chosen = NOBODY
        self._details = NO_DETAILS
        self._invited: Invited | None = None
        self._login = ""
        self._pin = ""
        self._busy = False
        self._asking = False

    def shown(self) -> None:
        """Read who works here."""
        self.shell.ask(self, self._desk.colleagues(), self._show)

    def forget(self) -> None:
        """Close what was open, and with it a code that was shown."""
        super().forget()
        self.close()

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """Everybody, those who left at the end."""
        return self._lines

    @Property(int, notify=editChanged)
    def chosen(self) -> int:
        """Who is being changed: their id, 0 for nobody, -1 for somebody new."""
        return self._chosen

    @Property(bool, notify=editChanged)
    def isActive(self) -> bool:
        """Whether they are let in."""
        return any(one.id == self._chosen and one.is_active for one in self._colleagues)

    @Property(str, notify=editChanged)
    def name(self) -> str:
        """What they are called."""
        return self._details.name

    @Property(str, notify=editChanged)
    def role(self) -> str:
        """As what they work here."""
        return self._details.role

    @Property(str, notify=editChanged)
    def room(self) -> str:
        """Where they see people."""
        return self._details.room

    @Property(str, notify=editChanged)
    def specialty(self) -> str:
        """What they are a doctor of."""
        return self._details.specialty

    @Property(str, notify=editChanged)
    def email(self) -> str:
        """Their address, by which they sign in where nothing else was said."""
        return self._details.email

    @Property(bool, notify=editChanged)
    def busy(self) -> bool:
        """Whether the server is being asked."""
        return self._busy

    @Property(bool, notify=editChanged)
    def asking(self) -> bool:
        """Whether they are to be asked whether they mean it."""
        return self._asking

    @Property(bool, notify=editChanged)
    def complete(self) -> bool:
        """Whether it can be kept."""
        return bool(self._details.name.strip()) and not self._busy

    @Property(str, notify=invitedChanged)
    def code(self) -> str:
        """With which they choose a password, shown once; empty where there is none."""
        return "" if self._invited is None else self._invited.code

    @Property(str, notify=invitedChanged)
    def codeLogin(self) -> str:
        """What they type to sign in."""
        return "" if self._invited is None else self._invited.login

    @Slot(int)
    def choose(self, colleague_id: int) -> None:
        """Look at somebody."""
        one = next((colleague for colleague in self._colleagues if colleague.id == colleague_id), None)
        if one is not None:
            self._open(one.id, ColleagueDetails(one.name, one.role, one.room, one.specialty, one.email))

    @Slot()
    def addNew(self) -> None:
        """Somebody new."""
        self._open(NEW, NO_DETAILS)

    @Slot()
    def close(self) -> None:
        """Nobody any more."""
        self._open(NOBODY, NO_DETAILS)

    @Slot(str)
    def typeName(self, typed: str) -> None:
        """What they are called."""
        self._type(replace(self._details, name=typed[:LONGEST]))

    @Slot(str)
    def chooseRole(self, role: str) -> None:
        """As what they work here."""
        self._type(replace(self._details, role=role))

    @Slot(str)
    def typeRoom(self, typed: str) -> None:
        """Where they see people."""
        self._type(replace(self._details, room=typed[:LONGEST]))

    @Slot(str)
    def typeSpecialty(self, typed: str) -> None:
        """What they are a doctor of."""
        self._type(replace(self._details, specialty=typed[:LONGEST]))

    @Slot(str)
    def typeEmail(self, typed: str) -> None:
        """Their address."""
        self._type(replace(self._details, email=typed[:LONGEST]))

    @Slot()
    def save(self) -> None:
        """Keep it, at the server."""
        if not self._details.name.strip() or self._busy or self._chosen == NOBODY:
            return
        details = replace(self._details, name=self._details.name.strip())
        asked = self._desk.add(details) if self._chosen == NEW else self._desk.change(self._chosen, details)
        self._ask(asked, self._saved)

    @Slot()
    def askToDeactivate(self) -> None:
        """Ask first."""
        self._asking = True
        self.editChanged.emit()

    @Slot()
    def keep(self) -> None:
        """They did not mean it."""
        self._asking = False
        self.editChanged.emit()

    @Slot()
    def deactivate(self) -> None:
        """Let them in no more."""
        self._asking = False
        self._ask(self._desk.deactivate(self._chosen), self._saved)

    @Property(str, notify=editChanged)
    def pin(self) -> str:
        """The PIN that is being typed for them."""
        return self._pin

    @Slot(str)
    def typePin(self, typed: str) -> None:
        """Digits of any script, and nothing else."""
        self._pin = "".join(str(unicodedata.digit(sign)) for sign in typed if sign.isdecimal())[:MOST_DIGITS]
        self.editChanged.emit()

    @Slot()
    def givePin(self) -> None:
        """Let them sign in at desks by it."""

        def given(_changed: Changed) -> None:
            self._pin = ""
            self.editChanged.emit()
            self.say(told="pin_given")

        if self._pin and self._chosen > NOBODY and not self._busy:
            self._ask(self._desk.give_pin(self._chosen, self._pin), given)

    @Slot()
    def invite(self) -> None:
        """Let them choose how they sign in, under their e-mail address."""
        if self._details.email.strip() and self._chosen > NOBODY:
            self._ask(self._desk.invite(self._chosen, self._details.email.strip()), self._show_code)

    def _ask(self, asked: Coroutine[Any, Any, Any], then: Callable[[Any], None]) -> None:
        self._busy = True
        self.say()
        self.editChanged.emit()

        def answered(answer: object) -> None:
            self._busy = False
            self.editChanged.emit()
            if isinstance(answer, Refused):
                self.say(problem=answer.code)
            else:
                then(answer)

        def broke() -> None:
            answered(Refused("needs_server"))

        self.shell.ask(self, asked, answered, broke)

    def _saved(self, colleague: Colleague) -> None:
        others = tuple(one for one in self._colleagues if one.id != colleague.id)
        self._show(tuple(sorted((*others, colleague), key=lambda one: one.name)))
        self.choose(colleague.id)
        self.say(told="saved")

    def _show_code(self, invited: Invited) -> None:
        self._invited = invited
        self.invitedChanged.emit()

    def _show(self, colleagues: tuple[Colleague, ...]) -> None:
        self._colleagues = colleagues
        here = sorted(colleagues, key=lambda one: not one.is_active)
        self._lines.show(
            [
                ColleagueLine(
                    one.id, one.name, one.role, " · ".join(filter(None, (one.specialty, one.room))), one.is_active
                )
                for one in here
            ]
        )
        self.listChanged.emit()
        self.editChanged.emit()

    def _open(self, chosen: int, details: ColleagueDetails) -> None:
        self._chosen, self._details, self._invited, self._asking, self._busy = chosen, details, None, False, False
        self._pin = ""
        self.say()
        self.editChanged.emit()
        self.invitedChanged.emit()

    def _type(self, details: ColleagueDetails) -> None:
        self._details = details
        self.editChanged.emit()


def _place(colleague: Colleague) -> str:
    return " · ".join(filter(None, (colleague.specialty, colleague.room)))
