"""Finding anybody as one types, seeing what is known of them, and bringing them into the queue, by keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.people_desk import (
    AlikeKnown,
    ChangeAnswer,
    ChangedMeanwhile,
    DoctorChoice,
    JoinAnswer,
    Paper,
    PeopleDesk,
    PersonFile,
    PersonLine,
    Refusal,
    Saved,
    Waits,
)
from kiosk.screens.reception.person_consent import PersonConsent
from kiosk.screens.reception.person_form import PersonForm
from kiosk.screens.reception.typed import one_line
from kiosk.screens.rows import Rows
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time, short_day
from server_sync.clinic.roles import DESK

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell
    from kiosk.screens.timing import Timer

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST_SEARCH = 120
TOAST_S = 8


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody in the list. The key is their id in text: a device's ids are longer than QML's whole numbers."""

    key: str
    person: str
    born: str
    phone: str
    number: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class PastRow:
    """A line of somebody's past."""

    key: int
    kind: str
    at: str
    standing: str
    who: str
    appointment: str
    """Its uid, where the line is of an appointment."""
    has_slip: bool
    has_receipt: bool


@dataclass(frozen=True, slots=True)
class DoctorTile:
    """A doctor to wait for; key 0 is whoever is free."""

    key: int
    doctor: str


@QmlElement
class PeopleScreen(StaffSection):
    """The search, its list, and beside it one person or a form."""

    kind = "people"
    page_file = "reception/people/People.qml"
    roles = DESK
    queryChanged = Signal()
    personChanged = Signal()
    besideChanged = Signal()
    toastChanged = Signal()

    @QEnum
    class Beside(IntEnum):
        """What stands beside the list."""

        NOTHING = 0
        PERSON = 1
        FORM = 2
        ALIKE = 3

    def __init__(self, shell: StaffShell, desk: PeopleDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._query = ""
        self._answered = ""
        self._failed = False
        self._found: tuple[PersonLine, ...] = ()
        self.people_found = Rows(PersonRow)
        self._alike = Rows(PersonRow)
        self._past = Rows(PastRow)
        self._doctors = Rows(DoctorTile)
        self.person_form = PersonForm()
        self._consent = PersonConsent()
        self.personChanged.connect(self._show_consent)
        self._person: PersonFile | None = None
        self._beside = self.Beside.NOTHING
        self._changed_meanwhile = False
        self._busy = False
        self._toast = ("", "", "")
        self._toast_timer: Timer | None = None
        self.wordsChanged.connect(self._say_anew)

    # The section's life.

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self.shell.ask(self, self._desk.doctors(), self._show_doctors)
        self._look()

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._query = self._answered = ""
        self._found = ()
        self._failed = self._busy = False
        self.people_found.show([])
        self._alike.show([])
        self._past.show([])
        self.person_form.begin()
        self._person = None
        self._say("")
        self._show_beside(self.Beside.NOTHING)
        self.queryChanged.emit()
        self.personChanged.emit()

    @property
    def is_answered(self) -> bool:
        """Whether the list is of all that was typed so far."""
        return self._answered == self._query

    # What the page reads.

    @Property(str, notify=queryChanged)
    def query(self) -> str:
        """What was typed."""
        return self._query

    @Property(Rows, constant=True)
    def found(self) -> Rows:
        """Who has all of it."""
        return self.people_found

    @Property(bool, notify=queryChanged)
    def nobody(self) -> bool:
        """Whether somebody was looked for, and nobody found."""
        return bool(self._query.strip()) and self._answered == self._query and not self._found and not self._failed

    @Property(bool, notify=queryChanged)
    def empty(self) -> bool:
        """Whether the list has nobody to show."""
        return not self._found or self._failed

    @Property(bool, notify=queryChanged)
    def failed(self) -> bool:
        """Whether the records could not be asked."""
        return self._failed

    @Property(int, notify=besideChanged)
    def beside(self) -> int:
        """What stands beside the list, a `Beside`."""
        return int(self._beside)

    @Property(bool, notify=besideChanged)
    def changedMeanwhile(self) -> bool:
        """Whether somebody else changed the record while the form was open; it shows what stands now."""
        return self._changed_meanwhile

    @Property(bool, notify=besideChanged)
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._busy

    @Property(PersonForm, constant=True)
    def form(self) -> PersonForm:
        """What is typed of somebody."""
        return self.person_form

    @Property(PersonConsent, constant=True)
    def consent(self) -> PersonConsent:
        """What who is chosen said to the clinic's consent."""
        return self._consent

    @Property(Rows, constant=True)
    def alike(self) -> Rows:
        """Who may be the same person."""
        return self._alike

    @Property(Rows, constant=True)
    def past(self) -> Rows:
        """What happened with them, newest first."""
        return self._past

    @Property(Rows, constant=True)
    def doctors(self) -> Rows:
        """For whom somebody may wait; first whoever is free."""
        return self._doctors

    @Property(str, notify=personChanged)
    def chosen(self) -> str:
        """Who is chosen; empty for nobody."""
        return "" if self._person is None else str(self._person.id)

    @Property(str, notify=personChanged)
    def name(self) -> str:
        """Of who is chosen."""
        return "" if self._person is None else self._person.name

    @Property(str, notify=personChanged)
    def born(self) -> str:
        """Their birth date and age."""
        if self._person is None or self._person.details.born is None:
            return ""
        born, today = self._person.details.born, self.shell.now().date()
        age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return f"{self._day(born)} ({age})"

    @Property(str, notify=personChanged)
    def phone(self) -> str:
        """Their phone number."""
        return "" if self._person is None else self._person.details.phone

    @Property(str, notify=personChanged)
    def email(self) -> str:
        """Their e-mail address."""
        return "" if self._person is None else self._person.details.email

    @Property(str, notify=personChanged)
    def address(self) -> str:
        """Where they live."""
        return "" if self._person is None else self._person.details.address

    @Property(str, notify=personChanged)
    def number(self) -> str:
        """Their patient number."""
        return "" if self._person is None else self._person.number

    @Property(bool, notify=personChanged)
    def isVerified(self) -> bool:
        """Whether staff have seen who they are."""
        return self._person is not None and self._person.is_verified

    @Property(str, notify=toastChanged)
    def toast(self) -> str:
        """What was just done: `waits`, `waited`, `saved`, `printed`, or a `Refusal`; empty for nothing."""
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
        """Look for whoever has all of this."""
        self._query = one_line(typed, LONGEST_SEARCH)
        self.queryChanged.emit()
        self._look()

    @Slot(str)
    def choose(self, person_id: str) -> None:
        """Show what is known of somebody."""
        self.shell.ask(self, self._desk.person(int(person_id)), self._show_person)

    @Slot()
    def chooseFirst(self) -> None:
        """The first of the list; where there is nobody, the form for somebody new."""
        if self._found and self._answered == self._query:
            self.choose(str(self._found[0].id))
        elif self.nobody:
            self.startNew()

    @Slot()
    def startNew(self) -> None:
        """The form for somebody who is not known, with the name as it was searched for."""
        searched = self._query if not any(sign.isdigit() for sign in self._query) else ""
        self._person = None
        self.person_form.begin(name=searched)
        self.personChanged.emit()
        self._show_beside(self.Beside.FORM)

    @Slot()
    def startChange(self) -> None:
        """The form with what is known of who is chosen."""
        if self._person is not None:
            self.person_form.begin(self._person)
            self._show_beside(self.Beside.FORM)

    @Slot()
    def back(self) -> None:
        """Leave the form, or the person."""
        stays = self._beside in (self.Beside.FORM, self.Beside.ALIKE) and self._person is not None
        if not stays:
            self._person = None
            self.personChanged.emit()
        self._show_beside(self.Beside.PERSON if stays else self.Beside.NOTHING)

    @Slot(int)
    def join(self, doctor_id: int) -> None:
        """Give who is chosen a place; 0 for whoever is free."""
        if self._person is None or self._busy:
            return
        self.person_form.chooseDoctor(doctor_id)
        self._write(self._desk.join(self._person.id, self.person_form.walk_in(self.shell.interpreter.language.code)))

    @Slot()
    def submit(self) -> None:
        """Keep the form: somebody new joins the queue, somebody known is changed."""
        if self._busy or not self.person_form.check(self.shell.now().date()):
            return
        if self.person_form.person is None:
            self._register(is_new=False)
            return
        self._set_busy(True)
        person = self.person_form.person
        request = self._desk.change(person.id, person.version, self.person_form.details())
        self.shell.ask(self, request, self._was_changed, self._could_not)

    @Slot()
    def agree(self) -> None:
        """Who is chosen agrees to the clinic's consent, on their word."""
        if self._person is not None and self._consent.mayAgree and not self._busy:
            self._set_busy(True)
            request = self._desk.agree(self._person.id, self.shell.interpreter.language.code)
            self.shell.ask(self, request, self._was_changed, self._could_not)

    @Slot()
    def isSomebodyElse(self) -> None:
        """None of those who are alike is this person."""
        if not self._busy:
            self._register(is_new=True)

    @Slot(str)
    def isThisOne(self, person_id: str) -> None:
        """One of those who are alike is this person: they join the queue."""
        if not self._busy:
            self._write(self._desk.join(int(person_id), self.person_form.walk_in(self.shell.interpreter.language.code)))

    @Slot(str, str)
    def printAgain(self, paper: str, appointment_uid: str) -> None:
        """Print an appointment's slip or receipt (`Paper`), marked as a reprint."""
        if not self._busy:
            self._set_busy(True)
            language = self.shell.interpreter.language.code
            request = self._desk.print_again(Paper(paper), UUID(appointment_uid), language)
            self.shell.ask(self, request, self._printed, self._could_not)

    @Slot()
    def dismiss(self) -> None:
        """They have read it."""
        self._say("")

    # What the desk answers.

    def _look(self) -> None:
        query = self._query
        if not query.strip():
            self._found, self._answered, self._failed = (), query, False
            self.people_found.show([])
            self.queryChanged.emit()
            return

        def answered(found: tuple[PersonLine, ...]) -> None:
            if query == self._query:
                self._found, self._answered, self._failed = found, query, False
                self.people_found.fill([self._row(one) for one in found])
                self.queryChanged.emit()

        def failed() -> None:
            self._failed = True
            self.queryChanged.emit()

        self.shell.ask(self, self._desk.search(query), answered, failed)

    def _register(self, *, is_new: bool) -> None:
        walk_in = self.person_form.walk_in(self.shell.interpreter.language.code)
        self._write(self._desk.register(self.person_form.details(), walk_in, is_new=is_new))

    def _write(self, request: object) -> None:
        self._set_busy(True)
        self.shell.ask(self, request, self._joined, self._could_not)  # type: ignore[arg-type]  # a coroutine of the desk

    def _joined(self, answer: JoinAnswer) -> None:
        self._set_busy(False)
        if isinstance(answer, AlikeKnown):
            self._alike.show([self._row(one) for one in answer.people])
            self._show_beside(self.Beside.ALIKE)
        elif isinstance(answer, Waits):
            name = self._name_of(answer.person_id)
            self._person = None
            self._query = ""
            self.personChanged.emit()
            self._show_beside(self.Beside.NOTHING)
            self._say("waits" if answer.is_new else "waited", answer.number, name)
            self.search("")
        else:
            self._say(answer.value)

    def _name_of(self, person_id: int) -> str:
        if self._person is not None and self._person.id == person_id:
            return self._person.name
        alike = next((row.person for row in self._alike.rows if row.key == str(person_id)), "")
        typed = self.person_form.details()
        return alike or " ".join(part for part in (typed.first_name, typed.last_name) if part)

    def _was_changed(self, answer: ChangeAnswer) -> None:
        self._set_busy(False)
        if isinstance(answer, Refusal):
            self._say(answer.value)
            return
        self._person = answer.person
        self.personChanged.emit()
        if isinstance(answer, ChangedMeanwhile):
            self.person_form.begin(answer.person)
            self._show_beside(self.Beside.FORM, changed_meanwhile=True)
        elif isinstance(answer, Saved):
            self._show_person(answer.person)
            self._say("saved", "", answer.person.name)
            self._look()

    def _printed(self, refusal: Refusal | None) -> None:
        self._set_busy(False)
        self._say("printed" if refusal is None else refusal.value)

    def _could_not(self) -> None:
        self._set_busy(False)
        self.shell.show_fault()

    def _show_person(self, person: PersonFile | None) -> None:
        self._person = person
        if person is None:
            self._say(Refusal.GONE.value)
        self._show_past()
        self.person_form.begin(person)
        self.personChanged.emit()
        self._show_beside(self.Beside.NOTHING if person is None else self.Beside.PERSON)

    def _show_past(self) -> None:
        past = () if self._person is None else self._person.past
        self._past.show(
            [
                PastRow(
                    place,
                    one.kind.value,
                    f"{self._day(one.at.date())}, {clock_time(one.at)}",
                    one.state,
                    one.who,
                    "" if one.appointment_uid is None else str(one.appointment_uid),
                    Paper.SLIP in one.papers,
                    Paper.RECEIPT in one.papers,
                )
                for place, one in enumerate(past)
            ]
        )

    @Slot()
    def _show_consent(self) -> None:
        line = None if self._person is None else self._person.consent
        self._consent.show(line, self.shell.interpreter.locale)

    def _show_doctors(self, doctors: tuple[DoctorChoice, ...]) -> None:
        self._doctors.show([DoctorTile(0, ""), *(DoctorTile(one.id, one.name) for one in doctors)])

    def _show_beside(self, beside: Beside, *, changed_meanwhile: bool = False) -> None:
        self._beside, self._changed_meanwhile = beside, changed_meanwhile
        self.besideChanged.emit()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.besideChanged.emit()

    def _say(self, what: str, number: str = "", name: str = "") -> None:
        if self._toast_timer is not None:
            self._toast_timer.stop()
            self._toast_timer = None
        self._toast = (what, number, name)
        if what:
            self._toast_timer = self.shell.time.after(TOAST_S, lambda: self._say(""))
        self.toastChanged.emit()

    @Slot()
    def _say_anew(self) -> None:
        self.people_found.show([self._row(one) for one in self._found])
        self._show_past()
        self.personChanged.emit()

    def _row(self, one: PersonLine) -> PersonRow:
        born = "" if one.born is None else self._day(one.born)
        return PersonRow(str(one.id), one.name or one.number, born, one.phone, one.number, one.is_verified)

    def _day(self, day: date) -> str:
        return short_day(day, self.shell.interpreter.locale)
