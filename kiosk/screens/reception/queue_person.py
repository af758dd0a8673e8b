"""Who is chosen on the queue board: what staff need to know, what may be done, and why they stand there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.queue_factors import FactorRow, factor_rows
from kiosk.screens.reception.queue_places import Standing, flags_of, standing_of
from kiosk.screens.rows import Rows
from kiosk.screens.wording import clock_time, short_date

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from server_sync.desk.queue.at_desk import DeskPlace, PersonAtDesk

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class QueuePerson(QObject):
    """The chosen place; empty while nobody is chosen. Its words come a moment after its place."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place: DeskPlace | None = None
        self._known: PersonAtDesk | None = None
        self._factors = Rows(FactorRow)
        self._may_triage = False
        self._born = ""
        self._reason = ""
        self._age = -1

    def choose(self, place: DeskPlace | None, may_triage: bool = False) -> None:
        """Show this place to somebody who may judge how ill they are, or not; what was known of another person goes."""
        known, self._may_triage = self._known, may_triage
        self.place = place
        if known is not None and (place is None or known.place.id != place.id):
            self._known = None
            self._factors.show(())
        self.changed.emit()

    def know(self, person: PersonAtDesk | None, locale: QLocale, today: date) -> None:
        """What was read of the person; dropped where another one is chosen by now."""
        if self.place is None or person is None or person.place.id != self.place.id:
            return
        self._known = person
        born = person.birth_date
        self._born = "" if born is None else short_date(born, locale)
        self._age = -1 if born is None else today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        self._reason = person.reason_words.get(locale.name().partition("_")[0], person.reason)
        self._factors.show(factor_rows(person.explanation))
        self.changed.emit()

    @Property(bool, notify=changed)
    def isThere(self) -> bool:
        """Whether anybody is chosen."""
        return self.place is not None

    @Property(str, notify=changed)
    def number(self) -> str:
        """As seen and spoken."""
        return "" if self.place is None else self.place.number

    @Property(str, notify=changed)
    def name(self) -> str:
        """Their name; empty where nobody is known behind the number."""
        return "" if self.place is None else self.place.name

    @Property(int, notify=changed)
    def standing(self) -> int:
        """Where they stand, a `PlaceList.Standing`."""
        return int(Standing.OVER if self.place is None else standing_of(self.place))

    @Property(int, notify=changed)
    def minutes(self) -> int:
        """For how long they have stood there."""
        return 0 if self.place is None else self.place.minutes

    @Property(str, notify=changed)
    def since(self) -> str:
        """Since when."""
        return "" if self.place is None else clock_time(self.place.since)

    @Property(str, notify=changed)
    def came(self) -> str:
        """When they came."""
        return "" if self.place is None else clock_time(self.place.arrived_at)

    @Property(str, notify=changed)
    def booked(self) -> str:
        """The time of their appointment; empty for a walk-in."""
        booked = None if self.place is None else self.place.booked_for
        return "" if booked is None else clock_time(booked)

    @Property(str, notify=changed)
    def room(self) -> str:
        """Where they are, or will be, seen."""
        return "" if self.place is None else self.place.room

    @Property(str, notify=changed)
    def calledBy(self) -> str:
        """Who called them last."""
        return "" if self.place is None else self.place.called_by

    @Property(int, notify=changed)
    def recalls(self) -> int:
        """How often their number was called again."""
        return 0 if self.place is None else self.place.recall_count

    @Property(int, notify=changed)
    def triage(self) -> int:
        """Their level, 1 to 5; 0 where nobody has judged it."""
        return 0 if self.place is None else self.place.triage_level or 0

    @Property(int, notify=changed)
    def position(self) -> int:
        """From 1 in their line; 0 for who does not wait their turn."""
        return 0 if self.place is None else self.place.position or 0

    @Property(int, notify=changed)
    def flags(self) -> int:
        """Added up `PlaceList.Flag`s."""
        return 0 if self.place is None else flags_of(self.place)

    @Property(int, notify=changed)
    def shortest(self) -> int:
        """The shorter end of their wait in minutes; -1 where nothing honest can be said."""
        return -1 if self.place is None or self.place.wait is None else self.place.wait.lower_min

    @Property(int, notify=changed)
    def longest(self) -> int:
        """The longer end."""
        return -1 if self.place is None or self.place.wait is None else self.place.wait.upper_min

    @Property(str, notify=changed)
    def putFirst(self) -> str:
        """Why staff put them before the others; empty where nobody did."""
        return "" if self.place is None else self.place.put_first

    @Property(str, notify=changed)
    def putFirstBy(self) -> str:
        """Who did."""
        return "" if self._known is None else self._known.put_first_by

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Whether what follows has been read."""
        return self._known is not None

    @Property(str, notify=changed)
    def doctor(self) -> str:
        """For whom they wait; empty for whoever is free."""
        return "" if self._known is None else self._known.doctor_name

    @Property(str, notify=changed)
    def born(self) -> str:
        """The date of birth in words; empty where unknown."""
        return "" if self._known is None else self._born

    @Property(int, notify=changed)
    def age(self) -> int:
        """In years; -1 where unknown."""
        return -1 if self._known is None else self._age

    @Property(str, notify=changed)
    def phone(self) -> str:
        """Empty where unknown."""
        return "" if self._known is None else self._known.phone

    @Property(str, notify=changed)
    def needs(self) -> str:
        """What they need, in their or the desk's words."""
        return "" if self._known is None else self._known.needs

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why they came: a reason of the clinic's in the desk's language, else in their words."""
        return "" if self._known is None else self._reason

    @Property(str, notify=changed)
    def cameBy(self) -> str:
        """The machine that gave the number; empty for the centre."""
        return "" if self._known is None else self._known.came_by

    @Property(Rows, constant=True)
    def factors(self) -> Rows:
        """Why they stand where they stand."""
        return self._factors

    @Property(str, notify=changed)
    def score(self) -> str:
        """The factors' product times 100; empty for who does not wait their turn."""
        explained = None if self._known is None else self._known.explanation
        return "" if explained is None else f"{explained.score:.0f}"

    @Property(str, notify=changed)
    def due(self) -> str:
        """When their target falls due; empty for who does not wait their turn."""
        explained = None if self._known is None else self._known.explanation
        if explained is None or self.place is None:
            return ""
        return clock_time(explained.due_at.astimezone(self.place.since.tzinfo))

    @Property(str, notify=changed)
    def overtakes(self) -> str:
        """Numbers of up to five who came earlier and are called later, with a dot between them."""
        explained = None if self._known is None else self._known.explanation
        return "" if explained is None else "  ·  ".join(_short(number) for number in explained.overtakes[:5])

    @Property(bool, notify=changed)
    def mayCall(self) -> bool:
        """Whether they may be called now, in their turn or before it."""
        return self.place is not None and self.place.may_be_called

    @Property(bool, notify=changed)
    def mayRecall(self) -> bool:
        """Whether their number may be called once more."""
        return self.place is not None and self.place.may_be_recalled

    @Property(bool, notify=changed)
    def mayBeAbsent(self) -> bool:
        """Whether it may be said that they did not come."""
        return self.place is not None and self.place.may_be_absent

    @Property(bool, notify=changed)
    def mayPark(self) -> bool:
        """Whether they may be held back."""
        return self.place is not None and self.place.may_be_parked

    @Property(bool, notify=changed)
    def mayUnpark(self) -> bool:
        """Whether somebody holds them back."""
        return self.place is not None and self.place.held_back is not None

    @Property(bool, notify=changed)
    def mayTransfer(self) -> bool:
        """Whether they may be handed over."""
        return self.place is not None and self.place.may_be_transferred

    @Property(bool, notify=changed)
    def mayTriage(self) -> bool:
        """Whether whoever is signed in may judge how ill they are."""
        return self.place is not None and self._may_triage

    @Property(bool, notify=changed)
    def mayStart(self) -> bool:
        """Whether they may go in."""
        return self.place is not None and self.place.may_start

    @Property(bool, notify=changed)
    def mayComplete(self) -> bool:
        """Whether their visit may end."""
        return self.place is not None and self.place.may_be_completed

    @Property(bool, notify=changed)
    def mayLeave(self) -> bool:
        """Whether they may leave without being seen."""
        return self.place is not None and self.place.may_leave


def _short(number: str) -> str:
    from server_sync.clinic.numbers import short_number

    return short_number(number)
