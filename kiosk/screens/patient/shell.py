"""The shell around the screens: where a patient is, in which language, and how everything of theirs ends."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QmlElement

from kiosk.screens.clinic import Clinic
from kiosk.screens.patient.front_desk import FrontDesk
from kiosk.screens.patient.home import HomeScreen
from kiosk.screens.patient.screen import Pace, PatientScreen
from kiosk.screens.patient.service_desk import ServiceDesk
from kiosk.screens.surface import Ease, Surface
from kiosk.screens.timing import EASED_FACTOR, IdleWatch, Time, Timer
from server_sync.protocol.faults import Fault

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

TRIES = 2
"""How often a person may fail to be found before somebody comes to help (ux.md)."""

SETTLING_S = 0.3
"""Longer than the slide between pages, and than most people take between the taps of a double tap."""

Answer = TypeVar("Answer")


@QmlElement
class PatientShell(Surface):
    """The stack of screens in front of one patient, and the one place that wipes it. Lives on the UI thread."""

    currentChanged = Signal()
    arrived = Signal()
    """Another page is to be shown."""
    askingChanged = Signal()
    voicelessChanged = Signal()

    def __init__(
        self, front_desk: FrontDesk, clinic: Clinic, time: Time, *, pixels_per_mm: float = 0.0, still: bool = False
    ) -> None:
        """`pixels_per_mm` of the screen, 0 where it knows itself; `still` where the system asks for less motion."""
        super().__init__(clinic, time, "patient", pixels_per_mm=pixels_per_mm, still=still)
        self.front_desk = front_desk
        self.tries = 0
        self.can_read_aloud = False
        """Whether this machine has a voice."""
        self._voiceless = False
        self.service_desk: ServiceDesk | None = None
        """What stands behind an admin's PIN; None where nothing does."""
        self._settling: Timer | None = None
        self._backwards = False
        self._watch = IdleWatch(time, self.askingChanged.emit, self.reset)
        self._stack: list[PatientScreen] = [HomeScreen(self)]
        self._left: list[PatientScreen] = []
        self._going: set[PatientScreen] = set()

    # What the composition root and the screens use.

    @property
    def current_screen(self) -> PatientScreen:
        """The screen in front."""
        return self._stack[-1]

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

    def open_service(self) -> None:
        """Ask for an admin's PIN. Whoever's session this was, it is over."""
        from kiosk.screens.patient.service_pin import ServicePinScreen

        if self.service_desk is not None and not self.serving:
            self.instead(ServicePinScreen(self, self.service_desk))

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

        self.requests.start(run())

    def touched(self) -> None:
        """Somebody is there: a press or a key. Does not answer "Do you need more time?" for them."""
        if not self._watch.seconds_left:
            self._wait()

    def set_ease(self, ease: Ease) -> None:
        """Put a person's wishes into force at once."""
        super().set_ease(ease)
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

    @Property(bool, notify=voicelessChanged)
    def voiceless(self) -> bool:
        """Whether somebody wants the screens read in a language that this machine has no voice for."""
        return self._voiceless

    def set_voiceless(self, *, voiceless: bool) -> None:
        """Note whether what was asked for cannot be read."""
        if voiceless != self._voiceless:
            self._voiceless = voiceless
            self.voicelessChanged.emit()

    @Property(bool, notify=currentChanged)
    def home(self) -> bool:
        """Whether the screen in front is Home."""
        return len(self._stack) == 1

    @Property(int, notify=askingChanged)
    def secondsLeft(self) -> int:
        """What remains of "Do you need more time?"; 0 while nobody is asked."""
        return self._watch.seconds_left

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

    @Property(bool, notify=currentChanged)
    def serving(self) -> bool:
        """Whether a screen stands in front that is for staff alone."""
        return self.current_screen.offers == "service"

    @Slot(str)
    def speak(self, code: str) -> None:
        """Switch to a language at once."""
        super().speak(code)
        self._wait()

    @Slot()
    def moreTime(self) -> None:
        """Somebody is still there."""
        self._wait()

    @Slot()
    def callForHelp(self) -> None:
        """Lead to the screen that calls somebody, unless it stands in front."""
        from kiosk.screens.patient.help import HelpScreen

        if self.current_screen.awake and not isinstance(self.current_screen, HelpScreen):
            self.go(HelpScreen(self))

    @Slot()
    def openEase(self) -> None:
        """Lead to "Easier to see and reach", unless it stands in front."""
        from kiosk.screens.patient.ease import EaseScreen

        if self.current_screen.awake and not isinstance(self.current_screen, EaseScreen):
            self.go(EaseScreen(self))

    @Slot()
    def openLanguages(self) -> None:
        """Lead to the choice of languages, unless it stands in front."""
        from kiosk.screens.patient.language import LanguageScreen

        if self.current_screen.awake and not isinstance(self.current_screen, LanguageScreen):
            self.go(LanguageScreen(self))

    @Slot()
    def pageGone(self) -> None:
        """The last page left the window: the screens behind it may go, with all that was typed into them."""
        for screen in self._left:
            # Held until it is gone: without a reference Python takes it at once, before its page, which goes later.
            self._going.add(screen)
            screen.destroyed.connect(self._letting_go_of(screen))
            screen.deleteLater()
        self._left.clear()

    # How it works.

    def _letting_go_of(self, screen: PatientScreen) -> Callable[[], None]:
        """Without an argument: `destroyed` would hand Python the dying object, whose place the next screen may get."""
        return lambda: self._going.discard(screen)

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
        silent = self.current_screen.leaves_silently
        factor = EASED_FACTOR if self.ease.more_time and not silent else 1
        self._watch.start(pace, factor=factor, silent=at_home or silent)

    @property
    def is_at_rest(self) -> bool:
        """Whether Home is in front and untouched: nobody is there. Any thread may ask."""
        return len(self._stack) == 1

    def _forget_choices(self) -> None:
        if self.ease != Ease():
            super().set_ease(Ease())
        if not self.language_is_default():
            super().speak(self.clinic.default_language)
        self.set_keyboard(False)

    def say_anew(self) -> None:
        """Tell the pages and the screens behind them."""
        super().say_anew()
        for screen in self._stack:
            screen.wordsChanged.emit()

    def _fault(self) -> None:
        from kiosk.screens.patient.notice import NoticeScreen

        self.instead(NoticeScreen(self, NoticeScreen.Kind.FAULT))
