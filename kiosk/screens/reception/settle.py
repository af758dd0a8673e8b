"""What only a person can decide: two versions side by side, records of one person, work that was not taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.reception.people_desk import PersonLine
from kiosk.screens.reception.settling_desk import (
    Decision,
    Disagreement,
    Pair,
    RefusedWork,
    SettleAnswer,
    Settled,
    SettledBefore,
    SettlingDesk,
    Side,
    Taken,
    Which,
)
from kiosk.screens.reception.typed import one_line, typed_date
from kiosk.screens.rows import Rows
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.wording import clock_time, short_day
from server_sync.clinic.roles import DESK

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1
BY_VALUES = "left_for_the_desk"
"""The kind of disagreement that is about values: any may be taken, or another said."""
LONGEST = 200


@dataclass(frozen=True, slots=True)
class OpenRow:
    """Something to decide. `what` is `conflict`, `pair` or `refused`; `topic` the stable name of its reason."""

    key: str
    what: str
    topic: str
    person: str
    since: str


@dataclass(frozen=True, slots=True)
class SideRow:
    """One field on which two versions differ."""

    key: str
    standing: str
    offered: str
    taken: str
    """`standing`, `offered` or `own`; empty while nobody has said."""
    typed: str
    can_be_taken: bool
    can_be_typed: bool
    is_wrong: bool
    """Whether what was typed is not fit for its field."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A free time that an appointment could move to."""

    key: int
    at: str


@QmlElement
class SettleScreen(StaffSection):
    """The list of what is open, and the chosen one with both its versions."""

    kind = "settle"
    page_file = "reception/settle/Settle.qml"
    roles = DESK
    listChanged = Signal()
    chosenChanged = Signal()
    toastChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SettlingDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._conflicts: tuple[Disagreement, ...] = ()
        self._pairs: tuple[Pair, ...] = ()
        self._refused: tuple[RefusedWork, ...] = ()
        self._known = self._failed = self._looked = self._looking = False
        self._busy = False
        self._chosen = ""
        self._open = Rows(OpenRow)
        self._sides = Rows(SideRow)
        self._times = Rows(TimeRow)
        self._toast: tuple[str, str, str] = ("", "", "")
        self._taken: dict[str, Taken] = {}
        self.wordsChanged.connect(self._show_list)

    # The section's life.

    def shown(self) -> None:
        """See `StaffSection.shown`."""
        self.refresh()

    def refresh(self) -> None:
        """See `StaffSection.refresh`."""
        self.shell.ask(self, self._desk.disagreements(), self._show_conflicts, self._could_not_read)
        self.shell.ask(self, self._desk.refused(), self._show_refused, self._could_not_read)

    def forget(self) -> None:
        """See `StaffSection.forget`."""
        self._conflicts, self._pairs, self._refused = (), (), ()
        self._known = self._failed = self._looked = self._looking = self._busy = False
        self._chosen = ""
        self._taken = {}
        self._say("")
        self._show_list()

    # What the page reads.

    @Property(Rows, constant=True)
    def open(self) -> Rows:
        """What is open: disagreements, then records of one person, then work that was not taken."""
        return self._open

    @Property(bool, notify=listChanged)
    def empty(self) -> bool:
        """Whether nothing is open, and that is known."""
        return self._known and not self._open.rows

    @Property(bool, notify=listChanged)
    def failed(self) -> bool:
        """Whether the records could not be asked."""
        return self._failed

    @Property(bool, notify=listChanged)
    def looked(self) -> bool:
        """Whether records of one person were looked for."""
        return self._looked

    @Property(bool, notify=listChanged)
    def looking(self) -> bool:
        """Whether they are being looked for."""
        return self._looking

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        """Which one is chosen; empty for none."""
        return self._chosen

    @Property(str, notify=chosenChanged)
    def what(self) -> str:
        """What it is: `conflict`, `pair` or `refused`."""
        return self._chosen.partition(":")[0]

    @Property(str, notify=chosenChanged)
    def topic(self) -> str:
        """The stable name of its reason."""
        conflict, refused = self._conflict(), self._refusal()
        if conflict is not None:
            return conflict.kind
        return "same_person" if refused is None else refused.intent

    @Property(str, notify=chosenChanged)
    def person(self) -> str:
        """Whom it is about."""
        conflict = self._conflict()
        return "" if conflict is None or conflict.person is None else conflict.person.name

    @Property(bool, notify=chosenChanged)
    def isOfTwo(self) -> bool:
        """Whether it is about two records that may be of one person."""
        return self._two() is not None

    @Property(str, notify=chosenChanged)
    def words(self) -> str:
        """Why work was not taken, as the centre said it."""
        return "" if (refused := self._refusal()) is None else refused.words

    @Property(str, notify=chosenChanged)
    def reason(self) -> str:
        """The stable name of why work was not taken."""
        return "" if (refused := self._refusal()) is None else refused.outcome

    @Property(Rows, constant=True)
    def sides(self) -> Rows:
        """Where the two versions differ."""
        return self._sides

    @Property(Rows, constant=True)
    def times(self) -> Rows:
        """Free times that an appointment could move to."""
        return self._times

    @Property(bool, notify=chosenChanged)
    def hasTimes(self) -> bool:
        """Whether it is about an appointment that needs another time."""
        conflict = self._conflict()
        return conflict is not None and conflict.kind in ("slot_taken", "hours_changed", "booked_outside_hours")

    @Property(bool, notify=chosenChanged)
    def picks(self) -> bool:
        """Whether somebody took or typed the value of a field: what stands of the others stays."""
        return bool(self._taken)

    @Property(bool, notify=chosenChanged)
    def isWrong(self) -> bool:
        """Whether something typed is not fit for its field."""
        return any(row.is_wrong for row in self._sides.rows)

    @Property(bool, notify=chosenChanged)
    def busy(self) -> bool:
        """Whether a decision is being written."""
        return self._busy

    @Property(str, notify=toastChanged)
    def toast(self) -> str:
        """What was just done: `settled`, `settled_before`, `not_possible`; empty for nothing."""
        return self._toast[0]

    @Property(str, notify=toastChanged)
    def toastWho(self) -> str:
        """Who was first."""
        return self._toast[1]

    @Property(str, notify=toastChanged)
    def toastAt(self) -> str:
        """When they were."""
        return self._toast[2]

    # What the page does.

    @Slot(str)
    def choose(self, key: str) -> None:
        """Show one with both its versions."""
        self._chosen, self._taken = key, {}
        self._show_chosen()

    @Slot()
    def look(self) -> None:
        """Look for records of one person through the whole register."""
        if not self._looking:
            self._looking = True
            self.listChanged.emit()
            self.shell.ask(self, self._desk.pairs(), self._show_pairs, self._could_not_look)

    @Slot(str)
    def decide(self, decision: str) -> None:
        """Keep what stands, take what was offered, join two records, or let it be."""
        conflict, two = self._conflict(), self._two()
        if self._busy:
            return
        if conflict is not None:
            taken = tuple(self._taken.values()) if decision == Decision.MERGE.value else ()
            self._write(self._desk.settle(conflict.id, Decision(decision), taken=taken))
        elif two is not None and decision == Decision.MERGE.value:
            self._write(self._desk.join(two[1].id, two[0].id, tuple(self._taken.values())))

    @Slot(str, str)
    def take(self, field: str, which: str) -> None:
        """Take one version of a field."""
        self._taken[field] = Taken(field, Which(which))
        self._show_chosen()

    @Slot(str, str)
    def typeOwn(self, field: str, text: str) -> None:
        """Neither version is right, but this; nothing typed is nobody's word."""
        kept = one_line(text, LONGEST)
        if kept:
            self._taken[field] = Taken(field, Which.OWN, kept)
        else:
            self._taken.pop(field, None)
        self._show_chosen()

    @Slot(int)
    def moveTo(self, place: int) -> None:
        """Move the appointment to one of the free times."""
        conflict = self._conflict()
        if conflict is not None and not self._busy and 0 <= place < len(conflict.times):
            self._write(self._desk.settle(conflict.id, Decision.TAKE, conflict.times[place]))

    @Slot()
    def dismiss(self) -> None:
        """They have read it."""
        self._say("")

    # What the desk answers.

    def _write(self, request: object) -> None:
        self._set_busy(True)
        self.shell.ask(self, request, self._settled, self._could_not)  # type: ignore[arg-type]  # a coroutine of the desk

    def _settled(self, answer: SettleAnswer) -> None:
        self._set_busy(False)
        if isinstance(answer, Settled):
            self._say("settled")
        elif isinstance(answer, SettledBefore):
            at = "" if answer.at is None else clock_time(answer.at.astimezone(self.shell.now().tzinfo))
            self._say("settled_before", answer.who, at)
        else:
            self._say("not_possible")
            return
        if self._chosen.startswith("pair:"):
            self._pairs = tuple(one for one in self._pairs if _pair_key(one) != self._chosen)
        self._chosen, self._taken = "", {}
        self._show_list()
        self.refresh()

    def _show_conflicts(self, conflicts: tuple[Disagreement, ...]) -> None:
        self._conflicts, self._known, self._failed = conflicts, True, False
        self._show_list()

    def _show_refused(self, refused: tuple[RefusedWork, ...]) -> None:
        self._refused = refused
        self._show_list()

    def _show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        self._pairs, self._looked, self._looking = pairs, True, False
        self._show_list()

    def _could_not_look(self) -> None:
        self._looking = False
        self.listChanged.emit()
        self.shell.show_fault()

    def _could_not(self) -> None:
        self._set_busy(False)
        self.shell.show_fault()

    def _could_not_read(self) -> None:
        self._failed = True
        self.listChanged.emit()

    @Slot()
    def _show_list(self) -> None:
        conflicts = [
            OpenRow(
                f"conflict:{one.id}",
                "conflict",
                one.kind,
                "" if one.person is None else one.person.name,
                self._moment(one.since),
            )
            for one in self._conflicts
        ]
        pairs = [OpenRow(_pair_key(one), "pair", "same_person", one.one.name, "") for one in self._pairs]
        refused = [
            OpenRow(f"refused:{one.id}", "refused", one.intent, "", self._moment(one.at)) for one in self._refused
        ]
        rows = [*conflicts, *pairs, *refused]
        self._open.show(rows)
        if self._chosen not in {row.key for row in rows}:
            self._chosen = ""
        self.listChanged.emit()
        self._show_chosen()

    def _show_chosen(self) -> None:
        conflict, two = self._conflict(), self._two()
        if two is not None:
            self._sides.show(self._two_sides(self._told(two[0]), self._told(two[1])))
        else:
            sides = () if conflict is None else conflict.sides
            can_be_taken = conflict is not None and conflict.kind == BY_VALUES
            self._sides.show([self._side(one, can_be_taken=can_be_taken) for one in sides])
        times = () if conflict is None else conflict.times
        self._times.show([TimeRow(place, self._moment(at)) for place, at in enumerate(times)])
        self.chosenChanged.emit()

    def _conflict(self) -> Disagreement | None:
        return next((one for one in self._conflicts if f"conflict:{one.id}" == self._chosen), None)

    def _refusal(self) -> RefusedWork | None:
        return next((one for one in self._refused if f"refused:{one.id}" == self._chosen), None)

    def _two(self) -> tuple[PersonLine, PersonLine] | None:
        conflict = self._conflict()
        if conflict is not None and conflict.person is not None and conflict.other is not None:
            return conflict.person, conflict.other
        pair = next((one for one in self._pairs if _pair_key(one) == self._chosen), None)
        return None if pair is None else (pair.one, pair.other)

    def _two_sides(self, one: dict[str, str], other: dict[str, str]) -> list[SideRow]:
        return [
            self._side(Side(field, one[field], other[field]), can_be_taken=field != "patient_number") for field in one
        ]

    def _side(self, side: Side, *, can_be_taken: bool) -> SideRow:
        taken = self._taken.get(side.field)
        typed = "" if taken is None else taken.typed
        is_day = side.field == "date_of_birth"
        return SideRow(
            side.field,
            side.standing,
            side.offered,
            "" if taken is None else taken.which.value,
            typed,
            can_be_taken and side.standing != side.offered,
            can_be_taken and side.can_be_typed,
            bool(typed) and is_day and typed_date(typed, self.shell.now().date()) is None,
        )

    def _told(self, one: PersonLine) -> dict[str, str]:
        born = "" if one.born is None else self._day(one.born)
        return {"name": one.name, "date_of_birth": born, "phone": one.phone, "patient_number": one.number}

    def _moment(self, at: datetime) -> str:
        return f"{self._day(at)}, {clock_time(at)}"

    def _day(self, at: date) -> str:
        return short_day(at, self.shell.interpreter.locale)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.chosenChanged.emit()

    def _say(self, what: str, who: str = "", at: str = "") -> None:
        self._toast = (what, who, at)
        self.toastChanged.emit()


def _pair_key(pair: Pair) -> str:
    return f"pair:{pair.one.id}:{pair.other.id}"
