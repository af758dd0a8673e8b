"""The shell around the screens: where a patient is, in which language, and how everything of theirs ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from kiosk.screens.front_desk import Clinic, FrontDesk
from kiosk.screens.home import HomeScreen
from kiosk.screens.languages import LanguageList, Speech
from kiosk.screens.screen import Pace, PatientScreen
from kiosk.screens.timing import EASED_FACTOR, IdleWatch, Time, Timer
from server_sync.protocol.faults import Fault

if TYPE_CHECKING:
    import asyncio

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

TRIES = 2
"""How often a person may fail to be found before somebody comes to help (ux.md)."""

SETTLING_S = 0.3
"""Longer than the slide between pages, and than most people take between the taps of a double tap."""

LOOP_COMES_S = 0.02
"""How soon a request is tried again that came before the event loop of asyncio, which Home does not wait for."""

Answer = TypeVar("Answer")


@dataclass(slots=True)
class Ease:
    """What one person asked for to see and reach better; gone with their session."""

    larger_text: bool = False
    high_contrast: bool = False
    lowered: bool = False
    more_time: bool = False


@QmlElement
class Shell(QObject):
    """The stack of screens in front of one patient, and the one place that wipes it. Lives on the UI thread."""

    currentChanged = Signal()
    arrived = Signal()
    """Another page is to be shown."""
    languageChanged = Signal()
    easeChanged = Signal()
    askingChanged = Signal()
    connectionChanged = Signal()
    keyboardChanged = Signal()
    minuteChanged = Signal()

    def __init__(
        self, front_desk: FrontDesk, clinic: Clinic, time: Time, *, pixels_per_mm: float = 0.0, still: bool = False
    ) -> None:
        """`pixels_per_mm` of the screen, 0 where it knows itself; `still` where the system asks for less motion."""
        super().__init__()
        self.front_desk = front_desk
        self.clinic = clinic
        self.time = time
        self.ease = Ease()
        self.speech = Speech()
        self.tries = 0
        self._zone = ZoneInfo(clinic.time_zone)
        self._pixels_per_mm = pixels_per_mm
        self._still = still
        self._settling: Timer | None = None
        self.offered = LanguageList(clinic.languages)
        self.requests: set[asyncio.Task[None]] = set()
        """What the front desk was asked and has not answered, wanted or not; a shutdown waits for it."""
        self._early: Timer | None = None
        self._offline = False
        self._percent = -1
        self._pending = 0
        self._keyboard = False
        self._backwards = False
        self._watch = IdleWatch(time, self.askingChanged.emit, self.reset)
        self.speech.speak(clinic.default_language)
        self._stack: list[PatientScreen] = [HomeScreen(self)]
        self._left: list[PatientScreen] = []
        self._tick()

    # What the composition root and the screens use.

    @property
    def current_screen(self) -> PatientScreen:
        """The screen in front."""
        return self._stack[-1]

    def now(self) -> datetime:
        """The present moment in the clinic's own time zone."""
        return self.time.now().astimezone(self._zone)

    def go(self, screen: PatientScreen) -> None:
        """Show a further screen; back returns from it."""
        self._stack.append(screen)
        self._arrive(backwards=False)
        screen.shown()

    def instead(self, screen: PatientScreen) -> None:
        """Show a screen from which there is no way back but home."""
        self._left += self._stack[1:]
        del self._stack[1:]
        self.go(screen)

    def back(self) -> None:
        """Return to the screen before; Home has none."""
        if len(self._stack) > 1:
            self._left.append(self._stack.pop())
            self._arrive(backwards=True)

    @Slot()
    def reset(self) -> None:
        """End the session: home, and nothing of the last person remains, in memory or on the clipboard."""
        self.tries = 0
        left = self._stack[1:]
        del self._stack[1:]
        self._left += left
        self._forget_choices()
        QGuiApplication.clipboard().clear()
        if left:
            self._arrive(backwards=True)
        else:
            self._wait()

    def ask(
        self,
        screen: PatientScreen,
        request: Coroutine[Any, Any, Answer],
        then: Callable[[Answer], None],
    ) -> None:
        """Put one request to the front desk for a screen that is awake, which is busy until the answer came.

        An answer for a session that has ended is dropped; a Fault leads to a calm screen.
        """
        screen.set_busy(True)

        def answered(answer: Answer) -> None:
            screen.set_busy(False)
            then(answer)

        self.follow(screen, request, answered, self._fault)

    def follow(
        self,
        screen: PatientScreen,
        request: Coroutine[Any, Any, Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[], None],
    ) -> None:
        """Wait for an answer while the screen stays usable; `otherwise` is called where the world broke."""

        def wanted() -> bool:
            # A reset drops every screen that may ask, so that an answer for a session that ended finds nobody.
            return screen in self._stack

        async def run() -> None:
            try:
                answer = await request
            except Fault:
                if wanted():
                    otherwise()
            else:
                if wanted():
                    then(answer)

        self._start(run())

    def touched(self) -> None:
        """Somebody is there: a press or a key. Does not answer "Do you need more time?" for them."""
        if not self._watch.seconds_left:
            self._wait()

    def set_connection(self, *, offline: bool, pending: int, percent: int = -1) -> None:
        """Say whether the server is out of reach, and how many changes wait to be sent to it.

        `percent` is how much of the clinic's records has come to a new machine; -1 once it has them.
        """
        self._offline = offline
        self._percent = percent
        self._pending = pending
        self.connectionChanged.emit()

    def set_keyboard(self, used: bool) -> None:
        """Whether somebody moves by keyboard, so that focus must be seen."""
        if used != self._keyboard:
            self._keyboard = used
            self.keyboardChanged.emit()

    def set_ease(self, ease: Ease) -> None:
        """Put a person's wishes into force at once."""
        self.ease = ease
        self.easeChanged.emit()
        self._wait()

    @property
    def settled(self) -> bool:
        """Whether presses count."""
        return self._settling is None

    # What the pages use.

    @Property(PatientScreen, notify=currentChanged)
    def current(self) -> PatientScreen:
        """The screen in front."""
        return self.current_screen

    @Property(bool, notify=currentChanged)
    def backwards(self) -> bool:
        """Whether the way to the current screen led back."""
        return self._backwards

    @Property(bool, notify=currentChanged)
    def home(self) -> bool:
        """Whether the screen in front is Home."""
        return len(self._stack) == 1

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The code of the language in force."""
        return self.speech.language.code

    @Property(str, notify=languageChanged)
    def ownName(self) -> str:
        """The language's name in itself."""
        return self.speech.language.own_name

    @Property(str, notify=languageChanged)
    def locale(self) -> str:
        """The locale in force, for QML's own names of months."""
        return self.speech.language.locale

    @Property(bool, notify=languageChanged)
    def rightToLeft(self) -> bool:
        """Whether the language is read from right to left."""
        return self.speech.language.right_to_left

    @Property(bool, notify=easeChanged)
    def largerText(self) -> bool:
        """Whether text stands at one and a half times its size."""
        return self.ease.larger_text

    @Property(bool, notify=easeChanged)
    def highContrast(self) -> bool:
        """Whether yellow stands on black."""
        return self.ease.high_contrast

    @Property(bool, notify=easeChanged)
    def lowered(self) -> bool:
        """Whether every control stands in the lower half."""
        return self.ease.lowered

    @Property(int, notify=askingChanged)
    def secondsLeft(self) -> int:
        """What remains of "Do you need more time?"; 0 while nobody is asked."""
        return self._watch.seconds_left

    @Property(bool, notify=connectionChanged)
    def offline(self) -> bool:
        """Whether the server is out of reach."""
        return self._offline

    @Property(int, notify=connectionChanged)
    def percent(self) -> int:
        """How much of the clinic's records has come to a new machine; -1 once it has them."""
        return self._percent

    @Property(bool, notify=keyboardChanged)
    def keyboard(self) -> bool:
        """Whether focus must be seen."""
        return self._keyboard

    @Property(bool, constant=True)
    def still(self) -> bool:
        """Whether nothing moves."""
        return self._still

    @Property(bool, notify=currentChanged)
    def easing(self) -> bool:
        """Whether "Easier to see and reach" stands in front."""
        return self.current_screen.offers == "ease"

    @Property(bool, notify=currentChanged)
    def helping(self) -> bool:
        """Whether the screen that calls somebody stands in front."""
        return self.current_screen.offers == "help"

    @Property(bool, notify=currentChanged)
    def speaking(self) -> bool:
        """Whether the screen in front offers the languages itself."""
        return self.current_screen.offers == "languages"

    @Property(float, constant=True)
    def pixelsPerMm(self) -> float:
        """The screen's real density; 0 where the screen itself knows."""
        return self._pixels_per_mm

    @Slot(str)
    def speak(self, code: str) -> None:
        """Switch to a language at once."""
        self.speech.speak(code)
        self._say_anew()
        self._wait()

    @Slot()
    def moreTime(self) -> None:
        """Somebody is still there."""
        self._wait()

    @Slot()
    def callForHelp(self) -> None:
        """Lead to the screen that calls somebody, unless it stands in front."""
        from kiosk.screens.help import HelpScreen

        if self.current_screen.awake and not isinstance(self.current_screen, HelpScreen):
            self.go(HelpScreen(self))

    @Slot()
    def openEase(self) -> None:
        """Lead to "Easier to see and reach", unless it stands in front."""
        from kiosk.screens.ease import EaseScreen

        if self.current_screen.awake and not isinstance(self.current_screen, EaseScreen):
            self.go(EaseScreen(self))

    @Slot()
    def openLanguages(self) -> None:
        """Lead to the choice of languages, unless it stands in front."""
        from kiosk.screens.language import LanguageScreen

        if self.current_screen.awake and not isinstance(self.current_screen, LanguageScreen):
            self.go(LanguageScreen(self))

    @Slot()
    def pageGone(self) -> None:
        """The last page left the window: the screens behind it may go, with all that was typed into them."""
        for screen in self._left:
            screen.deleteLater()
        self._left.clear()

    # How it works.

    def _arrive(self, *, backwards: bool) -> None:
        self._backwards = backwards
        self._wait()
        self._settle()
        self.currentChanged.emit()
        self.arrived.emit()

    def _settle(self) -> None:
        """For a moment after a change of pages no press counts: a double tap's second was meant for the last page."""
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.time.after(SETTLING_S, self._settled)

    def _settled(self) -> None:
        self._settling = None

    def _wait(self) -> None:
        """Watch for idleness at the pace of the screen in front; Home has something to lose only if it was changed."""
        at_home = len(self._stack) == 1
        if at_home and self.tries == 0 and self.ease == Ease() and self.language_is_default():
            self._watch.stop()
            return
        pace = Pace.INPUT if at_home else self.current_screen.pace
        self._watch.start(pace, factor=EASED_FACTOR if self.ease.more_time else 1, silent=at_home)

    @property
    def is_at_rest(self) -> bool:
        """Whether Home is in front and untouched: nobody is there. Any thread may ask."""
        return len(self._stack) == 1

    def language_is_default(self) -> bool:
        """Whether the clinic's own default is in force."""
        return self.speech.language.code == self.clinic.default_language

    def _forget_choices(self) -> None:
        if self.ease != Ease():
            self.ease = Ease()
            self.easeChanged.emit()
        if not self.language_is_default():
            self.speech.speak(self.clinic.default_language)
            self._say_anew()
        self.set_keyboard(False)

    def _tick(self) -> None:
        self._minute = self.time.after(60 - self.time.now().second, self._tick)
        self.minuteChanged.emit()

    def _say_anew(self) -> None:
        self.languageChanged.emit()
        for screen in self._stack:
            screen.wordsChanged.emit()

    def _fault(self) -> None:
        from kiosk.screens.notice import NoticeScreen

        self.instead(NoticeScreen(self, NoticeScreen.Kind.FAULT))

    def _start(self, request: Coroutine[Any, Any, None]) -> None:
        """Start a request on the asyncio loop, which is there a moment after Home is."""
        import asyncio

        try:
            task = asyncio.get_running_loop().create_task(request)
        except RuntimeError:
            self._early = self.time.after(LOOP_COMES_S, lambda: self._start(request))
            return
        self.requests.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        """A bug rises to the hook at the top of the thread, and the screen goes home."""
        self.requests.discard(task)
        bug = None if task.cancelled() else task.exception()
        if bug is not None:
            self.reset()
            sys.excepthook(type(bug), bug, bug.__traceback__)
