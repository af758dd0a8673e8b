"""asyncio on the UI thread: what was asked for early is done late, and an error sends the screen home."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kiosk.app.ui_loop import UiLoop


@pytest.fixture
def home() -> list[str]:
    return []


@pytest.fixture
def loop(qapp: QGuiApplication, home: list[str]) -> Iterator[UiLoop]:
    loop = UiLoop(qapp, lambda: home.append("home"))
    yield loop
    loop.stop()
    asyncio.events._set_running_loop(None)


def test_what_is_asked_for_before_the_loop_is_there_is_done_on_the_ui_thread(loop: UiLoop, qtbot: QtBot) -> None:
    done: list[threading.Thread] = []

    async def errand() -> None:
        await asyncio.sleep(0)
        done.append(threading.current_thread())

    loop.run(errand())
    assert not done
    loop.start()

    qtbot.waitUntil(lambda: done == [threading.main_thread()])


def test_a_bug_in_an_errand_sends_the_screen_home_and_the_next_one_runs(
    loop: UiLoop, home: list[str], qtbot: QtBot
) -> None:
    async def fail() -> None:
        raise ValueError

    async def go_on() -> None:
        home.append("went on")

    loop.start()
    loop.run(fail())
    loop.run(go_on())

    qtbot.waitUntil(lambda: sorted(home) == ["home", "went on"])


def test_stopping_cancels_an_errand_without_sending_anybody_home(loop: UiLoop, home: list[str], qtbot: QtBot) -> None:
    ended: list[str] = []

    async def wait_for_ever() -> None:
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            ended.append("ended")

    async def stop() -> None:
        loop.stop()

    loop.start()
    loop.run(wait_for_ever())
    loop.run(stop())

    qtbot.waitUntil(lambda: ended == ["ended"])
    assert not home
