"""The section in which an admin reads the clinic's reports: any days, place and doctor, as table, picture or file."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.analytics_desk import AnalyticsDesk, ReportChoices, ToldReport, WantedReport
from kiosk.screens.admin.desks import CopiesDesk, Refused, Written
from kiosk.screens.admin.report_table import ReportHeading, ReportLine, headings_of, lines_of
from kiosk.screens.admin.sync_log import Choice
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.wording import short_date
from server_sync.desk.analytics.report_names import ReportName
from server_sync.desk.analytics.words import Words

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

RANGES = {"today": 1, "week": 7, "month": 30}
"""Days of each, today included."""
OWN = "own"
MOST_DAYS = 3 * 366
"""As the centre's."""
EVERYTHING = ""


@dataclass(frozen=True, slots=True)
class ReportTitle:
    """A report in the list at the side."""

    key: str
    words: str


@QmlElement
class AnalyticsSection(AdminSection):
    """One report at a time."""

    kind = "analytics"
    page_file = "admin/analytics/Analytics.qml"

    choiceChanged = Signal()
    reportChanged = Signal()
    pictureChanged = Signal()
    foldersChanged = Signal()

    def __init__(self, shell: StaffShell, desk: AnalyticsDesk, copies: CopiesDesk) -> None:
        super().__init__(shell)
        self._desk = desk
        self._copies = copies
        self._titles, self._ranges = Rows(ReportTitle), Rows(Choice)
        self._places, self._doctors, self._folders = Rows(Choice), Rows(Choice), Rows(Choice)
        self._headings, self._lines = Rows(ReportHeading), Rows(ReportLine)
        self._ranges.show([*map(Choice, RANGES), Choice(OWN)])
        self._today = date.min
        self._range = "month"
        self._typed = {"first": "", "last": ""}
        self._wrong_day = ""
        self._wanted: WantedReport | None = None
        self._counted: ToldReport | None = None
        self._is_drawn = False
        self._picture = ""
        self._asked = 0
        self._reading = False
        self._written = ""
        self.wordsChanged.connect(self._words)

    def shown(self) -> None:
        """Ask what there is, and for the first report."""
        self.shell.ask(self, self._desk.choices(), self._show_choices)
        self.shell.ask(self, self._copies.folders(), self._show_folders)

    def refresh(self) -> None:
        """A report of today grows; one that is being read is not disturbed: F5 asks anew."""

    def forget(self) -> None:
        """The next one begins with the first report."""
        super().forget()
        self._asked += 1
        self._wanted, self._range, self._wrong_day = None, "month", ""
        self._is_drawn = self._reading = False
        self._typed = {"first": "", "last": ""}
        self._clear()
        self.choiceChanged.emit()

    # What the page uses.

    @Property(Rows, constant=True)
    def titles(self) -> Rows:
        """Every report by name."""
        return self._titles

    @Property(Rows, constant=True)
    def ranges(self) -> Rows:
        """Which days one may choose."""
        return self._ranges

    @Property(Rows, constant=True)
    def places(self) -> Rows:
        """Which places."""
        return self._places

    @Property(Rows, constant=True)
    def doctors(self) -> Rows:
        """Which doctors."""
        return self._doctors

    @Property(Rows, constant=True)
    def folders(self) -> Rows:
        """Where a file may go."""
        return self._folders

    @Property(str, notify=foldersChanged)
    def firstFolder(self) -> str:
        """The one that is meant where nobody says another."""
        return self._folders.rows[0].key if self._folders.rows else ""

    @Property(str, notify=foldersChanged)
    def written(self) -> str:
        """The file that was written last."""
        return self._written

    @Property(str, notify=choiceChanged)
    def report(self) -> str:
        """Which report is chosen."""
        return "" if self._wanted is None else self._wanted.name.value

    @Property(str, notify=choiceChanged)
    def range(self) -> str:
        """Which days, one of `RANGES` or `own`."""
        return self._range

    @Property(str, notify=choiceChanged)
    def firstDay(self) -> str:
        """The first day, as it was typed."""
        return self._typed["first"]

    @Property(str, notify=choiceChanged)
    def lastDay(self) -> str:
        """The last day, as it was typed."""
        return self._typed["last"]

    @Property(str, notify=choiceChanged)
    def wrongDay(self) -> str:
        """What is wrong with them: `first` or `last` is no day, `turned` round, `long`, or nothing."""
        return self._wrong_day

    @Property(str, notify=choiceChanged)
    def place(self) -> str:
        """Which place, by id; empty: all."""
        return _key(None if self._wanted is None else self._wanted.place_id)

    @Property(str, notify=choiceChanged)
    def placeName(self) -> str:
        """What it is called."""
        return "" if self._wanted is None else _words_of(self._places, self._wanted.place_id)

    @Property(str, notify=choiceChanged)
    def doctor(self) -> str:
        """Which doctor, by id; empty: all."""
        return _key(None if self._wanted is None else self._wanted.doctor_id)

    @Property(str, notify=choiceChanged)
    def doctorName(self) -> str:
        """What they are called."""
        return "" if self._wanted is None else _words_of(self._doctors, self._wanted.doctor_id)

    @Property(bool, notify=reportChanged)
    def reading(self) -> bool:
        """Whether it is being counted or drawn."""
        return self._reading

    @Property(str, notify=reportChanged)
    def title(self) -> str:
        """The report's name."""
        return "" if self._counted is None else self._counted.title

    @Property(str, notify=reportChanged)
    def note(self) -> str:
        """What it shows, in a sentence."""
        return "" if self._counted is None else self._counted.note

    @Property(str, notify=reportChanged)
    def days(self) -> str:
        """Of which days, as the language writes them."""
        wanted = self._wanted
        if wanted is None or self._counted is None:
            return ""
        first, last = (short_date(day, self.shell.interpreter.locale) for day in (wanted.first, wanted.last))
        return first if first == last else f"{first} – {last}"

    @Property(str, notify=reportChanged)
    def source(self) -> str:
        """Who counted: `centre`, `here`, or nobody yet."""
        return "" if self._counted is None else "centre" if self._counted.from_centre else "here"

    @Property(str, notify=reportChanged)
    def toldPlace(self) -> str:
        """Whose days these are; empty: all places."""
        return "" if self._counted is None else self._counted.place

    @Property(str, notify=reportChanged)
    def keptSince(self) -> str:
        """From which day on this machine has them, where earlier ones were asked for."""
        since = None if self._counted is None else self._counted.kept_since
        return "" if since is None else short_date(since, self.shell.interpreter.locale)

    @Property(Rows, constant=True)
    def headings(self) -> Rows:
        """The columns."""
        return self._headings

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """The table."""
        return self._lines

    @Property(bool, notify=reportChanged)
    def empty(self) -> bool:
        """Whether nothing happened."""
        return self._counted is not None and not self._counted.rows

    @Property(float, notify=reportChanged)
    def letters(self) -> float:
        """How many letters wide all columns are together."""
        return float(sum(heading.letters for heading in self._headings.rows))

    @Property(float, notify=reportChanged)
    def textLetters(self) -> float:
        """How many of these the columns of words have, which may be cut."""
        return float(sum(heading.letters for heading in self._headings.rows if heading.is_text))

    @Property(bool, notify=pictureChanged)
    def drawn(self) -> bool:
        """Whether the picture is wanted in the table's place."""
        return self._is_drawn

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        """The picture's address; empty while there is none."""
        return self._picture

    @Slot(str)
    def chooseReport(self, name: str) -> None:
        """Read another report."""
        if self._wanted is not None:
            self._ask_for(replace(self._wanted, name=ReportName(name)))

    @Slot(str)
    def chooseRange(self, chosen: str) -> None:
        """Of these days; own ones begin as those that stand."""
        if self._wanted is None:
            return
        self._range, self._wrong_day = chosen, ""
        if chosen == OWN:
            self._typed = {"first": self._wanted.first.isoformat(), "last": self._wanted.last.isoformat()}
            self.choiceChanged.emit()
        else:
            self._ask_for(replace(self._wanted, first=self._begin_of(chosen), last=self._today))

    @Slot(str)
    def typeFirstDay(self, typed: str) -> None:
        """From a day on."""
        self._type_day("first", typed)

    @Slot(str)
    def typeLastDay(self, typed: str) -> None:
        """Up to a day."""
        self._type_day("last", typed)

    @Slot(str)
    def choosePlace(self, key: str) -> None:
        """Of one place only."""
        if self._wanted is not None:
            self._ask_for(replace(self._wanted, place_id=int(key) if key else None))

    @Slot(str)
    def chooseDoctor(self, key: str) -> None:
        """Of one doctor only."""
        if self._wanted is not None:
            self._ask_for(replace(self._wanted, doctor_id=int(key) if key else None))

    @Slot(bool)
    def draw(self, wanted: bool) -> None:
        """Show it as a picture, or as a table again."""
        self._is_drawn = wanted
        self.readAgain()

    @Slot()
    def readAgain(self) -> None:
        """Count anew."""
        if self._wanted is not None:
            self._ask_for(self._wanted)

    @Slot(str, str)
    def export(self, kind: str, folder: str) -> None:
        """Write it to a file."""
        wanted = self._wanted
        if wanted is not None:
            self.run(lambda errand: self._desk.export(wanted, kind, folder, errand), self._exported)

    # How it works.

    def _begin_of(self, chosen: str) -> date:
        return self._today - timedelta(days=RANGES[chosen] - 1)

    def _type_day(self, which: str, typed: str) -> None:
        if self._wanted is None or self._typed[which] == typed.strip():
            return
        self._typed[which] = typed.strip()
        days: dict[str, date] = {}
        self._wrong_day = ""
        for one, text in self._typed.items():
            try:
                days[one] = date.fromisoformat(text)
            except ValueError:
                # Ten signs are a whole date that is none; fewer are one that is still being typed.
                self._wrong_day = one if len(text) >= len("2026-03-09") else self._wrong_day
        if len(days) == len(self._typed):
            self._wrong_day = _wrong_with(days["first"], days["last"])
            if not self._wrong_day:
                self._ask_for(replace(self._wanted, first=days["first"], last=days["last"]))
        self.choiceChanged.emit()

    def _ask_for(self, wanted: WantedReport) -> None:
        self._wanted = wanted = replace(wanted, language=self.shell.interpreter.language.code)
        self._asked += 1
        asked = self._asked
        self._clear()
        self._reading = True
        self.say()
        self.choiceChanged.emit()
        self.reportChanged.emit()

        def told(answer: ToldReport | Refused) -> None:
            # Of two that are under way the later one counts.
            if asked == self._asked:
                self._show(answer)

        def drawn(answer: bytes | Refused) -> None:
            if asked == self._asked:
                self._show_picture(answer)

        self.shell.ask(self, self._desk.report(wanted), told, self._broke)
        if self._is_drawn:
            self.shell.ask(self, self._desk.picture(wanted), drawn, self._broke)

    def _show(self, answer: ToldReport | Refused) -> None:
        self._reading = self._is_drawn and not self._picture and not self._problem
        if isinstance(answer, Refused):
            self._reading = False
            self.say(problem=answer.code)
        else:
            self._counted = answer
            self._headings.show(headings_of(answer))
            self._lines.show(lines_of(answer))
        self.reportChanged.emit()

    def _show_picture(self, answer: bytes | Refused) -> None:
        self._reading = self._counted is None and not self._problem
        if isinstance(answer, Refused):
            self.say(problem=answer.code)
        else:
            self._picture = "data:image/png;base64," + b64encode(answer).decode()
        self.pictureChanged.emit()
        self.reportChanged.emit()

    def _show_choices(self, choices: ReportChoices) -> None:
        self._today = choices.today
        self._places.show([Choice(EVERYTHING), *(Choice(str(one), name) for one, name in choices.places)])
        self._doctors.show([Choice(EVERYTHING), *(Choice(str(one), name) for one, name in choices.doctors)])
        self._words()
        if self._wanted is None:
            first = WantedReport(ReportName.WAITS, self._begin_of(self._range), self._today, None, None, "en")
            self._ask_for(first)
        elif self._range != OWN:
            self.chooseRange(self._range)
        else:
            self.readAgain()

    def _show_folders(self, folders: tuple[Path, ...]) -> None:
        self._folders.show([Choice(str(folder), folder.name or str(folder)) for folder in folders])
        self.foldersChanged.emit()

    @Slot()
    def _words(self) -> None:
        words = Words(self.shell.interpreter.language.code)
        self._titles.show([ReportTitle(name.value, words(name.value)) for name in ReportName])
        if self._wanted is not None and self._wanted.language != words.language:
            self.readAgain()

    def _clear(self) -> None:
        self._counted, self._picture = None, ""
        self._lines.show(())
        self._headings.show(())
        self.reportChanged.emit()
        self.pictureChanged.emit()

    def _exported(self, written: Written) -> None:
        self._written = str(written.file)
        self.foldersChanged.emit()
        self.say(told="exported")

    def _broke(self) -> None:
        self._reading = False
        self.say(problem="fault")
        self.reportChanged.emit()


def _wrong_with(first: date, last: date) -> str:
    return "turned" if last < first else "long" if (last - first).days >= MOST_DAYS else ""


def _key(chosen: int | None) -> str:
    return EVERYTHING if chosen is None else str(chosen)


def _words_of(choices: Rows, chosen: int | None) -> str:
    return next((row.words for row in choices.rows if row.key == _key(chosen)), "")
