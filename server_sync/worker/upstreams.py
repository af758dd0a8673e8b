"""Which server a device speaks to: the centre whenever it answers, else the hub of its place. Pure.

Times are seconds of one monotonic clock, handed in; so is randomness, so that a lobby's machines don't all move at
once. Nobody moves for a single lost answer, and who comes and goes waits longer each time.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import inf

AWAY_S = 4.0
"""So long the centre has not answered before a hub is sought, give or take a quarter."""

BACK_S = 3.0
LONGEST_BACK_S = 60.0
"""So long the centre has answered before the hub is left; twice as long after each short stay at the centre."""

STEADY_S = 60.0
"""A stay that lasts so long was no coming and going."""

SEEK_AGAIN_S = 2.0
LONGEST_SEEK_AGAIN_S = 60.0
"""Between two searches for a hub that found none, or one that was lost at once."""


class Side(StrEnum):
    """To whom a device speaks."""

    CENTRE = "centre"
    HUB = "hub"


class Move(StrEnum):
    """What is to be done now."""

    STAY = "stay"
    SEEK = "seek"
    """A hub is to be sought; then say `met` or `missed`."""
    RETURN = "return"
    """The centre is to be spoken to again; then say `returned`."""


class Chooser:
    """Remembers who answered when, and says where to be. Not thread-safe."""

    def __init__(self, random: Callable[[], float]) -> None:
        """`random()` gives numbers from 0 up to 1. Everybody begins at the centre."""
        self.side = Side.CENTRE
        self._random = random
        self._away_since: float | None = None
        self._back_since: float | None = None
        self._hub_away_since: float | None = None
        self._moved_at = -inf
        self._patience_s = AWAY_S
        self._back_s = BACK_S
        self._seek_from = -inf
        self._misses = 0
        self._short_stays = 0

    def heard_centre(self, now: float, *, answered: bool) -> None:
        """The centre answered, or did not."""
        if answered:
            self._away_since = None
            self._back_since = now if self._back_since is None else self._back_since
            return
        self._back_since = None
        if self._away_since is None:
            self._away_since, self._patience_s = now, self._about(AWAY_S)

    def heard_hub(self, now: float, *, answered: bool) -> None:
        """The hub answered, or did not."""
        if answered:
            self._hub_away_since = None
        elif self._hub_away_since is None:
            self._hub_away_since = now

    def next(self, now: float) -> Move:
        """What to do."""
        if self.side is Side.CENTRE:
            is_away = self._away_since is not None and now - self._away_since >= self._patience_s
            return Move.SEEK if is_away and now >= self._seek_from else Move.STAY
        if self._back_since is not None and (
            self._hub_away_since is not None or now - self._back_since >= self._back_s
        ):
            return Move.RETURN
        is_lost = self._hub_away_since is not None and now - self._hub_away_since >= self._patience_s
        return Move.RETURN if is_lost else Move.STAY

    def met(self, now: float) -> None:
        """A hub has proved itself: from now on it is spoken to."""
        self._short_stays = self._short_stays + 1 if now - self._moved_at < STEADY_S else 0
        self._back_s = self._about(min(LONGEST_BACK_S, BACK_S * 2.0 ** min(self._short_stays, 16)))
        self._back_since = self._hub_away_since = None
        self.side, self._moved_at = Side.HUB, now

    def missed(self, now: float) -> None:
        """No hub was found that proved itself."""
        self._seek_from = now + self._about(min(LONGEST_SEEK_AGAIN_S, SEEK_AGAIN_S * 2.0 ** min(self._misses, 16)))
        self._misses += 1

    def returned(self, now: float) -> None:
        """The centre is spoken to again, whether it answers or the hub was lost."""
        if now - self._moved_at >= STEADY_S or self._hub_away_since is None:
            self._misses = 0
        if self._hub_away_since is not None:
            self.missed(now)
        self._hub_away_since = None
        self.side, self._moved_at = Side.CENTRE, now

    def _about(self, seconds: float) -> float:
        return seconds * (0.75 + self._random() / 2)
