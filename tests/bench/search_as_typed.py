"""From a key to the list of people at reception: the real window, its desk's thread, a million patients in SQLCipher.

Each key goes to the window as the system would send it. Timed is until the list holds what the records answered to all
that was typed so far, and until a frame shows it (software rendering).
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter
from typing import Any, TypeVar

from server_sync.records.replica import Replica
from tests.bench.invented_register import invent
from tests.bench.search import PATIENTS, _kiosk
from tests.bench.table import Row

ASKED_MS = 50
PEOPLE_TYPED = 60
Answer = TypeVar("Answer")


def measure() -> list[Row]:
    """One row: p99 from a key to the list."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    from tests.screens.kiosk_window import run_on_qt

    taken: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder, _kiosk(Path(folder)) as built:
        run_on_qt(lambda: _type(Replica(built.database), taken))
    lists, frames = [one for one, _ in taken], [other for _, other in taken]
    p99 = quantiles(lists, n=100)[98]
    how = (
        f"p50 {median(lists):.1f} ms, p99 {p99:.1f} ms of {len(taken)} keys over {PATIENTS:,} patients; to the frame "
        f"that shows it p50 {median(frames):.1f}, p99 {quantiles(frames, n=100)[98]:.1f} ms"
    )
    return [Row("from a key to the list of people at reception, p99", p99, ASKED_MS, unit="ms", how=how)]


class _Office:
    """What a desk needs of a back office: one thread with the records."""

    has_printer = False

    def __init__(self, replica: Replica) -> None:
        from kiosk.app.desk_thread import DeskThread

        self._desk: DeskThread[Replica] = DeskThread(lambda: replica, lambda _replica: None)
        self._desk.start().result(10)

    def submit(self, operation: Callable[[Replica], Answer]) -> Future[Answer]:
        return self._desk.submit(operation)

    def committed(self) -> None:
        """Nothing prints here, and nothing is sent."""

    def stop(self) -> None:
        self._desk.stop()


class _NoDoctors:
    """The records hold patients alone."""

    def __init__(self, desk: Any) -> None:
        self.search = desk.search

    async def doctors(self) -> tuple[()]:
        return ()


def _type(replica: Replica, taken: list[tuple[float, float]]) -> None:
    from PySide6.QtCore import QCoreApplication, Qt

    from kiosk.app.reception.local_people import LocalPeopleDesk
    from kiosk.screens.reception.people import PeopleScreen
    from server_sync.clinic.roles import Role
    from tests.screens.staff_window import StaffWindow

    sys.setswitchinterval(0.000_05)  # as the product does
    office: Any = _Office(replica)
    desk: Any = _NoDoctors(LocalPeopleDesk(lambda: office, lambda: ("desk", Role.RECEPTIONIST)))
    window = StaffWindow(sections=lambda shell: [PeopleScreen(shell, desk)])
    window.sign_in()
    (screen,) = window.shell.sections
    if not isinstance(screen, PeopleScreen):
        raise TypeError("People is the only section")
    for text in _typed(Random(9)):
        screen.search("")
        window.settle()
        for letter in text:
            frames, started = window.frames, perf_counter()
            window.key(Qt.Key.Key_unknown, letter)
            while not screen.is_answered:
                QCoreApplication.processEvents()
            listed = perf_counter()
            window.quick.update()
            while window.frames == frames:
                QCoreApplication.processEvents()
            taken.append(((listed - started) * 1e3, (perf_counter() - started) * 1e3))
    window.close()
    office.stop()


def _typed(random: Random) -> list[str]:
    """Beginnings of names as people type them, of one in some thousands of the register."""
    step = PATIENTS // PEOPLE_TYPED
    found = []
    for person in invent(PATIENTS):
        if person.id % step == 0:
            whole = f"{person.first_name} {person.last_name}"
            found.append(
                random.choice((whole, f"{person.last_name} {person.first_name}", person.phone.replace("+", "")))
            )
    return [text[:14] for text in found]
