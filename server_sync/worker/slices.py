"""Taking a page in slices, so that whoever stands at the screen never waits long for the lock.

Each slice is stored in a transaction of its own. The cursor moves with the last one, so a process that dies between two
of them is sent the whole page again, and a row that is written twice is written once. What the page settles is noted
with the first: the rows that it settles come with that slice or a later one, as they would with a later page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from server_sync.protocol.pages import FeedPage

FEWEST_ROWS, FIRST_ROWS, MOST_ROWS = 20, 50, 200
SHORT_S, LONG_S = 0.002, 0.004
"""A slice that took longer is followed by a smaller one: the lock is to be held 5 ms at most."""


class SliceSize:
    """How many rows a slice has: as many as this disk takes in a few milliseconds. Pure: times are handed in."""

    def __init__(self) -> None:
        self.rows = FIRST_ROWS

    def took(self, seconds: float) -> None:
        """A slice was stored within that time."""
        if seconds > LONG_S:
            self.rows = max(FEWEST_ROWS, self.rows // 2)
        elif seconds < SHORT_S:
            self.rows = min(MOST_ROWS, self.rows + FEWEST_ROWS)


def sliced(page: FeedPage, cursor: str | None, size: SliceSize) -> Iterator[FeedPage]:
    """The page in parts of as many rows as `size` says each time; all but the last keep `cursor`, where it began."""
    bare = replace(page, entries=(), groups=(), absent=(), left=(), kept_from=None)
    before = replace(bare, cursor=cursor or "", is_last=False)
    for group in page.groups:
        for some in _some(group.rows, size):
            yield replace(before, groups=(replace(group, rows=some),))
    for entries in _some(page.entries, size):
        yield replace(before, entries=tuple(entries))
    yield replace(bare, absent=page.absent, left=page.left, kept_from=page.kept_from)


def _some(rows: Sequence, size: SliceSize) -> Iterator[Sequence]:  # type: ignore[type-arg]  # of whatever it is
    start = 0
    while start < len(rows):
        end = start + size.rows
        yield rows[start:end]
        start = end
