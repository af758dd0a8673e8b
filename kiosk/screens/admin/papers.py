"""The section that shows each paper as it would be printed, and lets a clinic write its own template."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.printing.template import MOST_LETTERS
from kiosk.screens.admin.admin_section import AdminSection
from kiosk.screens.admin.papers_desk import BadPaper, Drawn, Kept, NotKept, Paper, PapersDesk
from kiosk.screens.languages import LanguageList
from kiosk.screens.rows import Rows
from kiosk.screens.staff.shell import StaffShell
from kiosk.screens.timing import Timer

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

DRAWN_AFTER_S = 0.4
"""Of quiet, while somebody types."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A kind of paper, as the list shows it."""

    key: str
    standing: str
    """Whose template it is printed with (`PaperState`)."""


@QmlElement
class PapersSection(AdminSection):
    """The kinds, the chosen one's template, and its picture beside it."""

    kind = "papers"
    page_file = "admin/papers/Papers.qml"

    chosenChanged = Signal()
    sourceChanged = Signal()
    pictureChanged = Signal()

    def __init__(self, shell: StaffShell, desk: PapersDesk, restart: Callable[[], None]) -> None:
        super().__init__(shell)
        self._desk = desk
        self._restart = restart
        self._waits = False
        self._papers: tuple[Paper, ...] = ()
        self._lines = Rows(PaperLine)
        self._languages = LanguageList(tuple(shell.clinic.languages))
        self._chosen = ""
        self._source = ""
        self._language = ""
        self._picture = ""
        self._wrong: BadPaper | None = None
        self._timer: Timer | None = None
        self._asked = 0

    def shown(self) -> None:
        """Read what is in force."""
        self._language = self._language or self.shell.clinic.default_language
        self.shell.ask(self, self._desk.papers(), self._show, lambda: self.say(problem="fault"))

    def forget(self) -> None:
        """What was typed and not kept is gone."""
        super().forget()
        self._papers, self._chosen, self._source, self._language = (), "", "", ""
        self._picture, self._wrong = "", None
        self._lines.show(())
        self._stop()
        self._tell_all()

    @Property(bool, notify=chosenChanged)
    def waits(self) -> bool:
        """Whether something was kept that is printed only from the next start on."""
        return self._waits

    @Slot()
    def restart(self) -> None:
        """Begin the program anew, with the papers as they stand now."""
        self._restart()

    @Property(Rows, constant=True)
    def papers(self) -> Rows:
        """Every kind of paper."""
        return self._lines

    @Property(str, notify=chosenChanged)
    def chosen(self) -> str:
        """Which one is chosen."""
        return self._chosen

    @Property(str, notify=chosenChanged)
    def state(self) -> str:
        """Whose template it is printed with (`PaperState`)."""
        return "" if (paper := self._paper()) is None else paper.state.value

    @Property(str, notify=sourceChanged)
    def source(self) -> str:
        """Its template, as it was read or typed."""
        return self._source

    @Property(bool, notify=sourceChanged)
    def changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        paper = self._paper()
        return paper is not None and paper.source != self._source

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        """Address of what it makes; that of the last one that was right while something is wrong."""
        return self._picture

    @Property(str, notify=pictureChanged)
    def wrong(self) -> str:
        """What is wrong with what was typed (`kiosk.printing.mistakes.Mistake`); empty where it is right."""
        return "" if self._wrong is None else self._wrong.code

    @Property(int, notify=pictureChanged)
    def wrongBlock(self) -> int:
        """In which block, from 1; 0 where it is the whole that is wrong."""
        return 0 if self._wrong is None else self._wrong.block

    @Property("QStringList", notify=pictureChanged)  # type: ignore[arg-type]  # a name of Qt's, unknown to the stubs
    def wrongValues(self) -> list[str]:
        """What the sentence about it names."""
        return [] if self._wrong is None else list(self._wrong.values)

    @Property(str, notify=chosenChanged)
    def language(self) -> str:
        """The language that it is drawn in."""
        return self._language

    @Property(LanguageList, constant=True)
    def languages(self) -> LanguageList:
        """The languages of the clinic's papers."""
        return self._languages

    @Slot(str)
    def choose(self, kind: str) -> None:
        """Show another kind; what was typed of this one and not kept is dropped."""
        self._chosen = kind
        paper = self._paper()
        self._source = "" if paper is None else paper.source
        self.say()
        self._draw()
        self._tell_all()

    @Slot(str)
    def type(self, source: str) -> None:
        """Something was typed: it is drawn when the hands rest."""
        if source == self._source:
            return
        self._source = source[:MOST_LETTERS]
        self.say()
        self._stop()
        self._timer = self.shell.time.after(DRAWN_AFTER_S, self._draw)
        self.sourceChanged.emit()

    @Slot(str)
    def speak(self, language: str) -> None:
        """Draw it in another language."""
        self._language = language
        self.chosenChanged.emit()
        self._draw()

    @Slot()
    def save(self) -> None:
        """Put what was typed in force, if it is right."""
        if self._chosen:
            self.shell.ask(self, self._desk.keep(self._chosen, self._source), self._kept, self._broke)

    @Slot()
    def beginAgain(self) -> None:
        """Print with ours again."""
        if self._chosen:
            self._source = ""
            self.shell.ask(self, self._desk.begin_again(self._chosen), self._kept, self._broke)

    def _paper(self) -> Paper | None:
        return next((paper for paper in self._papers if paper.kind == self._chosen), None)

    def _show(self, papers: tuple[Paper, ...]) -> None:
        was = self._paper()
        untouched = was is None or was.source == self._source or not self._source
        self._papers = papers
        self._lines.show([PaperLine(paper.kind, paper.state.value) for paper in papers])
        if not self._chosen and papers:
            self._chosen = papers[0].kind
        paper = self._paper()
        if paper is not None and untouched:
            self._source = paper.source
        self._draw()
        self._tell_all()

    def _draw(self) -> None:
        self._stop()
        if not self._chosen:
            return
        self._asked += 1
        asked = self._asked

        def drawn(answer: Drawn | BadPaper) -> None:
            # Of two that are under way the later one counts.
            if asked != self._asked:
                return
            if isinstance(answer, Drawn):
                self._picture, self._wrong = "data:image/png;base64," + b64encode(answer.png).decode(), None
            else:
                self._wrong = answer
            self.pictureChanged.emit()

        self.shell.ask(self, self._desk.draw(self._chosen, self._source, self._language), drawn, self._broke)

    def _kept(self, answer: Kept | BadPaper | NotKept) -> None:
        if isinstance(answer, BadPaper):
            self._wrong = answer
            self.pictureChanged.emit()
            return
        if isinstance(answer, NotKept):
            self.say(problem=answer.code)
            return
        self._waits = True
        self.chosenChanged.emit()
        self.say(told="saved")
        self.shell.ask(self, self._desk.papers(), self._show, self._broke)

    def _broke(self) -> None:
        self.say(problem="fault")

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _tell_all(self) -> None:
        self.chosenChanged.emit()
        self.sourceChanged.emit()
        self.pictureChanged.emit()
