"""The frame around what staff see: who is signed in, which section stands in front, and how a shift at it ends."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from kiosk.screens.clinic import Clinic
from kiosk.screens.rows import Rows
from kiosk.screens.staff.section import StaffSection
from kiosk.screens.staff.sign_in import SignInScreen
from kiosk.screens.staff.staff_desk import Member, StaffDesk
from kiosk.screens.surface import Surface
from kiosk.screens.timing import MORE_TIME_S, IdleWatch, Time
from kiosk.screens.wording import clock_time
from server_sync.clinic.roles import Role
from server_sync.protocol.faults import Fault

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

SIGNED_OUT_AFTER_S = 120
"""How long a signed-in screen may stand untouched (ux.md); the last seconds of it are a warning."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class RailEntry:
    """A section as the rail shows it. `shortcut` is its key beside Ctrl, from 1; of the tenth 0."""

    key: str
    shortcut: int


@QmlElement
class StaffShell(Surface):
    """The frame of reception and admin, and the one place that wipes it. Lives on the UI thread."""

    memberChanged = Signal()
    currentChanged = Signal()
    askingChanged = Signal()
    faultChanged = Signal()
    statusChanged = Signal()
    clockChanged = Signal()

    def __init__(
        self,
        desk: StaffDesk,
        clinic: Clinic,
        time: Time,
        *faces: str,
        pixels_per_mm: float = 0.0,
        still: bool = False,
        alone: bool = False,
    ) -> None:
        """`faces` name the translations beside the frame's own. Sections are added before the window opens.

        `alone`: no server is named, so that there is nobody to be connected to.
        """
        super().__init__(clinic, time, "staff", *faces, pixels_per_mm=pixels_per_mm, still=still)
        self.desk = desk
        self._alone = alone
        self.member: Member | None = None
        self.sections: list[StaffSection] = []
        self._strip: StaffSection | None = None
        self._open: list[StaffSection] = []
        self._rail = Rows(RailEntry)
        self._current: StaffSection | None = None
        self._fault_shown = False
        self._offline_since = ""
        self._watch = IdleWatch(time, self.askingChanged.emit, self.reset)
        self.sign_in_screen = SignInScreen(self)
        self.minuteChanged.connect(self.clockChanged)

    # What the composition root and the sections use.

    def add_sections(self, *sections: StaffSection, strip: StaffSection | None = None) -> None:
        """Name the sections in the rail's order; `strip` is shown above each of them, where the face has one."""
        self.sections = list(sections)
        self._strip = strip

    def serves(self, role: Role) -> bool:
        """Whether this machine has anything for somebody of that role."""
        return bool(self._sections_of(role))

    @property
    def actor(self) -> str:
        """Who acts, as the log calls them. Raises LookupError where nobody is signed in."""
        if self.member is None:
            raise LookupError("nobody is signed in")
        return self.member.uid

    @property
    def role(self) -> Role:
        """As what somebody acts. Raises LookupError where nobody is signed in."""
        if self.member is None:
            raise LookupError("nobody is signed in")
        return self.member.role

    def signed_in(self) -> tuple[str, Role]:
        """Who acts, and as what."""
        return self.actor, self.role

    def enter(self, member: Member) -> None:
        """Let somebody in whose PIN was right, at the first section that is theirs."""
        self.interpreter.read_all_scripts()
        self.member = member
        self._open = self._sections_of(member.role)
        self._rail.show([RailEntry(section.kind, place) for place, section in enumerate(self._open, start=1)])
        self._current = self._open[0] if self._open else None
        self.memberChanged.emit()
        self.currentChanged.emit()
        self.touched()
        for section in (self._strip, self._current):
            if section is not None:
                section.shown()

    @Slot()
    def reset(self) -> None:
        """Sign out: nobody's name or patient remains on the screen, in memory or on the clipboard."""
        self._watch.stop()
        front, self._current = self._current, None
        was_in, self.member = self.member, None
        self._open = []
        self._rail.show([])
        self.dismissFault()
        self.currentChanged.emit()
        self.memberChanged.emit()
        for section in (front, self._strip):
            if section is not None:
                section.hidden()
        for section in (*self.sections, *([self._strip] if self._strip else [])):
            section.forget()
        self.sign_in_screen.begin()
        if was_in is not None:
            QGuiApplication.clipboard().clear()
            self.set_keyboard(False)
            self.ask(None, self.desk.sign_out(was_in.user_id), _nothing_more, lambda: None)

    def ask(
        self,
        section: StaffSection | None,
        request: Coroutine[Any, Any, Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        """Wait for an answer while everything stays usable; it is dropped once somebody has signed out.

        Where the world broke `otherwise` is called, or the frame says that it could not be done.
        """
        asked_by = self.member

        def wanted() -> bool:
            return section is None or self.member is asked_by

        async def run() -> None:
            try:
                answer = await request
            except Fault:
                if wanted():
                    (otherwise or self.show_fault)()
            else:
                if wanted():
                    then(answer)

        self.requests.start(run())

    def open(self, kind: str) -> None:
        """Bring a section to the front, if it is theirs."""
        found = next((section for section in self._open if section.kind == kind), None)
        if found is None or found is self._current:
            return
        if self._current is not None:
            self._current.hidden()
        self._current = found
        self.currentChanged.emit()
        found.shown()

    def hear_news(self) -> None:
        """The records may be others than they were: whoever stands in front looks again."""
        self.sign_in_screen.refresh()
        if self.member is not None:
            for section in (self._strip, self._current):
                if section is not None:
                    section.refresh()

    def show_fault(self) -> None:
        """Say calmly that something could not be done."""
        self._fault_shown = True
        self.faultChanged.emit()

    def touched(self) -> None:
        """Somebody is there: a press or a key. For staff that answers "Still there?" as well."""
        if self.member is not None:
            self._watch.start(SIGNED_OUT_AFTER_S - MORE_TIME_S, factor=1)

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody is signed in. Any thread may ask."""
        return self.member is None

    def set_connection(self, *, offline: bool, pending: int, percent: int = -1) -> None:
        """See `Surface.set_connection`; notes since when it is so."""
        if offline and not self._offline_since:
            self._offline_since = clock_time(self.now())
        elif not offline:
            self._offline_since = ""
        super().set_connection(offline=offline, pending=pending, percent=percent)
        self.statusChanged.emit()

    def say_anew(self) -> None:
        """Tell the pages and the sections behind them."""
        super().say_anew()
        for section in (*self.sections, *([self._strip] if self._strip else [])):
            section.wordsChanged.emit()

    # What the pages use.

    @Property(Rows, constant=True)
    def rail(self) -> Rows:
        """The sections that are theirs."""
        return self._rail

    @Property(StaffSection, notify=currentChanged)
    def current(self) -> StaffSection | None:
        """The section in front; null while nobody is signed in."""
        return self._current

    @Property(str, notify=currentChanged)
    def currentKind(self) -> str:
        """Which section stands in front."""
        return "" if self._current is None else self._current.kind

    @Property(StaffSection, constant=True)
    def strip(self) -> StaffSection | None:
        """What stands above each section, where the face has such a thing."""
        return self._strip

    @Property(SignInScreen, constant=True)
    def signIn(self) -> SignInScreen:
        """What stands in front while nobody is signed in."""
        return self.sign_in_screen

    @Property(bool, constant=True)
    def alone(self) -> bool:
        """Whether this machine works by itself: no server is named."""
        return self._alone

    @Property(bool, notify=memberChanged)
    def isIn(self) -> bool:
        """Whether somebody is signed in."""
        return self.member is not None

    @Property(str, notify=memberChanged)
    def memberName(self) -> str:
        """Who is signed in."""
        return "" if self.member is None else self.member.name

    @Property(str, notify=memberChanged)
    def memberRole(self) -> str:
        """As what, one of `Role`."""
        return "" if self.member is None else self.member.role.value

    @Property(int, notify=askingChanged)
    def secondsLeft(self) -> int:
        """What remains until they are signed out; 0 while nobody warns."""
        return self._watch.seconds_left

    @Property(str, notify=statusChanged)
    def offlineSince(self) -> str:
        """Since when we work offline, as a clock shows it; empty while the server is reached."""
        return self._offline_since

    @Property(bool, notify=faultChanged)
    def faultShown(self) -> bool:
        """Whether the frame says that something could not be done."""
        return self._fault_shown

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        """Hours and minutes at the clinic."""
        return clock_time(self.now())

    @Property(str, constant=True)
    def clinicName(self) -> str:
        """The clinic's name."""
        return self.clinic.name

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Bring a section to the front."""
        self.open(kind)

    @Slot(int)
    def chooseNth(self, shortcut: int) -> None:
        """Bring the section with this key to the front."""
        if 0 < shortcut <= len(self._open):
            self.open(self._open[shortcut - 1].kind)

    @Slot()
    def lock(self) -> None:
        """Sign out at once."""
        self.reset()

    @Slot()
    def stay(self) -> None:
        """Somebody is still there."""
        self.touched()

    @Slot()
    def dismissFault(self) -> None:
        """They have read it."""
        if self._fault_shown:
            self._fault_shown = False
            self.faultChanged.emit()

    def _sections_of(self, role: Role) -> list[StaffSection]:
        return [section for section in self.sections if role in section.roles]


def _nothing_more(_answer: None) -> None:
    """Nobody waits for it."""


def section_of(sections: Sequence[StaffSection], kind: str) -> StaffSection:
    """The section of a kind. Raises LookupError where there is none."""
    for section in sections:
        if section.kind == kind:
            return section
    raise LookupError(f"there is no section {kind}")
