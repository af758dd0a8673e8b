"""From healing to drained: how long after the line is back everything that waited has been settled.

A kiosk (SQLCipher, its real worker) and the server (PostgreSQL, every commit on the disk) as processes of their own.
While the line is dead 200 operations are done at the kiosk; then it heals, and the time runs until the last of them is
settled: finding out that the server is back, the push, and storing the answers. Both kinds of death: a cable that is
pulled, of which nobody hears, and a server that refuses.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from tests.bench.table import Row
from tests.faults.line import DOWN, UP
from tests.faults.lobby import KioskStand, Lobby, eventually, lobby
from tests.faults.mortal_postgres import mortal_postgres

OPERATIONS = 200
TIMES = 15
ASKED_S = 5.0


def measure() -> list[Row]:
    """A row for each kind of death: the worst of fifteen, which stands for the 99th percentile."""
    with tempfile.TemporaryDirectory() as folder, mortal_postgres() as postgres:
        with lobby(Path(folder), postgres.url, 1, pause_s=0.0, people=2_000) as stand:
            (kiosk,) = stand.kiosks
            stand.start(kiosk)
            eventually(lambda: len(kiosk.acknowledged()) > 50, 60)
            rows = [_row(stand, kiosk, cut) for cut in (True, False)]
            found = _all_that_is_wrong(stand)
    if found:
        raise RuntimeError(f"it was fast, and wrong: {found[:5]}")
    return rows


def _all_that_is_wrong(stand: Lobby) -> list[str]:
    return stand.findings(60).all


def _row(stand: Lobby, kiosk: KioskStand, cut: bool) -> Row:
    times = sorted(_healed(stand, kiosk, cut) for _ in range(TIMES))
    how = f"median {times[len(times) // 2]:.2f} s of {TIMES}, {OPERATIONS} operations each"
    what = "the cable was pulled" if cut else "the server refused"
    return Row(f"from healing to drained, p99, after {what}", times[-1] * 1e3, ASKED_S * 1e3, "ms", how)


def _healed(stand: Lobby, kiosk: KioskStand, cut: bool) -> float:
    stand.rest()
    eventually(lambda: stand.waiting() == 0, 60)
    if cut:
        kiosk.line.cut = frozenset({UP, DOWN})
    else:
        kiosk.line.refuses = True
        kiosk.line.reset()
    before = len(kiosk.acknowledged())
    stand.rest(False)
    eventually(lambda: len(kiosk.acknowledged()) >= before + OPERATIONS, 60)
    stand.rest()
    time.sleep(3.0)  # long enough for the worker to know that it is cut off
    kiosk.line.heal()
    drained = stand.drained_within(60)
    if drained is None:
        raise RuntimeError("it never drained")
    return drained
