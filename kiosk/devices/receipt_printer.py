"""A receipt printer at the other end of any line: jobs sent whole, and what became of them learnt from itself.

The line is ours and not python-escpos': its printers cannot say whether bytes had left when they failed, leak their
socket when they cannot connect, wait 60 s, and read automatic status bytes as "no paper".
"""

from __future__ import annotations

import contextlib
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Literal, TypeAlias

from kiosk.devices.line import Line
from kiosk.devices.printer import (
    CANNOT_PRINT,
    DELIVERED,
    Delivery,
    PrinterState,
    PrinterStatus,
    StateHistory,
    utc_now,
)
from kiosk.devices.printer_answers import AnswerReader, Question

CONNECT_TIMEOUT_S = 1.0
"""A line that is not open by then is not there."""
ANSWER_TIMEOUT_S = 0.3
"""A printer that answers real-time questions at all does so within a few milliseconds."""
SILENCE_S = 2.0
"""After the last byte: so long may a printer say nothing before its state is unknown."""
_ASK_AGAIN_S = 0.25
_CLEAR_BUFFERS = bytes((0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8))
"""DLE DC4 8: throw away all that is received and not yet printed; heard even while the printer is offline."""
_SENSOR_QUESTION = b"\x1dr\x01"
_CUT_OFF = b"\x1b@\x1bd\x06\x1dV\x01"
"""Part the next ticket from what an interrupted one left hanging: nobody should be handed two numbers."""

EndOfJobQuestion: TypeAlias = Literal["paper_sensor", "process_id"]
"""How to learn that all before it is printed: `GS r`, which every printer answers in its turn, or `GS ( H`."""


class ReceiptPrinter:
    """One printer. Any of its methods may be called from any thread."""

    def __init__(
        self,
        open_line: Callable[[float], Line],
        *,
        end_of_job: EndOfJobQuestion = "paper_sensor",
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """`open_line` is given so many seconds, and raises OSError where there is no printer."""
        self._open_line = open_line
        self._end_of_job: EndOfJobQuestion = end_of_job
        self._history = StateHistory(now)
        self._in_use = threading.Lock()
        self._job_numbers = itertools.count(1)
        self._something_hangs_out = False

    def send(self, job: bytes, deadline_s: float) -> Delivery:
        """Send one job; see `Printer`. A printer that says it cannot print is sent nothing."""
        deadline = time.monotonic() + deadline_s
        delivery: Delivery | None = None
        with self._in_use:
            try:
                with self._connected(deadline) as talk:
                    state = self._history.saw(talk.ask()).state
                    if state in CANNOT_PRINT:
                        return Delivery("not_delivered", state.value)
                    delivery = self._deliver(talk, job)
                    self._something_hangs_out = delivery.outcome == "interrupted"
            except OSError:
                self._history.saw(PrinterState.UNREACHABLE)
        # Whatever breaks once bytes may have left, the job counts as not delivered only before that.
        return delivery or Delivery("not_delivered", PrinterState.UNREACHABLE.value)

    def status(self) -> PrinterStatus:
        """How the printer is now; see `Printer`."""
        if not self._in_use.acquire(blocking=False):
            return self._history.last()
        try:
            with self._connected(time.monotonic() + CONNECT_TIMEOUT_S + SILENCE_S) as talk:
                return self._history.saw(talk.ask())
        except OSError:
            return self._history.saw(PrinterState.UNREACHABLE)
        finally:
            self._in_use.release()

    @contextmanager
    def _connected(self, deadline: float) -> Iterator[_Conversation]:
        timeout_s = max(0.001, min(CONNECT_TIMEOUT_S, deadline - time.monotonic()))
        with contextlib.closing(self._open_line(timeout_s)) as line:
            yield _Conversation(line, deadline)

    def _deliver(self, talk: _Conversation, job: bytes) -> Delivery:
        question, is_printed = self._end_question(talk.answers)
        try:
            failure = talk.send((_CUT_OFF if self._something_hangs_out else b"") + job + question)
            if failure is None:
                return self._what_became(talk, is_printed)
            talk.abandon()
        except OSError:
            failure = "connection_lost"
        return Delivery("interrupted" if talk.bytes_sent else "not_delivered", failure)

    def _end_question(self, answers: AnswerReader) -> tuple[bytes, Callable[[], bool]]:
        if self._end_of_job == "paper_sensor":
            before = answers.sensor_answers
            return _SENSOR_QUESTION, lambda: answers.sensor_answers > before
        identifier = f"{next(self._job_numbers) % 10_000:04}".encode()
        return b"\x1d(H\x06\x00\x30\x30" + identifier, lambda: identifier in answers.processed

    def _what_became(self, talk: _Conversation, is_printed: Callable[[], bool]) -> Delivery:
        """Wait for the end of the job; a printer that says it is well may take its time, a silent one has 2 s."""
        while True:
            if talk.listen(_ASK_AGAIN_S, is_printed):
                self._history.saw(talk.state_after_a_job())
                return DELIVERED
            if talk.is_closed:
                self._history.saw(PrinterState.UNREACHABLE)
                return Delivery("interrupted", "connection_lost")
            state = talk.ask_without_waiting()
            if state in CANNOT_PRINT:
                return self._stopped_in_the_middle(talk, state, is_printed)
            if talk.silent_for_s() >= SILENCE_S or talk.is_late():
                self._history.saw(PrinterState.UNKNOWN)
                talk.abandon_what_is_not_received()
                return Delivery("unknown", "silent")

    def _stopped_in_the_middle(
        self, talk: _Conversation, state: PrinterState, is_printed: Callable[[], bool]
    ) -> Delivery:
        """The rest must not come out when the paper is back: it waits in the printer's memory, and is cleared there."""
        self._history.saw(state)
        if is_printed():  # the paper ended just below this ticket
            return DELIVERED
        talk.send_aside(_CLEAR_BUFFERS)
        talk.listen(ANSWER_TIMEOUT_S, lambda: False)
        return Delivery("interrupted", state.value)


class _Conversation:
    """One line in use: bytes out with a deadline, answers in."""

    def __init__(self, line: Line, deadline: float) -> None:
        self.answers = AnswerReader()
        self.bytes_sent = 0
        self.is_closed = False
        self._line = line
        self._deadline = deadline
        self._last_heard = time.monotonic()

    def send(self, message: bytes) -> str | None:
        """Send all of it; a cause where that failed. `bytes_sent` counts what the operating system took."""
        rest = memoryview(message)
        self.bytes_sent = 0
        self._last_heard = time.monotonic()
        while rest:
            remaining_s = self._deadline - time.monotonic()
            if remaining_s <= 0:
                return "too_slow"
            try:
                taken = self._line.write(rest, remaining_s)
            except TimeoutError:
                return "too_slow"
            except OSError:
                self.is_closed = True
                return "connection_lost"
            self.bytes_sent += taken
            rest = rest[taken:]
        self._last_heard = time.monotonic()
        return None

    def send_aside(self, command: bytes) -> None:
        """Send a real-time command that is not part of the job; a printer that hangs up is noticed when listening."""
        with contextlib.suppress(OSError):
            self._line.write(memoryview(command), ANSWER_TIMEOUT_S)

    def listen(self, timeout_s: float, until: Callable[[], bool]) -> bool:
        """Read answers until the condition holds; False after `timeout_s`, or when the printer has hung up."""
        limit = min(time.monotonic() + timeout_s, self._deadline)
        while not until():
            remaining_s = limit - time.monotonic()
            if remaining_s <= 0 or self.is_closed:
                return False
            self._receive(remaining_s)
        return True

    def _receive(self, timeout_s: float) -> None:
        try:
            received = self._line.read(timeout_s)
        except TimeoutError:
            return
        except OSError:
            received = b""
        if not received:
            self.is_closed = True
            return
        heard_before = self.answers.heard
        self.answers.read(received)
        if self.answers.heard > heard_before:
            self._last_heard = time.monotonic()

    def ask(self) -> PrinterState:
        """The printer's state, question by question. The first silence ends it: what is unanswered stays unknown."""
        for question in Question:
            self.answers.asked.append(question)
            self.send_aside(question.command)
            if not self.listen(ANSWER_TIMEOUT_S, lambda: not self.answers.asked):
                break
        if self.is_closed:
            raise ConnectionError("the printer hung up")
        return self.answers.findings.state()

    def ask_without_waiting(self) -> PrinterState:
        """Send the questions that have all their answers already again, and say what is known so far."""
        if not self.answers.asked:
            for question in Question:
                self.answers.asked.append(question)
                self.send_aside(question.command)
        return self.answers.findings.state()

    def state_after_a_job(self) -> PrinterState:
        """A job that is printed proves the printer ready where it answers no questions."""
        known = self.answers.findings.state()
        return PrinterState.READY if known is PrinterState.UNKNOWN else known

    def silent_for_s(self) -> float:
        """Seconds since the printer last said anything, or since the last byte was sent."""
        return time.monotonic() - self._last_heard

    def is_late(self) -> bool:
        """Whether the caller's time is over."""
        return time.monotonic() >= self._deadline

    def abandon(self) -> None:
        """Let nothing that the printer has not yet received reach it later."""
        self._line.abandon()

    def abandon_what_is_not_received(self) -> None:
        """Abandon only if bytes still wait on this side (a pulled cable): a printer that is merely mute may print."""
        if self._line.waiting() != 0:
            self._line.abandon()
