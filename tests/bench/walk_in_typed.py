"""How long a receptionist takes to register a walk-in by keyboard alone: reception's window on its encrypted records.

Five keys a second are somebody who types 60 words a minute. Timed is from the first letter of the name to the sentence
that says the number, each answer of the records and each page on the way included (software rendering).
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from tests.bench.table import Row

if TYPE_CHECKING:
    from tests.screens.reception_window import Reception

ASKED_S = 20
S_A_KEY = 0.2
PEOPLE = (
    ("Nora Quillfeather", "14031974", "5550142", "cough"),
    ("Amara Oyelaran", "02021948", "5550143", "chest infection"),
    ("Tomas Novotny", "29021960", "5550144", "fell off a ladder"),
    ("Wolfeschlegelsteinhausen", "31121999", "", "ear"),
    ("Priya Raghunathan", "01012001", "5550145", "a prescription"),
)
"""Nobody's names; who has no phone leaves its field empty."""


def measure() -> list[Row]:
    """One row: the slowest of five people."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.screens.kiosk_window import run_on_qt

    taken: list[tuple[float, int]] = []
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        run_on_qt(lambda: _register(Path(folder), taken))
    times = [seconds for seconds, _ in taken]
    waited = [seconds - keys * S_A_KEY for seconds, keys in taken]
    how = (
        f"median {median(times):.1f} s of {len(times)} people, {max(keys for _, keys in taken)} keys at most, "
        f"{1 / S_A_KEY:.0f} a second; the program took {max(waited):.2f} s of it at most"
    )
    return [Row("a walk-in registered and waiting, by keyboard alone", max(times), ASKED_S, unit="s", how=how)]


def _register(folder: Path, taken: list[tuple[float, int]]) -> None:
    from PySide6.QtCore import Qt

    from kiosk.app.back_office import BackOffice
    from kiosk.app.reception.face import ReceptionFace
    from kiosk.screens.application import ScreenSettings
    from kiosk.screens.staff.staff_desk import Member
    from server_sync.clinic.roles import Role
    from tests.screens.reception_window import Reception, a_desk

    settings = a_desk(folder)
    office = BackOffice(settings)
    office.start(lambda _error: None)
    window = Reception(ReceptionFace(settings, lambda: office, ScreenSettings(still=True, pixels_per_mm=4.0)))
    window.shell.enter(Member(1, "00000000-0000-7000-8000-000000000001", "Sam Ortega", Role.RECEPTIONIST))
    window.wait_for("B 1, Meera Iyer")
    window.press_key(Qt.Key.Key_3, "", Qt.KeyboardModifier.ControlModifier)
    window.wait_for("Find a person")
    try:
        for name, born, phone, reason in PEOPLE:
            taken.append(_typed(window, name, born, phone, reason))
    finally:
        window.close()
        office.stop()


def _typed(window: Reception, name: str, born: str, phone: str, reason: str) -> tuple[float, int]:
    """Seconds and keys of one person, from an empty search on."""
    from PySide6.QtCore import Qt

    began, keys = perf_counter(), 0

    def key(which: Qt.Key, text: str) -> None:
        nonlocal keys
        keys += 1
        due = began + keys * S_A_KEY
        window.wait_until(lambda: perf_counter() >= due)
        window.key(which, text)

    def type_in(text: str) -> None:
        for letter in text:
            key(Qt.Key.Key_unknown, letter)

    type_in(name)
    window.wait_for("Nobody found. Press Enter to register them.")
    key(Qt.Key.Key_Return, "\r")
    window.wait_for("First name")
    for field in ("", born, phone, reason):
        key(Qt.Key.Key_Tab, "\t")
        type_in(field)
    key(Qt.Key.Key_Return, "\r")
    window.wait_until(lambda: any(said.startswith(f"{name} waits with number") for said in window.names()))
    taken = perf_counter() - began
    window.press_key(Qt.Key.Key_F3)
    return taken, keys
