"""The section in which an admin says what the clinic is called, to what people agree there, and why they may come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin import reason_drafts
from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.clinic_desk import ClinicDesk, ClinicDetails, ClinicNotChanged
from kiosk.screens.languages import LANGUAGES
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell
from server_sync.clinic.consent import LONGEST_TEXT
from server_sync.clinic.identity import is_phone
from server_sync.clinic.visit_reasons import ICONS, LONGEST_WORDS, MOST_REASONS, NEEDS, OWN_REASONS, VisitReason

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

PARTS = ("place", "consent", "reasons")
LONGEST = {"name": 100, "opening_hours": 200, "waiting_area": 200, "phone": 40}
"""Of each line about the place, in letters: what the centre keeps."""
_NO_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)))
_NO_CONTROLS.pop(ord("\n"))


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A line about the place as it was typed; `wrong` is empty, `needed` or `no_phone`."""

    key: str
    typed: str
    letters: int
    wrong: str


@dataclass(frozen=True, slots=True)
class LanguageLine:
    """One of the clinic's languages, and whether the consent has a text in it."""

    key: str
    own_name: str
    written: bool


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason as the list shows it; `words` is empty where it has none yet."""

    key: str
    words: str
    icon: str
    urgent: bool


@dataclass(frozen=True, slots=True)
class WordsLine:
    """What the chosen reason is called in one of the clinic's languages."""

    key: str
    own_name: str
    typed: str


@QmlElement
class ClinicSection(AdminSection):
    """What stands at the location, what was typed of it, and whether that can be kept."""

    kind = "clinic"
    page_file = "admin/clinic/Clinic.qml"

    detailsChanged = Signal()

    def __init__(self, shell: StaffShell, desk: ClinicDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._languages = [LANGUAGES[code] for code in shell.clinic.languages if code in LANGUAGES]
        self._places, self._texts = Rows(PlaceLine), Rows(LanguageLine)
        self._reason_lines, self._reason_words = Rows(ReasonLine), Rows(WordsLine)
        self._stands: ClinicDetails | None = None
        self._typed: dict[str, str] = {}
        self._consent: dict[str, str] = {}
        self._reasons: tuple[VisitReason, ...] = ()
        self._is_own = False
        self._part, self._language, self._reason = PARTS[0], "", ""
        self.wordsChanged.connect(self._tell)

    def shown(self) -> None:
        """Read what stands."""
        self.shell.ask(self, self._desk.details(), self._show, lambda: self.say(problem="fault"))

    def forget(self) -> None:
        """What was typed and not kept is gone."""
        super().forget()
        if self._stands is not None:
            self._begin(self._stands)

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # a name of Qt's, unknown to the stubs
    def parts(self) -> list[str]:
        """What the page is divided into."""
        return list(PARTS)

    @Property(str, notify=detailsChanged)
    def part(self) -> str:
        """Which part stands in front."""
        return self._part

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        """The lines about the place."""
        return self._places

    @Property(Rows, constant=True)
    def texts(self) -> Rows:
        """The clinic's languages, and which of them the consent is written in."""
        return self._texts

    @Property(str, notify=detailsChanged)
    def language(self) -> str:
        """The language whose text of the consent is shown."""
        return self._language

    @Property(str, notify=detailsChanged)
    def consent(self) -> str:
        """The consent in that language."""
        return self._consent.get(self._language, "")

    @Property(int, constant=True)
    def mostConsent(self) -> int:
        """Letters that a text of the consent may have."""
        return LONGEST_TEXT

    @Property(bool, notify=detailsChanged)
    def isAsked(self) -> bool:
        """Whether people would be asked for their consent."""
        return bool(self._texts_typed)

    @Property(bool, notify=detailsChanged)
    def lacksDefault(self) -> bool:
        """Whether the consent is written, but not in the language that everybody else reads."""
        default = "" if self._stands is None else self._stands.default_language
        return bool(self._texts_typed) and default not in dict(self._texts_typed)

    @Property(Rows, constant=True)
    def reasons(self) -> Rows:
        """Why people may come."""
        return self._reason_lines

    @Property(bool, notify=detailsChanged)
    def ownReasons(self) -> bool:
        """Whether they are the clinic's own, and not the program's."""
        return self._is_own

    @Property(bool, notify=detailsChanged)
    def full(self) -> bool:
        """Whether no more reasons may be added."""
        return len(self._reasons) >= MOST_REASONS

    @Property(str, notify=detailsChanged)
    def reason(self) -> str:
        """The chosen reason's code; empty for none."""
        return self._reason

    @Property(Rows, constant=True)
    def reasonWords(self) -> Rows:
        """What it is called, in each of the clinic's languages."""
        return self._reason_words

    @Property(int, constant=True)
    def mostWords(self) -> int:
        """Letters that those may have."""
        return LONGEST_WORDS

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # as above
    def icons(self) -> list[str]:
        """Pictures that a reason may have."""
        return sorted(ICONS)

    @Property(str, notify=detailsChanged)
    def icon(self) -> str:
        """The chosen reason's picture; empty for none."""
        return "" if (chosen := self._chosen) is None else chosen.icon

    @Property(bool, notify=detailsChanged)
    def urgent(self) -> bool:
        """Whether staff see it as said to be urgent."""
        return (chosen := self._chosen) is not None and chosen.urgent

    @Property("QStringList", constant=True)  # type: ignore[arg-type]  # as above
    def needs(self) -> list[str]:
        """What a reason may imply that people would otherwise be asked."""
        return sorted(NEEDS)

    @Property("QStringList", notify=detailsChanged)  # type: ignore[arg-type]  # as above
    def implied(self) -> list[str]:
        """What the chosen one implies."""
        return [] if (chosen := self._chosen) is None else list(chosen.needs)

    @Property(str, notify=detailsChanged)
    def wrongPart(self) -> str:
        """The first part that cannot be kept as it is; empty where all can."""
        return self._wrong_part

    @Property(bool, notify=detailsChanged)
    def touched(self) -> bool:
        """Whether something was typed or chosen that does not stand."""
        return self._wanted != self._stands

    @Property(bool, notify=detailsChanged)
    def changed(self) -> bool:
        """Whether it can be kept, and differs from what stands."""
        return self._can_be_kept

    @Slot(str)
    def open(self, part: str) -> None:
        """Bring a part to the front."""
        if part in PARTS:
            self._part = part
            self._tell()

    @Slot(str, str)
    def type(self, key: str, typed: str) -> None:
        """A line about the place."""
        if key in LONGEST and self._typed.get(key) != typed:
            self.say()
            self._typed[key] = _safe(typed).replace("\n", " ")[: LONGEST[key]]
            self._tell()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Show the consent in another language."""
        self._language = language
        self._tell()

    @Slot(str)
    def typeConsent(self, typed: str) -> None:
        """The consent in the language that is shown."""
        typed = _safe(typed)[:LONGEST_TEXT]
        if self._language and self._consent.get(self._language, "") != typed:
            self.say()
            self._consent[self._language] = typed
            self._tell()

    @Slot(str)
    def choose(self, code: str) -> None:
        """Show a reason beside the list; empty: none."""
        self._reason = code
        self._tell()

    @Slot()
    def add(self) -> None:
        """One more reason, at the end."""
        reasons, code = reason_drafts.added(self._reasons)
        if code:
            self._edit(reasons)
            self.choose(code)

    @Slot(str, str)
    def typeWords(self, language: str, typed: str) -> None:
        """What the chosen reason is called in a language."""
        chosen = self._chosen
        if chosen is not None and reason_drafts.words_of(chosen, language) != typed:
            self._change(lambda reason: reason_drafts.said(reason, language, _safe(typed)))

    @Slot(str)
    def draw(self, icon: str) -> None:
        """The chosen reason's picture."""
        if icon in ("", *ICONS):
            self._change(lambda reason: replace(reason, icon=icon))

    @Slot(bool)
    def makeUrgent(self, urgent: bool) -> None:
        """Whether staff see it as said to be urgent."""
        self._change(lambda reason: replace(reason, urgent=urgent))

    @Slot(str)
    def imply(self, need: str) -> None:
        """Whoever chooses it is not asked for this need any more, or is again."""
        if need in NEEDS:
            self._change(lambda reason: reason_drafts.needing(reason, need))

    @Slot(int)
    def move(self, by: int) -> None:
        """Move the chosen reason in the list."""
        self._edit(reason_drafts.moved(self._reasons, self._reason, by))

    @Slot()
    def drop(self) -> None:
        """Offer the chosen reason no more."""
        self._edit(reason_drafts.dropped(self._reasons, self._reason))
        if self._chosen is None:
            self.choose("")

    @Slot()
    def takeOurs(self) -> None:
        """Offer the program's own reasons again."""
        self.say()
        self._reasons, self._is_own, self._reason = OWN_REASONS, False, ""
        self._tell()

    @Slot()
    def undo(self) -> None:
        """Back to what stands."""
        self.forget()

    @Slot()
    def save(self) -> None:
        """Have it stand everywhere."""
        stands, wanted = self._stands, self._wanted
        if stands is not None and wanted is not None and self._can_be_kept:
            asked = self._desk.change(stands, wanted)
            self.shell.ask(self, asked, self._saved, lambda: self.say(problem="fault"))

    @property
    def _chosen(self) -> VisitReason | None:
        return next((one for one in self._reasons if one.code == self._reason), None)

    @property
    def _texts_typed(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted((of, text.strip()) for of, text in self._consent.items() if text.strip()))

    @property
    def _wanted(self) -> ClinicDetails | None:
        if self._stands is None:
            return None
        reasons = reason_drafts.without_blanks(self._reasons) if self._is_own else ()
        lines = {key: typed.strip() for key, typed in self._typed.items()}
        return replace(self._stands, **lines, consent=self._texts_typed, reasons=reasons)

    @property
    def _wrong_part(self) -> str:
        if any(self._wrong(key) for key in self._typed):
            return "place"
        return "" if all(reason_drafts.is_said(one) for one in self._reasons) else "reasons"

    @property
    def _can_be_kept(self) -> bool:
        return self._wanted != self._stands and self._wrong_part == ""

    def _wrong(self, key: str) -> str:
        typed = self._typed[key].strip()
        if key == "name" and not typed:
            return "needed"
        return "no_phone" if key == "phone" and typed and not is_phone(typed) else ""

    def _change(self, change: Callable[[VisitReason], VisitReason]) -> None:
        if self._chosen is not None:
            self._edit(reason_drafts.changed(self._reasons, self._reason, change))

    def _edit(self, reasons: tuple[VisitReason, ...]) -> None:
        if reasons != self._reasons:
            self.say()
            self._reasons, self._is_own = reasons, True
            self._tell()

    def _saved(self, answer: ClinicDetails | ClinicNotChanged) -> None:
        if isinstance(answer, ClinicNotChanged):
            self.say(problem=answer.code)
            return
        self._begin(answer)
        self.say(told="saved")

    def _show(self, stands: ClinicDetails) -> None:
        if self._stands is None or self._wanted == self._stands:
            self._begin(stands)

    def _begin(self, stands: ClinicDetails) -> None:
        self._stands = stands
        self._typed = {key: str(getattr(stands, key)) for key in LONGEST}
        self._consent = dict(stands.consent)
        self._language = self._language or stands.default_language
        self._reasons, self._is_own = stands.reasons or OWN_REASONS, bool(stands.reasons)
        if self._chosen is None:
            self._reason = ""
        self._tell()

    def _tell(self) -> None:
        if self._stands is None:
            return
        spoken, default = self.shell.interpreter.language.code, self._stands.default_language
        self._places.show([PlaceLine(key, typed, LONGEST[key], self._wrong(key)) for key, typed in self._typed.items()])
        written = dict(self._texts_typed)
        self._texts.show([LanguageLine(one.code, one.own_name, one.code in written) for one in self._languages])
        self._reason_lines.show(
            [
                ReasonLine(one.code, reason_drafts.called(one, spoken, default), one.icon, one.urgent)
                for one in self._reasons
            ]
        )
        chosen = self._chosen
        self._reason_words.show(
            [
                WordsLine(one.code, one.own_name, "" if chosen is None else reason_drafts.words_of(chosen, one.code))
                for one in self._languages
            ]
        )
        self.detailsChanged.emit()


def _safe(typed: str) -> str:
    return typed.translate(_NO_CONTROLS)
