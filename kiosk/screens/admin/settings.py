"""The section in which the settings of this machine are changed, each checked before it counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.desks import Changed, Refused, Setting, SettingKind, SettingsDesk, SettingSource
from kiosk.screens.admin.taken_up import AT_ONCE, LOGO, PRIMARY, take_up
from kiosk.screens.languages import LANGUAGES
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

FIXED = frozenset({SettingSource.COMMAND_LINE, SettingSource.ENVIRONMENT})
ELSEWHERE = frozenset({PRIMARY, LOGO})
"""Changed where they can be seen (`look`)."""
LONGEST = 400


@dataclass(frozen=True, slots=True)
class SettingLine:
    """A setting as the list shows it; languages by their own names."""

    key: str
    value: str
    kind: str
    source: str
    waits: bool


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values that a setting may have."""

    key: str


@QmlElement
class SettingsSection(AdminSection):
    """The settings file of this machine."""

    kind = "settings"
    page_file = "admin/settings/Settings.qml"

    settingsChanged = Signal()
    editChanged = Signal()

    def __init__(self, shell: StaffShell, desk: SettingsDesk, restart: Callable[[], None]) -> None:
        super().__init__(shell)
        self._desk = desk
        self._restart = restart
        self._lines = Rows(SettingLine)
        self._settings: tuple[Setting, ...] = ()
        self._chosen: Setting | None = None
        self._options = Rows(Option)
        self._typed = ""
        self._wrong = ""

    def shown(self) -> None:
        """Read the file anew."""
        self.shell.ask(self, self._desk.settings(), self._show)

    def forget(self) -> None:
        """What was typed and not kept is gone."""
        super().forget()
        self._edit(None)

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """Every setting."""
        return self._lines

    @Property(int, notify=settingsChanged)
    def waiting(self) -> int:
        """How many take effect at the next start."""
        return sum(setting.waits for setting in self._settings)

    @Property(str, notify=editChanged)
    def chosen(self) -> str:
        """Which one is being changed; empty: none."""
        return "" if self._chosen is None else self._chosen.name

    @Property(str, notify=editChanged)
    def valueKind(self) -> str:
        """What its value is, one of `SettingKind`."""
        return "" if self._chosen is None else self._chosen.kind.value

    @Property(str, notify=editChanged)
    def source(self) -> str:
        """Where its value stands, one of `SettingSource`."""
        return "" if self._chosen is None else self._chosen.source.value

    @Property(bool, notify=editChanged)
    def fixed(self) -> bool:
        """Whether something wins over the file, so that it can't be changed here."""
        return self._chosen is not None and self._chosen.source in FIXED

    @Property(Rows, constant=True)
    def options(self) -> Rows:
        """What it may be, where that is a choice."""
        return self._options

    @Property(int, notify=editChanged)
    def lowest(self) -> int:
        """The least number that it may be."""
        return 0 if self._chosen is None else self._chosen.lowest

    @Property(int, notify=editChanged)
    def highest(self) -> int:
        """The greatest."""
        return 0 if self._chosen is None else self._chosen.highest

    @Property(str, notify=editChanged)
    def typed(self) -> str:
        """What it is to be."""
        return self._typed

    @Property(bool, notify=editChanged)
    def changed(self) -> bool:
        """Whether that is another value than it has."""
        return self._chosen is not None and self._typed != self._chosen.value

    @Property(str, notify=editChanged)
    def wrong(self) -> str:
        """Why it was not taken: `wrong_value`, `not_writable`, `won_over`, `file_broken`; empty where nothing is."""
        return self._wrong

    @Slot(str)
    def choose(self, name: str) -> None:
        """Look at a setting."""
        self._edit(next((setting for setting in self._settings if setting.name == name), None))

    @Slot(str)
    def type(self, typed: str) -> None:
        """What it is to be."""
        self._typed, self._wrong = typed[:LONGEST], ""
        self.editChanged.emit()

    @Slot()
    def save(self) -> None:
        """Write it."""
        if self._chosen is not None and self._typed != self._chosen.value and self._chosen.source not in FIXED:
            self.shell.ask(self, self._desk.change(self._chosen.name, self._typed), self._saved)

    @Slot()
    def cancel(self) -> None:
        """Leave it as it is."""
        self._edit(None)

    @Slot()
    def restart(self) -> None:
        """Begin the program anew, with the settings as they stand now."""
        self._restart()

    def _show(self, settings: tuple[Setting, ...]) -> None:
        shown = (setting for setting in settings if setting.name not in ELSEWHERE)
        self._settings = tuple(replace(one, waits=one.waits and one.name not in AT_ONCE) for one in shown)
        self._lines.show(
            [SettingLine(one.name, _shown(one), one.kind.value, one.source.value, one.waits) for one in self._settings]
        )
        self.settingsChanged.emit()

    def _edit(self, setting: Setting | None) -> None:
        self._chosen = setting
        self._typed = "" if setting is None else setting.value
        self._wrong = ""
        self._options.show([] if setting is None else [Option(choice) for choice in setting.choices])
        self.editChanged.emit()

    def _saved(self, answer: Changed | Refused) -> None:
        if isinstance(answer, Refused):
            self._wrong = answer.code
            self.editChanged.emit()
            return
        if self._chosen is not None:
            take_up(self.shell, self._chosen.name, self._typed)
        self._edit(None)
        self.say(told="saved")
        self.shown()


def _shown(setting: Setting) -> str:
    if setting.kind is not SettingKind.LANGUAGES:
        return setting.value
    tags = (tag.strip() for tag in setting.value.split(","))
    return ", ".join(LANGUAGES[tag].own_name if tag in LANGUAGES else tag for tag in tags)
