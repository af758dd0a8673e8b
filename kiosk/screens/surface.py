"""What every face stands on: its clinic, its language, its time, how it is seen, and how the server is reached."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.clinic import Clinic
from kiosk.screens.languages import Interpreter, LanguageList
from kiosk.screens.requests import Requests
from kiosk.screens.timing import Time

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(slots=True)
class Ease:
    """What one person asked for to see and reach better; gone with their session."""

    larger_text: bool = False
    high_contrast: bool = False
    lowered: bool = False
    more_time: bool = False
    read_aloud: bool = False


@QmlElement
class Surface(QObject):
    """The base of each face's shell: what `Main.qml` binds the theme to. Lives on the UI thread.

    A face's shell derives from it, says what `reset` ends and when it `is_at_rest`.
    """

    languageChanged = Signal()
    easeChanged = Signal()
    lookChanged = Signal()
    connectionChanged = Signal()
    keyboardChanged = Signal()
    minuteChanged = Signal()

    def __init__(
        self, clinic: Clinic, time: Time, *translations: str, pixels_per_mm: float = 0.0, still: bool = False
    ) -> None:
        """`translations` name the face's own beside those of the controls.

        `pixels_per_mm` of the screen, 0 where it knows itself; `still` where the system asks for less motion.
        """
        super().__init__()
        self.clinic = clinic
        self.time = time
        self.ease = Ease()
        self.interpreter = Interpreter(*translations)
        self.offered = LanguageList(clinic.languages)
        self.requests = Requests(time, self.reset)
        self._zone = ZoneInfo(clinic.time_zone)
        self._pixels_per_mm = pixels_per_mm
        self._still = still
        self._offline = False
        self._percent = -1
        self._pending = 0
        self._keyboard = False
        self.interpreter.speak(clinic.default_language)
        self._tick()

    @Slot()
    def reset(self) -> None:
        """End what is under way, and show the face's first screen; every face says how."""
        raise NotImplementedError

    @property
    def is_at_rest(self) -> bool:
        """Whether nobody is there. Any thread may ask."""
        raise NotImplementedError

    @property
    def settled(self) -> bool:
        """Whether presses count; a shell may let none count while pages change."""
        return True

    def now(self) -> datetime:
        """The present moment in the clinic's own time zone."""
        return self.time.now().astimezone(self._zone)

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

    def look_like(self, clinic: Clinic) -> None:
        """Put the clinic's colour, picture and first language into force; its zone and languages stay."""
        self.clinic = replace(
            self.clinic,
            primary_colour=clinic.primary_colour,
            logo=clinic.logo,
            default_language=clinic.default_language,
        )
        self.lookChanged.emit()

    def language_is_default(self) -> bool:
        """Whether the clinic's own default is in force."""
        return self.interpreter.language.code == self.clinic.default_language

    def say_anew(self) -> None:
        """Tell the pages that the language is another; a shell tells its screens as well."""
        self.languageChanged.emit()

    @Slot(str)
    def speak(self, code: str) -> None:
        """Switch to a language at once."""
        self.interpreter.speak(code)
        self.say_anew()

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """The code of the language in force."""
        return self.interpreter.language.code

    @Property(str, notify=languageChanged)
    def ownName(self) -> str:
        """The language's name in itself."""
        return self.interpreter.language.own_name

    @Property(str, notify=languageChanged)
    def locale(self) -> str:
        """The locale in force, for QML's own names of months."""
        return self.interpreter.language.locale

    @Property(bool, notify=languageChanged)
    def rightToLeft(self) -> bool:
        """Whether the language is read from right to left."""
        return self.interpreter.language.right_to_left

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

    @Property(bool, notify=connectionChanged)
    def offline(self) -> bool:
        """Whether the server is out of reach."""
        return self._offline

    @Property(int, notify=connectionChanged)
    def percent(self) -> int:
        """How much of the clinic's records has come to a new machine; -1 once it has them."""
        return self._percent

    @Property(int, notify=connectionChanged)
    def pending(self) -> int:
        """How many changes wait to be sent."""
        return self._pending

    @Property(bool, notify=keyboardChanged)
    def keyboard(self) -> bool:
        """Whether focus must be seen."""
        return self._keyboard

    @Property(str, notify=lookChanged)
    def primaryColour(self) -> str:
        """The clinic's own colour, as `#084F56`; empty for the program's."""
        return self.clinic.primary_colour

    @Property(str, notify=lookChanged)
    def logo(self) -> str:
        """Address of the clinic's own picture; empty where it has none."""
        return self.clinic.logo

    @Property(bool, constant=True)
    def still(self) -> bool:
        """Whether nothing moves."""
        return self._still

    @Property(float, constant=True)
    def pixelsPerMm(self) -> float:
        """The screen's real density; 0 where the screen itself knows."""
        return self._pixels_per_mm

    def _tick(self) -> None:
        self._minute = self.time.after(60 - self.time.now().second, self._tick)
        self.minuteChanged.emit()
