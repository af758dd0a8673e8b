"""Working with the queue, whatever shows it: reading the board when it may have changed, one step at a time, undo."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.screens.reception.queue_desk import QueueDesk, Step
from kiosk.screens.reception.queue_word import REFUSALS, QueueWord
from server_sync.clinic.visits import QueueStatus
from server_sync.desk.queue.at_desk import Alarmed, DeskBoard, DeskPlace, Refused, StepAnswer

if TYPE_CHECKING:
    from kiosk.screens.timing import Time, Timer

READ_AGAIN_S = 20.0
"""How often the board is read where nothing is heard: waits grow, and the order follows from them."""
MOST_UNDONE = 20
"""How many of the last steps can be taken back one after the other."""
WORD_STANDS_S = 12.0
"""How long a word on the last step stands, with its way back."""

Said = QueueWord.Said
AFTER = {
    Step.RECALL: Said.RECALLED,
    Step.PARK: Said.PARKED,
    Step.UNPARK: Said.BACK,
    Step.START: Said.STARTED,
    Step.COMPLETE: Said.COMPLETED,
    Step.LEAVE: Said.LEFT,
    Step.UNDO: Said.UNDONE,
}


class Ask(Protocol):
    """Waits for an answer of the desk; drops it where nobody is signed in any more."""

    def __call__(
        self, request: Coroutine[Any, Any, Any], then: Callable[[Any], None], otherwise: Callable[[], None]
    ) -> None:
        """`otherwise` is called where the world broke."""
        ...


class QueueWork:
    """Lives on the UI thread, between a screen and its desk. `changed` is called after each change of what it holds."""

    def __init__(self, desk: QueueDesk, time: Time, ask: Ask, changed: Callable[[], None]) -> None:
        self.desk = desk
        self.word = QueueWord()
        self.board: DeskBoard | None = None
        """As it was read last; None before the first time."""
        self.failed = False
        """Whether it could not be read the last time."""
        self.busy = False
        """Whether a step is under way; another one waits for nobody, it is not taken."""
        self._time = time
        self._ask = ask
        self._changed = changed
        self._is_shown = False
        self._reading = False
        self._stale = False
        self._timer: Timer | None = None
        self._word_timer: Timer | None = None
        self._taken: list[int] = []
        self._called_here: dict[int, tuple[str, str]] = {}
        desk.listen(self._heard)

    def begin(self) -> None:
        """The board came in front: read it, and keep it fresh."""
        self._is_shown = True
        self.read()

    def end(self) -> None:
        """It is no longer in front; what is known of it stays."""
        self._is_shown = False
        self._stop(self._timer)

    def forget(self) -> None:
        """Whoever was signed in is gone: nothing of the people stays."""
        self.end()
        self.board, self.failed, self.busy, self._reading = None, False, False, False
        self._taken.clear()
        self._called_here.clear()
        self._stop(self._word_timer)
        self.word.hush()
        self._changed()

    def read(self) -> None:
        """Read the board; while it is being read, once more after."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        self._ask(self.desk.board(), self._read, self._unreadable)

    def step(
        self,
        request: Coroutine[Any, Any, StepAnswer],
        said: QueueWord.Said,
        then: Callable[[DeskPlace], None] = lambda _place: None,
    ) -> None:
        """Take a step, unless one is under way, and say what came of it; `then` is called where it was taken."""
        if self.busy:
            request.close()
            return
        self.busy = True
        self._changed()
        self._ask(request, lambda answer: self._answered(answer, said, then), self._broken)

    def take(self, step: Step, place_id: int) -> None:
        """Take one of the plain steps."""
        self.step(self.desk.take(step, place_id), AFTER.get(step, Said.ABSENT))

    @property
    def may_undo(self) -> bool:
        """Whether there is a step of this desk to take back."""
        return bool(self._taken)

    def undo(self) -> None:
        """Take back the last step that was taken here; again, the one before it."""
        if self._taken and not self.busy:
            self.take(Step.UNDO, self._taken.pop())

    def print_again(self, place: DeskPlace, language: str) -> None:
        """Print a marked copy of a ticket."""

        def printed(why: Any) -> None:  # Any: a Why or None, as the desk answers
            self.say(Said.PRINTED if why is None else REFUSALS[why], place)

        self._ask(self.desk.print_again(place.id, language), printed, self._broken)

    def say(self, said: QueueWord.Said, place: DeskPlace | None = None, *, undoable: bool = False) -> None:
        """Say something for a while."""
        self.word.say(said, place, undoable=undoable)
        self._stop(self._word_timer)
        self._word_timer = self._time.after(WORD_STANDS_S, self.word.hush)

    def _heard(self) -> None:
        if self._is_shown:
            self.read()

    def _read(self, board: DeskBoard) -> None:
        self._reading = False
        self.board, self.failed = board, False
        self._look_for_second_calls(board)
        self._again_later()
        self._changed()
        if self._stale:
            self.read()

    def _unreadable(self) -> None:
        self._reading, self.failed = False, True
        self._again_later()
        self._changed()

    def _again_later(self) -> None:
        self._stop(self._timer)
        if self._is_shown:
            self._timer = self._time.after(READ_AGAIN_S, self.read)

    def _answered(self, answer: StepAnswer, said: QueueWord.Said, then: Callable[[DeskPlace], None]) -> None:
        self.busy = False
        if isinstance(answer, Refused):
            self.say(REFUSALS[answer.why], answer.place)
        else:
            self._done(answer.place, Said.ALARMED if isinstance(answer, Alarmed) else said)
            then(answer.place)
        self.read()
        self._changed()

    def _done(self, place: DeskPlace, said: QueueWord.Said) -> None:
        if said is Said.ABSENT and place.status is QueueStatus.CANCELLED:
            said = Said.MISSED
        if said is not Said.UNDONE:
            self._taken = [*self._taken, place.id][-MOST_UNDONE:]
        if place.status is QueueStatus.CALLED:
            self._called_here[place.id] = (place.called_by, place.room)
        else:
            self._called_here.pop(place.id, None)
        self.say(said, place, undoable=said is not Said.UNDONE)

    def _broken(self) -> None:
        self.busy = False
        self.say(Said.BROKEN)
        self._changed()

    def _look_for_second_calls(self, board: DeskBoard) -> None:
        """Two desks that were cut off from each other may have called one person: one of the calls stands."""
        for place_id, called in tuple(self._called_here.items()):
            place = board.place(place_id)
            if place is None or place.status is not QueueStatus.CALLED:
                del self._called_here[place_id]
            elif (place.called_by, place.room) != called:
                del self._called_here[place_id]
                self.say(Said.CALLED_TWICE, place)

    @staticmethod
    def _stop(timer: Timer | None) -> None:
        if timer is not None:
            timer.stop()
