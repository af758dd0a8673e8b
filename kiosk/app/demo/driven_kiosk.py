"""The real kiosk with hands: steps come as lines of JSON on standard input and are done as a patient would do them.

A module of its own, started on purpose by the demo's tour and by tests; the kiosk itself listens to nobody. A step is
`{"tap": NAME}`, `{"touch": [X, Y]}` (a point of the window), `{"month": NUMBER}` (its tile), `{"see": NAME}`,
`{"names": true}`, `{"picture": FILE}` or `{"quit": true}`. Names are given in English and found in whatever language
stands on the screen. Each step is answered by a line, `{"ok": true, ...}`, or `{"ok": false, "names": [what is shown]}`
where it could not be done in time; the next may follow then.

Steps wait by timers, never in coroutines: spinning Qt inside one loses the other tasks (see `qasync`).
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from time import monotonic, monotonic_ns
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QPoint, QRect, Qt, QTimer, Signal

from kiosk.app.command_line import ended
from kiosk.app.kiosk import Kiosk, run
from kiosk.app.settings import read_settings, split_options
from kiosk.screens import by_name
from kiosk.screens.resource_files import RESOURCES

PATIENCE_S = 10.0
LOOK_AGAIN_MS = 30
SETTLED_MS = 260
"""A page has slid in by then (`Theme.slide`): people tap what stands still, and pictures show it."""


class Hands(QObject):
    """Does one step after the other. Lives on the UI thread; steps are read on a thread of their own."""

    _read = Signal(str)

    def __init__(self, kiosk: Kiosk, answer: Callable[[dict[str, Any]], None]) -> None:  # Any: JSON
        super().__init__()
        self._kiosk = kiosk
        self._answer = answer
        self._last_seen: tuple[str, QRect] | None = None
        # Translations are asked for by the file that a text stands in.
        self._contexts = [file.stem for file in sorted((RESOURCES / "qml").rglob("*.qml"))]
        self._read.connect(self._begin, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Read steps until standard input ends, which quits the kiosk."""

        def read() -> None:
            for line in sys.stdin:
                self._read.emit(line)
            self._read.emit('{"quit": true}')

        threading.Thread(target=read, name="hands", daemon=True).start()

    def _begin(self, line: str) -> None:
        self._try(json.loads(line), monotonic() + PATIENCE_S)

    def _try(self, step: dict[str, Any], until: float) -> None:
        if self._done(step):
            return
        if monotonic() > until:
            self._answer({"ok": False, "names": self._names()})
        else:
            QTimer.singleShot(LOOK_AGAIN_MS, lambda: self._try(step, until))

    def _done(self, step: dict[str, Any]) -> bool:
        match step:
            case {"tap": str(name)}:
                shown = self._find(name)
                if shown is None or not shown.enabled or not self._stands_still(shown):
                    return False
                self._last_seen = None
                at_ns = monotonic_ns()
                by_name.tap_at(self._kiosk.window, shown.rect.center())
                self._answer({"ok": True, "at_ns": at_ns})
            case {"touch": [int(x), int(y)]}:
                by_name.tap_at(self._kiosk.window, QPoint(x, y))
                self._answer({"ok": True})
            case {"month": int(number)}:
                return self._done({"tap": QLocale(self._kiosk.shell.interpreter.locale).standaloneMonthName(number)})
            case {"see": str(name)}:
                if self._find(name) is None:
                    return False
                self._answer({"ok": True})
            case {"names": True}:
                self._answer({"ok": True, "names": self._names()})
            case {"picture": str(file)}:
                QTimer.singleShot(SETTLED_MS, lambda: self._take_picture(file))
            case {"quit": True}:
                QCoreApplication.exit(0)
            case _:
                self._answer({"ok": False, "names": []})
        return True

    def _stands_still(self, shown: by_name.Shown) -> bool:
        """People tap what stands still: pages slide in, and take no tap until they have."""
        before, self._last_seen = self._last_seen, (shown.name, shown.rect)
        return self._kiosk.shell.settled and before == self._last_seen

    def _find(self, name: str) -> by_name.Shown | None:
        wanted = {name, *(QCoreApplication.translate(context, name) for context in self._contexts)}
        found = [item for item in by_name.shown(self._kiosk.window) if item.name in wanted]
        return next((item for item in found if item.pressable), found[0] if found else None)

    def _names(self) -> list[str]:
        return [item.name for item in by_name.shown(self._kiosk.window)]

    def _take_picture(self, file: str) -> None:
        self._answer({"ok": self._kiosk.window.grabWindow().save(file), "names": []})


def main(arguments: list[str]) -> int:
    """Run the kiosk with these settings, driven from standard input."""

    def answer(words: dict[str, Any]) -> None:
        sys.stdout.write(json.dumps(words, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    hands: list[Hands] = []

    def prepare(kiosk: Kiosk) -> None:
        hands.append(Hands(kiosk, answer))
        hands[0].listen()

    return ended(run(read_settings(split_options(arguments)), prepare), ["kiosk.app.demo.driven_kiosk", *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
