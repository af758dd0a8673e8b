"""Taking a page in slices, so that whoever stands at the screen never waits long for the lock.

Each slice is stored in a transaction of its own. The cursor moves with the last one, so a process that dies between two
of them is sent the whole page again, and a row that is written twice is written once. What the page settles is noted
with the first: the rows that it settles come with that slice or a later one, as they would with a later page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from server_sync.protocol.pages import FeedPage

ROWS_BESIDE_A_PERSON = 100
"""Rows a slice while somebody is at the screen. Measured on SQLCipher: the lock is held 2-3 ms, of which 1 ms is the
COMMIT; of 200 rows 4-5 ms."""


def sliced(page: FeedPage, cursor: str | None, rows: int) -> Iterator[FeedPage]:
    """The page in parts of at most so many rows; all but the last keep `cursor`, where the page began."""
    parts: list[FeedPage] = []
    bare = replace(page, entries=(), groups=(), absent=(), left=(), kept_from=None)
    for group in page.groups:
        for some in _some(group.rows, rows):
            parts.append(replace(bare, groups=(replace(group, rows=some),)))
    for entries in _some(page.entries, rows):
        parts.append(replace(bare, entries=tuple(entries)))
    last = replace(bare, absent=page.absent, left=page.left, kept_from=page.kept_from)
    for part in parts:
        yield replace(part, cursor=cursor or "", is_last=False)
    yield last


def _some(rows: Sequence, most: int) -> Iterator[Sequence]:  # type: ignore[type-arg]  # of whatever it is
    for start in range(0, len(rows), most):
        yield rows[start : start + most]
