"""How much goes at a time: a push while its answers come soon, a page while somebody is at the screen."""

from __future__ import annotations

from uuid import uuid4

from server_sync.protocol.canonical import Json
from server_sync.protocol.pages import FeedEntry, FeedPage, RowGroup
from server_sync.worker.batch_size import FIRST_CHANGES, MOST_CHANGES, BatchSize
from server_sync.worker.slices import FEWEST_ROWS, FIRST_ROWS, MOST_ROWS, SliceSize, sliced


def test_batches_grow_while_answers_come_soon_and_shrink_while_they_come_late() -> None:
    size = BatchSize()
    for _ in range(5):
        size.answered(0.1, was_full=True)
    assert size.changes == MOST_CHANGES
    size.answered(2.0, was_full=True)
    assert size.changes == MOST_CHANGES // 2
    for _ in range(9):
        size.answered(2.0, was_full=True)
    assert 100 < size.changes < FIRST_CHANGES


def test_batch_that_breaks_something_is_alone_in_the_end_and_goes_on_as_before() -> None:
    size = BatchSize()
    for _ in range(20):
        size.failed()
    assert size.changes == 1
    for _ in range(20):
        size.answered(0.1, was_full=False)
    assert size.changes >= FIRST_CHANGES


def test_batch_that_was_not_full_says_nothing_about_larger_ones() -> None:
    size = BatchSize()
    size.answered(0.1, was_full=False)
    assert size.changes == FIRST_CHANGES


def test_slices_hold_every_row_once_and_move_the_cursor_with_the_last() -> None:
    rows: list[list[Json]] = [[str(uuid4()), number] for number in range(FIRST_ROWS * 2 + 1)]
    gone = ("queue", uuid4())
    entry = FeedEntry("queue", uuid4(), {"version": 1})
    group = RowGroup("queue", ("uid", "version"), rows)
    page = FeedPage((entry,), "new", True, 7, groups=(group,), absent=(gone,), last_sequence=9)
    parts = list(sliced(page, "old", SliceSize()))
    assert [row for part in parts for one in part.groups for row in one.rows] == rows
    assert [part.cursor for part in parts] == ["old"] * (len(parts) - 1) + ["new"]
    assert [part.is_last for part in parts] == [False] * (len(parts) - 1) + [True]
    assert {part.settled_through for part in parts} == {7}
    assert [one for part in parts for one in part.entries] == [entry]
    assert [one for part in parts for one in part.absent] == [gone]


def test_slices_are_as_large_as_the_disk_allows() -> None:
    size = SliceSize()
    for _ in range(50):
        size.took(0.001)
    assert size.rows == MOST_ROWS
    for _ in range(50):
        size.took(0.02)
    assert size.rows == FEWEST_ROWS
