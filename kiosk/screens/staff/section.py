"""What every section of the staff's frame shares: its page, whom it is for, and what it forgets at a sign-out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from server_sync.clinic.roles import STAFF, Role

if TYPE_CHECKING:
    from kiosk.screens.staff.shell import StaffShell

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffSection(QObject):
    """One section of the rail. It lives as long as the shell; its page only while it stands in front."""

    wordsChanged = Signal()
    """The language changed. A property of a derived class needs a notify signal of its own, connected to this one:
    with an inherited one PySide 6.11 crashes in QMetaProperty::notifySignal."""

    kind: ClassVar[str]
    """Which section it is; `resources/qml/staff/Sections.qml` has its word and its icon."""
    page_file: ClassVar[str]
    """The page, relative to resources/qml."""
    roles: ClassVar[frozenset[Role]] = STAFF
    """Who has this section."""

    def __init__(self, shell: StaffShell) -> None:
        super().__init__()
        self.shell = shell

    def shown(self) -> None:
        """The section came in front of somebody who is signed in: what it shows is asked for now."""

    def hidden(self) -> None:
        """Another section came in front, or nobody is signed in any more."""

    def refresh(self) -> None:
        """The records may be others than they were, while the section stands in front."""

    def forget(self) -> None:
        """Somebody signed out: nothing of any patient may remain."""

    @Property(str, constant=True)
    def page(self) -> str:
        """The page's file, relative to resources/qml."""
        return self.page_file

    @Property(str, constant=True)
    def kindName(self) -> str:
        """Which section it is."""
        return self.kind
