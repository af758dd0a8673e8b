"""A barcode scanner that types like a keyboard: its keystrokes told apart from a person's, and cut into whole scans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

LONGEST_SCAN = 64
LONGEST_GAP_S = 0.1
"""Between two characters of one scan; the slowest wedge types one in 30 ms, no person keeps up 100 ms for long."""
SHORTEST_SCAN = 4
ENDS = frozenset("\r\n\t")


class Unreadable(StrEnum):
    """Why a scan was dropped; a person hears the same calm sentence for each."""

    CONTROL_CHARACTERS = "control_characters"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a code said: 4 to 64 printable characters."""

    text: str


Scan: TypeAlias = Scanned | Unreadable


class WedgeFilter:
    """Feed it every character with its time; it answers with a scan when one is complete. Not safe across threads."""

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._trouble: Unreadable | None = None
        self._last_s = float("-inf")

    def feed(self, character: str, at_s: float) -> Scan | None:
        """Take one character at a monotonic time in seconds. None: nothing is complete, or a person was typing."""
        if at_s - self._last_s > LONGEST_GAP_S:
            self._forget()
        self._last_s = at_s
        if character in ENDS:
            return self._finish()
        self._take(character)
        return None

    def _take(self, character: str) -> None:
        if not character.isprintable():
            self._trouble = Unreadable.CONTROL_CHARACTERS
        elif len(self._letters) >= LONGEST_SCAN:
            self._trouble = self._trouble or Unreadable.TOO_LONG
        else:
            self._letters.append(character)

    def _finish(self) -> Scan | None:
        text, trouble = "".join(self._letters).strip(), self._trouble
        self._forget()
        if trouble is not None:
            return trouble
        return Scanned(text) if len(text) >= SHORTEST_SCAN else None

    def _forget(self) -> None:
        self._letters.clear()
        self._trouble = None
