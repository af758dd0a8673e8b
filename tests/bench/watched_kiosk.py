"""The driven kiosk with a pulse: it notes whenever the UI thread was away for longer than a frame."""

from __future__ import annotations

import json
import sys
from time import monotonic_ns

from PySide6.QtCore import QTimer

from kiosk.app.demo.driven_kiosk import Hands
from kiosk.app.kiosk import Kiosk, run
from kiosk.app.settings import read_settings, split_options

PULSE_MS = 2
NOTED_NS = 10_000_000


class Pulse:
    """Beats on the UI thread; a beat that comes late says for how long the thread was away."""

    def __init__(self) -> None:
        self._last_ns = monotonic_ns()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(PULSE_MS)

    def _beat(self) -> None:
        now_ns = monotonic_ns()
        if now_ns - self._last_ns > NOTED_NS:
            sys.stderr.write(f"away {self._last_ns} {now_ns}\n")
        self._last_ns = now_ns


def main(arguments: list[str]) -> int:
    """As `kiosk.app.demo.driven_kiosk`, with a pulse."""
    kept: list[object] = []

    def prepare(kiosk: Kiosk) -> None:
        hands = Hands(kiosk, lambda words: print(json.dumps(words), flush=True))
        hands.listen()
        kept.extend((hands, Pulse()))

    return run(read_settings(split_options(arguments)), prepare)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
