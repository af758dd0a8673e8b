"""What an admin sees of a session's plan before it is made: its times, and what becomes of each day."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.templates_desk import PlannedDay, Proposal, TemplateTime
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.wording import short_day, to_qdate
from server_sync.clinic.session_templates import HISTORY_DAYS, LEAST_SETTLED

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A time of the template, and how many are asked to come then."""

    key: str
    seats: int


@dataclass(frozen=True, slots=True)
class DayLine:
    """What becomes of a day: `why` it keeps its hours, or empty."""

    key: str
    weekday: str
    day: str
    why: str
    removed: int
    booked: int
    kept: int


@QmlElement
class PlanSection(AdminSection):
    """A section that shows a plan."""

    planChanged = Signal()

    def __init__(self, shell: StaffShell) -> None:
        super().__init__(shell)
        self._times, self._days = Rows(TimeLine), Rows(DayLine)
        self._plan: Proposal | None = None
        self._busy = False
        self._applied = False

    @Property(bool, notify=planChanged)
    def busy(self) -> bool:
        """Whether the server is being asked."""
        return self._busy

    @Property(bool, notify=planChanged)
    def planned(self) -> bool:
        """Whether a plan is shown."""
        return self._plan is not None

    @Property(bool, notify=planChanged)
    def applicable(self) -> bool:
        """Whether the plan that is shown changes something, and was not made yet."""
        return self._plan is not None and not self._applied and not self._busy and self._changing() > 0

    @Property(int, notify=planChanged)
    def people(self) -> int:
        """How many are booked into one session."""
        return 0 if self._plan is None else self._plan.people

    @Property(str, notify=planChanged)
    def interval(self) -> str:
        """Minutes from one to the next."""
        return "" if self._plan is None else self._number(self._plan.interval_min)

    @Property(str, notify=planChanged)
    def mean(self) -> str:
        """Minutes of a mean visit."""
        return "" if self._plan is None else self._number(self._plan.mean_min)

    @Property(str, notify=planChanged)
    def meanFrom(self) -> str:
        """Where that is from: `doctor`, `clinic`, `usual` or `asked`."""
        return "" if self._plan is None else self._plan.mean_from

    @Property(str, notify=planChanged)
    def noShow(self) -> str:
        """Per cent of those booked who will not come."""
        return "" if self._plan is None else self._number(100 * self._plan.no_show)

    @Property(str, notify=planChanged)
    def noShowFrom(self) -> str:
        """Where that is from: `doctor`, `clinic`, `usual` or `asked`."""
        return "" if self._plan is None else self._plan.no_show_from

    @Property(int, constant=True)
    def historyDays(self) -> int:
        """Of the clinic's past that is looked at."""
        return HISTORY_DAYS

    @Property(int, constant=True)
    def leastSettled(self) -> int:
        """Appointments that a place's past needs before its share of no-shows is believed."""
        return LEAST_SETTLED

    @Property(Rows, constant=True)
    def times(self) -> Rows:
        """Of one session."""
        return self._times

    @Property(Rows, constant=True)
    def days(self) -> Rows:
        """What becomes of each day."""
        return self._days

    @Property(int, notify=planChanged)
    def changing(self) -> int:
        """How many days get these times."""
        return self._changing()

    @Property(int, notify=planChanged)
    def staying(self) -> int:
        """How many keep the hours that they have."""
        return 0 if self._plan is None else len(self._plan.days) - self._changing()

    def proposed(self) -> dict[str, str]:
        """What the plan takes for what was left open, by field."""
        plan = self._plan
        if plan is None:
            return {}
        return {"mean": self._number(plan.mean_min), "no_show": self._number(100 * plan.no_show)}

    def show_lines(self) -> None:
        """Write the times and days of the plan in the language in force."""
        plan = self._plan
        times: tuple[TemplateTime, ...] = () if plan is None else plan.times
        days: tuple[PlannedDay, ...] = () if plan is None else plan.days
        self._times.show([TimeLine(one.time, one.seats) for one in times])
        self._days.show([self._day(day) for day in days])
        self.planChanged.emit()

    def _changing(self) -> int:
        return 0 if self._plan is None else sum(not day.why for day in self._plan.days)

    def _day(self, one: PlannedDay) -> DayLine:
        locale = self.shell.interpreter.locale
        weekday = locale.toString(to_qdate(one.day), "dddd")
        written = short_day(one.day, locale)
        return DayLine(one.day.isoformat(), weekday, written, one.why, one.removed, one.booked, one.kept)

    def _number(self, number: float) -> str:
        written = self.shell.interpreter.locale.toString(float(number), "f", 1)
        return written.removesuffix("0")[:-1] if written.endswith("0") else written
