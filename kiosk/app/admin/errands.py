"""Long pieces of work on threads of their own, whose progress the screens hear and which a person may give up."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from kiosk.screens.admin.desks import Errand, GivenUp
from server_sync.records.kept_copy import Cancelled

Answer = TypeVar("Answer")

Step = Callable[[int, int], None]
"""Is told per cent (-1: unknown) and how many were done; raises Cancelled where somebody has given up."""


async def on_a_thread(act: Callable[[], Answer]) -> Answer:
    """Do something slow beside the screens; what it raises rises here. A daemon's thread: an end waits for nobody."""
    done: Future[Answer] = Future()

    def run() -> None:
        try:
            done.set_result(act())
        except BaseException as error:  # noqa: BLE001 - whoever awaits it hears of it
            done.set_exception(error)

    threading.Thread(target=run, name="errand", daemon=True).start()
    return await asyncio.wrap_future(done)


async def run_errand(errand: Errand, act: Callable[[Step], Answer]) -> Answer | GivenUp:
    """Do something long; called on the UI thread, whose loop tells the errand how far it is, once per per cent."""
    loop = asyncio.get_running_loop()
    last = [-2, -1]

    def step(percent: int, counted: int = 0) -> None:
        if errand.is_given_up:
            raise Cancelled
        if [percent, counted] != last:
            last[:] = percent, counted
            loop.call_soon_threadsafe(tell, percent, counted)

    def tell(percent: int, counted: int) -> None:
        errand.counted = counted
        errand.told(percent)

    try:
        return await on_a_thread(lambda: act(step))
    except Cancelled:
        return GivenUp()
