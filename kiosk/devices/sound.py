"""Sounds one after the other: each is made when its turn comes, played to its end, and nothing ever overlaps.

What plays is a program of the system, which is handed WAV: Qt's own sound comes with 175 MB of add-ons that nothing
else here needs.
"""

from __future__ import annotations

import logging
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

log = logging.getLogger(__name__)

PLAYERS = (("pw-play", "-"), ("paplay",), ("aplay", "-q"))
"""Programs that play WAV from their standard input, the one that mixes with others first."""
LONGEST_S = 30.0
"""A sound that has not ended by then never will."""
MOST_WAITING = 20
"""Where more wait, the oldest of them is not made any more: what is newest is what somebody waits for."""


class Player(Protocol):
    """Plays one WAV at a time."""

    def play(self, wav: bytes) -> None:
        """Play it; returns when it has ended or was stopped, and never raises for the loudspeaker's sake."""
        ...

    def stop(self) -> None:
        """Be silent at once; callable from any thread."""
        ...


class ProgramPlayer:
    """Plays through one of the system's programs."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self._command = command
        self._playing: subprocess.Popen[bytes] | None = None

    def play(self, wav: bytes) -> None:
        """See `Player.play`."""
        try:
            self._playing = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            with suppress(BrokenPipeError):
                self._playing.communicate(wav, timeout=LONGEST_S)
        except (OSError, subprocess.SubprocessError):
            log.warning("a sound could not be played", extra={"code": "no_sound"})
            self.stop()

    def stop(self) -> None:
        """See `Player.stop`."""
        if self._playing is not None:
            with suppress(OSError):
                self._playing.kill()


class WindowsPlayer:
    """Plays through the system itself."""

    def play(self, wav: bytes) -> None:
        """See `Player.play`."""
        if sys.platform == "win32":
            import winsound

            with suppress(RuntimeError):
                winsound.PlaySound(wav, winsound.SND_MEMORY)

    def stop(self) -> None:
        """See `Player.stop`. A sound from memory cannot be cut short there; those that wait are dropped."""


def player_here() -> Player | None:
    """How this machine plays sounds; None where it cannot."""
    if sys.platform == "win32":
        return WindowsPlayer()
    command = next((command for command in PLAYERS if shutil.which(command[0])), None)
    return None if command is None else ProgramPlayer(command)


class SoundQueue:
    """A thread that plays what it is given, in order. `put`, `silence` and `close` may be called from any thread."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._waiting: queue.SimpleQueue[tuple[int, Callable[[], bytes]] | None] = queue.SimpleQueue()
        self._turn = 0
        self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
        self._thread.start()

    def put(self, make: Callable[[], bytes]) -> None:
        """Play, after all before it, what `make` returns as WAV; it is called on the queue's thread."""
        if self._waiting.qsize() >= MOST_WAITING:
            with suppress(queue.Empty):
                self._waiting.get_nowait()
        self._waiting.put((self._turn, make))

    def tell(self, done: Callable[[], None]) -> None:
        """Call `done`, on the queue's thread, once all before it has been heard; never where that was dropped."""

        def heard() -> bytes:
            done()
            return b""

        self.put(heard)

    def silence(self) -> None:
        """Stop what plays and drop what waits."""
        self._turn += 1
        self._player.stop()

    def close(self) -> None:
        """Be silent for good."""
        self.silence()
        self._waiting.put(None)
        self._thread.join(2)

    def _run(self) -> None:
        while (entry := self._waiting.get()) is not None:
            turn, make = entry
            if turn != self._turn:
                continue
            try:
                wav = make()
                if wav and turn == self._turn:
                    self._player.play(wav)
            except Exception:  # a voice that fails must not end all sound
                log.exception("a sound could not be made")
