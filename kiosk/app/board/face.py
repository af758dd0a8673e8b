"""The waiting room's face: the board on this machine's records, which hold no names, and its voice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.app.records_news import RecordsNews
from kiosk.app.settings import Settings
from kiosk.devices.speech import voice_here
from kiosk.screens.application import ScreenSettings
from kiosk.screens.board import opening
from kiosk.screens.board.shell import BoardShell
from kiosk.screens.languages import register_first_fonts
from kiosk.screens.timing import QtTime

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.app.back_office import BackOffice
    from server_sync.desk.queue.board import Board
    from server_sync.records.replica import Replica


class LocalBoardDesk:
    """Implements `kiosk.screens.board.board_desk.BoardDesk` on this machine's records."""

    def __init__(self, back_office: Callable[[], BackOffice]) -> None:
        """`back_office` is asked for when the first question is."""
        self._back_office = back_office
        self._news: list[RecordsNews] = []

    async def board(self) -> Board:
        """See `BoardDesk.board`."""
        import asyncio

        return await asyncio.wrap_future(self._back_office().submit(_read))

    def listen(self, changed: Callable[[], None]) -> None:
        """See `BoardDesk.listen`."""
        self._news.append(RecordsNews(self._back_office(), changed))


class BoardFace:
    """Implements `kiosk.app.face.Face`."""

    def __init__(self, settings: Settings, back_office: Callable[[], BackOffice], screen: ScreenSettings) -> None:
        register_first_fonts()
        spoken = settings.spoken or (settings.clinic.default_language,)
        desk, voice = LocalBoardDesk(back_office), voice_here() if settings.sound else None
        density, still = screen.pixels_per_mm, screen.still
        self.shell = BoardShell(desk, voice, spoken, settings.clinic, QtTime(), pixels_per_mm=density, still=still)

    def open_window(self, engine: QQmlApplicationEngine, settings: ScreenSettings) -> QWindow:
        """See `Face.open_window`."""
        return opening.open_window(engine, self.shell, settings)

    def warm(self) -> None:
        """See `Face.warm`: doctors' names may be written in any script."""
        self.shell.interpreter.read_all_scripts()


def _read(replica: Replica) -> Board:
    from server_sync.desk.queue.board import board_of

    with replica.read() as reading:
        return board_of(reading, replica.identity.location_id or 0)
