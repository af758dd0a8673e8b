"""How soon Home takes a tap, cold and after a crash, and how much memory the kiosk holds.

Beside the least window that PySide6 can show.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from kiosk.app.demo.stage import Stage
from tests.bench.processes import drawing_environment, pss_mib
from tests.bench.table import Row

ROUNDS = 10
UNIT = Path(__file__).parents[2] / "installers" / "systemd" / "anteroom-kiosk.service"
SETTLES_S = 4.0
"""By then the kiosk has opened its records, warmed its printer's library and reached its server."""


def measure() -> list[Row]:
    """Start both programs in turn, so that whatever else the machine does meets both."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        try:
            stage.set_up()
            stage.kiosk("bench")
            kiosk = ["-m", "tests.bench.kiosk_window", "--settings", str(Path(folder) / "bench-kiosk" / "kiosk.toml")]
            return _compare(["-m", "tests.bench.empty_window"], kiosk)
        finally:
            stage.tear_down()


def _compare(empty: list[str], kiosk: list[str]) -> list[Row]:
    for warm_up in (empty, kiosk):
        _first_tap_ms(warm_up)
    times = [(_first_tap_ms(empty), _first_tap_ms(kiosk)) for _ in range(ROUNDS)]
    empty_ms, kiosk_ms = median(one for one, _ in times), median(other for _, other in times)
    empty_mib, kiosk_mib = _settled_mib(empty), _settled_mib(kiosk)
    pause_s = _pause_before_a_restart_s()
    back_s = max(_back_after_s(kiosk, pause_s) for _ in range(ROUNDS))
    return [
        Row("cold start until Home takes a tap", kiosk_ms / empty_ms, 1.6, how=f"{kiosk_ms:.0f} / {empty_ms:.0f} ms"),
        Row("memory (PSS), connected", kiosk_mib / empty_mib, 1.8, how=f"{kiosk_mib:.0f} / {empty_mib:.0f} MiB"),
        Row(
            "a killed kiosk takes a tap at Home again",
            back_s,
            5,
            "s",
            f"slowest of {ROUNDS}; systemd's pause {pause_s:g} s",
        ),
    ]


def _pause_before_a_restart_s() -> float:
    """For how long systemd waits, as the kiosk's unit says."""
    (said,) = (line for line in UNIT.read_text().splitlines() if line.startswith("RestartSec="))
    return float(said.partition("=")[2])


def _back_after_s(arguments: list[str], pause_s: float) -> float:
    """From SIGKILL until the next process takes a tap, started as systemd would."""
    with _started(arguments) as process:
        _tapped_at_ns(process)
        killed_s = time.monotonic()
        process.kill()
        process.wait()
    time.sleep(pause_s)
    with _started(arguments) as process:
        return _tapped_at_ns(process) / 1e9 - killed_s


def _first_tap_ms(arguments: list[str]) -> float:
    begun_ns = time.monotonic_ns()
    with _started(arguments) as process:
        return (_tapped_at_ns(process) - begun_ns) / 1e6


def _settled_mib(arguments: list[str]) -> float:
    with _started(arguments) as process:
        _tapped_at_ns(process)
        time.sleep(SETTLES_S)
        return pss_mib(process.pid)


def _tapped_at_ns(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


@contextlib.contextmanager
def _started(arguments: list[str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, *arguments],
        env=drawing_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()
