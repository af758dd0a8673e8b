"""How much is on its way at a time: as much as the server answers soon. Pure: times are handed in."""

from __future__ import annotations

FEWEST_CHANGES = 1
FIRST_CHANGES = 500
MOST_CHANGES = 2_000
"""On a line with 100 ms of delay round trips are everything; beyond this a batch only keeps others waiting."""

SOON_S = 0.4
LATE_S = 1.0


class BatchSize:
    """How many changes a push carries, and how many pushes are on their way.

    Grows while answers come soon, shrinks where they come late or not at all.
    """

    def __init__(self, most: int = MOST_CHANGES) -> None:
        self._most = most
        self.changes = min(FIRST_CHANGES, most)
        self.on_their_way = 1
        """At most two: the second hides the line's delay, a third would only wait at the server."""
        self._may_be_overtaken = False

    def answered(self, after_s: float, *, was_full: bool) -> None:
        """A batch was answered after so many seconds; `was_full`: it held as much as it might."""
        self.on_their_way = 2 if after_s < SOON_S and not self._may_be_overtaken else 1
        if after_s > LATE_S:
            self.changes = max(min(FIRST_CHANGES, self._most) // 4, self.changes // 2, FEWEST_CHANGES)
        elif (after_s < SOON_S and was_full) or self.changes < min(FIRST_CHANGES, self._most):
            self.changes = min(self._most, self.changes * 2)

    def failed(self) -> None:
        """Something broke on it: so that whatever breaks it is alone in the end."""
        self.changes = max(FEWEST_CHANGES, self.changes // 2)
        self.on_their_way = 1

    def overtook(self) -> None:
        """On this way a push can come before one that was sent earlier: from now on each waits for the last."""
        self._may_be_overtaken = True
        self.on_their_way = 1
