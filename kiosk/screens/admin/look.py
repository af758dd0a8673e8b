"""The section in which a clinic sets its colour and its picture, and which language stands first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Property, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import Changed, Refused, Setting, SettingsDesk
from kiosk.screens.admin.taken_up import DEFAULT_LANGUAGE, LOGO, PRIMARY, take_up
from kiosk.screens.colour import LEAST_CONTRAST, poorest_contrast, rgb
from kiosk.screens.languages import LanguageList
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

OWN_PRIMARY = "#084F56"
LANGUAGES = "clinic.languages"
LOGO_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".svg"})


@QmlElement
class LookSection(AdminSection):
    """How the clinic's screens look, tried in a preview before it is kept."""

    kind = "look"
    page_file = "admin/look/Look.qml"

    lookChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SettingsDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._stands: dict[str, str] = {}
        self._colour = ""
        self._logo = ""
        self._language = ""
        self._offered: tuple[str, ...] = shell.clinic.languages
        self._languages = LanguageList(tuple(shell.clinic.languages))

    def shown(self) -> None:
        """Read how it is set now."""
        self.shell.ask(self, self._desk.settings(), self._show)

    def forget(self) -> None:
        """What was tried and not kept is gone."""
        super().forget()
        self._show_values()

    @Property(str, notify=lookChanged)
    def colour(self) -> str:
        """What was typed or chosen; empty: the program's own."""
        return self._colour

    @Property(str, notify=lookChanged)
    def previewColour(self) -> str:
        """The colour that the preview shows: the last one that is one."""
        return self._colour if rgb(self._colour) else OWN_PRIMARY

    @Property(bool, notify=lookChanged)
    def isColour(self) -> bool:
        """Whether it is a colour, or none is asked for."""
        return not self._colour or rgb(self._colour) is not None

    @Property(str, notify=lookChanged)
    def ratio(self) -> str:
        """How far words stand out, as 8.9."""
        return f"{poorest_contrast(self._shown_colour()):.1f}"

    @Property(bool, notify=lookChanged)
    def standsOut(self) -> bool:
        """Whether that is enough."""
        return poorest_contrast(self._shown_colour()) >= LEAST_CONTRAST

    @Property(str, notify=lookChanged)
    def logo(self) -> str:
        """The file of the clinic's picture; empty: none."""
        return self._logo

    @Property(str, notify=lookChanged)
    def logoAddress(self) -> str:
        """Its address, where its name is that of a picture."""
        is_picture = Path(self._logo).suffix.lower() in LOGO_ENDINGS
        return QUrl.fromLocalFile(self._logo).toString() if self._logo and is_picture else ""

    @Property(bool, notify=lookChanged)
    def isPicture(self) -> bool:
        """Whether it can be a picture, or none is asked for."""
        return _may_be_picture(self._logo)

    @Property(str, notify=lookChanged)
    def language(self) -> str:
        """Which language stands first."""
        return self._language

    @Property(LanguageList, constant=True)
    def languages(self) -> LanguageList:
        """Which ones are offered."""
        return self._languages

    @Property(bool, notify=lookChanged)
    def changed(self) -> bool:
        """Whether something differs from what is set, and can be kept."""
        return bool(self._differences()) and self._is_good()

    @Slot(str)
    def typeColour(self, typed: str) -> None:
        """Try a colour."""
        self._colour = typed.strip()[:9]
        self.say()
        self.lookChanged.emit()

    @Slot(str)
    def typeLogo(self, typed: str) -> None:
        """Try a picture."""
        self._logo = typed.strip()[:400]
        self.say()
        self.lookChanged.emit()

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Let a language stand first."""
        self._language = code
        self.say()
        self.lookChanged.emit()

    @Slot()
    def save(self) -> None:
        """Keep it: this window takes it up at once, the other screens of this machine from their next start on."""
        if not self._differences() or not self._is_good():
            return
        (name, value), *_ = self._differences().items()
        self.shell.ask(self, self._desk.change(name, value), lambda answer: self._saved(name, value, answer))

    def _saved(self, name: str, value: str, answer: Changed | Refused) -> None:
        if isinstance(answer, Refused):
            self.say(problem=answer.code)
            return
        self._stands[name] = value
        take_up(self.shell, name, value)
        self.lookChanged.emit()
        if self._differences():
            self.save()
        else:
            self.say(told="saved")

    def _differences(self) -> dict[str, str]:
        wanted = {PRIMARY: self._colour.upper(), LOGO: self._logo, DEFAULT_LANGUAGE: self._language}
        return {name: value for name, value in wanted.items() if value != self._stands.get(name, "")}

    def _is_good(self) -> bool:
        is_colour = not self._colour or rgb(self._colour) is not None
        return is_colour and poorest_contrast(self._shown_colour()) >= LEAST_CONTRAST and _may_be_picture(self._logo)

    def _shown_colour(self) -> str:
        return self._colour if rgb(self._colour) else OWN_PRIMARY

    def _show(self, settings: tuple[Setting, ...]) -> None:
        self._stands = {
            one.name: one.value for one in settings if one.name in (PRIMARY, LOGO, DEFAULT_LANGUAGE, LANGUAGES)
        }
        self._show_values()

    def _show_values(self) -> None:
        self._colour = self._stands.get(PRIMARY, "")
        self._logo = self._stands.get(LOGO, "")
        self._language = self._stands.get(DEFAULT_LANGUAGE, self.shell.clinic.default_language)
        self.lookChanged.emit()


def _may_be_picture(file: str) -> bool:
    return not file or Path(file).suffix.lower() in LOGO_ENDINGS
