"""What a receipt printer sends back, told apart byte by byte.

Its answers share one stream with status bytes that it sends by itself. The fixed bits of ESC/POS tell them apart:

    0xx1xx10           answer to DLE EOT n (n is not said: answers come in the order of the questions)
    0xx1xx00 + 3 bytes automatic status (ASB), where the 3 bytes are 0xx0xxxx
    0xx0xxxx           answer to GS r n, outside an automatic status
    37h 22h d1-d4 00h  answer to GS ( H: all that was sent before it is printed
    11h, 13h           XON and XOFF

A real-time answer may come between the bytes of an automatic status.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum

from kiosk.devices.printer import PrinterState

PROCESS_ANSWER_LENGTH = 7
_PROCESS_HEADER = 0x37
_XON, _XOFF = 0x11, 0x13


class Question(IntEnum):
    """The n of DLE EOT n, in the order of asking: whether it is online, its paper, then why it is not online."""

    ONLINE = 1
    PAPER = 4
    OFFLINE_CAUSE = 2

    @property
    def command(self) -> bytes:
        """The bytes to send; the printer answers at once, even when it is busy, offline or out of paper."""
        return bytes((0x10, 0x04, self))


@dataclass(slots=True)
class PrinterFindings:
    """What a printer has said of itself so far; None is what it has not."""

    offline: bool | None = None
    cover_open: bool | None = None
    paper_out: bool | None = None
    paper_low: bool | None = None
    failed: bool | None = None
    """Cutter jammed or another error."""

    def state(self) -> PrinterState:
        """The gravest thing that is known. An open cover comes before the paper, whose sensor it lifts."""
        if self.cover_open:
            return PrinterState.COVER_OPEN
        if self.paper_out:
            return PrinterState.PAPER_OUT
        if self.offline or self.failed:
            return PrinterState.OFFLINE
        if self.paper_low:
            return PrinterState.PAPER_LOW
        return PrinterState.UNKNOWN if self.offline is None or self.paper_out is None else PrinterState.READY

    def learn(self, question: Question, answer: int) -> None:
        """Take in the answer to DLE EOT."""
        match question:
            case Question.ONLINE:
                self.offline = bool(answer & 0x08)
            case Question.PAPER:
                self.paper_out = bool(answer & 0x60)
                self.paper_low = bool(answer & 0x0C)
            case Question.OFFLINE_CAUSE:
                self.cover_open = bool(answer & 0x04)
                self.paper_out = bool(self.paper_out or answer & 0x20)
                self.failed = bool(answer & 0x40)

    def learn_automatic(self, status: bytes) -> None:
        """Take in the four bytes of an automatic status."""
        self.offline = bool(status[0] & 0x08)
        self.cover_open = bool(status[0] & 0x20)
        self.failed = bool(status[1] & 0x68)
        self.paper_low = bool(status[2] & 0x03)
        self.paper_out = bool(status[2] & 0x0C)


@dataclass(slots=True)
class AnswerReader:
    """Reads one connection's stream of answers, however it is cut into pieces."""

    findings: PrinterFindings = field(default_factory=PrinterFindings)
    heard: int = 0
    """Answers understood so far, of any kind: a sign of life."""
    processed: set[bytes] = field(default_factory=set)
    """The identifiers of GS ( H that came back."""
    sensor_answers: int = 0
    """Answers to GS r so far."""
    asked: deque[Question] = field(default_factory=deque)
    """DLE EOT questions that wait for their answer, oldest first."""
    _automatic: bytearray = field(default_factory=bytearray)
    _process: bytearray = field(default_factory=bytearray)

    def read(self, received: bytes) -> None:
        """Take in what came, in any pieces."""
        for byte in received:
            self._read_byte(byte)

    def _read_byte(self, byte: int) -> None:
        if self._process or byte == _PROCESS_HEADER:
            self._read_process(byte)
        elif byte in (_XON, _XOFF):
            return
        elif byte & 0x93 == 0x12:
            self._read_real_time(byte)
        elif byte & 0x93 == 0x10:
            self._automatic[:] = (byte,)
        elif byte & 0x90 == 0x00:
            self._read_plain(byte)

    def _read_process(self, byte: int) -> None:
        self._process.append(byte)
        if len(self._process) == PROCESS_ANSWER_LENGTH:
            self.processed.add(bytes(self._process[2:6]))
            self.heard += 1
            self._process.clear()

    def _read_real_time(self, byte: int) -> None:
        if self.asked:
            self.findings.learn(self.asked.popleft(), byte)
            self.heard += 1

    def _read_plain(self, byte: int) -> None:
        if not self._automatic:
            self.sensor_answers += 1
            self.heard += 1
            return
        self._automatic.append(byte)
        if len(self._automatic) == 4:
            self.findings.learn_automatic(bytes(self._automatic))
            self.heard += 1
            self._automatic.clear()
