"""The demo's child processes: started on ports that are free, awaited until they answer, and stopped in order."""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

STOP_WITHIN_S = 10

PORTS_TO_KEEP = range(20_000, 32_768)
"""Ports that stay ours while a program is away: above them Linux gives any out to outgoing connections (Windows and
macOS from 49,152)."""


class ProgramError(Exception):
    """A program of the demo did not start or went away; the message says which, and shows its last words."""


class Program:
    """One child process in a session of its own, so that Ctrl-C reaches the demo alone, which then stops the rest."""

    def __init__(
        self,
        name: str,
        arguments: Sequence[str],
        log: Path,
        environment: Mapping[str, str] | None = None,
        *,
        talks: bool = False,
    ) -> None:
        self.name = name
        self._arguments = [sys.executable, *arguments]
        self._log = log
        self._environment = os.environ | (environment or {})
        self._talks = talks
        self._process: subprocess.Popen[str] | None = None
        self._begins_at = 0

    @property
    def running(self) -> bool:
        """Whether it was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        """What it ended with; None while it runs or before it was started."""
        return self._process.poll() if self._process else None

    @property
    def pid(self) -> int:
        """Its process id, while it runs."""
        return self._started().pid

    def start(self) -> None:
        """Start it; its output goes to its log, but for the standard output of one that `talks`."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        with self._log.open("a", encoding="utf-8") as log:
            self._begins_at = log.tell()
            self._process = subprocess.Popen(
                self._arguments,
                env=self._environment,
                stdin=subprocess.PIPE if self._talks else subprocess.DEVNULL,
                stdout=subprocess.PIPE if self._talks else log,
                stderr=log,
                text=True,
                start_new_session=True,
            )

    def wait_until_it_says(self, words: str, within_s: float = 30) -> str:
        """Wait for a line with these words among what it wrote since it was started, and return that line.

        Raises `ProgramError` where it ends before that or takes longer.
        """
        until = time.monotonic() + within_s
        while True:
            # Asked first: what it wrote before it ended is all there then.
            running = self.running
            for line in self._words().splitlines(keepends=True):
                if words in line and line.endswith("\n"):
                    return line.strip()
            if not running or time.monotonic() > until:
                raise ProgramError(f"{self.name} did not start; its last words:\n{self.last_words()}")
            time.sleep(0.02)

    def wait(self) -> int:
        """Wait for its own end; its exit code."""
        return self._started().wait()

    def stop(self) -> None:
        """Ask it to end, and make it where it does not."""
        if self._process is None:
            return
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.kill()
        self._hang_up()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self._process is not None:
            self._process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait()
            self._hang_up()

    def _hang_up(self) -> None:
        for pipe in (self._started().stdin, self._started().stdout):
            if pipe is not None:
                # What was not sent to a program that is gone is nobody's loss.
                with contextlib.suppress(OSError):
                    pipe.close()

    def last_words(self) -> str:
        """The end of its log."""
        return "\n".join(self._words().splitlines()[-15:])

    def say(self, line: str) -> None:
        """Write a line to the standard input of one that `talks`."""
        pipe = self._started().stdin
        if pipe is None:
            raise ProgramError(f"{self.name} was not started to talk")
        pipe.write(line + "\n")
        pipe.flush()

    def hear(self) -> str:
        """Wait for a line on the standard output of one that `talks`; empty when it has ended."""
        pipe = self._started().stdout
        if pipe is None:
            raise ProgramError(f"{self.name} was not started to talk")
        return pipe.readline().rstrip("\n")

    def _words(self) -> str:
        """What it has written since it was started last."""
        if not self._log.exists():
            return ""
        with self._log.open("rb") as log:
            log.seek(self._begins_at)
            return log.read().decode("utf-8", "replace")

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            raise ProgramError(f"{self.name} was never started")
        return self._process


class Listener(Program):
    """A program that takes `--port` and says in a line with the words `ready` where it listens, the port last.

    That somebody answers at a port would prove nothing: it may be another program.
    """

    def __init__(self, name: str, arguments: Sequence[str], log: Path, *, port: int, ready: str) -> None:
        super().__init__(name, arguments, log)
        self.port = port
        """Where it listens; before the first start the one that it prefers."""
        self._ready = ready
        self._without_port = self._arguments
        self._has_listened = False

    def start(self) -> None:
        """Start it and wait until it listens: where it did before, else where it prefers, else where it can come back.

        Raises `ProgramError` where it does not come to that.
        """
        try:
            self._start_on(self.port if self._has_listened or (self.port and _is_free(self.port)) else a_port_to_keep())
        except ProgramError:
            self.stop()
            if self._has_listened:
                raise
            # Taken between the question and the start, or free for us and not for it.
            self._start_on(a_port_to_keep())
        self._has_listened = True

    def _start_on(self, port: int) -> None:
        self._arguments = [*self._without_port, "--port", str(port)]
        super().start()
        self.port = int(re.findall(r"[0-9]+", self.wait_until_it_says(self._ready))[-1])


def a_port_to_keep() -> int:
    """A free one that the system gives to nobody else; 0 where there is none."""
    candidates = random.sample(PORTS_TO_KEEP, 50)
    return next((port for port in candidates if _is_free(port)), 0)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
