"""The screen for the few words that a person writes themselves: a name, or what they thought of their visit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.letters import COMPOSES, face_of, letter_on, rows_of
from kiosk.screens.patient.pinyin import MOST_LETTERS as MOST_COMPOSED
from kiosk.screens.patient.pinyin import Composition
from kiosk.screens.patient.screen import PatientScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

MOST_LETTERS = 100
"""Longer than the longest names that clinics report; what is more is refused with a sentence, not cut in silence."""
SHOWN = 8
"""Characters that stand in a row to choose from."""


@QmlElement
class TextScreen(PatientScreen):
    """Takes words letter by letter, in any script, by its own keys or by a keyboard; and hands them on."""

    page_file = "text/Entry.qml"
    textChanged = Signal()
    rowsChanged = Signal()

    @QEnum
    class Kind(IntEnum):
        """What is asked for."""

        FIRST_NAME = 0
        FULL_NAME = 1
        OPINION = 2

    def __init__(self, shell: PatientShell, kind: Kind, step: tuple[int, int], then: Callable[[str], None]) -> None:
        """`then` is told the words, without blanks around them, when the person goes on."""
        super().__init__(shell)
        self.wordsChanged.connect(self._speak_anew)
        self._kind = kind
        self._then = then
        self._text = ""
        self._composed = Composition()
        self._full = False
        self.set_step(*step)

    @Property(int, constant=True)
    def kind(self) -> int:
        """What is asked for, a `Kind`."""
        return int(self._kind)

    @Property(str, notify=textChanged)
    def text(self) -> str:
        """What was written so far, with the letters that are no characters yet."""
        return self._text + self._composed.letters

    @Property(bool, notify=textChanged)
    def full(self) -> bool:
        """Whether more was written than is taken."""
        return self._full

    @Property(bool, notify=textChanged)
    def complete(self) -> bool:
        """Whether one may go on."""
        return self._kind is not self.Kind.FULL_NAME or (self._text + self._composed.letters).strip() != ""

    @Property("QStringList", notify=rowsChanged)  # type: ignore[arg-type]  # Qt takes the name of a type as well
    def rows(self) -> list[str]:
        """The faces of the keys within a word, row by row, with blanks between them."""
        return self._faces(begins_word=False)

    @Property("QStringList", notify=rowsChanged)  # type: ignore[arg-type]  # as above
    def capitals(self) -> list[str]:
        """The faces of the same keys where a word begins."""
        return self._faces(begins_word=not self._composing())

    @Property(bool, notify=textChanged)
    def beginsWord(self) -> bool:
        """Which of the two the keys show."""
        return self._text == "" or self._text.endswith((" ", "-"))

    @Property(bool, notify=rowsChanged)
    def composes(self) -> bool:
        """Whether letters become characters here."""
        return self._composing()

    @Property(str, notify=textChanged)
    def letters(self) -> str:
        """The letters that are no characters yet; they may stay as they are."""
        return self._composed.letters

    @Property("QStringList", notify=textChanged)  # type: ignore[arg-type]  # as above
    def candidates(self) -> list[str]:
        """The characters that the letters may mean, a row of them."""
        first = self._composed.first
        return list(self._composed.candidates[first : first + SHOWN])

    @Property(bool, notify=textChanged)
    def moreCandidates(self) -> bool:
        """Whether they may mean others besides."""
        return len(self._composed.candidates) > SHOWN

    @Slot(str)
    def choose(self, character: str) -> None:
        """Take a character for the first syllable."""
        if self.awake and self._composed.letters:
            rest = self._composed.after_choice()
            self._composed = Composition()
            self._take(character)
            self._compose(rest)

    @Slot()
    def keepLetters(self) -> None:
        """Take the letters as they are."""
        if self.awake:
            self._flush()

    @Slot()
    def turnCandidates(self) -> None:
        """Show the next of what the letters may mean."""
        if self.awake:
            self._compose(self._composed.turned(SHOWN))

    @Slot(str)
    def press(self, face: str) -> None:
        """Add what a key says; where letters become characters, a blank takes the first that they may mean."""
        if not self.awake:
            return
        letter = letter_on(face)
        if self._composing() and len(letter) == 1 and letter.isascii() and letter.isalpha() and self._has_room():
            self._compose(self._composed.with_letter(letter))
        elif letter == " " and self._composed.candidates:
            self.choose(self._composed.candidates[self._composed.first])
        else:
            self._flush()
            self._take(letter)

    @Slot()
    def erase(self) -> None:
        """Take the last letter away."""
        if self.awake and self._composed.letters:
            self._compose(self._composed.without_last())
        elif self.awake:
            self._set(self._text[:-1], full=False)

    @Slot()
    def submit(self) -> None:
        """Hand the words on."""
        if self.awake and self.complete:
            self._flush()
            self._then(self._text.strip())

    def typed(self, text: str) -> None:
        """Take letters of a keyboard."""
        self.press(text)

    def erased(self) -> None:
        """Take the last letter away."""
        self.erase()

    def scanned(self, text: str) -> None:
        """A scanner's words are nobody's name."""
        self._composed = Composition()
        self._set("", full=False)

    def _composing(self) -> bool:
        return self.shell.interpreter.language.code == COMPOSES

    def _has_room(self) -> bool:
        return len(self._composed.letters) < MOST_COMPOSED

    def _compose(self, composed: Composition) -> None:
        self._composed = composed
        self.textChanged.emit()

    def _flush(self) -> None:
        letters, self._composed = self._composed.letters, Composition()
        if letters:
            self._take(letters)

    @Slot()
    def _speak_anew(self) -> None:
        """Another language has other keys; letters that were to become characters stay letters."""
        self._flush()
        self.rowsChanged.emit()
        self.textChanged.emit()

    def _faces(self, *, begins_word: bool) -> list[str]:
        rows = rows_of(self.shell.interpreter.language.code)
        return [" ".join(face_of(letter, begins_word=begins_word) for letter in row) for row in rows]

    def _take(self, text: str) -> None:
        shown = "".join(sign for sign in text if not unicodedata.category(sign).startswith("C"))
        room = MOST_LETTERS - len(self._text)
        self._set(self._text + shown[:room], full=len(shown) > room)

    def _set(self, text: str, *, full: bool) -> None:
        self._text = text
        self._full = full
        self.textChanged.emit()
