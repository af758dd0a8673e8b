"""Whose turn it is: the pushes of one device are settled in the order in which they came, however many are under way.

A device sends its next batch before the answer to the last. Threads that wait for one row of the database are let in
in any order, and would meanwhile hold a connection each; here only a task waits.
"""

from __future__ import annotations

import asyncio
from collections.abc import Hashable
from types import TracebackType


class Turns:
    """One line for each key. On the event loop of one server process."""

    def __init__(self) -> None:
        self._last: dict[Hashable, asyncio.Future[None]] = {}

    def taken(self, key: Hashable) -> Turn:
        """A place at the end of the line, from now on; to be left as a context manager, whatever happens."""
        over: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        before = self._last.get(key)
        self._last[key] = over
        return Turn(self, key, before, over)

    def left(self, key: Hashable, before: asyncio.Future[None] | None, over: asyncio.Future[None]) -> None:
        """Somebody is done; or waits no more, and then whoever comes after them waits for those before them."""
        if before is not None and not before.done():
            before.add_done_callback(lambda _: self.left(key, None, over))
            return
        over.set_result(None)
        if self._last.get(key) is over:
            del self._last[key]

    def __len__(self) -> int:
        return len(self._last)


class Turn:
    """One place in a line."""

    def __init__(
        self, turns: Turns, key: Hashable, before: asyncio.Future[None] | None, over: asyncio.Future[None]
    ) -> None:
        self._turns = turns
        self._key = key
        self._before = before
        self._over = over

    async def comes(self) -> None:
        """Wait until whoever came before has left."""
        if self._before is not None:
            await asyncio.shield(self._before)

    def __enter__(self) -> Turn:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._turns.left(self._key, self._before, self._over)
