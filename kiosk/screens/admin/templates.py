"""The section in which an admin lays a session's template over a doctor's days: typed, looked at, then applied."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Property, QLocale, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.templates_desk import NotPlanned, PlannedPlace, Proposal, SessionAsked, TemplatesDesk
from kiosk.screens.admin.templates_form import TemplateForm, judged
from kiosk.screens.admin.templates_plan import PlanSection
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

LONGEST = 10
_A_WEEK = 7
_WORKING_WEEK = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class DoctorChoice:
    """Somebody whose days can be planned, by their id as text."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class TemplateField:
    """What was typed into a field, what is wrong with it, and what the clinic's past proposes in its place."""

    key: str
    typed: str
    wrong: str
    proposed: str


@dataclass(frozen=True, slots=True)
class WeekdayChoice:
    """A day of the week: 0 Monday to 6 Sunday."""

    key: int
    short_name: str
    full_name: str
    is_chosen: bool


@QmlElement
class TemplatesSection(PlanSection):
    """A plan is asked of the server and made there; what was typed stays until another is typed."""

    kind = "templates"
    page_file = "admin/templates/Templates.qml"

    formChanged = Signal()

    def __init__(self, shell: StaffShell, desk: TemplatesDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._place = PlannedPlace("", ())
        self._doctors, self._fields, self._weekdays = Rows(DoctorChoice), Rows(TemplateField), Rows(WeekdayChoice)
        self._form = TemplateForm()
        self._wrong: Mapping[str, str] = {}
        self._pressed = False
        self._asked: SessionAsked | None = None
        self.wordsChanged.connect(self._words)

    def shown(self) -> None:
        """Read whom one may plan for; at first the coming week is proposed."""
        if not self._form.first:
            today = self.shell.now().date()
            monday = today + timedelta(days=_A_WEEK - today.weekday())
            self._form = replace(self._form, first=monday.isoformat(), last=(monday + _WORKING_WEEK).isoformat())
        self._words()
        self.shell.ask(self, self._desk.place(), self._show_place)

    def forget(self) -> None:
        """The plan is gone. What was typed is of no patient, and stays for whoever has to sign in again."""
        super().forget()
        self._pressed, self._busy = False, False
        self._drop_plan()

    @Property(str, notify=formChanged)
    def place(self) -> str:
        """Where the sessions are."""
        return self._place.name

    @Property(Rows, constant=True)
    def doctors(self) -> Rows:
        """Whom one may plan for."""
        return self._doctors

    @Property(str, notify=formChanged)
    def doctor(self) -> str:
        """Whose days, by id; empty: nobody chosen yet."""
        return str(self._form.doctor_id) if self._form.doctor_id else ""

    @Property(str, notify=formChanged)
    def doctorName(self) -> str:
        """Whose days."""
        return next((one.name for one in self._place.doctors if one.id == self._form.doctor_id), "")

    @Property(bool, notify=formChanged)
    def doctorMissing(self) -> bool:
        """Whether somebody has to be chosen first."""
        return "doctor" in self._wrong

    @Property(bool, notify=formChanged)
    def nobodyHere(self) -> bool:
        """Whether no doctor works at this place."""
        return self._place.name != "" and not self._place.doctors

    @Property(Rows, constant=True)
    def fields(self) -> Rows:
        """Days, hours, the mean visit and the share of no-shows, as typed."""
        return self._fields

    @Property(Rows, constant=True)
    def weekdays(self) -> Rows:
        """The seven, from the one with which the language begins a week."""
        return self._weekdays

    @Property(bool, notify=formChanged)
    def weekdayMissing(self) -> bool:
        """Whether none is chosen."""
        return "weekdays" in self._wrong

    @Property(bool, notify=formChanged)
    def replaces(self) -> bool:
        """Whether hours that lie within the session give way."""
        return self._form.replaces

    @Slot(str)
    def chooseDoctor(self, key: str) -> None:
        """Whose days."""
        self._take(replace(self._form, doctor_id=int(key)))

    @Slot(str, str)
    def type(self, key: str, typed: str) -> None:
        """One of the fields."""
        self._take(self._form.with_typed(key, typed.strip()[:LONGEST]))

    @Slot(int)
    def toggleWeekday(self, weekday: int) -> None:
        """On that day of the week, or not."""
        self._take(replace(self._form, weekdays=self._form.weekdays ^ {weekday}))

    @Slot()
    def toggleReplaces(self) -> None:
        """Whether hours that are there give way."""
        self._take(replace(self._form, replaces=not self._form.replaces))

    @Slot()
    def preview(self) -> None:
        """Look at what would change, or see what is wrong with what was typed."""
        self._pressed = True
        asked = judged(self._form)
        self._judge()
        if isinstance(asked, SessionAsked):
            self._ask(asked, self._desk.preview(asked), self._show_plan)

    @Slot()
    def apply(self) -> None:
        """Make the plan that is shown."""
        plan, asked = self._plan, self._asked
        if plan is not None and asked is not None and self.applicable:
            self._ask(asked, self._desk.apply(asked, plan.mark), self._made)

    def _take(self, form: TemplateForm) -> None:
        if form == self._form:
            return
        self._form = form
        self.say()
        self._drop_plan()
        self._judge()

    def _judge(self) -> None:
        """What is wrong is said once somebody meant it to be right, and from then on as they mend it."""
        asked = judged(self._form)
        self._wrong = {} if isinstance(asked, SessionAsked) or not self._pressed else asked
        self._words()

    def _ask(
        self, asked: SessionAsked, answer: Coroutine[Any, Any, Proposal | NotPlanned], then: Callable[[Proposal], None]
    ) -> None:
        if self._busy:
            answer.close()
            return
        self._busy, self._asked = True, asked
        self.say()
        self.planChanged.emit()

        def answered(said: Proposal | NotPlanned) -> None:
            self._busy = False
            if asked != judged(self._form):
                self.planChanged.emit()
            elif isinstance(said, NotPlanned):
                self._refused(said.code)
            else:
                then(said)

        self.shell.ask(self, answer, answered, lambda: answered(NotPlanned("needs_server")))

    def _refused(self, code: str) -> None:
        """Where another plan came of it meanwhile, that one is shown; nothing was changed."""
        self.planChanged.emit()
        if code != "plan_changed":
            self.say(problem=code)
            return
        asked = judged(self._form)
        if isinstance(asked, SessionAsked):

            def show(plan: Proposal) -> None:
                self._show_plan(plan)
                self.say(problem=code)

            self._ask(asked, self._desk.preview(asked), show)

    def _show_plan(self, plan: Proposal) -> None:
        self._plan, self._applied = plan, False
        self._words()

    def _made(self, plan: Proposal) -> None:
        self._plan, self._applied = plan, True
        self._words()
        self.say(told="applied")

    def _drop_plan(self) -> None:
        self._plan, self._asked, self._applied = None, None, False
        self._words()

    def _show_place(self, place: PlannedPlace) -> None:
        self._place = place
        self._doctors.show([DoctorChoice(str(doctor.id), doctor.name) for doctor in place.doctors])
        if self._form.doctor_id not in {doctor.id for doctor in place.doctors}:
            alone = place.doctors[0].id if len(place.doctors) == 1 else 0
            self._form = replace(self._form, doctor_id=alone)
        self._judge()

    @Slot()
    def _words(self) -> None:
        proposed = self.proposed()
        typed = self._form.typed
        self._fields.show(
            [TemplateField(key, typed[key], self._wrong.get(key, ""), proposed.get(key, "")) for key in typed]
        )
        self._weekdays.show(self._week())
        self.show_lines()
        self.formChanged.emit()

    def _week(self) -> list[WeekdayChoice]:
        locale = self.shell.interpreter.locale
        begins = locale.firstDayOfWeek().value - 1
        week = [(begins + more) % _A_WEEK for more in range(_A_WEEK)]
        chosen = self._form.weekdays
        short, full = QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat
        name = locale.standaloneDayName
        return [WeekdayChoice(day, name(day + 1, short), name(day + 1, full), day in chosen) for day in week]
