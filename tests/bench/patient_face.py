"""The patient's real screens on encrypted records, drawn by software: taps, frames and memory over many patients.

A process of its own taps its way through whole sessions as patients do: check-in, walk-in, booking, one's place in the
queue, in six languages. Time of the clinic is the test's; what is measured is the machine's.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, process_time, thread_time
from typing import Any

from tests.bench.processes import drawing_environment
from tests.bench.table import Row

TAPPED_PEOPLE = 72
"""Twelve of each errand: some 700 taps, of which half lead to another screen."""
PEOPLE = 2_000
WARM_PEOPLE = 400
LOOKED_EVERY = 100
MIXED = (
    "check in by code",
    "walk in",
    "ask for my place",
    "leave in the middle",
    "book",
    "check in by code",
    "ask for my place",
    "walk in",
    "leave in the middle",
    "ask for my place",
    "leave in the middle",
    "check in by code",
    "ask for my place",
    "walk in",
    "leave in the middle",
)
"""A machine has 999 numbers a day: two in five of the people take one, and none of them a second."""
TAP_MS = 100
GAP_MS = 34
MEMORY_GROWTH = 1.05


def measure() -> list[Row]:
    """Four rows: tap to frame, gaps between frames, memory, and what was left of anybody."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.patient_face"],
        env=drawing_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    rows: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return [Row(**row) for row in rows]


@dataclass(slots=True)
class Watched:
    """What one kiosk's window did: when it was tapped, when it showed what followed, and its frames in between."""

    to_next_ms: list[float] = field(default_factory=list)
    to_next_cpu_ms: list[float] = field(default_factory=list)
    """What the UI thread itself worked for it, whatever else the machine had to do."""
    to_change_ms: list[float] = field(default_factory=list)
    gaps_ms: list[float] = field(default_factory=list)
    frames_cpu_ms: list[float] = field(default_factory=list)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    widest: list[tuple[float, str]] = field(default_factory=list)


def _main() -> None:
    from kiosk.app.kiosk import SWITCH_INTERVAL_S
    from kiosk.app.memory import collect_seldom
    from tests.screens.kiosk_window import run_on_qt

    sys.setswitchinterval(SWITCH_INTERVAL_S)
    collect_seldom()
    rows: list[dict[str, Any]] = []
    asked = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        if asked in ([], ["taps"]):
            run_on_qt(lambda: rows.extend(_tap(Path(folder))))
        if asked in ([], ["memory"]):
            run_on_qt(lambda: rows.extend(_stay_flat(Path(folder))))
    sys.stdout.write(json.dumps(rows) + "\n")


def _tap(folder: Path) -> Iterator[dict[str, Any]]:
    from tests.screens.lobby import LOBBY, lobby, morning
    from tests.screens.visitors import Visit, visitors

    people = list(islice(visitors(seed=7), TAPPED_PEOPLE))
    (folder / "taps").mkdir()
    with lobby(folder / "taps", people) as desk:
        window = _timed_window()(on_records=desk, time=morning(), clinic=LOBBY, still=False)
        for visitor in people[:6]:
            Visit(window, visitor, window.touch).run()
        window.watched = Watched()
        for visitor in people[6:]:
            Visit(window, visitor, window.touch).run()
        watched = window.watched
        window.close()
    return iter(_tap_rows(watched))


def _tap_rows(watched: Watched) -> list[dict[str, Any]]:
    for took, where in sorted(watched.slowest)[-8:]:
        sys.stderr.write(f"  {took:.0f} ms to the frame after {where}\n")
    for took, where in sorted(watched.widest)[-8:]:
        sys.stderr.write(f"  {took:.0f} ms between frames on the way to {where}\n")
    nexts, gaps = watched.to_next_ms, watched.gaps_ms
    next_cpu, frame_cpu = watched.to_next_cpu_ms, watched.frames_cpu_ms
    how = (
        f"p50 {median(nexts):.0f}, worst {max(nexts):.0f} ms of {len(nexts)} taps that lead on; the UI thread's own "
        f"work p95 {_p95(next_cpu):.0f} ms; taps within a screen p95 {_p95(watched.to_change_ms):.0f} ms of "
        f"{len(watched.to_change_ms)}"
    )
    spread = (
        f"p50 {median(gaps):.1f}, worst {max(gaps):.0f} ms of {len(gaps)} gaps; the UI thread's own work in one "
        f"p99 {_p99(frame_cpu):.0f} ms"
    )
    return [
        _row("patient's screens: tap to the next one's first frame, p95", _p95(nexts), TAP_MS, "ms", how),
        _row("patient's screens: gap between frames while they change, p99", _p99(gaps), GAP_MS, "ms", spread),
    ]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def _p99(times: list[float]) -> float:
    return quantiles(times, n=100)[-1]


def _stay_flat(folder: Path) -> Iterator[dict[str, Any]]:
    from tests.screens.kiosk_window import KioskWindow
    from tests.screens.leftovers import left_behind
    from tests.screens.lobby import LOBBY, lobby, morning
    from tests.screens.visitors import Visit, visitors

    people = list(islice(visitors(seed=11, errands=MIXED), PEOPLE))
    (folder / "memory").mkdir()
    held, left = [], 0
    with lobby(folder / "memory", people) as desk:
        window = KioskWindow(on_records=desk, time=morning(), clinic=LOBBY)
        began = process_time()
        for number, visitor in enumerate(people, 1):
            Visit(window, visitor, has_keyboard=number % 10 != 0).run()
            window.settle()  # the page that goes holds its words until it has slid away
            left += len(left_behind(window.quick, visitor.traces))
            if number % LOOKED_EVERY == 0:
                gc.collect()
                held.append(_resident_mib())
                sys.stderr.write(f"  {number} people: {held[-1]:.1f} MiB\n")
        took = process_time() - began
        window.close()
    warm, last = held[WARM_PEOPLE // LOOKED_EVERY - 1], max(held[-3:])
    each_ms = took / PEOPLE * 1e3
    how = f"{warm:.0f} MiB after {WARM_PEOPLE} people, {last:.0f} after {PEOPLE}; {each_ms:.0f} ms of CPU each"
    return iter(
        [
            _row("patient's screens: memory after 2,000 people / after 400", last / warm, MEMORY_GROWTH, "x", how),
            _row("patient's screens: texts of earlier people in the window, clipboard or input", left, 0, "", how),
        ]
    )


def _resident_mib() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _timed_window() -> Any:  # a class that needs Qt, which the parent process never imports
    from PySide6.QtCore import QEvent, QPoint

    from kiosk.screens import by_name
    from tests.screens.kiosk_window import KioskWindow

    class TimedWindow(KioskWindow):
        """Notes each frame and how far the page in front has slid in."""

        def __init__(self, **how: Any) -> None:
            super().__init__(**how)
            self.watched = Watched()
            self._tapped_s = self._tapped_cpu_s = self._shown_cpu_s = self._last_cpu_s = self._last_place = 0.0
            self._name = ""
            self._page: object = None
            self._shown_s: float | None = None
            self._last_s: float | None = None
            self._first_s: float | None = None
            self.quick.frameSwapped.connect(self._frame)

        def touch(self, name: str, point: QPoint) -> None:
            """Tap, and wait until what it set off stands still."""
            self._page, self._name = self.shell.current_screen, f"{name} ({self.shell.interpreter.language.code})"
            self._forget()
            by_name.mouse(self.window, QEvent.Type.MouseButtonPress, point)
            self.turn()
            self._forget()
            self._tapped_s, self._tapped_cpu_s = perf_counter(), thread_time()
            by_name.mouse(self.window, QEvent.Type.MouseButtonRelease, point)
            self.wait_until(lambda: self._first_s is not None)
            self.wait_until(lambda: self.shell.current_screen.awake)
            self.wait_until(self.stands_still)
            if self._shown_s is not None:
                took = (self._shown_s - self._tapped_s) * 1e3
                self.watched.to_next_ms.append(took)
                self.watched.to_next_cpu_ms.append((self._shown_cpu_s - self._tapped_cpu_s) * 1e3)
                self.watched.slowest.append((took, self._name))
            elif self._first_s is not None:
                self.watched.to_change_ms.append((self._first_s - self._tapped_s) * 1e3)

        def _forget(self) -> None:
            self._first_s = self._shown_s = self._last_s = None

        def _frame(self) -> None:
            now, cpu = perf_counter(), thread_time()
            self._first_s = self._first_s or now
            if self.shell.current_screen is self._page:
                return
            place = abs(self.front.property("x"))
            if place >= self.window.width():
                return
            if self._shown_s is None:
                self._shown_s, self._shown_cpu_s = now, cpu
            elif self._last_s is not None and self._last_place > 0:
                gap = (now - self._last_s) * 1e3
                self.watched.gaps_ms.append(gap)
                self.watched.frames_cpu_ms.append((cpu - self._last_cpu_s) * 1e3)
                self.watched.widest.append((gap, f"{type(self.shell.current_screen).__name__} after {self._name}"))
            self._last_s, self._last_cpu_s, self._last_place = now, cpu, place

    return TimedWindow


def _row(what: str, measured: float, asked: float, unit: str, how: str) -> dict[str, Any]:
    return {"what": what, "measured": measured, "asked": asked, "unit": unit, "how": how}


if __name__ == "__main__":
    _main()
