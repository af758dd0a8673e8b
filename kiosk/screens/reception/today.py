"""Today's appointments: who is expected, who is here, and who did not come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.people_desk import JoinAnswer, Paper, PeopleDesk, Refusal, TodayLine, Waits
from kiosk.screens.reception.typed import one_line
from kiosk.screens.rows import Rows
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time
from server_sync.clinic.roles import DESK

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell
    from kiosk.screens.timing import Timer

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

EXPECTED = frozenset({"scheduled", "confirmed"})
TOAST_S = 8
NOT_LONG_PAST = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class TodayRow:
    """An appointment in the list. The key is its id in text: a device's ids are longer than QML's whole numbers."""

    key: str
    at: str
    person: str
    doctor: str
    standing: str
    number: str
    is_provisional: bool


@QmlElement
class TodayScreen(StaffSection):
    """The list, whoever is chosen in it, and what can be done with them."""

    kind = "today"
    page_file = "reception/today/Today.qml"
    roles = DESK
    listChanged = Signal()
    chosenChanged = Signal()
    toastChanged = Signal()

    def __init__(self, shell: StaffShell, desk: PeopleDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._day: tuple[TodayLine, ...] = ()
        self._known = False
        self._failed = False
        self._query = ""
        self._chosen = ""
        self._asking = False
        self._busy = False
        self._list = Rows(TodayRow)
        self._toast = ("", "", "")
        self._toast_timer: Timer | None = None

    # The section's life.

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self.refresh()

    def refresh(self) -> None:
        """See `StaffSection.refresh`."""
        self.shell.ask(self, self._desk.today(), self._show, self._could_not_read)

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._day, self._known, self._failed, self._query = (), False, False, ""
        self._busy = False
        self._say("")
        self._choose("")
        self._show_list()

    # What the page reads.

    @Property(Rows, constant=True)
    def list(self) -> Rows:
        """Today's appointments, by time, as far as the search leaves them."""
        return self._list

    @Property(str, notify=listChanged)
    def query(self) -> str:
        """What of a name was typed."""
        return self._query

    @Property(bool, notify=listChanged)
    def empty(self) -> bool:
        """Whether there is nothing to show, and that is known."""
        return self._known and not self._list.rows

    @Property(bool, notify=listChanged)
    def failed(self) -> bool:
        """Whether the records could not be asked."""
        return self._failed

    @Property(int, notify=listChanged)
    def expected(self) -> int:
        """How many are still to come."""
        return sum(1 for one in self._day if one.status in EXPECTED and not one.number)

    @Property(int, notify=listChanged)
    def nowPlace(self) -> int:
        """The place in the list of the first whose time is not long past; -1 where there is none."""
        since = clock_time(self.shell.now() - NOT_LONG_PAST)
        return next((place for place, row in enumerate(self._list.rows) if row.at >= since), -1)

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        """Which appointment is chosen; empty for none."""
        return self._chosen

    @Property(str, notify=chosenChanged)
    def name(self) -> str:
        """Whose it is."""
        return "" if (one := self._one()) is None else one.name

    @Property(str, notify=chosenChanged)
    def at(self) -> str:
        """When it is."""
        return "" if (one := self._one()) is None else clock_time(one.at)

    @Property(str, notify=chosenChanged)
    def doctor(self) -> str:
        """With whom."""
        return "" if (one := self._one()) is None else one.doctor

    @Property(str, notify=chosenChanged)
    def standing(self) -> str:
        """What became of it."""
        return "" if (one := self._one()) is None else one.status

    @Property(str, notify=chosenChanged)
    def number(self) -> str:
        """Their place, once they are here."""
        return "" if (one := self._one()) is None else one.number

    @Property(bool, notify=chosenChanged)
    def isExpected(self) -> bool:
        """Whether they may still check in, or be called off."""
        one = self._one()
        return one is not None and one.status in EXPECTED and not one.number and not self._busy

    @Property(bool, notify=chosenChanged)
    def hasSlip(self) -> bool:
        """Whether there is a slip of it that can be printed again."""
        return Paper.SLIP in self._papers()

    @Property(bool, notify=chosenChanged)
    def hasReceipt(self) -> bool:
        """Whether there is a receipt that can be printed again."""
        return Paper.RECEIPT in self._papers()

    @Property(bool, notify=chosenChanged)
    def asking(self) -> bool:
        """Whether it is asked if the appointment is really to be called off."""
        return self._asking

    @Property(str, notify=toastChanged)
    def toast(self) -> str:
        """What was done: `waits`, `waited`, `no_show`, `cancelled`, `printed`, or a `Refusal`; empty for nothing."""
        return self._toast[0]

    @Property(str, notify=toastChanged)
    def toastNumber(self) -> str:
        """The number that it is about."""
        return self._toast[1]

    @Property(str, notify=toastChanged)
    def toastName(self) -> str:
        """Whom it is about."""
        return self._toast[2]

    # What the page does.

    @Slot(str)
    def search(self, typed: str) -> None:
        """Leave those whose name has all of it."""
        self._query = one_line(typed, 60)
        self._show_list()

    @Slot(str)
    def choose(self, appointment_id: str) -> None:
        """Show one beside the list."""
        self._choose(appointment_id)

    @Slot()
    def chooseFirst(self) -> None:
        """The first that is still to come, of those who are left."""
        rows = self._list.rows
        if rows:
            waiting = [row for row in rows if row.standing in EXPECTED and not row.number]
            self._choose((waiting or rows)[0].key)

    @Slot()
    def checkIn(self) -> None:
        """They are here."""
        one = self._one()
        if one is not None and not self._busy:
            self._set_busy(True)
            request = self._desk.check_in(one.uid, self.shell.interpreter.language.code)
            self.shell.ask(self, request, lambda answer: self._arrived(one, answer), self._could_not)

    @Slot()
    def didNotCome(self) -> None:
        """They did not come."""
        one = self._one()
        if one is not None and not self._busy:
            self._set_busy(True)
            request = self._desk.mark_no_show(one.id)
            self.shell.ask(self, request, lambda no: self._stepped(one, no, "no_show"), self._could_not)

    @Slot()
    def askToCancel(self) -> None:
        """Ask whether it is really to be called off."""
        self._asking = self._one() is not None
        self.chosenChanged.emit()

    @Slot()
    def keep(self) -> None:
        """It is not to be called off."""
        self._asking = False
        self.chosenChanged.emit()

    @Slot()
    def cancel(self) -> None:
        """It is called off."""
        one = self._one()
        self.keep()
        if one is not None and not self._busy:
            self._set_busy(True)
            request = self._desk.cancel(one.id)
            self.shell.ask(self, request, lambda no: self._stepped(one, no, "cancelled"), self._could_not)

    @Slot(str)
    def printAgain(self, paper: str) -> None:
        """Print its slip or its receipt (`Paper`), marked as a reprint."""
        one = self._one()
        if one is not None and Paper(paper) in self._papers():
            request = self._desk.print_again(Paper(paper), one.uid, self.shell.interpreter.language.code)
            self._set_busy(True)
            self.shell.ask(self, request, lambda no: self._stepped(one, no, "printed"), self._could_not)

    @Slot()
    def dismiss(self) -> None:
        """They have read it."""
        self._say("")

    # What the desk answers.

    def _show(self, day: tuple[TodayLine, ...]) -> None:
        self._day, self._known, self._failed = day, True, False
        self._show_list()
        self.chosenChanged.emit()

    def _show_list(self) -> None:
        words = self._query.casefold().split()
        left = [one for one in self._day if all(word in one.name.casefold() for word in words)]
        self._list.show(
            [
                TodayRow(
                    str(one.id), clock_time(one.at), one.name, one.doctor, one.status, one.number, one.is_provisional
                )
                for one in left
            ]
        )
        self.listChanged.emit()

    def _arrived(self, one: TodayLine, answer: JoinAnswer) -> None:
        self._set_busy(False)
        if isinstance(answer, Waits):
            self._say("waits" if answer.is_new else "waited", answer.number, one.name)
        elif isinstance(answer, Refusal):
            self._say(answer.value, "", one.name)
        self.refresh()

    def _stepped(self, one: TodayLine, refusal: Refusal | None, done: str) -> None:
        self._set_busy(False)
        self._say(done if refusal is None else refusal.value, "", one.name)
        self.refresh()

    def _could_not(self) -> None:
        self._set_busy(False)
        self.shell.show_fault()

    def _could_not_read(self) -> None:
        self._failed = True
        self.listChanged.emit()

    def _one(self) -> TodayLine | None:
        return next((one for one in self._day if str(one.id) == self._chosen), None)

    def _papers(self) -> frozenset[Paper]:
        one = self._one()
        return frozenset() if one is None or self._busy else one.papers

    def _choose(self, appointment_id: str) -> None:
        self._chosen, self._asking = appointment_id, False
        self.chosenChanged.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.chosenChanged.emit()

    def _say(self, what: str, number: str = "", name: str = "") -> None:
        if self._toast_timer is not None:
            self._toast_timer.stop()
        self._toast_timer = self.shell.time.after(TOAST_S, lambda: self._say("")) if what else None
        self._toast = (what, number, name)
        self.toastChanged.emit()
