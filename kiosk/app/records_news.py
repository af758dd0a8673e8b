"""The word that the records changed, carried from the thread that wrote them to the screens' own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from kiosk.app.back_office import BackOffice


class RecordsNews(QObject):
    """Made on the UI thread, where `changed` is called; several changes at once may be told as several."""

    _written = Signal()

    def __init__(self, back_office: BackOffice, changed: Callable[[], None]) -> None:
        super().__init__()
        self._changed = changed
        self._written.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        back_office.listen(self._written.emit)

    def _tell(self) -> None:
        self._changed()
