"""What a person's file says of the clinic's consent: whether they gave it, when, and to which text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.screens.wording import short_day

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from kiosk.screens.reception.people_desk import ConsentLine

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PersonConsent(QObject):
    """Of who is chosen; empty for nobody, and where this location asks nobody."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line: ConsentLine | None = None
        self._day = ""

    def show(self, line: ConsentLine | None, locale: QLocale) -> None:
        """Tell this of the person, in the words of a language."""
        self._line = line
        self._day = "" if line is None or line.at is None else short_day(line.at.date(), locale)
        self.changed.emit()

    @Property(str, notify=changed)
    def said(self) -> str:
        """`agreed`, `declined` or `not_asked`; empty where nobody is asked."""
        if self._line is None:
            return ""
        if self._line.agreed is None:
            return "not_asked"
        return "agreed" if self._line.agreed else "declined"

    @Property(str, notify=changed)
    def day(self) -> str:
        """When they said it; empty where they did not."""
        return self._day

    @Property(bool, notify=changed)
    def isEarlier(self) -> bool:
        """Whether they said it to a text that is no longer in force."""
        return self._line is not None and self._line.agreed is not None and not self._line.is_in_force

    @Property(bool, notify=changed)
    def mayAgree(self) -> bool:
        """Whether there is a text that they have not agreed to."""
        return self._line is not None and self._line.may_agree
