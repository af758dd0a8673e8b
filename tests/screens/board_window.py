"""A board's window for tests: the real page on a queue, a voice and a time that the test holds."""

from __future__ import annotations

import gc
from collections.abc import Callable
from uuid import UUID, uuid5

from PySide6.QtQml import QQmlApplicationEngine

from kiosk.devices.speech import SilentVoice
from kiosk.screens.application import ScreenSettings
from kiosk.screens.board.opening import open_window
from kiosk.screens.board.shell import BoardShell
from kiosk.screens.clinic import Clinic
from kiosk.screens.languages import register_first_fonts
from server_sync.desk.outcomes import WaitRange
from server_sync.desk.queue.board import Board, Call, LineOnBoard
from tests.fakes.front_desk import CLINIC, FakeTime
from tests.screens.kiosk_window import KioskWindow

_NUMBERS = UUID("0d9a5f3e-6f0b-4d3c-9a51-5f2b6d1f9f10")


class FakeBoardDesk:
    """A queue that the test changes."""

    def __init__(self, time: FakeTime) -> None:
        self.now = Board((), ())
        self._time = time
        self._changed: list[Callable[[], None]] = []

    async def board(self) -> Board:
        return self.now

    def listen(self, changed: Callable[[], None]) -> None:
        self._changed.append(changed)

    def show(self, board: Board) -> None:
        """The records changed."""
        self.now = board
        for changed in self._changed:
            changed()

    def call(self, number: str, room: str = "Room 3", recalls: int = 0) -> None:
        """Somebody is called, or called again."""
        call = Call(uuid5(_NUMBERS, number), number, room, self._time.now(), recalls, is_missed=False)
        others = tuple(one for one in self.now.calls if one.uid != call.uid)
        self.show(Board((call, *others)[:5], self.now.lines))


def line(name: str, room: str = "Room 1", waiting: int = 3, wait: tuple[int, int] | None = (10, 20)) -> LineOnBoard:
    """A doctor's line."""
    return LineOnBoard(name, room, ("A 5",) if waiting else (), waiting, None if wait is None else WaitRange(*wait))


class SlowVoice(SilentVoice):
    """A voice that has said something once the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []
        self.takes_its_time = False

    def tell(self, done: Callable[[], None]) -> None:
        if self.takes_its_time:
            self.waiting.append(done)
        else:
            done()

    def end(self) -> None:
        """All that was begun has been heard."""
        waiting, self.waiting = self.waiting, []
        for done in waiting:
            done()


class BoardWindow(KioskWindow):
    """The window, and what happens in front of it. Needs a running asyncio loop on Qt's."""

    shell: BoardShell  # type: ignore[assignment]  # another face's shell

    def __init__(
        self,
        width: int = 1920,
        height: int = 1080,
        *,
        clinic: Clinic = CLINIC,
        spoken: tuple[str, ...] = ("en",),
        standing: Board | None = None,
    ) -> None:
        self.time = FakeTime()
        self.desk = FakeBoardDesk(self.time)
        self.desk.now = standing or self.desk.now
        self.voice = SlowVoice()
        register_first_fonts()
        settings = ScreenSettings(width=width, height=height, still=True)
        self.shell = BoardShell(self.desk, self.voice, spoken, clinic, self.time, still=True)
        self.engine = QQmlApplicationEngine()
        self.warnings: list[str] = []
        self.engine.warnings.connect(lambda errors: self.warnings.extend(error.toString() for error in errors))
        self.window = open_window(self.engine, self.shell, settings)
        self.frames = 0
        self.kept = []
        self.quick.frameSwapped.connect(self._count_frame)
        self.wait_until(self.window.isExposed)
        self.pass_time(0)

    def pass_time(self, seconds: float) -> None:
        """Let seconds go by, one after the other, as a clock does."""
        for _ in range(int(seconds)):
            self.time.advance(1)
            self.wait_until(lambda: not self.shell.requests)
        self.wait_until(lambda: not self.shell.requests)
        self.turn()

    def settle(self) -> None:
        self.wait_until(lambda: not self.shell.requests)
        self.turn()

    @property
    def in_front(self) -> str:
        """The number that stands large."""
        return str(self.shell.property("number"))

    def close(self) -> None:
        """Take the window down."""
        self.wait_until(lambda: not self.shell.requests)
        self.turn()
        self.window.close()
        self.engine.deleteLater()
        self.turn()
        self.kept.clear()
        del self.window, self.engine
        gc.collect()
        self.shell.interpreter.silence()
