"""The desk's thread: one operation after the other, and a fault in one of them is nobody else's."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from kiosk.app.desk_thread import DeskThread
from server_sync.protocol.faults import StorageFault


class Drawer:
    """Records that open at the second try, and remember who touched them."""

    def __init__(self, *, tries: int = 1) -> None:
        self.tries_left = tries
        self.threads: set[str] = set()
        self.closed = False

    def open(self) -> Drawer:
        self.tries_left -= 1
        if self.tries_left:
            raise StorageFault("storage_busy", "another process holds the database", retry_helps=True)
        return self

    def close(self) -> None:
        self.closed = True

    def touch(self) -> int:
        self.threads.add(threading.current_thread().name)
        return 17


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def desk(drawer: Drawer) -> Iterator[DeskThread[Drawer]]:
    thread = DeskThread(drawer.open, Drawer.close)
    yield thread
    assert thread.stop()


def test_operations_run_on_the_desk_thread_even_those_handed_over_before_it_started(
    desk: DeskThread[Drawer], drawer: Drawer
) -> None:
    early = desk.submit(Drawer.touch)
    desk.start()

    assert early.result(5) == desk.submit(Drawer.touch).result(5) == 17
    assert drawer.threads == {"desk"}


def test_an_operation_that_fails_does_not_end_the_thread(desk: DeskThread[Drawer]) -> None:
    def fail(_drawer: Drawer) -> int:
        raise ValueError

    desk.start()
    failed = desk.submit(fail)

    assert isinstance(failed.exception(5), ValueError)
    assert desk.submit(Drawer.touch).result(5) == 17


def test_records_that_cannot_be_opened_fail_every_operation_until_they_are_opened_again() -> None:
    drawer = Drawer(tries=3)
    desk = DeskThread(drawer.open, Drawer.close)

    assert isinstance(desk.start().exception(5), StorageFault)
    assert isinstance(desk.submit(Drawer.touch).exception(5), StorageFault)
    assert isinstance(desk.reopen().exception(5), StorageFault)
    assert desk.reopen().result(5) is drawer
    assert desk.submit(Drawer.touch).result(5) == 17
    assert desk.stop()


def test_stopping_finishes_what_was_handed_over_and_closes_the_records(drawer: Drawer) -> None:
    desk = DeskThread(drawer.open, Drawer.close)
    desk.start()
    last = desk.submit(Drawer.touch)

    assert desk.stop()

    assert last.done()
    assert drawer.closed


def test_a_desk_that_was_never_started_stops_at_once(drawer: Drawer) -> None:
    assert DeskThread(drawer.open).stop()
    assert not drawer.closed
