"""The composition root's door to the patient's screens: build the shell, open the window, warm what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QWindow

from kiosk.screens.application import ScreenSettings, load
from kiosk.screens.clinic import Clinic
from kiosk.screens.languages import register_first_fonts
from kiosk.screens.patient.front_desk import FrontDesk
from kiosk.screens.patient.shell import PatientShell
from kiosk.screens.timing import QtTime, Time

if TYPE_CHECKING:
    from PySide6.QtQml import QQmlApplicationEngine

    from kiosk.devices.speech import Voice
    from kiosk.screens.patient.read_aloud import ReadAloud

WATCH_AFTER_MS = 30
"""Qt's key and event enumerations take Python 20 ms to build, which Home's first frame does not wait for."""


def build(front_desk: FrontDesk, clinic: Clinic, settings: ScreenSettings, time: Time | None = None) -> PatientShell:
    """Make the shell with Home in front. Needs a QGuiApplication; nothing is asked of the front desk yet."""
    register_first_fonts()
    density, still = settings.pixels_per_mm, settings.still
    return PatientShell(front_desk, clinic, time or QtTime(), pixels_per_mm=density, still=still)


def open_window(engine: QQmlApplicationEngine, shell: PatientShell, settings: ScreenSettings) -> QWindow:
    """Show the window with Home, and watch over it. The engine must go before the shell does."""
    window = load(engine, shell, settings, "patient/Main.qml")
    QTimer.singleShot(WATCH_AFTER_MS, window, lambda: watch(window, shell, settings))
    return window


def watch(window: QWindow, shell: PatientShell, settings: ScreenSettings) -> None:
    """Put the filter for touches, keys and scanners in front of the window."""
    from kiosk.screens.lock_down import lock
    from kiosk.screens.patient.keyboard import WindowWatch

    if not settings.closable:
        lock(window)
    window_watch = WindowWatch(shell, closable=settings.closable)
    window_watch.setParent(window)
    window.installEventFilter(window_watch)


def read_aloud(window: QWindow, shell: PatientShell, voice: Voice) -> ReadAloud:
    """Let people have the screens read aloud; to be called once the window stands."""
    from kiosk.screens.patient.read_aloud import ReadAloud

    reader = ReadAloud(shell, window, voice)
    window.installEventFilter(reader)
    return reader


def warm() -> None:
    """Import what the screens after Home need; to be called when Home has been shown."""
    import kiosk.screens.patient.birth_date
    import kiosk.screens.patient.booking
    import kiosk.screens.patient.booking_check
    import kiosk.screens.patient.changes
    import kiosk.screens.patient.choose
    import kiosk.screens.patient.confirm
    import kiosk.screens.patient.consent
    import kiosk.screens.patient.ease
    import kiosk.screens.patient.feedback
    import kiosk.screens.patient.help
    import kiosk.screens.patient.language
    import kiosk.screens.patient.my_place
    import kiosk.screens.patient.notice
    import kiosk.screens.patient.own_details
    import kiosk.screens.patient.pay
    import kiosk.screens.patient.phone
    import kiosk.screens.patient.service
    import kiosk.screens.patient.service_pin
    import kiosk.screens.patient.text
    import kiosk.screens.patient.ticket
    import kiosk.screens.patient.walk_in  # noqa: F401
    from kiosk.screens.patient import pinyin

    pinyin.table()
