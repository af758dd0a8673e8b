"""What the tests of the screens share: Qt without a screen, asyncio on Qt's loop, and a kiosk's window."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

import pytest
import qasync
from PySide6.QtGui import QGuiApplication

from tests.screens.kiosk_window import KioskWindow
from tests.screens.staff_window import StaffWindow


@pytest.fixture(scope="session")
def qt_loop(qapp: QGuiApplication) -> Iterator[qasync.QEventLoop]:
    """One loop for all tests: stopping one calls QCoreApplication.exit(), after which no QEventLoop runs again."""
    qapp.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qapp, already_running=True)
    asyncio.events._set_running_loop(None)
    yield loop
    loop.stop()
    loop.close()


@pytest.fixture
def asyncio_on_qt(qt_loop: qasync.QEventLoop) -> Iterator[None]:
    """asyncio's loop runs on Qt's, as in the product, while the test itself stays synchronous."""
    asyncio.events._set_running_loop(qt_loop)
    yield
    asyncio.events._set_running_loop(None)


@pytest.fixture
def open_kiosk(asyncio_on_qt: None) -> Iterator[Callable[..., KioskWindow]]:
    """Open kiosk windows; they close after the test, and QML's warnings fail it."""
    opened: list[KioskWindow] = []

    def open_one(*size: int, **how: object) -> KioskWindow:
        opened.append(KioskWindow(*size, **how))  # type: ignore[arg-type]  # passed on as they come
        return opened[-1]

    yield open_one
    for window in opened:
        warnings = window.warnings
        window.close()
        assert warnings == []


@pytest.fixture
def kiosk(open_kiosk: Callable[..., KioskWindow]) -> KioskWindow:
    """A kiosk upright, at Home, in English."""
    return open_kiosk()


@pytest.fixture
def open_staff(asyncio_on_qt: None) -> Iterator[Callable[..., StaffWindow]]:
    """Open staff windows; they close after the test, and QML's warnings fail it."""
    opened: list[StaffWindow] = []

    def open_one(*size: int, **how: object) -> StaffWindow:
        opened.append(StaffWindow(*size, **how))  # type: ignore[arg-type]  # passed on as they come
        return opened[-1]

    yield open_one
    for window in opened:
        warnings = window.warnings
        window.close()
        assert warnings == []
