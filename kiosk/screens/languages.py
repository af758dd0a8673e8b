"""The languages of the kiosk: their own names, locales, translations, and the fonts that their scripts need."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QCoreApplication,
    QLocale,
    QLoggingCategory,
    QModelIndex,
    QPersistentModelIndex,
    QTranslator,
)
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtQml import QmlElement

from kiosk.screens.resource_files import RESOURCES

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

FAMILY = "Atkinson Hyperlegible Next"
FIRST_FONTS = (
    "fonts/AtkinsonHyperlegibleNext-400.ttf",
    "fonts/AtkinsonHyperlegibleNext-600.ttf",
    "fonts/AtkinsonHyperlegibleNext-800.ttf",
    "fonts/AnteroomNames-700.ttf",
    "icons/AnteroomIcons.ttf",
)
USER_ROLE = 0x0100
"""Qt.ItemDataRole.UserRole, without building Qt's enumeration before the first frame."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the screens speak. `locale` always writes 0-9, as the numbers on tickets and boards do."""

    code: str
    own_name: str
    locale: str
    family: str = ""
    fonts: tuple[str, ...] = ()
    right_to_left: bool = False


LANGUAGES = {
    language.code: language
    for language in (
        Language("en", "English", "en_GB"),
        Language("es", "Español", "es_ES"),
        Language("fr", "Français", "fr_FR"),
        Language(
            "hi", "हिन्दी", "hi_IN", "Noto Sans Devanagari", ("NotoSansDevanagari-400.ttf", "NotoSansDevanagari-700.ttf")
        ),
        Language(
            "ar",
            "العربية",
            "ar_AE",
            "Noto Sans Arabic",
            ("NotoSansArabic-400.ttf", "NotoSansArabic-700.ttf"),
            right_to_left=True,
        ),
        Language("zh", "中文", "zh_CN", "Noto Sans SC", ("NotoSansSC-400.ttf", "NotoSansSC-700.ttf")),
    )
}


def known_language(code: str) -> Language:
    """The language of a BCP 47 tag such as `fr` or `zh-Hans-CN`; English where we don't speak it."""
    return LANGUAGES.get(code.split("-")[0].lower(), LANGUAGES["en"])


def register_first_fonts() -> None:
    """Register what the first frame needs; the large families come with their language."""
    # Qt tells of each line of Devanagari in a Latin family, and then takes the substitute that is named below.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    for file in FIRST_FONTS:
        QFontDatabase.addApplicationFont(str(RESOURCES / file))
    others = [language.family for language in LANGUAGES.values() if language.family]
    QFont.insertSubstitutions(FAMILY, [*others, "Anteroom Names"])


class Interpreter:
    """Puts one language in force for the whole application. One per process, on the UI thread."""

    def __init__(self, *faces: str, translations: Path = RESOURCES / "translations") -> None:
        """`faces` name their translations, which are installed beside those of the controls that all faces share."""
        self._files = [translations / f"{part}_" for part in ("controls", *faces)]
        self._translators: list[QTranslator] = []
        self._families: set[str] = set()
        self.language = LANGUAGES["en"]
        self.locale = QLocale(self.language.locale)

    def speak(self, code: str) -> None:
        """Install the language's translations and fonts; pages must then be retranslated."""
        self.language = known_language(code)
        self.locale = QLocale(self.language.locale)
        self.locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        self._load_fonts(self.language)
        self.silence()
        for file in self._files:
            translator = QTranslator()
            if translator.load(f"{file}{self.language.code}.qm"):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)

    def read_all_scripts(self) -> None:
        """Have the letters of every language at hand: names are written in any of them, whatever the screen speaks.

        Costs 8 ms, and memory only for those that are shown.
        """
        for language in LANGUAGES.values():
            self._load_fonts(language)

    def silence(self) -> None:
        """Take the installed translations away."""
        while self._translators:
            QCoreApplication.removeTranslator(self._translators.pop())

    def _load_fonts(self, language: Language) -> None:
        if language.family in self._families:
            return
        self._families.add(language.family)
        for file in language.fonts:
            QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / file))


class LanguageRole(IntEnum):
    """What a row of the list of languages says."""

    CODE = USER_ROLE + 1
    OWN_NAME = USER_ROLE + 2


Index = QModelIndex | QPersistentModelIndex


@QmlElement
class LanguageList(QAbstractListModel):
    """The languages that a clinic offers, in its order."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__()
        self.languages = [LANGUAGES[code] for code in codes if code in LANGUAGES]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many languages there are."""
        return 0 if parent.isValid() else len(self.languages)

    def data(self, index: Index, role: int = 0) -> str:
        """The code, or the language's name in itself."""
        language = self.languages[index.row()]
        return language.code if role == LanguageRole.CODE else language.own_name

    def roleNames(self) -> dict[int, QByteArray]:
        """The names that delegates require."""
        return {LanguageRole.CODE: QByteArray(b"code"), LanguageRole.OWN_NAME: QByteArray(b"ownName")}
