"""The screen for the few words that a person writes themselves: a name, or what they thought of their visit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QEnum, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.patient.letters import face_of, letter_on, rows_of
from kiosk.screens.patient.screen import PatientScreen

if TYPE_CHECKING:
    from kiosk.screens.patient.shell import PatientShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

MOST_LETTERS = 100
"""Longer than the longest names that clinics report; what is more is refused with a sentence, not cut in silence."""


@QmlElement
class TextScreen(PatientScreen):
    """Takes words letter by letter, in any script, by its own keys or by a keyboard; and hands them on."""

    page_file = "text/Entry.qml"
    textChanged = Signal()

    @QEnum
    class Kind(IntEnum):
        """What is asked for."""

        FIRST_NAME = 0
        FULL_NAME = 1
        OPINION = 2

    def __init__(self, shell: PatientShell, kind: Kind, step: tuple[int, int], then: Callable[[str], None]) -> None:
        """`then` is told the words, without blanks around them, when the person goes on."""
        super().__init__(shell)
        self.wordsChanged.connect(self.textChanged)
        self._kind = kind
        self._then = then
        self._text = ""
        self._full = False
        self.set_step(*step)

    @Property(int, constant=True)
    def kind(self) -> int:
        """What is asked for, a `Kind`."""
        return int(self._kind)

    @Property(str, notify=textChanged)
    def text(self) -> str:
        """What was written so far."""
        return self._text

    @Property(bool, notify=textChanged)
    def full(self) -> bool:
        """Whether more was written than is taken."""
        return self._full

    @Property(bool, notify=textChanged)
    def complete(self) -> bool:
        """Whether one may go on."""
        return self._kind is not self.Kind.FULL_NAME or self._text.strip() != ""

    @Property("QStringList", notify=textChanged)  # type: ignore[arg-type]  # Qt takes the name of a type as well
    def rows(self) -> list[str]:
        """The faces of the keys, row by row, with blanks between them."""
        begins = self._text == "" or self._text.endswith((" ", "-"))
        rows = rows_of(self.shell.interpreter.language.code)
        return [" ".join(face_of(letter, begins_word=begins) for letter in row) for row in rows]

    @Slot(str)
    def press(self, face: str) -> None:
        """Add what a key says."""
        if self.awake:
            self._take(letter_on(face))

    @Slot()
    def erase(self) -> None:
        """Take the last letter away."""
        if self.awake:
            self._set(self._text[:-1], full=False)

    @Slot()
    def submit(self) -> None:
        """Hand the words on."""
        if self.awake and self.complete:
            self._then(self._text.strip())

    def typed(self, text: str) -> None:
        """Take letters of a keyboard."""
        self.press(text)

    def erased(self) -> None:
        """Take the last letter away."""
        self.erase()

    def scanned(self, text: str) -> None:
        """A scanner's words are nobody's name."""
        self._set("", full=False)

    def _take(self, text: str) -> None:
        shown = "".join(sign for sign in text if not unicodedata.category(sign).startswith("C"))
        room = MOST_LETTERS - len(self._text)
        self._set(self._text + shown[:room], full=len(shown) > room)

    def _set(self, text: str, *, full: bool) -> None:
        self._text = text
        self._full = full
        self.textChanged.emit()
