"""The board: the newest call, those before it, every line's wait, and how old all of it is."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.screens.board.announcements import Announcements, sentence, still_to_say
from kiosk.screens.board.board_desk import BoardDesk, BoardVoice
from kiosk.screens.board.rows import CallRow, LineRow, Rows
from kiosk.screens.clinic import Clinic
from kiosk.screens.resource_files import RESOURCES
from kiosk.screens.surface import Surface
from kiosk.screens.timing import Time, Timer
from server_sync.protocol.faults import Fault

if TYPE_CHECKING:
    from server_sync.desk.queue.board import Board, Call

QML_IMPORT_NAME = "Anteroom.Screens"
QML_IMPORT_MAJOR_VERSION = 1

READ_EVERY_S = 5
"""Waits change while nobody writes anything."""
STALE_AFTER_S = 15
"""From then on a grey veil says that what stands here may not be so any more (ux.md)."""
IN_FRONT_S = 8
"""How long a call stands large at least before the next one that came with it; it stands until it has been said."""
LONGEST_SAID_S = 45
"""A voice that has not come to its end by then is not waited for: six languages take half a minute."""
CALLING_S = 60
"""How long the newest call is lit as being called."""
CHIME = RESOURCES / "sounds" / "chime.wav"


@QmlElement
class BoardShell(Surface):
    """What the board's page shows. Lives on the UI thread; nobody touches it."""

    secondChanged = Signal()
    callChanged = Signal()
    called = Signal()
    """A number came in front: it blinks."""
    _heard = Signal(int)

    def __init__(
        self,
        desk: BoardDesk,
        voice: BoardVoice | None,
        spoken: tuple[str, ...],
        clinic: Clinic,
        time: Time,
        *,
        pixels_per_mm: float = 0.0,
        still: bool = False,
    ) -> None:
        """`spoken` are the languages in which calls are said, one after the other; `voice` is None without sound."""
        super().__init__(clinic, time, "board", pixels_per_mm=pixels_per_mm, still=still)
        self._desk = desk
        self._voice = voice
        self._spoken = spoken
        self._announcements = Announcements()
        self._waiting: list[Call] = []
        self._front: Call | None = None
        self._front_since_s = float("-inf")
        self._said = 0
        self._heard_last = 0
        self._calls: tuple[Call, ...] = ()
        self._before = Rows(CallRow)
        self._lines = Rows(LineRow)
        self._updated_at: datetime | None = None
        self._asked_at_s = float("-inf")
        self._is_asking = False
        self._again = False
        self._second: Timer | None = None
        # The voice says on its own thread that it has come to an end.
        self._heard.connect(self._note_heard, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start the clock, and read the board whenever it changed."""
        self._desk.listen(self._refresh)
        self._each_second()

    @Slot()
    def reset(self) -> None:
        """Nothing of anybody is kept here."""

    @property
    def is_at_rest(self) -> bool:
        """Nobody is ever at this screen; the worker may take large steps but when it moves."""
        return True

    @Property(str, constant=True)
    def clinicName(self) -> str:
        """The clinic's name."""
        return self.clinic.name

    @Property(str, notify=secondChanged)
    def clockText(self) -> str:
        """Hours, minutes and seconds."""
        return f"{self.now():%H:%M:%S}"

    @Property(int, notify=secondChanged)
    def age(self) -> int:
        """Seconds since what stands here was known to be so; -1 before there is anything."""
        return self._age_s()

    @Property(bool, notify=secondChanged)
    def stale(self) -> bool:
        """Whether it may not be so any more."""
        return self._age_s() > STALE_AFTER_S

    @Property(str, notify=callChanged)
    def number(self) -> str:
        """The newest call's number; empty before the day's first."""
        return self._front.short_number if self._front else ""

    @Property(str, notify=callChanged)
    def room(self) -> str:
        """Where it was called to."""
        return self._front.room if self._front else ""

    @Property(bool, notify=callChanged)
    def missed(self) -> bool:
        """Whether whoever holds it did not come, and is asked to the desk."""
        return self._front is not None and self._front.is_missed

    @Property(bool, notify=secondChanged)
    def calling(self) -> bool:
        """Whether it is being called just now."""
        front = self._front
        return front is not None and (self.time.now() - front.called_at).total_seconds() < CALLING_S

    @Property(Rows, constant=True)
    def before(self) -> Rows:
        """The four calls before the newest."""
        return self._before

    @Property(Rows, constant=True)
    def lines(self) -> Rows:
        """Every doctor's line."""
        return self._lines

    def _age_s(self) -> int:
        if self._updated_at is None:
            return -1
        return max(0, int((self.time.now() - self._updated_at).total_seconds()))

    def _each_second(self) -> None:
        self._second = self.time.after(1, self._each_second)
        now_s = self.time.monotonic_s()
        if now_s - self._asked_at_s >= READ_EVERY_S:
            self._refresh()
        self._next_to_front()
        self.secondChanged.emit()

    def _refresh(self) -> None:
        if self._is_asking:
            self._again = True
            return
        self._is_asking, self._asked_at_s = True, self.time.monotonic_s()
        self.requests.start(self._read())

    async def _read(self) -> None:
        try:
            self._show(await self._desk.board())
        except Fault:
            # Before the first records have come, or while the disk refuses: what stands grows old, and says so.
            return
        finally:
            self._is_asking = False
            if self._again:
                self._again = False
                self._refresh()

    def _show(self, board: Board) -> None:
        if not self._offline:
            self._updated_at = self.time.now()
        self._calls = board.calls
        self._lines.show([LineRow.of(place, line) for place, line in enumerate(board.lines)])
        news = self._announcements.news(board.calls, self.time.now())
        self._waiting = still_to_say((*self._waiting, *news), board.calls, self.time.now())
        if not self._next_to_front():
            self._settle(self._front if self._waiting else None)
        self.secondChanged.emit()

    def _next_to_front(self) -> bool:
        """Bring the call that waits longest to the front, once the one there was seen and heard; whether it did."""
        self._waiting = still_to_say(self._waiting, self._calls, self.time.now())
        if not self._waiting or not self._front_has_had_its_time():
            return False
        first, *self._waiting = self._waiting
        self._bring_to_front(first)
        return True

    def _front_has_had_its_time(self) -> bool:
        stood_s = self.time.monotonic_s() - self._front_since_s
        is_heard = self._heard_last == self._said or stood_s >= LONGEST_SAID_S
        return is_heard and stood_s >= IN_FRONT_S

    def _bring_to_front(self, call: Call) -> None:
        self._front_since_s = self.time.monotonic_s()
        self._settle(call)
        self.called.emit()
        if self._voice is not None:
            self._voice.chime(CHIME)
            for language in self._spoken:
                self._voice.say(sentence(call, language), language)
            self._said += 1
            self._voice.tell(partial(self._heard.emit, self._said))

    @Slot(int)
    def _note_heard(self, said: int) -> None:
        self._heard_last = max(self._heard_last, said)
        self._next_to_front()

    def _settle(self, front: Call | None = None) -> None:
        """Show a call in front, or the newest, and the others below it."""
        newest = self._calls[0] if self._calls else None
        self._front = front or newest
        others = [call for call in self._calls if self._front is None or call.uid != self._front.uid]
        # What is still to be announced is not given away below before its turn.
        hidden = {call.uid for call in self._waiting}
        self._before.show([CallRow.of(call) for call in others if call.uid not in hidden][:4])
        self.callChanged.emit()
