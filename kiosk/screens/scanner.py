"""Telling a scanner from a person: both type on the same keyboard, but nobody types as fast as a scanner."""

from __future__ import annotations

GAP_S = 0.06
"""Scanners send a character every 1 to 30 ms; a fast typist needs 80 ms and more."""
SHORTEST = 4
LONGEST = 256
"""No code of ours is longer; the rest of a longer reading tells nothing more."""


class Burst:
    """The characters that arrived without a person's pause between them."""

    def __init__(self) -> None:
        self._characters: list[str] = []
        self._last_s = 0.0

    def add(self, character: str, at_s: float) -> None:
        """Take one character that arrived at a monotonic time in seconds."""
        if at_s - self._last_s > GAP_S:
            self._characters.clear()
        self._last_s = at_s
        if len(self._characters) < LONGEST:
            self._characters.append(character)

    @property
    def running(self) -> bool:
        """Whether more than one character came in one go."""
        return len(self._characters) > 1

    def end(self, at_s: float) -> str | None:
        """Enter arrived: what the scanner read, or None where it was a person who pressed it."""
        fast = at_s - self._last_s <= GAP_S and len(self._characters) >= SHORTEST
        reading = "".join(self._characters)
        self._characters.clear()
        return reading if fast else None
